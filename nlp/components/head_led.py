"""Those whom somebody leads, counted part by part: `dipimpin Sekda X, bersama 6 kepala dinas dan 3 staf`."""

import re
from collections.abc import Sequence

from nlp.components.head_parts import Groups, parts_of
from nlp.components.head_words import EVENT, NUMBER, WHO, counted_in, may_count, number
from nlp.components.recommendation_units import Unit
from nlp.components.small_letters import holds_any

_I = re.IGNORECASE
_STAFF_CUES = ("membawa", "memboyong", "mengajak")
_CUES = ("impin", "diketuai", "dikepalai", "memboyong", "membawa")
# A full stop of a title (`Drs. X, M.Si.,`) ends no sentence.
_WITHIN = r"(?:[^.;:\d]|\.(?=[A-Z,])|(?<=\bDrs)\.|(?<=\bDr)\.|(?<=\bIr)\.|(?<=\bH)\.|(?<=\bHj)\.)"
_LED_PARTY = re.compile(
    rf"\b(?=[dm])(?:(?:dipimpin|diketuai|dikepalai)\b{_WITHIN}{{3,120}}?[,\s](?:bersama|beserta|didampingi|disertai|diikuti|dengan\s+membawa)(?:\s+oleh)?"
    rf"|(?<=[A-Za-z,]\s)(?:memimpin|memboyong|membawa))\s+(?={NUMBER}\s)",
    _I,
)
# `Kepala Bapenda X, A, mengatakan pihaknya membawa sembilan pegawai`: a head and as many of the staff.
_BRINGS_STAFF = re.compile(
    rf"(?:^|(?<=[.!?]\s)|(?<=[.!?][”\"]\s))(?:Pl[th]\.?\s+|Pj\.?\s+)?(?:Kepala|Sekretaris|Inspektur|Direktur|Kadis|Kaban|Kabag|Kabid|Camat|Asisten)\s+[A-Z]{_WITHIN}{{3,140}}?"
    rf"\s(?:membawa|memboyong|mengajak)\s+(?P<n>{NUMBER})\s+(?:orang\s+)?(?:pegawai|staf|ASN|anak\s+buah|bawahan)(?:nya)?\b(?!\s+(?:ke\s+luar|berkeliling|keliling|meninjau))"
)
_TRAVELS = re.compile(rf"\b(?:{EVENT}|{WHO}|melakukan)\b", _I)
_HOSTS = re.compile(r"\b(?:menerima|menyambut|menjamu|diterima|disambut)\b", _I)


def parts_led(units: Sequence[Unit]) -> Groups:
    """The parts of the party beside its leader, two at least."""
    for unit in units:
        if not holds_any(unit.text, _CUES) or not may_count(unit.text):
            continue
        for lead in _LED_PARTY.finditer(unit.text):
            parts = parts_of(unit.text[lead.end() :])
            if parts and _TRAVELS.search(unit.text) and not _HOSTS.search(unit.text, 0, lead.end()):
                return parts
    return ()


def staff_led(units: Sequence[Unit]) -> int | None:
    """How many of the staff a head brought along."""
    for unit in units:
        if may_count(unit.text) and (brought := brings_staff(unit.text)):
            return number(brought["n"])
    return None


# `Rombongan dipimpin X. Anggotanya berasal dari Dinas A empat orang, …`
_AND_MEMBERS = re.compile(
    r"\b(?:dipimpin|diketuai|dikepalai)\b[^\n]{3,220}?\b[Aa]nggota(?:nya|\s+rombongan|\s+tim)?\s+(?:(?:ber)?asal|terdiri|yakni|yaitu|ialah|adalah|meliputi)\b"
)


def led_besides(units: Sequence[Unit], total: int) -> bool:
    """Whether the `total` are the members alone, and the text counts one more, who leads them."""
    texts = [unit.text for unit in units if may_count(unit.text)]
    stated = {number(match["n"]) for text in texts for match in counted_in(text)}
    return (
        total + 1 in stated
        and total not in stated
        and any(_AND_MEMBERS.search(text) for text in texts if "nggota" in text)
    )


def brings_staff(text: str) -> re.Match[str] | None:
    """The sentence, from the head's office on, in which a head brings so many of the staff."""
    if not holds_any(text, _STAFF_CUES):
        return None
    brought = _BRINGS_STAFF.search(text)
    return None if brought is None or _HOSTS.search(brought.group()) else brought
