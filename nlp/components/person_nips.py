"""Participants whose NIP stands beside or below their name in running text, lists and cards; signers and mentors left out."""

import re
from collections.abc import Iterator, Sequence, Set

from nlp.components.people_names import NIP_LABEL, clean_name, find_nips, is_name, leading_name, names_office
from nlp.components.person_signers import SENTENCE, is_other
from nlp.components.person_tables import names_others, names_team
from nlp.components.recommendation_headings import is_heading
from nlp.components.recommendation_units import Unit
from nlp.components.tables import is_label
from nlp.extraction import Person
from nlp.source import Source

_I = re.IGNORECASE
_RANK_LINE = re.compile(
    r"\((?:I|II|III|IV|V)\s?/\s?[a-e]\)|^(?:pangkat\b.*|(?:pembina|penata|pengatur|juru)\b.*|(?:gol(?:ongan)?)\b.*)", _I
)
_LABELLED = re.compile(r"^(?:jabatan)\s*[:.]?\s*(?P<value>.+)$", _I)
# `X (NIP …), arsiparis madya yang membimbing kami`
_HELPED = re.compile(
    r"[^.;]{0,60}?\b(?:acted\s+as\s+our|was\s+our|guided\s+us|accompanied\s+us|hosted\s+us|received\s+us)\b|[^.;]{0,90}?\byang\s+(?:telah\s+|sudah\s+|dengan\s+sabar\s+|setia\s+)*(?:men?dampingi|mem(?:bimbing|andu|beri\s+(?:materi|pengantar))|mengajar|melatih|menerima|menyambut|menjamu)\b",
    _I,
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_AIM = re.compile(r"\s+(?:untuk|guna|dalam\s+rangka|agar)\b")
_NEXT_IN_ROW = re.compile(r";\s+(?:dan\s+|serta\s+)?|(?<=[^\d\s])\s+(?=\(?\d{1,2}[.)]\s+[A-Z])")
_SIGNERS = re.compile(r"\bbertanda\s?tangan\b[^:]{0,40}:$")  # of minutes; who they are stands below
_ROW = 2  # persons with a NIP that make a row
_LONGEST_OFFICE = 80
_LONGEST_CELL = 120  # characters of a cell that holds one person
_STRAY = re.compile(r"\W*\d?\W*")  # what OCR makes of a cell's lower edge


def people_with_nip(source: Source, units: Sequence[Unit], listed: Set[str] = frozenset()) -> list[Person]:
    """Everyone whose NIP the text gives; beside two who are listed, nobody whom a sentence names by the way.

    `listed`: the NIPs that tables and forms list.
    """
    told = [*_told(source, units)]
    sure = listed | {person.nip for person, by_the_way in told if not by_the_way and person.nip}
    if len(sure) < _ROW:
        return [person for person, _ in told]
    return [person for person, by_the_way in told if not by_the_way or person.nip in sure]


def _told(source: Source, units: Sequence[Unit]) -> Iterator[tuple[Person, bool]]:
    """Each with whether a sentence on something else names the person."""
    heading = ""
    last = next((place for place in range(len(units) - 1, -1, -1) if find_nips(units[place].text)), -1)
    for index, unit in enumerate(units[: last + 1]):
        nips = find_nips(unit.text)
        if not nips and is_heading(unit):
            heading = unit.text
        if _SIGNERS.search(unit.text):
            heading = "bertanda tangan"
        if unit.owner.table is not None or unit.text.count("|") > 2:
            continue
        for position, nip in enumerate(nips):
            start = nips[position - 1].end if position else 0
            end = nips[position + 1].start if position + 1 < len(nips) else len(unit.text)
            before, alone = _before(units, index, unit.text[start : nip.start])
            name, office = _name_and_office(before)
            if name is None and not position:
                name = leading_name(unit.text[nip.end : end].lstrip(" )-–:,/"))
            if name is None or _HELPED.match(unit.text[nip.end : end]):
                continue
            if is_other(source, units, index, unit.text[:start] + before, heading):
                continue
            if office is None:
                office = _office_after(
                    unit.text[nip.end : end], units, index, look_on=alone or position + 1 == len(nips)
                )
            *earlier, sentence = SENTENCE.split(unit.text[start : nip.start])
            apart = not alone and (len(nips) == 1 or bool(earlier))
            by_the_way = apart and not names_team(f"{heading} {sentence}")
            opening = sentence.partition(name)[0]
            yield Person(name, nip.digits, office, None), by_the_way and len(_WORD.findall(opening)) >= _ROW


def people_beside_nips(units: Sequence[Unit]) -> Iterator[Person]:
    """Those without a NIP in a row whose others have one: `A (1980…), Sekretaris; B (1999…), anggota; C, anggota.`"""
    if not any(len(find_nips(unit.text)) >= _ROW for unit in units):
        return
    heading = ""
    for unit in units:
        nips = find_nips(unit.text)
        if not nips:
            heading = unit.text if is_label(unit) else heading
            continue
        label = unit.text[: nips[0].start].partition(":")[0]
        if len(nips) < _ROW or unit.owner.table is not None or not names_team(f"{heading} {label}"):
            continue
        items = [item for item in _NEXT_IN_ROW.split(unit.text) if item.strip()]
        if names_others(f"{heading} {label}") or sum(bool(find_nips(item)) for item in items) < len(nips):
            continue
        for item in items:
            name = leading_name(item) if not find_nips(item) else None
            office = item[item.find(name) + len(name) :].strip(" ,.()–-") if name else ""
            if name and len(office) < _LONGEST_OFFICE and not names_others(item):
                yield Person(name, None, office or None, None)


def people_in_cells(source: Source, units: Sequence[Unit]) -> list[Person]:
    """Persons in cells that hold nothing else, each NIP below its name; none where the table has but one of them."""
    found: dict[tuple[int, int | None], list[Person]] = {}
    heads: dict[tuple[int, int | None, int | None], str] = {}
    for index, unit in enumerate(units):
        if unit.owner.table is None:
            continue
        head = heads.setdefault((unit.page, unit.owner.table, unit.owner.column), unit.owner.header or unit.text)
        nips = find_nips(unit.text)
        if not nips or names_others(head):
            continue
        if len(unit.text) > _LONGEST_CELL * len(nips) or _STRAY.fullmatch(unit.text, nips[-1].end) is None:
            continue
        begin = 0
        for nip in nips:
            before = unit.text[begin : nip.start]
            begin = nip.end
            name, office = _name_and_office(before)
            if name is not None and not is_other(source, units, index, before, ""):
                found.setdefault((unit.page, unit.owner.table), []).append(Person(name, nip.digits, office, None))
    return [person for people in found.values() if len(people) > 1 for person in people]


def _before(units: Sequence[Unit], index: int, text: str) -> tuple[str, bool]:
    """What stands before a NIP: on its line, else on the line above that is no rank; whether it is the line above.

    An office between name and NIP goes with the name.
    """
    if len(re.sub(r"[\W_]", "", NIP_LABEL.sub("", text))) >= 3 or index == 0:
        return text, False
    above = index - 1
    while above > 0 and index - above < 3 and _between(units[above].text):
        above -= 1
    said = units[above].text
    if (
        above > 0
        and names_office(said)
        and not find_nips(said)
        and is_name(name := units[above - 1].text.strip(" ,.;"))
    ):
        return f"{name}, {said}", True
    return said, True


def _between(text: str) -> bool:
    """A line that may stand between a name and its NIP: a rank, the label alone."""
    if NIP_LABEL.fullmatch(text.strip()):
        return True
    return _RANK_LINE.search(text) is not None and not leading_name(text)


def _name_and_office(text: str) -> tuple[str | None, str | None]:
    """The person named in the words before a NIP, and the office between name and NIP."""
    text = re.sub(r"\s*(?:[(/|,;:–—-]|\bNI\s?P(?:PPK)?\b\.?)*\s*$", "", NIP_LABEL.sub(" ", text).rstrip(" :"), flags=_I)
    text = re.split(
        r"\)\s*(?:,|;|\.|dan|serta)\s*|\b(?:dan|serta|oleh|yaitu|yakni|adalah|terdiri\s+(?:dari|atas)|atas\s+nama)\s+(?=[A-Z])|\n|(?:^|\s)\W?(?:\d{1,2}|l)[.)]\s+(?=[A-Z])|;\s+",
        text,
    )[-1]
    # A colon parts a label from its value, not a name from an office.
    text = clean_name(re.split(r":\s+", text)[-1])
    if name := leading_name(text, single=True):
        rest = text[text.find(name) + len(name) :].strip(" ,;:/-–—(|)")
        if not rest or (len(rest) < 90 and not find_nips(rest) and not is_name(rest)):
            return name, rest or None
    if is_name(text):
        return text, None
    for match in re.finditer(r"(?<![A-Za-z.])[A-Z]", text):
        if is_name(text[match.start() :]) and len(text[match.start() :].split()) <= 8:
            return text[match.start() :], None
    return None, None


def _office_after(text: str, units: Sequence[Unit], index: int, *, look_on: bool) -> str | None:
    rest = re.split(r"[;.]\s|\)\s*(?:,|dan\b)|\s\d{1,2}[.)]\s", text.lstrip(" ()-–—:,/."))[0].strip(" )-–—:,/.")
    rest = _AIM.split(re.sub(r"^jabatan\s*:?\s*", "", rest, flags=_I))[0]
    if rest:
        return rest if len(rest) < 80 and rest[0].isupper() and not leading_name(rest) else None
    if not look_on:
        return None
    for unit in units[index + 1 : index + 4]:
        if labelled := _LABELLED.match(unit.text):
            return _AIM.split(labelled["value"])[0].strip(" :")
        if _RANK_LINE.search(unit.text):
            continue
        plain = len(unit.text) < 80 and unit.mark_kind is None and not is_label(unit) and not unit.text.endswith(".")
        return unit.text if plain and not find_nips(unit.text) and not is_name(unit.text) else None
    return None
