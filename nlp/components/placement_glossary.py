"""The short forms of units that a document explains itself."""

import re

_GLOSSARY = re.compile(
    r"(?<![\w.])(?P<short>[A-Z][A-Za-z0-9]{2,19})\s*=\s*(?P<name>(?:Dinas|Badan|Biro|Bagian|Bidang|Kantor|UPT[DB]?|Rumah\s+Sakit|Sekretariat"
    r"|Inspektorat|Satuan|Pusat|Balai|Mal|Unit|Instalasi)\s[^;=:\n.()|]{3,120}?)(?=\s*(?:[;.\n)|]|$|,\s*[A-Z][A-Za-z0-9]{2,19}\s*=))"
)


def glossary_of(text: str) -> dict[str, str]:
    """The short forms that a document explains: `BPPKAD = Badan Pendapatan, Pengelolaan Keuangan dan Aset Daerah`."""
    if " = " not in text:
        return {}
    return {match["short"]: " ".join(match["name"].split()) for match in _GLOSSARY.finditer(text)}
