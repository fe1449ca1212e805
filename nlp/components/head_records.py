"""How many took part as minutes and a record of handing over say it, whoever signed them or came to the meeting."""

import re
from collections.abc import Sequence

from nlp.components.head_words import NUMBER, PERSON, may_count, number
from nlp.components.programme_words import STUDY
from nlp.components.recommendation_units import Unit

_I = re.IGNORECASE
_PROGRAMME = rf"(?:(?:kegiatan|program|pelaksanaan)\s+)?(?:pe)?(?:magang(?:an)?\b|{STUDY})"
# `11 orang ASN dari … telah mengikuti magang pada …`
_TOOK_PART = re.compile(
    rf"(?<![\w.,/-])(?P<n>{NUMBER})\s+(?:orang\s+)?{PERSON}\b[^.;:]{{0,140}}?\b(?:telah|sudah|baru\s+saja|selesai)\s+(?:selesai\s+)?"
    rf"(?:mengikuti|melaksanakan|menjalani|menyelesaikan|menuntaskan|melakukan)\s+{_PROGRAMME}",
    _I,
)
# `PIHAK YANG MENYERAHKAN telah menyerahkan … 10 (sepuluh) orang peserta magang`
_HANDED_OVER = re.compile(
    rf"\b(?:(?:menye|dise|se)rahkan|(?:mene|dite|te)rima|(?:me|di)(?:ngem|kem)balikan)\b[^.;:]{{0,160}}?(?<![\w.,/-])(?P<n>{NUMBER})\s+(?:orang\s+)?"
    r"(?:peserta|pemagang|ASN|pegawai|PNS|aparatur)\s+(?:pe)?magang\b",
    _I,
)


def recorded_count(units: Sequence[Unit]) -> int | None:
    """The figure of the first sentence that counts those who were sent."""
    for unit in units:
        if "magang" not in unit.text and "studi" not in unit.text:
            continue
        if may_count(unit.text) and (match := _TOOK_PART.search(unit.text) or _HANDED_OVER.search(unit.text)):
            return number(match["n"])
    return None
