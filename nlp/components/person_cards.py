"""Participants on cards, as slides have them: a name and the office below or beside it, under a heading on the team."""

import re
from collections.abc import Iterator, Sequence

from nlp.components.head_words import counted_in
from nlp.components.people_names import find_nips, is_blank, is_field, is_name, names_office
from nlp.components.person_tables import names_others, names_team
from nlp.components.recommendation_units import Unit
from nlp.components.tables import is_label
from nlp.extraction import Person
from nlp.pages import BlockKind

_I = re.IGNORECASE
_LONGEST_NAME = 70
_LONGEST_OFFICE = 90
_LONGEST_CARD = 130
_FILLER = re.compile(r"\W*(?:foto|gambar|photo|\d{1,2})\W*(?:\d{1,2})?\W*", _I)
_SHORT_HEAD = 5  # words of a line that may head the cards
# `Penanggung jawab:` above a card; it parts none from the others.
ROLE_LABEL = re.compile(
    r"(?:penanggung\s?jawab|pengarah|(?:wakil\s+)?ketua|koordinator|pimpinan|sekretaris|bendahara|anggota|notulis|dokumentasi|leader|members?)"
    r"(?:\s+(?:tim|rombongan|delegasi|kelompok))?(?:\s+\d{1,2})?\s*:?",
    _I,
)
# A grade between name and office: `Zulkifli Amin III/a Analis Bencana`.
# The number of a list whose mark is lost or misread: `1 A, S.E. Kabid`, `. B, S.H. Analis`, `1 0. C`.
_MARK = re.compile(r"(?:(?:\d\s?\d?|[a-zIN|])?\s?[.:)]\s+|\d{1,2}\s+)(?=[A-Z])")
_GRADE = re.compile(r"(?:^|\s+)\(?(?:(?:I|II|III|IV)\s?/\s?[a-e]|(?:V|VII|IX|X)(?=\s+[A-Z][a-z]))\)?(?=\s|$)[\s,–-]*")
_LEADER = re.compile(r"(?:ketua|pimpinan|koordinator)\s+(?:tim|rombongan|delegasi|kelompok)\W*", _I)
_RANK = re.compile(r"(?:pembina|penata|pengatur|juru)\b(?!\s+[A-Z][a-z]+\s+Ahli)", _I)
_BESIDE = re.compile(r"\s+[-–—]\s+|\s*[|:]\s+")
_BEFORE_WORD = re.compile(r"\s+(?=[A-Z][a-z]{3})")
_AIM = re.compile(r"(?:agar|untuk|supaya|karena|dengan|dalam|guna|yang|di|ke|siapa|kapan|apa)\b", _I)
_INSTITUTION = re.compile(r"(?:Pemerintah|Kabupaten|Provinsi|Universitas|Institut|Politeknik|Sekolah\s+Tinggi)\b", _I)
_HOSTS = re.compile(r"\b(?:menerima|diterima|menyambut|disambut|ditemui|bertemu|guru\s+(?:kami|kita))\b", _I)


def people_of_cards(units: Sequence[Unit]) -> Iterator[Person]:
    """The persons of every run of cards that holds two at least."""
    run: list[Person] = []
    inside = False
    skipped = False
    led = False  # below `Ketua tim`, one card of a deck's page
    for unit, following in zip(units, [*units[1:], None], strict=True):
        if skipped:
            skipped = False
            continue
        text = unit.text.strip()
        if len(text) > _LONGEST_CARD:
            inside = False
            continue
        if inside and (_FILLER.fullmatch(text) or ROLE_LABEL.fullmatch(text) or find_nips(text)):
            continue
        if _heads(unit, text):
            if len(run) >= 2:
                yield from run
            elif led and _is_leader(run):
                yield run[0]
            run, inside, led = [], _is_on_team(unit, text), _leads(unit, text)
        elif inside and (person := card_of(unit, text, after_others=bool(run))):
            below = following is not None and following.page == unit.page and is_office_line(following)
            office = following.text if following is not None and below else None
            if person.position is None and office is not None:
                person = Person(person.name, None, _office_of(office), None)
                skipped = True
            if person.position is not None or "," in person.name or run:
                run.append(person)
        else:
            inside = False
    if len(run) >= 2:
        yield from run


def _leads(unit: Unit, text: str) -> bool:
    """`Ketua tim` of the visitors, on a slide; below a letter or a report the same words sign it."""
    return unit.owner.box is not None and _LEADER.fullmatch(text) is not None


def _is_leader(run: Sequence[Person]) -> bool:
    return len(run) == 1 and run[0].position is not None and _RANK.match(run[0].position) is None


def _heads(unit: Unit, text: str) -> bool:
    short = len(text.split()) <= _SHORT_HEAD and unit.mark_kind is None and unit.owner.table is None
    return is_label(unit) or (short and (names_team(text) or names_others(text)) and "," not in text)


def _is_on_team(unit: Unit, text: str) -> bool:
    """A heading that speaks of the team or counts persons: `Dua arsiparis, satu pustakawan, tiga puluh hari`."""
    counts = unit.kind is BlockKind.HEADING and bool(counted_in(text)) and not _HOSTS.search(text)
    return (counts or names_team(text)) and not names_others(text)


def card_of(unit: Unit, text: str, *, after_others: bool) -> Person | None:
    """The person whose name the line is, or begins with where an office follows; one word only where others stand above."""
    if unit.owner.table is not None or text.endswith((":", ";")) or find_nips(text):
        return None
    if mark := _MARK.match(text):
        text = text[mark.end() :]
    if len(text) <= _LONGEST_NAME and is_name(text, single=after_others):
        return Person(text, None, None, None)
    if text.endswith(".") or names_others(text):
        return None
    if parted := _GRADE.search(text) or _BESIDE.search(text):
        name, office = text[: parted.start()].rstrip(" ,"), text[parted.end() :].strip()
        certain = bool(office) and (names_office(office) or after_others)
    else:
        name, office = _name_before_office(text, single=after_others)
        certain = "," in name or after_others
    if not certain or not is_name(name, single=True) or len(office) > _LONGEST_OFFICE:
        return None
    if is_blank(office) or is_field(name):
        return None
    return Person(name, None, _office_of(office), None)


def _name_before_office(text: str, *, single: bool) -> tuple[str, str]:
    """`A, S.H. Analis Kebijakan`, which a reader joined: parted before the word that begins an office."""
    for gap in _BEFORE_WORD.finditer(text):
        name, office = text[: gap.start()].rstrip(" ,"), text[gap.end() :]
        first, *more = office.split()[:2]
        begins = names_office(first) or (names_office(" ".join([first, *more])) and not names_office("".join(more)))
        if begins and is_name(name, single=single):
            return name, office
    return "", ""


def _office_of(text: str) -> str:
    """The office without the grade before it and the role in the team behind it."""
    office = _GRADE.sub("", text, count=1).strip()
    head, comma, role = office.partition(", ")
    return head if comma and ROLE_LABEL.fullmatch(role) else office


def is_office_line(unit: Unit) -> bool:
    text = _office_of(unit.text.strip())
    return (
        unit.owner.table is None
        and 3 < len(text) <= _LONGEST_OFFICE
        and text[0].isupper()
        and not text.endswith((".", ":", ";", "?", "!"))
        and names_office(text)
        and not _AIM.match(text)
        and not _INSTITUTION.match(text)
        and not names_others(text)
        and not any(character.isdigit() for character in text)
        and "," not in text
    )
