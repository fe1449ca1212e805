"""What is known at a place of the document while its recommendations are gathered: the open section, its headings, its lead-in."""

import re
from collections.abc import Iterator, Sequence

from nlp.components.recommendation_candidates import Candidate, Section
from nlp.components.recommendation_enumerations import parts_by_semicolon
from nlp.components.recommendation_heading_words import (
    AIMS,
    AMISS,
    BOUNDARY,
    KEEP,
    opens_section,
)
from nlp.components.recommendation_headings import Outline, is_heading
from nlp.components.recommendation_joined import join
from nlp.components.recommendation_lists import number_of
from nlp.components.recommendation_marks import Unit, flat
from nlp.components.recommendation_meta import meta_of
from nlp.components.recommendation_units import SENTENCE_END
from nlp.components.recommendation_words import (
    bare_heading,
)
from nlp.extraction import Kind
from nlp.pages import BlockKind
from nlp.source import Source

SLIDES = {"pptx", "ppt", "odp"}
_SUMMARY = re.compile(
    r"\b(?:ringkas(?:an)?|rangkuman|abstrak|ikhtisar|sari|executive\s+summary|sekilas)\b", re.IGNORECASE
)
_LONGEST_TITLE_LINE = 25  # words
_LEAST_WORDS = 4  # of an item that a heading's word begins
# An examiner's finding told in named paragraphs; what is recommended stands in the last of them.
_OF_FINDING = re.compile(
    r"\W*(?:[A-Z]\s*[–—-]\s*)?(?P<name>kondisi|kriteria|sebab|penyebab|akibat|dampak|tanggapan|situasi|latar\s+belakang|penilaian|analisis)\s*[.:]\s+(?=\S+\s+\S)",
    re.IGNORECASE,
)
_RECOMMENDS = re.compile(r"(?:^|[.;]\s)\W*(?:R\s*[–—-]\s*)?(?:rekomendasi|saran)\s*[.:](?:\s|$)", re.IGNORECASE)
_LEAST_NAMES = 2
_ROW = re.compile(r"\w\s*:\s")


class Walk:
    """The document and where in it the reader stands; its lists, tables and texts are read by others that share it."""

    def __init__(self, source: Source, units: Sequence[Unit], kind: Kind) -> None:
        self.source = source
        self.units = units
        self.kind = kind
        self.slides = source.form in SLIDES
        self.deck = self.slides or all((page.width or 0) > (page.height or 1) for page in source.pages.pages)
        self.outline = Outline()
        self.section: Section | None = None
        self.lead: str | None = None
        self.meta = meta_of(units, slides=self.slides)
        self.joined = join(source, units, self.meta)
        self.title_end = _title_end(units) if kind is not Kind.LETTER else 0
        self.settled: list[tuple[int, int]] = []  # tables whose column of actions is known
        self.findings = _findings(units)
        self.settled += [(unit.start, unit.end) for unit in units if id(unit) in self.findings]
        self.closed = False  # what follows is the web page's rest

    def leave(self) -> None:
        """The section ends here."""
        self.section, self.lead = None, None

    def above(self, section: Section | None) -> tuple[str, ...]:
        """The lines that `section`'s next recommendation stands under, nearest first."""
        if section is None:
            return ()
        below = [line for _, line in reversed(section.below)]
        return tuple(line for line in (self.lead, *below, section.heading, *section.above) if line)

    def goes_past_section(self, unit: Unit) -> bool:
        """`5. …` after the section that `4. Saran` opened."""
        section = self.section
        if section is None or section.number is None or unit.mark_kind != section.mark:
            return False
        return number_of(self.source, unit) == section.number + 1

    def is_list_parent(self, index: int) -> bool:
        """A numbered line inside a section with deeper items below, or one item among its like: not a heading of the document."""
        unit = self.units[index]
        if self.section is None or unit.kind is BlockKind.HEADING or unit.mark_kind is None:
            return False
        if self._follows_in_list(index):
            return True
        bare = unit.text
        if BOUNDARY.match(bare) or KEEP.search(bare) or opens_section(bare):
            return False
        return not unit.text.isupper() or unit.mark_kind == "1."

    def _follows_in_list(self, index: int) -> bool:
        """`3. Anggaran diklat minimal 0,34% dari APBD` after the second item of the section's list, whose own heading is no such item."""
        unit, before = self.units[index], self.units[index - 1] if index else None
        if self.section is None or before is None or unit.mark_kind == self.section.mark:
            return False
        if before.mark_kind != unit.mark_kind or len(unit.text.split()) < _LEAST_WORDS or opens_section(unit.text):
            return False
        first, second = number_of(self.source, before), number_of(self.source, unit)
        return first is not None and second == first + 1 and not is_heading(before)

    def in_summary(self) -> bool:
        """The nearest heading says that what stands here is said again elsewhere."""
        return any(_SUMMARY.search(line) for line in self.outline.texts(1))

    def about_aims(self) -> bool:
        """What stands here tells of aims, duties or findings, or of what is amiss."""
        nearest = self.outline.texts(1)
        if nearest and AMISS.match(bare_heading(nearest[0])) and not opens_section(nearest[0]):
            return True
        return any(AIMS.search(line) for line in self.outline.texts(2))

    def candidate(self, unit: Unit, above: Sequence[str], confidence: float) -> Candidate:
        """The unit as one recommendation, with the owner and the time that stand beside it."""
        owner, time = self.meta.beside.get(id(unit), (None, None))
        return Candidate(
            unit.start,
            unit.end,
            unit.text,
            tuple(unit.pieces),
            (*above, *self.above(self.section)),
            owner=owner,
            time=time,
            confidence=confidence,
            summary=self.in_summary(),
        )

    def whole_or_parts(self, unit: Unit, above: Sequence[str], confidence: float) -> Iterator[Candidate]:
        """The unit as one recommendation, or each of the actions that semicolons part."""
        parts = parts_by_semicolon(self.source.text[unit.start : unit.end]) if len(unit.pieces) == 1 else ()
        if len(parts) < 2:
            yield self.candidate(unit, above, confidence)
            return
        lines = (*above, *self.above(self.section))
        for first, last in parts:
            start, end = unit.start + first, unit.start + last
            yield Candidate(
                start, end, flat(self.source.text[start:end]), ((start, end),), lines, confidence=confidence
            )


def _findings(units: Sequence[Unit]) -> set[int]:
    """The ids of the paragraphs `Kondisi. …`, `Kriteria. …`, `Sebab. …` where others are named `Rekomendasi. …`: they tell what is."""
    named = [(unit, match["name"].casefold()) for unit in units if (match := _OF_FINDING.match(unit.text))]
    if len({name for _, name in named}) < _LEAST_NAMES or not any(_RECOMMENDS.search(unit.text) for unit in units):
        return set()
    return {id(unit) for unit, _ in named if unit.kind is BlockKind.PARAGRAPH and not _RECOMMENDS.search(unit.text)}


def _title_end(units: Sequence[Unit]) -> int:
    """The index behind the lines of the title or cover that the document begins with."""
    for index, unit in enumerate(units):
        if unit.kind is BlockKind.CELL or unit.mark_kind is not None or len(unit.text.split()) > _LONGEST_TITLE_LINE:
            return index
        if _ROW.search(unit.text) or opens_section(unit.text) or BOUNDARY.match(bare_heading(unit.text)):
            return index
    return len(units)


def last_sentence(text: str) -> str:
    """Of a paragraph that ends in a lead-in, the lead-in itself: what stands before it names others and other times."""
    return SENTENCE_END.split(text.rstrip())[-1]
