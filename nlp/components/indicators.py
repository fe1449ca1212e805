"""Stated performance figures of an institution: SAKIP, Indeks Reformasi Birokrasi, IP ASN, SPBE and their like.

A figure counts where its name, its value and whose it is stand together: in one sentence or line, in two that follow each other,
on a card, or in a table whose rows or columns name them. Targets, hopes and the scores of single agencies within a region are no
figures achieved.
"""

import re
from bisect import bisect_left

from spacy.language import Language
from spacy.tokens import Doc

from nlp.components.indicator_cards import Layout
from nlp.components.indicator_columns import side_by_side
from nlp.components.indicator_finder import Finder
from nlp.components.indicator_measures import cues_of
from nlp.components.indicator_passages import passages, sentences
from nlp.components.indicator_tables import read_table
from nlp.components.indicator_words import Owner
from nlp.components.indicator_years import with_headings_years, without_summaries
from nlp.extraction import Indicator
from nlp.facts import Facts
from nlp.pages import BlockKind
from nlp.source import Source, SourceBlock

# A column of what is amiss, or of how things are at home.
_AMISS = re.compile(
    r"\W*(?:(?:per)?masalah(?:an)?|kendala|hambatan|isu|persoalan|tantangan|kelemahan|kesenjangan)\b(?!.*\b(?:lokus|tuan\s+rumah|sana)\b)"
    r"|\W*(?:kondisi|keadaan)\s+(?:saat\s+ini|sekarang|awal|eksisting|kita|kami|(?:di\s+)?(?:instansi|daerah|unit)\s+(?:asal|kita|kami))\b",
    re.IGNORECASE,
)


def find_indicators(source: Source, facts: Facts) -> list[Indicator]:
    """Every stated figure with whose it is, its value as written and the year that is scored, in order."""
    cues = cues_of(source.text)
    if not cues:
        return []

    def has_cue(start: int, end: int) -> bool:
        index = bisect_left(cues, start)
        return index < len(cues) and cues[index] < end

    finder = Finder(source, facts)
    finder.owners.anchor(side_by_side(source, finder.owners))
    layout = Layout()
    for start, end in passages(source):
        before = len(finder.found)
        if (has_cue(start, end) and not layout.read(finder, start, end)) or finder.said is not None:
            for sentence in sentences(source.text, start, end):
                finder.sentence(*sentence)
        layout.pass_by(finder, start, end, used=len(finder.found) > before)
    finder.owners.anchor(_of_home(source, finder))
    tables: dict[tuple[int, int], list[SourceBlock]] = {}
    for block in source.blocks:
        if block.block.kind is BlockKind.CELL and block.block.table is not None:
            tables.setdefault((block.page.number, block.block.table), []).append(block)
    for cells in tables.values():
        named = [cell for cell in cells if has_cue(cell.start, cell.end)]
        if named:
            read_table(finder, cells)
        for cell in named:
            if not re.search(r"target|rekomendasi|saran|rencana", cell.block.header or "", re.IGNORECASE):
                finder.said = None
                for sentence in sentences(source.text, cell.start, cell.end):
                    finder.sentence(*sentence)
    found = with_headings_years(source, without_summaries(source, finder.found), finder.lasting)
    return sorted(found, key=lambda item: (item.evidence.page, item.evidence.start))


def _of_home(source: Source, finder: Finder) -> list[Owner]:
    """Who writes, at each cell in a column that tells what is amiss at home."""
    home = finder.owners.home
    return [
        Owner(block.start, block.start, home.government, None if home.government else home.agency, bare=True)
        for block in source.blocks
        if home is not None and block.block.header and _AMISS.match(block.block.header)
    ]


class Indicators:
    """Fills `facts.indicators`."""

    def __call__(self, doc: Doc) -> Doc:
        doc._.facts.indicators = find_indicators(doc._.source, doc._.facts)
        return doc


@Language.factory("indicators")
def make_indicators(nlp: Language, name: str) -> Indicators:
    """The factory spaCy calls."""
    return Indicators()
