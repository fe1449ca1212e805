"""Every mention of an institution, written short or long, with its official full name and its region.

Names are looked up word by word (regions, agencies, central bodies, universities); what no table knows is read by pattern:
`Dinas …`, `Badan …`, `Biro … Sekretariat Daerah …` up to the region that ends it. A short form without a region (`BKD`)
takes the region at the end of its list, else of the same agency elsewhere in the text, else of its context, else the one named
last before it.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from functools import cache, lru_cache
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from nlp.components.aliases import with_aliases
from nlp.components.institution_known_agencies import in_order
from nlp.components.institution_names import cased, long_of
from nlp.components.institution_reader import InstitutionsReader
from nlp.components.institution_scanner import Found
from nlp.facts import InstitutionMention
from nlp.words import Region, regions
from nlp.words.places import RegionMention, find_regions, region_at, words_of

_SCOPE: Final = re.compile(r"\b(?:lingkungan|lingkup|milik|jajaran)\s+$", re.IGNORECASE)
_SENTENCE_END: Final = re.compile(r"[.!?](?=\s+[A-Z“\"]|\s*$)|\n\s*\n")
_LISTED: Final = re.compile(r"\s*(?:,|/|;|&|,?\s*\b(?:dan|serta|maupun)\b)\s*")


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
    reader = InstitutionsReader(text, context)
    found = reader.run()
    settled: list[tuple[Found, Region | None, bool]] = [
        (item, *(reader.choose(item.region, item.level) if item.region is not None else (None, False)))
        for item in found
    ]
    nearby = _Nearby(text, context, settled)
    _share_last_region(text, settled)
    _take_letterhead(text, settled)
    in_full = {
        tuple(in_order(item.stem)): item.stem for item in reversed(found) if item.kind == "agency" and not item.short
    }
    of_regions = {(item.stem, region) for item, region, _ in settled if item.kind == "agency" and not item.short}
    mentions: list[InstitutionMention] = []
    for item, own, own_sure in settled:
        region, sure = nearby.settle(item, own, sure=own_sure)
        whole = _whole_stem(item, region, of_regions) if region is not None and item.short else None
        if whole is not None:
            item = replace(item, stem=whole, short="")
        if (mention := _mention(text, item, region, in_full, sure=sure)) is not None:
            mentions.append(mention)
    return tuple(mentions)


def _whole_stem(item: Found, region: Region, of_regions: Set[tuple[str, Region | None]]) -> str | None:
    """`Damkar X` where the text writes out `Dinas Pemadam Kebakaran dan Penyelamatan Kota X`, and no shorter name: it is that one."""
    stem = long_of(item.short, region) if item.short else None
    if stem is None or (stem, region) in of_regions:
        return None
    whole = [name for name, whose in of_regions if whose == region and name.startswith((f"{stem} dan ", f"{stem}, "))]
    return whole[0] if len(whole) == 1 else None


class _Nearby:
    """The region that a name without one takes, as the text is walked through from its beginning."""

    def __init__(self, text: str, context: Region | None, settled: Sequence[tuple[Found, Region | None, bool]]) -> None:
        self.text = text
        self.context = context
        self.last: Region | None = None
        self.scope: tuple[Region, int] | None = None  # `di lingkungan Pemprov Jatim`, up to the end of the sentence
        self.by_stem: dict[str, Counter[str]] = {}
        for item, region, sure in settled:
            if region is not None and sure and item.kind == "agency":
                self.by_stem.setdefault(_key(item), Counter())[region.code] += 1

    def settle(self, item: Found, region: Region | None, *, sure: bool) -> tuple[Region | None, bool]:
        """The institution's region and whether it is sure: its own, which is noted, or one that it borrows."""
        if not item.takes_region:
            return region, sure
        if region is not None:
            self._note(item, region)
            return region, sure
        return self._borrowed(item) if item.region is None else (None, sure)

    def _note(self, item: Found, region: Region) -> None:
        self.last = region
        if item.kind == "government" and _SCOPE.search(self.text, max(0, item.start - 40), item.start):
            stop = _SENTENCE_END.search(self.text, item.end)
            self.scope = region, stop.start() if stop is not None else len(self.text)

    def _borrowed(self, item: Found) -> tuple[Region | None, bool]:
        if self.context is not None and item.known:
            return (self.context if item.level in {None, self.context.kind} else None), False
        if self.scope is not None and item.start < self.scope[1]:
            return self.scope[0], True
        same = self.by_stem.get(_key(item))
        if same is not None and len(same) == 1:
            return _regions_by_code()[next(iter(same))], True
        if item.known and self.last is not None and item.level in {None, self.last.kind}:
            return self.last, False
        return None, False


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
    if stem.endswith("Taman Nasional") and item.region is not None:  # the park bears the name, not the region
        park = _title(text[item.region.start : item.region.end])
        return InstitutionMention(item.start, item.end, f"{stem} {park}", None, item.kind, sure=True)
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
