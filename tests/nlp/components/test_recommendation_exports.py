"""Proposals in exports, schedules, chats, forms and English, and what in them is none."""

from datetime import date

import pytest

import nlp.pipeline  # registers doc._.source and doc._.facts
from nlp.components.deadlines import find_deadline
from nlp.components.institution_english import agency_called
from nlp.components.recommendation_cells import parts_of, said_at
from nlp.components.recommendation_english import advises, is_english
from nlp.components.recommendation_units import units_of
from nlp.components.recommendation_words import is_rejected
from nlp.components.recommendations import find_recommendations
from nlp.components.slide_shapes import says
from nlp.components.topics import topic_of
from nlp.extraction import Kind, Recommendation
from tests.nlp.components.documents import facts, source

assert nlp.pipeline.COMPONENTS
SUMBAR = "Provinsi Sumatera Barat"


def found(notation: str, kind: Kind = Kind.REPORT, file_format: str = "docx") -> list[Recommendation]:
    return find_recommendations(source(notation, file_format=file_format), facts(kind))


def test_an_export_with_semicolons_is_a_table_below_its_head_line():
    (one, two) = found(
        '"Ekspor RTL";;;;\nNo;OPD Asal;Rencana Tindak Lanjut;Pelaksana;Tenggat\n1;BKD;"Menyusun pola karier; uji publik";BKD;30/06/2025\n'
        "2;BKD;Memetakan jabatan kosong;Bappeda;TW IV 2025\n;;;;",
        Kind.OTHER,
        "txt",
    )
    assert (one.text, one.due) == ("Menyusun pola karier; uji publik", date(2025, 6, 30))
    assert (two.addressee, two.due) == (f"Badan Perencanaan Pembangunan Daerah {SUMBAR}", date(2025, 12, 31))


def test_a_tick_below_a_time_is_the_actions_time():
    items = found(
        "# Rencana Aksi\n| No | Rencana aksi | April 2026 | Mei 2026 |\n| 1 | Menyusun daftar periksa | √ |  |\n| 2 | Menghimpun naskah lama | √ | √ |"
    )
    assert [item.due for item in items] == [date(2026, 4, 30), date(2026, 5, 31)]


def test_a_row_that_heads_a_group_gives_its_year():
    items = found(
        "# Rencana Aksi\n| No | Aksi | Penanggung jawab | Waktu |\n| A | Jangka pendek | < | 2024 |\n| 1 | Membuka klinik inovasi | BKD |  |\n"
        "| 2 | Menandatangani berbagi data | BKD | Triwulan IV |"
    )
    assert [(item.text, item.due) for item in items] == [
        ("Membuka klinik inovasi", date(2024, 12, 31)),
        ("Menandatangani berbagi data", date(2024, 12, 31)),
    ]


def test_the_date_of_a_document_in_a_list_is_no_time_to_act_by():
    (item,) = found(
        "| No | Judul | Tanggal | Saran |\n| 1 | Irigasi bersama | 14-10-2022 | Menyiapkan perpanjangan naskah |"
    )
    assert item.due is None


def test_a_cell_that_tells_what_is_amiss_and_then_what_to_do():
    document = source(
        "| Kendala dan saran |\n| Laporan tidak pernah dikirim. Meminta laporan tiap semester; menunjuk narahubung. |"
    )
    cell = units_of(document)[-1]
    assert [said_at(document, places) for places in parts_of(document, cell)] == [
        "Meminta laporan tiap semester;",
        "menunjuk narahubung.",
    ]


def test_a_recap_in_a_chat_ends_where_the_next_one_speaks():
    items = found(
        "03/02/25 08.10 - Rina BKD: *REKAP USULAN PESERTA* (utk pak Sekda)\n- menggabungkan nomor aduan jadi satu\n- membuka loket malam\n"
        "03/02/25 08.15 - Joko: membawa oleh-oleh untuk semua ya",
        Kind.OTHER,
        "txt",
    )
    assert [item.text for item in items] == ["menggabungkan nomor aduan jadi satu", "membuka loket malam"]


@pytest.mark.parametrize(
    "text",
    [
        "Bersediakah Saudara diwawancarai lagi? ☑ Ya ☐ Tidak",
        "Peserta menyarankan agar jadwal dicetak, dan panitia telah mencetaknya.",
        "Saran supaya jam makan digeser sudah kami jalankan.",
        "Belum dapat ditiru karena petugas kita baru dua orang.",
        "Evaluasi kerja sama telah dilakukan pada 16 September 2025.",
        "Kunjungan balasan sedang dirancang oleh BPSDM untuk Juli 2026.",
    ],
)
def test_what_is_asked_done_or_under_way_is_no_proposal(text: str):
    assert is_rejected(text)


def test_english_advice_and_its_agency():
    assert advises("It would be wise to publish the figures every month.")
    assert advises("The Fisheries Agency is advised to close two ports.")
    assert is_english("Introduce a levy of IDR 5,000 for the market in Tidore.")
    assert not is_english("Menyusun standar pelayanan untuk loket")
    assert agency_called("Marine and Fisheries Agency") == "Dinas Kelautan dan Perikanan"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("pemutakhiran data pada minggu kedua Oktober 2025", date(2025, 10, 14)),
        ("satu nomor layanan, target Februari 2025", date(2025, 2, 28)),
    ],
)
def test_times_behind_words_that_elsewhere_name_a_plan(text: str, last: date):
    stated = find_deadline(text)
    assert stated is not None
    assert stated.last == last


def test_a_cards_line_with_a_month_alone():
    assert says("Bidang Keperawatan · mulai Agustus") == ("Bidang Keperawatan", "mulai Agustus")


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Menyusun peta jalan riset", "perencanaan_penganggaran"),
        ("Menghapus setoran tunai kolektor kampung", "pendapatan_daerah"),
        ("Membayar perjalanan dinas secara nontunai", "keuangan_aset"),
        ("Menetapkan jadwal kapal antarpulau", "infrastruktur_perhubungan"),
        ("Memasukkan pembelian alat rekam ke dalam RKPD", "perencanaan_penganggaran"),
        ("Mengirim dua juru tagih ke diklat", "pengembangan_kompetensi"),
    ],
)
def test_set_phrases_outweigh_the_words_in_them(text: str, topic: str):
    assert topic_of(text).value == topic
