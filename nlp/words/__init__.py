"""Official names and short forms: regions, regional agencies, central bodies, universities, companies, abbreviations of the field.

Each `.tsv` names its source in its first line. Nothing here knows spaCy: the search index reads `SHORT_FORMS` too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Region:
    """A province, regency or city with a government of its own; `kind`: provinsi | kabupaten | kota."""

    code: str
    kind: str
    name: str
    other_forms: tuple[str, ...]

    @property
    def official(self) -> str:
        """`Provinsi Jawa Timur`, `Kabupaten Malang`, `Kota Malang`, `Daerah Istimewa Yogyakarta`."""
        return self.name if self.code == "34" else f"{self.kind.capitalize()} {self.name}"

    @property
    def suffix(self) -> str:
        """What follows an agency's name: as `official`, but `Aceh`, whose agencies do without `Provinsi`."""
        return "Aceh" if self.code == "11" else self.official

    @property
    def government(self) -> str:
        """Its government's official name, the few that differ from `Pemerintah Provinsi X` included."""
        special = {
            "11": "Pemerintah Aceh",
            "32": "Pemerintah Daerah Provinsi Jawa Barat",
            "34": "Pemerintah Daerah Daerah Istimewa Yogyakarta",
        }
        return special.get(self.code) or f"Pemerintah {self.official}"


@dataclass(frozen=True, slots=True)
class Agency:
    """A short form and the long form it stands for; `region`: the code of the one region or the level where that holds, else empty."""

    short: str
    region: str
    long: str


@dataclass(frozen=True, slots=True)
class Body:
    """A central body, a university or a company."""

    short: str
    long: str
    other_forms: tuple[str, ...]


def _rows(name: str) -> list[list[str]]:
    _, header, *lines = files(__name__).joinpath(name).read_text(encoding="utf-8").splitlines()
    width = header.count("\t") + 1
    return [(line.split("\t") + [""] * width)[:width] for line in lines if line.strip()]


def _forms(field: str) -> tuple[str, ...]:
    return tuple(form for form in field.split("|") if form)


@cache
def regions() -> tuple[Region, ...]:
    """All 38 provinces, 415 regencies and 93 cities."""
    return tuple(Region(code, kind, name, _forms(forms)) for code, kind, name, forms in _rows("regions.tsv"))


@cache
def seats() -> dict[str, str]:
    """The seat of each regency that is named otherwise: `Kulon Progo` → `Wates`."""
    return {row[0]: row[1] for row in _rows("seats.tsv")}


@cache
def agencies() -> tuple[Agency, ...]:
    """Short forms of regional agencies; a line for one region stands after the general one."""
    return tuple(Agency(short, region, long) for short, region, long in _rows("agencies.tsv"))


@cache
def syllables() -> dict[str, tuple[str, ...]]:
    """What the syllables of agencies' short names stand for."""
    return {row[0]: _forms(row[1]) for row in _rows("syllables.tsv")}


@cache
def central() -> tuple[Body, ...]:
    """Ministries, central agencies, state bodies and associations of regions."""
    return tuple(Body(short, long, _forms(forms)) for short, long, forms in _rows("central.tsv"))


@cache
def universities() -> tuple[Body, ...]:
    """Universities and institutes that are known by a short form."""
    return tuple(Body(short, long, _forms(forms)) for short, long, forms in _rows("universities.tsv"))


@cache
def companies() -> tuple[Body, ...]:
    """Companies of the state and of regions that are known by a short form."""
    return tuple(Body(short, long, _forms(forms)) for short, long, forms in _rows("companies.tsv"))


def _short_forms() -> dict[str, str]:
    found = {row[0]: row[1] for row in _rows("abbreviations.tsv")}
    found |= {agency.short: agency.long for agency in agencies() if not agency.region and agency.short != agency.long}
    found |= {body.short: body.long for body in (*central(), *universities(), *companies())}
    for region in regions():
        for form in region.other_forms:
            if " " not in form and form != region.name:
                found.setdefault(form, region.name)
    return found


SHORT_FORMS: Final[Mapping[str, str]] = MappingProxyType(_short_forms())
