"""Boxes of a slide: to which action an owner or a time belongs by where it stands, and which first lines are headings."""

from datetime import date

import pytest

import nlp.pipeline  # registers doc._.source and doc._.facts
from nlp.components.recommendation_units import units_of
from nlp.components.recommendations import find_recommendations
from nlp.components.slide_cards import cards_of
from nlp.components.slide_shapes import says
from nlp.extraction import Kind
from nlp.pages import BlockKind, Box, PageBuilder, Pages
from nlp.source import Source
from tests.nlp.components.documents import facts

assert nlp.pipeline.COMPONENTS

Shape = tuple[str, float, float, float, float]
"""Text (a line each paragraph), left, top, width, height."""


def deck(*slides: tuple[str, list[Shape]]) -> Source:
    """A deck of titled slides with the boxes in the order in which a viewer reads them."""
    pages = []
    for number, (title, shapes) in enumerate(slides, 1):
        page = PageBuilder(number, 960, 540)
        page.add(title, BlockKind.HEADING, level=1)
        for text, left, top, width, height in shapes:
            box = Box(left, top, left + width, top + height)
            for line in text.split("\n"):
                kind = BlockKind.LIST_ITEM if line.startswith("• ") else BlockKind.PARAGRAPH
                page.add(line, kind, mark="•" if kind is BlockKind.LIST_ITEM else None, box=box)
        pages.append(page.build())
    return Source(Pages("paparan.pptx", "", "pptx", tuple(pages)))


def beside(shapes: list[Shape]) -> dict[str, tuple[str | None, str | None]]:
    """Owner and time by the first word of each box that has one."""
    units = units_of(deck(("Pembuka", []), ("Langkah kita", shapes)))
    cards = cards_of(units)
    return {unit.text.split()[0]: cards.beside[id(unit)] for unit in units if id(unit) in cards.beside}


COLUMNS: list[Shape] = [
    ("TAHUN INI (2026)", 200, 90, 200, 30),
    ("KELAK (2027)", 420, 90, 200, 30),
    ("Bappeda", 20, 140, 150, 60),
    ("Menyusun kamus usulan desa", 200, 140, 200, 60),
    ("Membuka forum warga daring", 420, 140, 200, 60),
    ("DKP", 20, 220, 150, 60),
    ("Menanam bakau di muara", 420, 220, 200, 60),
]
CARDS: list[Shape] = [
    ("Ruang", 20, 100, 200, 40),
    ("Menata ulang ruang tunggu", 20, 140, 200, 120),
    ("Disdukcapil · Mei 2026", 20, 262, 200, 40),
    ("Orang", 240, 100, 200, 40),
    ("Melatih enam petugas loket", 240, 140, 200, 120),
    ("BKPSDM bersama BPSDM Provinsi · TW III 2026", 240, 262, 200, 40),
]
ROWS: list[Shape] = [
    ("Mencetak buku saku", 100, 100, 400, 60),
    ("Juni 2026", 510, 110, 120, 40),
    ("Inspektorat", 640, 110, 120, 40),
    ("Mengundang mentor kembali", 100, 180, 400, 60),
    ("tiap Oktober", 510, 190, 120, 40),
    ("Bagian Hukum", 640, 190, 120, 40),
]
ZIGZAG: list[Shape] = [
    ("Menyusun peta risiko", 20, 100, 180, 80),
    ("Menguji purwarupa", 420, 100, 180, 80),
    ("Maret 2026", 20, 250, 180, 30),
    ("Juni 2026", 220, 250, 180, 30),
    ("September 2026", 420, 250, 180, 30),
    ("Melatih kader desa", 220, 350, 180, 80),
]


@pytest.mark.parametrize(
    ("shapes", "expected"),
    [
        (
            COLUMNS,
            {
                "Menyusun": ("Bappeda", "TAHUN INI (2026)"),
                "Membuka": ("Bappeda", "KELAK (2027)"),
                "Menanam": ("DKP", "KELAK (2027)"),
            },
        ),
        (
            ROWS,
            {"Mencetak": ("Inspektorat", "Juni 2026"), "Mengundang": ("Bagian Hukum", "tiap Oktober")},
        ),
        (
            ZIGZAG,
            {
                "Menyusun": (None, "Maret 2026"),
                "Menguji": (None, "September 2026"),
                "Melatih": (None, "Juni 2026"),
            },
        ),
    ],
    ids=["columns", "rows", "zigzag"],
)
def test_owner_and_time_are_those_of_the_column_the_row_or_the_card(
    shapes: list[Shape], expected: dict[str, tuple[str | None, str | None]]
) -> None:
    assert beside(shapes) == expected


def test_a_card_has_its_owner_and_time_at_its_foot() -> None:
    found = beside(CARDS)
    assert found["Menata"] == ("Disdukcapil", "Mei 2026")
    assert found["Melatih"] == ("BKPSDM bersama BPSDM Provinsi", "TW III 2026")


def test_a_box_may_end_with_its_owner_and_time() -> None:
    shapes: list[Shape] = [
        ("Membangun gudang arsip\nDinas Perpustakaan | TA 2027", 20, 100, 300, 200),
        ("Merapikan jadwal retensi\nPIC: Bagian Umum", 340, 100, 300, 200),
        ("Mengangkut arsip lama\nBagian Hukum\nMei 2026", 660, 100, 300, 200),
    ]
    assert beside(shapes) == {
        "Membangun": ("Dinas Perpustakaan", "TA 2027"),
        "Merapikan": ("Bagian Umum", None),
        "Mengangkut": ("Bagian Hukum", "Mei 2026"),
    }


def test_boxes_that_reach_no_action_say_nothing() -> None:
    assert beside([("Menyusun peta risiko", 20, 100, 200, 60), ("Mei 2026", 600, 400, 100, 40)]) == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("BPKAD – P-APBD 2026", ("BPKAD", "P-APBD 2026")),
        ("⏱ Juni 2026", (None, "Juni 2026")),
        ("Jangka pendek: 2026", (None, "Jangka pendek: 2026")),
        ("Pelaksana: Dinkes | Juli 2026", ("Dinkes", "Juli 2026")),
        ("DLH", ("DLH", None)),
        ("DLH – Agustus 2026", ("DLH", "Agustus 2026")),
        ("Tahap 1\nApril–Juni 2026", (None, "April–Juni 2026")),
        ("Indeks SPBE 2024", (None, None)),
        ("Kunjungan 1,1 juta orang", (None, None)),
        ("DAK 2026 naik", (None, None)),
    ],
)
def test_what_a_box_says(text: str, said: tuple[str | None, str | None]) -> None:
    assert says(text) == said


def test_what_is_amiss_stands_below_a_label_that_comes_again() -> None:
    shapes: list[Shape] = [
        ("MASALAH KITA\nPapan nama perlu ditambah", 20, 100, 200, 100),
        ("Memasang papan nama di dermaga", 240, 100, 300, 100),
        ("Agustus 2026", 550, 120, 100, 60),
        ("MASALAH KITA\nPerahu tua", 20, 220, 200, 100),
        ("Membeli dua perahu untuk patroli", 240, 220, 300, 100),
        ("2027", 550, 240, 100, 60),
    ]
    found = find_recommendations(deck(("Pembuka", []), ("Usulan", shapes)), facts(Kind.REPORT))
    assert [(item.text.split()[0], item.due) for item in found] == [
        ("Memasang", date(2026, 8, 31)),
        ("Membeli", date(2027, 12, 31)),
    ]


def test_a_boxs_first_line_heads_the_lines_below() -> None:
    shapes: list[Shape] = [
        ("• Apa yang dilihat\n• Menyimpan arsip di rak besi", 20, 100, 400, 300),
        (
            "• Yang kami bawa pulang\n• Membeli rak besi untuk depo arsip\n• Tiga hari magang di depo",
            440,
            100,
            400,
            300,
        ),
    ]
    found = find_recommendations(deck(("Pembuka", []), ("Lokus: Dinas Arsip", shapes)), facts(Kind.REPORT))
    assert "Membeli rak besi untuk depo arsip" in [item.text for item in found]
    assert not any("Menyimpan" in item.text for item in found)


def test_a_box_among_boxes_of_actions_is_no_heading() -> None:
    shapes: list[Shape] = [
        ("1", 20, 100, 40, 60),
        ("Formasi penera diprioritaskan dalam usulan kebutuhan ASN 2027", 80, 100, 700, 60),
        ("2", 20, 180, 40, 60),
        ("Terbitkan edaran tentang tera ulang", 80, 180, 700, 60),
        ("3", 20, 260, 40, 60),
        ("Anggarkan mobil tera keliling", 80, 260, 700, 60),
    ]
    found = find_recommendations(deck(("Pembuka", []), ("Rekomendasi", shapes)), facts(Kind.REPORT))
    assert [item.text.split()[0] for item in found] == ["Formasi", "Terbitkan", "Anggarkan"]
    assert found[1].due is None


def test_a_card_may_name_what_who_and_when() -> None:
    shapes: list[Shape] = [
        ("Apa: Menyusun SOP arsip vital\nSiapa: Dinas Sosial\nKapan: Mei 2026", 20, 100, 400, 200),
        ("Apa: Membeli rak besi\nSiapa: Diskominfo\nKapan: 2027", 440, 100, 400, 200),
    ]
    found = find_recommendations(deck(("Pembuka", []), ("Rencana aksi", shapes)), facts(Kind.REPORT))
    assert [(item.text, item.addressee, item.due) for item in found] == [
        ("Menyusun SOP arsip vital", "Dinas Sosial Provinsi Sumatera Barat", date(2026, 5, 31)),
        ("Membeli rak besi", "Dinas Komunikasi dan Informatika Provinsi Sumatera Barat", date(2027, 12, 31)),
    ]


def test_a_works_name_is_no_action() -> None:
    shapes: list[Shape] = [
        (
            "Judul: RAPI (Ringkas Arsip Pindai)\nLangkah yang diusulkan:\n• Menyusun jadwal pindai arsip",
            20,
            100,
            400,
            200,
        )
    ]
    found = find_recommendations(deck(("Pembuka", []), ("Aksi perubahan – Tuti", shapes)), facts(Kind.REPORT))
    assert [item.text for item in found] == ["Menyusun jadwal pindai arsip"]


def test_what_is_for_home_stands_below_what_is_done_there() -> None:
    lines = "Cara di Klaten\n• Menimbang sampah di tiap dusun\nUntuk Solok\n• Beli timbangan digital\n• Petugas dusun mencatat bobot mulai Mei 2026"
    slides = deck(("Pembuka", []), ("2 | Bank sampah", [(lines, 20, 100, 800, 300)]), ("Penutup", []))
    assert [item.text for item in find_recommendations(slides, facts(Kind.REPORT))] == [
        "Beli timbangan digital",
        "Petugas dusun mencatat bobot mulai Mei 2026",
    ]


def test_for_a_place_alone_opens_nothing() -> None:
    slides = deck(("Pembuka", []), ("Kenangan", [("Untuk Solok\n• Batik lurik dua lembar", 20, 100, 800, 300)]))
    assert find_recommendations(slides, facts(Kind.REPORT)) == []


def test_what_others_are_asked_for_behind_their_names() -> None:
    asked = "Diskominfo: jaringan serat optik untuk gudang arsip\nBPKAD: menambah uang lembur pengelola arsip"
    slides = deck(("Pembuka", []), ("Yang kami perlukan dari OPD lain", [(asked, 20, 100, 800, 300)]))
    assert [(item.addressee, item.text.split()[0]) for item in find_recommendations(slides, facts(Kind.REPORT))] == [
        ("Dinas Komunikasi dan Informatika Provinsi Sumatera Barat", "jaringan"),
        ("Badan Pengelolaan Keuangan dan Aset Daerah Provinsi Sumatera Barat", "menambah"),
    ]
