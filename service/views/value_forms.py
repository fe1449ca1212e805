"""What the forms of the desk ask: to correct a value, and to add one that was not read."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from service.steps.follow_values import AGREEMENT_KINDS
from service.views.reading_desk import field_name, group_name
from storage.models import Document, Value

Asked = tuple[str, str, str, str]  # name, label, type, what holds now; type: text, long, date, topic, kind, role or yes

ROLES = (*(f"party_{number}" for number in range(1, 7)), "home", "host", "facilitator")
ADDABLE = (
    ("document", ("kind", "title", "numbers", "place")),
    ("dates", ("dates.signed", "dates.start", "dates.end", "dates.event", "dates.published",
               "term.start", "term.end", "term.duration")),
    ("parties", ("parties",)),
    ("participants", ("participants.count", "participants.group", "participants.person", "placements")),
    ("recommendations", ("recommendations",)),
    ("visits", ("visits",)),
    ("indicators", ("indicators",)),
)  # fmt: skip
# An agreement runs from and to its term; the same days as plain dates would be a second, contradicting pair.
_NOT_IN_AGREEMENTS = ("dates.start", "dates.end")


@dataclass(frozen=True, slots=True)
class Addable:
    """A kind of value that can be added; `key` is its field and label, as `dates.signed` or `parties.`."""

    key: str
    name: str
    parts: tuple[Asked, ...]


def addable(document: Document) -> list[tuple[str, list[Addable]]]:
    """What can be added to a document, by the groups of the desk."""
    left_out = _NOT_IN_AGREEMENTS if document.kind in AGREEMENT_KINDS else ()
    return [
        (group_name(group), [_addable(document, key) for key in keys if key not in left_out]) for group, keys in ADDABLE
    ]


def party_roles() -> list[tuple[str, str]]:
    """The roles that a party can have, each with its name."""
    return [("", str(_("Tidak disebutkan"))), *((role, field_name("parties", role)) for role in ROLES)]


def _addable(document: Document, key: str) -> Addable:
    field, _dot, label = key.partition(".")
    parts = asked_of(field, label or None, {})
    if field == "parties":
        parts.append(("role", str(_("Kedudukan")), "role", _next_role(document.kind, document.values)))
    name = str(_("Pihak")) if field == "parties" else field_name(field, label or None)
    return Addable(f"{field}.{label}", name, tuple(parts))


def _next_role(kind: str | None, values: Iterable[Value]) -> str:
    """The first number of an agreement's parties that none has yet; elsewhere a person says it."""
    if kind not in AGREEMENT_KINDS:
        return ""
    taken = {value.label for value in values if value.field == "parties" and value.current is not None}
    return next((role for role in ROLES if role.startswith("party_") and role not in taken), "")


def form_fields(value: Value) -> list[Asked]:
    """What the form asks that corrects a value."""
    return asked_of(value.field, value.label, value.current or value.read or {})


def asked_of(field: str, label: str | None, item: dict[str, Any]) -> list[Asked]:
    """The parts of a value of this field, with what `item` holds of them."""
    person = item.get("representative") or {}
    asked: dict[str, list[tuple[str, str, str, Any]]] = {
        "kind": [("value", _("Jenis"), "kind", item.get("value"))],
        "title": [("value", _("Tentang"), "long", item.get("value"))],
        "parties": [
            ("name", _("Nama resmi"), "text", item.get("name")),
            ("representative_name", _("Diwakili"), "text", person.get("name")),
            ("representative_position", _("Jabatan"), "text", person.get("position")),
        ],
        "dates": [("date", _("Tanggal"), "date", item.get("date"))],
        "placements": [
            ("unit", _("Unit"), "text", item.get("unit")),
            ("count", _("Jumlah"), "text", item.get("count")),
        ],
        "recommendations": [
            ("text", _("Rekomendasi"), "long", item.get("text")),
            ("addressee", _("Ditujukan kepada"), "text", item.get("addressee")),
            ("topic", _("Topik"), "topic", item.get("topic")),
            ("due", _("Tenggat"), "date", item.get("due")),
        ],
        "visits": [
            ("visitor", _("Yang berkunjung"), "text", item.get("visitor")),
            ("host", _("Tuan rumah"), "text", item.get("host")),
            ("start", _("Mulai"), "date", item.get("start")),
            ("end", _("Selesai"), "date", item.get("end")),
            ("purpose", _("Tujuan"), "long", item.get("purpose")),
            ("reciprocal", _("Kunjungan balasan"), "yes", "1" if item.get("reciprocal") else "0"),
        ],
        "indicators": [
            ("name", _("Indikator"), "text", item.get("name")),
            ("owner", _("Milik"), "text", item.get("owner")),
            ("value", _("Nilai"), "text", item.get("value")),
            ("year", _("Tahun"), "text", item.get("year")),
        ],
    }
    if field == "participants" and label == "person":
        found = [(key, name, "text", item.get(key)) for key, name in
                 (("name", _("Nama")), ("nip", "NIP"), ("position", _("Jabatan")), ("unit", _("Unit")))]  # fmt: skip
    elif field == "participants" and label == "group":
        found = [("label", _("Kelompok"), "text", item.get("label")), ("count", _("Jumlah"), "text", item.get("count"))]
    elif field == "term" and label != "duration":
        found = [("value", _("Tanggal"), "date", item.get("value"))]
    else:
        found = asked.get(field, [("value", _("Nilai"), "text", item.get("value"))])
    return [(key, str(name), kind, "" if now is None else str(now)) for key, name, kind, now in found]
