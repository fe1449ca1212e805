"""The boxes of a slide and what each is for: an action, or only who is to act or by when."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nlp.components.deadlines import find_deadline
from nlp.components.recommendation_marks import Unit
from nlp.components.recommendation_timelines import UNIT_ALONE
from nlp.components.recommendation_words import is_action
from nlp.pages import BlockKind, Box

_MAY_BE_TIME = re.compile(r"\d|segera|tiap|bulan|rutin|berkala|jangka|tahun", re.IGNORECASE)
# `mulai Agustus`: the year is said elsewhere.
_MONTH = re.compile(
    r"(?:(?:mulai|awal|akhir|pertengahan|sebelum|sampai|hingga|s\.?d\.?|pada|paling\s+lambat)\s+)*(?:bulan\s+)?(?:januari|[fp]ebruari|maret|april|mei|juni|juli|agustus|september|oktober|nov?[ep]+m?ber|desember)",
    re.IGNORECASE,
)
_LONGEST_TIME = 48  # characters
_LONGEST_SAID = 90
# What may stand beside the time itself: `TAHUN INI (2025)`, `Tahap 1 — Maret 2025`, `Jangka pendek: 2025`.
_PHASE = re.compile(
    r"(?:\b(?:tahun|ini|depan|nanti|kelak|jangka|pendek|menengah|panjang|tahap(?:an)?|fase|periode|segera|cepat|kilat|quick|wins?|mulai|target|waktu|kapan|tenggat|gelombang|langkah|short|mid|medium|long|term|phase|step|by|bulan|awal|akhir|pada|sampai|dengan|pertama|kedua|ketiga|keempat|[ivx]{1,4})\b|\d{1,2}\b|[^\w]|_)+",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*(?:\s[·•|–—/-]\s|[·•|]|\n|;\s|,\s(?=\D*\d)|\((?=[^()]*\d[^()]*\)\s*$))\s*")
_ICON = re.compile(r"^[^\w(]+")  # a picture before the words
_OWNER_LABEL = re.compile(
    r"(?:penanggung\s*-?\s*jawab|pic|p\.?j\.?|pelaksana|pengampu|pemilik|leading\s+sector|opd(?:\s+pengampu)?|oleh|siapa|who|owner)\s*(?:[:=]\s*|\n)(?=[A-Z])",
    re.IGNORECASE,
)
_TIME_LABEL = re.compile(
    r"(?:(?:target\s+|batas\s+)?waktu(?:\s+(?:pelaksanaan|penyelesaian))?|kapan|tenggat|jadwal|when|deadline)\s*(?:[:=]\s*|\n)(?=\S)",
    re.IGNORECASE,
)
_AGENCY = re.compile(r"D(?!A[KU]|PA\b|IPA\b)[A-Z][A-Z0-9]{1,8}")  # `DLH`, `DKUKM`
LONGEST_LABEL = 5  # words
_MOST_LINES = 3  # of a box that only says who or when: `Tahap 1`, below it `Maret 2026`
_LEAST_TEXT = 12  # characters of a box that may hold an action
_ABOUT = 3.0  # points by which boxes of one size may differ

Said = tuple[str | None, str | None]


@dataclass(slots=True)
class Shape:
    """One box of a slide with its units; `said`: owner and time, if it says nothing else."""

    box: Box
    units: list[Unit]
    said: Said = (None, None)
    acts: bool = False


def shapes_of(slide: Iterable[Unit]) -> list[Shape]:
    """The boxes of a slide with text of their own, and what they are for: by their words, or as most boxes of their row or column."""
    shapes: list[Shape] = []
    for unit in slide:
        box = unit.owner.box
        if box is None or unit.kind in (BlockKind.CELL, BlockKind.HEADING, BlockKind.NOTE):
            continue
        if shapes and shapes[-1].box is box:
            shapes[-1].units.append(unit)
        else:
            shapes.append(Shape(box, [unit]))
    for shape in shapes:
        shape.acts = any(is_action(unit.text) and is_long(unit) for unit in shape.units)
    if not any(shape.acts for shape in shapes):
        return shapes  # what the others say is asked only beside actions
    for shape in shapes:
        if len(shape.units) <= _MOST_LINES:
            shape.said = says("\n".join(unit.text for unit in shape.units))
            shape.acts = shape.acts and shape.said == (None, None)
    for shape in [shape for shape in shapes if not shape.acts and shape.said == (None, None)]:
        _as_its_like(shape, shapes)
    return shapes


def _as_its_like(shape: Shape, shapes: Sequence[Shape]) -> None:
    """`DLH` in the column of `Diskominfo` is an agency; a box among those of actions holds an action too, whatever its words."""
    like = [other for other in shapes if other is not shape and _are_alike(shape.box, other.box)]
    text = shape.units[0].text
    if like and 2 * sum(other.acts for other in like) >= len(like) and all(is_long(unit) for unit in shape.units):
        shape.acts = True
    elif len(shape.units) == 1 and len(text.split()) <= LONGEST_LABEL and text[:1].isupper():
        owners = sum(other.said[0] is not None and other.said[1] is None for other in like)
        if owners and 2 * owners >= len(like):
            shape.said = (text, None)


def _are_alike(box: Box, other: Box) -> bool:
    """Two boxes of one size in one row or one column."""
    return (
        abs(box.right - box.left - other.right + other.left) <= _ABOUT
        and abs(box.bottom - box.top - other.bottom + other.top) <= _ABOUT
        and (abs(box.left - other.left) <= _ABOUT or abs(box.top - other.top) <= _ABOUT)
    )


def says(text: str) -> Said:
    """Owner and time, if `text` says nothing else: `DPMPTSP`, `TW II 2025`, `BKPSDM · Maret 2026`."""
    if len(text) > _LONGEST_SAID:
        return None, None
    text = _ICON.sub("", text)
    *phases, last = text.split("\n")
    if phases and all(_PHASE.fullmatch(line) for line in phases):
        text = last  # `Tahap 1` is no day of the month below it
    if (label := _TIME_LABEL.match(text)) and _is_time(text[label.end() :]):
        return None, " ".join(text[label.end() :].split())
    if label := _OWNER_LABEL.match(text):
        owner, *rest = _PARTS.split(text[label.end() :])
        return owner, next((part.strip(" ()") for part in rest if _is_time(part.strip(" ()"))), None)
    if _is_time(text):
        return None, " ".join(text.split())
    if (UNIT_ALONE.match(text) and not any(character.isdigit() for character in text)) or _AGENCY.fullmatch(text):
        return text, None
    parts = [part.strip(" ()") for part in _PARTS.split(text) if part.strip(" ()")]
    if len(parts) < 2:
        return None, None
    times = [part for part in parts if _is_time(part)]
    owners = [part for part in parts if part not in times]
    if len(times) != 1 or not owners or not (UNIT_ALONE.match(owners[0]) or _AGENCY.fullmatch(owners[0])):
        return None, None
    return owners[0], times[0]


def is_labelled(shape: Shape) -> bool:
    """`Pemilik` above the unit, `Waktu: …`: the box names what it says."""
    text = _ICON.sub("", "\n".join(unit.text for unit in shape.units))
    return bool(_OWNER_LABEL.match(text) or _TIME_LABEL.match(text))


def _is_time(text: str) -> bool:
    if _MONTH.fullmatch(text):
        return True
    if len(text) > _LONGEST_TIME or not _MAY_BE_TIME.search(text):
        return False
    stated = find_deadline(text, column=True)
    if stated is None:
        return False
    rest = text.replace(stated.text, " ", 1).strip()
    return not rest or (stated.last is not None and _PHASE.fullmatch(rest) is not None)


def is_long(unit: Unit) -> bool:
    return len(unit.text) >= _LEAST_TEXT and (not unit.text.isupper() or unit.text.count(" ") > 2)
