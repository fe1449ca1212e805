"""Tables that set old beside new and asked beside granted, a party to a row, boxes above a title: layouts of later hands, and what stands near them."""

import pytest

from nlp.components.institutions import find_institutions
from nlp.components.participants import find_participants
from nlp.components.report_title import report_title
from nlp.components.towns import town_of
from nlp.extract import extract
from nlp.extraction import DateType, Extraction
from tests.nlp.components.documents import source


def read(text: str) -> Extraction:
    return extract(source(text).pages)


def days(found: Extraction) -> tuple[str | None, str | None]:
    by_type = {fact.type: fact.date.isoformat() for fact in found.dates}
    return by_type.get(DateType.START), by_type.get(DateType.END)


_ADDENDUM = """# ADDENDUM KESATU ATAS PERJANJIAN KERJA SAMA
ANTARA
DINAS TENAGA KERJA KOTA BATU
DAN
PT SINAR LAUT
TENTANG
PELATIHAN KERJA
| Nomor Dinas | 560/12/ADD/2024 |
| Nomor Perusahaan | 7/SL/ADD/2024 |

A. PERJANJIAN YANG DIUBAH
| Nomor | 560/3/PKS/2022 dan 4/SL/PKS/2022 |
| Tanggal | 3 Januari 2022 |

Addendum ini ditandatangani di Batu pada hari Senin, 15 Juli 2024, oleh PIHAK KESATU dan PIHAK KEDUA.
Pasal 1
| Ketentuan | OLD | NEW |
| Jangka waktu | berlaku sejak 3 Januari 2022 sampai dengan 31 Desember 2023 | berlaku sejak 1 Agustus 2024 sampai dengan 31 Juli 2026 |

Pasal 2
Addendum ini dibuat rangkap dua.
"""


@pytest.mark.parametrize(
    ("old", "new"), [("Rumusan lama", "Rumusan baru"), ("Semula", "Menjadi"), ("Bunyi sebelum perubahan", "Bunyi baru")]
)
def test_an_addendums_term_is_that_of_the_new_column(old: str, new: str) -> None:
    found = read(_ADDENDUM.replace("OLD", old).replace("NEW", new))
    assert days(found) == ("2024-08-01", "2026-07-31")


@pytest.mark.parametrize("heading", ["A. PERJANJIAN YANG DIUBAH", "Naskah yang diubah", "I. Perjanjian Induk"])
def test_an_addendums_numbers_stand_above_the_section_on_its_parent(heading: str) -> None:
    found = read(_ADDENDUM.replace("A. PERJANJIAN YANG DIUBAH", heading))
    assert list(found.numbers) == ["560/12/ADD/2024", "7/SL/ADD/2024"]


_REPLY = """PEMERINTAH KOTA BATU
Batu, 24 Juli 2025
Nomor : 000.9.3/318/Setda/2025
Perihal : Jawaban atas Permohonan Studi Tiru

Yth. Bupati Alor di Kalabahi
Menjawab surat Saudara Nomor 500/45/2025 tanggal 9 Juli 2025, kami menyambut baik rencana studi tiru. Beberapa hal kami sesuaikan:
| Hal | ASKED | GRANTED |
| Hari | 19–21 Agustus 2025 | 2–4 September 2025 |

a.n. WALI KOTA BATU
Sekretaris Daerah,
H. Martias Rajo, S.H.
"""


@pytest.mark.parametrize(
    ("asked", "granted"),
    [
        ("Yang dimohon", "Yang dapat kami penuhi"),
        ("Permohonan Saudara", "Tanggapan kami"),
        ("Usulan", "Disetujui"),
        ("Semula", "Penyesuaian"),
    ],
)
def test_a_reply_gives_the_days_that_it_grants(asked: str, granted: str) -> None:
    assert days(read(_REPLY.replace("ASKED", asked).replace("GRANTED", granted))) == ("2025-09-02", "2025-09-04")


def test_a_preparing_visit_is_not_the_internship() -> None:
    found = read(
        """PEMERINTAH KABUPATEN ALOR
Kalabahi, 10 Februari 2026
Nomor : 000.9.2/094/II/2026
Hal : Permohonan Magang

Yth. Wali Kota Batu
Kami mohon kesediaan Saudara menerima pegawai kami magang dengan pokok usulan berikut.
| Pokok | Usulan kami |
| Waktu | 13 April 2026 s.d. 30 April 2026 |

Sebelum magang dimulai, dua pejabat kami bermaksud berkunjung ke Batu pada tanggal 12 dan 13 Maret 2026.
Bupati Alor,
Drs. Amon Djobo
"""
    )
    assert days(found) == ("2026-04-13", "2026-04-30")


_MATRIX = """# NOTA KESEPAHAMAN
TENTANG
EKONOMI BIRU

| Penomoran | |
| Kabupaten | 100.3/31/NK/2025 |
| Balai | NK.04/T.22/TU/2025 |

Nota Kesepahaman ini dibuat di Wangi-Wangi, hari Rabu, tujuh belas bulan September tahun dua ribu dua puluh lima.
| Sebutan | BODY | SIGNER | Selaku |
| KABUPATEN | Pemerintah Kabupaten Wakatobi, berkedudukan di Wangi-Wangi | Drs. LA ODE HASRUDIN, M.Si. | Bupati Wakatobi |
| BALAI | Balai Taman Nasional Wakatobi, beralamat di Baubau | Dr. RETNO WIDHIASTUTI, M.Sc. | Kepala Balai |

Pasal 1
Maksud
"""


@pytest.mark.parametrize(
    ("body", "signer"), [("Institusi", "Diwakili oleh"), ("Lembaga", "Pejabat"), ("Nama instansi", "Penandatangan")]
)
def test_a_matrix_names_each_party_in_a_row(body: str, signer: str) -> None:
    found = read(_MATRIX.replace("BODY", body).replace("SIGNER", signer))
    assert [
        (party.name, party.representative and party.representative.name) for party in found.parties
    ] == [
        ("Pemerintah Kabupaten Wakatobi", "Drs. LA ODE HASRUDIN, M.Si."),
        ("Balai Taman Nasional Wakatobi", "Dr. RETNO WIDHIASTUTI, M.Sc."),
    ]  # fmt: skip
    assert list(found.numbers) == ["100.3/31/NK/2025", "NK.04/T.22/TU/2025"]


def test_a_title_stands_below_a_box_of_facts() -> None:
    box = "FAKTA KUNCI\n\nPengirim\n\nDinas Sosial Kota Batu\n\nLokasi\n\nBatam\n\nMulai\n\n3 November 2025\n\n"
    assert report_title(source(box + "Izin Sehari Jadi: Laporan Magang di Kota Batam")) == (
        "Izin Sehari Jadi: Laporan Magang di Kota Batam"
    )


def test_a_title_goes_on_behind_its_colon() -> None:
    text = "BEKAL DARI YOGYA:\n\nRefleksi Magang Guru Kabupaten Melawi Dinas Pendidikan Kabupaten Melawi\n\nNanga Pinoh, 2025"
    assert report_title(source(text)) == "Bekal dari Yogya: Refleksi Magang Guru Kabupaten Melawi"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Damkar Gianyar menerima tamu. Dinas Pemadam Kebakaran dan Penyelamatan Kabupaten Gianyar siaga.",
            {"Dinas Pemadam Kebakaran dan Penyelamatan Kabupaten Gianyar"},
        ),
        (
            "Disdik Kota Batu hadir. Dinas Pendidikan dan Kebudayaan Kabupaten Alor juga.",
            {"Dinas Pendidikan Kota Batu", "Dinas Pendidikan dan Kebudayaan Kabupaten Alor"},
        ),
    ],
)
def test_a_short_name_is_that_which_the_text_writes_out(text: str, names: set[str]) -> None:
    assert {mention.name for mention in find_institutions(text)} == names


_TOLD = "Setiap pagi kepala sekolah berdiri di gerbang dan menyapa murid dengan nama masing-masing sampai bel berbunyi."


def test_participants_head_what_each_tells() -> None:
    heads = (
        "Ani Lestari, S.Pd., Guru Kelas SD 1",
        "Budi Santoso, M.Pd., Kepala SMP 2",
        "Hj. Cici Amalia, S.Pd., Guru TK 3",
    )
    whole = "\n\n".join(f"{head}\n\n{_TOLD}" for head in heads)
    assert [person.name for person in find_participants(source(whole), authors=True).people] == [
        "Ani Lestari, S.Pd.", "Budi Santoso, M.Pd.", "Hj. Cici Amalia, S.Pd.",
    ]  # fmt: skip
    assert find_participants(source("\n\n".join(heads)), authors=True).people == ()  # a list of names tells nothing


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Tujuh orang perawat dari rumah sakit kami telah menyelesaikan magang di Ambon.", 7),
        ("Tujuh orang perawat sakit dan tidak menyelesaikan magang di Ambon.", None),
        ("Pegawainya berjumlah 74 orang. Magang lima orang perencana berlangsung di Batu.", 5),
        ("SIGI – Sebelas aparatur Pemerintah Kabupaten Sigi pulang dari Kabupaten Sumedang.", 11),
    ],
)
def test_a_figure_counts_those_who_went(text: str, count: int | None) -> None:
    assert find_participants(source(text)).count == count


@pytest.mark.parametrize(
    ("written", "town"),
    [
        ("Negara", "Negara"),
        ("Negara Republik", None),
        ("Pendapi Gede Balai Kota Surakarta", "Surakarta"),
        ("Pendapa Kota Malang", "Malang"),
    ],
)
def test_a_town_bears_a_common_word_and_a_room_a_local_one(written: str, town: str | None) -> None:
    assert town_of(written) == town
