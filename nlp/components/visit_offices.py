"""Agencies that are the ends of a visit between governments: by their region, by `dinas kami`."""

import re

from nlp.facts import InstitutionMention

OUR_OFFICE = re.compile(
    r"\bke\s+(?P<kind>dinas|badan|biro|bagian|inspektorat|kecamatan|rumah\s+sakit|satuan|sekretariat|balai)\s+(?:kami|kita)\b",
    re.I,
)
# Offices below a region that are named without it.
_LOCAL = ("Kecamatan ", "Kelurahan ", "Distrik ", "Puskesmas ")


def office_of(mention: InstitutionMention, region: str | None) -> str | None:
    """The name of an agency of the region; a district or a ward without a region is taken to be in it."""
    if mention.kind != "agency" or region is None:
        return None
    if mention.region == region:
        return mention.name if mention.sure else None
    return f"{mention.name} {region}" if mention.region is None and mention.name.startswith(_LOCAL) else None
