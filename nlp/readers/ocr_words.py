"""The words that OCR found on a page, with their places on the page as it is shown, and how well they were read."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.pages import Box
from nlp.readers.ocr_engine import Found
from nlp.unicode import clean

_ALNUM = re.compile(r"[^\W_]")
_GLUED = re.compile(
    r"^(Pasal|Article|Bab|BAB|PASAL|ARTICLE)(\d{1,3}|[IVX]{1,5})$"
)  # the engine loses short blanks in headings
# The month of a document's number: `/1X/2025`, `/Vll/2025`.
_MONTH = re.compile(r"(?<=/)(?=[^/]*[VXIl|])[VX1Il|]{1,4}(?=/(?:19|20)\d\d)")
_ONES = str.maketrans("1l|", "III")
# A Roman number before a party, a grade: `Il.`, `IIl/a`.
_ROMAN = re.compile(r"(?=.*[l|])(?:I[Il|]{1,2}\.|[Il|]{2,3}/[a-e]|[Il|]V/[a-e])")
_FEW = 12  # letters, of which a page seldom has less,
_LEAST, _LONG_WORD = 8, 5  # and how many say something all the same, where they are no specks
_PUNCTUATION = re.compile(r"[:;.,()/&%+=\"'“”-]+|[-–•*✓]|\.{3,}|…+")


@dataclass(frozen=True, slots=True)
class OcrWord:
    text: str
    box: Box  # in points (pixels for a picture) on the page as it is shown
    place: Box  # on the page as it was read, set right
    confidence: float
    line: int


def quality_of(found: Found) -> float:
    """Mean confidence by length of what looks like words, lowered when much does not."""
    total = sum(len(text) for text, *_ in found)
    if total < _FEW and (total < _LEAST or max(len(text) for text, *_ in found) < _LONG_WORD):
        return 0.0
    mean = sum(len(item[0]) * item[5] for item in found) / total
    words = sum(len(item[0]) for item in found if len(item[0]) > 1 and _ALNUM.search(item[0]))
    return mean * (0.5 + 0.5 * words / total)


def placed(found: Found, size: tuple[int, int], angle: float, turn: int, scale: float) -> list[OcrWord]:
    """The words with their places on the page as shown: turned and skewed back."""
    width, height = size
    radians = math.radians(angle if abs(angle) >= 0.3 else 0.0)
    cosine, sine = math.cos(radians), math.sin(radians)
    words: list[OcrWord] = []
    for text, left, top, right, bottom, confidence, line in found:
        cleaned = _MONTH.sub(lambda month: month.group().translate(_ONES), clean(text).replace("\n", " ").strip())
        if not cleaned or (not _ALNUM.search(cleaned) and (confidence < 0.6 or not _PUNCTUATION.fullmatch(cleaned))):
            continue  # specks, stamps and pieces of rules
        if _ROMAN.fullmatch(cleaned):
            cleaned = cleaned.translate(_ONES)
        corners = []
        for x, y in ((left, top), (right, top), (right, bottom), (left, bottom)):
            if turn == 1:  # read turned to the left
                x, y = width - y, x
            elif turn == 2:
                x, y = width - x, height - y
            elif turn == 3:
                x, y = y, height - x
            dx, dy = x - width / 2, y - height / 2
            corners.append((width / 2 + dx * cosine - dy * sine, height / 2 + dx * sine + dy * cosine))
        xs, ys = [c[0] for c in corners], [c[1] for c in corners]
        box = Box(min(xs) / scale, min(ys) / scale, max(xs) / scale, max(ys) / scale)
        place = Box(left / scale, top / scale, right / scale, bottom / scale)
        parts = _GLUED.sub(r"\1 \2", cleaned).split()
        for text, its_box, its_place in zip(parts, _shared(box, parts), _shared(place, parts), strict=True):
            words.append(OcrWord(text, its_box, its_place, round(confidence, 3), line))
    return words


def lines_of(words: Sequence[OcrWord]) -> list[Box]:
    """The places of the words, those that follow one another closely in a line together."""
    found: list[Box] = []
    for index, word in enumerate(words):
        place, before = word.place, words[index - 1] if index else None
        if before is not None and before.line == word.line:
            last = found[-1]
            if 0 <= place.left - last.right < place.bottom - place.top:
                found[-1] = Box(last.left, min(last.top, place.top), place.right, max(last.bottom, place.bottom))
                continue
        found.append(place)
    return found


def _shared(box: Box, parts: Sequence[str]) -> list[Box]:
    """The box among the parts of its text, by their letters."""
    if len(parts) == 1:
        return [box]
    letter = (box.right - box.left) / (sum(map(len, parts)) + len(parts) - 1)
    found = []
    left = box.left
    for part in parts:
        found.append(Box(left, box.top, left + letter * len(part), box.bottom))
        left += letter * (len(part) + 1)
    return found
