"""Lines of a report's cover below its first: what the paper was written for, the house that the unit belongs to."""

import re

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


def tells_purpose(line: str) -> bool:
    """Whether the line says what the paper was written for: it is no more of the title."""
    return _PURPOSE.match(line) is not None


def names_superior(above: str, line: str) -> bool:
    """`DI BADAN KEUANGAN DAERAH`, `KOTA X`; `PADA BAGIAN UMUM`, `SEKRETARIAT DAERAH KOTA X`: the title goes on with whose the unit is."""
    if _REGION_LINE.match(line) and _AT_AN_AGENCY.search(above):
        return True
    return _AT_A_PART.match(above) is not None and _CAMPUS.match(line) is None
