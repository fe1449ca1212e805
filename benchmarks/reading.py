"""Quality and speed of the readers on documents of known text: `python -m benchmarks.reading [--quick]`.

Quality per kind: word recall and precision (bags of words), order (longest common subsequence over length), table cells right.
Speed as ratios to what others take for the same files in the same run, interleaved. The last line is one line of JSON.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pdfplumber
from lxml import etree

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # it is run as a file, too

from benchmarks.reading_corpus import (  # noqa: E402
    EFFECTS,
    LAYOUTS,
    Scan,
    Table,
    Truth,
    as_pdf,
    deck,
    fonts,
    many_pages,
    one_column,
    scan,
    two_columns,
    word,
)
from nlp.pages import BlockKind, Page, Pages  # noqa: E402
from nlp.readers import ocr_engine, read  # noqa: E402
from service.isolation import IsolatedReader  # noqa: E402


@dataclass(frozen=True, slots=True)
class Score:
    """Shares from 0 to 1; `cells` is None where there are no tables."""

    recall: float
    precision: float
    order: float
    cells: float | None = None


# ------------------------------------------------------------------------------------------------------------- quality


def common_subsequence(one: Sequence[str], other: Sequence[str]) -> int:
    """Length of the longest common subsequence (Hunt and Szymanski: by the places of equal words)."""
    places: dict[str, list[int]] = {}
    for index, item in enumerate(other):
        places.setdefault(item, []).append(index)
    ends: list[int] = []
    for item in one:
        for index in reversed(places.get(item, ())):
            at = bisect_left(ends, index)
            ends[at : at + 1] = [index]
    return len(ends)


def score(truth: Truth, pages: Pages) -> Score:
    wanted_all: Counter[str] = Counter()
    found_all: Counter[str] = Counter()
    right_order = 0
    texts = [page.text.split() for page in pages.pages]
    if len(truth.pages) == 1:
        texts = [[word for text in texts for word in text]]
    for number, wanted in enumerate(truth.pages):
        found = texts[number] if number < len(texts) else []
        wanted_all.update(wanted)
        found_all.update(found)
        right_order += common_subsequence(wanted, found)
    both = (wanted_all & found_all).total()
    return Score(
        both / wanted_all.total(),
        both / max(1, found_all.total()),
        right_order / wanted_all.total(),
        cells_right(truth.tables, pages.pages) if truth.tables else None,
    )


def cells_right(tables: Sequence[Table], pages: Sequence[Page]) -> float:
    """The share of cells found in their table, row and column with just their text."""
    found: dict[int, dict[tuple[int, int], str]] = {}
    for page in pages:
        for block in page.blocks:
            if (
                block.kind is BlockKind.CELL
                and block.table is not None
                and block.row is not None
                and block.column is not None
            ):
                text = " ".join(page.text[block.start : block.end].split())
                found.setdefault(block.table, {})[block.row, block.column] = text
    flowing = [cells for _, cells in sorted(found.items())]
    right = total = 0
    for number, table in enumerate(tables):
        cells = flowing[number] if number < len(flowing) else {}
        total += len(table.cells)
        right += sum(cells.get(place) == text for place, text in table.cells.items())
    return right / total


def text_quality(folder: Path, pages: int) -> dict[str, Score]:
    """Per kind of document with text."""
    found: dict[str, Score] = {}
    for number, (name, make) in enumerate(LAYOUTS.items()):
        truth = make(folder / f"layout-{number}.pdf", pages, number)
        found[name] = score(truth, read(truth.path))
    found["docx"] = score(truth := word(folder / "laporan.docx", pages, 11), read(truth.path))
    found["pptx"] = score(truth := deck(folder / "paparan.pptx", 3 * pages, 12), read(truth.path))
    return found


def scans(folder: Path, *, quick: bool) -> list[Scan]:
    plain = one_column(folder / "asal-1.pdf", 2, 21)
    columns = two_columns(folder / "asal-2.pdf", 2, 22)
    if quick:
        return [scan(plain, 0, 200, "noisy"), scan(plain, 1, 150, "skewed"), scan(plain, 1, 200, "stamped")]
    return [
        scan(truth, page, dpi, effect)
        for dpi in (150, 200, 300)
        for effect in EFFECTS
        for truth, page in ((plain, 0), (columns, 0))
    ]


def scan_quality(folder: Path, items: Sequence[Scan]) -> dict[str, Score]:
    """Per resolution and kind of damage."""
    path = folder / "pindaian.pdf"
    as_pdf(items, path)
    pages = read(path).pages
    parts: dict[str, tuple[list[list[str]], list[Page]]] = {}
    for item, page in zip(items, pages, strict=True):
        wanted, found = parts.setdefault(item.name, ([], []))
        wanted.append(item.words)
        found.append(page)
    return {
        name: score(Truth(path, wanted), Pages(path.name, "", "pdf", tuple(found)))
        for name, (wanted, found) in parts.items()
    }


# --------------------------------------------------------------------------------------------------------------- speed


def ratio(ours: Callable[[], object], theirs: Callable[[], object], rounds: int) -> float:
    """Median of ours over theirs, each round one after the other."""
    ours(), theirs()  # what is loaded at the first call
    found = []
    for _ in range(rounds):
        first, second = seconds(ours), seconds(theirs)
        found.append(first / second)
    return statistics.median(found)


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def pdf_ratios(folder: Path, rounds: int) -> dict[str, float]:
    paths = [make(folder / f"laju-{number}.pdf", 8, 30 + number).path for number, make in enumerate(LAYOUTS.values())]

    def ours() -> None:
        for path in paths:
            read(path)

    def poppler() -> None:
        for path in paths:
            subprocess.run(["pdftotext", "-bbox", path, "/dev/null"], check=True)

    def plumber() -> None:
        for path in paths[:2]:
            with pdfplumber.open(path) as document:
                for page in document.pages:
                    page.extract_words()
                    page.close()

    def ours_of_two() -> None:
        for path in paths[:2]:
            read(path)

    return {
        "read_over_pdftotext": ratio(ours, poppler, rounds),
        "read_over_pdfplumber": ratio(ours_of_two, plumber, max(1, rounds // 3)),
    }


def office_ratios(folder: Path, rounds: int) -> dict[str, float]:
    document, show = word(folder / "laju.docx", 24, 41).path, deck(folder / "laju.pptx", 30, 42).path
    return {
        "docx_over_lxml": ratio(lambda: read(document), lambda: walk(document, "word/document.xml"), 3 * rounds),
        "pptx_over_lxml": ratio(
            lambda: read(show), lambda: walk(show, "ppt/slides/slide", "ppt/notesSlides/"), 3 * rounds
        ),
    }


def walk(path: Path, *names: str) -> None:
    """All text of the parts whose names begin so, by lxml's iterparse and nothing else."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith(names) and name.endswith(".xml"):
                with archive.open(name) as part:
                    for _, element in etree.iterparse(part):
                        _ = element.text


def ocr_ratios(folder: Path, rounds: int) -> dict[str, float]:
    """Ours on one core over the bare program with one thread, and ours on one core over ours on two."""
    items = [scan(one_column(folder / "ocr.pdf", 2, 51), page, 200, "clean") for page in range(2)]
    path = folder / "ocr-pindaian.pdf"
    as_pdf(items, path)
    pictures = []
    for number, item in enumerate(items):
        pictures.append(folder / f"ocr-{number}.png")
        item.picture.save(pictures[-1])
    cores = sorted(os.sched_getaffinity(0))
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}

    def bare() -> None:
        for picture in pictures:
            subprocess.run(["tesseract", picture, "stdout", "-l", ocr_engine.languages(), "--dpi", "200", "tsv"], env=environment,
                           capture_output=True, check=True)  # fmt: skip

    def on(count: int) -> float:
        os.sched_setaffinity(0, cores[:count])
        try:
            return seconds(lambda: read(path))
        finally:
            os.sched_setaffinity(0, cores)

    over, two = [], []
    for _ in range(rounds):
        one_core = on(1)
        os.sched_setaffinity(0, cores[:1])
        over.append(one_core / seconds(bare))
        os.sched_setaffinity(0, cores)
        two.append(one_core / on(2))
    return {"ocr_over_tesseract": statistics.median(over), "ocr_two_cores": statistics.median(two)}


def memory_ratio(folder: Path) -> float:
    """Peak memory of a process that reads 1,000 pages over that of one that reads 10."""
    peaks = []
    for pages in (10, 1_000):
        path = folder / f"memori-{pages}.pdf"
        many_pages(path, pages, 61)
        code = (
            f"from nlp.readers import read; from pathlib import Path; pages = read({str(path)!r}); "
            "print(Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0])"
        )
        done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
        peaks.append(int(done.stdout))
    print(f"peak memory: {peaks[0] / 1024:.0f} MB for 10 pages, {peaks[1] / 1024:.0f} MB for 1,000")
    return peaks[1] / peaks[0]


def isolation_ms(folder: Path, rounds: int) -> float:
    """What a process of its own costs a document: the median beyond reading in this process."""
    path = one_column(folder / "asing.pdf", 1, 71).path
    reader = IsolatedReader(60, 1_536, understand=False, places=False)
    try:
        reader.start()
        reader.read(path, path.name)
        read(path)
        costs = [seconds(lambda: reader.read(path, path.name)) - seconds(lambda: read(path)) for _ in range(rounds)]
    finally:
        reader.close()
    return 1_000 * statistics.median(costs)


# ---------------------------------------------------------------------------------------------------------------- main


def main(*, quick: bool) -> None:
    fonts()
    with tempfile.TemporaryDirectory(prefix="tilik-benchmark-") as name:
        folder = Path(name)
        texts = text_quality(folder, 4 if quick else 20)
        _table(texts)
        found = {
            "word_recall": min(item.recall for item in texts.values()),
            "word_order": min(item.order for item in texts.values()),
            "cells": min(item.cells for item in texts.values() if item.cells is not None),
        }
        found |= pdf_ratios(folder, 5 if quick else 15)
        found |= office_ratios(folder, 5 if quick else 10)
        found["isolation_ms"] = isolation_ms(folder, 30 if quick else 100)
        found["rss_1000_over_10"] = memory_ratio(folder)
        if ocr_engine.missing():
            print("Tesseract is missing: no figures of OCR")
        else:
            pictures = scan_quality(folder, scans(folder, quick=quick))
            _table(pictures)
            found["ocr_recall"] = pictures["scan 200 dpi noisy"].recall
            found |= ocr_ratios(folder, 1 if quick else 3)
    load = os.getloadavg()[0]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"load {load:.1f}, this process {peak} MB")
    keys = ("word_recall", "word_order", "cells", "ocr_recall", "read_over_pdftotext", "read_over_pdfplumber", "ocr_over_tesseract",
            "ocr_two_cores", "docx_over_lxml", "pptx_over_lxml", "rss_1000_over_10", "isolation_ms")  # fmt: skip
    print(json.dumps({key: round(found[key], 4) if key in found else None for key in keys}))


def _table(scores: dict[str, Score]) -> None:
    print(f"{'kind':24} {'recall':>8} {'precision':>9} {'order':>8} {'cells':>8}")
    for name, item in scores.items():
        cells = "" if item.cells is None else f"{item.cells:.4f}"
        print(f"{name:24} {item.recall:8.4f} {item.precision:9.4f} {item.order:8.4f} {cells:>8}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="smaller corpus, done in less than a minute")
    main(quick=parser.parse_args().quick)
