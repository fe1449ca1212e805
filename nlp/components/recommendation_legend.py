"""Short names of home's units: their initials, and those that the document itself explains: `Singkatan: Umum = Bagian Umum dan Keuangan; Humas = …`,
in a line or in a table of codes, which may stand for times too (`W1 = selesai Desember 2025`)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from nlp.components.deadlines import find_deadline
from nlp.components.recommendation_marks import Unit
from nlp.facts import Facts
from nlp.pages import BlockKind

_UNIT = r"(?:Bagian|Bidang|Biro|Dinas|Badan|Sekretariat|Subbagian|Sub\s?Bagian|Seksi|Inspektorat|UPTD?|Instalasi|Unit|Kecamatan|Kelompok\s+Kerja|Pokja)"
_PAIR = re.compile(
    rf"(?<![\w=])(?P<short>[A-Z][\w&/.-]*(?:\s[A-Z&][\w&/.-]*){{0,2}})\s*=\s*(?P<unit>{_UNIT}\s+[A-Z][^;=.\n()]{{2,90}})"
)
# `B = Inspektorat`: a unit of one word counts behind a code of one letter, alone in its line.
_LETTER_PAIR = re.compile(rf"^\W*(?P<short>[A-Z]\d?)\s*=\s*(?P<unit>{_UNIT}\b[^;=\n]{{0,90}})$", re.MULTILINE)
_TIME_PAIR = re.compile(r"(?<![\w=])(?P<short>[A-Z]{1,3}\d{0,2}|[A-Z]\w{0,3})\s*=\s*(?P<time>[^;=|\n()]{3,50})")
_CODE = re.compile(r"[A-Z][A-Za-z]{0,7}[-.]?\d{0,2}|\d{1,2}[A-Za-z]|[IVX]{1,4}|[●○■□▲△★☆◆◇*#]{1,3}")
_TEAM = re.compile(
    r"^(?P<team>(?i:tim|kelompok|regu)[ \t]+\w{1,20})[ \t]*\n(?P<unit>(?:Dinas|Badan|Bagian|Biro|Bidang|Inspektorat|RSUD|B[A-Z]{2,})[^\n:;]{0,70})$",
    re.MULTILINE,
)
_MARKED = re.compile(
    r"\b(?:ber)?(?:tanda|kode|huruf|simbol)\s+[(\[\"“]?(?P<code>[A-Z]{1,3}|[*#]{1,3})[)\]\"”]?\s*(?:=|:|ialah|adalah|berarti)?\s*(?P<who>(?:untuk|kepada|bagi|ditujukan|akan|kami|menjadi|tugas|urusan)\b[^,;.\n]{3,80})",
    re.IGNORECASE,
)
_CODES = re.compile(r"[(\[](?:[A-Z]{1,3}|[*#]{1,3})[)\]](?:\s*[+&/,]\s*[(\[](?:[A-Z]{1,3}|[*#]{1,3})[)\]])*\s+(?=\S)")
_UNIT_START = re.compile(rf"{_UNIT}\b")
_HOSPITAL = re.compile(r"Rumah Sakit(?: Umum)?(?: Daerah)?(?: [Dd]r\.| Prof\.)*\s+")
_PLACED = re.compile(r"(?:^|\s)(?:Provinsi|Kabupaten|Kota)\s")
_LEAST = 2  # one alone may be a formula or a heading


def legend_of(text: str) -> dict[str, str]:
    """The unit that each short name stands for; empty where the document explains none or but one."""
    if text.count("=") < _LEAST:
        return {}
    found = {match["short"]: " ".join(match["unit"].split()).rstrip(" ,") for match in _PAIR.finditer(text)}
    return found if len(found) >= _LEAST else {}


def marks_of(text: str) -> dict[str, str]:
    """For whom items so marked are: `Yang bertanda (B) untuk Ibu di Boyolali, yang bertanda (S) akan kami ajukan ke pimpinan kami`."""
    if "tanda" not in text and "kode" not in text and "huruf" not in text:
        return {}
    found = {match["code"]: " ".join(match["who"].split()) for match in _MARKED.finditer(text)}
    return found if len(found) >= _LEAST else {}


def teams_of(text: str) -> dict[str, str]:
    """The line right below the name of each team, which may be its unit: `TIM PANGAN`, then `Dinas Pertanian`."""
    return {" ".join(match["team"].casefold().split()): match["unit"].strip() for match in _TEAM.finditer(text)}


def code_before(text: str) -> tuple[tuple[str, ...], int]:
    """The codes that an item begins with, and where they end: `(B)+(S) membuat …`."""
    match = _CODES.match(text)
    return (tuple(re.findall(r"\w{1,3}|[*#]+", match.group())), match.end()) if match else ((), 0)


def codes_of(units: Sequence[Unit], text: str) -> tuple[dict[str, str], dict[str, str]]:
    """The units and the times that codes stand for, in a table of two columns or in a line; a code alone in its kind is none."""
    owners: dict[str, str] = {}
    times: dict[str, str] = {}
    for code, meaning in _pairs(units):
        if _UNIT_START.match(meaning):
            owners[code] = meaning
        elif find_deadline(meaning, column=True):
            times[code] = meaning
    if text.count("=") >= _LEAST:
        owners |= {match["short"]: " ".join(match["unit"].split()) for match in _LETTER_PAIR.finditer(text)}
        for match in _TIME_PAIR.finditer(text):
            said = " ".join(match["time"].split()).strip(" ,.")
            if (stated := find_deadline(said, column=True)) and stated.last is not None:
                times.setdefault(match["short"], said)
    return owners if len(owners) >= _LEAST else {}, times if len(times) >= _LEAST else {}


def _pairs(units: Sequence[Unit]) -> Iterator[tuple[str, str]]:
    """Code and meaning in the rows of each table of two columns, or of two such tables side by side."""
    cells = (unit for unit in units if unit.kind is BlockKind.CELL)
    for _, table in groupby(cells, key=lambda unit: (unit.page, unit.owner.table)):
        rows = [list(row) for _, row in groupby(table, key=lambda unit: unit.owner.row)]
        if len(rows) <= _LEAST or any(len(row) not in (2, 4) for row in rows):
            continue
        for row in rows:
            for code, meaning in zip(row[::2], row[1::2], strict=True):
                if _CODE.fullmatch(code.text):
                    yield code.text, meaning.text


def time_behind(said: str | None, times: Mapping[str, str]) -> str | None:
    """`said`, or what it stands for where it is a code: of `W1/W2` the last."""
    if said is None or not times:
        return said
    codes = [part.strip(" .") for part in re.split(r"[,/;&]|\bdan\b|s\.?d\.?", said)]
    return times[codes[-1]] if codes and all(code in times for code in codes) else said


def short_forms(facts: Facts, region: str | None) -> dict[str, str]:
    """Initials of the home side's units that the document names: `DPMTK` for Dinas Penanaman Modal dan Tenaga Kerja."""
    found: dict[str, str] = {}
    names = [party.name for party in facts.parties if party.role == "home"]
    if region is not None:
        names += [mention.name for mention in facts.institutions if mention.region == region]
    for name in names:
        own = name[: -len(region)].strip() if region and name.endswith(region) else name
        words = re.findall(r"[A-Z][a-z]+", own)
        if len(words) >= 3:
            found.setdefault("".join(word[0] for word in words), name)
        if initials := hospital_initials(own):
            found.setdefault(initials, name)
    return found


def hospital_initials(name: str) -> str | None:
    """`RSMN` for `Rumah Sakit Umum Daerah Mohammad Natsir`: what hospitals call themselves."""
    hospital = _HOSPITAL.match(name)
    words = re.findall(r"[A-Z][a-z]{2,}", _PLACED.split(name[hospital.end() :])[0]) if hospital else []
    return f"RS{''.join(word[0] for word in words)}" if len(words) > 1 else None
