"""How the participants break down by rank or unit: in a sentence, on lines of their own, in a table."""

import re
from collections.abc import Sequence

from nlp.components.head_counts import (
    AGREED_EVENT,
    AGREED_NOT,
    ALL_OF_THEM,
    COUNTED,
    EVENT,
    IN_HEADING,
    NUMBER,
    PERSON,
    TEAM_HEADING,
    TOGETHER,
    WHO,
    has_figure,
    number,
    starts_groups,
)
from nlp.components.head_tables import TOTAL_LINE, groups_of_table
from nlp.components.people_names import find_nips
from nlp.components.recommendation_units import Unit
from nlp.components.tables import Table, is_label
from nlp.extraction import Group

_I = re.IGNORECASE
Groups = tuple[Group, ...]
# Words after which the parts may stand.
_LEAD = re.compile(
    r"\b(?:terdiri\s+(?:dari|atas)|yakni|yaitu|ikut\s+serta|meliputi|rincian(?:nya)?|komposisi(?:nya)?|berasal\s+dari|masing-masing|diikuti(?:\s+oleh)?|mengirim(?:kan)?|mengutus|membawa|bawa|melibatkan)\s*:?"
    rf"|\b(?:{PERSON}|itu)\s*[:(]|[:(=]\s*(?={NUMBER}\s)|\b(?:magang|itu|bagi|oleh)\s+(?={NUMBER}\s)|\borang\s+(?={NUMBER}\s+dari\s)",
    _I,
)
_TEAM_LABEL = re.compile(
    rf"^(?:jumlah\s+)?(?:peserta|rombongan|tim|pelaksana|delegasi|komposisi|anggota|personel|yang\s+berangkat|siapa)\b(?:[^:\d]{{0,30}}:|\s+(?={NUMBER}\s))",
    _I,
)
_NEXT_PART = re.compile(
    rf"\s*(?:[,;]|\bdan\b|\bserta\b|\s&\s|\+)\s*(?:dan\s+|serta\s+|ditambah\s+)?(?=(?:{NUMBER}|seorang)\s)", _I
)
_FIGURE_FIRST = re.compile(
    rf"(?P<n>{NUMBER}|seorang)\s+(?:orang\s+)?(?P<from>(?:lainnya\s+(?:adalah\s+)?|(?:berasal\s+)?dari\s+)*)(?P<label>[A-Za-z][\w/ .'-]{{1,60}})",
    _I,
)
_FIGURE_LAST = re.compile(
    rf"(?:dan\s+|serta\s+)?(?P<label>(?:[A-Z]|(?:{PERSON}|fungsional|administrator|pengawas|pelaksana|eselon)\b)[\w/ .'&()-]{{0,80}}?)\s*(?:sebanyak\s+|[:=–(-]\s*)?(?P<n>\d{{1,3}}|{NUMBER})(?:\s*(?:orang|peserta|org|pegawai))?\)?"
)
_BRACKETED = re.compile(
    r"\s*(?:[,;&|]|\bdan\b|\bserta\b)?\s*(?P<label>[A-Z][\w/ .'&-]{1,60}?)\s*\((?P<n>\d{1,3})(?:\s*(?:orang|org|peserta))?\)"
)
_LABEL_END = re.compile(
    r"\s+(?:berangkat|mengikuti|yang|melakukan|mengunjungi|akan|resmi|bertolak|itu|tersebut|ke|di|pada|dari|PIHAK|untuk|telah|sudah)\b|\s+\d|\(|[.]\s|\s-{2,}"
)
_NO_LABEL = re.compile(
    rf"{NUMBER}|di\s+antaranya.*|orang|hari(?:\s.*)?|minggu|pekan|bulan(?:\s.*)?|tahun(?:\s.*)?|JP.*|jam.*|OPD.*|pihak.*|kali.*|persen.*|hektar.*|unit|buah|desa|kelurahan|kecamatan|perangkat\s+daerah|aplikasi.*|layanan.*|tanggal.*|angkatan.*|pasal.*|nomor.*",
    _I,
)
_LINE = re.compile(
    rf"^(?P<label>[A-Za-z][\w/ .,'&()-]{{2,80}}?)\s*(?:\.{{2,}}|[:\-–(|])?\s*(?P<n>{NUMBER})\s*(?:orang|peserta|org|pegawai)?\)?(?:\s*-{{2,}})?$",
    _I,
)
_THE_REST = re.compile(r"(?:dan\s+)?(?:sisanya|selebihnya|lainnya)\b", _I)
_OF_PARTIES = re.compile(rf"\b{WHO}\b|\b(?:ASN|pegawai|orang)\s+(?:itu|tersebut)|\bkami\s+(?:mem)?bawa\b", _I)
_OF_STAFF = re.compile(r"\b(?:memiliki|mempunyai|didukung)\b[^.]*$", _I)  # an agency's staff, not its participants
_MOST_PARTS = 25
_LONGEST_TEXT = 8000  # characters of a paragraph
_LONGEST_LINE = 200  # characters of a line of parts below a heading


def find_groups(units: Sequence[Unit], tables: Sequence[Table]) -> Groups:
    """How the participants break down; empty where the document does not say."""
    stated = _stated_figures(units)
    under_team = False
    for index, unit in enumerate(units):
        if _is_heading_line(unit):
            under_team = bool(TEAM_HEADING.search(unit.text))
        found = _of_sentence(unit.text, stated) or (_of_own_lines(units, index, stated) if under_team else ())
        found = found or _of_own_line(unit, units[max(0, index - 2) : index])
        found = found or _of_cards(unit, units[index + 1 : index + 1 + 2 * _MOST_PARTS])
        if len(found) < 2 and _announces_parts(unit):
            found = _of_lines(unit, units[index + 1 : index + 1 + _MOST_PARTS])
        if len(found) >= 2:
            return found
    return next((found for table in tables if (found := groups_of_table(table, stated))), ())


def agreed_groups(units: Sequence[Unit], tables: Sequence[Table]) -> Groups:
    """How those break down whom an agreement sends: in its clauses on the internship, else in their table."""
    clause = ""
    spoken: list[Unit] = []
    for unit in units:
        if is_label(unit) or (unit.mark_kind is None and len(unit.text) < 60 and not IN_HEADING.search(unit.text)):
            clause = unit.text
        if (AGREED_EVENT.search(unit.text) or AGREED_EVENT.search(clause)) and not AGREED_NOT.search(unit.text):
            spoken.append(unit)
    return find_groups(spoken, [table for table in tables if TEAM_HEADING.search(table.lead)])


def _stated_figures(units: Sequence[Unit]) -> set[int]:
    """Every figure of persons that the document gives."""
    patterns = (COUNTED, IN_HEADING, TOGETHER, ALL_OF_THEM)
    figured = [unit.text for unit in units if has_figure(unit.text)]
    return {number(match["n"]) for text in figured for pattern in patterns for match in pattern.finditer(text)}


def _is_heading_line(unit: Unit) -> bool:
    return is_label(unit) or (unit.mark_kind is None and unit.owner.table is None and len(unit.text.split()) <= 4)


# ---- in running text ----------------------------------------------------------------------------------------------------


def _of_sentence(text: str, stated: set[int]) -> Groups:
    if len(text) > _LONGEST_TEXT or not has_figure(text):
        return ()
    if label := _TEAM_LABEL.match(text):
        found = _parts(text[label.end() :].lstrip())
        if len(found) >= 2:
            return found
    for lead in _LEAD.finditer(text):
        if _OF_STAFF.search(text, max(0, lead.start() - 200), lead.start()):
            continue
        found = _parts(text[lead.end() :].lstrip(" :("))
        if len(found) >= 2 and _vouched(text, lead.start(), found, stated):
            return found
    for match in COUNTED.finditer(text):
        # `Lima orang pejabat fungsional dan dua pelaksana berangkat …`
        sentence = re.split(r"(?<=[a-z)])\.(?:\s|$)", text[match.start() :], maxsplit=1)[0]
        event = re.search(EVENT, sentence, _I)
        if event and match.start() == 0 and starts_groups(sentence, 0):
            found = _parts(sentence[: event.start()])
            if len(found) >= 2:
                return found
    return ()


def _vouched(text: str, place: int, found: Groups, stated: set[int]) -> bool:
    """The parts add up to a figure of persons, or words before them speak of those who took part."""
    total = sum(group.count for group in found)
    near = [number(match["n"]) for match in re.finditer(rf"(?<![\w.,/-])(?P<n>{NUMBER})\b", text[: place + 12], _I)]
    if total in near or total in stated - {group.count for group in found}:
        return True
    before = text[:place] + text[place : place + 20]
    if _OF_PARTIES.search(before):
        return True
    event = re.search(EVENT, re.split(r"(?<=[a-z)])\.\s", before)[-1], _I)
    return event is not None and COUNTED.search(text, place) is not None


def _parts(text: str) -> Groups:
    text = re.split(r"(?<=[a-z)])\.(?:\s|$)", text[: _closing(text)], maxsplit=1)[0]
    return _bracketed(text) or _figure_first(text) or _figure_last(text)


def _closing(text: str) -> int:
    """Where a bracket closes that was opened before the text; its end where none does."""
    depth = 0
    for place, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if depth < 0:
            return place
    return len(text)


def _figure_first(text: str) -> Groups:
    found: list[Group] = []
    for part in _NEXT_PART.split(text):
        match = _FIGURE_FIRST.match(part.strip())
        if match is None:
            break
        label = _LABEL_END.split(match["label"], maxsplit=1)[0].strip(" .,")
        if not label or (_NO_LABEL.fullmatch(label) and not match["from"]):
            break
        found.append(Group(label, number(match["n"])))
    return tuple(found) if len(found) >= 2 else ()


def _figure_last(text: str) -> Groups:
    found: list[Group] = []
    for part in re.split(r"\s*[,;]\s*(?:dan\s+|serta\s+)?|\s+(?:dan|serta)\s+(?=[A-Z][^,;]*\d)", text):
        match = _FIGURE_LAST.fullmatch(part.strip(" ."))
        if match is None:
            if not _THE_REST.match(part):
                found = [] if len(found) < 2 else found
            break
        found.append(Group(match["label"].strip(" ,-–:("), number(match["n"])))
    return tuple(found) if len(found) >= 2 else ()


def _bracketed(text: str, *, least: int = 2) -> Groups:
    """`Kepala Bidang (1) Fungsional Perencana (4)`, with or without marks between."""
    found: list[Group] = []
    position = 0
    while match := _BRACKETED.match(text, position):
        found.append(Group(match["label"].strip(), int(match["n"])))
        position = match.end()
    return tuple(found) if len(found) >= least else ()


# ---- on lines of their own ----------------------------------------------------------------------------------------------


def _of_own_line(unit: Unit, before: Sequence[Unit]) -> Groups:
    """`Administrator 2, Pengawas 4` right below `Peserta 6 orang`."""
    if len(unit.text) >= _LONGEST_LINE or not has_figure(unit.text):
        return ()
    figured = [other.text for other in before if has_figure(other.text)]
    totals = {number(match["n"]) for text in figured if (match := IN_HEADING.search(text))}
    found = _parts(unit.text) if totals else ()
    return found if sum(group.count for group in found) in totals else ()


def _of_own_lines(units: Sequence[Unit], index: int, stated: set[int]) -> Groups:
    """Lines of several parts each below a heading on the team: `Auditor Madya 2; Auditor Muda 3`."""
    found: list[Group] = []
    for unit in units[index : index + _MOST_PARTS]:
        short = unit.owner.table is None and len(unit.text) <= _LONGEST_LINE
        parts = (_parts(unit.text) or _bracketed(unit.text, least=1)) if short else ()
        if not parts or find_nips(unit.text):
            break
        found += parts
    total = sum(group.count for group in found)
    if total in stated or (len(found) >= 2 and is_label(units[index - 1])):
        return tuple(found)
    return ()


def _of_cards(lead: Unit, lines: Sequence[Unit]) -> Groups:
    """`Rombongan 16 orang`, then a figure and what it counts on lines by turns, in either order."""
    if len(lead.text) > 60 or len(lines) < 4 or not has_figure(lead.text):
        return ()
    total = IN_HEADING.search(lead.text)
    if total is None:
        return ()
    figure_first = IN_HEADING.fullmatch(lines[0].text) is not None
    found: list[Group] = []
    for one, other in zip(lines[::2], lines[1::2], strict=False):
        figure, label = (one, other) if figure_first else (other, one)
        match = IN_HEADING.fullmatch(figure.text)
        if match is None or len(label.text) > 60:
            break
        found.append(Group(label.text, number(match["n"])))
        if sum(group.count for group in found) == number(total["n"]):
            return tuple(found)
    return ()


def _announces_parts(unit: Unit) -> bool:
    return (has_figure(unit.text) and bool(COUNTED.search(unit.text))) or (
        is_label(unit) and bool(TEAM_HEADING.search(unit.text))
    )


def _of_lines(lead: Unit, lines: Sequence[Unit]) -> Groups:
    """One part a line; they add up to a total, or each says that it counts persons."""
    found: list[Group] = []
    total = number(match["n"]) if (match := IN_HEADING.search(lead.text)) else None
    heads = True  # whether every line says that its figure counts persons
    for unit in lines:
        if find_nips(unit.text):
            return ()
        text = unit.text.strip(" ;.,")
        text = re.sub(r"[;,]?\s+(?:dan|serta)$", "", text).rstrip(";., ")
        match = _LINE.match(text)
        first = _FIGURE_FIRST.fullmatch(text)
        if match and TOTAL_LINE.match(match["label"]):
            total = number(match["n"])
            break
        if match is None and first is None:
            if found or len(unit.text) > 60:
                break
            continue
        chosen = match or first
        assert chosen is not None
        heads = heads and IN_HEADING.search(text) is not None
        found.append(Group(chosen["label"].strip(" ,-–:(."), number(chosen["n"])))
    if len(found) < 2 or (total is not None and sum(group.count for group in found) != total):
        return ()
    return tuple(found) if total is not None or (heads and re.search(rf"\b{WHO}\b", lead.text, _I)) else ()
