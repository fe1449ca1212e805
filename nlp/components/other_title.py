"""What papers around a programme are about, whose heading names only their sort: a certificate, a list of those present."""

import re

from nlp.components.contract_title import lines_of_title
from nlp.components.label_rows import label_rows
from nlp.components.typed_exports import is_chat, is_separated_list
from nlp.names import is_capitals, title_case
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
_WORKS = re.compile(r"^\W*surat\s+(?:perintah\s+kerja|pesanan)\b", re.I)
_WORK = re.compile(r"(?:nama\s+)?(?:paket\s+)?pekerjaan|(?:nama\s+)?paket|pengadaan", re.I)


def certified(source: Source) -> str | None:
    """What a certificate is given for: `atas keikutsertaannya dalam Magang Pengelolaan Arsip`."""
    if not any(_CERTIFICATE.match(source.text[slice(*line)]) for line in source.lines[:5]):
        return None
    found = _FOR.search(source.text, 0, 1500)
    return " ".join(found.group("text").split()) if found is not None else None


def listed(source: Source) -> str | None:
    """The row `Kegiatan` of a list of those present, the row `Pekerjaan` of an order for works."""
    if any(_WORKS.match(source.text[slice(*line)]) for line in source.lines[:5]):
        works = (row for row in label_rows(source, until=1500) if _WORK.fullmatch(row.label))
        return next((" ".join(row.value.split()) for row in works if len(row.value) > 8 and "|" not in row.value), None)
    if not any(_LIST.match(source.text[slice(*line)]) for line in source.lines[:5]):
        return None
    rows = (row for row in label_rows(source, until=800) if _OCCASION.fullmatch(row.label))
    return next((" ".join(row.value.split()) for row in rows if len(row.value) > 8), None)


_ORDER = re.compile(
    r"\W*(?P<name>surat\s+(?:perintah\s+)?tugas|surat\s+perintah(?:\s+\w+)?|surat\s+keterangan)\W*", re.I
)


def ordered(source: Source) -> str | None:
    """The name of an order that says no more of what it is about: `Surat Tugas`."""
    named = (_ORDER.fullmatch(source.text[slice(*line)]) for line in source.lines[:10])
    return next((title_case(" ".join(found["name"].upper().split())) for found in named if found is not None), None)


# `BERITA ACARA SERAH TERIMA`, with whom and where on the lines below.
_HANDOVER = re.compile(r"^\W*BERITA\s+ACARA\s+(?P<text>(?:SERAH\s+TERIMA|PE[NLM][A-Z]+|HASIL)\b.*)$")
_MOST_LINES = 4


def handed_over(source: Source) -> str | None:
    """What a record (`BERITA ACARA SERAH TERIMA …`) is of, in the capitals of its heading."""
    lines = [source.text[slice(*line)].strip() for line in source.lines[:14]]
    for index, line in enumerate(lines[:8]):
        if (found := _HANDOVER.match(line)) is None:
            continue
        parts = [found["text"]]
        for below in lines[index + 1 : index + 1 + _MOST_LINES]:
            if not is_capitals(below) or re.match(r"\W*(?:NOMOR|NO)\b", below) or any(map(str.isdigit, below)):
                break
            parts.append(below)
        return title_case(" ".join(" ".join(parts).split())) if len(parts) > 1 else None
    return None


def subject_of_decree(source: Source) -> str | None:
    """What stands below `TENTANG` in the head of a decree, a regulation or a contract of another kind."""
    lines = list(source.lines[:36])
    for index, (start, stop) in enumerate(lines):
        if index >= 14 and not any(_DECREE.match(source.text[slice(*line)]) for line in lines[index - 4 : index]):
            continue  # so far below only where the paper's name stands right above, as below the addressees of a circular
        if source.text[start:stop].strip() in ("TENTANG", "Tentang"):
            below = lines[index + 1 :]
            issuer = next(
                (at for at, line in enumerate(below) if at and _ISSUER.match(source.text[slice(*line)])), len(below)
            )
            return lines_of_title(source.text, below[:issuer], len(source.text))
    return None


_DECREE = re.compile(r"\W*(?:SURAT\s+EDARAN|PERATURAN|KEPUTUSAN|INSTRUKSI|MAKLUMAT|PENGUMUMAN)\b")
# Who decrees stands between what it is about and the reasons: `BUPATI BUTON,`.
_ISSUER = re.compile(
    r"\W*(?:(?:PENJABAT|PJ\.?|PLT\.?|PLH\.?)\s+)?(?:BUPATI|GUBERNUR|WALI\s?KOTA|KEPALA|MENTERI|SEKRETARIS|DIREKTUR|INSPEKTUR|REKTOR|KETUA|CAMAT|"
    r"PRESIDEN|DENGAN\s+RAHMAT)\b"
)


def exported(source: Source) -> str | None:
    """What a conversation or a list that a program wrote out is about: the heading of its recap, else the name that heads it."""
    text = source.text
    if is_chat(text):
        recap = _RECAP.search(text)
        if recap is not None:
            return recap.group("text").strip()
        group = _GROUP.search(text, 0, 1500)
        return group.group("name") if group is not None else None
    if is_separated_list(text):
        return _heading_of_list(text)
    return None


# `*REKAP USULAN PESERTA MAGANG*`: bold in a message, the heading of what it lists below.
_RECAP = re.compile(r"(?:^|:\s)\*(?P<text>[A-Z][^*\n:]{8,100})\*(?=[^\n]{0,80}$)", re.M)
_GROUP = re.compile(r"\b(?:grup|group)\s+[“\"](?P<name>[^”\"\n]{6,80})[”\"]")
_EXPORT = re.compile(r"(?:ekspor|export|unduhan|laporan|data|judul|rekap)\s*:\s*", re.I)


def _heading_of_list(text: str) -> str | None:
    """The words alone on one of the first lines, behind `Ekspor:`; not those that name the program."""
    alone = [cells[0] for line in text.split("\n")[:6] if len(cells := _cells(line)) == 1]
    named = [cell[found.end() :] for cell in alone if (found := _EXPORT.match(cell)) is not None]
    return next((cell for cell in named if len(cell) > 8), None)


def _cells(line: str) -> list[str]:
    return [cell.strip(' "') for cell in line.split(";") if cell.strip(' "')]
