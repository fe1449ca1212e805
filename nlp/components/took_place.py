"""Where an internship, a visit or an event took place: the town that most of a document's words point to."""

import re
from collections.abc import Iterator

from nlp.components.label_rows import label_rows
from nlp.components.news_kind import DATELINE
from nlp.components.towns import (
    NO_TOWN_IN,
    NOT_TOWN,
    ROOM,
    TOWN,
    is_home,
    is_known,
    known_part,
    nearness,
    of_institution,
    region_of,
    seat_of,
    town_of,
)
from nlp.extraction import DateType, Kind, Party
from nlp.facts import Facts
from nlp.names import ends_of, is_capitals, starts_of, title_case
from nlp.source import Source
from nlp.words.places import find_regions

_DAY = r"(?:Senin|Selasa|Rabu|Kamis|Jum.?at|Sabtu|Minggu|Ahad)"
_TOWN_BEHIND = re.compile(r"\s*(?:,|\bdi\b)\s*(?P<town>" + TOWN + r")")
# `Tempat : Bale Tawangarum, Balai Kota Surakarta`.
_ROW = re.compile(
    r"(?:tempat|lokasi|lokus|kota|daerah\s+tujuan|kota\s+tujuan|tujuan|(?:tempat|lokasi)\s+(?:magang|pelaksanaan|kegiatan|kunjungan|studi\s+\w+)|"
    r"di\s+mana)",
    re.I,
)
# Not where the results were told at home afterwards.
_TO = r"(?=di\s|ke\s)(?<![Dd]ipresentasikan )(?<![Dd]ipaparkan )(?<![Dd]isampaikan )(?<![Dd]isajikan )(?<![Dd]iseminarkan )(?<![Dd]iekspose )\b(?:di|ke)\s+"
_GONE_TO = re.compile(_TO + r"(?P<town>(?:Kota\s+)?" + TOWN + r")")
_SOON_TO = re.compile(r"[^.]{0,60}?\b(?:di|ke)\s+(?P<town>(?:Kota\s+)?" + TOWN + r")")
_LISTED = re.compile(r",\s*(?:bertempat di\s+)?(?:[^.\n]{0,80},\s*)?(?P<town>" + TOWN + r")(?=\s*(?:\n|$|[A-Z]|,|\.))")
_SHORT_TOWN = r"(?P<town>[A-Z][a-z]{3,}(?: [A-Z][a-z]{3,})?)\b"
_NAMED = re.compile(
    r"(?=[kmd])(?<![Dd]ipresentasikan )(?<![Dd]ipaparkan )(?<![Dd]isampaikan )\b(?:ke|mengunjungi|di)\s+(?:Kota\s+)?"
    + _SHORT_TOWN
)
_ROOM_AND_TOWN = re.compile(r"\b(?:di|pada|ke)\s+[^,.\n]{4,70},\s*" + _SHORT_TOWN + r"(?! \d)")
_HELD = re.compile(
    r"\bbertempat\s+di\s+(?P<place>[^;:\n]{4,120}?)(?=,\s*(?:telah|kami|dengan|pada|yang)|\.\s|;|\n|$)", re.I
)
_EVENT = re.compile(r"\bdi\s+(?P<town>" + TOWN + r")(?:,\s+(?!Kota\b|Kab)[A-Z][a-z]+)?,\s+" + _DAY + r"\b")
# `di Ballroom Hotel X, Kota Batam, Sabtu (…)`, `di Gedung Y Kampus Malang, Senin (…)`, `dilaksanakan di Huta Z Kabupaten W`.
_ROOM_AND_DAY = re.compile(
    r"\bdi\s+(?:Hotel|Aula|Gedung|Ballroom|Ruang\w*|Pendop[oa]|Balai|Kantor|Halaman|Lapangan|Auditorium|Kampus|Graha|Convention)\b(?-i:[^.\n]{0,80}?)"
    r"\s(?P<scope>(?:Kota|Kabupaten)\s+)?(?P<town>[A-Z][a-z]{3,}(?:\s[A-Z][a-z]{3,})?)(?:,\s+(?!Kota\b|Kab)[A-Z][\w ]{3,25})?,\s+(?:pada\s+)?(?:hari\s+)?"
    + _DAY
    + r"\b"
)
_HELD_AT = re.compile(
    r"\b(?:dilaksanakan|digelar|berlangsung|diadakan|dipusatkan|diselenggarakan)\s+di\s+(?!wilayah|seluruh|lingkungan)[^.,;\n]{0,90}?"
    r"(?P<scope>(?:Kota|Kabupaten)\s+)(?P<town>[A-Z][a-z]{3,}(?:\s[A-Z][a-z]{3,})?)\b"
)
# `BKN Kantor Regional IV Makassar`.
_BRANCH = re.compile(
    r"\b(?:[Kk]antor\s+(?:[Rr]egional|[Ww]ilayah|[Pp]erwakilan|[Cc]abang)|Kanreg|Kanwil|KPP\s+\w+|[Bb]alai\s+[Bb]esar(?:\s+\w+){1,3})"
    r"(?:\s+[IVX]{1,5})?(?:\s+(?:BKN|BPS|BPKP|DJP))?(?:\s+di)?\s+" + _SHORT_TOWN
)
# `Srondol, Kota Semarang`, a line of its own.
_WARD = re.compile(r"^\W*[A-Z][\w .’'-]{2,30},\s+(?:Kota|Kabupaten|Kab\.)\s+(?P<town>" + TOWN + r")\W*$", re.M)
_HEAD = 4000  # characters
_ENOUGH = 1.0


class _Votes:
    """How much speaks for each town."""

    def __init__(self, home: Party | None, host: Party | None) -> None:
        self.home, self.host = home, host
        self.towns: dict[str, float] = {}

    def add(self, town: str | None, weight: float, *, near: float = 0.0) -> None:
        """`near`: counts only from that nearness on."""
        town = of_institution(" ".join(town.split())) if town is not None else None
        if town is None or _is_province(town):
            return
        town = re.sub(r"^(?:Kota|Kabupaten|Kab\.)\s+(?:Administrasi\s+)?|^Administrasi\s+", "", town)
        town = re.sub(r"^(?P<town>.+) (?P=town)$", r"\g<town>", town)  # the seat behind its region's name
        town = known_part(town)
        if town != seat_of(self.host) and (NO_TOWN_IN.search(town) or NOT_TOWN.match(town)):
            return
        if is_home(town, self.home) or re.fullmatch(r"[A-Z]{1,3}", town):
            return
        factor = nearness(town, self.home, self.host)
        if factor >= near:
            self.towns[town] = self.towns.get(town, 0.0) + weight * factor

    def best(self) -> str | None:
        best = max(self.towns, key=lambda town: self.towns[town], default=None)
        return best if best is not None and self.towns[best] >= _ENOUGH else None


def took_place(source: Source, facts: Facts) -> str | None:
    """The town of the internship, the visit or the event, as written; None where nothing tells."""
    text = source.text
    host = next((party for party in facts.parties if party.role == "host"), None)
    votes = _Votes(next((party for party in facts.parties if party.role == "home"), None), host)
    _rows(votes, source)
    for begin, end in _starts(source, facts):
        _around_start(votes, text, begin, end)
    for found in _HELD.finditer(text[:_HEAD]):
        votes.add(town_of(found.group("place")), 2)
    if host is not None:
        for name in {host.as_written, host.name}:
            for end in ends_of(name, text):
                if (behind := _TOWN_BEHIND.match(text, end)) and not _is_province(behind.group("town")):
                    votes.add(behind.group("town"), 2)
    for found in _BRANCH.finditer(text[:_HEAD]):
        votes.add(found.group("town"), 1.0)
    for found in _WARD.finditer(text[:_HEAD]):
        votes.add(found.group("town"), 1.0)
    for found in _NAMED.finditer(text[:_HEAD]):
        votes.add(found.group("town"), 0.5)
    for found in _ROOM_AND_TOWN.finditer(text[:_HEAD]):
        votes.add(found.group("town"), 1.0, near=1.5 if facts.kind is Kind.NEWS else 0.0)
    if facts.kind is Kind.NEWS:
        _of_news(votes, text)
    _of_host(votes, text, host)
    if facts.kind is Kind.LETTER and host is not None:
        _of_letter(votes, source, facts, host)
    return votes.best()


def _is_province(town: str) -> bool:
    """`Kota Cilegon, Banten`: a name that no town bears."""
    if town.startswith(("Jakarta", "DKI Jakarta", "Yogyakarta")):
        return False
    return any({region.kind for region in named.candidates} == {"provinsi"} for named in find_regions(town))


def _rows(votes: _Votes, source: Source) -> None:
    for row in label_rows(source):
        if _ROW.fullmatch(row.label) is None or len(row.value) > 160:
            continue
        pieces = [piece.strip(" .") for piece in re.split(r",\s*|\n", re.sub(r"\s*\([^)]*\)?", "", row.value))]
        if len(pieces) > 1 and re.fullmatch(TOWN, pieces[-1]):
            votes.add(pieces[-1] if not re.match(r"Provinsi", pieces[-1]) else pieces[-2], 4)
        elif re.fullmatch(TOWN, pieces[0]) and not ROOM.match(pieces[0]):
            votes.add(pieces[0], 4)


def _starts(source: Source, facts: Facts) -> Iterator[tuple[int, int]]:
    """Where the day stands on which it began."""
    for fact in facts.dates:
        if fact.type is DateType.START:
            begin = source.offset(fact.evidence)
            yield begin, begin + len(fact.evidence.quote)


def _around_start(votes: _Votes, text: str, begin: int, end: int) -> None:
    before = " ".join(text[max(0, begin - 160) : begin].split("\n\n")[-1].split())
    after = " ".join(text[end : end + 120].split())
    for found in _GONE_TO.finditer(re.split(r"(?<=[a-z])\.\s", before)[-1]):
        votes.add(found.group("town"), 3)
    if near := _SOON_TO.match(after):
        votes.add(near.group("town"), 3)
    listed = _LISTED.match(text[end : end + 120])
    if listed and "\n" not in text[end : end + listed.start("town")]:
        votes.add(listed.group("town"), 2.5)
    line_start = text.rfind("\n", 0, begin) + 1
    if headed := re.match(rf"\W*(?P<town>{TOWN}),\s*(?:{_DAY}\W*)?$", text[line_start:begin]):
        votes.add(headed.group("town"), 3)


def _of_news(votes: _Votes, text: str) -> None:
    """The dateline's town, and `di Jakarta, Selasa (10/10)`."""
    dateline = next((found for found in DATELINE.finditer(text[:1500]) if len(found.group()) < 90), None)
    if dateline is not None and (town := _of_dateline(dateline.group(), dateline.group("town"))) is not None:
        votes.add(town, 2.5)
    for found in _EVENT.finditer(text[:_HEAD]):
        votes.add(found.group("town"), 1.0)
    for pattern in (_ROOM_AND_DAY, _HELD_AT):
        for found in pattern.finditer(text[:_HEAD]):
            town = found.group("town")
            town = town if found.group("scope") or is_known(town) else town.split()[-1]  # `Kampus Malang`
            if found.group("scope") or is_known(town):
                votes.add(town, 3.0)


def _of_dateline(line: str, town: str) -> str | None:
    """The piece of a dateline that is a town: the paper may stand before it, `MEDIA.CO.ID, KENDARI –`."""
    pieces = [piece.strip(" .–—-\n") for piece in re.split(r"[,|/()]", line)]
    written = [title_case(piece) if is_capitals(piece) else piece for piece in (town, *pieces)]
    known = next((piece for piece in written if is_known(piece)), None)
    if known is not None:
        return known
    return written[0] if re.fullmatch(TOWN, written[0]) and "times" not in written[0].casefold() else None


_LEADS_TO_TOWN = re.compile(r"(?:\b(?:di|ke|dari)\s|,\s|(?:^|\n)\W*)$")


def _of_host(votes: _Votes, text: str, host: Party | None) -> None:
    """The town that the host governs or is governed from, where the document names it."""
    seat = seat_of(host)
    if seat is not None:
        named = [text[max(0, start - 24) : start] for start in starts_of(seat, text)]
        if any(_LEADS_TO_TOWN.search(before) for before in named):
            votes.add(seat, 1.0)
        elif any(
            not before.endswith(("Kota ", "Kabupaten ", "Kab. "))
            for before in (*named, *(text[max(0, start - 24) : start] for start in starts_of(seat.upper(), text)))
        ):
            votes.add(seat, 0.5)
    region = region_of(host)
    if region is not None and host is not None:
        # The seat of a Kabupaten often has a name of its own; a stated town tells more than the region.
        votes.towns[region] = votes.towns.get(region, 0.0) + (2.2 if " Kota " in host.name else 1.4)


def _of_letter(votes: _Votes, source: Source, facts: Facts, host: Party) -> None:
    text = source.text
    if host.representative is not None:  # a host that answers writes from where it receives
        published = next((fact for fact in facts.dates if fact.type is DateType.PUBLISHED), None)
        if published is not None:
            begin = source.offset(published.evidence)
            if headed := re.search(rf"(?P<town>{TOWN}),\s*$", text[max(0, begin - 45) : begin]):
                votes.add(headed.group("town"), 2)
        return
    addressed = re.search(rf"\bYth\b.{{0,160}}?\bdi\s*[-–]?\s+(?P<town>{TOWN})\s*$", text[:1500], re.S | re.M)
    if addressed and addressed.group("town").casefold() != "tempat":
        town = addressed.group("town")
        votes.add(title_case(town) if is_capitals(town) else town, 2)
