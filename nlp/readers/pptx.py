"""PPTX: the slides in their order, each a page; hidden ones tagged."""

import re
from pathlib import Path

from nlp.errors import DamagedFile, TooManyPages
from nlp.pages import BlockKind, Page, PageBuilder
from nlp.readers import flat
from nlp.readers.archive import Package
from nlp.readers.drawingml import EMU, P, R, number_in
from nlp.readers.grid import headers_of
from nlp.readers.pictures import Pictures
from nlp.readers.pptx_order import is_running, repeated, title_of
from nlp.readers.pptx_parts import Placeholders, has_comments, notes
from nlp.readers.pptx_shapes import Shape, ShapeReader
from nlp.readers.pptx_tables import first_row_below
from nlp.readers.reading import COMMENTS, Options, Reading
from nlp.readers.titles import Titles
from nlp.readers.visual_order import reading_order

MAX_SLIDES = 3_000


def read(path: Path, options: Options) -> Reading:
    """Each slide a page, hidden ones tagged. A slide that is damaged is empty, with a warning."""
    with flat.opened(path) as package:
        return _Deck(package, options).read()


class _Deck:
    def __init__(self, package: Package, options: Options) -> None:
        self.package = package
        self.pictures = Pictures(package, options)
        self.warnings: list[str] = []
        self.tables = 0
        self.placeholders = Placeholders(package)
        self.titles = Titles()

    def read(self) -> Reading:
        main = next((m for kind, m in self.package.relations("").values() if kind == "officeDocument"), None)
        main = main or self.package.find("ppt/presentation.xml")
        if main is None:
            raise DamagedFile("no presentation")
        root = self.package.tree(main)
        relations = self.package.relations(main)
        size = root.find(P + "sldSz")
        width = number_in(size.get("cx")) / EMU if size is not None else None
        height = number_in(size.get("cy")) / EMU if size is not None else None
        slides = [relations.get(item.get(R + "id", "")) for item in root.iter(P + "sldId")]
        if len(slides) > MAX_SLIDES:
            raise TooManyPages(str(len(slides)))
        if not any(slides):
            # The list is damaged: take what is there, by number.
            names = [n for n in self.package.names if re.fullmatch(r"ppt/slides/slide\d+\.xml", n)]
            slides = [("slide", name) for name in sorted(names, key=lambda n: int(re.sub(r"\D", "", n)))]
        found = [self._slide(number, target) for number, target in enumerate(slides, 1)]
        again = repeated([shapes for shapes, _ in found])
        pages = tuple(
            self._page(number, target, shapes, root, again, width, height)
            for number, (target, (shapes, root)) in enumerate(zip(slides, found, strict=True), 1)
        )
        if not pages:
            raise DamagedFile("no slides")
        return Reading(pages, (*self.warnings, *self.pictures.warnings, *self.package.warnings))

    def _slide(self, number: int, found: tuple[str, str] | None) -> tuple[list[Shape], bool]:
        """The slide's shapes that hold something, and whether it is hidden."""
        try:
            if found is None:
                raise DamagedFile("no slide")
            root = self.package.tree(found[1])
        except DamagedFile:
            self.warnings.append(f"Halaman {number} rusak dan tidak dapat dibaca.")
            return [], False
        if root.get("damaged"):
            self.warnings.append(f"Halaman {number} rusak sebagian; isinya mungkin tidak lengkap.")
        reader = ShapeReader(self.package, found[1], self.pictures, self.placeholders)
        shapes = [shape for shape in reader.shapes(root) if not shape.empty()]
        if COMMENTS not in self.warnings and has_comments(self.package, found[1]):
            self.warnings.append(COMMENTS)
        return shapes, root.get("show") in ("0", "false")

    def _page(self, number: int, found: tuple[str, str] | None, shapes: list[Shape], hidden: bool, again: set[tuple[str, int]],
              width: float | None, height: float | None) -> Page:  # fmt: skip
        builder = PageBuilder(number, width, height)
        running = [shape for shape in shapes if is_running(shape, again, height)]
        shapes = [shape for shape in shapes if shape not in running]
        title, rest = title_of(shapes, height)
        title_text = ""
        if title is not None:
            title_text = " ".join(line.text for line in title.lines)
            builder.add(title_text, BlockKind.HEADING, level=1)
        for shape in reading_order(rest):
            self._put(builder, shape)
        for text in notes(self.package, found[1]) if found else ():
            builder.add(text, BlockKind.NOTE)
        for shape in running:
            for line in shape.lines:
                builder.add(line.text, BlockKind.RUNNING)
        return builder.build(continues=self.titles.goes_on(title_text), hidden=hidden)

    def _put(self, builder: PageBuilder, shape: Shape) -> None:
        if shape.children:
            for child in reading_order([child for child in shape.children if not child.empty()]):
                self._put(builder, child)
            return
        box = shape.box() if shape.lines else None
        for line in shape.lines:
            builder.add(line.text, line.kind, level=line.level, mark=line.mark, box=box)
        if shape.table:
            headers = headers_of(shape.table, header_rows=None)
            first = first_row_below(shape.table, headers)
            for cell in shape.table:
                builder.add(cell.text, BlockKind.CELL, table=self.tables, row=cell.row, column=cell.column, row_span=cell.row_span,
                            column_span=cell.column_span, header=headers.get(cell.column) if cell.row >= first else None)  # fmt: skip
            self.tables += 1
