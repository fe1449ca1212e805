"""Who comes to whom: the sides that a sentence on a visit names, and the way that its words give."""

import re
from collections.abc import Sequence

from nlp.components.institutions import find_institutions, region_of
from nlp.components.visit_names import Names, Side
from nlp.components.visit_words import ARRIVAL, RETURN, WEAK_VISIT, anchor, weak_anchor
from nlp.extraction import Kind, Party
from nlp.facts import Facts

_I = re.IGNORECASE
_CONSENT = re.compile(
    r"\b(?:bersedia|kesediaan|siap|berkenan|menyambut)\b[^.]{0,40}\bmenerima\b|\bmenerima\s+(?:kunjungan|rombongan|delegasi|lawatan)|\bmenyambut\s+(?:kunjungan|kedatangan|rombongan|jajaran|delegasi|tim)|\bmengundang\b|\bundang\b|\b(?:mem)?persilakan\b",
    _I,
)
# Who invites receives; `kami undang`, `menyampaikan undangan`, `meminta kita menerima`: those who write or speak.
_WE_RECEIVE = re.compile(
    r"\b(?:kami|kita)\s+(?:juga\s+)?(?:undang|tunggu|nantikan)\b|\bkami\s+(?:menyampaikan|sampaikan)\s+undangan|\b(?:kita|kami)\s+(?:dapat\s+|bersedia\s+)?menerima\b|^\W*undang\b|\bhost(?:ing)?\s+(?:you|the)\b",
    _I,
)
_HOPE = re.compile(
    r"\b(?:berharap|mengharapkan|harapkan|mengundang|mengajak|meminta|menunggu|tunggu|menantikan|mengusulkan|menyarankan)\b",
    _I,
)
_ASKS_US = re.compile(
    r"\b(?:meminta|mengundang|mengajak|berharap|mengharapkan)\s+(?:agar\s+)?(?:kami|kita)\b(?!\s+(?:dapat\s+|bersedia\s+)?menerima\b)",
    _I,
)
_RECEIVES = re.compile(
    r"\b(?:menerima|menyambut|menjamu)\s+(?:kunjungan|lawatan|rombongan|delegasi|tim|utusan)|\bmenjadi\s+tuan\s+rumah\b",
    _I,
)
_FROM = re.compile(
    r"\b(?:kunjungan|lawatan)(?:\s+\w+){0,3}?\s+(?:dari|oleh)\s+(?P<who>.+?)(?=\s+(?:ke|di|pada|untuk|yang|guna)\b|[.,”\"]|$)",
    _I,
)
_TO = re.compile(r"(?:\s+(?:belajar|kerja|lanjutan|studi|tim))?\s*\b(?:ke\s+)?(?=[A-Z])")
_ARRIVAL = re.compile(ARRIVAL, _I)
_REGION = re.compile(r"(?:Pemerintah\s+)?(?P<region>(?:Provinsi|Kabupaten|Kota)\s+[A-Z])")
_THEM = re.compile(r"\b(?:Saudara|Bapak|Ibu|Bapak/Ibu|instansi\s+Saudara)\b")
_US = re.compile(r"\b(?:kami|kita|pihak\s+kami|kunjungan\s+(?:balasan\s+|balik\s+)?kami)\b", _I)
# `kami dengan senang hati akan menerima …`, not `kami mohon Saudara berkenan menerima …`.
_WE_OURSELVES = re.compile(
    r"\b[Kk]ami\s+(?:(?!mohon|memohon|berharap|mengharap|Saudara|Bapak|Ibu|harap)[a-z]+\s+){0,6}$"
)
_BOTH = re.compile(r"\bPIHAK\s+\w+\s*(?:,|\bdan\b)\s*PIHAK\b|\bPARA\s+PIHAK\b|\bmasing-masing\b")
_SAID = re.compile(
    r"\b(?:kami|kita|mereka|beliau|tuan\s+rumah|[Pp]ihak(?:nya)?|Saudara|Bapak|Ibu|Kepala|Sekretaris|Direktur|Inspektur|Camat|Lurah|Bupati|Gubernur|Wali\s*[Kk]ota)\b"
)
_TRAVELLERS = re.compile(
    r"\b(?:kami|kita|tim|peserta|rombongan|pihaknya|pemerintahnya|jajarannya|instansinya)\b[^.]{0,60}\b(?:akan|berencana|ingin|bermaksud|menjajaki|menjadwalkan|mengagendakan)\b",
    _I,
)
# `untuk berkunjung ke X`, `kehadiran Bapak di X`: X is where the visit goes, not who comes.
_PLACE_BEFORE = re.compile(
    r"\b(?:ke|di|kepada|menuju)\s+(?:(?:wilayah|daerah|kantor|lingkungan)\s+)?(?:(?:Pemerintah|Kabupaten|Kota|Provinsi)\s+)*$",
    _I,
)
# Officials of the state come on visits of their own.
_OF_THE_STATE = re.compile(
    r"\b(?:Menteri|Wakil\s+Menteri|Wamen\w*|Presiden|Wakil\s+Presiden|Kementerian|Komisi\s+[IVX]+|DPR(?:\s+RI)?|KPK|BPK|Ombudsman|[Dd]uta\s+[Bb]esar)\b"
)
_PAYS_BACK = re.compile(r"\b(?:akan|siap|berencana|berniat|dijadwalkan)\s+membalas\b", _I)
_WE_INVITE = re.compile(r"\b(?:kami|kita)\s+(?:juga\s+)?undang$", _I)
_WE_CALL = re.compile(
    r"\bkami\s+(?:juga\s+|dengan\s+ini\s+|dengan\s+hormat\s+)?(?:mengundang|undang|menanti|nantikan|menunggu|tunggu)\b",
    _I,
)
_NOT_OFFICIALS = re.compile(r"\b(?:investor|wisatawan|pengusaha|pelaku|warga|masyarakat|UMKM)\b", _I)
# What is past, what only may be, and the internship itself.
_NO_CLAUSE = re.compile(
    r"\b(?:telah|sudah|pernah|dapat|apabila|bilamana|jika|magang|praktik|menerima|menyambut|tidak|peserta|mahasiswa|taruna|siswa)\b|\bmasing-masing\b|\bsaling\b",
    _I,
)
_REACH = 60  # characters after a weak word in which the side stands that it speaks of
Way = tuple[list[str], str | None]


class Sides:
    """The parties of a document as the two ends of a visit."""

    def __init__(self, facts: Facts, text: str) -> None:
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
        self.names = Names(facts, text)

    def _party(self, role: str) -> Party | None:
        return next((party for party in self.facts.parties if party.role == role), None)

    def named(self, line: str) -> list[Side]:
        """The parties that the sentence names, in its order."""
        return self.names.named(line)

    # ---- which way ------------------------------------------------------------------------------------------------------

    def way(self, line: str, sides: Sequence[Side], *, reciprocal: bool) -> Way:
        """Those who will come and the one they come to; no visitors or None where the sentence does not say."""
        if self.agreement:
            return self._way_agreed(line, sides)
        if self.home and self.host and self.facts.kind is not Kind.LETTER:
            if not reciprocal and (elsewhere := self._elsewhere(line)):
                return elsewhere
            visitor = self._visitor_told(line, sides, reciprocal=reciprocal)
            return ([visitor] if visitor else []), self._other(visitor)
        visitor_, host = self._way_of_letter(line, sides, reciprocal=reciprocal)
        return ([visitor_] if visitor_ else []), host

    def weakly(self, line: str, sides: Sequence[Side]) -> Way:
        """The same for a weak word: an invitation brings whom it names, `singgah ke X`, `menengok X` lead to X."""
        word = weak_anchor(line)
        after = [side.name for side in sides if word and word.end() <= side.start <= word.end() + _REACH]
        if word and self.home and self.host and _WE_INVITE.search(line, 0, word.end()):
            guests = [side.name for side in sides if side.start < word.start()] or after
            return (guests[-1:], self._other(guests[-1])) if guests and not self.agreement else ([], None)
        if word is None or self.agreement or self.facts.kind is Kind.LETTER:
            return [], None
        if _NOT_OFFICIALS.search(line, word.end(), word.end() + _REACH):
            return [], None
        if not after:
            return self._to_us(line, sides, word)
        if "undang" in word.group().casefold() or word.group().casefold().startswith(("menjamu", "tuan")):
            return [after[0]], self._other(after[0])
        before = [side.name for side in sides if side.start < word.start() and side.name != after[0]]
        if not before and "lah" in word.group().casefold() and (guest := self._other(after[0])):
            return [guest], after[0]  # `singgahlah di X`
        return before[-1:], after[0]

    def _to_us(self, line: str, sides: Sequence[Side], word: re.Match[str]) -> Way:
        """`kawan-kawan dari Lumajang sudi singgah di Sinabang`: the host is hoped for at a place of home's own."""
        guests = [side.name for side in sides if side.start < word.start()]
        goes = re.match(r"(?:singgah|mampir|menginjakkan|menengok)", word.group(), _I)
        if not goes or not self.home or not self.host or guests[-1:] != [self.host.name]:
            return [], None
        return [self.host.name], self.home.name

    def in_clause(self, line: str, sides: Sequence[Side]) -> Way:
        """A clause tells what will be as if it were: `pejabat PIHAK KESATU meninjau kampus PIHAK KEDUA pada tanggal …`; both sides are named."""
        word = anchor(line) or WEAK_VISIT.search(line)
        if not self.agreement or word is None or _NO_CLAUSE.search(line):
            return [], None
        before = list(dict.fromkeys(side.name for side in sides if side.start < word.start()))
        after = list(dict.fromkeys(side.name for side in sides if side.start >= word.start()))
        if "undang" in word.group().casefold():
            before, after = after, before  # who invites receives
        if not before and len(after) == 2 and self._destination(line, sides, word.end()) == after[1]:
            return after[:1], after[1]  # `Kunjungan persiapan oleh X ke Y dilaksanakan pada tanggal …`
        return (before, after[0]) if len(before) == 1 and len(after) == 1 and before != after else ([], None)

    def of_entry(self, who: str, where: str) -> Way:
        """`Tim Fakultas Teknik ke Rantau` in an agreement's list of visits: one of both ends may be known by the other."""
        travellers = list(dict.fromkeys(side.name for side in self.named(who)))
        hosts = list(dict.fromkeys(side.name for side in self.named(where)))
        if len(travellers) > 1 or len(hosts) > 1 or not (travellers or hosts) or travellers == hosts:
            return [], None
        visitor = travellers[0] if travellers else self._other(hosts[0])
        host = hosts[0] if hosts else self._other(travellers[0])
        return ([visitor] if visitor else []), host

    def _way_agreed(self, line: str, sides: Sequence[Side]) -> Way:
        """In an agreement: who is named before the verb, or right after `kunjungan balasan`, comes."""
        visit = anchor(line)
        where = visit.start() if visit else 0
        if (receives := _RECEIVES.search(line)) and (way := self._way_received(sides, receives.start())):
            return way
        if (from_ := _FROM.search(line)) and (side := self._at(sides, from_.start("who"), from_.end("who"))):
            before = [side]
        else:
            before = list(dict.fromkeys(side.name for side in sides if side.start < where))
        invites = re.search(r"\bmengundang\b", line[:where], _I)
        if invites and (invited := [side.name for side in sides if invites.end() <= side.start < where]):
            before = list(dict.fromkeys(invited))
        after = list(dict.fromkeys(side.name for side in sides if side.start >= where and side.name not in before))
        if not before and after:
            before, after = after[:1], after[1:]
        together = _BOTH.search(line, 0, where) is not None
        if not after and len(before) > 1 and not together:
            before, after = before[:1], before[1:]  # `X akan hadir di Y sebagai kunjungan balasan`
        if not before or (len(before) == len(self.facts.parties) and not after):
            return [], None  # `PARA PIHAK akan berkunjung …`: nobody comes to anybody
        return before, after[0] if after else self._other(before[0])

    def _way_received(self, sides: Sequence[Side], where: int) -> Way | None:
        """`X akan menerima kunjungan Y`."""
        receiver = next((side.name for side in reversed(sides) if side.start < where), None)
        if receiver is None:
            return None
        visitor = next((side.name for side in sides if side.start > where and side.name != receiver), None)
        visitor = visitor or self._other(receiver)
        return ([visitor], receiver) if visitor else None

    def _elsewhere(self, line: str) -> Way | None:
        """`kami menjajaki kunjungan ke Pemerintah Kota Z`: those who went go on to a third; None where it is no third."""
        visit = anchor(line)
        to = _TO.match(line, visit.end()) if visit else None
        if visit is None or to is None or self.home is None:
            return None
        third = self._third(line[to.end() : to.end() + 120])
        if third is None:
            return None
        before = [side.name for side in self.names.named(line) if side.start < visit.start()]
        if before or _TRAVELLERS.search(line):
            return [before[-1] if before else self.home.name], third
        return [], None

    def _third(self, text: str) -> str | None:
        """The institution that `text` begins with where it belongs to none of the regions of the parties."""
        ours = {region for _, region in self.regions}
        for mention in find_institutions(text):
            if mention.start < 3 and mention.sure and mention.region is not None and mention.region not in ours:
                return mention.name
        region = region_of(text.split(" pada ")[0]) if _REGION.match(text) else None
        return f"Pemerintah {region}" if region and region not in ours else None

    def _visitor_told(self, line: str, sides: Sequence[Side], *, reciprocal: bool) -> str | None:
        """In a report or an article: the host of the first visit comes in return, unless the sentence says that home goes again."""
        assert self.home is not None
        assert self.host is not None
        if reciprocal:
            return self._returner(line, sides)
        visit = anchor(line)
        where = visit.start() if visit else 0
        if not any(side.start < where for side in sides) and _OF_THE_STATE.search(line, 0, where):
            return None
        if arrival := _ARRIVAL.search(line):
            return self._guest_after(line, sides, arrival.end()) or self.host.name
        if asks := _ASKS_US.search(line, 0, where):
            asker = [side.name for side in sides if side.start < asks.start()]
            return self._other(asker[-1]) if asker else self._other(self._first_after(sides, where))
        if _WE_RECEIVE.search(line):
            return self.host.name
        if (from_ := _FROM.search(line)) and (side := self._at(sides, from_.start("who"), from_.end("who"))):
            return side
        if (consent := _CONSENT.search(line)) and (sides or _SAID.search(line)):
            return self._welcomed(line, sides, consent)
        hopes = [match.end() for match in _HOPE.finditer(line, 0, where)]
        hoped = [side.name for side in sides if hopes and hopes[-1] <= side.start < where]
        before = hoped or [side.name for side in sides if side.start < where]
        if before:
            return before[0]
        if after := self._destination(line, sides, where) or self._first_after(sides, where):
            return self._other(after) or self.host.name
        if not _SAID.search(line) or self._names_another_region(line):
            return None
        goes_again = re.search(
            r"\b(?:kami|tim|peserta|rombongan)\b[^.]{0,40}\b(?:akan|berencana|ingin|bermaksud)\b", line, _I
        )
        return self.home.name if goes_again else self.host.name

    def _returner(self, line: str, sides: Sequence[Side]) -> str:
        """The host of the story comes in return, unless home itself `akan membalas kunjungan`."""
        assert self.home is not None
        assert self.host is not None
        pays = _PAYS_BACK.search(line)
        before = [side for side in sides if pays and side.start < pays.start()]
        if pays and before and before[-1].name == self.home.name:
            return self.home.name if not _HOPE.search(line, before[-1].start, pays.start()) else self.host.name
        return self.host.name

    def _welcomed(self, line: str, sides: Sequence[Side], consent: re.Match[str]) -> str | None:
        """Whom the one who consents or invites will receive: the other side, or the one named after."""
        assert self.host is not None
        before = [side.name for side in sides if side.start < consent.start()]
        guest = self._guest_after(line, sides, consent.end())
        if not before and guest and re.search(r"\bundang$|\bmengundang$|\bmenerima$", consent.group(), _I):
            return guest
        receiver = self._receiver(line, sides, consent.start())
        return self._other(receiver) or self.host.name

    def _guest_after(self, line: str, sides: Sequence[Side], where: int) -> str | None:
        """The first side named after `where`; one named as the place to come to receives the other."""
        side = next((side for side in sides if side.start > where), None)
        if side is None:
            return None
        return self._other(side.name) if _PLACE_BEFORE.search(line, 0, side.start) else side.name

    def _destination(self, line: str, sides: Sequence[Side], where: int) -> str | None:
        """The side to which the visit goes: `kunjungan pejabat X ke Y`."""
        return next(
            (side.name for side in sides if side.start > where and _PLACE_BEFORE.search(line, 0, side.start)), None
        )

    def _first_after(self, sides: Sequence[Side], where: int) -> str | None:
        return next((side.name for side in sides if side.start > where), None)

    def _names_another_region(self, line: str) -> bool:
        named = region_of(line)
        return named is not None and all(region != named for _, region in self.regions)

    def _way_of_letter(self, line: str, sides: Sequence[Side], *, reciprocal: bool) -> tuple[str | None, str | None]:
        if reciprocal and (back := RETURN.search(line)) and (side := self._at(sides, back.end(), back.end() + 2)):
            return side, self._other(side)  # `kami menanti kunjungan balik X`
        if self.sender is not None and _WE_CALL.search(line):
            return self._other(self.sender.name), self.sender.name
        if receives := _CONSENT.search(line):
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
        visit = anchor(line)
        where = visit.start() if visit else 0
        if (from_ := _FROM.search(line)) and (side := self._at(sides, from_.start("who"), from_.end("who"))):
            after = [other.name for other in sides if other.start > from_.end("who") and other.name != side]
            return side, (after[0] if after else self._other(side))
        before = [side.name for side in sides if side.start < where]
        after = [side.name for side in sides if side.start > where]
        if before:
            visitor = before[-1] if len(before) == 1 or not after else before[0]
            host = next((name for name in after if name != visitor), None)
            return visitor, host or self._other(visitor)
        if after:
            return self._other(after[0]), after[0]
        if reciprocal and self.home and self.host:
            return self.host.name, self.home.name
        if self.facts.kind is Kind.LETTER and self.sender is not None and _US.search(line):
            return self.sender.name, self._other(self.sender.name)
        return None, None

    def _receiver(self, line: str, sides: Sequence[Side], where: int) -> str | None:
        before = [side.name for side in sides if side.start < where]
        if before:
            return before[-1]
        sender = self.sender.name if self.sender else None
        if sender and self.facts.kind is Kind.LETTER and _WE_OURSELVES.search(line, 0, where):
            return sender
        if _THEM.search(line[: where + 40]) or re.search(r"\bmohon\b", line[: where + 20], _I):
            return self._other(sender)
        if self.facts.kind is Kind.LETTER:
            return sender
        return self.host.name if self.host else None

    def _at(self, sides: Sequence[Side], start: int, end: int) -> str | None:
        return next((side.name for side in sides if start - 1 <= side.start <= end), None)

    def _other(self, name: str | None) -> str | None:
        if name is None:
            return None
        others = [party.name for party in self.facts.parties if party.name != name and party.role != "facilitator"]
        if self.home and self.host and name in (self.home.name, self.host.name):
            return self.host.name if name == self.home.name else self.home.name
        return others[0] if len(others) == 1 else None
