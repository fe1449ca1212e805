"""One extraction against one labelled document: what is right, false and missing, field by field.

Matching follows the extraction contract's yardstick: names by folded equality or a listed alias, recommendations by word F1 of at
least 0.75, titles 0.8, NIP and numbers exactly. What a gold entry lists as also acceptable counts neither way; what it lists as
`must_not` counts as invented when it is found.
"""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

Item = dict[str, Any]
CITED = ("parties", "dates", "placements", "recommendations", "visits", "indicators")
_SAME_TEXT = 0.75
_SAME_NAME = 0.8


def fold(text: object) -> str:
    """Case, punctuation and white space folded."""
    plain = unicodedata.normalize("NFKC", str(text or "")).casefold().replace("&", " dan ")
    return " ".join(re.sub(r"[\W_]+", " ", plain).split())


def word_f1(one: object, other: object) -> float:
    """How many words two texts share: the harmonic mean of both shares, 0–1."""
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
    judged: list[tuple[float, bool]] = field(
        default_factory=list
    )  # confidence of what was given, and whether it was right
    remarks: list[str] = field(default_factory=list)


Tallies = dict[str, Tally]


def score(entry: Item, found: Item, pages: Mapping[int, str] | None = None) -> Tallies:
    """Tallies by field for one document. With `pages` (number → text) every piece of evidence is checked too."""
    return _Sheet(entry, found).scored(pages)


class _Sheet:
    def __init__(self, entry: Item, found: Item) -> None:
        self.gold: Item = entry["gold"]
        self.also: Item = entry.get("also_ok") or {}
        self.accept: Item = entry.get("accept") or {}
        self.must_not: Item = entry.get("must_not") or {}
        self.found = found
        self.tallies: Tallies = {}

    def scored(self, pages: Mapping[int, str] | None) -> Tallies:
        gold = self.gold
        self.one("kind", gold["kind"], self.found["kind"])
        if gold.get("title") is not None:
            self.title()
        for name, check in (
            ("place", self.place),
            ("numbers", self.numbers),
            ("parties", self.parties),
            ("dates", self.dates),
            ("term", self.term),
            ("participants", self.participants),
            ("placements", self.placements),
            ("recommendations", self.recommendations),
            ("visits", self.visits),
            ("indicators", self.indicators),
        ):
            if name in gold and "*" not in self.neutral(name):
                check()
        self.invented()
        if pages is not None:
            self.evidence(pages)
        return self.tallies

    # ---- counting ---------------------------------------------------------------------------------------------------

    def neutral(self, name: str) -> list[Any]:
        """What may be given for a field without being right or wrong."""
        value = self.also.get(name) or []
        return value if isinstance(value, list) else [value]

    def answers(self, name: str, *wanted: Any) -> list[Any]:
        accepted = self.accept.get(name) or []
        return [*wanted, *self.neutral(name), *(accepted if isinstance(accepted, list) else [accepted])]

    def mark(self, name: str, right: bool, remark: str) -> None:
        tally = self.tallies.setdefault(name, Tally())
        if right:
            tally.right += 1
        else:
            tally.false += 1
            tally.missed += 1
            tally.remarks.append(remark)

    def one(self, name: str, wanted: Any, given: Any, *, as_field: str | None = None) -> None:
        self.mark(as_field or name, given in self.answers(name, wanted), f"{name}: {wanted} but {given}")

    def several(
        self,
        name: str,
        wanted: Iterable[Any],
        given: Iterable[Any],
        same: Callable[[Any, Any], bool],
        neutral: Callable[[Any], bool],
    ) -> list[tuple[Any, Any]]:
        """Pairs of gold and found; the rest is missed or false."""
        tally = self.tallies.setdefault(name, Tally())
        left, pairs, missed = list(given), [], []
        for item in wanted:
            hit = next((candidate for candidate in left if same(item, candidate)), None)
            if hit is None:
                missed.append(item)
            else:
                left.remove(hit)
                pairs.append((item, hit))
        false = [item for item in left if not neutral(item)]
        tally.right, tally.missed, tally.false = len(pairs), len(missed), len(false)
        tally.judged += [(item["confidence"], True) for _, item in pairs if "confidence" in item]
        tally.judged += [(item["confidence"], False) for item in false if "confidence" in item]
        tally.remarks += [f"missed {json.dumps(item, ensure_ascii=False)[:200]}" for item in missed]
        tally.remarks += [f"false {json.dumps(item, ensure_ascii=False)[:200]}" for item in false]
        return pairs

    def named(self, name: object, *aliases: object) -> set[str]:
        """Every accepted form of an institution's name, folded."""
        names = {fold(name), *map(fold, aliases)}
        for party in self.gold.get("parties") or []:
            if fold(name) == fold(party["name"]):
                names |= {fold(alias) for alias in party.get("aliases") or []}
        return names - {""}

    # ---- fields -----------------------------------------------------------------------------------------------------

    def title(self) -> None:
        titles = self.answers("title", self.gold["title"])
        given = self.found["title"]
        self.mark("title", max(word_f1(title, given) for title in titles) >= _SAME_NAME, f"{titles[0]} but {given}")

    def place(self) -> None:
        given = self.found["place"]
        towns = [_town(place) for place in self.answers("place", self.gold["place"])]
        self.mark("place", _town(given) in towns, f"{self.gold['place']} but {given}")

    def numbers(self) -> None:
        neutral = {_number(other) for other in self.neutral("numbers")}
        wanted, given = map(_number, self.gold["numbers"]), map(_number, self.found["numbers"])
        self.several("numbers", wanted, given, str.__eq__, neutral.__contains__)

    def parties(self) -> None:
        neutral = {fold(name) for name in self.neutral("parties")}
        pairs = self.several(
            "parties",
            self.gold["parties"],
            self.found["parties"],
            lambda g, p: fold(p["name"]) in self.named(g["name"], *(g.get("aliases") or [])),
            lambda p: fold(p["name"]) in neutral,
        )
        for wanted, given in pairs:
            roles = [wanted.get("role"), *(wanted.get("role_also_ok") or [])]
            self.mark("role", given["role"] in roles, f"{wanted['name']}: {roles[0]} but {given['role']}")
            self._representative(wanted.get("representative") or {}, given["representative"] or {})

    def _representative(self, wanted: Item, given: Item) -> None:
        for key in ("name", "position"):
            if wanted.get(key):
                answers = [wanted[key], *(wanted.get(key + "_aliases") or [])]
                right = max(word_f1(answer, given.get(key)) for answer in answers) >= _SAME_NAME
                self.mark("representative", right, f"{wanted[key]} but {given.get(key)}")

    def dates(self) -> None:
        neutral = self.neutral("dates")
        self.several(
            "dates",
            [fact for fact in self.gold["dates"] if fact["type"] != "event"],
            [fact for fact in self.found["dates"] if fact["type"] != "event"],
            lambda g, p: (
                p["date"] in [g["date"], *(g.get("date_also_ok") or [])]
                and p["type"] in [g["type"], *(g.get("type_also_ok") or [])]
            ),
            lambda p: p["date"] in neutral,
        )

    def term(self) -> None:
        for key in ("start", "end", "duration"):
            if key in self.gold["term"]:
                self.one(f"term.{key}", self.gold["term"][key], self.found["term"][key], as_field="term")

    def participants(self) -> None:
        wanted, given = self.gold["participants"], self.found["participants"]
        if "count" in wanted and "*" not in self.neutral("participants_count"):
            counts = [
                wanted["count"],
                *self.neutral("participants_count"),
                *(self.accept.get("participants.count") or []),
            ]
            self.mark("count", given["count"] in counts, f"{wanted['count']} but {given['count']}")
        if "people" in wanted and "*" not in self.neutral("people"):
            neutral = {fold(name) for name in self.neutral("people")}
            self.several(
                "people",
                wanted["people"],
                given["people"],
                lambda g, p: g["nip"] == p["nip"] if g.get("nip") else word_f1(g["name"], p["name"]) >= _SAME_NAME,
                lambda p: fold(p["name"]) in neutral,
            )
        if wanted.get("groups") and "*" not in self.neutral("groups"):
            self.several(
                "groups",
                wanted["groups"],
                given["groups"],
                lambda g, p: g["count"] == p["count"] and word_f1(g["label"], p["label"]) >= 0.5,
                lambda p: False,
            )

    def placements(self) -> None:
        neutral = {fold(name) for name in self.neutral("placements")}
        self.several(
            "placements",
            self.gold["placements"],
            self.found["placements"],
            lambda g, p: fold(p["unit"]) in self.named(g["unit"], *(g.get("aliases") or [])),
            lambda p: fold(p["unit"]) in neutral,
        )

    def recommendations(self) -> None:
        unsure = [text for text in self.neutral("recommendations") if isinstance(text, str)]
        pairs = self.several(
            "recommendations",
            self.gold["recommendations"],
            self.found["recommendations"],
            lambda g, p: (
                max(word_f1(text, p["text"]) for text in [g["text"], *(g.get("text_also_ok") or [])]) >= _SAME_TEXT
            ),
            lambda p: any(word_f1(text, p["text"]) >= 0.6 for text in unsure),
        )
        for wanted, given in pairs:
            where = wanted["text"][:60]
            if "addressee" in wanted:
                names: set[str] = set()
                for name in [wanted["addressee"], *(wanted.get("addressee_aliases") or [])]:
                    names |= {""} if name is None else self.named(name)
                remark = f"{wanted['addressee']} but {given['addressee']}: {where}"
                self.mark("addressee", fold(given["addressee"]) in names, remark)
            for key in ("topic", "due"):
                if key in wanted:
                    answers = [wanted[key], *(wanted.get(f"{key}_also_ok") or [])]
                    self.mark(key, given[key] in answers, f"{wanted[key]} but {given[key]}: {where}")

    def visits(self) -> None:
        self.several(
            "visits",
            self.gold["visits"],
            self.found["visits"],
            lambda g, p: (
                fold(p["visitor"]) in self.named(g["visitor"], *(g.get("visitor_aliases") or []))
                and fold(p["host"]) in self.named(g["host"], *(g.get("host_aliases") or []))
            ),
            lambda p: bool(self.neutral("visits")),
        )

    def indicators(self) -> None:
        self.several(
            "indicators",
            self.gold["indicators"],
            self.found["indicators"],
            lambda g, p: (
                bool(set(fold(p["name"]).split()) & set(fold(g["name"]).split()))
                and fold(p["owner"]) in self.named(g["owner"], *(g.get("owner_aliases") or []))
                and _value(p["value"]) in {_value(value) for value in [g["value"], *(g.get("value_also_ok") or [])]}
            ),
            lambda p: bool(self.neutral("indicators")),
        )

    # ---- what must hold whatever the document -----------------------------------------------------------------------

    def invented(self) -> None:
        """Decoys that were taken for values. Right: those that were left alone."""
        found = self.found
        own = [item["text"] for item in self.gold.get("recommendations") or []]
        texts = [item["text"] for item in found["recommendations"]]
        others = [text for text in texts if not any(word_f1(answer, text) >= _SAME_TEXT for answer in own)]
        people = {person["nip"] for person in found["participants"]["people"]}
        signers = [(party["representative"] or {}).get("name") for party in found["parties"]]
        given: dict[str, Callable[[str], bool]] = {
            "recommendations": lambda text: any(word_f1(text, other) >= _SAME_TEXT for other in others),
            "dates": {fact["date"] for fact in found["dates"]}.__contains__,
            "parties": lambda name: fold(name) in {fold(party["name"]) for party in found["parties"]},
            "numbers": lambda number: _number(number) in set(map(_number, found["numbers"])),
            "people": lambda nip: re.sub(r"\D", "", nip) in people,
            "representatives": lambda name: any(word_f1(name, signer) >= _SAME_NAME for signer in signers),
        }
        for kind, is_given in given.items():
            for decoy in self.must_not.get(kind) or []:
                self.mark("left_alone", not is_given(decoy), f"invented {kind}: {str(decoy)[:160]}")

    def evidence(self, pages: Mapping[int, str]) -> None:
        """Every quote is the slice that it names and holds the value's words."""
        for name in CITED:
            for item in self.found[name]:
                cited = item["evidence"]
                quote = cited["quote"]
                right = bool(quote) and pages.get(cited["page"], "")[cited["start"] : cited["end"]] == quote
                words = item.get("as_written") or item.get("text") or quote
                right = right and (name not in ("parties", "recommendations") or _holds(quote, words))
                self.mark("evidence", right, f"{name}: {str(words)[:80]} cites {quote[:80]!r}")


def _holds(quote: str, words: str) -> bool:
    """Whether most of the words stand in the quote; a value put together over a page break quotes its longer part."""
    wanted, there = Counter(fold(words).split()), Counter(fold(quote).split())
    return sum((wanted & there).values()) >= 0.5 * sum(wanted.values())


def _town(place: object) -> str:
    return re.sub(r"^(kota|kabupaten|kab|provinsi) ", "", fold(place))


def _number(text: str) -> str:
    return re.sub(r"\s+", "", text).upper().strip(".,;:")


def _value(text: object) -> str:
    return re.sub(r"\s+", "", str(text).replace(",", ".").casefold())
