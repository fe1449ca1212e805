"""The parties that an agreement's title names: `ANTARA X DENGAN Y TENTANG …`."""

import re

from nlp.components.party_names import BODY, OFFICE, official_party_name
from nlp.extraction import Party
from nlp.facts import InstitutionMention
from nlp.source import Source
from nlp.zones import Zones

TITLED, HEADED = 0.85, 0.6

_JOINT = re.compile(r"^\W*(?:(?:dengan|dan|serta|with|and)\b\W*){1,2}$", re.I)
_TITLE_PARTIES = re.compile(
    r"\b(?:antara|between)\b(?:\s*/\s*(?:antara|between)\b)?\s*:?\s+(?P<all>.+?)\s*(?=\b(?:tentang|mengenai|concerning|regarding|(?-i:ON)|nomor|number|no|"
    r"memorandum\s+of|pada\s+hari)\b)",
    re.I,
)


# `DENGAN …` at the beginning of a line.
_LEAD = re.compile(r"\W*(?:dengan|antara)\s+(?=\S)", re.I)
# `BUPATI RAJA AMPAT DENGAN REKTOR UNIVERSITAS PAPUA` on one line.
_JOINT_IN_LINE = re.compile(r"\s+(?:dengan|DENGAN)\s+|,?\s+(?:DAN|dan)\s+(?=" + BODY + "|" + OFFICE + r")")
_COUNTRY_BEHIND = re.compile(
    r",\s+(?=(?:PROVINSI|REPUBLI[CK]|NORTHERN|AUSTRALIA|JAPAN|KOREA|CHINA|MALAYSIA|INDONESIA|"
    r"THE\s+REPUBLIC|NETHERLANDS|BELANDA|JEPANG|TIONGKOK|GERMANY|JERMAN|USA|UNITED)\b)",
    re.I,
)
_TWO_LANGUAGES = re.compile(r"\bpemerintah\b.*\bgovernment\b", re.I)


def titled_parties(source: Source, mentions: list[InstitutionMention], parts: Zones) -> list[Party]:
    """The parties of the title, `ANTARA X DENGAN Y TENTANG …`."""
    flat = source.flat
    found = _TITLE_PARTIES.search(flat.text, 0, max(parts.title_end, 1200))
    if found is None:
        return []
    parties: list[Party] = []
    for group in _groups(source, *flat.span(found.start("all"), found.end("all"))):
        for start, end in _listed(source, group[0][0], group[-1][1]) if group else ():
            written = " ".join(source.text[start:end].split()).strip(" ,;")
            if _COUNTRY_BEHIND.search(written):
                end = start + source.text[start:end].find(",")
            official = official_party_name(source.text[start:end], start, end, mentions)
            if official is None or _TWO_LANGUAGES.search(written):
                continue  # two languages read as one: which words are the name is not to be told
            parties.append(_party(source, official, (start, end), len(parties) + 1, TITLED))
    return parties


def _groups(source: Source, first: int, last: int) -> list[list[tuple[int, int]]]:
    """The lines, and parts of lines, between `first` and `last` that name one party each; a group may be empty."""
    groups: list[list[tuple[int, int]]] = [[]]
    lines = [(start, stop) for start, stop in source.lines if start >= first - 1 and stop <= last + 1]
    for start, stop in lines or [(first, last)]:
        start = max(start, first)
        line = source.text[start:stop]
        if _JOINT.match(line):
            groups.append([])
            continue
        lead = _LEAD.match(line)
        if lead and groups[-1]:
            groups.append([])
        position = start + (lead.end() if lead else 0)
        for joint in _JOINT_IN_LINE.finditer(line):
            if start + joint.start() > position:
                groups[-1].append((position, start + joint.start()))
                groups.append([])
                position = start + joint.end()
        groups[-1].append((position, stop))
    return groups


def _party(source: Source, name: str, span: tuple[int, int], number: int, confidence: float) -> Party:
    written = " ".join(source.text[slice(*span)].split())
    return Party(name, written, f"party_{number}", None, source.evidence(*span), confidence)


def _listed(source: Source, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of a list of bodies of one sort: `DESA A, DESA B, DESA C`; of `FAKULTAS A; RUMAH SAKIT B`."""
    first = re.match(r"\W*(?P<sort>" + BODY + r")", source.text[start:end])
    if first is None:
        return [(start, end)]
    joint = re.compile(rf",\s+(?={re.escape(first['sort'])}\s)|;\s+(?={BODY})")
    spans: list[tuple[int, int]] = []
    for found in joint.finditer(source.text, start, end):
        spans.append((start, found.start()))
        start = found.end()
    return [*spans, (start, end)]


def headed_parties(source: Source, mentions: list[InstitutionMention], parts: Zones) -> list[Party]:
    """The institutions of a title that has no ANTARA: `PEMERINTAH KOTA X -- UNIVERSITAS Y`; exactly two, else none."""
    end = source.flat.span(parts.title_end - 1, parts.title_end)[1] if parts.title_end else 0
    named: dict[str, InstitutionMention] = {}
    for mention in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
        if (
            mention.start < max(end, 250)
            and mention.kind != "other"
            and not any(other.start <= mention.start < other.end for other in named.values())
        ):
            named.setdefault(mention.name, mention)
    if len(named) != 2:
        return []
    return [
        _party(source, name, (mention.start, mention.end), number, HEADED)
        for number, (name, mention) in enumerate(named.items(), start=1)
    ]


_TOGETHER = re.compile(
    r"\b(?:selanjutnya|(?:secara\s+)?bersama-sama|disebut|hereinafter)\b[^.;]{0,60}?\b(?:para|kedua(?:\s+belah)?|ketiga|keempat|the)"
    r"\s+(?:pihak|peserta|parties|participants)\b",
    re.I,
)
_BETWEEN = re.compile(
    r"^[\s,;]*(?:\([^)]{2,60}\)[\s,;]*)?(?:(?:Republi[ck]|Republik|Provinsi|Negara|Kerajaan)\s+[^,;]{3,40},?\s*)?"
    r"(?:(?:dan|dengan|serta|and|with)\b[\s,]*|\d[.)]\s*)?(?:(?:the|pihak)\s+)?$",
    re.I,
)


def jointly_named(source: Source, mentions: list[InstitutionMention], parts: Zones) -> list[Party]:
    """The bodies that one sentence names together as the parties: `X dan Y, selanjutnya disebut Para Pihak`."""
    flat = source.flat
    begin = parts.opening if parts.opening is not None else 0
    together = _TOGETHER.search(flat.text, begin, min(len(flat.text), begin + 2500))
    if together is None:
        return []
    start, end = flat.span(*together.span())
    start = max((block.start for block in source.blocks if block.start <= start), default=0)
    named: list[InstitutionMention] = []
    for mention in mentions:
        if not start <= mention.start < end or mention.kind == "other":
            continue
        if named and not _BETWEEN.match(" ".join(source.text[named[-1].end : mention.start].split()) + " "):
            if len(named) >= 2:
                break
            named = []
        if all(mention.name != other.name for other in named):
            named.append(mention)
    if len(named) < 2:
        return []
    return [
        _party(source, mention.name, (mention.start, mention.end), number, TITLED)
        for number, mention in enumerate(named, start=1)
    ]
