"""Who is to act where a recommendation points to another place: `Dinas yang sama hendaknya …` to the unit named before it,
`Ketiganya menjadi tanggung jawab Dinas X` behind a list to the items above."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp.components.recommendation_marks import Unit
from nlp.components.small_letters import holds_any, small_letters

_I = re.IGNORECASE
_KIND = r"(?P<kind>dinas|badan|inspektorat|rumah\s+sakit|rsud|biro|bagian|bidang|kantor|sekretariat|kecamatan|puskesmas|instansi|lembaga|unit(?:\s+kerja)?|opd|perangkat\s+daerah)"
_SAME_CUES = ("yang sama", " itu ", " tersebut ", " dimaksud ")
_SAME = re.compile(
    rf"(?:^\W*(?:(?:selain\s+itu|lalu|kemudian|berikutnya|selanjutnya|adapun|untuk\s+itu|(?:yang\s+)?ke(?:dua|tiga|empat|lima))\s*,?\s+)?(?:kepada\s+|bagi\s+|pihak\s+|kepala\s+)*"
    rf"|\b(?:agar|supaya|sebaiknya|hendaknya|kiranya|kepada|(?:me)?minta|mendorong|menyarankan|mengusulkan|menganjurkan|oleh)\s+(?:pihak\s+|kepala\s+)?)"
    rf"{_KIND}\s+(?:yang\s+sama|itu|tersebut|dimaksud)\b(?:\s+(?:juga|pun|pula|lalu))?\s*,?"
    r"\s+(?=(?:perlu|harus|wajib|hendaknya|sebaiknya|seyog|kiranya|agar|supaya|untuk|segera|mulai|diminta|diharapkan|disarankan|diusulkan|kami\s|dapat\s|me[a-z]{4,}))",
    _I,
)
_ANY_KIND = re.compile(r"(?:instansi|lembaga|unit|opd|perangkat)\b", _I)
_SHORT_KINDS = {"rsud": "rumah sakit"}
_BEFORE = 600  # characters in which the unit meant must stand

_COUNTS = {"dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7}
_CLOSING_CUES = ("duanya", "tiganya", "empatnya", "limanya", "enamnya", "tujuhnya", "semua", "seluruh", "kedua ", "ketiga ", "keempat ", "kelima ")  # fmt: skip
_CLOSING = re.compile(
    r"^\W*(?:(?:ke)?(?P<count>dua|tiga|empat|lima|enam|tujuh)(?:-(?:dua|tiga|empat))?(?:nya|\s+(?P<what>usul(?:an)?|langkah|saran|butir|hal|rekomendasi|poin|tindakan|pekerjaan)\b)|se(?:mua|luruh)(?:nya|\s+(?:usul(?:an)?|langkah|saran|butir|hal|rekomendasi|poin|tindakan|pekerjaan)\b))"
    r"(?:\s+(?:itu|tersebut|ini|di\s+atas))*(?:[^.;\n]{0,60}?\s(?:menjadi|merupakan|adalah)\s+(?:tanggung\s+jawab|tugas|urusan|pekerjaan|porsi|wewenang|kewenangan)|[^.;\n]{0,60}?\s(?:ditujukan|dialamatkan)"
    r"|\s(?:(?:kami|jadi|akan|perlu|kiranya|hendaknya|dapat)\s+)*(?:tugas|urusan|tujukan|alamatkan|titipkan|dititipkan|diserahkan|serahkan|untuk|bagi|di(?:kerjakan|laksanakan|jalankan|tangani|tindaklanjuti|koordinasikan)(?=\s+(?:oleh|dinas|badan|bidang|bagian|biro|inspektorat|b[A-Z]|dis))))\s+"
    r"(?:(?:kepada|bagi|untuk|oleh|pada|ke)\s+)?(?P<who>[^.;\n]{3,120})",
    _I | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Closing:
    """`who` is to act on what stands from `first` to `end` in the text."""

    first: int
    end: int
    who: str


def same_kind(text: str) -> tuple[str, int] | None:
    """Of `Dinas yang sama hendaknya …` the kind of unit meant (empty where any is) and where the words begin."""
    if not holds_any(small_letters(text), _SAME_CUES):
        return None
    match = _SAME.search(text)
    if match is None:
        return None
    kind = " ".join(match["kind"].casefold().split())
    return ("" if _ANY_KIND.match(kind) else _SHORT_KINDS.get(kind, kind)), match.start("kind")


def words_before(text: str, start: int) -> str:
    """The words in which the unit stands that `text` at `start` points back to."""
    return text[max(0, start - _BEFORE) : start]


def closings_of(text: str, units: Sequence[Unit]) -> list[Closing]:
    """What the lines behind lists say of whose their items are."""
    return list(_closings(text, units)) if units and holds_any(small_letters(text), _CLOSING_CUES) else []


def _closings(text: str, units: Sequence[Unit]) -> Iterator[Closing]:
    starts = [unit.start for unit in units]
    for match in _CLOSING.finditer(text):
        begin = match.start() + len(match.group()) - len(match.group().lstrip())
        place = bisect_right(starts, begin) - 1
        last = place if place >= 0 and starts[place] < begin - 2 else place - 1  # behind the last item, or in its end
        count = _COUNTS[match["count"].casefold()] if match["count"] else _items_up_to(units, last)
        first = last - count + 1
        if count > 1 and first >= 0 and len({unit.mark_kind for unit in units[first : last + 1]}) == 1:
            yield Closing(units[first].start, begin, " ".join(match["who"].split()))


def _items_up_to(units: Sequence[Unit], last: int) -> int:
    """How many items of one list end at `last`."""
    kind = units[last].mark_kind if last >= 0 else None
    if kind is None:
        return 0
    return next((count for count in range(last + 1) if units[last - count].mark_kind != kind), last + 1)
