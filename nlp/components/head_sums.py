"""Whether the parts of a count add up to it: where a text states both, what it states is kept and the reader is warned."""

import re
from collections.abc import Iterator, Sequence

from nlp.components.head_words import NUMBER, PERSON, TEAM_HEADING, counted_in, number
from nlp.components.recommendation_units import Unit
from nlp.components.tables import is_label
from nlp.extraction import Group

_I = re.IGNORECASE
# `26 orang terdiri dari`, `9 pejabat dengan rincian`: what follows claims to be the whole.
_WHOLE = re.compile(
    rf"(?<![\w.,/-])(?P<n>{NUMBER})\s+(?:orang\s+)?{PERSON}\b[^.;:\d]{{0,80}}?"
    r"(?:\bterdiri\s+(?:dari|atas)\b|\b(?:dengan\s+)?(?:pe)?rincian(?:nya)?\b|\bmasing-masing\b|\byakni\b|\byaitu\b|:)",
    _I,
)
_SOME_OF_THEM = re.compile(r"\bantara(?:nya)?\b|\btermasuk\b", _I)
_SENTENCE_END = re.compile(r"(?<=[a-z)])\.(?:\s|$)|\n")
_FIGURE = re.compile(rf"(?<![\w.,/-]){NUMBER}\b(?!\s*\))", _I)
# `Seluruhnya 23 orang dari 8 OPD`, a line of its own.
_TOTAL = re.compile(
    rf"\W*(?=[skjt])(?:seluruhnya|semuanya|keseluruhan(?:nya)?|total(?:nya)?|jumlah(?:nya)?)(?:\s+(?:seluruhnya|keseluruhan|peserta|rombongan))?\s*[:=]?\s*(?:ada\s+|sebanyak\s+)?(?P<n>{NUMBER})\s+(?:orang|org|peserta|pegawai|ASN)\b",
    _I,
)
_NEAR = 40  # units between a heading on the team and such a line


def total_line(units: Sequence[Unit]) -> int | None:
    """How many the line below a heading on the team says that they were altogether."""
    for index, unit in enumerate(units):
        match = _TOTAL.match(unit.text) if unit.owner.table is None else None
        if match is None:
            continue
        heading = next((above.text for above in reversed(units[max(0, index - _NEAR) : index]) if is_label(above)), "")
        if TEAM_HEADING.search(heading):
            return number(match["n"])
    return None


def whole_of(units: Sequence[Unit], groups: Sequence[Group]) -> int | None:
    """The count that one sentence gives and breaks down into just these groups."""
    if not groups:
        return None
    return next((count for count, rest in _breakdowns(units) if _is_broken_down(rest, groups)), None)


def states_whole(units: Sequence[Unit], count: int, groups: Sequence[Group]) -> bool:
    """Whether one sentence gives `count` and breaks it down into just these groups, or a line below them sums them up."""
    if total_line(units) == count:
        return True
    return any(stated == count and _is_broken_down(rest, groups) for stated, rest in _breakdowns(units))


def _breakdowns(units: Sequence[Unit]) -> Iterator[tuple[int, str]]:
    """Each `count persons, made up of …`: the count, and what follows up to the sentence's end."""
    for unit in units:
        text = unit.text
        for match in _WHOLE.finditer(text) if counted_in(text) else ():
            if not _SOME_OF_THEM.search(match.group()) and not _FIGURE.search(text, match.end("n") + 1, match.end()):
                yield number(match["n"]), _SENTENCE_END.split(text[match.end() :], maxsplit=1)[0]


def _is_broken_down(rest: str, groups: Sequence[Group]) -> bool:
    told = all(group.label in rest for group in groups)
    return told and not _SOME_OF_THEM.search(rest) and len(_FIGURE.findall(rest)) == len(groups)


def warning_of_sum(units: Sequence[Unit], count: int | None, groups: Sequence[Group]) -> str | None:
    """What to tell the reader where the groups do not add up to the count that the document states with them."""
    total = sum(group.count for group in groups)
    if count is None or not groups or total == count or not states_whole(units, count, groups):
        return None
    return f"Jumlah peserta ({count} orang) tidak sama dengan jumlah rinciannya ({total} orang)"
