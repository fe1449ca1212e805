"""The two sides of a journey, and the institutions in a text that the home side can address."""

import re
from dataclasses import replace

from nlp.components.institutions import region_of
from nlp.components.recommendation_guests import GuestNames
from nlp.components.recommendation_legend import short_forms
from nlp.components.recommendation_offices import home_region
from nlp.components.recommendation_sides import institutions_in, is_for_host, is_hosts_paper, without_blend
from nlp.extraction import Kind
from nlp.facts import Facts, InstitutionMention
from nlp.words import agencies

_NOT_ADDRESSED = frozenset({"central", "company", "university"})
_OF_REGION = re.compile(
    r"(?:Kecamatan|Kelurahan|Distrik|Puskesmas|Rumah Sakit Umum Daerah)\s+[A-Z]"
)  # parts of a region with names of their own


class Mentions:
    """Who is home and who is host, and the institutions that a text names, seen from home."""

    def __init__(self, facts: Facts, text: str) -> None:
        self.home = next((party.name for party in facts.parties if party.role == "home"), None)
        self.host = next((party.name for party in facts.parties if party.role == "host"), None)
        if self.home and self.host and is_for_host(text, region_of(self.home), region_of(self.host)):
            self.home, self.host = self.host, self.home
        elif facts.kind in (Kind.LETTER, Kind.OTHER) and is_hosts_paper(text, self.home, self.host):
            self.home, self.host = self.host, self.home  # those who receive tell their own units what to do
        self.region = (region_of(self.home) if self.home else None) or home_region(facts, text)
        self.host_region = region_of(self.host) if self.host else None
        self.guests = GuestNames(self.region, self.host, self.host_region)
        self._whole = text
        self._spelled: dict[str, tuple[str, str] | None] = {}  # by short form
        self.short = {short: self._as_spelled(short, name) for short, name in short_forms(facts, self.region).items()}
        self._known: dict[str, list[InstitutionMention]] = {}  # the same heading stands above many

    def _mentions(self, text: str) -> list[InstitutionMention]:
        """Institutions in `text` that can be addressed: not the host's, no mere region, not the central ones."""
        if text in self._known:
            return self._known[text]
        found = self._known[text] = []
        for mention in institutions_in(text, self.region):
            if mention.kind not in _NOT_ADDRESSED and not self._is_hosts(mention) and not self._is_elsewhere(mention):
                own = self._or_own(text, without_blend(mention, self.region))
                short = text[mention.start : mention.end].split(" ")[0]
                found.append(self._with_region(text, replace(own, name=self._as_spelled(short, own.name))))
        return found

    def _is_hosts(self, mention: InstitutionMention) -> bool:
        """The host itself, or one of the host's region or name."""
        if mention.name == self.host and self.host != self.home and self.host_region != self.region:
            return True
        if mention.region and self.host_region and mention.region == self.host_region != self.region:
            return True
        return self.guests.is_hosts_name(mention.name)

    def _is_elsewhere(self, mention: InstitutionMention) -> bool:
        """The government of another region."""
        return bool(mention.kind == "government" and self.region and mention.region and mention.region != self.region)

    def _or_own(self, text: str, mention: InstitutionMention) -> InstitutionMention:
        """Initials that two agencies share (`BKD`) mean the document's own."""
        short = text[mention.start : mention.end].split(" ")[0]
        own = self.home is not None and self.short.get(short) == self.home and mention.region in (None, self.region)
        return replace(mention, name=self.home) if own and self.home and short.isupper() else mention

    def _as_spelled(self, short: str, name: str) -> str:
        """`BPKAD` of a document that writes `Badan Pengelola Keuangan dan Aset Daerah` elsewhere, and never `Badan Pengelolaan …`, is that."""
        if not short.isupper() or name.startswith(short):
            return name
        if short not in self._spelled:
            self._spelled[short] = self._spelling(short, name)
        usual, own = self._spelled[short] or ("", "")
        return own + name[len(usual) :] if own and name.startswith(usual) else name

    def _spelling(self, short: str, name: str) -> tuple[str, str] | None:
        """The long form that `name` begins with and the other one that the document has in its place."""
        longs = [agency.long for agency in agencies() if agency.short == short]
        usual = max((long for long in longs if name.startswith(long)), key=len, default=None)
        if usual is None or usual in self._whole:
            return None
        others = {long for long in longs if long != usual and long in self._whole}
        own = others.pop() if len(others) == 1 else None
        theirs = own is not None and self.host_region and f"{own} {self.host_region}" in self._whole
        return (usual, own) if own is not None and not theirs else None

    def _with_region(self, text: str, mention: InstitutionMention) -> InstitutionMention:
        """`Kecamatan Rote Tengah`, `Puskesmas Lima Kaum I`: one of home's, which its own name does not say."""
        if self.region is None or not _OF_REGION.match(mention.name):
            return mention
        if text.startswith(" Atas", mention.end) and not text[mention.end + 5 : mention.end + 6].isalpha():
            part = mention.name.removesuffix(f" {self.region}")  # `Kecamatan Mori Atas` beside `Kecamatan Mori`
            mention = replace(mention, name=f"{part} Atas", end=mention.end + 5, region=None)
        if mention.region is not None:
            return mention
        return replace(mention, name=f"{mention.name} {self.region}")

    def _is_unit(self, name: str) -> bool:
        """`name` names a unit, or several, and nothing else."""
        mentions = self._mentions(name)
        return bool(mentions) and mentions[0].start == 0 and len(name) - mentions[-1].end <= 2

    def _agency(self, name: str | None) -> str | None:
        """`name` if it is an agency's and not a government's."""
        return name if name and not self._is_government(name) else None

    @staticmethod
    def _is_government(name: str) -> bool:
        return name.casefold().startswith("pemerintah")
