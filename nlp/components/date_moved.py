"""Days that a table of changes gives anew: `Kegiatan | Semula | Menjadi`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from nlp.components.programme_words import STUDY
from nlp.components.recommendation_units import Unit, units_of
from nlp.facts import DateMention
from nlp.pages import BlockKind
from nlp.source import Source

_I = re.IGNORECASE
_ONCE = re.compile(r"\W*(?:(?:jadwal|tanggal|waktu|hari|rencana)\s+)?(?:semula|sebelum(?:nya)?|lama|awal)\b", _I)
_ANEW = re.compile(
    r"\W*(?:(?:jadwal|tanggal|waktu|hari)\s+)?(?:(?:di)?(?:ubah|geser|alihkan|tunda)\s+)?(?:menjadi|baru|pengganti|perubahan|penyesuaian)\b",
    _I,
)
_INTERNSHIP = re.compile(r"\b(?:pe)?magang(?:an)?\b|\bpraktik\s+kerja\b", _I)
_JOURNEY = re.compile(rf"\b(?:kunjungan|{STUDY})", _I)
# A row that says what it is about by no more than a label; the paper is then about one stay.
_TIME = re.compile(
    r"\W*(?:(?:jadwal|waktu|tanggal|hari|masa|periode|lama)(?:\s*[/&,]\s*\w+)*(?:\s+(?:dan\s+\w+|pelaksanaan|kegiatan))?|pelaksanaan)\W*$",
    _I,
)
_NO_JOURNEY = re.compile(
    r"\b(?:seminar|rapat|ekspos\w*|penutupan|pembukaan|laporan|kunjungan\s+(?:balasan|balik))\b", _I
)


@dataclass(frozen=True, slots=True)
class Change:
    """A row of such a table: what it is about, and the cell with its new time."""

    what: Unit
    anew: Unit


def changes(source: Source) -> Iterator[Change]:
    """The rows of every table with a column for what was planned once and one for what holds now."""
    units = units_of(source)
    headers = {unit.owner.header for unit in units if unit.owner.header}
    if not any(_ONCE.match(header) for header in headers) or not any(_ANEW.match(header) for header in headers):
        return
    cells = (unit for unit in units if unit.kind is BlockKind.CELL and unit.owner.header)
    for _, group in groupby(cells, key=lambda unit: (unit.page, unit.owner.table, unit.owner.row)):
        row = list(group)
        anew = next((unit for unit in row if _ANEW.match(unit.owner.header or "")), None)
        once = next((unit for unit in row if _ONCE.match(unit.owner.header or "")), None)
        if anew is not None and once is not None and row[0] is not once:
            yield Change(row[0], anew)


def moved_to(source: Source, mentions: Sequence[DateMention]) -> DateMention | None:
    """The new days of the internship, or of the visit where no row is about an internship."""
    rows = [change for change in changes(source) if not _NO_JOURNEY.search(change.what.text)]
    for about in (_INTERNSHIP, _JOURNEY):
        for change in rows:
            if about.search(change.what.text):
                return next((m for m in mentions if change.anew.start <= m.start < change.anew.end), None)
    timed = [change for change in rows if _TIME.match(change.what.text)]
    if len(timed) != 1:
        return None
    return next((m for m in mentions if timed[0].anew.start <= m.start < timed[0].anew.end), None)
