"""The head of a document as a whole: kind, title, place, parties and days of constructions that offices use."""

import pytest

from nlp.extract import extract
from nlp.extraction import Extraction, Kind
from tests.nlp.components.documents import source


def read(text: str) -> Extraction:
    return extract(source(text).pages)


def days(found: Extraction) -> dict[str, str]:
    return {fact.type.value: fact.date.isoformat() for fact in found.dates}


def roles(found: Extraction) -> dict[str, str]:
    return {party.role: party.name for party in found.parties}


REPORT = """LAPORAN MAGANG DINAS SOSIAL KOTA PALU
DI DINAS SOSIAL KOTA MALANG
BAB I PENDAHULUAN
A. Waktu
{when}
BAB II PENUTUP
Saran
1. Dinas Sosial Kota Palu perlu menyusun basis data penerima bantuan pada April 2026.
"""


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("Magang dilaksanakan Maret s.d. Mei 2024 bertempat di Malang.", {"start": "2024-03-01", "end": "2024-05-31"}),
        ("Waktu pelaksanaan : Februari 2024", {"start": "2024-02-01", "end": "2024-02-29"}),
        ("Kegiatan berlangsung pada bulan Desember 2022 – Januari 2023.", {"start": "2022-12-01", "end": "2023-01-31"}),
        ("Magang dilaksanakan selama 40 hari terhitung mulai 1 Agustus 2024.", {"start": "2024-08-01"}),
        ("Magang merupakan tindak lanjut rapat bulan Februari 2024.", {}),
    ],
)
def test_months_of_a_programme_and_a_first_day_alone(when: str, expected: dict[str, str]) -> None:
    found = read(REPORT.format(when=when))
    assert days(found) == expected
    if len(expected) == 2:
        assert all(fact.derived for fact in found.dates)


REPLY = """PEMERINTAH KOTA MALANG
INSPEKTORAT
Malang, 3 Juni 2024
Nomor : 700/41
Hal : Jawaban Permohonan Studi Tiru
Yth. Inspektur Daerah Kabupaten Maros
di Turikale

Menjawab surat Saudara Nomor 700/2/ITDA/2024 hal Permohonan Studi Tiru, kami bersedia menerima kunjungan dimaksud. {moved}
Demikian, terima kasih.
Inspektur,
Ani Lestari, S.E.
"""


def test_a_reply_on_a_moved_day() -> None:
    text = (
        "Karena pada tanggal 10 s.d. 12 Juni 2024 kami diperiksa, kunjungan kami jadwalkan pada 24 s.d. 26 Juni 2024."
    )
    found = read(REPLY.format(moved=text))
    assert (days(found)["start"], days(found)["end"]) == ("2024-06-24", "2024-06-26")
    assert roles(found) == {"host": "Inspektorat Kota Malang", "home": "Inspektorat Daerah Kabupaten Maros"}


def test_a_letter_bears_its_file_but_the_government_writes() -> None:
    found = read("""Nomor : B-21/BPSDM/2025
Hal : Permohonan Tempat Magang
Kupang, 14 April 2025
Yth. Kepala Badan Kepegawaian Daerah Provinsi Jawa Timur
di Surabaya
Bersama ini kami mohon kesediaan Saudara menerima pegawai kami untuk magang pada perangkat daerah di lingkungan Pemerintah Provinsi Jawa Timur.
Demikian, terima kasih.
Sekretaris Daerah Provinsi Nusa Tenggara Timur,
Ani Lestari, S.Sos.
""")
    assert roles(found) == {
        "home": "Pemerintah Provinsi Nusa Tenggara Timur",
        "host": "Pemerintah Provinsi Jawa Timur",
    }


def test_who_invites_to_a_visit_receives() -> None:
    found = read("""Mamuju, 20 Mei 2025
Nomor: 800/33/BKPSDM
Perihal: Undangan Studi Tiru Manajemen Talenta
Yth. Kepala BKPSDM Kota Palu
di Tempat
Sehubungan dengan rencana kunjungan balasan ke Kabupaten Mamuju, kami mengundang Saudara pada tanggal 16-17 Juni 2025.
Kepala BKPSDM Kabupaten Mamuju
Ani Lestari, S.Sos.
""")
    assert roles(found) == {
        "host": "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kabupaten Mamuju",
        "home": "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kota Palu",
    }


def test_councils_visit_each_other() -> None:
    found = read("""DEWAN PERWAKILAN RAKYAT DAERAH KOTA BLITAR
Nomor : 172/9/DPRD/2024
Hal : Pemberitahuan Kunjungan Kerja
Blitar, 4 Maret 2024
Yth. Ketua DPRD Kota Batu
di Batu
Komisi III DPRD Kota Blitar akan melakukan kunjungan kerja ke DPRD Kota Batu pada 14 Maret 2024. Demikian, terima kasih.
KETUA DPRD KOTA BLITAR
ANI LESTARI, S.IP.
""")
    council = "Dewan Perwakilan Rakyat Daerah"
    assert roles(found) == {"home": f"{council} Kota Blitar", "host": f"{council} Kota Batu"}


def test_a_report_in_the_form_of_a_letter() -> None:
    found = read("""LAPORAN PELAKSANAAN STUDI LAPANGAN
Nomor: 890/4/BKPSDM/2023
Yth. Bupati Asahan
Kami laporkan bahwa pada tanggal 22 s.d. 24 November 2023 telah dilaksanakan studi lapangan ke Pemerintah Kabupaten Bantul.
Kisaran, 27 November 2023
Kepala BKPSDM,
Ani Lestari
""")
    assert (found.kind, found.title) == (Kind.REPORT, "Laporan Pelaksanaan Studi Lapangan")
    assert roles(found) == {"home": "Pemerintah Kabupaten Asahan", "host": "Pemerintah Kabupaten Bantul"}


def test_news_of_a_signing_is_no_agreement() -> None:
    found = read("""Gubernur Bali dan Gubernur Riau Teken Kesepakatan Bersama

Denpasar, 14 Agustus 2023 - Pemerintah Provinsi Bali dan Pemerintah Provinsi Riau menandatangani kesepakatan bersama tentang pangan, Senin (14/8/2023).

Kerja sama berlaku selama lima tahun.
""")
    assert (found.kind, found.title) == (Kind.NEWS, "Gubernur Bali dan Gubernur Riau Teken Kesepakatan Bersama")
    assert not found.parties
    assert not found.placements


def test_a_record_of_a_handover_is_another_paper() -> None:
    found = read("""BERITA ACARA SERAH TERIMA PESERTA MAGANG
Nomor: 800/5/BA/2024
Pada hari ini Senin tanggal 4 Maret 2024 telah dilakukan serah terima peserta magang dari Pemerintah Kabupaten Maros kepada Pemerintah Kota Malang.
""")
    assert (found.kind, days(found)) == (Kind.OTHER, {"event": "2024-03-04"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(tim/10 Mei 2024)", {"published": "2024-05-10"}),
        ("Penyerahan peserta dilakukan Selasa (1/7/2025).", {"event": "2025-07-01"}),
    ],
)
def test_who_signs_off_an_article_and_what_happens_in_it(text: str, expected: dict[str, str]) -> None:
    head = "Tiga Kepala Bidang Belajar ke RSUD Wangaya\n\nDENPASAR – Dinas Kesehatan Kabupaten Maros mengirim tiga kepala bidang untuk magang di RSUD Wangaya Kota Denpasar selama sepekan. “Kami ingin belajar,” kata Ani, kepala dinas itu.\n"
    assert days(read(head + text)) == expected


def test_an_addendum_that_gives_the_old_wording_first() -> None:
    found = read("""PERUBAHAN KESATU ATAS PERJANJIAN KERJA SAMA
ANTARA
DINAS SOSIAL KOTA PALU
DENGAN
DINAS SOSIAL KOTA MALANG
TENTANG
DATA SOSIAL
Pada hari ini, Selasa, tanggal 26 Maret 2024, kami:
1. ANI, Kepala Dinas Sosial Kota Palu, untuk dan atas nama Dinas Sosial Kota Palu, selanjutnya disebut PIHAK KESATU
2. BUDI, Kepala Dinas Sosial Kota Malang, untuk dan atas nama Dinas Sosial Kota Malang, selanjutnya disebut PIHAK KEDUA
PARA PIHAK sepakat mengubah Perjanjian:
Pasal 8 semula berbunyi "berlaku selama 2 (dua) tahun sejak 4 April 2022" diubah menjadi "berlaku selama 4 (empat) tahun sejak 4 April 2022".
""")
    assert (str(found.term.start), str(found.term.end), found.term.duration) == ("2022-04-04", "2026-04-04", "P4Y")


def test_an_english_memorandum() -> None:
    found = read("""MEMORANDUM OF UNDERSTANDING
BETWEEN
THE GOVERNMENT OF BALI PROVINCE
AND
KOCHI PREFECTURE
ON
FISHERIES TRAINING
Number: 119/KS.01/2023
This Memorandum of Understanding is signed in Denpasar on the 14th day of March 2023 by Ani Lestari, Governor of Bali, acting for and on behalf of the Government of Bali Province.
Article 1
The Parties agree. This Memorandum shall remain in force for a period of three (3) years from the date of signing.
""")
    assert (found.title, found.place) == ("Fisheries Training", "Denpasar")
    assert [party.name for party in found.parties] == ["Pemerintah Provinsi Bali", "Kochi Prefecture"]
