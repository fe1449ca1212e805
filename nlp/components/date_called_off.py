"""Days that were asked for or planned and did not come to be: what stands in their place counts."""

import re

from nlp.components.date_lines import WEEKDAY, sentence_start
from nlp.facts import DateMention

_CALLED_OFF = re.compile(
    r"\b(?:tidak|belum|tak)\s+(?:dapat|bisa|jadi|mungkin|sempat)\b|\bbatal\b|\bdibatalkan\b|\bditunda\b|\bpenundaan\b|\bdiundur(?:kan)?\b|"
    r"\burung\b|\bberhalangan\b",
    re.I,
)
# `karena 3 s.d. 14 Maret 2025 bertepatan dengan uji kompetensi, magang dilaksanakan pada …`
_BECAUSE = re.compile(r"\b(?:karena|mengingat|berhubung|sehubungan|lantaran)\b", re.I)
_COLLIDES = re.compile(
    r"\s*(?:tersebut\s+)?(?:bertepatan|berbenturan|bersamaan|berbarengan|bentrok|terbentur|jatuh\s+pada|adalah)\b", re.I
)
_ONCE = re.compile(
    r"\b(?:semula|sedianya|tadinya|rencana\s+(?:awal|semula)|awalnya|(?:draf|konsep|jadwal|usul(?:an)?|rencana)\s+(?:\w+\s+)?(?:menyebut\w*|lama|pertama))\b",
    re.I,
)
# `karena pada tanggal 7 s.d. 11 Juli 2025 seluruh pejabat kami …`: the day says why another one holds.
_REASON = re.compile(
    rf"\b(?:karena|mengingat|berhubung|lantaran|sebab)\s+(?:pada\s+)?(?:hari\s+)?(?:{WEEKDAY}\W+)?(?:tanggal\s+|tgl\.?\s+)?$",
    re.I,
)


def called_off(text: str, mention: DateMention) -> bool:
    """`… 23 Februari s/d 6 Maret 2026, tidak dapat kami penuhi`, `semula 5 Mei 2025 …`: what stands in its place counts."""
    begin = sentence_start(text, mention.start)
    tail = re.split(r"[.;](?=\s)|\n\s*\n", text[mention.end : mention.end + 160])[0]
    # Behind the day another day may follow that holds: `… ditunda menjadi 4 Maret`.
    if _CALLED_OFF.search(tail) is not None:
        return True
    before = text[max(begin, mention.start - 60) : mention.start]
    if _REASON.search(before):
        return True
    if _BECAUSE.search(before) and _COLLIDES.match(text, mention.end):
        return True
    moved = re.search(r"\b(?:menjadi|ke)\b", before, re.I) is not None
    return not moved and _ONCE.search(before) is not None
