"""An extraction becomes rows: pages, values, and whatever follows them. The only file that knows both shapes.

A value keeps its row across readings by its key, so that what a person decided is found again and left alone.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from service.steps.follow_values import follow_values
from storage.index import SearchIndex
from storage.models import Decision, Document, DocumentPage, Progress, Recommendation, Value, Visit, VisitStatus

_WORD = re.compile(r"[^\W_]+")
_KEY_LENGTH = 200
_ALIKE = 0.85  # of 1: two readings of one sentence, e.g. before and after its bullet was cut off
_OF_A_DATE = ("text", "derived", "evidence", "confidence")  # what a day of the term has from the date that says it
_REWORDED = ("recommendations", "visits")  # fields whose text may come out a little different in another reading
_WELL_READ = 0.80  # of 1: `nlp.readers.ocr_page.READ`, not imported here, for the reader brings the OCR engine along
_UNSURE_KIND = "Jenis dokumen tidak pasti"  # how the warning of `nlp.components.kind` begins
_PAGE_COLUMNS = ("number", "text", "source", "quality", "width", "height", "words")


@dataclass(frozen=True, slots=True)
class Item:
    """One value of the contract's object, on its way to a row."""

    field: str
    label: str | None
    read: dict[str, Any]
    key: str
    confidence: float | None = None
    page: int | None = None
    start: int | None = None
    end: int | None = None
    quote: str | None = None
    doubted: bool = False


def record(
    session: Session,
    index: SearchIndex,
    document: Document,
    pages: Sequence[dict[str, Any]],
    extraction: dict[str, Any],
) -> None:
    """Write pages and values of a reading, all rows that follow them, and the index; nothing is committed here.

    `pages`: number, text, source, quality, width, height, words each. What a person decided stays as it was; machine
    values that are no longer read vanish.
    """
    document.extraction = extraction
    document.page_count = len(pages)
    session.execute(delete(DocumentPage).where(DocumentPage.document_id == document.id))
    if pages:
        rows = [{"document_id": document.id, **{name: page.get(name) for name in _PAGE_COLUMNS}} for page in pages]
        for row in rows:
            row["source"] = row["source"] or "text"
        session.execute(insert(DocumentPage), rows)
    session.expire(document, ["pages"])
    texts = {int(page["number"]): str(page["text"]) for page in pages}
    items = items_of(extraction, texts, badly_read=_badly_read(pages))
    _merge(session, document, items, texts)
    follow_values(session, document)
    index.put_document(session, document)


def value_key(field: str, label: str | None, read: dict[str, Any]) -> str:
    """The name of a value across readings: its field and the normal form of what tells it from others of the field.

    Where a document has only one (its title, the end of its term), field and label name it alone.
    """
    match field:
        case "kind" | "title" | "place" | "term":
            parts: list[Any] = [label]
        case "participants" if label == "count":
            parts = [label]
        case "participants" if label == "person":
            parts = [label, read.get("nip") or read.get("name")]
        case "participants":
            parts = [label, read.get("label")]
        case "parties":
            parts = [read.get("name")]
        case "dates":
            parts = [label, read.get("date")]
        case "placements":
            parts = [read.get("unit")]
        case "recommendations":
            parts = [read.get("text")]
        case "visits":
            parts = [read.get("visitor"), read.get("host"), read.get("start") or read.get("when_text")]
        case "indicators":
            parts = [read.get("name"), read.get("owner"), read.get("year")]
        case _:
            parts = [read.get("value")]
    key = ":".join([field, *(normal_form(part) for part in parts)])
    if len(key) <= _KEY_LENGTH:
        return key
    return f"{key[:150]}:{hashlib.sha256(key.encode()).hexdigest()[:32]}"


def normal_form(value: Any) -> str:
    """Words and numbers in lower case, one blank between them."""
    return "" if value is None else " ".join(_WORD.findall(str(value).casefold()))


def items_of(
    extraction: dict[str, Any], texts: dict[int, str], *, badly_read: frozenset[int] = frozenset()
) -> list[Item]:
    """Every value of the contract's object, field by field; `texts` by page are where plain values are looked for.

    A value without confidence is doubted when it stands on a page that was badly read, or stands nowhere while there is
    such a page; the kind also when the reading warns of it.
    """
    unsure_kind = any(text.startswith(_UNSURE_KIND) for text in extraction.get("warnings") or ())
    items: list[Item] = []
    taken: dict[str, int] = {}
    for field, label, read in _values_of(extraction):
        key = value_key(field, label, read)
        taken[key] = taken.get(key, 0) + 1
        if taken[key] > 1:
            key = f"{key[: _KEY_LENGTH - 4]}#{taken[key]}"
        evidence = read.get("evidence") or _locate(texts, _told(field, label, read))
        place, confidence = _place(evidence), read.get("confidence")
        unread = bool(badly_read) if place["page"] is None else place["page"] in badly_read
        doubted = confidence is None and (unread or (field == "kind" and unsure_kind))
        items.append(Item(field, label, read, key, confidence, **place, doubted=doubted))
    return items


def _badly_read(pages: Sequence[dict[str, Any]]) -> frozenset[int]:
    """Numbers of the pages whose text OCR could hardly make out."""
    return frozenset(
        int(page["number"])
        for page in pages
        if page.get("source") == "ocr" and (quality := page.get("quality")) is not None and quality < _WELL_READ
    )


def _values_of(extraction: dict[str, Any]) -> Iterable[tuple[str, str | None, dict[str, Any]]]:
    for field in ("kind", "title", "place"):
        if extraction.get(field):
            yield field, None, {"value": extraction[field]}
    for number in extraction.get("numbers") or ():
        yield "numbers", None, {"value": number}
    for party in extraction.get("parties") or ():
        yield "parties", party.get("role"), party
    term = extraction.get("term") or {}
    said = _days_of_term(term, extraction.get("dates") or ())
    for dated in extraction.get("dates") or ():
        if not any(dated is day for day in said.values()):
            yield "dates", dated.get("type"), dated
    for label in ("start", "end", "duration"):
        if term.get(label):
            words = {name: said[label][name] for name in _OF_A_DATE if name in said[label]} if label in said else {}
            yield "term", label, {"value": term[label], **words}
    participants = extraction.get("participants") or {}
    if participants.get("count") is not None:
        yield "participants", "count", {"value": participants["count"]}
    for group in participants.get("groups") or ():
        yield "participants", "group", group
    for person in participants.get("people") or ():
        yield "participants", "person", person
    for field in ("placements", "recommendations", "visits", "indicators"):
        for item in extraction.get(field) or ():
            yield field, None, item


def _days_of_term(term: dict[str, Any], dates: Sequence[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The dates that say the first and the last day of the term: the same fact, so that a person decides it once."""
    found: dict[str, dict[str, Any]] = {}
    for dated in dates:
        label = dated.get("type")
        if label in ("start", "end") and dated.get("date") and dated["date"] == term.get(label):
            found.setdefault(label, dated)
    return found


def _told(field: str, label: str | None, read: dict[str, Any]) -> str | None:
    """The words by which a value without evidence can be found in the text; None when they are not the document's."""
    match field, label:
        case (("title" | "place" | "numbers"), _):
            return str(read["value"])
        case "participants", "group":
            return read.get("label")
        case "participants", "person":
            return read.get("name")
        case _:
            return None


def _locate(texts: dict[int, str], told: str | None) -> dict[str, Any] | None:
    """Where the words stand first, white space aside: as they are written, else in other letters, else within other words."""
    if not told or not told.strip():
        return None
    words = r"\s+".join(re.escape(word) for word in told.split())
    whole = rf"(?<![\w@.]){words}(?![\w@])"  # `Boyolali`, not the one in `dinas.boyolali@contoh.id`
    for pattern in (re.compile(whole), re.compile(whole, re.IGNORECASE), re.compile(words, re.IGNORECASE)):
        for page, text in texts.items():
            if match := pattern.search(text):
                return {"page": page, "start": match.start(), "end": match.end(), "quote": match.group()}
    return None


def _place(evidence: dict[str, Any] | None) -> dict[str, Any]:
    return {name: (evidence or {}).get(name) for name in ("page", "start", "end", "quote")}


def _merge(session: Session, document: Document, items: list[Item], texts: dict[int, str]) -> None:
    existing = {value.key: value for value in session.scalars(select(Value).where(Value.document_id == document.id))}
    in_use = _keys_in_use(session, document)
    held = {key for key, value in existing.items() if value.decision is not Decision.READ or key in in_use}
    keys = {item.key for item in items}
    loose = {key: value for key, value in existing.items() if key not in keys}
    settled = {
        value_key(value.field, value.label, value.current)
        for key, value in existing.items()
        if key in held and value.current is not None
    }
    for position, item in enumerate(items):
        value = existing.get(item.key) or _reworded(item, loose)
        if value is None and item.key in settled:
            continue  # a person corrected another value to just this one
        if value is None:
            value = Value(document_id=document.id, key=item.key, field=item.field, decision=Decision.READ)
            session.add(value)
        value.position = position
        loose.pop(value.key, None)
        if value.decision is Decision.READ:
            value.label, value.read, value.confidence = (item.label, item.read, item.confidence)
            value.doubted = item.doubted
            value.page, value.start, value.end, value.quote = (item.page, item.start, item.end, item.quote)
        else:
            _keep_place(value, item, texts)
    for key, value in loose.items():
        if key in held:
            _keep_place(value, None, texts)
        else:
            session.delete(value)
    session.flush()
    session.expire(document, ["values"])


def _keys_in_use(session: Session, document: Document) -> set[str]:
    """Keys of recommendations and visits that people have begun to work on: no later reading takes them away."""
    recommendations = select(Recommendation.key).where(
        Recommendation.document_id == document.id,
        (Recommendation.progress != Progress.NEW)
        | Recommendation.unit.is_not(None)
        | Recommendation.person.is_not(None)
        | Recommendation.due_decided,
    )
    visits = select(Visit.key).where(
        Visit.document_id == document.id, Visit.key.is_not(None), Visit.status != VisitStatus.PROMISED
    )
    return {key for key in (*session.scalars(recommendations), *session.scalars(visits)) if key}


def _reworded(item: Item, loose: dict[str, Value]) -> Value | None:
    """The row of an earlier reading that says nearly the same, where the wording is what tells values apart."""
    if item.field not in _REWORDED:
        return None
    wording = normal_form(item.read.get("text") or item.quote)
    best, best_ratio = None, _ALIKE
    for value in loose.values():
        if value.field != item.field or value.read is None:
            continue
        ratio = SequenceMatcher(
            None, wording, normal_form(value.read.get("text") or value.quote), autojunk=False
        ).ratio()
        if ratio >= best_ratio:
            best, best_ratio = value, ratio
    return best


def _keep_place(value: Value, item: Item | None, texts: dict[int, str]) -> None:
    """Let a decided value point at its quote in the new text; where the quote is gone, at no place."""
    if item is not None and item.quote and normal_form(item.quote) == normal_form(value.quote):
        value.page, value.start, value.end, value.quote = (item.page, item.start, item.end, item.quote)
        return
    text = texts.get(value.page or 0, "")
    if value.quote is None or (value.start is not None and text[value.start : value.end] == value.quote):
        return
    found = _locate({value.page: text} if value.page else {}, value.quote) or _locate(texts, value.quote)
    if found:
        value.page, value.start, value.end, value.quote = (found["page"], found["start"], found["end"], found["quote"])
    else:
        value.start = value.end = None
