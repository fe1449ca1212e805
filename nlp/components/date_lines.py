"""The line and the sentence around a day in the text, for those who ask what the day is."""

import re

WEEKDAY = r"(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad)"


def line_around(text: str, place: int) -> tuple[int, int]:
    """Start and end of the line that holds `place`."""
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    return start, end if end >= 0 else len(text)


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
