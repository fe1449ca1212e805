"""The pieces of text in which visits are looked for: units, those together that a line's end broke within a sentence, and sentences."""

import re
from collections.abc import Iterator, Sequence

from nlp.components.recommendation_units import Unit, flat
from nlp.components.tables import is_label
from nlp.components.visit_words import RETURN, VISIT
from nlp.pages import BlockKind

_I = re.IGNORECASE
_LONGEST_DAY = 80  # characters
_TITLES = "".join(
    rf"(?<!\b{title}\.)"
    for title in (
        "Drs",
        "Dra",
        "Dr",
        "dr",
        "Ir",
        "Hj",
        "Prof",
        "Bpk",
        "Sdr",
        "Sdri",
        "Kab",
        "Prov",
        "Ns",
        "Moh",
        "Muh",
        "Plt",
        "Pj",
    )
)
# The full stop stands first: what goes before it is looked at only there.
_SENTENCE = re.compile(
    r"\.(?:(?<=[a-z0-9)”\"]\.)(?<!\bs\.d\.)(?<!\bs\. d\.)"
    + _TITLES
    + r"|(?<=[A-Z][A-Z]\.))[”\"]?\s+(?=[A-Z“\"(])|\n\s*\n|\n\s*[.*>+~»•–-]\s+(?=[A-Z])"
)
_AND_WILL = re.compile(
    r";\s+(?=[^;]{30})|,\s+(?:dan|sedangkan|sementara|lalu|kemudian|sebaliknya|and|while)\s+(?=[^,.;]{3,70}\s(?:akan|will|berencana|berjanji)\s)",
    _I,
)
_ABBREVIATED = re.compile(r"\b(?:s\.\s?d|tgl|no|jl)\.$", _I)  # a line breaks behind `14 s.d.`, its sentence goes on
_ASKS_FOR_MORE = frozenset(
    "dan serta atau yang untuk dengan pada di ke dari bagi oleh agar dalam sebagai kepada tanggal bulan tahun hari tim para menuju".split()
)
_DATED = re.compile(r":\s[^.;:]*[A-Z]\w+,\s\d{1,2}\s[A-Z]\w+\s20\d\d$")  # `Paparan: Kaimana, 6 November 2024`
# `Awal 2026 – …`, `22 Juni 2026  …`: a line of a calendar.
_TIMED = re.compile(
    r"\W*(?:(?:awal|akhir|pertengahan|bulan|tanggal|tgl|(?:minggu|pekan)\s+\w+)\s+)*(?:\d{1,2}(?:\s*[-–]\s*\d{1,2})?\s+)?"
    r"(?:jan|feb|peb|mar|apr|mei|jun|jul|agu|sep|okt|nov|nop|des|triwulan|tw|semester|kuartal|20\d\d)\w*\b",
    _I,
)


# `HARI KETIGA, Rabu 10 November 2021`, `Hari II : Selasa, 9 Juli 2024`, `Rabu, 10 November 2021`
_DAY = re.compile(
    r"\W*(?:hari\s+(?:ke\W?\s?\w+|pertama|kedua|ketiga|keempat|kelima|terakhir|[IVX1-9]{1,3})\b|(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu)\s*[,/]?\s+\d)[^.;|]{0,60}$",
    _I,
)


def is_day_heading(text: str) -> bool:
    """Whether the line says no more than which day of a rundown begins."""
    return len(text) <= _LONGEST_DAY and re.search(r"\d", text) is not None and _DAY.match(text) is not None


# `Usulan tanggal: Selasa, 26 Agustus 2025`: of the line above.
_SAYS_WHEN = re.compile(r"\W*(?:(?:usul\w*|rencana|perkiraan)\s+)?(?:tanggal|tgl|waktu|jadwal|hari|bulan)\b", _I)


def runs(units: Sequence[Unit], *, slides: bool = False) -> Iterator[list[Unit]]:
    """The units, those together that a line's end broke within a sentence.

    `slides`: the units are paragraphs that somebody typed; a capital begins another statement.
    """
    run: list[Unit] = []
    for unit in units:
        typed = slides and unit.text[:1].isupper() and not _SAYS_WHEN.match(unit.text)
        apart = run and (typed or (_TIMED.match(unit.text) and _TIMED.match(run[0].text)) or _begins(run[-1], unit))
        if run and (apart or not (_is_open(run[-1]) and unit.mark_kind is None and unit.kind is BlockKind.PARAGRAPH)):
            yield run
            run = []
        run.append(unit)
    if run:
        yield run


def _begins(item: Unit, unit: Unit) -> bool:
    """A paragraph below the items of a slide: the item ends in a word that asks for no other, and a capital begins it."""
    last = item.text.rsplit(" ", 1)[-1]
    whole = item.kind is BlockKind.LIST_ITEM and last.isalpha() and last.islower() and last not in _ASKS_FOR_MORE
    return whole and unit.kind is BlockKind.PARAGRAPH and unit.text[:1].isupper()


def _is_open(unit: Unit) -> bool:
    """Running text that no full stop ends; long enough to be no label."""
    running = unit.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and len(unit.text) > 50
    ended = (unit.text[-1] in '.;:!?”"' and not _ABBREVIATED.search(unit.text)) or _DATED.search(unit.text) is not None
    return running and not ended and not is_label(unit)


def sentences(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Where the sentences between two places of the text begin and end."""
    start = first
    piece = text[first:last]
    for match in _SENTENCE.finditer(piece):
        yield from _clauses(text, start, first + match.start() + 1)
        start = first + match.end()
    yield from _clauses(text, start, last)


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """`X akan ke Y pada …, dan Y akan membalas kunjungan itu pada …`: two visits, each in a clause of its own."""
    for match in _AND_WILL.finditer(text, start, end):
        sides = flat(text[start : match.start()]), flat(text[match.end() : end])
        if all(VISIT.search(side) or RETURN.search(side) for side in sides):
            yield start, match.start()
            start = match.end()
    yield start, end
