"""Boxes of a slide that hold an action, its time and who is to act: which belong together.

A road map's boxes come out of the file row by row (all times, then all actions) or card by card (who, action, time).
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise

from nlp.components.deadlines import find_deadline
from nlp.components.recommendation_marks import Unit
from nlp.components.recommendation_words import is_action
from nlp.pages import BlockKind

_MAY_BE_TIME = re.compile(r"\d|segera", re.IGNORECASE)
# A box that holds but who is to act.
UNIT_ALONE = re.compile(
    r"(?:pic|pj|oleh)?\s*:?\s*(?:(?:para|seluruh|semua|setiap|masing[\s-]masing)\s+)?(?:kepala\s+(?:distrik|desa|opd|skpd|perangkat|dinas|badan|bagian|bidang|kantor|upt\w*|puskesmas|sekolah|kampung|lingkungan)|camat|lurah|kades|keuchik|(?:wali|raja)\s+nagari|dinas|badan|biro|bagian|bidang|inspektorat|sekretariat|setda|setwan|sekda|sub\s?bag\w*|seksi|upt\w*|instalasi|kecamatan|kelurahan|puskesmas|rsud|satpol|bkd|bkpsdm\w*|bpsdm\w*|bappe\w*|bapperida|bpkad|bpkd|bkad|bapenda|bpbd|dpm\w+|dis[a-z]{2,12}|din[a-z]{2,5}|kominfo|opd)\b[\w ,./&()-]{0,60}$|(?:pic|pj|oleh)?\s*:?\s*(?:bag|bid|subb?ag|sekr)\.\s?[A-Za-z][\w ,./&()-]{0,60}$",
    re.IGNORECASE,
)
_LONGEST_HEAD = 60  # characters of a box's first line that says by when
_TIME_APART = re.compile(r"\s*(?P<mark>[:(–—|-])\s*(?P<time>[^:()|]{4,32})\)?\W*$")
_LONGEST = 32  # characters of a box that holds but a time


@lru_cache(maxsize=2048)  # of each cell and box several readers ask
def is_time(text: str) -> bool:
    """Whether `text` states a time and nothing else: `Mei 2026`, `TW IV 2026`, `Akhir 2026`."""
    if len(text) > _LONGEST or not _MAY_BE_TIME.search(text):
        return False
    stated = find_deadline(text, column=True)
    return (
        stated is not None and stated.last is not None and len(text.strip(" ()")) - len(stated.text.strip(" ()")) <= 6
    )


def times_of(units: Sequence[Unit]) -> dict[int, Unit]:
    """The box with the time of each action's box, by the action's id, on every slide."""
    found: dict[int, Unit] = {}
    for slide in _slides(units):
        headed = _under_heads(slide)
        heads = {id(head) for head in headed.values()}
        boxes = [(unit, is_time(unit.text)) for unit in slide if id(unit) not in headed and id(unit) not in heads]
        found |= headed
        found |= _of_slide([(unit, timed) for unit, timed in boxes if timed or _acts(unit)])
    return found


def _under_heads(slide: Sequence[Unit]) -> dict[int, Unit]:
    """The box whose first line heads it with a time, `MULAI SEKARANG (paling lambat Maret 2026)`: the time of all below in the box."""
    found: dict[int, Unit] = {}
    for box, group in groupby(slide, key=lambda unit: unit.owner.box):
        head, *below = group
        if box is None or not below or not _heads_with_time(head):
            continue
        if all(unit.kind is BlockKind.PARAGRAPH for unit in below) and any(is_action(unit.text) for unit in below):
            found |= {id(unit): head for unit in below if not _says_when(unit.text)}
    return found


def _heads_with_time(unit: Unit) -> bool:
    """`TAHUN INI JUGA (Desember 2026)`, `Jangka pendek: s.d. Juni 2026`: few words, and a time that stands apart from them."""
    if unit.mark_kind is not None or len(unit.text) > _LONGEST_HEAD or not _MAY_BE_TIME.search(unit.text):
        return False
    apart = _TIME_APART.search(unit.text)
    if apart is None or not is_time(apart["time"]):
        return is_time(unit.text)
    return (
        unit.text.isupper() or apart["mark"] == ":" or unit.text[: apart.start()].isupper() or not is_action(unit.text)
    )


def _says_when(text: str) -> bool:
    stated = find_deadline(text)
    return stated is not None and stated.last is not None


def owners_of(units: Sequence[Unit]) -> tuple[dict[int, Unit], dict[int, Unit]]:
    """The boxes with the owner and those with the time of each action's box, by the action's id: of cards, or of rows of boxes."""
    owners: dict[int, Unit] = {}
    times: dict[int, Unit] = {}
    for slide in _slides(units):
        boxes = [(unit, kind) for unit in slide if (kind := _kind_of(unit))]
        if cards := _cards(boxes):
            owners |= cards
            continue
        of_rows, at = _rows(boxes)
        owners |= of_rows
        times |= at
    return owners, times


def _kind_of(unit: Unit) -> str:
    if _acts(unit):
        return "action"
    return "time" if is_time(unit.text) else "owner" if UNIT_ALONE.match(unit.text) else ""


def _cards(boxes: Sequence[tuple[Unit, str]]) -> dict[int, Unit]:
    """Who, what and by when card by card: the owner stands right before each action, or behind each, or above several."""
    named = [(unit, kind) for unit, kind in boxes if kind != "time"]
    kinds = [kind for _, kind in named]
    count = len(named) // 2
    pairs = list(zip(named[::2], named[1::2], strict=False))
    if count and kinds == ["owner", "action"] * count:
        return {id(action): owner for (owner, _), (action, _) in pairs}
    if count and kinds == ["action", "owner"] * count:
        return {id(action): owner for (action, _), (owner, _) in pairs}
    return _runs(named) or _columns(named)


def _runs(named: Sequence[tuple[Unit, str]]) -> dict[int, Unit]:
    """As many actions behind one or several owners, again and again: two boxes above two others, then one above one."""
    owners: dict[int, Unit] = {}
    waiting: list[Unit] = []
    place = 0
    for unit, kind in named:
        if kind == "owner":
            if place:
                waiting, place = waiting[place:], 0
                if waiting:
                    return {}
            waiting.append(unit)
        elif place < len(waiting):
            owners[id(unit)] = waiting[place]
            place += 1
        else:
            return {}
    return owners if waiting and place == len(waiting) else {}


def _columns(named: Sequence[tuple[Unit, str]]) -> dict[int, Unit]:
    """The owner above one or several actions, as a heading of them: the boxes begin with an owner and end with an action."""
    kinds = [kind for _, kind in named]
    if kinds.count("owner") < 2 or kinds[0] != "owner" or kinds[-1] != "action":
        return {}
    if any(pair == ("owner", "owner") for pair in pairwise(kinds)):
        return {}
    owners: dict[int, Unit] = {}
    owner = named[0][0]
    for unit, kind in named:
        if kind == "owner":
            owner = unit
        else:
            owners[id(unit)] = owner
    return owners


def _rows(boxes: Sequence[tuple[Unit, str]]) -> tuple[dict[int, Unit], dict[int, Unit]]:
    """A row of actions above as many owners, and as many times or none."""
    owners: dict[int, Unit] = {}
    times: dict[int, Unit] = {}
    for group in _rows_of(boxes):
        row = group["action"]
        if len(group["owner"]) == len(row) and len(group["time"]) in (0, len(row)) and row:
            owners |= {id(action): owner for action, owner in zip(row, group["owner"], strict=True)}
            if group["time"]:
                times |= {id(action): time for action, time in zip(row, group["time"], strict=True)}
    return owners, times


def _rows_of(boxes: Sequence[tuple[Unit, str]]) -> Iterator[dict[str, list[Unit]]]:
    """Each run of actions with the owners and times behind it."""
    group: dict[str, list[Unit]] = {"action": [], "owner": [], "time": []}
    for unit, kind in boxes:
        if kind == "action" and (group["owner"] or group["time"]):
            yield group
            group = {"action": [], "owner": [], "time": []}
        if kind == "action" or group["action"]:
            group[kind].append(unit)
    yield group


def _slides(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    """The units of each page."""
    for _, slide in groupby(units, key=lambda unit: unit.page):
        yield list(slide)


def _acts(unit: Unit) -> bool:
    if unit.kind is not BlockKind.PARAGRAPH or unit.mark_kind is not None or not is_action(unit.text):
        return False
    return not unit.text.isupper() or unit.text.count(" ") > 2  # `KENAIKAN BERKALA` is a card's title


def _of_slide(boxes: Sequence[tuple[Unit, bool]]) -> dict[int, Unit]:
    """Times and actions of one slide paired: in turn, or the first time with the first action where all times come first."""
    kinds = [timed for _, timed in boxes]
    times = [unit for unit, timed in boxes if timed]
    actions = [unit for unit, timed in boxes if not timed]
    if not times or not actions:
        return {}
    if len(times) == len(actions) and kinds in (
        [True] * len(times) + [False] * len(actions),
        [False] * len(actions) + [True] * len(times),
    ):
        return {id(action): time for action, time in zip(actions, times, strict=True)}
    if kinds[0] and kinds == [True, False] * len(times):
        return {id(action): time for action, time in zip(actions, times, strict=True)}
    if kinds[0]:
        return {}  # the time stands above its actions, as a heading does
    return {id(before): after for (before, was_time), (after, timed) in pairwise(boxes) if timed and not was_time}
