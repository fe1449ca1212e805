"""Years of figures that are told apart from them: in the heading above, or where the same figure stands in full."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from nlp.components.indicator_words import YEAR, year_of
from nlp.extraction import Indicator
from nlp.pages import BlockKind
from nlp.source import Source

# `Capaian 2024`, `POTRET DUA PROVINSI (2024)`: a heading whose year is that of the figures below it.
_OF_FIGURES: Final = re.compile(
    r"\b(?:capaian|kinerja|potret|rapor|angka|nilai|indeks|indikator|perbandingan|profil|kondisi|posisi|data|hasil\s+evaluasi|sakip|spbe)\b",
    re.IGNORECASE,
)
_OF_PLANS: Final = re.compile(
    r"\b(?:target|sasaran|rencana|rekomendasi|magang|studi|kunjungan|benchmarking|laporan|menuju|sejak|mulai|hingga|nomor|no|rpjmd|rkpd|renstra|perda|perbup|perwali|pergub)\b",
    re.IGNORECASE,
)
_LETTER: Final = re.compile(r"[A-D]{1,2}[+-]?")
_PREDICATE: Final = re.compile(r"\s*\(\s*(?:predikat\s+|kategori\s+)?(?P<letter>[A-D]{1,2}[+-]?)\s*\)")


def with_headings_years(source: Source, found: Sequence[Indicator], lasting: set[int]) -> list[Indicator]:
    """The figures, those without a year with that of the heading on their page. `lasting`: where values of no one year stand."""
    dated = {(item.name, item.owner, item.year) for item in found}
    years: list[Indicator] = []
    for item in found:
        year = None if item.year is not None or _lasts(source, item, lasting) else _year_above(source, item)
        if year is None or (item.name, item.owner, year) in dated:
            years.append(item)
        else:
            years.append(replace(item, year=year))
    return years


def without_summaries(source: Source, found: Sequence[Indicator]) -> list[Indicator]:
    """The figures without a bare `B` of no year, where the same owner's stands in full elsewhere: `Tahun 2023 … 62,47 (B)`."""
    full = {
        (item.name, item.owner, predicate["letter"])
        for item in found
        if item.year is not None
        and (predicate := _PREDICATE.match(source.text, _offset(source, item.evidence.page, item.evidence.end)))
    }
    return [
        item
        for item in found
        if item.year is not None or not _LETTER.fullmatch(item.value) or (item.name, item.owner, item.value) not in full
    ]


def _year_above(source: Source, item: Indicator) -> int | None:
    """The one year in the nearest heading above a figure on its page, if that heading speaks of figures."""
    start = _offset(source, item.evidence.page, item.evidence.start)
    above = [
        block
        for block in source.blocks
        if block.block.kind is BlockKind.HEADING and block.page.number == item.evidence.page and block.start <= start
    ]
    if not above or above[-1].end >= start:
        return None
    text = above[-1].text
    years = {year_of(match.group(1)) for match in YEAR.finditer(text)}
    if len(years) != 1 or _OF_FIGURES.search(text) is None or _OF_PLANS.search(text) is not None:
        return None
    return years.pop()


def _lasts(source: Source, item: Indicator, lasting: set[int]) -> bool:
    """Whether the figure's value was had again and again."""
    start = _offset(source, item.evidence.page, item.evidence.start)
    return any(start <= place < start + len(item.evidence.quote) for place in lasting)


def _offset(source: Source, page: int, place: int) -> int:
    index = next(index for index, other in enumerate(source.pages.pages) if other.number == page)
    return source.page_starts[index] + place
