"""The document's own numbers, where other words than `Nomor :` lead to them, and others' numbers, which are left out."""

import pytest

from nlp.components.numbers import numbers_of
from nlp.extraction import Kind
from tests.nlp.components.documents import source

OPENING = "Pada hari ini Senin tanggal 1 Juli 2024 kami yang bertanda tangan di bawah ini:"


@pytest.mark.parametrize(
    ("head", "numbers"),
    [
        ("Reg. Ternate 100.3/12/KS/2024 Ref. Davao: ________", ["100.3/12/KS/2024"]),
        ("No. Kota Ambon 12/KS/2024 – No. Kota Tual 34/KS/2024", ["12/KS/2024", "34/KS/2024"]),
        ("P-I : 7/KSB/X/2024 P-II : 81/KS/KR.X/2024", ["7/KSB/X/2024", "81/KS/KR.X/2024"]),
        ("Dicatat di Bagian Hukum dengan nomor 440/11/PKS/2024", ["440/11/PKS/2024"]),
        ("Nomor Surat Kuasa 100.3/88/KUASA/2024", []),
        (
            "Nomor Pihak Pertama 100.3.7.1-9 TAHUN 2025\nNomor Pihak Kedua 331/UN9/HK.07/2025",
            ["100.3.7.1-9 TAHUN 2025", "331/UN9/HK.07/2025"],
        ),
        (
            "| Jenis naskah | Kesepakatan |\n| Register Buru | 9/KS/B/2024 |\n| Register Seram | menyusul |",
            ["9/KS/B/2024"],
        ),
        (
            "| A | Nomor naskah | Fakultas Hukum: 12/UN1/HK/2024\\nMitra: 100.3/7/Bag.Hukum/2024 |\n| B | Judul | Pangan |",
            ["12/UN1/HK/2024", "100.3/7/Bag.Hukum/2024"],
        ),
        (
            "| A | Nomor (Fakultas) | 12/UN1/HK/2024 |\n| B | Nomor (Mitra) | 100.3/7/Bag/2024 |",
            ["12/UN1/HK/2024", "100.3/7/Bag/2024"],
        ),
        (
            "Nomor naskah:\na. Fakultas Hukum: 12/UN1/HK/2024\nb. Mitra: 100.3/7/Bag/2024",
            ["12/UN1/HK/2024", "100.3/7/Bag/2024"],
        ),
        ("Nomor : 119/2/BKD-\nIII/2024\nNomor : 88/UN1/\nHK/2024", ["119/2/BKD-III/2024", "88/UN1/HK/2024"]),
        ("| Nomor DPA | 1.02/DPA/2024 |\n| Dasar | Surat 12/A/2024 (3 Mei 2024) |", []),
    ],
)
def test_an_agreements_numbers_under_other_labels(head: str, numbers: list[str]) -> None:
    text = f"KESEPAKATAN BERSAMA\nTENTANG\nPANGAN\n{head}\n{OPENING}"
    assert numbers_of(source(text), Kind.MOU) == numbers


def test_the_numbers_of_this_sheet_of_several() -> None:
    text = """PERPANJANGAN PERJANJIAN KERJA SAMA
| Naskah | Perjanjian pokok | Perpanjangan ini |
| No. Dinas | 1/KS/DS/2022 | 5/KS/DS/2024 |
| No. Bank | PKS/7/DIR/2022 | menyusul |"""
    assert numbers_of(source(text), Kind.AGREEMENT) == ["5/KS/DS/2024"]


def test_numbers_at_the_foot_and_in_the_table_of_those_who_sign() -> None:
    body = "KESEPAKATAN BERSAMA\nKami sepakat:\n" + "Para bupati bertukar data pangan setiap bulan.\n" * 30
    foot = "Demikian dibuat rangkap dua.\narsip: 48/11/KB/2025 (Buru) · 100.3/29/KB/2025 (Seram) · desain: humas"
    assert numbers_of(source(body + foot), Kind.MOU) == ["48/11/KB/2025", "100.3/29/KB/2025"]
    table = "| No. | Kabupaten | No. agenda |\n| 1. | Buru | 48/11/KB |\n| 2. | Seram | 521/0919/2025 |"
    assert numbers_of(source(body + table), Kind.MOU) == ["48/11/KB", "521/0919/2025"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("DINAS PAJAK\nJalan Mawar 3\n900.1/96/PAJAK\nUcapan terima kasih\nYth. Kepala Badan", ["900.1/96/PAJAK"]),
        ("DINAS PAJAK\nSolo, 2 Juni 2025 Nomor : B/KP.06/33/2025\nHal : Undangan\nYth. Bupati", ["B/KP.06/33/2025"]),
        (
            "DINAS PAJAK\nNomor : 800.1/1126/BKD- Lahat, 11 Agustus 2025\nIII/2025\nSifat : Segera\nYth. Bupati",
            ["800.1/1126/BKD-III/2025"],
        ),
        ("DINAS PAJAK\nNomor : 800.1/1126/\nPajak/2025\nSifat : Segera\nYth. Bupati", ["800.1/1126/Pajak/2025"]),
        ("DINAS PAJAK\nNomor : 800.1/26/BKD-III/ Lahat, 11 Mei 2025\n2025\nYth. Bupati", ["800.1/26/BKD-III/2025"]),
        ("DINAS PAJAK\nNomor : 800.1/11/Bag. Org/2025\nYth. Bupati", ["800.1/11/Bag. Org/2025"]),
        ("DINAS PAJAK\nNomor : 800.1/11/BKD – III/2025\nYth. Bupati", ["800.1/11/BKD – III/2025"]),
        ("DINAS PAJAK\nNomor 800.1/12/BKD tanggal 3 Mei 2025\nHal Permohonan\nYth. Bupati", ["800.1/12/BKD"]),
        ("DINAS PAJAK\nHal : Jawaban\nYth. Bupati\nDengan hormat, surat Nomor 1/A/2025 telah kami terima.", []),
    ],
)
def test_a_letters_number(text: str, numbers: list[str]) -> None:
    assert numbers_of(source(text), Kind.LETTER) == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("NOTA DINAS\nNomor : 500/41/ST/2025\nTanggal : 2 Juni 2025\nHal : Laporan", ["500/41/ST/2025"]),
        (
            "BERITA ACARA\nNomor : 300/11/A/2024 Nomor : 300/92/B/2024\nPada hari ini",
            ["300/11/A/2024", "300/92/B/2024"],
        ),
        (
            "LAPORAN MAGANG\nI. DASAR\nSurat Tugas Nomor 1/ST/2025\n" + "Isi.\n" * 150 + "Reg. 100.3/27/HK/2025",
            ["100.3/27/HK/2025"],
        ),
        ("LAPORAN\nDari Kepala Dinas\nNomor 523/21/LHP/2026\nTanggal 11 Mei 2026\nSifat Biasa", ["523/21/LHP/2026"]),
        ("| Disusun | Tim |\n| Nomor Laporan | 000.8/11/ORG/2024 |", ["000.8/11/ORG/2024"]),
    ],
)
def test_a_reports_numbers(text: str, numbers: list[str]) -> None:
    assert numbers_of(source(text), Kind.REPORT) == numbers


def test_numbers_alone_on_their_lines() -> None:
    text = f"NOTA KESEPAHAMAN\nPANGAN\nPRM : 119/07/NK/KSD-PRM/IV-2025\nPLT : 0913/STIA.1.1/HKS.02.1\n{OPENING}"
    assert numbers_of(source(text), Kind.MOU) == ["119/07/NK/KSD-PRM/IV-2025", "0913/STIA.1.1/HKS.02.1"]


@pytest.mark.parametrize(
    ("box", "number"),
    [
        ("No. Dokumen FR-04/REV.01\n", "27/PKS/2025"),
        ("No. Dokumen : PKS/04-B\nNo. Revisi : 00\nHalaman 1 dari 3\n", "27/PKS/2025"),
        ("No. Formulir : F/12-KS\n", "27/PKS/2025"),
    ],
)
def test_the_box_of_a_controlled_form_has_not_the_papers_number(box: str, number: str) -> None:
    head = f"{box}PERJANJIAN KERJA SAMA\nANTARA A DENGAN B\nNomor : {number}\nTENTANG\nMAGANG\n{OPENING}\nPasal 1\nPARA PIHAK"
    assert numbers_of(source(head), Kind.AGREEMENT) == [number]
