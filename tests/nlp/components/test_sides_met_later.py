"""Sides, days and visits as documents met later tell them: by the title, by cards, on records, in thanks, with letters apart."""

from datetime import date

import pytest

from nlp.components.visits import find_visits
from nlp.extract import extract
from nlp.extraction import DateType, Extraction, Kind
from tests.nlp.components.documents import facts, source


def read(text: str) -> Extraction:
    return extract(source(text).pages)


def roles(found: Extraction) -> dict[str | None, str]:
    return {party.role: party.name for party in found.parties}


def days(found: Extraction) -> dict[str, date]:
    return {fact.type.value: fact.date for fact in found.dates}


_OFFICES = (
    "\n\nDisusun oleh Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kabupaten Kerinci.\n\n"
    "Lima orang pegawai magang di Dinas Sosial Kota Bogor, empat orang di Dinas Perhubungan Kota Bogor."
)


@pytest.mark.parametrize(
    "title",
    [
        "Laporan Magang ASN Kabupaten Kerinci di Kota Bogor",
        "Laporan Magang Pejabat Pengawas Pemerintah Kabupaten Kerinci pada Perangkat Daerah Kota Bogor Provinsi Jawa Barat",
        "Laporan Magang di Kota Bogor: ASN Kabupaten Kerinci Belajar Layanan",
    ],
)
def test_a_title_between_two_regions_makes_the_governments_the_sides(title: str) -> None:
    assert roles(read(f"# {title}{_OFFICES}")) == {
        "home": "Pemerintah Kabupaten Kerinci",
        "host": "Pemerintah Kota Bogor",
    }


def test_an_agency_in_the_title_stays_the_side() -> None:
    text = "# Laporan Magang Pegawai Dinas Sosial Kabupaten Kerinci di Dinas Sosial Kota Bogor\n\nMagang berlangsung lima hari."
    assert roles(read(text)) == {"home": "Dinas Sosial Kabupaten Kerinci", "host": "Dinas Sosial Kota Bogor"}


_RECORD = """BERITA ACARA
SERAH TERIMA PESERTA MAGANG APARATUR SIPIL NEGARA KABUPATEN KERINCI
Pada hari ini, Senin tanggal enam bulan Oktober tahun dua ribu dua puluh lima, bertempat di Bogor, yang bertanda tangan di bawah ini:
1. Nama : Rudi Hartono, S.Sos.
NIP : 197209111998031005
Jabatan : Kepala Badan Kepegawaian Kota Bogor selanjutnya disebut Pihak Penerima
2. Nama : Yuli Astuti, S.Sos.
NIP : 198007142006052001
Jabatan : Sekretaris Badan Kepegawaian Kabupaten Kerinci selanjutnya disebut Pihak Pengirim
menyatakan bahwa delapan orang ASN Kabupaten Kerinci melaksanakan magang sejak 6 Oktober 2025 sampai dengan 17 Oktober 2025, antara lain di RSUD Cibinong."""


def test_a_record_that_two_sides_sign() -> None:
    found = read(_RECORD)
    assert roles(found) == {"home": "Pemerintah Kabupaten Kerinci", "host": "Pemerintah Kota Bogor"}
    assert days(found) == {"signed": date(2025, 10, 6), "start": date(2025, 10, 6), "end": date(2025, 10, 17)}


_POSTPONED = """PEMERINTAH PROVINSI JAMBI
D I N A S   S O S I A L
Jl. Ahmad Yani, Kecamatan Telanaipura, Kota Jambi
Jambi, 4 Maret 2025
Yth. Kepala Dinas Sosial Kota Bogor
di Bogor
Hal : Perubahan Jadwal Magang

Dengan hormat, magang pegawai kami pada Dinas Sosial Kota Bogor tidak dapat dilaksanakan sesuai jadwal semula. Kami mohon penyesuaian berikut:

| Uraian | {once} | {anew} |
| {row} | 10 s.d. 21 Maret 2025 | 21 s.d. 30 April 2025 |
| Jumlah peserta | 8 orang | 5 orang |

KEPALA DINAS,
Drs. Anwar Hakim
NIP 197001011995031001"""


@pytest.mark.parametrize(
    ("once", "anew", "row"),
    [
        ("Semula", "Menjadi", "Waktu"),
        ("Rencana Semula", "Perubahan", "Tanggal pelaksanaan"),
        ("Jadwal Lama", "Jadwal Baru", "Jadwal"),
    ],
)
def test_a_postponed_stay_has_its_new_days_and_a_letterhead_with_its_letters_apart(
    once: str, anew: str, row: str
) -> None:
    found = read(_POSTPONED.format(once=once, anew=anew, row=row))
    told = days(found)
    assert (told["start"], told["end"]) == (date(2025, 4, 21), date(2025, 4, 30))
    assert roles(found) == {"home": "Dinas Sosial Provinsi Jambi", "host": "Dinas Sosial Kota Bogor"}


@pytest.mark.parametrize(
    "thanks",
    [
        "kami menyampaikan terima kasih kepada jajaran Dinas Sosial Kota Bogor yang telah menerima dan membimbing tiga pegawai kami pada 11 s.d. 22 Agustus 2025",
        "kami mengucapkan terima kasih kepada Saudara, karena para pembimbing telah mendampingi tiga pekerja sosial kami pada 11 s.d. 22 Agustus 2025",
    ],
)
def test_who_thanks_for_the_care_of_its_people_has_sent_them(thanks: str) -> None:
    found = read(f"""PEMERINTAH KABUPATEN KERINCI
DINAS SOSIAL
Sungai Penuh, 5 September 2025
Nomor : 400/17/Dinsos
Hal : Ucapan Terima Kasih atas Pelaksanaan Magang
Yth. Kepala Dinas Sosial Kota Bogor
di Bogor

Dengan hormat, {thanks}.

Apabila berkenan, kami akan dengan senang hati menerima kunjungan Dinas Sosial Kota Bogor di Sungai Penuh pada April 2026.

KEPALA DINAS,
Drs. Anwar Hakim
NIP 197001011995031001""")
    assert roles(found) == {"home": "Dinas Sosial Kabupaten Kerinci", "host": "Dinas Sosial Kota Bogor"}
    assert [(visit.visitor, visit.reciprocal) for visit in found.visits] == [("Dinas Sosial Kota Bogor", True)]


def test_a_farewell_told_before_the_first_day_closes_the_stay() -> None:
    found = read("""# Sepuluh ASN Kerinci Tuntaskan Magang di Kota Bogor

BOGOR, 18 November 2025 — Sepuluh aparatur Pemkab Kerinci telah menuntaskan magang di lingkungan Pemkot Bogor. Mereka resmi dilepas oleh Asisten Administrasi Umum dalam acara sederhana, Jumat (14/11/2025).

Rombongan tiba di Bogor pada Senin, 27 Oktober 2025.""")
    assert (days(found)["start"], days(found)["end"]) == (date(2025, 10, 27), date(2025, 11, 14))


HOME, HOST = "Pemerintah Kabupaten Kerinci", "Pemerintah Kota Bogor"


def visits(text: str, home: str = HOME, host: str = HOST, form: str = "docx") -> list[tuple[str | None, str | None]]:
    given = facts(Kind.REPORT, home=home, host=host, published=date(2025, 11, 20))
    return [(visit.visitor, visit.host) for visit in find_visits(source(text, file_format=form), given)]


@pytest.mark.parametrize(
    ("sentence", "visitor", "host"),
    [
        ("Kecamatan Tanah Sareal dijadwalkan bertandang ke Kecamatan Siulak di Kerinci pada Februari 2026 sebagai kunjungan balasan.", "Kecamatan Tanah Sareal Kota Bogor", "Kecamatan Siulak Kabupaten Kerinci"),
        ("Tuan rumah berminat untuk datang; kami telah mengirim undangan agar Dinas Sosial Kota Bogor melakukan kunjungan balasan ke dinas kami pada Maret 2026.", "Dinas Sosial Kota Bogor", "Dinas Sosial Kabupaten Kerinci"),
    ],
)  # fmt: skip
def test_the_offices_that_a_sentence_names_are_the_ends(sentence: str, visitor: str, host: str) -> None:
    assert visits(sentence) == [(visitor, host)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Pihak Bogor belum dapat menjanjikan lawatan ke Kerinci pada Mei 2026.",
        "Pemkot Bogor tidak bisa menjanjikan kunjungan ke Kerinci pada Mei 2026.",
    ],
)
def test_what_nobody_can_promise_is_no_visit(sentence: str) -> None:
    assert visits(sentence) == []


def test_between_two_hospitals_their_kind_names_neither() -> None:
    home, host = "Rumah Sakit Umum Daerah Kerinci Raya Kabupaten Kerinci", "Rumah Sakit Umum Daerah Pakuan Kota Bogor"
    text = "RSUD lain menunggu.\n\nTim mengundang jajaran RSUD Pakuan untuk berkunjung ke Kerinci pada 5 Februari 2026."
    assert visits(text, home, host) == [(host, home)]


def test_lines_of_a_slide_are_statements_of_their_own() -> None:
    text = (
        "- Bupati Kerinci bertemu Wali Kota Bogor pada rapat nasional asosiasi (7–9 Mei 2026)\n"
        "- Tim Pemkot Bogor diundang ke Kerinci, 15–17 Juni 2026, mendampingi pendataan kios"
    )
    assert visits(text, form="pptx") == [(HOST, HOME)]


def test_a_record_of_a_meeting_is_not_signed() -> None:
    text = _RECORD.replace("yang bertanda tangan di bawah ini", "telah dibahas hasil magang").replace(
        "selanjutnya disebut", "sebagai"
    )
    assert DateType.SIGNED not in {fact.type for fact in read(text).dates}
