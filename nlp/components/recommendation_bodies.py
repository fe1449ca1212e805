"""Bodies of a region that are no agency of it: its own companies (`Perumda Air Minum`) and its standing teams (`TAPD`)."""

import re
from collections.abc import Sequence

from nlp.facts import InstitutionMention

# `PDAM Tirta Bening`, `Perumda Pasar`: companies that a region owns.
_OWN_COMPANY = re.compile(r"Perusahaan (?:Umum )?Daerah\b")
COMPANY_CUES = ("perumda", "pdam", "perusahaan daerah", "perusahaan umum daerah")
_TEAMS = {
    "TAPD": "Tim Anggaran Pemerintah Daerah",
    "TPID": "Tim Pengendalian Inflasi Daerah",
    "TPPS": "Tim Percepatan Penurunan Stunting",
    "TP2DD": "Tim Percepatan dan Perluasan Digitalisasi Daerah",
}
_TO_LOCAL = re.compile(
    r"\b(?i:kepada|untuk|bagi|buat|yth\.?)\s+(?:(?i:bapak|ibu|sdr\.?|saudara)\s+)?(?P<head>(?:Camat|Lurah|Kepala\s(?:Distrik|Puskesmas|Desa|Kelurahan))(?:\s[A-Z][\w'-]+){1,3})\s*:?\s*$"
)
_TO = re.compile(
    r"\b(?:kepada|untuk|bagi|buat|tugas|urusan|oleh|tanggung\s+jawab)\s+(?:direktur\s+|direksi\s+|manajemen\s+)?$",
    re.IGNORECASE,
)
# `Bagian Bappeda:`, `PR Dinas Sosial`: what falls to it, no part of it.
_PORTION = re.compile(
    r"^\W*(?:bagian|porsi|jatah|pr)\s+(?=(?-i:(?:Dinas|Badan|Bap[a-z]{3,}|Dis[a-z]{2,}|Din[a-z]{2,}|B[A-Z]{2,}|D[A-Z]{2,}|Inspektorat|RSUD|Kecamatan|Satpol)\b))",
    re.IGNORECASE,
)
_BEHIND = 30  # characters behind a company's name in which its region may stand


def company_of(mention: InstitutionMention, text: str, region: str | None, host_region: str | None) -> str | None:
    """The region's own company by its full name; None for others, and where the host's region stands behind it."""
    if mention.kind != "company" or region is None or not _OWN_COMPANY.match(mention.name):
        return None
    if host_region and host_region.split(" ", 1)[-1] in text[mention.start : mention.end + _BEHIND]:
        return None
    name = mention.name.removesuffix(region).removesuffix(region.split(" ", 1)[-1]).strip()
    return f"{name} {region}"


def without_portion(line: str) -> str:
    """`Bagian Bappeda` without its first word."""
    return _PORTION.sub("", line, count=1)


def local_head(line: str) -> str | None:
    """`Camat Baso` of a line that is for him: `Usul yang sama kami tujukan kepada Camat Baso:`."""
    match = _TO_LOCAL.search(line)
    return match["head"] if match else None


def company_addressed(
    line: str, mentions: Sequence[InstitutionMention], region: str | None, host_region: str | None
) -> str | None:
    """The region's own company that a line is for: `Berikut tugas PDAM Tirta Bening:`."""
    for mention in mentions:
        if (named := company_of(mention, line, region, host_region)) and _TO.search(line[: mention.start]):
            return named
    return None


def team_of(short: str, region: str | None) -> str | None:
    """`TAPD` of the region."""
    team = _TEAMS.get(short)
    return f"{team} {region}" if team and region else None
