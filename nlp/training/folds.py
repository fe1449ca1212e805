"""Families dealt into groups, so that no document is judged by a classifier that has seen its like."""

from collections import Counter
from collections.abc import Sequence


def folds(families: Sequence[str], count: int = 5) -> list[set[str]]:
    """The families in `count` groups of about as many items. `families`: that of each item."""
    groups: list[tuple[int, set[str]]] = [(0, set()) for _ in range(count)]
    for family, size in sorted(Counter(families).items(), key=lambda item: (-item[1], item[0])):
        smallest = min(range(count), key=lambda index: groups[index][0])
        total, names = groups[smallest]
        groups[smallest] = (total + size, names | {family})
    return [names for _, names in groups]
