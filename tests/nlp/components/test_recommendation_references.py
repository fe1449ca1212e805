"""Who is to act: pointed back to, named behind the list, asked in running text, the one by whom it is done."""

import pytest

import nlp.pipeline  # registers doc._.source and doc._.facts
from nlp.components.deadlines import find_deadline
from nlp.components.recommendation_addressee import Addressees
from nlp.components.recommendation_timelines import times_of
from nlp.components.recommendation_units import units_of
from nlp.pages import Box, PageBuilder, Pages
from nlp.source import Source
from tests.nlp.components.documents import facts, source

assert nlp.pipeline.COMPONENTS
HOME, HOST = "Pemerintah Kabupaten Agam", "Pemerintah Kota Blitar"
ROADS = "Dinas Pekerjaan Umum dan Penataan Ruang Kabupaten Agam"


def _names() -> Addressees:
    return Addressees(facts(home=HOME, host=HOST))


@pytest.mark.parametrize(
    ("before", "text", "name"),
    [
        ("Dinas Sosial memegang datanya.", "Dinas yang sama hendaknya membuka loket.", "Dinas Sosial Kabupaten Agam"),
        (
            "Dinas Sosial pernah mencobanya.",
            "Kami juga meminta dinas itu menambah loket.",
            "Dinas Sosial Kabupaten Agam",
        ),
        (
            "BKPSDM dan Dinas Sosial hadir.",
            "Selanjutnya, dinas tersebut perlu menata arsip.",
            "Dinas Sosial Kabupaten Agam",
        ),
        ("Jembatan dirawat Dinas PUPR.", "Kepada instansi itu kami sarankan agar segera mendata.", ROADS),
        ("Kami belajar pada Dinas Sosial Kota Blitar.", "Dinas tersebut perlu menambah loket.", None),
        ("Dinas Sosial sudah lama menunggu.", "Badan itu perlu menata arsip.", None),
        ("Dinas Sosial sudah lama menunggu.", "Loket di dinas itu perlu ditambah.", None),
    ],
)
def test_the_same_office_is_the_one_named_before(before: str, text: str, name: str | None):
    names = Addressees(facts(home=HOME, host=HOST), f"{before} {text}")
    assert names.resolve(text, None, (), start=len(before) + 1) == name


def _behind_list(closing: str) -> list[str | None]:
    document = source(f"# Saran\nPendapat lain\n- menata arsip\n- menambah loket\n- melatih petugas\n{closing}")
    given = facts(home=HOME, host=HOST)
    given.units = units_of(document)
    names = Addressees(given, document.text)
    texts = ("Pendapat lain", "menata arsip", "menambah loket", "melatih petugas")
    return [names.resolve(text, None, (), start=document.text.index(text)) for text in texts]


@pytest.mark.parametrize(
    "closing",
    [
        "Ketiganya menjadi tanggung jawab Dinas Sosial.",
        "Ketiga langkah tersebut ditujukan kepada Dinas Sosial.",
        "Semua langkah di atas ditargetkan selesai Juni 2026 dan menjadi tugas Dinas Sosial.",
        "Semuanya kami titipkan kepada Dinas Sosial",
        "Seluruh usul di atas hendaknya dikerjakan Dinas Sosial.",
    ],
)
def test_a_line_behind_the_list_says_whose_it_is(closing: str):
    assert _behind_list(closing) == [None, *["Dinas Sosial Kabupaten Agam"] * 3]


@pytest.mark.parametrize(
    "closing",
    [
        "Ketiganya kami pelajari dari Dinas Sosial.",
        "Ketiganya sudah lama kami usahakan untuk Dinas Sosial.",
        "Semuanya dinilai baik oleh Dinas Sosial.",
        "Ketiga orang itu ditugaskan Dinas Sosial.",
    ],
)
def test_what_else_stands_behind_a_list_says_nothing_of_it(closing: str):
    assert _behind_list(closing) == [None] * 4


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ia juga meminta agar Dinas Sosial mulai mendata lahan.", "Dinas Sosial Kabupaten Agam"),
        ("Kami berharap, sebaiknya Dinas Sosial sudah memiliki gudang.", "Dinas Sosial Kabupaten Agam"),
        ("Kami menyarankan agar Dinas Sosial tidak lagi menyimpan uang tunai.", "Dinas Sosial Kabupaten Agam"),
        ("Sudah waktunya Dinas Sosial memegang satu daftar.", "Dinas Sosial Kabupaten Agam"),
        ("Peta itu sebaiknya disusun Dinas PUPR tahun depan.", ROADS),
        ("Kami minta agar naskahnya segera dikaji Dinas PUPR.", ROADS),
        ("Kami mengusulkan kepada Camat Baso agar satu pegawai berjaga.", "Kecamatan Baso Kabupaten Agam"),
        ("Mereka meminta Lurah Pasar Baru menata lapak.", "Kelurahan Pasar Baru Kabupaten Agam"),
        ("Tim meminta Perumda Air Minum memasang meter.", "Perusahaan Umum Daerah Air Minum Kabupaten Agam"),
        ("PDAM Tirta Antokan perlu mengganti pipa.", "Perusahaan Daerah Air Minum Tirta Antokan Kabupaten Agam"),
        ("Dinas Sosial dianjurkan membuka datanya.", "Dinas Sosial Kabupaten Agam"),
        ("Akan lebih baik jika Dinas Sosial memimpin rapat.", "Dinas Sosial Kabupaten Agam"),
        ("Alangkah baiknya bila Bupati memimpin rapat bulanan.", HOME),
        ("Kami usul agar Dinas Sosial yang memeriksa, bukan nagari.", "Dinas Sosial Kabupaten Agam"),
        ("Aduan masuk lewat satu pintu, dan Dinas Sosial menutup loket lama.", "Dinas Sosial Kabupaten Agam"),
        ("Aduan sebaiknya satu pintu, dan Dinas Sosial Kota Blitar menutup loket lama.", None),
        ("Aduan sebaiknya satu pintu, seperti dan di Dinas Sosial.", None),
        ("Kami mohon Bupati melimpahkan izin kepada Dinas Sosial paling lambat Mei.", HOME),
        ("Berkas itu sudah dikirim kepada Dinas Sosial yang memegang gudang.", None),
        ("Perlu dibentuk UPTD Parkir di Dinas PUPR.", None),
        ("Gudang yang dikelola Dinas Sosial perlu ditata.", None),
        ("Gudang perlu dikunjungi Dinas Sosial Kota Blitar.", None),
        ("Kami berterima kasih kepada Camat Baso atas jamuannya.", None),
        ("Pipa dari PDAM Tirta Antokan sering bocor.", None),
    ],
)
def test_who_is_asked_in_running_text(text: str, name: str | None):
    assert _names().of_words(text) == name


def test_a_part_of_home_may_act_in_the_last_clause():
    names = Addressees(facts(home="Rumah Sakit Umum Daerah Lubuk Basung Kabupaten Agam", host=HOST))
    part = names.of_words(
        "Berkas kiranya kembali dalam dua hari; untuk itu Instalasi Gizi Saudara perlu menambah petugas."
    )
    assert part == "Instalasi Gizi Rumah Sakit Umum Daerah Lubuk Basung Kabupaten Agam"


@pytest.mark.parametrize(
    "text",
    [
        "Seluruh distrik di Agam perlu menempelkan tarif.",
        "Setiap OPD hendaknya menunjuk petugas.",
        "Para camat diminta hadir.",
    ],
)
def test_where_many_are_to_act_no_heading_names_the_one(text: str):
    assert _names().resolve(text, None, ("2.5 Kecamatan Baso", "Dinas Sosial")) is None


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("TAPD", "Tim Anggaran Pemerintah Daerah Kabupaten Agam"),
        ("TPPS, Dinas Sosial", "Tim Percepatan Penurunan Stunting Kabupaten Agam"),
        ("Bagian Pengadaan Barang/Jasa", "Bagian Pengadaan Barang/Jasa Sekretariat Daerah Kabupaten Agam"),
    ],
)
def test_owners_cells(cell: str, name: str):
    assert _names().of_owner(cell) == name


def _slide(*boxes: tuple[str, ...]) -> Source:
    builder = PageBuilder(1)
    for number, lines in enumerate(boxes):
        for line in lines:
            box = Box(left=100.0 * number, top=10, right=100.0 * number + 90, bottom=200)
            builder.add(line, box=box)
    return Source(Pages("uji", "0" * 64, "pptx", (builder.build(),)))


@pytest.mark.parametrize(
    "head",
    ["MULAI SEKARANG (paling lambat Mei 2026)", "Gelombang pertama: s.d. Mei 2026", "Mei 2026", "Lekas – Mei 2026"],
)
def test_the_first_line_of_a_box_times_all_below_it(head: str):
    units = units_of(
        _slide((head, "Menata arsip desa dan kota", "Susun daftar petugas jaga"), ("Kelak", "Membangun gudang arsip"))
    )
    times = times_of(units)
    assert [times[id(unit)].text if id(unit) in times else None for unit in units] == [None, head, head, None, None]


@pytest.mark.parametrize(
    "head", ["Menata gudang di pasar (Mei 2026)", "Kunjungan kami 3 Mei 2025 ke pasar", "Urutan kerja"]
)
def test_another_first_line_times_none(head: str):
    assert times_of(units_of(_slide((head, "Menata arsip desa dan kota", "Susun daftar petugas jaga")))) == {}


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Cat ulang marka pada anggaran induk 2027", "2027-12-31"),
        ("Beli timbangan lewat anggaran perubahan 2026", "2026-12-31"),
        ("Sisihkan dana di APBD Perubahan TA 2026", "2026-12-31"),
        ("Bandingkan dengan anggaran 2025 yang lalu", None),
    ],
)
def test_a_budget_of_a_year_lasts_as_long_as_it(text: str, last: str | None):
    found = find_deadline(text)
    assert (str(found.last) if found and found.last else None) == last


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Bagian Bappeda:", "Badan Perencanaan Pembangunan Daerah Kabupaten Agam"),
        ("Bagian Organisasi", "Bagian Organisasi Sekretariat Daerah Kabupaten Agam"),
        ("Usul yang sama kami tujukan kepada Camat Baso:", "Kecamatan Baso Kabupaten Agam"),
        ("Berikut tugas PDAM Tirta Antokan:", "Perusahaan Daerah Air Minum Tirta Antokan Kabupaten Agam"),
        ("2.3 PDAM Tirta Antokan", None),
        ("Sambutan Camat Baso", None),
        ("Terima kasih kepada PDAM Kota Blitar", None),
    ],
)
def test_lines_that_are_for_a_local_head_or_a_company(line: str, name: str | None):
    assert _names().of_line(line) == name
