"""What a unit is called in full: with the agency or the region that it belongs to."""

import re
from collections.abc import Sequence

from nlp.components.institutions import region_of
from nlp.extraction import Party
from nlp.words.places import find_regions

SECTION = (
    r"Bidang|Bagian|Subbagian|Subbidang|Seksi|Sekretariat|Direktorat(?:\s+Jenderal)?|Subdirektorat|Pusat|Deputi|Kedeputian|Fakultas|Jurusan"
    r"|Program\s+Studi|Inspektur\s+Pembantu|Irban|Poliklinik|Ruang|Bangsal|Instalasi|Unit(?!\s+(?:Pelaksana|Pengelola|Layanan|Pengolahan)\b)"
)
# Heads of what has no name of its own without its region.
_LOCAL = re.compile(
    r"(?:UPT[DB]?|Balai|Unit|Kelurahan|Kecamatan|Kemantren|Kapanewon|Kalurahan|Distrik|Desa|Nagari|Gampong|Pekon|Puskesmas|Labkesda"
    r"|Laboratorium|Samsat|Mal\s+Pelayanan\s+Publik|Dinas|Badan(?!\s+Pengelola)|Kantor|Satuan|Inspektorat|Bagian|Bidang|BPP|Pustu|RSD|Loket|Pos|MPP|Sekretariat|UPI|Perusahaan\s+Umum\s+Daerah|Perumda|PDAM)\b"
)
# A hospital has a name of its own, but belongs to the government that received.
_HOSPITAL = re.compile(r"(?:Rumah\s+Sakit\s+(?:Umum\s+)?Daerah|RSUD)\s")
# A brand that bears the region's name: `BLU UPTD Trans Semarang`.
OF_ONE_WORD = re.compile(
    r"(?:BLUD?\s+)?(?:UPT[DB]?|BLUD?)\s+Trans\s+[A-Z]\w+|BLUD?\s+(?:UPT[DB]?\s+)?[A-Z]\w+\s+[A-Z]\w+"
)
OFFICE = re.compile(
    r"^Kantor\s+(?=(?:Kecamatan|Kelurahan|Desa|Dinas|Badan|Camat|Kemantren|Distrik|Satpol|Satuan|Inspektorat|BP[A-Z]+|DP[A-Z]+)\b)"
)
_HEAD_ALONE = 2  # words: `Puskesmas Banyumas` has no other name
_SPOKEN = re.compile(r"\b(?:Dukcapil|Capil)\b")  # an agency's everyday name that no list of short forms holds
_CALLED_AFTER = re.compile(r"\b(?:Museum|Monumen|Galeri)\s+\w+$")  # `UPTD Museum Bali`: the region's name is its own
_VILLAGE = re.compile(r"(?:Desa|Kelurahan|Kalurahan|Nagari|Gampong|Pekon|Kampung)\s")
_BELOW = re.compile(r"(?:UPT[DB]?|Pos|Balai|BPP|Koordinator\s+Wilayah)\s")
_AREA = re.compile(r"(?:Kecamatan|Distrik|Kapanewon|Kemantren|Wilayah|Kelurahan)\s")
_AREAS = {"Kec": "Kecamatan", "Kel": "Kelurahan", "Kap": "Kapanewon", "Kem": "Kemantren"}
_AREA_SHORT = re.compile(r"^(?P<area>Kec|Kel|Kap|Kem)\.?\s")
_DISTRICT = re.compile(r"(?:Kecamatan|Distrik|Kapanewon|Kemantren)\s")
# What lies in a regency though a province may run it.
_OF_A_REGENCY = re.compile(
    r"(?:Balai\s+Penyuluhan|BPP|Puskesmas|Pustu|Kecamatan|Distrik|Kelurahan|Desa|Kampung|Nagari|Pasar|Pelabuhan|Puskeswan|Koordinator\s+Wilayah)\s"
)
_REGENCY = re.compile(r",\s+(?P<regency>(?:Kabupaten|Kab\.|Kota)\s+[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3})")
Named = tuple[int, int, str]


def in_regencies(text: str, found: Sequence[Named], region: str | None) -> list[Named]:
    """`Puskesmas X, Kabupaten Y`, at a province: the unit lies in the regency that stands behind it."""
    if region is None or not region.startswith("Provinsi"):
        return list(found)
    return [(start, end, _in_regency(text, end, name, region)) for start, end, name in found]


def _in_regency(text: str, end: int, name: str, region: str) -> str:
    behind = _REGENCY.match(text, end) if name.endswith(f" {region}") and _OF_A_REGENCY.match(name) else None
    named = find_regions(behind["regency"]) if behind else []
    if len(named) != 1 or len(named[0].candidates) != 1:
        return name
    return f"{name.removesuffix(region)}{named[0].candidates[0].official}"


def with_areas(text: str, found: Sequence[Named]) -> list[Named]:
    """`Desa X, Kecamatan Y` names one place, `Unit Kearsipan Kapanewon Z` a part of the second."""
    kept: list[Named] = []
    for start, end, name in found:
        between = text[kept[-1][1] : start].strip(" ") if kept else ""
        before = text[kept[-1][0] : kept[-1][1]] if kept else ""
        written = text[start:end]
        village = between in {"", ","} and _VILLAGE.match(before) and _DISTRICT.match(written)
        part = not between and re.match(rf"(?:{SECTION})\s", before) and _DISTRICT.match(written)
        if kept and not between and _BELOW.match(before) and _AREA.match(written) and before in kept[-1][2]:
            # `UPTD Pendapatan Kecamatan X`: where the unit works is a part of its name.
            kept[-1] = (kept[-1][0], end, kept[-1][2].replace(before, f"{before} {written}", 1))
            continue
        if kept and (village or part):
            kept[-1] = (kept[-1][0], end, f"{before} {name}")
        else:
            kept.append((start, end, name))
    return kept


def is_agency(party: Party) -> bool:
    return not party.name.casefold().startswith("pemerintah")


def is_section(name: str) -> bool:
    """A part of an agency: it has no full name without it."""
    return re.match(rf"(?:UPT[DB]?|{SECTION})\b", name) is not None


def full_name(
    name: str, region: str | None, host: Party | None, host_region: str | None, *, known: bool = False
) -> str:
    """The name with what it belongs to: a section or a UPT to the host agency, anything else to the region.

    `known`: the name is official already.
    """
    name = OFFICE.sub("", " ".join(name.split()))
    if name.startswith("Taman"):
        name = re.sub(r"\s+di\s+(?=(?:Kelurahan|Kecamatan|Desa|Distrik)\s)", " ", name)
    name = re.sub(r"^Irban(?=\s)", "Inspektur Pembantu", name)
    name = re.sub(r"^MPP(?=$|\s)", "Mal Pelayanan Publik", name)
    name = _SPOKEN.sub("Kependudukan dan Pencatatan Sipil", name)
    name = _AREA_SHORT.sub(lambda match: _AREAS[match["area"]] + " ", name)
    if known or (region_of(name) is not None and re.search(r"\b(?:Provinsi|Kabupaten|Kota|Daerah Istimewa)\b", name)):
        return name
    if host is not None and is_agency(host) and is_section(name):
        # `UPTD Tempat Pengolahan Akhir Banyumas`, whose agency says the region already.
        own = name.removesuffix(" " + host_region.split(" ", 1)[-1]) if host_region else name
        own = name if len(own.split()) <= _HEAD_ALONE else own
        return name if host.name in name else f"{own} {host.name}"
    hospital = host is not None and not is_agency(host) and _HOSPITAL.match(name) is not None
    if region is None or not (hospital or _LOCAL.match(name)):
        return name
    if re.match(r"(?:Bagian|Biro)\s", name) and "Sekretariat" not in name:
        name = re.sub(r"\s+Set(?:da|dako|dakab|daprov)$", "", name) + " Sekretariat Daerah"
    if OF_ONE_WORD.fullmatch(name):
        return name  # `BLU UPTD Trans Semarang` is what it is called
    if _CALLED_AFTER.search(name):
        return f"{name} {region}"
    # `Mal Pelayanan Publik Banyuwangi` has the region's name already, not what kind of region it is.
    return f"{name.removesuffix(' ' + region.split(' ', 1)[-1])} {region}"
