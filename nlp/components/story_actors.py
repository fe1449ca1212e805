"""The mentions of institutions in the story itself that can send, receive or arrange: not those around it, not those only thanked."""

import re
from bisect import bisect_right
from dataclasses import replace

from nlp.components.date_lines import in_teaser
from nlp.components.news_kind import DATELINE
from nlp.components.story_cues import copies_at
from nlp.components.story_regions import WARDS_AND
from nlp.components.story_sides import OWN_SIDE
from nlp.extraction import Kind
from nlp.facts import Facts, InstitutionMention
from nlp.source import Source


def acting(source: Source, facts: Facts) -> list[InstitutionMention]:
    """The mentions, in the story itself, of institutions that can send or receive people."""
    end_of_story = story_end(source, facts.kind)
    repeated = _repeated(source, facts.institutions)
    named = _with_councils([mention for mention in facts.institutions if not WARDS_AND.match(mention.name)])
    named = _under_secretariat(source, named)
    return [
        _whole(mention)
        for mention in outermost(named)
        if mention.start < end_of_story
        and mention.start not in repeated
        and not (facts.kind is Kind.NEWS and in_teaser(source.text, mention.start))
        and mention.kind in ("government", "agency", "central", "university", "company")
        and not (mention.name.startswith("Unit Pelaksana Teknis") and not mention.sure)
        and (
            not _acknowledged(source.text[max(0, mention.start - 120) : mention.start])
            or _ARRANGES.match(source.text, mention.end)
        )
        # `kerja sama dengan Bank NTT`: a company has a side of its own where the text names it as one, with its PT.
        and not (mention.kind == "company" and not OWN_SIDE.match(source.text, mention.start, mention.end))
    ]


_COUNCIL = "Dewan Perwakilan Rakyat Daerah "
_HEAD = 900  # characters


def _with_councils(mentions: list[InstitutionMention]) -> list[InstitutionMention]:
    """Councils that visit each other act as agencies do; where one is only spoken of, it sends and receives nobody."""
    heads = {mention.name for mention in mentions if mention.start < _HEAD and mention.name.startswith(_COUNCIL)}
    if len(heads) < 2:
        return mentions
    return [replace(mention, kind="agency") if mention.name.startswith(_COUNCIL) else mention for mention in mentions]


_LETTERHEAD = 300  # characters
_SECRETARIAT = "Sekretariat Daerah "


def _under_secretariat(source: Source, mentions: list[InstitutionMention]) -> list[InstitutionMention]:
    """The section on the letterhead's line below its secretariat is of that one, though the text names its like elsewhere."""
    found: list[InstitutionMention] = []
    for mention in mentions:
        above = found[-1] if found else None
        if (
            above is not None
            and mention.start < _LETTERHEAD
            and above.name.startswith(_SECRETARIAT)
            and above.region is not None
            and mention.region not in (None, above.region)
            and mention.name.endswith(f" {_SECRETARIAT}{mention.region}")
            and source.text[above.end : mention.start].count("\n") == 1
            and not source.text[above.end : mention.start].strip()
            and "\n" not in source.text[mention.start : mention.end]
        ):
            name = mention.name.removesuffix(f"{_SECRETARIAT}{mention.region}") + above.name
            mention = replace(mention, name=name, region=above.region)
        found.append(mention)
    return found


def _repeated(source: Source, mentions: list[InstitutionMention]) -> set[int]:
    """Where running heads and feet name an institution again: a footer speaks once, however many pages there are."""
    running = source.running
    seen: set[str] = set()
    found: set[int] = set()
    for mention in mentions:
        index = bisect_right(running, (mention.start, len(source.text))) - 1
        if index >= 0 and running[index][0] <= mention.start < running[index][1]:
            if mention.name in seen:
                found.add(mention.start)
            seen.add(mention.name)
    return found


# Who only signs for having seen it is no party.
_ACKNOWLEDGES = re.compile(r"\b(?:diketahui|mengetahui|menyetujui|disaksikan)\b(?:\s+oleh)?\W[^.;]{0,90}$", re.I)
_ACKNOWLEDGE_CUES = ("diketahui", "mengetahui", "menyetujui", "disaksikan")


# `disaksikan wakil X selaku fasilitator kegiatan`
_ARRANGES = re.compile(r"\W{1,3}(?:selaku|sebagai)\s+(?:fasilitator|penyelenggara|koordinator)\b", re.I)


# Those who guide and examine come from elsewhere: their post stands below their name, under `Coach,` or `Penguji,`.
_GUIDES = re.compile(r"(?:^|\n)\W{0,3}(?:coach|penguji|narasumber|pengajar)\W*\n[^;:]{0,110}$", re.I)


def _acknowledged(before: str) -> bool:
    small = before.lower()
    if _GUIDES.search(before) is not None:
        return True
    return any(cue in small for cue in _ACKNOWLEDGE_CUES) and _ACKNOWLEDGES.search(before) is not None


_SECTION_OF = re.compile(
    r"^(?:Unit\s+)?(?:Bidang|Seksi|Subbag\w*|Sub\s+Bagian|Subbidang|Bagian(?!\s+[\w/]+(?:\s+[\w/]+){0,5}\s+Sekretariat\s+Daerah))\s.*?"
    r"\b(?=(?:Badan|Dinas|Inspektorat|Satuan Polisi|Rumah Sakit|Sekretariat (?:Daerah|DPRD|Dewan))\s)"
)


def _whole(mention: InstitutionMention) -> InstitutionMention:
    """The agency that a section named with it belongs to: an agency sends and receives as a whole."""
    name = _SECTION_OF.sub("", mention.name)
    return replace(mention, name=name) if name != mention.name else mention


_AFTER_ARTICLE = (
    r"^\W*(?:berita (?:lain(?:nya)?|terkait|terpopuler|terbaru|populer)\b|artikel (?:lain(?:nya)?|terkait)\b|\d+ komentar|komentar|ikuti juga|narahubung|"
    r"komentar\b|discussion about|related posts?|copyright|tag(?:s)?\s*:)"
)


def story_end(source: Source, kind: Kind) -> int:
    """Where the story ends: the web page around an article, the copies of a letter are none of it."""
    text = source.text
    if kind is not Kind.NEWS:
        return copies_at(text, 300) or len(text)
    found = re.search(_AFTER_ARTICLE, text[300:], re.I | re.M)
    end = found.start() + 300 if found else len(text)
    # Another article begins with a town of its own.
    towns = [
        line for line in DATELINE.finditer(text, 0, end) if len(line.group()) < 60 and line.group("town").isupper()
    ]
    if len(towns) > 1 and towns[-1].start() > 700 and towns[-1].group("town") != towns[0].group("town"):
        return towns[-1].start()
    return end


def outermost(mentions: list[InstitutionMention]) -> list[InstitutionMention]:
    kept: list[InstitutionMention] = []
    for mention in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
        if kept and mention.start < kept[-1].end:
            continue
        kept.append(mention)
    return kept
