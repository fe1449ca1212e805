"""Places of an internship as the text names them, and the units that a stretch of it holds; the base of what finds them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nlp.components.head_words import NUMBER, number
from nlp.components.placement_units import UnitNames
from nlp.components.recommendation_units import Unit
from nlp.names import title_case
from nlp.source import Source

OFFICE_BEFORE = re.compile(r"\b(?:kepala|sekretaris|laporan|sambutan|paparan|direktur|inspektur)\s*$", re.IGNORECASE)
# `berlatar belakang sebagai staf di Bidang X`: where somebody comes from.
_SERVES_AT = re.compile(
    r"\b(?:sebagai|selaku|merupakan|adalah|ialah|seorang)\s+(?:\w+\s+)?(?:staf|pegawai|ASN|PNS|PPPK|pejabat|pelaksana|kepala|analis|fungsional)(?:\s+\w+){0,2}\s+(?:di|pada|dari)\s+$",
    re.IGNORECASE,
)
_RUN_BY = re.compile(
    r"\b(?:diwakili|dikelola|dibina|dipimpin|diselenggarakan|dinaungi|didampingi|di\s+bawah|milik|binaan)(?:\s+oleh)?\s*$",
    re.IGNORECASE,
)
# `di Command Center yang dikelola Diskominfo`: a room of that agency, which has no name of its own.
_HALL_RUN_BY = re.compile(
    r"\b(?:di|ke|pada)\s+(?:command\s+cent(?:er|re)|(?:war|situation)\s+room|ruang\s+(?:kendali|pantau|pusat\s+data)|pusat\s+(?:kendali|data))\s+"
    r"(?:yang\s+)?(?:dikelola|milik)(?:\s+oleh)?\s*$",
    re.IGNORECASE,
)
FAR = 110  # characters between the verb and the first unit
_NEAR = 60  # characters between the units of one list
HEADS = re.compile(rf"(?P<n>{NUMBER})\s*(?:orang|peserta|org|pegawai|ASN)\b", re.IGNORECASE)

HEADS_NEXT = re.compile(
    rf"\s*(?:[(:=–-]|\bsebanyak\b|\buntuk\b)?\s*(?P<n>{NUMBER})\s*(?:\([^)]{{2,20}}\)\s*)?(?:orang|peserta|org|pegawai|ASN)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    start: int
    end: int
    name: str
    rows: int | None = None
    passing: bool = False  # named for a part of the time, not as the place of the internship
    some: bool = False  # of some of the participants
    parted: bool = False  # one of the places to which they were parted, group by group


_SHORT = re.compile(r"\S*|(?:UPT[DB]?|BLUD?|Satpol|SATPOL)\s+[A-Z0-9]{2,6}")
ROOM = re.compile(r"(?:(?:Sub)?[Bb]idang|Subbagian|Seksi)\s")  # of the host agency, where one or two sat
_EDGES = re.compile(r"^\W+|\W+$")


class Places:
    """The places of one document; `names` gives a unit its official name, `parties` does so in rows of one party of several."""

    def __init__(
        self,
        source: Source,
        units: Sequence[Unit],
        names: UnitNames,
        parties: Sequence[tuple[frozenset[str], UnitNames]] = (),
    ) -> None:
        self.source = source
        self.units = units
        self.names = names
        self.parties = parties

    def of_party(self, cell: str) -> UnitNames | None:
        """The names of the party that a cell is: `PIHAK II`, `Pemerintah Kabupaten Bintan`."""
        if not self.parties:
            return None
        said = _EDGES.sub("", " ".join(cell.split())).casefold()
        return next((names for called, names in self.parties if said in called), None)

    def named(
        self, start: int, end: int, *, whole: bool = False, cased: bool = False, anywhere: bool = False
    ) -> list[Found]:
        """The host's units named in `text[start:end]`; `whole`: a cell or an item, which names one whatever it is called.

        `cased`: a line in capitals is read as ordinary writing. `anywhere`: of a further host's region too.
        """
        text = self.source.text[start:end]
        # `DLH`, `UPTD PPA` alone on a line are short names, no words in capitals.
        if cased and not _SHORT.fullmatch(text.strip()) and len(written := title_case(text)) == len(text):
            text, whole = written, whole and text == written
        found = self.names.find(text, whole=whole, anywhere=anywhere)
        return [Found(start + first, start + last, name) for first, last, name in found]

    def in_row(self, start: int, end: int, *, anywhere: bool = False) -> Iterator[Found]:
        """The units of one list: the first soon after the verb, each soon after the one before; `anywhere`: as in `named`."""
        position, reach = start, FAR
        for item in self.named(start, end, anywhere=anywhere):
            if OFFICE_BEFORE.search(self.source.text, position, item.start):
                continue  # `Kepala Bagian Persidangan menemani …`: a person
            if _SERVES_AT.search(self.source.text, max(0, item.start - _NEAR), item.start):
                continue
            if _RUN_BY.search(self.source.text, position, item.start) and not _HALL_RUN_BY.search(
                self.source.text, max(0, item.start - _NEAR), item.start
            ):
                continue  # `Mal Pelayanan Publik X yang dikelola Dinas Y`
            if item.start - position > reach:
                return
            yield item
            position, reach = item.end, _NEAR


def once(found: Sequence[Found]) -> list[Found]:
    unique: dict[frozenset[str], Found] = {}
    for item in found:
        # `Badan Pembangunan dan Perencanaan Daerah (Bappeda)` is one unit whatever the order of the words.
        words = frozenset(re.findall(r"\w+", item.name.casefold())) - {"dan"}
        first = unique.setdefault(words, item)
        if first.rows is None and item.parted and item.rows:
            unique[words] = replace(first, rows=item.rows, parted=True)
    return list(unique.values())


def with_heads_behind(text: str, found: Sequence[Found]) -> list[Found]:
    """`Dinas X (3 orang) dan Dinas Y sebanyak 2 orang`: each with its figure, where every one has one."""
    heads = [HEADS_NEXT.match(text, item.end) for item in found]
    told = [replace(item, rows=number(match["n"])) for item, match in zip(found, heads, strict=True) if match]
    return told if len(told) == len(found) else list(found)
