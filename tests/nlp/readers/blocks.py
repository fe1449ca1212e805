"""Readings said shortly, so that tests can name what they expect."""

from collections.abc import Callable
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from nlp.pages import Block, BlockKind, Page, Pages
from nlp.readers import read

Cell = tuple[int, int, str]


def texts(page: Page, *kinds: BlockKind) -> list[str]:
    """The texts of the page's blocks, of all or of some kinds."""
    return [text_of(page, block) for block in page.blocks if not kinds or block.kind in kinds]


def text_of(page: Page, block: Block) -> str:
    return page.text[block.start : block.end]


def cells(page: Page, table: int = 0) -> list[Cell]:
    """(row, column, text) of a table's cells in order."""
    return [
        (block.row, block.column, text_of(page, block))
        for block in page.blocks
        if block.kind is BlockKind.CELL and block.table == table and block.row is not None and block.column is not None
    ]


def cell(page: Page, text: str) -> Block:
    """The first cell with that text."""
    return next(block for block in page.blocks if block.kind is BlockKind.CELL and text_of(page, block) == text)


def written(folder: Path, name: str, content: bytes) -> Path:
    """A file with these bytes."""
    path = folder / name
    path.write_bytes(content)
    return path


def only_page(path: Path) -> Page:
    (page,) = read(path).pages
    return page


def drawn(path: Path, *pages: Callable[[Canvas], None], size: tuple[float, float] = A4) -> Pages:
    """What is read of a PDF whose pages these functions draw."""
    canvas = Canvas(str(path), pagesize=size)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return read(path)
