"""Heads of agreements, numbers, places, terms and figures in the wordings of offices met last."""

import pytest

from nlp.components.contract_title import contract_title
from nlp.components.headline import headline
from nlp.components.institutions import find_institutions
from nlp.components.kind import kind_of
from nlp.components.letter_title import letter_title
from nlp.components.numbers import numbers_of
from nlp.components.parties import contract_parties
from nlp.components.signed_place import signed_at
from nlp.components.term_lengths import length_of
from nlp.components.title import title_of
from nlp.extract import extract
from nlp.extraction import Kind
from tests.nlp.components.documents import source

_OPENING = (
    "Pada hari ini Senin tanggal 2 Juni 2025 {where}, kami yang bertanda tangan di bawah ini:\n"
    "1. Rina Wati, S.H., Bupati Alor, bertindak untuk dan atas nama Pemerintah Kabupaten Alor, selanjutnya disebut PIHAK KESATU;\n"
    "2. Budi Hasan, S.T., Wali Kota Batu, bertindak untuk dan atas nama Pemerintah Kota Batu, selanjutnya disebut PIHAK KEDUA.\n"
    "Pasal 1\nKerja sama ini tentang magang.\n{end}"
)


def _agreement(head: str, *, where: str = "bertempat di Kalabahi", end: str = "") -> str:
    return f"{head}\n{_OPENING.format(where=where, end=end)}"


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        ("Pemkab Alor 100.3/12/KS/2025\nNOMOR Pemkot Batu 415.4/8/422/2025", ["100.3/12/KS/2025", "415.4/8/422/2025"]),
        ("BKPSDM Alor : 100.3/12/KS/2025\nBKPSDM Batu : 415.4/8/422/2025", ["100.3/12/KS/2025", "415.4/8/422/2025"]),
        ("Nomor\nPemerintah Kabupaten Alor\n100.3/12/KS/2025\nNomor\nPemerintah Kota Batu\n/8/422/2025", ["100.3/12/KS/2025"]),
        ("NOMOR 100.3/12/KS/2025\nberdasarkan Peraturan Bupati Alor 7/A/2019", ["100.3/12/KS/2025"]),
    ],
)  # fmt: skip
def test_numbers_beside_the_names_of_offices(lines: str, numbers: list[str]) -> None:
    head = (
        f"KESEPAKATAN BERSAMA\nPEMERINTAH KABUPATEN ALOR\nDAN\nPEMERINTAH KOTA BATU\nTENTANG\nMAGANG APARATUR\n{lines}"
    )
    assert numbers_of(source(_agreement(head)), Kind.MOU) == numbers


def test_the_numbers_of_the_changed_agreement_in_one_line_with_its_title() -> None:
    head = (
        "PERUBAHAN KEDUA ATAS PERJANJIAN KERJA SAMA ANTARA DINAS X DAN DINAS Y NOMOR 12/A/2022 DAN NOMOR 3/B/2022 TENTANG MAGANG\n"
        "NOMOR : 87/A/2025\nNOMOR : 140/B/2025"
    )
    assert numbers_of(source(_agreement(head)), Kind.AGREEMENT) == ["87/A/2025", "140/B/2025"]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("PERJANJIAN KERJA SAMA antara\nPEMERINTAH KABUPATEN ALOR dan\nPEMERINTAH KOTA BATU tentang\nMAGANG PENGELOLA ARSIP", "Magang Pengelola Arsip"),
        ("PERJANJIAN PELAKSANAAN (IMPLEMENTATION ARRANGEMENT)\nPemagangan Penyuluh Kehutanan\nANTARA\nDinas X\ndengan\nDinas Y", "Pemagangan Penyuluh Kehutanan"),
    ],
)  # fmt: skip
def test_the_subject_of_an_agreement(head: str, title: str) -> None:
    assert contract_title(source(_agreement(head))) == title


@pytest.mark.parametrize(
    ("where", "end", "town"),
    [
        ("bertempat di Ruang Rapat Kantor Bupati Alor", "Perjanjian ini ditandatangani di Kalabahi.", "Kalabahi"),
        ("bertempat di Kantor Bupati Alor, Kalabahi", "Naskah ini dibuat di Batu dalam rangkap dua.", "Kalabahi"),
        ("bertempat di Aula Setda Kota Batu", "Naskah ini dibuat di Malang dalam rangkap dua.", "Batu"),
    ],
)  # fmt: skip
def test_a_room_with_the_name_of_the_region(where: str, end: str, town: str) -> None:
    head = "KESEPAKATAN BERSAMA\nTENTANG\nMAGANG APARATUR"
    filler = "Pasal 2\n" + "Ruang lingkup meliputi pertukaran pegawai dan data. " * 12
    assert signed_at(source(_agreement(head, where=where, end=f"{filler}\nPENUTUP\n{end}"))) == town


@pytest.mark.parametrize(
    ("sentence", "length"),
    [
        ("Nota ini dapat diakhiri dengan surat yang disampaikan 60 (enam puluh) hari sebelumnya", None),
        ("Perjanjian ini berlaku 2 (dua) tahun dan dapat diakhiri 30 (tiga puluh) hari kalender sebelumnya", "P2Y"),
        ("pengakhiran disampaikan 1 (satu) bulan di muka", None),
        ("This Arrangement is valid for eighteen (18) months", "P18M"),
        ("valid for a period of 24 (twenty-four) months", "P24M"),
    ],
)  # fmt: skip
def test_a_notice_is_no_term(sentence: str, length: str | None) -> None:
    found = length_of(sentence, 0)
    assert (found[0] if found else None) == length


def test_labels_without_the_words_that_give_them() -> None:
    text = (
        "PERJANJIAN KERJA SAMA\nTENTANG\nMAGANG\nPada hari ini Senin 2 Juni 2025 di Batu, kami:\n"
        "1. Rina Wati, S.H., Kepala Dinas Sosial Kota Batu, bertindak untuk dan atas nama Dinas Sosial Kota Batu, PIHAK KESATU.\n"
        "2. Budi Hasan, Kepala Balai Bahasa Provinsi Jawa Timur, bertindak untuk dan atas nama Balai Bahasa Provinsi Jawa Timur, "
        "Badan Pengembangan dan Pembinaan Bahasa, Kementerian Pendidikan Dasar dan Menengah, PIHAK KEDUA.\nPasal 1\nIsi."
    )
    doc = source(text)
    parties = contract_parties(doc, find_institutions(doc.text))
    assert [(party.name, party.representative and party.representative.name) for party in parties] == [
        ("Dinas Sosial Kota Batu", "Rina Wati, S.H."),
        ("Balai Bahasa Provinsi Jawa Timur", "Budi Hasan"),
    ]


def test_the_second_language_names_no_further_party() -> None:
    text = (
        "PERJANJIAN KERJA SAMA\nTENTANG\nMAGANG\nPerjanjian ini dibuat di Batu pada hari Senin 2 Juni 2025 oleh:\n"
        "1. Rina Wati, S.H., Kepala Dinas Sosial Kota Batu, bertindak untuk dan atas nama Dinas Sosial Kota Batu, selanjutnya disebut “DINAS”; dan\n"
        "1. Rina Wati, S.H., Head of the Social Agency, acting for and on behalf of the Agency, hereinafter referred to as “the AGENCY”; and\n"
        "2. John Hill, Dean, bertindak untuk dan atas nama Deakin University, selanjutnya disebut “UNIVERSITAS”.\nPasal 1\nIsi."
    )
    doc = source(text)
    assert [party.name for party in contract_parties(doc, find_institutions(doc.text))] == ["Dinas Sosial Kota Batu", "Deakin University"]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("PEMERINTAH KOTA BATU\nJalan Panglima Sudirman 507\n==========\nBERITA ACARA SERAH TERIMA\nPESERTA MAGANG\nNomor 1/BA/2025\nPada hari ini kami yang bertanda tangan: PIHAK PERTAMA, PIHAK KEDUA sepakat.", Kind.OTHER),
        ("PEMERINTAH KABUPATEN ALOR\nLaporan Hasil Magang Auditor pada Inspektorat Kota Batu\nNomor : 700/9/2025\nYth. Bupati Alor\nDengan hormat, kami laporkan magang.\n1. Pelaksanaan\nMagang 6 s.d. 17 Oktober 2025.\n2. Hasil\nKami belajar.\n3. Saran\nInspektorat perlu menyusun piagam.\nDemikian disampaikan.", Kind.REPORT),
    ],
)  # fmt: skip
def test_kinds_that_a_heading_tells(text: str, kind: Kind) -> None:
    assert kind_of(source(text, file_format="txt")) is kind


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Dinas Kominfo Kabupaten Alor\nALOR HARI INI | Edisi Selasa, 3 Juni 2025\nDelapan Penyuluh Berangkat Magang ke Kota Batu =======\nKALABAHI -- Delapan penyuluh pertanian berangkat ke Kota Batu untuk belajar budi daya apel selama dua pekan.", "Delapan Penyuluh Berangkat Magang ke Kota Batu"),
        ("Prokopim Setda Kabupaten Alor\nALOR MEMBANGUN | Vol. 3 | 9 Mei 2025\n-----\nDelapan Camat Berguru ke Kota Batu Soal Desa Wisata\nKALABAHI - Delapan camat berangkat ke Kota Batu untuk belajar pengelolaan desa wisata selama tiga hari.", "Delapan Camat Berguru ke Kota Batu Soal Desa Wisata"),
    ],
)  # fmt: skip
def test_a_headline_below_the_names_of_office_and_bulletin(text: str, title: str) -> None:
    assert headline(source(text, file_format="txt")) == title


def test_what_a_letter_is_about_goes_on_with_where() -> None:
    text = "Nomor : 700/1/2025\nPerihal : Penyampaian Laporan Magang Auditor\ndi Inspektorat Kota Kendari\nYth. Bupati Alor\ndi Tempat\nDengan hormat,"
    assert letter_title(source(text)) == "Penyampaian Laporan Magang Auditor di Inspektorat Kota Kendari"


def test_a_letter_that_is_the_report() -> None:
    text = "PEMERINTAH KABUPATEN ALOR\nNomor : 5/9/2025\nPerihal : Laporan Hasil Studi Lapangan Pelelangan Ikan di Batu\nYth. Bupati Alor di Kalabahi\nSiapa yang berangkat\nDua orang."
    assert (
        title_of(source(text, file_format="txt"), Kind.REPORT) == "Laporan Hasil Studi Lapangan Pelelangan Ikan di Batu"
    )


def _figures(text: str) -> list[tuple[str, str | None, str, int | None]]:
    found = extract(source(text, file_format="txt").pages).indicators
    return [(item.name, item.owner, item.value, item.year) for item in found]


def test_a_typed_table_whose_columns_have_years() -> None:
    text = (
        "LAPORAN MAGANG\nPerbandingan capaian kedua daerah yang kami catat\nIndikator | Kota Batu 2023 | Kota Batu 2024 | Kabupaten Alor 2024\n"
        "SAKIP | A (80,12) | A (81,05) | BB (71,40)\nIndeks SPBE | 3,98 | 4,11 | 2,87\nPeserta magang ASN Kabupaten Alor."
    )
    batu, alor = "Pemerintah Kota Batu", "Pemerintah Kabupaten Alor"
    assert _figures(text) == [
        ("SAKIP", batu, "A", 2023), ("SAKIP", batu, "A", 2024), ("SAKIP", alor, "BB", 2024),
        ("SPBE", batu, "3,98", 2023), ("SPBE", batu, "4,11", 2024), ("SPBE", alor, "2,87", 2024),
    ]  # fmt: skip


def test_scores_held_since_a_year_and_of_two_alike() -> None:
    text = (
        "LAPORAN MAGANG\nMaturitas SPIP Pemerintah Kota Batu bertahan di level 3 sejak tahun 2021.\n"
        "Pemerintah Kota Batu meraih SAKIP BB pada tahun 2023, setara Kabupaten Alor.\nNilai IGA Pemerintah Kota Batu 2023 adalah 61,27.\n"
        "Opini BPK Pemerintah Kota Batu WTP sejak 2015."
    )
    batu = "Pemerintah Kota Batu"
    assert _figures(text) == [
        ("Maturitas SPIP", batu, "level 3", 2021), ("SAKIP", batu, "BB", 2023),
        ("SAKIP", "Pemerintah Kabupaten Alor", "BB", 2023), ("IGA", batu, "61,27", 2023), ("Opini BPK", batu, "WTP", None),
    ]  # fmt: skip


def test_a_short_contract_without_commas_between_office_and_name() -> None:
    text = (
        "SURAT PERJANJIAN KERJASAMA\nNo. 560/411/Disnaker/2022\nPada hari ini Senin tgl 15 Agustus 2022 telah diadakan perjanjian kerjasama antara:\n"
        "CV MAJU JAYA, beralamat di Batu, diwakili Direktris Hj. Yulianti, S.E., disebut Pihak Pertama, dan\n"
        "DINAS TENAGA KERJA KOTA BATU, diwakili Kepala Dinas Ir. Suparman, M.T., disebut Pihak Kedua,\n"
        "tentang pemagangan lulusan SMK bidang tata boga, dengan ketentuan:\nPasal 1 Masa kerjasama enam bulan.\n"
        "Ditetapkan di : Batu\nPada tanggal : 15 Agustus 2022"
    )
    doc = source(text, file_format="txt")
    assert contract_title(doc) == "Pemagangan lulusan SMK bidang tata boga"
    assert signed_at(doc) == "Batu"
    signers = [party.representative for party in contract_parties(doc, find_institutions(doc.text))]
    assert [(one.name, one.position) for one in signers if one] == [
        ("Hj. Yulianti, S.E.", "Direktris"),
        ("Ir. Suparman, M.T.", "Kepala Dinas"),
    ]


def test_minutes_that_say_in_their_heading_what_they_are_of() -> None:
    text = "PEMERINTAH KOTA BATU\nNOTULENSI RAPAT PEMBAHASAN HASIL MAGANG\nHari : Rabu, 4 Juni 2025\nAgenda : Pembahasan Hasil Magang di Kabupaten Alor\nPeserta : 18 orang\n1. Dibuka."
    doc = source(text, file_format="txt")
    assert kind_of(doc) is Kind.OTHER
    assert title_of(doc, Kind.OTHER) == "Pembahasan Hasil Magang di Kabupaten Alor"
