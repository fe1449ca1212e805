"""What stands behind an item's action: who is to act and by when (`… — Bidang X`, `… oleh Dinas Y | tenggat Mei 2026`), and its number before."""

import re

from nlp.components.deadlines import find_deadline
from nlp.components.recommendation_timelines import UNIT_ALONE, is_time
from nlp.components.recommendation_who_when import who_and_when
from nlp.components.recommendation_words import is_action

# `… bersubsidi. Waktu: Maret 2026`, `… tiga tingkat. Penanggung jawab: Dinas Perdagangan`.
_TAIL_TIME = re.compile(
    r"\s*[.;,|]?\s*\b(?:waktu|target\s+waktu|kapan|tenggat)\s*:\s*(?P<time>(?=[^:|]*\w)[^:|]{1,40})$", re.IGNORECASE
)
_TAIL_OWNER = re.compile(
    r"\s*[.;,|]?\s*(?:(?:->|=>|→|⇒)|\b(?:penanggung\s+jawab|pic|pelaksana)\s*:)\s*(?P<owner>[^:|]{2,80})$",
    re.IGNORECASE,
)
# The last field of a line that is typed as fields: `… | tenggat Mei 2026`, `… — Sekretariat`, `… // BKD`.
_FIELD = re.compile(r"\s*(?:(?P<bar>\|{1,2}|/{2})|\s(?:[—–-]{1,3}|[·•])(?=\s))\s*(?P<field>[^|—–·•]{0,70}?)\s*$")
# `… titik. [Dinas X; Januari 2026]`, `… (Dinas X, TW II 2026)`: both at the end of an item.
_BRACKETS = re.compile(r"\s*[\[(](?P<said>[^\[\]()]{5,100})[\])]\W*$")
_OWNER_LABEL = re.compile(
    r"(?:oleh|pic|p\.?j\.?|penanggung\s+jawab|pelaksana|pengampu|pelaku|siapa)\b\s*:?\s*(?=\S)", re.IGNORECASE
)
_TIME_LABEL = re.compile(
    r"(?:tenggat|(?:target\s+)?waktu|kapan|target|jadwal|batas(?:\s+waktu)?|selesai|tuntas|mulai)\b\s*:?\s*(?=\S)",
    re.IGNORECASE,
)
_NAMES_TIME = re.compile(r"(?:tenggat|(?:target\s+)?waktu|kapan|target|jadwal|batas)\b", re.IGNORECASE)
_BLANK = re.compile(r"(?:(?:oleh|pic|pj|pelaksana|tenggat|waktu|kapan|target)\b\s*:?)?[\W_]*$", re.IGNORECASE)
_BY_UNIT = re.compile(r"\s+oleh\s+(?P<owner>[A-Z][^|:;]{2,80})$")
_ARROW = re.compile(r"\s*(?:-{1,2}>|=>|→|⇒)\s*")
# `R1 Kurasi produk …`, `PR 3 - SOP ditulis ulang …`, `Usul 2: …`
_RUNNING_NUMBER = re.compile(
    r"^(?:(?:PR|R|RK|RTL)[\s-]?\d{1,2}|(?:usul(?:an)?|saran|rekomendasi|butir|poin|aksi)\s+(?:ke-?)?\d{1,2})\s*[-–:.)]?\s+(?=\S+\s\S)|^0\d\s+(?=[A-Z]\w+\s)",
    re.IGNORECASE,
)
# `Apa: Menyusun SOP arsip` on a card whose next lines say `Siapa: …` and `Kapan: …`.
_WHAT = re.compile(
    r"^(?:apa|aksi|usul(?:an)?|saran|rekomendasi|langkah|kegiatan|tindakan|rencana|solusi|what|action)\s*:\s+(?=\S+\s\S)",
    re.IGNORECASE,
)
_MOST_FIELDS = 3


def without_tail(text: str) -> tuple[str, str | None, str | None]:
    """An item's text without its running number and the owner and the time that stand behind it, the owner, the time."""
    text = _WHAT.sub("", _RUNNING_NUMBER.sub("", text))
    if (arrow := _ARROW.search(text)) and len(text[: arrow.start()].split()) <= 4:
        return text[arrow.end() :], text[: arrow.start()], None  # `Sekretariat -> tambah dua mesin`
    if text.rstrip(" .;").endswith(("]", ")")) and (match := _BRACKETS.search(text)):
        said = who_and_when(match["said"])
        if said is not None and None not in said:
            return text[: match.start()].rstrip(), *said
    owner = time = None
    for _ in range(2):
        if match := _TAIL_TIME.search(text):
            text, time = text[: match.start()].rstrip(), match["time"]
        elif match := _TAIL_OWNER.search(text):
            text, owner = text[: match.start()].rstrip(), match["owner"]
            time = time or (owner if find_deadline(owner, column=True) else None)
    text, field_owner, field_time = _without_fields(text)
    return text, owner or field_owner, time or field_time


def _without_fields(text: str) -> tuple[str, str | None, str | None]:
    owner = time = None
    barred = False
    for _ in range(_MOST_FIELDS):
        match = _FIELD.search(text)
        if match is None or match.start() < 8:
            break
        field, said = match["field"], _said(match["field"])
        if match["bar"] and _BLANK.match(field):
            said = (None, None)
        elif said is None:
            break
        text, barred = text[: match.start()].rstrip(), barred or bool(match["bar"])
        owner, time = owner or said[0], time or said[1]
    if barred and owner is None and (by := _BY_UNIT.search(text)) and UNIT_ALONE.match(by["owner"]):
        text, owner = text[: by.start()], by["owner"]
    return text, owner, time


def _said(field: str) -> tuple[str | None, str | None] | None:
    """The owner and the time that a field states; None if it states neither and so is part of the action."""
    if label := _OWNER_LABEL.match(field):
        field = field[label.end() :]
        return field, field if find_deadline(field, column=True) else None
    label = _TIME_LABEL.match(field)
    if is_time(field[label.end() :] if label else field):
        return None, field[label.end() :] if label and _NAMES_TIME.match(field) else field
    if field[:1].isupper() and UNIT_ALONE.match(field) and len(field.split()) <= 9 and not is_action(field):
        return field, field if find_deadline(field, column=True) else None
    return None
