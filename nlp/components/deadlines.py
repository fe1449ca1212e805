"""By when something is to be done: the stated time of a recommendation as written, and its last day."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_MONTHS = {
    "jan": 1, "feb": 2, "peb": 2, "mar": 3, "apr": 4, "mei": 5, "jun": 6, "jul": 7, "agu": 8, "ags": 8, "agt": 8,
    "sep": 9, "okt": 10, "oct": 10, "nov": 11, "nop": 11, "des": 12, "dec": 12, "may": 5, "aug": 8,
}  # fmt: skip
_MONTH = (
    r"(?P<{m}>Januari|Februari|Pebruari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Nopember|Desember"
    r"|Jan|Feb|Peb|Mar|Apr|Jun|Jul|Agust|Agu|Ags|Agt|Sept|Sep|Okt|Nov|Nop|Des)\.?"
)
_YEAR = r"(?P<{y}>20[1-6]\d)"
_QUARTER = r"(?P<{q}>I{{1,3}}|IV|[1-4]|pertama|kedua|ketiga|keempat)"
_LEAD = r"(?P<lead>(?:(?:paling\s+(?:lambat|lama)|selambat[\s-]lambatnya|sebelum|mulai|dimulai|terhitung|pada|selama|sampai\s+dengan|s\.?d\.?|s/d|hingga|di|bulan|tanggal|akhir|awal|pertengahan|tahun|dalam|per|target|ditargetkan|by)\s+)*)"
_FORMS = tuple(
    re.compile(_LEAD + form, re.IGNORECASE)
    for form in (
        rf"(?:(?P<d0>\d{{1,2}})\s*(?:-|–|s\.?d\.?|s/d|sampai\s+dengan|hingga)\s*)?(?P<day>\d{{1,2}})\s+{_MONTH.format(m='month')}\s+{_YEAR.format(y='year')}",
        r"(?P<nday>\d{1,2})[/.-](?P<nmonth>\d{1,2})[/.-](?P<year>20[1-6]\d)",
        r"(?:triwulan|tw\.?|kuartal|quarter|q)\s*(?:ke[\s-]?)?(?:(?:I{1,3}|IV|[1-4])\s*(?:-|–|s\.?d\.?|dan)\s*)?"
        + _QUARTER.format(q="quarter")
        + r"\b(?:\s*(?:,|tahun(?:\s+anggaran)?|ta\.?|/))*\s*"
        + _YEAR.format(y="year"),
        r"semester\s*(?:ke[\s-]?)?(?:I\s*(?:-|–|s\.?d\.?|dan)\s*)?(?P<half>II|I|[12]|pertama|kedua)\b(?:\s*(?:,|tahun(?:\s+anggaran)?|ta\.?|/))*\s*"
        + _YEAR.format(y="year"),
        rf"(?:minggu|pekan)\s+(?:ke[\s-]?)?\w+\s+(?:bulan\s+)?{_MONTH.format(m='month')}\s+{_YEAR.format(y='year')}",
        rf"{_MONTH.format(m='month0')}(?:\s+{_YEAR.format(y='year0')})?\s*(?:-|–|s\.?d\.?|s/d|sampai\s+dengan|hingga|dan)\s*{_MONTH.format(m='month')}\s+{_YEAR.format(y='year')}",
        rf"{_MONTH.format(m='month')}\s*,?\s*(?:tahun\s+)?{_YEAR.format(y='year')}",
        r"(?:apbd[\s-]?p|(?:perubahan\s+)?apbd(?:[\s-](?:perubahan|p)\b)?|p-apbd)\s+(?:ta\.?\s+|tahun\s+(?:anggaran\s+)?)?"
        + _YEAR.format(y="year"),
        r"(?:tahun\s+anggaran|t\.?a\.?)\s+(?:20[1-6]\d\s*(?:-|–|s\.?d\.?|dan)\s*)?" + _YEAR.format(y="year"),
        r"jangka\s+(?:pendek|menengah|panjang)\s*\(\s*(?:tahun\s+)?(?:20[1-6]\d\s*(?:-|–|s\.?d\.?|dan)\s*)?"
        + _YEAR.format(y="year")
        + r"\s*\)",
    )
)
# A bare year counts only after a word that makes it a time to act, or where a column says so.
_LEADED_YEAR = re.compile(
    r"(?:(?:paling\s+lambat|selambat[\s-]lambatnya|sebelum|mulai|dimulai|sampai\s+dengan|hingga|pada|di|akhir|awal|pertengahan)\s+)+(?:(?:akhir|awal|pertengahan)\s+)?(?:tahun\s+)?"
    r"(?:20[1-6]\d\s*(?:-|–)\s*)?(?P<year>20[1-6]\d)\b"
    r"|\(\s*tahun\s+(?P<year2>20[1-6]\d)\s*\)",
    re.IGNORECASE,
)
_BARE_YEAR = re.compile(
    r"(?:(?:awal|akhir|pertengahan)\s+)?(?:tahun\s+)?(?:20[1-6]\d\s*(?:-|–|s\.?d\.?|s/d|dan)\s*)?(?P<year>20[1-6]\d)\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:sesegera\s+mungkin|secepatnya|segera|secara\s+(?:berkala|rutin|bertahap|berkelanjutan)|berkala|berkelanjutan|bertahap|rutin"
    r"|(?:setiap|tiap)(?:[\s-]tiap)?\s+(?:\w+\s+)?(?:hari|minggu|pekan|bulan|triwulan|semester|tahun|enam\s+bulan)"
    r"|(?:satu|dua|se)?\s?kali\s+(?:sebulan|setahun|seminggu|sepekan)|sepanjang\s+tahun|tahun\s+depan|bulanan|triwulanan|tahunan|jangka\s+(?:pendek|menengah|panjang)"
    r"|(?:paling\s+lambat|dalam)\s+\d+\s+(?:\(\w+\)\s+)?(?:hari|minggu|bulan|tahun)(?:\s+ke\s+depan)?|sebelum\s+\w+\s+20[1-6]\d\s+ditetapkan)\b",
    re.IGNORECASE,
)
# `PKPT 2027`, `RKPD 2026`, `Nomor 20 Tahun 2023`: a plan's or a law's year is no day to act by.
_NOT_DUE_BEFORE = re.compile(
    r"(?:\bnomor\s+\S+|\bno\.?\s*\S+|\bsejak|\brkpd|\brpjmd|\brenstra|\brenja|\bpkpt|\brapbd|\bkua|\bppas|\bdpa|\bdokumen|\bevaluasi|\bhasil|\bdata|\bcapaian|\bindeks|\bnilai|\btarget)\s*(?:tahun|ta\.?)?\s*$",
    re.IGNORECASE,
)
_ORDINAL = {"pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True, slots=True)
class Deadline:
    """`last`: the last day of the stated time, None where the time is vague. `start`, `end`: offsets of `text`."""

    text: str
    last: date | None
    start: int
    end: int


def find_deadline(text: str, *, column: bool = False) -> Deadline | None:
    """The stated time in `text`; in a `column` of times (or a heading) a bare year counts too."""
    found = [
        deadline for form in _FORMS for match in form.finditer(text) if (deadline := _read(text, match)) is not None
    ]
    if not found:
        match = next(
            (m for m in _LEADED_YEAR.finditer(text) if not _is_plan(text, m.start("year") if m["year"] else m.start())),
            None,
        )
        if match is not None:
            found = [_year(match, match["year"] or match["year2"])]
        elif column and (bare := _BARE_YEAR.search(text)):
            found = [_year(bare, bare["year"])]
    if found:
        return max(found, key=lambda deadline: (deadline.last or date.min, deadline.end - deadline.start))
    vague = _VAGUE.search(text)
    return Deadline(text[vague.start() : vague.end()], None, vague.start(), vague.end()) if vague else None


def _is_plan(text: str, start: int) -> bool:
    return bool(_NOT_DUE_BEFORE.search(text[max(0, start - 30) : start]))


def _year(match: re.Match[str], year: str) -> Deadline:
    start = match.start()
    text = match.group().strip(" ()")
    return Deadline(text, date(int(year), 12, 31), start, match.end())


def _read(text: str, match: re.Match[str]) -> Deadline | None:
    groups = match.groupdict()
    year = int(groups["year"])
    if _is_plan(text, match.start()):
        return None
    start, end = match.start(), match.end()
    while start < end and text[start].isspace():
        start += 1
    last = _last_day(groups, year)
    return Deadline(text[start:end], last, start, end) if last else None


def _last_day(groups: dict[str, str | None], year: int) -> date | None:
    try:
        if groups.get("day"):
            return date(year, _month(groups["month"]), int(groups["day"] or 0))
        if groups.get("nday"):
            return date(year, int(groups["nmonth"] or 0), int(groups["nday"] or 0))
    except ValueError:
        return None
    if quarter := groups.get("quarter"):
        return _month_end(year, 3 * _number(quarter))
    if half := groups.get("half"):
        return _month_end(year, 6 * _number(half))
    if groups.get("month"):
        return _month_end(year, _month(groups["month"]))
    return date(year, 12, 31)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _ORDINAL[word.casefold()]


def _month(name: str | None) -> int:
    return _MONTHS[(name or "")[:3].casefold()]


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
