"""Participants as articles and covers tell them: leaders with their offices, parties counted beside them, authors, blanks."""

import pytest

from nlp.components.participants import find_participants
from tests.nlp.components.documents import source


def told(text: str, *, authors: bool = False):
    found = find_participants(source(text), authors=authors)
    groups = [(group.label, group.count) for group in found.groups]
    return found.count, groups, [(person.name, person.position) for person in found.people]


@pytest.mark.parametrize(
    ("text", "count", "groups"),
    [
        (
            "Rombongan dipimpin Sekretaris Daerah, Drs. Made Oka, M.Si., bersama 5 kepala dinas dan 4 staf, berkunjung ke Kota Tegal.",
            10,
            [("kepala dinas", 5), ("staf", 4)],
        ),
        (
            "Wakil Bupati memboyong tiga camat dan enam lurah dalam studi tiru ke Kota Tegal.",
            10,
            [("camat", 3), ("lurah", 6)],
        ),
        ("Bupati melepas sembilan ASN untuk mengikuti magang di Kota Tegal.", 9, []),
        ('"Bahwa 75 peserta PKP yang terdiri dari dua angkatan sengaja kami bawa ke sini," katanya.', 75, []),
        ("Jumlah peserta semula direncanakan 20 orang akhirnya 14 orang.", 14, []),
        ("Semula diusulkan 9 orang, kemudian menjadi 7 orang peserta.", 7, []),
        (
            "Peserta magang berjumlah 11 orang: Dinas Sosial (4), Bapenda (5), dan sisanya dari Inspektorat.",
            11,
            [("Dinas Sosial", 4), ("Bapenda", 5), ("Inspektorat", 2)],
        ),
    ],
)
def test_how_many_and_in_which_groups(text: str, count: int, groups: list[tuple[str, int]]):
    assert told(text)[:2] == (count, groups)


def test_agencies_that_are_counted_are_no_group_and_parts_go_on_in_the_next_line():
    text = (
        "Wali Kota melepas enam ASN untuk mengikuti magang.\n\nMereka berasal dari tiga Organisasi Perangkat Daerah (OPD), yakni dua orang dari Bapenda, "
        "dua dari Dinas Sosial Kota Tual\n\nDua dari Bappeda magang ke Kota Ambon."
    )
    assert told(text)[:2] == (6, [("Bapenda", 2), ("Dinas Sosial Kota Tual", 2), ("Bappeda", 2)])


def test_those_who_accompany_the_host_are_not_counted():
    assert told("Wali Kota Tegal didampingi tiga kepala dinas dan dua camat menerima kunjungan itu.")[0] is None


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Studi tiru itu dipimpin langsung oleh Bupati Alor, Imanuel Djobo, didampingi Sekretaris Daerah (Sekda) Alor, Yeri Sailana.",
            [("Imanuel Djobo", "Bupati Alor"), ("Yeri Sailana", "Sekretaris Daerah (Sekda) Alor")],
        ),
        (
            "Rombongan studi tiru dipimpin Yeri Sailana, Kepala Dinas Sosial Kabupaten Alor, dan diterima di balai kota.",
            [("Yeri Sailana", "Kepala Dinas Sosial Kabupaten Alor")],
        ),
        (
            "Wali Kota Tegal menerima kunjungan kerja Bupati Alor, Imanuel Djobo, di balai kota.",
            [("Imanuel Djobo", "Bupati Alor")],
        ),
        (
            "Wali Kota Tegal menerima kunjungan Wali Kota Tual H. Akhmad Renuat beserta jajaran.",
            [("H. Akhmad Renuat", "Wali Kota Tual")],
        ),
        ("Setiap pekan Ketua Kelompok (Sdr. Yeri Sailana) melapor.", [("Yeri Sailana", "Ketua Kelompok")]),
    ],
)
def test_who_leads_the_visitors_with_the_office(text: str, people: list[tuple[str, str]]):
    assert told(text)[2] == people


@pytest.mark.parametrize(
    ("cover", "names"),
    [
        ("Disusun oleh :\n\nNama : Wati Lestari\n\nNIM : 7211409012\n\nJurusan : Geografi", ["Wati Lestari"]),
        (
            "KELOMPOK\n\n1. WATI NPM. 18.21.00771\n\n2. H. RAMLI NPM. 18.21.00772\n\n3. NOR AIDA NPM. 18.21.00773",
            ["WATI", "H. RAMLI", "NOR AIDA"],
        ),
        ("Disusun Oleh\n\nWati Lestari\n\nF1B018044\n\nNor Aida\n\nF1B018051", ["Wati Lestari", "Nor Aida"]),
        ("Disusun oleh:\n\nBagian Organisasi\n\nSekretariat Daerah", []),
        ("Disusun oleh:\n\nTim Magang\n\n2025", []),
    ],
)
def test_authors_on_the_cover_of_a_report(cover: str, names: list[str]):
    assert [name for name, _ in told(f"LAPORAN PRAKTIK KERJA\n\n{cover}", authors=True)[2]] == names


def test_what_a_form_leaves_open_is_nobody():
    text = "Adapun data peserta magang tersebut sebagai berikut:\n\nNama : [Nama Peserta]\n\nNIM : [Nomor Induk]\n\nProgram Studi : ............"
    assert told(text) == (None, [], [])


def test_names_behind_their_units_below_a_heading_on_their_spread():
    text = (
        "Sebaran peserta:\n\n1. Dinas Sosial – Wati Lestari, S.E. dan Nor Aida, S.H.\n\n2. Bappeda – Ramli Noor, S.T."
    )
    assert [name for name, _ in told(text)[2]] == ["Wati Lestari, S.E.", "Nor Aida, S.H.", "Ramli Noor, S.T."]
