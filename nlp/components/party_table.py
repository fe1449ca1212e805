"""Parties that a table introduces: a column a party (`Uraian | PIHAK KESATU | PIHAK KEDUA`) with rows of name, office, body."""

import re

from nlp.components.party_names import BODY, official_party_name, person_name, position_text
from nlp.components.party_sheet import row_parties, sheet_parties, unheaded_parties
from nlp.extraction import Party, Representative
from nlp.facts import InstitutionMention
from nlp.pages import BlockKind
from nlp.source import Source

TABLED = 0.9
_LABEL = re.compile(r"^\W*pihak\s+(?:ke\w+|pertama|[IVX]{1,4}|\d)\W*$", re.I)
_ROW = {
    "name": re.compile(
        r"^\W*(?:nama(?:\s+(?:pejabat|penanda\s?tangan|lengkap|wakil))?|(?:yang\s+)?(?:di)?wakil(?:i)?(?:\s+(?:oleh|sah))?|penanda\s?tangan|"
        r"yang\s+(?:menandatangani|bertanda\s?tangan)|ditandatangani\s+oleh|pejabat(?:\s+(?:penanda\s?tangan|yang\s+berwenang))?)\W*$",
        re.I,
    ),
    "position": re.compile(r"^\W*(?:jabatan(?:nya)?|selaku|sebagai|kedudukan|dalam\s+jabatan)\W*$", re.I),
    "body": re.compile(
        r"^\W*(?:mewakili|instansi|nama\s+instansi|lembaga|unit\s+kerja|bertindak\s+untuk(?:\s+dan\s+atas\s+nama)?|"
        r"(?:untuk\s+dan\s+)?atas\s+nama|pihak)\W*$",
        re.I,
    ),
}
_Span = tuple[int, int]
_Row = list[_Span]


def tabled_parties(source: Source, mentions: list[InstitutionMention]) -> list[Party]:
    """The parties of the first table that has a column for each of them; empty where there is none."""
    for rows in _tables(source):
        if listed := _listed(source, mentions, rows):
            return listed
        for index, row in enumerate(rows):
            columns = [column for column, cell in enumerate(row) if _LABEL.match(source.text[slice(*cell)])]
            if len(columns) < 2:
                continue
            width = max(len(other) for other in rows)
            if len(row) == width - 1:  # the empty corner cell of a typed table
                columns = [column + 1 for column in columns]
            found = _parties(source, mentions, rows[index + 1 :], columns)
            if len(found) == len(columns):
                return found
    return []


def signed_rows(source: Source, mentions: list[InstitutionMention]) -> list[Party]:
    """The parties of the first table that names them row by row, with who signs; empty where there is none."""
    for rows in _tables(source):
        for read in (row_parties, sheet_parties, unheaded_parties):
            if found := read(source, mentions, rows):
                return found
    return sheet_parties(source, mentions, _labelled_lines(source))


_LABELLED = re.compile(r"^\W*(?P<label>[A-Za-z][^:\n|]{2,40}?)\s*:\s*(?P<value>[^\s:|].+)$")


def _labelled_lines(source: Source) -> list[_Row]:
    """The lines `label : value` at the head of the text, as the rows of a table."""
    rows: list[_Row] = []
    for start, stop in source.lines[:60]:
        found = _LABELLED.match(source.text[start:stop])
        if found is not None:
            rows.append([(start + found.start(name), start + found.end(name)) for name in ("label", "value")])
    return rows


_COLUMNS = {
    "name": re.compile(
        r"^\W*(?:nama\b(?!\s+(?:instansi|lembaga|institusi|pihak|badan))|(?:yang\s+)?(?:di)?wakil(?:i)?\b|penanda\s?tangan\b|pejabat\b|ditandatangani\s+oleh\b)",
        re.I,
    ),
    "position": re.compile(r"^\W*(?:jabatan|selaku|kedudukan|sebagai)\b", re.I),
    "body": re.compile(
        r"^\W*(?:bertindak|mewakili|(?:nama\s+)?(?:instansi|lembaga|institusi|organisasi|perusahaan|badan)|untuk\s+dan\s+atas|atas\s+nama)\b",
        re.I,
    ),
}
_SIGNS = re.compile(
    r"\bpihak\s+(?:ke\w+|pertama|[IVX]{1,4}|\d)\b|\bpenanda\s?tangan|\bbertindak\b|\bdiwakili\b|\bselaku\b", re.I
)


def _listed(source: Source, mentions: list[InstitutionMention], rows: list[_Row]) -> list[Party]:
    """The parties of a table with a row for each: columns of name, office and for whom they act."""
    if not 3 <= len(rows) <= 8:
        return []
    heads = [source.text[slice(*cell)] for cell in rows[0]]
    where = {
        key: next((at for at, head in enumerate(heads) if pattern.match(head)), None)
        for key, pattern in _COLUMNS.items()
    }
    name_at, position_at, body_at = where["name"], where["position"], where["body"]
    if name_at is None or body_at is None:
        return []
    parties: list[Party] = []
    for row in rows[1:]:
        if len(row) <= max(name_at, body_at) or not _SIGNS.search(
            " ".join([*heads, source.text[slice(*row[body_at])]])
        ):
            return []
        start, end = row[body_at]
        said = re.match(
            r"\W*(?:(?:bertindak\s+)?(?:untuk\s+dan\s+)?atas\s+nama\s+|mewakili\s+)?(?P<body>.*?)"
            r"(?=,?\s+(?:yang\s+|untuk\s+)?(?:selanjutnya|disebut|sebagai|berkedudukan|beralamat)\b|\s*\(|\s*$)",
            source.text[start:end],
            re.I | re.S,
        )
        if said is None or not re.match(BODY, said.group("body")):
            return []
        start, end = start + said.start("body"), start + said.end("body")
        official = official_party_name(source.text[start:end], start, end, mentions)
        if official is None:
            return []
        name = re.split(r"\s*(?:\bNIP\b|\n)", source.text[slice(*row[name_at])])[0]
        office = source.text[slice(*row[position_at])] if position_at is not None and len(row) > position_at else ""
        office = re.split(r"\s+(?:berdasarkan|sesuai|diangkat)\b", office)[0]
        signer = Representative(person_name(name), position_text(office) if office else None)
        role = f"party_{len(parties) + 1}"
        written = " ".join(source.text[start:end].split())
        parties.append(Party(official, written, role, signer, source.evidence(start, end), TABLED))
    return parties if len(parties) >= 2 else []


def _parties(source: Source, mentions: list[InstitutionMention], rows: list[_Row], columns: list[int]) -> list[Party]:
    cells: dict[str, _Row] = {}
    for row in rows[:10]:
        if len(row) <= columns[-1]:
            break
        head = source.text[slice(*row[0])]
        for key, pattern in _ROW.items():
            if pattern.match(head):
                cells.setdefault(key, row)
    if "body" not in cells:
        return []
    parties: list[Party] = []
    for column in columns:
        start, end = cells["body"][column]
        written = source.text[start:end]
        if not re.match(r"\W*" + BODY, written):
            return []
        official = official_party_name(written, start, end, mentions)
        if official is None:
            return []
        name, position = (
            source.text[slice(*cells[key][column])] if key in cells else None for key in ("name", "position")
        )
        signer = Representative(person_name(name), position_text(position))
        parties.append(
            Party(
                official,
                " ".join(written.split()),
                f"party_{len(parties) + 1}",
                signer if signer.name or signer.position else None,
                source.evidence(start, end),
                TABLED,
            )
        )
    return parties


_TYPED_CELL = re.compile(r"[^|\s](?:[^|]*[^|\s])?")
_RULE = re.compile(r"^[-=+|:\s]+$")


def _tables(source: Source) -> list[list[_Row]]:
    """The rows of cells of every table, those typed with `|` too; the cells as spans of the text."""
    grids: dict[tuple[int, int], dict[int, dict[int, _Span]]] = {}
    for block in source.blocks:
        at = block.block
        if at.kind is BlockKind.CELL and at.table is not None and at.row is not None and at.column is not None:
            rows = grids.setdefault((block.page.number, at.table), {})
            rows.setdefault(at.row, {})[at.column] = (block.start, block.end)
    tables = [
        [[row.get(column, (0, 0)) for column in range(max(row) + 1)] for _, row in sorted(rows.items())]
        for rows in grids.values()
    ]
    typed: list[_Row] = []
    for start, stop in source.lines:
        cells = [(start + cell.start(), start + cell.end()) for cell in _TYPED_CELL.finditer(source.text[start:stop])]
        if _RULE.match(source.text[start:stop]):
            continue  # the line between the head and the rows
        if "|" in source.text[start:stop]:
            typed.append(cells)
        elif typed:
            tables.append(typed)
            typed = []
    return [*tables, typed] if typed else tables
