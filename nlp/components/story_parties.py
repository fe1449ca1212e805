"""Who sends and who receives in a report or an article, from what stands before and after each institution's name."""

import re
from functools import lru_cache

from nlp.components.story_actors import story_end
from nlp.components.story_candidates import OPENING, Candidate
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
from nlp.components.story_offices import same_office
from nlp.components.story_regions import bare_regions, behind_province, weigh_region
from nlp.components.story_roles import roles
from nlp.components.story_students import with_campus
from nlp.extraction import Kind, Party
from nlp.facts import Facts, InstitutionMention
from nlp.pages import BlockKind
from nlp.source import Source
from nlp.words.places import find_regions


def story_parties(source: Source, facts: Facts, mentions: list[InstitutionMention]) -> list[Party]:
    """Who sends, receives and arranges, from what stands before and after each mention."""
    candidates: dict[str, Candidate] = {}
    for mention in mentions:
        candidate = candidates.setdefault(mention.name, Candidate(mention))
        candidate.count += 1
        candidate.named += 1
        if mention.start < OPENING:
            candidate.places.append(mention)
        _weigh(source, facts, mentions, mention, candidate)
    for mention in bare_regions(source, facts, story_end(source, facts.kind)):
        candidate = candidates.setdefault(mention.name, Candidate(mention))
        candidate.places.append(mention)
        weigh_region(source, mention, candidate)
    same_office(list(candidates.values()))
    return with_campus(source, facts, mentions, roles(source, facts, candidates))


def _weigh(
    source: Source,
    facts: Facts,
    mentions: list[InstitutionMention],
    mention: InstitutionMention,
    candidate: Candidate,
) -> None:
    text = source.text
    first_page_end = len(source.pages.pages[0].text) if source.pages.pages else 0
    title_end = min(first_page_end, _cover_end(text)) if facts.kind in (Kind.REPORT, Kind.OTHER) else 0
    before = " ".join(text[max(0, mention.start - 90) : mention.start].split("\n\f\n")[-1].split()) + " "
    after = text[mention.end : mention.end + 120]
    cover = mention.start < title_end
    early = 1.6 if mention.start < 1500 else 1.0 if mention.start < 5000 else 0.6
    writes = cover and _under_letterhead(text, mention, mentions)
    weight = early * (1.0 if mention.sure else 0.6) * (1.0 if writes or _says_region(text, mention) else 0.4)
    if mention.start < 3000 and _ORDERS.search(before):
        candidate.add("home", (0.7 if mention.kind == "government" else 1.5) * weight, mention)
    small = before.lower()
    sentence = sentence_at(text, mention.start).lower()
    if mention.start < 3000 and (_AS_FACILITATOR.match(after) or (_may_arrange(mention) and _DESIGNED.search(small))):
        candidate.add("facilitator", 3 * weight, mention)
        return
    if (
        FUTURE.search(sentence)
        or cited(text, mention.start, mention.end)
        or (mention.start > 300 and PROPOSED.search(sentence))
    ):
        return
    if cover and PREPARES.search(small):
        candidate.add("home", 4 * weight, mention)
        return
    line = text[text.rfind("\n", 0, mention.start) + 1 : mention.start]
    if mention.start < 1500 and _goes_to_another(text, mention, mentions):
        candidate.add("home", 3 * weight, mention)
        return
    if mention.start < 3000 and BYLINE.search(text[max(0, mention.start - 220) : mention.start]):
        candidate.add("home", 2 * weight, mention)
        return
    if mention.start < 3000 and GUESTS_NAMED.search(text[max(0, mention.start - 200) : mention.start]):
        candidate.add("home", 2 * weight, mention)
        return
    if mention.start < 3000 and (STAFF_OF.search(before) or WRITES_AT.search(before)):
        candidate.add("home", 2 * weight, mention)
        return
    if facts.language == "en" and (ENGLISH_SENDS.search(before) or ENGLISH_RECEIVES.search(before)):
        candidate.add("home" if ENGLISH_SENDS.search(before) else "host", 2 * weight, mention)
        return
    if _FROM_ROW.match(line) and not _says_region(text, mention):
        return  # `Dari : Kepala Dinas Kesehatan`, of whose region the letterhead tells
    alone = not line.strip() and not re.match(r"[^\n]*\w", after)
    if mention.start < 3000 and (
        ARRANGES.search(small)
        or ARRANGES_AFTER.match(after)
        or (
            mention.kind == "central"
            and mention.start < 900
            and WORKS_WITH.search(before)
            and not PROPOSALS.search(text, 150, mention.start)
        )
    ):
        candidate.add("facilitator", 3 * weight, mention)
    elif BROUGHT_FROM.search(small) or (
        RECEIVES.search(small)
        and not (cover and not line.strip() and not re.search(r"\b(?:di|ke|pada)\s*$", before, re.I))
    ):
        candidate.add("host", 2 * weight, mention)
    elif SENDS.search(small) and not (not line.strip() and _ROW.search(text[: mention.start].rstrip()[-60:])):
        # `dilakukan oleh X`, `dari X` say little outside the opening.
        plain = re.search(r"\b(?:oleh|dari|kunjungan|pejabat|staf)[\s:]*$", before, re.I) is not None
        late = mention.start > (700 if facts.kind is Kind.REPORT else 1500)
        candidate.add("home", (0.5 if plain and late else 2) * weight, mention)
    elif (
        cover
        and alone
        and mention.kind == "agency"
        and (writes or (not mention.sure and mention.start < 350 and not _in_cell(source, mention)))
    ):
        candidate.add("home", 2.4, mention)  # the letterhead's second line takes its region from the first
    elif (
        cover
        and not line.strip()
        and not _letterhead_of_agency(text, mention, mentions)
        and not _in_cell(source, mention)
    ):
        candidate.add("home", 1.5 * weight, mention)
    done = behind_name(text, mention.end, _next_start(mention, mentions)) if facts.kind is Kind.NEWS else ""
    goes_on = behind_province(text, mention.end)
    if SENDS_AFTER.match(text[goes_on : goes_on + 120]) or NAMED_SENDS.match(done):
        candidate.add("home", 1.5 * weight, mention)
    elif RECEIVES_AFTER.match(after) or NAMED_RECEIVES.match(done):
        candidate.add("host", 1.5 * weight, mention)


def _next_start(mention: InstitutionMention, mentions: list[InstitutionMention]) -> int:
    """Where the next institution is named, or not far behind this one."""
    near = mention.end + 110
    return min((other.start for other in mentions if mention.end <= other.start < near), default=near)


# `Surat BPSDMD X Nomor … sebagai fasilitator pemberangkatan`
_AS_FACILITATOR = re.compile(
    r"[^;\n]{0,90}?(?<!\.)\s(?:sebagai|selaku)\s+(?:fasilitator|penyelenggara\s+(?:program|magang)|koordinator\s+program)\b"
)
_DESIGNED = re.compile(
    r"\b(?:dirancang|dirintis|dikelola|dikoordinasi(?:kan|r)?|dikoordinir|dibiayai\s+dan\s+difasilitasi|dijembatani)\s+(?:(?:bersama|langsung)\s+)?oleh\s+$"
)


def _may_arrange(mention: InstitutionMention) -> bool:
    """A central institution, or the office of a region that trains officials."""
    return mention.kind == "central" or mention.name.startswith("Badan Pengembangan Sumber Daya Manusia")


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


# The first heading or row below a report's title.
_SECTION = re.compile(
    r"^\W*(?:(?:\d{1,2}|[IVX]{1,4}|[A-H])[.)]\s|BAB\b|(?:dasar|latar|pendahuluan|waktu|peserta|jadwal|penempatan|ringkasan|"
    r"kata\s+pengantar|daftar\s+isi|snapshot|siapa|kapan|lokus|tempat|tujuan)\b)",
    re.I | re.M,
)


@lru_cache(maxsize=1)  # asked for with each mention
def _cover_end(text: str) -> int:
    first_line = text.find("\n") + 1
    section = _SECTION.search(text, first_line, 900) if first_line else None
    return section.start() if section else 900


def _under_letterhead(text: str, mention: InstitutionMention, mentions: list[InstitutionMention]) -> bool:
    """The line right below the government's, at the top of the page: who writes, whose region is that government's."""
    return mention.start < 300 and any(
        (other.kind == "government" or other.name.startswith("Sekretariat Daerah "))
        and other.region == mention.region
        and other.end <= mention.start <= other.end + 4
        and not text[other.end : mention.start].strip()
        for other in mentions
    )


def _in_cell(source: Source, mention: InstitutionMention) -> bool:
    """The mention stands in a table, not on the title page's lines."""
    return any(
        block.start <= mention.start < block.end for block in source.blocks if block.block.kind is BlockKind.CELL
    )


# A row of a list that ends in a number of people, above the mention: `3 peserta`.
_ROW = re.compile(r"(?:^|\n)\W*\d+\s+(?:peserta|orang|pegawai|asn)\W*$", re.I)
_ORDERS = re.compile(
    r"\b(?:surat\s+(?:perintah\s+)?tugas|surat\s+perintah|spt)\s+(?:dari\s+)?(?:(?:plt|plh|pj)\.?\s+)?"
    r"(?:kepala|inspektur|direktur|sekretaris|bupati|gubernur|wali\s?kota|camat)?\s*$",
    re.I,
)


def _says_region(text: str, mention: InstitutionMention) -> bool:
    """The mention names its region itself, where it has one: `BKD Jatim`, not a `BKD` that takes it from elsewhere."""
    if mention.region is None or mention.kind in ("government", "central"):
        return True
    return _names_region(text[mention.start : mention.end])


@lru_cache(maxsize=1024)  # a document names the same institutions again and again
def _names_region(name: str) -> bool:
    return bool(find_regions(name))


def _letterhead_of_agency(text: str, mention: InstitutionMention, mentions: list[InstitutionMention]) -> bool:
    """The government's line above its agency's, as in a letterhead: the agency writes."""
    if mention.kind != "government":
        return False
    return any(
        other.kind == "agency"
        and mention.end <= other.start <= mention.end + 4
        and not text[mention.end : other.start].strip()
        for other in mentions
    )
