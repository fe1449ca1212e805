"""By when something is to be done: the stated time of a recommendation as written, and its last day.

The days and spans themselves are `find_dates`'s; here stands which of them is a time to act by. The year of a law, of a plan
(`RKPD 2026`) or of what was evaluated is none; `segera` and `setiap bulan` state a time without a last day.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from nlp.components.dates import find_dates
from nlp.facts import DateMention

_LEAD: Final = re.compile(
    r"(?:\b(?:paling\s+(?:lambat|lama)|(?:se)?lambat(?:[\s-]?lambat)?nya|sebelum|mulai|dimulai|terhitung|pada|selama|sampai(?:\s+dengan)?"
    r"|s\.?\s?d\.?|s/d|hingga|di|bulan|tanggal|tgl\.?|akhir|awal|pertengahan|tahun|dalam|per|target|ditargetkan|by|before|until|in)\s+"
    r"|\bjangka\s+(?:pendek|menengah|panjang)\s*\(\s*)+$",
    re.IGNORECASE,
)
# A year alone counts only after a word that makes it a time to act, or where a column says so.
_TO_ACT: Final = re.compile(
    r"lambat|lama|sebelum|mulai|sampai|s\.?\s?d\b|s/d|hingga|\bpada|\bdi\b|akhir|awal|pertengahan|jangka|selama|dalam|before|until",
    re.IGNORECASE,
)
# `PKPT 2027`, `RKPD 2026`, `Nomor 20 Tahun 2023`: a plan's or a law's year is no day to act by.
_NOT_DUE_BEFORE: Final = re.compile(
    r"(?:\bnomor\s+\S*\d\S*|\bno(?:\.|\s)\s*\S+|\bsejak|\brkpd|\brpjmd|\brenstra|\brenja|\bpkpt|\brapbd|\bkua|\bppas|\bdpa|\bdokumen|\bevaluasi|\bhasil"
    r"|\bdata|\bcapaian|\bindeks|\bnilai|\btarget)\s*(?:tahun|ta\.?)?\s*$",
    re.IGNORECASE,
)
# `untuk dikerjakan tahun 2026`: what is to be done in the year behind.
_DONE_IN: Final = re.compile(
    r"\b(?:untuk|agar|supaya|dapat|bisa|akan|perlu|harus)\s+(?:segera\s+|sudah\s+)?di(?:kerjakan|laksanakan|mulai|anggarkan|bangun|wujudkan|selesaikan|jalankan|terapkan|realisasikan|tuntaskan)\s+$",
    re.IGNORECASE,
)
_DATA: Final = re.compile(r"\bdata\s+$", re.IGNORECASE)  # `pemutakhiran data pada minggu kedua Oktober 2025`
# `sejak 1 Juli 2024 s.d. 31 Desember 2024`: since a day alone is none to act by, up to another it is.
_SINCE: Final = re.compile(r"\bsejak\s+(?:tanggal\s+|tgl\.?\s+)?$", re.IGNORECASE)
_UNTIL: Final = re.compile(r"\b(?:s\.?\s?d|s/d|sampai|hingga)\b", re.IGNORECASE)
_SCHOOL_YEAR: Final = re.compile(
    r"(?:pada\s+|mulai\s+)?(?P<early>awal\s+)?tahun\s+(?:ajaran|pelajaran|akademik)\s+20\d\d\s*[/–-]\s*(?P<year>20\d\d)\b",
    re.IGNORECASE,
)
# `sebelum tutup tahun 2024`, `hingga tutup buku 2025`
_YEARS_CLOSE: Final = re.compile(
    r"\b(?:(?:sebelum|hingga|sampai|pada|menjelang)\s+)?(?:pen)?tutup(?:an)?\s+(?:tahun|buku)(?:\s+(?:anggaran|tahun))?\s+(?P<year>20[1-6]\d)\b",
    re.IGNORECASE,
)
_BUDGET: Final = re.compile(
    r"\b(?:APBD|anggaran(?=\s+(?:induk|murni|perubahan)))\s+(?:(?:induk|murni|perubahan)\s+)?(?:(?:TA|tahun(?:\s+anggaran)?)\.?\s+)?(?P<year>20[1-6]\d)\b",
    re.IGNORECASE,
)
_YEARS: Final = re.compile(
    r"(?:(?P<lead>(?:mulai|pada|sampai(?:\s+dengan)?|s\.?d\.?|s/d|hingga|sebelum|selama|di|paling\s+lambat)\s+)?(?P<said>t(?:ahu|h)n?\.?\s*)?)?"
    r"\b20[1-6]\d\s*(?:-|–|s\.?d\.?|s/d|sampai(?:\s+dengan)?|dan)\s*(?:t(?:ahu|h)n?\.?\s*)?(?P<year>20[1-6]\d)\b",
    re.IGNORECASE,
)
_TERM: Final = re.compile(r"\bjangka\s+(?:pendek|menengah|panjang)\s*\(\s*(?P<year>20[1-6]\d)\s*\)", re.IGNORECASE)
_BARE_YEAR: Final = re.compile(r"(?<![\d./-])(?P<year>20[1-6]\d)(?![\d/]|[.-]\d)")
# `…, 2027`, `… (2027)`, `… tahun 2027` and `… mulai masa pajak 2027` at the end of an item.
_LAST_YEAR: Final = re.compile(
    r"(?:,\s*|\s[-–—]\s*|\s\((?:T\.?A\.?\s+)?|\s(?P<said>tahun|thn?\.?|TA|anggaran|(?:di)?mulai(?:\s+(?!(?:rkpd|renja|renstra|rpjmd|kua|ppas|pkpt)\b)[^\W\d]+){0,2})\s+)(?P<year>20[1-6]\d)(?:\W*\([^()\d]{2,60}\))?(?=\W*$|[,.!]?[”\"]\s*(?:\w+nya|kata|ujar|tutur|jelas)\b)",
    re.IGNORECASE,
)
# `sebelum akhir Juli`, `bulan Oktober`, `…, Februari`: a month whose year the document says elsewhere.
_MONTH_ALONE: Final = re.compile(
    r"(?:\b(?:lambat\w*|telat\w*|lama|sebelum|mulai|pada|bulan|akhir|awal|pertengahan|hingga|sampai|target|minggu\s+\w+|tanggal|tgl\.?)\s+|,\s*)"
    r"(?:(?:bulan|akhir|awal|pertengahan|dengan|minggu\s+\w+|pekan\s+\w+|tanggal|tgl\.?|\d{1,2})\s+)*"
    r"(?:januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember)\b(?!\s*['’]?\d)"
    # `pada triwulan III`
    r"|\b(?:(?:paling\s+lambat|sebelum|mulai|pada|akhir|awal|hingga|sampai|target)\s+)+(?:triwulan|tw|semester|kuartal)\s+(?:ke-?\s?)?(?:I{1,3}V?|IV|[1-4]|pertama|kedua|ketiga|keempat)\b(?!\s*(?:tahun|TA|[,/–-])?\s*['’]?\d|\s+(?:tahun|TA)\b)",
    re.IGNORECASE,
)
_BEFORE_SOMETHING: Final = re.compile(
    r"\bsebelum\s+(?!(?:tahun|akhir|awal|pertengahan|bulan|tanggal|tgl|triwulan|tw|semester|januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember|20\d\d)\b)\w+[^.;]*?\b20[1-6]\d\b(?:\s*[–-]\s*20\d\d)?"
    r"(?:\s+(?:ditetapkan|dibahas|disahkan|dimulai|berakhir)(?:\s+DPRD)?)?",
    re.IGNORECASE,
)
# `setelah ADD 2027 cair`: after what is to come in that year, nobody knows when.
_AFTER_SOMETHING: Final = re.compile(
    r"\b(?:setelah|sesudah|seusai|usai)\s+(?!(?:tahun|akhir|awal|pertengahan|bulan|tanggal|tgl|triwulan|tw|semester)\b)[^\W\d]+(?:\s+[^\W\d]+){0,4}?\s+20[1-6]\d(?:\s+[^\W\d]+){0,3}",
    re.IGNORECASE,
)
_VAGUE: Final = re.compile(
    r"\b(?:sesegera\s+mungkin|secepatnya|segera|secara\s+(?:berkala|rutin|bertahap|berkelanjutan)|berkala|berkelanjutan(?<!layanan berkelanjutan)(?<!pembangunan berkelanjutan)(?<!pendidikan berkelanjutan)(?<!pengembangan berkelanjutan)(?<!perbaikan berkelanjutan)(?<!kerja sama berkelanjutan)(?<!yang berkelanjutan)|bertahap|rutin"
    r"|paling\s+lambat\s+(?:setiap\s+)?(?:tanggal|tgl\.?)\s+\d{1,2}(?:\s+(?:setiap|tiap|bulan)\s+\w+)?"
    r"|(?:setiap|tiap)(?:[\s-]tiap)?\s+(?:\w+\s+){0,2}?(?:hari|minggu|pekan|bulan|triwulan|semester|tahun)"
    r"|(?:setiap|tiap)\s+(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)(?:\s+dan\s+\w+)?"
    r"|(?:satu|dua|se)?\s?kali\s+(?:sebulan|setahun|seminggu|sepekan)|sepanjang\s+tahun|(?:awal|akhir|pertengahan|mulai)?\s?\btahun\s+depan|bulanan|triwulanan"
    r"|tahunan|jangka\s+(?:pendek|menengah|panjang)"
    r"|(?:paling\s+(?:lambat|lama)|dalam(?:\s+waktu)?)\s+\d+\s+(?:\(\w+\)\s+)?(?:hari|minggu|bulan|tahun)(?:\s+(?:ke\s+depan|kerja|kalender))?)\b",
    re.IGNORECASE,
)
# `menerima rombongan pada 26–27 Agustus dan mengabarkannya paling lambat 20 Juli`: this one is the time by which.
_AT_LATEST: Final = re.compile(
    r"(?:paling\s+(?:lambat|telat|lama)|(?:se)?lambat(?:[\s-]?lambat)?nya|tenggat\w*|batas\s+waktu)\b", re.IGNORECASE
)
_ANY_FIGURE: Final = re.compile(r"\d[\dOolI]|\bribu\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Deadline:
    """`last`: the last day of the stated time, None where the time is vague. `start`, `end`: offsets of `text`."""

    text: str
    last: date | None
    start: int
    end: int


@lru_cache(maxsize=512)  # the readers of columns, of tails and of times ask in turn
def find_deadline(text: str, *, column: bool = False) -> Deadline | None:
    """The stated time in `text`, the latest of several; in a `column` of times (or a heading) a bare year counts too."""
    found = list(_stated(text, column=column)) if _ANY_FIGURE.search(text) else []
    if found:
        return max(
            found,
            key=lambda deadline: (
                not column and _AT_LATEST.match(deadline.text) is not None,
                deadline.last or date.min,
                deadline.end - deadline.start,
            ),
        )
    vague = _BEFORE_SOMETHING.search(text) or _AFTER_SOMETHING.search(text) or _VAGUE.search(text)
    return _vague(vague) if vague else None


def find_month(text: str, after: date) -> Deadline | None:
    """A month stated without its year: the next one from the day `after` on."""
    match = _MONTH_ALONE.search(text)
    if match is None or re.search(r"\b(?:setiap|tiap)\s+$", text[: match.start()], re.IGNORECASE):
        return None
    words = match.group().strip(", ")
    for year in (after.year, after.year + 1):
        stated = find_deadline(f"{words} {year}", column=True)
        if stated is not None and stated.last is not None and stated.last >= after:
            return Deadline(words, stated.last, match.start(), match.end())
    return None


def find_last_year(text: str) -> Deadline | None:
    """The year that an item ends in, if it is not that of a plan or of what was evaluated."""
    match = _LAST_YEAR.search(text)
    if match is None or _is_plan(text, match.start("said") if match["said"] else match.start()):
        return None
    event = _BEFORE_SOMETHING.search(text)
    if event is not None and event.start() <= match.start() < event.end():
        return None  # `sebelum penyaluran Dana Desa tahap I Tahun 2025`
    return Deadline(match.group().strip(" ,.-–—"), date(int(match["year"]), 12, 31), match.start(), match.end())


def _stated(text: str, *, column: bool) -> list[Deadline]:
    event = _BEFORE_SOMETHING.search(text) or _AFTER_SOMETHING.search(text)
    found = [
        deadline
        for mention in find_dates(text)
        if (deadline := _of_mention(text, mention, column=column)) is not None
        and (event is None or mention.precision != "year" or not event.start() <= mention.start < event.end())
    ]
    school = _SCHOOL_YEAR.search(text)
    if school is not None:
        # `awal tahun ajaran`: how long a beginning lasts is not said.
        last = None if school["early"] else date(int(school["year"]), 6, 30)
        return [Deadline(school.group(), last, school.start(), school.end())]
    if not found and (closing := _YEARS_CLOSE.search(text)) is not None:
        return [Deadline(closing.group(), date(int(closing["year"]), 12, 31), closing.start(), closing.end())]
    for pattern in (_YEARS, _BUDGET, _TERM, _BARE_YEAR) if column else (_YEARS, _BUDGET, _TERM):
        if found or event is not None:
            break
        found = [
            _year_end(text, match)
            for match in pattern.finditer(text)
            if not _is_plan(text, match.start()) and (column or pattern is not _YEARS or match["lead"] or match["said"])
        ]
    return found


def _of_mention(text: str, mention: DateMention, *, column: bool) -> Deadline | None:
    start, end = _with_lead(text, mention.start, mention.end)
    of_data = start < mention.start and mention.precision != "year" and _DATA.search(text, max(0, start - 8), start)
    span = _SINCE.search(text, max(0, start - 12), start) is not None and _UNTIL.search(mention.text) is not None
    if _is_plan(text, start) and not of_data and not span:
        return None
    year_alone = mention.precision == "year" and not re.search(r"\b(?:TA|T\.A|anggaran)\b", mention.text, re.IGNORECASE)
    led = _TO_ACT.search(text[start : mention.start]) is not None or text[mention.end : mention.end + 1] == ")"
    led = led or _DONE_IN.search(text, max(0, start - 60), start) is not None
    if year_alone and not column and not led:
        return None
    last = mention.last
    if mention.precision == "vague" and mention.first.month != mention.last.month:
        last = date(mention.last.year, 12, 31)  # `awal tahun 2026`: how long a beginning lasts is not said
    return Deadline(text[start:end], last, start, end)


def _with_lead(text: str, start: int, end: int) -> tuple[int, int]:
    """From `paling lambat` on, and with the bracket that it opens."""
    lead = _LEAD.search(text, max(0, start - 60), start)
    start = lead.start() if lead is not None else start
    closing = text[start:end].count("(") - text[start:end].count(")")
    return start, end + 1 if closing > 0 and text[end : end + 1] == ")" else end


def _is_plan(text: str, start: int) -> bool:
    return _NOT_DUE_BEFORE.search(text, max(0, start - 30), start) is not None


def _year_end(text: str, match: re.Match[str]) -> Deadline:
    start, end = _with_lead(text, match.start(), match.end())
    return Deadline(text[start:end].strip(), date(int(match["year"]), 12, 31), start, end)


def _vague(match: re.Match[str]) -> Deadline:
    return Deadline(match.group().strip(), None, match.start(), match.end())
