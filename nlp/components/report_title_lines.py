"""Lines of a report's cover below its first: what the paper was written for, an institution that the title goes on with."""

import re
from collections.abc import Sequence

from nlp.components.report_title_words import GENERIC
from nlp.components.title_lines import INSTITUTION_LINE
from nlp.names import is_capitals

# What the paper was written for, below its title: `Diajukan untuk memenuhi syarat …`, `sebagai salah satu tugas …`.
_PURPOSE = re.compile(
    r"^\W*(?:di(?:ajukan|tulis|susun|buat)\w*\s+(?:untuk|guna|dalam\s+rangka|sebagai)\b|"
    r"(?:untuk|guna|dalam\s+rangka)\s+(?:memenuhi|melengkapi|menyelesaikan)\s+(?:(?:salah\s+satu|sebagian|sebahagian|dari)\s+)*(?:per)?"
    r"(?:syarat|tugas|kewajiban|mata\s+kuliah|nilai)|sebagai\s+(?:salah\s+satu\s+)?(?:per)?(?:syarat|tugas))",
    re.I,
)
_AT_A_PART = re.compile(
    r"\W*(?:di|pada)\s+(?:kantor|bidang|bagian|sub\s?bag\w*|seksi|balai|uptd?|divisi|unit|instalasi)\s(?!.*\b(?:kota|kabupaten|provinsi)\b)",
    re.I,
)
_CAMPUS = re.compile(r"\W*(?:universitas|fakultas|institut|politeknik|sekolah|akademi|program)\b", re.I)

_REGION_LINE = re.compile(r"\W*(?:provinsi|kabupaten|kota)\s+\S", re.I)
_AT_AN_AGENCY = re.compile(
    r"(?:^|\s)(?:di|pada|ke)\s+(?:dinas|badan|biro|bagian|sekretariat|inspektorat|satuan|rsud|rumah|kantor|[a-z]{3,12}da)\b",
    re.I,
)

_NO_REGION = re.compile(r"\W*(?:Kota|Kabupaten|Provinsi|Desa|Kecamatan|Kelurahan)\s+[a-z]")
# `Kota X di Kabupaten Y`: who and where, in ordinary writing.
_REGION = r"(?:Pemerintah\s+)?(?:Kabupaten|Kota|Provinsi|Kab\.)(?:\s+[A-Z][\w'’-]+){1,4}"
_FROM_TO = re.compile(rf"{_REGION}\s+(?:di|ke|pada)\s+(?:lingkungan\s+)?{_REGION}")
_REGION_FIRST = re.compile(r"\W*(?:provinsi|kabupaten|kota)\b", re.I)
_TO_WHOM = re.compile(r"\s(?:ke|di|pada)\s+(?=\S)", re.I)
_TO_A_REGION = re.compile(r"\s(?:ke|di|pada)\s+(?:pemerintah|kabupaten|kota|provinsi)\b", re.I)
_WHERE_TO = re.compile(r"\W*(?:ke|di|pada)\s", re.I)
_ABOUT = re.compile(r"\W*tentang\b", re.I)


def tells_purpose(line: str) -> bool:
    """Whether the line says what the paper was written for: it is no more of the title."""
    return _PURPOSE.match(line) is not None


def names_superior(above: str, line: str) -> bool:
    """`DI BADAN KEUANGAN DAERAH`, `KOTA X`; `PADA BAGIAN UMUM`, `SEKRETARIAT DAERAH KOTA X`: the title goes on with whose the unit is."""
    if _REGION_LINE.match(line) and _AT_AN_AGENCY.search(above):
        return True
    return _AT_A_PART.match(above) is not None and _CAMPUS.match(line) is None


def names_institution(line: str) -> bool:
    """A line of a letterhead or a cover; `Kota yang Ramah` is none."""
    return INSTITUTION_LINE.match(line) is not None and not _NO_REGION.match(line)


def title_goes_on(line: str, ahead: Sequence[str], above: Sequence[str], *, in_capitals: bool) -> bool:
    """The title goes on with the institution that the line names: `PROVINSI X DI PROVINSI Y` in the capitals above it.

    `ahead`: the next lines; `above`: those of the title so far; `in_capitals`: whether they are.
    """
    onward = (bool(ahead) and _WHERE_TO.match(ahead[0]) is not None) or _TO_A_REGION.search(line) is not None
    if in_capitals and is_capitals(line):
        if onward and _REGION_FIRST.match(line):
            return True
        whom = _TO_WHOM.search(line)
        if whom is not None and INSTITUTION_LINE.match(line[whom.end() :]):
            return True  # `PEMERINTAH KABUPATEN X PADA PEMERINTAH KOTA Y` is who and where, no letterhead
        if names_superior(above[-1], line):
            return True
    if not in_capitals and _FROM_TO.fullmatch(line):
        return True
    return any(map(_ABOUT.match, ahead)) or (onward and GENERIC.match(" ".join(above)) is not None)
