"""Who comes to whom in a letter, or where a document does not say who is home and who is host."""

import re
from collections.abc import Sequence

from nlp.components.visit_agreed import FROM
from nlp.components.visit_names import Side
from nlp.components.visit_weak import Weak
from nlp.components.visit_words import ARRIVAL, RETURN, anchor
from nlp.extraction import Kind

_I = re.IGNORECASE
Pair = tuple[str | None, str | None]  # who comes, and to whom; None where the sentence does not say
CONSENT = re.compile(
    r"\bmembuka\s+(?:diri|pintu|kesempatan)\s+(?:untuk|bagi)\b|\b(?:bersedia|kesediaan|siap|berkenan|menyambut|menyanggupi|sanggup|setuju)\b[^.]{0,40}\bmenerima\b|\bmenerima\s+(?:kunjungan|rombongan|delegasi|lawatan)|\bmenyambut\s+(?:kunjungan|kedatangan|rombongan|jajaran|delegasi|tim)|\bmengundang\b|\bundang\b|\b(?:mem)?persilakan\b",
    _I,
)
ARRIVES = re.compile(ARRIVAL, _I)
# What may stand between `kedatangan` and whose it is.
_OF_ARRIVAL = re.compile(
    r"\s+(?:(?:tim|rombongan|delegasi|utusan|jajaran|perwakilan|dari|Bapak|Ibu|Kepala|pejabat|Pemerintah|Kota|Kabupaten|Provinsi)\s+)*"
)
_THEM = re.compile(r"\b(?:Saudara|Bapak|Ibu|Bapak/Ibu|instansi\s+Saudara)\b")
_US = re.compile(r"\b(?:kami|kita|pihak\s+kami|kunjungan\s+(?:balasan\s+|balik\s+)?kami)\b", _I)
# `kami dengan senang hati akan menerima …`, not `kami mohon Saudara berkenan menerima …`.
_WE_OURSELVES = re.compile(
    r"\b[Kk]ami\s+(?:(?!mohon|memohon|berharap|mengharap|Saudara|Bapak|Ibu|harap)[a-z]+\s+){0,6}$"
)
# `kami mohon Saudara berkenan menerima …`, whoever was named before that.
_YOU_YOURSELVES = re.compile(r"\b(?:Saudara|Bapak|Ibu|Bapak/Ibu)\s+(?:[a-z]+\s+){0,3}$")
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
# The host answers: the visit that was asked for gets its day.
_AS_ASKED = re.compile(r"\bkunjungan\s+kami\s+jadwalkan|kunjungan\s+(?:dimaksud|Saudara)", _I)


class Letters(Weak):
    """The ends of a visit by the words of those who write about it."""

    def way_of_letter(self, line: str, sides: Sequence[Side], *, reciprocal: bool) -> Pair:
        """Who comes and whom they come to, by the plainest of the sentence's words for it."""
        return (
            self._by_guest(line, sides, reciprocal=reciprocal)
            or self._by_whose_place(line)
            or self._by_arrival(line, sides)
            or self._by_writer(line, sides, reciprocal=reciprocal)
            or self._by_consent(line, sides)
            or self._by_answer(line, reciprocal=reciprocal)
            or self._by_order(line, sides)
            or self._by_turn(line, reciprocal=reciprocal)
            or (None, None)
        )

    @property
    def _writer(self) -> str | None:
        """The sender of a letter."""
        return self.sender.name if self.sender is not None and self.facts.kind is Kind.LETTER else None

    def _by_guest(self, line: str, sides: Sequence[Side], *, reciprocal: bool) -> Pair | None:
        """`menerima kunjungan tim X`, `kami menanti kunjungan balik X`"""
        if (guest := self.received(line, sides)) and (host := self.other(guest)):
            return guest, host
        if reciprocal and (back := RETURN.search(line)) and (side := self.at(sides, back.end(), back.end() + 2)):
            return side, self.other(side)
        return None

    def _by_whose_place(self, line: str) -> Pair | None:
        """`ke kantor Saudara`, `di tempat kami`"""
        if self._writer is None or (place := _AT_WHOSE.search(line)) is None:
            return None
        other = self.other(self._writer)
        return (other, self._writer) if place["whose"].lower() in ("kami", "kita") else (self._writer, other)

    def _by_arrival(self, line: str, sides: Sequence[Side]) -> Pair | None:
        """`Rencana Kedatangan X`"""
        if (arrival := ARRIVES.search(line)) and (side := self._arriving(line, sides, arrival.end())):
            return side, self.other(side)
        return None

    def _by_writer(self, line: str, sides: Sequence[Side], *, reciprocal: bool) -> Pair | None:
        """What those who write do themselves: they return a visit, invite, or bid guests come."""
        if self.sender is None:
            return None
        writer = self.sender.name
        if reciprocal and self.facts.kind is Kind.LETTER and _WE_RETURN.search(line):
            return writer, self.other(writer)
        if _WE_CALL.search(line):
            return self.other(writer), writer
        if bid := _WE_BID.search(line):
            # `Tim X kami persilakan datang …`
            guests = [side.name for side in sides if side.start < bid.start() and side.name != writer]
            return (guests[-1] if guests else self.other(writer)), writer
        return None

    def _by_consent(self, line: str, sides: Sequence[Side]) -> Pair | None:
        """`X bersedia menerima …`: the other side comes."""
        consent = CONSENT.search(line)
        if consent is None:
            return None
        host = self.receiver(line, sides, consent.start())
        named = [side.name for side in sides if side.name != host]
        return (named[0] if named else self.other(host)), host

    def _by_answer(self, line: str, *, reciprocal: bool) -> Pair | None:
        if self.facts.kind is not Kind.LETTER or reciprocal or not _AS_ASKED.search(line):
            return None
        return self.other(self._writer), self._writer

    def _by_order(self, line: str, sides: Sequence[Side]) -> Pair | None:
        """Who is named before the word for a visit comes, who is named behind it receives; `dari X` says it more plainly."""
        visit = anchor(line)
        where = visit.start() if visit else 0
        if (from_ := FROM.search(line)) and (side := self.at(sides, from_.start("who"), from_.end("who"))):
            behind = [other.name for other in sides if other.start > from_.end("who") and other.name != side]
            return side, (behind[0] if behind else self.other(side))
        before = [side.name for side in sides if side.start < where]
        after = [side.name for side in sides if side.start > where]
        if before:
            visitor = before[-1] if len(before) == 1 or not after else before[0]
            host = next((name for name in after if name != visitor), None)
            return visitor, host or self.other(visitor)
        return (self.other(after[0]), after[0]) if after else None

    def _by_turn(self, line: str, *, reciprocal: bool) -> Pair | None:
        """Where the sentence names nobody: the host comes in return; `kami` of a letter is its writer."""
        if reciprocal and self.home and self.host:
            return self.host.name, self.home.name
        if self._writer is not None and _US.search(line):
            return self._writer, self.other(self._writer)
        return None

    def _arriving(self, line: str, sides: Sequence[Side], where: int) -> str | None:
        """The side right behind `kedatangan`, `kehadiran`, that no `ke` or `di` leads to."""
        side = next((side for side in sides if side.start >= where), None)
        if side is None or not _OF_ARRIVAL.fullmatch(line, where, side.start):
            return None
        return side.name

    def received(self, line: str, sides: Sequence[Side]) -> str | None:
        """Who is named right behind `menerima kunjungan tim …`."""
        return next((side.name for side in sides if _RECEIVED.search(line, 0, side.start)), None)

    def receiver(self, line: str, sides: Sequence[Side], where: int) -> str | None:
        """Who consents or invites by the word at `where`: the side named before it, else by whose words they are."""
        sender = self.sender.name if self.sender else None
        if self._writer is not None and _YOU_YOURSELVES.search(line, 0, where):
            return self.other(sender)
        before = [side.name for side in sides if side.start < where]
        if before:
            return before[-1]
        if sender and self.facts.kind is Kind.LETTER and _WE_OURSELVES.search(line, 0, where):
            return sender
        if _THEM.search(line[: where + 40]) or re.search(r"\bmohon\b", line[: where + 20], _I):
            return self.other(sender)
        if self.facts.kind is Kind.LETTER:
            return sender
        return self.host.name if self.host else None
