"""Persons and figures beside the participants': hosts whom a sentence cites, who is asked for, what a scan has damaged."""

import pytest

from nlp.components.participants import find_annexed, find_participants
from nlp.components.people_names import find_nips, mended_name
from tests.nlp.components.documents import source

LISTED = """
# Peserta
| No | Nama | NIP | Jabatan |
| 1 | Andi Wijaya, S.E. | 19800101 200501 1 001 | Kepala Bidang Arsip |
| 2 | Rina Lestari, S.Kom. | 19900202 201501 2 002 | Arsiparis Ahli Muda |
# Hasil
"""
ANDI, RINA = "198001012005011001", "199002022015012002"


def nips(notation: str, file_format: str = "docx") -> list[str | None]:
    return [person.nip for person in find_participants(source(notation, file_format=file_format)).people]


def count(notation: str) -> int | None:
    return find_participants(source(notation)).count


@pytest.mark.parametrize(
    "sentence",
    [
        "Menurut Kepala Bidang Pengolahan, Sdr. Joko Susilo, NIP 19750505 200003 1 003, biayanya rendah.",
        "Rombongan diterima Sekretaris Dinas, Bapak Joko Susilo, S.H. (NIP 19750505 200003 1 003).",
        "Penjelasan disampaikan oleh Kasi Layanan Joko Susilo, S.H., NIP. 197505052000031003.",
        "Sertifikat diserahkan oleh Joko Susilo, S.H. (NIP 197505052000031003), Kepala Bidang Mutasi.",
        "Wawancara dengan Joko Susilo, S.H. (NIP 197505052000031003) menghasilkan tiga catatan.",
    ],
)
def test_whom_a_sentence_names_by_the_way_beside_those_who_are_listed(sentence: str):
    assert nips(LISTED + sentence) == [ANDI, RINA]


def test_a_mentor_in_a_later_sentence_of_the_paragraph_that_names_the_authors():
    text = (
        "Laporan ini disusun oleh Andi Wijaya, S.E. (NIP 19800101 200501 1 001) dan Rina Lestari, S.Kom. "
        "(NIP 19900202 201501 2 002). Selama magang kami didampingi Joko Susilo, S.H. (NIP 19750505 200003 1 003)."
    )
    assert nips(text) == [ANDI, RINA]


def test_a_signature_below_a_list_without_a_table():
    text = """
# Pelaksana
1 Andi Wijaya, S.E. NIP. 19800101 200501 1 001 Kabid Arsip
2 Rina Lestari, S.Kom. NIP. 19900202 201501 2 002 Arsiparis
Sigi, 3 Maret 2025
Mengetahui,
Kepala Dinas,
Drs. Maman Suherman
NIP. 19700505 199403 1 003
"""
    assert nips(text) == [ANDI, RINA]


@pytest.mark.parametrize(
    "cards",
    [
        "Andi Wijaya, S.E.\nKepala Bidang Arsip\nNIP 19800101 200501 1 001\nRina Lestari, S.Kom.\nArsiparis Ahli Muda\nNIP 19900202 201501 2 002",
        "Andi Wijaya, S.E.\nNIP\n198001012005011001\nKepala Bidang Arsip\nRina Lestari, S.Kom.\nNIP\n199002022015012002\nArsiparis Ahli Muda",
    ],
)
def test_cards_on_a_slide_in_either_order_the_date_on_the_slide_before_is_no_signature(cards: str):
    text = f"# Catatan magang\nBorong, November 2024\n===\n# Siapa kami\n{cards}"
    assert nips(text, "pptx") == [ANDI, RINA]


def test_a_mentor_on_the_slide_of_the_team():
    text = (
        "# Tim kami\nAndi Wijaya, S.E.\n19800101 200501 1 001\nRina Lestari, S.Kom.\n19900202 201501 2 002\n"
        "Pembimbing lapangan:\nJoko Susilo, S.H.\nNIP 19750505 200003 1 003"
    )
    assert nips(text, "pptx") == [ANDI, RINA]


@pytest.mark.parametrize(
    ("written", "nip"),
    [
        ("19780621 200502 2\n, 003", "197806212005022003"),
        ("19920615 2019022 ' 004", "199206152019022004"),
        ("1983091420060410\n105", "198309142006041005"),
    ],
)
def test_a_nip_that_the_lines_of_a_scanned_table_run_through(written: str, nip: str):
    assert [found.digits for found in find_nips(written)] == [nip]


@pytest.mark.parametrize(
    ("scanned", "name"),
    [
        ("Ratih Dewi. S.Psi.", "Ratih Dewi, S.Psi."),
        ("Rahmat Hidayat, S.IP.. M.Si.", "Rahmat Hidayat, S.IP., M.Si."),
        ("Rina, S.Kom..", "Rina, S.Kom."),
    ],
)
def test_commas_that_a_scan_made_full_stops(scanned: str, name: str):
    assert mended_name(scanned) == name


def test_a_list_whose_numbers_a_scan_has_lost():
    text = "# Lampiran: Susunan Rombongan\n1 . Ir. Sabri Hasan, M.P. Asisten Pembangunan\n. Ratna Dewi, S.H. Penata Perizinan\n. Cut Nurlaila Petugas pengaduan\n1 0. Fauzan Reza, S.Kom. Pranata Komputer"
    people = find_participants(source(text)).people
    assert [person.name for person in people] == [
        "Ir. Sabri Hasan, M.P.", "Ratna Dewi, S.H.", "Cut Nurlaila", "Fauzan Reza, S.Kom.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (
            "Terima kasih atas bimbingan Saudara kepada 5 (lima) orang pegawai kami yang telah melaksanakan magang. "
            "Kami mohon Saudara berkenan menugaskan dua orang asesor untuk mendampingi uji coba.",
            5,
        ),
        ("Saudara telah menerima enam pegawai kami untuk magang. Kami akan mengirim dua orang lagi tahun depan.", 6),
        ("Kaji banding dilaksanakan oleh tiga orang dari Bidang Kearsipan.", 3),
        ("Dari 10 orang yang diusulkan, tujuh orang yang jadi berangkat magang.", 7),
        ("Magang diikuti 12 ASN. Di sana, 40 petugas melayani warga.", 12),
        ("Peserta magang adalah pegawai Bappeda (3), Diskominfo (2), dan Dinas Kesehatan (4).", 9),
        ("Yang ikut: Kabag, 2 Kasubbag, 4 pengelola PBJ", 7),
        ("Tujuh belas orang dari lima perangkat daerah berada di Banyuwangi pada 25 Agustus 2025.", 17),
    ],
)
def test_how_many_beside_other_figures(text: str, number: int):
    assert count(text) == number


def test_a_card_that_asks_how_many():
    slide = source("# Waktu, Jumlah\nBERAPA\n6 orang\ndari 3 OPD", file_format="pptx")
    assert find_participants(slide).count == 6


def test_batches_of_an_agreement_add_up():
    text = (
        "# Pasal 2 Pelaksanaan\nMagang dibagi dalam dua angkatan. Angkatan I, 12 (dua belas) orang, pada bulan Maret; "
        "Angkatan II, 8 (delapan) orang, pada bulan September: tiap angkatan selama 15 (lima belas) hari kerja."
    )
    found = find_annexed(source(text))
    assert found.count == 20
    assert [(group.label, group.count) for group in found.groups] == [("Angkatan I", 12), ("Angkatan II", 8)]


def test_a_clause_that_gives_the_whole_outweighs_its_parts():
    text = "# Pasal 3 Peserta\nPeserta terdiri dari dokter 3 (tiga) orang dan bidan & (enam) orang.\nJumlah peserta seluruhnya 9 (sembilan) orang."
    assert find_annexed(source(text)).count == 9
