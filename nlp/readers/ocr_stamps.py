"""Two readings of one page put together: as it is, and without the ink of its stamps."""

from collections.abc import Iterator

from nlp.readers.ocr_engine import Found

_ALIKE = str.maketrans("OolI", "0011")


def both(found: Found, cleared: Found) -> Found:
    """What was read without the stamps, and of what was read with them what stands elsewhere; the page as it is when that is more.

    Taking ink away takes thin strokes with it: words that differ in no letter stay as they stand on the page (`800/12/BKD`).
    """
    lines = 1 + max((item[6] for item in cleared), default=0)
    instead: dict[int, Found] = {}
    covered: set[int] = set()
    extra: Found = []
    for own, others in _overlapping(found, cleared):
        if not others:
            extra += [(*found[index][:6], lines + found[index][6]) for index in own if found[index][5] > 0.6]
        elif own and _is_fuller([found[index] for index in own], [cleared[index] for index in others]):
            instead[others[0]] = [(*found[index][:6], cleared[others[0]][6]) for index in own]
            covered.update(others)
    together: Found = []
    for index, item in enumerate(cleared):
        together += instead.get(index, [] if index in covered else [item])
    together += extra
    return together if _weight(together) > _weight(found) else found


def _is_fuller(words: Found, others: Found) -> bool:
    """Whether `words` have the letters of `others`, and strokes between them besides."""
    own, its = ("".join(item[0] for item in group).translate(_ALIKE) for group in (words, others))
    return own.count("/") > its.count("/") and list(filter(str.isalnum, own)) == list(filter(str.isalnum, its))


def _weight(found: Found) -> float:
    return sum(len(item[0]) * item[5] for item in found)


def _overlapping(found: Found, cleared: Found) -> Iterator[tuple[list[int], list[int]]]:
    """The words of either reading in groups that stand on one another, by their places in the readings."""
    order = sorted(range(len(found)), key=lambda index: found[index][2])
    owner: dict[int, int] = {}
    groups: dict[int, tuple[set[int], set[int]]] = {}
    for other, word in enumerate(cleared):
        own: set[int] = set()
        others = {other}
        for index in order:
            item = found[index]
            if item[2] >= word[4]:
                break
            if item[1] < word[3] and word[1] < item[3] and word[2] < item[4]:
                own.add(index)
        for number in {owner[index] for index in own if index in owner}:
            before = groups.pop(number)
            own |= before[0]
            others |= before[1]
        groups[other] = own, others
        owner.update(dict.fromkeys(own, other))
    yield from ((sorted(own), sorted(others)) for own, others in groups.values())
    yield from (([index], []) for index in range(len(found)) if index not in owner)
