"""Where the segment of a party names it: on whose behalf one signs, who is present, the body before its label, the office."""

import re
from dataclasses import dataclass

from nlp.components.comparition_signers import LEAD, ROWS, STOP
from nlp.components.party_names import AGENCY_HEAD, BLANK, BODY, HEAD_OF_REGION
from nlp.facts import InstitutionMention
from nlp.source import Source
from nlp.zones import PartySegment

EXPLICIT, NAMED, TITLED = 0.97, 0.92, 0.85

_ON_BEHALF = re.compile(
    r"(?:untuk\s+dan\s+atas\s+nama|untuk\s+atas\s+nama|for\s+and\s+on\s+behalf\s+of|(?P<weak>bertindak\s+untuk|atas\s+nama|"
    r"mewakili(?!\s+untuk\s)|representing))"
    r"(?:\s+(?:(?:serta|dan)\s+)?(?:oleh\s+)?(?:k[ae]rena(?:nya|\s+itu)?\s+)?sah(?:\s+(?:untuk\s+)?mewakili)?|\s+(?:serta|dan)\s+(?:oleh\s+karena(?:nya|\s+itu)\s+)?mewakili)?"
    r"\s*[:“\"]?\s*(?P<name>\S.*?)" + STOP,
    re.I,
)
# `bertindak untuk a.n. Kepala BKPSDM …, mewakili Badan …`
_SUPERIOR = re.compile(r"a\.?\s?n\.?\s", re.I)
# `untuk dan atas nama badan tersebut`, `… atas nama Dinas`: the body is the one of the office.
_SAID_BEFORE = re.compile(
    r"\b(?:tersebut|dimaksud|termaksud|(?:di|ter)sebut\s+di\s+atas|yang\s+dipimpinnya)\s*$|^\w+nya$|"
    r"^\W*(?:badan|dinas|biro|bagian|kantor|balai|lembaga|instansi|inspektorat|sekretariat|pemerintah(?:\s+daerah)?|universitas|institut|politeknik|fakultas|"
    r"sekolah|rumah\s+sakit|perusahaan|perseroan|yayasan|koperasi|bank|perguruan\s+tinggi)\W*$",
    re.I,
)
# `Dari Politeknik X hadir dan menandatangani N, yang menjabat Direktur`.
_PRESENT = re.compile(
    r"(?:^|[.;:]\s+|\s)(?i:dari(?:\s+pihak)?|untuk|bagi|atas\s+nama)\s+(?P<name>"
    + BODY
    + r"[^,;:.]{2,120}?)\s+(?:(?:telah\s+)?hadir|menanda\s?tangani|ditanda\s?tangani|ber\s?tanda\s?tangan|dihadiri)\b"
)
_A_BODY = re.compile(BODY)
_REPRESENTED = re.compile(
    r"(?P<name>.*?)(?:,?\s+(?:dalam\s+hal\s+ini\s+)?(?:yang\s+)?di ?wakili|,?\s+represented)", re.I
)
_UP_TO_STOP = re.compile(r"(?P<name>.*?)" + STOP)
_NO_BODY = re.compile(r"(?i:jabatan|diri|dirinya|direksi|kepentingan|dan\b|yang\b)")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


@dataclass(frozen=True, slots=True)
class BodyPlace:
    """Where in the segment's text the party stands."""

    start: int
    end: int
    confidence: float
    at_label: bool = False  # right before `(Pihak Pertama)`


def place_of_body(
    source: Source, mentions: list[InstitutionMention], segment: PartySegment, number: int, office: str | None
) -> BodyPlace | None:
    """Where the segment names its party, the surest way first; `office` of who signs tells it when nothing else does."""
    text = source.flat.text[segment.start : segment.end]
    if (stated := on_behalf_of(text) or _presence(text)) is not None:
        return BodyPlace(*stated, EXPLICIT)
    row = ROWS["body"].search(text)
    if row is not None and row.group("text").strip():
        return BodyPlace(*row.span("text"), EXPLICIT)
    if (labelled := _before_label(source, mentions, segment)) is not None:
        return BodyPlace(*labelled, NAMED, at_label=True)
    if (first := _body_first(text, own_entry(text, number)) or _body_first(text)) is not None:
        return BodyPlace(*first, NAMED)
    return _in_office(text, office) if office is not None else None


def _in_office(text: str, office: str) -> BodyPlace | None:
    """`Bupati X` stands for the regency, `Kepala Dinas Y` names the agency."""
    place = text.find(office)
    if HEAD_OF_REGION.match(office):
        return BodyPlace(place, place + len(office), NAMED)
    head = AGENCY_HEAD.match(office)
    if head is None or place < 0:
        return None
    return BodyPlace(place + head.start("body"), place + head.end("body"), TITLED)


def on_behalf_of(text: str) -> tuple[int, int] | None:
    """For whom one signs: `untuk dan atas nama X` before `mewakili X`, the superior only where no body is named."""
    strong: tuple[int, int] | None = None
    weak: tuple[int, int] | None = None
    superior: tuple[int, int] | None = None  # for whom one signs, not the body
    for found in _ON_BEHALF.finditer(text):
        name = found.group("name")
        if _NO_BODY.match(name) or _SAID_BEFORE.search(name) or BLANK.search(name) or len(name) < 3:
            continue
        if _SUPERIOR.match(name):
            superior = superior or found.span("name")
        elif found.group("weak"):
            weak = weak or found.span("name")
        else:
            strong = found.span("name")
    return strong or weak or superior


def _presence(text: str) -> tuple[int, int] | None:
    """The body from which somebody is said to be present and to sign."""
    found = _PRESENT.search(text)
    return found.span("name") if found is not None else None


def _before_label(source: Source, mentions: list[InstitutionMention], segment: PartySegment) -> tuple[int, int] | None:
    """The institution right before its label in brackets: `… Dinas Kesehatan Kota X (Pihak Pertama)`."""
    flat = source.flat
    if not re.match(r"\s*\(", flat.text[segment.end : segment.end + 2]):
        return None
    for mention in mentions:
        start, end = flat.place(mention.start), flat.place(mention.end - 1) + 1
        if (
            mention.sure
            and mention.kind != "other"
            and segment.start <= start
            and segment.end - 2 <= end <= segment.end
        ):
            return start - segment.start, end - segment.start
    return None


def _body_first(text: str, entry: int = 0) -> tuple[int, int] | None:
    """An entry that begins with the institution: `PT X, diwakili oleh …`."""
    text = text[entry:]
    lead = LEAD.match(text)
    begin = lead.end() if lead else 0
    if _A_BODY.match(text[begin:]) is None:
        return None
    found = _REPRESENTED.match(text[begin:]) or _UP_TO_STOP.match(text[begin:])
    if found is None or not found.group("name").strip(" ,"):
        return None
    seated = _UP_TO_STOP.match(found.group("name"))
    name = (seated or found).group("name").rstrip(" ,")
    return (entry + begin, entry + begin + len(name)) if name else None


def own_entry(text: str, number: int) -> int:
    """Where the party's own entry begins, where notes of an editor stand before it; 0 where none do."""
    marks = f"{number}|{_ROMAN[number - 1]}|{chr(96 + number)}" if number <= len(_ROMAN) else str(number)
    found = re.search(
        rf"(?:(?<=[a-z)”\"][.;:)]\s)\(?|(?<=\b(?:dan|and)\s)\()(?:{marks})[.)]\s+(?=[A-Z\[]|dr\.|drg\.)", text
    )
    return found.start() if found is not None else 0
