"""Where a document recommends: sections by their heading, tables by their column, sentences by their wording."""

import re
from collections.abc import Iterator, Mapping, Sequence

from nlp.components.deadlines import find_deadline
from nlp.components.recommendation_candidates import Candidate, Section
from nlp.components.recommendation_enumerations import parts_by_semicolon
from nlp.components.recommendation_headings import (
    Heading,
    Outline,
    continues,
    heading_of,
    is_heading,
    same_heading,
    stands_inside,
)
from nlp.components.recommendation_items import is_whole, names_addressee
from nlp.components.recommendation_lists import LABELLED, depths_of, meta_of, number_of, without_tail
from nlp.components.recommendation_marks import Unit, flat
from nlp.components.recommendation_openings import TO_UNIT, belongs, is_web_end, is_web_rest, opens_by_sentence
from nlp.components.recommendation_rows import beside_cells
from nlp.components.recommendation_sentences import (
    FOR_HOME,
    LEAD_IN,
    OPENING_SENTENCE,
    TO_SELF,
    Stretch,
    announces,
    likely_in_running,
    likely_in_section,
    stretches_of,
)
from nlp.components.recommendation_tables import actions_of, headers_of
from nlp.components.recommendation_units import SENTENCE_END
from nlp.components.recommendation_words import (
    AIMS,
    BOUNDARY,
    END,
    KEEP,
    MIXED,
    bare_heading,
    has_modal,
    is_action,
    is_passive,
    is_rejected,
    is_state,
    opens_section,
    speaks_of_proposing,
)
from nlp.extraction import Kind
from nlp.pages import BlockKind
from nlp.source import Source

SLIDES = {"pptx", "ppt", "odp"}
_NO_LEVELS = {"pdf", "image", "txt"}  # a level there is a guess from the indent; the kind of mark says more
_SUMMARY = re.compile(r"\b(?:ringkasan|rangkuman|abstrak|ikhtisar|sari|executive\s+summary|sekilas)\b", re.IGNORECASE)
# A line of a slide that says what shall be without a verb of doing: `Satu desa satu operator`.
_PHRASE = re.compile(r"[^\W\d_][^:=?|]{12,150}$")
_ASKS = re.compile(r"[^.!]{6,90}\?$")
_PART = re.compile(r"\(\d{1,2}(?:\s*/\s*\d{1,2})?\)\s*$|\b\d{1,2}\s*/\s*\d{1,2}\s*$")  # `Langkah kita (2)`
_PROSE = 400  # characters; a longer cell is a column of the page's layout
_DAY = re.compile(r"\b\d{1,2}\s+[A-Z][a-z]+\s+20\d\d\b")


class SectionReader:
    """Walks over the units once and gives the candidates in reading order."""

    def __init__(self, source: Source, units: Sequence[Unit], kind: Kind) -> None:
        self.source = source
        self.units = units
        self.kind = kind
        self.slides = source.pages.format in SLIDES
        self.outline = Outline()
        self.section: Section | None = None
        self.lead: str | None = None
        self.meta = meta_of(units, slides=self.slides)
        self.headers: tuple[int, Mapping[int, str]] = (0, {})  # of the last table, and its page
        self.settled: list[tuple[int, int]] = []  # tables whose column of actions is known
        self.closed = False  # what follows is the web page's rest

    def candidates(self) -> Iterator[Candidate]:
        index = 0
        while index < len(self.units):
            unit = self.units[index]
            if unit.kind is BlockKind.CELL:
                last = self._table_end(index)
                found = list(self._table(self.units[index:last]))
                yield from found
                if not found and self.section is None and not self.closed:
                    for cell in self.units[index:last]:
                        if len(cell.text) > _PROSE:
                            yield from self._running(cell)
                index = last
                continue
            if self.kind is Kind.NEWS and is_web_rest(unit.text):
                self.section, self.lead = None, None
                self.closed = self.closed or is_web_end(unit.text)
                index += 1
                continue
            if self.section is not None and self.kind is Kind.NEWS and _ASKS.match(unit.text) and not is_heading(unit):
                self.section = None  # the next question of an interview
            if id(unit) not in self.meta.lines and is_heading(unit) and not self._is_list_parent(index):
                self._heading(unit)
            elif id(unit) in self.meta.lines:
                pass
            elif self._goes_past_section(unit):
                self.section, self.lead = None, None
                yield from self._running(unit)
            elif self._may_open(unit) and opens_by_sentence(self.units, index):
                above = self.outline.texts(1) if self.slides else ()
                self.section = Section(_last_sentence(unit.text), None, False, unit.page, above, implicit=True)
                if unit.mark_kind is not None:
                    self.section.mark, self.section.number = unit.mark_kind, number_of(self.source, unit)
            elif self.section is not None and unit.kind is not BlockKind.NOTE:
                last = self._list_end(index)
                if unit.mark_kind is not None and last > index:
                    yield from self._list(self.units[index:last])
                    index = last
                    continue
                if self.section.implicit and not belongs(unit):
                    self.section = None
                    yield from self._running(unit)
                else:
                    yield from self._in_section(unit, index)
            elif not self.closed:
                yield from self._running(unit)
            index += 1

    def _goes_past_section(self, unit: Unit) -> bool:
        """`5. …` after the section that `4. Saran` opened."""
        section = self.section
        if section is None or section.number is None or unit.mark_kind != section.mark:
            return False
        return number_of(self.source, unit) == section.number + 1

    def _may_open(self, unit: Unit) -> bool:
        """No section is open, or one for another unit (`Kepada : DINAS …` follows upon `Kepada : BADAN …`)."""
        if self.closed or self.kind not in (Kind.REPORT, Kind.NEWS, Kind.LETTER):
            return False
        return self.section is None or (self.section.implicit and bool(TO_UNIT.match(unit.text)))

    # ---- headings ---------------------------------------------------------------------------------------------------

    def _heading(self, unit: Unit) -> None:
        text = unit.text
        new_page = unit.page != (self.outline.open[-1].page if self.outline.open else 0)
        heading = heading_of(unit, slide_title=self.slides and new_page and unit.kind is BlockKind.HEADING)
        section = self.section
        if continues(text) and any(same_heading(entry.text, text) for entry in self.outline.open):
            return
        lead, self.lead = self.lead, None
        if section is not None and not section.implicit and self._parts(section, heading):
            if lead is not None:
                section.below = [(0, lead)]  # it leads into all the parts
            section.below = [(depth, line) for depth, line in section.below if depth < heading.level]
            section.below.append((heading.level, text))
            return
        self.outline.enter(heading)
        if opens_section(text) and not KEEP.search(text):
            if section is not None and section.opened is not None and same_heading(section.heading, text):
                section.page, section.opened = unit.page, heading
                return
            self.section = Section(text, heading, bool(MIXED.search(text)), unit.page, self.outline.above(heading)[:2])
            if unit.kind is not BlockKind.HEADING and unit.mark_kind is not None:
                self.section.mark, self.section.number = unit.mark_kind, number_of(self.source, unit)
        elif section is not None:
            if self._closes(section, heading):
                self.section = None
            else:
                section.below = [(depth, line) for depth, line in section.below if depth < heading.level]
                section.below.append((heading.level, text))

    @staticmethod
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

    def _closes(self, section: Section, heading: Heading) -> bool:
        bare = bare_heading(heading.text)
        if section.opened is None or BOUNDARY.match(bare) or KEEP.search(bare) or END.match(bare):
            return True
        return section.opened not in self.outline.open

    # ---- lists ------------------------------------------------------------------------------------------------------

    def _list_end(self, index: int) -> int:
        """The end of the run of list items that begins at `index`."""
        last = index
        while last < len(self.units):
            unit = self.units[last]
            if unit.mark_kind is None or unit.kind in (BlockKind.CELL, BlockKind.HEADING, BlockKind.NOTE):
                break
            if last > index and (
                (is_heading(unit) and not self._is_list_parent(last)) or self._goes_past_section(unit)
            ):
                break
            last += 1
        return last

    def _is_list_parent(self, index: int) -> bool:
        """A numbered line inside a section with deeper items below, or one item among its like: not a heading of the document."""
        unit = self.units[index]
        if self.section is None or unit.kind is BlockKind.HEADING or unit.mark_kind is None:
            return False
        bare = unit.text
        if BOUNDARY.match(bare) or KEEP.search(bare) or opens_section(bare):
            return False
        return not unit.text.isupper() or unit.mark_kind == "1."

    def _list(self, items: Sequence[Unit]) -> Iterator[Candidate]:
        depths = depths_of(items, trust_levels=self.source.pages.format not in _NO_LEVELS)
        parents: list[tuple[int, Unit]] = []
        for position, unit in enumerate(items):
            if id(unit) in self.meta.lines:
                continue
            depth = depths[position]
            parents = [(level, parent) for level, parent in parents if level < depth]
            above = [parent.text for _, parent in reversed(parents)]
            has_children = any(
                other > depth and id(item) not in self.meta.lines
                for item, other in zip(
                    items[position + 1 : position + 2], depths[position + 1 : position + 2], strict=True
                )
            )
            if any(KEEP.search(line) for line in above):
                continue
            if KEEP.search(unit.text) and len(unit.text) < 200:
                if has_children:
                    parents.append((depth, unit))
                continue
            if END.match(unit.text):
                self.section = None
                return
            if names_addressee(unit):
                if position == len(items) - 1 and self.section is not None:
                    self.section.below = [(8, unit.text)]  # a table or paragraphs follow
                parents.append((depth, unit))
                continue
            if has_children:
                parents.append((depth, unit))
                if LEAD_IN.search(unit.text) or not is_whole(items, depths, position):
                    continue
            elif LEAD_IN.search(unit.text) and unit.text.endswith(":"):
                self.lead = unit.text
                continue
            yield from self._item(unit, above)

    def _item(self, unit: Unit, above: Sequence[str]) -> Iterator[Candidate]:
        section = self.section
        if section is None:
            return
        text = unit.text
        words = len(text.split())
        action = is_action(text)
        least = 3 if section.mixed or section.implicit or self.kind is Kind.LETTER else 2
        if is_rejected(text) or words < 2 or (words <= least and not action) or is_state(text):
            return
        if (
            section.mixed
            and not section.below
            and self.lead is None
            and not (action and not is_state(text))
            and not has_modal(text)
        ):
            return
        confidence = 0.96 if action else 0.93 if has_modal(text) else 0.78
        yield from self._whole_or_parts(unit, above, confidence)

    def _whole_or_parts(self, unit: Unit, above: Sequence[str], confidence: float) -> Iterator[Candidate]:
        """The unit as one recommendation, or each of the actions that semicolons part."""
        parts = parts_by_semicolon(self.source.text[unit.start : unit.end]) if len(unit.pieces) == 1 else ()
        if len(parts) < 2:
            yield self._candidate(unit, above, confidence)
            return
        lines = (*above, *self._above(self.section))
        for first, last in parts:
            start, end = unit.start + first, unit.start + last
            yield Candidate(
                start, end, flat(self.source.text[start:end]), ((start, end),), lines, confidence=confidence
            )

    # ---- paragraphs in a section ------------------------------------------------------------------------------------

    def _in_section(self, unit: Unit, index: int) -> Iterator[Candidate]:
        section = self.section
        if section is None:
            return
        text = unit.text
        if END.match(text):
            self.section = None
            return
        if KEEP.search(text) and len(text) < 120 and not is_action(text):
            self.section = None if not text.rstrip().endswith((".", ";")) and ":" not in text else self.section
            return
        if LEAD_IN.search(text):
            self.lead = _last_sentence(text)
            if len(text.split()) <= 8:
                section.below = [(9, text)]
                self.lead = None
            return
        short = len(text.split()) <= 40 and not re.search(r"(?<!\bs\.d)[.!?]\s+[A-Z]", text)
        if short and self._looks_like_sub_heading(unit, index):
            section.below = [(depth, line) for depth, line in section.below if depth < 8] + [(8, text)]
            self.lead = None
            return
        if short and not text.endswith("."):
            if is_rejected(text) or is_state(text) or len(text.split()) < 3:
                return
            if is_action(text) or has_modal(text):
                yield from self._whole_or_parts(unit, (), 0.93)
            elif LABELLED.match(text):
                yield self._candidate(unit, (), 0.8)
            elif self._is_phrase(unit):
                yield self._candidate(unit, (), 0.7)
            return
        yield from self._sentences(unit, in_section=True)

    def _is_phrase(self, unit: Unit) -> bool:
        section = self.section
        if section is None or section.mixed or section.opened is None or section.opened is self.outline.first:
            return False
        if self.kind is Kind.LETTER:
            return False
        return bool(_PHRASE.match(unit.text)) and not _DAY.search(unit.text)

    def _looks_like_sub_heading(self, unit: Unit, index: int) -> bool:
        text = unit.text
        if unit.text.endswith((".", ";")) or len(text.split()) > 9 or (is_action(text) and len(text.split()) > 3):
            return False
        if LABELLED.match(text):
            return False
        following = self.units[index + 1] if index + 1 < len(self.units) else None
        return (
            following is not None
            and following.page == unit.page
            and (following.mark_kind is not None or is_action(following.text))
        )

    # ---- tables -----------------------------------------------------------------------------------------------------

    def _table_end(self, index: int) -> int:
        first = self.units[index]
        last = index
        while (
            last < len(self.units)
            and self.units[last].kind is BlockKind.CELL
            and (self.units[last].page, self.units[last].owner.table) == (first.page, first.owner.table)
        ):
            last += 1
        return last

    def _table(self, cells: Sequence[Unit]) -> Iterator[Candidate]:
        section = self.section
        if section is not None and section.mixed and section.page != cells[0].page and self.slides:
            section = None
        above = self._above(section) if section is not None else self.outline.texts(2)
        actions = actions_of(self.source, cells, in_section=section is not None, before=self._headers_before(cells))
        if sum(action.sure for action in actions) > 1:
            self.settled.append((cells[0].start, cells[-1].end))
        beside = beside_cells(self.source, cells) if actions and not any(headers_of(cells).values()) else {}
        for action in actions:
            if not action.sure and not (is_action(action.text) or has_modal(action.text)):
                continue
            lines = (action.row_heading, *above) if action.row_heading else above
            owner, time = beside.get(action.start, (action.owner, action.time))
            yield Candidate(
                action.start,
                action.end,
                action.text,
                ((action.start, action.end),),
                lines,
                owner,
                time,
                0.97 if action.sure else 0.8,
                in_table=True,
            )

    def _headers_before(self, cells: Sequence[Unit]) -> Mapping[int, str]:
        """The headers of the table on the page before, where this one has as many columns and goes on below the same heading."""
        page, headers = self.headers
        own = headers_of(cells)
        self.headers = cells[0].page, headers if (goes_on := self._goes_on(cells, page, headers, own)) else own
        return headers if goes_on else {}

    def _goes_on(self, cells: Sequence[Unit], page: int, headers: Mapping[int, str], own: Mapping[int, str]) -> bool:
        nearest = self.outline.texts(1)
        return (
            cells[0].page == page + 1
            and own.keys() == headers.keys()
            and dict(own) != dict(headers)
            and bool(nearest)
            and (continues(nearest[0]) or bool(_PART.search(nearest[0])))
        )

    # ---- running text -----------------------------------------------------------------------------------------------

    def _running(self, unit: Unit) -> Iterator[Candidate]:
        if self.kind in (Kind.OTHER, Kind.MOU, Kind.AGREEMENT):
            return
        yield from self._sentences(unit, in_section=False)

    def _sentences(self, unit: Unit, *, in_section: bool) -> Iterator[Candidate]:
        if (
            not in_section
            and not has_modal(unit.text)
            and not speaks_of_proposing(unit.text)
            and not is_passive(unit.text)
            and not OPENING_SENTENCE.search(unit.text)
            and not FOR_HOME.search(unit.text)
        ):
            return
        stretches = stretches_of(self.source, unit)
        for stretch in stretches:
            text = stretch.text
            if stretch.lead is None and (len(text.split()) < 4 or (LEAD_IN.search(text) and text.endswith(":"))):
                if LEAD_IN.search(text):
                    self.lead = text
                continue
            confidence = self._likely(stretch, unit, in_section=in_section)
            if confidence is None:
                if in_section and TO_SELF.search(text):
                    self.lead = text
                continue
            whole = len(stretches) == 1
            yield Candidate(
                stretch.start,
                stretch.end,
                unit.text if whole else text,
                tuple(unit.pieces) if whole else ((stretch.start, stretch.end),),
                self._above(self.section) if in_section else (),
                *(self.meta.beside.get(id(unit), (None, None)) if whole else (stretch.owner, None)),
                confidence=confidence,
                running=not in_section,
                summary=self._in_summary(),
            )

    def _likely(self, stretch: Stretch, unit: Unit, *, in_section: bool) -> float | None:
        if stretch.lead is not None and (in_section or announces(stretch.lead)):
            return None if is_rejected(stretch.text) or len(stretch.text.split()) < 2 else 0.9
        if TO_SELF.search(stretch.text) or END.match(stretch.text):
            return None
        if in_section and self.section is not None:
            led = self.lead is not None and announces(self.lead)
            return likely_in_section(stretch.text, mixed=self.section.mixed and not led, led=led)
        return likely_in_running(stretch.text, unit, self.kind, aims=self._about_aims())

    def _in_summary(self) -> bool:
        return any(_SUMMARY.search(line) for line in self.outline.texts(1))

    def _about_aims(self) -> bool:
        return any(AIMS.search(line) for line in self.outline.texts(2))

    # ---- putting together -------------------------------------------------------------------------------------------

    def _above(self, section: Section | None) -> tuple[str, ...]:
        if section is None:
            return ()
        below = [line for _, line in reversed(section.below)]
        return tuple(line for line in (self.lead, *below, section.heading, *section.above) if line)

    def _candidate(self, unit: Unit, above: Sequence[str], confidence: float) -> Candidate:
        owner, time = self.meta.beside.get(id(unit), (None, None))
        text, tail_owner, tail_time = without_tail(unit.text)
        owner, time = owner or tail_owner, time or tail_time
        return Candidate(
            unit.start,
            unit.end,
            text,
            tuple(unit.pieces),
            (*above, *self._above(self.section)),
            owner=owner,
            time=time,
            confidence=confidence,
        )


def _last_sentence(text: str) -> str:
    """Of a paragraph that ends in a lead-in, the lead-in itself: what stands before it names others and other times."""
    return SENTENCE_END.split(text.rstrip())[-1]


def first_time(lines: Sequence[str]) -> str | None:
    """The nearest line above that states a time, such as `Jangka pendek (2024)`."""
    for line in lines[:3]:
        if re.search(r"jangka|triwulan|semester|tahun|\bTA\b|20\d\d|segera|term\b", line, re.IGNORECASE) and (
            found := find_deadline(line, column=True)
        ):
            return line if found.last else None
    return None


__all__ = ["SLIDES", "Candidate", "SectionReader", "first_time"]
