"""When a visit is to be: the days that its sentence states, or the words that say it roughly."""

import re
from dataclasses import dataclass
from datetime import date

from nlp.components.dates import find_dates
from nlp.extraction import DateType, Kind
from nlp.facts import DateMention, Facts
from nlp.indonesian import month_end, month_number
from nlp.source import Source

_I = re.IGNORECASE
_FEAST = r"(?:lebaran|ramad[h]?an|puasa|idul\s?fitri|idul\s?adha|natal|nyepi|galungan|imlek|paskah|pilkada|pemilu|libur(?:an)?|panen)"
_VAGUE = re.compile(
    r"\b(?:(?:pada\s+)?tahun\s+(?:ini|depan)|(?:bulan|minggu|pekan)\s+(?:ini|depan)|triwulan\s+(?:depan|berikutnya)"
    r"|(?:sesudah|setelah|seusai|usai|selepas|sebelum|menjelang|selama)\s+(?:bulan\s+)?" + _FEAST + r"(?:\s+20\d\d)?"
    r"|(?:sesudah|setelah|seusai)\s+ini|(?:setelah|dalam)\s+(?:\d{1,2}|se|satu|dua|tiga|empat|enam)\s?(?:minggu|pekan|bulan|tahun)"
    r"|sebelum\s+[^.,;]{3,40}?\s(?:dimulai|berakhir|ditutup)|dalam\s+waktu\s+dekat|segera"
    r"|(?:pada\s+)?(?:minggu|pekan)\s+(?:pertama|kedua|ketiga|keempat|terakhir)\s+(?:bulan\s+)?(?-i:[A-Z])[a-z]{2,8}"
    r"|(?:pada\s+)?(?:awal|akhir|pertengahan)\s+tahun\s+(?:ini|depan|\d{4}))\b"
    # What the visit is to fall together with ends its sentence.
    r"|\bmenyesuaikan\s+[^.,;]{4,40}(?=[.,;\n]|$)|\bpada\s+saat\s+[^.,;]{5,60}(?=[.,;]|$)|\b(?:sesudah|seusai|usai)\s+[a-z][^.,;]{4,40}(?=[.;]|$)",
    _I,
)
_SHARP = frozenset({"day", "month", "quarter", "half"})
# A letter with these words may give the days of something else than the visit.
_OTHER_MATTER = re.compile(
    r"\b(?:pe)?magang|\bpraktik\s+kerja|\b(?:waktu|tanggal|hari)(?:nya)?\s+(?:pasti\w*\s+)?(?:belum|menyusul)", _I
)
_FORTNIGHT = 13  # days; `minggu kedua`, `awal Maret` span less
_NOT_ITS_DAY = re.compile(r"\b(?:paling\s+lambat|surat|nomor)\b[^.]{0,40}$", _I)
# Behind a quotation stands the day on which it was said.
_DAY_OF_SAYING = re.compile(
    r"(?:[\"”]|,)\s*(?:kata|ujar|ucap|tutur|jelas|ungkap|tegas|imbuh|terang|sebut|pungkas|tambah|papar|tandas|demikian)(?:nya|kan)?\b",
    _I,
)
_MOVED = re.compile(r"\b(?:semula|awalnya)\b.*?\b(?:menjadi|ke)\b", _I | re.S)
_PAST = re.compile(r"\s*(?:yang\s+)?lalu\b", _I)
# A year counts where the sentence gives it as a time, not as that of a plan or a figure.
_IN_YEAR = re.compile(r"(?:\b(?:pada|dalam|di|untuk|sekitar|bilang|kali)|,)\s*$", _I)
# `bulan Oktober 2025, tepatnya tanggal 14`
_EXACTLY = re.compile(
    r"\W{0,3}(?:tepatnya|persisnya|yakni|yaitu)\s+(?:pada\s+)?(?:tanggal\s+|tgl\.?\s*)?(?P<first>\d{1,2})"
    r"(?:\s*(?:-|–|s\.?\s?d\.?|sampai(?:\s+dengan)?|hingga)\s*(?P<last>\d{1,2}))?\b(?!\s*(?:orang|hari))",
    _I,
)
_MONTH_ALONE = re.compile(
    r"(?<![\d’'] )\b(?P<name>januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember)"
    r"(?:\s+(?:nanti|mendatang|ini|depan))?\b(?!\s*['’]?\d)",
    _I,
)
_YEAR_CLOSES = re.compile(r"\bsebelum\s+(?:tutup|akhir)\s+tahun(?:\s+(?:ini|(?P<year>20\d\d)))?\b", _I)


@dataclass(frozen=True, slots=True)
class When:
    """The time of a visit as written, with its first and last day where they are known."""

    text: str
    first: date | None
    last: date | None


class Times:
    """Reads times as seen from the document's own day."""

    def __init__(self, source: Source, facts: Facts) -> None:
        self.source = source
        self.facts = facts
        days = {fact.type: fact.date for fact in facts.dates}
        order: tuple[DateType, ...] = (
            DateType.PUBLISHED,
            DateType.SIGNED,
            DateType.EVENT,
            DateType.END,
            DateType.START,
        )
        if facts.kind in (Kind.MOU, Kind.AGREEMENT):
            order = order[:2]  # its term says nothing of when it was written
        self.today = next((days[kind] for kind in order if kind in days), None)

    def said(self, sentence: str) -> When | None:
        """The time that the sentence states."""
        moved = _MOVED.search(sentence)
        if moved is not None and (later := self.said(sentence[moved.end() :])):
            return later  # `semula 14 April diubah menjadi 28 April`
        found = find_dates(sentence, default_year=self.today.year if self.today else None)
        stated = [mention for mention in found if _is_its_time(sentence, mention) and self._may_be(mention)]
        usable = [mention for mention in stated if mention.precision != "year"] or stated
        if usable:
            late = len(usable) > 1 and re.search(r"\btahun\b", sentence[: usable[0].start])
            return self._ahead(usable[-1] if late else usable[0], sentence)
        line = " ".join(sentence.split())
        return self._month_alone(line) or self._roughly(line)

    def is_sharp(self, sentence: str) -> bool:
        """Whether the sentence states days or a month, from the document's own day on."""
        when = self.said(sentence)
        return when is not None and when.first is not None and (self.today is None or when.first >= self.today)

    def is_later(self, sentence: str) -> bool:
        """Whether the sentence states days or a month that begin after the document's own day."""
        when = self.said(sentence)
        return when is not None and when.first is not None and self.today is not None and when.first > self.today

    def of_letter(self) -> When | None:
        """The days that a letter about a visit states apart from the sentence that announces it."""
        if self.facts.kind is not Kind.LETTER or _OTHER_MATTER.search(self.source.text):
            return None
        start = next((fact for fact in self.facts.dates if fact.type is DateType.START), None)
        end = next((fact for fact in self.facts.dates if fact.type is DateType.END), None)
        if start is None or end is None or self.today is None or start.date < self.today:
            return None
        return When(start.text, start.date, end.date)

    def _may_be(self, mention: DateMention) -> bool:
        """A visit to come is not in a past that the text states in full."""
        return self.today is None or mention.derived or mention.last >= self.today

    def _ahead(self, mention: DateMention, sentence: str) -> When:
        """A visit lies ahead: a month without its year is the next one."""
        first, last = mention.first, mention.last
        said = re.search(r"\btahun\b|\d{4}", mention.text, _I)
        if mention.derived and self.today is not None and last < self.today and not said:
            first, last = _a_year_later(first), _a_year_later(last)
        if mention.precision == "month" and (exact := _EXACTLY.match(sentence, mention.end)):
            first_day = int(exact["first"])
            last_day = int(exact["last"] or first_day)
            if 1 <= first_day <= last_day <= last.day:
                text = " ".join(sentence[mention.start : exact.end()].split())
                return When(text, first.replace(day=first_day), first.replace(day=last_day))
        return When(mention.text, first, last)

    def _month_alone(self, sentence: str) -> When | None:
        match = _MONTH_ALONE.search(sentence)
        number = month_number(match["name"].lower()) if match else None
        if match is None or number is None or self.today is None or sentence[match.end() :][:5].lower() == " lalu":
            return None
        year = self.today.year + (number < self.today.month)
        return When(match.group(), date(year, number, 1), month_end(year, number))

    def _roughly(self, line: str) -> When | None:
        if closes := _YEAR_CLOSES.search(line):
            year = int(closes["year"]) if closes["year"] else self.today.year if self.today else None
            return When(closes.group(), None, date(year, 12, 31) if year else None)
        vague = _VAGUE.search(line)
        return When(vague.group(), None, None) if vague else None


def _is_its_time(sentence: str, mention: DateMention) -> bool:
    lead = sentence[: mention.start]
    if _DAY_OF_SAYING.search(lead):
        return False
    if mention.precision == "year":
        if not _IN_YEAR.search(lead) or not re.match(r"t(?:ahu|h)n?\b", mention.text, _I):
            return False
    elif mention.precision not in _SHARP and (mention.last - mention.first).days > _FORTNIGHT:
        return False
    return not _NOT_ITS_DAY.search(lead) and not _PAST.match(sentence, mention.end)


def _a_year_later(day: date) -> date:
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
