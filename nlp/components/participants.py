"""Who took part: how many, in which groups, and each named participant; signers, mentors and hosts are none."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from spacy.language import Language
from spacy.tokens import Doc

from nlp.components.people_names import clean_name, find_nips, is_name, leading_name, nip_of
from nlp.components.recommendation_headings import is_heading
from nlp.components.recommendation_units import Unit, units_of
from nlp.extraction import Group, Kind, Participants, Person
from nlp.facts import Facts
from nlp.source import Source

_I = re.IGNORECASE
_WORDS = {
    "satu": 1, "seorang": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9, "sepuluh": 10, "sebelas": 11,
}  # fmt: skip
_UNIT_WORD = "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan"
_NUMBER = rf"(?:\d{{1,3}}(?:\s*\([a-z ]{{3,30}}\))?|(?:{_UNIT_WORD})\s+(?:belas|puluh(?:\s+(?:{_UNIT_WORD}))?)|sepuluh|sebelas|{_UNIT_WORD})"
_NOUN = r"(?:orang|peserta|pegawai|ASN|PNS|aparatur(?:\s+sipil\s+negara)?|personel|personil|pejabat|staf|anggota|auditor|delegasi)"
_WHO = (
    r"(?:peserta|rombongan|delegasi|tim(?:\s+magang|\s+studi\s+tiru)?|pelaksana|anggota\s+rombongan|jumlah\s+peserta)"
)
_EVENT = r"(?:magang|studi\s+(?:tiru|banding|lapangan)|benchmarking|kunjungan|mengunjungi|berkunjung|bertolak|berangkat|ikut\s+serta|mengikuti|bertandang|belajar|menimba\s+ilmu)"
# From the surest wording to the least sure.
_COUNTS = tuple(
    re.compile(pattern, _I)
    for pattern in (
        rf"\b{_WHO}(?:\s+(?:magang|kegiatan|ini|kunjungan|studi\s+tiru))*\s*(?:[:(]|\bsebanyak|\bberjumlah|\bberanggotakan|\bterdiri\s+(?:dari|atas)|\badalah|\s)+\s*(?P<n>{_NUMBER})\s+(?:{_NOUN})\b",
        rf"\b(?:sebanyak|berjumlah|beranggotakan|diikuti(?:\s+oleh)?|mengirim(?:kan)?|memberangkatkan|menugaskan|terdiri\s+(?:dari|atas))\s+(?P<n>{_NUMBER})\s+{_NOUN}\b(?![^.]{{0,25}}\b(?:OPD|jabatan)\b)",
        rf"\b(?P<n>{_NUMBER})\s+(?:orang\s+)?(?:peserta|pegawai|ASN|PNS|aparatur|orang|pejabat)\b(?!\s+(?:dari\s+)?OPD)[^.;]{{0,110}}\b{_EVENT}",
        rf"\b{_EVENT}[^.;]{{0,60}}\b(?:oleh|bagi|bersama)\s+(?P<n>{_NUMBER})\s+{_NOUN}\b",
    )
)
_AGREED_COUNT = re.compile(
    rf"\bmagang\s+(?:bagi|untuk|oleh|sebanyak|kepada)\s+(?P<n>{_NUMBER})\s+(?:orang|pegawai|ASN|PNS|peserta)\b(?![^.]{{0,30}}\bsetiap\b)",
    _I,
)
_HEAD_COUNT = re.compile(rf"\((?P<n>{_NUMBER})\s+(?:orang|peserta)\)|\b(?P<m>{_NUMBER})\s+orang\b", _I)
_NOT_COUNT = re.compile(
    r"\b(?:lebih\s+dari|setiap|minimal|paling\s+(?:sedikit|banyak)|maksimal|target|beserta|rata-rata|per)\s*$", _I
)
_GROUP = re.compile(
    rf"(?P<n>{_NUMBER})\s+(?:orang\s+)?(?:lainnya\s+adalah\s+|dari\s+)?(?P<label>[A-Za-z][\w/ .-]{{2,60}}?)\s*(?=,|;|\.|\)|$|\bdan\b|\bserta\b|\bberangkat|\bmengikuti|\byang\b|\bmengunjungi|\bmelakukan)",
    _I,
)
_GROUP_LINE = re.compile(
    rf"^(?P<label>[A-Za-z][\w/ .,-]{{2,60}}?)\s*[:\-–(]?\s*(?P<n>{_NUMBER})\s*(?:orang|peserta)\)?$", _I
)
_TEAM = re.compile(
    r"\b(?:peserta|tim|rombongan|delegasi|anggota|pelaksana|penyusun|penulis|disusun\s+oleh|oleh\s*:|nama)\b", _I
)
_NOT_TEAM = re.compile(
    r"\b(?:pembimbing|mentor|coach|narasumber|fasilitator|penguji|panitia|pengajar|pendamping|penerima|mengetahui|menyetujui|pengesahan|pejabat\s+penandatangan|disetujui|tuan\s+rumah|pelapor|penyunting|widyaiswara)\b",
    _I,
)
_OFFICE_LINE = re.compile(
    r"(?:^|\n)\s*(?:a\.n\.?\s|u\.b\.?\s|plt\.?\s|pj\.?\s|plh\.?\s)?\s*(?:kepala|ketua|sekretaris|inspektur|direktur|gubernur|bupati|wali\s*kota|asisten|camat|pelapor|pembuat|yang\s+melapor|penanggung|mengetahui|menyetujui|pelaksana|rektor|dekan|koordinator)\b[^\n]{0,90},?\s*(?:\n|$)",
    _I,
)
_PLACE_DATE = re.compile(r"(?:^|\n)\s*[A-Z][\w ]{2,30},\s*(?:\d{1,2}\s+)?[A-Z][a-z]+\s+\d{4}\s*(?:\n|$)")
_LED = re.compile(r"\b(?:dipimpin|diketuai|dikepalai)(?:\s+langsung)?(?:\s+oleh)?\s+(?P<rest>[^\n]{3,140})")
_SPOKEN = re.compile(
    r"\b(?:juru\s+bicara|ketua|perwakilan|salah\s+(?:satu|seorang))\s+(?:peserta|rombongan|tim|delegasi)(?:\s+magang)?\s*,\s*(?P<rest>[A-Z][^\n]{3,80})",
    _I,
)
_COLUMNS = {
    "name": re.compile(r"\bnama\b|\bpeserta\b|^name", _I),
    "nip": re.compile(r"\bnip\b", _I),
    "position": re.compile(r"\bjabatan\b|\bposition", _I),
    "unit": re.compile(r"unit\s+kerja|instansi|\bopd\b|perangkat\s+daerah|\basal\b|satuan\s+kerja", _I),
}


class ParticipantsFinder:
    """Fills `facts.participants` of reports, articles and letters."""

    def __call__(self, doc: Doc) -> Doc:
        facts: Facts = doc._.facts
        if facts.kind in (Kind.REPORT, Kind.NEWS, Kind.LETTER):
            facts.participants = find_participants(doc._.source)
        elif facts.kind in (Kind.MOU, Kind.AGREEMENT):
            facts.participants = find_annexed(doc._.source)
        return doc


def find_participants(source: Source) -> Participants:
    units = units_of(source)
    people = _once([*_from_tables(units), *_from_text(source, units), *_from_lists(units), *_leaders(units)])
    groups = _groups(units)
    count = _count(units, groups)
    listed = [person for person in people if person.nip] or people
    if count is None and groups:
        count = sum(group.count for group in groups)
    if count is None and len(listed) >= 2:
        count = len(listed)
    if groups and count is not None and sum(group.count for group in groups) > count:
        groups = ()
    return Participants(count, groups, tuple(people))


def find_annexed(source: Source) -> Participants:
    """The participants that an agreement lists in an annex; how many, from that list or from its object."""
    units = units_of(source)
    people = [person for person in _once(list(_from_tables(units))) if person.nip]
    stated = next((match for unit in units if (match := _AGREED_COUNT.search(unit.text))), None)
    return Participants(_number(stated["n"]) if stated else len(people) or None, (), tuple(people))


# ---- how many ---------------------------------------------------------------------------------------------------------


def _number(text: str) -> int:
    text = re.sub(r"\(.*", "", text).strip().casefold()
    if text.isdigit():
        return int(text)
    words = text.split()
    if "belas" in words:
        return 10 + _WORDS[words[0]]
    if "puluh" in words:
        return 10 * _WORDS[words[0]] + (_WORDS[words[2]] if len(words) > 2 else 0)
    return _WORDS[words[0]]


def _count(units: Sequence[Unit], groups: Sequence[Group]) -> int | None:
    total = sum(group.count for group in groups)
    heading = ""
    in_heading: int | None = None
    for unit in units:
        if is_heading(unit):
            heading = unit.text
        if (
            in_heading is None
            and _TEAM.search(heading)
            and (match := _HEAD_COUNT.search(unit.text))
            and len(unit.text) < 120
        ):
            in_heading = _number(match["n"] or match["m"])
    for pattern in _COUNTS:
        for unit in units:
            for match in pattern.finditer(unit.text):
                if _NOT_COUNT.search(unit.text[: match.start()]) or _NOT_COUNT.search(unit.text[: match.start("n")]):
                    continue
                found = _number(match["n"])
                if total > found and _starts_groups(unit.text, match.start("n")):
                    return total
                if found:
                    return found
    return in_heading if in_heading is not None else None


def _starts_groups(text: str, position: int) -> bool:
    """`Lima orang pejabat fungsional dan dua pelaksana berangkat …`: the first figure is a part, not the whole."""
    return bool(
        re.match(
            rf"{_NUMBER}\s+(?:orang\s+)?[\w ]{{3,40}}?\s*(?:,|\bdan\b|\bserta\b)\s*{_NUMBER}\s", text[position:], _I
        )
    )


def _groups(units: Sequence[Unit]) -> tuple[Group, ...]:
    for index, unit in enumerate(units):
        match = re.search(
            r"\b(?:terdiri\s+(?:dari|atas)|yakni|yaitu|ikut\s+serta\s*:|meliputi|orang\s*\(|rincian\s*:?)\s*(?P<rest>.+)",
            unit.text,
            _I,
        )
        if match and re.match(rf"\s*:?\s*{_NUMBER}\s", match["rest"], _I):
            found = _split_groups(match["rest"])
            if len(found) >= 2:
                return found
        if re.search(r"\b(?:orang|peserta|rombongan|tim)\b[^.]*:$", unit.text, _I):
            found = tuple(_group_lines(units[index + 1 : index + 25]))
            if len(found) >= 2:
                return found
        if re.match(rf"{_NUMBER}\s+orang\s", unit.text, _I) or re.search(rf"[.]\s+{_NUMBER}\s+orang\s", unit.text, _I):
            sentence = next(
                (
                    s
                    for s in re.split(r"(?<=[.])\s+", unit.text)
                    if re.match(rf"{_NUMBER}\s+orang\s", s, _I) and re.search(_EVENT, s, _I)
                ),
                None,
            )
            if (
                sentence
                and (found := _split_groups(re.split(rf"\b(?:{_EVENT})", sentence, maxsplit=1, flags=_I)[0]))
                and len(found) >= 2
            ):
                return found
    return ()


def _group_lines(units: Sequence[Unit]) -> Iterator[Group]:
    for unit in units:
        match = _GROUP_LINE.match(unit.text.rstrip(";.,"))
        if match is None:
            return
        yield Group(match["label"].strip(" ,-–:("), _number(match["n"]))


def _split_groups(text: str) -> tuple[Group, ...]:
    found: list[Group] = []
    text = re.split(r"(?<=[a-z)])\.(?:\s|$)", text, maxsplit=1)[0]
    for part in re.split(r"\s*(?:,|;|\bdan\b|\bserta\b)\s*(?=(?:dan\s+)?" + _NUMBER + r"\s)", text, flags=_I):
        part = re.sub(r"^(?:dan|serta|:)\s*", "", part.strip(), flags=_I)
        if not part or part.casefold() in {"dan", "serta"}:
            continue
        match = re.match(
            rf"(?P<n>{_NUMBER})\s+(?:orang\s+)?(?:lainnya\s+(?:adalah\s+)?|dari\s+)?(?P<label>[A-Za-z][\w/ .-]{{1,60}})",
            part,
            _I,
        )
        if match is None:
            break
        label = re.split(
            r"\s+(?:berangkat|mengikuti|yang|melakukan|mengunjungi|ke|di|pada|dari)\b|\(", match["label"], maxsplit=1
        )[0].strip(" .,")
        if label and not re.fullmatch(r"orang|hari|minggu|bulan|tahun|OPD.*", label, _I):
            found.append(Group(label, _number(match["n"])))
    return tuple(found)


# ---- who ----------------------------------------------------------------------------------------------------------------


def _from_tables(units: Sequence[Unit]) -> Iterator[Person]:
    heading = ""
    for key, run in groupby(
        units, key=lambda unit: (unit.page, unit.owner.table) if unit.owner.table is not None else None
    ):
        cells = list(run)
        if key is None:
            for unit in cells:
                if is_heading(unit) or unit.text.endswith(":"):
                    heading = unit.text
            continue
        yield from _people_of_table(cells, heading)


def _people_of_table(cells: Sequence[Unit], heading: str) -> Iterator[Person]:
    rows: dict[int, dict[int, Unit]] = {}
    for cell in cells:
        if cell.owner.row is not None and cell.owner.column is not None:
            rows.setdefault(cell.owner.row, {})[cell.owner.column] = cell
    headers = {
        column: cell.owner.header or "" for row in rows.values() for column, cell in row.items() if cell.owner.header
    }
    first = rows.get(min(rows, default=0), {})
    headers = {**{column: cell.text for column, cell in first.items()}, **headers}
    columns = {
        name: next(
            (column for column, text in sorted(headers.items()) if len(text) < 60 and pattern.search(text)), None
        )
        for name, pattern in _COLUMNS.items()
    }
    if columns["name"] is None or len(headers) < 2:
        yield from _people_of_form(rows)
        return
    if _NOT_TEAM.search(headers[columns["name"]]) or (_NOT_TEAM.search(heading) and not _TEAM.search(heading)):
        return
    if not any(columns[name] is not None for name in ("nip", "position", "unit")) and not any(
        find_nips(cell.text) for cell in cells
    ):
        return
    for number in sorted(rows):
        row = rows[number]
        name_cell = row.get(columns["name"])
        if name_cell is None or (name_cell.text == headers[columns["name"]] and number == min(rows)):
            continue
        nip_cell = row.get(columns["nip"]) if columns["nip"] is not None else None
        nip = nip_of(nip_cell.text) if nip_cell else None
        nip = nip or nip_of(name_cell.text)
        name = _name_of_cell(name_cell.text)
        if name is None or not (nip or is_name(name)) or re.search(r"^(?:jumlah|total)\b", name, _I):
            continue
        yield Person(
            name, nip, _cell(row, columns["position"]), _cell(row, columns["unit"], other_than=columns["name"])
        )


def _people_of_form(rows: dict[int, dict[int, Unit]]) -> Iterator[Person]:
    """A form: `Pelaksana | : 1. Nama / NIP`, further ones in rows whose left cell is empty."""
    label = ""
    for number in sorted(rows):
        row = rows[number]
        if 0 in row and row[0].text.strip(" :"):
            label = row[0].text
        value = row.get(max(row))
        if value is None or value.owner.column == 0 or not _TEAM.search(label) or _NOT_TEAM.search(label):
            continue
        for line in re.split(r"(?:^|\s)(?=\d{1,2}[.)]\s+[A-Z])", value.text.lstrip(": ")):
            nip = nip_of(line) if find_nips(line) else None
            name = _name_of_cell(line)
            if name and (nip or (is_name(name) and "," in name)):
                yield Person(name, nip, None, None)


def _name_of_cell(text: str) -> str | None:
    nips = find_nips(text)
    if nips:
        text = text[: nips[0].start] if nips[0].start > 3 else text[nips[0].end :]
    text = re.split(r"\bNIP\b|\bNIPPPK\b", text)[0]
    name = clean_name(text)
    return name if len(name) > 2 and any(character.isalpha() for character in name) else None


def _cell(row: dict[int, Unit], column: int | None, *, other_than: int | None = None) -> str | None:
    if column is None or column == other_than or column not in row:
        return None
    return row[column].text.strip(" -–") or None


def _from_text(source: Source, units: Sequence[Unit]) -> Iterator[Person]:
    heading = ""
    for index, unit in enumerate(units):
        if is_heading(unit) and not find_nips(unit.text):
            heading = unit.text
        if unit.owner.table is not None or unit.kind.value == "cell":
            continue
        nips = find_nips(unit.text)
        for position, nip in enumerate(nips):
            line_start = nips[position - 1].end if position else 0
            before = unit.text[line_start : nip.start]
            name_unit = unit
            if len(re.sub(r"(?i)\bNIP\b|[\W_]", "", before)) < 3 and index > 0:
                name_unit = units[index - 1]
                before = name_unit.text
                if re.search(r"\((?:I|II|III|IV|V)/[a-e]\)|^(?:pembina|penata|pengatur)\b", before, _I) and index > 1:
                    before = units[index - 2].text
            name = _name_before(before)
            if name is None or _is_other(source, units, index, unit, unit.text[:line_start] + before, heading):
                continue
            position_text = (
                units[index + 1].text
                if name_unit is not unit
                and index + 1 < len(units)
                and len(units[index + 1].text) < 80
                and _TEAM.search(heading)
                else None
            )
            yield Person(
                name,
                nip.digits,
                position_text
                if position_text and not find_nips(position_text) and not is_name(position_text)
                else None,
                None,
            )


def _name_before(text: str) -> str | None:
    """The name that stands right before a NIP: the end of `text`, without what introduces it."""
    text = re.sub(r"\s*(?:[(/|,;:–-]|\bNIP\b\.?|\bNIPPPK\b)*\s*$", "", text, flags=_I)
    text = re.sub(r"\s*(?:[(/|,;:–-]|\bNIP\b\.?)*\s*$", "", text, flags=_I)
    text = re.split(
        r"\)\s*(?:,|;|dan|serta)\s*|[:;]\s+|\b(?:dan|serta|oleh|nama|yaitu|yakni|adalah|atas)\s+(?=[A-Z])|\n|^\W*\d{1,2}[.)]\s*",
        text,
    )[-1]
    text = clean_name(text)
    if is_name(text):
        return text
    for match in re.finditer(r"(?<![A-Za-z.])[A-Z]", text):
        if is_name(text[match.start() :]) and len(text[match.start() :].split()) <= 8:
            return text[match.start() :]
    return None


def _is_other(source: Source, units: Sequence[Unit], index: int, unit: Unit, before: str, heading: str) -> bool:
    """A signer, a mentor or a host."""
    if _NOT_TEAM.search(before[-160:]):
        return True
    if _TEAM.search(before[-160:]):
        return False
    surroundings = source.text[max(0, unit.start - 260) : unit.end]
    if _OFFICE_LINE.search(surroundings) or _PLACE_DATE.search(surroundings):
        return not (_TEAM.search(heading) and len(find_nips(surroundings)) > 1)
    if _NOT_TEAM.search(heading):
        return True
    return any(_NOT_TEAM.search(other.text) and len(other.text) < 60 for other in units[max(0, index - 3) : index])


def _from_lists(units: Sequence[Unit]) -> Iterator[Person]:
    """Names without NIP below a heading or a lead-in about the team."""
    inside = False
    for unit in units:
        if unit.owner.table is not None:
            continue
        if is_heading(unit) or unit.text.endswith(":"):
            inside = bool(_TEAM.search(unit.text)) and not _NOT_TEAM.search(unit.text) and len(unit.text) < 90
            continue
        if not inside or find_nips(unit.text):
            continue
        match = re.match(r"(?P<name>[^()]{5,70}?)\s*(?:\((?P<office>[^()]{3,80})\))?[;.]?$", unit.text)
        if match is None or len(unit.text) > 150:
            continue
        name = clean_name(match["name"])
        if is_name(name) and unit.mark_kind is not None:
            yield Person(name, None, match["office"], None)
        elif (leading := leading_name(unit.text)) and unit.mark_kind is not None and "," in leading:
            rest = unit.text[len(leading) :].strip(" ,;-–(:.")
            yield Person(leading, None, rest.rstrip(")") or None, None)


def _leaders(units: Sequence[Unit]) -> Iterator[Person]:
    for unit in units:
        for pattern in (_LED, _SPOKEN):
            for match in pattern.finditer(unit.text):
                if re.search(
                    r"\b(?:acara|rapat|upacara|sidang|apel|pelepasan)\b[^.]{0,40}$", unit.text[: match.start()], _I
                ):
                    continue
                rest = re.split(r"(?<=[a-z]{3})\.\s+(?=[A-Z])", match["rest"], maxsplit=1)[0]
                for part in (rest, *(piece for piece in re.split(r",\s+(?=[A-Z])", rest)[1:])):
                    name = leading_name(part)
                    if name and (len(name.split()) >= 2):
                        yield Person(name, None, None, None)
                        break


def _once(people: Sequence[Person]) -> list[Person]:
    found: dict[str, Person] = {}
    names: dict[str, str] = {}
    for person in people:
        name_key = re.sub(r"[\W_]+", " ", person.name.casefold()).strip()
        key = person.nip or names.get(name_key) or name_key
        names.setdefault(name_key, key)
        if person.nip is None and any(
            name_key and (name_key in other or other in name_key) for other in names if other != name_key
        ):
            continue
        found.setdefault(key, person)
    return list(found.values())


@Language.factory("participants")
def make_participants(nlp: Language, name: str) -> ParticipantsFinder:
    return ParticipantsFinder()
