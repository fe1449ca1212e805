"""The authors on the cover of a report: names below `Disusun oleh`, and names beside a student's number."""

import re
from collections.abc import Iterator, Sequence

from nlp.components.people_names import clean_name, find_nips, is_name
from nlp.components.person_tables import names_others
from nlp.components.recommendation_units import Unit
from nlp.extraction import Person

_I = re.IGNORECASE
# `Disusun oleh`, a line of its own; `Oleh` alone heads other things too.
_BY = re.compile(
    r"\W*(?:di)?(?:susun|buat|tulis|laporkan|kerjakan)\s+oleh(?:\s+(?:kelompok(?:\s+\w{1,4})?|mahasiswa|peserta(?:\s+magang)?))?\s*:?\W*",
    _I,
)
_STUDENT = r"(?:N\.?\s?I\.?\s?M|N\.?\s?P\.?\s?M|N\.?\s?R\.?\s?P|N\.?\s?I\.?\s?S(?:\.?\s?N)?|B\.?\s?P|No(?:mor)?\.?\s+(?:pokok|induk|mahasiswa|BP)(?:\s+mahasiswa)?)"
# `1. RINA SARI NPM. 19.20.06081`, `Rina Sari (NIM 7111417)`, `Rina Sari / 7111417082`
_BESIDE_NUMBER = re.compile(
    rf"(?P<name>[A-Z][^\d:;/|]{{2,60}}?)[\s,;/|(–-]*(?:{_STUDENT}\b\W{{0,4}}|(?<=[\s(/|–-]))(?=\d)[\d./ -]{{6,25}}\)?\W*",
    _I,
)
_LABELLED = re.compile(r"\W*nama(?:\s+(?:lengkap|mahasiswa|penulis|peserta))?\s*[:.]\s*(?P<name>\S.*)", _I)
_FIELD = re.compile(
    rf"\W*(?:{_STUDENT}|NIP|jurusan|prodi|program\s+studi|fakultas|kelas|semester|angkatan|jabatan|unit|instansi|nama)\b",
    _I,
)
_NUMBER = re.compile(rf"\W*(?i:{_STUDENT}\b\W{{0,4}})?(?=(?:\D{{0,4}}\d){{5}})[A-Z\d][A-Z\d./ -]{{5,24}}\W*")
_TOP = 45  # units in which a cover ends
_LONGEST = 90  # characters of a line of a cover


def people_of_covers(units: Sequence[Unit]) -> Iterator[Person]:
    """Every author whom the cover names with a student's number or below `Disusun oleh`."""
    below = False
    for index, unit in enumerate(units[:_TOP]):
        text = unit.text.strip()
        if _BY.fullmatch(text):
            below = True
            continue
        if len(text) > _LONGEST or unit.owner.table is not None or names_others(text):
            below = False
            continue
        if name := _with_number(text, units[index + 1].text if index + 1 < len(units) else "", below=below):
            yield Person(name, None, None, None)
        elif below and not _FIELD.match(text) and not _NUMBER.fullmatch(text) and not find_nips(text):
            below = False


def _with_number(text: str, following: str, *, below: bool) -> str | None:
    """The name that a line gives with a student's number in it or, below `Disusun oleh`, on the next one."""
    beside = _BESIDE_NUMBER.fullmatch(clean_name(text)) if not find_nips(text) else None
    if beside and (below or re.search(rf"\b{_STUDENT}\b", text, _I)):
        name = clean_name(beside["name"])
        return name if is_name(_ordinary(name), single=True) else None
    if not below:
        return None
    labelled = _LABELLED.match(text)
    name = clean_name(labelled["name"] if labelled else text)
    numbered = _NUMBER.fullmatch(following.strip()) is not None and not find_nips(following)
    return name if (labelled or numbered) and is_name(_ordinary(name), single=bool(labelled)) else None


def _ordinary(name: str) -> str:
    """A name in capitals as it is written elsewhere, so that its words are told from short forms."""
    return name.title() if name.isupper() else name
