"""Headings as the reader marks them or as their wording shows, and which stand below which."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from nlp.components.recommendation_heading_words import BOUNDARY, KEEP, opens_section
from nlp.components.recommendation_marks import TYPED_SLIDE
from nlp.components.recommendation_units import Unit
from nlp.components.recommendation_words import (
    bare_heading,
    has_modal,
    is_action,
)
from nlp.pages import BlockKind

_STYLES = (
    ("BAB", re.compile(r"^BAB\s", re.IGNORECASE)),
    ("1.1.1", re.compile(r"^\d{1,2}\.\d{1,2}\.\d")),
    ("1.1", re.compile(r"^\d{1,2}\.\d")),
    ("I", re.compile(r"^[IVXL]{1,5}[.)]\s")),
    ("A", re.compile(r"^[A-Z][.)]\s")),
    ("1", re.compile(r"^\d{1,2}[.)]?\s")),
    ("a", re.compile(r"^[a-z][.)]\s")),
)
_MARKS = {"I.": "I. ", "A.": "A. ", "1.": "1. ", "a.": "a. ", "1.1": "1.1 "}
_LIST_MARKS = frozenset({"bullet", "a.", "a)", "1)", "(1)", "(a)"})
_CONTENTS_LINE = re.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}")
_FILLERS = re.compile(r"\.[.\s]|…|__")
_LETTER_HEAD = re.compile(
    r"(?:hal|perihal|nomor|no|lampiran|lamp|sifat|kepada|dari|tembusan|tanggal|tgl"
    r"|waktu|tenggat|target|penanggung\s+jawab|pic|pelaksana|output|keluaran|sumber\s+dana|biaya)\.?\s*:",
    re.IGNORECASE,
)
_CONTINUED = re.compile(
    r"\(?\s*\b(?:lanjutan|lanj\.?|sambungan|samb\.?|cont\.?|continued)\s*\d*\)?|\(?\b\d+\s*/\s*\d+\)?|\(\d{1,2}\)|\b\d{1,2}$",
    re.IGNORECASE,
)
_NAMES_OF_SECTIONS = re.compile(
    r"(?:usul|rekomendasi|saran|masukan|rencana|langkah|upaya|adopsi|replikasi|implementasi|solusi|tindak|kesimpulan|simpulan|penutup)",
    re.IGNORECASE,
)
# A heading inside a section that says for whom or for when, whatever its level.
_INSIDE = re.compile(
    r"^(?:bagi|kepada|untuk|prima?ir|subsida?ir|jangka|waktu\s+dekat|tahun\s+(?:20\d\d|ini|depan|berikut\w*|mendatang|pertama|kedua|ketiga)|triwulan|semester|bidang|aspek|urusan|terhadap|quick\s+wins?|(?:short|mid|medium|long)[\s-]term"
    r"|dinas|badan|biro|bagian|inspektorat|sekretariat|bkd|bkpsdmd?|bpsdmd?|bappeda\w*|bapperida|bpkad|bpkd|bapenda|rsud|satpol|dis(?:dik|kom|duk|hub|nak|dag|kes|sos|pora|tan|bud|pus|ket|perin|perkim|par(?=\b|bud|pora|ekraf))[a-z]*|pemerintah\s+(?:provinsi|kabupaten|kota|daerah|pusat))\b",
    re.IGNORECASE,
)
# `Hal yang patut ditiru`: what such words begin is no sentence of its own.
_NO_SENTENCE = re.compile(
    r"(?:hal(?:[\s-]hal)?|apa(?:\s+saja)?|inovasi|praktik(?:\s+baik)?|program)\s+yang\b|yang\b", re.IGNORECASE
)
# `[ ADOPSI = ambil utuh ]`, `== SARAN ==` in notes without styles.
_FRAMED = re.compile(r"(?:\[[^\[\]]{3,60}\]|={2,}[^=]{3,60}={2,}|\*{2,}[^*]{3,60}\*{2,}|-{2,}\s[^-]{3,60}\s-{2,})$")
# `Usulan titipan masih diterima lewat telepon`: such words begin a statement too.
_TOLD = re.compile(
    r"(?:(?!yang\b)\S+\s+){1,5}(?:masih|sudah|telah|selalu|sering|otomatis|langsung|kerap|jarang|belum)\s+(?:di|ter)[a-z]{3,}",
    re.IGNORECASE,
)
# `*REKAP USULAN PESERTA* (hasil diskusi)`: bold letters in a chat.
_BOLD = re.compile(r"\*(?P<title>[^*\n]{5,60})\*(?:\s*\([^()]*\))?:?$")
_TEXT_LEVEL = 4  # of a heading that only its wording shows


def is_heading(unit: Unit) -> bool:
    """A heading by its kind, or a short line that looks like one: numbered, in capitals, or a name headings have."""
    if unit.heading is None:
        unit.heading = not unit.inside and _is_heading(unit.text, unit.kind, unit.mark_kind)
    return unit.heading


@lru_cache(maxsize=4096)  # many a line stands in many documents
def _is_heading(text: str, kind: BlockKind, mark_kind: str | None) -> bool:
    if (_FILLERS.search(text) and _CONTENTS_LINE.search(text)) or _LETTER_HEAD.match(text):
        return False
    if kind is BlockKind.HEADING or _is_set_off(text, kind, mark_kind):
        return True
    if _is_text(text, kind, mark_kind):
        return False
    bare = bare_heading(text)
    upper = bare.isupper() and any(character.isalpha() for character in bare)
    if is_action(bare) and not upper and not _NAMES_OF_SECTIONS.match(bare):
        return False
    if _is_named(bare) and len(bare.split()) <= (14 if bare.endswith("?") else 10) and not _TOLD.match(bare):
        if not has_modal(bare):
            return True
        named = mark_kind in {*_MARKS, "i."} or bare != text or bare.endswith("?") or bare.rstrip("?:").istitle()
        return opens_section(bare) and (named or _NO_SENTENCE.match(bare) is not None)
    return upper and len(bare) > 3 and mark_kind != "1." and not bare.endswith(":") and len(bare.split()) >= 2


def _is_set_off(text: str, kind: BlockKind, mark_kind: str | None) -> bool:
    """A section's name framed, in bold letters or alone behind a number; a slide's title that is typed as one."""
    if mark_kind is not None:
        return text.endswith(".") and len(text.split()) <= 4 and opens_section(text)
    if kind is not BlockKind.CELL and _FRAMED.match(text) and _is_named(bare_heading(text)):
        return True
    if (bold := _BOLD.match(text)) and opens_section(bold["title"]):
        return True
    return kind is BlockKind.PARAGRAPH and len(text) < 90 and TYPED_SLIDE.match(text) is not None


def _is_text(text: str, kind: BlockKind, mark_kind: str | None) -> bool:
    """A cell, a note, an item of a list, or what is long or ends as a sentence does: whatever its words, no heading."""
    if kind in (BlockKind.CELL, BlockKind.NOTE) or len(text) > 110 or text.endswith((".", ";", ",")):
        return True
    if mark_kind == "i." and not opens_section(text):
        return True  # else it may be `I.` as a scan reads it
    return mark_kind in _LIST_MARKS or len(text.split()) > 14


def _is_named(bare: str) -> bool:
    return opens_section(bare) or bool(BOUNDARY.match(bare)) or bool(KEEP.search(bare))


def same_heading(heading: str, other: str) -> bool:
    """The same title again on the next slide, numbered or called `lanjutan`."""
    one, two = (_CONTINUED.sub("", text).strip(" -–:.").casefold() for text in (heading, other))
    return one == two or (continues(other) and " " in two and one.startswith(f"{two} "))


def continues(heading: str) -> bool:
    """`… (lanjutan)`: the title of the slide before again."""
    return bool(re.search(r"\b(?:lanjutan|lanj|sambungan|samb|cont|continued)\b", heading, re.IGNORECASE))


def stands_inside(text: str) -> bool:
    """A heading such as `Bagi BKD` or `Jangka pendek` that parts a section and does not end it."""
    return bool(_INSIDE.match(bare_heading(text)))


@dataclass(frozen=True, slots=True)
class Heading:
    """`style`: of its number (`BAB`, `A`, `1.1` …), empty without one. `sure`: the reader says that it is a heading."""

    text: str
    level: int
    style: str
    page: int
    sure: bool

    def holds(self, other: "Heading", styles_above: frozenset[str]) -> bool:
        """Whether `other`, which comes later, stands below this one. `styles_above`: of the headings that hold this one."""
        if self.style and other.style:
            if other.style == self.style or other.style in styles_above:
                return False
            return other.level >= self.level
        if self.style and not other.style and self.style != "BAB":
            return other.level >= self.level
        return other.level > self.level


def heading_of(unit: Unit, *, slide_title: bool) -> Heading:
    """The heading that `unit` is; a slide's title stands above all that is on the slide."""
    if slide_title:
        return Heading(unit.text, 1, "", unit.page, True)
    text = f"{_MARKS.get(unit.mark_kind or '', '')}{unit.text}"
    style = next((name for name, pattern in _STYLES if pattern.match(text)), "")
    level = unit.level if unit.kind is BlockKind.HEADING and unit.level is not None else _TEXT_LEVEL
    return Heading(unit.text, level, style, unit.page, unit.kind is BlockKind.HEADING)


@dataclass(slots=True)
class Outline:
    """The headings that are open at a place of the document, outermost first."""

    open: list[Heading] = field(default_factory=list)
    titles: list[Heading] = field(
        default_factory=list
    )  # the document's own, line by line: who reports and when, not who is to act

    def enter(self, heading: Heading, *, title: bool = False) -> None:
        """`heading` begins: close those that do not hold it. `title`: it belongs to the document's title, as the first always does."""
        if title or not self.titles:
            self.titles.append(heading)
        while self.open:
            above = frozenset(entry.style for entry in self.open[:-1] if entry.style)
            if self.open[-1].holds(heading, above):
                break
            self.open.pop()
        self.open.append(heading)

    def is_title(self, heading: Heading) -> bool:
        """Whether `heading` belongs to the document's own title."""
        return any(heading is title for title in self.titles)

    def above(self, heading: Heading) -> tuple[str, ...]:
        """The texts of the headings that hold `heading` or share its page, nearest first."""
        return tuple(
            entry.text
            for entry in reversed(self.open)
            if entry is not heading
            and not self.is_title(entry)
            and (entry.page == heading.page or (entry.sure and heading.sure))
        )

    def texts(self, count: int) -> tuple[str, ...]:
        """The innermost `count` headings, nearest first."""
        return tuple(entry.text for entry in reversed(self.open[-count:]))
