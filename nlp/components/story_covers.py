"""The cover of a report: where its title ends, and whose letterhead stands on it."""

import re
from functools import lru_cache

from nlp.facts import InstitutionMention

# The first heading or row below a report's title.
_SECTION = re.compile(
    r"^\W*(?:(?:\d{1,2}|[IVX]{1,4}|[A-H])[.)]\s|BAB\b|(?:dasar|latar|pendahuluan|waktu|peserta|jadwal|penempatan|ringkasan|"
    r"kata\s+pengantar|daftar\s+isi|snapshot|siapa|kapan|lokus|tempat|tujuan)\b)",
    re.I | re.M,
)


@lru_cache(maxsize=1)  # asked for with each mention
def cover_end(text: str) -> int:
    """Where the first section below the title begins; the cover is never longer than 900 characters."""
    first_line = text.find("\n") + 1
    section = _SECTION.search(text, first_line, 900) if first_line else None
    return section.start() if section else 900


def under_letterhead(text: str, mention: InstitutionMention, mentions: list[InstitutionMention]) -> bool:
    """The line right below the government's, at the top of the page: who writes, whose region is that government's."""
    return mention.start < 300 and any(
        (other.kind == "government" or other.name.startswith("Sekretariat Daerah "))
        and other.region == mention.region
        and other.end <= mention.start <= other.end + 4
        and not text[other.end : mention.start].strip()
        for other in mentions
    )


def letterhead_of_agency(text: str, mention: InstitutionMention, mentions: list[InstitutionMention]) -> bool:
    """The government's line above its agency's, as in a letterhead: the agency writes."""
    if mention.kind != "government":
        return False
    return any(
        other.kind == "agency"
        and mention.end <= other.start <= mention.end + 4
        and not text[mention.end : other.start].strip()
        for other in mentions
    )
