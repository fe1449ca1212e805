"""Regions that a story lists beside the one found to receive: `di Provinsi A, Pemerintah Kota B, Kota C, dan Kabupaten D`."""

import re

from nlp.components.institutions import government_of, region_of
from nlp.components.story_cues import sentence_at
from nlp.facts import InstitutionMention
from nlp.source import Source
from nlp.words.places import RegionMention, find_regions

_NEXT = re.compile(
    r"\s*(?:,|;|\bdan\b|\bserta\b|,\s*(?:dan|serta)\b)\s*(?:(?:di|ke)\s+)?(?:(?:pemerintah(?:\s+daerah)?|pemda|pemkab|pemkot|pemprov)\.?\s+)?",
    re.I,
)
_LIST = 3  # regions; two may be a place and its province


def listed_regions(source: Source, host: InstitutionMention) -> list[InstitutionMention]:
    """The governments of the other regions in the list that names the host's, in the order of the text."""
    sentence = sentence_at(source.text, host.start)
    if sentence.count(",") < _LIST - 1:
        return []
    begin = source.text.find(sentence, max(0, host.start - len(sentence)))
    chain: list[RegionMention] = []
    for named in find_regions(sentence):
        if chain and not _NEXT.fullmatch(sentence, chain[-1].end, named.start):
            if _holds(chain, begin, host):
                break
            chain = []
        chain.append(named)
    if len(chain) < _LIST or not _holds(chain, begin, host):
        return []
    found = []
    for index, named in enumerate(chain):
        if index and _holds_towns(sentence, chain[index - 1], named):
            continue
        region = _region(named, sentence)
        if region is not None and region != host.region:
            place = begin + named.start, begin + named.end
            found.append(InstitutionMention(*place, government_of(region), region, "government", sure=False))
    return found


def _holds_towns(sentence: str, before: RegionMention, named: RegionMention) -> bool:
    """`Kabupaten A dan Kota B, Sulawesi Selatan`: the province in which they lie."""
    province = named.candidates[0].kind == "provinsi" and before.candidates[0].kind != "provinsi"
    return province and sentence[before.end : named.start].strip() == ","


def _holds(chain: list[RegionMention], begin: int, host: InstitutionMention) -> bool:
    return any(host.start <= begin + named.start and begin + named.end <= host.end for named in chain)


def _region(named: RegionMention, sentence: str) -> str | None:
    """The region's official name: written with its level, or that of a province."""
    if not named.explicit and named.candidates[0].kind != "provinsi":
        return None
    return region_of(sentence[named.start : named.end])
