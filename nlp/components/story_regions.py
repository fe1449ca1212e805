"""Regions that a story names for their governments, and what the words around them say of who sends and who receives."""

import re

from nlp.components.institutions import government_of, region_of
from nlp.components.story_candidates import Candidate
from nlp.components.story_cues import BROUGHT_FROM, FUTURE, SENDS_AFTER, cited, sentence_at
from nlp.extraction import Kind
from nlp.facts import Facts, InstitutionMention
from nlp.source import Source
from nlp.words.places import RegionMention, find_regions

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
# `pegawai kami baru kembali dari Kabupaten X`: where they were.
_BACK_FROM = re.compile(r"\b(?:kembali|pulang|sepulang|tiba|balik)\s+dari\s+$", re.I)
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
    before: RegionMention | None = None
    for named in find_regions(head):
        within, before = before is not None and _lies_in(head, before, named), named
        if within or any(start < named.end and named.start < end for start, end in taken) or len(named.candidates) != 1:
            continue
        if not named.explicit and (
            named.candidates[0].kind == "provinsi" or re.match(r"\s*(?:,|—|–|-|\()", head[named.end :])
        ):
            continue  # `di Jakarta`, `PALU – `, `Palu, 18 November`: a place
        if named.explicit and facts.kind is Kind.NEWS and _heads_article(head, named.start, named.end):
            continue  # `Kota Gorontalo, 5 Maret 2025 – `
        region = region_of(head[named.start : named.end]) if named.explicit else None
        only = named.candidates[0]
        level = {"provinsi": "Provinsi", "kabupaten": "Kabupaten", "kota": "Kota"}[only.kind]
        region = region or region_of(f"{level} {only.name}") or f"{level} {only.name}"
        found.append(InstitutionMention(named.start, named.end, government_of(region), region, "government", False))
    return found


def _lies_in(head: str, first: RegionMention, named: RegionMention) -> bool:
    """`Kabupaten Tabanan, Provinsi Bali`: where the first lies."""
    joint = head[first.end : named.start].strip()
    return joint in (",", "(") and named.candidates[0].kind == "provinsi" and first.candidates[0].kind != "provinsi"


# `, Provinsi Bali,` or `(Jawa Timur)` behind a region.
_PROVINCE_BEHIND = re.compile(
    r"\s*(?:,\s*(?:Provinsi\s+)?(?:[A-Z][a-z]+\s?){1,4},|\(\s*(?:Provinsi\s+)?(?:[A-Z][a-z]+\s?){1,4}\))"
)


def behind_province(text: str, end: int) -> int:
    """Where the text goes on behind the province in which the region that ends at `end` lies."""
    found = _PROVINCE_BEHIND.match(text, end)
    if found is None:
        return end
    named = find_regions(found.group())
    return found.end() if len(named) == 1 and named[0].candidates[0].kind == "provinsi" else end


_YEAR_BEHIND = re.compile(r"[ ,|-]*(?:tahun\s+)?20\d\d[ \t]*(?:\n|$)", re.I)


def _signs_title_slide(source: Source, mention: InstitutionMention, before: str) -> bool:
    """`Provinsi Kalimantan Utara 2025`, a line of the title slide: who presents."""
    first = source.pages.pages[0] if source.pages.pages else None
    if source.form != "pptx" or first is None or mention.end > len(first.text):
        return False
    return not before.strip() and _YEAR_BEHIND.match(source.text, mention.end) is not None


_DATELINE_BEHIND = re.compile(
    r"\s*(?:,\s*(?:\w+\s*[,(]?\s*\(?)?\d{1,2}[ /.-]|\(\s*\d{1,2}[ /.-]|(?:\([^)\n]{2,30}\)\s*)?(?:\s[–—-]{1,2}\s|—|–))"
)


def _heads_article(head: str, start: int, end: int) -> bool:
    """The region's name opens a paragraph as the town in which the article was written."""
    opens = not head[head.rfind("\n", 0, start) + 1 : start].strip(" *_([\t")
    return opens and _DATELINE_BEHIND.match(head, end) is not None


def weigh_region(source: Source, mention: InstitutionMention, candidate: Candidate) -> None:
    """Give the region's government its weight by the words around the region."""
    text = source.text
    sentence = sentence_at(text, mention.start)
    if mention.start > 350 and not (
        _PROGRAMME.search(sentence) or _BACK_FROM.search(text[max(0, mention.start - 40) : mention.start])
    ):
        return
    if FUTURE.search(sentence.lower()) or cited(text, mention.start, mention.end):
        return
    before = " ".join(text[max(0, mention.start - 90) : mention.start].split()) + " "
    end = behind_province(text, mention.end)
    after = text[end : end + 80]
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
    if role is None and _signs_title_slide(source, mention, line):
        role = "home"
    if role is None or (role in candidate.best and candidate.best[role][0] >= _TOLD):
        return
    if (
        role == "home"
        or not re.search(r"\bdari\s+$", before)
        or _PROGRAMME.search(before)
        or BROUGHT_FROM.search(before.lower())
        or _BACK_FROM.search(before)
    ):
        candidate.add(role, _TOLD, mention)
