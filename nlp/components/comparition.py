"""The comparition of an agreement, segment by segment: who signs, in which office, for whom.

`untuk dan atas nama X` names the party whatever the office of who signs.
"""

import re

from nlp.components.comparition_names import (
    as_signed,
    name_end,
    titles_before,
    with_next_line,
    without_slip,
)
from nlp.components.comparition_signers import LEAD, ROWS, STOP, representative_of, stacked_rows
from nlp.components.party_names import (
    AGENCY_HEAD,
    BLANK,
    BODY,
    HEAD_OF_REGION,
    PERSON,
    official_party_name,
    person_name,
)
from nlp.components.signatures import signature_lines, signature_name
from nlp.components.signer_names import signer_of
from nlp.extraction import Party, Representative
from nlp.facts import InstitutionMention
from nlp.names import completed, is_capitals
from nlp.source import Source
from nlp.words.places import region_at, words_of
from nlp.zones import PartySegment, Zones

EXPLICIT, NAMED, TITLED = 0.97, 0.92, 0.85

_ON_BEHALF = re.compile(
    r"(?:untuk\s+dan\s+atas\s+nama|untuk\s+atas\s+nama|for\s+and\s+on\s+behalf\s+of|(?P<weak>bertindak\s+untuk|atas\s+nama|"
    r"mewakili(?!\s+untuk\s)|representing))"
    r"(?:\s+(?:(?:serta|dan)\s+)?(?:oleh\s+)?(?:k[ae]rena(?:nya|\s+itu)?\s+)?sah(?:\s+(?:untuk\s+)?mewakili)?|\s+(?:serta|dan)\s+(?:oleh\s+karena(?:nya|\s+itu)\s+)?mewakili)?"
    r"\s*[:“\"]?\s*(?P<name>\S.*?)" + STOP,
    re.I,
)


def party_of_segment(
    source: Source, mentions: list[InstitutionMention], parts: Zones, segment: PartySegment, number: int
) -> Party | None:
    flat = source.flat
    text = flat.text[segment.start : segment.end]
    name, position = representative_of(titles_before(flat.text, segment.start) + text[_own_entry(text, number) :])
    if name is None and position is None:
        # The rows of all persons stand together before the first label.
        everybody = stacked_rows(flat.text[parts.segments[0].start : parts.segments[-1].end])
        if len(everybody) == len(parts.segments) and number <= len(everybody):
            name, position = everybody[number - 1]
    if name is None and position is not None and (parted := _OFFICE_AND_NAME.fullmatch(position)) is not None:
        name, position = person_name(_dotted(parted["name"])), parted["office"]
    if name is None and position is not None and (split := _head_and_name(position)) is not None:
        position, name = split
    if name is None and position is not None and (signer := signer_of(position)) is not None and _surely(signer):
        name, position = _dotted(signer.name or ""), signer.position  # `Bupati X, N, S.E.`
    confidence = EXPLICIT
    span: tuple[int, int] | None = None
    behalf = _behalf(text) or _presence(text)
    if behalf is not None:
        span = behalf
    else:
        row = ROWS["body"].search(text)
        if row is not None and row.group("text").strip():
            span = row.span("text")
        else:
            labelled = _before_label(source, mentions, segment)
            if labelled is not None and name is None:
                position = None  # the office of somebody else
            entry = _own_entry(text, number)
            begin = labelled or _shifted(_body_first(text[entry:]), entry) or _body_first(text)
            if begin is not None:
                span, confidence = begin, NAMED
            elif position is not None:
                place = text.find(position)
                body = AGENCY_HEAD.match(position)
                if HEAD_OF_REGION.match(position):
                    span, confidence = (place, place + len(position)), NAMED
                elif body is not None and place >= 0:
                    span, confidence = (place + body.start("body"), place + body.end("body")), TITLED
    if span is None:
        return None
    start, end = flat.span(segment.start + span[0], segment.start + span[1])
    end = name_end(source, start, end)
    if (headed := _OF_HEAD.match(source.text, start, end)) is not None:
        start = headed.end()
    official = official_party_name(source.text[start:end], start, end, mentions)
    if official is None:
        return None
    if source.page_at(start).source == "ocr":
        official = without_slip(official, position, source.flat.text[: parts.title_end])
    tail = flat.text[parts.ending :]
    if name is not None:
        name = as_signed(name, text, signature_lines(source, parts, witnesses=True))
        name = completed(name, tail) if "," not in name else name
        name = with_next_line(name, source.text[slice(*flat.span(segment.start, segment.end))])
    elif BLANK.search(text) is None:
        name = signature_name(source, parts, segment.label, official)
    representative = Representative(name, position) if name or position else None
    return Party(
        name=official,
        as_written=" ".join(source.text[start:end].split()),
        role=f"party_{number}",
        representative=representative,
        evidence=source.evidence(start, end),
        confidence=confidence,
    )


def _surely(signer: Representative) -> bool:
    """What stands behind an office is a person: it has degrees, or it alone is in capitals."""
    name, office = signer.name or "", signer.position or ""
    return bool(name and office) and ("," in name or (is_capitals(name) and not is_capitals(office)))


# `untuk dan atas nama Direktur RSUD X`: the body is the party, not its head.
_OF_HEAD = re.compile(
    r"(?i:(?:wakil\s+)?(?:kepala|di\s?rektur(?:\s+utama)?|di\s?rektris|di\s?reksi|rektor|dekan|ketua|pimpinan|pengurus|manajer))\s+(?=(?i:"
    + BODY
    + r")\w*\s+\S)"
)
# `diwakili Kepala Dinas Ir. N, M.T.`: no comma between office and name; of `Direktur RSUD dr. X` the name is the hospital's.
_OFFICE_AND_NAME = re.compile(
    r"(?P<office>(?!.*\b(?:RS\w*|[Rr]umah\s+[Ss]akit|[Yy]ayasan|[Kk]linik|Universitas|UNIVERSITAS)\b)[A-Z][^,;:]{4,90}?)\s+"
    r"(?P<name>(?:(?:Prof|Dr|dr|drg|drh|Ir|Drs|Dra|Hj|H|KH|Sdr|Sdri)\.\s*)+[A-Z][a-zA-Z'’.]{2,}.*)"
)


def _head_and_name(position: str) -> tuple[str, str] | None:
    """`Bupati Alor Iskandar L., S.H.`: the office ends with its region, the rest is a person."""
    head = HEAD_OF_REGION.match(position)
    named = (
        region_at(position, words_of(position), _word_at(position, head.start("region"))) if head is not None else None
    )
    rest = position[named.end :].strip() if named is not None else ""
    name = person_name(_dotted(rest)) if " " in rest and PERSON.match(rest) else None
    return (position[: named.end], name) if named is not None and name is not None else None


def _dotted(name: str) -> str:
    """The name with the last degree's dot, which ends the sentence too."""
    return re.sub(r"(?<=\.)([A-Z][a-z]{0,3})$", r"\1.", name)


def _word_at(text: str, place: int) -> int:
    return next((at for at, word in enumerate(words_of(text)) if word.start >= place), 0)


# `Dari Politeknik X hadir dan menandatangani N, yang menjabat Direktur`.
_PRESENT = re.compile(
    r"(?:^|[.;:]\s+|\s)(?i:dari(?:\s+pihak)?|untuk|bagi|atas\s+nama)\s+(?P<name>"
    + BODY
    + r"[^,;:.]{2,120}?)\s+(?:(?:telah\s+)?hadir|menanda\s?tangani|ditanda\s?tangani|ber\s?tanda\s?tangan|dihadiri)\b"
)


def _presence(text: str) -> tuple[int, int] | None:
    """The body from which somebody is said to be present and to sign."""
    found = _PRESENT.search(text)
    return found.span("name") if found is not None else None


# `bertindak untuk a.n. Kepala BKPSDM …, mewakili Badan …`
_SUPERIOR = re.compile(r"a\.?\s?n\.?\s", re.I)


def _behalf(text: str) -> tuple[int, int] | None:
    strong: tuple[int, int] | None = None
    weak: tuple[int, int] | None = None
    superior: tuple[int, int] | None = None  # for whom one signs, not the body
    for found in _ON_BEHALF.finditer(text):
        name = found.group("name")
        if (
            re.match(r"(?i:jabatan|diri|dirinya|direksi|kepentingan|dan\b|yang\b)", name)
            or _SAID_BEFORE.search(name)
            or BLANK.search(name)
            or len(name) < 3
        ):
            continue
        if _SUPERIOR.match(name):
            superior = superior or found.span("name")
        elif found.group("weak"):
            weak = weak or found.span("name")
        else:
            strong = found.span("name")
    return strong or weak or superior


_NAME_ROW = re.compile(r"\b(?:Nama|NAMA)\s*:")
_OWN_BODY = re.compile(
    r"\b(?:Jabatan|JABATAN)\s*:\s*(?:(?:Pj|Plt|Plh)\.?\s+)?(?:(?:Kepala|KEPALA|Direktur|DIREKTUR|Ketua|KETUA|Rektor|Dekan|Pimpinan)\s+"
    + BODY
    + r"|(?:Bupati|BUPATI|Wali\s?[Kk]ota|WALI\s?KOTA|Gubernur|GUBERNUR|[KG]eu?chik|Wali\s+Nagari|Camat|Lurah)\s)"
)


def several(source: Source, segment: PartySegment) -> list[PartySegment]:
    """The segment, or one for each of several heads of bodies that share a label: `1. Nama : … Jabatan : Kepala Desa X 2. Nama : …`."""
    text = source.flat.text[segment.start : segment.end]
    rows = [found.start() for found in _NAME_ROW.finditer(text)]
    if len(rows) < 2 or _behalf(text) is not None:
        return [segment]
    ends = [*rows[1:], len(text)]
    if not all(_OWN_BODY.search(text, begin, end) for begin, end in zip(rows, ends, strict=True)):
        return [segment]
    return [
        PartySegment(segment.start + begin, segment.start + end, segment.label)
        for begin, end in zip(rows, ends, strict=True)
    ]


# `untuk dan atas nama badan tersebut`, `… atas nama Dinas`: the body is the one of the office.
_SAID_BEFORE = re.compile(
    r"\b(?:tersebut|dimaksud|termaksud|(?:di|ter)sebut\s+di\s+atas|yang\s+dipimpinnya)\s*$|^\w+nya$|"
    r"^\W*(?:badan|dinas|biro|bagian|kantor|balai|lembaga|instansi|inspektorat|sekretariat|pemerintah(?:\s+daerah)?|universitas|institut|politeknik|fakultas|"
    r"sekolah|rumah\s+sakit|perusahaan|perseroan|yayasan|koperasi|bank|perguruan\s+tinggi)\W*$",
    re.I,
)


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


def _body_first(text: str) -> tuple[int, int] | None:
    """A segment that begins with the institution: `PT X, diwakili oleh …`."""
    lead = LEAD.match(text)
    begin = lead.end() if lead else 0
    if re.match(BODY, text[begin:]) is None:
        return None
    found = re.match(
        r"(?P<name>.*?)(?:,?\s+(?:dalam\s+hal\s+ini\s+)?(?:yang\s+)?di ?wakili|,?\s+represented)", text[begin:], re.I
    )
    found = found or re.match(r"(?P<name>.*?)" + STOP, text[begin:])
    if found is None or not found.group("name").strip(" ,"):
        return None
    seated = re.match(r"(?P<name>.*?)" + STOP, found.group("name"))
    name = (seated or found).group("name").rstrip(" ,")
    return (begin, begin + len(name)) if name else None


def _shifted(span: tuple[int, int] | None, by: int) -> tuple[int, int] | None:
    return (span[0] + by, span[1] + by) if span is not None else None


# `[nama Bupati], Bupati X`: to be filled in.
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def _own_entry(text: str, number: int) -> int:
    """Where the party's own entry begins, where notes of an editor stand before it; 0 where none do."""
    marks = f"{number}|{_ROMAN[number - 1]}|{chr(96 + number)}" if number <= len(_ROMAN) else str(number)
    found = re.search(
        rf"(?:(?<=[a-z)”\"][.;:)]\s)\(?|(?<=\b(?:dan|and)\s)\()(?:{marks})[.)]\s+(?=[A-Z\[]|dr\.|drg\.)", text
    )
    return found.start() if found is not None else 0
