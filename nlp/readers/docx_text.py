"""What one paragraph of a DOCX says, and what hangs on it: text boxes, pictures, notes, titles of charts and SmartArt."""

from dataclasses import dataclass, field
from typing import Any

from nlp.readers import charts
from nlp.readers.archive import Package
from nlp.readers.styles import Styles
from nlp.readers.wordml import (
    ALTERNATE,
    CHOICES,
    W_B,
    W_BOOKMARK_END,
    W_BOOKMARK_START,
    W_BR,
    W_CHAR,
    W_CR,
    W_DEL,
    W_DEL_INSTR_TEXT,
    W_DEL_TEXT,
    W_DRAWING,
    W_ENDNOTE_REFERENCE,
    W_FLD_CHAR,
    W_FLD_CHAR_TYPE,
    W_FONT,
    W_FOOTNOTE_REFERENCE,
    W_ID,
    W_INSTR_TEXT,
    W_MOVE_FROM,
    W_NO_BREAK_HYPHEN,
    W_OBJECT,
    W_P_PR,
    W_P_STYLE,
    W_PICT,
    W_PROOF_ERR,
    W_PTAB,
    W_R,
    W_R_PR,
    W_R_STYLE,
    W_RT,
    W_RUBY,
    W_RUBY_PR,
    W_SDT_END_PR,
    W_SDT_PR,
    W_SECT_PR,
    W_SUB_DOC,
    W_SYM,
    W_T,
    W_TAB,
    W_TBL_GRID,
    W_TBL_PR,
    W_TXBX_CONTENT,
    W_VAL,
    W_VANISH,
    Properties,
    W,
    child,
    is_on,
    properties,
    value,
    whole,
)

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_V = "{urn:schemas-microsoft-com:vml}"
_OLE = "{urn:schemas-microsoft-com:office:office}OLEObject"
_M_R, _M_T = _M + "r", _M + "t"
_SHOWN = (W_T, _A + "t", _A + "blip", _DGM + "relIds", *charts.CHARTS)
_OUT = frozenset({W_DEL, W_MOVE_FROM, W_INSTR_TEXT, W_DEL_TEXT, W_DEL_INSTR_TEXT, W_P_PR, W_R_PR, W_SECT_PR,
                  W_SDT_PR, W_SDT_END_PR, W_PROOF_ERR, W_BOOKMARK_START, W_BOOKMARK_END, W_TBL_PR, W_TBL_GRID,
                  W_RUBY_PR, W_RT, _M + "ctrlPr"})  # fmt: skip
_SIGNS = {W_TAB: " ", W_PTAB: " ", W_BR: "\n", W_CR: "\n", W_NO_BREAK_HYPHEN: "-"}
_NOTE_REFERENCES = frozenset({W_FOOTNOTE_REFERENCE, W_ENDNOTE_REFERENCE})
_DRAWINGS = frozenset({W_DRAWING, W_PICT, W_OBJECT})
_MAX_DEPTH = 256  # libxml2 parses no deeper
_NOTHING: Properties = {}
_VML_PICTURES = frozenset({_V + "imagedata", _V + "fill"})
_DD_LIST = W + "ddList"

Relations = dict[str, tuple[str, str]]
"""Of a part: relation id → (kind, member of the package)."""


@dataclass(slots=True)
class Attached:
    """What hangs on a paragraph. `boxes`: contents of text boxes; `pictures`: relation ids; `notes`: (kind, id).

    `files`: relation ids of whole files set in, such as a table of Excel.
    """

    boxes: list[Any] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)


class ParagraphText:
    """`look`: the paragraph's properties; `bold`, `plain`: how many of its runs with letters are set so."""

    __slots__ = ("_attached", "bold", "fields", "look", "parts", "plain")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.look = _NOTHING
        self.bold = 0
        self.plain = 0
        self.fields: list[int | None] = []
        """Of the fields that are open: where in `parts` the instruction begins; None when it is over and the result comes."""
        self._attached: Attached | None = None

    @property
    def text(self) -> str:
        return self.parts[0] if len(self.parts) == 1 else "".join(self.parts)

    @property
    def attached(self) -> Attached | None:
        """None for nearly every paragraph."""
        return self._attached

    def attach(self) -> Attached:
        if self._attached is None:
            self._attached = Attached()
        return self._attached


class TextReader:
    """Reads paragraphs of the part whose `relations` are set; `hidden` tells whether hidden text was left out."""

    def __init__(self, package: Package, relations: Relations, styles: Styles) -> None:
        self.package = package
        self.styles = styles
        self.relations = relations
        self.hidden = False

    def read(self, paragraph: Any) -> ParagraphText:
        found = ParagraphText()
        for element in paragraph:
            tag = element.tag
            if tag == W_R:
                self._run(element, found, 0)
            elif tag == W_P_PR:
                found.look = look = properties(element)
                style = look.get(W_P_STYLE)
                if style is not None and self.styles.hides(style.get(W_VAL)):
                    self.hidden = self.hidden or any((part.text or "").strip() for part in paragraph.iter(W_T))
                    return found
            else:
                self._inline(element, tag, found, 0)
        return found

    def _inline(self, element: Any, tag: Any, found: ParagraphText, depth: int) -> None:
        if tag == W_R:
            self._run(element, found, depth)
        elif tag in _OUT or not isinstance(tag, str) or depth > _MAX_DEPTH:
            return
        elif tag == _M_R:
            found.parts += [part.text or "" for part in element.iter(_M_T)]
        elif tag == ALTERNATE:
            self._alternative(element, found, depth)
        elif tag == W_SUB_DOC:
            found.attach().files.append(element.get(_R + "id", ""))
        else:
            for item in element:
                self._inline(item, item.tag, found, depth + 1)

    def _run(self, run: Any, found: ParagraphText, depth: int) -> None:
        bold = False
        for element in run:
            tag = element.tag
            if tag == W_T:
                text = element.text
                if text:
                    found.parts.append(text)
                    if bold:
                        found.bold += not text.isspace()
                    else:
                        found.plain += not text.isspace()
            elif tag == W_R_PR:  # the schema puts it first
                look = properties(element)
                if W_DEL in look or is_on(look, W_VANISH) or (W_R_STYLE in look and self._is_hidden(look)):
                    self.hidden = self.hidden or any((part.text or "").strip() for part in run.iter(W_T))
                    return
                bold = is_on(look, W_B)
            elif tag in _SIGNS:
                found.parts.append(_SIGNS[tag])
            else:
                self._rare(element, tag, found, depth)

    def _is_hidden(self, look: Properties) -> bool:
        """Whether the style of a run hides it."""
        return W_VANISH not in look and self.styles.hides(value(look, W_R_STYLE))

    def _rare(self, element: Any, tag: Any, found: ParagraphText, depth: int) -> None:
        if tag == W_SYM:
            found.parts.append(_symbol(element))
        elif tag == W_FLD_CHAR:
            _field(element, found)
        elif tag in _NOTE_REFERENCES:
            found.attach().notes.append((tag[len(W) : -len("Reference")], element.get(W_ID, "")))
        elif tag == ALTERNATE:
            self._alternative(element, found, depth)
        elif tag in _DRAWINGS:
            self._drawing(element, found)
        elif tag == W_RUBY and depth <= _MAX_DEPTH:
            for item in element:
                self._inline(item, item.tag, found, depth + 1)

    def _alternative(self, element: Any, found: ParagraphText, depth: int) -> None:
        """One of the ways to say the same: the first unless only the fallback has text."""
        if depth > _MAX_DEPTH:
            return
        choices = [item for item in element if item.tag in CHOICES]
        chosen = next((choice for choice in choices if _shows_something(choice)), choices[0] if choices else ())
        for item in chosen:
            if item.tag in _DRAWINGS:
                self._drawing(item, found)
            else:
                self._inline(item, item.tag, found, depth + 1)

    def _drawing(self, element: Any, found: ParagraphText) -> None:
        """Text boxes (outermost only: inner ones come with their paragraph), pictures, charts, SmartArt."""
        ole = next(element.iter(_OLE), None) if element.tag == W_OBJECT else None
        if ole is not None and (ole.get("ProgID") or "").startswith("Equation"):
            return  # its picture holds the signs of a formula
        attached = found.attach()
        stack = [element]
        while stack:
            current = stack.pop()
            tag = current.tag
            if not isinstance(tag, str):
                continue
            if tag == W_TXBX_CONTENT:
                attached.boxes.append(current)
                continue
            if tag == ALTERNATE:
                choices = list(current)
                texts = [choice for choice in choices if _shows_something(choice)]
                stack.extend((texts or choices)[:1])
                continue
            if tag == _OLE:
                attached.files.append(current.get(_R + "id", ""))
            elif tag == _A + "blip" and (current.get(_R + "embed") or current.get(_R + "link")):
                attached.pictures.append(current.get(_R + "embed") or current.get(_R + "link"))
            elif tag in _VML_PICTURES and current.get(_R + "id"):
                attached.pictures.append(current.get(_R + "id"))
            elif tag in charts.CHARTS and current.get(_R + "id"):
                chart = self.package.related(self.relations, current.get(_R + "id"))
                attached.titles += [*charts.titles(chart), charts.names(chart)]
            elif tag == _DGM + "relIds" and current.get(_R + "dm"):
                for point in self.package.related(self.relations, current.get(_R + "dm")).iter(_DGM + "pt"):
                    attached.titles += _drawn_lines(point)
            elif tag == _A + "txBody":
                attached.titles += _drawn_lines(current)
                continue
            elif tag == _V + "textpath" and (current.get("string") or "").strip():
                attached.titles.append(current.get("string").strip())
            stack.extend(reversed(current))


def _drawn_lines(holder: Any) -> list[str]:
    """The paragraphs of DrawingML."""
    lines = ("".join(part.text or "" for part in paragraph.iter(_A + "t")) for paragraph in holder.iter(_A + "p"))
    return [line.strip() for line in lines if line.strip()]


def _field(element: Any, found: ParagraphText) -> None:
    """A field begins, comes to its result or ends. Results of fields inside of an instruction are not shown."""
    step = element.get(W_FLD_CHAR_TYPE)
    if step == "begin":
        found.fields.append(len(found.parts))
        if (choices := next(element.iter(_DD_LIST), None)) is not None:
            found.parts.append(_choice(choices))
            found.fields[-1] = None
    elif found.fields and step == "separate":
        start = found.fields[-1]
        if start is not None:
            del found.parts[start:]
            found.fields[-1] = None
    elif found.fields and step == "end":
        found.fields.pop()


def _choice(choices: Any) -> str:
    """What is chosen in a drop-down field: the result, else the default, else the first of its entries."""
    said = properties(choices)
    entries = [entry.get(W_VAL, "") for entry in choices.iterchildren(W + "listEntry")]
    chosen = whole(value(said, W + "result") or value(said, W + "default"))
    return entries[chosen] if chosen < len(entries) else ""


def mark_deleted(look: Properties) -> bool:
    """Whether the paragraph's own mark was deleted in a tracked change: its text goes on in the next paragraph."""
    run = look.get(W_R_PR)
    return run is not None and (child(run, W_DEL) is not None or child(run, W_MOVE_FROM) is not None)


def _shows_something(choice: Any) -> bool:
    return next(choice.iter(*_SHOWN), None) is not None


def _symbol(element: Any) -> str:
    try:
        code = int(element.get(W_CHAR, ""), 16)
    except ValueError:
        return ""
    font = (element.get(W_FONT) or "").lower()
    if font.startswith(("wingdings", "webdings", "symbol")):
        return "•"
    return chr(code) if 0x20 <= code < 0xD800 else "•"
