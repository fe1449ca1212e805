"""A laid-out page into blocks: running heads, the body in reading order with its tables, running feet."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from nlp.pages import BlockKind, Box, PageBuilder
from nlp.readers.columns import flows_of
from nlp.readers.grid import Cell, Grid, TextCell, headers_of
from nlp.readers.lines import Flow, Line, lines_of
from nlp.readers.paragraphs import Paragraph, add_paragraphs, arrange, parted
from nlp.readers.running import Margins, running
from nlp.readers.running_text import Piece
from nlp.readers.segments import Segment, Token, segments_of
from nlp.readers.slide_layout import flows_of_slide, is_slide
from nlp.readers.titles import Titles


@dataclass(slots=True)
class Layout:
    """One page as the layout sees it. `aside`: words set at another angle than the page; `shapes`: what is drawn, of a page wider than high."""

    number: int
    width: float
    height: float
    segments: list[Segment] = field(default_factory=list)
    aside: list[Segment] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    shapes: list[Box] = field(default_factory=list)
    margins: Margins = field(default_factory=Margins)


@dataclass(slots=True)
class _Table:
    grid: Grid
    words: dict[int, list[Token]]  # by the cell's id
    page: int
    high_up: bool


@dataclass(slots=True)
class Inset:
    """What OCR read in a picture on a typed page; `composer` numbers the tables in it."""

    composer: "Composer"
    layout: Layout

    @property
    def segment(self) -> Segment:
        """One segment in the picture's place."""
        segments = self.layout.segments
        sides = (min(s.left for s in segments), min(s.top for s in segments))
        return Segment([], *sides, max(s.right for s in segments), max(s.bottom for s in segments), 0, table=self)


class _Known:
    """The words that a document has used so far; they are only looked at where a line ends in a hyphen, which is rare."""

    def __init__(self) -> None:
        self._fresh: set[str] = set()
        self._folded: set[str] = set()

    def add(self, segments: Sequence[Segment]) -> None:
        self._fresh.update([word.text for segment in segments for word in segment.words])

    def __contains__(self, word: object) -> bool:
        if self._fresh:
            self._folded.update([text.strip(".,;:()\"'“”").casefold() for text in self._fresh])
            self._fresh.clear()
        return word in self._folded


class Composer:
    """Composes the pages of one document in order: remembers its words (for cut words) and its last table (for one that goes on)."""

    def __init__(self) -> None:
        self._known = _Known()
        self._tables = 0
        self._titles = Titles()
        self._columns: list[float] = []
        self._headers: dict[int, str] = {}
        self._table_page = -1
        self._next_row = 0

    def fill(
        self, builder: PageBuilder, layout: Layout, window: Sequence[Margins], *, trust_order: bool = True
    ) -> bool:
        """Put the page's words into `builder`; whether it goes on with the section of the page before. `window`: the edges of the pages near it."""
        heads, feet, taken = running(layout.margins, window, tolerance=5.0 if trust_order else 14.0)
        body = [segment for segment in layout.segments if id(segment) not in taken] if taken else layout.segments
        self._known.add(body)
        _running_blocks(builder, heads)
        body, tables = _into_tables(body, layout)
        whole = [*body, *tables]
        if is_slide(body, layout.width, layout.height, scanned=not trust_order):
            flows = flows_of_slide(whole, layout.shapes, layout.width * layout.height, trust_order=trust_order)
        else:
            flows = flows_of(whole, trust_order=trust_order)
        paragraphs = arrange(whole, flows)
        title = _slide_title(paragraphs, layout)
        add_paragraphs(builder, paragraphs, self._known, self._add_table)
        for segment in layout.aside:
            piece = Piece()
            piece.line(segment.words)
            builder.add(piece.text, words=piece.words)
        _running_blocks(builder, feet)
        return bool(title) and self._titles.goes_on(title)

    def add_inset(self, builder: PageBuilder, layout: Layout) -> None:
        """Put the words of a picture into `builder`, between those of its page."""
        self._known.add(layout.segments)
        body, tables = _into_tables(layout.segments, layout)
        whole = [*body, *tables]
        paragraphs = arrange(whole, flows_of(whole, trust_order=False))
        add_paragraphs(builder, paragraphs, self._known, self._add_table)

    def _add_table(self, builder: PageBuilder, table: _Table | Inset) -> None:
        if isinstance(table, Inset):
            table.composer.add_inset(builder, table.layout)
            return
        grid = table.grid
        pieces = [(cell, _cell_piece(cell, table.words.get(id(cell), []), self._known)) for cell in grid.cells]
        texts = [TextCell(c.row, c.column, piece.text, c.row_span, c.column_span) for c, piece in pieces]
        headers = headers_of(texts)
        first = 0
        goes_on = (
            table.high_up
            and table.page == self._table_page + 1
            and len(grid.xs) == len(self._columns)
            and all(abs(a - b) < 4 for a, b in zip(grid.xs, self._columns, strict=True))
        )
        if goes_on:
            repeated = bool(headers) and headers == self._headers
            if not repeated:
                headers = self._headers
            first = self._next_row
        else:
            self._tables += 1
        header_end = (
            0
            if goes_on and headers == self._headers and not _is_header_row(texts, headers)
            else _header_end(texts, headers)
        )
        if goes_on and _is_rest_of_row([text for text in texts if text.row == header_end]):
            first -= 1 + header_end  # the page's end cut a row
        for cell, piece in pieces:
            header = headers.get(cell.column) if cell.row >= header_end else None
            builder.add(
                piece.text,
                BlockKind.CELL,
                words=piece.words,
                table=self._tables - 1,
                row=first + cell.row,
                column=cell.column,
                row_span=cell.row_span,
                column_span=cell.column_span,
                header=header,
            )
        self._columns, self._headers, self._table_page = grid.xs, headers, table.page
        self._next_row = first + len(grid.ys) - 1


def _is_rest_of_row(cells: Sequence[TextCell]) -> bool:
    """Whether a table's first row on a page only ends the last one of the page before: it goes on in small letters, and has no beginning."""
    filled = [cell.text.strip() for cell in cells if cell.text.strip()]
    begun = any(cell.text.strip() for cell in cells if cell.column == 0)
    small = [text[0].islower() for text in filled]
    return bool(small) and (all(small) if begun else any(small))


def _slide_title(paragraphs: list[Paragraph], layout: Layout) -> str:
    """Of a page wider than high (a slide): its title, which becomes one heading: the text in the largest letters, else the short line at its top."""
    if layout.width <= layout.height or not paragraphs:
        return ""
    largest = _largest(paragraphs)
    first = largest or paragraphs[0]
    words = [word.text for line in first.lines for word in line.words]
    top = 0.6 if largest else 0.25
    if first.table is not None or first.mark or len(words) > 16 or first.lines[0].top > top * layout.height:
        return ""
    if first.box is not None:
        _join_title(paragraphs, first)
    first.kind, first.level = BlockKind.HEADING, 1
    return " ".join(word.text for line in first.lines for word in line.words)


def _largest(paragraphs: list[Paragraph]) -> Paragraph | None:
    """The first paragraph in the largest letters of a slide's text boxes, where these are much larger than the others."""
    boxed = [item for item in paragraphs if item.box is not None and item.table is None]
    if len(boxed) < 2:
        return None
    sizes = sorted(item.lines[0].height for item in boxed)
    title = next(item for item in boxed if item.lines[0].height > 0.97 * sizes[-1])
    return title if sizes[-1] > 1.15 * sizes[(len(sizes) - 1) // 2] else None


def _join_title(paragraphs: list[Paragraph], title: Paragraph) -> None:
    """The lines of the title's box that are as large as its first: one title, however it was broken."""
    place = paragraphs.index(title) + 1
    while place < len(paragraphs):
        below = paragraphs[place]
        if below.box is not title.box or below.mark or abs(below.lines[0].height - title.lines[0].height) > 1:
            break
        title.lines += below.lines
        del paragraphs[place]


def _is_header_row(texts: Sequence[TextCell], headers: dict[int, str]) -> bool:
    top = {cell.column: " ".join(cell.text.split()) for cell in texts if cell.row == 0}
    return bool(top) and all(headers.get(column, "").startswith(text) for column, text in top.items() if text)


def _header_end(texts: Sequence[TextCell], headers: dict[int, str]) -> int:
    """The first row below the header."""
    if not headers:
        return 0
    end = 0
    for row in sorted({cell.row for cell in texts}):
        cells = [cell for cell in texts if cell.row == row]
        if all(" ".join(cell.text.split()) in headers.get(cell.column, "") for cell in cells):
            end = max(end, max(cell.row + cell.row_span for cell in cells))
        elif row >= end:
            break
    return end


def _running_blocks(builder: PageBuilder, lines: Sequence[Line]) -> None:
    for line in lines:
        piece = Piece()
        piece.line(line.words)
        builder.add(piece.text, BlockKind.RUNNING, words=piece.words)


def _cell_piece(cell: Cell, words: list[Token], known: Container[str]) -> Piece:
    """The cell's text, wrapped lines joined, its paragraphs and items each on a line."""
    piece = Piece()
    if len(words) < 2:
        if words:
            piece.line(words)
        return piece
    lines = lines_of(segments_of(words))
    if len(lines) == 1:
        piece.joined(lines, known)
        return piece
    pad = max(1.0, min(word.left for word in words) - cell.left)
    right = max(max(line.right for line in lines), cell.right - min(pad, 12.0))
    for paragraph in parted(Flow(lines, cell.left + pad, right, cell=True)):
        if piece.parts:
            piece.put("\n")
        piece.joined(paragraph.lines, known)
    return piece


def _into_tables(segments: list[Segment], layout: Layout) -> tuple[list[Segment], list[Segment]]:
    """The segments outside of tables, and one segment in the place of each table that holds words."""
    tables: list[Segment] = []
    for grid in layout.grids:
        words: dict[int, list[Token]] = {}
        rest: list[Segment] = []
        columns: set[int] = set()
        first: Segment | None = None
        for segment in segments:
            if (
                segment.bottom < grid.top
                or segment.top > grid.bottom
                or segment.right < grid.left
                or segment.left > grid.right
            ):
                rest.append(segment)
                continue
            outside: list[Token] = []
            for word in segment.words:
                cell = grid.cell_at((word.left + word.right) / 2, (word.top + word.bottom) / 2)
                if cell is None:
                    outside.append(word)
                else:
                    words.setdefault(id(cell), []).append(word)
                    columns.add(cell.column)
                    first = first or segment
            if len(outside) == len(segment.words):
                rest.append(segment)
            elif outside:
                rest.extend(segments_of(outside))
        # A frame around text is no table: leave its words to the layout.
        if first is None or len(columns) < 2 or len(words) < 3:
            continue
        segments = rest
        table = _Table(grid, words, layout.number, grid.top < 0.25 * layout.height)
        tables.append(Segment([], grid.left, grid.top, grid.right, grid.bottom, first.order, table=table))
    return segments, tables
