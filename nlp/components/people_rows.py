"""Names that stand one after another in a sentence, and the first or last name of a stretch of text."""

import re
from dataclasses import replace

from nlp.components.institutions import find_institutions
from nlp.components.people_names import is_name, leading_name
from nlp.extraction import Person
from nlp.words.places import find_regions

_TITLE_WITHIN = re.compile(r",\s*(?:Drs?|Dra|Ir|Hj?|Prof|dr)\.\s*(?=[A-Z][a-z])")
# `selaku ketua` behind a name, `Sdr.` before one.
_POLITE = r"(?:Sdr[i]?\.|Saudara|Saudari|Bapak|Ibu)\s+"
POLITE_BEFORE = re.compile(_POLITE)
_BETWEEN_NAMES = re.compile(
    r"\s*(?:\([^()]{2,80}\)|(?:selaku|sebagai)\s+[a-z][a-z ]{2,30}(?=[,;]))?\s*(?:[,;&]|\b(?:dan|serta)\b|\s)*(?:\(?\d[.)]\s*)?"
    rf"(?:{_POLITE})?"
)
# `A dari Dinas X, B (Bappeda)`: whence each comes; no figure, and no comma before the next name.
_FROM = re.compile(
    r"\s+(?:(?:yang\s+)?(?:berasal\s+)?dari|asal|utusan|pegawai|staf)\s+(?P<unit>[A-Z][^,;.()\d]{2,60}?)(?=\s*(?:[,;.]|$|\bdan\s+[A-Z]|\bserta\s+[A-Z]))"
)
_OFFICE = re.compile(r"\s*\((?P<office>[A-Za-z][^()\d]{2,80})\)")
MOST_NAMES = 30


def names_in_row(text: str, most: int) -> list[str]:
    """The names, `most` of them at most, that `text` begins with."""
    names: list[str] = []
    polite = POLITE_BEFORE.match(text)
    position = polite.end() if polite else 0
    while len(names) < most:
        name = leading_name(text[position : position + 90], single=True)
        if name is None:
            break
        names.append(name)
        position = text.index(name, position) + len(name)
        gap = _BETWEEN_NAMES.match(text, position)
        if gap is None or gap.end() == position or not re.search(r"[,;&]|\b(?:dan|serta)\b", gap.group()):
            break
        position = gap.end()
    return names


def people_from(text: str, most: int) -> list[Person]:
    """The persons that `text` begins with, `most` at most, each with the unit or the office that stands behind the name."""
    found: list[Person] = []
    position = 0
    while len(found) < most:
        row = names_in_row(text[position:], 1)
        if not row:
            break
        position = text.index(row[0], position) + len(row[0])
        home = _FROM.match(text, position)
        office = _OFFICE.match(text, position) if home is None else None
        position = home.end() if home else position
        found.append(Person(row[0], None, office["office"] if office else None, home["unit"].strip() if home else None))
        gap = _BETWEEN_NAMES.match(text, position)
        if gap is None or not re.search(r"[,;&]|\b(?:dan|serta)\b", gap.group()):
            break
        position = gap.end()
    return found


def people_in_row(text: str) -> list[Person]:
    """`A, S.Sos. (Kabid Anggaran), B (Staf) dan C`: two at least, over the whole text, titles or offices among them."""
    found: list[Person] = []
    position = 0
    for name in names_in_row(text, MOST_NAMES):
        position = text.index(name, position) + len(name)
        office = _OFFICE.match(text, position)
        position = office.end() if office else position
        found.append(Person(name, None, office["office"] if office else None, None))
    if len(found) > 1 and found[-1].position and not any(person.position for person in found[:-1]):
        found = [replace(person, position=found[-1].position) for person in found]  # `A, B, C (staf)`
    told = sum(person.position is not None or "," in person.name for person in found)
    whole = len(found) > 1 and not text[position:].strip(" .;")
    return found if whole and 2 * told >= len(found) and told > 1 else []


# `Ketua kelompok: A, S.T. (Perencana Ahli Muda, Baperlitbang)`
_WITH_ROLE = re.compile(
    r"\W*(?:(?:wakil\s+)?ketua|koordinator|sekretaris|bendahara|anggota|pimpinan|juru\s+bicara)(?:\s+(?:kelompok|tim|rombongan|delegasi|peserta|kelas|angkatan|kontingen))?(?:\s+\d)?\s*:\s*(?=[A-Za-z])",
    re.IGNORECASE,
)


def person_with_role(line: str) -> Person | None:
    """The one person of a line that says which role he had in the team, an office or a unit in brackets behind the name or nothing."""
    role = _WITH_ROLE.match(line)
    names = names_in_row(line[role.end() :], 2) if role else []
    if role is None or len(names) != 1:
        return None
    behind = line.index(names[0], role.end()) + len(names[0])
    office = _OFFICE.match(line, behind)
    if line[office.end() if office else behind :].strip(" .;"):
        return None
    said, comma, unit = office["office"].rpartition(", ") if office else ("", "", "")
    position = said if comma else unit
    return Person(names[0], None, position or None, unit if comma else None)


_OFFICE_HEAD = re.compile(
    r"\W*(?:(?:Plt|Plh|Pjs?|Penjabat)\.?\s+)?(?:Wakil\s+)?(?:Bupati|Wali\s?[Kk]ota|Gubernur|Wabup|Wawali|Wagub|Sekda\w*|Sekretaris|Kepala|Kabag|Kabid|Kadis|Kaban|Kasi|Kasubbag|Asisten|Camat|Inspektur|Direktur|Ketua\s+DPRD)\s+(?=[A-Z])"
)
# `Asisten I Setkab A`, `Kabag Kesra B`: what the office is of.
_OF_WHAT = re.compile(
    r"(?:(?:[IVX]{1,3}|\d)\s+)?(?:(?:Set(?:da|kab|ko|prov|wan)\w{0,4}|Kesra|Umum|Organisasi|Hukum|Ortala|Ekbang|Prokopim|Protokol|Keuangan|Perencanaan|Pemerintahan|Perekonomian|Kepegawaian|Humas|[A-Z]{3,8})\s+)+(?=[A-Z][a-z]|H)"
)
_HONOURED = re.compile(r"\s(?=(?:Hj?|Drs?|Dra|Ir|KH|Prof|dr)\.\s?[A-Z][a-z])")
_SENTENCE = re.compile(r"(?<=[a-z0-9)”\"]{2}[.!?])\s+(?=[A-Z“\"])")
# A sentence's end, behind a degree only before a word that opens another.
_ENDS = re.compile(
    r"(?<=[a-z]{3})\.\s+(?=[A-Z])|\.\s+(?=(?:Sedangkan|Sementara|Mereka|Rombongan|Kegiatan|Kunjungan|Ia|Dia|Dalam|Tim|Adapun|Selain|Kedatangan|Turut|Hadir|Total|Pada|Menurut)\b)"
)
_FAR = 110  # characters


def end_of_office(text: str) -> int:
    """Where the name begins in `Kepala Bapenda Mimika A B`, `Wali Kota X C D`, `Kabag Kesra H. E`; 0 where the office does not show its end."""
    head = _OFFICE_HEAD.match(text)
    if head is None:
        return 0
    clause = text[: text.find(",")] if 0 <= text.find(",") < _FAR else text[:_FAR]
    ends = [region.end for region in find_regions(clause)[:1]]
    ends += [mention.end for mention in find_institutions(clause)[:1]]
    if of_what := _OF_WHAT.match(text, head.end()):
        ends.append(of_what.end())
    if honoured := _HONOURED.search(clause, head.end()):
        ends.append(honoured.end())
    return max(ends, default=0) if not ends or max(ends) < len(clause) else 0


def first_named(text: str) -> str | None:
    """The first name of several words in the sentence that `text` begins with, an office before it passed over."""
    rest = _ENDS.split(text, maxsplit=1)[0]
    if office := end_of_office(rest):
        name = leading_name(rest[office:])
        if name and len(name.split()) >= 2:
            return name
    starts = [0, *(match.end() for match in re.finditer(r",\s+(?=[A-Z])", rest))]
    for start in starts:
        name = leading_name(rest[start:])
        if name and len(name.split()) >= 2:
            return name
    return None


def last_named(text: str) -> str | None:
    """The name that `text` ends with."""
    sentence = _SENTENCE.split(text.rstrip(" ,"))[-1]
    if (office := end_of_office(sentence)) and is_name(named := sentence[office:].strip(" ,")) and " " in named:
        return named
    tail = text.rstrip(" ,")[-90:]
    for match in re.finditer(r"(?:^|(?<=,\s)|(?<=\s))(?=[A-Z])", tail):
        name = tail[match.start() :]
        if _TITLE_WITHIN.search(name):
            continue  # `Asisten Setda Bulukumba, Drs. X`: the name begins behind the comma
        if is_name(name) and len(name.split()) >= 2:
            return name
    return None
