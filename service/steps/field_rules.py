"""What a person may enter as a value: each field's rules, and sentences for staff where they are broken."""

import re
from datetime import date
from typing import Any

from service.steps.refused import Refused

KINDS = ("mou", "agreement", "report", "news", "letter", "other")
DATE_TYPES = ("signed", "start", "end", "event", "published")
TERM_LABELS = ("start", "end", "duration")
PARTICIPANT_LABELS = ("count", "group", "person")
TOPICS = (
    "kinerja_akuntabilitas", "reformasi_birokrasi", "kepegawaian", "pengembangan_kompetensi",
    "perencanaan_penganggaran", "keuangan_aset", "pendapatan_daerah", "pengawasan", "digital_spbe", "pelayanan_publik",
    "infrastruktur_perhubungan", "ekonomi_sumber_daya", "sosial_tenaga_kerja", "kerja_sama", "lainnya",
)  # fmt: skip
FIELDS = (
    "kind", "title", "numbers", "place", "parties", "dates", "term", "participants", "placements", "recommendations",
    "visits", "indicators",
)  # fmt: skip
_ROLE = re.compile(r"party_[1-9]\d?|home|host|facilitator")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan", "februari february feb pebruari", "maret march mar", "april apr", "mei may",
            "juni june jun", "juli july jul", "agustus august agu ags aug", "september sep sept",
            "oktober october okt oct", "november nov nopember nop", "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_WRITTEN = re.compile(r"(\d{1,2})\s+([a-z]+)\.?\s+(\d{4})")
_NUMERIC = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_ISO_DURATION = re.compile(r"P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?")
_DURATION = re.compile(r"(\d+)\s*(tahun|thn|years?|bulan|bln|months?|minggu|weeks?|hari|days?)")
_DURATION_LETTER = {"t": "Y", "y": "Y", "b": "M", "m": "M", "w": "W", "h": "D", "d": "D"}
_OLDEST_YEAR, _NEWEST_YEAR = 1945, 2100
_LONGEST_TEXT = 4000


class WrongValue(Refused):
    """What was entered cannot be taken; the message, and `english`, say why and what to enter."""

    def __init__(self, indonesian: str, english: str) -> None:
        self.english = english
        super().__init__(indonesian)


def checked(field: str, label: str | None, given: dict[str, Any]) -> dict[str, Any]:
    """`given` in the contract's shape for this field, strings made dates, numbers, durations. Raises `WrongValue`."""
    match field:
        case "kind":
            return {"value": _one_of(given.get("value"), KINDS, "Jenis dokumen", "Kind")}
        case "title" | "numbers" | "place":
            return {"value": _text(given.get("value"))}
        case "parties":
            return _party(label, given)
        case "dates":
            kind = _one_of(given.get("type") or label, DATE_TYPES, "Jenis tanggal", "Type of date")
            day = parse_day(given.get("date") or given.get("value"))
            return {"type": kind, "date": day, "text": _optional(given.get("text")) or day, "derived": False}
        case "term":
            _one_of(label, TERM_LABELS, "Bagian jangka waktu", "Part of the term")
            entered = given.get("value")
            return {"value": parse_duration(entered) if label == "duration" else parse_day(entered)}
        case "participants":
            return _participant(label, given)
        case "placements":
            return {"unit": _text(given.get("unit")), "count": _number(given.get("count"))}
        case "recommendations":
            return {
                "text": _text(given.get("text")),
                "addressee": _optional(given.get("addressee")),
                "topic": _one_of(given.get("topic") or "lainnya", TOPICS, "Topik", "Topic"),
                "due": _optional_day(given.get("due")),
                "due_text": _optional(given.get("due_text")),
            }
        case "visits":
            return _visit(given)
        case "indicators":
            return {
                "name": _text(given.get("name")),
                "owner": _optional(given.get("owner")),
                "value": _text(given.get("value")),
                "year": _year(given.get("year")),
            }
        case _:
            raise WrongValue(f"Ruas “{field}” tidak dikenal.", f"There is no field “{field}”.")


def parse_day(entered: Any) -> str:
    """`2024-02-20`, `20/02/2024` or `20 Februari 2024` as an ISO date. Raises `WrongValue` for what is no day."""
    text = str(entered or "").strip().lower()
    parts: tuple[int, int, int] | None = None
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text):
        parts = int(match[1]), int(match[2]), int(match[3])
    elif match := _NUMERIC.fullmatch(text):
        parts = int(match[3]), int(match[2]), int(match[1])
    elif (match := _WRITTEN.fullmatch(text)) and match[2] in _MONTHS:
        parts = int(match[3]), _MONTHS[match[2]], int(match[1])
    if parts is None:
        raise WrongValue(
            "Tanggal tidak dikenal. Tulis seperti 20 Februari 2024 atau 20/02/2024.",
            "This is no date. Write it like 20 February 2024 or 20/02/2024.",
        )
    try:
        day = date(*parts)
    except ValueError:
        raise WrongValue(
            f"Tanggal “{entered}” tidak ada dalam kalender. Periksa hari dan bulannya.",
            f"There is no such day as “{entered}”. Check day and month.",
        ) from None
    if not _OLDEST_YEAR <= day.year <= _NEWEST_YEAR:
        raise WrongValue(
            f"Tahun {day.year} di luar jangkauan {_OLDEST_YEAR} sampai {_NEWEST_YEAR}. Periksa tahunnya.",
            f"The year {day.year} is not between {_OLDEST_YEAR} and {_NEWEST_YEAR}. Check the year.",
        )
    return day.isoformat()


def parse_duration(entered: Any) -> str:
    """`P3Y`, `3 tahun` or `1 tahun 6 bulan` as an ISO 8601 duration. Raises `WrongValue`."""
    text = str(entered or "").strip()
    if _ISO_DURATION.fullmatch(text.upper()):
        return text.upper()
    found = _DURATION.findall(text.lower())
    rest = re.sub(r"dan|and|[\s,]", "", _DURATION.sub("", text.lower()))
    amounts: dict[str, int] = {}
    for number, unit in found:
        letter = "W" if unit.startswith("mi") else _DURATION_LETTER[unit[0]]
        amounts[letter] = amounts.get(letter, 0) + int(number)
    if not found or rest or not any(amounts.values()):
        raise WrongValue(
            "Jangka waktu tidak dikenal. Tulis seperti 3 tahun, 6 bulan, atau 1 tahun 6 bulan.",
            "This is no duration. Write it like 3 years, 6 months or 1 year 6 months.",
        )
    return "P" + "".join(f"{amounts[letter]}{letter}" for letter in "YMWD" if amounts.get(letter))


def check_order(start: str | None, end: str | None) -> None:
    """Raise `WrongValue` when the end lies before the start; both are ISO dates or unknown."""
    if start and end and end < start:
        raise WrongValue(
            f"Tanggal berakhir ({end}) mendahului tanggal mulai ({start}). Periksa keduanya.",
            f"The end ({end}) lies before the start ({start}). Check both.",
        )


def _party(label: str | None, given: dict[str, Any]) -> dict[str, Any]:
    role = given.get("role") or label
    if role is not None and not _ROLE.fullmatch(str(role)):
        raise WrongValue(f"Peran “{role}” tidak dikenal.", f"There is no role “{role}”.")
    representative = given.get("representative") or {}
    person = _optional(given.get("representative_name", representative.get("name")))
    position = _optional(given.get("representative_position", representative.get("position")))
    name = _text(given.get("name"))
    return {
        "name": name,
        "as_written": _optional(given.get("as_written")) or name,
        "role": role,
        "representative": {"name": person, "position": position} if person or position else None,
    }


def _participant(label: str | None, given: dict[str, Any]) -> dict[str, Any]:
    match _one_of(label, PARTICIPANT_LABELS, "Jenis data peserta", "Kind of participants"):
        case "count":
            count = _number(given.get("value"))
            if count is None:
                raise WrongValue("Isi jumlah peserta dengan angka.", "Enter the number of participants.")
            return {"value": count}
        case "group":
            return {"label": _text(given.get("label")), "count": _number(given.get("count")) or 0}
        case _:
            nip = re.sub(r"\D", "", str(given.get("nip") or "")) or None
            if nip is not None and len(nip) != 18:
                raise WrongValue(
                    f"NIP terdiri atas 18 angka; yang ditulis {len(nip)}.", f"A NIP has 18 digits; this has {len(nip)}."
                )
            rest = {name: _optional(given.get(name)) for name in ("position", "unit")}
            return {"name": _text(given.get("name")), "nip": nip, **rest}


def _visit(given: dict[str, Any]) -> dict[str, Any]:
    start, end = _optional_day(given.get("start")), _optional_day(given.get("end"))
    check_order(start, end)
    visitor, host = _optional(given.get("visitor")), _optional(given.get("host"))
    if not visitor and not host:
        raise WrongValue("Isi siapa yang berkunjung atau tuan rumahnya.", "Enter who visits or who hosts.")
    return {
        "visitor": visitor,
        "host": host,
        "reciprocal": str(given.get("reciprocal") or "").lower() in ("true", "1", "on", "y", "ya", "yes"),
        "start": start,
        "end": end,
        "when_text": _optional(given.get("when_text")),
        "purpose": _optional(given.get("purpose")),
    }


def _text(entered: Any) -> str:
    text = _optional(entered)
    if text is None:
        raise WrongValue("Isian ini tidak boleh kosong.", "This must not be empty.")
    return text


def _optional(entered: Any) -> str | None:
    # NUL and other controls would break other sinks; what a person types has no need of them.
    text = "".join(c for c in str(entered) if c in "\n\t" or c.isprintable()).strip() if entered is not None else ""
    if len(text) > _LONGEST_TEXT:
        raise WrongValue(
            f"Isian terlalu panjang ({len(text)} karakter); paling banyak {_LONGEST_TEXT}.",
            f"This is too long ({len(text)} characters); at most {_LONGEST_TEXT}.",
        )
    return text or None


def _optional_day(entered: Any) -> str | None:
    return parse_day(entered) if entered else None


def _number(entered: Any) -> int | None:
    text = str(entered if entered is not None else "").strip()
    if not text:
        return None
    if not text.isdecimal() or int(text) > 1_000_000:
        raise WrongValue(
            f"“{text}” bukan jumlah. Isi dengan angka bulat.", f"“{text}” is no number. Enter a whole number."
        )
    return int(text)


def _year(entered: Any) -> int | None:
    year = _number(entered)
    if year is not None and not _OLDEST_YEAR <= year <= _NEWEST_YEAR:
        raise WrongValue(f"Tahun {year} tidak masuk akal. Periksa tahunnya.", f"The year {year} cannot be. Check it.")
    return year


def _one_of(entered: Any, allowed: tuple[str, ...], indonesian: str, english: str) -> str:
    if entered not in allowed:
        raise WrongValue(
            f"{indonesian} “{entered}” tidak dikenal. Pilih dari daftar.", f"{english} “{entered}” is unknown."
        )
    return str(entered)
