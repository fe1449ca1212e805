"""What stands in a slide's other parts: its notes, the texts of its SmartArt, the places that its layout gives to placeholders."""

from collections.abc import Iterator
from typing import Any

from nlp.errors import DamagedFile
from nlp.readers.archive import Package
from nlp.readers.drawingml import DGM, RUNNING, A, P, Place, box_of, text_of


def notes(package: Package, slide: str) -> Iterator[str]:
    """The paragraphs of the notes to a slide."""
    for kind, member in package.relations(slide).values():
        if kind != "notesSlide":
            continue
        try:
            root = package.tree(member)
        except DamagedFile:
            continue
        for shape in root.iter(P + "sp"):
            placeholder = next(shape.iter(P + "ph"), None)
            if placeholder is not None and placeholder.get("type") in (*RUNNING, "sldImg"):
                continue
            for paragraph in shape.iter(A + "p"):
                if text := text_of(paragraph).strip():
                    yield text


def has_comments(package: Package, slide: str) -> bool:
    """Whether somebody wrote a comment on the slide."""
    return any(kind == "comments" for kind, _ in package.relations(slide).values())


def diagram_texts(root: Any) -> list[str]:
    """The paragraphs in the points of a diagram (SmartArt)."""
    points = root.iter(DGM + "pt")
    texts = [text_of(paragraph).strip() for point in points for paragraph in point.iter(A + "p")]
    return [text for text in texts if text]


class Placeholders:
    """Where the placeholders of slides stand by their layouts and masters."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._by_layout: dict[str, dict[str, Place]] = {}

    def of(self, slide: str) -> dict[str, Place]:
        """Where the slide's placeholders stand by its layout and master: `type` and `#idx` -> box."""
        layout = next((m for kind, m in self._package.relations(slide).values() if kind == "slideLayout"), None)
        if layout is None:
            return {}
        if layout not in self._by_layout:
            master = next((m for kind, m in self._package.relations(layout).values() if kind == "slideMaster"), None)
            found = dict(self._places(master)) if master else {}
            found = {key: box for key, box in found.items() if not key.startswith("#")}
            found.update(self._places(layout))
            self._by_layout[layout] = found
        return self._by_layout[layout]

    def _places(self, part: str) -> Iterator[tuple[str, Place]]:
        try:
            root = self._package.tree(part)
        except DamagedFile:
            return
        for shape in root.iter(P + "sp"):
            placeholder = next(shape.iter(P + "ph"), None)
            box = box_of(shape.find(f"{P}spPr/{A}xfrm"))
            if placeholder is not None and box is not None:
                if placeholder.get("idx"):
                    yield f"#{placeholder.get('idx')}", box
                yield placeholder.get("type", "obj"), box
