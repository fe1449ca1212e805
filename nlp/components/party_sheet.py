"""Parties of a table that says them row by row: a row a party (`Kabupaten | Yang menandatangani`), or a sheet of labels
(`Pemberi pekerjaan | X`, `Wakil sah | N`)."""

import re
from dataclasses import replace

from nlp.components.institutions import government_of, region_of
from nlp.components.party_names import BLANK, BODY, official_party_name, position_text
from nlp.components.signer_names import own_office, signer_of
from nlp.extraction import Party, Representative
from nlp.facts import InstitutionMention
from nlp.source import Source

TABLED = 0.9
_Span = tuple[int, int]
_Row = list[_Span]

_SIDE_HEAD = re.compile(
    r"^\W*(?:(?:para\s+)?pihak|kabupaten(?:\s*/\s*kota)?|kota|provinsi|daerah|pemerintah(?:\s+daerah)?|nama\s+(?:instansi|lembaga|daerah)|"
    r"instansi|lembaga|badan|perangkat\s+daerah)\b",
    re.I,
)
_SIGNER_HEAD = re.compile(
    r"\bmenanda\s?tangani\b|\bpenanda\s?tangan|\bwakil(?:nya)?\b|\bdiwakili\b|\bpejabat\b|^\W*nama\b|\bditandatangani\s+oleh\b",
    re.I,
)
_POSITION_HEAD = re.compile(r"^\W*(?:jabatan|selaku|kedudukan)\b", re.I)
_LEVEL = re.compile(r"^\W*(?P<level>kabupaten|kota|provinsi)\W*$", re.I)
_HEAD_LEVEL = ((re.compile(r"\bgubernur\b", re.I), "Provinsi"), (re.compile(r"\bbupati\b", re.I), "Kabupaten"),
               (re.compile(r"\bwali\s?kota\b", re.I), "Kota"))  # fmt: skip


def row_parties(source: Source, mentions: list[InstitutionMention], rows: list[_Row]) -> list[Party]:
    """The parties of a table with a row for each: the body or its region in one column, who signs in another."""
    if not 3 <= len(rows) <= 40:
        return []
    heads = [source.text[slice(*cell)] for cell in rows[0]]
    side_at = next((at for at, head in enumerate(heads) if _SIDE_HEAD.match(head)), None)
    signer_at = next((at for at, head in enumerate(heads) if _SIGNER_HEAD.search(head)), None)
    position_at = next((at for at, head in enumerate(heads) if _POSITION_HEAD.match(head)), None)
    if side_at is None or signer_at is None:
        return []
    level = _LEVEL.match(heads[side_at])
    parties: list[Party] = []
    for row in rows[1:]:
        if len(row) <= max(side_at, signer_at):
            return []
        start, end, said = _parted(source, row[side_at]) if side_at == signer_at else (*row[side_at], None)
        signer = signer_of(said if said is not None else source.text[slice(*row[signer_at])])
        if signer is None:
            return []
        if signer.position is None and position_at is not None and len(row) > position_at:
            office = own_office(source.text[slice(*row[position_at])])
            signer = Representative(signer.name, position_text(office))
        if signer.position is None:
            return []  # a list of people, not of who signs
        start, end = _without_bracket(source, start, end)
        said_level = level.group("level").capitalize() if level else _level_of(source.text[slice(*row[signer_at])])
        official = _official(source, mentions, start, end, said_level)
        if official is None:
            return []
        parties.append(_party(source, official, start, end, signer, len(parties) + 1))
    return parties if len(parties) >= 2 and len({party.name for party in parties}) == len(parties) else []


def unheaded_parties(source: Source, mentions: list[InstitutionMention], rows: list[_Row]) -> list[Party]:
    """The parties of rows that hold body, person and office without a head that says so."""
    parties: list[Party] = []
    for row in rows[:12]:
        cells = [(cell, re.sub(r"^[\s.,;\d]+|[\s,;]+$", "", source.text[slice(*cell)])) for cell in row]
        bodies = [cell for cell, written in cells if re.match(BODY, written)]
        signers = [signer for _, written in cells if not re.match(BODY, written) and (signer := signer_of(written))]
        name = next((signer.name for signer in signers if signer.name), None)
        office = next((signer.position for signer in signers if signer.position), None)
        if len(bodies) != 1 or name is None or office is None:
            if parties:
                break
            continue
        start, end = _without_bracket(source, *bodies[0])
        begin = re.search(BODY, source.text[start:end])
        start += begin.start() if begin is not None else 0
        official = official_party_name(source.text[start:end], start, end, mentions)
        if official is None or any(party.name == official for party in parties):
            return []
        parties.append(_party(source, official, start, end, Representative(name, office), len(parties) + 1))
    return parties if len(parties) >= 2 else []


def _parted(source: Source, cell: _Span) -> tuple[int, int, str]:
    """A cell `X — N`: the body's part, and what is said of who signs."""
    written = source.text[slice(*cell)]
    dash = re.search(r"\s+[—–-]\s+|\n|,?\s+(?:yang\s+)?diwakili(?:\s+oleh)?\s*:?\s+|:\s+", written)
    if dash is None:
        return *cell, ""
    return cell[0], cell[0] + dash.start(), written[dash.end() :]


def _without_bracket(source: Source, start: int, end: int) -> _Span:
    bracket = re.search(r"\s*\([^()]*\)\s*$", source.text[start:end])
    return (start, start + bracket.start()) if bracket and bracket.start() > 0 else (start, end)


def _level_of(signer: str) -> str | None:
    return next((level for pattern, level in _HEAD_LEVEL if pattern.search(signer)), None)


def _official(
    source: Source, mentions: list[InstitutionMention], start: int, end: int, level: str | None
) -> str | None:
    written = " ".join(source.text[start:end].split())
    if re.match(BODY, written):
        return official_party_name(written, start, end, mentions)
    region = region_of(written) if re.match(r"(?:Kabupaten|Kota|Provinsi)\b", written, re.I) else None
    if region is None and level is not None:
        region = region_of(f"{level} {written}")
    return government_of(region) if region is not None else None


_LABEL = re.compile(
    r"^\W*(?:(?:pihak\s+)?(?:pemberi|penerima|pelaksana|pengirim|penyedia|pengguna|pemohon|penyelenggara|mitra|tuan\s+rumah)"
    r"(?:\s+\w+){0,2}|pihak\s+(?:ke\s?\w+|pertama|[IVX]{1,4}|\d)|(?:instansi|daerah|lembaga)\s+(?:asal|tujuan|pengirim|penerima|mitra|pertama|kedua))\W*$",
    re.I,
)
_SIGNER_LABEL = re.compile(
    r"\bwakil\b|\bdiwakili\b|\bpenanda\s?tangan\b|\bpejabat\b|\bkuasa\b|\bpenanggung\s?jawab\b|^\W*nama\b|\bbertindak\b",
    re.I,
)
_POSITION_LABEL = re.compile(r"^\W*(?:jabatan|selaku|kedudukan)\b", re.I)


def sheet_parties(source: Source, mentions: list[InstitutionMention], rows: list[_Row]) -> list[Party]:
    """The parties of a sheet of labels, each with who signs for it in the rows below its own; empty where any lacks a body."""
    parties: list[Party] = []
    signed = False
    for row in rows[:40]:
        cells = [cell for cell in row if re.search(r"[^\W\d_]{3,}", source.text[slice(*cell)])]
        if len(cells) != 2:
            continue
        (label, value) = (source.text[slice(*cell)] for cell in cells)
        label = label.split(":")[0]
        if _LABEL.match(label) and not BLANK.search(value):
            start, end = _without_bracket(source, *cells[1])
            begin = re.search(r"(?<!\w)" + BODY, source.text[start:end])
            if begin is None or begin.start() > 4:
                continue
            start += begin.start()
            official = official_party_name(source.text[start:end], start, end, mentions)
            if official is not None and all(party.name != official for party in parties):
                parties.append(_party(source, official, start, end, None, len(parties) + 1))
        elif parties and (_SIGNER_LABEL.search(label) or _POSITION_LABEL.match(label)):
            party = parties[-1]
            known = party.representative or Representative(None, None)
            if _POSITION_LABEL.match(label):
                signer: Representative | None = Representative(known.name, position_text(own_office(value)))
            else:
                signer = signer_of(value)
            if signer is not None:
                signed = True
                both = Representative(known.name or signer.name, known.position or signer.position)
                parties[-1] = replace(party, representative=both)
    return parties if len(parties) >= 2 and signed else []


def _party(source: Source, official: str, start: int, end: int, signer: Representative | None, number: int) -> Party:
    written = " ".join(source.text[start:end].split())
    return Party(official, written, f"party_{number}", signer, source.evidence(start, end), TABLED)
