"""The pieces of text that may be a recommendation: list items, paragraphs, cells, notes; whole, though a page or a slide broke them."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from nlp.components.recommendation_heading_words import BOUNDARY, KEEP, opens_section
from nlp.components.recommendation_marks import (
    TERMINAL,
    TYPED_SLIDE,
    Unit,
    begins_message,
    end_of_sender,
    flat,
    mark_of,
    split_marked,
)
from nlp.components.recommendation_typed_tables import typed_tables
from nlp.components.recommendation_words import is_action
from nlp.components.slide_headings import mark_headings, part_feet
from nlp.pages import BlockKind
from nlp.source import Source, SourceBlock

__all__ = ["Unit", "flat", "sentences_of", "units_of"]

SENTENCE_END = re.compile(r"(?<=[.!?])[”\"’']?\s+(?=[“\"‘']?[A-Z0-9(])|\n\s*\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Dr|dr|Drs|Dra|Ir|H|Hj|Prof|No|Nomor|hal|Hal|dll|dsb|dst|a\.n|u\.p|s\.d|Jl|St|Kab|Prov|Kec|Tk|Gol|Sdr|Sdri|Yth|Bag|Bid|Subbag|Subbid|Sekr|UPT|UPTD|Abd|Muh|M|PT|CV|Plt|Pj|Plh|Rp|TA|T\.A|[Tt]hn?|[Tt]gl|cq|c\.q|[A-Z]|S\.[A-Z]\w{0,3}|M\.[A-Z]\w{0,3})\.)$"
)
_CONTINUED = re.compile(r"\(?\b(?:lanjutan|continued|sambungan)\b\)?|\(\d+\s*/\s*\d+\)", re.IGNORECASE)
_ITEM_BULLET = re.compile(r"\s*[•●▪■○·–—-]\s+(?=\S+\s)")
_LONGEST_TITLE = 7  # words behind a bullet
_UNFINISHED = re.compile(
    r"\b(?:dan|serta|atau|yang|untuk|dengan|pada|di|ke|dari|bagi|oleh|agar|dalam|sebagai|kepada|minimal|sebanyak|selama|sejumlah)$"
)
# `sudah selesai: papan jam layanan` in notes without capitals: a line of its own.
_LOWER_LABEL = re.compile(r"[a-z][\w ]{2,24}:\s")
# `sebelum lebaran`, `bulan depan (Februari)`: a line of its own among items says when those below are to be done.
_TIME_LINE = re.compile(
    r"(?:sebelum|setelah|sesudah|bulan|awal|akhir|pertengahan|minggu|pekan|nanti\S*|tahun|jangka|triwulan|semester|segera|s\.?\s?d\.?|s/d|hingga|sampai|mulai|paling|selambat\S*)(?=\s|$)(?:\s+\S+){0,4}(?<![.;,])$"
)
_SLIDES = {"pptx", "ppt", "odp"}
_BROKEN_OFF = re.compile(
    r"(?:\s[–—-]|,|[a-z]\s+(?:dan|serta|atau|yang|untuk|dengan|pada|di|ke|dari|oleh|agar|dalam|kepada))$"
)
_RUNS_ON = re.compile(
    r"\b(?:dan|serta|atau|yang|untuk|dengan|pada|di|ke|dari|bagi|oleh|agar|dalam|sebagai|kepada|sebelum|sampai|hingga|mulai|paling|(?:se)?lambat(?:nya)?)$"
)
_FULL_LINE = 50  # characters
_EDGE = 2  # blocks of a page's head and foot
_TYPED = {"txt", "eml", "html"}  # formats whose text may hold tables drawn with `|`


@lru_cache(maxsize=1)  # five components ask in turn
def units_of(source: Source) -> list[Unit]:
    """Every unit in reading order; running heads left out, what a break parted joined. Not to be changed: the callers share it."""
    found: list[Unit] = []
    running = _running(source)
    tables = typed_tables(source.blocks) if source.form in _TYPED else {}
    cells: dict[tuple[int | None, int | None, int | None], Unit] = {}
    for place, item in enumerate(source.blocks):
        if place in tables:
            found += tables[place]
            continue
        if item.block.kind is BlockKind.RUNNING or item.page.hidden:
            continue
        if item.block.kind is BlockKind.PARAGRAPH and (
            item.text.strip() in running or item.text.strip() == str(item.page.number)
        ):
            continue
        for unit in _of_block(item):
            if unit.kind is BlockKind.CELL:
                begun = cells.setdefault((item.block.table, item.block.row, item.block.column), unit)
                if begun.page != unit.page:  # a row that the page's end cut
                    begun.pieces.extend(unit.pieces)
                    begun.text = f"{begun.text} {unit.text}"
                    continue
            before = _open_before(found, unit)
            said = source.form == "txt" and begins_message(source, unit)
            if before is not None and _runs_on(before, unit, source.form):
                before.kind, before.level, before.mark_kind = unit.kind, None, None
                before.pieces.extend(unit.pieces)
                before.text = f"{before.text} {unit.text}"
            elif before is not None and not said and _goes_on(before, unit, source.form, landscape=_is_landscape(item)):
                before.pieces.extend(unit.pieces)
                before.text = f"{before.text} {unit.text}"
            else:
                found.append(unit)
    if source.form in _SLIDES:
        found = part_feet(source, found)
        mark_headings(found)
    return found


def _running(source: Source) -> frozenset[str]:
    """Short lines that most pages repeat above or below the rest: footers that the reader did not mark."""
    pages: dict[str, set[int]] = {}
    for _, page in groupby(source.blocks, key=lambda item: item.page.number):
        blocks = list(page)
        for item in (*blocks[:_EDGE], *blocks[-_EDGE:]):
            if item.block.kind is BlockKind.PARAGRAPH and len(item.text) < 90:
                pages.setdefault(item.text.strip(), set()).add(item.page.number)
    least = max(3, len(source.pages.pages) // 2)
    return frozenset(text for text, numbers in pages.items() if len(numbers) >= least)


def _is_landscape(item: SourceBlock) -> bool:
    """A slide exported as a page: its text seldom goes on overleaf."""
    return (item.page.width or 0) > (item.page.height or 1)


def _of_block(item: SourceBlock) -> Iterator[Unit]:
    block = item.block
    if block.kind in (BlockKind.CELL, BlockKind.HEADING) and not _is_item(item):
        length, kind = mark_of(item.text) if block.kind is BlockKind.HEADING else (0, None)
        yield Unit(
            block.kind,
            [(item.start, item.end)],
            flat(item.text),
            None,
            block.level,
            block,
            item.page.number,
            block.mark or (kind if length else "") or "",
        )
        return
    parts = split_marked(item.text)
    if parts and (sender := end_of_sender(item.text)):
        parts[0] = (sender, *parts[0][1:])
    for index, (start, end, kind) in enumerate(parts):
        text = flat(item.text[start:end])
        if not text:
            continue
        mark_kind = kind
        if index == 0 and kind is None and (block.mark or block.kind is BlockKind.LIST_ITEM):
            mark_kind = mark_of(f"{block.mark} x")[1] if block.mark else "bullet"
            mark_kind = mark_kind or "bullet"
        yield Unit(
            BlockKind.LIST_ITEM if block.kind is BlockKind.HEADING else block.kind,
            [(item.start + start, item.start + end)],
            text,
            mark_kind,
            block.level if block.kind is BlockKind.LIST_ITEM else None,
            block,
            item.page.number,
        )


def _is_item(item: SourceBlock) -> bool:
    """A line behind a bullet that a PDF's reader took for a heading: what it says is too long, or too much of a sentence, for a title."""
    if item.block.kind is not BlockKind.HEADING or not (bullet := _ITEM_BULLET.match(item.text)):
        return False
    said = item.text[bullet.end() :].rstrip()
    if said.isupper() or opens_section(said) or BOUNDARY.match(said) or KEEP.search(said):
        return False
    return said.endswith((".", ";", "]", ")")) or ", " in said or len(said.split()) > _LONGEST_TITLE


def _open_before(found: list[Unit], unit: Unit) -> Unit | None:
    """The unit that `unit` may go on: the one before; after a page break the one before the repeated title."""
    for before in reversed(found[-3:]):
        if before.kind is BlockKind.HEADING and before.page == unit.page and _CONTINUED.search(before.text):
            continue
        return before
    return None


def _runs_on(before: Unit, unit: Unit, file_format: str) -> bool:
    """The first line of a bold sentence in a paragraph, which the reader took for a heading."""
    return (
        file_format == "pdf"
        and before.kind is BlockKind.HEADING
        and unit.kind is BlockKind.PARAGRAPH
        and unit.mark_kind is None
        and unit.page == before.page
        and len(before.text) >= _FULL_LINE
        and not before.text.isupper()
        and (bool(_RUNS_ON.search(before.text)) or unit.text[:1].islower())
        and is_action(before.text)
    )


def _goes_on(before: Unit, unit: Unit, file_format: str, *, landscape: bool) -> bool:
    if unit.mark_kind is not None and not (unit.text[:1].islower() and unit.mark_kind == "bullet"):
        return False
    if BlockKind.CELL in (before.kind, unit.kind) or BlockKind.HEADING in (before.kind, unit.kind):
        return False
    if (before.kind is BlockKind.NOTE) != (unit.kind is BlockKind.NOTE) or before.text.endswith(TERMINAL):
        return False
    if unit.mark_kind == "bullet":
        # A bulleted list in lower case is usual; only what begins with a conjunction on the next slide is a rest.
        goes_on = re.match(r"(?:dan|serta|atau|yang|untuk|agar|dengan)\b", unit.text) or _UNFINISHED.search(before.text)
        return unit.page != before.page and bool(goes_on)
    if file_format in _SLIDES and unit.page == before.page:
        return False
    if file_format == "txt" and unit.owner is not before.owner and _TIME_LINE.match(unit.text):
        return False
    if TYPED_SLIDE.match(unit.text) or TYPED_SLIDE.match(before.text):
        return False
    if unit.page != before.page and file_format in _SLIDES and _BROKEN_OFF.search(before.text):
        return True  # an item that the next slide finishes: the title between them is the same one again
    if unit.text[:1].islower():
        return not _LOWER_LABEL.match(unit.text)
    if before.mark_kind is not None and unit.text[:1].isdigit() and unit.page == before.page:
        return unit.text.endswith((".", ";")) and (
            file_format in {"pdf", "image"} or bool(_UNFINISHED.search(before.text))
        )
    if unit.page == before.page or file_format != "pdf" or landscape:
        return False
    return len(before.text) > 60 and before.text[-1].isalnum() and (unit.text.endswith(TERMINAL) or len(unit.text) > 80)


def _joined(source: Source, unit: Unit) -> list[tuple[int, int]]:
    """The pieces of a unit, those joined between which nothing stands: blocks of one page that a line's end parted."""
    joined: list[tuple[int, int]] = []
    for first, last in unit.pieces:
        before = joined[-1] if joined else None
        if (
            before is not None
            and not source.text[before[1] : first].strip()
            and source.page_at(before[0]) is source.page_at(first)
        ):
            joined[-1] = (before[0], last)
        else:
            joined.append((first, last))
    return joined


def _ends_in_matters(text: str, match: re.Match[str]) -> bool:
    """`… tiga hal. Dinas …`: `hal.` is short for a page only before a number."""
    return text[: match.start()].endswith("hal.") and not text[match.end() : match.end() + 1].isdigit()


def sentences_of(source: Source, unit: Unit) -> Iterator[tuple[int, int]]:
    """The sentences of a unit as offsets in the whole text."""
    for first, last in _joined(source, unit):
        text = source.text[first:last]
        start = 0
        for match in SENTENCE_END.finditer(text):
            if not match.group().strip() and text[match.end() : match.end() + 1].islower():
                continue  # a blank line in the middle of a sentence: a column's or a picture's
            if _ABBREVIATION.search(text[start : match.start()]) and not _ends_in_matters(text, match):
                continue
            yield (
                first + start,
                first + match.start() + len(match.group().rstrip())
                if match.group()[:1] in "”\"’'"
                else first + match.start(),
            )
            start = match.end()
        if text[start:].strip():
            yield first + start, last
