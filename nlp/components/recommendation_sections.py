"""Where a document recommends: the walk through its units, and the sections that open and close on the way."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nlp.components.recommendation_candidates import Candidate, Section
from nlp.components.recommendation_heading_words import (
    BOUNDARY,
    END,
    KEEP,
    MIXED,
    opens_section,
)
from nlp.components.recommendation_headings import (
    Heading,
    continues,
    heading_of,
    is_heading,
    same_heading,
    stands_inside,
)
from nlp.components.recommendation_list_reader import ListReader
from nlp.components.recommendation_lists import number_of
from nlp.components.recommendation_marks import Unit, begins_message
from nlp.components.recommendation_notes import last_note, of_notes
from nlp.components.recommendation_openings import (
    TO_UNIT,
    belongs,
    is_web_end,
    is_web_rest,
    opens_by_sentence,
    to_party,
)
from nlp.components.recommendation_table_reader import TableReader
from nlp.components.recommendation_text_reader import TextReader
from nlp.components.recommendation_walk import Walk, last_sentence
from nlp.components.recommendation_words import (
    bare_heading,
    is_own_voice,
)
from nlp.extraction import Kind
from nlp.pages import BlockKind
from nlp.source import Source

_ASKS = re.compile(r"[^.!]{6,90}\?$")
_CARD_NUMBER = re.compile(r"0?\d(?:$|\s+(?=[A-Z][a-z]))")
_CARD_LEVEL = 7  # below what headings say, above what only a line's wording shows
_LONGEST_CARD_TITLE = 3  # words
# `Praktik di Sidoarjo` and, further down the same slide, `Untuk Bitung`: what is done there, and what is to be done at home.
_THERE = re.compile(
    r"(?i:praktik(?:nya)?|cara(?:nya)?|kondisi|pengalaman|pelajaran|inovasi|contoh|temuan|yang\s+(?:kami|kita)\s+(?:lihat|pelajari|temukan))\s+(?i:di|dari|pada)\s+(?P<place>[A-Z][\w. -]{2,40})\W*$"
)
_HERE = re.compile(r"(?i:untuk|bagi|buat)\s+(?P<place>[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,3})\s*:?$")
_NEAR_CARDS = 30  # units of one slide
_PROSE = 400  # characters; a longer cell is a column of the page's layout


class SectionReader:
    """Walks over the units once and gives the candidates in reading order."""

    def __init__(self, source: Source, units: Sequence[Unit], kind: Kind) -> None:
        self.walk = Walk(source, units, kind)
        self.lists = ListReader(self.walk)
        self.tables = TableReader(self.walk)
        self.texts = TextReader(self.walk)

    def candidates(self) -> Iterator[Candidate]:
        """What the structure takes for a recommendation."""
        walk, units = self.walk, self.walk.units
        index = 0
        while index < len(units):
            unit = units[index]
            if id(unit) in walk.joined:
                yield self._joined(unit)
                last = index + 1
            elif unit.kind is BlockKind.CELL:
                last = self.tables.end_of(index)
                yield from self._table(units[index:last])
            elif unit.kind is BlockKind.NOTE and (
                noted := list(of_notes(self.walk.source, units[index : last_note(units, index)]))
            ):
                yield from noted
                last = last_note(units, index)
            elif (last := self._list_at(index)) > index:
                yield from self.lists.read(units[index:last])
            else:
                last = index + 1
                yield from self._at(index)
            index = last

    def _joined(self, unit: Unit) -> Candidate:
        """The unit whose code a plan names, without that code."""
        candidate = self.walk.candidate(unit, (), 0.96)
        behind = self.walk.joined[id(unit)]
        if not behind:
            return candidate
        start = unit.start + behind
        return replace(candidate, start=start, text=unit.text[behind:], pieces=((start, unit.end),))

    def _table(self, cells: Sequence[Unit]) -> Iterator[Candidate]:
        found = list(self.tables.read(cells))
        yield from found
        if not found and self.walk.section is None and not self.walk.closed:
            for cell in cells:
                if len(cell.text) > _PROSE:
                    yield from self.texts.running(cell)

    def _at(self, index: int) -> Iterator[Candidate]:
        """The candidates of one unit that is neither a table's cell nor the beginning of a section's list."""
        walk = self.walk
        unit = walk.units[index]
        if walk.kind is Kind.NEWS and is_web_rest(unit.text):
            walk.leave()
            walk.closed = walk.closed or is_web_end(unit.text)
            return
        if walk.section is not None and walk.kind is Kind.NEWS and _ASKS.match(unit.text) and not is_heading(unit):
            walk.section = None  # the next question of an interview
        if id(unit) in walk.meta.lines:
            return
        if id(unit) in walk.meta.rows:
            yield walk.candidate(unit, walk.outline.texts(1), 0.95)
            return
        if id(unit) in walk.findings:
            walk.section = None if walk.section is not None and walk.section.implicit else walk.section
            return
        if walk.section is not None and begins_message(walk.source, unit) and not is_heading(unit):
            walk.leave()  # the next one speaks
        if is_heading(unit) and not walk.is_list_parent(index):
            self._heading(unit, index)
        elif self._turns_home(index):
            heading = heading_of(unit, slide_title=False)
            walk.outline.enter(heading)
            self._open(unit, heading)
        elif walk.goes_past_section(unit):
            walk.leave()
            yield from self.texts.running(unit)
        elif self._may_open(unit) and opens_by_sentence(walk.units, index):
            self._open_by_sentence(unit)
        elif walk.section is not None and unit.kind is not BlockKind.NOTE:
            if walk.section.implicit and not belongs(unit):
                walk.section = None
                yield from self.texts.running(unit)
            else:
                yield from self.texts.in_section(unit, index)
        elif not walk.closed:
            yield from self.texts.running(unit)

    def _list_at(self, index: int) -> int:
        """The end of the list of the open section that begins at `index`; `index` itself where none does."""
        walk = self.walk
        unit = walk.units[index]
        if walk.section is None or unit.mark_kind is None or unit.kind is BlockKind.NOTE or id(unit) in walk.meta.lines:
            return index
        if (
            (walk.kind is Kind.NEWS and (is_web_rest(unit.text) or _ASKS.match(unit.text)))
            or (is_heading(unit) and not walk.is_list_parent(index))
            or walk.goes_past_section(unit)
            or (self._may_open(unit) and opens_by_sentence(walk.units, index))
        ):
            return index
        return self.lists.end_of(index)

    def _turns_home(self, index: int) -> bool:
        """`Untuk Bitung` on a slide that has told of `Praktik di Sidoarjo`."""
        units = self.walk.units
        unit = units[index]
        here = _HERE.match(unit.text) if self.walk.deck and unit.mark_kind is None else None
        if here is None or unit.kind is not BlockKind.PARAGRAPH:
            return False
        before = (other for other in reversed(units[max(0, index - _NEAR_CARDS) : index]) if other.page == unit.page)
        there = next((found for other in before if (found := _THERE.match(other.text))), None)
        return there is not None and here["place"] not in there["place"]

    def _may_open(self, unit: Unit) -> bool:
        """No section is open, or one for another unit (`Kepada : DINAS …` follows upon `Kepada : BADAN …`)."""
        walk = self.walk
        if walk.closed or walk.kind in (Kind.MOU, Kind.AGREEMENT):
            return False
        if walk.kind is Kind.OTHER and not (to_party(unit.text) or is_own_voice(unit.text)):
            return False
        return walk.section is None or (walk.section.implicit and bool(TO_UNIT.match(unit.text)))

    def _open_by_sentence(self, unit: Unit) -> None:
        walk = self.walk
        above = walk.outline.texts(1) if walk.slides else ()
        walk.section = Section(last_sentence(unit.text), None, False, unit.page, above, implicit=True)
        if unit.mark_kind is not None:
            walk.section.mark, walk.section.number = unit.mark_kind, number_of(walk.source, unit)

    # ---- headings ---------------------------------------------------------------------------------------------------

    def _heading(self, unit: Unit, index: int) -> None:
        walk = self.walk
        text = unit.text
        new_page = unit.page != (walk.outline.open[-1].page if walk.outline.open else 0)
        heading = heading_of(unit, slide_title=walk.slides and new_page and unit.kind is BlockKind.HEADING)
        section = walk.section
        if continues(text) and any(same_heading(entry.text, text) for entry in walk.outline.open):
            if section is not None:
                section.page = unit.page
            return
        lead, walk.lead = walk.lead, None
        if section is not None and not section.implicit and _parts(section, heading):
            if lead is not None:
                section.below = [(0, lead)]  # it leads into all the parts
            _enter_below(section, heading)
            return
        if section is not None and self._titles_card(section, heading, index):
            _enter_below(section, replace(heading, level=_CARD_LEVEL))
            return
        walk.outline.enter(heading, title=index < walk.title_end)
        if opens_section(text) and not KEEP.search(text):
            self._open(unit, heading)
        elif section is not None:
            if self._closes(section, heading):
                walk.section = None
            else:
                _enter_below(section, heading)

    def _titles_card(self, section: Section, heading: Heading, index: int) -> bool:
        """`JALUR`, `PAPAN WAKTU` on the slide that the section opened on: the title of one of its cards."""
        text = heading.text
        around = self.walk.units[max(0, index - 1) : index + 2]
        numbered = any(_CARD_NUMBER.match(unit.text) for unit in around if unit.kind is not BlockKind.CELL)
        if not (self.walk.deck or numbered) or section.opened is None or section.page != heading.page or heading.style:
            return False
        if not text.isupper() or len(text.split()) > _LONGEST_CARD_TITLE:
            return False
        return not (opens_section(text) or BOUNDARY.match(text) or KEEP.search(text) or END.match(text))

    def _open(self, unit: Unit, heading: Heading) -> None:
        """A section opens, unless the heading is that of the open one again."""
        walk, text = self.walk, unit.text
        section = walk.section
        if section is not None and section.opened is not None and same_heading(section.heading, text):
            if section.page != unit.page and walk.slides and not continues(text):
                section.above = walk.outline.above(heading)[
                    :2
                ]  # `Yang akan kami kerjakan` below `Camat A`, below `Camat B`
            section.page, section.opened = unit.page, heading
            return
        headline = walk.kind is Kind.NEWS and walk.outline.is_title(heading)  # tells the whole story, too
        mixed = headline or bool(MIXED.search(text))
        walk.section = Section(text, heading, mixed, unit.page, walk.outline.above(heading)[:2])
        if unit.kind is not BlockKind.HEADING and unit.mark_kind is not None:
            walk.section.mark, walk.section.number = unit.mark_kind, number_of(walk.source, unit)

    def _closes(self, section: Section, heading: Heading) -> bool:
        bare = bare_heading(heading.text)
        if section.opened is None or BOUNDARY.match(bare) or KEEP.search(bare) or END.match(bare):
            return True
        return section.opened not in self.walk.outline.open


def _enter_below(section: Section, heading: Heading) -> None:
    """`heading` is the nearest inside `section` now."""
    section.below = [(depth, line) for depth, line in section.below if depth < heading.level]
    section.below.append((heading.level, heading.text))


def _parts(section: Section, heading: Heading) -> bool:
    """`Bagi BKD`, `Jangka pendek`: a heading that parts the section; one with a word for recommendations too, if numbered inside it."""
    if (
        section.opened is not None
        and section.opened.page != heading.page
        and heading.level == 1
        and heading.style == ""
    ):
        return False
    bare = bare_heading(heading.text)
    if BOUNDARY.match(bare) or KEEP.search(bare):
        return False
    return stands_inside(heading.text) and not (
        section.opened and section.opened.style and section.opened.style == heading.style
    )
