"""The persons who took part, from tables, forms, lists, cards and sentences; signers, mentors and hosts are none."""

import re
from collections.abc import Iterator, Sequence

from nlp.components.head_counts import COUNTED, TOGETHER, counted_in, has_figure, may_count, number, together_in
from nlp.components.people_names import clean_name, find_nips, is_name, leading_name, names_office
from nlp.components.person_cards import people_of_cards
from nlp.components.person_nips import people_in_cells, people_with_nip
from nlp.components.person_stories import companions, people_taking_part
from nlp.components.person_tables import (
    NOT_TEAM,
    TEAM,
    people_of_bare_rows,
    people_of_boxes,
    people_of_forms,
    people_of_tables,
)
from nlp.components.recommendation_units import Unit
from nlp.components.tables import Table, is_label
from nlp.extraction import Person
from nlp.pages import BlockKind
from nlp.source import Source

_I = re.IGNORECASE
_LED = re.compile(r"\b(?:dipimpin|diketuai|dikepalai|dikomandoi)(?:\s+langsung)?(?:\s+oleh)?\s+(?P<rest>[^\n]{3,140})")
_SPOKEN = re.compile(
    r"\b(?:juru\s+bicara|ketua|koordinator|(?:per|me)?wakil(?:an|i)?|salah\s+(?:satu|seorang)|atas\s+nama|a\.n\.?)(?:\s+seluruh|\s+para|\s+rekan)?\s+(?:peserta|rombongan|tim|delegasi|kelompok)(?:\s+(?:magang|peserta|\d|[IVX]+))*\s*(?:,|\badalah\b|\bialah\b|\s)\s*(?P<rest>[A-Z][^\n]{3,80})",
    _I,
)
_LEADS = re.compile(
    r",?\s+(?:(?:yang|selaku|sebagai)\s+(?=[mkp])|(?=memimpin|mengetuai))(?:memimpin|mengetuai|ketua|pimpinan|koordinator)\s+(?:rombongan|tim|delegasi|peserta|kelompok)"
)
_TITLE_WITHIN = re.compile(r",\s*(?:Drs?|Dra|Ir|Hj?|Prof|dr)\.\s*(?=[A-Z][a-z])")
# Words without which _LED, and _SPOKEN and _LEADS, do not match: asked first, being quick.
_LED_CUES = ("dipimpin", "diketuai", "dikepalai", "dikomandoi")
_TEAM_CUES = ("peserta", "rombongan", "tim", "delegasi", "kelompok")
_CEREMONY = re.compile(r"\b(?:acara|rapat|upacara|sidang|apel|pelepasan|penutupan|pembukaan|diterima)\b[^.]{0,40}$", _I)
_NAMED_AFTER = re.compile(
    r"(?:\b(?:yaitu|yakni|ialah|adalah|terdiri\s+(?:dari|atas)|atas\s+nama|masing-masing|antara\s+lain)\b\s*:?|[(:])\s*(?=[A-Z1(])"
)
_TOGETHER_NAMED = re.compile(r"[,(:]\s*(?:(?:yaitu|yakni|saya)\b\s*:?\s*)?(?=[A-Z])")
_THEY_ARE = re.compile(
    r"\b(?:[Mm]ereka|[Pp]eserta(?:nya)?(?:\s+magang)?(?:\s+dari\s+[A-Z][\w ]{3,60})?|[Kk]e(?:dua|tiga|empat|lima|enam|tujuh|delapan)(?:nya|\s+(?:peserta|orang|pegawai|ASN)(?:\s+(?:itu|tersebut|ini))?))"
    r"\s+(?:itu\s+|tersebut\s+)?(?:adalah|ialah|yaitu|yakni)\s*:?\s+(?=[A-Z])"
)
# `selaku ketua` behind a name, `Sdr.` before one.
_POLITE = r"(?:Sdr[i]?\.|Saudara|Saudari|Bapak|Ibu)\s+"
_POLITE_BEFORE = re.compile(_POLITE)
_THEY_ARE_CUE = re.compile(r"adalah|ialah|yaitu|yakni")
_BETWEEN_NAMES = re.compile(
    r"\s*(?:\([^()]{2,80}\)|(?:selaku|sebagai)\s+[a-z][a-z ]{2,30}(?=[,;]))?\s*(?:[,;]|\b(?:dan|serta)\b|\s)*(?:\(?\d[.)]\s*)?"
    rf"(?:{_POLITE})?"
)


_NAME_AND_OFFICE = re.compile(
    r"(?P<name>[^()–—:|]{3,70}?)\s*(?:(?:\s[-–—]\s|[–—:|]\s*)(?P<office>[^;]{3,90}?)|\((?P<bracket>[^()]{3,80})\))?[;.]?$"
)
# `catatan rapat -- rombongan`: a heading that a reader joined to the line above.
_ENDS_WITH_TEAM = re.compile(
    r"^[^.]{0,120}[-–—:|]\s*(?:daftar\s+)?(?:nama\s+)?(?:rombongan|peserta|tim|delegasi|yang\s+berangkat)\W*$", _I
)
# `Sembilan orang berangkat: … Ketua: X (Kepala Bagian Umum).`
_HEADED = re.compile(
    r"(?<=[.;]\s)(?:Ketua|Koordinator|Pimpinan)(?:\s+(?:tim|rombongan|delegasi))?\s*:\s*(?P<rest>[A-Z][^\n]{3,120})"
)
# `Kegiatan diikuti oleh:` below `Pelaksana`; `Ketua : A, S.T.` in a team.
_LEAD_IN = re.compile(
    r"^[^.:]{0,80}\b(?:diikuti|dilaksanakan|dihadiri|berikut|beranggotakan|terdiri|susunan|yakni|yaitu|adalah|nama)\b[^.:]{0,30}:$",
    _I,
)
_ROLE_IN_TEAM = re.compile(
    r"(?:wakil\s+)?(?:ketua|koordinator|sekretaris|bendahara|anggota)(?:\s+(?:tim|kelompok|\d))?\s*:\s*", _I
)
# `Pembagian lokus`, below which names stand under their units.
_WHO_IS_WHERE = re.compile(r"\b(?:lokus|penempatan|ditempatkan|disebar|pembagian|sebaran)\b", _I)
# `Nama: A / Jabatan: B / Lokus: C`
_NEXT_FIELD = re.compile(r"\s*[/;|]\s*(?=(?:jabatan|pangkat|gol|unit|instansi|opd|lokus|penempatan)\b[^:]{0,20}:)", _I)
_SHORT_LABEL = 8  # words
_AS = re.compile(r"^(?:selaku|sebagai)\s+", _I)
# What a team does, not who is in it.
_DEED = re.compile(r"(?:(?:Mem[bpf]|Men[cdjt]|Meng|Meny)[a-z]+|Pe(?:m|n|ng|ny|r|l)[a-z]{3,}an)\b")
_ITEM = re.compile(r"(?:^|\s)(?=\(?\d{1,2}[.)]\s*[A-Z])")
_MOST_NAMES = 30


def find_people(source: Source, units: Sequence[Unit], tables: Sequence[Table]) -> list[Person]:
    """Every participant that the document names, once, in order: tables first, then text."""
    return _once(
        [
            *people_of_tables(tables),
            *people_of_bare_rows(tables),
            *people_of_boxes(tables),
            *people_of_forms(tables),
            *people_with_nip(source, units),
            *people_in_cells(source, units),
            *people_of_cards(units),
            *_people_of_lists(units),
            *_people_below_units(units),
            *_people_of_labels(units),
            *_people_in_sentences(units),
            *_people_they_are(units),
            *_leaders(units),
            *people_taking_part(units),
            *companions(units)[1],
        ]
    )


def _people_of_lists(units: Sequence[Unit]) -> Iterator[Person]:
    """Names without NIP below a heading or a lead-in about the team."""
    inside = False
    for unit in units:
        if unit.owner.table is not None:
            continue
        if inside and unit.kind is not BlockKind.HEADING and _LEAD_IN.search(unit.text):
            inside = not NOT_TEAM.search(unit.text)
            continue
        if is_label(unit) or _is_team_label(unit) or _ENDS_WITH_TEAM.search(unit.text):
            inside = bool(TEAM.search(unit.text)) and not NOT_TEAM.search(unit.text) and len(unit.text) < 90
            continue
        if not inside or find_nips(unit.text) or len(unit.text) > 150:
            continue
        if person := _person_of_line(unit):
            yield person
        elif role := _ROLE_IN_TEAM.match(unit.text):
            if is_name(name := clean_name(unit.text[role.end() :])):
                yield Person(name, None, None, None)
        elif unit.mark_kind is None:
            inside = False


def _people_below_units(units: Sequence[Unit]) -> Iterator[Person]:
    """Names below the unit where each works, in a section on who is where: two at least."""
    inside = unit_named = False
    found: list[Person] = []
    for unit in units:
        name = clean_name(unit.text)
        if _WHO_IS_WHERE.search(unit.text) and len(unit.text.split()) <= _SHORT_LABEL:
            inside, unit_named = not NOT_TEAM.search(unit.text), False
        elif not inside or unit.owner.table is not None:
            inside = False
        elif unit_named and is_name(name) and ("," in name or unit.mark_kind is not None):
            found.append(Person(name, None, None, None))
        elif row := _names_behind_unit(unit.text):
            unit_named = True
            found += [Person(each, None, None, None) for each in row]
        elif names_office(unit.text) and len(unit.text.split()) <= _SHORT_LABEL and not unit.text.endswith("."):
            unit_named = not NOT_TEAM.search(unit.text)
        else:
            inside = False
    if len(found) > 1:
        yield from found


def _names_behind_unit(text: str) -> list[str]:
    """`Dinas Perdagangan: A, S.E. dan B`."""
    label, colon, rest = text.partition(":")
    if not colon or not names_office(label) or NOT_TEAM.search(label) or find_nips(rest):
        return []
    return [name for name in _names_in_row(rest.strip(), _MOST_NAMES) if is_name(name)]


def _person_of_line(unit: Unit) -> Person | None:
    """`A. B, S.Sos. (Kabid)`, `A B – Kabid`; without an office only a name of several words in a list, or one with a title."""
    labelled = unit.mark_kind is None or unit.text.casefold().startswith("nama")
    text = _NEXT_FIELD.split(clean_name(unit.text) if labelled else unit.text, maxsplit=1)[0]
    if match := _NAME_AND_OFFICE.match(text):
        name, office = clean_name(match["name"]), match["office"] or match["bracket"]
        if office is None and "." in name.rpartition(",")[2]:
            name = clean_name(text)  # the last full stop is the degree's own
        if _DEED.match(name):
            return None
        single = office is not None and ":" not in text
        if is_name(name, single=single) and (unit.mark_kind is not None or office or "," in name):
            return Person(name, None, _AS.sub("", office) if office else None, None)
    if unit.mark_kind is not None and (leading := leading_name(text)) and "," in leading:
        rest = text[text.find(leading) + len(leading) :].strip(" ,;-–—(:.")
        return Person(leading, None, _AS.sub("", rest.rstrip(")")) or None, None)
    return None


def _people_of_labels(units: Sequence[Unit]) -> Iterator[Person]:
    """`Pelaksana : 1. A - Kabid 2. B - Staf`, joined on one line by a reader; `Anggota tim: A; B; C.`"""
    for unit in units:
        label, mark, rest = unit.text.partition("|") if "|" in unit.text else unit.text.partition(":")
        if not mark or len(label) > 40 or not TEAM.search(label) or NOT_TEAM.search(label) or find_nips(rest):
            continue
        items = [item for item in _ITEM.split(rest.split("|")[0]) if item.strip()]
        found = [person for item in items for person in _person_of_item(item, single=len(items) > 1)]
        if len(found) < 2:
            names = _names_in_row(rest.lstrip(), _MOST_NAMES)
            found = [Person(name, None, None, None) for name in names if is_name(name)]
        if len(found) >= 2:
            yield from found


def _person_of_item(item: str, *, single: bool) -> Iterator[Person]:
    """The person of a numbered item, a single name when an office follows it."""
    match = re.match(r"\s*\(?\d{1,2}[.)]\s*(?P<text>.+)$", item)
    name = leading_name(match["text"], single=True) if match else None
    if match and name:
        office = match["text"][len(name) :].strip(" ,;-–—(.)")
        office = re.split(r"\s-{2,}", office)[0].strip(" -")
        if office or single or len(name.split()) > 1:
            yield Person(name, None, office or None, None)


def _is_team_label(unit: Unit) -> bool:
    """`B. Peserta`: a short line with a number that only names the section."""
    return (
        len(unit.text.split()) <= 4
        and bool(
            re.match(
                r"(?:daftar\s+|nama\s+|tim\s+|para\s+)?(?:peserta|pelaksana|tim|rombongan|delegasi|penyusun|anggota|siapa|who|yang\s+(?:berangkat|ditugaskan|magang)|personel)\b",
                unit.text,
                _I,
            )
        )
        and not leading_name(unit.text)
    )


def _people_in_sentences(units: Sequence[Unit]) -> Iterator[Person]:
    """`tiga pegawai …, yaitu A, B, dan C`: as many names as the sentence counts."""
    for unit in units:
        if not has_figure(unit.text):
            continue
        for counted in [*counted_in(unit.text), *together_in(unit.text)]:
            size = number(counted["n"])
            named_after = _TOGETHER_NAMED if counted.re is TOGETHER else _NAMED_AFTER
            lead = named_after.search(unit.text, counted.end(), counted.end() + 120)
            if lead is None or size < 2 or "." in unit.text[counted.end() : lead.start()]:
                continue
            names = _names_in_row(unit.text[lead.end() :], size)
            if len(names) == size and not any(find_nips(unit.text[lead.end() : lead.end() + 60]) for _ in names):
                yield from (Person(name, None, None, None) for name in names)


def _people_they_are(units: Sequence[Unit]) -> Iterator[Person]:
    """`Mereka adalah A, B, C, dan D.`: as many names as persons are counted somewhere, or names with titles."""
    counted = {number(match["n"]) for unit in units for match in counted_in(unit.text)}
    for unit in units:
        if _THEY_ARE_CUE.search(unit.text) is None:
            continue
        for lead in _THEY_ARE.finditer(unit.text):
            names = _names_in_row(unit.text[lead.end() :], _MOST_NAMES)
            if len(names) >= 2 and (len(names) in counted or _have_titles(names, unit.text)):
                yield from (Person(name, None, None, None) for name in names)


def _have_titles(names: Sequence[str], text: str) -> bool:
    """Degrees, or a title of politeness before one of them."""
    return all("," in name for name in names) or _POLITE_BEFORE.search(text) is not None


def _names_in_row(text: str, most: int) -> list[str]:
    names: list[str] = []
    polite = _POLITE_BEFORE.match(text)
    position = polite.end() if polite else 0
    while len(names) < most:
        name = leading_name(text[position : position + 90], single=True)
        if name is None:
            break
        names.append(name)
        position = text.index(name, position) + len(name)
        gap = _BETWEEN_NAMES.match(text, position)
        if gap is None or gap.end() == position or not re.search(r"[,;]|\b(?:dan|serta)\b", gap.group()):
            break
        position = gap.end()
    return names


def _leaders(units: Sequence[Unit]) -> Iterator[Person]:
    """Who leads the visiting party or speaks for it."""
    for unit in units:
        small = unit.text.lower()
        of_team = any(word in small for word in _TEAM_CUES)
        patterns = [_LED] if any(word in small for word in _LED_CUES) else []
        for pattern in [*patterns, _SPOKEN] if of_team else patterns:
            for match in pattern.finditer(unit.text):
                before = unit.text[: match.start()]
                if not _CEREMONY.search(before) and not _signs(match, before):
                    yield from _first_named(match["rest"])
        headed = _HEADED.search(unit.text) if may_count(unit.text) else None
        if headed and COUNTED.search(unit.text, 0, headed.start()) and (name := leading_name(headed["rest"])):
            office = re.match(r"\s*\((?P<office>[A-Z][^()]{3,80})\)", headed["rest"][len(name) :])
            yield Person(name, None, office["office"] if office else None, None)
        if of_team and (leads := _LEADS.search(unit.text)) and (name := _last_named(unit.text[: leads.start()])):
            yield Person(name, None, None, None)


def _signs(match: re.Match[str], before: str) -> bool:
    """`Ketua Tim, X` below a report, a NIP or nothing after the name: who signs is listed elsewhere if he took part."""
    if re.search(r"[a-z]{3}\s+$", before):
        return False  # `kata ketua rombongan, X`
    name = leading_name(match["rest"])
    after = match["rest"][len(name) :] if name else ""
    signs = match.group().casefold().startswith(("ketua", "koordinator"))
    return signs and (bool(find_nips(after)) or not after.strip(" .,"))


def _first_named(text: str) -> Iterator[Person]:
    rest = re.split(r"(?<=[a-z]{3})\.\s+(?=[A-Z])", text, maxsplit=1)[0]
    starts = [0, *(match.end() for match in re.finditer(r",\s+(?=[A-Z])", rest))]
    for start in starts:
        name = leading_name(rest[start:])
        if name and len(name.split()) >= 2:
            yield Person(name, None, None, None)
            return


def _last_named(text: str) -> str | None:
    """The name that `text` ends with."""
    tail = text.rstrip(" ,")[-90:]
    for match in re.finditer(r"(?:^|(?<=,\s)|(?<=\s))(?=[A-Z])", tail):
        name = tail[match.start() :]
        if _TITLE_WITHIN.search(name):
            continue  # `Asisten Setda Bulukumba, Drs. X`: the name begins behind the comma
        if is_name(name) and len(name.split()) >= 2:
            return name
    return None


def _once(people: Sequence[Person]) -> list[Person]:
    found: dict[str, Person] = {}
    names: dict[str, str] = {}
    for person in people:
        name_key = re.sub(r"[\W_]+", " ", person.name.casefold()).strip()
        key = person.nip or names.get(name_key) or name_key
        names.setdefault(name_key, key)
        if person.nip is None and any(
            name_key and (name_key in other or other in name_key) for other in names if other != name_key
        ):
            continue
        found.setdefault(key, person)
    return list(found.values())
