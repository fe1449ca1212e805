"""The one day of a visit: how articles tell it, how a report's title states it, on which day people only leave."""

import re

from nlp.components.date_lines import WEEKDAY, line_around
from nlp.components.programme_words import STUDY
from nlp.facts import DateMention

_VISITS_THAT_DAY = re.compile(
    r"\b(?:melakukan|melaksanakan|menggelar|menerima|mengadakan|dalam)\b[^.]{0,60}?\b(?:studi\s+(?:tiru|banding|"
    r"komparasi|lapangan)|kunjungan|kaji\s+\w+|"
    r"benchmark\w*|patok\s+banding|visitasi)\b|\b(?:mengunjungi|berkunjung\s+ke|kunjungi|studi\s+(?:tiru|"
    r"banding)\s+ke|(?:meny|s)ambangi)\b",
    re.I,
)
# `Rombongan diterima di aula …`: of a visit; people who stay for days or an internship are received on the first one.
_STAYS_ON = re.compile(
    r"\b(?:(?:pe)?magang(?:an)?|selama\s+(?:\d+|dua|tiga|empat|lima|enam|tujuh)\s+(?:\([^)]{2,12}\)\s+)?hari)\b", re.I
)
_RECEIVED_THAT_DAY = re.compile(r"\b(?:diterima|disambut)\s+(?:di|langsung|hangat|oleh|secara)\b", re.I)
_TOP = 1500  # characters
_TITLE_OF_VISIT = re.compile(r"\blaporan\b[^.:;]{0,60}?\b(?:" + STUDY + r"|kunjungan)\b[^.:;]*$", re.I)
_ALONE = re.compile(rf"[ \t]*(?:pada\s+)?(?:(?:hari\s+)?{WEEKDAY}\W+)?(?:tanggal|tgl\.?)?[ \t]*$", re.I)


def is_day_of_visit(text: str, sentence: str) -> bool:
    """Whether the sentence of an article tells of a visit, on the day that it states."""
    if _VISITS_THAT_DAY.search(sentence):
        return True
    return _RECEIVED_THAT_DAY.search(sentence) is not None and _STAYS_ON.search(text, 0, _TOP) is None


def heads_report(text: str, mention: DateMention) -> bool:
    """A line of its own, `Tanggal 5 September 2018`, below the title of the report of a visit."""
    start, end = line_around(text, mention.start)
    if mention.start > _TOP or text[mention.end : end].strip() or not _ALONE.match(text[start : mention.start]):
        return False
    said = text[start : mention.end].lstrip()[:1].isalpha()  # a bare date on the cover is that of the paper
    return said and _TITLE_OF_VISIT.search(text, max(0, start - 250), start) is not None


_LEAVES = re.compile(
    r"\W{1,4}(?:(?:resmi|telah|sudah|akan)\s+)?(?:berangkat|bertolak|diberangkatkan)\s+(?:ke|menuju)\b", re.I
)


def leaves_on(text: str, mention: DateMention) -> bool:
    """`…, Selasa (29/9/2015), berangkat ke Kota X`: the day is the first one, and nothing tells when they are back."""
    return _LEAVES.match(text, mention.end) is not None
