"""Where a document names the places of an internship or a visit: columns, labels, forms, headings, lists, sentences."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from nlp.components.head_counts import NUMBER, number
from nlp.components.institutions import region_of
from nlp.components.people_names import clean_name, is_name
from nlp.components.placement_units import UnitNames
from nlp.components.recommendation_units import Unit
from nlp.components.recommendation_words import bare_heading
from nlp.components.tables import Cell, Table, is_label
from nlp.names import title_case
from nlp.pages import BlockKind
from nlp.source import Source

_I = re.IGNORECASE
_LOCUS_COLUMN = re.compile(
    r"\blokus\b|\blokasi\s+(?:magang|penempatan)|penempatan|(?:tempat|instansi|unit|opd)\s+(?:magang|tujuan)|ditempatkan",
    _I,
)
# `Praktik di lokus`, `Kondisi lokus`: a column of what was seen there.
_FINDINGS = re.compile(r"\b(?:praktik|kondisi|temuan|pelajaran|hasil|catatan|contoh|keadaan|di)\s+(?:\w+\s+)?lokus", _I)
_PERSON_COLUMN = re.compile(r"\bnama\b|\bnip\b", _I)
_FIGURES = re.compile(r"^(?:jumlah|jml|banyaknya)\b", _I)
_LOCUS_LABEL = re.compile(
    r"^(?:\W*(?:lokus|lokasi|tempat|penempatan|(?:instansi|opd|perangkat\s+daerah|unit(?:\s+kerja)?)\s+(?:tujuan|magang|penempatan|lokus)|tujuan|tuan\s+rumah|host|instansi\s+(?:yang\s+)?dituju|yang\s+di(?:tuju|kunjungi)|ke\s+mana)(?:\s+(?:magang|kunjungan|kegiatan|studi\s+tiru|penempatan|dan\s+waktu|\d|[IVX]+|belajar|kerja|kami|praktik))*)\s*[:–-]",
    _I,
)
_LABEL_CUE = re.compile(r"lok|empat|tuju|kunjungi|host|tuan|mana|magang")  # in each of its labels, in small letters
_LOCUS_HEADING = re.compile(
    r"^(?:(?:daftar|nama|sebaran|pembagian|data)\s+)?(?:lokus|lokasi\s+(?:magang|penempatan|kunjungan)|penempatan|tempat\s+(?:kami\s+|peserta\s+)?(?:magang|penempatan|kegiatan|belajar)|di\s*mana|(?:waktu|jadwal)(?:\s*,\s*\w+)?\s*(?:,|dan|&)\s*(?:lokus|tempat|lokasi)|where\s+we\s+(?:were|went|stayed)|placements?|(?:instansi|opd|unit)\s+(?:lokus|tujuan|magang|penempatan))\b"
    r"|\b(?:tinggal|berada|magang|belajar|ditempatkan|bekerja|bertugas)\s+di\W*$",
    _I,
)
_LIST_LEAD = re.compile(
    r"\b(?:magang|ditempatkan|menempatkan|disebar|penempatan|lokus|instansi|OPD|lokasi|tempat)\b.*(?:meliputi|yakni|yaitu|antara\s+lain|sebagai\s+berikut|di)?\s*:$|\bmenempatkan\s+(?:mereka|peserta|kami)\b[^.]*:$",
    _I,
)
# A sentence that says where people were placed; what follows up to its end names the units.
_PLACED = re.compile(
    r"\b(?:ditempatkan|disebar(?:kan)?|tersebar|penempatan(?:nya)?|dibagi(?=\s+(?:ke|di|pada)\b)|ditugaskan|bertugas|bekerja|magang|praktik\s+kerja|kunjungan|bertempat|studi\s+tiru|dititipkan|dijamu|berguru|duduk(?=\s+(?:di|pada)\b)|kelompok\s+(?:\d+|[IVX]+|[A-F]|satu|dua|tiga|pertama|kedua)|(?:menimba\s+)?ilmu|belajar|(?:minggu|pekan)\s+(?:pertama|kedua|ketiga|keempat))\b"
    r"(?P<between>[^.;\n]{0,90}?)\b(?:(?<=kami\s)ialah|(?<=mereka\s)ialah|(?<=kami\s)adalah|(?<=mereka\s)adalah|(?<=peserta\s)adalah|(?<=peserta\s)ialah|di|pada|ke|ke\s+dalam|meliputi|yakni|yaitu|antara\s+lain|dengan\s+(?:lokasi|lokus|tujuan))\b\s*:?\s*(?P<rest>.*)$",
    _I | re.DOTALL,
)
# A word of each beginning of _PLACED, in small letters.
_PLACED_CUE = re.compile(
    r"empat|sebar|dibagi|tugas|bekerja|magang|praktik|kunjungan|studi|dititipkan|dijamu|berguru|duduk|kelompok|ilmu|belajar|minggu|pekan"
)
# `Perangkat daerah yang menjadi lokus magang adalah X dan Y`, `unit kerja yang ditempati ialah …`
_LOCI_ARE = re.compile(
    r"\b(?:lokus|(?:tempat|lokasi|unit|unit\s+kerja|instansi|perangkat\s+daerah|OPD)\s+(?:magang|penempatan|tujuan|yang\s+(?:ditempati|dituju|dikunjungi)))(?:nya)?\b"
    r"[^.;:\n]{0,60}?\b(?:adalah|ialah|yaitu|yakni|meliputi|mencakup|terdiri\s+(?:atas|dari)|antara\s+lain)\b\s*:?\s*",
    _I,
)
_LOCI_CUE = re.compile(r"lokus|empat|lokasi|magang|tujuan|dituju|dikunjungi")
# `tiga orang di X`, `dua lainnya ditempatkan di Y`: how many, right before the unit.
_HEADS_IN_FRONT = re.compile(
    rf"(?<![\w.,/-])(?P<n>{NUMBER})\s+(?:(?:orang|peserta|org|pegawai|ASN)(?:\s+lainnya)?|lainnya)\s+(?:di\s+antaranya\s+)?(?:(?:akan|yang)\s+)?(?:ditempatkan\s+|bertugas\s+|magang\s+)?(?:di|pada|ke)\s+$",
    _I,
)
_LONGEST_FRONT = 90  # characters
# `mengunjungi Kecamatan A dan Kecamatan B`: what follows at once is where they went.
_WENT = re.compile(r"\b(?:mengunjungi|mendatangi|menyinggahi|menyambangi|meninjau)\s+(?=[A-Z])")
_STRONG = re.compile(
    r"\b(?:ditempatkan|disebar(?:kan)?|tersebar|penempatan|dibagi|bertempat|bertugas|bekerja|dititipkan|dijamu|kelompok|minggu|pekan|meliputi)\b",
    _I,
)
# `Minggu pertama saya duduk di Bidang X`: a station of the internship; `ditempatkan` makes it a place of its own.
_WEEK = re.compile(r"(?:minggu|pekan)\b", _I)
_PLACING = re.compile(r"\b(?:ditempatkan|disebar|tersebar|penempatan|dibagi|bertugas|lokus|kelompok)", _I)
_SOME = re.compile(r"\b(?:lainnya|sebagian|sisanya|selebihnya|seorang|salah\s+(?:satu|seorang))\b", _I)
_LOCUS_CELL = re.compile(
    r"^\W*(?:lokus|(?:tempat|lokasi)(?:\s+(?:magang|kegiatan|penempatan|belajar|tujuan|kunjungan))?|penempatan|(?:instansi|opd|unit|tempat)\s+(?:yang\s+)?(?:di)?tuju(?:an)?|tujuan)\W*$",
    _I,
)
_LOCUS_WORD = re.compile(r"(?:[Ll]okasi|[Ll]okus|[Tt]empat)(?:\s+magang)?\s*:?\s+(?=[A-Z])")
_WHERE_HEADING = re.compile(r"\b(?:di\s+mana|lokus|penempatan|tempat\s+magang|where|ditempatkan)\b", _I)
_OFFICE_BEFORE = re.compile(r"\b(?:kepala|sekretaris|laporan|sambutan|paparan|direktur|inspektur)\s*$", _I)
_PERSON_AND_UNIT = re.compile(r"\W*(?P<name>[A-Z][^\n–—:|-]{2,60}?)\s*(?:\s-\s|[–—:|])\s*(?P<unit>[A-Z])")
_WHEN_LINE = re.compile(r"\W*(?:periode|waktu|tanggal|tgl|hari|durasi|lama|jadwal|kapan)\b[^:]{0,25}:", _I)
_JOINT = re.compile(r"\s*(?:[,;/&+]|\bdan\b|\bserta\b|\s)+\s*")
_OF_THE_SAME = re.compile(
    r"\s*(?:pada|di|milik)\s+(?:badan|dinas|biro|kantor|instansi|perangkat\s+daerah|rumah\s+sakit)\s+(?:yang\s+sama|tersebut|itu)\b",
    _I,
)
FAR = 110  # characters between the verb and the first unit
_NEAR = 60  # characters between the units of one list
_SENTENCE = re.compile(r"(?:(?<=[a-z)”\"])|(?<=[12]\d\d\d))\.\s+(?=[A-Z“\"])")
_SENTENCE_OR_HEADS = re.compile(
    r"(?<=[a-z)”\"])\.\s+(?=(?:Lokus|Tempat|Lokasi|Penempatan)\b)|\s+(?=(?:Lokus|Penempatan|(?:Lokasi|Tempat)\s+[Mm]agang)\s*:)"
)
_HEADS_BEHIND = re.compile(rf"\s*\(\s*(?P<n>{NUMBER})\s*(?:orang|peserta|org|pegawai|ASN)\s*\)", _I)
# `dengan pembagian: Bidang X 2 orang, serta UPT Y 3 orang`
_SHARED = re.compile(
    r"\b(?:pembagian|(?:pe)?rincian|sebaran|penempatan|komposisi|distribusi|alokasi)(?:nya)?(?:\s+(?!di\b|pada\b)\w+){0,3}?"
    r"\s*(?::|\b(?:yakni|yaitu|adalah|ialah|sebagai\s+berikut)\b\s*:?)\s*",
    _I,
)
_HEADS_NEXT = re.compile(
    rf"\s*(?:[(:=–-]|\bsebanyak\b|\buntuk\b)?\s*(?P<n>{NUMBER})\s*(?:\([^)]{{2,20}}\)\s*)?(?:orang|peserta|org|pegawai|ASN)\b",
    _I,
)
_MORE = re.compile(r"^\s*(?:Yakni|Yaitu|Meliputi|Antara\s+lain|Di\s+antaranya)\b", _I)
_HEADS = re.compile(rf"(?P<n>{NUMBER})\s*(?:orang|peserta|org|pegawai|ASN)\b", _I)

_BARE_FIGURE = re.compile(r"(?P<n>\d{1,3})")
_LAST_FIGURE = re.compile(r"\s(?P<n>\d{1,3})$")
_FIGURES_BEHIND = re.compile(r"\b(?:jumlah|jml|banyaknya)(?:\s+(?:peserta|orang|pegawai))?\W*$", _I)
# What else a column `Jumlah` counts.
_OTHER_FIGURES = re.compile(r"\b(?:hari|JP|jam|dokumen|kegiatan|hibah|dana|anggaran|unit|layanan|OPD|biaya)\b", _I)


@dataclass(frozen=True, slots=True)
class Found:
    start: int
    end: int
    name: str
    rows: int | None = None
    passing: bool = False  # named for a part of the time, not as the place of the internship
    some: bool = False  # of some of the participants


class PlaceFinder:
    """Looks for the places of a report, an article or a letter; `names` gives a unit its official name."""

    def __init__(self, source: Source, units: Sequence[Unit], names: UnitNames) -> None:
        self.source = source
        self.units = units
        self.names = names

    def from_tables(self, tables: Sequence[Table]) -> Iterator[Found]:
        """Every unit of a column `Lokus` / `Penempatan`, with how many rows name it."""
        for table in tables:
            column = table.column(_LOCUS_COLUMN)
            if column is None or len(table.headers) < 2 or _FINDINGS.search(table.headers[column]):
                continue
            figures = -1 if (figured := table.column(_FIGURES)) is None else figured
            counts: dict[str, int] = {}
            first: dict[str, Found] = {}
            unclear: set[str] = set()  # whose figure cannot be read
            told = False  # the cells themselves say how many
            for row in table.rows:
                cell = row.get(column)
                if cell is None or cell.text == " ".join(table.headers[column].split()):
                    continue  # a head of two rows leaves its own cells among the rows
                heads = _figure_of(table.headers[figures], row[figures].text) if figures in row else None
                for found in self._of_cell(cell):
                    if figures in row and heads is None and found.rows is None:
                        unclear.add(found.name)
                    stated = found.rows or (number(heads["n"]) if heads else None)
                    told = told or found.rows is not None
                    counts[found.name] = counts.get(found.name, 0) + (stated or cell.row_span)
                    first.setdefault(found.name, found)
            many = told or table.column(_PERSON_COLUMN) is not None or figures >= 0
            for name, item in first.items():
                yield Found(item.start, item.end, name, counts[name] if many and name not in unclear else None)

    def _of_cell(self, cell: Cell) -> list[Found]:
        """The units of a cell, whose text may go on in rows below; several only where nothing but a joint parts them."""
        found: list[Found] = []
        end = 0
        for first, last, name in self.names.find(cell.text, whole=True):
            if found and not _JOINT.fullmatch(cell.text, end, first):
                break
            heads = _HEADS_BEHIND.match(cell.text, last)
            own = self._of_the_same(cell.text[last:], name, found)
            found.append(Found(cell.start, cell.end, own, number(heads["n"]) if heads else None))
            end = heads.end() if heads else last
        return found

    def _of_the_same(self, after: str, name: str, before: Sequence[Found]) -> str:
        """`BKD dan UPT X pada badan yang sama`: the UPT belongs to the agency named before it."""
        region = self.names.region
        if not before or not region or not _OF_THE_SAME.match(after):
            return name
        return f"{name.removesuffix(region).rstrip()} {before[-1].name}"

    def from_labels(self) -> Iterator[Found]:
        for unit in self.units:
            text = self.source.text[unit.start : unit.end]
            if _LABEL_CUE.search(text.lower()) is None:
                continue
            starts = [0, *(match.end() for match in _SENTENCE_OR_HEADS.finditer(text))]
            for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
                piece = bare_heading(text[start:end])
                match = _LOCUS_LABEL.match(piece)
                if match and len(piece) > match.end() + 3:
                    yield from self._named(unit.start + end - len(piece) + match.end(), unit.start + end)

    def from_clauses(self) -> Iterator[Found]:
        """`3) Lokasi Balai Benih Ikan X`: an item whose label no colon parts from its value."""
        for unit in self.units:
            match = _LOCUS_WORD.match(unit.text) if unit.mark_kind is not None else None
            if match:
                yield from self._named(unit.end - len(unit.text) + match.end(), unit.end)

    def from_forms(self, tables: Sequence[Table]) -> Iterator[Found]:
        """`Instansi dituju | Sekretariat DPRD Kota X`, in a row of a form."""
        for table in tables:
            for row in table.rows:
                cells = [cell for _, cell in sorted(row.items())]
                for label, value in pairwise(cells):
                    if _LOCUS_CELL.match(label.text):
                        yield from self._named(value.start, value.end)

    def from_person_lines(self) -> Iterator[Found]:
        """`Ani Sari - Bidang Cipta Karya` below a heading that asks who is where; how many lines name each."""
        asked = False
        found: dict[str, Found] = {}
        for unit in self.units:
            if is_label(unit):
                asked = bool(_WHERE_HEADING.search(unit.text))
            match = _PERSON_AND_UNIT.match(self.source.text, unit.start, unit.end) if asked else None
            if match is None or not is_name(match["name"], single=True):
                continue
            for item in self._named(match.start("unit"), unit.end, whole=True)[:1]:
                before = found.get(item.name)
                found[item.name] = replace(before or item, rows=(before.rows or 0) + 1 if before else 1)
        yield from found.values()

    def from_headings(self) -> Iterator[Found]:
        """A heading for each unit of the host, as slides have them: nothing but its name with the host's region."""
        region = self.names.region
        headings = [unit for unit in self.units if unit.kind is BlockKind.HEADING and region]
        found = [
            item
            for unit in headings
            for item in self._named(unit.start, unit.end)
            if item.end - item.start >= len(unit.text) - 8 and region_of(unit.text) == region
        ]
        if len({item.name for item in found}) >= 2:
            yield from found

    def from_shares(self) -> Iterator[Found]:
        """`dengan pembagian: Bidang X 2 orang, serta UPT Y 3 orang`: each unit with its heads right behind it."""
        for unit in self.units:
            opening = _SHARED.search(self.source.text, unit.start, unit.end) if unit.owner.table is None else None
            if opening is None:
                continue
            stop = _SENTENCE.search(self.source.text, opening.end(), unit.end)
            for item in self._named(opening.end(), stop.start() if stop else unit.end):
                if heads := _HEADS_NEXT.match(self.source.text, item.end, unit.end):
                    yield replace(item, rows=number(heads["n"]))

    def from_lists(self) -> Iterator[Found]:
        """The items below `Lokus` or `magang di berbagai instansi meliputi:`, with the heads that stand beside or below them."""
        inside = figures = False
        last: Found | None = None  # the unit named last, its people perhaps below it
        for index, unit in enumerate(self.units):
            if _opens_list(unit):
                inside, figures = True, _FIGURES_BEHIND.search(unit.text) is not None
                yield from _told(last)
                last = None
                continue
            if _HEADS.fullmatch(unit.text):
                continue
            if not inside:
                continue
            if last is not None and is_name(name := clean_name(unit.text)) and ("," in name or unit.mark_kind):
                last = replace(last, rows=(last.rows or 0) + 1)
                continue
            if is_label(unit) and not self.names.find(title_case(unit.text)):
                inside = False
                continue
            if len(unit.text) > 160 or (unit.mark_kind is None and len(unit.text.split()) > 14):
                inside = False
                continue
            if _WHEN_LINE.match(unit.text):
                continue
            found = next(iter(self._named(unit.start, unit.end, whole=True, cased=True)), None)
            if found and _OFFICE_BEFORE.search(self.source.text, unit.start, found.start):
                continue
            if found is None or found.start - unit.start > 25:
                inside = found is not None
                continue
            yield from _told(last)
            heads = self._heads(index) or (self._figure_behind(unit) if figures else None)
            last = Found(found.start, found.end, found.name, heads)
        yield from _told(last)

    def _figure_behind(self, unit: Unit) -> int | None:
        """`Dinas Sosial 3`, below `Unit penempatan  Jumlah`."""
        match = _LAST_FIGURE.search(unit.text)
        return int(match["n"]) if match else None

    def _heads(self, index: int) -> int | None:
        """`(4 orang)` in the item or alone on the next line."""
        following = self.units[index + 1].text if index + 1 < len(self.units) else ""
        match = _HEADS.search(self.units[index].text) or _HEADS.fullmatch(following)
        return number(match["n"]) if match else None

    def from_sentences(self) -> Iterator[Found]:
        for unit in self.units:
            if unit.owner.table is not None:
                continue
            text = self.source.text[unit.start : unit.end]
            starts = [0, *(match.end() for match in _SENTENCE.finditer(text))]
            placed = False
            for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
                sentence = text[start:end]
                match = _PLACED.search(sentence) if _PLACED_CUE.search(sentence.lower()) else None
                if (went := _WENT.search(sentence)) and match is None:
                    yield from self._in_row(unit.start + start + went.end(), unit.start + end)
                    continue
                if match is None and _LOCI_CUE.search(sentence.lower()) and (loci := _LOCI_ARE.search(sentence)):
                    yield from self._in_row(unit.start + start + loci.end(), unit.start + end)
                    continue
                if placed and _MORE.match(sentence):
                    yield from self._named(unit.start + start, unit.start + end)
                    continue
                placed = match is not None
                if match is None:
                    continue
                passing = _WEEK.match(match.group()) is not None and not _PLACING.search(sentence)
                some = _SOME.search(sentence) is not None
                row = self._in_row(unit.start + start + match.start("rest"), unit.start + end)
                found = [replace(item, passing=passing, some=some) for item in row]
                if not found and (loci := _LOCI_ARE.search(sentence)):
                    found = [*self._in_row(unit.start + start + loci.end(), unit.start + end)]
                if _STRONG.search(match.group()[:80]) or len(found) >= 2:
                    yield from self._with_heads_in_front(found)

    def _with_heads_in_front(self, found: Sequence[Found]) -> list[Found]:
        """Each with the figure right before it, where every one has such a figure."""
        text = self.source.text
        heads = [
            _HEADS_IN_FRONT.search(" ".join(text[max(0, item.start - _LONGEST_FRONT) : item.start].split()) + " ")
            for item in found
        ]
        if len(found) < 2 or not all(heads):
            return list(found)
        return [replace(item, rows=number(match["n"])) for item, match in zip(found, heads, strict=True) if match]

    def _in_row(self, start: int, end: int) -> Iterator[Found]:
        """The units of one list: the first soon after the verb, each soon after the one before."""
        position, reach = start, FAR
        for item in self._named(start, end):
            if _OFFICE_BEFORE.search(self.source.text, position, item.start):
                continue  # `Kepala Bagian Persidangan menemani …`: a person
            if item.start - position > reach:
                return
            yield item
            position, reach = item.end, _NEAR

    def _named(self, start: int, end: int, *, whole: bool = False, cased: bool = False) -> list[Found]:
        """The host's units named in `text[start:end]`; `whole`: a cell or an item, which names one whatever it is called.

        `cased`: a line in capitals is read as ordinary writing.
        """
        text = self.source.text[start:end]
        if cased and len(written := title_case(text)) == len(text):
            text, whole = written, whole and text == written
        return [Found(start + first, start + last, name) for first, last, name in self.names.find(text, whole=whole)]


def _figure_of(header: str, cell: str) -> re.Match[str] | None:
    """How many persons a cell of the column `Jumlah` gives; a bare figure where nothing else is counted."""
    return _HEADS.fullmatch(cell) or (None if _OTHER_FIGURES.search(header) else _BARE_FIGURE.fullmatch(cell))


def _told(found: Found | None) -> Iterator[Found]:
    if found is not None:
        yield found


def _opens_list(unit: Unit) -> bool:
    text = bare_heading(unit.text)
    short = len(text.split()) <= 8
    if len(text) >= 200 or not (short or text.endswith(":")):
        return False
    if text.endswith(":") and (short or is_label(unit)) and _LIST_LEAD.search(text):
        return True
    return short and not text.endswith(".") and _LOCUS_HEADING.search(text.rstrip(": ")) is not None


def once(found: Sequence[Found]) -> list[Found]:
    unique: dict[frozenset[str], Found] = {}
    for item in found:
        # `Badan Pembangunan dan Perencanaan Daerah (Bappeda)` is one unit whatever the order of the words.
        unique.setdefault(frozenset(re.findall(r"\w+", item.name.casefold())) - {"dan"}, item)
    return list(unique.values())
