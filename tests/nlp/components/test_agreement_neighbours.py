"""Agreements in layouts and wordings that stand beside the usual ones: where signers, numbers, title and term are said otherwise."""

import pytest

from nlp.extract import extract
from nlp.extraction import DateType, Extraction
from tests.nlp.components.documents import source

_HEAD = """{paper}
ANTARA
DINAS TENAGA KERJA KOTA BATU
DAN
PT SINAR LAUT
TENTANG
PELATIHAN KERJA
Nomor : 560/12/ADD/2024
Nomor : 7/SL/2024
"""
_CHANGE = """Pasal 1
Ketentuan Pasal 3 diubah menjadi: Perjanjian ini berlaku sampai dengan 31 Desember 2025.
Pasal 2
Addendum ini dibuat rangkap dua.
"""
_OPENED = "Pada hari ini Senin tanggal 15 Juli 2024, DINAS TENAGA KERJA KOTA BATU dan PT SINAR LAUT sepakat mengubah perjanjian.\n"


def read(text: str) -> Extraction:
    return extract(source(text).pages)


def signers(text: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (party.name, party.representative and party.representative.name, party.representative and party.representative.position)
        for party in read(text).parties
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "AMANDEMEN KEDUA ini dibuat di Batu pada hari Senin, 15 Juli 2024, oleh dan antara:\n"
        "(A) DINAS TENAGA KERJA KOTA BATU, berkantor di Jalan Melati 3, yang diwakili oleh Rini Astuti, S.H. dalam kedudukannya selaku "
        "Kepala Dinas Tenaga Kerja Kota Batu (“Dinas”); dan\n"
        "(B) PT SINAR LAUT, berkedudukan di Batu, diwakili oleh Hendra Wijaya, Direktur Utama PT Sinar Laut (“Perusahaan”).\n" + _CHANGE,
        "AMANDEMEN KEDUA ini dibuat di Batu pada hari Senin, 15 Juli 2024, oleh dan antara:\n"
        "DINAS TENAGA KERJA KOTA BATU, berkantor di Jalan Melati 3, diwakili oleh Rini Astuti, S.H. dalam jabatannya sebagai "
        "Kepala Dinas Tenaga Kerja Kota Batu, selanjutnya “Dinas”, dan\n"
        "PT SINAR LAUT, diwakili oleh Hendra Wijaya, dalam kapasitasnya selaku Direktur Utama PT Sinar Laut, selanjutnya “Mitra”.\n" + _CHANGE,
        "Pada hari ini Senin tanggal 15 Juli 2024, yang bertanda tangan di bawah ini:\n"
        "1. Rini Astuti, S.H.\nKepala Dinas Tenaga Kerja Kota Batu\n2. Hendra Wijaya\nDirektur Utama PT Sinar Laut\n"
        "telah sepakat mengubah perjanjian.\n" + _CHANGE,
    ],
)  # fmt: skip
def test_an_addendum_says_who_signs_in_other_forms(text: str) -> None:
    assert signers(_HEAD.format(paper="AMANDEMEN KEDUA") + text) == [
        ("Dinas Tenaga Kerja Kota Batu", "Rini Astuti, S.H.", "Kepala Dinas Tenaga Kerja Kota Batu"),
        ("PT Sinar Laut", "Hendra Wijaya", "Direktur Utama PT Sinar Laut"),
    ]


def test_the_office_stands_between_the_body_and_the_name_below() -> None:
    text = "DINAS TENAGA KERJA KOTA BATU\nKepala,\n\nRINI ASTUTI, S.H.\nNIP 197001011995031001\nPT SINAR LAUT\nDirektur Utama,\n\nHENDRA WIJAYA"
    assert signers(_HEAD.format(paper="ADDENDUM I") + _OPENED + _CHANGE + text) == [
        ("Dinas Tenaga Kerja Kota Batu", "RINI ASTUTI, S.H.", "Kepala"),
        ("PT Sinar Laut", "HENDRA WIJAYA", "Direktur Utama"),
    ]


def test_two_bodies_side_by_side_are_no_names() -> None:
    text = "DINAS TENAGA KERJA KOTA BATU\nPT SINAR LAUT\nKepala,\nDirektur Utama,\n............\n............"
    assert [name for _, name, _ in signers(_HEAD.format(paper="ADDENDUM I") + _OPENED + _CHANGE + text)] == [None, None]


_PAPER = """KESEPAKATAN BERSAMA
ANTARA
PEMERINTAH KABUPATEN ALOR
DAN
PEMERINTAH KOTA BATU
TENTANG
PELAYANAN TERPADU
{opening}
1. {first}, berkedudukan di Kalabahi, bertindak untuk dan atas nama Pemerintah Kabupaten Alor, selanjutnya disebut PIHAK KESATU;
2. RUDI HARTO, S.T., Wali Kota Batu, berkedudukan di Batu, bertindak untuk dan atas nama Pemerintah Kota Batu, selanjutnya disebut PIHAK KEDUA{behind}
Pasal 1
Kerja sama ini tentang pelayanan.
Pasal 2
{term}
Pasal 3
Kesepakatan ini dibuat rangkap dua.
{below}"""
_OPENING = "Pada hari ini Senin tanggal 15 Juli 2024, kami yang bertanda tangan di bawah ini:"


def paper(**said: str) -> str:
    usual = {"opening": _OPENING, "first": "YOHANES BELA, S.E., Bupati Alor", "behind": ".", "term": "Biaya ditanggung bersama.", "below": ""}  # fmt: skip
    return _PAPER.format_map(usual | said)


def test_the_second_line_of_a_name_is_found_behind_the_witnesses() -> None:
    first = "YOHANES BELA : Bupati Alor, diangkat dengan Keputusan\nDJAWA, S.E., M.M.\nMenteri Dalam Negeri"
    below = "PIHAK KEDUA\nRUDI HARTO\nMengetahui,\nGubernur\nPIHAK KESATU\nYOHANES BELA DJAWA"
    assert signers(paper(first=first, below=below))[0][1] == "YOHANES BELA DJAWA, S.E., M.M."
    assert signers(paper(first=first.replace("DJAWA", "tersebut"), below=below))[0][1] == "YOHANES BELA"


@pytest.mark.parametrize(
    ("behind", "day"),
    [
        (";\npada hari ini, Senin, tanggal 15 Juli 2024, dalam rapat di Kupang, dengan mengingat bahwa layanan perlu dipadukan", "2024-07-15"),
        (", dan pada hari ini Senin tanggal 15 Juli 2024 menerangkan hal berikut.", "2024-07-15"),
        (".\nPARA PIHAK telah bertemu pada hari Senin tanggal 15 Juli 2024 di Kupang.", None),
        (".\nMERUJUK pada surat minat yang ditanda tangani diantara kedua daerah di Kupang pada 24 April 2012.", None),
    ],
)  # fmt: skip
def test_the_day_of_signing_stands_behind_the_parties(behind: str, day: str | None) -> None:
    found = read(paper(opening="Kami yang bertanda tangan di bawah ini:", behind=behind))
    assert next((f"{item.date}" for item in found.dates if item.type is DateType.SIGNED), None) == day


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("Kesepakatan ini berlaku 2 (dua) tahun terhitung mulai tanggal 1 (satu) bulan berikutnya setelah penandatanganan.", "2024-08-01", "2026-08-01"),
        ("Jangka waktu 18 bulan dan mulai berlaku pada hari pertama bulan berikutnya sesudah naskah ini ditandatangani.", "2024-08-01", "2026-02-01"),
        ("Kesepakatan ini berlaku selama 1 (satu) tahun sejak tanggal 1 Januari tahun berikutnya.", "2025-01-01", "2026-01-01"),
        ("Kesepakatan ini berlaku selama 3 (tiga) tahun terhitung 30 (tiga puluh) hari setelah ditandatangani.", "2024-08-14", "2027-08-14"),
        ("Kesepakatan ini berlaku sejak ditandatangani sampai dengan berakhirnya masa jabatan Bupati Alor pada tanggal 20 Februari 2030.", "2024-07-15", "2030-02-20"),
        # What else is due on such a day, and a day that nobody can tell.
        ("Kesepakatan ini berlaku 1 tahun sejak ditandatangani. Laporan disampaikan paling lambat tanggal 1 bulan berikutnya.", "2024-07-15", "2025-07-15"),
        ("Kesepakatan ini berlaku 1 tahun sejak ditandatangani dan iuran dibayar setiap tanggal 1 bulan berikutnya.", "2024-07-15", "2025-07-15"),
        ("Kesepakatan ini berlaku 1 tahun terhitung mulai tanggal 1 bulan berikutnya setelah persetujuan DPRD terbit.", None, None),
        ("Kesepakatan ini berlaku 1 tahun terhitung 10 (sepuluh) hari kerja setelah ditandatangani.", None, None),
    ],
)  # fmt: skip
def test_a_term_begins_on_a_day_told_from_the_signing(sentence: str, start: str | None, end: str | None) -> None:
    found = read(paper(term=sentence))
    assert (found.term.start and f"{found.term.start}", found.term.end and f"{found.term.end}") == (start, end)
    begins = next((item for item in found.dates if item.type is DateType.START), None)
    assert begins is None or begins.derived is (start != "2024-07-15")


def test_the_second_line_of_a_name_in_capitals_stands_below_its_first() -> None:
    first = "YOHANES BELA : Bupati Alor, diangkat oleh Menteri,\nDJAWA, S.E., M.M.\nyang"
    assert signers(paper(first=first))[0][1] == "YOHANES BELA DJAWA, S.E., M.M."
    assert signers(paper(first=first.replace("DJAWA, S.E., M.M.", "KALABAHI")))[0][1] == "YOHANES BELA"


@pytest.mark.parametrize(
    ("first", "name", "position"),
    [
        ("YOHANES BELA, S.E., Bupati Alor, diangkat oleh Menteri Dalam Negeri", "YOHANES BELA, S.E.", "Bupati Alor"),
        ("YOHANES BELA, S.E., yang berdasarkan Keputusan Nomor 3 Tahun 2024 menjabat Bupati Alor", "YOHANES BELA, S.E.", "Bupati Alor"),
        ("YOHANES BELA, S.E. (Bupati Alor)", "YOHANES BELA, S.E.", "Bupati Alor"),
        ("Bupati Alor, YOHANES BELA, S.E.", "YOHANES BELA, S.E.", "Bupati Alor"),
        ("Bupati Alor, Kalabahi", None, "Bupati Alor, Kalabahi"),
    ],
)  # fmt: skip
def test_name_and_office_in_either_order(first: str, name: str | None, position: str) -> None:
    assert signers(paper(first=first))[0][1:] == (name, position)


@pytest.mark.parametrize(
    "written",
    [
        "Nomor : 100.3/1/KB/2025, 134/4/ALOR/2025",
        "Nomor: 100.3/1/KB/2025 | 134/4/ALOR/2025",
        "Nomor : 100.3/1/KB/2025 (Kota Batu)\n134/4/ALOR/2025 (Alor)",
    ],
)
def test_numbers_side_by_side(written: str) -> None:
    numbers = tuple(read(f"KESEPAKATAN BERSAMA\n{written}\n" + paper().split("\n", 1)[1]).numbers)
    assert numbers == ("100.3/1/KB/2025", "134/4/ALOR/2025")


@pytest.mark.parametrize(
    "written", ["Nomor : 100.3/1/KB/2025, tanggal 1/2/2025", "Nomor : 100.3/1/KB/2025, Lampiran 2/2"]
)
def test_what_stands_beside_a_number_may_be_none(written: str) -> None:
    numbers = tuple(read(f"KESEPAKATAN BERSAMA\n{written}\n" + paper().split("\n", 1)[1]).numbers)
    assert set(numbers) <= {"100.3/1/KB/2025"}


@pytest.mark.parametrize(
    ("row", "numbers"),
    [
        ("| Nomor naskah | 100.3.7/5/2024 | HK.5/11/REG4/2024 |", ("100.3.7/5/2024", "HK.5/11/REG4/2024")),
        ("| No. PKS | 12/PKS/2024 | 7/SL/2024 |", ("12/PKS/2024", "7/SL/2024")),
        ("| Nomor | 12/PKS/2024 | ......../2024 |", ("12/PKS/2024",)),
        ("| Nomor SK | 12/SK/2024 | 7/SK/2024 |", ()),
    ],
)
def test_a_column_for_each_partys_number(row: str, numbers: tuple[str, ...]) -> None:
    table = f"""NOTA KESEPAHAMAN
PENATAAN KAWASAN PELABUHAN
DAN PEMBERDAYAAN NELAYAN DI KOTA BIMA
LEMBAR PARA PIHAK
| | Pihak Pertama | Pihak Kedua |
| Lembaga | Pemerintah Kota Bima | PT Sinar Laut |
{row}
| Diwakili oleh | RUDI HARTO, S.T. | HENDRA WIJAYA |
| Jabatan | Wali Kota Bima | Direktur Utama |
Pihak Pertama dan Pihak Kedua menerangkan hal-hal berikut.
Pasal 1
Nota Kesepahaman ini berlaku sampai dengan 31 Desember 2025."""
    found = read(table)
    assert tuple(found.numbers) == numbers
    assert found.title == "Penataan Kawasan Pelabuhan dan Pemberdayaan Nelayan di Kota Bima"


def test_the_title_block_runs_on_into_the_opening() -> None:
    text = (
        "NOTA SALING PENGERTIAN ANTARA PEMERINTAH KOTA BATU PROPINSI JAWA TIMUR, REPUBLIK INDONESIA DAN PEMERINTAH KOTA BIMA PROPINSI "
        "NUSA TENGGARA BARAT MENGENAI KERJA SAMA KOTA KEMBAR Pemerintah Kota Batu dan Pemerintah Kota Bima, selanjutnya disebut Para Pihak;\n"
        "Telah menyetujui sebagai berikut:\nPASAL 1\nPara Pihak bekerja sama."
    )
    found = read(text)
    assert found.title == "Kerja Sama Kota Kembar"
    assert [party.name for party in found.parties] == ["Pemerintah Kota Batu", "Pemerintah Kota Bima"]


def test_an_offices_letters_in_a_number_are_no_party() -> None:
    text = """BUPATI SINJAI
KONTRAK KERJA SAMA
Nomor : 800.1.2/29/PPPK/2026/BKPSDM
Pada hari ini Senin tanggal 2 Maret 2026 yang bertanda tangan di bawah ini:
I. BUPATI SINJAI untuk selanjutnya disebut Pihak Kesatu.
II. Nama : ..........
dalam hal ini bertindak untuk dan atas nama diri sendiri, untuk selanjutnya disebut Pihak Kedua.
Pasal 1
Kontrak ini berlaku 1 tahun."""
    assert [name for name, _, _ in signers(text)] == ["Pemerintah Kabupaten Sinjai"]


def test_a_form_names_nobody() -> None:
    text = """PERJANJIAN KERJA SAMA
Pada hari ini Senin tanggal 2 Maret 2026 yang bertanda tangan di bawah ini:
1. xxxxxxxx, Kepala Desa xxx, bertindak untuk dan atas nama Pemerintah Desa xxx, selanjutnya disebut PIHAK KESATU.
2. RUDI HARTO, S.T., Direktur PT Sinar Laut, bertindak untuk dan atas nama PT Sinar Laut, selanjutnya disebut PIHAK KEDUA.
Pasal 1
Perjanjian ini berlaku 1 tahun."""
    assert [name for name, _, _ in signers(text)] == ["PT Sinar Laut"]
