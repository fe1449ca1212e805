"""Where no heading opens a section of recommendations but a sentence does, and where a web page's rest begins."""

import re
from collections.abc import Sequence

from nlp.components.recommendation_marks import Unit
from nlp.components.recommendation_sentences import LEAD_IN, OPENING_SENTENCE
from nlp.components.recommendation_words import NOT_OPENER, is_action, is_rejected, of_others
from nlp.pages import BlockKind

# `Kepada : DINAS PERHUBUNGAN` above a list of its own, in an annex.
TO_UNIT = re.compile(
    r"(?:kepada|untuk|bagi)\s*:?\s*(?:dinas|badan|biro|bagian|inspektorat|sekretariat|rsud|satuan|kecamatan|rumah\s+sakit)\b[^:]{2,80}:?$",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:diminta|dimohon|diharapkan|disarankan|diusulkan|direkomendasikan|diinstruksikan|kami\s+minta)\b[^.]{0,60}$",
    re.IGNORECASE,
)
_FIRST = re.compile(r"(?:pertama|kedua|ketiga|keempat|kelima|keenam|terakhir)\s*,\s", re.IGNORECASE)
_OFFICE = re.compile(r"(?:kepala|direktur|sekretaris|inspektur|kabag|kabid|camat|sdr|bapak|ibu|para)\b", re.IGNORECASE)
_WEB_REST = re.compile(
    r"\b(?:baca\s+juga|berita\s+(?:lain|terkait|terbaru)|komentar|pos\s+terkait|artikel\s+terkait|rekomendasi\s+untuk\s+anda|ikuti\s+juga)\b",
    re.IGNORECASE,
)
_WEB_END = re.compile(r"komentar|berita\s+lain|pos\s+terkait|artikel\s+terkait", re.IGNORECASE)


def opens_by_sentence(units: Sequence[Unit], index: int) -> bool:
    """`Kami menyarankan hal-hal sebagai berikut:` before a list opens a section as a heading does."""
    unit = units[index]
    following = units[index + 1] if index + 1 < len(units) else None
    if unit.kind is not BlockKind.PARAGRAPH or following is None:
        return False
    if TO_UNIT.match(unit.text):
        return _is_list(following)
    if not LEAD_IN.search(unit.text):
        return False
    if _ASKS.search(unit.text) and _FIRST.match(following.text):
        return True
    last = re.split(r"(?<=[.!?])\s+(?=[A-Z])", unit.text)[-1]
    if not OPENING_SENTENCE.search(last) or NOT_OPENER.search(last) or of_others(last) or is_rejected(last):
        return False
    return following.mark_kind is not None or is_action(following.text)


def _is_list(following: Unit) -> bool:
    """Numbered items of some length: actions, not the offices that a letter goes to."""
    return following.mark_kind is not None and len(following.text.split()) > 4 and not _OFFICE.match(following.text)


def belongs(unit: Unit) -> bool:
    """A section that a sentence opened ends with its list."""
    return unit.mark_kind is not None or is_action(unit.text) or bool(_FIRST.match(unit.text))


def is_web_rest(text: str) -> bool:
    """`Baca juga: …`: a line of the web page inside its article."""
    return len(text) < 140 and bool(_WEB_REST.search(text))


def is_web_end(text: str) -> bool:
    """`Komentar`, `Berita Lain`: the article is over."""
    return len(text) < 40 and bool(_WEB_END.search(text))
