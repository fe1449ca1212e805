"""Small documents in a notation of lines, for the tests of components.

`# text` heading, `## text` lower heading, `- text` bullet (two blanks deeper: next level), `| a | b |` a table's row (the first
one its head; `^` goes on with the cell above, `<` with the cell to the left), `> text` speaker note, `===` next page; anything
else a paragraph.
"""

from collections.abc import Sequence
from datetime import date

from nlp.extraction import DatedFact, DateType, Evidence, Kind, Party, Representative
from nlp.facts import Facts
from nlp.pages import BlockKind, Page, PageBuilder, Pages
from nlp.source import Source

_NOWHERE = Evidence(1, 0, 1, "x")


def source(notation: str, *, file_format: str = "docx") -> Source:
    """A `Source` of the document that `notation` writes."""
    pages = [_page(number, text) for number, text in enumerate(notation.strip("\n").split("\n===\n"), 1)]
    return Source(Pages("uji", "0" * 64, file_format, tuple(pages)))


def facts(
    kind: Kind = Kind.REPORT,
    *,
    home: str | None = "Badan Kepegawaian Daerah Provinsi Sumatera Barat",
    host: str | None = "Badan Kepegawaian Daerah Provinsi Jawa Timur",
    parties: Sequence[str] = (),
    signer: str | None = None,
    start: date | None = None,
    published: date | None = None,
) -> Facts:
    """`Facts` as they are when the later components run. `parties`: those of an agreement; `signer`: the role that signs."""
    found = Facts(kind=kind)
    named = [(name, f"party_{number}") for number, name in enumerate(parties, 1)]
    if not named:
        named = [(name, role) for name, role in ((home, "home"), (host, "host")) if name]
    for name, role in named:
        representative = Representative("Dr. Ani", "Kepala") if role == signer else None
        found.parties.append(Party(name, name, role, representative, _NOWHERE, 1.0))
    for type_, day in ((DateType.START, start), (DateType.PUBLISHED, published)):
        if day is not None:
            found.dates.append(DatedFact(type_, day, "", False, _NOWHERE, 1.0))
    return found


def _page(number: int, text: str) -> Page:
    builder = PageBuilder(number)
    lines = text.strip("\n").split("\n")
    table = 0
    index = 0
    while index < len(lines):
        line = lines[index]
        if line.startswith("|"):
            rows = []
            while index < len(lines) and lines[index].startswith("|"):
                rows.append([cell.strip().replace("\\n", "\n") for cell in lines[index].strip("|").split("|")])
                index += 1
            _add_table(builder, table, rows)
            table += 1
            continue
        _add_line(builder, line)
        index += 1
    return builder.build()


def _add_line(builder: PageBuilder, line: str) -> None:
    bare = line.lstrip()
    depth = (len(line) - len(bare)) // 2
    if line.startswith("## "):
        builder.add(line[3:], BlockKind.HEADING, level=2)
    elif line.startswith("# "):
        builder.add(line[2:], BlockKind.HEADING, level=1)
    elif line.startswith("> "):
        builder.add(line[2:], BlockKind.NOTE)
    elif bare.startswith("- "):
        builder.add(bare[2:], BlockKind.LIST_ITEM, level=depth + 1, mark="•")
    else:
        builder.add(line)


def _add_table(builder: PageBuilder, table: int, rows: Sequence[Sequence[str]]) -> None:
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if cell in {"^", "<"}:
                continue
            row_span = 1
            while row + row_span < len(rows) and rows[row + row_span][column] == "^":
                row_span += 1
            column_span = 1
            while column + column_span < len(cells) and cells[column + column_span] == "<":
                column_span += 1
            builder.add(
                cell,
                BlockKind.CELL,
                table=table,
                row=row,
                column=column,
                row_span=row_span,
                column_span=column_span,
                header=rows[0][column] if row else None,
            )
