"""The document's own dates and the term."""

from datetime import date

import pytest

from nlp.components.term_lengths import after
from nlp.extract import extract
from nlp.extraction import DateType, Extraction, Kind
from tests.nlp.components.documents import source

SIGNED = "Pada hari ini Selasa tanggal dua puluh bulan Februari tahun dua ribu dua puluh empat (20-02-2024) bertempat di Surabaya, kami yang bertanda tangan di bawah ini:"


def agreement(term: str, *, opening: str = SIGNED, ending: str = "") -> Extraction:
    text = f"""PERJANJIAN KERJA SAMA
ANTARA
DINAS SOSIAL KOTA MALANG
DENGAN
DINAS SOSIAL KOTA BLITAR
TENTANG
MAGANG
{opening}
1. ANI, Kepala Dinas Sosial Kota Malang, diangkat dengan Keputusan Nomor 8/2020 tanggal 3 Januari 2020, untuk dan atas nama Dinas Sosial Kota Malang, selanjutnya disebut PIHAK KESATU;
2. BUDI, Kepala Dinas Sosial Kota Blitar, untuk dan atas nama Dinas Sosial Kota Blitar, selanjutnya disebut PIHAK KEDUA.
PARA PIHAK mengingat Nota Kesepahaman Nomor 1/NK/2022 tanggal 5 Mei 2022 sepakat:
Pasal 1
PELAKSANAAN
Magang berlangsung 5 (lima) hari kerja setiap angkatan. Laporan disampaikan paling lambat 30 (tiga puluh) hari setelah magang.
Pasal 2
JANGKA WAKTU
{term}
Pasal 3
KEADAAN KAHAR
Pemberitahuan paling lambat 7 (tujuh) hari sejak keadaan terjadi. Kerahasiaan tetap berlaku 2 (dua) tahun setelah Perjanjian berakhir.
Pasal 4
PENUTUP
Perjanjian Kerja Sama ini dibuat dalam rangkap 2 (dua).
{ending}"""
    return extract(source(text).pages)


def term(found: Extraction) -> tuple[str | None, str | None, str | None]:
    return (
        found.term.start.isoformat() if found.term.start else None,
        found.term.end.isoformat() if found.term.end else None,
        found.term.duration,
    )


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (
            "Perjanjian ini berlaku untuk jangka waktu 3 (tiga) tahun terhitung sejak tanggal ditandatanganinya.",
            ("2024-02-20", "2027-02-20", "P3Y"),
        ),
        (
            "Perjanjian ini berlaku 4 (empat) tahun terhitung mulai tanggal (TMT) 1 April 2024.",
            ("2024-04-01", "2028-04-01", "P4Y"),
        ),
        (
            "Perjanjian ini berlaku dari bulan Maret 2024 sampai dengan Desember 2024.",
            ("2024-03-01", "2024-12-31", None),
        ),
        (
            "Perjanjian ini berlaku per 1 Mei 2024 untuk jangka waktu dua tahun enam bulan.",
            ("2024-05-01", "2026-11-01", "P2Y6M"),
        ),
        ("Jangka waktu Perjanjian ini berlaku 1 (satu) tahun anggaran.", (None, "2024-12-31", None)),
        (
            "Perjanjian ini berlaku 12 (dua belas) bulan sejak ditandatangani oleh PARA PIHAK.",
            ("2024-02-20", "2025-02-20", "P12M"),
        ),
        (
            "Perjanjian ini berlaku selama 2 (dua) tahun 6 (enam) bulan terhitung mulai tanggal ditandatangani.",
            ("2024-02-20", "2026-08-20", "P2Y6M"),
        ),
        (
            "Perjanjian ini mengikat PARA PIHAK selama 4 (empat) tahun terhitung dari tanggal sebagaimana tercantum pada bagian awal naskah.",
            ("2024-02-20", "2028-02-20", "P4Y"),
        ),
        (
            "Kerja sama berlangsung 3 (tiga) tahun, dihitung dari saat PARA PIHAK membubuhkan tanda tangan.",
            ("2024-02-20", "2027-02-20", "P3Y"),
        ),
        (
            "Perjanjian ini berlaku terhitung 1 April 2024 dan gugur demi waktu pada 31 Maret 2027.",
            ("2024-04-01", "2027-03-31", None),
        ),
        (
            "Perjanjian ini diteruskan untuk 3 (tiga) tahun berikutnya, terhitung tanggal 1 April 2024 hingga dengan 31 Maret 2027.",
            ("2024-04-01", "2027-03-31", "P3Y"),
        ),
        (
            "Pasal 6 yang semula berbunyi “Perjanjian ini berakhir pada tanggal 5 Mei 2024”, diubah menjadi: “Perjanjian ini berakhir pada tanggal 31 Desember 2025”.",
            (None, "2025-12-31", None),
        ),
        (
            "Perjanjian ini berlaku terhitung sejak ditandatangani sampai dengan tanggal 30 November 2025.",
            ("2024-02-20", "2025-11-30", None),
        ),
        (
            "Perjanjian ini berlaku sejak tanggal 1 Januari 2024 s.d. 31 Desember 2026.",
            ("2024-01-01", "2026-12-31", None),
        ),
        (
            "Perjanjian ini berlaku 90 (sembilan puluh) hari kalender terhitung sejak tanggal 1 Juni 2024.",
            ("2024-06-01", "2024-08-30", "P90D"),
        ),
        ("Perjanjian ini berlaku sampai dengan selesainya seluruh rangkaian kegiatan.", (None, None, None)),
        (
            "Apabila tidak ada pemberitahuan paling lambat 60 (enam puluh) hari sebelum akhir tahun, Perjanjian ini diperpanjang dengan sendirinya.",
            (None, None, None),
        ),
        (
            "(1) Perjanjian ini mulai berlaku sejak tanggal ditandatangani.\n(2) Jangka waktu Perjanjian ini adalah 5 (lima) tahun dan dapat "
            "diperpanjang.\n(3) Perpanjangan diajukan paling lambat 3 (tiga) bulan sebelum berakhir.",
            ("2024-02-20", "2029-02-20", "P5Y"),
        ),
    ],
)
def test_term(clause: str, expected: tuple[str | None, str | None, str | None]) -> None:
    assert term(agreement(clause)) == expected


def test_only_an_end_computed_is_derived() -> None:
    found = agreement("Perjanjian ini berlaku selama 3 (tiga) tahun terhitung sejak ditandatangani.")
    assert {fact.type: fact.derived for fact in found.dates} == {
        DateType.SIGNED: False,
        DateType.START: False,
        DateType.END: True,
    }


def test_words_beat_the_figure_with_a_warning() -> None:
    found = agreement("Perjanjian ini berlaku selama 5 (tiga) tahun terhitung sejak ditandatangani.")
    assert found.term.duration == "P3Y"
    assert any("angka 5" in warning for warning in found.warnings)


def test_blanks_give_no_date() -> None:
    found = agreement(
        "Perjanjian ini berlaku selama 4 (empat) tahun sejak tanggal ditandatangani.",
        opening="Pada hari ini ........, tanggal ........ bulan ........ tahun dua ribu dua puluh enam bertempat di ........, yang bertanda tangan di bawah ini:",
    )
    assert (found.dates, found.place) == ((), None)
    assert term(found) == (None, None, "P4Y")


def test_signed_at_the_end() -> None:
    found = agreement(
        "Perjanjian ini berlaku 1 tahun sejak ditandatangani.",
        opening="Kami yang bertanda tangan di bawah ini:",
        ending="Malang, 4 Oktober 2021",
    )
    assert term(found) == ("2021-10-04", "2022-10-04", "P1Y")
    assert found.place == "Malang"


@pytest.mark.parametrize(
    ("start", "duration", "end"),
    [
        (date(2024, 2, 29), "P1Y", date(2025, 2, 28)),
        (date(2024, 8, 29), "P2Y6M", date(2027, 2, 28)),
        (date(2024, 1, 31), "P1M", date(2024, 2, 29)),
        (date(2024, 1, 1), "P90D", date(2024, 3, 31)),
        (date(2024, 1, 1), "P", None),
    ],
)
def test_after(start: date, duration: str, end: date | None) -> None:
    assert after(start, duration) == end


def test_a_reply_that_moves_the_days_counts() -> None:
    text = """BUPATI BELITUNG
Tanjungpandan, 27 April 2026
Nomor : 400.6.6/1094/DISPAR/2026
Hal : Kesediaan Menerima Kunjungan Studi Tiru
Yth. Bupati Natuna
di Ranai
Menjawab surat Saudara Nomor 500.13/221/DISPAR-NTN/2026 tanggal 14 April 2026 perihal Permohonan Studi Tiru pada tanggal 12 sampai dengan 13 Mei 2026, disampaikan:
1. Pada prinsipnya Pemerintah Kabupaten Belitung bersedia menerima kunjungan Pemerintah Kabupaten Natuna.
2. Kunjungan kami jadwalkan pada hari Selasa dan Rabu, 19-20 Mei 2026.
Demikian, terima kasih."""
    found = extract(source(text).pages)
    assert {(fact.type.value, fact.date.isoformat()) for fact in found.dates} == {
        ("published", "2026-04-27"),
        ("start", "2026-05-19"),
        ("end", "2026-05-20"),
    }


def test_a_day_of_speech_is_no_start() -> None:
    text = """Puluhan ASN Sumbar Magang di Jawa Timur
SURABAYA – Sebanyak 26 ASN Pemerintah Provinsi Sumatera Barat magang di Pemerintah Provinsi Jawa Timur selama lima hari, 26 Februari hingga 1 Maret 2024.
“Kami menyambut baik,” ujar Jazuli, Selasa (27/2/2024).
“Kegiatan ini penting,” katanya."""
    found = extract(source(text, file_format="txt").pages)
    assert {(fact.type.value, fact.date.isoformat()) for fact in found.dates} == {
        ("start", "2024-02-26"),
        ("end", "2024-03-01"),
        ("event", "2024-02-27"),
    }


SHORT = """NOTA KESEPAHAMAN
ANTARA
PEMERINTAH KOTA MALANG
DENGAN
PEMERINTAH KOTA BATU
TENTANG
PARIWISATA
Kami yang bertanda tangan di bawah ini:
1. Ani Wati, S.E., Wali Kota Malang, bertindak untuk dan atas nama Pemerintah Kota Malang, selanjutnya disebut PIHAK KESATU;
2. Budi Santosa, S.H., Wali Kota Batu, bertindak untuk dan atas nama Pemerintah Kota Batu, selanjutnya disebut PIHAK KEDUA.
{behind}
Nota Kesepahaman ini berlaku {term}.
{closing}"""


@pytest.mark.parametrize(
    ("behind", "closing"),
    [
        ("PARA PIHAK pada hari Rabu tanggal 7 Mei 2025 di Batu sepakat bekerja sama.", ""),
        (
            "PARA PIHAK sepakat bekerja sama.",
            "Ditandatangani secara sirkuler pada hari Rabu tanggal 7 Mei 2025 di Batu.",
        ),
        (
            "PARA PIHAK telah mengikat Kesepakatan Bersama yang ditandatangani di Malang pada hari Kamis tanggal 31 Desember 2020.",
            "Batu, 7 Mei 2025",
        ),
    ],
)
def test_the_day_of_signing_stands_behind_the_parties_or_at_the_end(behind: str, closing: str):
    text = SHORT.format(behind=behind, term="sejak tanggal ditandatangani s.d. 31 Desember 2026", closing=closing)
    found = extract(source(text).pages)
    assert [fact.date.isoformat() for fact in found.dates if fact.type == "signed"] == ["2025-05-07"]
    assert found.term.end is not None
    assert found.term.end.isoformat() == "2026-12-31"


def test_the_end_of_a_term_is_no_day_of_signing():
    text = SHORT.format(behind="", term="sejak ditandatangani sampai dengan tanggal 30 November 2026", closing="")
    assert all(fact.type != "signed" for fact in extract(source(text).pages).dates)


def test_the_column_of_what_held_before_is_no_term():
    rows = (
        "No | Pasal | Semula | Menjadi\n"
        "1 | Pasal 9 | Berlaku 2 (dua) tahun sampai dengan 31 Desember 2024 | Berlaku mulai 1 Januari 2025 sampai dengan 31 Maret 2026"
    )
    text = SHORT.format(behind=rows, term="bagi PARA PIHAK", closing="Batu, 7 Desember 2024")
    term = extract(source(text).pages).term
    assert (str(term.start), str(term.end)) == ("2025-01-01", "2026-03-31")


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (
            "Perjanjian ini efektif per 1 Januari 2025 dan selesai pada 31 Desember 2028.",
            ("2025-01-01", "2028-12-31", None),
        ),
        (
            "Perjanjian ini berlaku sejak tanggal ditandatangani dan berakhir dengan sendirinya pada tanggal 31 Desember 2029.",
            ("2024-02-20", "2029-12-31", None),
        ),
        (
            "Masa kerja sama ditetapkan 18 (delapan belas) bulan, dihitung dari hari penandatanganan ini.",
            ("2024-02-20", "2025-08-20", "P18M"),
        ),
        (
            "Perjanjian berjalan sejak hari penandatanganan hingga lewat 120 (seratus dua puluh) hari kalender sesudahnya.",
            ("2024-02-20", "2024-06-19", "P120D"),
        ),
    ],
)
def test_a_term_in_other_words(clause: str, expected: tuple[str | None, str | None, str | None]) -> None:
    assert term(agreement(clause)) == expected


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("Magang dimulai Selasa, 1 Juli 2025 dan diakhiri Kamis, 31 Juli 2025.", "2025-07-01", "2025-07-31"),
        ("Mulai : 02.02.2026\nSelesai : 13.02.2026", "2026-02-02", "2026-02-13"),
        ("Magang lamanya 5 (lima) hari kerja terhitung mulai tanggal 21 April 2025.", "2025-04-21", "2025-04-25"),
    ],
)
def test_the_first_and_the_last_day_each_have_a_word(sentence: str, start: str, end: str) -> None:
    text = f"LAPORAN MAGANG\nBKPSDM Kabupaten Kebumen di BKPSDM Kota Batu\nWaktu\n{sentence}\nSARAN\nDinas Sosial menyusun kalender."
    found = extract(source(text).pages)
    assert [(fact.type.value, fact.date.isoformat()) for fact in found.dates] == [("start", start), ("end", end)]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("Naskah ini mulai dijalankan saat diteken, untuk masa dua tahun.", ("2024-02-20", "2026-02-20", "P2Y")),
        ("Perjanjian ini berumur 18 bulan, dihitung sejak hari ini.", ("2024-02-20", "2025-08-20", "P18M")),
        ("Perjanjian hidup sejak diteken dan gugur bersama tutupnya Tahun Anggaran 2025.", ("2024-02-20", "2025-12-31", None)),
        ("Kerja sama dimulai tanggal 4 Maret 2024 dan usai tanggal 3 Maret 2025.", ("2024-03-04", "2025-03-03", None)),
        ("Perjanjian dihitung dari 1 Maret 2024 dan berjalan selama dua setengah tahun.", ("2024-03-01", "2026-09-01", "P30M")),
        ("Pekerjaan diselesaikan dalam 60 (enam puluh) hari kerja sejak perjanjian ini ditandatangani.", (None, None, None)),
    ],
)  # fmt: skip
def test_a_term_in_everyday_words(clause: str, expected: tuple[str | None, str | None, str | None]) -> None:
    assert term(agreement(clause)) == expected


def test_a_term_in_a_form() -> None:
    rows = "| Butir | Lama | Perpanjangan ini |\n| Mulai | 1-3-2022 | 1-3-2024 |\n| Habis | 28-2-2024 | 28-2-2026 |"
    assert term(agreement("Lihat formulir.", ending=rows)) == ("2024-03-01", "2026-02-28", None)


def test_the_last_signature_counts() -> None:
    found = agreement(
        "Perjanjian ini berlaku 1 (satu) tahun sejak tanda tangan yang terakhir.",
        opening="Kami yang bertanda tangan di bawah ini:",
        ending="Malang, 3 Mei 2024\nBlitar, 17 Mei 2024",
    )
    assert term(found) == ("2024-05-17", "2025-05-17", "P1Y")


def story(kind: Kind, text: str, monkeypatch: pytest.MonkeyPatch) -> set[tuple[str, str]]:
    monkeypatch.setattr("nlp.components.kind.kind_of", lambda source: kind)
    found = extract(source(text).pages)
    return {(fact.type.value, fact.date.isoformat()) for fact in found.dates if fact.type is not DateType.EVENT}


TWO_WEEKS = {("start", "2025-03-03"), ("end", "2025-03-14")}


@pytest.mark.parametrize(
    "text",
    [
        "Kami bertolak dari Malang Senin, 3 Maret 2025 dan tiba kembali Jumat, 14 Maret 2025.",
        "Hari pertama kami jatuh pada 3 Maret 2025; hari terakhir 14 Maret 2025.",
        "Magang dibuka Senin, 3 Maret 2025. Dua pekan kemudian, Jumat 14 Maret 2025, kami dilepas Kepala Dinas.",
        "Magang semula dijadwalkan 3 s.d. 14 Februari 2025, diundur menjadi 3 s.d. 14 Maret 2025.",
        "Angkatan I: 3–7 Maret 2025 (4 orang)\nAngkatan II: 10–14 Maret 2025 (3 orang)",
        "Masuk kerja mulai 3 Maret 2025 dan pulang tanggal 14 bulan yang sama.",
        "Pembahasan\nDipaparkan pada rapat staf di Malang\nKAPAN\n3 Maret –\n14 Maret 2025",
    ],
)
def test_first_and_last_day_told_apart(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    head = "LAPORAN MAGANG\nDinas Sosial Kota Malang pada Dinas Sosial Kota Blitar\n"
    assert story(Kind.REPORT, head + text, monkeypatch) == TWO_WEEKS


def test_a_diary_gives_its_first_and_last_day(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = "\n".join(f"| {day}/3/2025 | Praktik |" for day in range(3, 8))
    found = story(Kind.REPORT, f"JURNAL MAGANG\nDi Blitar\n| Hari | Kegiatan |\n{rows}", monkeypatch)
    assert found == {("start", "2025-03-03"), ("end", "2025-03-07")}


def test_one_end_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "LAPORAN\nPeserta akan bekerja di Blitar sampai 14 Maret 2025."
    assert story(Kind.REPORT, text, monkeypatch) == {("end", "2025-03-14")}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Menjawab surat Saudara perihal permohonan magang tanggal 3 s.d. 14 Februari 2025, kami bersedia menerima pada 3 s.d. 14 Maret 2025.",
            TWO_WEEKS,
        ),
        ("Magang tanggal 3 s.d. 14 Maret 2025 tidak dapat kami terima.", set()),
        ("Magang sejak 3 Maret 2025 akan ditutup pada\nhari/tanggal : Jumat, 14 Maret 2025", TWO_WEEKS),
    ],
)
def test_a_letter_dated_under_its_text(
    body: str, expected: set[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"DINAS SOSIAL\nNomor : 5/DS/2025\nHal : Magang\nYth. Kepala Dinas Sosial\ndi Malang\nDengan hormat,\n{body}\nBlitar, 10 Februari 2025\nKepala Dinas"
    assert story(Kind.LETTER, text, monkeypatch) == expected | {("published", "2025-02-10")}


def test_an_e_signature_bears_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "DINAS SOSIAL\nYth. Kepala Dinas\nSurat Saudara telah kami pelajari.\nDitandatangani secara elektronik di Blitar pada 4 Februari 2026 pukul 14.07"
    assert story(Kind.LETTER, text, monkeypatch) == {("published", "2026-02-04")}


def test_what_a_clause_said_before_it_was_changed_is_no_term() -> None:
    old = "“Perjanjian ini berlaku selama 2 (dua) tahun sejak tanggal 3 Januari 2022 sampai dengan 2 Januari 2024.”"
    new = "“Perjanjian ini diperpanjang selama 3 (tiga) tahun terhitung sejak tanggal 3 Januari 2024 sampai dengan 2 Januari 2027.”"
    found = agreement(f"Ketentuan Pasal 9 yang berbunyi:\n{old}\ndiubah menjadi:\n{new}")
    assert term(found)[:2] == ("2024-01-03", "2027-01-02")


def test_the_number_of_an_issue_is_no_day(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "BULETIN APARATUR | Edisi 3, September 2025 | BPSDM Provinsi Nusa Tenggara Timur\nKupang - Pegawai kembali dari magang."
    assert ("published", "2025-09-03") not in story(Kind.NEWS, text, monkeypatch)


def test_the_last_day_told_before_the_first() -> None:
    text = """SIARAN PERS
Untuk segera disiarkan | Manado, Jumat, 24 Oktober 2025
SEMBILAN ASN KABUPATEN TALAUD TUNTAS MAGANG DI KOTA BITUNG
BITUNG – Sebanyak sembilan aparatur Pemerintah Kabupaten Kepulauan Talaud mengakhiri magang di Pemerintah Kota Bitung, Jumat (24/10). Mereka bertugas sejak Senin (13/10) di tiga dinas.
"Kami belajar banyak," ujar ketua rombongan, Jumat (24/10)."""
    found = extract(source(text, file_format="txt").pages)
    assert {fact.type: fact.date for fact in found.dates} == {
        DateType.PUBLISHED: date(2025, 10, 24),
        DateType.START: date(2025, 10, 13),
        DateType.END: date(2025, 10, 24),
    }


@pytest.mark.parametrize(
    ("told", "end"),
    [
        ("Mereka diterima di Balai Kota, Kamis (6/11). Studi tiru dilaksanakan dua hari sampai Jumat.", 7),
        ("Rombongan tiba Rabu (5/11) dan belajar hingga Jumat.", 7),
        ("Studi tiru berlangsung selama tiga hari mulai Selasa (4/11).", 6),
        ("Mereka diterima di Balai Kota, Kamis (6/11). Pasar itu buka tiga hari sampai Minggu.", 6),
        ("Laporan disusun paling lambat tiga hari sejak Selasa (4/11).", None),
        ("Studi tiru berlangsung selama empat hari mulai Kamis (6/11).", None),
    ],
)
def test_the_last_day_by_its_weekday_or_by_a_count(told: str, end: int | None) -> None:
    text = f"""Belajar Tata Kelola Pasar, Pemkab Sumba Timur Datangi Kota Blitar
Admin | Jumat, 07 November 2025 09:12 WIB
BLITAR - Rombongan Pemerintah Kabupaten Sumba Timur berkunjung ke Pemerintah Kota Blitar untuk studi tiru. {told} "Kami senang," katanya."""
    found = extract(source(text, file_format="txt").pages)
    last = next((fact.date.day for fact in found.dates if fact.type is DateType.END), None)
    assert last == end


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("Masa Kerja Sama ialah kurun waktu dari tanggal 3 Maret 2025 sampai dengan tanggal 28 November 2025.", ("2025-03-03", "2025-11-28")),
        ("Perjanjian berlaku sejak tanggal 1 - X - 2024 sampai dengan tanggal 30 - IX - 2026.", ("2024-10-01", "2026-09-30")),
    ],
)  # fmt: skip
def test_a_term_defined_and_one_in_roman_months(clause: str, expected: tuple[str, str]) -> None:
    assert term(agreement(clause))[:2] == expected


def test_until_when_the_parent_runs_says_nothing_against_the_signing() -> None:
    clause = (
        "Nota Kesepahaman Nomor 7/KS/2022 yang ditandatangani 3 November 2022 dan berlaku sampai 3 November 2027 menjadi dasar. "
        "Perjanjian ini berlaku enam puluh (6O) bulan terhitung hari ditandatangani."
    )
    assert term(agreement(clause))[2] == "P60M"
    assert term(agreement(clause))[0] is not None
