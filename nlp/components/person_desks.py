"""Participants of whom each has a card or a slide of his own: `Dari meja A B` above `Perencana Ahli Muda, 19870226 …`."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from nlp.components.people_names import NIP_LABEL, find_nips, is_name, names_office
from nlp.components.person_cards import is_office_line
from nlp.components.person_tables import names_others
from nlp.components.recommendation_units import Unit
from nlp.extraction import Person

_LONGEST = 90  # characters of either line
_MOST_LEAD = 4  # words before the name
_LEAST_WORDS, _MOST_WORDS = 3, 14  # of the line with the name
_GAP = re.compile(r"\s+")
_EDGES = " ,;:.|/()–—-"
_FIGURE = re.compile(r"\b(?:\d{1,2}|[IVX]{1,4})\b")
# Words that hand over to a participant; before a NIP any words will do.
_HANDS_OVER = re.compile(
    r"\b(?:dari|oleh|milik|punya|meja|kartu|profil|peserta|pemagang|catatan|cerita|usul(?:an)?|oleh-oleh|pelajaran|kisah|suara)\b",
    re.IGNORECASE,
)
_LEAST = 2  # cards with the same words before the name


def people_of_desks(units: Sequence[Unit]) -> Iterator[Person]:
    """The names behind the same words on several lines, below each the office, the NIP or both."""
    cards: dict[str, list[Person]] = {}
    for unit, below in pairwise(units):
        if unit.page != below.page or max(len(unit.text), len(below.text)) > _LONGEST or unit.owner.table is not None:
            continue
        words = unit.text.split()
        if not _LEAST_WORDS <= len(words) <= _MOST_WORDS or not words[-1][0].isupper() or words[-1].isdigit():
            continue
        nips = find_nips(below.text)
        if len(nips) > 1 or not (nips or is_office_line(below)) or names_others(unit.text):
            continue
        office = _office(below.text) if nips else below.text.strip()
        if nips and office and not names_office(office):
            continue
        nip = nips[0].digits if nips else None
        for lead, name in _names_behind(unit.text):
            if not (nip and office) and not _HANDS_OVER.search(lead):
                continue
            cards.setdefault(lead, []).append(Person(name, nip, office or None, None))
    for people in cards.values():
        if len({person.name for person in people}) >= _LEAST:
            yield from people


def _office(text: str) -> str:
    """What a line with a NIP says beside it."""
    nip = find_nips(text)[0]
    return NIP_LABEL.sub(" ", f"{text[: nip.start]} {text[nip.end :]}").strip(_EDGES)


def _names_behind(text: str) -> Iterator[tuple[str, str]]:
    """Every way to part the line into words that lead to a name, figures in them left out, and the name."""
    for gap in [*_GAP.finditer(text.strip())][:_MOST_LEAD]:
        lead, name = text[: gap.start()].strip(), text[gap.end() :].strip(" ,;:–—-")
        if is_name(name):
            yield _FIGURE.sub("#", lead.casefold()), name
