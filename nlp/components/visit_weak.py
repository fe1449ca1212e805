"""Who comes to whom by a weak word for a visit: an invitation, `singgah di X`, `menengok X`."""

import re
from collections.abc import Sequence

from nlp.components.institutions import find_institutions
from nlp.components.visit_agreed import Agreed
from nlp.components.visit_ends import PLACE_BEFORE, Way
from nlp.components.visit_names import Side
from nlp.components.visit_words import weak_anchor
from nlp.extraction import Kind

_I = re.IGNORECASE
# Officials of the state come on visits of their own.
OF_THE_STATE = re.compile(
    r"\b(?:Menteri|Wakil\s+Menteri|Wamen\w*|Presiden|Wakil\s+Presiden|Kementerian|Komisi\s+[IVX]+|DPR(?:\s+RI)?|KPK|BPK|Ombudsman|[Dd]uta\s+[Bb]esar)\b"
)
_WE_INVITE = re.compile(r"\b(?:kami|kita)\s+(?:juga\s+)?undang$", _I)
_OWN_OFFICIALS = re.compile(
    r"\b(?:Sekretaris\s+Daerah|Sekda|Kepala\s+(?:B[A-Z]{2,}|Badan|Dinas|Bagian|Bidang)|(?:Wakil\s+)?Bupati|(?:Wakil\s+)?Wali\s*[Kk]ota|[Kk]ami|[Kk]ita|[Pp]impinan)\b"
    r"[^.;]{0,60}\b(?:akan|bermaksud|berencana|hendak|dijadwalkan|direncanakan|ingin)\s+(?:\w+\s+){0,2}$"
)
_NOT_OFFICIALS = re.compile(r"\b(?:investor|wisatawan|pengusaha|pelaku|warga|masyarakat|UMKM)\b", _I)
_KAMI = re.compile(r"\s+(?:kami|kita)\b", _I)
_CALLED_BACK = re.compile(
    r"mengundang\s+(?:kami|kita|tim\s+(?:kami|kita))\s+(?:(?:untuk\s+)?(?:kembali|lagi|datang|berkunjung|hadir|menghadiri)\b|ke\s+(?=[A-Z]))(?![^.;]*\b(?:daring|virtual|zoom|webinar|online)\b)",
    _I,
)
_REACH = 60  # characters after a weak word in which the side stands that it speaks of


class Weak(Agreed):
    """The ends of a visit that only a weak word speaks of."""

    def weakly(self, line: str, sides: Sequence[Side]) -> Way:
        """The one who comes and the host by a weak word: an invitation brings whom it names, `singgah ke X`, `menengok X` lead to X."""
        word = weak_anchor(line)
        after = [side.name for side in sides if word and word.end() <= side.start <= word.end() + _REACH]
        if word and self.home and self.host and _WE_INVITE.search(line, 0, word.end()):
            guests = [side.name for side in sides if side.start < word.start()] or after
            return (guests[-1:], self.other(guests[-1])) if guests and not self.agreement else ([], None)
        if word is None or self.agreement or self.facts.kind is Kind.LETTER:
            return [], None
        if _NOT_OFFICIALS.search(line, word.end(), word.end() + _REACH):
            return [], None
        if not after:
            return self._called_back(line, sides, word) or self._to_us(line, sides, word)
        place = next(side.start for side in sides if side.start >= word.end())
        if "undang" in word.group().casefold() and PLACE_BEFORE.search(line, 0, place):
            others = [mention for mention in find_institutions(line) if word.end() <= mention.start < place]
            guest = self.other(after[0])  # `mengundang mereka ke X`, but not `mengundang pakar BKN ke X`
            return ([guest], after[0]) if guest and not others else ([], None)
        if "undang" in word.group().casefold() or word.group().casefold().startswith(("menjamu", "tuan")):
            return [after[0]], self.other(after[0])
        before = [side.name for side in sides if side.start < word.start() and side.name != after[0]]
        if not before and "lah" in word.group().casefold() and (guest := self.other(after[0])):
            return [guest], after[0]  # `singgahlah di X`
        if not before and self.home and after[0] == self.home.name and _KAMI.match(line, word.end()):
            guest = self.other(after[0])
            return ([guest] if guest else []), after[0]  # `berjanji menengok kami di X`
        if not before and self._sends_its_own(line, word, place, after[0]):
            return [self.home.name] if self.home else [], after[0]
        return before[-1:], after[0]

    def _sends_its_own(self, line: str, word: re.Match[str], place: int, host: str) -> bool:
        """`Sekretaris Daerah bersama Kepala BKPSDM bermaksud menengok peserta di X`: home's own officials, whose office goes without saying."""
        return (
            self.home is not None
            and host in self.hosts
            and word.group().casefold() in ("menengok", "meninjau", "mendatangi", "menyinggahi")
            and PLACE_BEFORE.search(line, 0, place) is not None
            and _OWN_OFFICIALS.search(line, 0, word.start()) is not None
            and not OF_THE_STATE.search(line, 0, word.start())
        )

    def _called_back(self, line: str, sides: Sequence[Side], word: re.Match[str]) -> Way | None:
        """`X mengundang kita kembali untuk …`: those who write the report come to X once more."""
        called = _CALLED_BACK.match(line, word.start())
        hosts = [side.name for side in sides if side.start < word.start()]
        if called is None or self.home is None or not hosts or hosts[-1] == self.home.name:
            return None
        return [self.home.name], hosts[-1]

    def _to_us(self, line: str, sides: Sequence[Side], word: re.Match[str]) -> Way:
        """`kawan-kawan dari Lumajang sudi singgah di Sinabang`: the host is hoped for at a place of home's own."""
        guests = [side.name for side in sides if side.start < word.start()]
        goes = re.match(
            r"(?:singgah|mampir|menginjakkan|menengok|melihat(?=\s+(?:secara\s+)?(?:langsung|sendiri|dari\s+dekat)\b))",
            word.group(),
            _I,
        )
        if not goes or not self.home or not self.host or guests[-1:] != [self.host.name]:
            return [], None
        return [self.host.name], self.home.name
