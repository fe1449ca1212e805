"""How the participants break down by rank or unit: in a sentence, on lines of their own, in a table."""

import re
from collections.abc import Sequence

from nlp.components.head_agreed import AGREED_NOT, is_agreed_event
from nlp.components.head_lines import MOST_PARTS, PLACED, announces_parts, of_cards, of_lines, of_own_line, of_own_lines
from nlp.components.head_parts import Groups, parts_of
from nlp.components.head_rest import plainly
from nlp.components.head_sentences import starts_groups
from nlp.components.head_tables import groups_of_table
from nlp.components.head_teams import groups_of_guests, groups_of_waves
from nlp.components.head_words import (
    COUNTED,
    EVENT,
    IN_HEADING,
    NUMBER,
    PERSON,
    TEAM_HEADING,
    UNIT_WORD,
    WHO,
    all_of_them_in,
    counted_in,
    has_figure,
    may_count,
    number,
    together_in,
)
from nlp.components.people_names import names_office
from nlp.components.recommendation_units import Unit
from nlp.components.small_letters import small_letters
from nlp.components.tables import Table, is_label

_I = re.IGNORECASE
# Words after which the parts may stand, in small letters.
_LEAD = re.compile(
    r"\b(?:(?:pe)?rincian(?:nya)?\s+[a-z ]{3,50}:|(?:terdiri\s+(?:dari|atas)|yakni|yaitu|ikut\s+(?:serta|pula)|turut(?:\s+(?:serta|pula|ikut))?|meliputi|rincian(?:nya)?(?:\s+(?:jabatan|peserta|golongan|pangkat|jenjang))?|komposisi(?:nya)?(?:\s+(?:jabatan|peserta|golongan|pangkat|jenjang))?|berasal\s+dari|masing-masing|diikuti(?:\s+oleh)?|mengirim(?:kan)?|mengutus|membawa|bawa|melibatkan)\s*:?"
    rf"|(?:{PERSON.lower()}|itu)\s*[:(]|(?:magang|itu|ada|bagi|oleh|adalah|ialah)\s+(?={NUMBER}\s)|orang\s+(?={NUMBER}\s+dari\s)"
    rf"|dari\s+{NUMBER}\s+(?:orang\s+)?(?:peserta|pegawai|asn|orang)(?:\s+[a-z]+)?\s*,\s*(?={NUMBER}\s)|(?:peserta|rombongan|delegasi|utusan|anggota)\b[^.:;(]{{0,60}}:"
    rf"|(?:dari|di\s+antara)\s+(?:(?:jumlah|angka|total|rombongan|peserta|orang|seluruh(?:nya)?|keseluruhan)(?:\s+peserta)?(?:\s+(?:itu|tersebut|ini))?|mereka)\s*,?\s*(?=(?:sebanyak\s+)?{NUMBER}\s)"
    rf"|peserta(?:\s+magang)?\s+(?:adalah|ialah|merupakan)\s|yang\s+(?:mengikuti|berangkat|ikut)(?:\s+[a-z]+){{0,3}}?\s+(?={NUMBER}\s))"
    rf"|[:(=]\s*(?={NUMBER}\s)"
)
_TEAM_LABEL = re.compile(
    rf"^(?:jumlah\s+)?(?:peserta|rombongan|tim|pelaksana|delegasi|komposisi|anggota|personel|yang\s+berangkat|siapa)\b(?:[^:\d]{{0,30}}:|\s+(?={NUMBER}\s))",
    _I,
)
_OF_PARTIES = re.compile(
    rf"\b{WHO}\b|\bmereka\s+(?:terdiri|berasal|adalah|ialah|meliputi)\b|\b(?:ASN|pegawai|orang)\s+(?:itu|tersebut)|\bkami\s+(?:mem)?bawa\b",
    _I,
)
# `Lima di antaranya petugas lapangan, dua lagi pranata komputer.`
_OF_THEM = re.compile(
    rf"(?:^|(?<=[.;]\s))(?:{NUMBER}\s+(?:(?:orang|peserta|pegawai|ASN)\s+)?(?:di\s+antara(?:nya|\s+mereka)|(?:berasal\s+)?dari)\b|(?=(?:Dinas|Badan|Bagian|Kecamatan|Inspektorat|[A-Z]{{3,}})\b[^.;]{{0,90}}?\s{NUMBER}\s+orang\b))",
    _I,
)
# `Di antara kami ada dua auditor`: a remark on some of them.
_SOME_OF_US = re.compile(r"\bdi\s+antara(?:nya|\s+(?:kami|kita|mereka|peserta|rombongan))?\s+(?:itu\s+)?$", _I)
_PERSON = re.compile(rf"\b{PERSON}\b", _I)
# The sentence begins with the first part, or with when and how long it was: `Tiga pekan lamanya, sejak tanggal 4 Agustus, empat orang …`
_OPENS = re.compile(
    r"(?-i:[A-Z][A-Z .,/()]{2,50}\s*[–—-]{1,2}\s*)?(?:\W*(?:(?:tahap|gelombang|angkatan|kali)\s+\w+,\s+|pada\s+tahap\s+\w+,\s+))?(?:\W*(?:selama|sejak|pada|dari|mulai|(?:\d{1,2}|se|satu|dua|tiga|empat|lima|enam)\s?(?:\([a-z ]+\)\s+)?(?:hari|minggu|pekan|bulan))\b[^.;:]{0,110},\s*)?(?:sebanyak|sejumlah)?\s*",
    _I,
)
_OF_STAFF = re.compile(r"\b(?:memiliki|mempunyai|didukung)\b[^.]*$", _I)  # an agency's staff, not its participants
# `Mereka ditempatkan pada tiga OPD. Rinciannya: Bappeda delapan orang, …`: who went where.
_WHERE_TO = re.compile(
    r"\b(?:ditempatkan|disebar(?:kan)?|tersebar|menyebar|penempatan(?:nya)?|lokus(?:nya)?)\b[^.]{0,120}(?:\.\s[^.:]{0,30}:?\s*)?$",
    _I,
)
# `Dua dari Dinas Kesehatan …`: a further part.
_NEXT_PART = re.compile(
    rf"(?:dan\s+|serta\s+|sedangkan\s+)?(?:{NUMBER}|seorang)\s+(?:(?:orang|peserta|pegawai|ASN)\s+)?(?:lagi\s+)?(?:dari|asal)\s",
    _I,
)
# `9 orang, yaitu 1 Kepala` breaks off before `Badan, 3 Kepala Bidang dan 5 staf`.
_OPEN_LIST = re.compile(
    rf"\b(?:yaitu|yakni|terdiri\s+(?:dari|atas)|masing-masing)\s*:?\s+{NUMBER}\s+[^.;:\d]{{0,40}}[A-Za-z]$", _I
)
_BESIDE_ONE = re.compile(r"\bselain\s+[A-Z][^.;:\d]{2,60},\s[^.;:\d]{0,20}$", _I)
_STUDENTS = re.compile(r"\bjumlah\s+(?:maha)?siswa\b", _I)
_LEAST_PARTS = 2
# A digit or a word that a figure is made of: a text with fewer of them than parts is not looked at further.
_FIGURES = re.compile(rf"\d|{UNIT_WORD}|belas|puluh|seorang")
_LONGEST_TEXT = 8000  # characters of a paragraph


def find_groups(units: Sequence[Unit], tables: Sequence[Table], *, named: int = 0) -> Groups:
    """How the participants break down; empty where the document does not say. `named`: how many it names."""
    stated = _stated_figures(units) | {named}
    under_team = False
    for index, unit in enumerate(units):
        if _is_heading_line(unit):
            under_team = bool(TEAM_HEADING.search(unit.text))
        found = _of_sentence(_with_next(units, index), stated) or (
            of_own_lines(units, index, stated) if under_team else ()
        )
        found = found or of_own_line(unit, units[max(0, index - 2) : index])
        found = found or of_cards(unit, units[index + 1 : index + 1 + 2 * MOST_PARTS])
        if len(found) < 2 and announces_parts(unit):
            found = of_lines(unit, units[index + 1 : index + 1 + MOST_PARTS])
        if len(found) >= 2:
            return found
    of_table = next((found for table in tables if (found := groups_of_table(table, stated))), ())
    return of_table or groups_of_waves(units, stated) or groups_of_guests(units)


def _with_next(units: Sequence[Unit], index: int) -> str:
    """A line that breaks off behind a comma goes on in the next, one without a full stop where the next begins with a further part."""
    text = units[index].text
    following = units[index + 1] if index + 1 < len(units) else None
    if (
        following is None
        or following.mark_kind is not None
        or following.owner.table is not None
        or not has_figure(text)
    ):
        return text
    if text.endswith(",") or _OPEN_LIST.search(text):
        return f"{text} {following.text}"
    return f"{text}, {following.text}" if text[-1:].isalpha() and _NEXT_PART.match(following.text) else text


def agreed_groups(units: Sequence[Unit], tables: Sequence[Table]) -> Groups:
    """How those break down whom an agreement sends: in its clauses on the internship, else in their table."""
    clause = ""
    spoken: list[Unit] = []
    for unit in units:
        if is_label(unit) or (unit.mark_kind is None and len(unit.text) < 60 and not IN_HEADING.search(unit.text)):
            clause = unit.text
        if clause.endswith(":") and PLACED.search(clause):
            continue  # `Peserta ditempatkan pada:`, below it who went where
        others = AGREED_NOT.search(_STUDENTS.sub("peserta", unit.text))
        if (is_agreed_event(unit.text) or is_agreed_event(clause)) and not others:
            spoken.append(unit)
    return find_groups(spoken, [table for table in tables if TEAM_HEADING.search(table.lead)])


def _stated_figures(units: Sequence[Unit]) -> set[int]:
    """Every figure of persons that the document gives."""
    figured = [unit.text for unit in units if has_figure(unit.text)]
    matches = [match for text in figured for match in (*together_in(text), *all_of_them_in(text))]
    for text in filter(may_count, figured):
        matches += [*counted_in(text), *IN_HEADING.finditer(text)]
    return {number(match["n"]) for match in matches}


def _is_heading_line(unit: Unit) -> bool:
    return is_label(unit) or (unit.mark_kind is None and unit.owner.table is None and len(unit.text.split()) <= 4)


def _of_sentence(text: str, stated: set[int]) -> Groups:
    if len(text) > _LONGEST_TEXT or not has_figure(text) or len(_FIGURES.findall(text.lower())) < _LEAST_PARTS:
        return ()
    text = plainly(text)
    if label := _TEAM_LABEL.match(text):
        found = parts_of(text[label.end() :].lstrip())
        if len(found) >= 2:
            return found
    for lead in _LEAD.finditer(small_letters(text)):
        if _OF_STAFF.search(text, max(0, lead.start() - 200), lead.start()) or _WHERE_TO.search(text, 0, lead.end()):
            continue
        if _SOME_OF_US.search(text, 0, lead.start()):
            continue
        found = parts_of(text[lead.end() :].lstrip(" :("))
        if len(found) >= 2 and _vouched(text, lead.start(), found, stated):
            return found
        found = parts_of(text[lead.end() :].lstrip(" :("), any_label=True)
        if len(found) >= 2 and _adds_up(text, lead.start(), found, stated):
            return found
    for opening in _OF_THEM.finditer(text):
        found = parts_of(text[opening.start() :])
        whence = "antara" in opening.group().lower() or any(names_office(group.label) for group in found)
        if len(found) >= 2 and whence and _adds_up("", 0, found, stated):
            return found
    for match in counted_in(text):
        # `Lima orang pejabat fungsional dan dua pelaksana berangkat …`
        sentence = re.split(r"(?<=[a-z)])\.(?:\s|$)", text[match.start() :], maxsplit=1)[0]
        event = re.search(EVENT, sentence, _I)
        if event and _OPENS.fullmatch(text, 0, match.start()) and starts_groups(sentence, 0):
            found = parts_of(sentence[: event.start()])
            if len(found) >= 2:
                return found
    return ()


def _vouched(text: str, place: int, found: Groups, stated: set[int]) -> bool:
    """The parts add up to a figure of persons, or words before them speak of those who took part."""
    if _adds_up(text, place, found, stated):
        return True
    if not any(names_office(group.label) or _PERSON.search(group.label) for group in found):
        return False  # chairs and screens
    before = text[:place] + text[place : place + 20]
    if _OF_PARTIES.search(before):
        return True
    event = re.search(EVENT, re.split(r"(?<=[a-z)])\.\s", before)[-1], _I)
    return event is not None and COUNTED.search(text, place) is not None


def _adds_up(text: str, place: int, found: Groups, stated: set[int]) -> bool:
    """The parts add up to a figure of persons: one of the words before them or one of elsewhere."""
    total = sum(group.count for group in found)
    if _BESIDE_ONE.search(text, 0, place) and total + 1 in stated:
        return True  # `16 orang. Selain Wabup, ikut pula tiga kepala OPD, …`
    near = [number(match["n"]) for match in re.finditer(rf"(?<![\w.,/-])(?P<n>{NUMBER})\b", text[: place + 12], _I)]
    return total in near or total in stated - {group.count for group in found}
