"""Layouts in which who is to act and by when stand apart from what is to be done: each with words of its own."""

from datetime import date
from typing import Any

import pytest

import nlp.pipeline  # registers doc._.source and doc._.facts
from nlp.components.proposals import Judged, pieces_of
from nlp.components.recommendation_legend import codes_of, time_behind
from nlp.components.recommendation_tails import without_tail
from nlp.components.recommendation_units import units_of
from nlp.components.recommendations import find_recommendations
from nlp.extraction import Kind, Recommendation
from tests.nlp.components.documents import facts, source

assert nlp.pipeline.COMPONENTS
SUMBAR = " Provinsi Sumatera Barat"
HOME = f"Badan Kepegawaian Daerah{SUMBAR}"


def found(notation: str, kind: Kind = Kind.REPORT, file_format: str = "docx", **given: Any) -> list[Recommendation]:
    return find_recommendations(source(notation, file_format=file_format), facts(kind, **given))


def test_a_table_on_its_side_is_a_card_for_each_recommendation():
    cards = """
# Usulan kami
| Usul | Membuka kelas bahasa isyarat bagi petugas loket |
| Siapa | Dinas Sosial |
| Kapan | Mei 2026 |
| Biaya | Rp12 juta |
| Usul | Mencetak panduan layanan ringkas |
| Siapa | Diskominfo |
| Kapan | - |
"""
    assert [(item.text.split()[0], item.addressee, item.due) for item in found(cards)] == [
        ("Membuka", f"Dinas Sosial{SUMBAR}", date(2026, 5, 31)),
        ("Mencetak", f"Dinas Komunikasi dan Informatika{SUMBAR}", None),
    ]


def test_a_table_of_stages_with_a_row_of_that_name_holds_none():
    stages = """
# Waktu layanan
| Tahap | Tuan rumah | Kita |
| Rekomendasi teknis | satu hari | sembilan hari |
| Waktu cetak | dua jam | tiga hari |
"""
    assert found(stages) == []


def test_codes_stand_for_units_and_times():
    matrix = """
# Arti kode
| Kode | Arti |
| KES | Dinas Kesehatan Provinsi Sumatera Barat |
| PER | Dinas Perhubungan Provinsi Sumatera Barat |
| T1 | selesai Juni 2026 |
| T2 | selesai Triwulan IV 2026 |
# Matriks tindak lanjut
| No | Yang akan kita lakukan | Pelaku | Waktu |
| 1 | Memasang timbangan bayi di setiap posyandu | KES | T1 |
| 2 | Mengecat ulang marka penyeberangan sekolah | PER, KES | T2 |
"""
    assert [(item.addressee, item.due) for item in found(matrix)] == [
        (f"Dinas Kesehatan{SUMBAR}", date(2026, 6, 30)),
        (f"Dinas Perhubungan{SUMBAR}", date(2026, 12, 31)),
    ]


def test_one_code_alone_is_none():
    owners, times = codes_of(
        units_of(source("W1 = Maret 2026\n\nRumus = jumlah izin")), "W1 = Maret 2026; Rumus = jumlah"
    )
    assert (owners, times) == ({}, {})
    assert time_behind("W1", {"W1": "Maret 2026", "W2": "Mei 2026"}) == "Maret 2026"
    assert time_behind("Juli 2026", {"W1": "Maret 2026"}) == "Juli 2026"


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Menata arsip kontrak — Bagian Umum", ("Menata arsip kontrak", "Bagian Umum", None)),
        ("Cat ulang zebra cross oleh Dishub | tenggat Mei 2026", ("Cat ulang zebra cross", "Dishub", " Mei 2026")),
        ("Siapkan ruang menyusui - Triwulan II 2026", ("Siapkan ruang menyusui", None, "Triwulan II 2026")),
        ("Tayangkan peta banjir | PIC: Diskominfo | waktu: -", ("Tayangkan peta banjir", "Diskominfo", None)),
        ("Benahi gudang – distribusi pupuk lancar", ("Benahi gudang – distribusi pupuk lancar", None, None)),
    ],
)
def test_fields_behind_an_action_say_who_and_when(line: str, parts: tuple[str, str | None, str | None]):
    text, owner, time = without_tail(line)
    assert (text, owner, time and time.strip()) == (parts[0], parts[1], parts[2] and parts[2].strip())


def test_one_line_below_a_list_is_about_all_its_items():
    slide = """
# Yang kami usulkan
- Susun peta jabatan
- Buka kelas daring
Pelaksana: Dinas Perdagangan
===
# Usulan lain
- Rapikan lapak ikan
Pelaksana: Dinas Perikanan
- Uji mutu garam
Pelaksana: Dinas Perindustrian
"""
    units = [item.addressee and item.addressee.removesuffix(SUMBAR) for item in found(slide, file_format="pptx")]
    assert units == ["Dinas Perdagangan", "Dinas Perdagangan", "Dinas Perikanan", "Dinas Perindustrian"]


def test_a_milestone_above_a_list_gives_its_items_their_time():
    plan = """
# Rencana aksi
Tonggak pertama: 60 hari (sampai dengan 31 Mei 2026)
- Menulis ulang brosur pajak
Gelombang II, Oktober 2026
- Melatih juru pungut pasar
"""
    assert [item.due for item in found(plan)] == [date(2026, 5, 31), date(2026, 10, 31)]


def test_a_line_at_the_foot_of_a_slide_times_all_its_boxes():
    slide = """
# Quick Wins
Samakan jam buka loket
Hapus syarat legalisir
tanpa biaya, semuanya tuntas sebelum 17 Agustus 2026
"""
    assert [item.due for item in found(slide, file_format="pptx")] == [date(2026, 8, 17)] * 2


def test_two_owners_above_two_actions_belong_to_them_in_turn():
    slide = """
# PR kita
Satpol PP
Dinas Koperasi
Data pedagang lewat aplikasi sebelum Mei 2026
Sediakan lapak pengganti di terminal
Dinas Perhubungan
Tutup jalan pasar setiap Sabtu malam
"""
    assert [item.addressee for item in found(slide, file_format="pptx")] == [
        f"Satuan Polisi Pamong Praja{SUMBAR}",
        f"Dinas Koperasi{SUMBAR}",
        f"Dinas Perhubungan{SUMBAR}",
    ]


def test_an_item_that_the_next_slide_finishes_is_one():
    slides = """
# Saran
- Pasang kamera pada jalur pasar –
===
# Saran (lanjutan)
Terminal Lama, paling sedikit sepuluh titik
- Tempel kode QR di loket
"""
    assert [item.text for item in found(slides, file_format="pptx")] == [
        "Pasang kamera pada jalur pasar – Terminal Lama, paling sedikit sepuluh titik",
        "Tempel kode QR di loket",
    ]


def test_a_sentence_that_a_page_cuts_is_one():
    report = (
        "# Pembahasan\nLoket sudah ramai. Karena itu kami mengusulkan agar Dinas Sosial membuka gerai di Nagari Kamang dan\n"
        "===\nNagari Tilatang pada Semester II 2026. Gerai itu ringan biayanya dan tidak menambah pegawai baru sama sekali."
    )
    assert [(item.text[:26], item.text[-17:], item.due) for item in found(report, file_format="pdf")] == [
        ("Karena itu kami mengusulka", "Semester II 2026.", date(2026, 12, 31))
    ]


def test_the_host_who_advises_speaks_to_the_other_side():
    letter = """
# Saran untuk Pemerintah Kabupaten Agam
- Bappeda agar menyusun kamus usulan nagari
- Dinas Sosial sebaiknya memutakhirkan data lansia
"""
    units = [
        item.addressee
        for item in found(letter, Kind.LETTER, home="Pemerintah Kota Yogyakarta", host="Pemerintah Kabupaten Agam")
    ]
    assert units == [
        "Badan Perencanaan Pembangunan Daerah Kabupaten Agam",
        "Dinas Sosial Kabupaten Agam",
    ]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Alihkan arsip kertas ke bentuk digital (2026)", date(2026, 12, 31)),
        ("Kirim tagihan elektronik mulai masa pajak 2026 (Bidang Penagihan)", date(2026, 12, 31)),
        ("Ajukan hibah sebelum Februari 2026 berakhir", date(2026, 2, 28)),
        ("Pungut retribusi nontunai mulai tahun 2026", date(2026, 12, 31)),
        ("Sediakan lapak sebelum Lebaran 2026", None),
    ],
)
def test_years_and_months_at_the_end_of_an_action(text: str, due: date | None):
    assert [item.due for item in found(f"# Rekomendasi\n- {text}")] == [due]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kami juga mohon Wali Kota menerbitkan keputusan tentang jam layanan.",
        "Maka Dinas Sosial sebaiknya mendata ulang lansia terlantar.",
        "Bagian Umum kami minta memisahkan arsip vital, tidak perlu menunggu rak baru.",
    ],
)
def test_advice_to_a_unit_is_a_proposal_wherever_it_stands(sentence: str):
    assert [item.text for item in found(f"# Pendapat pelaksana\nKota itu rapi. {sentence}")] == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "Membeli rak bergerak belum perlu dilakukan.",
        "Yang tidak kami sarankan: membeli aplikasi sendiri.",
        "Agar Bapak tidak perlu membaca seluruhnya, intinya kami ringkas.",
    ],
)
def test_what_need_not_be_is_no_proposal(sentence: str):
    assert found(f"# Saran\n{sentence}") == []


def test_advice_for_your_office_is_for_the_one_whom_the_letter_goes_to():
    letter = """
Yth. Kepala Dinas Sosial Kabupaten Agam di Lubuk Basung

Izinkan kami menitip saran untuk kantor Saudara:

- loket lansia hendaknya dibuka setiap Senin
- data penerima bantuan sebaiknya diperbarui
"""
    items = found(letter, Kind.LETTER, home="Dinas Sosial Kabupaten Agam", host="Dinas Sosial Kota Yogyakarta")
    assert [item.addressee for item in items] == ["Dinas Sosial Kabupaten Agam"] * 2


def test_a_column_without_a_name_may_hold_the_times():
    table = """
# Rekomendasi
|  | Tindakan | Unit |
| Cepat (s.d. Juli 2026) | Memasang dua mesin antrean | Diskominfo |
| Menengah (2027) | Membangun gudang arsip baru | Dinas Sosial |
"""
    assert [(item.text.split()[0], item.due) for item in found(table)] == [
        ("Memasang", date(2026, 7, 31)),
        ("Membangun", date(2027, 12, 31)),
    ]


def test_one_column_may_hold_owner_and_time():
    table = """
# Hal yang dapat diadopsi
| Aspek | Yang dapat diadopsi | Pelaksana dan waktu |
| Layanan | Membuka loket malam bagi nelayan | Dinas Sosial, Triwulan II 2026 |
| Data | Menyatukan format data kinerja | Diskominfo, September 2026 |
"""
    assert [(item.addressee, item.due, item.due_text) for item in found(table)] == [
        (f"Dinas Sosial{SUMBAR}", date(2026, 6, 30), "Triwulan II 2026"),
        (f"Dinas Komunikasi dan Informatika{SUMBAR}", date(2026, 9, 30), "September 2026"),
    ]


@pytest.mark.parametrize(("header", "count"), [("Rekomendasi", 2), ("Langkah kita", 1)])
def test_a_recommendation_stays_one_when_it_is_carried_out_a_step_does_not(header: str, count: int):
    table = f"""
# Tindak lanjut
| No | {header} | Waktu | Status |
| 1 | Mencetak papan alur layanan | Mei 2026 | Selesai |
| 2 | Melatih petugas bahasa isyarat | Juni 2026 | Belum |
"""
    assert len(found(table)) == count


def test_slides_that_say_to_whom_they_speak():
    deck = """
# Untuk Inspektorat
1. Kertas kerja elektronik dipakai pada seluruh penugasan
2. Reviu sejawat wajib untuk paket di atas Rp 2 miliar
---
# Untuk Gubernur dan Sekretaris Daerah
- Gubernur menetapkan Peraturan Gubernur tentang Manajemen Risiko
"""
    assert [(item.text.split()[0], item.addressee) for item in found(deck, file_format="pptx")] == [
        ("Kertas", f"Inspektorat{SUMBAR}"),
        ("Reviu", f"Inspektorat{SUMBAR}"),
        ("Gubernur", f"Pemerintah{SUMBAR}"),
    ]


def test_a_cell_whose_lines_say_who_does_what():
    table = """
# Hal yang kita adopsi
| Jangka pendek (2026) | Jangka panjang (2028) |
| Bappeda: menetapkan tim satu data\\nDinas Sosial: melatih 40 operator desa | Diskominfo: membangun ruang pantau belanja |
"""
    assert [(item.text.split()[0], item.addressee) for item in found(table, file_format="pptx")] == [
        ("menetapkan", f"Badan Perencanaan Pembangunan Daerah{SUMBAR}"),
        ("melatih", f"Dinas Sosial{SUMBAR}"),
        ("membangun", f"Dinas Komunikasi dan Informatika{SUMBAR}"),
    ]


def test_a_budget_year_with_a_dot_ends_no_sentence():
    text = "Dinas Perpustakaan seyogianya membuka pojok baca di dermaga (TA. 2026). Kami berterima kasih."
    assert [item.due for item in found(f"# Saran\n{text}")] == [date(2026, 12, 31)]


def test_rows_of_a_plan_stay_whatever_their_words():
    plan = """
LAPORAN MAGANG
TAHUN 2025
# Rencana Tindak Lanjut
| No | Tahapan | Kegiatan | Penanggung Jawab | Waktu |
| 1 | Jangka Pendek | Pengadaan mesin antrean | Sekretariat | Maret 2026 |
| 2 | Jangka Menengah | Evaluasi pelaksanaan | Sekretariat | Desember 2026 |
"""
    items = find_recommendations(source(plan, file_format="docx"), facts(Kind.REPORT), Judged([], []))
    assert [(item.text, item.due) for item in items] == [
        ("Pengadaan mesin antrean", date(2026, 3, 31)),
        ("Evaluasi pelaksanaan", date(2026, 12, 31)),
    ]


def test_the_short_nouns_of_a_list_are_kept_though_the_classifier_doubts_them():
    text = "# Rekomendasi\n- Pengadaan pemindai berkas\n- Pengembangan Corporate University\n"
    document = source(text, file_format="docx")
    pieces = list(pieces_of(document, units_of(document), Kind.REPORT))
    items = find_recommendations(document, facts(Kind.REPORT), Judged(pieces, [0.001] * len(pieces)))
    assert [item.text for item in items] == ["Pengadaan pemindai berkas", "Pengembangan Corporate University"]


def test_a_cells_actions_counted_on_one_line_are_parted():
    table = """
# Tindak lanjut
| No | Saran | PIC |
| 1 | a. Pengadaan mesin antrean b. Pelatihan petugas loket | Sekretariat |
| 2 | (1) Digitalisasi arsip; (2) Pengadaan pemindai | Arsip |
"""
    assert [item.text for item in found(table)] == [
        "Pengadaan mesin antrean",
        "Pelatihan petugas loket",
        "Digitalisasi arsip",
        "Pengadaan pemindai",
    ]


@pytest.mark.parametrize("line", ["TAHUN 2025", "OLEH DINAS SOSIAL KABUPATEN SIAK"])
def test_the_lines_of_a_cover_head_no_block(line: str):
    report = f"""LAPORAN STUDI TIRU
KE DINAS SOSIAL KOTA SEMARANG
{line}

Pelaksanaan : 10 s.d. 12 Februari 2025

Rekomendasi
- Membentuk pusat layanan terpadu
"""
    [item] = found(report, file_format="txt")
    assert (item.addressee, item.due) == (None, None)
