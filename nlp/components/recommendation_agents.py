"""Constructions in which a sentence means the one it names in the middle: asked with another verb, in the second clause, by whom."""

import re

_I = re.IGNORECASE
_NEAR = 120  # characters before the name
# `sebaiknya Dinas X sudah membentuk …`, `agar Dinas X tidak lagi …`, `agar Dinas X yang memeriksa`
_ASKED_TO = re.compile(
    r"\b(?:agar|supaya|sebaiknya|hendaknya|kiranya|seyogianya|baik(?:nya)?\s+(?:bila|jika|kalau|apabila))\s+(?:pihak\s+|kepala\s+)?$",
    _I,
)
_DOES_AS_ASKED = re.compile(
    r"\s*\)?\s*(?:(?:sudah|telah|tidak|jangan|lebih(?!\s+(?:dari|lanjut))|selalu)\s+(?:lagi\s+)?\w{4,}|yang\s+me[a-z]{4,})",
    _I,
)
# `Aduan masuk lewat satu pintu, dan Dinas X menutup …`
_SECOND_CLAUSE = re.compile(r"[,;]\s+(?:untuk\s+itu|karena\s+itu|sedangkan|sementara|lalu|kemudian|dan)\s+$", _I)
_DOING = re.compile(r"\s+(?:segera\s+)?(?:me|mem|men)[a-z]{4,}")
# `peta itu sebaiknya disusun Dinas X`, `agar naskahnya segera dikaji Bagian Y`: without `oleh`.
_DONE_BY = re.compile(
    r"(?:[\w)]\s+(?:sebaiknya|hendaknya|perlu|harus|kiranya|seyogianya|diharapkan|diusulkan)|\b(?:agar|supaya)(?:\s+(?!dapat\b)\w+){1,6})\s+(?:segera\s+|juga\s+|langsung\s+)?"
    r"di(?!bantu|damping|teman|ikut|hadir|saksi|ketahu|milik|banding|kirim|antar|bentuk|bangun|diri|undang|libat|ajak|gandeng|rangkul|ganti|jadi|tunjuk|minta|dorong|tugas|beri|surat|kunjung|sebut|namai|ubah|lebur)[a-z]{4,}\s+$",
    _I,
)


def is_meant(text: str, start: int, end: int) -> bool:
    """Whether the one named at `start`–`end` of `text` is to act by such a construction."""
    before = text[max(0, start - _NEAR) : start]
    if _SECOND_CLAUSE.search(before):
        return _DOING.match(text, end) is not None
    if _ASKED_TO.search(before):
        return _DOES_AS_ASKED.match(text, end) is not None
    return _DONE_BY.search(before) is not None
