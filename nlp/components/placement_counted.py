"""Places that a sentence tells by its figures or weeks, whatever its verb: `Tiga orang masuk ke Dinas X, dua orang ke Dinas Y.`"""

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp.components.head_words import NUMBER, counted_in, number
from nlp.components.placement_found import ROOM, Found, Places

_I = re.IGNORECASE
_PERSON = r"(?:orang|org|peserta|pegawai|ASN|rekan|auditor|personel|pemagang)"
_MORE = r"(?:\s+(?:kami|lainnya|lagi|pertama|kedua|berikutnya|terakhir|sisanya|peserta|pegawai|ASN|staf))?"
# `dua orang masuk ke`, `minggu kedua`, right before a unit.
_IN_FRONT = re.compile(
    rf"(?<![\w.,/-])(?:(?P<n>{NUMBER})(?P<who>\s+{_PERSON})?|(?P<one>seorang)){_MORE}\s+(?:(?:akan|yang|kami)\s+)?(?:[dm][a-z]+\s+)?(?:di|pada|ke)\s+$",
    _I,
)
# `tiga lainnya di X`, `dua di Y`, behind a figure that says of whom.
_THE_OTHERS = re.compile(
    rf"(?<![\w.,/-])(?:(?i:{NUMBER})(?:\s+(?:lainnya|lagi|sisanya))?|(?:sisanya|selebihnya))\s+(?:di|pada|ke)\s+(?=[A-Z])"
)
_WEEK_IN_FRONT = re.compile(
    r"\b(?:minggu|pekan|hari)\s+(?:pertama|kedua|ketiga|keempat|kelima|terakhir|berikutnya|ke-\d|I{1,3}|IV)\s*:?\s+(?:(?:di|pada|ke)\s+)?$",
    _I,
)
_BEHIND = re.compile(
    rf"\s*(?:\(\s*|(?:menampung|menerima|mendapat(?:kan)?|kebagian|sebanyak)?\s*)(?P<n>{NUMBER})\s*(?:\([^)]{{2,20}}\)\s*)?{_PERSON}\b",
    _I,
)
_TAKES_IN = re.compile(
    r"\b(?:diterima|diterjunkan|masuk|titipkan|belajar|berada|menempati|dikirim)\b[^.;]{0,40}\b(?:di|pada|ke)\s+$", _I
)
_HOLDS = re.compile(r"\s+(?:menampung|menerima|kebagian)\b", _I)
_ORIGIN = re.compile(
    r"\b(?:dari|asal|berasal|utusan|mengirim(?:kan)?|mengutus|menugaskan|milik|formasi|lowongan)\b", _I
)
_LONGEST_FRONT = 70  # characters
_LEAST = 2


def may_be_counted(sentence: str) -> bool:
    """Whether the sentence counts people twice, or tells of two weeks."""
    small = sentence.lower()
    weeks = sum(small.count(word) for word in ("minggu ", "pekan "))
    if weeks >= _LEAST:
        return True
    if "orang" not in small and "peserta" not in small and "pegawai" not in small:
        return False
    counted = len(counted_in(sentence)) + small.count("seorang")
    return counted >= _LEAST or (counted > 0 and _THE_OTHERS.search(sentence) is not None)


def from_counts(places: Places, start: int, end: int) -> list[Found]:
    """The units of `text[start:end]`, two at least, each of which has its figure or its week before or behind it."""
    text = places.source.text
    if _ORIGIN.search(text, start, end):
        return []
    found = [*_told(places, start, end)]
    return found if len({item.name for item in found}) >= _LEAST else []


def _told(places: Places, start: int, end: int) -> Iterator[Found]:
    text = places.source.text
    taken_in = counted = False
    for item in places.named(start, end):
        front = " ".join(text[max(start, item.start - _LONGEST_FRONT) : item.start].split()) + " "
        before, behind = _IN_FRONT.search(front), _BEHIND.match(text, item.end, end)
        taken_in = taken_in or _TAKES_IN.search(front) is not None or _HOLDS.match(text, item.end) is not None
        if before and (before["who"] or before["one"] or counted):
            counted = True
            room = ROOM.match(item.name) is not None
            yield replace(item, rows=number(before["n"] or "satu"), parted=True, passing=room)
        elif behind and taken_in:
            yield replace(item, rows=number(behind["n"]), parted=True)
        elif taken_in and re.match(r"\s+seorang\b", text[item.end : end]):
            yield replace(item, rows=1, parted=True)
        elif _WEEK_IN_FRONT.search(front):
            yield replace(item, passing=True)
