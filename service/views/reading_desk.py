"""How a document looks on the desk: its pages cut into plain and marked pieces, its values in groups."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from service.filters import day
from service.steps.follow_values import is_doubtful
from storage.models import Decision, Document, DocumentPage, Value

GROUPS = (
    ("document", ("kind", "title", "numbers", "place")),
    ("dates", ("dates", "term")),
    ("parties", ("parties",)),
    ("participants", ("participants", "placements")),
    ("recommendations", ("recommendations",)),
    ("visits", ("visits",)),
    ("indicators", ("indicators",)),
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a page's text; `value_id` where a value's evidence begins or goes on, with how it is drawn."""

    text: str
    value_id: int | None = None
    look: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    number: int
    pieces: tuple[Piece, ...]
    source: str
    quality: float | None


@dataclass(frozen=True, slots=True)
class Field:
    """One value of the desk: its name, what holds, what the machine had read where a person changed it."""

    value: Value
    name: str
    text: str
    was: str | None
    doubtful: bool
    details: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Group:
    name: str
    fields: tuple[Field, ...]
    decided: int


@dataclass(frozen=True, slots=True)
class Desk:
    sheets: tuple[Sheet, ...]
    groups: tuple[Group, ...]
    decided: int
    total: int
    sure: int
    warnings: tuple[str, ...]


def desk_of(document: Document) -> Desk:
    """Everything that the desk shows of a document."""
    values = list(document.values)
    groups = []
    for key, fields in GROUPS:
        shown = tuple(_field(value) for value in values if value.field in fields)
        if shown:
            decided = sum(item.value.decision is not Decision.READ for item in shown)
            groups.append(Group(_group_name(key), shown, decided))
    undecided = [value for value in values if value.decision is Decision.READ]
    return Desk(
        sheets=tuple(_sheet(page, [v for v in values if v.page == page.number]) for page in document.pages),
        groups=tuple(groups),
        decided=len(values) - len(undecided),
        total=len(values),
        sure=sum(not is_doubtful(value) for value in undecided),
        warnings=tuple((document.extraction or {}).get("warnings", ())),
    )


def _sheet(page: DocumentPage, values: Sequence[Value]) -> Sheet:
    """The page's text cut at the evidence of its values; where two overlap, the one that begins first keeps its place."""
    pieces: list[Piece] = []
    position = 0
    placed = [value for value in values if value.start is not None and value.end is not None]
    for value in sorted(placed, key=lambda value: (value.start or 0, -(value.end or 0))):
        start, end = max(value.start or 0, position), min(value.end or 0, len(page.text))
        if end <= start:
            continue
        if start > position:
            pieces.append(Piece(page.text[position:start]))
        pieces.append(Piece(page.text[start:end], value.id, _look(value)))
        position = end
    pieces.append(Piece(page.text[position:]))
    return Sheet(page.number, tuple(pieces), page.source, page.quality)


def _look(value: Value) -> str:
    if value.decision is not Decision.READ:
        return "done"
    return "low" if is_doubtful(value) else ""


def _field(value: Value) -> Field:
    current = value.current if value.decision is not Decision.REJECTED else value.read
    was = None
    if value.decision is Decision.CORRECTED and value.read is not None:
        was = as_text(value.field, value.label, value.read)
    doubtful = value.decision is Decision.READ and is_doubtful(value)
    return Field(
        value, _field_name(value.field, value.label), as_text(value.field, value.label, current), was, doubtful,
        _details(value.field, current or {}),
    )  # fmt: skip


def as_text(field: str, label: str | None, item: dict[str, Any] | None) -> str:
    """A value in one line, in the words of staff."""
    if not item:
        return str(_("Tidak disebutkan"))
    match field:
        case "kind":
            return str(_kinds().get(str(item.get("value")), item.get("value")))
        case "parties":
            return str(item["name"])
        case "dates":
            return day(item["date"])
        case "term":
            return duration_in_words(str(item["value"])) if label == "duration" else day(str(item["value"]))
        case "participants":
            if label == "group":
                return f"{item.get('label')}: {item.get('count')}"
            return str(item.get("name") or _("%(count)s orang", count=item.get("value")))
        case "placements":
            return str(item["unit"]) + (f" ({item['count']})" if item.get("count") else "")
        case "recommendations":
            return str(item["text"])
        case "visits":
            return f"{item.get('visitor') or _('Tidak disebutkan')} → {item.get('host') or _('Tidak disebutkan')}"
        case "indicators":
            return f"{item['name']}: {item['value']}"
        case _:
            return str(item.get("value"))


def _details(field: str, item: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """Further parts of a value, each with its name; parts that the document does not state are left out."""
    found: list[tuple[str, Any]] = []
    if field == "parties":
        person = item.get("representative") or {}
        found = [(_("Tertulis"), item.get("as_written") if item.get("as_written") != item.get("name") else None),
                 (_("Diwakili"), person.get("name")), (_("Jabatan"), person.get("position"))]  # fmt: skip
    elif field == "dates":
        found = [(_("Tertulis"), item.get("text")), (_("Cara"), _("dihitung") if item.get("derived") else None)]
    elif field == "recommendations":
        found = [(_("Ditujukan kepada"), item.get("addressee")), (_("Topik"), topic_name(item.get("topic"))),
                 (_("Tenggat"), day(item["due"]) if item.get("due") else item.get("due_text"))]  # fmt: skip
    elif field == "visits":
        span = " – ".join(day(item[key]) for key in ("start", "end") if item.get(key))
        found = [(_("Jenis"), _("Kunjungan balasan") if item.get("reciprocal") else None),
                 (_("Waktu"), span or item.get("when_text")), (_("Tujuan"), item.get("purpose"))]  # fmt: skip
    elif field == "indicators":
        found = [(_("Milik"), item.get("owner")), (_("Tahun"), item.get("year"))]
    elif field == "participants":
        found = [("NIP", item.get("nip")), (_("Jabatan"), item.get("position")), (_("Unit"), item.get("unit"))]
    return tuple((str(name), str(text)) for name, text in found if text)


def form_fields(value: Value) -> list[tuple[str, str, str, str]]:
    """What the form of a value asks: (name, label, type, what holds now); type is text, long, date, topic, kind or yes."""
    item = value.current or value.read or {}
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
    if value.field == "participants" and value.label == "person":
        found = [(key, name, "text", item.get(key)) for key, name in
                 (("name", _("Nama")), ("nip", "NIP"), ("position", _("Jabatan")), ("unit", _("Unit")))]  # fmt: skip
    elif value.field == "participants" and value.label == "group":
        found = [("label", _("Kelompok"), "text", item.get("label")), ("count", _("Jumlah"), "text", item.get("count"))]
    elif value.field == "term" and value.label != "duration":
        found = [("value", _("Tanggal"), "date", item.get("value"))]
    else:
        found = asked.get(value.field, [("value", _("Nilai"), "text", item.get("value"))])
    return [(key, str(name), kind, "" if now is None else str(now)) for key, name, kind, now in found]


def duration_in_words(duration: str) -> str:
    """3 tahun 6 bulan for P3Y6M."""
    words = {"Y": _("tahun"), "M": _("bulan"), "W": _("minggu"), "D": _("hari")}
    number, parts = "", []
    for letter in duration.removeprefix("P"):
        if letter.isdigit():
            number += letter
        elif letter in words:
            parts.append(f"{number} {words[letter]}")
            number = ""
    return " ".join(parts) or duration


def topic_name(topic: str | None) -> str | None:
    return topic.replace("_", " ").capitalize() if topic else None


def _kinds() -> dict[str, str]:
    return {
        "mou": _("Nota kesepahaman"), "agreement": _("Perjanjian kerja sama"), "report": _("Laporan magang"),
        "news": _("Berita"), "letter": _("Surat"), "other": _("Lainnya"),
    }  # fmt: skip


def _group_name(key: str) -> str:
    names = {
        "document": _("Dokumen"), "dates": _("Tanggal dan jangka waktu"), "parties": _("Para Pihak"),
        "participants": _("Peserta dan penempatan"), "recommendations": _("Rekomendasi"), "visits": _("Kunjungan"),
        "indicators": _("Indikator"),
    }  # fmt: skip
    return str(names[key])


def _field_name(field: str, label: str | None) -> str:
    names = {
        ("kind", None): _("Jenis"), ("title", None): _("Tentang"), ("numbers", None): _("Nomor"), ("place", None): _("Tempat"),
        ("dates", "signed"): _("Tanggal penandatanganan"), ("dates", "start"): _("Tanggal mulai"),
        ("dates", "end"): _("Tanggal berakhir"), ("dates", "event"): _("Tanggal kegiatan"),
        ("dates", "published"): _("Tanggal terbit"), ("term", "start"): _("Mulai berlaku"), ("term", "end"): _("Berakhir"),
        ("term", "duration"): _("Jangka waktu"), ("parties", "home"): _("Instansi asal"),
        ("parties", "host"): _("Instansi tujuan"), ("parties", "facilitator"): _("Fasilitator"),
        ("participants", "count"): _("Jumlah peserta"), ("participants", "group"): _("Kelompok peserta"),
        ("participants", "person"): _("Peserta"), ("placements", None): _("Penempatan"),
        ("recommendations", None): _("Rekomendasi"), ("visits", None): _("Kunjungan"), ("indicators", None): _("Indikator"),
    }  # fmt: skip
    if field == "parties" and (label or "").startswith("party_"):
        return str(_("Pihak ke-%(number)s", number=(label or "").removeprefix("party_")))
    return str(names.get((field, label)) or names.get((field, None)) or field)
