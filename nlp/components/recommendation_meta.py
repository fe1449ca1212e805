"""Lines and boxes that only say who is to act and by when: to which recommendations they belong."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from nlp.components.deadlines import find_deadline
from nlp.components.recommendation_headings import is_heading
from nlp.components.recommendation_loose_rows import loose_rows
from nlp.components.recommendation_marks import Unit
from nlp.components.recommendation_tails import without_tail
from nlp.components.recommendation_timelines import UNIT_ALONE, is_time, owners_of, times_of
from nlp.components.recommendation_who_when import names_unit, who_and_when
from nlp.components.recommendation_words import is_action
from nlp.components.slide_cards import cards_of
from nlp.pages import BlockKind

_META_LINE = re.compile(
    r"^(?:(?P<owner>penanggung\s*-?\s*jawab|pic|p\.?j\.?|opd(?:\s+(?:pengampu|pelaksana|terkait))?|perangkat\s+daerah|unit\s+(?:kerja|pelaksana)|pelaksana|pelaku|instansi|siapa|oleh(?:\s+siapa)?|ditujukan\s+(?:kepada|untuk)|pengampu|leading\s+sector|who|owner|(?:yang|siapa)\s+(?:(?:akan|harus|bertugas)\s+)?(?:mengerjakan|melaksanakan|menjalankan|menangani|menindaklanjuti|memimpin|bertanggung\s*jawab|bertugas)|di(?:kerjakan|laksanakan|jalankan|tangani)\s+oleh|pemilik|tugas)"
    r"|(?P<time>(?:waktu|rencana(?=\s+(?:penyelesaian|selesai))|kapan|jadwal|tenggat|batas\s+waktu|timeline|target|mulai|selesai|when|deadline|due|(?:(?:bisa|dapat|akan|harus|paling\s+cepat|diharapkan)\s+)?(?:di\s?)?(?:mulai|kerjakan|selesaikan|tuntas(?:kan)?|selesai)|paling\s+lambat|sebelum|bila(?:mana)?)(?:\s+(?!hasil|kinerja|capaian|output)\w+)?))\s*[:=]\s*(?P<value>\S.{0,90})$",
    re.IGNORECASE,
)
# `tanpa anggaran, semuanya tuntas sebelum HUT Kota, 17 Oktober 2024` at a slide's foot.
_FOOT = re.compile(
    r"^(?:(?:semua(?:nya)?|seluruh(?:nya)?|ketiganya|keempatnya|tanpa\s+(?:anggaran|biaya)|target)\b|[a-z(*])[^.:]{0,60}?"
    r"\b(?:dikerjakan|diselesaikan|selesai|tuntas|rampung|beres|dimulai|dilaksanakan|dijalankan|ditargetkan|target|terlaksana)\b",
    re.IGNORECASE,
)
_ARROW = re.compile(r"\s*(?:-{1,2}>|=>|→|⇒)\s*")
_BEGINS_LIST = re.compile(r":\s*\(?[1a][.)]\s+\S[^:]{5,}$")
_BLANK = re.compile(r"[\W_]+")
_FIELD_END = re.compile(r"\s*(?:[|;·•,]|\s[–—-]\s|/{2}|\.\s)\s*(?=[A-Z][a-z]+(?:\s\w+){0,2}\s*[:=]\s*\S)")
_ANSWER = re.compile(r"[A-Z][^:;]{1,50},\s+\S*\d")
_FRAMED = re.compile(r"(?:>+\s*|(?P<open>\[))(?P<owner>[^\[\]>]{3,80})(?(open)\])$")
_BREAKS_OFF = re.compile(
    r"\b(?:mulai|pada|sebelum|sampai(?:\s+dengan)?|hingga|lambat(?:nya)?|akhir|awal|bulan|tahun|tanggal|dalam)$",
    re.IGNORECASE,
)
_LONGEST_FOOT = 110  # characters

Said = tuple[str | None, str | None]


@dataclass(slots=True)
class Meta:
    """`beside`: the owner and the time of a unit by its id; `lines`: the ids of the units that only say so."""

    beside: dict[int, Said] = field(default_factory=dict)
    lines: set[int] = field(default_factory=set)
    rows: set[int] = field(default_factory=set)  # actions of tables that are read as paragraphs
    scattered: set[int] = field(default_factory=set)  # slides with times of which it is not known to what they belong
    headings: dict[int, set[str]] = field(
        default_factory=dict
    )  # by slide the lines above one column, which head no other

    def add(self, unit: Unit, owner: str | None, time: str | None) -> None:
        """`owner`, `time` are said of `unit`; what was said of it before stays where they say nothing."""
        was_owner, was_time = self.beside.get(id(unit), (None, None))
        self.beside[id(unit)] = (owner or was_owner, time or was_time)


def meta_of(units: Sequence[Unit], *, slides: bool = False) -> Meta:
    """`Penanggung jawab: BKD` and `Waktu: Triwulan II 2025` below an item belong to it and are none themselves; boxes of a slide too."""
    meta = Meta()
    if slides:
        _add_boxes(meta, units)
    for row in () if slides else loose_rows(units):
        meta.rows.add(id(row.action))
        meta.add(row.action, row.owner, row.time)
        meta.lines |= {id(unit) for unit in row.rest}
    before: int | None = None  # the last unit that says something of its own
    for place, unit in enumerate(units):
        if id(unit) in meta.lines and not slides:
            continue
        if before is not None and (
            _add_answer(meta, units, before, place)
            or (slides and _add_foot(meta, units, before, unit))
            or _add_labelled(meta, units, before, place)
        ):
            meta.lines.add(id(unit))
        else:
            before = place
    return meta


def _add_answer(meta: Meta, units: Sequence[Unit], before: int, place: int) -> bool:
    """`Dinas X → triwulan III 2027`, `-> Bag. Organisasi`, `Triwulan III 2026.` below an item: without a label."""
    item, unit = units[before], units[place]
    if answered := _who_and_when(item, unit):
        meta.add(item, *answered)
        return True
    if _is_answer(units, place):
        framed = _FRAMED.match(unit.text)
        said = framed["owner"] if framed else _ARROW.sub("", unit.text, count=1)
        meta.beside[id(item)] = (said, said if find_deadline(said, column=True) else None)
        return True
    if _is_rest_of_time(item, unit):
        meta.add(item, None, unit.text.rstrip(" .;"))
        return True
    return False


def _add_foot(meta: Meta, units: Sequence[Unit], before: int, unit: Unit) -> bool:
    """A slide's foot that says by when: of all actions above that have no time of their own."""
    if not _is_foot(unit):
        return False
    for action in _actions_above(units, before, meta):
        if meta.beside.get(id(action), (None, None))[1] is None:
            meta.add(action, None, unit.text)
    return True


def _add_labelled(meta: Meta, units: Sequence[Unit], before: int, place: int) -> bool:
    """`Penanggung jawab: BKD`, `Waktu: Triwulan II 2025`; a form's blank behind the label says nothing of any item."""
    unit = units[place]
    fields = _fields(unit.text) if unit.kind is not BlockKind.CELL else []
    if not fields:
        return False
    stated = [
        match
        for match in fields
        if not _BLANK.fullmatch(match["value"]) and (match["owner"] or find_deadline(match["value"], column=True))
    ]
    if not stated:
        return all(_BLANK.fullmatch(match["value"]) for match in fields)
    targets = {said: _targets(units, before, place, meta, said=said) for said in {int(not m["owner"]) for m in stated}}
    for match in stated:
        owner, time = (match["value"], None) if match["owner"] else (None, match["value"])
        for target in targets[1 if time else 0]:
            meta.add(target, owner, time)
    return True


def _fields(text: str) -> list[re.Match[str]]:
    """What a line's fields say of who and when: `Pemilik: Dinas X | Waktu: Mei 2026 | Biaya: Rp60 juta`."""
    fields = [_META_LINE.match(part) for part in _FIELD_END.split(text)]
    return [match for match in fields if match is not None] if fields[0] is not None else []


def _who_and_when(item: Unit, unit: Unit) -> Said | None:
    """`Dinas X → triwulan III 2027` on a line below an item, `Dinas X` or `Mei 2026` on one that stands deeper: what it says of the item."""
    if (
        BlockKind.CELL in (item.kind, unit.kind)
        or is_heading(item)
        or item.page != unit.page
        or item.text.endswith(":")
    ):
        return None
    if (item.mark_kind is None and not is_action(item.text)) or unit.kind is BlockKind.HEADING:
        return None
    listed = _is_item(item) and _is_item(unit) and item.level is not None and unit.level is not None
    deeper = listed and (unit.level or 0) > (item.level or 0)
    if not deeper and not any(map(str.isdigit, unit.text)):
        return None
    said = who_and_when(unit.text)
    if said is None or None not in said:
        return said
    return said if deeper and not names_unit(item.text) else None


def _is_rest_of_time(item: Unit, unit: Unit) -> bool:
    """`… dua kali setahun, mulai` and `Triwulan III 2026.` on the next line, which a reader has parted from the item."""
    return (
        item.mark_kind is not None
        and unit.mark_kind is None
        and _BREAKS_OFF.search(item.text) is not None
        and is_time(unit.text.rstrip(" .;"))
    )


def _add_boxes(meta: Meta, units: Sequence[Unit]) -> None:
    cards = cards_of(units)
    meta.beside |= cards.beside
    meta.lines |= cards.lines
    meta.headings = cards.headings
    units = [unit for unit in units if unit.page not in cards.pages]
    owners, boxed_times = owners_of(units)
    times = times_of(units) | boxed_times
    for action in owners.keys() | times.keys():
        who, when = owners.get(action), times.get(action)
        meta.beside[action] = (who.text if who else None, when.text if when else None)
        meta.lines |= {id(box) for box in (who, when) if box is not None}
    loose = Counter(unit.page for unit in units if id(unit) not in meta.lines and _is_box(unit) and is_time(unit.text))
    meta.scattered |= {page for page, count in loose.items() if count > 1}


def _targets(units: Sequence[Unit], before: int, place: int, meta: Meta, *, said: int) -> list[Unit]:
    """What a line about the owner (`said` 0) or the time (1) is about: the item above, or the whole list that it closes or heads."""
    above = units[before]
    if _is_item(above):
        items = _run_above(units, before, meta)
        goes_on = next((unit for unit in units[place + 1 : place + 4] if not _META_LINE.match(unit.text)), None)
        ended = goes_on is None or not _is_item(goes_on) or goes_on.mark_kind != above.mark_kind
        if len(items) > 1 and ended and not any(_has_own(item, meta, said) for item in items):
            return items
    elif is_heading(above):
        return [above, *_run_below(units, place)]
    return [above]


def _has_own(item: Unit, meta: Meta, said: int) -> bool:
    """The owner or the time of the item stands beside it or at its end already."""
    return meta.beside.get(id(item), (None, None))[said] is not None or without_tail(item.text)[1 + said] is not None


def _is_box(unit: Unit) -> bool:
    return unit.kind is BlockKind.PARAGRAPH and unit.mark_kind is None


def _is_item(unit: Unit) -> bool:
    return unit.mark_kind is not None and unit.kind not in (BlockKind.CELL, BlockKind.HEADING, BlockKind.NOTE)


def _run_above(units: Sequence[Unit], last: int, meta: Meta) -> list[Unit]:
    """The items of the list that ends at `last`, on its page, with no line about owner or time between them."""
    items: list[Unit] = []
    for unit in reversed(units[: last + 1]):
        if not _is_item(unit) or unit.page != units[last].page or id(unit) in meta.lines:
            if items and _BEGINS_LIST.search(unit.text) and unit.kind is not BlockKind.CELL:
                items.append(unit)  # `Saran: (1) …`, then `(2) …` on lines of their own
            break
        items.append(unit)
    return items


def _run_below(units: Sequence[Unit], place: int) -> list[Unit]:
    """The items of the list right below a line under a heading, if no such line stands below the first of them."""
    items: list[Unit] = []
    for unit in units[place + 1 :]:
        if _META_LINE.match(unit.text):
            if items:
                return []
            continue
        if not _is_item(unit) or is_heading(unit):
            break
        items.append(unit)
    return items


def _is_foot(unit: Unit) -> bool:
    """A line at a slide's foot that says by when all that stands above is to be done."""
    if unit.kind is not BlockKind.PARAGRAPH or unit.mark_kind is not None or len(unit.text) > _LONGEST_FOOT:
        return False
    if not _FOOT.match(unit.text) or is_action(unit.text):
        return False
    stated = find_deadline(unit.text)
    return stated is not None and stated.last is not None


def _actions_above(units: Sequence[Unit], last: int, meta: Meta) -> list[Unit]:
    """The actions of the slide up to `last`."""
    page = units[last].page
    found: list[Unit] = []
    for unit in reversed(units[: last + 1]):
        if unit.page != page:
            break
        if is_action(unit.text) and id(unit) not in meta.lines:
            found.append(unit)
    return found


def _is_answer(units: Sequence[Unit], place: int) -> bool:
    """`-> Bag. Organisasi, 31-01-2026` on a line of its own below an item: who and by when, no item of a list with that mark."""
    unit = units[place]
    if unit.kind is BlockKind.CELL or len(unit.text.split()) > 6 or unit.text.endswith((".", ";")):
        return False
    if _ARROW.match(unit.text):
        return True
    if _is_owner_line(units, place):
        return True
    alone = all(other.mark_kind != "bullet" for other in (*units[place - 1 : place], *units[place + 1 : place + 2]))
    ended = units[place - 1].text.endswith((".", ";"))
    return (
        unit.mark_kind == "bullet" and alone and ended and bool(_ANSWER.match(unit.text)) and not is_action(unit.text)
    )


def _is_owner_line(units: Sequence[Unit], place: int) -> bool:
    """`> Dinas PUPR`, `[Biro Organisasi]` below an item of another mark: a unit and nothing else is who is to act."""
    unit, item = units[place], units[place - 1]
    if item.mark_kind is None or item.kind in (BlockKind.CELL, BlockKind.HEADING):
        return False
    framed = _FRAMED.match(unit.text)
    if framed is None and not (
        unit.mark_kind == "bullet" and item.mark_kind != "bullet" and item.text.endswith((".", ";"))
    ):
        return False
    return UNIT_ALONE.match(framed["owner"] if framed else unit.text) is not None and not is_action(unit.text)
