"""What is said behind a person's name: the office, or the unit that the person comes from."""

import re
from dataclasses import replace
from functools import lru_cache

from nlp.components.institutions import find_institutions
from nlp.extraction import Person

_HEAD = re.compile(
    r"(?:Dinas|Badan|Bagian|Biro|Kecamatan|Kelurahan|Distrik|Kapanewon|Kantor|Inspektorat|Satuan|Satpol|RSUD|Rumah\s+Sakit|Puskesmas|UPT[DB]?|Balai|Sekretariat|Desa|Nagari)\s+[A-Z](?:[\w'’.&/-]|\s+(?=[A-Z]|dan\s|di\s)|,\s+(?=[A-Z])|\b(?:dan|di)\s)*"
)
_ONE_WORD = re.compile(r"[A-Z][A-Za-z]{2,}(?:\s+(?:Kota|Kab\.?|Kabupaten|Provinsi|Prov\.?)?\s*[A-Z][a-z]+){0,2}")
# What a unit is called, no office: `Dinas Sosial`, `BKPSDM`, `Bagian Umum`, `Diskominfo`.
_UNIT = re.compile(
    r"\W*(?:(?i:dinas|badan|bagian|bidang|biro|sekretariat|inspektorat|kecamatan|kelurahan|kantor|satuan|upt[db]?|rsud|rumah\s+sakit|puskesmas|balai|distrik|desa)\b"
    r"|[A-Z]{3,}\W*$|(?:Bap|Bal|Dis|Din|Set|Sat|Kes|Ins)[a-z]{3,}\W*$)"
)


def begins_as_unit(text: str) -> bool:
    """Whether `text` begins as the names of units do."""
    return _UNIT.match(text) is not None


def with_unit(person: Person) -> Person:
    """`Rina Andriani, S.E. (Bappeda)`: a unit's bare name behind a name is no office."""
    if person.position is None or person.unit is not None or not is_unit(person.position):
        return person
    return replace(person, position=None, unit=person.position)


@lru_cache(maxsize=1024)
def is_unit(text: str) -> bool:
    """Whether `text` is nothing but the name of an agency or of a part of one."""
    text = text.strip(" .;,")
    if _HEAD.fullmatch(text):
        return True
    if _ONE_WORD.fullmatch(text) is None:
        return False
    return any(m.kind == "agency" and m.start == 0 and m.end == len(text) for m in find_institutions(text))
