"""Mails, conversations, exported lists, minutes, orders and programmes of days: what they are and what their heads say."""

import pytest

from nlp.components.institutions import find_institutions
from nlp.components.kind import kind_of
from nlp.components.numbers import numbers_of
from nlp.components.typed_exports import own_words_end
from nlp.extract import extract
from nlp.extraction import Extraction, Kind
from tests.nlp.components.documents import source

CHAT = """05/02/24 08.01 - Pesan dienkripsi secara end-to-end.
05/02/24 08.02 - Yanto BKD membuat grup "Magang Palu ke Malang"
05/02/24 08.05 - Yanto BKD: Selamat pagi, ini grup magang ASN Pemkot Palu di Pemkot Malang tanggal 5 - 9 Februari 2024
05/02/24 08.07 - Ibu Rini: Siap
09/02/24 15.10 - Yanto BKD: *REKAP USUL PESERTA MAGANG* (untuk Sekda)
✅ loket lansia di Capil
09/02/24 15.12 - Ibu Rini: Setuju"""
LIST = """"BKD KAB. SIGI - SIMPEG v2";;;;;
"Ekspor: Rencana Aksi Alumni Magang";;;;;
"Filter: lokus = Kota Malang";;"Periode magang: 04/03/2024 - 08/03/2024";;;
No;Nama;NIP;OPD Asal;Lokus;Rencana
1;Ali Amran;198001012005011001;Dinas Sosial;Dinas Sosial Kota Malang;"Membuka loket"
2;Siti Aminah;198502022010012002;BKD;BKPSDM Kota Malang;"Menyusun peta jabatan"
3;Budi Rahman;199003032015031003;Bappeda;Bappeda Kota Malang;"Menyusun basis data"
"Jumlah: 3";;;;;"""
MAIL = """Dari: Budi Rahman <budi@dishub-palu.contoh>
Kepada: Rina Sari <tu@dishub-malang.contoh>
Tembusan: arsip@dishub-palu.contoh
Tanggal: Tue, 12 Mar 2024 09:41:18 +0800
Perihal: RE: masukan tim magang
Yth. Ibu Rina,
Terima kasih atas bimbingan selama kami magang di tempat Ibu, 4 - 8 Maret 2024.
Salam,
Ir. Budi Rahman
Kepala Bidang Lalu Lintas
Dinas Perhubungan Kota Palu
--
Hemat kertas.
Pada Sen, 11 Mar 2024 pukul 10.05 Rina Sari <tu@dishub-malang.contoh> menulis:
> Mohon masukannya dikirim. Tim Kota Sorong magang 5 - 9 Juni 2023.
> Rina Sari
> Dinas Perhubungan Kota Malang"""
MINUTES = """PEMERINTAH KOTA PALU
SEKRETARIAT DAERAH - BAGIAN KERJA SAMA
NOTULEN RAPAT
Hari/tanggal : Rabu, 30 Oktober 2024
Tempat : Ruang Rapat Bagian Kerja Sama lantai 2, Palu
Acara : Persiapan Kunjungan Balasan ke Kota Malang
Rombongan Malang sudah datang ke sini 12-13 Agustus 2024.
Draf surat menyebut 26-28 November 2024. Disepakati rombongan kita tiba di Malang Selasa 10 Desember 2024 dan pulang Kamis 12 Desember 2024.
Rapat ditutup."""
ORDER = """PEMERINTAH KABUPATEN SIGI
BADAN KEPEGAWAIAN DAERAH
KEPUTUSAN KEPALA BADAN KEPEGAWAIAN DAERAH
NOMOR : 800/17/BKD/2024
TENTANG
PENETAPAN PESERTA MAGANG PADA PEMERINTAH KOTA MALANG
KEPALA BADAN KEPEGAWAIAN DAERAH,
Menimbang : a. bahwa perlu menetapkan peserta magang;
MEMUTUSKAN :
KESATU : Menetapkan pegawai dalam Lampiran sebagai peserta magang pada Pemerintah Kota Malang.
KEDUA : Magang dilaksanakan mulai tanggal 4 sampai dengan 15 Maret 2024.
Ditetapkan di Sigi Biromaru
pada tanggal 12 Februari 2024
KEPALA BADAN KEPEGAWAIAN DAERAH,
Dra. HASNAH LATIF, M.Si.
NIP 197001011995032001"""
RUNDOWN = """SUSUNAN ACARA
KUNJUNGAN KERJA PEMERINTAH KOTA PALU
KE PEMERINTAH KOTA MALANG
Senin–Rabu, 4–6 Maret 2024
Waktu
08.00 Penyambutan di Balai Kota"""


def read(text: str) -> Extraction:
    return extract(source(text, file_format="txt").pages)


def roles(found: Extraction) -> dict[str, str]:
    return {party.role: party.name for party in found.parties}


def days(found: Extraction) -> dict[str, str]:
    return {fact.type.value: fact.date.isoformat() for fact in found.dates}


PALU, MALANG, SIGI = "Pemerintah Kota Palu", "Pemerintah Kota Malang", "Pemerintah Kabupaten Sigi"


@pytest.mark.parametrize(
    ("text", "kind", "title", "home", "host", "start", "end"),
    [
        (CHAT, Kind.OTHER, "REKAP USUL PESERTA MAGANG", PALU, MALANG, "2024-02-05", "2024-02-09"),
        (LIST, Kind.OTHER, "Rencana Aksi Alumni Magang", SIGI, MALANG, "2024-03-04", "2024-03-08"),
        (MAIL, Kind.LETTER, "RE: masukan tim magang", "Dinas Perhubungan Kota Palu", "Dinas Perhubungan Kota Malang", "2024-03-04", "2024-03-08"),
        (MINUTES, Kind.OTHER, "Persiapan Kunjungan Balasan ke Kota Malang", PALU, MALANG, "2024-12-10", "2024-12-12"),
        (ORDER, Kind.OTHER, "Penetapan Peserta Magang pada Pemerintah Kota Malang", SIGI, MALANG, "2024-03-04", "2024-03-15"),
        (RUNDOWN, Kind.OTHER, "Susunan Acara Kunjungan Kerja Pemerintah Kota Palu ke Pemerintah Kota Malang", PALU, MALANG, "2024-03-04", "2024-03-06"),
    ],
)  # fmt: skip
def test_heads_of_papers_around_a_programme(
    text: str, kind: Kind, title: str, home: str, host: str, start: str, end: str
) -> None:
    found = read(text)
    assert (found.kind, found.title) == (kind, title)
    assert roles(found) == {"home": home, "host": host}
    assert (days(found)["start"], days(found)["end"]) == (start, end)


def test_the_writer_of_a_mail_signs_and_quoted_mails_are_others_words() -> None:
    found = read(MAIL)
    signer = found.parties[0].representative
    assert signer is not None
    assert (signer.name, signer.position) == ("Ir. Budi Rahman", "Kepala Bidang Lalu Lintas")
    assert days(found)["published"] == "2024-03-12"
    assert MAIL[: own_words_end(MAIL)].endswith("Kota Palu\n")


def test_minutes_have_their_day_and_their_town() -> None:
    found = read(MINUTES)
    assert found.place == "Palu"
    assert days(found)["event"] == "2024-10-30"


def test_a_decree_is_signed_and_dated() -> None:
    found = read(ORDER)
    assert days(found)["signed"] == "2024-02-12"
    signer = found.parties[0].representative
    assert signer is not None
    assert signer.name == "Dra. HASNAH LATIF, M.Si."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("NASKAH PERJANJIAN HIBAH DAERAH\nANTARA\nPEMERINTAH KOTA A\nDENGAN\nKPU KOTA A\nPIHAK KESATU\nPIHAK KEDUA\nPasal 1\nPARA PIHAK sepakat.", Kind.OTHER),
        ("PEMERINTAH KABUPATEN A\nTIM KOORDINASI\nLAPORAN PELAKSANAAN KERJA SAMA DAERAH TRIWULAN II TAHUN 2025\nI. Umum\nRekomendasi\n1. menambah naskah", Kind.OTHER),
        ("FORMULIR EVALUASI PENYELENGGARAAN MAGANG\nNama : Ali\nLokus magang : Dinas Sosial Kota Malang\nSaran\na) lebih lama", Kind.OTHER),
        ("NOTULA\nRapat : Pemaparan Hasil Magang\nHari : Senin\nRekomendasi rapat\nR1 Membuka loket. Kami magang di Kota Malang.", Kind.OTHER),
        ("TELAAHAN STAF\nKepada : Yth. Bupati A\nDari : Kepala Dinas\nTanggal : 3 Maret 2025\nNomor : 9/TS/2025\nHal : Hasil Studi Tiru di Kota Malang\nI. PERSOALAN\nx\nII. FAKTA\nKami belajar di Kota Malang.\nIII. SARAN\n1. Membuka loket.", Kind.REPORT),
    ],
)  # fmt: skip
def test_papers_that_name_themselves(text: str, kind: Kind) -> None:
    assert kind_of(source(text, file_format="txt")) is kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Environment Agency of Banyumas Regency", "Dinas Lingkungan Hidup Kabupaten Banyumas"),
        ("Health Office (Dinkes) of North Maluku Province", "Dinas Kesehatan Provinsi Maluku Utara"),
        ("Regional Development Planning Agency of the City of Bitung", "Badan Perencanaan Pembangunan Daerah Kota Bitung"),
    ],
)  # fmt: skip
def test_agencies_in_english(text: str, name: str) -> None:
    assert name in {mention.name for mention in find_institutions(text)}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Benchmarking Visit Report\nSofifi, 2 December 2025 | Ref. 660/318/DLH/2025\n", "660/318/DLH/2025"),
        ("SURAT PERINTAH KERJA\nNOMOR DAN TANGGAL SPK :\n| 602/17/SPK/2018\n", "602/17/SPK/2018"),
        ("RINGKASAN\n1. APA\nEmpat orang magang.\nBERITA ACARA\nSELESAI MAGANG\nNomor : 700/61/INSP/2024\n", "700/61/INSP/2024"),
    ],
)  # fmt: skip
def test_numbers_in_forms_and_attached_minutes(text: str, number: str) -> None:
    assert numbers_of(source(text, file_format="txt"), Kind.REPORT) == [number]
