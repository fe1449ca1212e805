"""Sides beside the first one found: hosts that the text joins to it, the second of two guests whom an article tells of."""

import re
from collections.abc import Iterable

from nlp.components.story_candidates import OPENING, Candidate, Chosen, story_party
from nlp.components.story_regions import behind_province
from nlp.extraction import Party
from nlp.facts import InstitutionMention
from nlp.source import Source

_JOINED = re.compile(
    r"\s*(?:\([^()\n]{2,40}\)\s*)?(?:,|;|~|&|/|\+|\bdan\b|\bserta\b|,\s*(?:dan|serta)\b|\n[ \t]*(?:(?:\d{1,2}|[a-z])[.)]|[-–•▪])\s)\s*"
    r"(?:di\s+|ke\s+|pada\s+)?"
)
_LONGEST_JOINT = 60  # characters
_PROVINCE = ("Provinsi ", "Daerah ")


def other_hosts(source: Source, pool: list[Candidate], home: Chosen | None, host: Chosen) -> list[Party]:
    """Hosts of other regions that the text joins to the first: `di Sekretariat DPRD Kota A dan Sekretariat DPRD Kabupaten B`."""
    found: list[Party] = []
    firsts = [other for other in pool if other.mention.name == host[0]]
    places = [host[1], *(place for first in firsts for place in (first.mention, *first.places))]
    for candidate in pool:
        mention = candidate.mention
        # Nobody is told to send: all that are told to receive do (`30 peserta ke Kabupaten A dan 30 ke Kabupaten B`).
        told = home is None and candidate.host >= 2 and candidate.home == 0
        if candidate.named == 0 or mention.kind != host[1].kind or mention.region in (None, host[1].region):
            continue
        if home is not None and mention.region == home[1].region:
            continue
        # `di Dinas X Kota A (hari pertama) dan Dinas X Kabupaten B`: what holds of the first holds of its like.
        alike = mention.name.split()[:2] == host[0].split()[:2] and _follows(source, host[1], candidate)
        joined = candidate.host >= 1 and _joined(source.text, places, [mention, *candidate.places])
        if joined or alike or told:
            found.append(story_party(source, mention.name, mention, "host", candidate.host))
    return found


def _joined(text: str, places: Iterable[InstitutionMention], others: Iterable[InstitutionMention]) -> bool:
    """Whether one of `others` is listed right behind or before one of `places`; a province behind its town is none."""
    others = list(others)
    for place in places:
        for other in others:
            first, last = (place, other) if place.start < other.start else (other, place)
            if not 0 < last.start - first.end < _LONGEST_JOINT:
                continue
            joint = text[first.end : last.start]
            lies_in = joint.strip() == "," and _is_province(last) and not _is_province(first)
            if _JOINED.fullmatch(joint) is not None and not lies_in:
                return True
    return False


def _is_province(mention: InstitutionMention) -> bool:
    return (mention.region or "").startswith(_PROVINCE)


def _follows(source: Source, first: InstitutionMention, candidate: Candidate) -> bool:
    places = [candidate.mention, *(mention for _, mention in candidate.best.values())]
    return any(
        first.end < at.start and _JOINED.fullmatch(source.text[first.end : at.start]) is not None for at in places
    )


# `Sehari dua tamu`, `Kedua rombongan`
_SEVERAL = re.compile(
    r"\b(?:dua|kedua|tiga|ketiga|2|3)\s+(?:(?:orang\s+)?tamu|rombongan|delegasi|tim|daerah|pemda|pemkab|pemkot|pemerintah\s+(?:daerah|kabupaten|kota))\b",
    re.I,
)
# What leads to one more guest.
_ONE_MORE = re.compile(
    r"\b(?:giliran|disusul|menyusul|rombongan|delegasi|tamu|kunjungan|tim|utusan)\s+(?:dari\s+|oleh\s+|(?:kerja|studi|tiru|banding)\s+)*$",
    re.I,
)


# `A, B dan C mengikuti magang`, `ASN dari A, B, dan C`: one journey of them all.
_GO = re.compile(
    r"\s*(?:\([^()\n]{2,30}\)\s*)*,?\s*(?:(?:secara\s+)?(?:bersama(?:-sama|an)?|telah|sudah|sedang|sama-sama|kompak)\s+)*"
    r"(?:(?:melakukan|melaksanakan|menggelar|mengikuti|menjalani)\s[^.;]{0,50}?\b(?:magang|studi|kunjungan|kunker|kaji|benchmark\w*|lawatan|patok)\b"
    r"|belajar|berguru|berkunjung|mengunjungi|(?:meny|s)ambangi|bertandang|studi\s+(?:tiru|banding)|magang|kunjungi)",
    re.I,
)


def _go_together(text: str, pool: list[Candidate], home: Chosen) -> list[tuple[Candidate, InstitutionMention]]:
    """Those listed beside the sender where the list's verb is that of the journey, each with where it stands."""
    places = sorted(
        (
            (place, candidate)
            for candidate in pool
            if candidate.mention.kind == home[1].kind and candidate.mention.region is not None
            for place in {place.start: place for place in (candidate.mention, *candidate.places)}.values()
            if place.start < OPENING
        ),
        key=lambda entry: entry[0].start,
    )
    chain: list[tuple[InstitutionMention, Candidate]] = []
    for place, candidate in places:
        if chain and not _is_next(text, chain[-1][0], place):
            chain = []
        chain.append((place, candidate))
        together = any(each.mention.name == home[0] for _, each in chain)
        if len(chain) > 1 and together and _GO.match(text, behind_province(text, place.end)):
            return [(each, at) for at, each in chain if each.mention.name != home[0]]
    return []


def _is_next(text: str, first: InstitutionMention, last: InstitutionMention) -> bool:
    """`A, B`, `A (Jawa Timur), B`, `A, Provinsi X, dan B`."""
    behind = behind_province(text, first.end)
    if not behind <= last.start < behind + _LONGEST_JOINT or (_is_province(last) and not _is_province(first)):
        return False
    return (behind > first.end and not text[behind : last.start].strip()) or _JOINED.fullmatch(
        text, behind, last.start
    ) is not None


def other_homes(source: Source, pool: list[Candidate], home: Chosen, taken: set[str]) -> list[Party]:
    """Those who come beside the first, where an article tells of two guests: `giliran Pemerintah Kabupaten B yang mengetuk pintu`."""
    text = source.text
    if beside := _go_together(text, pool, home):
        return [
            story_party(source, candidate.mention.name, at, "home", candidate.home)
            for candidate, at in beside
            if candidate.mention.name not in taken and candidate.facilitator == 0
        ]
    if _SEVERAL.search(text, 0, OPENING) is None:
        return []
    firsts = [place for other in pool if other.mention.name == home[0] for place in other.places]
    found: list[Party] = []
    for candidate in pool:
        mention = candidate.mention
        if candidate.named == 0 or mention.kind != home[1].kind or mention.region in (None, home[1].region):
            continue
        if mention.name in taken or mention.start > OPENING or candidate.facilitator > 0:
            continue
        led = mention.start < OPENING and _ONE_MORE.search(text, max(0, mention.start - 60), mention.start) is not None
        if led or (
            (candidate.host == 0 or candidate.home > candidate.host) and _joined(text, firsts, candidate.places)
        ):
            found.append(story_party(source, mention.name, mention, "home", candidate.home))
            taken = {*taken, mention.name}
    return found
