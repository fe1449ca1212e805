"""The tables of slides: their cells, and where the rows below the header begin."""

from typing import Any

from nlp.readers.drawingml import A, number_in
from nlp.readers.grid import TextCell
from nlp.readers.pptx_text import lines_of

_WIDEST_SPAN = 500


def table_of(table: Any) -> list[TextCell]:
    """The cells of a table with their text, merged ones once."""
    cells: list[TextCell] = []
    for number, row in enumerate(table.iterfind(A + "tr")):
        for column, cell in enumerate(row.iterfind(A + "tc")):
            if cell.get("hMerge") in ("1", "true") or cell.get("vMerge") in ("1", "true"):
                continue
            body = cell.find(A + "txBody")
            lines = []
            for line in lines_of(body, None) if body is not None else ():
                lines.append(
                    f"{line.mark} {line.text}" if line.mark == "•" and not line.text.startswith("•") else line.text
                )
            rows, columns = (
                min(_WIDEST_SPAN, max(1, int(number_in(cell.get(name))))) for name in ("rowSpan", "gridSpan")
            )
            cells.append(TextCell(number, column, "\n".join(lines), rows, columns))
    return cells


def first_row_below(cells: list[TextCell], headers: dict[int, str]) -> int:
    """The first row that is not the header's; 0 without a header."""
    end = 0
    if headers:
        for cell in cells:
            if (
                cell.row == end
                and cell.text.strip()
                and " ".join(cell.text.split()) not in headers.get(cell.column, "")
            ):
                break
            if cell.row > end:
                end = cell.row
                if " ".join(cell.text.split()) not in headers.get(cell.column, ""):
                    break
    return end
