"""Who is to act and by when, said in a line, a bracket or a row of its own: `Dinas X; Mei 2026`, `BKD + Camat Y → triwulan III`."""

import re

from nlp.components.deadlines import find_deadline
from nlp.components.recommendation_timelines import UNIT_ALONE, is_time
from nlp.components.recommendation_words import has_modal, is_action

Said = tuple[str | None, str | None]
"""The owner and the time; None where it is not said."""
_ARROW = re.compile(r"\s*(?:-{1,2}>|=+>|→|⇒|»)\s*")
_PARTED = re.compile(r"\s*(?:;|\|{1,2}|/{2}|(?<=\s)[–—-]{1,2}(?=\s)|(?:-{1,2}>|=+>|→|⇒|»)|,)\s*")
_OWNER_LABEL = re.compile(
    r"(?:pic|p\.?j\.?|penanggung\s*-?\s*jawab|pelaksana|oleh|pengampu|pelaku|siapa|tugas)\s*[:=]?\s+(?=\S)",
    re.IGNORECASE,
)
_TIME_LABEL = re.compile(
    r"(?:tenggat|(?:target\s+|batas\s+)?waktu|kapan|target|jadwal|selesai|tuntas)\s*[:=]?\s+(?=\S)", re.IGNORECASE
)
_HEAD_OF = re.compile(r"(?:(?:para|plt\.?|pj\.?|bapak|ibu|sdr\.?)\s+)?(?:kepala|ka\.?)\s+", re.IGNORECASE)
_SHORT = re.compile(r"(?:[A-Z][A-Z\d&]{1,12}|[A-Z][a-z]{2,}[A-Z]{2,})(?:\s(?:[A-Z]{2,}|[A-Z][a-z]+)){0,2}")
_JOINED = re.compile(r"\s*(?:\+|&|\s(?:dan|serta|bersama|didukung|dibantu)\s)\s*")
_TIME_FIRST = re.compile(
    r"(?:sebelum|setelah|sesudah|segera|mulai|paling\s+(?:lambat|lama)|akhir|awal|pertengahan|setiap|sepanjang|selama|dalam)\b",
    re.IGNORECASE,
)
_FILLER = re.compile(r"[\W\d]*(?:[a-z]{2,12}[\W\d]+){0,2}(?:[a-z]{2,12})?[\W\d]*")
_MOST_TIME_WORDS = 7
_MOST_POINTED = 4  # words
_LONGEST = 110  # characters
_MOST_WORDS = 16


def names_unit(text: str) -> bool:
    """`Bappelitbangda + Camat Namang`, `Kepala DLH`: one or several units and nothing else."""
    first = _HEAD_OF.sub("", _JOINED.split(text.strip(" .()[]"), maxsplit=1)[0])
    if not first[:1].isupper() or len(first.split()) > 9 or is_action(first):
        return False
    return UNIT_ALONE.match(first) is not None or _SHORT.fullmatch(first) is not None


def states_time(text: str) -> bool:
    """`Mei 2026`, `segera`, `2027, tuntas 2028`, `sebelum Ramadan 1447 H`: a time in few words."""
    if is_time(text):
        return True
    if len(text.split()) > _MOST_TIME_WORDS or is_action(text):
        return False
    if _TIME_FIRST.match(text):
        return True
    stated = find_deadline(text, column=True)
    return stated is not None and _FILLER.fullmatch(f"{text[: stated.start]}{text[stated.end :]}") is not None


def _is_short_time(text: str) -> bool:
    """`SKP 2027`: what a unit's arrow points to."""
    return len(text.split()) <= _MOST_POINTED and not is_action(text) and find_deadline(text, column=True) is not None


def who_and_when(text: str) -> Said | None:
    """The owner and the time where `text` says one of them or both and nothing else."""
    text = text.strip().strip("[]()").rstrip(" .;")
    if not text or len(text) > _LONGEST or len(text.split()) > _MOST_WORDS or has_modal(text):
        return None
    if arrow := _ARROW.search(text):
        return _both(text[: arrow.start()], text[arrow.end() :], pointed=True)
    for parted in reversed(list(_PARTED.finditer(text))):
        if said := _both(text[: parted.start()], text[parted.end() :]):
            return said
    if states_time(text):
        return None, text
    return (text, None) if names_unit(text) and find_deadline(text, column=True) is None else None


def _both(before: str, after: str, *, pointed: bool = False) -> Said | None:
    """Owner and time of the two sides, in either order; what an arrow behind a unit points to is a time if it has a figure."""
    before, after = (_OWNER_LABEL.sub("", part.strip(), count=1) for part in (before, after))
    before, after = (_TIME_LABEL.sub("", part, count=1) for part in (before, after))
    if names_unit(before) and (states_time(after) or (pointed and _is_short_time(after))):
        return before, after
    if names_unit(after) and states_time(before):
        return after, before
    return None
