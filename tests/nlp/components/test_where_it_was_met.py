"""The town of an event in the press, the headline below a slogan, the day of the page's program, a circular's title and number."""

import pytest

from nlp.components.headline import headline
from nlp.components.numbers import numbers_of
from nlp.components.report_title import report_title
from nlp.components.title import title_of
from nlp.extract import extract
from nlp.extraction import Kind
from tests.nlp.components.documents import source

_TAIL = (
    '\n"Kerja sama ini kami syukuri bersama," kata Bupati Alor, Rina Wati.\n"Kami siap menindaklanjutinya," ujar Wali Kota Batu, Budi Hasan.\n'
    "Penandatanganan nota kesepahaman tersebut disaksikan oleh para kepala perangkat daerah dari kedua wilayah yang hadir.\n"
)


@pytest.mark.parametrize(
    ("body", "town"),
    [
        # The paper stands before the town.
        ("KABARTIMUR.CO.ID,ENDE -- Bupati Alor dan Wali Kota Batu menandatangani nota kesepahaman tentang pengelolaan arsip daerah.", "Ende"),
        ("SUARA, TANJUNG SELOR — Bupati Alor dan Wali Kota Batu menandatangani nota kesepahaman tentang pengelolaan arsip daerah.", "Tanjung Selor"),
        # The room with its town and the day speaks louder than where the article was written.
        (
            "Surabaya, kabar.today – Bupati Alor dan Wali Kota Batu menandatangani nota kesepahaman di Ballroom Hotel Lestari, Kota Madiun, Sabtu (14/6/2025).",
            "Madiun",
        ),
        (
            "Surabaya, kabar.today – Bupati Alor dan Wali Kota Batu menandatangani nota kesepahaman di Gedung Diklat Kampus Jember, Senin (16/6/2025).",
            "Jember",
        ),
        (
            "Kalabahi – Bupati Alor dan Wali Kota Batu menandatangani nota kesepahaman yang dilaksanakan di Balai Desa Watu Kecamatan Lela Kabupaten Sikka.",
            "Sikka",
        ),
    ],
)  # fmt: skip
def test_the_town_of_an_event(body: str, town: str) -> None:
    text = f"Bupati Alor dan Wali Kota Batu Teken Nota Kesepahaman\n\n{body}{_TAIL}"
    found = extract(source(text, file_format="txt").pages)
    assert (found.kind, found.place) == (Kind.NEWS, town)


def test_a_slogan_is_no_headline() -> None:
    text = f"Kabar Cepat, Aktual dan Terpercaya\n\nBupati Alor Terima Kunjungan Wali Kota Batu\n\nKalabahi – Bupati Alor.{_TAIL}"
    assert headline(source(text)) == "Bupati Alor Terima Kunjungan Wali Kota Batu"


@pytest.mark.parametrize(
    "stamp", ["Diunggah pada : 11 Juni 2025 16:01", "Tayang: 11 Juni 2025", "Diposting : Rabu, 11 Juni 2025"]
)
def test_the_day_of_the_pages_program(stamp: str) -> None:
    text = (
        f"Jumat, 1 Mei 2026\n\nBupati Alor Terima Kunjungan Wali Kota Batu\n\n{stamp}\n\n"
        f"Kalabahi – Bupati Alor menerima kunjungan kerja Wali Kota Batu beserta rombongan di ruang kerjanya.{_TAIL}"
    )
    found = extract(source(text, file_format="txt").pages)
    assert [fact.date.isoformat() for fact in found.dates if fact.type.value == "published"] == ["2025-06-11"]


def test_a_circular_below_its_addressees() -> None:
    people = "\n".join(f"{number}. Kepala Bagian {number};" for number in range(1, 14))
    text = source(
        f"BADAN ARSIP NEGARA\nJalan Melati Nomor 1\n\nYth. para kepala\n{people}\ndi lingkungan Badan Arsip Negara\n\nSURAT EDARAN\n"
        "KEPALA BADAN ARSIP NEGARA\nNOMOR 5 TAHUN 2023\nTENTANG\nPEMBELAJARAN MANDIRI PEGAWAI (PMP)\n\n1. Latar Belakang\nDalam rangka …"
    )
    assert numbers_of(text, Kind.OTHER) == ["5 TAHUN 2023"]
    assert title_of(text, Kind.OTHER) == "Pembelajaran Mandiri Pegawai (PMP)"


def test_a_title_on_one_long_line() -> None:
    long = (
        "LAPORAN STUDI TIRU TENTANG PENYUSUNAN RANCANGAN PEDOMAN PENGELOLAAN ARSIP DINAMIS DAN PERLINDUNGAN ARSIP VITAL DI LINGKUNGAN "
        "SEKRETARIAT DAERAH KABUPATEN ALOR KE DINAS PERPUSTAKAAN DAN KEARSIPAN KOTA BATU"
    )
    text = source(f"{long} TANGGAL 22 S.D 24 SEPTEMBER 2025\nI. PENDAHULUAN\nPedoman tentang\nPenataan arsip.\n")
    assert (title_of(text, Kind.REPORT) or "").upper() == long


def test_the_letterhead_of_the_police_is_no_title() -> None:
    text = source(
        "KEPOLISIAN DAERAH MALUKU\nBIDANG KEDOKTERAN DAN KESEHATAN\nRUMAH SAKIT BHAYANGKARA TK. III AMBON\n\nLAPORAN STUDI BANDING\n"
        "DI RSUD KOTA BATU\nTanggal 5 September 2024\n"
    )
    assert report_title(text) == "Laporan Studi Banding di RSUD Kota Batu"
