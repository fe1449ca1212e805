"""Participants in wordings met in later documents: replies, breakdowns, signatures, hosts with a NIP."""

import pytest

from nlp.components.participants import find_annexed, find_participants
from nlp.extraction import Participants
from tests.nlp.components.documents import source


def _found(text: str) -> Participants:
    return find_participants(source(text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("2. Jumlah: paling banyak 12 (dua belas) orang, termasuk sopir.", 12),
        ("Rombongan: tidak lebih dari sepuluh orang.", 10),
        ("Delapan orang dari kantor kami telah kembali dengan selamat.", 8),
        ("Mereka ingin datang dengan 10 orang utusan pada bulan depan.", 10),
    ],
)
def test_figures_of_letters(text: str, count: int):
    assert _found(f"# Surat\n{text}").count == count


@pytest.mark.parametrize(
    "text",
    [
        "Susunan peserta menurut asal: Dinas Pemuda dan Olahraga 2 orang, Bappeda 3 orang, dan Biro Umum 1 orang.",
        "Peserta berasal dari Dinas Pemuda dan Olahraga sebanyak 2 orang dan Dinas Sosial 4 orang.",
    ],
)
def test_an_and_within_the_name_of_a_unit(text: str):
    found = _found(f"# Peserta\n{text}")
    assert found.groups[0].label == "Dinas Pemuda dan Olahraga"
    assert found.count == sum(group.count for group in found.groups) == 6


@pytest.mark.parametrize(
    "text",
    [
        "# Surat tugas\nUntuk menjalani magang.\npada tanggal 4 Mei 2026 Pj. SEKRETARIS DAERAH,\nDarto Wibowo, S.E.\nNIP 197001151996101001",
        "# Siapa yang berangkat\nRombongan berjumlah enam orang. Di sana kami didampingi Bapak Darto Wibowo, S.E. (NIP 197001151996101001).",
        "# Penutup\nKami menyampaikan terima kasih kepada Kepala Bagian Umum Kabupaten\nMalang, Bapak Darto Wibowo, S.E. (NIP 197001151996101001), beserta jajaran.",
    ],
)
def test_signers_and_hosts_with_a_nip_are_none(text: str):
    assert _found(text).people == ()


def test_who_has_no_nip_in_an_annexed_list_of_others():
    found = find_annexed(
        source(
            "# Lampiran\n| No | Nama / NIP | Jabatan |\n| 1 | Darto Wibowo, S.E.\\nNIP 198504072014021003 | Analis |\n| 2 | Sari Melati\\nNIP 199003152014022005 | Perawat |\n| 3 | Joko Susilo\\nNIP - | Petugas Loket |"
        )
    )
    assert found.count == 3
    assert (found.people[2].name, found.people[2].nip) == ("Joko Susilo", None)


def test_another_participant_with_an_office_before_the_name():
    people = _found("# Cerita\nPeserta lain, pranata komputer Sari Melati, menyoroti jaringan.").people
    assert [(person.name, person.position) for person in people] == [("Sari Melati", "pranata komputer")]


def test_a_midwife_with_her_title():
    people = _found(
        "# Rombongan\nbd. Sari Melati, S.Tr.Keb\nBidan Koordinator\nJoko Susilo, S.KM\nPranata Humas"
    ).people
    assert [person.name for person in people] == ["bd. Sari Melati, S.Tr.Keb", "Joko Susilo, S.KM"]
