"""Reports of students on their practical work: the campus sends, the office or village named in the title receives."""

import re
from collections import Counter
from dataclasses import replace

from nlp.extraction import Kind, Party
from nlp.facts import Facts, InstitutionMention
from nlp.source import Source

_HEAD, _NAMED = 1500, 3000  # characters
_WORK = re.compile(
    r"\b(?:pra[kc]te?i?[kc]\s+(?:kerja|lapangan|industri)|kerja\s+pra[kc]te?i?[kc]|kuliah\s+kerja|prakerin\w*|magang|PKL|KKN|KKL|PPL)\b",
    re.I,
)
# On its cover stand those who wrote it: by their numbers, or their teacher. (An official's report may speak of students, too.)
_STUDENT = re.compile(
    r"\b(?:NIM|NPM)\b\W{0,8}[\w.]*\d|\bdosen\s+pembimbing\b|\bmahasiswa\s*:|\b(?:disusun|oleh|penyusun)\W+mahasiswa\b",
    re.I,
)
_OFFICIAL = re.compile(r"\b(?:ASN|PNS|aparatur)\b", re.I)
_FACULTY = re.compile(
    r"^(?:Fakultas|Program\s+Studi|Jurusan|Departemen|Sekolah\s+Vokasi)\s.*?\b(?=(?:Universitas|Institut|Politeknik|Sekolah\s+Tinggi|Akademi)\s)"
)
_EDUCATES = re.compile(r"Kementerian\s+(?:Pendidikan|Riset|Agama)\b")
_OFFICE_OF = re.compile(r"^Kantor\s+(?=Dinas|Badan|Kecamatan|Kelurahan|Sekretariat|Inspektorat)")
_VILLAGE = re.compile(r"\b(?P<village>(?:Desa|Kelurahan|Nagari)(?:\s+[A-Z][\w’'-]*){1,3})\s+$", re.I)


def with_campus(source: Source, facts: Facts, mentions: list[InstitutionMention], parties: list[Party]) -> list[Party]:
    """The campus and its host in place of the parties of a report that students wrote; else the parties."""
    text = source.text
    if facts.kind is not Kind.REPORT or _WORK.search(text, 0, _HEAD) is None or _STUDENT.search(text, 0, _HEAD) is None:
        return parties
    if _OFFICIAL.search(text, 0, _HEAD):
        return parties
    near = [mention for mention in mentions if mention.start < _NAMED]
    campus = _campus([mention for mention in near if mention.kind == "university" and mention.sure])
    if campus is None:
        return parties
    found = [_party(source, campus, campus.name, "home")]
    others = [
        mention
        for mention in near
        if mention.kind not in ("university", "other") and mention.sure and not _EDUCATES.match(mention.name)
    ]
    if others:
        name = Counter(mention.name for mention in others).most_common(1)[0][0]
        host = next(mention for mention in others if mention.name == name)
        found.append(_party(source, host, _with_village(text, host), "host"))
    return found


def _campus(mentions: list[InstitutionMention]) -> InstitutionMention | None:
    """The campus, by the longest name that is written more than once; a faculty of it writes for the whole."""
    whole = [replace(mention, name=_FACULTY.sub("", mention.name)) for mention in mentions]
    if not whole:
        return None
    again = [one for one in whole if sum(other.name.startswith(one.name) for other in whole) > 1]
    return max(again, key=lambda mention: len(mention.name), default=whole[0])


def _with_village(text: str, host: InstitutionMention) -> str:
    """The name of the host, with the village that stands in front of its district."""
    village = _VILLAGE.search(" ".join(text[max(0, host.start - 60) : host.start].split()) + " ")
    if village is None or not host.name.startswith("Kecamatan "):
        return _OFFICE_OF.sub("", host.name)
    named = village["village"]
    return f"{named.title() if named.isupper() else named} {host.name}"


def _party(source: Source, mention: InstitutionMention, name: str, role: str) -> Party:
    written = " ".join(source.text[mention.start : mention.end].split())
    return Party(name, written, role, None, source.evidence(mention.start, mention.end), 0.8)
