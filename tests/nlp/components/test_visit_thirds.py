"""Visits with third parties, in minutes, rundowns, schedules and orders; those put off, declined or called off."""

from datetime import date

import pytest

from nlp.components.dates import find_dates
from nlp.components.institutions import find_institutions
from nlp.components.visits import find_visits
from nlp.extraction import Kind, Visit
from tests.nlp.components.documents import facts, source

HOME = "Pemerintah Kabupaten Sumba Timur"
HOST = "Pemerintah Kota Salatiga"
NGADA = "Pemerintah Kabupaten Ngada"
COMES = (HOST, HOME)
GOES = (HOME, HOST)


def visits(text: str, kind: Kind, *, parties: bool = True) -> list[Visit]:
    found = facts(
        kind,
        home=HOME if parties else None,
        host=HOST if parties else None,
        published=date(2025, 6, 1) if parties else None,
        signer="home" if kind is Kind.LETTER else None,
    )
    document = source(text)
    found.institutions = find_institutions(document.text)
    found.date_mentions = find_dates(document.text)
    return find_visits(document, found)


def ways(text: str, kind: Kind, *, parties: bool = True) -> list[tuple[str | None, str | None]]:
    return [(visit.visitor, visit.host) for visit in visits(text, kind, parties=parties)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Dari Salatiga, rombongan dijadwalkan melanjutkan kunjungan ke Pemerintah Kota Magelang pada Jumat, 20 Juni 2025.",
            [(HOME, "Pemerintah Kota Magelang")],
        ),
        (
            "Sebelum pulang, tim juga akan singgah di Pemkab Boyolali pada 21 Juni 2025 untuk melihat pasar hewan.",
            [(HOME, "Pemerintah Kabupaten Boyolali")],
        ),
        (
            "Pemkab Ngada juga telah menyampaikan minat bertandang ke Sumba Timur pada November 2025.",
            [(NGADA, HOME)],
        ),
        ("“Gantian nanti kami yang ke Waingapu, mungkin Agustus,” kata Sekda Salatiga.", [COMES]),
        ("“November nanti rombongan Salatiga balik mengunjungi kita,” tuturnya.", [COMES]),
        ("Kepala bidangnya berjanji menengok kami di Waingapu pada Februari 2026.", [COMES]),
        ("Kunjungan ke Kabupaten Demak yang tercantum pada jadwal lama dicoret.", []),
        ("Rencana kunjungan balasan Pemkot Salatiga terpaksa diurungkan.", []),
    ],
)
def test_in_an_article(sentence: str, expected: list[tuple[str, str]]):
    assert ways(sentence, Kind.NEWS) == expected


def test_the_agency_that_comes_not_its_government():
    found = ways("Bappeda Kota Salatiga menyatakan bersedia datang ke Waingapu pada Mei 2026.", Kind.REPORT)
    assert found == [("Badan Perencanaan Pembangunan Daerah Kota Salatiga", HOME)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Sampai jumpa di Waingapu, November 2025!", [COMES]),
        ("Perlu mengundang narasumber dari BKN ke Waingapu pada bulan Agustus 2025.", []),
    ],
)
def test_on_a_closing_slide(sentence: str, expected: list[tuple[str, str]]):
    assert ways(sentence, Kind.REPORT) == expected


def test_a_visit_put_off():
    (visit,) = visits(
        "Kunjungan balasan Pemkot Salatiga yang dijanjikan 3 Juli 2025 ditunda hingga Oktober 2025.", Kind.NEWS
    )
    assert (visit.visitor, visit.start, visit.end) == (HOST, date(2025, 10, 1), date(2025, 10, 31))
    (later,) = visits(
        "Kunjungan balasan Pemkot Salatiga yang dijanjikan 3 Juli 2025 ditunda karena pilkada.", Kind.NEWS
    )
    assert later.start is None


def test_lines_of_a_calendar_stand_apart():
    found = visits(
        "# SETELAH INI\n22 Juni 2025  rapat hasil dengan seluruh sekretaris perangkat daerah\n"
        "Triwulan IV 2025  tim Salatiga kami undang ke Waingapu: kunjungan balik",
        Kind.REPORT,
    )
    assert [(visit.visitor, visit.start) for visit in found] == [(HOST, date(2025, 10, 1))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Kami menyanggupi menerima Saudara pada Senin dan Selasa, 4 dan 5 Agustus 2025.", [COMES]),
        ("Perkenankan kami mengundang Bapak dan tim untuk ganti melihat daerah kami pada 4 Agustus 2025.", [COMES]),
        ("Mohon perkenan Ibu menerima kunjungan tim Pemkot Salatiga di Waingapu pada 4 Agustus 2025.", [COMES]),
        (
            "Kami juga bermaksud melanjutkan perjalanan ke Pemerintah Kota Semarang pada tanggal 6 Agustus 2025.",
            [(HOME, "Pemerintah Kota Semarang")],
        ),
        (
            "Kami laporkan bahwa Pemkab Ngada meminta diterima pada 21 Agustus 2025. Mereka akan datang dengan 12 orang.",
            [(NGADA, HOME)],
        ),
        (
            "Pemkab Ngada meminta diterima pada 21 Agustus 2025. Namun bulan itu kita tidak sanggup menerima.",
            [],
        ),
        (
            "Dengan ini kami mengundang Saudara menghadiri Pasola yang akan diselenggarakan pada 12 Februari 2026.",
            [COMES],
        ),
        ("Dengan ini kami mengundang Saudara menghadiri rapat koordinasi pada 12 Februari 2026.", []),
        ("Kunjungan lanjutan yang akan berlangsung September 2025 terpaksa kami urungkan.", []),
    ],
)
def test_in_a_letter(sentence: str, expected: list[tuple[str, str]]):
    assert ways(sentence, Kind.LETTER) == expected


def test_an_order_lists_what_is_to_come():
    text = "# SURAT PERINTAH TUGAS\nUntuk :\n- Melaksanakan kunjungan kerja ke Pemerintah Kota Salatiga pada tanggal 4 s.d. 6 Agustus 2025;\n- Melanjutkan kunjungan ke Pemerintah Kota Magelang pada 7 Agustus 2025."
    assert ways(text, Kind.LETTER) == [GOES, (HOME, "Pemerintah Kota Magelang")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "PEMERINTAH KABUPATEN SUMBA TIMUR\nNOTULEN RAPAT\nHari/tanggal : Senin, 2 Juni 2025\nAcara : Persiapan Studi Tiru ke Kota Salatiga\n\n"
            "- Disepakati kita menerima kunjungan Pemkab Ngada pada 21 Agustus 2025.",
            [GOES, (NGADA, HOME)],
        ),
        (
            "RUNDOWN KUNJUNGAN KERJA\nPEMERINTAH KABUPATEN NGADA KE PEMERINTAH KABUPATEN SUMBA TIMUR\nKamis, 21 Agustus 2025\nDisusun Bagian Protokol, 4 Agustus 2025",
            [(NGADA, HOME)],
        ),
        (
            "NOTULEN\nPEMERINTAH KABUPATEN SUMBA TIMUR\nTanggal: 2 Juni 2025\nTindak lanjut: kunjungan balasan ke Kota Salatiga, Oktober 2025, oleh Bagian Organisasi.",
            [GOES],
        ),
        (
            "PEMERINTAH KABUPATEN SUMBA TIMUR\nJADWAL KUNJUNGAN\nTanggal : 2 Juni 2025\n\n| No | Tanggal | Tujuan | Kegiatan |\n"
            "| 1 | 4 Agustus 2025 | Pemerintah Kota Salatiga | Studi tiru perizinan |\n| 2 | 12 Mei 2025 | Pemerintah Kota Kupang | Kunjungan kerja |",
            [GOES],
        ),
        (
            "PEMERINTAH KABUPATEN SUMBA TIMUR\nDAFTAR TAMU\nTanggal : 2 Juni 2025\n\n| No | Hari/Tanggal | Tamu | Keperluan |\n"
            "| 1 | Senin, 4 Agustus 2025 | Kabupaten Ngada | Kunjungan kerja |",
            [(NGADA, HOME)],
        ),
        (
            "PEMERINTAH KABUPATEN SUMBA TIMUR\nDAFTAR HADIR\nTanggal : 2 Juni 2025\nRapat evaluasi magang di Kota Salatiga",
            [],
        ),
    ],
)
def test_papers_that_are_no_letters(text: str, expected: list[tuple[str, str]]):
    assert ways(text, Kind.OTHER, parties=False) == expected
