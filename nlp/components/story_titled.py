"""Signs that governments are the sides of a report: `Magang ASN Kabupaten A di Kota B`, participants of many offices."""

import re
from dataclasses import dataclass

from nlp.components.institutions import government_of, region_of
from nlp.extraction import Kind
from nlp.facts import Facts, InstitutionMention
from nlp.source import Source
from nlp.words.places import RegionMention, find_regions

_HEAD = 1500  # characters
# Officials of no one agency; `perancang`, `auditor` and the like are of the one that employs such people.
_OFFICIALS = re.compile(
    r"\b(?:asn|pns|cpns|pppk|aparatur(?:\s+sipil\s+negara)?|pegawai(?:\s+(?:asn|negeri\s+sipil))?|pejabat|peserta(?:\s+(?:pe)?magang)?|"
    r"perangkat\s+daerah|opd)\b(?:\s+(?!(?:di|ke|pada|dengan)\b)[\w/-]+){0,5}\s*$",
    re.I,
)
_GOVERNMENT = r"(?:(?:pemerintah(?:\s+daerah)?|pemda|pemkab\.?|pemkot\.?|pemprov\.?)\s+)?"
_RECEIVED = re.compile(
    r"\b(?:di|ke|pada)\s+(?:(?:lingkungan|lingkup|wilayah|perangkat\s+daerah|opd)\s+)?" + _GOVERNMENT + r"$", re.I
)
_LEVELS = {"kabupaten": "Kabupaten", "kota": "Kota"}
_WORD = re.compile(r"\w+")
# On a card of each participant: `Unit asal` above `Dinas Perhubungan`.
_COMES_FROM = re.compile(
    r"^\W*(?:(?:unit(?:\s+kerja)?|instansi|opd|perangkat\s+daerah)\s+asal|asal(?:\s+(?:unit(?:\s+kerja)?|instansi|opd|perangkat\s+daerah))?)[ \t]*:?\s+"
    r"(?P<office>(?:Dinas|Badan|Bagian|Biro|Kecamatan|Kelurahan|Satuan|Satpol|Sekretariat|Inspektorat|Rumah\s+Sakit|RSUD|Puskesmas)\b[^\n]{0,80})$",
    re.I | re.M,
)
_MANY = 3
# `3 orang dari Bapelitbang, 2 orang dari Bagian Organisasi, 2 orang dari Inspektorat`
_SENT_BY = re.compile(
    r"\b(?:orang|pegawai|peserta|staf|asn|pejabat)\s+(?:dari|asal)\s+(?=(?-i:[A-Z]))(?P<office>[\w/-]+(?:\s+[\w/-]+)?)",
    re.I,
)
_ONE_SENTENCE = 260  # characters


@dataclass(frozen=True, slots=True)
class Titled:
    """The governments that a title names as who sends and who receives."""

    home: InstitutionMention
    host: InstitutionMention


def titled(source: Source, facts: Facts) -> Titled | None:
    """Both governments, where the title names both regions and no agency of either."""
    if facts.kind is not Kind.REPORT or not facts.title:
        return None
    span = _span(facts.title, source.text)
    if span is None:
        return None
    start, end = span
    title = source.text[start:end]
    if any(other.kind != "government" and start <= other.start < end for other in facts.institutions):
        return None
    sides: dict[str, InstitutionMention] = {}
    for named in find_regions(title):
        before = title[: named.start]
        role = "host" if _RECEIVED.search(before) else "home" if _OFFICIALS.search(before) else None
        region = _region(named, title) if role is not None else None
        if role is None or region is None:
            continue
        if any(not title[other.end - start : named.start].strip(" ,\n") for other in sides.values()):
            continue  # the province in which it lies
        if role in sides:
            return None  # more than one on a side
        place = start + named.start, start + named.end
        sides[role] = InstitutionMention(*place, government_of(region), region, "government", sure=False)
    if len(sides) < 2 or sides["home"].region == sides["host"].region:
        return None
    return Titled(sides["home"], sides["host"])


def _span(title: str, text: str) -> tuple[int, int] | None:
    """Where the title's words stand in the opening, however they are broken into lines."""
    wanted = [word.casefold() for word in _WORD.findall(title)]
    words = [*_WORD.finditer(text, 0, _HEAD)]
    said = [word.group().casefold() for word in words]
    for first in range(len(said) - len(wanted) + 1 if wanted else 0):
        if said[first : first + len(wanted)] == wanted:
            return words[first].start(), words[first + len(wanted) - 1].end()
    return None


def names_region(title: str | None, region: str | None) -> bool:
    """The title names the region with its level."""
    if not title or region is None:
        return False
    return any(named.explicit and region_of(title[named.start : named.end]) == region for named in find_regions(title))


def _region(named: RegionMention, title: str) -> str | None:
    """The region's official name; a name without its level counts where only one regency or town has it."""
    if named.explicit:
        return region_of(title[named.start : named.end])
    only = named.candidates[0]
    if len(named.candidates) != 1 or only.kind not in _LEVELS:
        return None
    level = f"{_LEVELS[only.kind]} {only.name}"
    return region_of(level) or level


def _dispatched(text: str) -> bool:
    """One sentence of the opening counts those whom each of several offices sent."""
    sent = list(_SENT_BY.finditer(text, 0, 3 * _HEAD))
    for first, last in zip(sent, sent[_MANY - 1 :], strict=False):
        between = text[first.start() : last.end()]
        if len(between) < _ONE_SENTENCE and ". " not in between and not find_regions(between):
            return True
    return False


def from_many_offices(source: Source) -> bool:
    """The cards of the participants name several offices that they come from."""
    if _dispatched(source.text):
        return True
    if " asal" not in source.text.lower():
        return False
    offices = {" ".join(found["office"].casefold().split()) for found in _COMES_FROM.finditer(source.text)}
    return len(offices) >= _MANY
