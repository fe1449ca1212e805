"""Titles that a row states: the row `Judul`, the occasion of minutes, the row `Hal` of a note to a superior."""

import re

from nlp.components.label_rows import label_rows
from nlp.components.letter_title import letter_title
from nlp.names import title_case
from nlp.pages import BlockKind
from nlp.source import Source

_MINUTES = re.compile(
    r"^\W*(?:notula\w*|notulen\w*|n\s?o\s?t\s?u\s?l\s?(?:a|e\s?n)|risalah|berita\s+acara)(?:\s+rapat)?\W*$", re.I
)
_OCCASION = re.compile(r"^\W*(?:rapat|acara|agenda|perihal|hal|topik|tema)\s*:\s*(?P<text>.+)$", re.I)


NEXT_ROW = re.compile(
    r"\s(?:Hari|Tanggal|Tgl|Pukul|Jam|Waktu|Tempat|Ruang\w*|Lokasi|Media|Peserta|Hadir|Jumlah|Daftar|Pimpinan|Pemimpin|Notul\w+|Undangan|Dasar|Surat)"
    r"(?:\s?[/,&]?\s?\w+)?\s?:\s|\s[A-Z][\w/]+ :\s"
)


def occasion_of(text: str, lines: list[tuple[int, int]]) -> str | None:
    """What minutes are about: the row `Acara` or `Rapat` below their heading."""
    if not any(_MINUTES.match(text[slice(*line)]) for line in lines[:5]):
        return None
    rows = (_OCCASION.match(text[slice(*line)]) for line in lines[:12])
    # The next row stands on the same line where the reader joined them.
    return next(
        (NEXT_ROW.split(" ".join(found.group("text").split()))[0] for found in rows if found),
        None,
    )


_TITLE_ROW = re.compile(r"judul(?:\s+(?:laporan|paparan|kegiatan|materi|magang|kajian|naskah))?|tema|topik", re.I)
_SUBJECT_ROW = re.compile(r"hal|perihal|subjek|tentang", re.I)
_NOTE = re.compile(r"^\W*(?:nota\s+dinas|telaah(?:an)?\s+staf\w*|memo\w*|nota\s+(?:pengantar|laporan))\W*$", re.I)


def title_of_row(source: Source) -> str | None:
    """The row `Judul`, in a note to a superior the row `Hal`."""
    rows = list(label_rows(source, until=900))
    titled = next((row.value for row in rows if _TITLE_ROW.fullmatch(row.label) and len(row.value) > 8), None)
    if titled is not None:
        return title_case(titled)
    subject = next((row for row in rows if _SUBJECT_ROW.fullmatch(row.label)), None)
    if subject is None:
        return _title_of_head(source)
    if not any(_NOTE.match(source.text[slice(*line)]) for line in source.lines[:12]):
        addressed = {row.label.casefold() for row in rows}
        to_whom = any(re.match(r"\W*(?:kepada|yth)\b", source.text[slice(*line)], re.I) for line in source.lines[:12])
        if (not to_whom or "dari" not in addressed) and not _OF_REPORT.match(subject.value):
            return None
    # In a table the cell holds it whole, on lines it may go on.
    in_table = any(
        block.start <= subject.start < block.end for block in source.blocks if block.block.kind is BlockKind.CELL
    )
    return subject.value if in_table else letter_title(source) or subject.value


# A letter that is the report itself: `Perihal : Laporan Hasil Studi Lapangan di X`.
_OF_REPORT = re.compile(r"\W*(?:penyampaian\s+)?laporan\s+\w+\s+\w", re.I)
# The head of a note whose colons the layout left out: `Kepada Yth. …`, `Dari Kepala Dinas …`, `Perihal Studi Tiru …`.
_HEAD_LINE = re.compile(r"\W*(?:kepada|melalui|dari|tanggal|nomor|lampiran|sifat)\s+(?=[A-Z\d])", re.I)
_SUBJECT_LINE = re.compile(r"\W*(?:Perihal|Hal)\s+(?P<subject>[A-Z].{8,})")


def _title_of_head(source: Source) -> str | None:
    lines = [source.text[slice(*line)] for line in source.lines[:14]]
    subject = next((found for line in lines if (found := _SUBJECT_LINE.fullmatch(line)) is not None), None)
    if subject is None or sum(_HEAD_LINE.match(line) is not None for line in lines) < 2:
        return None
    return subject.group("subject").strip()
