"""Participants in forms of two columns, one field a row, and in the rows of a form on the whole journey."""

import re
from collections.abc import Iterator, Sequence

from nlp.components.people_names import clean_name, find_nips, is_name, nip_of
from nlp.components.people_rows import people_in_row
from nlp.components.person_items import people_of_items
from nlp.components.person_tables import COLUMNS, FORM_HEAD, is_signature, names_others, names_team
from nlp.components.tables import Table
from nlp.extraction import Person

_PAIR = 2  # columns of a form
# `Pelapor | A, S.T.; B, S.Si.; C`: who tells the journey was on it.
_AUTHORS = re.compile(
    r"(?:para\s+|nama\s+|tim\s+)*(?:pelapor|penyusun|penulis|peserta|pelaksana|pemagang|rombongan)(?:\s+(?:laporan|magang))?",
    re.IGNORECASE,
)
# `Laporan II: `, `Peserta 1 – ` before the name that heads a form.
_REPORT_OF = re.compile(
    r"\W*(?:(?:laporan|lembar|profil|catatan|data)\s+)?(?:laporan|peserta|pemagang|lampiran|bagian|catatan|lembar|profil)(?:\s+(?:ke-?)?(?:\d{1,2}|[IVX]{1,5}|[A-Z]))?\s*[:.–—-]\s+",
    re.IGNORECASE,
)
_FIELD_OF_JOURNEY = re.compile(r"(?:tempat|lokus|lokasi|unit|instansi|opd)\s+(?:magang|penempatan|asal|tujuan)\b")


def people_of_forms(tables: Sequence[Table]) -> Iterator[Person]:
    """Forms of two columns: `Nama | X`, `NIP | …`, `Jabatan | …` once a person, or `Pelaksana | 1. Nama / NIP …`."""
    for table in tables:
        if table.typed or max((len(row) for row in table.rows), default=0) > 3 or is_signature(table):
            continue
        if names_others(table.lead) and not names_team(table.lead):
            continue
        label = ""
        one_by_one = any(
            cell.text.strip(" :").casefold().startswith("nip") for row in table.rows for cell in row.values()
        )
        fields: dict[str, str] = {}
        if headed := _headed_by_name(table) or (_named_above(table) if one_by_one else None):
            fields["name"] = headed
        for row in table.rows:
            value = row[max(row)].text.lstrip(": ")
            written = next(
                (
                    cell.text.strip(" :")
                    for column, cell in row.items()
                    if column < max(row) and cell.text.strip(" :.0123456789")
                ),
                "",
            )
            label = written or label
            if written.casefold().startswith("nama") and fields:
                yield from _person_of_form(fields)
                fields = {}
            key = next(
                (name for name, pattern in COLUMNS.items() if len(written) < 30 and pattern.search(written)), None
            )
            if (key is not None and not find_nips(value)) or key == "nip":
                fields.setdefault(key or "", value)
            if one_by_one or max(row) == 0:
                continue
            if names_team(label) and not names_others(label):
                yield from people_of_items(value)
            if _AUTHORS.fullmatch(label):
                yield from people_in_row(value)
        yield from _person_of_form(fields)


def _headed_by_name(table: Table) -> str | None:
    """The name where a form's title and its first row were taken for its header: `A. DATA PESERTA Nama | A. DATA PESERTA X`."""
    texts = [text.split() for _, text in sorted(table.headers.items())]
    if len(texts) != _PAIR:
        return None
    label, value = texts
    same = next((place for place, (a, b) in enumerate(zip(label, value, strict=False)) if a != b), 0)
    title, name = " ".join(label[:same]), " ".join(value[same:])
    named = FORM_HEAD.search(title) and " ".join(label[same:]).casefold().startswith("nama")
    return name if named and is_name(name) else None


def _named_above(table: Table) -> str | None:
    """`Laporan II: A, S.E.` above a form on A that does not repeat the name."""
    cells = [cell.text.casefold() for row in table.rows for cell in row.values()]
    of_journey = _REPORT_OF.match(table.lead) or any(_FIELD_OF_JOURNEY.match(text) for text in cells)
    if not of_journey or any(text.startswith(("nama", "pihak")) for text in cells) or names_others(table.lead):
        return None
    report_of = _REPORT_OF.match(table.lead)
    name = clean_name(table.lead[report_of.end() :] if report_of else table.lead)
    return name if is_name(name) and ("," in name or report_of) else None


def _person_of_form(fields: dict[str, str]) -> Iterator[Person]:
    nip = nip_of(fields.get("nip", ""))
    name = clean_name(fields.get("name", ""))
    if nip and is_name(name, single=True):
        yield Person(name, nip, fields.get("position"), fields.get("unit"))
