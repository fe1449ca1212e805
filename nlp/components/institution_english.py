"""Agencies of Indonesian regions as English papers call them: `Environment Agency (DLH) of North Maluku Province`."""

import re
from functools import cache
from typing import Final

from nlp.components.institution_scanner import Found, NameReader
from nlp.words.places import RegionMention, region_at

HEADS: Final = frozenset("agency office service department board inspectorate".split())
_LEVELS: Final = {
    "city": "kota",
    "municipality": "kota",
    "regency": "kabupaten",
    "district": "kabupaten",
    "province": "provinsi",
}
_LEADING: Final = frozenset("the regional provincial local public city municipal".split())
# Longest first: `Marine Affairs and Fisheries` before `Fisheries`.
_NAMES: Final = {
    "environment": "Dinas Lingkungan Hidup",
    "environmental": "Dinas Lingkungan Hidup",
    "environmental affairs": "Dinas Lingkungan Hidup",
    "marine and fisheries": "Dinas Kelautan dan Perikanan",
    "marine affairs and fisheries": "Dinas Kelautan dan Perikanan",
    "maritime affairs and fisheries": "Dinas Kelautan dan Perikanan",
    "marine and fishery": "Dinas Kelautan dan Perikanan",
    "fisheries": "Dinas Perikanan",
    "fishery": "Dinas Perikanan",
    "health": "Dinas Kesehatan",
    "education": "Dinas Pendidikan",
    "education and culture": "Dinas Pendidikan dan Kebudayaan",
    "transportation": "Dinas Perhubungan",
    "transport": "Dinas Perhubungan",
    "communication and information": "Dinas Komunikasi dan Informatika",
    "communications and information": "Dinas Komunikasi dan Informatika",
    "communication and informatics": "Dinas Komunikasi dan Informatika",
    "communications and informatics": "Dinas Komunikasi dan Informatika",
    "public works": "Dinas Pekerjaan Umum",
    "public works and spatial planning": "Dinas Pekerjaan Umum dan Penataan Ruang",
    "agriculture": "Dinas Pertanian",
    "food security": "Dinas Ketahanan Pangan",
    "forestry": "Dinas Kehutanan",
    "tourism": "Dinas Pariwisata",
    "culture and tourism": "Dinas Kebudayaan dan Pariwisata",
    "social": "Dinas Sosial",
    "social affairs": "Dinas Sosial",
    "social services": "Dinas Sosial",
    "trade": "Dinas Perdagangan",
    "population and civil registration": "Dinas Kependudukan dan Pencatatan Sipil",
    "investment and one-stop integrated": "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
    "library and archives": "Dinas Perpustakaan dan Kearsipan",
    "regional development planning": "Badan Perencanaan Pembangunan Daerah",
    "development planning": "Badan Perencanaan Pembangunan Daerah",
    "planning": "Badan Perencanaan Pembangunan Daerah",
    "disaster": "Badan Penanggulangan Bencana Daerah",
    "regional disaster management": "Badan Penanggulangan Bencana Daerah",
    "disaster management": "Badan Penanggulangan Bencana Daerah",
    "regional civil service": "Badan Kepegawaian Daerah",
    "regional personnel": "Badan Kepegawaian Daerah",
    "civil service": "Badan Kepegawaian Daerah",
    "personnel": "Badan Kepegawaian Daerah",
    "staffing": "Badan Kepegawaian Daerah",
    "human resources development": "Badan Pengembangan Sumber Daya Manusia",
    "human resource development": "Badan Pengembangan Sumber Daya Manusia",
    "regional revenue": "Badan Pendapatan Daerah",
    "revenue": "Badan Pendapatan Daerah",
}  # fmt: skip


def agency_called(name: str) -> str | None:
    """The Indonesian kind of an agency with an English name: `Marine and Fisheries Agency`, `Regional Environment Office`."""
    subject = name.casefold().split()[:-1]
    for words in (subject, subject[1:] if subject and subject[0] in _LEADING else []):
        if (kind := _NAMES.get(" ".join(words))) is not None:
            return kind
    return None


@cache
def _subject() -> re.Pattern[str]:
    names = sorted(_NAMES, key=len, reverse=True)
    return re.compile(r"\b(" + "|".join(re.escape(name) for name in names).replace(r"\ ", r"\s+") + r")\s+$", re.I)


def english_agency(reader: NameReader, index: int) -> Found | None:
    """The agency whose English head (`Agency`, `Office`) stands at `index`, with the region that `of` names behind it."""
    word = reader.words[index]
    if not word.text[0].isupper():
        return None
    subject = _subject().search(reader.text, max(0, word.start - 60), word.start)
    if subject is None or not subject.group()[0].isupper():
        return None
    after = index + 1
    if (bracket := reader.bracket(after)) is not None:
        after = bracket[1]
    named = _region_of(reader, after)
    if named is None:
        return None
    region, after, end = named
    stem = _NAMES[" ".join(subject.group(1).casefold().split())]
    return Found(subject.start(), end, after, stem, "agency", region)


def _region_of(reader: NameReader, index: int) -> tuple[RegionMention, int, int] | None:
    """`of North Maluku Province`, `of the City of Bitung`: the region, the index behind it and where it ends."""
    if reader.lower(index) != "of":
        return None
    below, level = index + 1, None
    while reader.lower(below) in {"the", "of", *_LEVELS}:
        level, below = _LEVELS.get(reader.lower(below), level), below + 1
    if below >= len(reader.words) or (named := region_at(reader.text, reader.words, below, level=level)) is None:
        return None
    after, end = named.after, named.end
    if (said := _LEVELS.get(reader.lower(after))) is not None and reader.adjacent(after):
        named = region_at(reader.text, reader.words, below, level=said) or named
        after, end = named.after + 1, reader.words[named.after].end
    return named, after, end
