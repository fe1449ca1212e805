"""Names and offices in the signatures, paired by their order, for the parties whose signer the opening does not name."""

import re
from collections.abc import Iterator
from dataclasses import replace

from nlp.components.institutions import region_of
from nlp.components.party_names import (
    AGENCY_HEAD,
    BODY,
    HEAD_OF_REGION,
    OFFICE,
    OFFICE_GOES_ON,
    government_name,
    official_party_name,
    person_name,
    position_text,
)
from nlp.components.signatures import signature_lines
from nlp.components.signer_names import own_office
from nlp.extraction import Party, Representative
from nlp.facts import InstitutionMention
from nlp.source import Source
from nlp.zones import Zones

_OFFICE = re.compile(r"^\W*(?:a\.?\s?n\.?\s+|u\.?\s?b\.?\s+)?" + OFFICE + r"\b")
_NAME = re.compile(
    r"^(?=.{5,80}$)(?!.*\d)(?:(?:[A-Z][A-Za-z]{0,4}\.|dr\.|drg\.)\s*)*[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){1,7}"
    r"(?:,\s*[A-Z][\w.() ]{0,12}\.?)*,?$"
)
_NO_NAME = re.compile(
    r"\b(?:untuk|for|pihak|pemerintah|government|republi[ck]|ttd|cap|meterai|materai|stempel|city|and|dan|of)\b", re.I
)
_SIGN = re.compile(r"^\W*(?:ttd|cap|stempel|meterai|materai|tanda\s?tangan)\b|^[\W_]*$", re.I)
_BY_SIGNATURE = 0.7
Pair = tuple[str, str]


def signature_pairs(lines: list[str]) -> list[Pair]:
    """Office and name of everybody who signs: office above name, or several offices in a row and as many names."""
    runs: list[tuple[bool, list[str]]] = []  # offices or names that follow one another
    for line in _one_each(lines):
        if _SIGN.match(line):
            continue
        office = _OFFICE.match(line) is not None
        if not office and (not _NAME.match(line) or _NO_NAME.search(line) or re.match(BODY + r"\b", line)):
            runs.append((False, []))
            continue
        if runs and runs[-1][0] is office and runs[-1][1]:
            runs[-1][1].append(line)
        else:
            runs.append((office, [line]))
    runs = [run for run in runs if run[1]]
    pairs: list[Pair] = []
    index = 0
    while index + 1 < len(runs):
        (office, first), (_, second) = runs[index], runs[index + 1]
        if runs[index + 1][0] is office:
            index += 1
            continue
        offices, names = _offices(first if office else second), second if office else first
        if len(offices) < len(names):  # a name's line that is none stands farther off
            names = names[: len(offices)] if office else names[-len(offices) :]
        if len(offices) == len(names):
            pairs += list(zip(offices, names, strict=True))
            index += 2
        else:
            index += 1
    return pairs


def _offices_whole(lines: list[str]) -> Iterator[str]:
    """`Kepala Badan Kepegawaian dan` / `Pengembangan Sumber Daya Manusia` is one office."""
    waiting = ""
    for line in lines:
        line = " ".join(line.split())
        if waiting and (_OFFICE.match(line) or _SIGN.match(line)):
            yield waiting
            waiting = ""
        line = f"{waiting} {line}".strip()
        waiting = line if OFFICE_GOES_ON.match(line) else ""
        if not waiting:
            yield line
    if waiting:
        yield waiting


_NAME_BEFORE_OFFICE = re.compile(r"^(?P<name>[A-Z].{4,60}?(?:,\s[\w.]+\.)?),?\s+(?=" + OFFICE + r"\b)")


def _one_each(lines: list[str]) -> Iterator[str]:
    """The lines, blanks joined; an office of two lines is one, a name and the office behind it part."""
    for line in _offices_whole(lines):
        both = None if _OFFICE.match(line) else _NAME_BEFORE_OFFICE.match(line)
        if both is not None and _NAME.match(both.group("name")) and not _NO_NAME.search(both.group("name")):
            yield both.group("name")
            yield line[both.end() :]
        else:
            yield line


def _offices(lines: list[str]) -> list[str]:
    """The offices of a run: what is signed on behalf of goes with the office below it, a translation with the one above."""
    found: list[str] = []
    waiting = ""
    for line in lines:
        if re.match(r"^\W*a\.?\s?n\b|^\W*u\.?\s?b\b", line, re.I) and not _SAME_LINE.search(line):
            waiting = f"{waiting}{line}\n"
            continue
        if found and re.match(r"(?:Mayor|City\s+Mayor|Governor|Regent|Rector|Dean|Director|Head)\b", line):
            continue
        found.append(own_office(f"{waiting}{line}".split(" / ")[0]))
        waiting = ""
    return found


_SAME_LINE = re.compile(r"^\W*a\.?\s?n\.?\s[^,]{3,60},\s*" + OFFICE, re.I)


def signed_by(source: Source, parts: Zones, parties: list[Party]) -> list[Party]:
    """The parties, each with who signs for it below, where the opening left that out or cut it."""
    parties = [_whole_name(party, signature_lines(source, parts)) for party in parties]
    if len(parties) < 2 or all(party.representative is not None for party in parties):
        return parties
    pairs = signature_pairs(signature_lines(source, parts))
    found = list(parties)
    left: list[Pair] = []
    for office, name in [*(pair for pair in _pairs_above(source, parts) if _names_a_body(pair[0])), *pairs]:
        place = next((index for index, party in enumerate(found) if _heads(office, party)), None)
        if place is None:
            left += [(office, name)] if (office, name) in pairs else []
        elif found[place].representative is None:
            found[place] = _signed(found[place], office, name)
    heads = signature_bodies(signature_lines(source, parts))
    if len(left) == len(pairs) == len(parties) == len(heads) and not any(_names_a_body(office) for office, _ in left):
        # `UNTUK X`, `UNTUK Y` side by side, the names and offices below in the same order.
        for (body, _), pair in zip(heads, left, strict=True):
            at = next((index for index, party in enumerate(found) if _says(body, party)), None)
            if at is not None and found[at].representative is None:
                found[at] = _signed(found[at], *pair)
        return found
    open_ones = [index for index, party in enumerate(found) if party.representative is None]
    if len(open_ones) == len(left) == 1 and not _names_a_body(left[0][0]) and len(pairs) == len(parties):
        found[open_ones[0]] = _signed(found[open_ones[0]], *left[0])
    return found


_MARK = re.compile(r"^\W*(?:(?:\d|[a-e]|[IVX]{1,3})[.)]\s+)?")


def _pairs_above(source: Source, parts: Zones) -> list[Pair]:
    """Name and office on lines of their own below `kami yang bertanda tangan di bawah ini:`, where no words join them."""
    if parts.opening is None:
        return []
    first, _ = source.flat.span(parts.opening, parts.opening + 1)
    lines = [source.text[start:stop] for start, stop in source.lines if start >= first][:_OPENING_LINES]
    return signature_pairs([_MARK.sub("", line, count=1) for line in lines])


_OPENING_LINES = 14


def _whole_name(party: Party, lines: list[str]) -> Party:
    """The name that the columns of the opening have cut, as it stands below: `Drs. BUDI` of `Drs. BUDI SANTOSO, M.M.`."""
    signer = party.representative
    if signer is None or signer.name is None or "," in signer.name:
        return party
    cut = signer.name
    longer = {
        line.rstrip(",")
        for line in (" ".join(line.split()) for line in lines)
        if line.startswith(f"{cut} ") and _NAME.match(line) and not _NO_NAME.search(line)
    }
    if len(longer) != 1:
        return party
    whole = longer.pop()
    rest = whole[len(cut) :].strip()
    if rest.split(",")[0] not in (signer.position or ""):
        return party  # the opening may leave out a part of the name itself
    position = " ".join((signer.position or "").replace(rest, " ").split())
    return replace(party, representative=Representative(whole, position_text(position)))


def _signed(party: Party, office: str, name: str) -> Party:
    signer = Representative(person_name(name.rstrip(",")), position_text(office))
    return replace(party, representative=signer) if signer.name else party


def _heads(office: str, party: Party) -> bool:
    """The office is that of the party's head or deputy: `Wakil Wali Kota X` of `Pemerintah Kota X`."""
    head = HEAD_OF_REGION.match(office)
    if head is not None:
        return government_name(head.group("head"), head.group("region"), 0, 0, []).casefold() == party.name.casefold()
    if party.name.startswith("Pemerintah "):
        region = region_of(office)
        return region is not None and region == region_of(party.name)
    body = AGENCY_HEAD.match(office)
    return body is not None and body.group("body").casefold() in party.name.casefold()


def _says(body: str, party: Party) -> bool:
    folded = body.casefold()
    return any(folded.startswith(name.casefold()) for name in (party.name, party.as_written)) or (
        party.name.startswith("Pemerintah ")
        and region_of(body) is not None
        and region_of(body) == region_of(party.name)
    )


def _names_a_body(office: str) -> bool:
    return re.search(BODY + r"\b", office) is not None or region_of(office) is not None


_FOR = re.compile(r"^\W*(?:untuk|for|atas\s+nama|on\s+behalf\s+of)\s+(?:the\s+)?(?=[A-Z])", re.I)
_GOES_ON = re.compile(r"\b(?:of|the|kota|kabupaten|provinsi|pemerintah|government|bandaraya|dan|and)$", re.I)


def signature_bodies(lines: list[str]) -> list[tuple[str, list[str]]]:
    """The bodies that signatures are headed with (`UNTUK X`), each with the lines below it."""
    blocks: list[tuple[str, list[str]]] = []
    for line in lines:
        line = " ".join(line.split())
        head = _FOR.match(line)
        if head is not None:
            blocks.append((line[head.end() :].strip(" ,:"), []))
        elif blocks and not blocks[-1][1] and _GOES_ON.search(blocks[-1][0]):
            blocks[-1] = (f"{blocks[-1][0]} {line.strip(' ,:')}", [])
        elif blocks:
            blocks[-1][1].append(line)
    return blocks


def signing_bodies(source: Source, mentions: list[InstitutionMention], parts: Zones) -> list[Party]:
    """The parties that only the signatures name, in the order in which the text names them; empty where fewer than two."""
    start = source.flat.span(min(parts.ending, parts.end - 1), min(parts.ending, parts.end - 1) + 1)[0]
    found: list[tuple[int, Party]] = []
    for body, below in signature_bodies(signature_lines(source, parts)):
        place = re.compile(r"\s+".join(map(re.escape, body.split()))).search(source.text, start)
        if place is None or not re.match(BODY + r"|(?i:(?:\w+ )?government\b)", body):
            continue
        official = official_party_name(body, *place.span(), mentions)
        pairs = signature_pairs(below)
        if official is None or len(pairs) != 1 or any(party.name == official for _, party in found):
            continue
        named = source.flat.text.casefold().find(body.casefold())
        party = Party(official, body, None, None, source.evidence(*place.span()), _BY_SIGNATURE)
        found.append((named, _signed(party, *pairs[0])))
    found.sort(key=lambda pair: pair[0])
    if len(found) < 2:
        return []
    return [replace(party, role=f"party_{number}") for number, (_, party) in enumerate(found, start=1)]
