"""Parties of agreements and of stories, in layouts as they occur."""

import pytest

from nlp.extract import extract
from nlp.extraction import Extraction, Kind
from tests.nlp.components.documents import source

OPENING = "Pada hari ini, Selasa tanggal dua puluh bulan Februari tahun dua ribu dua puluh empat, bertempat di Surabaya, kami yang bertanda tangan di bawah ini:"
ARTICLES = """Pasal 1
MAKSUD DAN TUJUAN
Perjanjian Kerja Sama ini menjadi pedoman PARA PIHAK.
Pasal 2
JANGKA WAKTU
Perjanjian Kerja Sama ini berlaku selama 3 (tiga) tahun terhitung sejak tanggal ditandatangani.
Pasal 3
PENUTUP
Perjanjian Kerja Sama ini dibuat dalam rangkap 2 (dua)."""


def agreement(first: str, second: str, *, opening: str = OPENING, title: str = "", ending: str = "") -> Extraction:
    text = f"""PERJANJIAN KERJA SAMA
{title or "ANTARA DINAS A DENGAN DINAS B"}
TENTANG
MAGANG APARATUR
{opening}
{first}
{second}
PIHAK KESATU dan PIHAK KEDUA secara bersama-sama disebut PARA PIHAK.
{ARTICLES}
{ending}"""
    return extract(source(text).pages)


def parties(found: Extraction) -> list[tuple[str, str | None]]:
    return [(party.name, party.role) for party in found.parties]


def signers(found: Extraction) -> list[tuple[str | None, str | None]]:
    return [
        (party.representative.name, party.representative.position) if party.representative else (None, None)
        for party in found.parties
    ]


BKD = "Badan Kepegawaian Daerah Provinsi Jawa Timur"
SECOND = f"2. BUDI SANTOSO, S.H., Kepala {BKD}, bertindak untuk dan atas nama {BKD}, selanjutnya disebut PIHAK KEDUA."


@pytest.mark.parametrize(
    ("segment", "name", "signer", "position"),
    [
        (
            "1. Drs. H. AHMAD, M.Si., Bupati Nagekeo, berkedudukan di Mbay, yang diangkat berdasarkan Keputusan Menteri "
            "Nomor 131.53-3/2018 tanggal 23 Desember 2018, dalam hal ini bertindak untuk dan atas nama Pemerintah Kabupaten "
            "Nagekeo, selanjutnya disebut PIHAK KESATU.",
            "Pemerintah Kabupaten Nagekeo",
            "Drs. H. AHMAD, M.Si.",
            "Bupati Nagekeo",
        ),
        (
            "1. Nama : dr. SITI AMINAH, M.Kes.\nNIP : 19700101 199803 2 001\nJabatan : Plt. Kepala Dinas Kesehatan Kabupaten Batang\n"
            "Alamat : Jalan Dr. Wahidin 1\nyang dalam jabatannya sah mewakili Pemerintah Kabupaten Batang, selanjutnya disebut PIHAK KESATU.",
            "Pemerintah Kabupaten Batang",
            "dr. SITI AMINAH, M.Kes.",
            "Plt. Kepala Dinas Kesehatan Kabupaten Batang",
        ),
        (
            "I. NUR SALAM, S.E. : Pelaksana Tugas Kepala Dinas Tenaga Kerja Kabupaten Maros, dalam hal ini bertindak untuk dan atas nama "
            "Bupati Maros berdasarkan Surat Kuasa Nomor 1/SK/2024 tanggal 2 Mei 2024, selanjutnya disebut PIHAK KESATU.",
            "Pemerintah Kabupaten Maros",
            "NUR SALAM, S.E.",
            "Pelaksana Tugas Kepala Dinas Tenaga Kerja Kabupaten Maros",
        ),
        (
            "(1) PT Bank Aceh Syariah, berkedudukan di Banda Aceh, dalam hal ini diwakili oleh MUHAMMAD SYAH, bertindak selaku "
            "Direktur Utama berdasarkan Akta Nomor 12 tanggal 5 Maret 2023, untuk selanjutnya disebut “BANK”;",
            "PT Bank Aceh Syariah",
            "MUHAMMAD SYAH",
            "Direktur Utama",
        ),
        (
            "1. N a m a : Drs. H. SANTOSO, M.Pd.\nJ a b a t a n : Walikota Blitar\nDalam hal ini bertindak untuk dan atas nama "
            "Pemerintah Kota Blitar, selanjutnya disebut PIHAK KESATU.",
            "Pemerintah Kota Blitar",
            "Drs. H. SANTOSO, M.Pd.",
            "Walikota Blitar",
        ),
        (
            "I. PEMERINTAH KABUPATEN MAROS, berkedudukan di Turikale, diwakili oleh H. ANDI SALEH, S.E. dalam kedudukannya sebagai Bupati Maros, "
            "diangkat dengan Keputusan Menteri Dalam Negeri, untuk selanjutnya disebut PIHAK KESATU;",
            "Pemerintah Kabupaten Maros",
            "H. ANDI SALEH, S.E.",
            "Bupati Maros",
        ),
        (
            "1. NUR AINI, S.T., Kepala Dinas Perhubungan Kota Palu, bertindak untuk dan atas nama Dinas Perhubungan Kota Palu (pada saat "
            "Perjanjian ditandatangani dijabat oleh Drs. Lama Sekali), selanjutnya disebut PIHAK KESATU;",
            "Dinas Perhubungan Kota Palu",
            "NUR AINI, S.T.",
            "Kepala Dinas Perhubungan Kota Palu",
        ),
        (
            "1. Yohanes Mau Loko, S.IP., M.Si., NIP 19710818 199703 1 006, Kepala BKPSDM Kabupaten Belu, dalam perjanjian ini bertindak selaku "
            "Kepala Badan dan karenanya mewakili Badan Kepegawaian Daerah Kabupaten Belu, selanjutnya dinamai PIHAK KESATU;",
            "Badan Kepegawaian Daerah Kabupaten Belu",
            "Yohanes Mau Loko, S.IP., M.Si.",
            "Kepala BKPSDM Kabupaten Belu",
        ),
        (
            "1. ...................., Rektor Universitas Khairun, bertindak untuk dan atas nama Universitas Khairun, selanjutnya disebut PIHAK KESATU;",
            "Universitas Khairun",
            None,
            "Rektor Universitas Khairun",
        ),
        (
            "Rencana semula dibatalkan. 1. [nama Bupati], Bupati Maros, bertindak untuk dan atas nama Pemerintah Kabupaten Maros, selanjutnya "
            "disebut PIHAK KESATU.",
            "Pemerintah Kabupaten Maros",
            None,
            "Bupati Maros",
        ),
        (
            "FAKULTAS PETERNAKAN UNIVERSITAS HALU OLEO, beralamat di Kendari, yang diwakili oleh Dekan, Dr. Ir. LA ODE SAFA, M.Si., yang diangkat "
            "dengan Keputusan Rektor Nomor 7/KP/2023, selanjutnya PIHAK KESATU;",
            "Fakultas Peternakan Universitas Halu Oleo",
            "Dr. Ir. LA ODE SAFA, M.Si.",
            "Dekan",
        ),
        (
            "I. Nama NURUL HUDA, S.STP. NIP 19820927 200112 1 002 Jabatan Sekretaris BKPSDM Kota Blitar Alamat Jl. Merdeka 1 Bertindak untuk a.n. "
            "Kepala BKPSDM Kota Blitar berdasarkan Surat Kuasa Nomor 9 tanggal 2 Januari 2024, mewakili Badan Kepegawaian dan Pengembangan Sumber "
            "Daya Manusia Kota Blitar, selaku PIHAK KESATU",
            "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kota Blitar",
            "NURUL HUDA, S.STP.",
            "Sekretaris BKPSDM Kota Blitar",
        ),
        (
            "dr. HASNAH, Sp.PD.\nPlt. Direktur Rumah Sakit Umum Daerah Kabupaten Maros, bertindak untuk dan atas nama Rumah Sakit Umum Daerah "
            "Kabupaten Maros — PIHAK KESATU",
            "Rumah Sakit Umum Daerah Kabupaten Maros",
            "dr. HASNAH, Sp.PD.",
            "Plt. Direktur Rumah Sakit Umum Daerah Kabupaten Maros",
        ),
        (
            "I. Ir. SUPRIADI, M.Ling., selaku Kepala Dinas Sosial Kabupaten Maros, bertindak untuk dan atas nama Dinas Sosial Kabupaten Maros, "
            'selanjutnya disebut "PIHAK KE-1";',
            "Dinas Sosial Kabupaten Maros",
            "Ir. SUPRIADI, M.Ling.",
            "Kepala Dinas Sosial Kabupaten Maros",
        ),
        (
            "(1) SUGIARTO WIDYA, S.T., M.T., Kepala Dinas Sosial Kabupaten Maros, berkantor di Turikale, untuk selanjutnya disebut Dinas; dan",
            "Dinas Sosial Kabupaten Maros",
            "SUGIARTO WIDYA, S.T., M.T.",
            "Kepala Dinas Sosial Kabupaten Maros",
        ),
        (
            "1. NAMA : RIDWAN DT. TUMANGGUNG, S.Sos., M.Si.\nJABATAN : KEPALA BKPSDM KABUPATEN AGAM\nALAMAT : JALAN SUDIRMAN 1\n"
            "dalam hal ini mewakili Pemerintah Kabupaten Agam (PIHAK KESATU); dan",
            "Pemerintah Kabupaten Agam",
            "RIDWAN DT. TUMANGGUNG, S.Sos., M.Si.",
            "KEPALA BKPSDM KABUPATEN AGAM",
        ),
        (
            "Dari Pemerintah Kota Ternate hadir dan menandatangani H. SALIM BADAR, S.E., yang menjabat Wali Kota Ternate masa jabatan 2025-2030, "
            "beralamat di Jalan Raya 4. Pemerintah Kota selanjutnya dinamai PIHAK KESATU.",
            "Pemerintah Kota Ternate",
            "H. SALIM BADAR, S.E.",
            "Wali Kota Ternate",
        ),
    ],
)
def test_the_formula_names_the_party(segment: str, name: str, signer: str | None, position: str) -> None:
    found = agreement(segment, SECOND)
    assert parties(found) == [(name, "party_1"), (BKD, "party_2")]
    assert signers(found)[0] == (signer, position)
    assert all(party.confidence >= 0.85 for party in found.parties)


def test_witnesses_and_cited_institutions_are_no_parties() -> None:
    first = "1. ANI, S.H., Kepala Dinas Sosial Kabupaten Maros, untuk dan atas nama Dinas Sosial Kabupaten Maros, selanjutnya disebut PIHAK KESATU;"
    found = agreement(
        first, SECOND, ending="Mengetahui,\nSekretaris Daerah Kabupaten Maros\nCHAIDIR, S.E.\nSaksi: Kepala Bappeda"
    )
    assert parties(found) == [("Dinas Sosial Kabupaten Maros", "party_1"), (BKD, "party_2")]


def test_the_evidence_is_the_slice() -> None:
    found = agreement(
        "1. ANI, Bupati Maros, untuk dan atas nama Pemerintah Kabupaten Maros, selanjutnya disebut PIHAK KESATU;",
        SECOND,
    )
    assert [party.evidence.quote for party in found.parties] == ["Pemerintah Kabupaten Maros", BKD]


def test_without_comparition_the_title_names_the_parties() -> None:
    text = """MEMORANDUM OF UNDERSTANDING
BETWEEN
THE PROVINCIAL GOVERNMENT OF EAST JAVA, REPUBLIC OF INDONESIA
AND
OSAKA PREFECTURE, JAPAN
CONCERNING
HUMAN RESOURCES DEVELOPMENT
The Provincial Government of East Java and Osaka Prefecture, hereinafter referred to as "the Parties";
ARTICLE 1
The Parties cooperate.
ARTICLE 2
This Memorandum of Understanding shall remain in force for a period of three (3) years from the date of signing.
Done in duplicate in Surabaya on 5 March 2024 in the English language.
For the Provincial Government of East Java
ADHI WIBOWO
Acting Governor of East Java
For Osaka Prefecture
HARUTO SATO
Governor of Osaka Prefecture"""
    found = extract(source(text).pages)
    assert found.kind is Kind.MOU
    assert parties(found) == [("Pemerintah Provinsi Jawa Timur", "party_1"), ("Osaka Prefecture", "party_2")]
    assert signers(found)[1] == ("HARUTO SATO", "Governor of Osaka Prefecture")
    assert (found.term.duration, str(found.term.end), found.place) == ("P3Y", "2027-03-05", "Surabaya")


def test_many_agencies_make_the_governments_the_parties() -> None:
    text = """LAPORAN
HASIL PELAKSANAAN MAGANG APARATUR SIPIL NEGARA
PADA PEMERINTAH KOTA SURABAYA
PEMERINTAH KABUPATEN SIKKA
TAHUN 2024
BAB I PENDAHULUAN
Sebanyak 12 ASN dari lima perangkat daerah Pemerintah Kabupaten Sikka mengikuti magang di Pemerintah Kota Surabaya.
Magang dilaksanakan tanggal 13 sampai dengan 17 Mei 2024 di Dinas Komunikasi dan Informatika serta BKPSDM Kota Surabaya."""
    found = extract(source(text).pages)
    assert parties(found) == [("Pemerintah Kabupaten Sikka", "home"), ("Pemerintah Kota Surabaya", "host")]


def test_a_letter_takes_its_roles_from_who_asks_whom() -> None:
    text = """PEMERINTAH KABUPATEN BANYUWANGI
SEKRETARIAT DAERAH
Banyuwangi, 4 Maret 2025
Kepada
Yth. Bupati Lombok Timur
di -
SELONG
Nomor : 000.7/512/429.022/2025
Sifat : Penting
Perihal : Permohonan Kunjungan Kerja
Bersama ini kami mohon kiranya Bapak berkenan menerima kunjungan kerja jajaran Pemerintah Kabupaten Banyuwangi pada hari Kamis tanggal 20 Maret 2025.
Demikian disampaikan terima kasih.
a.n. BUPATI BANYUWANGI
SEKRETARIS DAERAH
u.b.
Asisten Administrasi Umum,
CAHYO UTOMO, S.Sos., M.Si.
Pembina Utama Muda
Tembusan: Kepala Dinas Perhubungan Kabupaten Lombok Timur"""
    found = extract(source(text).pages)
    assert found.kind is Kind.LETTER
    assert parties(found) == [
        ("Pemerintah Kabupaten Banyuwangi", "home"),
        ("Pemerintah Kabupaten Lombok Timur", "host"),
    ]
    assert signers(found)[0] == ("CAHYO UTOMO, S.Sos., M.Si.", "Asisten Administrasi Umum")
    assert (found.place, found.numbers) == ("Selong", ("000.7/512/429.022/2025",))


def test_who_arranges_is_the_facilitator() -> None:
    text = """Hasil Magang ASN Pemerintah Provinsi Papua Selatan
di Pemerintah Kota Surabaya
Difasilitasi Lembaga Administrasi Negara Republik Indonesia
7 Juli – 1 Agustus 2025"""
    found = extract(source(text, file_format="pptx").pages)
    assert ("Lembaga Administrasi Negara", "facilitator") in parties(found)
    assert {role for _, role in parties(found)} == {"home", "host", "facilitator"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (  # the label in brackets
            "1) Ani Wati, S.E. -- Plt. Kepala BKD Provinsi Bali, atas nama Badan Kepegawaian Daerah Provinsi Bali (“PIHAK KESATU”)",
            f"2) Budi Santosa, S.H. -- Kepala BKD, atas nama {BKD} (“PIHAK KEDUA”)",
        ),
        (  # the label before the body
            "Nama | : Ani Wati, S.E.\nJabatan | : Kepala Badan Kepegawaian Daerah Provinsi Bali\n"
            "selaku PIHAK KESATU, mewakili Badan Kepegawaian Daerah Provinsi Bali",
            f"Nama | : Budi Santosa, S.H.\nJabatan | : Kepala {BKD}\nselaku PIHAK KEDUA, mewakili {BKD}",
        ),
        (  # notarial filler
            "-----Ani Wati, S.E., Kepala Badan Kepegawaian Daerah Provinsi Bali, bertindak untuk dan atas nama Badan Kepegawaian "
            "Daerah Provinsi Bali, selanjutnya disebut---------------- PIHAK KESATU---",
            f"-----Budi Santosa, S.H., Kepala {BKD}, bertindak untuk dan atas nama {BKD}, selanjutnya disebut------ PIHAK KEDUA----",
        ),
    ],
)
def test_a_party_is_labelled_in_many_ways(first: str, second: str):
    found = agreement(first, second)
    assert parties(found) == [("Badan Kepegawaian Daerah Provinsi Bali", "party_1"), (BKD, "party_2")]
    assert [name for name, _ in signers(found)] == ["Ani Wati, S.E.", "Budi Santosa, S.H."]


def test_a_column_a_party():
    table = (
        "Uraian | PIHAK KESATU | PIHAK KEDUA\nNama | Ani Wati, S.E. | Budi Santosa, S.H.\nJabatan | Kepala Dinas | Kepala Badan\n"
        f"Mewakili | Dinas Sosial Kota Malang | {BKD}"
    )
    found = agreement(table, "")
    assert parties(found) == [("Dinas Sosial Kota Malang", "party_1"), (BKD, "party_2")]
    assert signers(found)[0] == ("Ani Wati, S.E.", "Kepala Dinas")


def test_regions_of_a_title_stand_for_their_governments():
    text = """LAPORAN AKHIR
MAGANG APARATUR SIPIL NEGARA KABUPATEN PURWOREJO
DI KABUPATEN BADUNG
BAB I PENDAHULUAN
Peserta ditempatkan pada Dinas Pariwisata dan Dinas Sosial.
BAB II SARAN
Dinas Pariwisata menyusun kalender acara."""
    assert parties(extract(source(text).pages)) == [
        ("Pemerintah Kabupaten Purworejo", "home"),
        ("Pemerintah Kabupaten Badung", "host"),
    ]


def test_a_label_may_stand_above_its_party():
    text = """Perjanjian Kerja Sama
Pelatihan Perawat
Ditandatangani hari Rabu, 19-06-2024, di ruang rapat Dinas Kesehatan, Kendari.
Pihak Pertama
La Ode Ramli, S.Sos. Jabatan: Kepala Dinas Kesehatan Kota Kendari, bertindak untuk dan atas nama Dinas Kesehatan Kota Kendari.
Pihak Kedua
dr. Mira Putri, MARS. Jabatan: Direktur Rumah Sakit Teluk Biru, bertindak untuk dan atas nama Rumah Sakit Teluk Biru.
KESEPAKATAN
1. Pihak Pertama mengirim dua perawat."""
    found = extract(source(text).pages)
    assert parties(found) == [("Dinas Kesehatan Kota Kendari", "party_1"), ("Rumah Sakit Teluk Biru", "party_2")]
    assert signers(found)[0] == ("La Ode Ramli, S.Sos.", "Kepala Dinas Kesehatan Kota Kendari")
    assert found.place == "Kendari"


def test_a_row_a_party():
    text = """PERJANJIAN KERJA SAMA
TENTANG
MAGANG
Semarang, Senin, sembilan Februari dua ribu dua puluh enam. Para penanda tangan:
| No. | Nama dan NIP | Jabatan | Bertindak untuk |
| 1 | Hj. Andi Ratna, S.E. | Kepala Dinas Sosial Kota Palu | untuk dan atas nama Dinas Sosial Kota Palu, disebut PIHAK PERTAMA |
| 2 | Dr. Widya Harjanti, S.H. | Kepala Dinas Sosial Kota Semarang | untuk dan atas nama Dinas Sosial Kota Semarang, disebut PIHAK KEDUA |
Pasal 1
PARA PIHAK sepakat."""
    found = extract(source(text).pages)
    assert parties(found) == [("Dinas Sosial Kota Palu", "party_1"), ("Dinas Sosial Kota Semarang", "party_2")]
    assert signers(found) == [
        ("Hj. Andi Ratna, S.E.", "Kepala Dinas Sosial Kota Palu"),
        ("Dr. Widya Harjanti, S.H.", "Kepala Dinas Sosial Kota Semarang"),
    ]
    assert {(fact.type.value, fact.date.isoformat()) for fact in found.dates} >= {("signed", "2026-02-09")}


def test_who_signs_a_letter_stands_at_its_end_whatever_the_closing_words():
    text = """WALI KOTA SALATIGA
Salatiga, 19 September 2025
Yth. Bupati Ende
di Ende
Hal : Pemberitahuan Kunjungan Balasan
Nomor : 100.3.7.1/2204/411
Lampiran : -
Pemerintah Kota Salatiga akan mengadakan kunjungan balasan ke Kabupaten Ende, berangkat Selasa, 14 Oktober 2025 dan kembali Kamis, 16 Oktober 2025.
Tuhan memberkati.
a.n. WALI KOTA SALATIGA
SEKRETARIS DAERAH
u.b.
Asisten Pemerintahan dan
Kesejahteraan Rakyat
(tanda tangan dan cap)
Drs. Nunuk Hartono, M.Si. Pembina Utama Muda
NIP 19670312 199203 1 011
Tembusan : Gubernur Jawa Tengah"""
    found = extract(source(text).pages)
    assert parties(found) == [("Pemerintah Kota Salatiga", "home"), ("Pemerintah Kabupaten Ende", "host")]
    assert signers(found)[0] == ("Drs. Nunuk Hartono, M.Si.", "Asisten Pemerintahan dan Kesejahteraan Rakyat")


def test_agencies_listed_together_mean_their_government():
    text = """LAPORAN MAGANG REFORMASI BIROKRASI
Tim Bagian Organisasi, Bappeda, Diskominfo dan Inspektorat Kabupaten Lahat
Lokus: Bappeda Kota Sukabumi, Dinas Kesehatan Kota Sukabumi dan Inspektorat Kota Sukabumi
Waktu: 4 s.d. 8 Mei 2026
REKOMENDASI
Diskominfo menutup 12 aplikasi."""
    assert parties(extract(source(text).pages)) == [
        ("Pemerintah Kabupaten Lahat", "home"),
        ("Pemerintah Kota Sukabumi", "host"),
    ]


@pytest.mark.parametrize(
    "following",
    [
        ", dalam Nota Kesepahaman maupun Perjanjian ini disebut PIHAK KESATU;",
        ", di dalam naskah ini disebut PIHAK KESATU;",
        ", berdomisili di Jalan Mawar 1 Palu, disebut PIHAK KESATU;",
        ", telah sepakat mengadakan kerja sama dan disebut PIHAK KESATU;",
    ],
)
def test_a_name_ends_where_the_sentence_goes_on(following: str):
    person = "1. NUR AINI, S.T., Kepala Dinas Perhubungan Kota Palu, bertindak untuk dan atas nama "
    found = agreement(f"{person}Dinas Perhubungan Kota Palu{following}", SECOND)
    assert parties(found) == [("Dinas Perhubungan Kota Palu", "party_1"), (BKD, "party_2")]


@pytest.mark.parametrize(
    "person",
    [
        "NUR AINI, : Kepala Dinas Perhubungan Kota Palu, S.T., M.T. berkedudukan di Palu",
        "NUR AINI : Kepala Dinas Perhubungan Kota Palu, S.T., M.T. berkedudukan di Palu",
        "NUR AINI, S.T., M.T., Kepala Dinas Perhubungan Kota Palu, yang dalam Perjanjian Induk diwakili oleh Drs. Lama Sekali, M.M.",
        "NUR AINI, S.T., M.T., Kepala Dinas Perhubungan Kota Palu, menggantikan Drs. Lama Sekali, M.M.",
    ],
)
def test_titles_cut_off_a_name_and_predecessors(person: str):
    text = f"1. {person}, bertindak untuk dan atas nama Dinas Perhubungan Kota Palu, selanjutnya disebut PIHAK KESATU;"
    assert signers(agreement(text, SECOND))[0] == ("NUR AINI, S.T., M.T.", "Kepala Dinas Perhubungan Kota Palu")


def test_the_rest_of_a_name_as_it_is_signed():
    text = (
        "1. H. ZAINAL ARIFIN : Kepala Dinas Perhubungan Kota Palu, mewakili SIREGAR, S.E. wali kota, bertindak untuk dan atas nama "
        "Dinas Perhubungan Kota Palu, selanjutnya disebut PIHAK KESATU;"
    )
    found = agreement(text, SECOND, ending="PIHAK KESATU,\nH. ZAINAL ARIFIN SIREGAR, S.E.\nPIHAK KEDUA,")
    assert signers(found)[0][0] == "H. ZAINAL ARIFIN SIREGAR, S.E."


def test_the_name_of_a_form_ends_with_its_cell():
    text = """PERJANJIAN KERJA SAMA
| A | Judul | Kajian Banjir |
| B | Pihak Pertama | Nama: Dr. Budi Santoso, M.T.\\nJabatan: Dekan Fakultas Teknik Universitas Jambi\\nuntuk dan atas nama Fakultas Teknik Universitas Jambi |
| C | Pihak Kedua | Nama: Siti Aminah, S.Sos.\\nJabatan: Kepala Dinas Sosial Kota Jambi\\nuntuk dan atas nama Dinas Sosial Kota Jambi |
| D | Uraian kegiatan | Survei saluran |
Perjanjian ini berlaku 8 (delapan) bulan."""
    names = [name for name, _ in parties(extract(source(text).pages))]
    assert names == ["Fakultas Teknik Universitas Jambi", "Dinas Sosial Kota Jambi"]


@pytest.mark.parametrize(
    ("head", "office", "sender"),
    [
        ("", "Asisten Administrasi Umum,", "Pemerintah Provinsi Riau"),
        ("", "Kepala Biro Hukum,", "Biro Hukum Sekretariat Daerah Provinsi Riau"),
        ("BIRO HUKUM\n", "Kepala Biro,", "Biro Hukum Sekretariat Daerah Provinsi Riau"),
    ],
)
def test_a_bureau_of_the_secretariat_writes_for_itself(head: str, office: str, sender: str):
    text = f"""PEMERINTAH PROVINSI RIAU
SEKRETARIAT DAERAH
{head}Jalan Sudirman 460 Pekanbaru
Pekanbaru, 4 Maret 2025
Nomor : 100.3/51/HK
Hal : Permohonan Studi Tiru
Yth. Kepala Biro Hukum Sekretariat Daerah Provinsi Jawa Barat
di Bandung
Kami mohon kiranya berkenan menerima studi tiru pegawai Biro Hukum Sekretariat Daerah Provinsi Riau pada tanggal 20 Maret 2025.
Demikian disampaikan, terima kasih.
a.n. Sekretaris Daerah
u.b.
{office}
Dra. Yuli Astuti, M.Si.
NIP. 19670328 199303 2 004"""
    found = extract(source(text).pages)
    assert parties(found) == [(sender, "home"), ("Biro Hukum Sekretariat Daerah Provinsi Jawa Barat", "host")]


def test_heads_named_before_the_day_keep_their_titles() -> None:
    text = """KESEPAKATAN BERSAMA
PEMERINTAH PROVINSI BENGKULU DAN PEMERINTAH PROVINSI LAMPUNG
PENANGANAN PERBATASAN
Gubernur Bengkulu, Dr. H. ROHIDIN SYAHRIAL, M.M.A., untuk dan atas nama Pemerintah Provinsi Bengkulu, dan Gubernur Lampung, Ir. H. ARINAL SYAFRUDIN, untuk dan atas nama Pemerintah Provinsi Lampung, pada hari Selasa tanggal 22 Agustus 2023 di Krui telah bersepakat:
KESATU : Saling menerima pegawai magang.
Ditetapkan di Krui, 22 Agustus 2023
GUBERNUR LAMPUNG
ARINAL SYAFRUDIN
GUBERNUR BENGKULU
ROHIDIN SYAHRIAL"""
    found = extract(source(text).pages)
    assert signers(found) == [
        ("Dr. H. ROHIDIN SYAHRIAL, M.M.A.", "Gubernur Bengkulu"),
        ("Ir. H. ARINAL SYAFRUDIN", "Gubernur Lampung"),
    ]
