"""Who should act on a recommendation: the unit named in its own words, its table's owner column, or the lines above it."""

import re
from collections.abc import Sequence

from nlp.components.recommendation_actors import Actors
from nlp.components.recommendation_leads import is_for, may_address
from nlp.components.recommendation_offices import as_unit
from nlp.components.recommendation_references import same_kind, words_before
from nlp.components.recommendation_sides import FOR_WHOM, institutions_in, is_about_host, speaks_for_others
from nlp.components.recommendation_subjects import is_charged, is_to_act
from nlp.components.recommendation_units import SENTENCE_END
from nlp.components.recommendation_wordings import announces
from nlp.components.recommendation_words import bare_heading, speaks_of_proposing

_I = re.IGNORECASE
_PLACE = re.compile(
    r"\blokus\b|\b(?:magang|studi|kunjungan|benchmarking|belajar|laporan)\b.*\b(?:di|ke|pada|dari)\s", _I
)  # a heading that says where one learned, not who is to act
# `kelompok Inspektorat mengusulkan tiga hal: …`: those who were at such an agency speak for their own.
_OF_GROUP = re.compile(r"\b[Kk]elompok\s+$")
# `langkah yang akan dibawa kepada Sekretaris Daerah, yakni:`: who hears of it.
_TOLD_TO = re.compile(
    r"\b(?:dibawa|dilaporkan|diteruskan|dihadapkan|dipaparkan)\s+(?:ke(?:pada)?|di\s+hadapan)\s+[^,:;.]{3,60}", _I
)
# `Seluruh distrik perlu …`, `Setiap OPD hendaknya …`: many who have no name.
_TO_MANY = re.compile(
    r"\W*(?:(?:agar|supaya|sebaiknya|hendaknya)\s+)?(?:seluruh|semua|setiap|tiap|para|masing[\s-]masing)\s+(?:kepala\s+|pimpinan\s+)?(?:perangkat\s+daerah|opd|skpd|dinas|unit\s+kerja|kecamatan|camat|distrik|kelurahan|lurah|desa|kampung|nagari|puskesmas|sekolah)\b"
    r"(?:\s+(?:di|se)[\s-]\s?[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,3})?\s+(?:juga\s+|pun\s+|segera\s+)?(?:perlu|harus|wajib|hendaknya|sebaiknya|diharapkan|diminta|agar|kiranya|me[a-z]{4,})\b",
    _I,
)
# `Kami usulkan dijadwal terpisah` behind `Ini tugas Dinas X: …`: by whom it is to be done was said before.
_WE_PASSIVE = re.compile(
    r"\W*(?:kami|saya|kita)\s+(?:juga\s+)?(?:usulkan|sarankan|minta|harapkan)\s+(?:agar\s+|supaya\s+)?di[a-z]{4,}", _I
)
_HEAD_OF = re.compile(r"(?:(?:plt|plh|pj)\.?\s+)?(?:Sdr\.?\s+|Bapak\s+|Ibu\s+)?(?:Kepala|Direktur)\s+", _I)
# `Masukan bagi lokus`: a unit named below it without its region is the host's.
_TO_HOST = re.compile(
    r"^\W*(?:(?:\d{1,2}|[A-Z]|[IVX]{1,4})\.\s+)?(?:saran|masukan|usul(?:an)?|rekomendasi|catatan|titipan|pesan)\s+(?:(?:kami|balik)\s+)?(?:bagi|untuk|kepada)\s+(?:pihak\s+)?(?:lokus|tuan\s+rumah|instansi\s+(?:tujuan|penerima)|tempat\s+magang)\W*$",
    _I,
)
# `… disarankan agar Saudara terlebih dahulu menetapkan …`
_TO_YOU = re.compile(
    r"\b(?:disarankan|kami\s+sarankan|menyarankan|diusulkan|(?:meng|kami\s+)usulkan|hendaknya|sebaiknya)\s+(?:agar\s+|supaya\s+|kiranya\s+)?(?:Saudara|Bapak|Ibu)\b(?!\s+(?:Kepala|Bupati|Wali|Gubernur|Sekretaris|Direktur|Camat))"
)
_OURS_FIRST = re.compile(
    r"(?:dinas|badan|biro|kantor|instansi|inspektorat|rsud|rumah\s+sakit|unit\s+kerja)\s+(?:kami|kita)\b", _I
)


class Addressees(Actors):
    """Finds the unit that should act."""

    def _of_lead(self, lead: str) -> str | None:
        """`Dinas kami sebaiknya (1) …; (2) …`, `Bappeda perlu: a. …`: who stands first in the words before what is counted off."""
        ours = _OURS_FIRST.match(lead)
        if ours is not None:
            return self._agency(self.home) if is_to_act(lead, 0, ours.end()) else None
        mentions = self._mentions(lead)
        head = _HEAD_OF.match(lead)
        first = head.end() if head else 0
        if mentions and mentions[0].start == first and is_to_act(lead, 0, self._end(lead, mentions[0])):
            return mentions[0].name
        if led := self._office(lead, first=True):
            return led
        if not may_address(lead):
            return None
        group = next((found for found in mentions if _OF_GROUP.search(lead, 0, found.start)), None)
        if group is not None and speaks_of_proposing(lead[group.end :]):
            return group.name
        named = next((found.name for found in mentions if is_for(lead, found.start, self._end(lead, found))), None)
        return named or self.guests.led(lead)

    def resolve(
        self, text: str, owner: str | None, above: Sequence[str], *, strict: bool = False, start: int | None = None
    ) -> str | None:
        """The owner column counts first, then the words themselves, then the lines above from the nearest on.

        `strict`: of the lines above only those that are a unit's name and nothing else. `start`: where `text` stands.
        """
        if named := self.of_owner(owner):
            return named
        if any(_TO_HOST.search(line) for line in above) and (theirs := self.guests.of_kind(text)):
            return theirs
        if named := self.of_words(text):
            return named
        if self._recipient and _TO_YOU.search(text) and (reader := self._reader()):
            return reader
        if start is not None and (named := self._of_reference(text, start)):
            return named
        if _TO_MANY.match(text):
            return None  # whatever unit the lines above name
        if above and (named := self._of_lead(above[0])):
            return named
        if strict and above and announces(above[0]) and (guest := self.guests.offered(text)):
            return guest
        if strict:
            above = [
                line
                for line in above
                if line.casefold() in self.teams
                or FOR_WHOM.match(line)
                or self.guests.of_line(line)
                or self._is_unit(as_unit(bare_heading(line)))
            ]
        if guest := self.guests.above(above):
            return guest
        lines = (_PLACE.split(_TOLD_TO.sub(" ", line))[0] for line in above)
        return next((named for line in lines if (named := self.of_line(line) or self._of_section(line))), None)

    def _reader(self) -> str | None:
        """Whom the letter goes to, if that is a unit of home's."""
        addressed = institutions_in(self._recipient or "", self.region)
        return addressed[0].name if addressed and addressed[0].name == self._agency(self.home) else None

    def _of_reference(self, text: str, start: int) -> str | None:
        """The unit that the words point to: the one named before them, or the one named behind their list."""
        if same := same_kind(text):
            kind, place = same
            before = f"{words_before(self.text, start)}{text[:place]}"
            meant = [
                mention
                for mention in institutions_in(before, self.region)
                if mention.kind == "agency" and mention.name.casefold().startswith(kind)
            ]
            known = {mention.start: mention.name for mention in self._mentions(before)}
            return known.get(meant[-1].start) if meant else None
        if _WE_PASSIVE.match(text):
            told = SENTENCE_END.split(words_before(self.text, start).rstrip())[-1]
            charged = next((found for found in self._mentions(told) if is_charged(told, found.start)), None)
            return charged.name if charged else None
        closing = next((found for found in self.closings if found.first <= start < found.end), None)
        return self.of_owner(closing.who) or self.of_line(closing.who) if closing else None

    def speaks_for_others(self, sentence: str) -> bool:
        """The proposing sentence's subject is a government or a unit that is not home's."""
        return not self.guests.advised(sentence) and speaks_for_others(sentence, self.region, self.host_region)

    def is_about_host(self, sentence: str) -> bool:
        """The sentence names the host's region and not that of home."""
        return is_about_host(sentence, self.region, self.host_region)
