"""What papers around a programme are about, whose heading names only their sort: a certificate, a list of those present."""

import re

from nlp.components.contract_title import lines_of_title
from nlp.components.label_rows import label_rows
from nlp.source import Source

_CERTIFICATE = re.compile(
    r"^\W*(?:sertifikat|piagam(?:\s+penghargaan)?|surat\s+keterangan|surat\s+tanda\s+tamat\W.*)\W*$", re.I
)
_FOR = re.compile(
    r"\b(?:keikutsertaan(?:nya)?|partisipasi(?:nya)?|mengikuti|menyelesaikan|melaksanakan|peserta)\s+(?:(?:dalam|pada|di)\s+)?(?:kegiatan\s+)?"
    r"[“\"]?(?P<text>[A-Z][^.;:,\n“”\"]{8,140}?)[”\"]?(?=\s+(?:pada|di|yang|tanggal|selama|dari|oleh)\s|[,.;\n]|$)"
)
_LIST = re.compile(r"^\W*(?:daftar\s+hadir|absensi|presensi|tanda\s+terima|susunan\s+acara|jadwal)\W*$", re.I)
_OCCASION = re.compile(r"(?:nama\s+)?(?:kegiatan|acara|rapat|agenda)", re.I)


def certified(source: Source) -> str | None:
    """What a certificate is given for: `atas keikutsertaannya dalam Magang Pengelolaan Arsip`."""
    if not any(_CERTIFICATE.match(source.text[slice(*line)]) for line in source.lines[:5]):
        return None
    found = _FOR.search(source.text, 0, 1500)
    return " ".join(found.group("text").split()) if found is not None else None


def listed(source: Source) -> str | None:
    """The row `Kegiatan` of a list of those present."""
    if not any(_LIST.match(source.text[slice(*line)]) for line in source.lines[:5]):
        return None
    rows = (row for row in label_rows(source, until=800) if _OCCASION.fullmatch(row.label))
    return next((" ".join(row.value.split()) for row in rows if len(row.value) > 8), None)


def subject_of_decree(source: Source) -> str | None:
    """What stands below `TENTANG` in the head of a decree, a regulation or a contract of another kind."""
    lines = list(source.lines[:14])
    for index, (start, stop) in enumerate(lines):
        if source.text[start:stop].strip().upper() == "TENTANG":
            return lines_of_title(source.text, lines[index + 1 :], len(source.text))
    return None
