"""Tables that set what was beside what is: old and new wording, what was asked for and what is granted."""

import re
from functools import lru_cache

from nlp.pages import BlockKind
from nlp.source import Source, SourceBlock

_WORDING = r"(?:rumusan|ketentuan|bunyi|redaksi|teks|isi|naskah|pasal|kalimat|susunan|jadwal|rencana|waktu|tanggal)"
_OLD = re.compile(
    rf"^\W*(?:{_WORDING}\s+)?(?:semula|lama|sebelum(?:nya)?(?:\s+(?:perubahan|diubah|addendum|adendum))?)\b", re.I
)
_ASKED = re.compile(
    rf"^\W*(?:yang\s+|{_WORDING}\s+(?:yang\s+)?)?(?:(?:saudara|bapak|ibu|pemohon)\s+)?(?:di)?(?:mohon(?:kan)?|minta|usul(?:kan)?|aju(?:kan)?|kehendaki|"
    r"permohonan|permintaan|usulan|pengajuan)(?:\s+(?:saudara|bapak|ibu|awal|semula|pemohon))?\W*$",
    re.I,
)
_GRANTED = re.compile(
    r"\b(?:baru|menjadi|perubahan|se(?:sudah|telah)|(?:di|me)?(?:setuju|penuh|kabul|sanggup|sedia)\w*|dapat|kesanggupan|kesediaan|persetujuan|tanggapan|"
    r"jawaban|keputusan|penyesuaian|disesuaikan|ditetapkan|kami\s+(?:terima|tawarkan|tetapkan))\b",
    re.I,
)
_LONGEST_HEAD = 40  # characters
_Span = tuple[int, int]


def replaced_cells(source: Source) -> list[_Span]:
    """The cells of an old wording: what they say holds no longer."""
    return [*_cells(source, _OLD, beside=None), *_typed_cells(source, _OLD, beside=None)]


@lru_cache(maxsize=1)  # asked for every day of a letter
def asked_cells(source: Source) -> list[_Span]:
    """The cells of what was asked for, or was so at first, where the table says beside it what is granted."""
    found: list[_Span] = []
    for head in (_ASKED, _OLD):
        found += _cells(source, head, beside=_GRANTED)
        found += _typed_cells(source, head, beside=_GRANTED)
    return found


def row_head(source: Source, offset: int) -> str | None:
    """The first cell of the row in which `offset` stands; None outside of tables."""
    at = next((block for block in _of_tables(source) if block.start <= offset < block.end), None)
    if at is None:
        return None
    where = (at.page.number, at.block.table, at.block.row)
    first = next(
        block for block in _of_tables(source) if (block.page.number, block.block.table, block.block.row) == where
    )
    return None if first is at else first.text


@lru_cache(maxsize=1)
def _of_tables(source: Source) -> list[SourceBlock]:
    return [block for block in source.blocks if block.block.kind is BlockKind.CELL and block.block.table is not None]


def _cells(source: Source, head: re.Pattern[str], *, beside: re.Pattern[str] | None) -> list[_Span]:
    cells = _of_tables(source)
    granting = {
        (block.page.number, block.block.table)
        for block in cells
        if beside is not None and beside.search(block.block.header or "")
    }
    return [
        (block.start, block.end)
        for block in cells
        if head.match(block.block.header or "")
        and (beside is None or (block.page.number, block.block.table) in granting)
    ]


def _typed_cells(source: Source, head: re.Pattern[str], *, beside: re.Pattern[str] | None) -> list[_Span]:
    """The same of a table typed with strokes."""
    spans: list[_Span] = []
    column: int | None = None
    for start, stop in source.lines:
        cells = source.text[start:stop].split("|")
        if len(cells) < 2:
            continue
        named = [index for index, cell in enumerate(cells) if len(cell) < _LONGEST_HEAD and head.match(cell)]
        if named and (beside is None or any(beside.search(cell) for cell in cells[named[0] + 1 :])):
            column = named[0]
        elif column is not None and len(cells) > column:
            begin = start + sum(len(cell) + 1 for cell in cells[:column])
            spans.append((begin, begin + len(cells[column])))
    return spans
