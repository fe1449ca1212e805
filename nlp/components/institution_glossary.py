"""Short names of agencies that a document itself explains: `BPPKAD = Badan …`, `Badan … (BPPKAD)`."""

import re
from collections.abc import Iterator

from nlp.components.institution_names import agency_names, bodies
from nlp.components.small_letters import holds_any
from nlp.names import title_case

_HEADS = r"(?:Dinas|Badan|Inspektorat|Satuan(?!\s+(?:Kerja|Tugas|Pendidikan)\b)|Sekretariat|Bagian|Biro|Balai|Rumah\s+Sakit|Unit\s+Pelaksana|Kapanewon|Kemantren|Kecamatan|Suku\s+Dinas)"
_LONG = rf"(?P<long>{_HEADS}\s+[^()=;:|\n]{{6,120}}?)"
_SHORT = r"(?P<short>[A-Z][\w-]{2,20})"
_TWO_WORDS = r"(?P<short>[A-Z][\w-]{2,20}(?:\.?[ ][A-Z][a-z]+)?)"  # `Kap. Depok`, `RSD Wongsonegoro`
_EQUATION = re.compile(
    r"(?<![\w/])" + _TWO_WORDS + r"\s*(?P<sign>=|:|\b(?:adalah|ialah|yaitu|yakni|di\s+sini)\b|\b(?:singkatan|kependekan|kepanjangannya)(?:\s+dari)?\b)\s*" + _LONG + r"(?=\s*(?:[;|\n]|(?<!\b[A-Z])(?<!\b[Dd]r)\.\s|\.$|$|,\s+yang\s|,\s+(?:dan\s+)?[A-Z][\w. ]{2,22}\s(?:adalah|ialah|yaitu|yakni)\s))"
)  # fmt: skip
_SIGN_ENDS = (
    "=",
    ":",
    "adalah",
    "ialah",
    "yaitu",
    "yakni",
    "sini",
    "singkatan",
    "kependekan",
    "kepanjangannya",
    "dari",
)
_BEFORE, _BEHIND = 80, 220  # characters: a short name with its sign, and a long one
# `Dinas Arsip dan Perpustakaan Daerah Kabupaten X kita singkat DAPD`
_SHORTENED = re.compile(
    _LONG
    + r",?\s+(?:(?:yang|untuk|selanjutnya|kita|kami|biasa|lazim)\s+){0,3}(?:di)?(?:singkat|sebut)\s+(?:(?:dengan|menjadi|sebagai)\s+)?"
    + _SHORT
    + r"(?=[\s,.;:]|$)"
)
# A table of short names, a cell a line.
_CELLS = re.compile(r"^" + _SHORT + r"[ \t]*\n[ \t]*" + _LONG + r"[ \t]*$", re.M)
_LISTS = ("ingkatan", "epanjangan", "SINGKATAN", "KEPANJANGAN")
_BRACKETED = re.compile(
    _LONG
    + r"\s*\(\s*(?:(?:yang\s+|untuk\s+)?(?:selanjutnya\s+)?(?:disebut|disingkat)(?:\s+sebagai)?\s+)?"
    + _SHORT
    + r"\s*\)"
)
_HEAD = re.compile(rf"\b{_HEADS}\s")
_NAME = re.compile(rf"{_HEADS}\s")  # without `\b`: only capitals are looked at
_REGION = re.compile(r"\s+(?:Kabupaten|Kab\.|Kota|Provinsi|Prov\.)\s.*$|\s*,?\s*$", re.S)
_HEAD_WORDS = {
    "dinas",
    "badan",
    "inspektorat",
    "satuan",
    "sekretariat",
    "bagian",
    "biro",
    "balai",
    "unit",
    "kecamatan",
    "kapanewon",
}
_LABEL_CAPITALS = 2  # of a row's label


def glossary(text: str) -> dict[str, str]:
    """What the document's own short names, in small letters, stand for, without a region.

    An equation overrules every list; a bracket explains what no list has.
    """
    found: dict[str, str] = {}
    for short, long in _bracketed(text):
        if short.casefold() not in agency_names().branches and short.casefold() not in bodies().branches:
            _add(found, short, long)
    for short, long in _equated(text):
        if " " not in short:
            _add(found, short, long)
    return found


def equations(text: str) -> dict[str, str]:
    """The short names as written, one word or two, that the document equates with a long one, with its region."""
    found: dict[str, str] = {}
    for short, long in (*_said(text), *_equated(text)):
        if len(long.split()) > 1 and len(long) > len(short) and _abbreviates(short, " ".join(long.split())):
            found[short] = " ".join(long.split())
    return found


def _bracketed(text: str) -> Iterator[tuple[str, str]]:
    for match in _BRACKETED.finditer(text) if "(" in text else ():
        yield match.group("short"), _last_name(match.group("long"))


def _equated(text: str) -> Iterator[tuple[str, str]]:
    if "singkat" in text or "sebut" in text:
        for match in _SHORTENED.finditer(text):
            yield match.group("short"), _last_name(match.group("long"))
    if holds_any(text, _LISTS):
        for match in _CELLS.finditer(text):
            yield match.group("short"), match.group("long")
    for match in _equations_in(text):
        if match.group("sign") != ":" or not _may_be_a_label(match.group("short")):
            yield match.group("short"), match.group("long")


def _said(text: str) -> Iterator[tuple[str, str]]:
    """Those that a sentence equates, which goes on over the end of a line."""
    flat = text.replace("\n", " ")
    for match in _equations_in(flat):
        if match.group("sign") not in {"=", ":"}:
            yield match.group("short"), match.group("long")


def _equations_in(text: str) -> Iterator[re.Match[str]]:
    """The equations, looked for only where a long name follows the end of a sign."""
    done = 0
    for name in _NAME.finditer(text):
        at = name.start()
        if at >= done and text[max(0, at - 40) : at].rstrip().endswith(_SIGN_ENDS):
            match = _EQUATION.search(text, max(done, at - _BEFORE), name.end() + _BEHIND)
            if match is not None:
                done = match.end()
                yield match


def _may_be_a_label(short: str) -> bool:
    """`Unit: Dinas X` is a row of a form; `BKAD:`, `Bappeda:`, `Kap. Depok:` are short names."""
    known = short.casefold() in agency_names().branches and short.casefold() not in _HEAD_WORDS
    return not known and "." not in short and sum(letter.isupper() for letter in short) <= _LABEL_CAPITALS


def _last_name(long: str) -> str:
    """The last of several agencies that stand before the bracket."""
    heads = [head.start() for head in _HEAD.finditer(long)]
    return long[heads[-1] :] if heads else long


def _add(found: dict[str, str], short: str, long: str) -> None:
    name = _REGION.sub("", " ".join(long.split()))
    if len(name.split()) >= 2 and len(name) > len(short) and _abbreviates(short, " ".join(long.split())):
        found[short.casefold()] = title_case(name)


def _abbreviates(short: str, long: str) -> bool:
    """Every letter of the short name stands in the long one, in order, and it begins with the same letter."""
    letters = [letter for letter in short.casefold() if letter.isalpha()]
    rest = iter(long.casefold())
    return len(letters) > 2 and letters[0] == long[0].casefold() and all(letter in rest for letter in letters)
