"""When a visit is to be: the days that its sentence states, or the words that say it roughly."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from nlp.components.dates import find_dates
from nlp.components.visit_stated_times import finest, is_its_time
from nlp.components.visit_words import AWAITED, THEN
from nlp.extraction import DateType, Kind
from nlp.facts import DateMention, Facts
from nlp.indonesian import month_end, month_number
from nlp.source import Source

_I = re.IGNORECASE
_FEAST = r"(?:lebaran|ramad[h]?an|puasa|idul\s?fitri|idul\s?adha|natal|nyepi|galungan|imlek|paskah|pilkada|pemilu|libur(?:an)?|panen)"
_VAGUE = re.compile(
    r"\b(?:(?:pada\s+)?tahun\s+(?:ini|depan)|(?:bulan|minggu|pekan)\s+(?:ini|depan)|triwulan\s+(?:depan|berikutnya)"
    r"|(?:sesudah|setelah|seusai|usai|selepas|tepat|sebelum|menjelang|selama)\s+(?:bulan\s+)?"
    + _FEAST
    + r"(?:\s+20\d\d)?"
    r"|(?:sesudah|setelah|seusai)\s+ini|(?:setelah|dalam)\s+(?:\d{1,2}|se|satu|dua|tiga|empat|enam)\s?(?:minggu|pekan|bulan|tahun)"
    r"|sebelum\s+[^.,;]{3,40}?\s(?:dimulai|berakhir|ditutup)|dalam\s+waktu\s+dekat|segera"
    r"|(?:pada\s+)?(?:minggu|pekan)\s+(?:pertama|kedua|ketiga|keempat|terakhir)\s+(?:bulan\s+)?(?-i:[A-Z])[a-z]{2,8}"
    r"|(?:pada\s+)?(?:awal|akhir|pertengahan)\s+tahun\s+(?:ini|depan|\d{4}))\b"
    # What the visit is to fall together with ends its sentence.
    r"|\bmenyesuaikan\s+[^.,;]{4,40}(?=[.,;\n]|$)|\b(?:pada\s+saat|bertepatan\s+dengan\s+(?=(?-i:[A-Z])))\s*[^.,;]{5,60}(?=[.,;]|$)|\b(?:sesudah|seusai|usai)\s+[a-z][^.,;]{4,40}(?=[.;]|$)",
    _I,
)
# A letter with these words may give the days of something else than the visit.
_OTHER_MATTER = re.compile(
    r"\b(?:pe)?magang|\bpraktik\s+kerja|\b(?:waktu|tanggal|hari)(?:nya)?\s+(?:pasti\w*\s+)?(?:belum|menyusul)", _I
)
_BEFORE = 300  # characters before a sentence in which the time stands to which it points back
_BEHIND = 140  # characters behind it
_MOVED = re.compile(r"\b(?:semula|awalnya)\b.*?\b(?:menjadi|ke)\b", _I | re.S)
_PUT_OFF = re.compile(
    r"\b(?:ditunda|tertunda|penundaan|tunda|ditangguhkan|diundur(?:kan)?|dimundurkan|di-?reschedule|dijadwal(?:kan)?\s+ulang)\b",
    _I,
)
_ANEW = re.compile(r"\bdari\b[^.;]{3,40}?\b(?:ke|menjadi|hingga)\b", _I)
_ENDS = re.compile(
    r"[\s,]*(?:dan|serta|lalu|kemudian|hingga|sampai)\W+(?:akan\s+)?(?:pulang|selesai|berakhir|kembali|bertolak|meninggalkan|berangkat\s+pulang)\b[^.;\d]{0,40}",
    _I,
)
# One of these, in small letters, stands in every sentence that states a time.
_TIME_CUES = re.compile(
    r"\d|jan|feb|peb|mar|apr|mei|jun|jul|agu|sep|okt|nov|nop|des|tahun|bulan|minggu|pekan|triwulan|semester|kuartal|may|aug|oct|dec|year|month|week|half|quarter|waktu|besok|lusa"
    r"|lebaran|rama|puasa|idul|natal|nyepi|galungan|imlek|paskah|pilkada|pemilu|libur|panen|sudah|telah|usai|lepas|sebelum|jelang|selama|segera|menyesuaikan|saat|hari"
)
_SHARP_CUES = re.compile(
    r"\d|januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember|january|february|march|may|june|july|august|october|december|triwulan|semester"
)
_NEXT_YEAR = re.compile(r"(?:pada\s+)?tahun\s+depan", _I)
_NEXT_MONTH = re.compile(r"(?:pada\s+)?bulan\s+depan", _I)
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
_DAY_NAME = re.compile(r"\b(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad)\b", _I)
_YEAR_CLOSES = re.compile(r"\bsebelum\s+(?:tutup|akhir)\s+tahun(?:\s+(?:ini|(?P<year>20\d\d)))?\b", _I)


# What leads to the day of a document that is no letter: a row, a word for its making, `Tarutung, 9 Oktober 2025`.
_OF_WRITING = re.compile(
    r"^\W*(?:hari\W*(?:dan\W*)?)?(?:tanggal|tgl)?\s*[:|]\s*(?:(?:Senin|Selasa|Rabu|Kamis|Jum'?at|Sabtu|Minggu)\W+)?$"
    r"|\b(?:disusun|dibuat|diperbarui|dicetak|ditetapkan|dikeluarkan)\b[^.;]{0,90}$|^[A-Z][A-Za-z. ]{2,30},\s*(?:tanggal\s+)?$",
    _I | re.M,
)


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
        self._said: dict[str, When | None] = {}
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
        if facts.kind is Kind.OTHER and DateType.PUBLISHED not in days:
            self.today = self._written() or self.today

    def _written(self) -> date | None:
        """The day of a note, a rundown or minutes: beside `Hari/tanggal`, `disusun`, or a line of its own after the place."""
        days = [
            mention
            for mention in self.facts.date_mentions
            if mention.precision == "day" and mention.first == mention.last
        ]
        text = self.source.text
        led = (
            mention
            for mention in days
            if _OF_WRITING.search(text, text.rfind("\n", 0, mention.start) + 1, mention.start)
        )
        return next((mention.first for mention in led), None)

    def said(self, sentence: str) -> When | None:
        """The time that the sentence states."""
        if sentence not in self._said:
            self._said[sentence] = self._read(sentence) if _TIME_CUES.search(sentence.lower()) else None
        return self._said[sentence]

    def _read(self, sentence: str) -> When | None:
        if put_off := _PUT_OFF.search(sentence):
            anew = _ANEW.search(sentence, put_off.end())
            return self.said(sentence[anew.end() if anew else put_off.end() :])
        moved = _MOVED.search(sentence)
        if moved is not None and (later := self.said(sentence[moved.end() :])):
            return later  # `semula 14 April diubah menjadi 28 April`
        found = find_dates(sentence, default_year=self.today.year if self.today else None)
        stated = [mention for mention in found if is_its_time(sentence, mention) and self._may_be(mention)]
        usable = [mention for mention in stated if mention.precision != "year"] or stated
        if usable:
            if len(usable) > 1 and _ENDS.fullmatch(sentence[usable[0].end : usable[1].start]):
                return self._spanning(usable[0], usable[1], sentence)
            late = len(usable) > 1 and re.search(r"\btahun\b", sentence[: usable[0].start])
            return self._ahead(usable[-1] if late else finest(usable), sentence)
        line = " ".join(sentence.split())
        return self._month_alone(line) or self._roughly(line)

    def is_sharp(self, sentence: str) -> bool:
        """Whether the sentence states days or a month, from the document's own day on."""
        if not _SHARP_CUES.search(sentence.lower()):
            return False
        when = self.said(sentence)
        return when is not None and when.first is not None and (self.today is None or when.first >= self.today)

    def is_later(self, sentence: str) -> bool:
        """Whether the sentence states days or a month that begin after the document's own day."""
        if self.today is None or not _SHARP_CUES.search(sentence.lower()):
            return False
        when = self.said(sentence)
        return when is not None and when.first is not None and self.today is not None and when.first > self.today

    def said_beside(self, start: int, end: int, line: str) -> When | None:
        """The time of the sentence before, for `pada waktu itu`; that of the quotation behind `orang X ditunggu di Y`."""
        text = self.source.text
        if THEN.search(line):
            before = text[max(0, start - _BEFORE) : start].rstrip().rstrip(".")
            sentence = re.split(r"\n\s*\n|(?<=[a-z0-9)])\.\s+(?=[A-Z])", before)[-1]
            return self.said(sentence) if self.is_later(sentence) else None
        if AWAITED.search(line):
            behind = re.match(r"[.\s]*[“\"]([^.\n]{5,120})", text[end : end + _BEHIND])
            return self.said(behind[1]) if behind and self.is_later(behind[1]) else None
        return None

    def is_of_the_story(self, when: When | None) -> bool:
        """Whether these are the days of the visit that a report tells of."""
        if self.facts.kind is not Kind.REPORT or when is None or when.first is None or when.last is None:
            return False
        start = next((fact.date for fact in self.facts.dates if fact.type is DateType.START), None)
        end = next((fact.date for fact in self.facts.dates if fact.type is DateType.END), None)
        return end is not None and when.last == end and (start is None or when.first >= start)

    def is_of_first_visit(self, when: When | None) -> bool:
        """Whether these are the days of the visit that an article tells of; one in return to it has others."""
        if self.facts.kind is not Kind.NEWS or when is None:
            return False
        days = {fact.type: fact.date for fact in self.facts.dates}
        return when.first is not None and (when.first, when.last) == (
            days.get(DateType.START),
            days.get(DateType.END),
        )

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
        """A visit to come is not in a past that the text states in full, nor on the days of which the story tells."""
        if (
            mention.derived
            and (mention.first.month, mention.first.day) in self._of_story
            and mention.precision == "day"
        ):
            return False
        return self.today is None or mention.derived or mention.last >= self.today

    @cached_property
    def _of_story(self) -> set[tuple[int, int]]:
        """Month and day of the first and the last day of the visit that lies behind; a year may not be said with them."""
        if self.facts.kind not in (Kind.NEWS, Kind.REPORT):
            return set()
        own = (fact.date for fact in self.facts.dates if fact.type in (DateType.START, DateType.END))
        return {(day.month, day.day) for day in own if self.today is not None and day <= self.today}

    def _ahead(self, mention: DateMention, sentence: str) -> When:
        """A visit lies ahead: a month without its year is the next one."""
        first, last = mention.first, mention.last
        said = re.search(r"\btahun\b|\d{4}", mention.text, _I)
        fits = not mention.warnings and _DAY_NAME.search(mention.text) is not None  # `Senin (3/11)`, so in this year
        if mention.derived and self.today is not None and last < self.today and not said and not fits:
            first, last = _a_year_later(first), _a_year_later(last)
        if mention.precision == "month" and (exact := _EXACTLY.match(sentence, mention.end)):
            first_day = int(exact["first"])
            last_day = int(exact["last"] or first_day)
            if 1 <= first_day <= last_day <= last.day:
                text = " ".join(sentence[mention.start : exact.end()].split())
                return When(text, first.replace(day=first_day), first.replace(day=last_day))
        return When(mention.text, first, last)

    def _spanning(self, first: DateMention, last: DateMention, sentence: str) -> When:
        """`tiba Selasa 10 Desember dan pulang Kamis 12 Desember 2024`."""
        text = " ".join(sentence[first.start : last.end].split())
        opens, closes = self._ahead(first, sentence).first, self._ahead(last, sentence).last
        return When(text, opens, closes if opens is None or closes is None or closes >= opens else opens)

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
        if vague is None:
            return None
        if self.today is not None and _NEXT_MONTH.fullmatch(vague.group()):
            year, month = (
                (self.today.year + 1, 1) if self.today.month == 12 else (self.today.year, self.today.month + 1)
            )
            return When(vague.group(), date(year, month, 1), month_end(year, month))
        if self.today is not None and _NEXT_YEAR.fullmatch(vague.group()):
            year = self.today.year + 1
            return When(vague.group(), date(year, 1, 1), date(year, 12, 31))
        return When(vague.group(), None, None)


def _a_year_later(day: date) -> date:
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
