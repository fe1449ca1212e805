"""Documents whose every value a person has decided become labelled documents for the next training."""

import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from service.resources import Resources
from service.steps.refused import Refused
from storage.models import Decision, Document, State, Value

_ONE = ("kind", "title", "place")
_MANY = ("parties", "dates", "placements", "recommendations", "visits", "indicators")
_OWN = ("evidence", "confidence")  # what the machine adds to a value; gold has none of it
_DECOYS = {"recommendations": "text", "dates": "date", "parties": "name", "numbers": "value"}


def export_corpus(resources: Resources, folder: Path) -> int:
    """Write every reviewed document and one `gold.json` into `folder`, which must be new or empty; how many there are.

    Labels are what people confirmed, corrected or added; what they rejected becomes `must_not`. Raises Refused.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused(f"{folder} sudah berisi. Pilih folder baru atau kosong.")
    folder.mkdir(parents=True, exist_ok=True)
    entries: list[dict[str, Any]] = []
    with resources.database.session() as session:
        reviewed = select(Document).where(Document.state == State.REVIEWED).options(selectinload(Document.values))
        for document in session.scalars(reviewed.order_by(Document.id)):
            name = f"{document.id:06d}.{document.format or 'bin'}"
            shutil.copyfile(resources.files.path(document.sha256), folder / name)
            entries.append({"file": name, "format": document.format, **labels(document.values)})
    (folder / "gold.json").write_text(json.dumps(entries, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return len(entries)


def labels(values: Iterable[Value]) -> dict[str, Any]:
    """`gold` and `must_not` of one document, in the corpus's form."""
    gold: dict[str, Any] = {
        **dict.fromkeys(_ONE),
        "numbers": [],
        **{field: [] for field in _MANY},
        "term": {"start": None, "end": None, "duration": None},
        "participants": {"count": None, "groups": [], "people": []},
    }
    must_not: dict[str, list[Any]] = {}
    for value in values:
        if value.decision is Decision.REJECTED:
            told = (value.read or {}).get(_DECOYS.get(value.field, ""))
            if told:
                must_not.setdefault(value.field, []).append(told)
            elif value.field == "term" and "text" in (value.read or {}):  # a date was read beside it
                must_not.setdefault("dates", []).append((value.read or {})["value"])
        elif value.current is not None:
            _put(gold, value.field, value.label, value.current)
            if value.field == "term" and (dated := _as_date(value)) is not None:
                gold["dates"].append(dated)
    return {"gold": gold, "must_not": must_not}


def _as_date(value: Value) -> dict[str, Any] | None:
    """A day of the term as the date that says it; None where no date was read beside it."""
    read, held = value.read or {}, (value.current or {}).get("value")
    if "text" not in read:
        return None
    unchanged = held == read.get("value")
    return {
        "type": value.label, "date": held, "text": read["text"] if unchanged else held,
        "derived": bool(read.get("derived")) and unchanged,
    }  # fmt: skip


def _put(gold: dict[str, Any], field: str, label: str | None, current: dict[str, Any]) -> None:
    if field in _ONE:
        gold[field] = current["value"]
    elif field == "numbers":
        gold[field].append(current["value"])
    elif field == "term" and label:
        gold["term"][label] = current["value"]
    elif field == "participants" and label == "count":
        gold["participants"]["count"] = current["value"]
    elif field == "participants":
        gold["participants"]["people" if label == "person" else "groups"].append(current)
    elif field in _MANY:
        gold[field].append({name: item for name, item in current.items() if name not in _OWN})
