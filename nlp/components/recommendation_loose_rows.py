"""A table without lines that a PDF's reader gives as paragraphs: the action on one, who, by when and the rest on the next."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp.components.deadlines import find_deadline
from nlp.components.recommendation_marks import Unit
from nlp.components.recommendation_who_when import names_unit
from nlp.components.recommendation_words import is_action
from nlp.pages import BlockKind

# `Tindakan Pelaksana Waktu Perkiraan biaya`: the names of columns on one line.
_HEAD = re.compile(
    r"(?:no\.?\s+)?(?:tindakan|rekomendasi|usul(?:an)?|saran|langkah|rencana\s+(?:aksi|tindak\s+lanjut)|aksi|kegiatan)(?:\s+\w+){0,2}?\s+"
    r"(?:pelaksana|penanggung\s*-?\s*jawab|pemilik|pic|pengampu|opd|perangkat\s+daerah|unit\s+kerja)\b(?:\s+[\w/]+){0,6}$",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Z][\w&/.-]*(?:,?\s+(?:dan\s+|serta\s+)?[A-Z][\w&/.-]*)*")
_MOST_HEAD = 10  # words
_MOST_REST = 2  # paragraphs of a row behind its action


@dataclass(frozen=True, slots=True)
class LooseRow:
    """An action with who is to act and by when; `rest`: the paragraphs that say so."""

    action: Unit
    rest: Sequence[Unit]
    owner: str
    time: str | None


def loose_rows(units: Sequence[Unit]) -> Iterator[LooseRow]:
    """The rows below each line of column names, two or more of them; none where a row does not name a unit."""
    for place, unit in enumerate(units):
        if _is_head(unit):
            rows = list(_below(units, place))
            if len(rows) > 1:
                yield from rows


def _is_head(unit: Unit) -> bool:
    return (
        unit.kind is BlockKind.PARAGRAPH
        and unit.mark_kind is None
        and len(unit.text.split()) <= _MOST_HEAD
        and _HEAD.match(unit.text) is not None
    )


def _below(units: Sequence[Unit], head: int) -> Iterator[LooseRow]:
    above = units[head - 1] if head else None
    given = above.text if above is not None and above.kind is BlockKind.HEADING and _last_day(above.text) else None
    place = head + 1
    while place < len(units) and _holds_action(units[place], units[head]):
        rest: list[Unit] = []
        for unit in units[place + 1 : place + 1 + _MOST_REST]:
            if unit.page != units[head].page or unit.kind is BlockKind.CELL or is_action(unit.text):
                break
            if rest and _owner(rest[0].text) != rest[0].text.strip():
                break  # the row is whole: what follows is another paragraph
            rest.append(unit)
        owner = _owner(" ".join(unit.text for unit in rest))
        if owner is None:
            return
        time = _time(" ".join(unit.text for unit in rest))
        yield LooseRow(units[place], rest, owner, time or given)
        place += 1 + len(rest)


def _holds_action(unit: Unit, head: Unit) -> bool:
    return unit.kind is BlockKind.PARAGRAPH and unit.page == head.page and is_action(unit.text)


def _owner(text: str) -> str | None:
    """The unit that `text` begins with: `Bidang Pelayanan` of `Bidang Pelayanan denah loket baru`."""
    stated = find_deadline(text, column=True)
    match = _NAME.match(text[: stated.start] if stated is not None else text)
    named = match.group().rstrip(" .,;") if match else ""
    return named if named and names_unit(named) else None


def _time(text: str) -> str | None:
    stated = find_deadline(text, column=True)
    return stated.text if stated is not None and stated.last is not None else None


def _last_day(text: str) -> bool:
    stated = find_deadline(text, column=True)
    return stated is not None and stated.last is not None
