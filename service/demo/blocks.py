"""What a demo document is made of, whatever its format; and days written out as agreements write them."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Head:
    """A heading, set apart and centred when `centre`."""

    text: str
    centre: bool = False


@dataclass(frozen=True)
class Text:
    text: str
    centre: bool = False


@dataclass(frozen=True)
class Items:
    """A list; `marks` is what stands before each item: a bullet, numbers or letters."""

    items: tuple[str, ...]
    marks: str = "1"  # 1: 1. 2. 3., a: a. b. c., -: bullets


@dataclass(frozen=True)
class Table:
    """Rows of cells, the first row being the headings."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Break:
    """A new page."""


Block = Head | Text | Items | Table | Break


@dataclass(frozen=True)
class Document:
    """A text document; the name's ending says the format."""

    name: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Slide:
    title: str
    lines: tuple[str, ...] = ()
    table: Table | None = None
    notes: str = ""


@dataclass(frozen=True)
class Deck:
    name: str
    slides: tuple[Slide, ...]


DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
_ONES = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split()


def in_words(number: int) -> str:
    """A number from 0 to 9999 in Indonesian words."""
    if number < 12:
        return _ONES[number]
    if number < 20:
        return f"{_ONES[number - 10]} belas"
    for unit, word in ((1000, "ribu"), (100, "ratus"), (10, "puluh")):
        if number >= unit:
            count, rest = divmod(number, unit)
            head = f"se{word}" if count == 1 else f"{in_words(count)} {word}"
            return f"{head} {in_words(rest)}" if rest else head
    raise AssertionError(number)


def day_in_words(day: date) -> str:
    """`Kamis, tanggal delapan bulan Februari tahun dua ribu dua puluh empat (08-02-2024)`."""
    return (
        f"{DAYS[day.weekday()]}, tanggal {in_words(day.day)} bulan {MONTHS[day.month - 1]} "
        f"tahun {in_words(day.year)} ({day:%d-%m-%Y})"
    )


def day(day: date) -> str:
    """`8 Februari 2024`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def lettered(items: tuple[str, ...], marks: str) -> list[str]:
    """Items with their marks written out."""
    signs = {"a": "abcdefghijklmnopqrstuvwxyz", "-": None}
    if marks == "-":
        return [f"• {item}" for item in items]
    letters = signs.get(marks)
    return [f"{letters[n] if letters else n + 1}. {item}" for n, item in enumerate(items)]
