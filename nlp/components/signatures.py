"""The signatures below an agreement: who signs under a party's label or name."""

import re
from dataclasses import replace

from nlp.components.party_names import (
    BODY,
    DUTY,
    HEAD_OF_REGION,
    OFFICE,
    OFFICE_GOES_ON,
    PERSON,
    government_name,
    person_name,
    position_text,
)
from nlp.extraction import Party, Representative
from nlp.source import Source
from nlp.zones import Zones


def signature_lines(source: Source, parts: Zones, *, witnesses: bool = False) -> list[str]:
    """The lines of the closing, without witnesses and annexes; `witnesses`: with all that stands there, in columns maybe."""
    start, _ = source.flat.span(min(parts.ending, parts.end - 1), min(parts.ending, parts.end - 1) + 1)
    lines = [source.text[first:last] for first, last in source.lines if first >= start]
    for index, line in enumerate(lines if not witnesses else ()):
        if re.match(r"\W*(?:saksi|mengetahui|menyetujui|menyaksikan|tembusan|lampiran)\b", line, re.I):
            return lines[:index]
    return lines


def signature_name(source: Source, parts: Zones, label: str, official: str) -> str | None:
    """Who signs below the label, where the comparition does not name the person."""
    lines = signature_lines(source, parts)
    for index, line in enumerate(lines):
        if line.strip(" ,:").casefold() != label.casefold():
            continue
        for following in lines[index + 1 : index + 7]:
            following = " ".join(following.split())
            if re.match(r"\W*(?:PIHAK|Pihak)\b", following):
                break
            if re.search(OFFICE + r"\b|" + BODY, following) or re.search(
                r"\d|\.{4}|materai|meterai|ttd", following, re.I
            ):
                continue
            if PERSON.match(following):
                return following.rstrip(",")
    return None


def with_signature(source: Source, parts: Zones, party: Party) -> Party:
    """A party of the title with who signs for it: `UNTUK X`, the name, the position below."""
    lines = [" ".join(line.split()) for line in signature_lines(source, parts)]
    keys = {party.name.casefold(), party.as_written.casefold().removeprefix("the ")}
    for index, line in enumerate(lines):
        folded = re.sub(r"^(?:untuk|for(?: the)?|atas nama|on behalf of)\s+", "", line.casefold()).strip(" ,:")
        if folded not in keys or HEAD_OF_REGION.match(line.strip(" ,:")):
            continue
        name: str | None = None
        above: str | None = None  # the office, where it stands above the name
        parts_of_name: list[str] = []
        for following in lines[index + 1 : index + 10]:
            if re.match(r"(?i:for\b|untuk\b|ttd|materai|meterai|\W*$)", following):
                if re.match(r"(?i:untuk\b)", following) and parts_of_name:
                    break
                continue
            if re.match(OFFICE + r"\b", following):
                above = above if parts_of_name or above is not None else following
                if parts_of_name:
                    name = person_name(" ".join(parts_of_name))
                    position = position_text(following.split(" / ")[0])
                    return Party(
                        party.name,
                        party.as_written,
                        party.role,
                        Representative(name, position),
                        party.evidence,
                        party.confidence,
                    )
                continue
            if re.search(r"\d", following) or len(parts_of_name) >= 2 or re.match(BODY + r"\b", following):
                break
            if above is not None and not parts_of_name:
                if OFFICE_GOES_ON.match(above) or DUTY.match(following):
                    above = f"{above} {following}"
                    continue
                if PERSON.match(following):  # `DINAS X`, `Kepala,`, the name below
                    signer = Representative(person_name(following), position_text(above))
                    return replace(party, representative=signer)
            parts_of_name.append(following)
    for index, line in enumerate(lines):
        # `GUBERNUR BALI` and the name below it.
        head = HEAD_OF_REGION.match(line.strip(" ,"))
        if (
            head is None
            or government_name(head.group("head"), head.group("region"), 0, 0, []).casefold() != party.name.casefold()
        ):
            continue
        for following in lines[index + 1 : index + 6]:
            if PERSON.match(following) and not re.match(OFFICE + r"\b", following):
                return Party(
                    party.name,
                    party.as_written,
                    party.role,
                    Representative(following.rstrip(","), line.strip(" ,")),
                    party.evidence,
                    party.confidence,
                )
    return party
