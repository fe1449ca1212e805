"""The unit that a name stands for: in a heading, an owner's cell or a label; short names take the region of the home side."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from nlp.components.institutions import government_of
from nlp.components.recommendation_bodies import company_addressed, local_head, team_of, without_portion
from nlp.components.recommendation_english import short_in_english
from nlp.components.recommendation_fields import Fields
from nlp.components.recommendation_legend import legend_of, teams_of
from nlp.components.recommendation_mentions import Mentions
from nlp.components.recommendation_offices import (
    as_unit,
    end_of_for_whom,
    is_our_part,
    is_ourselves,
    is_own_unit,
    many_of_one_kind,
    office_in,
    own_head,
    without_ours,
)
from nlp.components.recommendation_references import closings_of
from nlp.components.recommendation_sides import institutions_in, is_recipients, recipient_line
from nlp.components.recommendation_words import bare_heading
from nlp.extraction import Kind
from nlp.facts import Facts

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
# What parts the first of several owners from the next.
_NEXT_OWNER = re.compile(
    r"\s*(?:,|;|/(?!Jasa\b)|\n|→|=>|->| bersama | dan (?=(?:Bidang|Bagian|Sub|Seksi|Dinas|Badan|Sekretariat|UPT)))\s*"
)
_WHO_THEN_WHAT = re.compile(
    r"\s*(?:(?:kepada|bagi|untuk)\s+)?(?P<name>[^:;>]{2,130}?)\s*(?::|-{1,2}>|=>|→|⇒)\s+(?=\S+\s+\S)", _I
)
_ADDRESSED = re.compile(
    r"^\W*(?:(?:rekomendasi|saran|usul(?:an)?|masukan|catatan|tindak\s+lanjut)\s+)?(?:kepada|untuk|bagi|buat)\s+(?:yth\.?\s+)?(?:bapak\s+|ibu\s+)?(?:kepala\s+)?",
    _I,
)


class UnitNames(Mentions):
    """Resolves names; short names take the region of the home side."""

    def __init__(self, facts: Facts, text: str = "", codes: Mapping[str, str] = MappingProxyType({})) -> None:
        super().__init__(facts, text)
        self.text = text
        self.closings = closings_of(text, facts.units or ())
        self._recipient = recipient_line(text) if facts.kind is Kind.LETTER else None
        self.english = short_in_english(text)
        self.teams = teams_of(text)
        self.fields = Fields(facts, self.region, text)
        for short, unit in (legend_of(text) | dict(codes)).items():
            self.short.setdefault(short, self.of_owner(unit) or unit)

    def _of_legend(self, name: str) -> str | None:
        """The unit that the document's own list of short names gives for the first part of `name`."""
        first = re.split(r"[,/;&+]|\sdan\s", name)[0].strip(" .:")
        return self.short.get(first) or team_of(first, self.region)

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
        return self._of_name(line) or self._of_office(line) or self._of_description(line)

    def _of_name(self, line: str) -> str | None:
        """The unit by its own name; a government only where the line does not speak of many units."""
        mentions = self._mentions(line) or self._mentions(as_unit(line))
        if mentions and mentions[0].kind != "government":
            return mentions[0].name
        return many_of_one_kind(line) or (mentions[0].name if mentions else None)

    def _of_office(self, line: str) -> str | None:
        """The unit by the office that leads it, by a company's kind, by what the writers call themselves or their teams."""
        if (head := local_head(line)) and (named := self.of_owner(head)):
            return named
        if named := company_addressed(line, institutions_in(line, self.region), self.region, self.host_region):
            return named
        if named := self._agency(own_head(bare_heading(line), self.home)):
            return named
        if (office := office_in(line)) and self.region:
            return government_of(self.region) if office == "region" else f"Sekretariat Daerah {self.region}"
        if is_own_unit(line) and (named := self._agency(self.home)):
            return named
        team = self.teams.get(line.casefold())
        return self._mentions(team)[0].name if team and self._is_unit(team) else None

    def _of_description(self, line: str) -> str | None:
        """The unit that a line speaks of without its name: the host, a short form, `pemerintah kabupaten`, all units of the region."""
        if guest := self.guests.of_line(line):
            return guest
        if _HOST.search(line):
            return self.host
        if self.guests.names(line):
            return None
        for word in re.findall(r"\b[A-Z][A-Za-z]{2,}\b", line):
            if word in self.short:
                return self.short[word]
        if self.region is None:
            return None
        if OWN_GOVERNMENT.search(line):
            return government_of(self.region)
        return f"Perangkat Daerah {self.region}" if _ALL_UNITS.search(line) else None

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
        first = _NEXT_OWNER.split(cell.strip())[0].strip(" .-–")
        if party := self._of_party(first):
            return party
        if is_ourselves(first) and (own := self._agency(self.home)):
            return own
        if is_our_part(first):
            return None  # `Bidang kami`: the writer's own, whose name stands elsewhere if at all
        return self._of_first_owner(_WHO_LEADS.sub("", without_ours(first)), cell)

    def _of_first_owner(self, first: str, cell: str) -> str | None:
        """The same of the first of those whom the cell names; what it says as a whole where that one is not known."""
        if named := self._of_legend(first):
            return named
        unit = as_unit(first)
        if unit != first and (known := self._mentions(first)) and not SECTION_OF.match(unit):
            return known[0].name  # `Bag. Org`, which the list of short names knows
        return self._of_another(unit) or self._of_own_part(unit) or self.of_line(cell) or self._of_unknown(unit, cell)

    def _of_own_part(self, part: str) -> str | None:
        """`Kelurahan Sukamaju`, `Bidang Mutasi`, `Bagian Umum`: a part of home's region, of the home agency, of its secretariat."""
        if self.region and _LOCAL_PART.fullmatch(part) and not self._mentions(part):
            return f"{part} {self.region}"
        of_secretariat = self._mentions_government_part(part)
        if SECTION_OF.match(part) and not of_secretariat and (agency := self._agency(self.home)):
            known = next((mention.name for mention in self._mentions(part)), "")
            return known if SECTION_OF.match(known) and known.endswith(agency) else f"{part} {agency}"
        if of_secretariat and self.region and _BARE_PART.fullmatch(part):
            return f"{part} Sekretariat Daerah {self.region}"
        return None

    def _of_unknown(self, unit: str, cell: str) -> str | None:
        """Where no list knows the name: a company, a section, the office that leads home, a field of work."""
        if company := next((m for m in institutions_in(unit, self.region) if m.kind == "company"), None):
            return unit if company.start == 0 else None
        if SECTION_OF.match(unit):
            return f"{unit} {agency}" if (agency := self._agency(self.home)) else unit
        if _OFFICE.match(unit):
            inspects = self.home is not None and self.home.startswith("Inspektorat")
            of_region = unit.casefold() == "inspektur" and self.region and self.home and not inspects
            return self.of_line("Inspektorat") if of_region else self.home
        if called := self.fields.called(cell):
            return called
        name = cell.strip()
        short = f"Dis{name.lower()}" if self.region and name.isalpha() else ""  # `Dukcapil` above a column
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

    def _mentions_government_part(self, first: str) -> bool:
        """`Bagian Organisasi` is of the regional secretariat, unless home is a hospital or a bureau, whose parts are called so too."""
        if not first.casefold().startswith("bagian") or self.home is None:
            return False
        return not self.home.casefold().startswith(("rumah sakit", "rsud", "biro", "sekretariat d"))

    def _of_section(self, line: str) -> str | None:
        """`Bidang Mutasi dan Promosi:`, `Kepada Bidang X, titipan saya …:`: a part of the home agency above its items."""
        name = re.split(r"[:,]", _ADDRESSED.sub("", bare_heading(line)))[0].strip()
        if len(name.split()) > 8 or not SECTION_OF.match(name) or not self.home or self._is_government(self.home):
            return None
        return self.of_owner(name)
