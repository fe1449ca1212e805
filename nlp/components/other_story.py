"""Papers around an internship or a visit that are no report of it: orders, minutes, programmes of the days, forms, lists, chats.

They tell who sends and who receives, where and when, as a report does, though they tell less about it.
"""

import re

from nlp.components.programme_words import STUDY
from nlp.components.typed_exports import is_chat, is_separated_list
from nlp.source import Source

_PROGRAMME = re.compile(
    r"\b(?:(?:pe)?magang(?:an)?|" + STUDY + r"|kunjungan(?:\s+(?:kerja|balasan|balik|studi|belajar|lapangan))?|kunker|"
    r"praktik\s+kerja|job\s+shadowing|internship|study\s+visit)\b",
    re.I,
)
_HEAD, _LONGER_HEAD = 900, 2500  # characters
# Rules for all, money and contracts speak of visits without telling of one.
_GENERAL = re.compile(
    r"^\W*(?:peraturan\s|naskah\s+perjanjian|perjanjian\s|surat\s+perintah\s+kerja|pedoman|panduan|standar\s+operasional|petunjuk|"
    r"modul|kurikulum|silabus|instruksi|surat\s+edaran|laporan\s[^\n]*\b(?:triwulan|semester|bulanan|tahunan|kerja\s*sama\s+daerah))",
    re.I | re.M,
)


def of_programme(source: Source) -> bool:
    """Whether the paper is about one internship or visit."""
    text = source.text
    if is_chat(text) or is_separated_list(text):
        return _PROGRAMME.search(text, 0, _LONGER_HEAD) is not None
    return _GENERAL.search(text[:_HEAD]) is None and _PROGRAMME.search(text, 0, _HEAD) is not None


_LEARNING = re.compile(
    r"\b(?:belajar|berguru|menimba\s+ilmu|mengunjungi|berkunjung|kunjungi|sambangi|tandang|bertandang|lokus|pertukaran|dititipkan|"
    r"ditugaskan|ditempatkan|penempatan|berpamitan|pamit|secondment|placement|pelatihan)\b",
    re.I,
)


def tells_of_programme(text: str) -> bool:
    """Whether an article speaks of people who learn somewhere else, or go there, at all."""
    return _PROGRAMME.search(text) is not None or _LEARNING.search(text) is not None


_MINUTES = re.compile(r"^\W*(?:notul\w*|n\s?o\s?t\s?u\s?l\s?(?:a|e\s?n)|risalah)\b", re.I | re.M)


def is_minutes(source: Source) -> bool:
    """Whether the paper is the minutes of a meeting."""
    return _MINUTES.search(source.text[:500]) is not None
