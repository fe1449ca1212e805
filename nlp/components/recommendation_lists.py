"""Lists: how deep each item stands, and which number it bears."""

import re
from collections.abc import Sequence

from nlp.components.recommendation_marks import Unit
from nlp.components.recommendation_words import is_action
from nlp.source import Source

# `Bappeda: masukkan laboratorium ke RKPD 2027`, `Biro Organisasi --> siapkan format laporan`: who, then what.
LABELLED = re.compile(r"[A-Z][^:.;>]{1,60}?\s*(?::|-{1,2}>|=>|→|⇒)\s+\S+\s+\S")
# `Dinas Kesehatan dan Dinas Y: menyatukan …`, `BKD → kirim …`: who is to act, then what.
_WHO_ACTS = re.compile(
    r"(?=[BDIKPRSU])(?:Dinas|Badan|Biro|Bagian|Bidang|Inspektorat|Sekretariat|Setda|RSUD|Rumah\s+Sakit|Puskesmas|Kecamatan|Kelurahan|Satpol|Satuan|Sub\w+|Seksi|UPTD?|Unit|Kantor|B[A-Z]{2,7}|D[A-Z]{2,7}|Bap\w+|Di[sn]\w+)\b[^:.;>→⇒]{0,120}?(?::|-{1,2}>|=>|→|⇒)\s+(?=\S+\s+\S)"
)
_NUMBER = re.compile(r"(\d{1,2}|[A-Za-z])[.)]\s*$")


def acts_behind_label(text: str) -> bool:
    """`Dinas Kesehatan: memberlakukan …`: an action behind the unit that is to carry it out."""
    label = _WHO_ACTS.match(text)
    return label is not None and is_action(text[label.end() :])


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
