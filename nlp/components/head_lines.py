"""How the participants break down on lines of their own, below a heading or a line that counts them."""

import re
from collections.abc import Sequence

from nlp.components.head_parts import FIGURE_FIRST, Groups, bracketed_parts, parts_in_run, parts_of
from nlp.components.head_tables import TOTAL_LINE
from nlp.components.head_words import IN_HEADING, NUMBER, TEAM_HEADING, WHO, counted_in, has_figure, may_count, number
from nlp.components.people_names import find_nips
from nlp.components.recommendation_units import Unit
from nlp.components.tables import is_label
from nlp.extraction import Group

_I = re.IGNORECASE
_LINE = re.compile(
    rf"^(?P<label>[A-Za-z][\w/ .,'&()-]{{2,80}}?)\s*(?:\.{{2,}}|[:=\-–(|])?\s*(?P<n>{NUMBER})\s*(?:orang|peserta|org|pegawai)?\)?(?:\s*-{{2,}})?$",
    _I,
)
_AT = re.compile(r"^(?:pada|di|ke|untuk|bagi)\s+(?=[A-Z])")  # `4 orang pada Bidang X`
_AS_MANY = re.compile(r"[\s,]+(?:sebanyak|sejumlah|ada)$", _I)
PLACED = re.compile(r"\b(?:ditempatkan|disebar|tersebar|lokus)\b", _I)
_CHANGED = re.compile(r"\bmenjadi\b", _I)
# `2`, large on a card, or `2 orang`
_FIGURE_LINE = re.compile(rf"(?P<n>{NUMBER})(?:\s+(?:orang|org|peserta|pegawai|ASN|personel|personil|anggota))?", _I)
_WHO_WENT = re.compile(rf"\b(?:{WHO}|siapa|yang\s+berangkat)\b", _I)
MOST_PARTS = 25
_LONGEST_LINE = 200  # characters of a line of parts below a heading


def of_own_line(unit: Unit, before: Sequence[Unit]) -> Groups:
    """`Administrator 2, Pengawas 4` right below `Peserta 6 orang`."""
    if len(unit.text) >= _LONGEST_LINE or not has_figure(unit.text):
        return ()
    figured = [other.text for other in before if may_count(other.text)]
    totals = {number(match["n"]) for text in figured for match in IN_HEADING.finditer(text)}
    found = (parts_of(unit.text) or parts_in_run(unit.text)) if totals else ()
    return found if sum(group.count for group in found) in totals else ()


def of_own_lines(units: Sequence[Unit], index: int, stated: set[int]) -> Groups:
    """Lines of several parts each below a heading on the team: `Auditor Madya 2; Auditor Muda 3`."""
    found: list[Group] = []
    for unit in units[index : index + MOST_PARTS]:
        short = unit.owner.table is None and len(unit.text) <= _LONGEST_LINE and not PLACED.search(unit.text)
        parts = (parts_of(unit.text) or bracketed_parts(unit.text, least=1)) if short else ()
        if not parts or find_nips(unit.text):
            break
        found += parts
    total = sum(group.count for group in found)
    if total in stated or (len(found) >= 2 and is_label(units[index - 1])):
        return tuple(found)
    return ()


def of_cards(lead: Unit, lines: Sequence[Unit]) -> Groups:
    """`Rombongan 16 orang`, then a figure and what it counts on lines by turns, in either order."""
    if len(lead.text) > 60 or len(lines) < 4 or not may_count(lead.text):
        return ()
    total = IN_HEADING.search(lead.text)
    if total is None:
        return ()
    figure_first = _FIGURE_LINE.fullmatch(lines[0].text) is not None
    found: list[Group] = []
    for one, other in zip(lines[::2], lines[1::2], strict=False):
        figure, label = (one, other) if figure_first else (other, one)
        match = _FIGURE_LINE.fullmatch(figure.text)
        if match is None or len(label.text) > 60:
            break
        found.append(Group(label.text, number(match["n"])))
        if sum(group.count for group in found) == number(total["n"]):
            return tuple(found)
    return ()


def announces_parts(unit: Unit) -> bool:
    """The line counts the participants or is a label for them, so that the lines below it may break them down."""
    return bool(counted_in(unit.text)) or (is_label(unit) and bool(TEAM_HEADING.search(unit.text)))


def of_lines(lead: Unit, lines: Sequence[Unit]) -> Groups:
    """One part a line; they add up to a total, or each says that it counts persons."""
    found: list[Group] = []
    total = _announced_total(lead.text)
    heads = True  # whether every line says that its figure counts persons
    for unit in lines:
        if find_nips(unit.text):
            if total is not None and total == sum(group.count for group in found):
                break  # who leads them, below the parts
            return ()
        if PLACED.search(unit.text) and unit.text.endswith(":"):
            break  # `Peserta ditempatkan pada:`
        text = unit.text.strip(" ;.,")
        text = re.sub(r"[;,]?\s+(?:dan|serta)$", "", text).rstrip(";., ")
        match = _LINE.match(text)
        first = FIGURE_FIRST.fullmatch(text)
        if match and TOTAL_LINE.match(match["label"]):
            total = number(match["n"])
            break
        if match and not found and re.fullmatch(WHO, match["label"].strip(" :"), _I):
            total = number(match["n"])
            continue
        if match is None and first is None:
            if found or len(unit.text) > 60:
                break
            continue
        chosen = match or first
        assert chosen is not None
        heads = heads and IN_HEADING.search(text) is not None
        label = _AT.sub("", _AS_MANY.sub("", chosen["label"].strip(" ,-–:(.")))
        found.append(Group(label, number(chosen["n"])))
    if len(found) < 2 or (total is not None and sum(group.count for group in found) != total):
        return ()
    told = total is not None or (heads and _WHO_WENT.search(lead.text))
    return tuple(found) if told else ()


def _announced_total(lead: str) -> int | None:
    """How many the line above the parts counts; of `semula 15 orang menjadi 11 orang` the last."""
    announced = [*IN_HEADING.finditer(lead)]
    return number(announced[-1 if _CHANGED.search(lead) else 0]["n"]) if announced else None
