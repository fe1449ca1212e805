"""`python -m nlp.corpus.evaluate`: extraction against gold, per field and per kind, with a bootstrap interval.

Matching follows the extraction contract's yardstick: names by folded equality or a listed alias, recommendations by word F1 of at
least 0.75, titles 0.8, NIP and numbers exactly. Values that a gold entry lists as also acceptable count neither way.
"""

import argparse
import json
import random
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nlp.errors import ReadError
from nlp.extract import extract
from nlp.readers import read

CORPUS = Path(__file__).parent
Item = dict[str, Any]


def fold(text: object) -> str:
    """Case, punctuation and white space folded."""
    plain = unicodedata.normalize("NFKC", str(text or "")).casefold().replace("&", " dan ")
    return " ".join(re.sub(r"[\W_]+", " ", plain).split())


def word_f1(one: object, other: object) -> float:
    first, second = fold(one).split(), fold(other).split()
    if not first or not second:
        return 0.0
    return 2 * sum((Counter(first) & Counter(second)).values()) / (len(first) + len(second))


@dataclass
class Tally:
    """Counts of one field of one document."""

    right: int = 0
    false: int = 0
    missed: int = 0
    remarks: list[str] = field(default_factory=list)


Tallies = dict[str, Tally]


def _match(
    gold: list[Any], found: list[Any], same: Callable[[Any, Any], bool]
) -> tuple[list[tuple[Any, Any]], list[Any], list[Any]]:
    left, pairs, missed = list(found), [], []
    for wanted in gold:
        hit = next((candidate for candidate in left if same(wanted, candidate)), None)
        if hit is None:
            missed.append(wanted)
        else:
            left.remove(hit)
            pairs.append((wanted, hit))
    return pairs, missed, left


def _names(gold: Item, name: object, *more: object) -> set[str]:
    names = {fold(name)}
    for extra in more:
        names |= {fold(item) for item in (extra if isinstance(extra, list) else [extra])}
    for party in gold.get("parties") or []:
        aliases = {fold(party["name"]), *(fold(alias) for alias in party.get("aliases") or [])}
        if fold(name) == fold(party["name"]):
            names |= aliases
    return names - {""}


def _town(place: object) -> str:
    return re.sub(r"^(kota|kabupaten|kab|provinsi) ", "", fold(place))


def _number(text: str) -> str:
    return re.sub(r"\s+", "", text).upper().strip(".,;:")


def _value(text: object) -> str:
    return re.sub(r"\s+", "", str(text).replace(",", ".").casefold())


def score(entry: Item, found: Item) -> Tallies:
    """Tallies by field for one document."""
    gold, also, accept = entry["gold"], entry.get("also_ok") or {}, entry.get("accept") or {}
    sheet: Tallies = {}

    def plain(name: str, right: bool, remark: str) -> None:
        tally = sheet.setdefault(name, Tally())
        if right:
            tally.right += 1
        else:
            tally.false += 1
            tally.missed += 1
            tally.remarks.append(remark)

    def listed(
        name: str,
        wanted: Iterable[Any],
        got: Iterable[Any],
        same: Callable[[Any, Any], bool],
        neutral: Callable[[Any], bool],
    ) -> list[tuple[Any, Any]]:
        tally = sheet.setdefault(name, Tally())
        pairs, missed, false = _match(list(wanted), list(got), same)
        false = [] if "*" in (also.get(name) or []) else [item for item in false if not neutral(item)]
        tally.right, tally.missed, tally.false = len(pairs), len(missed), len(false)
        tally.remarks += [f"missed {json.dumps(item, ensure_ascii=False)[:160]}" for item in missed]
        tally.remarks += [f"false {json.dumps(item, ensure_ascii=False)[:160]}" for item in false]
        return pairs

    def among(name: str) -> set[str]:
        return {fold(item) for item in also.get(name) or [] if isinstance(item, str)}

    kinds = [gold["kind"], *(also.get("kind") or []), *(accept.get("kind") or [])]
    plain("kind", found["kind"] in kinds, f"{gold['kind']} but {found['kind']}")
    if gold.get("title") is not None:
        titles = [gold["title"], *(also.get("title") or []), *(accept.get("title") or [])]
        plain(
            "title",
            max(word_f1(title, found["title"]) for title in titles) >= 0.8,
            f"{gold['title']} but {found['title']}",
        )
    if "place" in gold and "*" not in (also.get("place") or []):
        places = [gold["place"], *(also.get("place") or []), *(accept.get("place") or [])]
        plain("place", _town(found["place"]) in map(_town, places), f"{gold['place']} but {found['place']}")
    if "numbers" in gold:
        listed(
            "numbers",
            map(_number, gold["numbers"]),
            map(_number, found["numbers"]),
            str.__eq__,
            lambda item: item in {_number(other) for other in also.get("numbers") or []},
        )
    if "parties" in gold:
        pairs = listed(
            "parties",
            gold["parties"],
            found["parties"],
            lambda g, p: fold(p["name"]) in _names(gold, g["name"], g.get("aliases") or []),
            lambda p: fold(p["name"]) in among("parties"),
        )
        for wanted, got in pairs:
            plain(
                "role",
                got["role"] in [wanted.get("role"), *(wanted.get("role_also_ok") or [])],
                f"{wanted['name']}: {wanted.get('role')} but {got['role']}",
            )
            person = wanted.get("representative") or {}
            for key in ("name", "position"):
                if person.get(key):
                    answers = [person[key], *(person.get(key + "_aliases") or [])]
                    given = (got["representative"] or {}).get(key)
                    plain(
                        "representative", max(word_f1(a, given) for a in answers) >= 0.8, f"{person[key]} but {given}"
                    )
    if "dates" in gold:
        listed(
            "dates",
            [fact for fact in gold["dates"] if fact["type"] != "event"],
            [fact for fact in found["dates"] if fact["type"] != "event"],
            lambda g, p: (
                p["date"] in [g["date"], *(g.get("date_also_ok") or [])]
                and p["type"] in [g["type"], *(g.get("type_also_ok") or [])]
            ),
            lambda p: p["date"] in (also.get("dates") or []),
        )
    for key in ("start", "end", "duration"):
        if key in (gold.get("term") or {}):
            wanted = [gold["term"][key], *(accept.get("term." + key) or [])]
            plain("term", found["term"][key] in wanted, f"{key}: {gold['term'][key]} but {found['term'][key]}")
    people = gold.get("participants") or {}
    if "count" in people:
        counts = [people["count"], *(also.get("participants_count") or [])]
        if "*" not in counts:
            plain(
                "count",
                found["participants"]["count"] in counts,
                f"{people['count']} but {found['participants']['count']}",
            )
    if "people" in people:
        listed(
            "people",
            people["people"],
            found["participants"]["people"],
            lambda g, p: g["nip"] == p["nip"] if g.get("nip") else word_f1(g["name"], p["name"]) >= 0.8,
            lambda p: fold(p["name"]) in among("people"),
        )
    if "placements" in gold:
        listed(
            "placements",
            gold["placements"],
            found["placements"],
            lambda g, p: fold(p["unit"]) in _names(gold, g["unit"], g.get("aliases") or []),
            lambda p: fold(p["unit"]) in among("placements"),
        )
    if "recommendations" in gold:
        pairs = listed(
            "recommendations",
            gold["recommendations"],
            found["recommendations"],
            lambda g, p: max(word_f1(t, p["text"]) for t in [g["text"], *(g.get("text_also_ok") or [])]) >= 0.75,
            lambda p: any(
                word_f1(t, p["text"]) >= 0.6 for t in also.get("recommendations") or [] if isinstance(t, str)
            ),
        )
        for wanted, got in pairs:
            if "addressee" in wanted:
                allowed: set[str] = set()
                for name in [wanted["addressee"], *(wanted.get("addressee_aliases") or [])]:
                    allowed |= {""} if name is None else _names(gold, name)
                plain(
                    "addressee",
                    fold(got["addressee"]) in allowed,
                    f"{wanted['addressee']} but {got['addressee']}: {wanted['text'][:60]}",
                )
            if "topic" in wanted:
                plain(
                    "topic",
                    got["topic"] in [wanted["topic"], *(wanted.get("topic_also_ok") or [])],
                    f"{wanted['topic']} but {got['topic']}: {wanted['text'][:60]}",
                )
            if "due" in wanted:
                plain(
                    "due",
                    got["due"] in [wanted["due"], *(wanted.get("due_also_ok") or [])],
                    f"{wanted['due']} but {got['due']}: {wanted['text'][:60]}",
                )
    if "visits" in gold:
        listed(
            "visits",
            gold["visits"],
            found["visits"],
            lambda g, p: (
                fold(p["visitor"]) in _names(gold, g["visitor"], g.get("visitor_aliases") or [])
                and fold(p["host"]) in _names(gold, g["host"], g.get("host_aliases") or [])
            ),
            lambda p: bool(also.get("visits")),
        )
    if "indicators" in gold:
        listed(
            "indicators",
            gold["indicators"],
            found["indicators"],
            lambda g, p: (
                bool(set(fold(p["name"]).split()) & set(fold(g["name"]).split()))
                and fold(p["owner"]) in _names(gold, g["owner"], g.get("owner_aliases") or [])
                and _value(p["value"]) in {_value(v) for v in [g["value"], *(g.get("value_also_ok") or [])]}
            ),
            lambda p: bool(also.get("indicators")),
        )
    return sheet


def f1(tallies: Iterable[Tally]) -> tuple[float, float, float, int]:
    """Precision, recall, F1 and the number of cases."""
    right = false = missed = 0
    for tally in tallies:
        right, false, missed = right + tally.right, false + tally.false, missed + tally.missed
    precision = right / (right + false) if right + false else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    harmonic = 2 * right / (2 * right + false + missed) if right + false + missed else 1.0
    return precision, recall, harmonic, right + missed


def interval(tallies: list[Tally], rounds: int = 200) -> tuple[float, float]:
    """The middle 95 % of F1 over documents drawn with replacement (Efron's percentile bootstrap), with a fixed seed."""
    draw = random.Random(20240226)  # noqa: S311
    scores = sorted(f1(draw.choices(tallies, k=len(tallies)))[2] for _ in range(rounds))
    return scores[int(rounds * 0.025)], scores[int(rounds * 0.975) - 1]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument(
        "--part", action="append", help="folder of the corpus: dev, train, test (default: all there are)"
    )
    parser.add_argument("--json", type=Path, help="write the figures here")
    parser.add_argument("--misses", action="store_true", help="list every miss and false alarm")
    chosen = parser.parse_args()
    by_field: dict[str, list[Tally]] = {}
    by_kind: dict[str, dict[str, list[Tally]]] = {}
    failed = 0
    parts = chosen.part or sorted(
        folder.name for folder in CORPUS.iterdir() if folder.is_dir() and folder.name[0] != "_"
    )
    for gold_file in sorted(path for part in parts for path in (CORPUS / part).rglob("gold.json")):
        for entry in json.loads(gold_file.read_text("utf-8")):
            try:
                found = extract(read(gold_file.parent / entry["file"])).to_json()
            except ReadError as error:
                failed += 1
                print(f"{entry['file']}: {error}", file=sys.stderr)
                continue
            for name, tally in score(entry, found).items():
                by_field.setdefault(name, []).append(tally)
                by_kind.setdefault(entry["gold"]["kind"], {}).setdefault(name, []).append(tally)
                if chosen.misses:
                    for remark in tally.remarks:
                        print(f"{entry['file']}\t{name}\t{remark}")
    figures: dict[str, Any] = {"failed": failed, "parts": parts, "fields": {}, "kinds": {}}
    print(f"{'field':18}{'precision':>10}{'recall':>8}{'F1':>8}{'cases':>7}   95 %")
    for name, tallies in by_field.items():
        precision, recall, harmonic, cases = f1(tallies)
        low, high = interval(tallies)
        print(f"{name:18}{precision:10.3f}{recall:8.3f}{harmonic:8.3f}{cases:7d}   {low:.3f}-{high:.3f}")
        figures["fields"][name] = {
            "precision": precision,
            "recall": recall,
            "f1": harmonic,
            "cases": cases,
            "low": low,
            "high": high,
        }
    for kind, fields in by_kind.items():
        figures["kinds"][kind] = {name: f1(tallies)[2] for name, tallies in fields.items()}
    if chosen.json:
        chosen.json.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
