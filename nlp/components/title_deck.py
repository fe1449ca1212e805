"""The line below a title that is a saying: what kind of paper it is and of what (`Ikan Segar Sampai Piring` / `Catatan Magang …`)."""

import re
from itertools import pairwise

from nlp.names import is_capitals, title_case
from nlp.source import Source

_PROGRAMME = re.compile(
    r"\b(?:laporan|paparan|magang|studi|benchmark\w*|kunjungan|patok|kaji|visitasi|pembelajaran|ekspose|report|bimbingan|pelatihan|lampiran)\b",
    re.I,
)
_DECK = re.compile(
    r"\W*(?:catatan|pelajaran|pembelajaran|oleh-oleh|laporan|hasil|cerita|bekal|ikhtisar|petikan|kisah|rangkuman|paparan|lessons)\s+(?:(?:akhir|hasil|dari|singkat)\s+)?"
    r"(?:magang|studi\s+\w+|kunjungan|belajar|benchmarking|kaji\s+\w+|patok\s+\w+)\s+(?P<of>.+)$",
    re.I,
)
# `Hasil Magang RSUD X di Y`: who and where, no part of the title.
_WHO = re.compile(
    r"(?:(?:pegawai|asn|pns|aparatur|tim|kelompok|peserta)\s+(?:\d\w*\s+)?)?(?:dinas|badan|rsud|rumah\s+sakit|biro|bagian|inspektorat|bk[a-z]{1,6}|bp[a-z]{1,6}|dis[a-z]{3,}|bap\w+|"
    r"satuan|satpol|sekretariat|setwan|setda|pemerintah|pem(?:kab|kot|prov)|kabupaten|kota|provinsi|kecamatan|kelompok|tim|angkatan|di|ke|pada|dp[a-z]+|dlh)\b",
    re.I,
)
_MOST = 140  # characters
_FIRST_LINES = 14


def with_deck(source: Source, title: str) -> str:
    """The title with the line below it, where the title does not say itself what the paper is."""
    if _PROGRAMME.search(title):
        return title
    said = " ".join(title.split()).casefold()
    lines = [" ".join(source.text[slice(*line)].split()) for line in source.lines[:_FIRST_LINES]]
    for line, below in pairwise(lines):
        if len(line) > 5 and said.endswith(line.strip(" ,–-_=~*").casefold()):
            deck = _DECK.match(below)
            # `Catatan akhir magang pustakawan`, in small letters: a description, no part of the title.
            if (
                deck is None
                or not deck["of"][0].isupper()
                or _WHO.match(deck["of"])
                or len(below) > _MOST
                or re.search(r"\d{4}|[.:;]$", below)
            ):
                return title
            return f"{title}: {title_case(below) if is_capitals(below) else below}"
    return title
