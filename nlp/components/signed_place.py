"""Where an agreement was signed: the row of its identity sheet, its opening, its closing words, the line above the signatures."""

import re

from nlp.components.label_rows import label_rows
from nlp.components.towns import TOWN, town_of
from nlp.source import Source
from nlp.zones import Zones, zones

_DAY = r"(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad)\b"
_SIGNED_AT = re.compile(
    r"\b(?:bertempat|berlokasi)\s+di\s*:?\s*(?P<place>[^;:()]{2,140}?)(?=\s*(?:,\s*(?:kami|yang|telah|oleh|"
    r"dengan|pada|masing|dilakukan|maka|antara|bertanda|PARA|para)\b|"
    r"\s(?:kami|yang|telah|oleh|dengan\s+ini|pada|dilakukan|antara)\b|[;:(]|\.\s|,\s*$|$))|"
    r"\bdi\s+(?P<room>(?:[Rr]uang|[Aa]ula|[Kk]antor|[Gg]edung|[Pp]endop[oa]|[Hh]otel|[Bb]alai)\w*\s[^;:()]{2,120}?)(?=\.\s|;|:|$)|"
    r"\b[Dd]i\s+(?P<town>"
    + TOWN
    + r"(?:\s+dan\s+"
    + TOWN
    + r")?)(?=\s*(?:,|\bpada\b|\btelah\b|\byang\b|\bkami\b|\boleh\b|:|;|\())",
)
_CLOSING = (
    re.compile(
        r"\b(?i:ditandatangani|dibuat|diteken|diselesaikan|dilangsungkan|disepakati|ditetapkan)\b[^.;]{0,110}?\bdi\s*:?\s+(?P<town>"
        r"(?:(?i:ruang|aula|kantor|gedung|pendop[oa]|hotel|balai)\w*\s[^.;]{3,60}?,\s+(?:di\s+)?)?" + TOWN + r")\b"
    ),
    re.compile(r"\b(?i:done)\b[^.;]{0,40}\b(?:at|in)\s+(?P<town>" + TOWN + r")"),
)
# Where someone lives or an office stands, or where the parties met before: not where they sign.
_ELSEWHERE = re.compile(
    r"\b(?:lahir|berkedudukan|bertempat\s+tinggal|tinggal|beralamat(?:kan)?|berdomisili|berkantor|alamat|"
    r"(?:pertemuan|rapat|perbincangan|pembicaraan|kunjungan|rakernas|sela)\b[^,;]{0,60})\s*$",
    re.I,
)
_ROW = re.compile(
    r"(?:di|kota|(?:tempat|lokasi)(?:\s+(?:penanda\s?tangan\w*|tanda\s?tangan|teken|dan\s+tanggal))?|"
    r"(?:ditandatangani|diteken|dibuat)\s+di)",
    re.I,
)
_DATE = (
    rf"(?:{_DAY}\W+(?:\w+\W+)?)?(?:tanggal\s*|tgl\.?\s*)?"
    r"(?:\d{1,2}\s*[-/. ]\s*(?:\d{1,2}|[IVX]{1,4}|[A-Za-z]{3,9}\.?)\s*[-/. ]\s*['’]?\d|tersebut|\.{2,}|…)"
)
_DATED = re.compile(rf"(?:^|[.;]\s)\W*(?P<town>{TOWN}(?:, {TOWN})?),\s*{_DATE}", re.I | re.M)


def signed_at(source: Source) -> str | None:
    """The town of the signing, as written."""
    parts = zones(source)
    opened, by_name = _of_opening(source, parts)
    return (
        _of_row(source)
        or (None if by_name else opened)
        or _behind_parties(source, parts)
        or _of_closing(source, parts)
        or opened
        or _of_english_opening(source)
    )


def _of_row(source: Source) -> str | None:
    rows = (row for row in label_rows(source, typed=False, until=3000) if _ROW.fullmatch(row.label))
    return next((town for row in rows if (town := town_of(row.value)) is not None), None)


# `Kantor Bupati Kepulauan Selayar`: the room has the region's name, which need not be the town's.
_OF_HEAD = re.compile(
    r"\b(?:Bupati|Gubernur|Kabupaten|Pemkab|Pemprov|Setda\w*|Sekretariat\s+Daerah)\s+(?!Kota\s)[A-Z][\w ]*$"
)


# `… dibuat dan ditandatangani di Sinjai,` at the end of the line above `pada hari …`.
_MADE_AT = re.compile(
    r"\b(?i:dibuat|di\s?tanda\s?tangan\w{1,2}|diteken|diadakan)\s+(?:bertempat\s+)?di\s+(?P<town>"
    + TOWN
    + r")\s*,?\s*$"
)


def _of_opening(source: Source, parts: Zones) -> tuple[str | None, bool]:
    """The town of the opening; whether it is only in the name of the office where they met."""
    if parts.opening is None:
        return None, False
    flat = source.flat.text
    stop = parts.segments[0].start if parts.segments else parts.opening + 500
    if parts.segments and stop < parts.opening + 40:
        stop = parts.segments[0].end
    above = _MADE_AT.search(flat, max(0, parts.opening - 120), parts.opening)
    if above is not None and (town := town_of(above.group("town"))):
        return town, False
    opening = flat[parts.opening : max(stop, parts.opening + 20)][:700]
    headed = re.match(rf"\W*(?P<town>{TOWN}),\s+(?:{_DAY}|\d{{1,2}}\s)", opening, re.I)
    if headed is not None and headed.group("town")[0].isupper() and (town := town_of(headed.group("town"))):
        return town, False
    for found in _SIGNED_AT.finditer(opening):
        if _ELSEWHERE.search(opening, 0, found.start()):
            continue
        room = found.group("place") or found.group("room")
        town = town_of(room or found.group("town"))
        if town:
            return town, room is not None and "," not in room and _OF_HEAD.search(room) is not None
    return None, False


_ENGLISH = re.compile(
    r"\b(?i:made|signed|executed|done|concluded)(?:\s+and\s+(?:signed|entered\s+into|executed))?\s+(?:in|at)\s+(?P<town>"
    + TOWN
    + r")"
    r"(?=,|\s+on\b|\s+this\b)"
)


def _of_english_opening(source: Source) -> str | None:
    """`made and signed in Denpasar on 14 March 2023 by and between`, `Signed in Davao on the ninth day of …` at the end."""
    text = source.flat.text
    found = _ENGLISH.search(text, 0, 2000) or _ENGLISH.search(text, max(0, len(text) - 900))
    return town_of(found.group("town")) if found is not None else None


def _behind_parties(source: Source, parts: Zones) -> str | None:
    """`PARA PIHAK pada hari … di Mataram sepakat …`."""
    if not parts.segments:
        return None
    end = parts.segments[-1].end
    behind = re.match(
        r"[^;]{0,200}?\bhari\b[^;]{0,120}?\bdi\s+(?P<town>"
        + TOWN
        + r")(?=\s+(?:sepakat|bersepakat|telah|untuk|dengan)\b|,)",
        source.flat.text[end : end + 320],
    )
    return town_of(behind.group("town")) if behind is not None else None


def _of_closing(source: Source, parts: Zones) -> str | None:
    flat = source.flat.text
    for pattern in _CLOSING:
        for found in pattern.finditer(flat, parts.body):
            town = town_of(re.sub(r"\s+(?:Pada|Tanggal|Tgl)$", "", found.group("town")))
            if town and found.start() > parts.body + (parts.end - parts.body) * 0.2:
                return town
    for start, end in source.lines:
        if source.flat.place(start) < min(parts.ending - 300, parts.end - 900):
            continue
        for found in _DATED.finditer(source.text[start : min(end, start + 160)]):
            town = town_of(found.group("town")) if found.group("town")[0].isupper() else None
            if town:
                return town
    return None
