"""Agencies that are the ends of a visit between governments: by their region, by `dinas kami`."""

import re

from nlp.facts import InstitutionMention

OUR_OFFICE = re.compile(
    r"\bke\s+(?P<kind>dinas|badan|biro|bagian|inspektorat|kecamatan|rumah\s+sakit|satuan|sekretariat|balai)\s+(?:kami|kita)\b",
    re.I,
)
# `Kepala Dinas X menjanjikan timnya datang`: those whom the head sends are the agency's.
SENDS_TEAM = re.compile(
    r"\b(?:menjanjikan|mengirim(?:kan)?|mengutus|menugaskan|menurunkan|memberangkatkan)\s+(?:(?:satu|dua|tiga|empat|sebuah)\s+)?(?:tim|staf|pegawai|petugas|pendamping|tenaga)(?:nya)?\b",
    re.I,
)
# `Kadisdukcapil`: the head's office in one word with the agency's short name.
_KA = re.compile(r"\bKa\.?\s?(?P<agency>(?:dis|din|bap|bal|bag|set|sat|kes|bkp|bps|bkd)[a-z]{2,})\b", re.I)
# Offices below a region that are named without it.
_LOCAL = ("Kecamatan ", "Kelurahan ", "Distrik ", "Puskesmas ")


def office_of(mention: InstitutionMention, region: str | None) -> str | None:
    """The name of an agency of the region; a district or a ward without a region is taken to be in it."""
    if mention.kind != "agency" or region is None:
        return None
    if mention.region == region:
        return mention.name if mention.sure else None
    return f"{mention.name} {region}" if mention.region is None and mention.name.startswith(_LOCAL) else None


def heads_in_full(line: str) -> str:
    """`Kadisdukcapil X`, `Ka. Bappeda Y` with the head's office in full."""
    return _KA.sub(lambda match: f"Kepala {match['agency'].capitalize()}", line)
