"""`python -m nlp.corpus.evaluate`: extraction against gold, part by part, per field and per kind, with a bootstrap interval."""

import argparse
import json
import random
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nlp.corpus.noise import noisy
from nlp.corpus.renderings import rendered
from nlp.corpus.yardstick import Item, Tally, score
from nlp.errors import ReadError
from nlp.extract import extract
from nlp.pages import Pages
from nlp.readers import read

CORPUS = Path(__file__).parent
BANDS = ((0, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01))  # of confidence


@dataclass
class Figures:
    """Tallies of every document, by field, and by kind and field."""

    by_field: dict[str, list[Tally]] = field(default_factory=dict)
    by_kind: dict[str, dict[str, list[Tally]]] = field(default_factory=dict)
    documents: int = 0
    failed: int = 0

    def add(self, kind: str, tallies: dict[str, Tally]) -> None:
        self.documents += 1
        for name, tally in tallies.items():
            self.by_field.setdefault(name, []).append(tally)
            self.by_kind.setdefault(kind, {}).setdefault(name, []).append(tally)


def parts() -> list[str]:
    """The parts of the corpus: folders whose documents are labelled."""
    return sorted(folder.name for folder in CORPUS.iterdir() if any(folder.glob("*/gold.json")))


def entries(chosen: Iterable[str]) -> Iterator[tuple[Path, Item]]:
    """Every labelled document of the parts: its path and its gold entry."""
    for gold_file in sorted(path for part in chosen for path in (CORPUS / part).glob("*/gold.json")):
        for entry in json.loads(gold_file.read_text("utf-8")):
            yield gold_file.parent / entry["file"], entry


def f1(tallies: Iterable[Tally]) -> tuple[float, float, float, int]:
    """Precision, recall, F1 and the number of cases."""
    right = false = missed = 0
    for tally in tallies:
        right, false, missed = right + tally.right, false + tally.false, missed + tally.missed
    precision = right / (right + false) if right + false else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    harmonic = 2 * right / (2 * right + false + missed) if right + false + missed else 1.0
    return precision, recall, harmonic, right + missed


def interval(tallies: list[Tally], rounds: int = 400) -> tuple[float, float]:
    """The middle 95 % of F1 over documents drawn with replacement (Efron's percentile bootstrap), with a fixed seed."""
    draw = random.Random(20240226)  # noqa: S311
    scores = sorted(f1(draw.choices(tallies, k=len(tallies)))[2] for _ in range(rounds))
    return scores[int(rounds * 0.025)], scores[int(rounds * 0.975) - 1]


def evaluate(
    chosen: Iterable[str], *, with_noise: bool = False, misses: bool = False, form: str | None = None, every: int = 1
) -> Figures:
    """Read, extract and score the documents of the parts; `misses` prints what went wrong.

    `form`: read Word and PowerPoint files, of `every` so many one, in their rendering as `pdf` or `scan`, and no others.
    """
    figures = Figures()
    labelled = dict(entries(chosen))
    if form is None:
        files: Iterable[tuple[Path, Path]] = ((path, path) for path in labelled)
    else:
        files = rendered(list(labelled), form, every=every)
    for path, file in files:
        entry = labelled[path]
        try:
            pages = read(file)
        except ReadError as error:
            figures.failed += 1
            print(f"{entry['file']}: {error}", file=sys.stderr)
            continue
        if with_noise:
            pages = noisy(pages)
        tallies = score(entry, extract(pages).to_json(), _texts(pages))
        figures.add(entry["gold"]["kind"], tallies)
        for name, tally in tallies.items():
            for remark in tally.remarks if misses else ():
                print(f"{entry['file']}\t{name}\t{remark}")
    return figures


def _texts(pages: Pages) -> dict[int, str]:
    return {page.number: page.text for page in pages.pages}


def report(figures: Figures) -> dict[str, Any]:
    """Prints the tables and returns them."""
    table: dict[str, Any] = {"documents": figures.documents, "failed": figures.failed, "fields": {}, "kinds": {}}
    print(f"{'field':18}{'precision':>10}{'recall':>8}{'F1':>8}{'cases':>7}   95 %")
    for name, tallies in figures.by_field.items():
        precision, recall, harmonic, cases = f1(tallies)
        low, high = interval(tallies)
        print(f"{name:18}{precision:10.3f}{recall:8.3f}{harmonic:8.3f}{cases:7d}   {low:.3f}-{high:.3f}")
        row = {"precision": precision, "recall": recall, "f1": harmonic, "cases": cases, "low": low, "high": high}
        table["fields"][name] = {key: round(value, 4) for key, value in row.items()}
    kinds = list(figures.by_kind)
    print(f"\n{'F1 by kind':18}" + "".join(f"{kind:>14}" for kind in kinds))
    for name in figures.by_field:
        cells = []
        for kind in kinds:
            _, _, harmonic, cases = f1(figures.by_kind[kind].get(name, []))
            cells.append(f"{harmonic:8.3f} ({cases:3d})" if cases else "-")
            table["kinds"].setdefault(kind, {})[name] = {"f1": round(harmonic, 4), "cases": cases}
        print(f"{name:18}" + "".join(f"{cell:>14}" for cell in cells))
    return table


def reliability(figures: Figures) -> dict[str, list[dict[str, float]]]:
    """Prints, by field, how many of the values given with about a confidence were right."""
    table: dict[str, list[dict[str, float]]] = {}
    print(f"\n{'confidence':18}{'given':>10}{'right':>8}{'values':>8}")
    for name, tallies in figures.by_field.items():
        judged = [pair for tally in tallies for pair in tally.judged]
        for low, high in BANDS if judged else ():
            inside = [(given, right) for given, right in judged if low <= given < high]
            if inside:
                given = sum(given for given, _ in inside) / len(inside)
                right = sum(right for _, right in inside) / len(inside)
                print(f"{name:18}{given:10.3f}{right:8.3f}{len(inside):8d}")
                row = {"given": round(given, 4), "right": round(right, 4), "values": len(inside)}
                table.setdefault(name, []).append(row)
    return table


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--part", action="append", choices=parts(), help="of the corpus (default: all there are)")
    parser.add_argument("--json", type=Path, help="write the figures here")
    parser.add_argument("--misses", action="store_true", help="list every miss and false alarm")
    parser.add_argument(
        "--noise", action="store_true", help="damage the texts as scanning does before they are understood"
    )
    parser.add_argument("--form", choices=("pdf", "scan"), help="read Word and PowerPoint files in this rendering")
    parser.add_argument("--every", type=int, default=1, help="with --form: only one of so many documents")
    chosen = parser.parse_args()
    tables: dict[str, Any] = {}
    for part in chosen.part or parts():
        figures = evaluate([part], with_noise=chosen.noise, misses=chosen.misses, form=chosen.form, every=chosen.every)
        print(f"\n{part}: {figures.documents} documents, {figures.failed} unreadable")
        tables[part] = report(figures) | {"reliability": reliability(figures)}
    if chosen.json:
        chosen.json.write_text(json.dumps(tables, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
