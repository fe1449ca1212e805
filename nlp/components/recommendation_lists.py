"""Lists: how deep each item stands, which number it bears, and the lines below it that say who and when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from nlp.components.deadlines import find_deadline
from nlp.components.recommendation_marks import Unit
from nlp.components.recommendation_timelines import owners_of, times_of
from nlp.components.recommendation_words import is_action
from nlp.pages import BlockKind
from nlp.source import Source

_META_LINE = re.compile(
    r"^(?:(?P<owner>penanggung\s*-?\s*jawab|pic|p\.?j\.?|opd(?:\s+(?:pengampu|pelaksana|terkait))?|perangkat\s+daerah|unit\s+(?:kerja|pelaksana)|pelaksana|instansi|siapa|oleh(?:\s+siapa)?|ditujukan\s+(?:kepada|untuk)|pengampu|leading\s+sector|who|owner)"
    r"|(?P<time>(?:waktu|kapan|jadwal|tenggat|batas\s+waktu|timeline|target|mulai|selesai|when|deadline|due)(?:\s+(?!hasil|kinerja|capaian|output)\w+)?))\s*[:=]\s*(?P<value>\S.{0,90})$",
    re.IGNORECASE,
)
# The same at an item's end: `… bersubsidi. Waktu: Maret 2026`, `… tiga tingkat. -> Dinas Perdagangan, Maret 2026`.
_TAIL_TIME = re.compile(r"[.;,]?\s*\b(?:waktu|target\s+waktu|kapan|tenggat)\s*:\s*(?P<time>[^:]{1,40})$", re.IGNORECASE)
_TAIL_OWNER = re.compile(
    r"[.;,]?\s*(?:(?:->|=>|→|⇒)|\b(?:penanggung\s+jawab|pic|pelaksana)\s*:)\s*(?P<owner>[^:]{2,80})$", re.IGNORECASE
)
_ARROW = re.compile(r"\s*(?:-{1,2}>|=>|→|⇒)\s*")
# `Bappeda: masukkan laboratorium ke RKPD 2027`, `Biro Organisasi --> siapkan format laporan`: who, then what.
LABELLED = re.compile(r"[A-Z][^:.;>]{1,60}?\s*(?::|-{1,2}>|=>|→|⇒)\s+\S+\s+\S")
_BLANK = re.compile(r"[\W_]+")
# `R1 Kurasi produk …`, `PR 3 - SOP ditulis ulang …`, `Usul 2: …`
_RUNNING_NUMBER = re.compile(
    r"^(?:(?:PR|R)\s?\d{1,2}|(?:usul(?:an)?|saran|rekomendasi|butir|poin|aksi)\s+(?:ke-?)?\d{1,2})\s*[-–:.)]?\s+(?=\S+\s\S)",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"[A-Z][^:;]{1,50},\s+\S*\d")
_NUMBER = re.compile(r"(\d{1,2}|[A-Za-z])[.)]\s*$")


@dataclass(slots=True)
class Meta:
    """`beside`: the owner and the time of a unit by its id; `lines`: the ids of the units that only say so."""

    beside: dict[int, tuple[str | None, str | None]] = field(default_factory=dict)
    lines: set[int] = field(default_factory=set)


def meta_of(units: Sequence[Unit], *, slides: bool = False) -> Meta:
    """`Penanggung jawab: BKD` and `Waktu: Triwulan II 2025` below an item belong to it and are none themselves; boxes of a slide too."""
    meta = Meta()
    owners, times = owners_of(units) if slides else ({}, {})
    times = (times_of(units) if slides else {}) | times
    for action in owners.keys() | times.keys():
        who, when = owners.get(action), times.get(action)
        meta.beside[action] = (who.text if who else None, when.text if when else None)
        meta.lines |= {id(box) for box in (who, when) if box is not None}
    before: Unit | None = None
    for place, unit in enumerate(units):
        if before is not None and _is_answer(units, place):
            said = _ARROW.sub("", unit.text, count=1)
            meta.beside[id(before)] = (said, said if find_deadline(said, column=True) else None)
            meta.lines.add(id(unit))
            continue
        match = _META_LINE.match(unit.text) if unit.kind is not BlockKind.CELL else None
        if match is not None and before is not None and _BLANK.fullmatch(match["value"]):
            meta.lines.add(id(unit))
            continue
        if match is None or before is None or (match["time"] and find_deadline(match["value"], column=True) is None):
            before = unit
            continue
        owner, time = meta.beside.get(id(before), (None, None))
        meta.beside[id(before)] = (match["value"], time) if match["owner"] else (owner, match["value"])
        meta.lines.add(id(unit))
    return meta


def _is_answer(units: Sequence[Unit], place: int) -> bool:
    """`-> Bag. Organisasi, 31-01-2026` on a line of its own below an item: who and by when, no item of a list with that mark."""
    unit = units[place]
    if unit.kind is BlockKind.CELL or len(unit.text.split()) > 6 or unit.text.endswith((".", ";")):
        return False
    if _ARROW.match(unit.text):
        return True
    alone = all(other.mark_kind != "bullet" for other in (*units[place - 1 : place], *units[place + 1 : place + 2]))
    ended = units[place - 1].text.endswith((".", ";"))
    return (
        unit.mark_kind == "bullet" and alone and ended and bool(_ANSWER.match(unit.text)) and not is_action(unit.text)
    )


def without_tail(text: str) -> tuple[str, str | None, str | None]:
    """An item's text without its running number and the owner and the time that stand behind it, the owner, the time."""
    owner = time = None
    text = _RUNNING_NUMBER.sub("", text)
    if (arrow := _ARROW.search(text)) and len(text[: arrow.start()].split()) <= 4:
        return text[arrow.end() :], text[: arrow.start()], None  # `Sekretariat -> tambah dua mesin`
    for _ in range(2):
        if match := _TAIL_TIME.search(text):
            text, time = text[: match.start()].rstrip(), match["time"]
        elif match := _TAIL_OWNER.search(text):
            text, owner = text[: match.start()].rstrip(), match["owner"]
            time = time or (owner if find_deadline(owner, column=True) else None)
    return text, owner, time


def number_of(source: Source, unit: Unit) -> int | None:
    """The number or letter that marks `unit`, counted from 1."""
    marked = _NUMBER.search(unit.owner.mark or "") or _NUMBER.search(source.text[max(0, unit.start - 6) : unit.start])
    if marked is None:
        return None
    value = marked[1]
    return int(value) if value.isdigit() else ord(value.casefold()) - ord("a") + 1


def _key(item: Unit, *, trust_levels: bool) -> tuple[int, str]:
    """The level of an item, -1 where it is but guessed, and its kind of mark."""
    level = item.level if item.level is not None and (trust_levels or item.mark_kind == "bullet") else -1
    return level, item.mark_kind or ""


def depths_of(items: Sequence[Unit], *, trust_levels: bool) -> list[int]:
    """How deep each item of a run of list items stands: by its level where the format states levels, else by its kind of mark."""
    stack: list[tuple[int, str]] = []
    depths: list[int] = []
    before: Unit | None = None
    keys = [_key(item, trust_levels=trust_levels) for item in items]
    for place, (item, key) in enumerate(zip(items, keys, strict=True)):
        level, _ = key
        if key in stack:
            del stack[stack.index(key) + 1 :]
        elif before is not None and before.text.endswith(":") and before.mark_kind != item.mark_kind:
            stack.append(key)  # a list of its own (Word counts its levels from one again) below `… dengan:`
        else:
            while stack and level >= 0 and stack[-1][0] > level:
                stack.pop()
            if stack and level >= 0 and stack[-1][0] == level and stack[-1] not in keys[place:]:
                stack[-1] = key
            else:
                stack.append(key)
        depths.append(len(stack) - 1)
        before = item
    return depths
