"""Names that stand one after another in a sentence, and the first or last name of a stretch of text."""

import re

from nlp.components.people_names import is_name, leading_name
from nlp.extraction import Person

_TITLE_WITHIN = re.compile(r",\s*(?:Drs?|Dra|Ir|Hj?|Prof|dr)\.\s*(?=[A-Z][a-z])")
# `selaku ketua` behind a name, `Sdr.` before one.
_POLITE = r"(?:Sdr[i]?\.|Saudara|Saudari|Bapak|Ibu)\s+"
POLITE_BEFORE = re.compile(_POLITE)
_BETWEEN_NAMES = re.compile(
    r"\s*(?:\([^()]{2,80}\)|(?:selaku|sebagai)\s+[a-z][a-z ]{2,30}(?=[,;]))?\s*(?:[,;]|\b(?:dan|serta)\b|\s)*(?:\(?\d[.)]\s*)?"
    rf"(?:{_POLITE})?"
)
# `A dari Dinas X, B (Bappeda)`: whence each comes; no figure, and no comma before the next name.
_FROM = re.compile(
    r"\s+(?:(?:yang\s+)?(?:berasal\s+)?dari|asal|utusan|pegawai|staf)\s+(?P<unit>[A-Z][^,;.()\d]{2,60}?)(?=\s*(?:[,;.]|$|\bdan\s+[A-Z]|\bserta\s+[A-Z]))"
)
_OFFICE = re.compile(r"\s*\((?P<office>[A-Za-z][^()\d]{2,80})\)")
MOST_NAMES = 30


def names_in_row(text: str, most: int) -> list[str]:
    """The names, `most` of them at most, that `text` begins with."""
    names: list[str] = []
    polite = POLITE_BEFORE.match(text)
    position = polite.end() if polite else 0
    while len(names) < most:
        name = leading_name(text[position : position + 90], single=True)
        if name is None:
            break
        names.append(name)
        position = text.index(name, position) + len(name)
        gap = _BETWEEN_NAMES.match(text, position)
        if gap is None or gap.end() == position or not re.search(r"[,;]|\b(?:dan|serta)\b", gap.group()):
            break
        position = gap.end()
    return names


def people_from(text: str, most: int) -> list[Person]:
    """The persons that `text` begins with, `most` at most, each with the unit or the office that stands behind the name."""
    found: list[Person] = []
    position = 0
    while len(found) < most:
        row = names_in_row(text[position:], 1)
        if not row:
            break
        position = text.index(row[0], position) + len(row[0])
        home = _FROM.match(text, position)
        office = _OFFICE.match(text, position) if home is None else None
        position = home.end() if home else position
        found.append(Person(row[0], None, office["office"] if office else None, home["unit"].strip() if home else None))
        gap = _BETWEEN_NAMES.match(text, position)
        if gap is None or not re.search(r"[,;]|\b(?:dan|serta)\b", gap.group()):
            break
        position = gap.end()
    return found


def people_in_row(text: str) -> list[Person]:
    """`A, S.Sos. (Kabid Anggaran), B (Staf) dan C`: two at least, over the whole text, titles or offices among them."""
    found: list[Person] = []
    position = 0
    for name in names_in_row(text, MOST_NAMES):
        position = text.index(name, position) + len(name)
        office = _OFFICE.match(text, position)
        position = office.end() if office else position
        found.append(Person(name, None, office["office"] if office else None, None))
    told = sum(person.position is not None or "," in person.name for person in found)
    whole = len(found) > 1 and not text[position:].strip(" .;")
    return found if whole and 2 * told >= len(found) and told > 1 else []


def first_named(text: str) -> str | None:
    """The first name of several words in the sentence that `text` begins with, an office before it passed over."""
    rest = re.split(r"(?<=[a-z]{3})\.\s+(?=[A-Z])", text, maxsplit=1)[0]
    starts = [0, *(match.end() for match in re.finditer(r",\s+(?=[A-Z])", rest))]
    for start in starts:
        name = leading_name(rest[start:])
        if name and len(name.split()) >= 2:
            return name
    return None


def last_named(text: str) -> str | None:
    """The name that `text` ends with."""
    tail = text.rstrip(" ,")[-90:]
    for match in re.finditer(r"(?:^|(?<=,\s)|(?<=\s))(?=[A-Z])", tail):
        name = tail[match.start() :]
        if _TITLE_WITHIN.search(name):
            continue  # `Asisten Setda Bulukumba, Drs. X`: the name begins behind the comma
        if is_name(name) and len(name.split()) >= 2:
            return name
    return None
