"""Who comes to whom: the sides that a sentence on a visit names, and the way that its words give."""

import re
from collections.abc import Sequence

from nlp.components.institutions import find_institutions, region_of
from nlp.components.visit_agreed import FROM
from nlp.components.visit_ends import PLACE_BEFORE, Way
from nlp.components.visit_letters import ARRIVES, CONSENT, Letters
from nlp.components.visit_names import Side
from nlp.components.visit_weak import OF_THE_STATE
from nlp.components.visit_words import anchor
from nlp.extraction import Kind

_I = re.IGNORECASE
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
_REGION = re.compile(r"(?:Pemerintah\s+)?(?P<region>(?:Provinsi|Kabupaten|Kota)\s+[A-Z])")
_SAID = re.compile(
    r"\b(?:kami|kita|mereka|beliau|tuan\s+rumah|[Pp]ihak(?:nya)?|Saudara|Bapak|Ibu|Kepala|Sekretaris|Direktur|Inspektur|Camat|Lurah|Bupati|Gubernur|Wali\s*[Kk]ota)\b"
)
_TRAVELLERS = re.compile(
    r"\b(?:kami|kita|tim|peserta|rombongan|pihaknya|pemerintahnya|jajarannya|instansinya)\b[^.]{0,60}\b(?:akan|berencana|ingin|hendak|mau|bermaksud|menjajaki|(?:men|di)jadwalkan|(?:meng|di)agendakan|direncanakan)\b",
    _I,
)
_BACK_FROM = re.compile(r"\b(?:kunjungan|lawatan)\s+(?:balasan|balik)\s+(?:dari|oleh)\s+", _I)
_PAYS_BACK = re.compile(r"\b(?:akan|siap|berencana|berniat|dijadwalkan)\s+membalas\b", _I)


class Sides(Letters):
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
        visitor_, host = self.way_of_letter(line, sides, reciprocal=reciprocal)
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
        if arrival := ARRIVES.search(line):
            return self._guest_after(line, sides, arrival.end()) or self.host.name
        if asks := _ASKS_US.search(line, 0, where):
            asker = [side.name for side in sides if side.start < asks.start()]
            return self.other(asker[-1]) if asker else self.other(self._first_after(sides, where))
        if _WE_RECEIVE.search(line):
            return self.host.name
        if (from_ := FROM.search(line)) and (side := self.at(sides, from_.start("who"), from_.end("who"))):
            return side
        if guest := self.received(line, sides):
            return guest
        if (consent := CONSENT.search(line)) and (sides or _SAID.search(line)):
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
        receiver = self.receiver(line, sides, consent.start())
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
