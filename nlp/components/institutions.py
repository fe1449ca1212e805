"""Every mention of an institution, written short or long, with its official full name and its region.

Names are looked up word by word (regions, agencies, central bodies, universities); what no table knows is read by pattern:
`Dinas …`, `Badan …`, `Biro … Sekretariat Daerah …` up to the region that ends it. A short form without a region (`BKD`)
takes the region at the end of its list, else of the same agency elsewhere in the text, else of its context, else the one named
last before it.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache, cached_property, lru_cache
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from nlp.components.aliases import with_aliases
from nlp.components.institution_agencies import AgenciesReader, in_order
from nlp.components.institution_english import HEADS as ENGLISH_HEADS
from nlp.components.institution_english import english_agency
from nlp.components.institution_glossary import glossary
from nlp.components.institution_names import (
    AGENCY_HEADS,
    CENTRAL_HEADS,
    COMPANY_HEADS,
    FACULTIES,
    GOVERNMENT_SHORT,
    LEARNING_HEADS,
    OFFICES,
    agency_names,
    bodies,
    cased,
    long_of,
    starts,
)
from nlp.components.institution_scanner import Found
from nlp.components.institution_syllables import may_be_short
from nlp.facts import InstitutionMention
from nlp.words import Region, regions
from nlp.words.places import RegionMention, find_regions, region_at, words_of

_SCOPE: Final = re.compile(r"\b(?:lingkungan|lingkup|milik|jajaran)\s+$", re.IGNORECASE)
_SENTENCE_END: Final = re.compile(r"[.!?](?=\s+[A-Z“\"]|\s*$)|\n\s*\n")
_LISTED: Final = re.compile(r"\s*(?:,|/|;|&|,?\s*\b(?:dan|serta|maupun)\b)\s*")


class _Scanner(AgenciesReader):
    """The whole text, from one institution to the next."""

    @cached_property
    def own_names(self) -> dict[str, str]:
        """The short names that the text explains itself."""
        return glossary(self.text)

    def explained(self, index: int) -> Found | None:
        """A short name by what the text itself says that it stands for."""
        word, stem = self.words[index], self.own_names.get(self.lower(index))
        if stem is None or not word.text[0].isupper():
            return None
        named = self._its_region(index + 1)
        if named is None:
            return Found(word.start, word.end, index + 1, stem, "agency")
        return Found(word.start, named.end, named.after, stem, "agency", named)

    def at(self, index: int) -> Found | None:
        """The longest institution that begins at `words[index]`."""
        lower = self.words[index].lower
        if index and self.lower(index - 1) in {"jl", "jln", "jalan"} and "\n" not in self.gap(index):
            return None  # a street
        candidates: list[Found | None] = [self.explained(index)] if self.own_names else []
        if lower in GOVERNMENT_SHORT or lower == "pemerintah":
            candidates.append(self.government(index))
        if lower == "government":
            candidates.append(self.english_government(index))
        if lower in ENGLISH_HEADS:
            candidates.append(english_agency(self, index))
        if lower in OFFICES or lower in {"wakil", "sekretaris"}:
            candidates.append(self.office(index))
        if lower in bodies().branches:
            candidates.append(self.body(index))
        if lower in agency_names().branches or lower in AGENCY_HEADS or lower == "bag" or may_be_short(lower):
            candidates.append(self.agency(index))
        if lower in CENTRAL_HEADS:
            candidates.append(self.central_office(index))
        if lower == "suku":
            candidates.append(self.city_office(index))
        if lower in LEARNING_HEADS:
            candidates.append(self.learning(index))
        if lower in FACULTIES:
            candidates.append(self.faculty(index))
        if lower in COMPANY_HEADS:
            candidates.append(self.company(index))
        found = [candidate for candidate in candidates if candidate is not None]
        central = next((item for item in found if item.kind == "central" and lower in bodies().branches), None)
        if central is not None:
            # `Kementerian PANRB` and the town of the next line, `Badan Kepegawaian Negara` and where it stands.
            found = [item for item in found if not self._goes_on_with_a_place(central, item)]
        return max(found, key=lambda item: item.end) if found else None

    def _goes_on_with_a_place(self, body: Found, other: Found) -> bool:
        if other.end <= body.end or body.after >= len(self.words):
            return False
        place = region_at(self.text, self.words, body.after)
        return place is not None and not place.explicit and place.end == other.end

    def run(self) -> list[Found]:
        beginnings, own = _beginnings(), self.own_names
        found: list[Found] = []
        after = 0
        # Of a hundred words three begin a name: the others are passed over in one go.
        for index in [
            index
            for index, (_, lower, _, _) in enumerate(self.words)
            if lower in beginnings or lower in own or (lower[:2] == "di" and may_be_short(lower))
        ]:
            mention = self.at(index) if index >= after else None
            if mention is not None and (mention.stem or mention.kind == "government"):
                found.append(mention)
                after = mention.after
        return found


@cache
def _beginnings() -> frozenset[str]:
    return frozenset({*starts(), *ENGLISH_HEADS})


@lru_cache(maxsize=1024)  # a document's few regions are the context of each of its lines
def _region_from_name(name: str | None) -> Region | None:
    if not name:
        return None
    words = words_of(name)
    for index in range(len(words)):
        found = region_at(name, words, index)
        if found is not None:
            return found.candidates[0] if len(found.candidates) == 1 or found.explicit else _plain_choice(found)
    return None


def _plain_choice(found: RegionMention) -> Region | None:
    return next((region for region in found.candidates if region.kind == "provinsi"), None)


@cache
def _regions_by_code() -> dict[str, Region]:
    return {region.code: region for region in regions()}


def find_institutions(text: str, *, context_region: str | None = None) -> list[InstitutionMention]:
    """Every institution that `text` names, in order, without overlaps, by its official full name.

    `context_region` (`Provinsi Jawa Timur`) is the region that a name without one takes; without it the same agency's
    region elsewhere in the text, else the region named last before it, counts, and the mention is not `sure`. Short names that
    an office has added count within `aliases.known`.
    """
    return with_aliases(text, _named(text, _region_from_name(context_region)), _meant)


def _meant(name: str) -> InstitutionMention:
    """What an official name says of its institution; of one that no list has, its name only."""
    found = [mention for mention in _named(name, None) if mention.end - mention.start > 0.8 * len(name)]
    return found[0] if found else InstitutionMention(0, len(name), name, None, "other")


@lru_cache(maxsize=128)  # the same cells, addressees and lines are asked about by several readers
def _named(text: str, context: Region | None) -> tuple[InstitutionMention, ...]:
    scanner = _Scanner(text, context)
    found = scanner.run()
    settled: list[tuple[Found, Region | None, bool]] = []
    by_stem: dict[str, Counter[str]] = {}
    for item in found:
        region, sure = scanner.choose(item.region, item.level) if item.region is not None else (None, False)
        settled.append((item, region, sure))
        if region is not None and sure and item.kind == "agency":
            by_stem.setdefault(_key(item), Counter())[region.code] += 1
    _share_last_region(text, settled)
    _take_letterhead(text, settled)
    mentions: list[InstitutionMention] = []
    in_full = {
        tuple(in_order(item.stem)): item.stem for item in reversed(found) if item.kind == "agency" and not item.short
    }
    last: Region | None = None
    scope: tuple[Region, int] | None = None  # `di lingkungan Pemprov Jatim`, up to the end of the sentence
    for item, region, sure in settled:
        if region is None and item.region is None and item.takes_region:
            same = by_stem.get(_key(item))
            if context is not None and item.known:
                region = context if item.level in {None, context.kind} else None
            elif scope is not None and item.start < scope[1]:
                region, sure = scope[0], True
            elif same is not None and len(same) == 1:
                region, sure = _regions_by_code()[next(iter(same))], True
            elif not item.known:
                region = None
            elif last is not None and item.level in {None, last.kind}:
                region = last
            sure = sure and region is not None
        elif region is not None and item.takes_region:
            last = region
            if item.kind == "government" and _SCOPE.search(text, max(0, item.start - 40), item.start):
                stop = _SENTENCE_END.search(text, item.end)
                scope = region, stop.start() if stop is not None else len(text)
        mention = _mention(text, item, region, in_full, sure=sure)
        if mention is not None:
            mentions.append(mention)
    return tuple(mentions)


def _share_last_region(text: str, settled: list[tuple[Found, Region | None, bool]]) -> None:
    """`Dinas Kesehatan, Dinas Sosial, dan Bappeda Kota Padang`: the region at the end of a list is that of all."""
    for index in range(len(settled) - 2, -1, -1):
        (item, region, _), (following, its_region, sure) = settled[index], settled[index + 1]
        if (
            region is None and item.region is None and its_region is not None and sure
            and item.kind == following.kind == "agency" and item.takes_region and item.level in {None, its_region.kind}
            and item.known and not item.stem.startswith("Rumah Sakit") and _LISTED.fullmatch(text, item.end, following.start)
        ):  # fmt: skip
            settled[index] = (item, its_region, True)


_LETTERHEAD: Final = 600  # characters


def _take_letterhead(text: str, settled: list[tuple[Found, Region | None, bool]]) -> None:
    """The agency on the line below its government's, at the top, is of that government, whatever else the text names."""
    for index in range(len(settled) - 1):
        (above, region, sure), (item, own, _) = settled[index], settled[index + 1]
        gap = text[above.end : item.start]
        if (
            above.start < _LETTERHEAD and above.kind == "government" and region is not None and own is None and item.region is None
            and item.kind == "agency" and item.takes_region and item.level in {None, region.kind}
            and gap.count("\n") == 1 and not gap.strip() and text[above.start : above.end].isupper()
        ):  # fmt: skip
            settled[index + 1] = (item, region, sure)


def _key(item: Found) -> str:
    return (long_of(item.short, None) if item.short else item.stem) or item.stem


def _mention(
    text: str, item: Found, region: Region | None, in_full: Mapping[tuple[str, ...], str], *, sure: bool
) -> InstitutionMention | None:
    """`in_full`: the agencies that the text writes out, by their words; a short name takes the same commas."""
    if not item.takes_region:
        return InstitutionMention(item.start, item.end, item.stem, None, item.kind, sure=True)
    if item.kind == "government":
        if region is None:
            if item.region is None:
                return None
            bare = text[item.region.start : item.region.end]
            return InstitutionMention(
                item.start, item.end, f"Pemerintah {_title(bare)}", None, "government", sure=False
            )
        return InstitutionMention(item.start, item.end, region.government, region.official, "government", sure=sure)
    stem = long_of(item.short, region) if item.short else item.stem
    stem = stem or item.stem
    if item.short:
        stem = in_full.get(tuple(in_order(stem)), stem)
    if region is None:
        tail = f" {_title(text[item.region.start : item.region.end])}" if item.region is not None else ""
        return InstitutionMention(item.start, item.end, f"{stem}{tail}", None, item.kind, sure=False)
    # `Badan Kepegawaian Aceh` has its region in its name.
    suffix = "" if stem.endswith(f" {region.suffix}") and region.code == "11" else f" {region.suffix}"
    return InstitutionMention(item.start, item.end, f"{stem}{suffix}", region.official, item.kind, sure=sure)


def _title(name: str) -> str:
    return " ".join(cased(word, shouting=name.isupper()) for word in name.split())


def official_name(text: str, *, context_region: str | None = None) -> str | None:
    """The official full name of the institution that `text` (a cell, an addressee) names first, None where it names none."""
    found = find_institutions(text, context_region=context_region)
    return found[0].name if found else None


@lru_cache(maxsize=2048)
def region_of(name: str) -> str | None:
    """The official name of the region in an institution's name: `Provinsi Jawa Timur`, `Kota Malang`, None without one."""
    best: RegionMention | None = None
    for mention in find_regions(name):
        if best is None or mention.explicit or not best.explicit:
            best = mention
    if best is None:
        return None
    region = best.candidates[0] if len(best.candidates) == 1 else _plain_choice(best)
    return region.official if region is not None else None


@lru_cache(maxsize=2048)
def government_of(region: str) -> str:
    """The official name of a region's government: `Provinsi Jawa Timur` gives `Pemerintah Provinsi Jawa Timur`."""
    found = _region_from_name(region)
    return found.government if found is not None else f"Pemerintah {region}"


class Institutions:
    """Fills `facts.institutions`."""

    def __call__(self, doc: Doc) -> Doc:
        doc._.facts.institutions = find_institutions(doc._.source.text)
        return doc


@Language.factory("institutions")
def make_institutions(nlp: Language, name: str) -> Institutions:
    """The factory spaCy calls."""
    return Institutions()
