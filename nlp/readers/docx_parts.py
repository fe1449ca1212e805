"""The parts of a DOCX package: which is the document, and its styles, lists and notes by the relations that name them."""

from typing import Any

from nlp.errors import DamagedFile
from nlp.readers import archive
from nlp.readers.archive import Package
from nlp.readers.numbering import Numbering
from nlp.readers.styles import Styles
from nlp.readers.wordml import W_T

_PARTS_DAMAGED = "Sebagian berkas rusak (gaya, penomoran, atau catatan kaki); teks utama tetap dibaca."


class Parts:
    """The main part's name and relations, and what they lead to; a damaged part is left out with a warning."""

    def __init__(self, package: Package, warnings: list[str]) -> None:
        """`warnings` takes what is said about damaged parts. Raises `DamagedFile` when there is no main part."""
        self.package = package
        self.main = self._main_part()
        self.relations = package.relations(self.main)
        self._warnings = warnings
        self._lists: Numbering | None = None

    def _main_part(self) -> str:
        for kind, member in self.package.relations("").values():
            if kind == "officeDocument":
                return member
        found = self.package.find("word/document.xml")
        if found is None:
            raise DamagedFile("no main part")
        return found

    def part(self, kind: str) -> Any | None:
        """The root of the part that the document names so; None without one, and when it is damaged."""
        if not (member := self.member(kind)):
            return None
        try:
            return self.package.tree(member)
        except DamagedFile:
            self._warnings.append(_PARTS_DAMAGED)
            return None

    def member(self, kind: str) -> str:
        """The name of the part that the document names so; empty without one."""
        return next((member for found, member in self.relations.values() if found == kind), "")

    def has_comments(self) -> bool:
        """Whether somebody wrote a comment beside the text."""
        comments = self.part("comments")
        return comments is not None and any(text.text and text.text.strip() for text in comments.iter(W_T))

    def numbering(self) -> Numbering:
        """The document's lists, read when the first is asked for."""
        if self._lists is None:
            self._lists = Numbering(self.part("numbering"))
        return self._lists

    def styles(self) -> Styles:
        """The document's styles, none of them when the part is damaged."""
        try:
            return Styles(self._content("styles"))
        except DamagedFile:
            self._warnings.append(_PARTS_DAMAGED)
            return Styles(b"")

    def _content(self, kind: str) -> bytes:
        """The bytes of the part that the document names so; empty without one."""
        member = self.member(kind)
        return archive.usual(self.package.read(member)) if member else b""
