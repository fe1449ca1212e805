"""Who signs for a body, said beside its name: `Kabupaten X, dengan Bupatinya, N`, `Dinas Y; yang menandatangani Kepala Dinas, N`."""

import re
from dataclasses import replace

from nlp.components.institutions import government_of, region_of
from nlp.components.party_names import (
    AGENCY_HEAD,
    BODY,
    HEAD_OF_REGION,
    OFFICE,
    official_party_name,
    person_name,
    position_text,
)
from nlp.components.signer_names import NAMED_PERSON, ON_BEHALF, own_office, plain_name
from nlp.extraction import Party, Representative
from nlp.facts import InstitutionMention
from nlp.names import is_capitals
from nlp.source import Source
from nlp.words.places import find_regions
from nlp.zones import Zones

SIGNED = 0.85
_OPENING_LENGTH = 4000

_POSITION = (
    r"(?P<position>(?:"
    + ON_BEHALF
    + OFFICE
    + r"(?:nya)?|(?:gubernur|bupati|wali\s?kota|kepala\s+\w+|direktur|rektor)nya)\b[^;:()|]{0,100}?)"
)
_LINK = (
    r"\s*(?:\([^)]{2,60}\)\s*)?(?:,?\s*(?:selaku|sebagai|selanjutnya\s+disebut)\s+\W?pihak\s+\w+\W?)?[,;:(]?\s*(?:(?:yang|dalam hal ini|dan)\s+)*(?:di ?wakili(?:\s+secara\s+sah)?(?:\s+oleh)?|"
    r"diwakilkan(?:\s+(?:oleh|kepada))?|(?:di ?tanda ?tangani|diteken)(?:\s+oleh)?|menanda ?tangani|meneken|penanda ?tangan(?:nya)?|"
    r"wakil(?:nya|\s+sah(?:nya)?)|lewat|melalui|dengan|oleh|[—–]|(?<=\s)-(?=\s))\s*(?:(?:adalah|ialah|yaitu)\s*)?:?\s+"
)
_LINK_WORD = re.compile(
    r"wakil|anda ?tangan|\b(?:di|men)eken|\blewat\b|\bmelalui\b|\bdengan\b|\boleh\b|[—–]|\s-\s", re.I
)
_OFFICE_FIRST = re.compile(r"(?i:" + _LINK + r")" + _POSITION + r"\s*[,:]\s*" + NAMED_PERSON)
_PERSON_FIRST = re.compile(
    r"(?i:" + _LINK + r")" + NAMED_PERSON + r",?\s+(?:\(|(?:(?:yang\s+)?menjabat\s+)?(?:selaku|sebagai)\s+|"
    r"(?:bertindak\s+)?dalam\s+(?:kedudukan|jabatan|kapasitas)(?:nya)?\s+(?:(?:selaku|sebagai)\s+)?)?(?P<position>" + OFFICE + r"\b[^,;:()|]{0,100}?)(?=\s*[,;:()|]|(?<!Plh)(?<!Plt)(?<!Pj)(?<!Pjs)\.\s|\s+(?:dan|serta|selanjutnya|berdasarkan)\b|\s*$)"
)  # fmt: skip
_BODY = re.compile(r"(?<!\w)" + BODY)


def signed_bodies(source: Source, mentions: list[InstitutionMention], parts: Zones) -> list[Party]:
    """The parties of an opening that names each body together with who signs for it; empty where fewer than two are found."""
    flat = source.flat
    begin = 0
    stop = min(len(flat.text), (parts.opening or 0) + _OPENING_LENGTH)
    parties: list[Party] = []
    position = begin
    for word in _LINK_WORD.finditer(flat.text, begin, stop):
        if word.start() < position:
            continue
        found = _signer_at(flat.text, word.start(), stop)
        if found is None:
            continue
        clause = _clause(flat.text, position, found.start())
        body = _body_in(source, clause, found.start()) or _body_behind(flat.text, found.end())
        if body is None:
            continue
        start, end = flat.span(*body)
        official = _official(source, start, end, mentions)
        if official is None or any(official == party.name for party in parties):
            continue
        office_end = min(found.end("position"), flat.place(_block_end(source, flat.span(*found.span("position"))[0])))
        office = own_office(flat.text[found.start("position") : max(office_end, found.start("position") + 4)])
        signer = Representative(plain_name(found.group("name")), position_text(office))
        parties.append(
            Party(
                official,
                " ".join(source.text[start:end].split()),
                f"party_{len(parties) + 1}",
                signer if signer.name or signer.position else None,
                source.evidence(start, end),
                SIGNED,
            )
        )
        position = found.end("name") if found.start("name") > found.start("position") else office_end
    return parties if len(parties) >= 2 else []


_HEAD = re.compile(r"(?:(?:Pj|Pjs|Plt|Plh)\.?\s+|Penjabat\s+|Wakil\s+)*(?:Gubernur|Bupati|Wali\s?[Kk]ota)\b", re.I)
_LEAD = re.compile(r"\b(?P<office>(?:Pj|Pjs|Plt|Plh|PJ|PLT|PLH)\.?|Penjabat|Wakil)\s+$")
_CHIEF = re.compile(
    r"\b(?P<office>(?:(?:Pj|Plt|Plh)\.?\s+)?(?:Wakil\s+)?(?:Kepala|Direktur(?:\s+Utama)?|Rektor|Dekan|Ketua|Pimpinan|Inspektur|Sekretaris|"
    r"General\s+Manager))\s+$"
)
_NAMED = re.compile(r"\s*[,:(]\s*(?:yaitu\s+|yakni\s+)?" + NAMED_PERSON)
_NAME_BEFORE = re.compile(r"(?:^|[;:\n.]|\d[.)]|\bdan\b|\boleh\b)\s*" + NAMED_PERSON + r"(?:,\s*|,?\s+selaku\s+)$")


def signing_heads(source: Source, mentions: list[InstitutionMention], parts: Zones) -> list[Party]:
    """The bodies whose heads an opening names with their persons: `1. Bupati X, N; 2. Wali Kota Y, N`, `Kepala BKD X (N)`."""
    begin = source.flat.span(parts.opening, parts.opening + 1)[0] if parts.opening is not None and parts.segments else 0
    parties: list[Party] = []
    for mention in mentions:
        if not begin <= mention.start < begin + _OPENING_LENGTH or mention.kind == "other":
            continue
        start = mention.start
        lead = _LEAD if mention.kind == "government" else _CHIEF
        before = lead.search(source.text, max(0, start - 60), start)
        start = before.start("office") if before is not None else start
        written = " ".join(source.text[start : mention.end].split())
        headed = _HEAD.match(written) is not None if mention.kind == "government" else before is not None
        if not headed or any(party.name == mention.name for party in parties):
            continue
        found = _NAMED.match(source.text, mention.end, mention.end + 160)
        found = found or _NAME_BEFORE.search(source.text, max(0, start - 100), start)
        if found is None:
            continue
        signer = Representative(plain_name(found.group("name")), position_text(written))
        where = source.evidence(mention.start, mention.end)
        parties.append(Party(mention.name, written, f"party_{len(parties) + 1}", signer, where, SIGNED))
    return parties if len(parties) >= 2 else []


_ROW = re.compile(r"^\W*(?P<key>Nama|Jabatan)\s*:\s*(?P<text>\S.*)$")


def rows_of_heads(source: Source, mentions: list[InstitutionMention], parts: Zones) -> list[Party]:
    """The bodies whose heads have rows of their own, `Nama : N`, `Jabatan : Kepala Dinas X`, without a label or a formula."""
    parties: list[Party] = []
    name: str | None = None
    stop = source.flat.span(0, min(parts.body + 1, parts.end))[1] if parts.opening is not None else len(source.text)
    for start, end in source.lines[:80]:
        row = _ROW.match(source.text[start:end])
        if row is None or start > stop + _OPENING_LENGTH:
            continue
        if row.group("key") == "Nama":
            name = person_name(row.group("text"))
            continue
        office = row.group("text").strip(" ,;.")
        headed, agency = HEAD_OF_REGION.match(office), AGENCY_HEAD.match(office)
        if name is None or (headed is None and agency is None):
            return []
        begin = start + row.start("text") + (agency.start("body") if headed is None and agency is not None else 0)
        finish = start + row.start("text") + len(office)
        official = official_party_name(source.text[begin:finish], begin, finish, mentions)
        if official is None or any(party.name == official for party in parties):
            return []
        written = " ".join(source.text[begin:finish].split())
        signer = Representative(name, position_text(office))
        parties.append(
            Party(official, written, f"party_{len(parties) + 1}", signer, source.evidence(begin, finish), SIGNED)
        )
        name = None
    return parties if len(parties) >= 2 else []


def with_signers(parties: list[Party], signed: list[Party]) -> list[Party]:
    """The parties, with who signs for them as the same opening says it beside their names."""
    signers = {party.name: party.representative for party in signed}
    return [
        replace(party, representative=signers[party.name])
        if _says_more(signers.get(party.name), party.representative)
        else party
        for party in parties
    ]


def _says_more(told: Representative | None, known: Representative | None) -> bool:
    """Nothing was known, or the same name stands there with its titles: `Dr. N, M.Si.` for the signature's `N`."""
    if told is None or known is None:
        return told is not None
    name, other = (told.name or "").casefold(), (known.name or "").casefold()
    return bool(other) and other in name and len(name) > len(other) and bool(told.position)


def _signer_at(text: str, word: int, stop: int) -> re.Match[str] | None:
    """The words about who signs that hold the link's word at `word`: they begin behind the body, some signs before it."""
    for start in range(max(word - 75, 1), word + 1):
        if text[start - 1].isalnum() and text[start] in " ,;:(":
            found = _OFFICE_FIRST.match(text, start, min(stop, start + 400))
            found = found or _PERSON_FIRST.match(text, start, min(stop, start + 400))
            if found is not None and min(found.start("position"), found.start("name")) > word:
                return found
    return None


def _clause(text: str, position: int, end: int) -> int:
    """Where the clause that names the body before `end` begins."""
    begin = max(position, end - 220)
    marks = [
        mark.end()
        for mark in re.finditer(
            r"[;|]|:\s|(?<!\b[A-Z])(?<!\bDr)(?<!\bdr)(?<!\bProf)(?<!\bIr)(?<!\bJl)(?<!\bJln)(?<!\bNo)(?<!\bLt)(?<!\bKab)\.\s|\)\s(?=[A-Z])",
            text[begin:end],
        )
    ]
    return begin + marks[-1] if marks else begin


def _body_in(source: Source, start: int, end: int) -> tuple[int, int] | None:
    """The body that the clause names, in its own line where a heading stands above it; a region with its level stands for its government."""
    text = source.flat.text
    bodies = [body.start() for body in _BODY.finditer(text, start, end)]
    if bodies:
        heads = [place for place in bodies[1:] if _begins_line(source, place)]
        return (heads[-1] if heads else bodies[0]), end
    regions = [named for named in find_regions(text[start:end]) if named.explicit]
    return (start + regions[0].start, start + regions[0].end) if regions else None


def _begins_line(source: Source, place: int) -> bool:
    """A line that begins there, in small letters, below one in capitals: the sentence below the heading."""
    start, _ = source.flat.span(place, place + 1)
    if source.text[source.text.rfind("\n", 0, start) + 1 : start].strip():
        return False
    above = source.text[:start].rstrip().rsplit("\n", 1)[-1]
    return is_capitals(above) and not is_capitals(source.text[start : start + 25])


# `DPK, oleh N, Plt. Kepala Dinas, yang sah mewakili Dinas X`: the short name stands before, the body behind.
_FOR_WHOM = re.compile(
    r"\W*(?:(?:yang|dan|dalam hal ini|secara|sah|untuk)\s+)*(?:mewakili|(?:bertindak\s+)?(?:untuk\s+dan\s+)?atas\s+nama)\s+(?P<body>"
    + BODY
    + r"[^,;:.(]{3,140}?)(?=\s+(?:dengan|berdasarkan|sesuai|selanjutnya|yang)\b|\s*[,;:.(])"
)


def _body_behind(text: str, end: int) -> tuple[int, int] | None:
    found = _FOR_WHOM.match(text, end)
    return found.span("body") if found is not None else None


def _official(source: Source, start: int, end: int, mentions: list[InstitutionMention]) -> str | None:
    written = source.text[start:end]
    if not _BODY.match(written):
        region = region_of(written)
        return government_of(region) if region is not None else None
    return official_party_name(written, start, end, mentions)


def _block_end(source: Source, place: int) -> int:
    """Where the paragraph or cell at `place` ends: an office does not go on in the next one."""
    for block in source.blocks:
        if block.start <= place < block.end:
            return block.end
    return len(source.text)


# Without labels: `Pemerintah Kota X yang diwakili oleh Name, Wali Kota X, dan Y yang diwakili oleh …`.
_UNLABELLED = re.compile(
    r"(?P<body>"
    + BODY
    + r"[^,;:()]{3,140}?|(?:[A-Z][\w.&-]* ){1,6}?[A-Z][\w.&-]*),?\s*(?:\([^)]{2,30}\)\s*)?,?\s+(?:(?:yang|dalam hal ini)\s+)*"
    r"diwakili(?:\s+oleh)?\s*:?\s+(?P<name>.{3,90}?)(?:,\s+(?:selaku\s+)?(?="
    + OFFICE
    + r"\b)|\s+selaku\s+|\s+\((?="
    + OFFICE
    + r"\b))(?P<position>[^;:)]{4,120}?)(?=,|;|\)|\s+dan\s+|\s+selanjutnya|$)"
)


def represented_parties(source: Source, mentions: list[InstitutionMention], parts: Zones) -> list[Party]:
    """The parties of running text that gives none of them a label; empty where fewer than two are found."""
    flat = source.flat
    begin = parts.opening if parts.opening is not None else 0
    parties: list[Party] = []
    for found in _UNLABELLED.finditer(flat.text, begin, min(len(flat.text), begin + 1500)):
        begins = re.search(r"(?<!\w)" + BODY, found.group("body"))
        start, end = flat.span(found.start("body") + (begins.start() if begins else 0), found.end("body"))
        official = official_party_name(source.text[start:end], start, end, mentions)
        if official is None or any(official == party.name for party in parties):
            continue
        signer = Representative(plain_name(found.group("name")), position_text(found.group("position")))
        parties.append(
            Party(
                official,
                " ".join(source.text[start:end].split()),
                f"party_{len(parties) + 1}",
                signer if signer.name or signer.position else None,
                source.evidence(start, end),
                SIGNED,
            )
        )
    return parties if len(parties) >= 2 else []
