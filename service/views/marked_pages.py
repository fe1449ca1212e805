"""The pages of a document as the desk shows them: text cut into plain pieces and pieces that values rest on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from service.steps.follow_values import is_doubtful
from storage.models import Decision, Document, DocumentPage, Value


@dataclass(frozen=True, slots=True)
class Place:
    """Words on a page, by their offsets in its text."""

    page: int
    start: int
    end: int

    @classmethod
    def asked(cls, page: str | None, at: str | None) -> "Place | None":
        """From the address, `page=6&at=120-160`; None when that is no place."""
        start, _dash, end = (at or "").partition("-")
        numbers = [page or "", start, end]
        if not all(text.isascii() and text.isdecimal() and len(text) < 10 for text in numbers):
            return None
        place = cls(*(int(text) for text in numbers))
        return place if place.start < place.end else None


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a page's text between two borders, with the values that rest on it, the outermost first.

    `begins` are those of them that begin here, `look` how it is drawn, `quoted` whether it was asked for by a link.
    """

    text: str
    value_ids: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    look: str = ""
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    number: int
    pieces: tuple[Piece, ...]
    source: str
    quality: float | None


def places_of(document: Document) -> dict[int, Place]:
    """Where each value stands, by its id; one that the contract gives no place stands where its words do, if anywhere.

    A term begins and ends with days that are read as dates too, and the number of participants is followed by "orang" or
    "peserta". The kind of a document stands in no single place.
    """
    places = {
        value.id: Place(value.page, value.start, value.end)
        for value in document.values
        if value.page is not None and value.start is not None and value.end is not None
    }
    for value in document.values:
        if value.id not in places and (found := _place_elsewhere(value, document, places)):
            places[value.id] = found
    return places


def sheets_of(document: Document, places: dict[int, Place], quoted: Place | None) -> tuple[Sheet, ...]:
    """Every page, cut wherever a value's words begin or end."""
    return tuple(
        _sheet(
            page,
            [(places[v.id], v) for v in document.values if v.id in places and places[v.id].page == page.number],
            quoted if quoted and quoted.page == page.number else None,
        )
        for page in document.pages
    )


def _place_elsewhere(value: Value, document: Document, places: dict[int, Place]) -> Place | None:
    held = (value.current or {}).get("value")
    if value.field == "term" and value.label in ("start", "end"):
        same = (v for v in document.values if v.field == "dates" and (v.current or {}).get("date") == held)
        return next((places[v.id] for v in same if v.id in places), None)
    if value.field == "term":  # a duration: the words from which its last day was counted
        counted = (v for v in document.values if v.field in ("dates", "term") and (v.read or {}).get("derived"))
        return next((places[v.id] for v in counted if v.id in places), None)
    if value.field == "participants" and value.label == "count" and str(held).isdecimal():
        pattern = re.compile(rf"(?<!\d){held}(?!\d)(?: ?\([^)\n]{{1,40}}\))?\s+(?:orang|peserta)")
        found = ((page.number, match) for page in document.pages if (match := pattern.search(page.text)))
        return next((Place(number, match.start(), match.end()) for number, match in found), None)
    return None


def _sheet(page: DocumentPage, placed: Sequence[tuple[Place, Value]], quoted: Place | None) -> Sheet:
    """Two values may rest on the same words, or on part of them: a piece knows all of its values."""
    length = len(page.text)
    spans = [(place.start, min(place.end, length), value) for place, value in placed if place.start < length]
    spans.sort(key=lambda span: (span[0], -span[1], span[2].position))
    borders = {0, length, *(start for start, _end, _v in spans), *(end for _start, end, _v in spans)}
    if quoted:
        borders |= {min(quoted.start, length), min(quoted.end, length)}
    pieces = []
    for start, end in pairwise(sorted(borders)):
        here = [span for span in spans if span[0] <= start and end <= span[1]]
        pieces.append(
            Piece(
                text=page.text[start:end],
                value_ids=tuple(value.id for _start, _end, value in here),
                begins=tuple(value.id for begin, _end, value in here if begin == start),
                look=_look([value for _start, _end, value in here]),
                quoted=quoted is not None and quoted.start <= start and end <= quoted.end,
            )
        )
    return Sheet(page.number, tuple(pieces), page.source, page.quality)


def _look(values: Sequence[Value]) -> str:
    """Doubt is shown before all else; green only when everything that rests on these words is decided."""
    if any(is_doubtful(value) for value in values):
        return "low"
    return "done" if values and all(value.decision is not Decision.READ for value in values) else ""
