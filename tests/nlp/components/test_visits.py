from datetime import date
from typing import Any

import pytest

from nlp.components.visits import find_visits
from nlp.extraction import Kind, Visit
from tests.nlp.components.documents import facts, source

SUMBAR = "Pemerintah Provinsi Sumatera Barat"
JATIM = "Pemerintah Provinsi Jawa Timur"


def visits(text: str, kind: Kind = Kind.NEWS, **given: Any) -> list[Visit]:
    given = {"home": SUMBAR, "host": JATIM, **given}
    return find_visits(source(text), facts(kind, **given))


@pytest.mark.parametrize(
    ("sentence", "reciprocal", "start", "end"),
    [
        (
            "Kami mengharapkan setelah ini juga ada kunjungan balasan dari Pemprov Jatim ke Sumatera Barat.",
            True,
            None,
            None,
        ),
        (
            "Pemprov Jatim dijadwalkan melakukan kunjungan balasan ke Padang pada 13-15 Oktober 2025.",
            True,
            date(2025, 10, 13),
            date(2025, 10, 15),
        ),
        ("Pemerintah Provinsi Jawa Timur menyatakan siap berkunjung ke Padang tahun depan.", False, None, None),
        (
            "Kami berharap Pemprov Jatim dapat berkunjung ke Sumatera Barat pada Februari 2025.",
            False,
            date(2025, 2, 1),
            date(2025, 2, 28),
        ),
        ("Pemprov Jatim menjanjikan kunjungan balik ke Padang sesudah Lebaran.", True, None, None),
    ],
)
def test_the_host_is_to_come(sentence: str, reciprocal: bool, start: date | None, end: date | None):
    assert [(v.visitor, v.host, v.reciprocal, v.start, v.end) for v in visits(sentence)] == [
        (JATIM, SUMBAR, reciprocal, start, end)
    ]


def test_the_one_who_is_ready_to_receive_is_the_host():
    found = visits(
        "Pemerintah Provinsi Jawa Timur bersedia menerima kunjungan lanjutan pada bulan November 2025 apabila Sumatera Barat mengirim operator baru."
    )
    assert [(v.visitor, v.host, v.reciprocal) for v in found] == [(SUMBAR, JATIM, False)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Pemkot telah beberapa kali menerima kunjungan untuk studi tiru dari berbagai daerah.",
        "Rombongan Pemprov Sumbar mengunjungi Pemprov Jatim pada 26 Februari 2024.",
        "Kunjungan kerja ini bertujuan mempelajari sistem merit.",
        "ASN Pemprov Sumbar akan mengikuti magang di Jawa Timur.",
        "Kunjungan pasien diharapkan meningkat.",
        "Selama kunjungan, peserta diharapkan menjaga ketertiban.",
    ],
)
def test_what_took_place_or_is_none(sentence: str):
    assert visits(sentence) == []


def test_a_letter_that_asks_to_be_received():
    found = visits(
        "Untuk memperdalam penerapannya, kami mohon kesediaan Saudara menerima kunjungan Kepala BKD Provinsi Sumatera Barat beserta 3 orang pejabat pada hari Rabu dan Kamis, 4 dan 5 November 2026.",
        Kind.LETTER,
        signer="home",
        published=date(2026, 9, 15),
    )
    assert [(v.visitor, v.host, v.start, v.end) for v in found] == [
        (SUMBAR, JATIM, date(2026, 11, 4), date(2026, 11, 5))
    ]


def test_a_letter_that_announces_a_study_visit():
    found = visits(
        "Sehubungan dengan hal tersebut, kami bermaksud melaksanakan studi tiru ke Pemerintah Provinsi Jawa Timur pada tanggal 4 Juni 2026.",
        Kind.LETTER,
        signer="home",
    )
    assert [(v.visitor, v.host, v.start) for v in found] == [(SUMBAR, JATIM, date(2026, 6, 4))]


def test_a_reply_gives_the_day_and_hopes_for_a_visit_in_return():
    found = visits(
        "Pada prinsipnya Pemerintah Provinsi Jawa Timur bersedia menerima kunjungan Pemerintah Provinsi Sumatera Barat.\n"
        "Mengingat pada tanggal tersebut berlangsung rapat, kunjungan kami jadwalkan pada hari Selasa dan Rabu, 19-20 Mei 2026.\n"
        "Kami juga berharap Pemerintah Provinsi Sumatera Barat berkenan menerima kunjungan balasan kami pada bulan September 2026.",
        Kind.LETTER,
        signer="host",
    )
    assert [(v.visitor, v.host, v.reciprocal, v.start) for v in found] == [
        (SUMBAR, JATIM, False, date(2026, 5, 19)),
        (JATIM, SUMBAR, True, date(2026, 9, 1)),
    ]


def test_the_parties_of_an_agreement_by_their_number():
    found = visits(
        "PIHAK KEDUA akan melakukan kunjungan balasan ke PIHAK KESATU pada bulan Oktober 2025 untuk mempelajari lahan rawa.",
        Kind.AGREEMENT,
        parties=(SUMBAR, JATIM),
    )
    assert [(v.visitor, v.host, v.reciprocal, v.start, v.purpose) for v in found] == [
        (JATIM, SUMBAR, True, date(2025, 10, 1), "mempelajari lahan rawa")
    ]


def test_a_clause_that_allows_visits_is_none():
    assert visits("PARA PIHAK dapat saling melakukan kunjungan kerja.", Kind.AGREEMENT, parties=(SUMBAR, JATIM)) == []


HOME_GOES = {"home": "Pemerintah Kabupaten Lahat", "host": "Pemerintah Kota Malang"}


@pytest.mark.parametrize(
    ("sentence", "visitor", "reciprocal"),
    [
        ("Tim Kota Malang dijadwalkan bertandang ke Lahat pada 12 Mei 2025.", "host", False),
        ("Wali Kota Malang menyampaikan keinginan untuk berkunjung ke Lahat.", "host", False),
        ("Tim Malang kami undang berkunjung ke kota kami pada Maret 2025.", "host", False),
        ("Undang balik Pemkot Malang dalam kunjungan balasan ke Lahat, Januari 2025.", "host", True),
        ("Pemkot Malang menyatakan bersedia mengirim dua pegawainya ke Lahat pada Juli 2025.", "host", False),
        ("Pemkot Malang meminta kita menerima kunjungan studi mereka pada Februari 2026.", "host", False),
        ("Kami berencana berkunjung kembali ke Kota Malang pada Mei 2025.", "home", False),
        ("Wali Kota Malang berharap Pemkab Lahat kembali berkunjung.", "home", False),
    ],
)
def test_which_way_a_report_says(sentence: str, visitor: str, reciprocal: bool):
    other = "home" if visitor == "host" else "host"
    assert [(v.visitor, v.host, v.reciprocal) for v in visits(sentence, Kind.REPORT, **HOME_GOES)] == [
        (HOME_GOES[visitor], HOME_GOES[other], reciprocal)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bappeda agar melaksanakan studi tiru ke Kota Bandung pada tahun 2025.",
        "Dinas mengirim laporan ke Gubernur dan akan mengirim data ke pusat.",
        "Masyarakat siap menerima kunjungan petugas sensus pada Mei 2026.",
        "Peserta hadir di aula dan akan mengikuti apel.",
        "Perlu dilakukan kunjungan lapangan rutin oleh puskesmas.",
    ],
)
def test_a_visit_of_neither_side_is_none(sentence: str):
    assert visits(sentence, Kind.REPORT, **HOME_GOES) == []


def test_several_parties_that_visit_one_are_several_visits():
    found = visits(
        "PIHAK KESATU dan PIHAK KEDUA akan mengunjungi PIHAK KETIGA pada 18 s.d. 20 Maret 2025.",
        Kind.MOU,
        parties=("Pemerintah Kota Bukittinggi", "Pemerintah Kota Payakumbuh", "Pemerintah Kota Batu"),
    )
    assert [(v.visitor, v.host) for v in found] == [
        ("Pemerintah Kota Bukittinggi", "Pemerintah Kota Batu"),
        ("Pemerintah Kota Payakumbuh", "Pemerintah Kota Batu"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kunjungan balasan Pemerintah Kota Kupang ke Kabupaten Lahat direncanakan pada bulan Juni 2026.",
        "Rombongan Pemerintah Kota Kupang akan hadir pada festival di Kabupaten Lahat bulan Juni 2026 sebagai kunjungan balasan.",
    ],
)
def test_the_visitor_of_an_agreement_however_the_sentence_is_built(sentence: str):
    parties = ("Pemerintah Kabupaten Lahat", "Pemerintah Kota Kupang")
    found = visits(sentence, Kind.MOU, parties=parties)
    assert [(v.visitor, v.host, v.reciprocal) for v in found] == [(parties[1], parties[0], True)]


def test_a_letter_that_waits_for_those_it_names_after_the_return_visit():
    found = visits(
        "Kami menanti kunjungan balik Pemerintah Kota Malang pada triwulan pertama tahun 2026.",
        Kind.LETTER,
        signer="home",
        **HOME_GOES,
    )
    assert [(v.visitor, v.host) for v in found] == [("Pemerintah Kota Malang", "Pemerintah Kabupaten Lahat")]


@pytest.mark.parametrize(
    ("sentence", "visitor", "reciprocal"),
    [
        ("Semoga tahun depan Malang sudi menengok Lahat.", "host", False),
        ("Sebaliknya giliran Pemkot Malang yang akan menyambangi Lahat antara 14 sampai 17 Juli 2025.", "host", True),
        ("Lawatan balasan Pemkot Malang dijadwalkan pekan ketiga September 2025.", "host", True),
        ("Bupati Lahat mengundang Wali Kota Malang beserta jajaran bertandang ke Lahat pada Mei 2025.", "host", False),
        ("Undang tim Kota Malang melatih operator pada minggu kedua Oktober 2025.", "host", False),
        ("Lahat siap menyambut kedatangan rombongan Kota Malang pada Juli 2026.", "host", False),
        ("Pemkab Lahat menyatakan siap menerima dosen dari Malang sebagai tamu pada Oktober 2025.", "host", False),
        ("Pemkot Malang kami undang ke Lahat pada Februari 2027.", "host", False),
        ("Let us host you back in Lahat, September 2026.", "host", True),
        ("Wali Kota Malang meminta kami datang kembali pada bulan Juli 2026.", "home", False),
    ],
)
def test_a_visit_hoped_for_in_other_words(sentence: str, visitor: str, reciprocal: bool):
    other = "home" if visitor == "host" else "host"
    assert [(v.visitor, v.host, v.reciprocal) for v in visits(sentence, Kind.REPORT, **HOME_GOES)] == [
        (HOME_GOES[visitor], HOME_GOES[other], reciprocal)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kepala distrik seyogianya mendatangi dua RT dalam sebulan dan melihat buku saku.",
        "Kedua daerah sepakat saling berkunjung.",
        "Wali Kota Malang rindu makanan kami, namun belum ada rencana kunjungan balasan.",
        "Tim Lahat melihat loket Kota Malang.",
    ],
)
def test_weak_words_without_a_wish_and_a_side_are_none(sentence: str):
    assert visits(sentence, Kind.REPORT, **HOME_GOES) == []


def test_those_who_went_go_on_to_a_third():
    sentence = "Pemkab Lahat akan menjajaki kunjungan ke Pemerintah Kota Batu pada Maret 2026."
    assert [(v.visitor, v.host) for v in visits(sentence, **HOME_GOES)] == [
        ("Pemerintah Kabupaten Lahat", "Pemerintah Kota Batu")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        f"Sebagai langkah awal {SUMBAR} akan menerima kunjungan balasan {JATIM} pada bulan Agustus 2024.",
        f"{SUMBAR} mengundang delegasi {JATIM} berkunjung ke Padang pada bulan Agustus 2024.",
        "PIHAK KEDUA akan berkunjung ke kebun PIHAK KESATU pada minggu kedua bulan Agustus.",
    ],
)
def test_who_receives_in_an_agreement_is_the_host(sentence: str):
    found = visits(sentence, Kind.MOU, parties=(SUMBAR, JATIM))
    assert [(v.visitor, v.host) for v in found] == [(JATIM, SUMBAR)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bupati berharap hasil kunjungan ke Malang dapat diterapkan.",
        "Setelah kunjungan ke Kota Malang, kami akan membentuk tim.",
        "Lahat mengundang investor dari Malang.",
        "Kami harap Malang melihat Lahat sebagai mitra.",
    ],
)
def test_looking_back_or_calling_others_is_no_visit(sentence: str):
    assert visits(sentence, Kind.REPORT, **HOME_GOES) == []


@pytest.mark.parametrize(
    ("sentence", "visitor", "host"),
    [
        ("Kami mengundang Saudara untuk melakukan kunjungan balasan ke Padang pada Juni 2026.", JATIM, SUMBAR),
        ("Kami tunggu kedatangan rombongan Saudara pada 5 Maret 2026.", JATIM, SUMBAR),
        ("Kami mohon kesediaan Saudara menerima rombongan kami pada Rabu, 4 Maret 2026.", SUMBAR, JATIM),
    ],
)
def test_a_letter_that_invites_or_asks(sentence: str, visitor: str, host: str):
    found = visits(sentence, Kind.LETTER, signer="home")
    assert [(v.visitor, v.host) for v in found] == [(visitor, host)]


@pytest.mark.parametrize(
    ("sentence", "reciprocal", "start", "end"),
    [
        ("Pak Kadis Jatim sudah janji mau main ke Padang Oktober nanti.", False, date(2025, 10, 1), date(2025, 10, 31)),
        ("Pemprov Jatim berniat datang membalas kunjungan pada minggu kedua Mei 2025.", True, date(2025, 5, 8), date(2025, 5, 14)),
        ("Giliran kita menjadi tuan rumah bagi Pemprov Jatim pada Januari.", True, date(2026, 1, 1), date(2026, 1, 31)),
        ("Gubernur Jatim kami harapkan hadir sebagai narasumber rakor di Padang sesudah Iduladha.", False, None, None),
        ("Pemprov Jatim berjanji datang ke Padang sebelum tutup tahun.", False, None, date(2025, 12, 31)),
    ],
)  # fmt: skip
def test_everyday_words_for_a_visit(sentence: str, reciprocal: bool, start: date | None, end: date | None) -> None:
    (visit,) = visits(sentence, Kind.REPORT, published=date(2025, 2, 10))
    assert (visit.visitor, visit.host, visit.reciprocal) == (JATIM, SUMBAR, reciprocal)
    assert (visit.start, visit.end) == (start, end)
    assert visit.when_text


@pytest.mark.parametrize(
    "sentence",
    [
        "Kunjungan balasan tidak direncanakan.",
        "Tidak ada rencana Pemprov Jatim berkunjung ke Sumatera Barat.",
        "Warga akan berkunjung ke Mal Pelayanan Publik Sumatera Barat.",
        "Pemprov Jatim tidak jadi berkunjung ke Padang pada Mei 2025.",
    ],
)
def test_no_visit_to_come(sentence: str) -> None:
    assert visits(sentence, Kind.REPORT) == []


def test_one_sentence_may_promise_both_ways() -> None:
    text = "Pemprov Jatim akan melakukan lawatan ke Sumatera Barat pada 5-7 Mei 2025, dan Pemprov Sumatera Barat akan membalas kunjungan itu pada Juli 2025."
    found = visits(text, Kind.NEWS, published=date(2025, 2, 10))
    assert [(visit.visitor, visit.start) for visit in found] == [(JATIM, date(2025, 5, 5)), (SUMBAR, date(2025, 7, 1))]


def test_a_seat_stands_for_its_province() -> None:
    (visit,) = visits("Kami ingin ke Surabaya lagi tahun depan.", Kind.REPORT)
    assert (visit.visitor, visit.host) == (SUMBAR, JATIM)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sebelum pelatihan dimulai, auditor PIHAK KE SATU meninjau laboratorium PIHAK KE DUA pada tanggal 9 Juni 2025.",
            [(SUMBAR, JATIM, date(2025, 6, 9), date(2025, 6, 9))],
        ),
        (
            "PIHAK KEDUA mengantar para perajin perak belajar ke Padang pada tanggal 3 s.d.\n7 November 2025.",
            [(JATIM, SUMBAR, date(2025, 11, 3), date(2025, 11, 7))],
        ),
        (
            "| Kunjungan kerja | Tim Sumatera Barat ke Surabaya: 2–4 Juli 2025\\nTim Jawa Timur ke Bukittinggi (uji petik): 8 September 2025 |",
            [
                (SUMBAR, JATIM, date(2025, 7, 2), date(2025, 7, 4)),
                (JATIM, SUMBAR, date(2025, 9, 8), date(2025, 9, 8)),
            ],
        ),
        ("PIHAK KESATU telah meninjau kantor PIHAK KEDUA pada tanggal 3 Maret 2025.", []),
        ("PIHAK KESATU dapat meninjau kantor PIHAK KEDUA pada bulan Juni 2025.", []),
        ("PIHAK KESATU meninjau kantor PIHAK KEDUA apabila diperlukan.", []),
    ],
)
def test_an_agreement_tells_what_will_be_as_if_it_were(text: str, expected: list[tuple[str, str, date, date]]) -> None:
    found = visits(text, Kind.AGREEMENT, parties=(SUMBAR, JATIM), published=date(2025, 2, 10))
    assert [(visit.visitor, visit.host, visit.start, visit.end) for visit in found] == expected


def test_a_faculty_without_its_university_is_the_party() -> None:
    faculty, agency = "Fakultas Teknik Universitas Andalas", "Dinas Perhubungan Kabupaten Agam"
    text = "# Kunjungan lapangan\nTim Fakultas Teknik ke Dinas Perhubungan: 5 Mei 2025"
    (visit,) = visits(text, Kind.AGREEMENT, parties=(faculty, agency), published=date(2025, 2, 10))
    assert (visit.visitor, visit.host) == (faculty, agency)


def test_whom_we_invite_comes() -> None:
    (visit,) = visits("Pemprov Jatim kita undang meninjau Padang, 4 Agustus 2025", Kind.REPORT)
    assert (visit.visitor, visit.host, visit.start) == (JATIM, SUMBAR, date(2025, 8, 4))


@pytest.mark.parametrize(
    "sentence",
    [
        "“Saya mengundang Bapak Gubernur dan jajaran untuk berkunjung ke Sumatera Barat pada awal Maret 2026,” katanya.",
        "Kami menanti kehadiran Bapak dan Ibu mentor di Padang.",
        "Kedua daerah sepakat melanjutkannya dengan lawatan pejabat Jawa Timur ke Sumatera Barat.",
        "Ia berharap para mentor dapat berkunjung ke daerah asal peserta.",
        "Tuan rumah berpesan: “Lain waktu kami yang datang.”",
        "Pemprov Jatim menyatakan siap memenuhi undangan Gubernur Sumatera Barat.",
        "Suatu saat Jawa Timur mesti main ke Sumatera Barat.",
        "Pemprov Jatim segera menyusun jadwal kunjungan ke Sumatera Barat.",
        "“Kalau ke barat, singgahlah di Sumatera Barat.”",
        "Gubernur Sumatera Barat menunggu rombongan Jawa Timur di Padang sesudah Lebaran.",
        "Pemprov Jatim perlu diundang ke Sumatera Barat.",
        "Tim Jawa Timur minta gantian diterima di Sumatera Barat.",
        "“Insyaallah saya dan dua staf balas datang,” kata Gubernur Jawa Timur.",
    ],
)
def test_the_place_to_come_to_is_the_host(sentence: str) -> None:
    assert [(visit.visitor, visit.host) for visit in visits(sentence)] == [(JATIM, SUMBAR)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Menteri Pertanian dijadwalkan berkunjung ke Jawa Timur untuk panen raya.",
        "Peserta magang akan tiba di Jawa Timur pada 24 November 2026.",
        "Kunjungan kami ke Jawa Timur yang direncanakan 20 November 2026 dibatalkan.",
        "Kunjungan balasan ke Sumatera Barat berlangsung 3 Maret 2025.",
    ],
)
def test_visits_of_others_and_those_called_off_are_none(sentence: str) -> None:
    assert visits(sentence, Kind.REPORT, published=date(2026, 10, 1)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kunjungan balasan Jawa Timur ke Sumatera Barat: Maret 2027",
        "# Langkah berikut\n- Tim Jawa Timur ke Sumatera Barat (kunjungan balik)",
    ],
)
def test_a_slide_notes_a_return_visit_without_a_verb(text: str) -> None:
    (visit,) = visits(text, Kind.REPORT, published=date(2026, 10, 1))
    assert (visit.visitor, visit.host, visit.reciprocal) == (JATIM, SUMBAR, True)


def test_the_day_on_which_it_was_said_is_not_the_day_of_the_visit() -> None:
    (visit,) = visits(
        "“Kami tunggu kedatangan Gubernur Jawa Timur di Padang,” kata Mahyeldi, Kamis (4/9/2025).",
        published=date(2025, 9, 4),
    )
    assert (visit.visitor, visit.start) == (JATIM, None)


def test_a_visit_that_is_moved_has_its_new_day() -> None:
    (visit,) = visits(
        "Kunjungan kerja kami yang semula dijadwalkan tanggal 14 April 2026 diubah menjadi tanggal 28 April 2026.",
        Kind.LETTER,
        signer="home",
        published=date(2026, 4, 2),
    )
    assert (visit.visitor, visit.host, visit.start) == (SUMBAR, JATIM, date(2026, 4, 28))


def test_the_address_of_a_letter_is_no_part_of_its_first_sentence() -> None:
    (visit,) = visits(
        "Yth. Kepala Badan Kepegawaian Daerah Provinsi Jawa Timur\ndi – Surabaya\n"
        "Bersama ini kami mohon kiranya dapat diterima untuk melaksanakan studi tiru di instansi Saudara pada 4 Juni 2026.",
        Kind.LETTER,
        signer="home",
    )
    assert (visit.visitor, visit.host) == (SUMBAR, JATIM)


@pytest.mark.parametrize(
    ("clause", "visitor"),
    [
        ("PIHAK KESATU mengundang PIHAK KEDUA menghadiri evaluasi pada bulan Agustus 2025.", JATIM),
        ("Kunjungan persiapan oleh PIHAK KESATU ke PIHAK KEDUA dilaksanakan pada tanggal 10 Maret 2025.", SUMBAR),
        ("PIHAK KEDUA menerima kunjungan pendahuluan dari PIHAK PERTAMA pada bulan Agustus 2025.", SUMBAR),
    ],
)
def test_a_clause_that_invites_prepares_or_receives(clause: str, visitor: str) -> None:
    (visit,) = visits(clause, Kind.AGREEMENT, parties=(SUMBAR, JATIM), published=date(2025, 2, 10))
    assert visit.visitor == visitor
