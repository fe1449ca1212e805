"""Kinds of lines around a title."""

import re

from nlp.names import title_case

INSTITUTION_LINE = re.compile(
    r"^\W*(?:pemerintah|pemprov|pemkab|pemkot|dinas|badan|biro|bagian|inspektorat|sekretariat|rsud|"
    r"rumah\s+sakit|universitas|kantor|"
    r"pemda|setda\w*|bpkad|bkad|bp[a-z]?ad|bapp?enda|bapp\w+|baperida|bpbd|dinkes|dinsos|dishub|dinas\w*|disk\w+|disd(?:ik|uk|ag)\w*|dispar\w*|"
    r"dlh|satpol|itda|puskesmas|provinsi|kabupaten|kota|bkd|bkpsdm|bpsdm|bappeda|dpmptsp|kementerian|lembaga|balai|upt|dprd?|dewan\s+perwakilan|satuan|"
    r"politeknik|fakultas|kecamatan|kepolisian|polda|polres\w*|rumkit|kejaksaan|pengadilan|komando|markas)\b",
    re.I,
)

_SHORT = re.compile(r"\(\s?([A-Z]{2,8})\s?\)")
_SMALL = frozenset("dan di ke dari untuk bagi pada atas dengan yang dalam oleh of and the".split())


def in_title_case(text: str) -> str:
    """A heading in capitals as a title; what it shortens in brackets keeps its capitals: `Zona Nilai Tanah (ZNT)`."""
    title = title_case(text)
    for found in _SHORT.finditer(text):
        short = found.group(1)
        words = [word for word in re.findall(r"\w+", text[: found.start()]) if word.lower() not in _SMALL]
        if "".join(word[0] for word in words[-len(short) :]) == short:
            title = re.sub(rf"\b{short.capitalize()}\b", short, title)
    return title
