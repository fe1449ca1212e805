import pytest

from nlp.components.participants import find_participants
from nlp.components.people_names import leading_name
from tests.nlp.components.documents import source


@pytest.mark.parametrize(
    ("text", "count", "groups"),
    [
        (
            "Peserta: 6 orang (penata ruang ahli muda 3, surveyor 2, juru gambar 1). Biaya dari DPA.",
            6,
            [("penata ruang ahli muda", 3), ("surveyor", 2), ("juru gambar", 1)],
        ),
        (
            "Dari delapan orang yang diusulkan hanya lima yang dapat kami terima, yaitu apoteker 2 orang dan pengelola gudang obat 3 orang.",
            5,
            [("apoteker", 2), ("pengelola gudang obat", 3)],
        ),
        (
            "Sembilan pegawai kembali dari magang. Enam di antaranya juru ukur, tiga lagi pengelola data.",
            9,
            [("juru ukur", 6), ("pengelola data", 3)],
        ),
        (
            "12 orang pegawai magang di sana. Mereka adalah empat kepala seksi dan delapan pelaksana.",
            12,
            [("kepala seksi", 4), ("pelaksana", 8)],
        ),
        (
            "Susunan rombongan berubah, semula 14 orang menjadi 9 orang:\nlurah 3 org kasi pembangunan 6 org",
            9,
            [("lurah", 3), ("kasi pembangunan", 6)],
        ),
        (
            "# Siapa mereka\n| Unsur | Nama dan NIP |\n| Dokter | dr. Ani Lestari NIP 19880817 201503 2 004 |\n| ^ | dr. Budi Santoso NIP 19820309 201001 1 012 |\n| Bidan | Cici Amalia NIP 19970405 202203 2 010 |",
            3,
            [("Dokter", 2), ("Bidan", 1)],
        ),
        (
            "| Siapa saja mereka | Jumlah |\n| Pengawas | 4 |\n| Pelaksana | 5 |\n| Semua | 9 |",
            9,
            [("Pengawas", 4), ("Pelaksana", 5)],
        ),
    ],
)
def test_parts_whatever_their_labels_where_they_add_up(text: str, count: int, groups: list[tuple[str, int]]):
    found = find_participants(source(text))
    assert (found.count, [(group.label, group.count) for group in found.groups]) == (count, groups)


def test_days_of_a_period_are_no_groups():
    found = find_participants(
        source("Magang enam pegawai berlangsung dari Senin, 20 April 2026 sampai dengan Kamis, 30 April 2026.")
    )
    assert (found.count, found.groups) == (6, ())


def test_a_heading_of_two_lines_is_nobody():
    table = (
        "# Peserta\n| Instansi asal | Peserta | < |\n| ^ | Nama dan NIP | Jabatan |\n"
        "| BKD | Ani Lestari, S.E. NIP 19880817 201503 2 004 | Analis |\n| ^ | Budi Santoso NIP 19820309 201001 1 012 | Arsiparis |\n"
        "| Bappeda | Cici Amalia NIP 19970405 202203 2 010 | Perencana |"
    )
    assert find_participants(source(table)).count == 3


def test_a_party_that_somebody_leads():
    text = "Enam orang dipimpin Kepala Dinas Sosial, Ani Lestari, S.E., datang ke kantor Dinas Sosial Kota Blitar."
    assert find_participants(source(text)).count == 6


def test_one_more_who_came_along():
    text = "Empat kepala distrik bersama Kabag Pemerintahan mengunjungi Kecamatan Tebet."
    assert find_participants(source(text)).count == 5


def test_the_answer_to_how_many():
    assert find_participants(source("T: Berapa orang yang berangkat?\n\nJ: Delapan belas. Semuanya camat.")).count == 18


def test_who_went_with_the_author():
    text = (
        "# Belajar di Kota Udang\noleh Rina Marlina, analis kebijakan Dinas Perhubungan\nSaya dan dua kawan langsung mendaftar: "
        "Arif Budi dan Selvi Natal. Saya pulang dengan banyak catatan.\nPemkab mengirim 12 pegawai untuk uji kompetensi."
    )
    found = find_participants(source(text))
    assert (found.count, [person.name for person in found.people]) == (3, ["Rina Marlina", "Arif Budi", "Selvi Natal"])


def test_named_companions_of_who_reports():
    text = "Izin melapor, saya, Pak Ferry Lumi sm Bu Grace Mantir sdh ke Dishub Surabaya.\nMksh pak.\nBitung, 14/6\nStenly Rompa / 0852-0000"
    found = find_participants(source(text))
    assert (found.count, {person.name for person in found.people}) == (
        3,
        {"Ferry Lumi", "Grace Mantir", "Stenly Rompa"},
    )


@pytest.mark.parametrize(
    "text",
    [
        "# Kru\nMoh. Rizal Laka, S.Kom.\nPranata Komputer Ahli Muda\nIndah Sulistia\nPengelola Sistem Informasi\nMentor kami:\nKukuh Praba, S.T.",
        "Sejak Senin sampai Jumat, Moh. Rizal Laka, S.Kom., dan fotografer Indah Sulistia ikut piket di redaksi Kota Semarang.",
        "Kami berdua, yaitu Moh. Rizal Laka, S.Kom. dan Indah Sulistia, mengikuti magang.",
        "Dua petugas pulang dari magang. Mereka adalah Moh. Rizal Laka dan Indah Sulistia.",
    ],
)
def test_names_on_cards_and_in_rows(text: str):
    names = [person.name for person in find_participants(source(text)).people]
    assert [name.removesuffix(", S.Kom.") for name in names] == ["Moh. Rizal Laka", "Indah Sulistia"]


@pytest.mark.parametrize("name", ["Adelina Nenobais, S.Sos.", "Adinda Putri", "Yoga Dwi Pranata, S.T.", "Mei Lestari"])
def test_names_that_begin_like_titles_or_hold_words_of_offices(name: str):
    assert leading_name(name) == name


@pytest.mark.parametrize(
    "text",
    [
        "Dalam masa itu para penulis dibimbing oleh Ida Ayu Komang, S.H. (NIP 197703182005012009), selaku ketua tim.",
        "CI/preseptor: dr. Putu Agus (NIP 197903222006041005)",
        "Foto: Ani Sari (NIP 198911022015032004) bersama Asep Hidayat (NIP 197508192000031005).",
        "Surat dititipkan kepada Kepala Subbidang Diklat kami, Pilemon Nawi (NIP 198409092010041003).",
    ],
)
def test_mentors_and_hosts_with_a_nip_are_no_participants(text: str):
    found = {person.nip for person in find_participants(source(text)).people}
    assert not found & {"197703182005012009", "197903222006041005", "197508192000031005", "198409092010041003"}


def test_who_leads_the_party_has_his_title_right_before_his_name():
    text = "Sebanyak 24 orang berkunjung ke Kota Bogor. Asisten I Setda Bulukumba, Drs. Andi Buyung, M.Si., memimpin rombongan."
    assert [person.name for person in find_participants(source(text)).people] == ["Drs. Andi Buyung, M.Si."]


def test_who_signs_below_a_mentor_with_a_nip_is_no_participant():
    text = (
        "Sebagai pembimbing kami tunjuk Sdr. Rusdi Karim, S.H. (NIP 198001012005011003).\nSekretaris Daerah Kota Ternate,\n"
        "Dr. Rizal Marsa, S.E.\nNIP 197012121995031002"
    )
    assert find_participants(source(text)).people == ()
