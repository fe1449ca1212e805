"""Participants told beside a plan, part by part or on a leader's card, and placements whose rows or names are cut short."""

import pytest

from nlp.components.participants import find_participants
from nlp.components.people_names import names_office
from nlp.components.person_parts import told_in_parts
from nlp.components.recommendation_units import units_of
from nlp.extract import extract
from nlp.pages import BlockKind, Box, PageBuilder, Pages, page_of_text
from nlp.source import Source
from tests.nlp.components.documents import source

_CAME = "# Peserta\n| OPD | {plan} | {came} |\n| Bappeda | 5 | 4 |\n| BPBD | 3 | 3 |\n| Dinas Sosial | 2 | 1 |\n| Jumlah | 10 | 8 |\n"


def groups(notation: str) -> list[tuple[str, int]]:
    return [(group.label, group.count) for group in find_participants(source(notation)).groups]


def placed(table: str) -> list[tuple[str, int | None]]:
    title = "LAPORAN MAGANG APARATUR PEMERINTAH KABUPATEN LEBONG\nDI PEMERINTAH KABUPATEN BANTUL\n\nPenempatan\n"
    read = extract(Pages("laporan.txt", "0" * 64, "txt", (page_of_text(1, title + table),)))
    return [(placement.unit, placement.count) for placement in read.placements]


@pytest.mark.parametrize(
    ("plan", "came"), [("Ditugaskan", "Hadir"), ("Usulan", "Berangkat"), ("Kuota", "Realisasi"), ("Diundang", "Ikut")]
)
def test_a_column_of_those_who_came_outweighs_the_plan(plan: str, came: str) -> None:
    notation = _CAME.format(plan=plan, came=came)

    assert groups(notation) == [("Bappeda", 4), ("BPBD", 3), ("Dinas Sosial", 1)]
    assert find_participants(source(notation)).count == 8


def test_a_column_of_sums_is_not_added_to_its_parts() -> None:
    assert groups("# Peserta\n| OPD | Pria | Wanita | Semua |\n| Bappeda | 2 | 3 | 5 |\n| BPBD | 1 | 3 | 4 |\n") == [
        ("Bappeda", 5),
        ("BPBD", 4),
    ]


def test_columns_of_two_kinds_of_persons_still_add_up() -> None:
    assert groups("# Peserta\n| OPD | Pria | Wanita |\n| Bappeda | 2 | 3 |\n| BPBD | 1 | 3 |\n") == [
        ("Bappeda", 5),
        ("BPBD", 4),
    ]


def test_of_those_assigned_only_who_came_counts() -> None:
    assert find_participants(source("Dari 12 orang yang ditugaskan, 9 orang hadir; tiga orang sakit.")).count == 9


def test_parts_of_a_sentence_name_their_people() -> None:
    text = (
        "Kaji tiru diikuti empat orang: dua dari Dinas Pertanian Kabupaten Lebong, yaitu Drs. Harun Saleh (Kepala Bidang"
        " Hortikultura) dan Mira Susanti, S.P. (penyuluh), serta dua pengurus Koperasi Tani Jaya, yakni Basir dan Yunus."
    )
    told = told_in_parts(units_of(source(text)))

    assert [(group.label, group.count) for group in told.groups] == [
        ("Dinas Pertanian Kabupaten Lebong", 2),
        ("pengurus Koperasi Tani Jaya", 2),
    ]
    assert [(person.name, person.position, person.unit) for person in told.people] == [
        ("Drs. Harun Saleh", "Kepala Bidang Hortikultura", "Dinas Pertanian Kabupaten Lebong"),
        ("Mira Susanti, S.P.", "penyuluh", "Dinas Pertanian Kabupaten Lebong"),
        ("Basir", None, "Koperasi Tani Jaya"),
        ("Yunus", None, "Koperasi Tani Jaya"),
    ]


def test_parts_that_miss_a_name_tell_nothing() -> None:
    text = "Studi tiru diikuti lima orang: tiga dari Dinas Sosial, yaitu Harun Saleh dan Mira, serta dua dari Bappeda."

    assert told_in_parts(units_of(source(text))).people == ()


@pytest.mark.parametrize("lead", ["Dari jumlah itu,", "Dari total tersebut,", "Di antara mereka,"])
def test_the_parts_of_a_figure_said_before(lead: str) -> None:
    text = f"Sebanyak 12 aparatur mengikuti studi tiru di Bantul.\n\n{lead} 7 orang berasal dari Dinas Sosial dan 5 orang dari kecamatan."

    assert groups(text) == [("Dinas Sosial", 7), ("kecamatan", 5)]


@pytest.mark.parametrize("office", ["Irban Wilayah II", "Irbanwil III", "Kadis Perikanan", "Sekban"])
def test_an_office_in_short_is_no_name(office: str) -> None:
    assert names_office(office)


def test_a_typed_row_goes_on_below_its_bars() -> None:
    table = (
        "No | Lokus | Jumlah\n1 | Badan Kepegawaian dan Pengembangan Sumber |\n| Daya Manusia Kabupaten Bantul | 3\n"
        "2 | Dinas Sosial Kabupaten Bantul | 2\n"
    )

    assert placed(table) == [
        ("Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kabupaten Bantul", 3),
        ("Dinas Sosial Kabupaten Bantul", 2),
    ]


def test_a_hospital_belongs_to_the_government_that_received() -> None:
    assert placed("No | Lokus | Jumlah\n1 | RSUD Melati | 2\n2 | Dinas Sosial | 4\n")[0] == (
        "Rumah Sakit Umum Daerah Melati Kabupaten Bantul",
        2,
    )


def test_a_typed_row_of_sums_is_no_continuation() -> None:
    table = "No | Lokus | Jumlah\n1 | Dinas Sosial Kabupaten Bantul | 3\n2 | RSUD Melati | 2\n| Jumlah | 5\n"

    assert [count for _, count in placed(table)] == [3, 2]


def deck(*boxes: str) -> Source:
    """Two slides: the boxes on the first one, a heading and a line on the second."""
    first, second = PageBuilder(1), PageBuilder(2)
    first.add("Rombongan (4 orang)", BlockKind.HEADING)
    for number, text in enumerate(boxes):
        first.add(text, BlockKind.PARAGRAPH, box=Box(0, number * 100, 100, number * 100 + 50))
    second.add("Catatan dari Batu", BlockKind.HEADING)
    second.add("Register risiko disusun setiap Januari.", BlockKind.PARAGRAPH)
    return Source(Pages("uji", "0" * 64, "pptx", (first.build(), second.build())))


def test_the_leaders_card_is_one_person_with_an_office() -> None:
    people = find_participants(
        deck("Auditor: 4 orang", "Ketua tim", "Salma Hi. Idris, S.E., Ak.", "Irban Wilayah I")
    ).people

    assert [(person.name, person.position) for person in people] == [("Salma Hi. Idris, S.E., Ak.", "Irban Wilayah I")]


def test_who_signs_a_deck_with_a_rank_is_no_leaders_card() -> None:
    people = find_participants(deck("Ketua rombongan", "Salma Hi. Idris, S.E., Ak.", "Pembina Tingkat I")).people

    assert people == ()
