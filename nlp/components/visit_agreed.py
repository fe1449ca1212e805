"""Who comes to whom in an agreement, whose clauses name the parties by number and tell what will be as if it were."""

import re
from collections.abc import Sequence

from nlp.components.visit_ends import Ends, Way
from nlp.components.visit_names import Side
from nlp.components.visit_words import WEAK_VISIT, anchor

_I = re.IGNORECASE
_RECEIVES = re.compile(
    r"\b(?:menerima|menyambut|menjamu)\s+(?:kunjungan|lawatan|rombongan|delegasi|tim|utusan)|\bmenjadi\s+tuan\s+rumah\b",
    _I,
)
_INVITES = re.compile(r"\bmengundang\b|\binvites\b", _I)
_REACH = 60  # characters behind an invitation in which the guest stands
# `menerima tim pencari data PIHAK KEDUA`
_TEAM_RECEIVED = re.compile(
    r"\b(?:menerima|menyambut|menjamu)\s+(?:(?:satu|sebuah|para)\s+)?(?:rombongan|delegasi|tim|utusan|pejabat|tamu)\b",
    _I,
)
# What is past, what only may be, and the internship itself.
_NO_CLAUSE = re.compile(
    r"\b(?:telah|sudah|pernah|dapat|apabila|bilamana|jika|magang|praktik|menerima|menyambut|tidak|peserta|mahasiswa|taruna|siswa)\b|\bmasing-masing\b|\bsaling\b",
    _I,
)
_ONLY_MAY = re.compile(
    r"\b(?:telah|sudah|pernah|dapat|apabila|bilamana|jika|magang|praktik|tidak|peserta|mahasiswa|taruna|siswa)\b", _I
)
# `atas undangan PIHAK KESATU, PIHAK KEDUA berkunjung …`
_AT_WISH = re.compile(r"\b(?:undangan|permintaan|persetujuan|permohonan|biaya|izin)\s+$", _I)
_BOTH = re.compile(r"\bPIHAK\s+\w+\s*(?:,|\bdan\b)\s*PIHAK\b|\bPARA\s+PIHAK\b|\bmasing-masing\b")
FROM = re.compile(
    r"\b(?:kunjungan|lawatan)(?:\s+\w+){0,3}?\s+(?:dari|oleh)\s+(?P<who>.+?)(?=\s+(?:ke|di|pada|untuk|yang|guna)\b|[.,”\"]|$)",
    _I,
)


class Agreed(Ends):
    """The ends of a visit as the clauses of an agreement tell them."""

    def in_clause(self, line: str, sides: Sequence[Side]) -> Way:
        """A clause tells what will be as if it were: `pejabat PIHAK KESATU meninjau kampus PIHAK KEDUA pada tanggal …`; both sides are named."""
        received = _TEAM_RECEIVED.search(line) if self.agreement and not _ONLY_MAY.search(line) else None
        if received and (
            way := self._way_received([s for s in sides if s.start < received.end() + _REACH], received.start())
        ):
            return way if any(side.name == way[0][0] for side in sides) else ([], None)
        word = anchor(line) or WEAK_VISIT.search(line)
        if not self.agreement or word is None or _NO_CLAUSE.search(line):
            return [], None
        at_wish = {side.name for side in sides if _AT_WISH.search(line, 0, side.start)}
        before = list(dict.fromkeys(side.name for side in sides if side.start < word.start()))
        after = list(dict.fromkeys(side.name for side in sides if side.start >= word.start()))
        if len(before) == len(at_wish) + 1:
            before = [name for name in before if name not in at_wish]
        if "undang" in word.group().casefold():
            before, after = [name for name in after if name not in before], before  # who invites receives
        if not before and len(after) == 2 and self.destination(line, sides, word.end()) == after[1]:
            return after[:1], after[1]  # `Kunjungan persiapan oleh X ke Y dilaksanakan pada tanggal …`
        return (before, after[0]) if len(before) == 1 and len(after) == 1 and before != after else ([], None)

    def of_entry(self, who: str, where: str) -> Way:
        """`Tim Fakultas Teknik ke Rantau` in an agreement's list of visits: one of both ends may be known by the other."""
        travellers = list(dict.fromkeys(side.name for side in self.named(who)))
        hosts = list(dict.fromkeys(side.name for side in self.named(where)))
        if len(travellers) > 1 or len(hosts) > 1 or not (travellers or hosts) or travellers == hosts:
            return [], None
        visitor = travellers[0] if travellers else self.other(hosts[0])
        host = hosts[0] if hosts else self.other(travellers[0])
        return ([visitor] if visitor else []), host

    def way_agreed(self, line: str, sides: Sequence[Side]) -> Way:
        """In an agreement: who is named before the verb, or right after `kunjungan balasan`, comes."""
        visit = anchor(line)
        where = visit.start() if visit else 0
        if (receives := _RECEIVES.search(line)) and (way := self._way_received(sides, receives.start())):
            return way
        if (from_ := FROM.search(line)) and (side := self.at(sides, from_.start("who"), from_.end("who"))):
            before = [side]
        else:
            before = list(dict.fromkeys(side.name for side in sides if side.start < where))
        if way := self._way_invited(line, sides, where):
            return way
        invites = re.search(r"\bmengundang\b", line[:where], _I)
        if invites and (invited := [side.name for side in sides if invites.end() <= side.start < where]):
            before = list(dict.fromkeys(invited))
        after = list(dict.fromkeys(side.name for side in sides if side.start >= where and side.name not in before))
        if not before and len(after) == 1 and self.destination(line, sides, where) == after[0]:
            return ([goer] if (goer := self.other(after[0])) else []), after[0]  # `Kunjungan balasan … di X`
        if not before and after:
            before, after = after[:1], after[1:]
        together = _BOTH.search(line, 0, where) is not None
        if not after and len(before) > 1 and not together:
            before, after = before[:1], before[1:]  # `X akan hadir di Y sebagai kunjungan balasan`
        if not before or (len(before) == len(self.facts.parties) and not after):
            return [], None  # `PARA PIHAK akan berkunjung …`: nobody comes to anybody
        return before, after[0] if after else self.other(before[0])

    def _way_invited(self, line: str, sides: Sequence[Side], where: int) -> Way | None:
        """`Sebagai kunjungan balasan, X mengundang utusan Y ke …`: Y comes to X."""
        invites = _INVITES.search(line, where)
        if invites is None:
            return None
        hosts = [side.name for side in sides if side.start < invites.start()]
        guests = [side.name for side in sides if invites.end() <= side.start <= invites.end() + _REACH]
        return ([guests[0]], hosts[-1]) if hosts and guests and guests[0] != hosts[-1] else None

    def _way_received(self, sides: Sequence[Side], where: int) -> Way | None:
        """`X akan menerima kunjungan Y`."""
        receiver = next((side.name for side in reversed(sides) if side.start < where), None)
        if receiver is None:
            return None
        visitor = next((side.name for side in sides if side.start > where and side.name != receiver), None)
        visitor = visitor or self.other(receiver)
        return ([visitor], receiver) if visitor else None
