"""For whom recommendations are: by words before them, by the heads of columns, by the side that a line names, by a kind alone."""

from datetime import date
from typing import Any

import pytest

import nlp.pipeline  # registers doc._.source and doc._.facts
from nlp.components.recommendation_offices import home_region, own_kind
from nlp.components.recommendations import find_recommendations
from nlp.components.topics import topic_of
from nlp.extraction import Kind, Recommendation, Topic
from tests.nlp.components.documents import facts, source

assert nlp.pipeline.COMPONENTS
KAUR = "Kabupaten Kaur"
BATU = "Kota Batu"


def found(notation: str, kind: Kind = Kind.REPORT, file_format: str = "docx", **given: Any) -> list[Recommendation]:
    given = {"home": f"Pemerintah {KAUR}", "host": f"Pemerintah {BATU}"} | given
    return find_recommendations(source(notation, file_format=file_format), facts(kind, **given))


def whom(notation: str, kind: Kind = Kind.REPORT, file_format: str = "docx", **given: Any) -> list[str | None]:
    return [item.addressee for item in found(notation, kind, file_format, **given)]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "Untuk Dinas Perikanan kami sarankan tiga langkah, yaitu menata kios ikan, melatih nelayan muda, dan memasang timbangan digital.",
            [f"Dinas Perikanan {KAUR}"] * 3,
        ),
        (
            "Kepada BPBD tim mengusulkan: a) membeli dua perahu; b) membentuk regu siaga desa.",
            [f"Badan Penanggulangan Bencana Daerah {KAUR}"] * 2,
        ),
        (
            "Bagi Satpol PP, ada dua hal yang perlu dikerjakan: menata jadwal piket; melatih anggota baru.",
            [f"Satuan Polisi Pamong Praja {KAUR}"] * 2,
        ),
    ],
)
def test_the_words_before_what_is_counted_off_say_for_whom_it_is(sentence: str, names: list[str]):
    assert whom(f"# Saran\n{sentence}") == names


def test_a_sentence_that_announces_advice_says_for_whom_the_next_ones_are():
    letter = (
        "Yth. Kepala Dinas Sosial Kabupaten Kaur\n"
        "Kami sampaikan beberapa saran untuk ditindaklanjuti oleh Dinas Sosial Kabupaten Kaur. "
        "Pertama, data penerima sebaiknya dipadankan. Kedua, petugas lapangan hendaknya dibekali gawai."
    )
    dinas = f"Dinas Sosial {KAUR}"
    assert whom(letter, Kind.LETTER, home=dinas, host=f"Dinas Sosial {BATU}") == [dinas, dinas]


def test_the_host_may_be_the_one_who_is_advised_so():
    letter = (
        "Yth. Kepala Dinas Pariwisata Kota Batu\n"
        "Izinkan kami menyampaikan masukan bagi Dinas Pariwisata Kota Batu. "
        "Alangkah baiknya jadwal magang tidak bersamaan dengan libur sekolah."
    )
    host = f"Dinas Pariwisata {BATU}"
    assert whom(letter, Kind.LETTER, home=f"Dinas Pariwisata {KAUR}", host=host) == [host]


def test_ticks_below_the_names_of_units_say_who_is_to_act():
    table = """
# Rekomendasi
| No | Usulan | Bappeda | BKPSDM | Waktu |
| 1 | Menyusun kamus usulan desa | V |  | Maret 2026 |
| 2 | Membuka kelas daring bagi operator |  | V | Juni 2026 |
"""
    assert whom(table) == [
        f"Badan Perencanaan Pembangunan Daerah {KAUR}",
        f"Badan Kepegawaian dan Pengembangan Sumber Daya Manusia {KAUR}",
    ]
    assert whom(table.replace("Bappeda", "Mudah").replace("BKPSDM", "Sulit")) == [None, None]


def test_the_two_sides_at_the_head_of_columns_and_above_lists():
    table = """
# Rekomendasi
| Bagi instansi pengirim (Dinas Arsip) | Bagi instansi penerima (Dinas Kearsipan) |
| Menyusun jadwal retensi sebelum Juni 2026 | Menambah waktu magang menjadi satu bulan |
"""
    assert whom(table) == [f"Dinas Arsip {KAUR}", f"Dinas Kearsipan {BATU}"]
    lists = """
# Saran
## Untuk Daerah Asal
- Menyusun peraturan bupati tentang magang
## Untuk Daerah Tujuan
- Memperpanjang masa magang menjadi satu bulan
## Untuk Instansi Asal Peserta
- Menempatkan alumni magang sesuai keahliannya
"""
    assert whom(lists) == [f"Pemerintah {KAUR}", f"Pemerintah {BATU}", None]


def test_advice_to_those_above_and_to_the_hosts_units():
    text = """
# BAB V PENUTUP
## 5.2 Saran untuk Kementerian Dalam Negeri
Petunjuk teknis magang sebaiknya diterbitkan sebelum tahun anggaran berjalan.
## 5.3 Saran untuk Pemerintah Kota Batu
Kiranya Dinas Pendidikan Kota Batu bersedia membuka kelas guru setiap semester.
"""
    assert whom(text) == ["Kementerian Dalam Negeri", f"Dinas Pendidikan {BATU}"]


def test_the_hosts_hospital_keeps_its_own_region():
    text = """
# Saran
## Untuk RSUD Kaur
Jam praktik hendaknya diumumkan setiap pagi.
## Untuk RSUD Hasta Brata
Sebagai tanda terima kasih, tim menitipkan satu usul: formulir rujukan sebaiknya dikirim secara daring.
"""
    host = f"Rumah Sakit Umum Daerah Hasta Brata {BATU}"
    assert whom(text, home="Rumah Sakit Umum Daerah Kaur", host=host)[1] == host


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Dinas menyiapkan jembatan timbang", True),
        ("Dinas kami perlu menata arsip", True),
        ("Dinas lain menyiapkan jembatan timbang", False),
        ("Badan menyiapkan jembatan timbang", False),
    ],
)
def test_the_kind_of_the_writers_agency_stands_for_it(text: str, own: bool):
    home = f"Dinas Lingkungan Hidup {KAUR}"
    assert own_kind(text, home) == (home if own else None)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Bappeda kami hendaknya menyusun peta spasial.", f"Badan Perencanaan Pembangunan Daerah {KAUR}"),
        ("Kami menyarankan agar Kecamatan Kaur Selatan melimpahkan surat.", f"Kecamatan Kaur Selatan {KAUR}"),
        ("Ada baiknya BPKAD meniru kartu aset.", f"Badan Pengelolaan Keuangan dan Aset Daerah {KAUR}"),
        ("Kabag Organisasi merevisi peta proses bisnis.", f"Bagian Organisasi Sekretariat Daerah {KAUR}"),
        ("Camat Kaur Tengah menyiapkan ruang layanan.", f"Kecamatan Kaur Tengah {KAUR}"),
    ],
)
def test_subjects_with_a_word_between_them_and_what_they_are_to_do(sentence: str, name: str):
    assert whom(f"# Saran\n- {sentence}") == [name]


def test_an_article_tells_what_the_guests_will_propose_at_home():
    article = """
# Delapan ASN Kaur Belajar di Batu
Sepulang dari Batu, rombongan akan merekomendasikan kepada Bupati Kaur agar dibentuk unit pengaduan sebelum Juni 2026.
Ia juga meminta agar Dinas Kesehatan Kabupaten Kaur menambah loket lansia.
Penyerahan cendera mata kepada peserta. (Foto: Humas)
"""
    assert whom(article, Kind.NEWS) == [f"Pemerintah {KAUR}", f"Dinas Kesehatan {KAUR}"]


def test_one_party_to_minutes_advises_the_other():
    minutes = """
BERITA ACARA PENYERAHAN KEMBALI
Pihak Kesatu menyampaikan rekomendasi kepada Pihak Kedua sebagai berikut:
- Dinas Kesehatan Kabupaten Kaur agar menata alur rujukan paling lambat Maret 2026;
- peserta agar menyusun laporan bulanan;
"""
    assert [item.due for item in found(minutes, Kind.OTHER)] == [date(2026, 3, 31), None]


def test_stretches_of_time_part_a_section_whose_items_name_the_unit_first():
    text = """
# Usulan untuk Kaur
## Waktu dekat (2026)
- Dinas Kesehatan: menata alur rujukan
## Tahun depan (2027)
- Dinas Perikanan, Peternakan, dan Kelautan: membangun gudang beku
"""
    assert [(item.addressee, item.due) for item in found(text)] == [
        (f"Dinas Kesehatan {KAUR}", date(2026, 12, 31)),
        (f"Dinas Perikanan, Peternakan, dan Kelautan {KAUR}", date(2027, 12, 31)),
    ]


def test_a_table_without_a_head_whose_first_column_names_the_units():
    table = """
# Langkah Perbaikan
| Dinas Kesehatan | Menata alur rujukan; Membuka nomor aduan |
| Dinas Pendidikan | Melatih guru penggerak |
"""
    assert whom(table) == [f"Dinas Kesehatan {KAUR}"] * 2 + [f"Dinas Pendidikan {KAUR}"]


def test_the_province_in_which_the_host_lies_is_not_home():
    given = facts(home="Rumah Sakit Umum Daerah Dr. Sutomo Raya", host="Pemerintah Kabupaten Gianyar")
    text = "LAPORAN MAGANG DI KABUPATEN GIANYAR PROVINSI BALI\nPada 2 Mei 2025 Wali Kota Pariaman menetapkan keputusan."
    assert home_region(given, text) == "Kota Pariaman"


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Melatih nelayan mengolah abon ikan", Topic.EKONOMI_SUMBER_DAYA),
        ("Mengirim tiga perawat mengikuti pelatihan gawat darurat", Topic.PENGEMBANGAN_KOMPETENSI),
        ("Petugas yang sudah dilatih jangan dimutasi selama dua tahun", Topic.KEPEGAWAIAN),
        ("Camat melaporkan pelaksanaan rencana ini setiap bulan", Topic.KINERJA_AKUNTABILITAS),
    ],
)
def test_the_verb_and_what_it_takes_say_what_it_is_about(text: str, topic: Topic):
    assert topic_of(text) is topic


def test_the_year_of_a_plan_that_something_begins_with_is_no_day():
    assert [item.due for item in found("# Saran\n- Mengunci usulan desa mulai RKPD 2027")] == [None]
