"""The short forms of units that a document explains itself."""

import re

from nlp.components.institution_glossary import equations
from nlp.components.institutions import find_institutions

_GLOSSARY = re.compile(
    r"(?<![\w.])(?P<short>(?:UPT[DB]?\s+)?[A-Z][A-Za-z0-9]{2,19})\s*=\s*(?P<name>(?:Dinas|Badan|Biro|Bagian|Bidang|Kantor|UPT[DB]?|Rumah\s+Sakit|Sekretariat"
    r"|Inspektorat|Satuan|Pusat|Balai|Mal|Unit|Instalasi)\s[^;=:\n.()|]{3,120}?)(?=\s*(?:[;.\n()|]|$|,\s*[A-Z][A-Za-z0-9]{2,19}\s*=))"
)


def glossary_of(text: str) -> dict[str, str]:
    """The short forms that a document explains: `BPPKAD = Badan Pendapatan, Pengelolaan Keuangan dan Aset Daerah`."""
    signs = _GLOSSARY.finditer(text) if " = " in text else ()
    explained = equations(text) | {match["short"]: " ".join(match["name"].split()) for match in signs}
    return {short: _official(name) for short, name in explained.items()}


def _official(name: str) -> str:
    """The name with its region as it is officially written."""
    mention = next(iter(find_institutions(name)), None)
    whole = mention is not None and mention.region is not None and (mention.start, mention.end) == (0, len(name))
    return mention.name if mention is not None and whole else name
