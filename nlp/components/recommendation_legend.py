"""Short names of home's units: their initials, and those that the document itself explains: `Singkatan: Umum = Bagian Umum dan Keuangan; Humas = …`."""

import re

from nlp.facts import Facts

_I = re.IGNORECASE
_UNIT = r"(?:Bagian|Bidang|Biro|Dinas|Badan|Sekretariat|Subbagian|Sub\s?Bagian|Seksi|Inspektorat|UPTD?|Instalasi|Unit|Kecamatan|Kelompok\s+Kerja|Pokja)"
_PAIR = re.compile(
    rf"(?<![\w=])(?P<short>[A-Z][\w&/.-]*(?:\s[A-Z&][\w&/.-]*){{0,2}})\s*=\s*(?P<unit>{_UNIT}\s+[A-Z][^;=.\n()]{{2,90}})"
)
_LEAST = 2  # one alone may be a formula or a heading


def legend_of(text: str) -> dict[str, str]:
    """The unit that each short name stands for; empty where the document explains none or but one."""
    if text.count("=") < _LEAST:
        return {}
    found = {match["short"]: " ".join(match["unit"].split()).rstrip(" ,") for match in _PAIR.finditer(text)}
    return found if len(found) >= _LEAST else {}


def short_forms(facts: Facts, region: str | None) -> dict[str, str]:
    """Initials of the home side's units that the document names: `DPMTK` for Dinas Penanaman Modal dan Tenaga Kerja."""
    found: dict[str, str] = {}
    names = [party.name for party in facts.parties if party.role == "home"]
    if region is not None:
        names += [mention.name for mention in facts.institutions if mention.region == region]
    for name in names:
        own = name[: -len(region)].strip() if region and name.endswith(region) else name
        words = re.findall(r"[A-Z][a-z]+", own)
        if len(words) >= 3:
            found.setdefault("".join(word[0] for word in words), name)
    return found
