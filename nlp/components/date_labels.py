"""What an agreement states in a form rather than in articles: `Diteken | Kamis, 18 Juli 2024`, `Mulai`, `Habis`, `Lama pekerjaan`.

A row of a table or a line `label : value` is a label and its value; of several values the one of this paper counts, not those
of the papers that it prolongs.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from nlp.facts import DateMention, Facts
from nlp.pages import BlockKind
from nlp.source import Source, SourceBlock

_DAY = r"(?:(?:hari|tanggal|tgl\.?|waktu)(?:\s*[/,&]\s*\w+|\s+dan\s+\w+)?\s+)?"
_OF_IT = r"(?:\s+(?:kerja(?:\s*sama)?|pekerjaan|berlaku(?:nya)?|perjanjian|kesepakatan|kontrak|masa\s+berlaku|efektif|pelaksanaan))*"
SIGNED = re.compile(
    _DAY
    + r"(?:di\s?tanda\s?tangani|penanda\s?tanganan|tanda\s?tangan|di\s?teken|teken)(?:\s+(?:pada|tanggal|naskah|perjanjian))*",
    re.I,
)
BEGINS = re.compile(_DAY + r"(?:mulai|dimulai|berlaku\s+(?:sejak|mulai)|efektif)" + _OF_IT, re.I)
ENDS = re.compile(_DAY + r"(?:habis|berakhir(?:nya)?|selesai|berlaku\s+(?:sampai|hingga)(?:\s+dengan)?)" + _OF_IT, re.I)
LASTS = re.compile(r"(?:lama(?:nya)?|jangka\s+waktu|masa|durasi)" + _OF_IT, re.I)
_NUMBER = re.compile(r"\W*(?:[A-Z]|\d{1,2}|[ivxIVX]+)\W*")
_THIS_PAPER = re.compile(r"\bini\b|\bmenjadi\b|\bbaru\b|\bsekarang\b", re.I)
_LONGEST_LABEL = 45
_LINE = re.compile(r"^[ \t]*(?P<label>[^\W\d][^:|\n]{2,44}?)[ \t]*[:|][ \t]*(?P<value>\S[^\n|]*)", re.M)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and where its value stands in the text."""

    label: str
    start: int
    end: int


def labelled(source: Source) -> list[Labelled]:
    """The labels of the document with their values, in its order."""
    found = [*_in_tables(source), *_in_lines(source)]
    return sorted(found, key=lambda item: item.start)


def day_of(source: Source, facts: Facts, label: re.Pattern[str]) -> DateMention | None:
    """The only day in the value of the first label that fits."""
    for item in labelled(source):
        if label.fullmatch(item.label) is None:
            continue
        days = [
            mention
            for mention in facts.date_mentions
            if item.start <= mention.start < item.end and mention.precision == "day" and not mention.is_range
        ]
        if len(days) == 1:
            return days[0]
    return None


def _in_tables(source: Source) -> Iterator[Labelled]:
    rows: defaultdict[tuple[int, int | None, int | None], list[SourceBlock]] = defaultdict(list)
    for block in source.blocks:
        if block.block.kind is BlockKind.CELL and block.text.strip():
            rows[block.page.number, block.block.table, block.block.row].append(block)
    for cells in rows.values():
        named = [cell for cell in cells if _NUMBER.fullmatch(cell.text) is None] if len(cells) > 2 else cells
        if len(named) < 2 or len(named[0].text) > _LONGEST_LABEL:
            continue
        value = next((cell for cell in named[1:] if _THIS_PAPER.search(cell.block.header or "")), named[-1])
        yield Labelled(" ".join(named[0].text.strip(" :").split()), value.start, value.end)


def _in_lines(source: Source) -> Iterator[Labelled]:
    for match in _LINE.finditer(source.text):
        yield Labelled(" ".join(match["label"].split()), match.start("value"), match.end("value"))
