"""What an extraction returns: the contract as frozen dataclasses, `to_json()` giving exactly the contract's object."""

from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    MOU = "mou"
    AGREEMENT = "agreement"
    REPORT = "report"
    NEWS = "news"
    LETTER = "letter"
    OTHER = "other"


class DateType(StrEnum):
    SIGNED = "signed"
    START = "start"
    END = "end"
    EVENT = "event"
    PUBLISHED = "published"


class Topic(StrEnum):
    KINERJA_AKUNTABILITAS = "kinerja_akuntabilitas"
    REFORMASI_BIROKRASI = "reformasi_birokrasi"
    KEPEGAWAIAN = "kepegawaian"
    PENGEMBANGAN_KOMPETENSI = "pengembangan_kompetensi"
    PERENCANAAN_PENGANGGARAN = "perencanaan_penganggaran"
    KEUANGAN_ASET = "keuangan_aset"
    PENDAPATAN_DAERAH = "pendapatan_daerah"
    PENGAWASAN = "pengawasan"
    DIGITAL_SPBE = "digital_spbe"
    PELAYANAN_PUBLIK = "pelayanan_publik"
    INFRASTRUKTUR_PERHUBUNGAN = "infrastruktur_perhubungan"
    EKONOMI_SUMBER_DAYA = "ekonomi_sumber_daya"
    SOSIAL_TENAGA_KERJA = "sosial_tenaga_kerja"
    KERJA_SAMA = "kerja_sama"
    LAINNYA = "lainnya"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a value stands: `quote == text of page `page` [start:end]`."""

    page: int
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Representative:
    name: str | None
    position: str | None


@dataclass(frozen=True, slots=True)
class Party:
    name: str
    as_written: str
    role: str | None
    representative: Representative | None
    evidence: Evidence
    confidence: float


@dataclass(frozen=True, slots=True)
class DatedFact:
    type: DateType
    date: date
    text: str
    derived: bool
    evidence: Evidence
    confidence: float


@dataclass(frozen=True, slots=True)
class Term:
    start: date | None = None
    end: date | None = None
    duration: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    nip: str | None
    position: str | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class Participants:
    count: int | None = None
    groups: tuple[Group, ...] = ()
    people: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Placement:
    unit: str
    count: int | None
    evidence: Evidence
    confidence: float


@dataclass(frozen=True, slots=True)
class Recommendation:
    text: str
    addressee: str | None
    topic: Topic
    due: date | None
    due_text: str | None
    evidence: Evidence
    confidence: float


@dataclass(frozen=True, slots=True)
class Visit:
    visitor: str | None
    host: str | None
    reciprocal: bool
    start: date | None
    end: date | None
    when_text: str | None
    purpose: str | None
    evidence: Evidence
    confidence: float


@dataclass(frozen=True, slots=True)
class Indicator:
    name: str
    owner: str | None
    value: str
    year: int | None
    evidence: Evidence
    confidence: float


@dataclass(frozen=True, slots=True)
class Extraction:
    file: str
    sha256: str
    kind: Kind
    language: str | None
    title: str | None = None
    numbers: tuple[str, ...] = ()
    place: str | None = None
    parties: tuple[Party, ...] = ()
    dates: tuple[DatedFact, ...] = ()
    term: Term = field(default_factory=Term)
    participants: Participants = field(default_factory=Participants)
    placements: tuple[Placement, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    visits: tuple[Visit, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    warnings: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The contract's object, made of plain JSON types."""
        plain: dict[str, Any] = _plain(asdict(self))
        return plain


def _plain(value: Any) -> Any:
    match value:
        case dict():
            return {key: _plain(item) for key, item in value.items()}
        case tuple() | list():
            return [_plain(item) for item in value]
        case StrEnum():
            return value.value
        case date():
            return value.isoformat()
        case float():
            return round(value, 3)
        case _:
            return value
