"""What a document is, look-alikes included."""

import pytest

from nlp.components.kind import kind_of
from nlp.extraction import Kind
from tests.nlp.components.documents import source

CLAUSES = "yang bertanda tangan di bawah ini ANI selanjutnya disebut PIHAK KESATU dan BUDI selanjutnya disebut PIHAK KEDUA\nPasal 1\nPARA PIHAK sepakat."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"KESEPAKATAN BERSAMA\nANTARA\nA\nDAN\nB\nTENTANG\nC\n{CLAUSES}", Kind.MOU),
        (f"NOTA KESEPAKATAN SINERGI\nANTARA A DAN B\n{CLAUSES}", Kind.MOU),
        (f"SURAT PERJANJIAN KERJASAMA\nANTARA A DAN B\n{CLAUSES}", Kind.AGREEMENT),
        (f"ADENDUM PERTAMA\nPERJANJIAN KERJA SAMA\n{CLAUSES}", Kind.AGREEMENT),
        (f"PERJANJIAN KINERJA TAHUN 2024\n{CLAUSES}", Kind.OTHER),
        (
            f"NOTA KESEPAKATAN\nANTARA\nPEMERINTAH KABUPATEN A\nDENGAN\nDPRD KABUPATEN A\nTENTANG\nPRIORITAS DAN PLAFON ANGGARAN SEMENTARA\n{CLAUSES}",
            Kind.OTHER,
        ),
        ("LAPORAN HASIL MAGANG\nDi Provinsi Jawa Timur\nBAB I PENDAHULUAN\nMagang dilaksanakan.", Kind.REPORT),
        ("LAPORAN KINERJA INSTANSI PEMERINTAH\nTAHUN 2023\nBAB I", Kind.OTHER),
        ("RENCANA KERJA TAHUNAN DINAS PERHUBUNGAN\nBAB I\nRencana.", Kind.OTHER),
        (
            "Nomor : 1/A/2024\nSifat : Biasa\nHal : Permohonan Magang\nYth. Kepala BKD\nDengan hormat, bersama ini kami mohon. Demikian, terima kasih.",
            Kind.LETTER,
        ),
        (
            "Teken MoU, Dua Pemprov Perkuat Kerja Sama\nMAKASSAR – Pemerintah Provinsi Sulawesi Selatan menandatangani nota kesepahaman di Makassar kemarin.\n"
            "“Ini penting,” kata Gubernur.\n“Kami senang,” ujar Bupati.",
            Kind.NEWS,
        ),
        ("", Kind.OTHER),
    ],
)
def test_kind(text: str, kind: Kind) -> None:
    assert kind_of(source(text)) is kind


def test_a_short_memorandum_without_clauses_is_an_mou():
    text = """MEMORANDUM SALING PENGERTIAN
Pemerintah Kabupaten Lebak dan Pemerintah Kabupaten Sukabumi,
BERSEPAKAT untuk bekerja sama.
Memorandum ini berlaku dua tahun.
Ditandatangani di Cisolok, Rabu 17 Mei 2017.
Untuk Pemerintah Kabupaten Lebak, Untuk Pemerintah Kabupaten Sukabumi,"""
    assert kind_of(source(text)) is Kind.MOU


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # Articles without a dash behind the town, an interview, a bulletin.
        (
            "Belasan Guru Soppeng Kembali dari Batu\nWatansoppeng, 3 Mei 2024. Dua belas guru Pemerintah Kabupaten Soppeng menuntaskan magang di Kota Batu.\n"
            "“Ilmunya akan kami pakai,” sambung Rahma.",
            Kind.NEWS,
        ),
        (
            "PULANG DARI BATU, APA OLEH-OLEHNYA?\nWawancara singkat\nT: Berapa orang?\nJ: Dua belas.\nT: Ke mana?\nJ: Ke Batu.\nT: Lalu?\nJ: Kami pulang.",
            Kind.NEWS,
        ),
        # Reports that do not say so: a diary, a start-stop list, a form of rows.
        (
            "Catatan pekan pertama\nSenin. Tiba di Bappeda Kota Malang. Kami ditempatkan di bidang litbang.\n"
            "Selasa. Rombongan diterima camat. Menurut saya kita perlu satu lembar kerja; sebaiknya mulai Juni 2024.",
            Kind.REPORT,
        ),
        (
            "DINAS SOSIAL KABUPATEN GOWA\nMagang pada Dinas Sosial Kota Bogor\nPeserta\nAni\nPenempatan: Bidang Linjamsos\nBERHENTI\n- antre\nMULAI (2025)\n- loket",
            Kind.REPORT,
        ),
        # Papers about an internship that report nothing.
        (
            "PEDOMAN MAGANG APARATUR\nPeserta magang wajib menyusun laporan magang.\nLokus magang ditetapkan badan.",
            Kind.OTHER,
        ),
        ("JADWAL MAGANG ASN\nPeserta: 12 orang\nLokasi: Kota Bandung", Kind.OTHER),
        # An order is a letter; a statement of intent an MoU.
        (
            "SURAT TUGAS\nNomor: 090/77/2025\nDasar : DPA\nMENUGASKAN:\nKepada : Ani\nUntuk : magang pada Dinas Sosial Kota Bogor",
            Kind.LETTER,
        ),
        (
            "SURAT PERNYATAAN MINAT\nANTARA KOTA A DAN KOTA B\nMENGENAI\nKERJA SAMA\nPara Pihak menyatakan minat. Ditandatangani di A.",
            Kind.MOU,
        ),
    ],
)
def test_kinds_that_do_not_name_themselves(text: str, kind: Kind) -> None:
    assert kind_of(source(text)) is kind
