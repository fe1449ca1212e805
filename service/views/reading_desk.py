"""How a document looks on the desk: its pages with their marks, and its values in groups, in the words of staff."""

from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from service.filters import day
from service.steps.follow_values import is_doubtful
from service.views.follow_up import TOPICS
from service.views.marked_pages import Place, Sheet, places_of, sheets_of
from storage.models import Decision, Document, Value

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
class Field:
    """One value of the desk: its name, what holds, what the machine had read where a person changed it."""

    value: Value
    name: str
    text: str
    was: str | None
    doubtful: bool
    page: int | None
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


def desk_of(document: Document, *, quoted: Place | None = None) -> Desk:
    """Everything that the desk shows of a document; `quoted` is the place that a link asks to be shown."""
    values = list(document.values)
    places = places_of(document)
    groups = []
    for key, fields in GROUPS:
        shown = tuple(_field(value, places.get(value.id)) for value in values if value.field in fields)
        if shown:
            decided = sum(item.value.decision is not Decision.READ for item in shown)
            groups.append(Group(group_name(key), shown, decided))
    undecided = [value for value in values if value.decision is Decision.READ]
    return Desk(
        sheets=sheets_of(document, places, quoted),
        groups=tuple(groups),
        decided=len(values) - len(undecided),
        total=len(values),
        sure=sum(not is_doubtful(value) for value in undecided),
        warnings=tuple((document.extraction or {}).get("warnings", ())),
    )


def _field(value: Value, place: Place | None) -> Field:
    current = value.current if value.decision is not Decision.REJECTED else value.read
    was = None
    if value.decision is Decision.CORRECTED and value.read is not None:
        was = as_text(value.field, value.label, value.read)
    doubtful = value.decision is Decision.READ and is_doubtful(value)
    return Field(
        value, field_name(value.field, value.label), as_text(value.field, value.label, current), was, doubtful,
        place.page if place else value.page, _details(value.field, current or {}),
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
    elif field in ("dates", "term"):
        # What a person enters stands nowhere in the document: its text is the date itself.
        written = item.get("text") if item.get("text") != item.get("date") else None
        found = [(_("Tertulis"), written), (_("Cara"), _("dihitung") if item.get("derived") else None)]
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
    """The topic in the words of the follow-up pages."""
    return str(TOPICS.get(topic, topic)) if topic else None


def _kinds() -> dict[str, str]:
    return {
        "mou": _("Nota kesepahaman"), "agreement": _("Perjanjian kerja sama"), "report": _("Laporan magang"),
        "news": _("Berita"), "letter": _("Surat"), "other": _("Lainnya"),
    }  # fmt: skip


def group_name(key: str) -> str:
    names = {
        "document": _("Dokumen"), "dates": _("Tanggal dan jangka waktu"), "parties": _("Para Pihak"),
        "participants": _("Peserta dan penempatan"), "recommendations": _("Rekomendasi"), "visits": _("Kunjungan"),
        "indicators": _("Indikator"),
    }  # fmt: skip
    return str(names[key])


def field_name(field: str, label: str | None) -> str:
    """What staff call a value: `Tanggal penandatanganan` for dates, signed."""
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
