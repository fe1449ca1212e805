"""Two columns of a slide that its text has one below the other: first the line of each owner, then the items of the first, of the second."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from nlp.components.indicator_words import Owner, Owners
from nlp.source import Source, SourceBlock

_LONGEST_HEAD: Final = 60  # characters of a line that names one column's owner
_MOST_ITEMS: Final = 24  # lines in which the columns are looked for
_LABEL: Final = re.compile(r"\W*(?P<label>[^\W\d][^:=\n]*?)\s*(?:[:=]|\d|$)")


def side_by_side(source: Source, owners: Owners) -> list[Owner]:
    """Each owner again, at the place where the items of its column begin."""
    found: list[Owner] = []
    blocks = source.blocks
    run: list[Owner] = []
    for index, block in enumerate(blocks):
        head = _only_owner(block, owners)
        if head is not None and (not run or blocks[index - 1].page is block.page):
            run.append(head)
            continue
        if len(run) >= 2:
            found += _begun(blocks[index : index + _MOST_ITEMS], run)
        run = [head] if head is not None else []
    return found


def _only_owner(block: SourceBlock, owners: Owners) -> Owner | None:
    """The owner that a line names and nothing else."""
    if block.end - block.start > _LONGEST_HEAD or block.block.table is not None:
        return None
    named = owners.between(block.start, block.end)
    if len(named) != 1:
        return None
    rest = block.text[: named[0].start - block.start] + block.text[named[0].end - block.start :]
    return named[0] if not re.search(r"\w", rest) else None


def _begun(items: Sequence[SourceBlock], heads: Sequence[Owner]) -> Iterator[Owner]:
    """The columns begin where the first item's label comes again, once for each head."""
    labels = [_label(item) for item in items if item.page is items[0].page]
    if not labels or not labels[0]:
        return
    places = [index for index, label in enumerate(labels) if label == labels[0]]
    if len(places) != len(heads):
        return
    for place, head in zip(places, heads, strict=True):
        start = items[place].start
        yield Owner(start, start, head.government, head.agency, bare=head.bare)


def _label(item: SourceBlock) -> str:
    match = _LABEL.match(item.text)
    return " ".join(match["label"].casefold().split()) if match else ""
