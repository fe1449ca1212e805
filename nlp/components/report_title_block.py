"""The title among the lines of a report's first page: which line belongs to it, which stands in between, which is behind it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from nlp.components.report_title_letterhead import LONGEST, below_facts, below_letterhead
from nlp.components.report_title_lines import names_institution, tells_purpose, title_goes_on
from nlp.components.report_title_words import (
    BYLINE,
    CONTINUES,
    DAYS,
    FIRST_CHAPTER,
    GENERIC,
    KICKER,
    NUMBER_LINE,
    PROSE,
    REPORT_LINE,
    ROW,
    SECTION,
    WHO_AND_WHERE,
    cleaned,
    without_office,
)
from nlp.names import is_capitals, title_case
from nlp.pages import BlockKind
from nlp.source import Source

_AHEAD = 3  # lines
_LONG = 160  # characters: a paragraph, unless it is `LAPORAN …` in capitals
_IN_BRACKETS = re.compile(r"\(.*\)")


class _Verdict(Enum):
    """What a line is to the title."""

    TAKEN = auto()
    PASSED_OVER = auto()
    BEHIND = auto()


@dataclass(frozen=True, slots=True)
class _Line:
    text: str  # its words, one space between them
    raw: str
    end: int
    ahead: tuple[str, ...]
    is_first: bool
    is_heading: bool


def title_of_lines(source: Source) -> str | None:
    """The title that the lines of the first page spell, None where no line is one."""
    title = _Title(in_slides=source.form == "pptx")
    for line in _first_lines(source):
        verdict = title.judge(line)
        if verdict is _Verdict.BEHIND:
            break
        if verdict is _Verdict.TAKEN and (title.is_full or _table_next(source, line.end)):
            break
    return title.joined() or None


def _first_lines(source: Source) -> Iterator[_Line]:
    """The lines where a title may stand, those of a letterhead left out."""
    text = source.text
    first_page_end = len(source.pages.pages[0].text)
    spans = [(start, stop) for start, stop in source.lines[:30] if start < first_page_end]
    spans = spans[:12] if source.form == "pptx" else below_letterhead(text, below_facts(text, spans)[:20])
    headings = [
        (block.start, block.end)
        for block in source.blocks
        if block.block.kind is BlockKind.HEADING and block.start < first_page_end
    ]
    for position, (start, stop) in enumerate(spans):
        raw = text[start:stop]
        ahead = tuple(text[first:last] for first, last in spans[position + 1 : position + 1 + _AHEAD])
        is_heading = any(first <= start < last for first, last in headings)
        yield _Line(" ".join(raw.split()), raw, stop, ahead, position == 0, is_heading)


class _Title:
    """The parts of a title gathered line by line."""

    def __init__(self, *, in_slides: bool) -> None:
        self.in_slides = in_slides
        self.parts: list[str] = []
        self.in_capitals = False  # of the last part, as is the next
        self.in_heading = False

    @property
    def is_full(self) -> bool:
        return len(self.parts) >= 6 or (len(self.parts) >= 4 and not self.in_capitals)

    @property
    def is_enough(self) -> bool:
        """Whether the parts could be a title by themselves."""
        return sum(len(part) for part in self.parts) >= 12

    def joined(self) -> str:
        """The parts as one title; only the first may begin with a capital `Pada`."""
        if all(is_capitals(part) for part in self.parts):
            return title_case(" ".join(self.parts))
        return " ".join(title_case(part) for part in self.parts)

    def judge(self, line: _Line) -> _Verdict:
        """Take the line as the next part, pass it over, or find it behind the title."""
        if len(line.text) > LONGEST:
            return self._no_part()
        continued = self._is_continued(line.text)
        if self._opens_the_text(line):
            return _Verdict.BEHIND
        if NUMBER_LINE.match(line.text):
            return _Verdict.PASSED_OVER
        if _IN_BRACKETS.fullmatch(line.text) or self._tells_of_the_paper(line.text, continued=continued):
            return self._no_part()
        self._drop_kicker(line.text)
        if names_institution(line.text) and not continued and not self._goes_on_with(line):
            return _Verdict.BEHIND if self.is_enough else _Verdict.PASSED_OVER
        if self._is_prose(line.text):
            return self._no_part()
        if self._says_who_and_where(line.text) or (not continued and self._changes_style(line)):
            return _Verdict.BEHIND
        return self._take(line)

    def _no_part(self) -> _Verdict:
        return _Verdict.BEHIND if self.parts else _Verdict.PASSED_OVER

    def _take(self, line: _Line) -> _Verdict:
        part = without_office(cleaned(line.text))
        if not part:
            return _Verdict.PASSED_OVER
        self.parts.append(part)
        self.in_capitals, self.in_heading = is_capitals(part), line.is_heading
        return _Verdict.TAKEN

    def _is_continued(self, line: str) -> bool:
        """Neither the part above nor the line stands alone: the one ends, or the other begins, with `di`, `dan`, …"""
        if not self.parts:
            return False
        open_above = f" {self.parts[-1].lower()}".endswith((" dan", " di", " pada", " dengan", ",", ":"))
        return open_above or CONTINUES.match(line) is not None

    def _opens_the_text(self, line: _Line) -> bool:
        """A section, or the first chapter of a report without a preface."""
        if SECTION.match(line.text) and not line.is_first:
            return True
        return line.is_heading and self.is_enough and FIRST_CHAPTER.fullmatch(line.text) is not None

    def _tells_of_the_paper(self, line: str, *, continued: bool) -> bool:
        """Who wrote it and for what, a row `Tanggal : …`, the days below a title in capitals."""
        own = cleaned(line) if line[:7].casefold() == "laporan" else line  # the days that end the title on its line
        if BYLINE.match(own) and not continued:
            return True
        if tells_purpose(line) or ROW.match(line):
            return True
        return self.in_capitals and self.is_enough and not is_capitals(line) and DAYS.search(line) is not None

    def _drop_kicker(self, line: str) -> None:
        """`EDISI KHUSUS`, `KERTAS KERJA 04`: the sort of paper above its title, unless the line says more of the sort."""
        above = " ".join(self.parts)
        if KICKER.match(above) and not KICKER.match(f"{above} {line}") and not names_institution(line):
            self.parts, self.in_capitals = [], False

    def _goes_on_with(self, line: _Line) -> bool:
        return bool(self.parts) and title_goes_on(line.raw, line.ahead, self.parts, in_capitals=self.in_capitals)

    def _is_prose(self, line: str) -> bool:
        if len(line) > _LONG and not (line.startswith("LAPORAN ") and is_capitals(line)):
            return True
        if PROSE.search(line):
            return True
        leads_on = line.endswith(":") and not self.parts and 8 < len(line) < 60
        leads_on = leads_on and (REPORT_LINE.search(line) is not None or is_capitals(line))
        return line.endswith((".", ";", ":")) and not leads_on

    def _says_who_and_where(self, line: str) -> bool:
        """`Hasil magang RSUD X di Y`, below a title that is more than the sort of paper."""
        return bool(self.parts) and WHO_AND_WHERE.match(line) is not None and not self._is_generic()

    def _changes_style(self, line: _Line) -> bool:
        """No more in the capitals, or in the heading, of a title that is complete."""
        if not self.is_enough or self._is_generic():
            return False
        leaves_capitals = self.in_capitals and not self.in_slides and not is_capitals(line.text)
        return leaves_capitals or (self.in_heading and not line.is_heading)

    def _is_generic(self) -> bool:
        """The parts say no more than the sort of paper: `LAPORAN MAGANG`."""
        return GENERIC.match(" ".join(self.parts)) is not None


def _table_next(source: Source, place: int) -> bool:
    """A table begins right after the offset: the title block is over."""
    for block in source.blocks:
        if block.start >= place:
            return block.block.kind is BlockKind.CELL
    return False
