"""Names beside a performance figure that say nothing of whose it is, and words other than names that do say it."""

import re
from collections.abc import Iterator, Set
from typing import Final

# Who asks the questions on behalf of all: `survei yang dilakukan Bagian Organisasi menghasilkan IKM …`.
_SURVEYORS: Final = (
    "Bagian Organisasi",
    "Biro Organisasi",
    "Inspektorat",
    "Badan Perencanaan",
    "Badan Pusat Statistik",
)
_SURVEYED_BY: Final = re.compile(
    r"\b(?:survei|penilaian|evaluasi|pengukuran|penghitungan|asesmen)\b[^.;\n]{0,40}?\b(?:dilakukan|dilaksanakan|digelar|diselenggarakan|disusun|dikelola)\s+"
    r"(?:oleh\s+)?$",
    re.IGNORECASE,
)
# What has a region's name in its own: `Tanjung Batu`, `Jalan Ambon`, `Pelabuhan Bima`.
_OF_A_PLACE: Final = re.compile(
    r"\b(?:Tanjung|Pulau|Sungai|Teluk|Gunung|Bukit|Pantai|Danau|Selat|Desa|Kelurahan|Kampung|Dusun|Jalan|Jl\.|Jln\.|Pelabuhan|Bandara|Pasar|Terminal|"
    r"Stasiun|Hotel)\s+$"
)
# The host, not by its name: `IKM dinas tuan rumah`.
_THE_HOST: Final = re.compile(
    r"\b(?i:(?:(?:dinas|badan|kantor|instansi|pemerintah|daerah|kabupaten|kota|provinsi|rumah\s+sakit)\s+)?tuan\s+rumah|"
    r"(?:instansi|daerah|dinas|unit)\s+tujuan|di\s+(?:lokus(?:\s+magang)?|tempat\s+magang)(?=\W))(?!\s+(?:[A-Z]|kami\b|kita\b))"
)


def surveys(name: str, text: str, start: int) -> bool:
    """Whether the unit named at `start` only did the survey."""
    return name.startswith(_SURVEYORS) and _SURVEYED_BY.search(text, max(0, start - 60), start) is not None


def in_a_place(text: str, start: int) -> bool:
    """Whether the region's name at `start` is the end of another place's."""
    return _OF_A_PLACE.search(text, max(0, start - 14), start) is not None


def hosts(text: str) -> Iterator[tuple[int, int]]:
    """Where the host is spoken of without its name."""
    if any(word in text for word in ("uan rumah", " tujuan", " lokus", " tempat magang")):
        for said in _THE_HOST.finditer(text):
            yield said.span()


def in_full(name: str, names: Set[str]) -> str:
    """`name`, or the one longer name that holds its words: `UPTD Pengelolaan Pantai Sanur` of `UPTD Sanur`."""
    kind, words = name.split()[0], set(name.split())
    longer = [other for other in names if other.startswith(f"{kind} ") and words < set(other.split())]
    return longer[0] if len(longer) == 1 else name
