"""Who `ia` is in an article: the official of the sentence before, who hopes or promises to come."""

import re

from nlp.components.recommendation_units import flat
from nlp.components.visit_ends import Way
from nlp.components.visit_sides import Sides
from nlp.extraction import Kind

# `Ia berharap suatu saat dapat berkunjung ke …`, `Dia berjanji membawa jajarannya ke …`
_COMES = re.compile(
    r"\W*(?:Ia|Dia|Beliau)\b(?:\s+(?:juga|pun|bahkan|sendiri))?\s+(?:\w+\s+){0,2}?(?:berharap|berjanji|ingin|akan|siap|menyatakan|memastikan|berencana|bermaksud|berniat|hendak|bersedia|menyanggupi)\b"
    r"(?![^.;]*\b(?:kami|kita|mengundang|menerima|menyambut|mengajak|peserta|rombongan\s+dari)\b)[^.;]{0,70}?\b(?:berkunjung|datang|bertandang|bertamu|membawa|memboyong|terbang|mengunjungi|menyambangi)\b"
)
_SENTENCE = re.compile(r"(?<=[a-z0-9)”\"])[.!?][”\"]?\s+(?=[A-Z“\"])")
_NAME = re.compile(
    r"\W*(?:(?:Sementara\s+itu|Adapun|Sedangkan|Menurut|Di\s+sisi\s+lain|Pada\s+kesempatan\s+yang\s+sama)\W+)?(?P<name>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,2})"
)
_SUBJECT = 60  # characters of a sentence in which its subject stands


def comes_himself(text: str, paragraph: int, start: int, line: str, sides: Sides) -> Way | None:
    """The speaker's side as the guest of the other one; None where the line is not his or nobody knows whose he is."""
    if sides.facts.kind is not Kind.NEWS or sides.home is None or sides.host is None or not _COMES.match(line):
        return None
    before = _SENTENCE.split(text[paragraph:start].strip())[-1]
    line_before = before.rsplit("\n", 1)[-1]  # below the line of another matter
    speaker = _subject(flat(before), sides) or _subject(flat(line_before), sides)
    speaker = speaker or side_of_person(text, paragraph, before, sides)
    other = sides.other(speaker) if speaker is not None else None
    return ([speaker], other) if speaker is not None and other is not None else None


def _subject(line: str, sides: Sides) -> str | None:
    """`Sekda Maros yang juga hadir menyatakan …`"""
    return next((side.name for side in sides.named(line) if side.start < _SUBJECT), None)


def side_of_person(text: str, paragraph: int, before: str, sides: Sides) -> str | None:
    """`Hadi Prasetya memastikan …`, whom the article called `Bupati Wonosobo Hadi Prasetya Nugraha` above."""
    named = _NAME.match(before)
    place = text.find(named["name"], 0, paragraph) if named is not None else -1
    if place < 0:
        return None
    line = flat(text[max(0, place - _SUBJECT) : place])
    line = re.split(r"[.;]\s", line)[-1]
    found = sides.named(line)
    return found[-1].name if found else None
