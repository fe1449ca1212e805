"""Regions that a story names for their governments, and what the words around them say of who sends and who receives."""

import re

from nlp.components.institutions import government_of, region_of
from nlp.components.story_cues import FUTURE, SENDS_AFTER, cited, sentence_at
from nlp.components.story_roles import Candidate
from nlp.facts import Facts, InstitutionMention
from nlp.source import Source
from nlp.words.places import find_regions

_PROGRAMME = re.compile(
    r"\b(?:magang|studi|benchmark\w*|kunjungan|mengunjungi|belajar|berguru|lokus|patok|visitasi|praktik\s+kerja)\b",
    re.I,
)
_FROM_REGION = re.compile(
    r"\b(?:asn|pns|pegawai|aparatur(?: sipil negara)?|tim(?: magang)?|peserta(?: magang)?|rombongan|delegasi|lurah|camat|"
    r"perangkat daerah|opd|pejabat|mewakili)\s+(?:dari\s+|asal\s+|di\s+|se-?)?(?:lingkungan\s+|lingkup\s+)?$",
    re.I,
)
_TO_REGION = re.compile(r"\b(?:di|ke|pada|dari)\s+(?:lingkungan\s+|lingkup\s+)?$|\bmengunjungi\s+$", re.I)

# `pada Perangkat Daerah Kota X`
_AT_OFFICES = re.compile(
    r"\b(?:di|ke|pada)\s+(?:(?:sejumlah|beberapa|lingkungan|berbagai|\w+)\s+){0,2}(?:organisasi\s+)?(?:perangkat\s+daerah|opd|skpd)\s+(?:di\s+)?$",
    re.I,
)
_TOLD = 1.8
# `Tata Kelola Kelurahan dan Layanan Kepegawaian`: what is learned, no office.
WARDS_AND = re.compile(r"(?:Kelurahan|Kecamatan|Distrik|Desa|Kampung|Nagari|Gampong)\s+(?:dan|serta)\b")
_TO_ANOTHER_REGION = re.compile(r"^\s*(?:di|ke|pada|@|→)\s+(?:pemerintah\s+)?(?:provinsi|kabupaten|kota)\s", re.I)
_PLACE_ROW = re.compile(r"^\W*(?:lokasi|lokus|tempat|tujuan|ke\s+mana|tuan\s+rumah|host)\b[^:\n]{0,20}:", re.I)


def bare_regions(source: Source, facts: Facts, end: int) -> list[InstitutionMention]:
    """Regions named for their governments in the title and the opening: `Magang ASN Kabupaten A di Kabupaten B`.

    `end`: where the story ends.
    """
    head = source.text[: min(1200, end)]
    taken = [(mention.start, mention.end) for mention in facts.institutions if not WARDS_AND.match(mention.name)]
    found: list[InstitutionMention] = []
    for named in find_regions(head):
        if any(start < named.end and named.start < end for start, end in taken) or len(named.candidates) != 1:
            continue
        if not named.explicit and (
            named.candidates[0].kind == "provinsi" or re.match(r"\s*(?:,|—|–|-|\()", head[named.end :])
        ):
            continue  # `di Jakarta`, `PALU – `, `Palu, 18 November`: a place
        region = region_of(head[named.start : named.end]) if named.explicit else None
        only = named.candidates[0]
        level = {"provinsi": "Provinsi", "kabupaten": "Kabupaten", "kota": "Kota"}[only.kind]
        region = region or region_of(f"{level} {only.name}") or f"{level} {only.name}"
        found.append(InstitutionMention(named.start, named.end, government_of(region), region, "government", False))
    return found


def weigh_region(source: Source, mention: InstitutionMention, candidate: Candidate) -> None:
    """Give the region's government its weight by the words around the region."""
    text = source.text
    sentence = sentence_at(text, mention.start)
    if mention.start > 350 and not _PROGRAMME.search(sentence):
        return
    if FUTURE.search(sentence.lower()) or cited(text, mention.start, mention.end):
        return
    before = " ".join(text[max(0, mention.start - 90) : mention.start].split()) + " "
    after = text[mention.end : mention.end + 80]
    line = text[text.rfind("\n", 0, mention.start) + 1 : mention.start]
    role = (
        "host"
        if _AT_OFFICES.search(before)
        else "home"
        if _FROM_REGION.search(before)
        else "host"
        if _TO_REGION.search(before) or _PLACE_ROW.match(line)
        else None
    )
    if role is None and (SENDS_AFTER.match(after) or _TO_ANOTHER_REGION.match(after)):
        role = "home"
    if role is None or (role in candidate.best and candidate.best[role][0] >= _TOLD):
        return
    if role == "home" or not re.search(r"\bdari\s+$", before) or _PROGRAMME.search(before):
        candidate.add(role, _TOLD, mention)
