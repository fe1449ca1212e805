"""The tables of a DOCX: their cells with what is merged, and where the rows below the header begin."""

from typing import Any

from nlp.readers.grid import TextCell
from nlp.readers.wordml import (
    W_DEL,
    W_GRID_BEFORE,
    W_GRID_SPAN,
    W_H_MERGE,
    W_TBL_HEADER,
    W_TC,
    W_TC_PR,
    W_TR,
    W_TR_PR,
    W_V_MERGE,
    W_VAL,
    Properties,
    blocks,
    child,
    leading,
    properties,
    value,
    whole,
)

_MERGES = (W_GRID_SPAN, W_V_MERGE, W_H_MERGE)
_PLAIN_CELL: Properties = {}
_MOST_HEADER_ROWS = 5

TableCell = tuple[TextCell, Any]  # where it stands, and its element


def cells_of(table: Any) -> tuple[list[TableCell], int]:
    """The cells by rows, still without text, and how many rows at the top the file calls a header."""
    cells: list[TableCell] = []
    open_cells: dict[int, int] = {}  # column -> index of the cell that goes on downwards
    number = said_headers = 0
    for row in blocks(table):
        if row.tag != W_TR:
            continue
        look = properties(child(row, W_TR_PR))
        if W_DEL in look:
            continue
        column = whole(value(look, W_GRID_BEFORE))
        if W_TBL_HEADER in look and said_headers == number:
            said_headers += 1
        before: int | None = None
        merges = next(row.iter(*_MERGES), None) is not None  # few rows do: not every cell need be asked
        for cell in blocks(row):
            if cell.tag != W_TC:
                continue
            own = properties(leading(cell, W_TC_PR)) if merges else _PLAIN_CELL
            span = (whole(value(own, W_GRID_SPAN), 1) or 1) if W_GRID_SPAN in own else 1
            merge, across = own.get(W_V_MERGE), own.get(W_H_MERGE)
            if across is not None and across.get(W_VAL, "continue") == "continue" and before is not None:
                _widen(cells, before, span)
                column += span
                continue
            if merge is not None and merge.get(W_VAL, "continue") != "restart" and column in open_cells:
                _lengthen(cells, open_cells[column], number)
                column += span
                continue
            before = len(cells)
            cells.append((TextCell(number, column, "", 1, span), cell))
            if merge is not None:
                open_cells[column] = before
            elif open_cells:
                open_cells.pop(column, None)
            column += span
        number += 1
    return cells, said_headers


def first_row_below(texts: list[TextCell], headers: dict[int, str]) -> int:
    """The first row that is not the header's; 0 without a header."""
    from_header = [
        cell
        for cell in texts
        if cell.row < _MOST_HEADER_ROWS
        and headers
        and cell.text.strip()
        and " ".join(cell.text.split()) in headers.get(cell.column, "")
    ]
    end = 0
    for cell in sorted(from_header, key=lambda item: item.row):
        if cell.row <= end:
            end = max(end, cell.row + (cell.row_span if cell.row == end else 1))
        else:
            break
    return end


def _widen(cells: list[TableCell], index: int, span: int) -> None:
    cell, element = cells[index]
    cells[index] = (cell._replace(column_span=cell.column_span + span), element)


def _lengthen(cells: list[TableCell], index: int, row: int) -> None:
    cell, element = cells[index]
    cells[index] = (cell._replace(row_span=row - cell.row + 1), element)
