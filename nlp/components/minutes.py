"""Minutes of a meeting: their heading, and what the meeting was about."""

import re

from nlp.components.label_rows import label_rows
from nlp.source import Source

_HEADING = re.compile(
    r"\W*(?:notul(?:a|en|ensi)|n\s?o\s?t\s?u\s?l\s?(?:a|e\s?n)|risalah|minutes\s+of\s+meeting)"
    r"(?:\s+(?:rapat|pertemuan|r\s?a\s?p\s?a\s?t|zoom|diskusi|pembahasan|audiensi))?"
    r"(?:\s+(?:via\s+|melalui\s+|secara\s+)?(?:daring|luring|virtual|online|zoom(?:\s+meeting)?|hybrid|hibrida?|koordinasi|persiapan|internal|terbatas|teknis|singkat))*\W*"
    # `NOTULENSI RAPAT PEMBAHASAN HASIL MAGANG`, what it was about on the same line
    r"|\W*notul\w*\s+(?:rapat|pertemuan)\s+[^\n.:;]{4,80}",
    re.I,
)
_LABEL = re.compile(
    r"(?:rapat|acara|agenda|perihal|hal|topik|tema|kegiatan|tentang|pembahasan|judul)(?:\s+rapat)?", re.I
)
_ROW = re.compile(
    r"\W*[\w/,& ]{2,30}\s*:|\W*(?:hari|tanggal|pukul|waktu|jam|tempat|media|pimpinan|pemimpin|notulis|hadir|peserta)\b",
    re.I,
)
_ONLINE = re.compile(
    r"\b(?:zoom|google\s+meet|gmeet|ms\s+teams|microsoft\s+teams|webex|daring|virtual|online|vicon)\b", re.I
)
_ROOM = re.compile(r"tempat|lokasi|media|ruang(?:an)?", re.I)
_HEAD = 900  # characters


def heading_at(source: Source) -> int | None:
    """The index of the line that heads the minutes; None where the paper is none."""
    lines = list(source.lines[:6])
    return next((index for index, line in enumerate(lines) if _HEADING.fullmatch(source.text[slice(*line)])), None)


def occasion(source: Source) -> str | None:
    """What the meeting was about: the row that says so, else the line right below the heading."""
    heading = heading_at(source)
    if heading is None:
        return None
    rows = label_rows(source, until=_HEAD)
    stated = next((row.value for row in rows if _LABEL.fullmatch(row.label) and len(row.value) > 8), None)
    if stated is not None:
        return " ".join(stated.split())
    below = [source.text[slice(*line)].strip() for line in source.lines[heading + 1 : heading + 2]]
    if not below or len(below[0]) < 15 or below[0].endswith((".", ":")) or _ROW.match(below[0]) or len(below[0]) > 200:
        return None
    return " ".join(below[0].split())


def met_online(source: Source) -> bool:
    """The meeting had no town: its row of the place names a call, or its heading does."""
    heading = heading_at(source)
    if heading is None:
        return False
    if _ONLINE.search(source.text[slice(*source.lines[heading])]):
        return True
    rows = label_rows(source, until=_HEAD)
    return any(_ROOM.fullmatch(row.label) and _ONLINE.search(row.value) for row in rows)
