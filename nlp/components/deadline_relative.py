"""Times that count from the day of writing: `akhir tahun`, `tahun depan`, `TW III tahun ini`, `per Agustus ini`, `mulai bulan depan`.

The relative words are written out with the year they mean; what that time is, `find_deadline` says.
"""

import re
from datetime import date
from typing import Final

from nlp.components.deadlines import Deadline, find_deadline

_MONTHS: Final = (
    "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november", "desember",
)  # fmt: skip
_SHORT: Final = {"jan": 1, "feb": 2, "peb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "agt": 8, "agu": 8, "ags": 8, "agst": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11, "nop": 11, "des": 12}  # fmt: skip
_MONTH: Final = rf"(?P<month>{'|'.join(_MONTHS)}|pebruari|nopember|{'|'.join(_SHORT)})"
_LEAD: Final = (
    r"(?:(?:paling\s+(?:lambat|telat|lama)|(?:se)?lambat(?:[\s-]?lambat)?nya|sebelum|sblm|(?:di)?mulai|pada|per|hingga|sampai|target|dalam|selama|sepanjang"
    r"|akhir|pertengahan|bulan|(?:tw|triwulan|semester|kuartal)\s+(?:[ivx]{1,3}|\d|ke\w+|pertama|terakhir))\s+)*"
)
_YEAR: Final = re.compile(
    rf"(?P<lead>\b{_LEAD})\b(?:tahun|thn|th)\.?\s+(?:anggaran\s+)?(?:(?P<next>depan|dpn|berikutnya|mendatang|muka)|ini|berjalan)\b(?:\s+tutup\s+buku)?",
    re.IGNORECASE,
)
_END: Final = re.compile(
    rf"(?P<lead>\b{_LEAD})\b(?:akhir|tutup|ujung)\s+(?:tahun|thn)\b(?!\s*(?:['’]?\d|ajaran|pelajaran|akademik|ini|depan|dpn|berikut|men))",
    re.IGNORECASE,
)
_THIS_MONTH: Final = re.compile(
    rf"(?P<lead>\b{_LEAD})\b{_MONTH}\s+(?:ini|nanti|mendatang|depan|tahun\s+(?P<next>depan)|tahun\s+ini)\b",
    re.IGNORECASE,
)
_NEXT_MONTH: Final = re.compile(rf"(?P<lead>\b{_LEAD})\bbulan\s+(?:(?P<next>depan|dpn)|ini)\b", re.IGNORECASE)
# `awal tahun depan` says no last day; `setiap akhir tahun`, `sebelum libur akhir tahun`, `sebelum bulan puasa tahun depan` none either.
_NO_DAY: Final = re.compile(
    r"(?:\b(?:awal|tunggu|menunggu|menjelang|setiap|tiap|libur\w*|liburan|rapat|kerja|laporan|evaluasi|puasa|lebaran|iduladha|idulfitri|anggaran|data|nilai|capaian|sejak|realisasi|rkpd|apbd|bukan(?:\s+(?:hanya|cuma|sekadar|lagi))?|(?:tidak|tak)\s+(?:hanya|cuma|lagi|sekadar))\s+(?:pada\s+)?)$",
    re.IGNORECASE,
)


def find_relative(text: str, written: date) -> Deadline | None:
    """The time that `text` states by the year or the month in which it was written, the latest of several."""
    months = _of_months(text, written)
    # `Maret tahun depan` is a month of that year, not the year.
    years = [
        year for year in _of_years(text, written) if not any(m.start < year.end and year.start < m.end for m in months)
    ]
    found = [*years, *months]
    return max(found, key=lambda deadline: deadline.last or date.min, default=None)


def _of_years(text: str, written: date) -> list[Deadline]:
    found = []
    for pattern in (_YEAR, _END):
        for match in pattern.finditer(text):
            if _NO_DAY.search(text[: match.start()]):
                continue
            year = written.year + bool(pattern is _YEAR and match["next"])
            lead = (
                match["lead"]
                if re.search(r"tw|triwulan|semester|kuartal|akhir|pertengahan", match["lead"], re.I)
                else ""
            )
            stated = find_deadline(f"{lead}tahun {year}", column=True)
            found.append(_spanning(match, stated.last if stated and stated.last else date(year, 12, 31)))
    return found


def _of_months(text: str, written: date) -> list[Deadline]:
    found = []
    for match in _THIS_MONTH.finditer(text):
        month = _number(match["month"])
        year = written.year + (1 if match["next"] or month < written.month else 0)
        found.append(_spanning(match, _last_day(year, month)))
    for match in _NEXT_MONTH.finditer(text):
        if not _NO_DAY.search(text[: match.start()]):
            month = written.month + bool(match["next"])
            found.append(_spanning(match, _last_day(written.year + (month > 12), (month - 1) % 12 + 1)))
    return found


def _number(word: str) -> int:
    word = {"pebruari": "februari", "nopember": "november"}.get(word.casefold(), word.casefold())
    return _MONTHS.index(word) + 1 if word in _MONTHS else _SHORT[word]


def _last_day(year: int, month: int) -> date:
    return date.fromordinal(date(year + month // 12, month % 12 + 1, 1).toordinal() - 1)


def _spanning(match: re.Match[str], last: date) -> Deadline:
    return Deadline(match.group().strip(), last, match.start(), match.end())
