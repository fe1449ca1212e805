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
from nlp.components.tables import is_label
from nlp.extraction import DateType, Kind, Party, Visit
from nlp.facts import DateMention, Facts
from nlp.pages import BlockKind
from nlp.source import Source

_I = re.IGNORECASE
_RETURN = re.compile(
    r"\bkunjungan\s+(?:balasan|balik)|\bundang\s+balik|\bberkunjung\s+balik|\bbalas\s+berkunjung|\bmembalas\s+kunjungan|\bkunjungan\s+kembali|\breturn\s+visit",
    _I,
)
_VISIT = re.compile(
    r"\bkunjungan(?!\s+(?:pasien|wisata\w*|kerja\s+dilaksanakan))|\bberkunjung\b|\bmengunjungi\b|\bstudi\s+(?:tiru|banding|lapangan)\b|\bbenchmarking\b|\bbertandang\b|\b(?:datang|hadir|bertolak|bertamu)\s+(?:ke|(?:di|pada)(?=\s+(?-i:[A-Z])))\b|\bmengirim(?:kan)?\s(?![^.]*\bmagang\b)[^.,;]{0,25}?\b(?:orang|tim|rombongan|delegasi|utusan|perwakilan|pegawai|pejabat|staf|ASN|lurah|camat|pekerja|tenaga|perawat|dokter|guru|auditor|analis|penyuluh)(?:nya)?\b[^.,;]{0,30}?\bke\b|\breturn\s+visit\b|\bvisitasi\b|\bvisits?\b",
    _I,
)
_TO_COME = re.compile(
    r"\b(?:akan|direncanakan|berencana|merencanakan|dijadwalkan|menjadwalkan|jadwalkan|diagendakan|mengagendakan|berharap|mengharapkan|harapkan|diharapkan|menjanjikan|berjanji|dijanjikan|siap|bersedia|kesediaan|berkenan"
    r"|mohon|memohon|tunggu|menanti|nantikan|ingin|keinginan|meminta|minta|undangan|sanggup|bermaksud|berniat|mengundang|undang|mengajak|menunggu|menantikan|menawarkan|mengusulkan|rencana(?:nya)?|menyanggupi|menyatakan\s+(?:siap|bersedia)|nantinya|will|agar|dapat\s+(?:berkunjung|melakukan\s+kunjungan)|semoga)\b",
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
# Who invites receives; `kami undang`, `menyampaikan undangan`, `meminta kita menerima`: those who write or speak.
_WE_RECEIVE = re.compile(
    r"\bkami\s+(?:juga\s+)?(?:undang|tunggu|nantikan)\b|\bkami\s+(?:menyampaikan|sampaikan)\s+undangan|\b(?:kita|kami)\s+(?:dapat\s+|bersedia\s+)?menerima\b|^\W*undang\b",
    _I,
)
_HOPE = re.compile(
    r"\b(?:berharap|mengharapkan|harapkan|mengundang|mengajak|meminta|menunggu|tunggu|menantikan|mengusulkan|menyarankan)\b",
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
_PARTY_WORD = re.compile(r"\bP[Il1]HAK\s+(?P<n>KESATU|PERTAMA|KEDUA|KETIGA|KEEMPAT|KELIMA)\b")
_PARTY_NUMBER = {"KESATU": 1, "PERTAMA": 1, "KEDUA": 2, "KETIGA": 3, "KEEMPAT": 4, "KELIMA": 5}
_SENTENCE = re.compile(r"(?:(?<=[a-z0-9)”\"])|(?<=[A-Z][A-Z]))\.[”\"]?\s+(?=[A-Z“\"(])|\n\s*\n")
_THEM = re.compile(r"\b(?:Saudara|Bapak|Ibu|Bapak/Ibu|instansi\s+Saudara)\b")
_US = re.compile(r"\b(?:kami|kita|pihak\s+kami|kunjungan\s+(?:balasan\s+|balik\s+)?kami)\b", _I)
_BOTH = re.compile(r"\bPIHAK\s+\w+\s*(?:,|\bdan\b)\s*PIHAK\b|\bPARA\s+PIHAK\b|\bmasing-masing\b")
_SAID = re.compile(
    r"\b(?:kami|kita|mereka|beliau|tuan\s+rumah|pihak|Saudara|Bapak|Ibu|Kepala|Sekretaris|Direktur|Inspektur|Camat|Lurah|Bupati|Gubernur|Wali\s*[Kk]ota)\b"
)
_NOT_OURS = re.compile(
    r"\bkunjungan\s+(?:kerja\s+)?ini\b|\bkunjungan\s+tersebut\b|\bmagang\s+ini\b|\btingkat\s+kunjungan|\bjumlah\s+kunjungan|\b(?:tentang|perihal)\s+(?:kesediaan|permohonan|penerimaan|jawaban)",
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
        self.short_names = {party.name: _short_names(party, source.text) for party in facts.parties}
        self.year = next(
            (fact.date.year for fact in facts.dates if fact.type in (DateType.PUBLISHED, DateType.SIGNED)), None
        )

    def _party(self, role: str) -> Party | None:
        return next((party for party in self.facts.parties if party.role == role), None)

    def visits(self) -> Iterator[Visit]:
        heading = ""
        for run in _runs(units_of(self.source)):
            if len(run) == 1 and is_label(run[0]):
                heading = run[0].text
            if any(_VISIT.search(unit.text) for unit in run):
                for start, end in self._sentences(run[0].start, run[-1].end):
                    yield from self._of_sentence(start, end, returns=bool(_RETURN.search(heading)))
            elif not is_label(run[0]):
                heading = heading if run[0].mark_kind else ""

    def _sentences(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        text = self.source.text[first:last]
        start = 0
        for match in _SENTENCE.finditer(text):
            yield first + start, first + match.start() + 1
            start = match.end()
        yield first + start, last

    def _of_sentence(self, start: int, end: int, *, returns: bool) -> Iterator[Visit]:
        sentence = self.source.text[start:end]
        line = flat(sentence)
        named = _VISIT.search(line)
        reciprocal = returns or bool(_RETURN.search(line))
        if named is None or not self._is_to_come(line, reciprocal=reciprocal):
            return
        sides = self._sides(line)
        visitors, host = self._who(line, sides, reciprocal=reciprocal)
        when = self._when(sentence)
        if host is None or (self.agreement and when is None and not reciprocal):
            return
        first, last, when_text = (when.first, when.last, when.text) if when else (None, None, None)
        if when_text is None and (vague := _VAGUE_TIME.search(line)):
            when_text = vague.group()
        evidence = self.source.evidence(*self._tight(start, sentence))
        for visitor in visitors:
            if visitor != host:
                yield Visit(
                    visitor=visitor,
                    host=host,
                    reciprocal=reciprocal,
                    start=first,
                    end=last,
                    when_text=when_text,
                    purpose=_purpose(line),
                    evidence=evidence,
                    confidence=0.9 if reciprocal and sides else 0.8 if sides else 0.7,
                )

    def _is_to_come(self, line: str, *, reciprocal: bool) -> bool:
        if reciprocal:
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
                re.search(
                    r"\b(?:akan|berencana|direncanakan|dijadwalkan)\b[^.]{0,80}\b(?:kunjungan|berkunjung|mengunjungi)|\b(?:kunjungan|studi\s+tiru)\b[^.]{0,80}\b(?:direncanakan|dijadwalkan)\b|\bwill\s+visit\b",
                    line,
                    _I,
                )
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
            place = region.split(" ", 1)[-1] if region else _own_words(party.name)
            for match in re.finditer(rf"\b{re.escape(place)}\b", line):
                if not any(
                    abs(side.start - match.start()) < 70 and side.name == party.name for side in found
                ) and not self._names_both(place):
                    found.append(_Side(party.name, match.start()))
        for party in self.facts.parties:
            for short in self.short_names.get(party.name, ()):
                found += [_Side(party.name, match.start()) for match in re.finditer(rf"\b{re.escape(short)}\b", line)]
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

    def _who(self, line: str, sides: Sequence[_Side], *, reciprocal: bool) -> tuple[list[str], str | None]:
        """Those who will come and the one they come to; no visitors or None where the sentence does not say."""
        if self.agreement:
            return self._who_agreed(line, sides)
        if self.home and self.host and self.facts.kind is not Kind.LETTER:
            visitor = self._visitor_told(line, sides, reciprocal=reciprocal)
            return ([visitor] if visitor else []), self._other(visitor)
        visitor_, host = self._who_else(line, sides, reciprocal=reciprocal)
        return ([visitor_] if visitor_ else []), host

    def _who_agreed(self, line: str, sides: Sequence[_Side]) -> tuple[list[str], str | None]:
        """In an agreement: who is named before the verb, or right after `kunjungan balasan`, comes."""
        visit = _anchor(line)
        where = visit.start() if visit else 0
        if (from_ := _FROM.search(line)) and (side := self._at(sides, from_.start("who"), from_.end("who"))):
            before = [side]
        else:
            before = list(dict.fromkeys(side.name for side in sides if side.start < where))
        after = list(dict.fromkeys(side.name for side in sides if side.start >= where and side.name not in before))
        if not before and after:
            before, after = after[:1], after[1:]
        together = _BOTH.search(line, 0, where) is not None
        if not after and len(before) > 1 and not together:
            before, after = before[:1], before[1:]  # `X akan hadir di Y sebagai kunjungan balasan`
        if not before or (len(before) == len(self.facts.parties) and not after):
            return [], None  # `PARA PIHAK akan berkunjung …`: nobody comes to anybody
        return before, after[0] if after else self._other(before[0])

    def _visitor_told(self, line: str, sides: Sequence[_Side], *, reciprocal: bool) -> str | None:
        """In a report or an article: the host of the first visit comes in return, unless the sentence says that home goes again."""
        assert self.home is not None
        assert self.host is not None
        if reciprocal or _WE_RECEIVE.search(line):
            return self.host.name
        visit = _anchor(line)
        where = visit.start() if visit else 0
        if (from_ := _FROM.search(line)) and (side := self._at(sides, from_.start("who"), from_.end("who"))):
            return side
        if (consent := _CONSENT.search(line)) and (sides or _SAID.search(line)):
            receiver = self._receiver(line, sides, consent.start())
            return self._other(receiver) or self.host.name
        hopes = [match.end() for match in _HOPE.finditer(line, 0, where)]
        hoped = [side.name for side in sides if hopes and hopes[-1] <= side.start < where]
        before = hoped or [side.name for side in sides if side.start < where]
        if before:
            return before[0]
        after = [side.name for side in sides if side.start > where]
        if after:
            return self._other(after[0]) or self.host.name
        if not _SAID.search(line) or self._names_another_region(line):
            return None
        goes_again = re.search(
            r"\b(?:kami|tim|peserta|rombongan)\b[^.]{0,40}\b(?:akan|berencana|ingin|bermaksud)\b", line, _I
        )
        return self.home.name if goes_again else self.host.name

    def _names_another_region(self, line: str) -> bool:
        named = region_of(line)
        return named is not None and all(region != named for _, region in self.regions)

    def _who_else(self, line: str, sides: Sequence[_Side], *, reciprocal: bool) -> tuple[str | None, str | None]:
        if reciprocal and (back := _RETURN.search(line)) and (side := self._at(sides, back.end(), back.end() + 4)):
            return side, self._other(side)  # `kami menanti kunjungan balik X`
        receives = _CONSENT.search(line)
        if receives:
            receiver = self._receiver(line, sides, receives.start())
            visitor = self._other(receiver)
            named = [side.name for side in sides if side.name != receiver]
            return (named[0] if named else visitor), receiver
        if (
            self.facts.kind is Kind.LETTER
            and not reciprocal
            and re.search(r"\bkunjungan\s+kami\s+jadwalkan|kunjungan\s+(?:dimaksud|Saudara)", line, _I)
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
            and not re.match(r"\s*(?:yang\s+)?lalu\b", sentence[mention.end :], _I)
        ]
        if usable:
            return usable[-1] if len(usable) > 1 and re.search(r"\btahun\b", sentence[: usable[0].start]) else usable[0]
        return None

    def _tight(self, start: int, sentence: str) -> tuple[int, int]:
        leading = len(sentence) - len(sentence.lstrip())
        return start + leading, start + len(sentence.rstrip())


def _runs(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    """The units, those together that a line's end broke within a sentence."""
    run: list[Unit] = []
    for unit in units:
        if run and not (_is_open(run[-1]) and unit.mark_kind is None and unit.kind is BlockKind.PARAGRAPH):
            yield run
            run = []
        run.append(unit)
    if run:
        yield run


def _is_open(unit: Unit) -> bool:
    """Running text that no full stop ends; long enough to be no label."""
    running = unit.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and not is_label(unit)
    return running and len(unit.text) > 50 and unit.text[-1] not in '.;:!?”"'


def _own_words(name: str) -> str:
    """What sets a name without a known region apart: `City Government of General Santos` is `General Santos`."""
    return re.sub(
        r"^(?:(?:City|Municipal|Provincial)\s+Government\s+of|Government\s+of|Pemerintah(?:\s+\w+)?)\s+", "", name
    ).split(" Municipal ")[0]


def _short_names(party: Party, text: str) -> tuple[str, ...]:
    """The initials that the document gives a party in brackets after its name."""
    match = re.search(rf"{re.escape(party.as_written)}\s*\(([A-Z][A-Za-z]{{1,11}})\)", text)
    return (match.group(1),) if match else ()


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
