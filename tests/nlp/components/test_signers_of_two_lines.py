"""Offices and names that a line's end or a column has cut, and offices with their short form in brackets."""

import pytest

from nlp.components.number_places import in_third_column
from nlp.components.signature_pairs import signature_pairs
from nlp.extract import extract
from tests.nlp.components.documents import source

_LETTER = """PEMERINTAH KABUPATEN ALOR
Kalabahi, 3 Maret 2025
Nomor : 800/41/BKPSDM/2025
Hal : Permohonan Magang
Yth. Wali Kota Batu
di Batu
Kami bermaksud mengirim tiga pegawai untuk magang pada Badan Kepegawaian Kota Batu selama dua pekan di bulan April 2025.
Demikian, atas bantuannya kami ucapkan terima kasih.
{office}

{name}
NIP 197001011995031001"""


@pytest.mark.parametrize(
    ("office", "position"),
    [
        ("Kepala Badan Perencanaan dan\nPembangunan Daerah,", "Kepala Badan Perencanaan dan Pembangunan Daerah"),
        ("Kepala Badan\nPenanggulangan Bencana Daerah,", "Kepala Badan Penanggulangan Bencana Daerah"),
        ("Kepala Dinas Pangan,", "Kepala Dinas Pangan"),
    ],
)
def test_the_second_line_of_an_office_is_no_name(office: str, position: str) -> None:
    found = extract(source(_LETTER.format(office=office, name="YOHANES LAPUDO, S.E.")).pages)
    signers = [party.representative for party in found.parties if party.representative]
    assert [(signer.name, signer.position) for signer in signers] == [("YOHANES LAPUDO, S.E.", position)]


def test_an_office_of_two_lines_above_its_name() -> None:
    lines = ["KEPALA DINAS PEMUDA DAN", "OLAHRAGA KOTA BATU,", "", "RINI ASTUTI, S.H."]
    assert signature_pairs(lines) == [("KEPALA DINAS PEMUDA DAN OLAHRAGA KOTA BATU", "RINI ASTUTI, S.H.")]


_AGREEMENT = """KESEPAKATAN BERSAMA
ANTARA
PEMERINTAH KABUPATEN ALOR
DAN
PEMERINTAH KOTA BATU
TENTANG
PELAYANAN TERPADU
Pada hari ini Senin tanggal 2 Juni 2025 bertempat di Kalabahi, kami yang bertanda tangan di bawah ini:
1. {first}, berkedudukan di Kalabahi, bertindak untuk dan atas nama Pemerintah Kabupaten Alor, selanjutnya disebut PIHAK KESATU;
2. RUDI HARTO, S.T., Wali Kota Batu, berkedudukan di Batu, bertindak untuk dan atas nama Pemerintah Kota Batu, selanjutnya disebut PIHAK KEDUA.
Pasal 1
Kerja sama ini tentang pelayanan.
PIHAK KESATU
MARTINUS BELA DJAWA, S.Sos.
NIP 197001011995031001
PIHAK KEDUA
RUDI HARTO, S.T."""


@pytest.mark.parametrize(
    ("first", "name", "position"),
    [
        (
            "MARTINUS Kepala Dinas Pendapatan dan Aset\nBELA DJAWA, S.Sos.\nDaerah Kabupaten Alor",
            "MARTINUS BELA DJAWA, S.Sos.",
            "Kepala Dinas Pendapatan dan Aset Daerah Kabupaten Alor",
        ),
        ("MARTINUS BELA, Penjabat (Pj.) Bupati Alor", "MARTINUS BELA", "Penjabat (Pj.) Bupati Alor"),
        ("MARTINUS BELA, Pelaksana Tugas (Plt.) Bupati Alor", "MARTINUS BELA", "Pelaksana Tugas (Plt.) Bupati Alor"),
    ],
)
def test_who_signs_as_the_whole_paper_has_it(first: str, name: str, position: str) -> None:
    signer = extract(source(_AGREEMENT.format(first=first)).pages).parties[0].representative
    assert signer is not None
    assert (signer.name, signer.position) == (name, position)


def test_one_cell_for_the_numbers_of_all_parties() -> None:
    pairs = "Nomor\nPemerintah Kota Batu\n100/4/KS/2025\nKantor Pajak Pratama\n7/WPJ.12/2025\n"
    assert in_third_column(pairs) == ["100/4/KS/2025", "7/WPJ.12/2025"]
    assert in_third_column(f"{pairs}tentang\nPelayanan Pajak\n9/A/2020") == ["100/4/KS/2025", "7/WPJ.12/2025"]
