"""Where a sentence names a party's region by the name under which one speaks of it."""

import re
from functools import cache

from nlp.names import starts_of
from nlp.words.places import find_regions

_I = re.IGNORECASE
_DIRECTION = re.compile(
    r"\b(?:Utara|Selatan|Barat|Timur|Tengah|Tenggara|Daya|Besar|Raya|Jaya|Hulu|Hilir|Ilir|Ulu|Laut|Kepulauan)\b"
)


def place_of(region: str) -> str:
    """The name by which one speaks of a region: `Kota Administrasi Jakarta Selatan` is `Jakarta Selatan`."""
    return re.sub(r"^(?:(?:Provinsi|Kabupaten|Kota|Administrasi|Daerah\s+(?:Istimewa|Khusus)|Ibukota)\s+)+", "", region)


_KIND_BEFORE = re.compile(
    r"(?:(?P<regency>\b(?:Kabupaten|Kab\.|Pemkab|Bupati))|(?P<city>\b(?:Kota|Pemkot|Wali\s?[Kk]ota))|(?P<province>\b(?:Provinsi|Prov\.|Pemprov|Gubernur)))\s+$",
    _I,
)
_KIND_OF = {"Kabupaten": "regency", "Kota": "city", "Provinsi": "province"}


def is_namesake(region: str, line: str, start: int) -> bool:
    """`Kabupaten Tegal` where the party is of `Kota Tegal`: another government of the same name."""
    before = _KIND_BEFORE.search(line, max(0, start - 12), start)
    kind = _KIND_OF.get(region.split(" ")[0])
    return before is not None and kind is not None and before[kind] is None


def mentions_of(place: str, line: str) -> list[int]:
    """Where a region is named, `Rote Ndao` also as `Rote`; `Gorontalo Utara` is never `Gorontalo`."""
    first, _, second = place.partition(" ")
    if (
        first not in line
        and not (first == _ISLANDS and second.split(" ")[0] in line)
        and not (first.casefold() in line.casefold() and _is_informal(line))
    ):
        return []
    found = list(starts_of(place, line))
    if not found and len(place) >= _TELLING and place.casefold() in line.casefold() and _is_informal(line):
        return list(starts_of(place.lower(), line.lower()))
    if found or not second:
        return found
    if _ISLANDS in place.split():
        islands = place.replace(_ISLANDS, "").split()[0]  # `Tidore`, `Selayar`
        return list(starts_of(islands, line)) if _is_their_own(islands) else []
    if len(first) < 4 or _DIRECTION.search(second):
        return found
    return list(starts_of(first, line))


_ISLANDS = "Kepulauan"


@cache
def _is_their_own(islands: str) -> bool:
    """Whether a word of a region's name stands for it alone: `Tidore`, but `Bangka` is a regency of its own."""
    return (
        len(islands) >= _TELLING
        and islands[0].isupper()
        and not any(
            each.official.split(" ", 1)[-1] == islands for region in find_regions(islands) for each in region.candidates
        )
    )


_TELLING = 5  # letters of a place's name that is known without its capital


def _is_informal(line: str) -> bool:
    """A message typed without capitals: places are named in small letters there."""
    words = line.split()
    return len(words) > 5 and sum(word[:1].isupper() for word in words[1:]) <= len(words) // 12


def own_words(name: str) -> str:
    """What sets a name without a known region apart: `City Government of General Santos` is `General Santos`."""
    return re.sub(
        r"^(?:(?:City|Municipal|Provincial)\s+Government\s+of|Government\s+of|Pemerintah(?:\s+\w+)?)\s+", "", name
    ).split(" Municipal ")[0]
