"""Participants of a story told in the first person: its author, those who came along, and names before what they did."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from nlp.components.head_words import EVENT, NUMBER, number
from nlp.components.people_names import find_nips, is_name, leading_name, names_office
from nlp.components.person_tables import names_others
from nlp.components.recommendation_units import Unit
from nlp.extraction import Person

_I = re.IGNORECASE
_FRIENDS = r"(?:kawan|rekan|teman|kolega|sejawat)"
# `saya dan tiga kawan`, `penulis bersama dua rekan`
_WITH_FRIENDS = re.compile(
    rf"\b(?:saya|penulis)\s+(?:dan|bersama|beserta|dengan)\s+(?P<n>{NUMBER})\s+(?:(?:orang\s+)?{_FRIENDS}|orang\s+lain(?:nya)?)\b",
    _I,
)
_TITLE = r"(?:Sdr[i]?\.?|Saudara|Saudari|Pak|Bapak|Bu|Ibu|Mas|Mbak|Bang|Kak)"
# `Penulis bersama Sdr. Arif …`, `saya, Pak Arif sm Bu Rini`
_WITH_NAMED = re.compile(
    rf"\b(?:[Ss]aya|[Pp]enulis)\s*(?:,|\bbersama\b|\bdan\b|\bbeserta\b|\bdengan\b|\bdgn\b|\bsm\b)\s*(?:rekan\s+)?(?={_TITLE}\s+[A-Z])"
)
_NEXT_NAMED = re.compile(
    rf"\s*(?:\([^()]{{2,60}}\))?\s*(?:[,&+]|\bdan\b|\bserta\b|\bsm\b|\bsama\b|\bdgn\b|\bbersama\b|\s)+(?={_TITLE}\s+[A-Z])"
)
_OFFICE = re.compile(r"\s*\((?P<office>[A-Z][^()]{3,70})\)")
_BYLINE = re.compile(
    r"^\W*(?:(?:disusun|ditulis|dibuat|catatan|laporan)\s+)?oleh\s*:?\s+(?=[A-Z])|^(?:Catatan|Cerita)\s+(?=[A-Z])", _I
)
_OF_STAFF = re.compile(r"\b(?:pegawai|staf|ASN|PNS|PPPK|widyaiswara|peserta|pemagang)\b", _I)
_FIRST_PERSON = re.compile(r"\bsaya\b", _I)
_WE = re.compile(r"\bkami\b", _I)
_TELLS = 3  # `saya` in a story of one's own
_TOOK_PART = re.compile(
    r"\s+(?:(?:telah|sudah|akan|resmi)\s+)?(?:ikut|mengikuti|menjalani|magang|bertugas|berangkat|bertolak|ditugaskan|piket|belajar|berguru|berkunjung|bertandang)\b"
)
_ROLE = re.compile(r"(?:dan\s+|serta\s+)?(?:[a-z]{4,}\s+){0,2}(?=[A-Z])")
_JOINT = re.compile(r"\s*(?:,\s*(?:dan\s+|serta\s+)?|\bdan\s+|\bserta\s+)")
_SIGNED_BELOW = 4  # units at the end in which the author's name stands
_FULL_LINE = 50  # characters; a shorter line ends where its author ended it
_LONGEST = 600
_THEN_NAMES = re.compile(r"[:(]\s*(?=[A-Z])|\b(?:yaitu|yakni)\s+|,\s+(?=[A-Z])")
_CONTACT = re.compile(r"[\W\d]*")


def companions(units: Sequence[Unit]) -> tuple[int | None, list[Person]]:
    """How many went with who tells the story, the author counted in, and their names."""
    for unit in units:
        text = unit.text
        small = text.lower()
        if "saya" not in small and "penulis" not in small:
            continue
        if (friends := _WITH_FRIENDS.search(text)) and not _is_of_others(text, friends):
            size = number(friends["n"])
            return size + 1, [*_author(units), *_named_after(text, friends.end(), size)]
        if (named := _WITH_NAMED.search(text)) and re.search(rf"\b{EVENT}|\bke\s+[A-Z]", text, _I):
            people = list(_titled(text, named.end()))
            if people and not names_others(text[: named.start()]):
                return len(people) + 1, [*people, *_signed(units)]
    return None, []


def lone_author(units: Sequence[Unit], people: Sequence[Person]) -> bool:
    """One person is named, and the story is told by one: `saya`, hardly ever `kami`."""
    told = sum(len(_FIRST_PERSON.findall(unit.text)) for unit in units)
    ours = sum(len(_WE.findall(unit.text)) for unit in units)
    return len(people) == 1 and people[0].nip is not None and told >= 2 * _TELLS and told > ours


def people_taking_part(units: Sequence[Unit]) -> Iterator[Person]:
    """`A, S.Sos., B, S.E., dan fotografer C ikut piket di …`: two names at least right before what they did."""
    for text in _paragraphs(units):
        for verb in _TOOK_PART.finditer(text):
            row = _row_before(text, verb.start())
            if len(row) >= 2:
                yield from (Person(name, None, None, None) for name in row)


def _paragraphs(units: Sequence[Unit]) -> Iterator[str]:
    """The text outside of tables, long lines that end within a sentence joined to the next."""
    held = ""
    for unit in units:
        if unit.owner.table is not None:
            continue
        text = f"{held} {unit.text}".strip() if unit.mark_kind is None else unit.text
        if held and unit.mark_kind is not None:
            yield held
        held = "" if unit.text.endswith((".", ":", ";", "!", "?")) or not _FULL_LINE <= len(text) <= _LONGEST else text
        if not held:
            yield text
    yield held


def _row_before(text: str, end: int) -> list[str]:
    """The names that end right at `end`, with their roles in small letters between."""
    first = max(0, end - 220)
    for start in re.finditer(r"(?:^|(?<=[,.:;)]\s))(?=[A-Z])", text[first:end]):
        position, names = first + start.start(), []
        while name := leading_name(text[position:end]):
            names.append(name)
            position = text.index(name, position) + len(name)
            if position >= end - 1:
                return names if sum("," in name for name in names) * 2 >= len(names) else []
            joint = _JOINT.match(text, position, end)
            role = _ROLE.match(text, joint.end(), end) if joint else None
            if role is None:
                break
            position = role.end()
    return []


def _named_after(text: str, position: int, size: int) -> list[Person]:
    """`… langsung mengangkat tangan: A, B dan C`: as many names as were counted."""
    colon = _THEN_NAMES.search(text, position, position + 90)
    if colon is None:
        return []
    names: list[str] = []
    place = colon.end()
    while len(names) < size and (name := leading_name(text[place : place + 90], single=True)):
        names.append(name)
        place = text.index(name, place) + len(name)
        joint = _JOINT.match(text, place)
        if joint is None:
            break
        place = joint.end()
    return [Person(name, None, None, None) for name in names] if len(names) == size else []


def _titled(text: str, position: int) -> Iterator[Person]:
    """`Pak A sm Bu B (Dishub …)`: each with a title of politeness before."""
    while title := re.compile(rf"{_TITLE}\s+").match(text, position):
        name = leading_name(text[title.end() : title.end() + 70], single=True)
        if name is None:
            return
        end = text.index(name, title.end()) + len(name)
        office = _OFFICE.match(text, end)
        yield Person(name, None, office["office"] if office and names_office(office["office"]) else None, None)
        following = _NEXT_NAMED.match(text, end)
        if following is None:
            return
        position = following.end()


def _author(units: Sequence[Unit]) -> Iterator[Person]:
    """`oleh X, pegawai Dinas Y`, in a story told by `saya`."""
    if sum(len(_FIRST_PERSON.findall(unit.text)) for unit in units) < 2:
        return
    for unit in islice(units, 12):
        if (byline := _BYLINE.match(unit.text)) is None:
            continue
        name = leading_name(unit.text[byline.end() :])
        after = unit.text[byline.end() + len(name or "") :]
        if name and (_OF_STAFF.search(after) or names_office(after[:80])):
            yield Person(name, None, None, None)
            return


def _signed(units: Sequence[Unit]) -> Iterator[Person]:
    """The name below a short report, alone or with a telephone number."""
    for unit in units[-_SIGNED_BELOW:]:
        name = leading_name(unit.text)
        if name and is_name(name) and not find_nips(unit.text) and _CONTACT.fullmatch(unit.text[len(name) :]):
            yield Person(name, None, None, None)
            return


def _is_of_others(text: str, match: re.Match[str]) -> bool:
    """Words of a speech: somebody else's friends."""
    return text.count("“", 0, match.start()) > text.count("”", 0, match.start())
