"""Where a document recommends: sections by their heading, tables by their column, sentences by their wording."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from nlp.components.deadlines import find_deadline
from nlp.components.recommendation_headings import (
    Heading,
    Outline,
    bare_heading,
    heading_of,
    is_heading,
    same_heading,
    stands_inside,
)
from nlp.components.recommendation_tables import actions_of
from nlp.components.recommendation_units import SENTENCE_END, Unit, flat, mark_of, sentences_of
from nlp.components.recommendation_words import (
    BOUNDARY,
    END,
    KEEP,
    MIXED,
    MODAL,
    NOT_OPENER,
    PROPOSES,
    is_action,
    is_rejected,
    is_state,
    may_propose,
    of_others,
    opens_section,
    proposes,
)
from nlp.extraction import Kind
from nlp.pages import BlockKind
from nlp.source import Source

_SLIDES = {"pptx", "ppt", "odp"}
_NO_LEVELS = {"pdf", "image", "txt"}  # a level there is a guess from the indent; the kind of mark says more
_AIMS = re.compile(
    r"\b(?:latar\s+belakang|pendahuluan|dasar|maksud|tujuan|tugas|fungsi|profil|gambaran|kata\s+pengantar|ucapan|harian|jadwal|agenda|ruang\s+lingkup|definisi|pengertian|best\s+practice|praktik\s+baik|temuan|lokus|kegiatan|background|hasil|pelaksanaan|yang\s+dilihat|uraian|tanya\s+jawab|diskusi|mekanisme|proses|alur|layanan|perjanjian|ketentuan|yang\s+dipelajari)\b",
    re.IGNORECASE,
)
_WEB_REST = re.compile(
    r"\b(?:baca\s+juga|berita\s+(?:lain|terkait|terbaru)|komentar|pos\s+terkait|artikel\s+terkait|rekomendasi\s+untuk\s+anda|ikuti\s+juga)\b",
    re.IGNORECASE,
)
_META_LINE = re.compile(
    r"^(?:(?P<owner>penanggung\s*-?\s*jawab|pic|opd(?:\s+(?:pengampu|pelaksana|terkait))?|unit\s+(?:kerja|pelaksana)|pelaksana|instansi)"
    r"|(?P<time>waktu(?:\s+\w+)?|target\s+(?:waktu|penyelesaian|selesai)|jadwal|tenggat|batas\s+waktu|timeline|target))\s*:\s*(?P<value>\S.{1,90})$",
    re.IGNORECASE,
)
_OPENING_SENTENCE = re.compile(
    r"\b(?:rekomendasi|saran|usul(?:an)?|masukan|tindak\s+lanjut|rencana\s+aksi|langkah(?:[\s-]langkah)?\s+(?:perbaikan|yang|tindak)|merekomendasikan|menyarankan|mengusulkan|direkomendasikan|disarankan|diusulkan"
    r"|(?:dapat|perlu|bisa)\s+(?:di\s?)?(?:adopsi|tindaklanjuti|terapkan|replikasi|lakukan))\b",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r":\s*$|\b(?:sebagai\s+berikut|berikut\s+ini|antara\s+lain|yaitu|adalah|di\s+bawah\s+ini)\s*[:.]?\s*$",
    re.IGNORECASE,
)
_TO_SELF = re.compile(
    r"\b(?:rekomendasi|saran|usulan|masukan)\b[^.]{0,60}\b(?:berikut|disampaikan|lampiran|tercantum|dimuat|kami\s+muat|terlampir)\b|\b(?:matriks|tabel)\s+(?:berikut|di\s+bawah)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A recommendation found. `above`: the lines it stands under, nearest first (lead-in, sub-heading, heading, slide's title):
    they may name who is to act and by when."""

    start: int
    end: int
    text: str
    pieces: tuple[tuple[int, int], ...]
    above: tuple[str, ...] = ()
    owner: str | None = None
    time: str | None = None
    confidence: float = 0.9
    in_table: bool = False
    running: bool = False


@dataclass(slots=True)
class _Section:
    heading: str
    opened: Heading | None  # None where a sentence opened it
    mixed: bool
    page: int
    above: tuple[str, ...] = ()
    implicit: bool = False
    below: list[tuple[int, str]] = field(default_factory=list)  # sub-headings open inside: level, text


class SectionReader:
    """Walks over the units once and gives the candidates in reading order."""

    def __init__(self, source: Source, units: Sequence[Unit], kind: Kind) -> None:
        self.source = source
        self.units = units
        self.kind = kind
        self.slides = source.pages.format in _SLIDES
        self.outline = Outline()
        self.section: _Section | None = None
        self.lead: str | None = None
        self.meta: dict[int, tuple[str | None, str | None]] = {}
        self.meta_lines: set[int] = set()
        self._find_meta_lines()
        self.closed = False  # what follows is the web page's rest

    def candidates(self) -> Iterator[Candidate]:
        index = 0
        while index < len(self.units):
            unit = self.units[index]
            if unit.kind is BlockKind.CELL:
                last = self._table_end(index)
                yield from self._table(self.units[index:last])
                index = last
                continue
            if self.kind is Kind.NEWS and len(unit.text) < 140 and _WEB_REST.search(unit.text):
                self.section, self.lead = None, None
                index += 1
                if (
                    re.search(r"komentar|berita\s+lain|pos\s+terkait|artikel\s+terkait", unit.text, re.IGNORECASE)
                    and len(unit.text) < 40
                ):
                    self.closed = True
                continue
            if is_heading(unit) and not self._is_list_parent(index):
                self._heading(unit)
            elif id(unit) in self.meta_lines:
                pass
            elif self._opens_by_sentence(unit, index):
                self.section = _Section(unit.text, None, False, unit.page, implicit=True)
            elif self.section is not None and unit.kind is not BlockKind.NOTE:
                last = self._list_end(index)
                if unit.mark_kind is not None and last > index:
                    yield from self._list(self.units[index:last])
                    index = last
                    continue
                if self.section.implicit and not self._belongs(unit):
                    self.section = None
                    yield from self._running(unit)
                else:
                    yield from self._in_section(unit, index)
            elif not self.closed:
                yield from self._running(unit)
            index += 1

    def _opens_by_sentence(self, unit: Unit, index: int) -> bool:
        """`Kami menyarankan hal-hal sebagai berikut:` before a list opens a section as a heading does."""
        if self.section is not None or self.closed or self.kind not in (Kind.REPORT, Kind.NEWS, Kind.LETTER):
            return False
        if unit.kind is not BlockKind.PARAGRAPH or not _LEAD_IN.search(unit.text):
            return False
        last = re.split(r"(?<=[.!?])\s+(?=[A-Z])", unit.text)[-1]
        if not _OPENING_SENTENCE.search(last) or NOT_OPENER.search(last) or of_others(last) or is_rejected(last):
            return False
        following = self.units[index + 1] if index + 1 < len(self.units) else None
        return following is not None and (following.mark_kind is not None or is_action(following.text))

    @staticmethod
    def _belongs(unit: Unit) -> bool:
        """A section that a sentence opened ends with its list."""
        return unit.mark_kind is not None or is_action(unit.text)

    def _find_meta_lines(self) -> None:
        """`Penanggung jawab: BKD` and `Waktu: Triwulan II 2025` below an item belong to it and are none themselves."""
        before: Unit | None = None
        for unit in self.units:
            match = _META_LINE.match(unit.text) if unit.kind is not BlockKind.CELL else None
            if match is None or before is None:
                before = unit
                continue
            owner, time = self.meta.get(id(before), (None, None))
            if match["time"] and find_deadline(match["value"], column=True) is None:
                before = unit
                continue
            self.meta[id(before)] = (match["value"], time) if match["owner"] else (owner, match["value"])
            self.meta_lines.add(id(unit))

    # ---- headings ---------------------------------------------------------------------------------------------------

    def _heading(self, unit: Unit) -> None:
        text = unit.text
        new_page = unit.page != (self.outline.open[-1].page if self.outline.open else 0)
        heading = heading_of(unit, slide_title=self.slides and new_page and unit.kind is BlockKind.HEADING)
        section = self.section
        self.lead = None
        if section is not None and not section.implicit and self._parts(section, heading):
            section.below = [(depth, line) for depth, line in section.below if depth < heading.level]
            section.below.append((heading.level, text))
            return
        self.outline.enter(heading)
        if opens_section(text) and not KEEP.search(text):
            if section is not None and section.opened is not None and same_heading(section.heading, text):
                section.page, section.opened = unit.page, heading
                return
            self.section = _Section(text, heading, bool(MIXED.search(text)), unit.page, self.outline.above(heading)[:2])
        elif section is not None:
            if self._closes(section, heading):
                self.section = None
            else:
                section.below = [(depth, line) for depth, line in section.below if depth < heading.level]
                section.below.append((heading.level, text))

    @staticmethod
    def _parts(section: _Section, heading: Heading) -> bool:
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

    def _closes(self, section: _Section, heading: Heading) -> bool:
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
            if last > index and is_heading(unit) and not self._is_list_parent(last):
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
        depths = _depths(items, trust_levels=self.source.pages.format not in _NO_LEVELS)
        parents: list[tuple[int, Unit]] = []
        for position, unit in enumerate(items):
            if id(unit) in self.meta_lines:
                continue
            depth = depths[position]
            parents = [(level, parent) for level, parent in parents if level < depth]
            above = [parent.text for _, parent in reversed(parents)]
            has_children = any(
                other > depth and id(item) not in self.meta_lines
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
            if has_children:
                parents.append((depth, unit))
                if _LEAD_IN.search(unit.text) or not self._is_whole(unit, items, depths, position):
                    continue
            elif _LEAD_IN.search(unit.text) and unit.text.endswith(":"):
                self.lead = unit.text
                continue
            yield from self._item(unit, above)

    def _is_whole(self, unit: Unit, items: Sequence[Unit], depths: Sequence[int], position: int) -> bool:
        """Whether an item with sub-items is an action itself and not the title of those below."""
        if not is_action(unit.text) and not MODAL.search(unit.text):
            return False
        below: list[Unit] = []
        for other, depth in zip(items[position + 1 :], depths[position + 1 :], strict=True):
            if depth <= depths[position]:
                break
            below.append(other)
        actions = sum(1 for other in below if is_action(other.text) or MODAL.search(other.text))
        return actions * 2 < len(below) or (len(unit.text.split()) >= 7 and unit.text.endswith((".", ";")))

    def _item(self, unit: Unit, above: Sequence[str]) -> Iterator[Candidate]:
        section = self.section
        if section is None:
            return
        text = unit.text
        words = len(text.split())
        action = is_action(text)
        if is_rejected(text) or words < 2 or (words <= 3 and not action) or is_state(text):
            return
        if (
            section.mixed
            and not section.below
            and self.lead is None
            and not (action and not is_state(text))
            and not MODAL.search(text)
        ):
            return
        confidence = 0.96 if action else 0.93 if MODAL.search(text) else 0.78
        yield from self._whole_or_sentences(unit, above, confidence)

    def _whole_or_sentences(self, unit: Unit, above: Sequence[str], confidence: float) -> Iterator[Candidate]:
        yield self._candidate(unit, above, confidence)

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
        if _LEAD_IN.search(text):
            self.lead = text
            if len(text.split()) <= 8:
                section.below = [(9, text)]
                self.lead = None
            return
        short = len(text.split()) <= 40 and not re.search(r"[.!?]\s+[A-Z]", text)
        if short and self._looks_like_sub_heading(unit, index):
            section.below = [(depth, line) for depth, line in section.below if depth < 8] + [(8, text)]
            self.lead = None
            return
        if short and not text.endswith("."):
            if (
                not is_rejected(text)
                and not is_state(text)
                and (is_action(text) or MODAL.search(text))
                and len(text.split()) >= 3
            ):
                yield self._candidate(unit, (), 0.93)
            return
        yield from self._sentences(unit, in_section=True)

    def _looks_like_sub_heading(self, unit: Unit, index: int) -> bool:
        text = unit.text
        if unit.text.endswith((".", ";")) or len(text.split()) > 9 or (is_action(text) and len(text.split()) > 3):
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
        for action in actions_of(self.source, cells, in_section=section is not None):
            if not action.sure and not (is_action(action.text) or MODAL.search(action.text)):
                continue
            lines = (action.row_heading, *above) if action.row_heading else above
            yield Candidate(
                action.start,
                action.end,
                action.text,
                ((action.start, action.end),),
                lines,
                action.owner,
                action.time,
                0.97 if action.sure else 0.8,
                in_table=True,
            )

    # ---- running text -----------------------------------------------------------------------------------------------

    def _running(self, unit: Unit) -> Iterator[Candidate]:
        if self.kind in (Kind.OTHER, Kind.MOU, Kind.AGREEMENT):
            return
        yield from self._sentences(unit, in_section=False)

    def _sentences(self, unit: Unit, *, in_section: bool) -> Iterator[Candidate]:
        if not in_section and not PROPOSES.search(unit.text) and not MODAL.search(unit.text):
            return
        parts = list(sentences_of(self.source, unit))
        broken = len(unit.pieces) > 1 and not SENTENCE_END.search(unit.text)
        if broken:
            parts = [(unit.start, unit.end)]
        for start, end in parts:
            text = unit.text if broken else flat(self.source.text[start:end])
            if len(text.split()) < 4 or (_LEAD_IN.search(text) and text.endswith(":")):
                if _LEAD_IN.search(text):
                    self.lead = text
                continue
            confidence = self._sentence_confidence(text, unit, in_section=in_section)
            if confidence is None:
                continue
            whole = len(parts) == 1
            yield Candidate(
                start,
                end,
                unit.text if whole else text,
                tuple(unit.pieces) if whole else ((start, end),),
                self._above(self.section) if in_section else self._around(),
                confidence=confidence,
                running=not in_section,
            )

    def _sentence_confidence(self, text: str, unit: Unit, *, in_section: bool) -> float | None:
        if _TO_SELF.search(text) or END.match(text):
            return None
        if in_section:
            if is_rejected(text) or is_state(text) or of_others(text):
                return None
            if proposes(text):
                return 0.95
            starts = is_action(text) and not (self.section is not None and self.section.mixed)
            modal = MODAL.search(text)
            if (modal and modal.group().casefold() not in {"agar", "supaya", "wajib"}) or starts:
                return 0.85
            return (
                0.8
                if modal and re.match(r"(?:kepada|bagi|untuk|[A-Z][\w ,]{2,80}\bagar\b)", text, re.IGNORECASE)
                else None
            )
        if proposes(text):
            return 0.9
        if self.kind is Kind.LETTER or unit.kind is BlockKind.NOTE or self._about_aims():
            return None
        return 0.72 if may_propose(text) else None

    def _about_aims(self) -> bool:
        return any(_AIMS.search(line) for line in self.outline.texts(2))

    def _around(self) -> tuple[str, ...]:
        return ()

    # ---- putting together -------------------------------------------------------------------------------------------

    def _above(self, section: _Section | None) -> tuple[str, ...]:
        if section is None:
            return ()
        below = [line for _, line in reversed(section.below)]
        return tuple(line for line in (self.lead, *below, section.heading, *section.above) if line)

    def _candidate(self, unit: Unit, above: Sequence[str], confidence: float) -> Candidate:
        owner, time = self.meta.get(id(unit), (None, None))
        return Candidate(
            unit.start,
            unit.end,
            unit.text,
            tuple(unit.pieces),
            (*above, *self._above(self.section)),
            owner=owner,
            time=time,
            confidence=confidence,
        )


def _depths(items: Sequence[Unit], *, trust_levels: bool) -> list[int]:
    """How deep each item of a run of list items stands: by its level where the format states levels, else by its kind of mark."""
    stack: list[tuple[int, str]] = []
    depths: list[int] = []
    before: Unit | None = None
    for item in items:
        level = item.level if item.level is not None and (trust_levels or item.mark_kind == "bullet") else -1
        key = (level, item.mark_kind or "")
        if key in stack:
            del stack[stack.index(key) + 1 :]
        elif before is not None and before.text.endswith(":") and before.mark_kind != item.mark_kind:
            stack.append(key)  # a list of its own (Word counts its levels from one again) below `… dengan:`
        else:
            while stack and level >= 0 and stack[-1][0] > level:
                stack.pop()
            if stack and level >= 0 and stack[-1][0] == level:
                stack[-1] = key
            else:
                stack.append(key)
        depths.append(len(stack) - 1)
        before = item
    return depths


def first_time(lines: Sequence[str]) -> str | None:
    """The nearest line above that states a time, such as `Jangka pendek (2024)`."""
    for line in lines[:3]:
        if re.search(r"jangka|triwulan|semester|tahun|\bTA\b|20\d\d|segera|term\b", line, re.IGNORECASE) and (
            found := find_deadline(line, column=True)
        ):
            return line if found.last else None
    return None


__all__ = ["Candidate", "SectionReader", "first_time", "is_heading", "mark_of"]
