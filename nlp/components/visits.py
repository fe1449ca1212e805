"""Visits that a document proposes, promises, asks for or hopes for; those that took place are none."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from nlp.components.dates import find_dates
from nlp.components.institutions import find_institutions, region_of
from nlp.components.recommendation_units import Unit, flat, units_of
from nlp.extraction import DateType, Kind, Party, Visit
from nlp.facts import DateMention, Facts
from nlp.source import Source

_I = re.IGNORECASE
_RETURN = re.compile(
    r"\bkunjungan\s+(?:balasan|balik)|\bberkunjung\s+balik|\bbalas\s+berkunjung|\bmembalas\s+kunjungan|\bkunjungan\s+kembali|\breturn\s+visit",
    _I,
)
_VISIT = re.compile(
    r"\bkunjungan(?!\s+(?:pasien|wisata\w*|kerja\s+dilaksanakan))|\bberkunjung\b|\bmengunjungi\b|\bstudi\s+(?:tiru|banding|lapangan)\b|\bbenchmarking\b|\bbertandang\b|\b(?:datang|hadir|bertolak)\s+ke\b|\breturn\s+visit\b|\bvisitasi\b|\bvisits?\b",
    _I,
)
_TO_COME = re.compile(
    r"\b(?:akan|direncanakan|berencana|merencanakan|dijadwalkan|menjadwalkan|jadwalkan|diagendakan|mengagendakan|berharap|mengharapkan|harapkan|diharapkan|menjanjikan|berjanji|dijanjikan|siap|bersedia|kesediaan|berkenan"
    r"|mohon|memohon|bermaksud|berniat|mengundang|undang|mengajak|menunggu|menantikan|menawarkan|mengusulkan|rencana(?:nya)?|menyanggupi|menyatakan\s+(?:siap|bersedia)|nantinya|will|agar|dapat\s+(?:berkunjung|melakukan\s+kunjungan)|semoga)\b",
    _I,
)
_DONE = re.compile(
    r"\b(?:telah|sudah|pernah|beberapa\s+kali|tahun\s+lalu|kemarin|tadi|usai|selesai|diterima|menerima\s+kunjungan\s+untuk)\b",
    _I,
)
_CONSENT = re.compile(
    r"\b(?:bersedia|kesediaan|siap|berkenan|menyambut)\b[^.]{0,40}\bmenerima\b|\bmenerima\s+kunjungan|\bmengundang\b|\bundang\b",
    _I,
)
_FROM = re.compile(
    r"\bkunjungan(?:\s+\w+){0,3}?\s+(?:dari|oleh)\s+(?P<who>.+?)(?=\s+(?:ke|di|pada|untuk|yang|guna)\b|[.,”\"]|$)", _I
)
_TO = re.compile(
    r"\b(?:ke|di|pada)\s+(?P<where>[A-Z][\w .'’-]{2,90}?)(?=\s+(?:pada|untuk|guna|di|tanggal|mungkin|sesudah|setelah|tahun|sekaligus|bulan|dalam|yang|melihat|agar|selama|apabila|bila|jika)\b|[.,;”\"]|$)"
)
_PURPOSE = re.compile(
    r"\b(?:untuk|guna|dalam\s+rangka|melihat)\s+(?P<what>[^.”\"]{6,120}?)(?=[.”\"]|,|$|\s+(?:pada\s+(?:hari|tanggal|bulan)|sekaligus)\b)",
    _I,
)
_VAGUE_TIME = re.compile(
    r"\b(?:(?:pada\s+)?tahun\s+(?:ini|depan)|bulan\s+(?:ini|depan)|se(?:sudah|telah|usai)\s+(?:lebaran|ramadan|ramadhan|ini|pilkada|libur|idulfitri)|setelah\s+ini|dalam\s+waktu\s+dekat|(?:pada\s+)?(?:awal|akhir|pertengahan)\s+tahun\s+(?:ini|depan)|segera|triwulan\s+(?:depan|berikutnya))\b",
    _I,
)
_PARTY_WORD = re.compile(r"\bPIHAK\s+(?P<n>KESATU|PERTAMA|KEDUA|KETIGA|KEEMPAT|KELIMA)\b")
_PARTY_NUMBER = {"KESATU": 1, "PERTAMA": 1, "KEDUA": 2, "KETIGA": 3, "KEEMPAT": 4, "KELIMA": 5}
_SENTENCE = re.compile(r"(?<=[a-z0-9)”\"])\.[”\"]?\s+(?=[A-Z“\"(])|\n\s*\n")
_THEM = re.compile(r"\b(?:Saudara|Bapak|Ibu|Bapak/Ibu|instansi\s+Saudara)\b")
_US = re.compile(r"\b(?:kami|kita|pihak\s+kami|kunjungan\s+(?:balasan\s+|balik\s+)?kami)\b", _I)
_NOT_OURS = re.compile(
    r"\bkunjungan\s+(?:kerja\s+)?ini\b|\bkunjungan\s+tersebut\b|\bmagang\s+ini\b|\btingkat\s+kunjungan|\bjumlah\s+kunjungan",
    _I,
)


@dataclass(frozen=True, slots=True)
class _Side:
    """A side of a visit: the party and where in the sentence it is named."""

    name: str
    start: int


class Visits:
    """Fills `facts.visits`."""

    def __call__(self, doc: Doc) -> Doc:
        facts: Facts = doc._.facts
        if facts.kind is not Kind.OTHER:
            facts.visits = find_visits(doc._.source, facts)
        return doc


def find_visits(source: Source, facts: Facts) -> list[Visit]:
    """Every visit to come, one entry for each visitor, host and time."""
    return _merged(_Finder(source, facts).visits())


class _Finder:
    def __init__(self, source: Source, facts: Facts) -> None:
        self.source = source
        self.facts = facts
        self.home = self._party("home")
        self.host = self._party("host")
        self.agreement = facts.kind in (Kind.MOU, Kind.AGREEMENT)
        self.sender = (
            next((party for party in facts.parties if party.representative is not None), self.home)
            if facts.kind is Kind.LETTER
            else self.home
        )
        self.regions = [(party, region_of(party.name)) for party in facts.parties]
        self.year = next(
            (fact.date.year for fact in facts.dates if fact.type in (DateType.PUBLISHED, DateType.SIGNED)), None
        )

    def _party(self, role: str) -> Party | None:
        return next((party for party in self.facts.parties if party.role == role), None)

    def visits(self) -> Iterator[Visit]:
        for unit in units_of(self.source):
            if not _VISIT.search(unit.text):
                continue
            for start, end in self._sentences(unit):
                visit = self._of_sentence(start, end)
                if visit is not None:
                    yield visit

    def _sentences(self, unit: Unit) -> Iterator[tuple[int, int]]:
        text = self.source.text[unit.start : unit.end]
        start = 0
        for match in _SENTENCE.finditer(text):
            yield unit.start + start, unit.start + match.start() + 1
            start = match.end()
        yield unit.start + start, unit.end

    def _of_sentence(self, start: int, end: int) -> Visit | None:
        sentence = self.source.text[start:end]
        line = flat(sentence)
        named = _VISIT.search(line)
        if named is None or not self._is_to_come(line):
            return None
        reciprocal = bool(_RETURN.search(line))
        sides = self._sides(line)
        visitor, host = self._who(line, sides, reciprocal=reciprocal)
        if visitor is None or host is None or visitor == host:
            return None
        when = self._when(sentence)
        if self.agreement and when is None and not reciprocal:
            return None
        first, last, when_text = (when.first, when.last, when.text) if when else (None, None, None)
        if when_text is None and (vague := _VAGUE_TIME.search(line)):
            when_text = vague.group()
        evidence_start, evidence_end = self._tight(start, sentence)
        return Visit(
            visitor=visitor,
            host=host,
            reciprocal=reciprocal,
            start=first,
            end=last,
            when_text=when_text,
            purpose=_purpose(line),
            evidence=self.source.evidence(evidence_start, evidence_end),
            confidence=0.9 if reciprocal and sides else 0.8 if sides else 0.7,
        )

    def _is_to_come(self, line: str) -> bool:
        if _RETURN.search(line):
            if self.agreement:
                return not re.search(r"\bsaling\b|\bdapat\s+melakukan\b", line, _I)
            return bool(_TO_COME.search(line)) and not re.search(
                r"\b(?:telah|sudah)\s+(?:melakukan|dilakukan|melaksanakan)", line, _I
            )
        if _NOT_OURS.search(line) or not _TO_COME.search(line):
            return False
        visit = _anchor(line)
        if visit is None or _DONE.search(line[: visit.start()]):
            return False
        if re.search(r"\b(?:studi|benchmarking|kunjungan|visitasi)", visit.group(), _I) and not re.search(
            r"\b(?:melakukan|melaksanakan|mengadakan|menerima|kunjungan\s+(?:kami|lanjutan|lapangan|kerja|studi|dari|ke|pada|balasan)|ke|jadwalkan|dijadwalkan)\b",
            line,
            _I,
        ):
            return False
        if self.agreement:
            return bool(
                re.search(r"\bakan\b[^.]{0,40}\b(?:kunjungan|berkunjung|mengunjungi)|\bwill\s+visit\b", line, _I)
            )
        near = line[max(0, visit.start() - 110) : visit.end() + 60]
        return bool(_TO_COME.search(near)) and not re.search(
            r"\bpeserta\b[^.]{0,60}\b(?:memanfaatkan|mengunjungi\s+laman)|\blaman\b|\bwebsite\b", line, _I
        )

    # ---- who ------------------------------------------------------------------------------------------------------------

    def _sides(self, line: str) -> list[_Side]:
        """The parties that the sentence names, in its order."""
        found: list[_Side] = []
        for match in _PARTY_WORD.finditer(line):
            number = _PARTY_NUMBER[match["n"]]
            party = next((party for party in self.facts.parties if party.role == f"party_{number}"), None)
            if party is not None:
                found.append(_Side(party.name, match.start()))
        for mention in find_institutions(line):
            if name := self._party_name(mention.name, mention.region, mention.start, line):
                found.append(_Side(name, mention.start))
        for party, region in self.regions:
            place = region.split(" ", 1)[-1] if region else party.name
            for match in re.finditer(rf"\b{re.escape(place)}\b", line):
                if not any(
                    abs(side.start - match.start()) < 70 and side.name == party.name for side in found
                ) and not self._names_both(place):
                    found.append(_Side(party.name, match.start()))
        town = self.facts.place
        if (
            town
            and self.host
            and (named := re.search(rf"\b{re.escape(town)}\b", line))
            and not any(side.name == self.host.name for side in found)
        ):
            found.append(_Side(self.host.name, named.start()))
        return sorted(found, key=lambda side: side.start)

    def _names_both(self, place: str) -> bool:
        return sum(1 for _, region in self.regions if region and place in region) > 1

    def _party_name(self, name: str, region: str | None, start: int, line: str) -> str | None:
        for party in self.facts.parties:
            if party.name == name and party.role != "facilitator":
                return party.name
        for party, party_region in self.regions:
            if region and party_region == region and party.role != "facilitator":
                return party.name
        return None

    def _who(self, line: str, sides: Sequence[_Side], *, reciprocal: bool) -> tuple[str | None, str | None]:
        receives = _CONSENT.search(line)
        if receives:
            receiver = self._receiver(line, sides, receives.start())
            visitor = self._other(receiver)
            named = [side.name for side in sides if side.name != receiver]
            return (named[0] if named else visitor), receiver
        if self.facts.kind is Kind.LETTER and re.search(
            r"\bkunjungan\s+kami\s+jadwalkan|kunjungan\s+(?:dimaksud|Saudara)", line, _I
        ):
            # The host answers: the visit that was asked for gets its day.
            return self._other(self.sender.name if self.sender else None), self.sender.name if self.sender else None
        visit = _anchor(line)
        where = visit.start() if visit else 0
        if (source_match := _FROM.search(line)) and (
            side := self._at(sides, source_match.start("who"), source_match.end("who"))
        ):
            after = [other.name for other in sides if other.start > source_match.end("who") and other.name != side]
            return side, (after[0] if after else self._other(side))
        before = [side.name for side in sides if side.start < where]
        after = [side.name for side in sides if side.start > where]
        if before:
            visitor = before[-1] if len(before) == 1 or not after else before[0]
            host = next((name for name in after if name != visitor), None)
            if (
                host is None
                and _US.search(line[:where])
                and len(set(before)) == 1
                and not reciprocal
                and self._is_us(before[-1])
            ):
                return before[-1], self._other(before[-1])
            return visitor, host or self._other(visitor)
        if after:
            host = after[0]
            return self._other(host), host
        if reciprocal and self.home and self.host:
            return self.host.name, self.home.name
        if self.facts.kind is Kind.LETTER and self.sender is not None and _US.search(line):
            return self.sender.name, self._other(self.sender.name)
        return None, None

    def _receiver(self, line: str, sides: Sequence[_Side], where: int) -> str | None:
        before = [side.name for side in sides if side.start < where + 12]
        if before:
            return before[-1]
        sender = self.sender.name if self.sender else None
        if _THEM.search(line[: where + 40]) or re.search(r"\bmohon\b", line[: where + 20], _I):
            return self._other(sender)
        if self.facts.kind is Kind.LETTER:
            return sender
        return self.host.name if self.host else None

    def _at(self, sides: Sequence[_Side], start: int, end: int) -> str | None:
        return next((side.name for side in sides if start - 1 <= side.start <= end), None)

    def _is_us(self, name: str) -> bool:
        return self.sender is not None and self.sender.name == name

    def _other(self, name: str | None) -> str | None:
        if name is None:
            return None
        others = [party.name for party in self.facts.parties if party.name != name and party.role != "facilitator"]
        if self.home and self.host and name in (self.home.name, self.host.name):
            return self.host.name if name == self.home.name else self.home.name
        return others[0] if len(others) == 1 else None

    # ---- when -----------------------------------------------------------------------------------------------------------

    def _when(self, sentence: str) -> DateMention | None:
        found = [
            mention
            for mention in find_dates(sentence, default_year=self.year)
            if not re.search(r"\bpada\s+tahun\s*$|\bkunjungan\s[^.]{0,50}\btahun\s*$", sentence[: mention.start])
            or mention.precision != "year"
        ]
        sharp = [mention for mention in found if mention.precision in ("day", "month", "quarter", "half")]
        usable = [
            mention
            for mention in sharp
            if not re.search(r"\b(?:paling\s+lambat|surat|nomor)\b[^.]{0,40}$", sentence[: mention.start], _I)
        ]
        if usable:
            return usable[-1] if len(usable) > 1 and re.search(r"\btahun\b", sentence[: usable[0].start]) else usable[0]
        return None

    def _tight(self, start: int, sentence: str) -> tuple[int, int]:
        leading = len(sentence) - len(sentence.lstrip())
        return start + leading, start + len(sentence.rstrip())


def _anchor(line: str) -> re.Match[str] | None:
    """The words that state the visit: the first after a word that puts it into the future, else the first."""
    found = list(_VISIT.finditer(line))
    to_come = _TO_COME.search(line)
    if to_come:
        later = next((match for match in found if match.start() >= to_come.end()), None)
        if later is not None:
            return later
    return found[0] if found else None


def _purpose(line: str) -> str | None:
    visit = _anchor(line)
    match = _PURPOSE.search(line, visit.start() if visit else 0) or _PURPOSE.search(line)
    if match is None:
        return None
    what = match["what"].strip()
    return f"melihat {what}" if match.group().casefold().startswith("melihat") else what


def _merged(visits: Iterator[Visit]) -> list[Visit]:
    """One entry a visit: a sentence without a day is part of the one that states it."""
    found: list[Visit] = []
    for visit in visits:
        same = next((index for index, other in enumerate(found) if _same(visit, other)), None)
        if same is None:
            found.append(visit)
        else:
            other = found[same]
            fuller, poorer = (visit, other) if other.start is None and visit.start is not None else (other, visit)
            found[same] = replace(
                fuller,
                purpose=fuller.purpose or poorer.purpose,
                when_text=fuller.when_text or poorer.when_text,
                reciprocal=fuller.reciprocal or poorer.reciprocal,
            )
    return found


def _same(visit: Visit, other: Visit) -> bool:
    if (visit.visitor, visit.host) != (other.visitor, other.host):
        return False
    days: tuple[date | None, date | None] = visit.start, other.start
    return None in days or days[0] == days[1]


@Language.factory("visits")
def make_visits(nlp: Language, name: str) -> Visits:
    return Visits()
