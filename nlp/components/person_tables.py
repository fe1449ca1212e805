"""Participants in tables: rows below a header, rows without one, boxes."""

import re
from collections.abc import Iterator, Sequence

from nlp.components.people_names import (
    clean_name,
    find_nips,
    is_name,
    leading_name,
    names_office,
    nip_of,
)
from nlp.components.people_rows import MOST_NAMES, names_in_row
from nlp.components.person_items import IN_BRACKETS, ITEMS, name_of_cell, people_of_items
from nlp.components.small_letters import small_letters
from nlp.components.tables import Row, Table
from nlp.extraction import Person

_I = re.IGNORECASE
# Of small letters.
_TEAM = re.compile(
    r"\b(?:oleh|kepada)\s*:|\b(?:peserta|tim|rombongan|delegasi|anggota|pelaksana|penyusun|penulis|disusun\s+oleh|nama|siapa|pegawai\s+yang|personel|personil|kru|crew|skuad|pemagang|utusan|yang\s+(?:ikut|berangkat|bertugas|ditugaskan|menjalankan|melaksanakan|mengikuti|hadir\s+magang)|who\s+(?:we|went|travell?ed)|who$|participants?|menugaskan|menugasi)\b"
)
_NOT_TEAM = re.compile(
    r"\b(?:pembimbing|(?:di)?bimbing(?:an)?\s+oleh|dibimbing|mentor|coach|preseptor|instruktur(?!\s+(?:blk|ahli|terampil|mahir|penyelia)\b)|supervisor|pemandu|dipandu|dititipkan\s+kepada|narasumber|fasilitator|penguji|panitia|pengajar|pendamping|penerima|mengetahui|diketahui|diterima\s+oleh|(?:pejabat|pihak)\s+(?:yang\s+)?(?:menerima|menyambut|(?:kami\s+)?(?:di)?temui)|(?:didampingi|dipandu|ditemani)\b[^:.]{0,40}(?=:\s*$)|penanda\s?tangan|menyetujui|pengesahan|pejabat\s+penandatangan|disetujui|tuan\s+rumah|pelapor|penyunting|(?<!,\s)(?<!seorang\s)widyaiswara(?!\s+ahli)|narahubung|(?:meng|di)?hubungi|kontak|liaison(?:\s+officer)?|guide|notulis|notulen|ber\s?tanda\s?tangan|memberi(?:kan)?\s+(?:tugas|perintah)|tembusan|ditandatangani|para\s+saksi|saksi-saksi|saksi(?=\W*$))\b"
)
_SIGNED = re.compile(
    r"(?:[A-Z][\w ]{2,30}\s?,\s*(?:\d{1,2}\s+)?[A-Z][a-z]+\s+\d{4}\b|(?:a\.n\.?\s|plt\.?\s|pj\.?\s|plh\.?\s)?(?:kepala|ketua|sekretaris|inspektur|direktur|gubernur|bupati|wali\s*kota|asisten|camat)\b)",
    _I,
)
COLUMNS = {
    "name": re.compile(
        r"\bn\s?a\s?m\s?a\b|\bpeserta\b|^name|^(?:officers?|officials?|participants?)\b|(?<!kerja )(?<!unit )(?<!opd )(?<!daerah )\bpelaksana\b|\banggota\b",
        _I,
    ),
    "nip": re.compile(r"\bn\s?i\s?p\b", _I),
    "position": re.compile(r"\bjabatan\b|\bposition", _I),
    "unit": re.compile(
        r"unit\s+kerja|instansi|\bopd\b|\bskpd\b|perangkat\s+daerah|\basal\b|satuan\s+kerja|unit\s+organisasi|^(?:home|sending)\s+\w+$|^(?:agency|office|department|organi[sz]ation)$",
        _I,
    ),
}
_WHO = re.compile(
    r"^(?:orang|personel|personil|siapa|anggota(?:\s+(?:tim|kelompok|rombongan))?|pegawai|nama-nama|yang\s+(?:dikirim|diutus|berangkat|ditugaskan|ditugasi|ikut|magang))\W*$",
    _I,
)
# `Kelompok | Tempat | Ketua`: who leads each part of the team.
_LEADS = re.compile(r"^(?:ketua|koordinator|penanggung\s?jawab|pimpinan)(?:\s+(?:kelompok|tim|regu))?\W*$", _I)
_PARTS_OF_TEAM = re.compile(r"^(?:kelompok|tim|regu|gelombang|grup)(?:\s+peserta)?\W*$", _I)
_TEAM_AT_LEAST = 3
_LONGEST_OFFICE = 60
FORM_HEAD = re.compile(r"\b(?:data|identitas|biodata)\s+(?:diri|peserta|pemagang|pegawai)\b", _I)
_PLAIN_NAME = re.compile(
    r"(?:nama(?:\s+lengkap)?(?:\s+peserta)?|peserta|names?|officers?|officials?|participants?)(?:\s+magang)?(?:\s*[(/].{2,30})?",
    _I,
)
_GUEST_WORD = re.compile(
    r"\b(?:peserta|pemagang|rombongan|delegasi|participants?|siapa|penempatan|pembagian|sebaran|lokus|kelompok|yang\s+(?:berangkat|magang|ditugaskan))\b",
    _I,
)
# `Peserta (Asal)`: what stands in brackets behind a name is where it comes from.
_HOME_IN_BRACKETS = re.compile(r"[(/]\s*(?:asal|instansi|opd|skpd|perangkat\s+daerah|unit(?:\s+kerja)?|dinas)\b", _I)
_ONLY_BRACKETS = re.compile(r"\s*\((?P<said>[^()\d]{4,60})\)\W*")
_PLAIN_GUESTS = re.compile(r"(?:nama\s+)?(?:calon\s+)?peserta\b", _I)
_PLACES = re.compile(
    r"\b(?:lokus|placements?|placed|host\s+\w+|stayed\s+(?:with|at)|penempatan|ditempatkan|(?:tempat|lokasi|opd|instansi|unit(?:\s+kerja)?|perangkat\s+daerah)\s+(?:tugas|magang|belajar|praktik|tujuan|penerima))\b",
    _I,
)
_TEACHERS = re.compile(r"\b(?:pembimbing|mentor|narasumber|penguji|panitia|pengajar)\b", _I)
_PERSON_LINE = re.compile(r"(?P<name>[^()]{4,70}?)\s*(?:\((?P<office>[^()]{3,80})\))?$")
_NEXT_NAME = re.compile(r"\s*[;·•]\s*|\n")
_TOTAL = re.compile(r"^(?:jumlah|total)\b", _I)


def names_team(text: str) -> bool:
    """Whether a word of `text` stands for those who took part."""
    return _TEAM.search(small_letters(text)) is not None


def names_others(text: str) -> bool:
    """Whether a word of `text` stands for signers, mentors, hosts and others who took no part."""
    return _NOT_TEAM.search(small_letters(text)) is not None


def people_of_tables(tables: Sequence[Table]) -> Iterator[Person]:
    """The rows of the tables that have a column of names beside one of NIP, office or unit."""
    for table in tables:
        columns = {name: table.column(pattern) for name, pattern in COLUMNS.items()}
        name_column = columns["name"]
        if name_column is not None and len(table.headers) >= 2 and _is_of_team(table, table.headers[name_column]):
            yield from _people_of_rows(table, columns)


def people_of_teams(tables: Sequence[Table]) -> Iterator[Person]:
    """`Layanan | A, S.Hum. dan B, A.Md. | Depo X`: a column `Orang`, or `Ketua` beside `Kelompok`, that names them; three with a title at least."""
    for table in tables:
        column = table.column(_WHO)
        if column is None and table.column(_PARTS_OF_TEAM) is not None:
            column = table.column(_LEADS)
        if column is None or names_others(table.lead):
            continue
        found: list[Person] = []
        for row in table.rows:
            text = row[column].text if column in row else ""
            names = names_in_row(text, MOST_NAMES)
            rest = text[text.rfind(names[0]) + len(names[0]) :].strip(" ,–-") if len(names) == 1 else ""
            office = rest if rest and names_office(rest) and len(rest) < _LONGEST_OFFICE else None
            found += [Person(name, None, office, None) for name in names]
        if sum("," in person.name for person in found) >= _TEAM_AT_LEAST:
            yield from found


def people_of_boxes(tables: Sequence[Table]) -> Iterator[Person]:
    """A box, a table of one column, with one person a line: `| Baiq Hidayati, S.Pd. (Ahli Madya) |`."""
    for table in tables:
        if len(table.headers) != 1 or not table.rows or _TEACHERS.search(table.lead):
            continue
        lines = [*table.headers.values(), *(cell.text for row in table.rows for cell in row.values())]
        people = [_PERSON_LINE.match(line) for line in lines]
        if all(match and is_name(clean_name(match["name"])) for match in people):
            yield from (Person(clean_name(match["name"]), None, match["office"], None) for match in people if match)


def people_of_bare_rows(tables: Sequence[Table]) -> Iterator[Person]:
    """Rows of a table without a column of names that hold one NIP and a name, its office before a colon or not."""
    for table in filter(_may_list_people, tables):
        found = [*_of_bare_rows(table)]
        yield from found
        if len(found) > 1:
            yield from _beside_bare_rows(table)


def _beside_bare_rows(table: Table) -> Iterator[Person]:
    """`Slamet Riyanto | (tenaga alih daya)` among rows with a NIP each."""
    for row in table.rows:
        texts = [cell.text for _, cell in sorted(row.items()) if any(character.isalpha() for character in cell.text)]
        if len(texts) < 2 or any(find_nips(text) or names_others(text) for text in texts):
            continue
        office = _ONLY_BRACKETS.fullmatch(texts[1])
        if office and is_name(clean_name(texts[0])):
            yield Person(clean_name(texts[0]), None, office["said"], None)


def _of_bare_rows(table: Table) -> Iterator[Person]:
    for row in table.rows:
        texts = [cell.text for cell in row.values()]
        nips = [nip for text in texts for nip in find_nips(text)]
        if len(nips) != 1 or any(names_others(text) for text in texts):
            continue
        for text in texts:
            label, _, value = text.rpartition(":")
            name = leading_name(value.strip() if len(label) < 40 else text)
            if name and not names_others(label):
                yield Person(name, nips[0].digits, None, None)
                break


def _may_list_people(table: Table) -> bool:
    words = " ".join([table.lead, *table.headers.values()])
    return table.column(COLUMNS["name"]) is None and not is_signature(table) and not names_others(words)


def _is_of_team(table: Table, header: str) -> bool:
    if FORM_HEAD.search(header):
        return False  # of a form, whose rows are its fields
    if any("bertindak" in other.casefold() and len(other) < 40 for other in table.headers.values()):
        return False  # those who sign
    return not names_others(header) and (
        not names_others(table.lead) or names_team(table.lead) or _PLAIN_GUESTS.match(header) is not None
    )


def _people_of_rows(table: Table, columns: dict[str, int | None]) -> Iterator[Person]:
    cells = [cell for row in table.rows for cell in row.values()]
    told = any(columns[name] is not None for name in ("nip", "position", "unit")) or _has_places(table, columns["name"])
    told = told or _lists_guests(table, columns["name"])
    if not told and not any(find_nips(cell.text) for cell in cells):
        return
    name_column = columns["name"]
    for row in table.rows:
        cell = row.get(name_column) if name_column is not None else None
        if cell is None or cell.text == table.headers.get(name_column or 0):
            continue
        if len(ITEMS.findall(cell.text)) > 1:
            yield from people_of_items(cell.text)
            continue
        if names := _names_of_cell(cell.text):
            yield from (Person(name, None, None, _cell(row, columns["unit"], other_than=name_column)) for name in names)
            continue
        nip_cell = row.get(columns["nip"]) if columns["nip"] is not None else None
        nip = (nip_of(nip_cell.text) if nip_cell else None) or nip_of(cell.text)
        name = name_of_cell(cell.text)
        if name is None or not (nip or is_name(name, single=True)) or _TOTAL.search(name):
            continue
        unit = _cell(row, columns["unit"], other_than=name_column)
        if unit is None and (said := IN_BRACKETS.search(cell.text)) and nip is None:
            unit = said["said"] if _HOME_IN_BRACKETS.search(table.headers.get(name_column or 0, "")) else None
        yield Person(name, nip, _cell(row, columns["position"]), unit)


def _names_of_cell(text: str) -> list[str]:
    """`A, S.P.; B, S.E.`: several names with titles in one cell; the lines of one are a name and what is said of it."""
    names = [clean_name(part) for part in _NEXT_NAME.split(text.strip(" ;.")) if part.strip()]
    listed = len(names) > 1 and all(is_name(name) for name in names) and not find_nips(text)
    return [mended_end(name, text) for name in names] if listed and sum("," in name for name in names) > 1 else []


def mended_end(name: str, text: str) -> str:
    """The name with the full stop of its last degree, which parting took off."""
    return f"{name}." if not name.endswith(".") and f"{name}." in text else name


def _has_places(table: Table, name_column: int | None) -> bool:
    """`Peserta | Lokus`: who is where."""
    plain = name_column is not None and _PLAIN_NAME.fullmatch(table.headers[name_column].strip(" :"))
    return bool(plain) and table.column(_PLACES, taken=[name_column]) is not None


def _lists_guests(table: Table, name_column: int | None) -> bool:
    """`Tempat | Bidang | Nama peserta`, `Peserta | DPK | Bappeda` with ticks: a column of names alone, half of them with a title."""
    header = table.headers.get(name_column, "") if name_column is not None else ""
    words = header if _GUEST_WORD.search(header) else f"{header} {table.lead}"
    if name_column is None or not _GUEST_WORD.search(words) or not _PLAIN_NAME.fullmatch(header.strip(" :")):
        return False
    cells = [row[name_column].text for row in table.rows if name_column in row]
    names = [name for text in cells if (name := name_of_cell(text)) and is_name(name, single=True)]
    return 1 < len(names) >= len(cells) - 1 and 2 * sum("," in name for name in names) >= len(names)


def _cell(row: Row, column: int | None, *, other_than: int | None = None) -> str | None:
    if column is None or column == other_than or column not in row:
        return None
    return row[column].text.strip(" -–") or None


def is_signature(table: Table) -> bool:
    cells = [cell.text for row in table.rows for cell in row.values()]
    return any(find_nips(text) and (names_others(text) or _SIGNED.match(text)) for text in cells)
