"""Plain text: the encoding found, wrapped lines joined, headings and list items told apart."""

import html
import re
from pathlib import Path

from nlp.errors import TooLarge
from nlp.pages import BlockKind, PageBuilder
from nlp.readers.encodings import decoded
from nlp.readers.headings import looks_like_heading
from nlp.readers.letter_head import parted_head
from nlp.readers.marks import split_mark
from nlp.readers.reading import Options, Reading
from nlp.readers.signature_columns import parted
from nlp.readers.text_tables import TextTable, tables_in

MAX_BYTES = 20 * 1024 * 1024
MAX_CHARACTERS = 5_000_000
_RUNNING = re.compile(r"\s*(?:[-–—]\s*\d{1,4}\s*[-–—]|(?:hal(?:aman)?|page)\.?\s*\d+(?:\s*(?:dari|of|/)\s*\d+)?|\d{1,4}\s*/\s*\d{1,4})\s*", re.I)  # fmt: skip
_SHORT = 40  # characters; titles are set in lines that end in `dan`, `di`
_OPEN_END = re.compile(
    r"[a-z,]\s+(?:di|ke|dari|pada|untuk|guna|dan|atau|serta|dengan|yang|oleh|sebelum|sesudah|setelah|dalam|bagi|tentang|terhadap|agar|"
    r"(?:di|ke|dari|pada)\s+(?:Kecamatan|Kabupaten|Kota|Provinsi|Kelurahan|Desa))$"
)
_DRAWN_RULE = re.compile(r"\s*[\u2500-\u257f][\s\u2500-\u257f]*")
_DRAWN_SIDES = re.compile(r"[\u2502\u2503\u2551]")
_STRUCK_OVER = re.compile(r"[^\n]\x08")
_TAG = re.compile(r"<!--.*?-->|<!\[CDATA\[|\]\]>|<[?!/]?[A-Za-z_][^<>]*>", re.DOTALL)
_TAGGED = "Berkas XML dibaca tanpa penandanya; sebagian isinya mungkin tidak terbaca."
_LABEL = re.compile(r"\S[^:]{0,40}?\s*:\s")


def read(path: Path, options: Options) -> Reading:
    """The text as one page."""
    content = path.read_bytes()
    if len(content) > MAX_BYTES:
        raise TooLarge(path.name)
    text, warnings = decoded(content)
    text, cut = shortened(text)
    builder = PageBuilder(1)
    if tagged := text.lstrip().startswith("<?xml"):
        text = html.unescape(_TAG.sub("\n", text))
        warnings.append(_TAGGED)
    add_lines(builder, text, wrapped=not tagged)
    return Reading((builder.build(),), (*warnings, *cut))


def shortened(text: str) -> tuple[str, list[str]]:
    """As much of the text as is read, and a warning when it is not all."""
    if len(text) <= MAX_CHARACTERS:
        return text, []
    return text[:MAX_CHARACTERS], ["Teks terlalu panjang; hanya 5 juta huruf pertama yang dibaca."]


def add_lines(builder: PageBuilder, text: str, *, wrapped: bool) -> None:
    """Put the lines of plain text into blocks; `wrapped`: lines may have been broken at a fixed width and belong together."""
    text = (
        text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").replace("\v", "\n").replace("\u2028", "\n")
    )
    if "\b" in text:
        text = _STRUCK_OVER.sub("", text)  # printers struck bold letters twice
    if _DRAWN_SIDES.search(text):
        text = _DRAWN_SIDES.sub("|", "\n".join(line for line in text.split("\n") if not _DRAWN_RULE.fullmatch(line)))
    lines = parted(parted_head([line.expandtabs(4).rstrip() for line in text.split("\n")]))
    width = _wrap_width(lines) if wrapped else 0
    tables = {table.first: (number, table) for number, table in enumerate(tables_in(lines), builder.next_table)}
    inside = 0  # the line on which the table ends that was put in last
    pending: list[str] = []
    gap = False

    def flush() -> None:
        if pending:
            _add(builder, pending, width)
            pending.clear()

    for place, line in enumerate(lines):
        if place in tables:
            flush()
            number, table = tables[place]
            _add_table(builder, number, table)
            inside, gap = table.last, True
        if place < inside:
            continue
        if not line.strip():
            gap = True
            continue
        if _RUNNING.fullmatch(line):
            flush()
            builder.add(line.strip(), BlockKind.RUNNING)
            gap = False
            continue
        if pending and (
            gap or not (_goes_on(pending, line, width) if width else wrapped and _is_open(pending[-1], line))
        ):
            flush()
        pending.append(line)
        gap = False
    flush()


def _add_table(builder: PageBuilder, number: int, table: TextTable) -> None:
    head = table.rows[0]
    for row, cells in enumerate(table.rows):
        for column, text in enumerate(cells):
            header = head[column] if row else None
            builder.add(text, BlockKind.CELL, table=number, row=row, column=column, header=header)


def _wrap_width(lines: list[str]) -> int:
    """The width at which the text was wrapped; 0 when each line is a paragraph."""
    lengths = sorted(len(line) for line in lines if len(line.strip()) > 30)
    if len(lengths) < 4 or lengths[-1] > 110:
        return 0
    return lengths[int(len(lengths) * 0.95)]


def _is_open(before: str, line: str) -> bool:
    """Whether a line of a text without a common width ends in a word that no sentence ends with."""
    mark, _ = split_mark(line)
    return not mark and len(before) > _SHORT and "|" not in before and _OPEN_END.search(before) is not None


def _goes_on(pending: list[str], line: str, width: int) -> bool:
    before = pending[-1]
    words = line.split()
    indent, indent_before = _indent(line), _indent(before)
    mark, _ = split_mark(line)
    if mark and (
        before.rstrip().endswith((".", ";", ":", ",", "dan", "atau", "dan/atau")) or indent <= _indent(pending[0])
    ):
        return False
    if len(before) + 1 + len(words[0]) <= width - 4 and not (_broken(before) or _is_open(before, line)):
        return False
    if not mark and _hangs(pending[0], line):
        return True
    centred = (
        abs((len(before) - indent_before) - (len(line) - indent)) > 6
        and indent > 3
        and indent_before > 3
        and indent != indent_before
    )
    if _LABEL.match(line.strip()) and indent <= indent_before and not _LABEL.match(pending[0].strip() + " "):
        return not centred and len(before) > width - 12
    return not centred and not (before.isupper() != line.isupper() and before.isupper())


def _hangs(first: str, line: str) -> bool:
    """Whether the line stands below the words of the list item that `first` begins, not below its mark."""
    mark, words = split_mark(first)
    return bool(mark) and _indent(line) > _indent(first) and _indent(line) == len(first) - len(words.lstrip())


def _broken(line: str) -> bool:
    """Whether a hyphen at the line's end stands in the middle of a word."""
    return len(line) > 1 and line[-1] == "-" and "a" <= line[-2] <= "z"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _add(builder: PageBuilder, lines: list[str], width: int) -> None:
    parts: list[str] = []
    for line in lines:
        part = " ".join(line.split())
        if parts and _broken(parts[-1]) and part[0].islower():
            head, tail = re.split(r"\W", parts[-1][:-1])[-1], re.split(r"\W", part)[0]
            doubled = head.casefold() in tail.casefold() or tail.casefold() in head.casefold()
            parts[-1] = (parts[-1] if doubled else parts[-1][:-1]) + part
        else:
            parts.append(part)
    text = " ".join(parts)
    centred = bool(width) and _indent(lines[0]) > 3 and abs(_indent(lines[0]) - (width - len(lines[0]))) <= 6
    if looks_like_heading(text, bold=False, centred=centred):
        builder.add(text, BlockKind.HEADING, level=2)
        return
    mark, _ = split_mark(text)
    builder.add(
        text,
        BlockKind.LIST_ITEM if mark else BlockKind.PARAGRAPH,
        mark=mark,
        level=1 + min(4, _indent(lines[0]) // 4) if mark else None,
    )
