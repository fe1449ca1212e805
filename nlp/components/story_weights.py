"""What one mention of an institution adds to its being home, host or facilitator of a story."""

import re
from typing import NamedTuple

from nlp.components.story_around import EARLY, Around
from nlp.components.story_candidates import Candidate
from nlp.components.story_covers import letterhead_of_agency
from nlp.components.story_cues import (
    ARRANGES,
    ARRANGES_AFTER,
    BROUGHT_FROM,
    BYLINE,
    ENGLISH_RECEIVES,
    ENGLISH_SENDS,
    FUTURE,
    GUESTS_NAMED,
    NAMED_RECEIVES,
    NAMED_SENDS,
    PREPARES,
    PROPOSALS,
    PROPOSED,
    RECEIVES,
    RECEIVES_AFTER,
    SENDS,
    SENDS_AFTER,
    STAFF_OF,
    TO_THE_OTHER,
    WORKS_WITH,
    WRITES_AT,
    behind_name,
    cited,
    sentence_at,
)
from nlp.components.story_regions import behind_province
from nlp.extraction import Kind
from nlp.facts import Facts, InstitutionMention
from nlp.source import Source

_TELLS_PARTIES = 3000  # characters in which what stands around a name tells its role


class Told(NamedTuple):
    """The role that the words around a mention give its institution, and how much they say."""

    role: str  # home | host | facilitator
    weight: float


def weigh(
    source: Source,
    facts: Facts,
    mentions: list[InstitutionMention],
    mention: InstitutionMention,
    candidate: Candidate,
) -> None:
    """Add to the candidate what stands before and behind one mention of it; `mentions`: all of the story's."""
    around = Around(source, facts, mentions, mention)
    for told in _told(around):
        if told is not None:
            candidate.add(told.role, told.weight, mention)


def _told(around: Around) -> list[Told | None]:
    orders = _told_by_orders(around)
    if _is_named_arranger(around):
        return [orders, Told("facilitator", 3 * around.weight)]
    if _is_of_no_story(around):
        return [orders]
    if (plainly := _told_plainly(around)) is not None:
        return [orders, plainly]
    if _FROM_ROW.match(around.line) and not around.says_region:
        return [orders]  # `Dari : Kepala Dinas Kesehatan`, of whose region the letterhead tells
    return [orders, _told_before(around), _told_behind(around)]


_ORDERS = re.compile(
    r"\b(?:surat\s+(?:perintah\s+)?tugas|surat\s+perintah|spt)\s+(?:dari\s+)?(?:(?:plt|plh|pj)\.?\s+)?"
    r"(?:kepala|inspektur|direktur|sekretaris|bupati|gubernur|wali\s?kota|camat)?\s*$",
    re.I,
)


def _told_by_orders(around: Around) -> Told | None:
    """`Surat Tugas Kepala Dinas X`: whose head orders the journey, which a government does for many."""
    if around.place >= _TELLS_PARTIES or not _ORDERS.search(around.before):
        return None
    return Told("home", (0.7 if around.mention.kind == "government" else 1.5) * around.weight)


# `Surat BPSDMD X Nomor … sebagai fasilitator pemberangkatan`
_AS_FACILITATOR = re.compile(
    r"[^;\n]{0,90}?(?<!\.)\s(?:sebagai|selaku)\s+(?:fasilitator|penyelenggara\s+(?:program|magang)|koordinator\s+program)\b"
)
_DESIGNED = re.compile(
    r"\b(?:dirancang|dirintis|dikelola|dikoordinasi(?:kan|r)?|dikoordinir|dibiayai\s+dan\s+difasilitasi|dijembatani)\s+(?:(?:bersama|langsung)\s+)?oleh\s+$"
)


def _is_named_arranger(around: Around) -> bool:
    """The text calls it facilitator, or lets it have designed the programme."""
    if around.place >= _TELLS_PARTIES:
        return False
    if _AS_FACILITATOR.match(around.after):
        return True
    return _may_arrange(around.mention) and _DESIGNED.search(around.small) is not None


def _may_arrange(mention: InstitutionMention) -> bool:
    """A central institution, or the office of a region that trains officials."""
    return mention.kind == "central" or mention.name.startswith("Badan Pengembangan Sumber Daya Manusia")


def _is_of_no_story(around: Around) -> bool:
    """The institution is named in a paper that is cited, or in what is planned or proposed."""
    sentence = sentence_at(around.text, around.place).lower()
    return (
        FUTURE.search(sentence) is not None
        or cited(around.text, around.place, around.mention.end)
        or (around.place > 300 and PROPOSED.search(sentence) is not None)
    )


def _told_plainly(around: Around) -> Told | None:
    """The role that words before the name settle, whatever else stands around it."""
    if around.cover and PREPARES.search(around.small):
        return Told("home", 4 * around.weight)
    if around.place < EARLY and _goes_to_another(around.text, around.mention, around.mentions):
        return Told("home", 3 * around.weight)
    if around.place < _TELLS_PARTIES and _is_of_those_who_tell(around):
        return Told("home", 2 * around.weight)
    if around.facts.language == "en":
        if ENGLISH_SENDS.search(around.before):
            return Told("home", 2 * around.weight)
        if ENGLISH_RECEIVES.search(around.before):
            return Told("host", 2 * around.weight)
    return None


def _is_of_those_who_tell(around: Around) -> bool:
    """A byline, the guests by name, or `pegawai pada X`: where those who went and write are employed."""
    text, place = around.text, around.place
    return (
        BYLINE.search(text[max(0, place - 220) : place]) is not None
        or GUESTS_NAMED.search(text[max(0, place - 200) : place]) is not None
        or STAFF_OF.search(around.before) is not None
        or WRITES_AT.search(around.before) is not None
    )


_FROM_ROW = re.compile(r"^\W*(?:dari|kepada|yth|melalui|tembusan)\b", re.I)


def _goes_to_another(text: str, mention: InstitutionMention, mentions: list[InstitutionMention]) -> bool:
    """The next institution, of another region, is where this one's people go: `BKD X di BKD Y`."""
    other = next((other for other in mentions if mention.end <= other.start < mention.end + 45), None)
    if mention.kind == "government" and any(0 <= mention.start - own.end <= 4 for own in mentions):
        return False  # `RSUD X – Pemerintah Kabupaten X`: whose the agency is
    return (
        other is not None
        and other.kind not in ("other", "company")
        and mention.region is not None
        and other.region != mention.region
        and TO_THE_OTHER.match(text[mention.end : other.start]) is not None
    )


def _told_before(around: Around) -> Told | None:
    """The role by the words right before the name, or by its place on the cover."""
    if around.place < _TELLS_PARTIES and _arranges(around):
        return Told("facilitator", 3 * around.weight)
    if _receives(around):
        return Told("host", 2 * around.weight)
    if SENDS.search(around.small) and not (around.begins_line and _is_below_count(around)):
        return Told("home", (0.5 if _says_little(around) else 2) * around.weight)
    return _told_by_cover(around) if around.cover else None


def _arranges(around: Around) -> bool:
    """`difasilitasi oleh X`, `X memfasilitasi`; a central institution also as who one works with."""
    if ARRANGES.search(around.small) or ARRANGES_AFTER.match(around.after):
        return True
    return (
        around.mention.kind == "central"
        and around.place < 900
        and WORKS_WITH.search(around.before) is not None
        and not PROPOSALS.search(around.text, 150, around.place)
    )


def _receives(around: Around) -> bool:
    """`ke X`, `diterima X`; on a cover what begins a line only where the line above ends in `di` or `ke`."""
    if BROUGHT_FROM.search(around.small):
        return True
    if not RECEIVES.search(around.small):
        return False
    return not (around.cover and around.begins_line) or _IN_OR_TO.search(around.before) is not None


_IN_OR_TO = re.compile(r"\b(?:di|ke|pada)\s*$", re.I)
# A row of a list that ends in a number of people, above the mention: `3 peserta`.
_ROW = re.compile(r"(?:^|\n)\W*\d+\s+(?:peserta|orang|pegawai|asn)\W*$", re.I)


def _is_below_count(around: Around) -> bool:
    return _ROW.search(around.text[: around.place].rstrip()[-60:]) is not None


# Outside the opening these are said of anyone: `dilakukan oleh X`, `dari X`.
_PLAIN = re.compile(r"\b(?:oleh|dari|kunjungan|pejabat|staf)[\s:]*$", re.I)


def _says_little(around: Around) -> bool:
    late = around.place > (700 if around.facts.kind is Kind.REPORT else EARLY)
    return late and _PLAIN.search(around.before) is not None


def _told_by_cover(around: Around) -> Told | None:
    """Who stands on a line of a report's cover has written it, unless its letterhead names the agency of that government."""
    mention = around.mention
    if mention.kind == "agency" and around.alone and _is_line_of_letterhead(around):
        return Told("home", 2.4)
    if around.begins_line and not letterhead_of_agency(around.text, mention, around.mentions) and not around.in_cell:
        return Told("home", 1.5 * around.weight)
    return None


def _is_line_of_letterhead(around: Around) -> bool:
    """The letterhead's second line, which takes its region from the first."""
    return around.letterhead or (not around.mention.sure and around.place < 350 and not around.in_cell)


def _told_behind(around: Around) -> Told | None:
    """The role by what the institution, or in an article the person named behind its office, does."""
    text, end = around.text, around.mention.end
    done = ""
    if around.facts.kind is Kind.NEWS:
        done = behind_name(text, end, _next_start(around.mention, around.mentions))
    goes_on = behind_province(text, end)
    if SENDS_AFTER.match(text[goes_on : goes_on + 120]) or NAMED_SENDS.match(done):
        return Told("home", 1.5 * around.weight)
    if RECEIVES_AFTER.match(around.after) or NAMED_RECEIVES.match(done):
        return Told("host", 1.5 * around.weight)
    return None


def _next_start(mention: InstitutionMention, mentions: list[InstitutionMention]) -> int:
    """Where the next institution is named, or not far behind this one."""
    near = mention.end + 110
    return min((other.start for other in mentions if mention.end <= other.start < near), default=near)
