"""What stands in the margins of a DOCX, as lines of plain text: headers and footers, footnotes and endnotes."""

from collections.abc import Iterator, Sequence
from typing import Any

from nlp.errors import DamagedFile
from nlp.readers.docx_parts import Parts
from nlp.readers.docx_text import Attached, TextReader
from nlp.readers.pictures import Pictures
from nlp.readers.wordml import (
    W_FOOTER_REFERENCE,
    W_HEADER_REFERENCE,
    W_ID,
    W_P,
    W_SECT_PR,
    W_TBL,
    W_TC,
    W_TR,
    W,
    blocks,
)

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MAX_DEPTH = 60


class Margins:
    """Reads what stands in the margins of a document; lists and headings are not told apart there."""

    def __init__(self, parts: Parts, texts: TextReader, pictures: Pictures) -> None:
        self._parts = parts
        self._texts = texts
        self._pictures = pictures

    def running(self, root: Any) -> tuple[list[str], list[str]]:
        """The texts of the headers and the footers that sections use, each once."""
        heads: dict[str, None] = {}
        feet: dict[str, None] = {}
        for section in root.iter(W_SECT_PR):
            for reference in section:
                if reference.tag not in (W_HEADER_REFERENCE, W_FOOTER_REFERENCE):
                    continue
                relation = self._parts.relations.get(reference.get(_R + "id", ""))
                if relation is None:
                    continue
                try:
                    part = self._parts.package.tree(relation[1])
                except DamagedFile:
                    continue
                target = heads if reference.tag == W_HEADER_REFERENCE else feet
                for text in self._lines_of(relation[1], part):
                    target.setdefault(text)
        return list(heads), list(feet)

    def notes(self, kind: str, wanted: Sequence[str]) -> Iterator[tuple[int, str]]:
        """The texts of the notes of a kind (`footnote`, `endnote`) by their numbers, each with its place among them from 1 on."""
        if not wanted:
            return
        root = self._parts.part(f"{kind}s")
        by_id = {note.get(W_ID, ""): note for note in root.iter(W + kind)} if root is not None else {}
        member = self._parts.member(f"{kind}s")
        for place, number in enumerate(wanted, 1):
            if number in by_id and (text := " ".join(self._lines_of(member, by_id[number]))):
                yield place, text

    def _lines_of(self, member: str, holder: Any) -> list[str]:
        """The lines in a part or a piece of it, whose pictures and links are named by the part's own relations."""
        self._texts.relations = self._parts.package.relations(member)
        self._pictures.in_margin = True
        try:
            return list(self._plain(holder, 0))
        finally:
            self._pictures.in_margin = False
            self._texts.relations = self._parts.relations

    def beside(self, attached: Attached) -> Iterator[str]:
        """The lines of what hangs on a paragraph: WordArt, charts, pictures; a letter head is often a picture."""
        yield from attached.titles
        for relation in attached.pictures:
            yield from self._pictures.lines(self._texts.relations, relation)

    def _plain(self, holder: Any, depth: int) -> Iterator[str]:
        """The lines of text in a header, footer or note, text boxes and tables included."""
        if depth > _MAX_DEPTH:
            return
        for element in blocks(holder):
            if element.tag == W_P:
                found = self._texts.read(element)
                if line := found.text.strip():
                    yield line
                if found.attached:
                    yield from self.beside(found.attached)
                    self._pictures.files_inside |= bool(found.attached.files)
                    for box in found.attached.boxes:
                        yield from self._plain(box, depth + 1)
            elif element.tag == W_TBL:
                for row in element.iter(W_TR):
                    cells = [" ".join(self._plain(cell, depth + 1)) for cell in row.iter(W_TC)]
                    if line := " ".join(cell for cell in cells if cell):
                        yield line
