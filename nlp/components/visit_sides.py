"""Who comes to whom: the sides that a sentence on a visit names, and the way that its words give."""

import re
from collections.abc import Sequence

from nlp.components.institutions import find_institutions, region_of
from nlp.components.visit_agreed import FROM
from nlp.components.visit_ends import PLACE_BEFORE, Way
from nlp.components.visit_names import Side
from nlp.components.visit_weak import OF_THE_STATE, Weak
from nlp.components.visit_words import ARRIVAL, RETURN, anchor
from nlp.extraction import Kind

_I = re.IGNORECASE
_CONSENT = re.compile(
    r"\bmembuka\s+(?:diri|pintu|kesempatan)\s+(?:untuk|bagi)\b|\b(?:bersedia|kesediaan|siap|berkenan|menyambut|menyanggupi|sanggup|setuju)\b[^.]{0,40}\bmenerima\b|\bmenerima\s+(?:kunjungan|rombongan|delegasi|lawatan)|\bmenyambut\s+(?:kunjungan|kedatangan|rombongan|jajaran|delegasi|tim)|\bmengundang\b|\bundang\b|\b(?:mem)?persilakan\b",
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
    r"\b(?:menawarkan\s+kepada|menawari|membuka\s+pintu\s+bagi|memberi(?:kan)?\s+kesempatan\s+kepada)\s+(?:kami|kita)\b|\b(?:meminta|mengundang|mengajak|berharap|mengharapkan)\s+(?:agar\s+)?(?:kami|kita)\b(?!\s+(?:dapat\s+|bersedia\s+)?menerima\b)",
    _I,
)
_TO = re.compile(r"(?:\s+(?:belajar|kerja|lanjutan|studi|tim))?\s*\b(?:ke\s+)?(?=[A-Z])")
_ARRIVAL = re.compile(ARRIVAL, _I)
# What may stand between `kedatangan` and whose it is.
_OF_ARRIVAL = re.compile(
    r"\s+(?:(?:tim|rombongan|delegasi|utusan|jajaran|perwakilan|dari|Bapak|Ibu|Kepala|pejabat|Pemerintah|Kota|Kabupaten|Provinsi)\s+)*"
)
_REGION = re.compile(r"(?:Pemerintah\s+)?(?P<region>(?:Provinsi|Kabupaten|Kota)\s+[A-Z])")
_THEM = re.compile(r"\b(?:Saudara|Bapak|Ibu|Bapak/Ibu|instansi\s+Saudara)\b")
_US = re.compile(r"\b(?:kami|kita|pihak\s+kami|kunjungan\s+(?:balasan\s+|balik\s+)?kami)\b", _I)
# `kami dengan senang hati akan menerima …`, not `kami mohon Saudara berkenan menerima …`.
_WE_OURSELVES = re.compile(
    r"\b[Kk]ami\s+(?:(?!mohon|memohon|berharap|mengharap|Saudara|Bapak|Ibu|harap)[a-z]+\s+){0,6}$"
)
_SAID = re.compile(
    r"\b(?:kami|kita|mereka|beliau|tuan\s+rumah|[Pp]ihak(?:nya)?|Saudara|Bapak|Ibu|Kepala|Sekretaris|Direktur|Inspektur|Camat|Lurah|Bupati|Gubernur|Wali\s*[Kk]ota)\b"
)
_TRAVELLERS = re.compile(
    r"\b(?:kami|kita|tim|peserta|rombongan|pihaknya|pemerintahnya|jajarannya|instansinya)\b[^.]{0,60}\b(?:akan|berencana|ingin|hendak|mau|bermaksud|menjajaki|(?:men|di)jadwalkan|(?:meng|di)agendakan|direncanakan)\b",
    _I,
)
_BACK_FROM = re.compile(r"\b(?:kunjungan|lawatan)\s+(?:balasan|balik)\s+(?:dari|oleh)\s+", _I)
_PAYS_BACK = re.compile(r"\b(?:akan|siap|berencana|berniat|dijadwalkan)\s+membalas\b", _I)
_WE_CALL = re.compile(
    r"\bkami\s+(?:juga\s+|dengan\s+ini\s+|dengan\s+hormat\s+)?(?:mengundang|undang|menanti|nantikan|menunggu|tunggu)\b",
    _I,
)
_WE_BID = re.compile(
    r"\bkami\s+(?:juga\s+|dengan\s+senang\s+hati\s+)?(?:persilakan|persilahkan|harapkan|nantikan|tunggu|undang)\s+(?:untuk\s+|agar\s+|dapat\s+)*"
    r"(?:datang|hadir|tiba|berkunjung|bertandang|kembali|menengok|meninjau|melihat|menyaksikan|singgah|mampir)\b",
    _I,
)
# `kunjungan balasan kami laksanakan pada …`, `kami bermaksud membalas kunjungan`: those who write come.
_WE_RETURN = re.compile(
    r"\b(?:kunjungan|lawatan)\s+(?:balasan|balik)\s+(?:(?:tersebut|ini|itu|dimaksud|akan)\s+)*kami\s+(?:laksanakan|lakukan|rencanakan|jadwalkan|adakan|agendakan|selenggarakan)\b"
    r"|\bkami\s+(?:\w+\s+){0,2}?(?:akan|bermaksud|hendak|ingin|berencana|merencanakan|menjadwalkan|mengagendakan)\s+(?:\w+\s+)?(?:(?:melakukan|melaksanakan|mengadakan)\s+)?"
    r"(?:kunjungan\s+(?:balasan|balik)|membalas\s+(?:kunjungan|lawatan|kedatangan)|berkunjung\s+balik)\b",
    _I,
)
# `ke kantor Saudara`, `di tempat kami`
_AT_WHOSE = re.compile(
    r"\b(?:ke|di|pada|mengunjungi)\s+(?:kantor|tempat|daerah|wilayah|instansi|kota|kabupaten|dinas|badan|lingkungan|rumah\s+sakit|kampus|sekretariat|balai|lembaga|unit\s+kerja|perangkat\s+daerah)\s+(?P<whose>kami|kita|Saudara|Bapak|Ibu)\b",
    _I,
)
_RECEIVED = re.compile(
    r"\b(?:menerima|menyambut|menjamu)\s+(?:(?:kunjungan|kedatangan|rombongan|tim|delegasi|jajaran|pejabat|utusan|dari|kerja|balasan|balik)\s+)+$",
    _I,
)


class Sides(Weak):
    """The parties of a document as the two ends of a visit."""

    def way(self, line: str, sides: Sequence[Side], *, reciprocal: bool) -> Way:
        """Those who will come and the one they come to; no visitors or None where the sentence does not say."""
        if self.agreement:
            return self.way_agreed(line, sides)
        if self.home and self.host and self.facts.kind is not Kind.LETTER:
            if not reciprocal and (elsewhere := self._elsewhere(line)):
                return elsewhere
            visitor = self._visitor_told(line, sides, reciprocal=reciprocal)
            return ([visitor] if visitor else []), self.other(visitor)
        visitor_, host = self._way_of_letter(line, sides, reciprocal=reciprocal)
        return ([visitor_] if visitor_ else []), host

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
        if not any(side.start < where for side in sides) and OF_THE_STATE.search(line, 0, where):
            return None
        if arrival := _ARRIVAL.search(line):
            return self._guest_after(line, sides, arrival.end()) or self.host.name
        if asks := _ASKS_US.search(line, 0, where):
            asker = [side.name for side in sides if side.start < asks.start()]
            return self.other(asker[-1]) if asker else self.other(self._first_after(sides, where))
        if _WE_RECEIVE.search(line):
            return self.host.name
        if (from_ := FROM.search(line)) and (side := self.at(sides, from_.start("who"), from_.end("who"))):
            return side
        if guest := self._received(line, sides):
            return guest
        if (consent := _CONSENT.search(line)) and (sides or _SAID.search(line)):
            return self._welcomed(line, sides, consent)
        hopes = [match.end() for match in _HOPE.finditer(line, 0, where)]
        hoped = [side.name for side in sides if hopes and hopes[-1] <= side.start < where]
        before = hoped or [side.name for side in sides if side.start < where]
        if before:
            return before[0]
        if after := self.destination(line, sides, where) or self._first_after(sides, where):
            return self.other(after) or self.host.name
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
        if (back := _BACK_FROM.search(line)) and (side := self.at(sides, back.end(), back.end() + 12)):
            return side  # `kami menunggu kunjungan balik dari X`: said more plainly than whose turn it is
        pays = _PAYS_BACK.search(line)
        before = [side for side in sides if pays and side.start < pays.start()]
        if pays and before and before[-1].name == self.home.name:
            return self.home.name if not _HOPE.search(line, before[-1].start, pays.start()) else self.host.name
        return next((side.name for side in sides if side.name in self.hosts), self.host.name)

    def _welcomed(self, line: str, sides: Sequence[Side], consent: re.Match[str]) -> str | None:
        """Whom the one who consents or invites will receive: the other side, or the one named after."""
        assert self.host is not None
        before = [side.name for side in sides if side.start < consent.start()]
        guest = self._guest_after(line, sides, consent.end())
        if not before and guest and re.search(r"\bundang$|\bmengundang$|\bmenerima$", consent.group(), _I):
            return guest
        receiver = self._receiver(line, sides, consent.start())
        return self.other(receiver) or self.host.name

    def _guest_after(self, line: str, sides: Sequence[Side], where: int) -> str | None:
        """The first side named after `where`; one named as the place to come to receives the other."""
        side = next((side for side in sides if side.start > where), None)
        if side is None:
            return None
        return self.other(side.name) if PLACE_BEFORE.search(line, 0, side.start) else side.name

    def _first_after(self, sides: Sequence[Side], where: int) -> str | None:
        return next((side.name for side in sides if side.start > where), None)

    def _names_another_region(self, line: str) -> bool:
        named = region_of(line)
        return named is not None and all(region != named for _, region in self.regions)

    def _arriving(self, line: str, sides: Sequence[Side], where: int) -> str | None:
        """The side right behind `kedatangan`, `kehadiran`, that no `ke` or `di` leads to."""
        side = next((side for side in sides if side.start >= where), None)
        if side is None or not _OF_ARRIVAL.fullmatch(line, where, side.start):
            return None
        return side.name

    def _received(self, line: str, sides: Sequence[Side]) -> str | None:
        """Who is named right behind `menerima kunjungan tim …`."""
        return next((side.name for side in sides if _RECEIVED.search(line, 0, side.start)), None)

    def _way_of_letter(self, line: str, sides: Sequence[Side], *, reciprocal: bool) -> tuple[str | None, str | None]:
        if (guest := self._received(line, sides)) and (receiver := self.other(guest)):
            return guest, receiver
        if reciprocal and (back := RETURN.search(line)) and (side := self.at(sides, back.end(), back.end() + 2)):
            return side, self.other(side)  # `kami menanti kunjungan balik X`
        if self.sender is not None and self.facts.kind is Kind.LETTER and (place := _AT_WHOSE.search(line)):
            other = self.other(self.sender.name)
            ours = place["whose"].lower() in ("kami", "kita")
            return (other, self.sender.name) if ours else (self.sender.name, other)
        if (arrival := _ARRIVAL.search(line)) and (side := self._arriving(line, sides, arrival.end())):
            return side, self.other(side)  # `Rencana Kedatangan X`
        if reciprocal and self.sender is not None and self.facts.kind is Kind.LETTER and _WE_RETURN.search(line):
            return self.sender.name, self.other(self.sender.name)
        if self.sender is not None and _WE_CALL.search(line):
            return self.other(self.sender.name), self.sender.name
        if self.sender is not None and (bid := _WE_BID.search(line)):
            # `Tim X kami persilakan datang …`
            guests = [side.name for side in sides if side.start < bid.start() and side.name != self.sender.name]
            return (guests[-1] if guests else self.other(self.sender.name)), self.sender.name
        if receives := _CONSENT.search(line):
            receiver = self._receiver(line, sides, receives.start())
            visitor = self.other(receiver)
            named = [side.name for side in sides if side.name != receiver]
            return (named[0] if named else visitor), receiver
        if (
            self.facts.kind is Kind.LETTER
            and not reciprocal
            and re.search(r"\bkunjungan\s+kami\s+jadwalkan|kunjungan\s+(?:dimaksud|Saudara)", line, _I)
        ):
            # The host answers: the visit that was asked for gets its day.
            return self.other(self.sender.name if self.sender else None), self.sender.name if self.sender else None
        visit = anchor(line)
        where = visit.start() if visit else 0
        if (from_ := FROM.search(line)) and (side := self.at(sides, from_.start("who"), from_.end("who"))):
            after = [other.name for other in sides if other.start > from_.end("who") and other.name != side]
            return side, (after[0] if after else self.other(side))
        before = [side.name for side in sides if side.start < where]
        after = [side.name for side in sides if side.start > where]
        if before:
            visitor = before[-1] if len(before) == 1 or not after else before[0]
            host = next((name for name in after if name != visitor), None)
            return visitor, host or self.other(visitor)
        if after:
            return self.other(after[0]), after[0]
        if reciprocal and self.home and self.host:
            return self.host.name, self.home.name
        if self.facts.kind is Kind.LETTER and self.sender is not None and _US.search(line):
            return self.sender.name, self.other(self.sender.name)
        return None, None

    def _receiver(self, line: str, sides: Sequence[Side], where: int) -> str | None:
        before = [side.name for side in sides if side.start < where]
        if before:
            return before[-1]
        sender = self.sender.name if self.sender else None
        if sender and self.facts.kind is Kind.LETTER and _WE_OURSELVES.search(line, 0, where):
            return sender
        if _THEM.search(line[: where + 40]) or re.search(r"\bmohon\b", line[: where + 20], _I):
            return self.other(sender)
        if self.facts.kind is Kind.LETTER:
            return sender
        return self.host.name if self.host else None
