"""Recommendations in informal papers: slang and English headings, labels, cards and road maps on slides, forms."""

from datetime import date
from typing import Any

import pytest

import nlp.pipeline  # registers doc._.source and doc._.facts
from nlp.components.recommendation_heading_words import KEEP, opens_section
from nlp.components.recommendation_timelines import is_time
from nlp.components.recommendation_words import is_rejected, proposes
from nlp.components.recommendations import find_recommendations
from nlp.extraction import Kind, Recommendation
from tests.nlp.components.documents import facts, source

assert nlp.pipeline.COMPONENTS
SUMBAR = " Provinsi Sumatera Barat"


def found(notation: str, kind: Kind = Kind.REPORT, file_format: str = "docx", **given: Any) -> list[Recommendation]:
    return find_recommendations(source(notation, file_format=file_format), facts(kind, **given))


@pytest.mark.parametrize(
    "heading",
    [
        "PR kita", "What next?", "So what? Next steps for Padang", "Who does what", "Siapa mengerjakan apa", "MULAI (2025)", "Mulai 2026", "Rencana kita",
        "IV. YANG PERLU WAKTU", "Yang perlu bantuan", "UNTUK OPD KITA", "Bagi dinas kami:", "🎯 Saran tindak", "💬 Pesan untuk mitra", "# 4 SARAN",
        "[12] Usulan untuk Perangkat Daerah sendiri", "S5 langkah yang kami ajukan", "Pilihan yang kami anjurkan", "Yang bisa langsung kita tiru", "Our commitments",
    ],
)  # fmt: skip
def test_slang_and_english_headings_open_a_section(heading: str):
    assert opens_section(heading)


@pytest.mark.parametrize(
    "heading",
    [
        "Apa yang tidak kami anjurkan", "Yang tidak bisa ditiru", "Siapa kami", "What we saw", "Action learning", "Mulai : 02.02.2026", "Waktu mulai 2025",
        "Untuk keperluan kami",
    ],
)  # fmt: skip
def test_headings_that_sound_alike_open_none(heading: str):
    assert not opens_section(heading)


def test_what_is_kept_and_what_is_stopped_end_the_section():
    text = "# MULAI (2025)\n- isi data kepegawaian sendiri oleh pegawai\n# TETAP\n- survei kepuasan pegawai setiap semester"
    assert [item.text for item in found(text)] == ["isi data kepegawaian sendiri oleh pegawai"]
    assert KEEP.search("TETAP")
    assert not KEEP.search("tetap menyusun peta talenta")


def test_the_same_heading_of_another_year_is_another_section():
    text = (
        "# MULAI (2025)\n- buka klinik arsip tiap Rabu\n# MULAI (2026)\n- siapkan kotak talenta bagi pejabat pengawas"
    )
    assert [item.due for item in found(text)] == [date(2025, 12, 31), date(2026, 12, 31)]


def test_an_item_without_a_verb_counts_below_such_a_heading():
    text = "# Rencana kita\n- Papan nama proyek dengan nomor HP pengawas\n- Arsip jadi UPTD"
    assert len(found(text)) == 2


def test_a_label_says_who_and_is_no_part_of_the_action():
    items = found(
        "# Yang perlu bantuan\n- Bappeda: masukkan klinik ke RKPD\nBiro Organisasi --> siapkan format laporan"
    )
    assert [(item.text, item.addressee) for item in items] == [
        ("masukkan klinik ke RKPD", f"Badan Perencanaan Pembangunan Daerah{SUMBAR}"),
        ("siapkan format laporan", f"Biro Organisasi Sekretariat Daerah{SUMBAR}"),
    ]


def test_a_label_that_names_no_unit_stays():
    assert found("# Saran\n- Satu data: gabungkan kartu pegawai dengan daftar gaji")[0].text.startswith("Satu data:")


def test_actions_between_semicolons_are_one_each():
    assert [item.text for item in found("# SARAN\nSusun peta talenta; batasi penugasan mendadak; latih 4 asesor")] == [
        "Susun peta talenta", "batasi penugasan mendadak", "latih 4 asesor",
    ]  # fmt: skip


ROAD_MAP = "# Peta jalan yang kami ajukan\nMei 2026\nTahun 2027\nPindahkan ruang baca ke lantai dasar\nTerbitkan peraturan tentang arsip"
CARDS = "# Langkah kami ke depan\nPangkas waktu izin menjadi satu hari\nJanuari 2026\nSatukan aplikasi dalam satu portal\nAkhir 2026"


@pytest.mark.parametrize(
    ("notation", "days"),
    [(ROAD_MAP, [date(2026, 5, 31), date(2027, 12, 31)]), (CARDS, [date(2026, 1, 31), date(2026, 12, 31)])],
)
def test_the_boxes_of_a_slide_are_paired_with_their_times(notation: str, days: list[date]):
    assert [item.due for item in found(notation, file_format="pptx")] == days


def test_a_box_with_more_than_a_time_is_no_time():
    assert is_time("TW IV 2026")
    assert not is_time("Rapat awal tahun 2026 bersama OPD")


def test_a_form_asks_for_proposals_in_a_numbered_row():
    text = "| 6. | Hasil | Risalah selesai dalam tiga hari |\n| 7. | Saran tindak | Menyusun kalender rapat daring |\n| 8. | Lain-lain | - |"
    assert [item.text for item in found(text)] == ["Menyusun kalender rapat daring"]


def test_an_english_table_of_what_who_and_when():
    text = "# Next steps\n| What | Lead | When |\n| Launch one calendar of events | BKD | Q4 2026 |\n| Sign MoU with Unand | BKD | by August 2026 |"
    assert [(item.addressee, item.due) for item in found(text)] == [
        (f"Badan Kepegawaian Daerah{SUMBAR}", date(2026, 12, 31)),
        (f"Badan Kepegawaian Daerah{SUMBAR}", date(2026, 8, 31)),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Rombongan menilai klinik talenta hendaknya dikelola badan tersendiri mulai tahun 2027.",
        "Mereka juga menyarankan supaya surat masuk dipindai pada hari yang sama.",
        "BKD Provinsi Sumatera Barat disarankan menutup loket manual mulai November 2026.",
    ],
)
def test_an_article_tells_what_the_visitors_propose(sentence: str):
    assert len(found(f"Peserta pulang dari Surabaya. {sentence}", Kind.NEWS)) == 1


def test_two_units_asked_in_one_sentence_are_two_recommendations():
    text = "BKD kami arahkan agar memakai kertas kerja elektronik, dan Biro Organisasi kami minta menyusun panduannya."
    assert len(found(text, Kind.LETTER)) == 2


@pytest.mark.parametrize(
    ("item", "day"),
    [
        ("Peraturan gubernur tentang talenta, 2027", date(2027, 12, 31)),
        ("Daftarkan empat asesor ikut sertifikasi tahun 2025", date(2025, 12, 31)),
        ("Hitung kebutuhan asesor sebelum akhir Juli", date(2024, 7, 31)),
        ("Lelang kendaraan rusak pada bulan Januari", date(2025, 1, 31)),
        ("Umumkan pagu setiap Januari", None),
        ("Perbarui data capaian tahun 2023", None),
    ],
)
def test_a_time_of_which_a_part_is_left_out(item: str, day: date | None):
    assert found(f"# Saran\n- {item}", start=date(2024, 2, 26))[0].due == day


def test_who_and_when_on_the_line_below_belong_to_the_item():
    text = "# Rekomendasi rapat\nMenyamakan format pohon kinerja kecamatan.\n- Biro Organisasi, 31-01-2026\nMenyusun modul magang."
    first = found(text, file_format="txt")[0]
    assert (first.text, first.addressee, first.due) == (
        "Menyamakan format pohon kinerja kecamatan.",
        f"Biro Organisasi Sekretariat Daerah{SUMBAR}",
        date(2026, 1, 31),
    )


def test_an_item_loses_its_running_number():
    assert [item.text for item in found("# PR kita\n* PR 1 - bikin ruang baca anak di lobi")] == [
        "bikin ruang baca anak di lobi"
    ]


def test_a_hope_that_participants_will_advise_is_no_advice() -> None:
    hoped = "Sesudah magang usai, Kepala BKD berharap para peserta dapat menyampaikan paparan dan memberikan masukan bagi daerah."
    assert is_rejected(hoped)
    assert not proposes(hoped)
    assert proposes("Peserta memberikan masukan agar jadwal magang diperpanjang menjadi dua minggu.")


def test_what_ought_to_be_but_is_not_is_no_proposal():
    assert is_rejected("Rambu perlu ada di setiap simpang, tetapi belum terpasang")
    assert not is_rejected("Rambu perlu dipasang di setiap simpang, tetapi cukup yang sederhana")


def test_needs_told_below_a_heading_of_what_is_amiss_are_no_proposals():
    assert found("# Ganjalan kita\nJaringan di pulau terluar perlu ditambah.\n", file_format="pptx") == []


def test_short_phrases_among_items_below_a_plain_heading_are_recommendations_and_so_is_one_that_a_headings_word_begins():
    notation = "# Saran\n1. Menyusun peta talenta\n2. Membentuk tim asesor\n3. Anggaran pelatihan paling sedikit 1% dari APBD\n4. Satu pegawai satu buku"
    assert [item.text for item in found(notation)][2:] == ["Anggaran pelatihan paling sedikit 1% dari APBD", "Satu pegawai satu buku"]  # fmt: skip


def test_what_a_summary_says_with_another_form_of_the_word_is_given_once():
    notation = "# Ringkasan\nLaporan ini merekomendasikan pembentukan klinik arsip di Kota Padang.\n# Saran\n1. Membentuk klinik arsip di Kota Padang paling lambat Maret 2026"
    assert [item.text for item in found(notation)] == ["Membentuk klinik arsip di Kota Padang paling lambat Maret 2026"]


def test_a_legend_of_letters_below_a_table_names_who_is_to_act():
    notation = "# Usul Tindak\n| Usulan | PIC |\n| Menyusun profil risiko | B |\n| Menyusun kalender pelatihan | A dan B |\n\nA = Badan Kepegawaian Daerah\nB = Inspektorat"
    assert [item.addressee for item in found(notation, file_format="pptx", home=f"Pemerintah{SUMBAR}")] == [
        f"Inspektorat{SUMBAR}",
        f"Badan Kepegawaian Daerah{SUMBAR}",
    ]


def test_initials_that_two_agencies_share_mean_the_documents_own():
    notation = "# Saran\nBagi BKD Kota Padang\n1. Menambah petugas penagih"
    (item,) = found(notation, home="Badan Keuangan Daerah Kota Padang")
    assert item.addressee == "Badan Keuangan Daerah Kota Padang"


def test_since_one_day_up_to_another_is_a_time_to_act():
    (item,) = found("# Saran\n1. Menerapkan tanda tangan elektronik sejak 1 Juli 2024 s.d. 31 Desember 2024")
    assert item.due == date(2024, 12, 31)


@pytest.mark.parametrize(
    "sentence",
    ["Menurutnya, Kota Padang perlu segera membangun loket terpadu.", "Seluruh perangkat daerah perlu menunjuk satu pengelola arsip."],
)  # fmt: skip
def test_an_article_tells_what_home_needs_to_do(sentence: str):
    notation = f"# ASN Padang Belajar ke Malang\nPADANG – Rombongan tiba kemarin.\n\n{sentence}"
    assert [item.text for item in found(notation, Kind.NEWS, home="Pemerintah Kota Padang", host="Pemerintah Kota Malang")] == [sentence]  # fmt: skip


def test_what_not_to_copy_and_an_empty_cell_are_no_recommendations():
    assert found("# Yang jangan ditiru\n- Menyerahkan parkir kepada satu perusahaan", file_format="pptx") == []
    assert is_rejected("(tidak ada)")
