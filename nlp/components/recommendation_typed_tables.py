"""Tables in a plain text file or a mail, typed with `|` between the cells or exported with `;` or tabs: their cells as units."""

import re
from collections.abc import Iterator, Sequence

from nlp.components.recommendation_marks import Unit, flat, lines
from nlp.pages import Block, BlockKind
from nlp.source import SourceBlock

_RULE = re.compile(r"^[\s|+:=-]+$")
_CELL = re.compile(r"[^|]+")
# A field of an exported line, with its quotes or without: `"draf SOP; 60%"`, `TW II 2025`, nothing.
_FIELDS = {
    sign: re.compile(rf'(?:^|(?<={sign}))(?:"(?P<quoted>[^"]*)"|(?P<plain>[^{sign}"]*))(?={sign}|$)')
    for sign in (";", "\t")
}
_LEAST_FIELDS = 4  # a sentence has a semicolon or two
_TYPED = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING)
Line = tuple[SourceBlock, int, int]  # a block and where in its text the line begins and ends


def typed_tables(blocks: Sequence[SourceBlock]) -> dict[int, list[Unit]]:
    """The cells of each typed table by the place of its first block; its other blocks give an empty list."""
    found: dict[int, list[Unit]] = {}
    number = 0
    index = 0
    while index < len(blocks):
        last = index
        while last < len(blocks) and _is_row(blocks[last]) and blocks[last].page is blocks[index].page:
            last += 1
        cells = list(_cells(blocks[index:last], 1000 + number)) if last > index else []
        if not cells and (sign := _sign_of(blocks[index])):
            last = index
            while last < len(blocks) and _sign_of(blocks[last]) == sign and blocks[last].page is blocks[index].page:
                last += 1
            cells = list(_exported(blocks[index:last], sign, 1000 + number))
        if cells:
            number += 1
            found |= {place: [] for place in range(index, last)}
            found[index] = cells
        index = max(last, index + 1)
    return found


def _is_row(item: SourceBlock) -> bool:
    """Every line of the block has a `|` or is a rule."""
    return (
        item.block.kind in _TYPED
        and ("|" in item.text or "+-" in item.text)
        and all("|" in item.text[start:end] or _RULE.match(item.text[start:end]) for start, end in lines(item.text))
    )


def _sign_of(item: SourceBlock) -> str | None:
    """What parts the fields of an exported line; None of other text."""
    if item.block.kind not in _TYPED:
        return None
    return next((sign for sign in _FIELDS if item.text.count(sign) >= _LEAST_FIELDS - 1), None)


def _exported(rows: Sequence[SourceBlock], sign: str, table: int) -> Iterator[Unit]:
    """The cells of an export: below its head line, the first that is filled, every line with as many fields and half of them filled."""
    cut = [
        (item, [field.span("quoted") if field["quoted"] is not None else field.span("plain") for field in fields])
        for item in rows
        for start, end in lines(item.text)
        if len(fields := list(_FIELDS[sign].finditer(item.text[:end], start))) >= _LEAST_FIELDS
    ]
    filled = [
        (item, spans) for item, spans in cut if 2 * sum(bool(item.text[a:b].strip()) for a, b in spans) > len(spans)
    ]
    if len(filled) < 2:
        return
    width = len(filled[0][1])
    head = [flat(filled[0][0].text[start:end]) for start, end in filled[0][1]]
    if any(any(map(str.isdigit, name)) for name in head):
        return
    same = [(item, spans) for item, spans in cut if len(spans) == width]
    first = next(place for place, (item, spans) in enumerate(same) if (item, spans) == filled[0])
    for row, (item, spans) in enumerate(same[first:]):
        if 3 * sum(bool(item.text[a:b].strip()) for a, b in spans) < len(spans):
            continue  # a line below the table
        for column, (start, end) in enumerate(spans):
            if cell := _cell(item, start, end, (table, row, column), head[column] if row else None):
                yield cell


def _cell(item: SourceBlock, start: int, end: int, place: tuple[int, int, int], header: str | None) -> Unit | None:
    """The cell from `start` to `end` of the block's text; None where it is empty."""
    text = item.text[start:end]
    start, end = start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())
    if start >= end:
        return None
    table, row, column = place
    first = item.block.start + start
    owner = Block(BlockKind.CELL, first, first + end - start, table=table, row=row, column=column, header=header)
    span = (item.start + start, item.start + end)
    return Unit(BlockKind.CELL, [span], flat(item.text[start:end]), None, None, owner, item.page.number)


def _cells(rows: Sequence[SourceBlock], table: int) -> Iterator[Unit]:
    """The cells, if there are two rows at least and all have as many columns as the first."""
    cut = [
        (item, [cell.span() for cell in _CELL.finditer(item.text, start, end)])
        for item in rows
        for start, end in lines(item.text)
        if not _RULE.match(item.text[start:end])
    ]
    cut = [(item, _without_edges(item, cells)) for item, cells in cut]
    width = len(cut[0][1]) if cut else 0
    if len(cut) < 2 or width < 2 or any(len(cells) != width for _, cells in cut):
        return
    head = [flat(cut[0][0].text[start:end]) for start, end in cut[0][1]]
    for row, (item, cells) in enumerate(cut):
        for column, (start, end) in enumerate(cells):
            if cell := _cell(item, start, end, (table, row, column), head[column] if row else None):
                yield cell


def _without_edges(item: SourceBlock, cells: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Without the blanks before a leading and behind a trailing `|`."""
    edges = {0, len(cells) - 1}
    return [span for place, span in enumerate(cells) if place not in edges or item.text[span[0] : span[1]].strip()]
