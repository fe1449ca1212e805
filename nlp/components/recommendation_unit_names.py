"""The unit that a name stands for: in a heading, an owner's cell or a label; short names take the region of the home side."""

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from nlp.components.institutions import government_of, region_of
from nlp.components.recommendation_bodies import company_addressed, local_head, team_of, without_portion
from nlp.components.recommendation_english import short_in_english
from nlp.components.recommendation_fields import Fields
from nlp.components.recommendation_guests import GuestNames
from nlp.components.recommendation_legend import legend_of, short_forms, teams_of
from nlp.components.recommendation_offices import (
    as_unit,
    end_of_for_whom,
    home_region,
    is_our_part,
    is_ourselves,
    is_own_unit,
    many_of_one_kind,
    office_in,
    own_head,
    without_ours,
)
from nlp.components.recommendation_references import closings_of
from nlp.components.recommendation_sides import (
    institutions_in,
    is_for_host,
    is_hosts_paper,
    is_recipients,
    recipient_line,
    without_blend,
)
from nlp.components.recommendation_words import bare_heading
from nlp.extraction import Kind
from nlp.facts import Facts, InstitutionMention

_I = re.IGNORECASE
_HOST = re.compile(r"\b(?:tuan\s+rumah|pihak\s+lokus|instansi\s+(?:tujuan|penerima)|tempat\s+magang)\b", _I)
OWN_GOVERNMENT = re.compile(
    r"\bpemerintah\s+(?:provinsi|kabupaten|kota|daerah)\b(?!\s+[A-Z])|\bpem(?:prov|kab|kot|da)\b(?!\s+[A-Z])",
    re.UNICODE,
)
_ALL_UNITS = re.compile(
    r"\b(?:seluruh|semua|setiap|para|masing[\s-]masing)?\s*(?:kepala\s+)?(?:perangkat\s+daerah|opd|skpd|skpk)\b(?!\s+(?:terkait|[A-Z]))",
    _I,
)
SECTION_OF = re.compile(
    r"^(?:bidang|inspektur\s+pembantu|irban(?:sus|wil)?|sub\s*bid(?:ang)?|tim\s+kerja|komite|sekretariat|sub\s*bagian|subbag(?:ian)?|seksi|bagian|instalasi|upt[d]?|unit|balai(?!\s+(?:besar|diklat|pom|kota|desa))|kelompok\s+kerja|pokja|laboratorium)\b(?!\s+daerah)[\w ,./&()-]{2,80}$|^sekretariat$",
    _I,
)
_BARE_PART = re.compile(
    r"bagian(?!.*\b(?:setda|sekretariat)\b)(?:\s+(?-i:[A-Z][a-z]+)(?:\s+dan(?=\s))?){1,4}", re.IGNORECASE
)
_OFFICE = re.compile(
    r"^(?:direktur(?:\s+\w+)?|kepala\s+(?:dinas|badan|bidang|kantor)|sekretaris\s+(?:dinas|badan)|(?:wakil\s+direktur|wadir)(?:\s+\w+){0,3}|kadis|kaban|kakan|sekdis|sekban|inspektur|pimpinan|manajemen)$",
    _I,
)
# `Bidang Penagihan (Kabid)`
_WHO_LEADS = re.compile(r"\s*\((?:ka[a-z]{0,6}|kepala|ketua|koordinator|pj|pic)\b[^()]{0,30}\)$", _I)
_LOCAL_PART = re.compile(
    r"(?:Kecamatan|Kelurahan|Distrik|Desa|Nagari|Kampung|Kapanewon|Kemantren|Gampong|Pekon|Puskesmas)(?:\s[A-Z][\w'-]+){1,3}"
)
_PART_OF_ANOTHER = re.compile(
    r"\s(?:Dinas|Badan|Sekretariat Daerah|Inspektorat|Rumah Sakit|Satuan)\s|^Sekretariat (?:DPRD|Dewan)|^Puskesmas"
)
_TO_US = re.compile(
    r"\b(?:kami|kita|pimpinan\s+kami|internal)\W*$|\bkami\s+(?:ajukan|kerjakan|lakukan|tindaklanjuti|bawa)\b", _I
)
_TO_YOU = re.compile(r"\b(?:bapak|ibu|saudara|tuan\s+rumah)\b", _I)
# `RSUD & Dinkes`: the first of two units.
_AND_UNIT = re.compile(
    r"\s&\s(?=(?:Bidang|Bagian|Dinas|Badan|Biro|Sekretariat|UPT|RSUD|Inspektorat|Bap[a-z]{3}|Din(?:kes|sos|dik)|Dis(?:duk|kom|dag|nak|hub|par|dik|perin)|B[A-Z]{3,}|D[A-Z]{3,}))"
)
_WHO_THEN_WHAT = re.compile(
    r"\s*(?:(?:kepada|bagi|untuk)\s+)?(?P<name>[^:;>]{2,130}?)\s*(?::|-{1,2}>|=>|→|⇒)\s+(?=\S+\s+\S)", _I
)
_OF_REGION = re.compile(
    r"(?:Kecamatan|Kelurahan|Distrik|Puskesmas|Rumah Sakit Umum Daerah)\s+[A-Z]"
)  # parts of a region with names of their own
_ADDRESSED = re.compile(
    r"^\W*(?:(?:rekomendasi|saran|usul(?:an)?|masukan|catatan|tindak\s+lanjut)\s+)?(?:kepada|untuk|bagi|buat)\s+(?:yth\.?\s+)?(?:bapak\s+|ibu\s+)?(?:kepala\s+)?",
    _I,
)


class UnitNames:
    """Resolves names; short names take the region of the home side."""

    def __init__(self, facts: Facts, text: str = "", codes: Mapping[str, str] = MappingProxyType({})) -> None:
        self.home = next((party.name for party in facts.parties if party.role == "home"), None)
        self.host = next((party.name for party in facts.parties if party.role == "host"), None)
        if self.home and self.host and is_for_host(text, region_of(self.home), region_of(self.host)):
            self.home, self.host = self.host, self.home
        elif facts.kind in (Kind.LETTER, Kind.OTHER) and is_hosts_paper(text, self.home, self.host):
            self.home, self.host = self.host, self.home  # those who receive tell their own units what to do
        self.region = (region_of(self.home) if self.home else None) or home_region(facts, text)
        self.host_region = region_of(self.host) if self.host else None
        self.guests = GuestNames(self.region, self.host, self.host_region)
        self.text = text
        self.closings = closings_of(text, facts.units or ())
        self._recipient = recipient_line(text) if facts.kind is Kind.LETTER else None
        self.english = short_in_english(text)
        self._known: dict[str, list[InstitutionMention]] = {}  # the same heading stands above many
        self.teams = teams_of(text)
        self.short = short_forms(facts, self.region)
        self.fields = Fields(facts, self.region, text)
        for short, unit in (legend_of(text) | dict(codes)).items():
            self.short.setdefault(short, self.of_owner(unit) or unit)

    def _of_legend(self, name: str) -> str | None:
        """The unit that the document's own list of short names gives for the first part of `name`."""
        first = re.split(r"[,/;&+]|\sdan\s", name)[0].strip(" .:")
        return self.short.get(first) or team_of(first, self.region)

    def _agency(self, name: str | None) -> str | None:
        """`name` if it is an agency's and not a government's."""
        return name if name and not self._is_government(name) else None

    def of_line(self, line: str | None) -> str | None:
        """The unit named in a heading, a lead-in or a cell of the owner column."""
        if not line:
            return None
        line = without_portion(line.strip())
        if (side := self.guests.of_side(line)) and (named := self._of_side(*side)):
            return named
        if self._recipient and is_recipients(line):
            addressed = institutions_in(self._recipient, self.region)
            return addressed[0].name if addressed else None
        mentions = self._mentions(line) or self._mentions(as_unit(line))
        if mentions and mentions[0].kind != "government":
            return mentions[0].name
        if many := many_of_one_kind(line):
            return many
        if mentions:
            return mentions[0].name
        if (head := local_head(line)) and (named := self.of_owner(head)):
            return named
        if named := company_addressed(line, institutions_in(line, self.region), self.region, self.host_region):
            return named
        if named := self._agency(own_head(bare_heading(line), self.home)):
            return named
        if (office := office_in(line)) and self.region:
            return government_of(self.region) if office == "region" else f"Sekretariat Daerah {self.region}"
        if is_own_unit(line) and self.home and not self._is_government(self.home):
            return self.home
        if (team := self.teams.get(line.casefold())) and self._is_unit(team):
            return self._mentions(team)[0].name
        if guest := self.guests.of_line(line):
            return guest
        if _HOST.search(line):
            return self.host
        if self.guests.names(line):
            return None
        for word in re.findall(r"\b[A-Z][A-Za-z]{2,}\b", line):
            if word in self.short:
                return self.short[word]
        if match := OWN_GOVERNMENT.search(line):
            return government_of(self.region) if self.region and match else None
        if _ALL_UNITS.search(line) and self.region:
            return f"Perangkat Daerah {self.region}"
        return None

    def _of_side(self, theirs: bool, unit: str | None) -> str | None:
        """Of `daerah asal (DPMD)`, `Tujuan`: the unit in brackets, or that side's party; who `instansi asal` is must be known."""
        if theirs:
            self.guests.given.update(filter(None, [named := self.guests.hosts(unit)]))
            return named
        return self.of_owner(unit) if unit else self.home

    def of_owner(self, cell: str | None) -> str | None:
        """The unit in the owner column: an institution, or a section of the home agency."""
        if not cell:
            return None
        if (side := self.guests.of_side(cell)) and (named := self._of_side(*side)):
            return named
        if self.home and cell.endswith(f" {self.home}") and SECTION_OF.match(cell[: -len(self.home) - 1]):
            return cell  # resolved before
        cell = _AND_UNIT.split(cell)[0]
        if cell in self.guests.given:
            return cell
        if guest := self.guests.exactly(cell):
            return guest
        first = re.split(
            r"\s*(?:,|;|/(?!Jasa\b)|\n|→|=>|->| bersama | dan (?=(?:Bidang|Bagian|Sub|Seksi|Dinas|Badan|Sekretariat|UPT)))\s*",
            cell.strip(),
        )[0].strip(" .-–")
        if party := self._of_party(first):
            return party
        if is_ourselves(first) and (own := self._agency(self.home)):
            return own
        if is_our_part(first):
            return None  # `Bidang kami`: the writer's own, whose name stands elsewhere if at all
        first = _WHO_LEADS.sub("", without_ours(first))
        if named := self._of_legend(first):
            return named
        if (unit := as_unit(first)) != first and (known := self._mentions(first)) and not SECTION_OF.match(unit):
            return known[0].name  # `Bag. Org`, which the list of short names knows
        first = unit
        if named := self._of_another(first):
            return named
        if self.region and _LOCAL_PART.fullmatch(first) and not self._mentions(first):
            return f"{first} {self.region}"
        if (
            self.home
            and SECTION_OF.match(first)
            and not self._is_government(self.home)
            and not self._mentions_government_part(first)
        ):
            known = self._mentions(first)
            if not known or SECTION_OF.match(known[0].name) is None or not known[0].name.endswith(self.home):
                return f"{first} {self.home}"
            return known[0].name
        if self._mentions_government_part(first) and self.region and _BARE_PART.fullmatch(first):
            return f"{first} Sekretariat Daerah {self.region}"
        if named := self.of_line(cell):
            return named
        if company := next((m for m in institutions_in(first, self.region) if m.kind == "company"), None):
            return first if company.start == 0 else None
        if SECTION_OF.match(first):
            return f"{first} {self.home}" if self.home and not self._is_government(self.home) else first
        if _OFFICE.match(first):
            if (
                first.casefold() == "inspektur"
                and self.region
                and self.home
                and not self.home.startswith("Inspektorat")
            ):
                return self.of_line("Inspektorat")
            return self.home
        if called := self.fields.called(cell):
            return called
        short = (
            f"Dis{cell.strip().lower()}" if self.region and cell.strip().isalpha() else ""
        )  # `Dukcapil` above a column
        return self._mentions(short)[0].name if self._is_unit(short) else None

    def _of_another(self, section: str) -> str | None:
        """`Bidang IKP Diskominfo`, `Bagian Umum Setda`, `Sekretariat DPRD`: a part of an agency that it names itself."""
        bare_bagian = _BARE_PART.fullmatch(section) is not None and not self._mentions_government_part(section)
        if bare_bagian or not SECTION_OF.match(section):
            return None
        known = next(iter(self._mentions(section)), None)
        if known is None or known.name == self.home or not self.region or not known.name.endswith(self.region):
            return None
        if known.start == 0:
            return known.name if _PART_OF_ANOTHER.search(known.name) else None
        part = section[: known.start].strip()
        return f"{part} {known.name}" if len(section) - known.end <= 1 and SECTION_OF.match(part) else None

    def _of_party(self, name: str) -> str | None:
        """`Palu`, `Pandeglang (Bidang RR)` beside each other's tasks: the party of that region."""
        name = name.split("(")[0].strip()
        for party, region in ((self.home, self.region), (self.host, self.host_region)):
            if party and region and self.region != self.host_region and name in (region, region.split(" ", 1)[-1]):
                return party
        return None

    def of_mark(self, who: str) -> str | None:
        """Whom a mark stands for in the document's legend: `untuk Ibu di Boyolali`, `akan kami ajukan ke pimpinan kami`."""
        if _TO_US.search(who):
            return self._agency(self.home)
        if _TO_YOU.search(who) or self.guests.names(who):
            return self._agency(self.host)
        return self.of_line(who)

    def label(self, text: str) -> tuple[str | None, int]:
        """Of `Bappeda: masukkan …` or `Biro Organisasi --> siapkan …` the unit and where the action begins; else (None, 0)."""
        if end := end_of_for_whom(text):
            return (self.of_line(text[:end]), end) if self.of_line(text[:end]) else (None, 0)
        match = _WHO_THEN_WHAT.match(text)
        if match is None:
            return None, 0
        if guest := self.guests.exactly(match["name"]) or self.guests.told(text):
            return guest, match.end()
        name = as_unit(match["name"])
        if not self._is_unit(name) and not office_in(name) and not is_own_unit(name) and not SECTION_OF.match(name):
            return None, 0
        return self.of_owner(name), match.end()

    def _is_unit(self, name: str) -> bool:
        """`name` names a unit, or several, and nothing else."""
        mentions = self._mentions(name)
        return bool(mentions) and mentions[0].start == 0 and len(name) - mentions[-1].end <= 2

    def _mentions_government_part(self, first: str) -> bool:
        """`Bagian Organisasi` is of the regional secretariat, unless home is a hospital or a bureau, whose parts are called so too."""
        if not first.casefold().startswith("bagian") or self.home is None:
            return False
        return not self.home.casefold().startswith(("rumah sakit", "rsud", "biro", "sekretariat d"))

    @staticmethod
    def _is_government(name: str) -> bool:
        return name.casefold().startswith("pemerintah")

    def _mentions(self, text: str) -> list[InstitutionMention]:
        """Institutions in `text` that can be addressed: not the host's, no mere region, not the central ones."""
        if text in self._known:
            return self._known[text]
        found = self._known[text] = []
        for mention in institutions_in(text, self.region):
            if mention.kind in {"central", "company", "university"} or (
                mention.name == self.host and self.host != self.home and self.host_region != self.region
            ):
                continue
            if mention.region and self.host_region and mention.region == self.host_region != self.region:
                continue
            if self.region and mention.region and mention.region != self.region and mention.kind == "government":
                continue
            if self.guests.is_hosts_name(mention.name):
                continue
            found.append(self._with_region(self._or_own(text, without_blend(mention, self.region))))
        return found

    def _or_own(self, text: str, mention: InstitutionMention) -> InstitutionMention:
        """Initials that two agencies share (`BKD`) mean the document's own."""
        short = text[mention.start : mention.end].split(" ")[0]
        own = self.home is not None and self.short.get(short) == self.home and mention.region in (None, self.region)
        return replace(mention, name=self.home) if own and self.home and short.isupper() else mention

    def _with_region(self, mention: InstitutionMention) -> InstitutionMention:
        """`Kecamatan Rote Tengah`, `Puskesmas Lima Kaum I`: one of home's, which its own name does not say."""
        if mention.region is not None or self.region is None or not _OF_REGION.match(mention.name):
            return mention
        return replace(mention, name=f"{mention.name} {self.region}")

    def _of_section(self, line: str) -> str | None:
        """`Bidang Mutasi dan Promosi:`, `Kepada Bidang X, titipan saya …:`: a part of the home agency above its items."""
        name = re.split(r"[:,]", _ADDRESSED.sub("", bare_heading(line)))[0].strip()
        if len(name.split()) > 8 or not SECTION_OF.match(name) or not self.home or self._is_government(self.home):
            return None
        return self.of_owner(name)
