"""What an agreement or a record of handing over calls its sides: `selanjutnya disebut RUMAH SAKIT`, `PIHAK YANG MENERIMA`."""

import re

from nlp.components.institutions import region_of
from nlp.extraction import Kind
from nlp.facts import Facts

_CALLED = re.compile(
    r"\b(?:di)?sebut\s+(?:juga\s+|sebagai\s+|dengan\s+)?[“\"'‘]?(?P<label>[A-Z][A-Z0-9./-]+(?: [A-Z0-9./-]+){0,4})\b"
)

_CALLED_IN_ENGLISH = re.compile(
    r"\bhereinafter\s+(?:referred\s+to\s+as\s+|called\s+)?(?:the\s+)?[“\"'‘(]*(?:the\s+)?(?P<label>[A-Z][A-Z0-9./-]+(?: [A-Z0-9./-]+){0,4})\b"
)


def labels(text: str, facts: Facts) -> dict[str, str]:
    """The parties by what an agreement calls them, where that is no PIHAK: `selanjutnya disebut RUMAH SAKIT`."""
    if not all((party.role or "").startswith("party_") for party in facts.parties):
        return {}
    found: dict[str, str] = {}
    for cue, called in (("sebut", _CALLED), ("hereinafter", _CALLED_IN_ENGLISH)):
        said = list(dict.fromkeys(match["label"] for match in called.finditer(text))) if cue in text else []
        said = [label for label in said if "PIHAK" not in label]
        if len(said) == len(facts.parties):
            found |= dict(zip(said, (party.name for party in facts.parties), strict=True))
    return found


_RECORD_LABEL = re.compile(
    r"\bdisebut\s+(?:juga\s+|sebagai\s+)?[“\"'‘]?(?P<label>(?i:PIHAK)\s+(?:(?i:YANG)\s+)?[A-Z]\w{1,12})\b"
)
_HEAD, _BLOCK = 4000, 420  # characters of a record's head, of what it says of one side


def labels_of_record(text: str, facts: Facts) -> dict[str, str]:
    """The sides of a record of handing over by what it calls them: the last of their regions that stands before the label."""
    if facts.kind is not Kind.OTHER or "pihak" not in text[:_HEAD].lower():
        return {}
    found: dict[str, str] = {}
    last = 0
    for match in _RECORD_LABEL.finditer(text, 0, _HEAD):
        block = " ".join(text[max(last, match.start() - _BLOCK) : match.start()].split())
        last = match.end()
        at = {
            block.rfind(region): party.name
            for party in facts.parties
            if party.role in ("home", "host") and (region := region_of(party.name)) and region in block
        }
        if at:
            found.setdefault(" ".join(match["label"].split()), at[max(at)])
    return found if len(set(found.values())) > 1 else {}
