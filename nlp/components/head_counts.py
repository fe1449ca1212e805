"""How many took part: figures beside words for persons, told apart from the other figures of a text."""

import re
from collections.abc import Sequence
from itertools import pairwise

from nlp.components.head_led import led_besides, parts_led, staff_led
from nlp.components.head_sentences import NOT_COUNT, PROPOSED, Sentences
from nlp.components.head_sums import total_line, whole_of
from nlp.components.head_tables import summed_up
from nlp.components.head_teams import count_of_teams
from nlp.components.head_words import (
    EVENT,
    IN_HEADING,
    NUMBER,
    PERSON,
    TEAM_HEADING,
    WHO,
    all_of_them_in,
    has_figure,
    may_count,
    number,
    together_in,
)
from nlp.components.recommendation_units import Unit
from nlp.components.tables import Table, is_label
from nlp.extraction import Group

_I = re.IGNORECASE
_ALONE = re.compile(r"\b(?:saya|penulis)\b[^.]{0,80}\b(?:seorang\s+diri|sendirian)\b", _I)
# `LAPORAN INDIVIDU PESERTA MAGANG`
_OF_ONE = re.compile(
    r"\W*(?:laporan|formulir|jurnal)\s+(?:(?:akhir|hasil|kegiatan|magang|pelaksanaan)\s+)*(?:individu(?:al)?|perorangan|perseorangan)\b",
    _I,
)
_TOP = 6  # units
_COUNT_CELL = re.compile(rf"(?P<n>{NUMBER})\s*(?:{PERSON}\b(?!\s*(?:per|setiap|tiap|/))|$)", _I)
# `tim yang terdiri atas seorang ketua beserta sepuluh anggota`
_LEADER_AND = re.compile(
    rf"\b(?:ketua|koordinator|pimpinan|pemimpin)(?:\s+(?:tim|rombongan|delegasi|kelompok|regu|komisi|DPRD|[IVX]+|[A-D]))*\s+(?:beserta|bersama|dan|dengan|serta|ditambah)\s+(?P<n>{NUMBER})\s+(?:orang\s+)?anggota(?:nya)?\b",
    _I,
)
_CHANGED = re.compile(
    r"(?:(?:ber)?ubah\s+|di)?(?:men)?jadi|(?:jadwal\s+)?baru|realisasi|perubahan|penyesuaian|disetujui|kenyataan", _I
)
_BESIDE_TEAM = re.compile(r"\b(?:mendampingi|pendamping|pengantar|tamu|narasumber)\b[^:]{0,30}:\s*$", _I)
_TRAVELS = re.compile(rf"\b(?:{EVENT}|{WHO}|melakukan|diikuti|dihadiri)\b", _I)
_BARE_FIGURE = re.compile(r"[1-9]\d{0,2}")
_WHO_BELOW = re.compile(
    r"(?:orang\s+)?(?:(?P<sure>peserta|pemagang)|ASN|pegawai)(?:\s+(?:magang|ASN|studi\s+tiru))?", _I
)
_LABEL_ABOVE = re.compile(
    r"(?:berapa(?:\s+orang)?|jumlah(?:\s+(?:peserta|personel|rombongan|orang))?|peserta|personel|rombongan|siapa)", _I
)
_HOW_MANY = re.compile(r"\bberapa\s+(?:orang|peserta|pegawai|ASN|aparatur)\b[^?]{0,60}\?", _I)
_REPLY = re.compile(rf"\W*(?:[A-Z][a-z]{{0,9}}\s*:\s*)?(?P<n>{NUMBER})(?=\W)(?!\s*[/:])", _I)


# ---- how many -----------------------------------------------------------------------------------------------------------


def stated_count(
    units: Sequence[Unit],
    groups: Sequence[Group],
    tables: Sequence[Table] = (),
    *,
    listed: int = 0,
    homeward: Sequence[str] = (),
) -> int | None:
    """How many took part: as a sentence says, the sum of the groups where its figure is one of them, else as a heading's line says.

    `listed`: how many are listed with their NIP; a figure that is only near words for persons and smaller counts some of them.
    `homeward`: the regions to which those go who are to come in return.
    """
    total = sum(group.count for group in groups)
    sentences = Sentences(units, groups, homeward)
    if sure := _count_with_leader(units) or sentences.sure() or whole_of(units, groups) or total_line(units) or total:
        sure = total if sure < total and summed_up(tables, total) else sure
        sure += sure == total and led_besides(units, total)
        return listed if listed > sure + total else sure
    found = (
        count_of_teams(units)
        or sentences.less_sure()
        or _count_of_cells(tables)
        or _count_among_facts(units)
        or _count_below_heading(units)
        or _count_on_card(units)
        or _count_of_all(units)
        or _count_asked_for(units)
        or _count_of_guests(units)
    )
    return listed if found is not None and listed > max(found, 1) else found


# `11 peserta · 5 perangkat daerah · 4 lokus`
_BETWEEN_FACTS = re.compile(r"\s+[·•|]\s+|\s*[·•]\s*")
_FACT = re.compile(
    rf"(?:jumlah\s+)?(?:(?:peserta|rombongan|tim|delegasi)\s*:?\s*(?P<last>{NUMBER})(?:\s+(?:orang|peserta|ASN|pegawai))?"
    rf"|(?P<n>{NUMBER})\s+(?:orang\s+)?(?:peserta|pemagang|orang|ASN|PNS|pegawai|aparatur|anggota)(?:\s+(?:magang|ASN|studi\s+\w+|rombongan|tim))?)",
    _I,
)
_LONGEST_FACTS = 160


def _count_among_facts(units: Sequence[Unit]) -> int | None:
    """A line of figures that signs part, as slides and banners have it."""
    for unit in units:
        if len(unit.text) > _LONGEST_FACTS or not may_count(unit.text):
            continue
        parts = _BETWEEN_FACTS.split(unit.text)
        if len(parts) > 1 and unit.owner.table is None:
            for match in filter(None, map(_FACT.fullmatch, (part.strip(" .") for part in parts))):
                return number(match["n"] or match["last"])
    return None


def _count_with_leader(units: Sequence[Unit]) -> int | None:
    """`ketua beserta sepuluh anggota`, of those who travelled, and a leader with others: one more than these."""
    for unit in units:
        if "anggota" in unit.text.lower() and may_count(unit.text):
            for match in _LEADER_AND.finditer(unit.text):
                if _TRAVELS.search(unit.text) and not PROPOSED.search(unit.text[: match.start()]):
                    return number(match["n"]) + 1
    led = sum(part.count for part in parts_led(units)) or staff_led(units)
    return led + 1 if led else None


def _count_of_cells(tables: Sequence[Table]) -> int | None:
    """`Jumlah peserta | 24 orang`, in a row of a form."""
    for table in tables:
        heads = [text.strip(" :") for _, text in sorted(table.headers.items())] or [""]
        for row in [table.headers, *({column: cell.text for column, cell in row.items()} for row in table.rows)]:
            texts = [text.strip(" :") for _, text in sorted(row.items())]
            for place, (label, value) in enumerate(pairwise(texts)):
                match = _COUNT_CELL.match(value)
                if match and re.search(rf"\b{WHO}$", label, _I):
                    # `Semula | Menjadi`, `Rencana | Realisasi`: the last column holds.
                    last = _COUNT_CELL.match(texts[-1]) if _CHANGED.fullmatch(heads[-1]) and place == 0 else None
                    return number((last or match)["n"])
    return None


def _count_below_heading(units: Sequence[Unit]) -> int | None:
    for index, unit in enumerate(units):
        if len(unit.text) >= 120 or not may_count(unit.text):
            continue
        match = IN_HEADING.search(unit.text)
        if match and TEAM_HEADING.search(_heading_of(units, index)):
            before = unit.text[: match.start()]
            if not NOT_COUNT.search(before) and not PROPOSED.search(before) and not _BESIDE_TEAM.search(before):
                return _sum_of_cards(units, unit) or number(match["n"])
    return None


def _heading_of(units: Sequence[Unit], index: int) -> str:
    """The heading under which a line stands; itself where it is one."""
    return next((unit.text for unit in reversed(units[: index + 1]) if is_label(unit)), "")


def _sum_of_cards(units: Sequence[Unit], first: Unit) -> int | None:
    """`2 orang`, alone on card after card of one slide: all of them together."""
    if first.owner.box is None or IN_HEADING.fullmatch(first.text.strip()) is None:
        return None
    alike = [match for unit in units if unit.page == first.page and (match := IN_HEADING.fullmatch(unit.text.strip()))]
    return sum(number(match["n"]) for match in alike) if len(alike) > 1 else None


def _count_on_card(units: Sequence[Unit]) -> int | None:
    """`12`, large on a slide, and `peserta` below it; `BERAPA` above `6 orang`."""
    for index, (figure, label) in enumerate(pairwise(units)):
        if _LABEL_ABOVE.fullmatch(figure.text.strip(" :?")) and (stated := IN_HEADING.fullmatch(label.text.strip())):
            return number(stated["n"])
        if not _BARE_FIGURE.fullmatch(figure.text) or not (who := _WHO_BELOW.fullmatch(label.text.strip())):
            continue
        heading = next((unit.text for unit in reversed(units[:index]) if is_label(unit)), "")
        if who["sure"] or TEAM_HEADING.search(heading):
            return int(figure.text)
    return None


def _count_of_all(units: Sequence[Unit]) -> int | None:
    """`kami bertiga`, `kesembilan ASN itu`."""
    figured = [unit.text for unit in units if has_figure(unit.text)]
    for matches_in in (together_in, all_of_them_in):
        for text in figured:
            if matches := matches_in(text):
                return number(matches[0]["n"])
    if any(_OF_ONE.match(unit.text) for unit in units[:_TOP]):
        return 1
    return (
        1
        if any(_ALONE.search(unit.text) for unit in units if " diri" in unit.text or "sendirian" in unit.text)
        else None
    )


# `23 tamu dari Maluku Utara`, `Total 30 tamu tercatat`
_GUESTS = re.compile(
    rf"(?:(?<![\w.,/-])(?P<n>{NUMBER})\s+(?:orang\s+)?tamu\s+(?:dari|asal)\s+(?-i:[A-Z])|\btotal\s+(?P<all>{NUMBER})\s+(?:orang\s+)?tamu\b)",
    _I,
)


def _count_of_guests(units: Sequence[Unit]) -> int | None:
    """How many guests an article counts, where it says nothing of participants."""
    for unit in units:
        guests = _GUESTS.search(unit.text) if "tamu" in unit.text.lower() and has_figure(unit.text) else None
        if guests and not NOT_COUNT.search(unit.text[: guests.start()]):
            return number(guests["n"] or guests["all"])
    return None


def _count_asked_for(units: Sequence[Unit]) -> int | None:
    """`T: Berapa orang yang berangkat?` and its answer."""
    for question, answer in pairwise(units):
        text = question.text
        asked = _HOW_MANY.search(text)
        if asked is None:
            continue
        reply = text[asked.end() :] if text[asked.end() :].strip() else answer.text
        if match := _REPLY.match(reply):
            return number(match["n"])
    return None
