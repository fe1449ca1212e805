"""The base64 of a mail part that was damaged on its way: what can be decoded of it, where Python's parser gives all of it up."""

import base64
import binascii
import re
from collections import Counter

_STRAY = re.compile(rb"[^A-Za-z0-9+/]+")
_LINE = 40  # signs; behind the end shorter ones are words that a list or a scanner wrote there
_WORD = 20  # signs; no program breaks lines so short


def unpacked(payload: bytes) -> tuple[bytes, bool]:
    """The bytes, and whether all of it is sound."""
    pieces = payload.split()
    if len(pieces) > 3 and sum(map(len, pieces)) < _WORD * len(pieces):
        return payload, False  # words: the head lies, nothing was encoded
    try:
        return base64.b64decode(b"".join(pieces), validate=True), True
    except binascii.Error:
        pass
    width, _ = Counter(map(len, pieces)).most_common(1)[0]
    if width % 4:
        pieces = [b"".join(pieces)]
    return b"".join(_decoded(pieces)), False


def _decoded(lines: list[bytes]) -> list[bytes]:
    """Each line by itself, for then a sign lost or put in spoils no other."""
    found = []
    ended = False
    for line in lines:
        if ended and len(line) < _LINE:
            break
        signs = _STRAY.sub(b"", line)
        if len(signs) % 4 == 1:
            signs = signs[:-1]  # of the next byte only a part is there
        found.append(base64.b64decode(signs + b"=" * (-len(signs) % 4)))
        ended = line.endswith(b"=") and len(line) % 4 == 0
    return found
