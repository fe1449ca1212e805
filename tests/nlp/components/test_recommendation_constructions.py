"""Constructions of office Indonesian by which a paper proposes, refuses, addresses and dates: each with words of its own."""

from datetime import date
from typing import Any

import pytest

import nlp.pipeline  # registers doc._.source and doc._.facts
from nlp.components.deadline_relative import find_relative
from nlp.components.recommendation_addressee import Addressees
from nlp.components.recommendation_heading_words import END, opens_section
from nlp.components.recommendation_legend import legend_of
from nlp.components.recommendation_words import (
    is_rejected,
)
from nlp.components.recommendations import find_recommendations
from nlp.extraction import Kind, Recommendation
from tests.nlp.components.documents import facts, source

assert nlp.pipeline.COMPONENTS
SUMBAR = " Provinsi Sumatera Barat"
HOME = f"Badan Kepegawaian Daerah{SUMBAR}"


def found(notation: str, kind: Kind = Kind.REPORT, file_format: str = "docx", **given: Any) -> list[Recommendation]:
    return find_recommendations(source(notation, file_format=file_format), facts(kind, **given))


def texts(notation: str, kind: Kind = Kind.REPORT, file_format: str = "docx") -> list[str]:
    return [item.text for item in found(notation, kind, file_format)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Soal gedung arsip baru menurut kami belum perlu.",
        "Tentang seragam, tim tidak mengusulkan apa pun.",
        "Kami sempat ditanya apakah perlu menambah mesin.",
        "Jawabnya tidak perlu: mesin yang ada cukup.",
        "BPK mencatat pengelolaan aset perlu dibenahi.",
        "Pengadaan dua mobil jenazah. (ditarik)",
        "Hal ini perlu dibenahi, begitu bunyi tiap evaluasi.",
        "Peserta hendaknya membawa laptop sendiri.",
        "Menyusun laporan tertulis paling lambat lima hari setelah kembali",
        "Cukup diteruskan, belum ada usul",
        "Tetap seperti sekarang",
        "Dipertahankan saja",
        "Studi kedua ke Bantul tidak direncanakan; tanya jawab cukup lewat surel.",
        "Pembangunan gedung baru belum kami anggarkan.",
    ],
)
def test_what_is_refused_asked_or_told_by_others_is_no_proposal(sentence: str):
    assert is_rejected(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Membuka loket malam sehingga warga tidak perlu bolos kerja",
        "Menghapus syarat yang tidak perlu",
        "Pelatihan operator yang belum dijadwalkan perlu dimulai tahun depan",
        "Ruang asesmen: tidak usah membangun, sewa saja aula kampus",
        "Menimbang seluruh balita setiap bulan di posyandu",
    ],
)
def test_what_an_action_spares_is_no_refusal(sentence: str):
    assert not is_rejected(sentence)


@pytest.mark.parametrize(
    "heading",
    ["V. Petitum", "PERMOHONAN", "SUBSIDAIR", "Tindakan yang disarankan", "Yang akan diajukan tim", "Tahapan ke depan", "Lalu, apa oleh-olehnya?",
     "Titip pesan untuk Dinas Sosial", "PR buat kita semua", "KAMI USULKAN", "Apa yang akan saya perjuangkan?", "[ ADOPSI = ambil utuh ]"],
)  # fmt: skip
def test_more_names_of_such_a_section(heading: str):
    assert opens_section(heading)


def test_a_request_above_a_list_of_actions_opens_a_section():
    paper = """Mohon arahan Bapak, kiranya hal berikut dapat diperintahkan:
1. Dinkes : mengganti timbangan rusak di sebelas posyandu
2. Bagian Organisasi, untuk mengubah peraturan tentang standar pelayanan
Demikian kami sampaikan."""
    first, second = found(paper, Kind.LETTER)
    assert (first.text, first.addressee) == (
        "mengganti timbangan rusak di sebelas posyandu",
        f"Dinas Kesehatan{SUMBAR}",
    )
    assert second.text == "Bagian Organisasi, untuk mengubah peraturan tentang standar pelayanan"


def test_a_request_to_receive_guests_opens_none():
    assert (
        texts(
            "Kami mohon kiranya Bapak berkenan menerima peserta berikut:\n1. Budi Santoso\n2. Sri Rahayu", Kind.LETTER
        )
        == []
    )


def test_what_not_to_do_stands_below_its_own_heading():
    paper = """# OLEH-OLEH
- Rapat data setiap Selasa pagi tanpa kudapan
# JANGAN DIBAWA
- Membeli peladen baru untuk tiap dinas"""
    assert texts(paper) == ["Rapat data setiap Selasa pagi tanpa kudapan"]


def test_a_unit_that_is_asked_in_a_section():
    paper = """# Usul di luar tabel
Arsip lapuk bukan urusan kami sendiri. Dinas Kearsipan diminta merestorasi enam puluh jilid pada tahun 2027."""
    assert texts(paper) == ["Dinas Kearsipan diminta merestorasi enam puluh jilid pada tahun 2027."]


def test_a_statement_that_begins_with_usulan_is_no_heading():
    paper = "# Telaah\nUsulan titipan masih diterima lewat telepon\nBelanja modal menumpuk pada akhir tahun"
    assert texts(paper, file_format="pptx") == []


def test_the_items_below_a_part_of_the_home_agency_are_its_own():
    paper = "# Tindakan yang disarankan\n- Bidang Mutasi:\n  - membersihkan riwayat jabatan seluruh pegawai\n  - menyusun kamus kotak talenta"
    assert [item.addressee for item in found(paper)] == [f"Bidang Mutasi {HOME}"] * 2


def test_the_head_of_the_home_agency_by_its_kind_alone():
    addressees = Addressees(facts(home=HOME))
    assert addressees.of_line("Kepada Kepala Badan") == HOME
    assert addressees.of_owner("kami bersama Dinas Sosial") == HOME
    assert addressees.of_owner("Bidang Mutasi kami") == f"Bidang Mutasi {HOME}"
    assert addressees.of_line("Kepada Direktur") is None


def test_short_names_that_the_paper_explains():
    legend = "Singkatan: Umum = Bagian Umum dan Keuangan; Humas = Bagian Humas dan Protokol."
    assert legend_of(legend) == {"Umum": "Bagian Umum dan Keuangan", "Humas": "Bagian Humas dan Protokol"}
    assert legend_of("Indeks = 3,2") == {}


ROWS = """# PR kita
Bikin satu akun untuk semua layanan
Pindahkan peladen ke pusat data
Diskominfo
Triwulan III 2026
Bappeda
Triwulan I 2027"""
CARDS = """# PR kita
Dinas Sosial
Satukan data warga miskin
Maret 2026
Dinas Kesehatan
Buka kelas ibu hamil
Juni 2026"""
STEPS = "# Langkah ke depan\nJanuari 2026\nUji sirene di semua selter\nMaret 2026\nRekrut relawan pemantau"


@pytest.mark.parametrize(
    ("slide", "expected"),
    [
        (ROWS, [(f"Dinas Komunikasi dan Informatika{SUMBAR}", date(2026, 9, 30)), (f"Badan Perencanaan Pembangunan Daerah{SUMBAR}", date(2027, 3, 31))]),
        (CARDS, [(f"Dinas Sosial{SUMBAR}", date(2026, 3, 31)), (f"Dinas Kesehatan{SUMBAR}", date(2026, 6, 30))]),
        (STEPS, [(None, date(2026, 1, 31)), (None, date(2026, 3, 31))]),
    ],
)  # fmt: skip
def test_boxes_of_a_slide_belong_together(slide: str, expected: list[tuple[str | None, date]]):
    assert [(item.addressee, item.due) for item in found(slide, file_format="pptx")] == expected


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("TW III tahun ini", date(2024, 9, 30)), ("per Agustus ini", date(2024, 8, 31)), ("direvisi thn dpn", date(2025, 12, 31)), ("selesai akhir tahun.", date(2024, 12, 31)),
        ("mulai bulan depan", date(2024, 7, 31)), ("awal tahun depan", None), ("sebelum libur akhir tahun", None), ("sebelum bulan puasa tahun depan", None), ("laporan akhir tahun", None),
    ],
)  # fmt: skip
def test_times_that_count_from_the_day_of_writing(text: str, last: date | None):
    stated = find_relative(text, date(2024, 6, 11))
    assert (stated.last if stated else None) == last


def test_as_the_row_above():
    table = """# Saran
| Saran kami | Bila |
| Ganti rak berkas lama | Desember 2025 |
| Cetak label warna sendiri | s.d.a. |"""
    assert [item.due for item in found(table)] == [date(2025, 12, 31)] * 2


@pytest.mark.parametrize(
    "line", ["Sofifi, menjelang Lebaran Haji 2025", "Pulau Punjung, 20.02.2026", "Padang, 20 Mei 2024"]
)
def test_place_and_day_end_a_section(line: str):
    assert END.match(line)


def test_a_table_without_column_names_below_what_will_be_done():
    letter = """Berikut kami kabarkan apa yang akan ditempuh di Padang:
| 1. | menata ulang loket di 12 unit layanan | Bagian Tata Laksana | sebelum 31 Maret 2025 |
| 2. | mengadakan klinik layanan sebulan sekali | Bagian Kelembagaan | Semester I 2025 |
Atas perhatian Saudara kami ucapkan terima kasih."""
    home = f"Biro Organisasi Sekretariat Daerah{SUMBAR}"
    assert [(item.addressee, item.due) for item in found(letter, Kind.LETTER, home=home)] == [
        (f"Bagian Tata Laksana {home}", date(2025, 3, 31)),
        (f"Bagian Kelembagaan {home}", date(2025, 6, 30)),
    ]


def test_a_programme_of_the_guests_is_no_list_of_what_will_be_done():
    letter = """Hal-hal yang akan dikerjakan selama magang adalah sebagai berikut:
1. Mempelajari penyusunan formasi pegawai
2. Mengikuti rapat evaluasi kinerja"""
    assert texts(letter, Kind.LETTER) == []


def test_what_the_guests_will_do_at_home_counted_off_in_an_article():
    article = "Seusai kunjungan, Endang mencatat beberapa pekerjaan untuk badannya: membuka kanal lowongan satu pintu; menggandeng dua puluh perusahaan; serta mengirim instruktur las ke balai."
    items = found(article, Kind.NEWS)
    assert [item.text for item in items] == [
        "membuka kanal lowongan satu pintu",
        "menggandeng dua puluh perusahaan",
        "mengirim instruktur las ke balai.",
    ]
    assert {item.addressee for item in items} == {HOME}


def test_what_the_host_did_counted_off_in_an_article_is_no_proposal():
    assert (
        texts(
            "Zainul menyebut tiga langkah di dinasnya: membuka kanal lowongan; menggandeng perusahaan rokok; serta mengirim instruktur.",
            Kind.NEWS,
        )
        == []
    )


def test_a_unit_above_several_boxes_is_to_act_on_all_of_them():
    slide = """# Pekerjaan rumah kita
Bapenda
Buka pembayaran pajak lewat kode QR
Pasang alat perekam di lima belas hotel
Dinkes
Uji coba antrean daring di dua puskesmas
BPKAD
Pangkas syarat pencairan dari sembilan menjadi lima
Jadwalkan layanan keliling tiap tiga bulan"""
    owners = [item.addressee for item in found(slide, file_format="pptx")]
    tax, health, money = (
        f"Badan Pendapatan Daerah{SUMBAR}",
        f"Dinas Kesehatan{SUMBAR}",
        f"Badan Pengelolaan Keuangan dan Aset Daerah{SUMBAR}",
    )
    assert owners == [tax, tax, health, money, money]


def test_the_unit_in_square_brackets_at_the_end_is_to_act():
    paper = "# Rekomendasi\n- Akta lahir terbit sebelum ibu pulang: perjanjian dengan RSUD perlu dibuat [Disdukcapil]"
    (item,) = found(paper)
    assert item.addressee == f"Dinas Kependudukan dan Pencatatan Sipil{SUMBAR}"
    assert not item.text.endswith("]")


def test_a_month_of_next_year_is_not_that_year():
    stated = find_relative("didata paling lambat Maret tahun depan", date(2025, 11, 6))
    assert stated is not None
    assert stated.last == date(2026, 3, 31)
