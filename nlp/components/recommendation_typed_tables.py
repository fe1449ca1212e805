"""Tables that were typed with `|` between the cells, in a plain text file or a mail: their cells as units."""

import re
from collections.abc import Iterator, Sequence

from nlp.components.recommendation_marks import Unit, flat, lines
from nlp.pages import Block, BlockKind
from nlp.source import SourceBlock

_RULE = re.compile(r"^[\s|+:=-]+$")
_CELL = re.compile(r"[^|]+")
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
            text = item.text[start:end]
            start, end = start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())
            if start >= end:
                continue
            first = item.block.start + start
            owner = Block(
                BlockKind.CELL,
                first,
                first + end - start,
                table=table,
                row=row,
                column=column,
                header=head[column] if row else None,
            )
            place = (item.start + start, item.start + end)
            yield Unit(BlockKind.CELL, [place], flat(item.text[start:end]), None, None, owner, item.page.number)


def _without_edges(item: SourceBlock, cells: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Without the blanks before a leading and behind a trailing `|`."""
    edges = {0, len(cells) - 1}
    return [span for place, span in enumerate(cells) if place not in edges or item.text[span[0] : span[1]].strip()]
