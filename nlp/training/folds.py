"""Families dealt into groups, so that no document is judged by a classifier that has seen its like."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar


class OfFamily(Protocol):
    """What belongs to a family of documents (a corpus folder)."""

    @property
    def family(self) -> str: ...


Item = TypeVar("Item", bound=OfFamily)
Model = TypeVar("Model")


def folds(families: Sequence[str], count: int = 5) -> list[set[str]]:
    """The families in `count` groups of about as many items. `families`: that of each item."""
    groups: list[tuple[int, set[str]]] = [(0, set()) for _ in range(count)]
    for family, size in sorted(Counter(families).items(), key=lambda item: (-item[1], item[0])):
        smallest = min(range(count), key=lambda index: groups[index][0])
        total, names = groups[smallest]
        groups[smallest] = (total + size, names | {family})
    return [names for _, names in groups]


def unseen(
    items: Sequence[Item], train: Callable[[Sequence[Item]], Model], count: int = 5
) -> Iterator[tuple[Item, Model]]:
    """Every item with the model that `train` made without the item's family."""
    for held_out in folds([item.family for item in items], count):
        model = train([item for item in items if item.family not in held_out])
        yield from ((item, model) for item in items if item.family in held_out)
