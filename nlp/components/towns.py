"""Towns as documents write them: what is one, what is a room or an office, which town a region is governed from."""

import re
from functools import cache

from nlp.extraction import Party
from nlp.names import is_capitals, title_case
from nlp.words import regions, seats
from nlp.words.places import find_regions

TOWN = r"[A-Z][A-Za-z’'\-]+(?:[ ]+[A-Z][A-Za-z’'\-]+){0,3}"
ROOM = re.compile(
    r"^(?:kantor|ruang\w*|aula|gedung|pend[oa]p[oai]|hotel|rumah|balai\w*|kampus|komplek\w*|sekretariat|lantai|"
    r"lobi|graha|wisma|istana|auditorium|"
    r"convention|pusat|rektorat|dinas|badan|universitas|bappeda|biro|jalan|jl|politeknik|fakultas|rsud|the|"
    r"taman|alun|lapangan|museum|mal|kompleks|stadion|kantin|ballroom|sasana|bale|gedong|anjungan|rumdin|bangsal|balairung|paseban|joglo|saung|mess|griya|grha|wantilan|padepokan|teras|studio)\b",
    re.I,
)
NOT_TOWN = re.compile(
    r"^(?:dalam|hadapan|atas|bawah|pihak|para|kantor|dinas|badan|pemerintah|lingkungan|indonesia|republik|"
    r"tempat\b|jakarta\s+pusat\s+dan|kabupaten\s*$|kota\s*$|provinsi\b|"
    r"senin|selasa|rabu|kamis|jumat|sabtu|minggu|nomor|negara(?!\s*$)|januari|februari|maret|april|mei|juni|juli|"
    r"agustus|september|oktober|november|desember|"
    r"lembaga|kementerian|institut|politeknik|yayasan|"
    r"bkd|bpsdm|bkpsdm|opd|rsud|biro|inspektorat|bappeda|pusat|ruang|gedung|aula|hotel|lantai|jawa|sumatera|"
    r"sumatra|kalimantan|sulawesi|bali$|nusa|papua|maluku|"
    r"pemprov|pemkot|pemkab|sekretariat|universitas|balai|wilayah|seluruh|setiap|rumah|puskesmas|kecamatan|"
    r"ditandatangani|diteken|dibuat|demikian|gelombang|angkatan|tahap|lampiran|bapak|ibu|saudara|distrik|desa|kelurahan|upt\b|uptd|pasar|pelabuhan|jalan\b|jl\b|gang\b)",
    re.I,
)

_NO_TOWN = re.compile(r"(?:Provinsi|Kecamatan|Kelurahan|Desa|Distrik|Gampong|Nagari|Kampung|Dusun)\b")


def town_of(written: str | None) -> str | None:
    """The town of `Pendopo Si Panji Purwokerto`, `ruang rapat Dekanat di Palu`, `Aula Bappeda, Kota Malang`."""
    if written is None:
        return None
    written = " ".join(written.split()).strip(" ,.;:-")
    if not written or re.search(r"\.{3}|…|_{2}", written):
        return None
    if ROOM.match(written):
        pieces = [piece.strip() for piece in re.split(r",\s*|\bdi\s+", written)]
        for piece in reversed(pieces[1:]):
            if (
                re.fullmatch(r"(?:Kota |Kabupaten )?" + TOWN, piece)
                and not ROOM.match(piece)
                and not _NO_TOWN.match(piece)
            ):
                return str(piece)
        scoped = re.search(r"\b(?:Kota|Kabupaten)\s+(?P<town>" + TOWN + r")$", pieces[0])
        if scoped:
            return str(scoped.group("town"))
        words = pieces[0].split()
        last = words[-1]
        if len(words) < 2 or not re.fullmatch(r"[A-Z][a-z]{3,}", last) or ROOM.match(last):
            return None
        # The Purwokerto of `Pendopo Si Panji Purwokerto`, not the Torang of `Ruang Rapat Lantang Torang`.
        return last if find_regions(last) or last in _known() else None
    pieces = re.split(r",\s*", written)
    first = pieces[0]
    if len(pieces) > 1 and " " in first and first not in _known() and not find_regions(first) and _is_seat(pieces[-1]):
        return str(pieces[-1])  # `Siti Hinggil, Wonosari`: a room that no list knows
    if (two := re.fullmatch(rf"({TOWN})\s+dan\s+({TOWN})", first)) and all(town in _known() for town in two.groups()):
        return first  # signed one after the other, `di Salak dan Payakumbuh`
    first = re.sub(r"\s+dan\s+.*$", "", first) if re.match(TOWN + r"\s+dan\s+", first) else first
    first = title_case(first) if is_capitals(first) else first
    if not re.fullmatch(TOWN, first) or NOT_TOWN.match(first):
        return None
    return first


_BODY = re.compile(
    r"^(?:[A-Z]{3,}\w*|Unit|Satpol|Dis[a-z]{2,}|Bap[a-z]{3,}|Baperida|Mal|Museum|Taman|Terminal|Stasiun)\b"
)


def of_institution(town: str) -> str | None:
    """`Satpol PP Kota Surakarta` gives `Surakarta`; None of an institution's name without a town."""
    if not _BODY.match(town) or is_capitals(town):
        return town
    scoped = re.search(r"\b(?:Kota|Kabupaten|Provinsi)\s+(?:DKI\s+)?(?P<town>[A-Z].*)$", town)
    return scoped.group("town") if scoped else None


# Provinces that are one town, or are called by their seat.
_TOWN_PROVINCES = {"Ibukota Jakarta": "Jakarta", "Khusus Jakarta": "Jakarta", "Istimewa Yogyakarta": "Yogyakarta"}
NO_TOWN_IN = re.compile(
    r"\b(?:Setda\w*|Bagian|Opproom|Sekretariat|Dinas|Badan|Bidang|Kantor|Ruang|RSUD|Kepala|Bupati|Gubernur|Pemerintah|Organisasi|"
    r"Wali|Tim|ASN|Bapak|Ibu|Kami|Saudara)\b"
)


def region_of(party: Party | None) -> str | None:
    """`Semarang` of a host of Kota Semarang; None of a province's."""
    if party is None:
        return None
    found = re.search(r"\b(?:Kota|Kabupaten)\s+(?:Administrasi\s+)?(?P<town>" + TOWN + r")$", party.name)
    if found:
        return found.group("town")
    for province, town in _TOWN_PROVINCES.items():
        if province in party.name:
            return town
    named = find_regions(party.name)
    if named and named[-1].end == len(party.name) and any(region.kind != "provinsi" for region in named[-1].candidates):
        return re.sub(r"^(?:Kota|Kabupaten)\s+", "", party.name[named[-1].start :])
    return None


def seat_of(party: Party | None) -> str | None:
    """`Wates` of a party of Kabupaten Kulon Progo, `Makassar` of one of Provinsi Sulawesi Selatan; None where the seat has
    the regency's name."""
    found = re.search(r"\b(?:Kabupaten|(?P<province>Provinsi))\s+(?P<name>[A-Z].*)$", party.name) if party else None
    if found is None:
        return None
    return seats().get(f"Provinsi {found.group('name')}" if found.group("province") else found.group("name"))


@cache
def _known() -> frozenset[str]:
    return frozenset(region.name for region in regions() if region.kind != "provinsi") | frozenset(seats().values())


def is_known(town: str) -> bool:
    """Whether a regency, a city or a seat of government has the name."""
    return town in _known()


def _is_seat(name: str) -> bool:
    """Whether a city or a seat of government has the name, not only a regency."""
    return name in seats().values() or any(region.kind == "kota" and region.name == name for region in regions())


def known_part(town: str) -> str:
    """`Bogor` of `Bogor Judul`, where the next line was read on: the longest beginning that is a region or a seat."""
    words = town.split()
    for count in range(len(words), 0, -1):
        if " ".join(words[:count]) in _known():
            return " ".join(words[:count])
    return town


def is_home(town: str, home: Party | None) -> bool:
    return home is not None and town.casefold() in home.name.casefold()


def nearness(town: str, home: Party | None, host: Party | None) -> float:
    """More for a town in the host's province, less for one in the sender's own."""
    if town == seat_of(host):
        return 2.0
    if town == seat_of(home):
        return 0.3
    named = find_regions(town)
    if not named or named[0].end < len(town):
        return 0.4 if town not in _known() else 0.8
    codes = {region.code[:2] for region in named[0].candidates}

    def province(party: Party | None) -> set[str]:
        regions = find_regions(party.name) if party is not None else []
        return {region.code[:2] for region in regions[-1].candidates} if regions else set()

    at_host, at_home = province(host), province(home)
    if codes & at_host:
        return 1.5
    return 0.3 if codes & at_home else 1.0
