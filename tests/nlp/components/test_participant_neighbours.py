"""Participants in sections, bare tables, cards and sentences: parts, remainders, batches, drop-outs."""

import pytest

from nlp.components.head_records import recorded_count
from nlp.components.participants import find_participants
from nlp.components.recommendation_units import units_of
from tests.nlp.components.documents import source
from tests.nlp.components.test_slide_cards import Shape, deck

COVER: tuple[str, list[Shape]] = ("Hasil magang kami", [])


@pytest.mark.parametrize(
    ("text", "count", "groups"),
    [
        (
            "# Peserta\nRombongan kami 12 orang. Tujuh orang dari Dinas Kesehatan, tiga dari RSUD, dan sisanya dari Bappeda.",
            12,
            [("Dinas Kesehatan", 7), ("RSUD", 3), ("Bappeda", 2)],
        ),
        (
            "Magang diikuti 15 orang, terdiri atas 6 orang dari Dinas Sosial, 5 orang dari Dinas PMD, dan selebihnya pegawai kecamatan.",
            15,
            [("Dinas Sosial", 6), ("Dinas PMD", 5), ("pegawai kecamatan", 4)],
        ),
        (
            "Delapan pegawai magang di Kota Tegal. Dinas Sosial, Dinas Kesehatan, Bappeda, dan Inspektorat masing-masing dua orang.",
            8,
            [("Dinas Sosial", 2), ("Dinas Kesehatan", 2), ("Bappeda", 2), ("Inspektorat", 2)],
        ),
        (
            "Sepuluh pegawai kami mengikuti magang. Inspektorat mengirim dua orang, Badan Kepegawaian tiga orang, dan Dinas Pendidikan lima orang.",
            10,
            [("Inspektorat", 2), ("Badan Kepegawaian", 3), ("Dinas Pendidikan", 5)],
        ),
        (
            "# Siapa yang berangkat\nDari Bapenda berangkat empat orang, dari BPKAD tiga orang, dan dari Inspektorat dua orang, jadi semuanya sembilan orang.",
            9,
            [("Bapenda", 4), ("BPKAD", 3), ("Inspektorat", 2)],
        ),
        (
            "# Peserta\nEnam orang berangkat pada gelombang pertama dan lima orang pada gelombang kedua, sehingga seluruhnya 11 orang.",
            11,
            [("gelombang pertama", 6), ("gelombang kedua", 5)],
        ),
        (
            "# Peserta per angkatan\n| Angkatan | Waktu | Jumlah |\n| I | 3-14 Juni 2024 | 10 |\n| II | 1-12 Juli 2024 | 9 |\n| Total | | 19 |",
            19,
            [("Angkatan I", 10), ("Angkatan II", 9)],
        ),
        (
            "Sembilan pegawai magang di Kota Batu. Di antara kami ada dua auditor muda dan seorang perancang peraturan.",
            9,
            [],
        ),
    ],
)
def test_parts_of_the_whole(text: str, count: int, groups: list[tuple[str, int]]) -> None:
    found = find_participants(source(text))
    assert (found.count, [(group.label, group.count) for group in found.groups]) == (count, groups)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            "Kami mendaftarkan 12 orang. Dua orang mengundurkan diri karena sakit sehingga yang mengikuti magang sampai selesai 10 orang.",
            10,
        ),
        (
            "Dari 14 orang yang ditugaskan, satu orang batal berangkat karena hamil tua, jadi hanya tiga belas orang yang magang di Surabaya.",
            13,
        ),
        ("Magang diikuti tiga puluh dua orang dari delapan kecamatan, masing-masing empat orang.", 32),
        ("Kami berangkat bersepuluh ke Kota Malang untuk magang.", 10),
        ("# Perubahan\n| Uraian | Semula | Menjadi |\n| Jumlah peserta | 9 orang | 6 orang |", 6),
    ],
)
def test_who_dropped_out_is_not_counted(text: str, count: int) -> None:
    assert find_participants(source(text)).count == count


def test_minutes_count_the_guests_of_the_internship() -> None:
    text = "Ketua menyampaikan bahwa magang di Kota Solo adalah yang kedua. Pesertanya 14 orang dari 9 dinas."
    assert recorded_count(units_of(source(text))) == 14


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "# Peserta\n- Dinas Pertanian: Sutarno, S.P., M.Si.; Wahyu Hidayat, S.P.\n- Bappeda: Rahmat Saleh, S.E., M.E. dan Intan Permata, S.Si.",
            ["Sutarno, S.P., M.Si.", "Wahyu Hidayat, S.P.", "Rahmat Saleh, S.E., M.E.", "Intan Permata, S.Si."],
        ),
        (
            "# Peserta\nDinas Kesehatan diwakili dr. Sinta Maharani dan Ns. Bagas Prakoso, S.Kep.; RSUD oleh drg. Wulan Sari dan Tono Hartono, A.Md.RMIK.",
            ["dr. Sinta Maharani", "Ns. Bagas Prakoso, S.Kep.", "drg. Wulan Sari", "Tono Hartono, A.Md.RMIK."],
        ),
        (
            "# Yang berangkat\nKabag Hukum (Sitti Nurbaya, S.H., M.H.), dua perancang (Andi Tenri, S.H. dan Muh. Alwi, S.H.).",
            ["Sitti Nurbaya, S.H., M.H.", "Andi Tenri, S.H.", "Muh. Alwi, S.H."],
        ),
        (
            "# Rombongan\nDi Kota Malang kami diterima oleh Drs. Suwito, M.M. dan Endah Lestari, S.Sos. dari Bappeda.",
            [],
        ),
        ("# Pembimbing\nKedua pembimbing, yakni Agus Dwi, S.E. dan Rini Asih, S.H., sabar sekali.", []),
        (
            "| Nama | Minggu I | Minggu II |\n| Ahmad Fauzi, S.E. | Bapenda | BPKAD |\n| Rusdi | BPKAD | Diskominfo |",
            [],
        ),
        (
            "# Pembagian tempat\n| Nama | Minggu I | Minggu II |\n| Ahmad Fauzi, S.E. | Bapenda | BPKAD |\n| Lina Ria, S.Sos. | Bapenda | RSUD |\n| Rusdi | BPKAD | RSUD |",
            ["Ahmad Fauzi, S.E.", "Lina Ria, S.Sos.", "Rusdi"],
        ),
        (
            "# Kelompok\n| Kelompok | Anggota | Pembimbing |\n| I | Dedi Kusnadi, S.T.; Rini Astuti, S.T. | Ir. Paijo, M.T. |\n| II | Wati, A.Md. | Sri Hartini, S.E. |",
            ["Dedi Kusnadi, S.T.", "Rini Astuti, S.T.", "Wati, A.Md."],
        ),
        (
            "# Laporan magang\n| Perihal | Magang di Kota Batu |\n| Para pelapor | Yusran, S.E.; Marlina, S.H.; Karim |",
            ["Yusran, S.E.", "Marlina, S.H.", "Karim"],
        ),
        (
            "Ketiga pegawai dimaksud, yakni Sdr. Umar Said, S.T., Sdr. Robi, S.E., dan Sdri. Lilis Karlina, S.E., telah kembali dari magang.",
            ["Umar Said, S.T.", "Robi, S.E.", "Lilis Karlina, S.E."],
        ),
        (
            "Kami mengirimkan Saudara Dharma Putra, S.T., Kepala Bidang Jalan, dan Saudari Ni Luh Ayu, S.T., Pengawas Jalan, untuk mengikuti magang.",
            ["Dharma Putra, S.T.", "Ni Luh Ayu, S.T."],
        ),
        ("Dua orang dari Bapenda, yaitu Sdr. Hamid Usman dan Sdri. Meli Paka, tidak jadi diikutsertakan magang.", []),
        (
            "Ketiga pegawai itu, Hendra Gunawan, Siti Aminah, dan Rudi Tabuti, akan magang di Kota Batu.",
            ["Hendra Gunawan", "Siti Aminah", "Rudi Tabuti"],
        ),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert [person.name for person in find_participants(source(text)).people] == names


def test_a_form_below_the_name_that_heads_it() -> None:
    text = "# Lembar peserta 2: Wayan Sudira, S.H.\n| NIP | 198501012010011001 |\n| Jabatan | Analis Hukum |\n| Tempat magang | Bagian Hukum Setda Kota Malang |"
    (person,) = find_participants(source(text)).people
    assert (person.name, person.nip, person.position) == ("Wayan Sudira, S.H.", "198501012010011001", "Analis Hukum")


@pytest.mark.parametrize(
    ("title", "boxes", "people"),
    [
        (
            "Kelompok A: Bappeda",
            [("Sri Wahyuni, S.E.\nDinas Sosial", 40, 100, 200, 80), ("Tarmizi\nDPUPR", 260, 100, 200, 80)],
            [("Sri Wahyuni, S.E.", "Dinas Sosial"), ("Tarmizi", "DPUPR")],
        ),
        (
            "Gelombang II",
            [("Sri Wahyuni, S.E. (Dinas Sosial)\nJoko Purnomo, S.T. (DPUPR)", 40, 100, 600, 130)],
            [("Sri Wahyuni, S.E.", "Dinas Sosial"), ("Joko Purnomo, S.T.", "DPUPR")],
        ),
        (
            "Pimpinan Bappeda Kota Solo",
            [("Sri Wahyuni, S.E.\nKepala Badan", 40, 100, 200, 80), ("Joko, S.T.\nSekretaris", 260, 100, 200, 80)],
            [],
        ),
    ],
)
def test_slides(title: str, boxes: list[Shape], people: list[tuple[str, str]]) -> None:
    found = find_participants(deck(COVER, (title, boxes))).people
    assert [(person.name, person.unit) for person in found] == people
