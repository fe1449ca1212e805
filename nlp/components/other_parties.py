"""Who sends and who receives in a paper around an internship or a visit: an order, minutes, the programme of the days, a list.

Its title says it most plainly (`Kunjungan Balasan Pemerintah Kota A ke Pemerintah Kota B`), its letterhead who writes; the text is
weighed as that of a report where these leave a side open.
"""

import re
from dataclasses import replace
from itertools import pairwise

from nlp.components.institutions import government_of, region_of
from nlp.components.letter_signature import letter_signature
from nlp.components.other_story import is_minutes
from nlp.components.story_actors import acting, outermost
from nlp.components.story_parties import story_parties
from nlp.extraction import Party
from nlp.facts import Facts, InstitutionMention
from nlp.source import Source
from nlp.words.places import find_regions

_TOWARDS = re.compile(r"\b(?:ke|di|pada|menuju)\s+(?:lingkungan\s+|lingkup\s+)?$", re.I)
_STATED_HOST = re.compile(r"\b(?:lokus|tujuan|lokasi(?:\s+magang)?|tempat\s+magang)\s*[=:]\s*\"?(?=[A-Z])", re.I)
_DECREED = re.compile(r"^\W*(?:ditetapkan|dikeluarkan)\s+di\b", re.I | re.M)
_PERSONNEL = re.compile(r"(?:Badan\s+(?:Kepegawaian|Pengembangan\s+Sumber)|Sekretariat\s+Daerah)\b")
_LETTERHEAD, _HEAD, _TITLED = 300, 3000, 0.8


def other_parties(source: Source, facts: Facts) -> list[Party]:
    """Both sides, where the paper names both; else none."""
    mentions = acting(source, facts)
    told = {party.role: party for party in story_parties(source, facts, mentions)}
    home, host = _of_title(source, facts)
    if host is not None:
        told["host"] = _party(source, host, "host")
        sender = home or _of_letterhead(mentions, host)
        if sender is not None:
            told["home"] = _party(source, sender, "home")
    elif (both := visit_stated(source, mentions)) is not None:
        told |= {"home": _party(source, both[0], "home"), "host": _party(source, both[1], "host")}
    elif (stated := _stated_host(source)) is not None and (sender := _of_letterhead(mentions, stated)) is not None:
        told |= {"host": _party(source, stated, "host"), "home": _party(source, sender, "home")}
    if not {"home", "host"} <= told.keys() or told["home"].name == told["host"].name:
        return []
    told["home"] = _signing(source, _leveled(told["home"], told["host"]))
    return _of_record(source, [told[role] for role in ("home", "host", "facilitator") if role in told])


_RECORD = re.compile(r"^\W*berita\s+acara\b", re.I | re.M)
_SIDE = re.compile(r"\b(?:selanjutnya\s+)?disebut\s+(?:juga\s+|sebagai\s+)?[“\"]?PIHAK\b", re.I)
_SAID = 700  # characters that tell of a side


def _of_record(source: Source, parties: list[Party]) -> list[Party]:
    """Of a record that two sides sign, their governments: the one of no party stands in place of the party of neither region."""
    text = source.text
    both = [party for party in parties if party.role in ("home", "host")]
    if len(both) != 2 or _RECORD.search(text, 0, 600) is None:
        return parties
    stated: dict[str, tuple[int, int]] = {}
    begin = 0
    for side in _SIDE.finditer(text):
        start = max(begin, side.start() - _SAID, text.rfind("Nama", 0, side.start()))
        begin = side.end()
        for named in find_regions(text[start : side.start()]):
            region = region_of(text[start + named.start : start + named.end]) if named.explicit else None
            if region is not None:
                stated.setdefault(region, (start + named.start, start + named.end))
    strange = [party for party in both if region_of(party.name) not in stated]
    left = [region for region in stated if all(region_of(party.name) != region for party in both)]
    if len(stated) != 2 or len(strange) != 1 or len(left) != 1:
        return parties
    mention = InstitutionMention(*stated[left[0]], government_of(left[0]), left[0], "government")
    moved = _party(source, mention, strange[0].role or "host")
    return [moved if party is strange[0] else party for party in parties]


def _leveled(home: Party, host: Party) -> Party:
    """The government whose personnel office or secretariat writes of people that go to another government."""
    region = region_of(home.name)
    if region is None or not host.name.startswith("Pemerintah ") or not _PERSONNEL.match(home.name):
        return home
    return replace(home, name=government_of(region))


def _signing(source: Source, home: Party) -> Party:
    """The home whose head, or somebody for him, signs a decree."""
    decreed = _DECREED.search(source.text)
    signed = letter_signature(source, decreed.start()) if decreed is not None else None
    return replace(home, representative=signed[0]) if signed is not None else home


def _of_title(source: Source, facts: Facts) -> tuple[InstitutionMention | None, InstitutionMention | None]:
    """The sender and the host in the title's words: the host stands behind `ke`, `di` or `pada`."""
    span = _title_at(source, facts.title)
    if span is None:
        return None, None
    named = _named_within(source, facts, *span)
    text = source.text
    hosts = [one for one in named if _TOWARDS.search(" ".join(text[span[0] : one.start].split()) + " ")]
    if not hosts:
        return None, None
    host = hosts[-1]
    home = next(
        (one for one in named if one.start < host.start and one.region != host.region and one not in hosts), None
    )
    return home, host


def _title_at(source: Source, title: str | None) -> tuple[int, int] | None:
    words = title.split() if title else []
    if len(words) < 3:
        return None
    found = re.search(r"\s+".join(map(re.escape, words)), source.text[:_HEAD], re.I)
    return found.span() if found is not None else None


def _named_within(source: Source, facts: Facts, start: int, end: int) -> list[InstitutionMention]:
    """Institutions in the stretch, and regions by their full name (`Kota B`) for their governments."""
    kinds = ("government", "agency", "central", "university")
    within = outermost([one for one in facts.institutions if start <= one.start < end and one.kind in kinds])
    for named in find_regions(source.text[start:end]):
        first, last = start + named.start, start + named.end
        region = region_of(source.text[first:last]) if named.explicit else None
        if region is not None and not any(one.start < last and first < one.end for one in within):
            within.append(InstitutionMention(first, last, government_of(region), region, "government"))
    return sorted(within, key=lambda one: one.start)


def _of_letterhead(mentions: list[InstitutionMention], host: InstitutionMention) -> InstitutionMention | None:
    """Who writes: the narrowest institution of the first lines, of another region than the host."""
    head = [one for one in mentions if one.start < _LETTERHEAD and one.region not in (None, host.region)]
    own = [one for one in head if one.region == head[0].region]
    agency = next((one for one in own if one.kind == "agency" and not one.name.startswith("Sekretariat Daerah")), None)
    if agency is not None and host.kind != "government":
        return agency
    if not own or own[0].region is None:
        return None
    government = next((one for one in own if one.kind == "government"), own[0])
    return replace(government, name=government_of(own[0].region), kind="government")


# `Kunjungan BPBD Kota A ke BPBD Kabupaten B`: the one that goes and the one it goes to.
_VISIT_OF = re.compile(
    r"\b(?:kunjungan(?:\s+(?:kerja|belajar|studi|lapangan))?|studi\s+\w+|kaji\s+\w+)\s+(?:dari\s+)?$", re.I
)
_VISIT_TO = re.compile(r"\s+(?:ke|di|pada)\s+(?:lingkungan\s+)?", re.I)


def visit_stated(
    source: Source, mentions: list[InstitutionMention]
) -> tuple[InstitutionMention, InstitutionMention] | None:
    """Both sides of the visit that minutes settle, in the words `Kunjungan A ke B`."""
    text = source.text
    if not is_minutes(source):
        return None
    for visitor, host in pairwise(mentions):
        if (
            visitor.region not in (None, host.region)
            and _VISIT_TO.fullmatch(text, visitor.end, host.start)
            and _VISIT_OF.search(text, max(0, visitor.start - 60), visitor.start)
        ):
            return visitor, host
    return None


def _stated_host(source: Source) -> InstitutionMention | None:
    """`lokus = Kota B` in the head of a list."""
    found = _STATED_HOST.search(source.text, 0, _LETTERHEAD * 3)
    if found is None:
        return None
    named = find_regions(source.text[found.end() : found.end() + 60])
    if not named or named[0].start or not named[0].explicit:
        return None
    first, last = found.end(), found.end() + named[0].end
    region = region_of(source.text[first:last])
    return InstitutionMention(first, last, government_of(region), region, "government") if region is not None else None


def _party(source: Source, mention: InstitutionMention, role: str) -> Party:
    written = " ".join(source.text[mention.start : mention.end].split())
    return Party(mention.name, written, role, None, source.evidence(mention.start, mention.end), _TITLED)
