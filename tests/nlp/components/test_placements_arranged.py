"""Places that the head of a column, a clause behind another or the letter of who arranged the internship lets find."""

import nlp.pipeline  # registers doc._.source and doc._.facts
from nlp.components.institutions import find_institutions
from nlp.components.placement_units import UnitNames
from nlp.components.placements import find_placements
from nlp.extract import extract
from nlp.extraction import Kind
from tests.nlp.components.documents import facts, source

assert nlp.pipeline.COMPONENTS


def test_units_of_a_column_are_of_the_region_in_its_head() -> None:
    names = UnitNames(None, ("Kota Batu", "Kabupaten Alor")).within("Kota Batu")
    assert [name for _, _, name in names.find("Dinas Sosial", whole=True)] == ["Dinas Sosial Kota Batu"]
    assert names.within("Kabupaten Alor").region == "Kota Batu"
    assert names.within(None) is names


def test_a_communications_agency_with_further_tasks() -> None:
    named = find_institutions("dilayani Diskominfo dan Statistik", context_region="Kota Batu")
    assert [mention.name for mention in named] == ["Dinas Komunikasi, Informatika dan Statistik Kota Batu"]
    two = find_institutions("Diskominfo dan Bapenda", context_region="Kota Batu")
    assert next(mention.name for mention in two) == "Dinas Komunikasi dan Informatika Kota Batu"


def test_a_room_run_by_an_agency() -> None:
    told = facts(Kind.REPORT, home="Pemerintah Kabupaten Alor", host="Pemerintah Kota Batu")
    text = "Tim belajar di Command Center yang dikelola Diskominfo."
    found = [item.unit for item in find_placements(source(text), told)]
    assert found == ["Dinas Komunikasi dan Informatika Kota Batu"]
    text = "Tim belajar di Mal Pelayanan Publik yang dikelola Dinas Perizinan."
    assert "Dinas Perizinan Kota Batu" not in [item.unit for item in find_placements(source(text), told)]


_FACILITATED = """BADAN PENGEMBANGAN SUMBER DAYA MANUSIA
PROVINSI NUSA TENGGARA TIMUR
Kupang, 9 Juni 2025
Nomor : 800/77/BPSDM/2025
Hal : Hasil Magang
Yth. Bupati Alor
di Kalabahi
Dengan hormat kami laporkan bahwa magang 6 (enam) pegawai Pemerintah Kabupaten Alor di lingkungan Pemerintah Kota Kupang{arranged} telah selesai.
Para pegawai ditempatkan pada Dinas Sosial dan Dinas Perhubungan.
Demikian kami sampaikan, terima kasih.
KEPALA BADAN,
ANTON SERAN, S.H.
NIP 197001011995031001"""


def test_who_arranged_an_internship_is_neither_home_nor_host() -> None:
    found = extract(source(_FACILITATED.format(arranged=" yang kami fasilitasi")).pages)
    assert {party.role: party.name for party in found.parties} == {
        "home": "Pemerintah Kabupaten Alor",
        "host": "Pemerintah Kota Kupang",
        "facilitator": "Badan Pengembangan Sumber Daya Manusia Provinsi Nusa Tenggara Timur",
    }
    assert [item.unit for item in found.placements] == ["Dinas Sosial Kota Kupang", "Dinas Perhubungan Kota Kupang"]


def test_nobody_arranged_where_the_letter_does_not_say_so() -> None:
    found = extract(source(_FACILITATED.format(arranged="")).pages)
    assert "facilitator" not in {party.role for party in found.parties}


_PAPER = """PERJANJIAN KERJA SAMA
ANTARA
BADAN KEPEGAWAIAN DAERAH KABUPATEN ALOR
DAN
BADAN KEPEGAWAIAN DAERAH KOTA BATU
TENTANG
MAGANG
Pada hari ini Senin tanggal 2 Juni 2025 di Batu, kami yang bertanda tangan di bawah ini:
1. RINA WATI, S.H., Kepala Badan Kepegawaian Daerah Kabupaten Alor, bertindak untuk dan atas nama Badan Kepegawaian Daerah Kabupaten Alor, selanjutnya disebut PIHAK KESATU;
2. RUDI HARTO, S.T., Kepala Badan Kepegawaian Daerah Kota Batu, bertindak untuk dan atas nama Badan Kepegawaian Daerah Kota Batu, selanjutnya disebut PIHAK KEDUA.
Pasal 1
PIHAK KEDUA berhak menegur peserta; wajib menyediakan pembimbing.
Pasal 2
Peserta ditempatkan pada Dinas Sosial dan Dinas Perhubungan.
"""


def test_who_provides_the_mentors_behind_its_rights_takes_them_in() -> None:
    found = extract(source(_PAPER).pages).placements
    assert [item.unit for item in found] == ["Dinas Sosial Kota Batu", "Dinas Perhubungan Kota Batu"]
