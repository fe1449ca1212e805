"""Place: the town where an agreement was signed, or where the internship or visit took place, as written."""

import re

from spacy.language import Language
from spacy.tokens import Doc

from nlp.components.news_kind import DATELINE
from nlp.extraction import DateType, Kind, Party
from nlp.facts import Facts
from nlp.names import ends_of, is_capitals, title_case
from nlp.source import Source
from nlp.words import seats
from nlp.words.places import find_regions
from nlp.zones import zones

_TOWN = r"[A-Z][A-Za-z’'\-]+(?:\s+[A-Z][A-Za-z’'\-]+){0,3}"
_DAY = r"(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad)\b"
_TOWN_BEHIND = re.compile(r"\s*(?:,|\bdi\b)\s*(?P<town>" + _TOWN + r")")
_ROOM = re.compile(
    r"^(?:kantor|ruang\w*|aula|gedung|pendopo|pendapa|hotel|rumah|balai\w*|kampus|komplek\w*|sekretariat|lantai|"
    r"lobi|graha|wisma|istana|auditorium|"
    r"convention|pusat|rektorat|dinas|badan|universitas|bappeda|biro|jalan|jl|politeknik|fakultas|rsud|the|"
    r"ballroom|sasana|bale|gedong|anjungan|rumdin)\b",
    re.I,
)
_OFFICE = re.compile(r"dinas|badan|biro|inspektorat|sekretariat|bagian|kementerian|fakultas", re.I)
_SIGNED_AT = re.compile(
    r"\b(?:bertempat|berlokasi)\s+di\s*:?\s*(?P<place>[^;:()]{2,140}?)(?=\s*(?:,\s*(?:kami|yang|telah|oleh|"
    r"dengan|pada|masing|dilakukan|maka|antara|bertanda|PARA|para)\b|"
    r"\s(?:kami|yang|telah|oleh|dengan\s+ini|pada|dilakukan|antara)\b|[;:(]|\.\s|,\s*$|$))|"
    r"\bdi\s+(?P<room>(?:[Rr]uang|[Aa]ula|[Kk]antor|[Gg]edung|[Pp]endop[oa]|[Hh]otel|[Bb]alai)\w*\s[^;:()]{2,120}?)(?=\.\s|;|:|$)|"
    r"\b[Dd]i\s+(?P<town>" + _TOWN + r")(?=\s*(?:,|\bpada\b|\btelah\b|\byang\b|\bkami\b|\boleh\b|:|;|\())",
)
_CLOSING = (
    re.compile(
        r"\b(?i:ditandatangani|dibuat)\b[^.;]{0,110}?\bdi\s+(?P<town>"
        + _TOWN
        + r")(?=\s*(?:,|\.|;|\bdalam\b|\bpada\b|\bdan\b|$))"
    ),
    re.compile(r"\b(?i:done)\b[^.;]{0,40}\b(?:at|in)\s+(?P<town>" + _TOWN + r")"),
)
_NOT_TOWN = re.compile(
    r"^(?:dalam|hadapan|atas|bawah|pihak|para|kantor|dinas|badan|pemerintah|lingkungan|indonesia|republik|"
    r"jakarta\s+pusat\s+dan|kabupaten\s*$|kota\s*$|provinsi\b|"
    r"senin|selasa|rabu|kamis|jumat|sabtu|minggu|nomor|negara|januari|februari|maret|april|mei|juni|juli|"
    r"agustus|september|oktober|november|desember|"
    r"bkd|bpsdm|bkpsdm|opd|rsud|biro|inspektorat|bappeda|pusat|ruang|gedung|aula|hotel|lantai|jawa|sumatera|"
    r"sumatra|kalimantan|sulawesi|bali$|nusa|papua|maluku|"
    r"pemprov|pemkot|pemkab|sekretariat|universitas|balai|wilayah|seluruh|setiap|rumah|puskesmas|kecamatan|"
    r"distrik|desa|kelurahan|upt\b|uptd|pasar|pelabuhan)",
    re.I,
)


@Language.factory("place")
def make_place(nlp: Language, name: str) -> "PlaceFinder":
    """The component that sets `facts.place`."""
    return PlaceFinder()


class PlaceFinder:
    def __call__(self, doc: Doc) -> Doc:
        source: Source = doc._.source
        facts: Facts = doc._.facts
        if facts.kind in (Kind.MOU, Kind.AGREEMENT):
            facts.place = _signed_at(source)
        elif facts.kind in (Kind.REPORT, Kind.NEWS, Kind.LETTER):
            facts.place = _took_place(source, facts)
        return doc


def _signed_at(source: Source) -> str | None:
    flat = source.flat.text
    parts = zones(source)
    if parts.opening is not None:
        stop = parts.segments[0].start if parts.segments else parts.opening + 500
        if parts.segments and stop < parts.opening + 40:
            stop = parts.segments[0].end
        opening = flat[parts.opening : max(stop, parts.opening + 20)][:700]
        for found in _SIGNED_AT.finditer(opening):
            town = _town(found.group("place") or found.group("room") or found.group("town"))
            if town:
                return town
        headed = re.match(rf"\W*(?P<town>{_TOWN}),\s+(?:{_DAY}|\d{{1,2}}\s)", opening, re.I)
        if headed is not None and (town := _town(headed.group("town"))):
            return town
    if parts.segments:  # `PARA PIHAK pada hari … di Mataram sepakat …`
        behind = re.match(
            r"[^;]{0,200}?\bhari\b[^;]{0,120}?\bdi\s+(?P<town>"
            + _TOWN
            + r")(?=\s+(?:sepakat|bersepakat|telah|untuk|dengan)\b|,)",
            flat[parts.segments[-1].end : parts.segments[-1].end + 320],
        )
        if behind is not None and (town := _town(behind.group("town"))):
            return town
    for pattern in _CLOSING:
        for found in pattern.finditer(flat, parts.body):
            town = _town(found.group("town"))
            if town and found.start() > parts.body + (parts.end - parts.body) * 0.2:
                return town
    for start, end in source.lines:
        line = source.text[start:end]
        dated = re.match(rf"\W*(?P<town>{_TOWN}),\s*(?:tanggal\s*)?(?:\d{{1,2}}|tersebut|\.{{2,}}|…)\s*\S*", line)
        if dated is not None and source.flat.place(start) >= parts.ending - 300 and len(line) < 70:
            town = _town(dated.group("town"))
            if town:
                return town
    return None


def _town(written: str | None) -> str | None:
    """The town of `Pendopo Si Panji Purwokerto`, `ruang rapat Dekanat di Palu`, `Aula Bappeda, Kota Malang`."""
    if written is None:
        return None
    written = " ".join(written.split()).strip(" ,.;:-")
    if not written or re.search(r"\.{3}|…|_{2}", written):
        return None
    if _ROOM.match(written):
        pieces = [piece.strip() for piece in re.split(r",\s*|\bdi\s+", written)]
        for piece in reversed(pieces[1:]):
            if (
                re.fullmatch(r"(?:Kota |Kabupaten )?" + _TOWN, piece)
                and not _ROOM.match(piece)
                and not re.match(r"Provinsi\b", piece)
            ):
                return str(piece)
        scoped = re.search(r"\b(?:Kota|Kabupaten)\s+(?P<town>" + _TOWN + r")$", pieces[0])
        if scoped:
            return str(scoped.group("town"))
        words = pieces[0].split()
        last = words[-1]
        if len(words) < 2 or not re.fullmatch(r"[A-Z][a-z]{3,}", last) or _ROOM.match(last):
            return None
        if any(_OFFICE.fullmatch(word) for word in words[:-1]) and not find_regions(last):
            return None  # the Kesehatan of `Kantor Dinas Kesehatan`
        return last
    first = re.split(r",\s*", written)[0]
    first = re.sub(r"\s+dan\s+.*$", "", first) if re.match(_TOWN + r"\s+dan\s+", first) else first
    first = title_case(first) if is_capitals(first) else first
    if not re.fullmatch(_TOWN, first) or _NOT_TOWN.match(first):
        return None
    return first


def _took_place(source: Source, facts: Facts) -> str | None:
    text = source.text
    host = next((party for party in facts.parties if party.role == "host"), None)
    host_region = _region(host)
    home = next((party for party in facts.parties if party.role == "home"), None)
    votes: dict[str, float] = {}

    def vote(town: str | None, weight: float) -> None:
        if town is None:
            return
        town = _of_institution(" ".join(town.split()))
        if town is None:
            return
        town = re.sub(r"^(?:Kota|Kabupaten|Kab\.)\s+(?:Administrasi\s+)?|^Administrasi\s+", "", town)
        town = re.sub(r"^(?P<town>.+) (?P=town)$", r"\g<town>", town)  # the seat behind its region's name
        if _NO_TOWN_IN.search(town):
            return
        if _NOT_TOWN.match(town) or _is_home(town, home):
            return
        votes[town] = votes.get(town, 0.0) + weight * _nearness(town, home, host)

    for found in re.finditer(r"^\W*(?:tempat|lokasi|lokus)\s*(?:\n?\s*:)\s*(?P<rest>[^\n]{3,160})", text, re.I | re.M):
        rest = re.sub(r"\s*\([^)]*\)?", "", found.group("rest"))
        pieces = [piece.strip(" .") for piece in re.split(r",\s*", rest)]
        if len(pieces) > 1 and re.fullmatch(_TOWN, pieces[-1]):
            vote(pieces[-1] if not re.match(r"Provinsi", pieces[-1]) else pieces[-2], 4)
        elif re.fullmatch(_TOWN, pieces[0]) and not _ROOM.match(pieces[0]):
            vote(pieces[0], 4)
    starts = [fact for fact in facts.dates if fact.type is DateType.START]
    for fact in starts:
        base = source.page_starts[[page.number for page in source.pages.pages].index(fact.evidence.page)]
        begin, end = base + fact.evidence.start, base + fact.evidence.end
        before = " ".join(text[max(0, begin - 160) : begin].split("\n\n")[-1].split())
        after = " ".join(text[end : end + 120].split())
        for found in re.finditer(
            r"(?<!dipresentasikan )(?<!dipaparkan )(?<!disampaikan )\b(?:di|ke)\s+(?P<town>(?:Kota\s+)?" + _TOWN + r")",
            re.split(r"(?<=[a-z])\.\s", before)[-1],
        ):
            vote(found.group("town"), 3)
        near = re.match(r"[^.]{0,60}?\b(?:di|ke)\s+(?P<town>(?:Kota\s+)?" + _TOWN + r")", after)
        if near:
            vote(near.group("town"), 3)
        listed = re.match(
            r",\s*(?:bertempat di\s+)?(?:[^.\n]{0,80},\s*)?(?P<town>" + _TOWN + r")(?=\s*(?:\n|$|[A-Z]|,|\.))",
            text[end : end + 120],
        )
        if listed and "\n" not in text[end : end + listed.start("town")]:
            vote(listed.group("town").split("\n")[0], 2.5)
        line_start = text.rfind("\n", 0, begin) + 1
        headed = re.match(rf"\W*(?P<town>{_TOWN}),\s*$", text[line_start:begin])
        if headed:
            vote(headed.group("town"), 3)
    if host is not None:
        for name in {host.as_written, host.name}:
            for end in ends_of(name, text):
                if behind := _TOWN_BEHIND.match(text, end):
                    vote(behind.group("town").split("\n")[0], 2)
    for found in re.finditer(
        r"(?<!dipresentasikan )(?<!dipaparkan )(?<!disampaikan )\b(?:ke|mengunjungi|di)\s+(?:Kota\s+)?(?P<town>[A-Z][a-z]{3,}(?: [A-Z][a-z]{3,})?)\b",
        text[:4000],
    ):
        vote(found.group("town"), 0.5)
    for found in (
        []
        if facts.kind is Kind.NEWS
        else re.finditer(
            r"\b(?:di|pada|ke)\s+[^,.\n]{4,70},\s*(?P<town>[A-Z][a-z]{3,}(?: [A-Z][a-z]{3,})?)\b(?! \d)", text[:4000]
        )
    ):
        vote(found.group("town"), 1.0)
    if facts.kind is Kind.NEWS:
        dateline = next((found for found in DATELINE.finditer(text[:1500]) if len(found.group()) < 90), None)
        if dateline is not None:
            town = dateline.group("town")
            town = title_case(town) if is_capitals(town) else town
            if re.fullmatch(_TOWN, town) and "times" not in town.casefold():
                vote(town, 2.5)
    seat = _seat(host)
    if seat is not None and re.search(rf"(?:\b(?:di|ke)\s|,\s|^\W*){re.escape(seat)}\b", text, re.M):
        vote(seat, 1.0)
    if host_region is not None:
        # The seat of a Kabupaten often has a name of its own; a stated town tells more than the region.
        votes[host_region] = votes.get(host_region, 0.0) + (2.2 if host is not None and " Kota " in host.name else 1.4)
    if facts.kind is Kind.LETTER and host is not None and host.representative is not None:
        # A host that answers writes from where it receives.
        published = next((fact for fact in facts.dates if fact.type is DateType.PUBLISHED), None)
        if published is not None:
            base = source.page_starts[[page.number for page in source.pages.pages].index(published.evidence.page)]
            begin = base + published.evidence.start
            headed = re.search(rf"(?P<town>{_TOWN}),\s*$", text[max(0, begin - 45) : begin])
            if headed:
                vote(headed.group("town"), 2)
    if facts.kind is Kind.LETTER and host is not None and host.representative is None:
        addressed = re.search(rf"\bYth\b.{{0,160}}?\bdi\s*[-–]?\s+(?P<town>{_TOWN})\s*$", text[:1500], re.S | re.M)
        if addressed and addressed.group("town").casefold() != "tempat":
            town = addressed.group("town")
            vote(title_case(town) if is_capitals(town) else town, 2)
    if not votes:
        return None
    best = max(votes, key=lambda town: votes[town])
    return best if votes[best] >= 1.0 else None


_BODY = re.compile(
    r"^(?:[A-Z]{3,}\w*|Unit|Satpol|Dis[a-z]{2,}|Bap[a-z]{3,}|Baperida|Mal|Museum|Taman|Terminal|Stasiun)\b"
)


def _of_institution(town: str) -> str | None:
    """`Satpol PP Kota Surakarta` gives `Surakarta`; None of an institution's name without a town."""
    if not _BODY.match(town) or is_capitals(town):
        return town
    scoped = re.search(r"\b(?:Kota|Kabupaten|Provinsi)\s+(?:DKI\s+)?(?P<town>[A-Z].*)$", town)
    return scoped.group("town") if scoped else None


# Provinces that are one town, or are called by their seat.
_TOWN_PROVINCES = {"Ibukota Jakarta": "Jakarta", "Khusus Jakarta": "Jakarta", "Istimewa Yogyakarta": "Yogyakarta"}
_NO_TOWN_IN = re.compile(
    r"\b(?:Setda\w*|Bagian|Opproom|Sekretariat|Dinas|Badan|Bidang|Kantor|Ruang|RSUD|Kepala|Bupati|Gubernur|Pemerintah|Organisasi|"
    r"Wali|Tim|ASN|Bapak|Ibu|Kami|Saudara)\b"
)


def _region(party: Party | None) -> str | None:
    """`Semarang` of a host of Kota Semarang; None of a province's."""
    if party is None:
        return None
    found = re.search(r"\b(?:Kota|Kabupaten)\s+(?:Administrasi\s+)?(?P<town>" + _TOWN + r")$", party.name)
    if found:
        return found.group("town")
    for province, town in _TOWN_PROVINCES.items():
        if province in party.name:
            return town
    named = find_regions(party.name)
    if named and named[-1].end == len(party.name) and any(region.kind != "provinsi" for region in named[-1].candidates):
        return re.sub(r"^(?:Kota|Kabupaten)\s+", "", party.name[named[-1].start :])
    return None


def _seat(party: Party | None) -> str | None:
    """`Wates` of a party of Kabupaten Kulon Progo; None where the seat has the regency's name."""
    found = re.search(r"\bKabupaten\s+(?P<name>[A-Z].*)$", party.name) if party is not None else None
    return seats().get(found.group("name")) if found else None


def _is_home(town: str, home: Party | None) -> bool:
    return home is not None and town.casefold() in home.name.casefold()


def _nearness(town: str, home: Party | None, host: Party | None) -> float:
    """More for a town in the host's province, less for one in the sender's own."""
    if town == _seat(host):
        return 2.0
    if town == _seat(home):
        return 0.3
    named = find_regions(town)
    if not named or named[0].end < len(town):
        return 0.8
    codes = {region.code[:2] for region in named[0].candidates}

    def province(party: Party | None) -> set[str]:
        regions = find_regions(party.name) if party is not None else []
        return {region.code[:2] for region in regions[-1].candidates} if regions else set()

    at_host, at_home = province(host), province(home)
    if codes & at_host:
        return 1.5
    return 0.3 if codes & at_home else 1.0
