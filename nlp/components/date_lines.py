"""The line and the sentence around a day in the text, for those who ask what the day is."""

import re
from functools import lru_cache

WEEKDAY = r"(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad)"


def line_around(text: str, place: int) -> tuple[int, int]:
    """Start and end of the line that holds `place`."""
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    return start, end if end >= 0 else len(text)


@lru_cache(maxsize=64)  # half a dozen readers ask in turn of the same day
def sentence_start(text: str, start: int) -> int:
    """Where the sentence begins that holds `start`, over line ends that break it."""
    first = start
    while first > 0 and start - first < 260:
        previous = text[first - 1]
        if (
            previous in ".;!?"
            and first < len(text)
            and text[first : first + 1].isspace()
            and not re.search(r"\b(?:s|d|no|jl|st)\.?$", text[max(0, first - 5) : first - 1], re.I)
        ):
            break
        if previous == "\n" and (
            text[max(0, first - 2)] in ".:;\n" or re.match(r"\W*(?:[A-Z0-9•✓–-])", text[first : first + 3])
        ):
            break
        first -= 1
    return first


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence, over line ends that break it, that holds the mention."""
    last = end
    while last < len(text) and last - end < 200 and text[last] not in ".;\n":
        last += 1
    return text[sentence_start(text, start) : last]


# `BACA JUGA: …`, a link to another article between the paragraphs, on its line or below it.
_TEASER_LINE = re.compile(r"\W*(?:baca|lihat|simak|tonton)\s+juga\b", re.I)
_TEASER_HEAD = re.compile(
    r"\W*(?:(?:baca|lihat|simak|tonton)\s+juga|(?:berita|artikel|kabar|warta)\s+(?:lain(?:nya)?|terkait|pilihan|terbaru|terkini|(?:ter)?populer)|"
    r"(?:paling\s+)?(?:terpopuler|populer|trending|banyak\s+dibaca)(?:\s+(?:hari|pekan|minggu)\s+ini)?|terkait|pilihan\s+(?:redaksi|editor)|rekomendasi\s+untuk\s+anda)\W*",
    re.I,
)
_ITEM = re.compile(r"[ \t]*(?:\d{1,2}[.)]|[-–•▪»›*])[ \t]*\S")
_ITEMS = 8  # lines of a list of links
_FURNITURE = 700  # characters from the top in which the article's own headlines stand
_SMALL_WORDS = frozenset(
    "di ke dari dan atau yang untuk pada dalam dengan oleh se para bagi hingga sampai jadi agar soal usai vs the of to".split()
)


def in_teaser(text: str, place: int) -> bool:
    """Whether the place stands in a link to another article: below its head, in a list of them, or a headline of its own."""
    start, end = line_around(text, place)
    if _TEASER_LINE.match(text, start) is not None or (start > _FURNITURE and _is_headline(text[start:end])):
        return True
    item = _ITEM.match(text, start) is not None
    for _ in range(_ITEMS if item else 1):
        above, below = text[:start].rstrip().rfind("\n") + 1, start
        if _TEASER_HEAD.fullmatch(text[above:below].strip()) is not None:
            return True
        if above == 0 or _ITEM.match(text, above) is None:
            return False
        start = above
    return False


def _is_headline(line: str) -> bool:
    """`Kunjungan Kerja Bupati X ke Y Ditunda hingga 2 Oktober 2025`: no sentence, and each of its words is in capitals."""
    line = line.strip()
    if not 30 <= len(line) <= 160 or line[-1] in '.,;:!”"' or line[0] in '“"(' or ":" in line:
        return False
    words = [word for word in re.findall(r"[^\W\d_][\w’'-]*", line) if word.lower() not in _SMALL_WORDS]
    return len(words) >= _HEADLINE and all(word[:1].isupper() for word in words)


_HEADLINE = 5  # words
