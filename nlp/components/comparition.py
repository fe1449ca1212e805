"""The comparition of an agreement, segment by segment: who signs, in which office, for whom.

`untuk dan atas nama X` names the party whatever the office of who signs.
"""

import re

from nlp.components.comparition_bodies import on_behalf_of, own_entry, place_of_body
from nlp.components.comparition_names import (
    as_signed,
    name_end,
    titles_before,
    with_next_line,
    without_slip,
)
from nlp.components.comparition_signers import representative_of, stacked_rows
from nlp.components.party_names import (
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
_NAME_ROW = re.compile(r"\b(?:Nama|NAMA)\s*:")
_OWN_BODY = re.compile(
    r"\b(?:Jabatan|JABATAN)\s*:\s*(?:(?:Pj|Plt|Plh)\.?\s+)?(?:(?:Kepala|KEPALA|Direktur|DIREKTUR|Ketua|KETUA|Rektor|Dekan|Pimpinan)\s+"
    + BODY
    + r"|(?:Bupati|BUPATI|Wali\s?[Kk]ota|WALI\s?KOTA|Gubernur|GUBERNUR|[KG]eu?chik|Wali\s+Nagari|Camat|Lurah)\s)"
)


def party_of_segment(
    source: Source, mentions: list[InstitutionMention], parts: Zones, segment: PartySegment, number: int
) -> Party | None:
    """The `number`-th party as its segment names it, with who signs for it; None where it names no institution."""
    name, position = _signer(source, parts, segment, number)
    place = place_of_body(source, mentions, segment, number, position)
    if place is None:
        return None
    if place.at_label and name is None:
        position = None  # the office of somebody else
    start, end = source.flat.span(segment.start + place.start, segment.start + place.end)
    end = name_end(source, start, end)
    if (headed := _OF_HEAD.match(source.text, start, end)) is not None:
        start = headed.end()
    official = official_party_name(source.text[start:end], start, end, mentions)
    if official is None:
        return None
    if source.page_at(start).source == "ocr":
        official = without_slip(official, position, source.flat.text[: parts.title_end])
    name = _name_in_full(source, parts, segment, name, official)
    return Party(
        name=official,
        as_written=" ".join(source.text[start:end].split()),
        role=f"party_{number}",
        representative=Representative(name, position) if name or position else None,
        evidence=source.evidence(start, end),
        confidence=place.confidence,
    )


def _signer(source: Source, parts: Zones, segment: PartySegment, number: int) -> tuple[str | None, str | None]:
    """Name and office of who signs, as the segment states them."""
    flat = source.flat.text
    text = flat[segment.start : segment.end]
    name, position = representative_of(titles_before(flat, segment.start) + text[own_entry(text, number) :])
    if name is None and position is None:
        # The rows of all persons stand together before the first label.
        everybody = stacked_rows(flat[parts.segments[0].start : parts.segments[-1].end])
        if len(everybody) == len(parts.segments) and number <= len(everybody):
            name, position = everybody[number - 1]
    return _parted(position) if name is None and position is not None else (name, position)


def _parted(position: str) -> tuple[str | None, str | None]:
    """Name and office where both stand in the office's words: `Kepala Dinas Ir. N, M.T.`; the name None where they hold none."""
    name: str | None = None
    if (parted := _OFFICE_AND_NAME.fullmatch(position)) is not None:
        name, position = person_name(_dotted(parted["name"])), parted["office"]
    if name is None and (split := _head_and_name(position)) is not None:
        position, name = split
    if name is None and (signer := signer_of(position)) is not None and _surely(signer):
        return _dotted(signer.name or ""), signer.position  # `Bupati X, N, S.E.`
    return name, position


def _name_in_full(source: Source, parts: Zones, segment: PartySegment, name: str | None, official: str) -> str | None:
    """The signer's name with what the signatures and the next line add; the signature's where the segment leaves no blank for it."""
    flat = source.flat
    text = flat.text[segment.start : segment.end]
    if name is None:
        return signature_name(source, parts, segment.label, official) if BLANK.search(text) is None else None
    name = as_signed(name, text, signature_lines(source, parts, witnesses=True))
    name = completed(name, flat.text[parts.ending :]) if "," not in name else name
    return with_next_line(name, source.text[slice(*flat.span(segment.start, segment.end))])


def _surely(signer: Representative) -> bool:
    """What stands behind an office is a person: it has degrees, or it alone is in capitals."""
    name, office = signer.name or "", signer.position or ""
    return bool(name and office) and ("," in name or (is_capitals(name) and not is_capitals(office)))


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


def several(source: Source, segment: PartySegment) -> list[PartySegment]:
    """The segment, or one for each of several heads of bodies that share a label: `1. Nama : … Jabatan : Kepala Desa X 2. Nama : …`."""
    text = source.flat.text[segment.start : segment.end]
    rows = [found.start() for found in _NAME_ROW.finditer(text)]
    if len(rows) < 2 or on_behalf_of(text) is not None:
        return [segment]
    ends = [*rows[1:], len(text)]
    if not all(_OWN_BODY.search(text, begin, end) for begin, end in zip(rows, ends, strict=True)):
        return [segment]
    return [
        PartySegment(segment.start + begin, segment.start + end, segment.label)
        for begin, end in zip(rows, ends, strict=True)
    ]
