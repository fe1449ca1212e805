"""List marks: bullets, numbers, letters, as they begin a line."""

import re

_BULLET = frozenset("•▪●○◦‣✓✔✅☑➢➤➔➜→⇒►▶▸❖■□◆◇·∙»–—-*+")
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[A-Z]|[IVX]{1,5})[.)]|\(?\d{1,2}(?:\.\d{1,2}){1,3}[.)]?")
# `H. Ahmad`, `R. Benny`: a single capital with a full stop before a capitalised word may be part of a name.
_INITIAL = re.compile(r"[A-Z]\.")


def list_mark(first: str, second: str) -> str | None:
    """The list mark when the words `first` `second` begin a list item, else `None`."""
    if not second:
        return None
    if first in _BULLET:
        return None if first in "-–—+" and second[0].isdigit() else first
    if first[-1:].isalpha():  # what most lines begin with
        return None
    if _NUMBER.fullmatch(first):
        if _INITIAL.fullmatch(first) and first[0] not in "ABCDEFG":
            return first if first[0] in "IVX" else None
        if first[0] == "(" and first[-1] != ")":  # `(H. Hendra Salim, S.E.)`
            return None
        if first.rstrip(".)").isdigit() and second[0].isdigit() and "." in first:
            return None
        return first
    return None


def split_mark(text: str) -> tuple[str | None, str]:
    """The mark at the beginning of a line of text and the text after it."""
    first, _, rest = text.lstrip().partition(" ")
    rest = rest.lstrip()
    mark = list_mark(first, rest[:20])
    return (mark, rest) if mark else (None, text)
