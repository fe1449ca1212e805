"""Where recommendations stand and where words like theirs are something else: forms, boards, letters, run-in sentences."""

import pytest

import nlp.pipeline  # registers doc._.source and doc._.facts
from nlp.components.proposals import Judged, may_be, pieces_of
from nlp.components.recommendation_correspondence import is_correspondence
from nlp.components.recommendation_heading_words import opens_section
from nlp.components.recommendation_units import units_of
from nlp.components.recommendation_words import has_modal, is_rejected, proposes
from nlp.components.recommendations import find_recommendations
from nlp.extraction import Kind
from tests.nlp.components.documents import facts, source

assert nlp.pipeline.COMPONENTS


def texts(
    notation: str, kind: Kind = Kind.REPORT, file_format: str = "docx", *, likely: float | None = None
) -> list[str]:
    """The recommendations, by the rules alone or with a classifier that finds everything equally `likely`."""
    document = source(notation, file_format=file_format)
    judged = None
    if likely is not None:
        pieces = [piece for piece in pieces_of(document, units_of(document), kind) if may_be(piece)]
        judged = Judged(pieces, [likely] * len(pieces))
    return [item.text for item in find_recommendations(document, facts(kind), judged)]


@pytest.mark.parametrize(
    "label", ["Yang seharusnya kita ubah", "Hal yang mesti kami perbaiki", "Yang diharapkan dari instansi lain"]
)
def test_a_form_holds_them_beside_such_a_label(label: str) -> None:
    form = f"""
    # Lembar Peserta
    | Nama | Rahmi Syafitri |
    | Yang dikerjakan | Menyusun rekap berkas dan melayani penelepon |
    | {label} | Memasang papan antrean di lobi. Memberi kurir arsip satu kunci lemari. |
    """.replace("\n    ", "\n")
    assert texts(form, likely=0.97) == ["Memasang papan antrean di lobi.", "Memberi kurir arsip satu kunci lemari."]


def test_a_form_with_nothing_beside_the_label_holds_none() -> None:
    form = "# Lembar 2\n| Nama | Yusri |\n| Yang dikerjakan | Menata arsip kepegawaian dan memindai berkas |\n| Saran | belum ada |"
    assert texts(form, likely=0.97) == []


def test_a_forms_cell_may_name_the_unit_before_the_action() -> None:
    form = "# Lembar Bersama\n| Tanggal | 3 Mei 2025 |\n| Yang dimohonkan kepada dinas lain | Dinas Sosial: menunjuk dua petugas pendamping |"
    assert texts(form) == ["menunjuk dua petugas pendamping"]


@pytest.mark.parametrize("label", ["Yang diharapkan dari magang", "Yang diminta dari peserta", "Yang dikerjakan"])
def test_other_labels_open_nothing(label: str) -> None:
    assert not opens_section(label)


def test_the_participants_own_work_is_none() -> None:
    table = "# Rencana 60 hari\n| Pekan | Kegiatan peserta | Keadaan |\n| 1 | Susun rancangan jadwal piket | proses |\n| 2 | Latih rekan di loket | belum |"
    assert texts(table, likely=0.99) == []


@pytest.mark.parametrize("heading", ["GAGASAN 2", "Ide ke-3", "AKSI 1", "Kartu perbaikan 4"])
def test_cards_are_numbered(heading: str) -> None:
    assert opens_section(heading)


@pytest.mark.parametrize("heading", ["Kartu kendali", "Ide pokok bacaan", "Aksi 212"])
def test_not_every_card_proposes(heading: str) -> None:
    assert not opens_section(heading)


def test_an_action_behind_its_unit_needs_no_other_word() -> None:
    slide = "# Yang kami minta dari perangkat daerah lain\nBagian Umum: sediakan ruang arsip di lantai dua\nKepala bidang: silakan bertanya kapan saja"
    assert texts(slide, file_format="pptx", likely=0.001) == ["sediakan ruang arsip di lantai dua"]


def test_a_bold_sentence_runs_on_in_its_paragraph() -> None:
    page = """
# 4. Saran
## 4.1 Kepada Dinas Sosial
## Buka loket pengaduan keliling di tiga kecamatan terjauh paling lambat
Oktober 2025. Warga di sana menempuh dua jam perjalanan.
## Susun daftar penerima bantuan bersama pendamping desa dan
tokoh adat. Daftar sekarang berumur empat tahun.
"""
    assert texts(page, file_format="pdf") == [
        "Buka loket pengaduan keliling di tiga kecamatan terjauh paling lambat Oktober 2025.",
        "Susun daftar penerima bantuan bersama pendamping desa dan tokoh adat.",
    ]


def test_a_heading_does_not_run_on() -> None:
    page = "# Membangun Pelayanan Publik yang Cepat di Daerah Kepulauan Terluar\nBab ini memuat hasil pengamatan kami."
    units = units_of(source(page, file_format="pdf"))
    assert [unit.text for unit in units] == [
        "Membangun Pelayanan Publik yang Cepat di Daerah Kepulauan Terluar",
        "Bab ini memuat hasil pengamatan kami.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kepastian jumlah rombongan hendaknya kami terima sebelum 4 Juni 2025.",
        "Untuk itu, nama pendamping agar dikirim melalui Bagian Umum.",
        "Perubahan jadwal sebaiknya disampaikan kepada kami melalui telepon.",
        "Dua tahun lalu rombongan Ibu meninggalkan usul untuk kami, yaitu agar loket dibuka lebih pagi.",
    ],
)
def test_a_letters_own_business(text: str) -> None:
    assert is_correspondence(text)


@pytest.mark.parametrize(
    "text",
    [
        "Jawaban pengaduan warga sebaiknya ditempel di papan desa.",
        "Tim kami menyarankan agar rekam medis disimpan di tiap bangsal.",
        "Daftar tunggu hendaknya dipajang di lobi rumah sakit Ibu.",
    ],
)
def test_advice_in_a_letter_stays(text: str) -> None:
    assert not is_correspondence(text)


def test_what_a_letter_rests_on_opens_nothing() -> None:
    letter = """
Memperhatikan Rencana Aksi Daerah Pengelolaan Sampah 2025, bersama ini kami sampaikan hal-hal berikut:
1. Kami menugaskan delapan pegawai untuk magang selama sepuluh hari.
2. Seluruh biaya ditanggung daerah kami.
"""
    assert texts(letter, Kind.LETTER) == []


def test_a_host_gives_advice_in_a_letter() -> None:
    letter = """
Dari catatan pembimbing kami, bersama ini kami memberi masukan berikut.
a. Pintu gudang arsip hendaknya diberi sekat tahan api.
b. Petugas jaga agar digilir setiap pekan.
"""
    assert len(texts(letter, Kind.LETTER)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Rekomendasi kami susun dalam bentuk kartu supaya mudah dibaca.",
        "Usulan ini dikelompokkan menurut bidang.",
        "Semua saran sengaja kami batasi pada yang murah.",
        "Bupati berpesan agar ilmu yang didapat jangan berhenti di laporan.",
        "Selain itu, agar mahasiswa dapat memahami tata kelola arsip.",
    ],
)
def test_what_only_tells_is_no_proposal(text: str) -> None:
    assert is_rejected(text)


@pytest.mark.parametrize(
    "text",
    [
        "Usulan formasi disusun bersama BKD sebelum Mei 2025",
        "Kami menyarankan agar loket lama jangan hanya ditutup; alihkan petugasnya ke desa.",
        "Agar peserta lebih banyak praktik, tambah dua hari di lapangan.",
    ],
)
def test_what_looks_alike_may_be_one(text: str) -> None:
    assert not is_rejected(text)


def test_the_time_has_come() -> None:
    assert proposes("Menurut kami sudah saatnya Dinas Sosial memakai satu daftar penerima.")
    assert not has_modal("Hasilnya akan diumumkan pada saatnya nanti.")


@pytest.mark.parametrize(
    ("likely", "text"),
    [
        (
            0.0001,
            "Kami merekomendasikan agar Badan Kepegawaian Daerah Provinsi Sumatera Barat membangun aplikasi serupa.",
        ),
        (0.0001, "Karena itu penulis menyarankan kepada Dinas Kesehatan untuk menambah mobil keliling."),
    ],
)
def test_what_the_writers_propose_in_so_many_words_stays(likely: float, text: str) -> None:
    assert texts(f"# Pembahasan\n{text}", likely=likely) == [text]


def test_the_classifier_keeps_its_word_elsewhere() -> None:
    assert texts("# Pembahasan\nSetiap pemohon perlu menunggu di lobi.", likely=0.0001) == []


def test_a_list_of_proposals_may_say_what_ought_to_be() -> None:
    item = "Perlu dilakukan peremajaan mobil pustaka karena sering mogok."
    assert texts(f"# B. Saran\n1. {item}", likely=0.0001) == [item]
    assert texts("# B. Saran\n1. Perlu kami jelaskan bahwa mobil pustaka sering mogok.", likely=0.0001) == []
