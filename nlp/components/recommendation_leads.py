"""Words before recommendations that say for whom they are: `Kepada Dinas X kami usulkan dua hal: …`, `… masukan bagi BKD.`"""

import re
from collections.abc import Sequence

from nlp.components.small_letters import holds_any

_I = re.IGNORECASE
_CUES = ("saran", "usul", "rekomendasi", "masukan", "titip", "anjur", "hal ", "butir", "pesan", "langkah")
# A word of proposing, or a number of things to come: what follows is for the one who is named beside it.
_SPEAKS = re.compile(
    r"\b(?=[abdehlmprstu])(?:saran|usul(?:an)?|rekomendasi|masukan|anjuran|titipan|pesan|(?:me)?rekomendasikan|(?:meng)?usulkan|(?:meny|s)arankan|(?:me)?n?itip(?:kan)?|(?:meng)?anjurkan"
    r"|(?:satu|dua|tiga|empat|lima|enam|beberapa|sejumlah)\s+(?:hal|butir|poin|langkah|permintaan|perbaikan|catatan))\b",
    _I,
)
_WHOM = re.compile(
    r"\b(?:kepada|bagi|untuk|buat)\s+(?:yth\.?\s+|pihak\s+|jajaran\s+|rekan-rekan\s+|bapak\s+|ibu\s+|kepala\s+)*$", _I
)
_WEIGHED_BY = re.compile(
    r"\b(?:dipertimbangkan|ditindaklanjuti|diperhatikan|dilaksanakan|dikerjakan|diterapkan|dijalankan)\s+oleh\s+(?:pihak\s+|jajaran\s+)*$",
    _I,
)
# Behind the name: nothing, a comma, or the writers and their word of proposing.
_ENDS = re.compile(
    r"\s*(?:[.,:;]|$|(?:kami|kita|tim|penulis|peserta|saya|ada|terdapat|berikut|sebagai\s+berikut|disampaikan|diusulkan|disarankan|direkomendasikan)\b)",
    _I,
)


def may_address(sentence: str) -> bool:
    """Whether `sentence` speaks of proposals and may say for whom they are."""
    return holds_any(sentence.lower(), _CUES) and _SPEAKS.search(sentence) is not None


def is_for(sentence: str, start: int, end: int) -> bool:
    """Whether the unit named at `start`–`end` of a sentence that announces proposals is the one who is to act."""
    if _WEIGHED_BY.search(sentence, 0, start):
        return True
    return _WHOM.search(sentence, 0, start) is not None and _ENDS.match(sentence, end) is not None


def addressing(sentences: Sequence[str]) -> str | None:
    """The last of `sentences` that announces proposals and says for whom they are, by its words alone."""
    return next((sentence for sentence in reversed(sentences) if _announces(sentence)), None)


def _announces(sentence: str) -> bool:
    if not may_address(sentence):
        return False
    return (
        re.search(r"\b(?:kelompok|(?:kepada|bagi|untuk|buat|oleh)(?:\s+\w+)?)\s+(?-i:[A-Z])", sentence, _I) is not None
    )
