"""The host's units where participants worked: from the column of loci, from lists and sentences that place them, else the host itself."""

import re
from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from nlp.components.delimited_tables import delimited_tables
from nlp.components.institutions import region_of
from nlp.components.placement_agreed import agreed_places
from nlp.components.placement_cards import from_cards
from nlp.components.placement_counts import warning_of_places
from nlp.components.placement_days import from_answers, from_day_sentences, from_days
from nlp.components.placement_elsewhere import from_elsewhere
from nlp.components.placement_found import FAR, Found, Places, once
from nlp.components.placement_glossary import glossary_of
from nlp.components.placement_lists import from_headings, from_labels, from_lists, from_person_lines, from_placed_people
from nlp.components.placement_rows import from_counted_line, from_people_rows, from_squads
from nlp.components.placement_sections import from_sections
from nlp.components.placement_sentences import from_sentences
from nlp.components.placement_shares import from_groups, from_shares
from nlp.components.placement_tables import from_bare_rows, from_forms, from_tables, told_of_people
from nlp.components.placement_ticks import from_rotation, from_ticks
from nlp.components.placement_unit_names import is_agency, is_section
from nlp.components.placement_units import UnitNames
from nlp.components.placement_when import from_when_and_where
from nlp.components.recommendation_units import Unit, units_of
from nlp.components.tables import Table, tables_of
from nlp.extraction import Kind, Party, Placement
from nlp.facts import Facts
from nlp.source import Source

_I = re.IGNORECASE
_BELOW = re.compile(
    r"(?:UPT[DB]?|UPPD|KPPD|UP3AD|Unit|Balai|BPP|Laboratorium|Instalasi|Puskesmas|TPST|TPS3R|TPA|Bank\s+Sampah|Pos|IGD|ICU|NICU|PICU|Pusdalops|Loket|Museum|Samsat|Pasar|Puskeswan|Rumah\s+Potong|RPH|Terminal|Pelabuhan|Mal\s+Pelayanan\s+Publik|Kebun|Kecamatan|Kemantren|Kapanewon|Distrik|Kelurahan|Kalurahan|Desa|Nagari|Galeri|Depo|Gudang|Rumah\s+(?:Kemasan?|Produksi|Kreatif)|(?:SD|SMP|SMA|SMK|TK|SLB)N?)\b"
)
# In a sentence these are more often where the host lies than a locus below an agency.
_AREA = re.compile(r"(?:Desa|Kelurahan|Kecamatan|Distrik|Nagari|Kalurahan|Kapanewon|Kemantren)\b")
# What an agency is divided into; a UPT or a laboratory is a place of its own.
_OFFICE_ROOM = re.compile(r"(?:Sub)?(?:bagian|bidang)\b|Seksi\b|Sekretariat\b|Ruang\b", _I)
# Where one met for an hour.
_MEETING_ROOM = re.compile(r"(?:Ruang\s+(?:Rapat|Pertemuan|Sidang|Baca|Pola|Data|Kerja|Tamu)|Aula|Gedung)\b")
_AT_OFFICE = re.compile(
    r"(?<!diterima di )(?<!disambut di )\bkantor\s+(?:(?:satpol|satuan|dinas|badan|induk|pusat|inspektorat|sekretariat)\b|(?-i:B[a-z]{2,9}|B[A-Z]{2,7}|D(?:is|in)[a-z]{2,9}|D[A-Z]{2,7})\b)",
    _I,
)
# `belajar di kantor kami`: the host who writes.
_OUR_OFFICE = re.compile(
    r"\b(?:magang|studi\s+\w+|belajar|kunjungan|berkunjung|menimba\s+ilmu|kaji\s+\w+|benchmarking)\b[^.;]{0,60}?\b(?:di|pada|ke)\s+(?:kantor|tempat|instansi|lembaga)\s+kami\b",
    _I,
)
# `Permintaan untuk meninjau RSUD X belum dapat kami penuhi.`
_REFUSED = re.compile(
    r"(?:(?!\b(?:namun|tetapi|tapi|sedangkan|dan|sementara)\b)[^.;,]){0,60}?\b(?:belum|tidak|tak)\s+(?:dapat|bisa|mungkin|jadi|sempat)\s+(?:\w+\s+)?(?:di|me)?(?:penuhi|menuhi|kabulkan|ngabulkan|terima|nerima|layani|fasilitasi|kunjungi|ngunjungi|akomodasi|setujui|luluskan)\b",
    _I,
)
_AGENCY = re.compile(
    r"(?:Dinas|Badan|Inspektorat|Kecamatan|RSUD|Rumah\s+Sakit)\b|(?:Bagian|Biro)\s.*\bSekretariat\s+Daerah\b"
)
_NAMES = re.compile(r"\bnama\b|^(?:peserta|pemagang|names?)\b", _I)
_LOCI = re.compile(r"\blokus\b|\bpenempatan\b|\btempat\s+magang\b", _I)
# Words without which an article tells of no journey on which somebody could have been placed.
_JOURNEY = re.compile(
    r"\b(?:magang|pemagang\w*|studi\s+\w+|study|kunjung\w*|berkunjung|mengunjungi|kunker|kunja|visitasi|kaji\s+\w+|benchmarking|berguru|praktik|belajar\s+(?:di|ke|dari|pada|langsung|soal|tentang)|(?:menimba|menyerap)\s+ilmu\s+(?:di|ke|dari|pada)|ditempatkan|ditugaskan|patok\s+banding|rombongan|delegasi|lokus|bertandang|bertukar|pertukaran|sambangi|menyambangi|bertolak|diberangkatkan|diutus|detasering)\b",
    _I,
)
_GOVERNMENT = "Pemerintah "
_NEXT_TO = 60  # characters after a unit in which the next one is named


class Placements:
    """Fills `facts.placements` where the document speaks of an internship or a visit with a host."""

    def __call__(self, doc: Doc) -> Doc:
        source: Source = doc._.source
        facts: Facts = doc._.facts
        if facts.kind is not Kind.OTHER or any(party.role == "host" for party in facts.parties):
            facts.placements = _with_elsewhere(source, facts, find_placements(source, facts))
        else:
            facts.placements = _of_list(source)
        if warning := warning_of_places(source, units_of(source), facts.placements):
            facts.warnings.append(warning)
        return doc


def find_placements(source: Source, facts: Facts) -> list[Placement]:
    """Each unit once, in the order of the text."""
    units = units_of(source)
    if facts.kind in (Kind.MOU, Kind.AGREEMENT):
        found = agreed_places(source, units, facts)
        return [Placement(item.name, item.rows, source.evidence(item.start, item.end), 0.85) for item in found]
    hosts = [party for party in facts.parties if party.role == "host"]
    host = next(iter(hosts), None)
    if host is None:
        return _without_host(source, units, facts)
    places = Places(source, units, UnitNames(host, glossary=glossary_of(source.text), own=_sent_from(facts)))
    tables = [*told_of_people(tables_of(source, units)), *delimited_tables(source)]
    found = once([*from_tables(places, tables)]) or once([*from_ticks(places, tables), *from_rotation(places, tables)])
    scheduled = [item for item in found if item.passing]
    if found and not (scheduled and is_agency(host)):
        return [Placement(item.name, item.rows, source.evidence(item.start, item.end), 0.95) for item in found]
    stated = once([*_stated(places, tables), *scheduled])
    found = once([*stated, *from_sentences(places), *from_when_and_where(places), *from_day_sentences(places)])
    found = _without_wholes([item for item in found if not _REFUSED.match(source.text, item.end)])
    if not found and not is_agency(host):
        found = once([*from_headings(places)])
    if is_agency(host):
        sure = [item for item in found if (item in stated and not item.passing) or not _may_be_area(item)]
        return _at_agency(source, facts, hosts, sure)
    return [Placement(item.name, item.rows, source.evidence(item.start, item.end), 0.85) for item in found]


def _stated(places: Places, tables: Sequence[Table]) -> list[Found]:
    """The places that lists, labels, forms, cards and the like state."""
    return [
        *from_shares(places),
        *from_labels(places),
        *from_groups(places),
        *from_forms(places, tables),
        *from_bare_rows(places, tables),
        *from_placed_people(places),
        *from_person_lines(places),
        *from_squads(places),
        *from_people_rows(places),
        *from_counted_line(places),
        *from_cards(places),
        *from_lists(places),
        *from_sections(places),
        *from_days(places),
        *from_answers(places),
    ]


def _may_be_area(item: Found) -> bool:
    """A village or district that a sentence names: rather where the host lies, unless a group with its heads was there."""
    return _AREA.match(item.name) is not None and not (item.parted and item.rows)


def _without_wholes(found: Sequence[Found]) -> list[Found]:
    """`Instansi tujuan: Pemerintah Kabupaten X`, `Lokus: Dinas Y Kabupaten X`: a government beside one of its units is no place."""
    within = {region_of(item.name) for item in found if not item.name.startswith(_GOVERNMENT)}
    return [item for item in found if not item.name.startswith(_GOVERNMENT) or region_of(item.name) not in within]


def _with_elsewhere(source: Source, facts: Facts, found: Sequence[Placement]) -> list[Placement]:
    """Those and the places outside the one host; the host itself stands for them no longer where it is not one of them."""
    if facts.kind in (Kind.MOU, Kind.AGREEMENT):
        return list(found)
    units = units_of(source)
    names = UnitNames(None, own=_sent_from(facts))
    further = {item.name: item for item in from_elsewhere(Places(source, units, names))}
    placed = [
        Placement(item.name, item.rows, source.evidence(item.start, item.end), 0.75)
        for item in further.values()
        if item.name not in {one.unit for one in found if one.count is not None or item.rows is None}
    ]
    told = {placement.unit for placement in placed}
    return [*(one for one in found if one.unit not in told), *placed]


def _of_list(source: Source) -> list[Placement]:
    """A decree or an export that lists people with their loci: those that the column names with a region."""
    units = units_of(source)
    tables = [
        table
        for table in [*tables_of(source, units), *delimited_tables(source)]
        if table.column(_NAMES) is not None and table.column(_LOCI) is not None
    ]
    places = Places(source, units, UnitNames(None, glossary=glossary_of(source.text)))
    found = [item for item in once([*from_tables(places, tables)]) if region_of(item.name)]
    regions = {region_of(item.name) for item in found}
    return [
        Placement(item.name, item.rows, source.evidence(item.start, item.end), 0.7)
        for item in found
        if len(regions) == 1
    ]


def _without_host(source: Source, units: Sequence[Unit], facts: Facts) -> list[Placement]:
    """Where the document does not say who received: the units that it calls loci with their region, home's own left out."""
    places = Places(source, units, UnitNames(None, glossary=glossary_of(source.text)))
    own = {region_of(party.name) for party in facts.parties}
    tables = [*tables_of(source, units), *delimited_tables(source)]
    found = once([*from_tables(places, tables), *from_labels(places), *from_forms(places, tables), *from_lists(places)])
    if not found and any(own):
        found = once([*from_sentences(places)])
    regions = {region for item in found if (region := region_of(item.name))} - own
    column = {item.name for item in from_tables(places, tables)} if len(regions) == 1 else set()
    placed = [
        item
        for item in found
        if (region := region_of(item.name)) in regions or (region is None and item.name in column)
    ]
    return [Placement(item.name, item.rows, source.evidence(item.start, item.end), 0.7) for item in placed]


def _sent_from(facts: Facts) -> frozenset[str]:
    """The regions of those who sent participants."""
    return frozenset(
        region for party in facts.parties if party.role == "home" and (region := region_of(party.name)) is not None
    )


def _at_agency(source: Source, facts: Facts, hosts: Sequence[Party], found: Sequence[Found]) -> list[Placement]:
    """The units within the host agency that the document names as loci, else the host itself; all hosts where there are several."""
    host = hosts[0]
    found = _without_whole_of_parts(found, host.name)
    elsewhere = _elsewhere(source, found, host.name)
    further = [_as_place(other) for other in hosts[1:] if is_agency(other)]
    within = [item for item in found if _is_locus_within(item, host.name)]
    if elsewhere:
        within = [item for item in within if not _OFFICE_ROOM.match(item.name)]
    if region_of(host.name) and (elsewhere or further):
        itself = next((item for item in found if item.name == host.name and item.rows), None)
        placed = once([itself or _as_place(host), *further, *elsewhere, *within])
    elif within:
        own = [_as_place(host)] if _some_at_the_office(source, facts, within) else []
        placed = once([*own, *(item for item in found if item.name == host.name or item in within)])
    elif facts.kind is Kind.LETTER and (named := [item for item in found if not _in_a_room(item)]):
        own = [_as_place(host)] if _OUR_OFFICE.search(source.text) else []
        placed = once([*own, *named])
    else:
        placed = []
    if placed:
        return [Placement(item.name, item.rows, source.evidence(item.start, item.end), 0.8) for item in placed]
    if facts.kind is Kind.NEWS and not _JOURNEY.search(source.text):
        return []  # of a cooperation that is signed
    return [Placement(host.name, None, host.evidence, 0.9)]


def _as_place(host: Party) -> Found:
    return Found(host.evidence.start, host.evidence.end, host.name)


def _without_whole_of_parts(found: Sequence[Found], host: str) -> Sequence[Found]:
    """Where all participants are told group by group, nobody stayed at the agency itself."""
    parted = [item for item in found if item.rows and item.name != host]
    if len(parted) > 1 and any(item.parted for item in parted):
        return [item for item in found if item.name != host or item.rows]
    return found


def _elsewhere(source: Source, found: Sequence[Found], host: str) -> list[Found]:
    """What lies in another region, and agencies beside the host that are written in full or were given a group."""
    region = region_of(host)
    return [
        item
        for item in found
        if region_of(item.name) not in {None, region}
        or ((item.parted or _in_full(source, item)) and _is_another(item.name, host))
    ]


def _is_locus_within(item: Found, host: str) -> bool:
    """A unit within the host agency where participants worked, not where they met or sat for a while."""
    if item.name == host or _in_a_room(item) or _MEETING_ROOM.match(item.name):
        return False
    return _is_part(item.name, host) or (item.parted and bool(item.rows))


def _some_at_the_office(source: Source, facts: Facts, within: Sequence[Found]) -> bool:
    """Whether some were at the agency itself: its office is named beside a unit, or one unit took only some of them."""
    if any(_AT_OFFICE.search(source.text, max(0, item.start - FAR), item.end + _NEXT_TO) for item in within):
        return True
    if facts.kind is Kind.LETTER and _OUR_OFFICE.search(source.text) is not None:
        return True
    return len(within) == 1 and within[0].some


def _in_a_room(item: Found) -> bool:
    """Where one sat for a while within the agency."""
    return item.passing and _OFFICE_ROOM.match(item.name) is not None


def _is_another(name: str, host: str) -> bool:
    """An agency of its own beside the host."""
    return _AGENCY.match(name) is not None and name != host and not name.endswith(host)


def _in_full(source: Source, item: Found) -> bool:
    """Written with its region: `dua hari di antaranya di Dinas X Kota Y`."""
    return region_of(" ".join(source.text[item.start : item.end].split())) is not None


def _is_part(name: str, host: str) -> bool:
    """A unit of its own within the host agency or below it: a Bidang, a UPT, a laboratory, a Puskesmas."""
    return name != host and (is_section(name) or _BELOW.match(name) is not None)


@Language.factory("placements")
def make_placements(nlp: Language, name: str) -> Placements:
    """The factory spaCy calls."""
    return Placements()
