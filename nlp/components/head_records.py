"""How many took part as minutes and a record of handing over say it, whoever signed them or came to the meeting."""

import re
from collections.abc import Sequence

from nlp.components.head_words import NUMBER, PERSON, may_count, number
from nlp.components.programme_words import STUDY
from nlp.components.recommendation_units import Unit
from nlp.components.small_letters import holds_any

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
# `Pihak yang Menyerahkan telah selesai membimbing 8 (delapan) orang ASN … yang melaksanakan magang`
_GUIDED = re.compile(
    rf"\b(?:membimbing|mendampingi|menerima|menempatkan|menyelesaikan\s+pembimbingan)(?:\s+(?:terhadap|atas))?\s+(?P<n>{NUMBER})\s+(?:orang\s+)?"
    rf"(?:{PERSON})\b[^.;:]{{0,90}}?\b(?:yang|untuk)\s+(?:telah\s+)?(?:mengikuti|melaksanakan|menjalani|melakukan)\s+{_PROGRAMME}",
    _I,
)
# `Magang diikuti 10 orang pada …`
_FOLLOWED = re.compile(
    rf"\b{_PROGRAMME}\s+(?:(?:ini|tersebut|telah|itu)\s+)?diikuti(?:\s+oleh)?(?:\s+sebanyak)?\s+(?P<n>{NUMBER})\s+{PERSON}\b",
    _I,
)
# `Magang di Kota X adalah yang ketiga. Pesertanya 14 orang dari …`
_ITS_GUESTS = re.compile(
    rf"\b{_PROGRAMME}[^:;]{{3,160}}?\.\s+(?:jumlah\s+)?peserta(?:nya)?(?:\s+magang)?\s+(?:ada\s+|berjumlah\s+|sebanyak\s+|adalah\s+)?(?P<n>{NUMBER})\s+(?:orang|ASN|pegawai)\b",
    _I,
)
_RECORDS = (_TOOK_PART, _HANDED_OVER, _GUIDED, _FOLLOWED, _ITS_GUESTS)


def recorded_count(units: Sequence[Unit]) -> int | None:
    """The figure of the first sentence that counts those who were sent."""
    for unit in units:
        if not may_count(unit.text) or not holds_any(unit.text.lower(), ("magang", "studi")):
            continue
        if match := next(filter(None, (pattern.search(unit.text) for pattern in _RECORDS)), None):
            return number(match["n"])
    return None
