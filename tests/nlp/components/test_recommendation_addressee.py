"""Who is to act: by the one who leads the unit, by an office, by the paper's own region where no home was found."""

import pytest

import nlp.pipeline  # registers doc._.source and doc._.facts
from nlp.components.recommendation_addressee import Addressees
from nlp.components.recommendation_offices import as_unit, home_region
from nlp.components.recommendations import find_recommendations
from nlp.extraction import Kind
from tests.nlp.components.documents import facts, source

assert nlp.pipeline.COMPONENTS
HOSPITAL = "Rumah Sakit Umum Daerah Banyuasin"


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("Kabag Keuangan", "Bagian Keuangan"),
        ("Ka. Inst. Farmasi", "Instalasi Farmasi"),
        ("Kepala Bidang Aset", "Bidang Aset"),
        ("Plt. Kasubbag Umum", "Subbagian Umum"),
        ("Bag. Org", "Bagian Organisasi"),
        ("Kabupaten Agam", "Kabupaten Agam"),
    ],
)
def test_the_one_who_leads_stands_for_the_unit(written: str, unit: str):
    assert as_unit(written) == unit


def test_a_head_in_the_owner_column_is_his_unit_of_the_home_agency():
    assert Addressees(facts(home=HOSPITAL)).of_owner("Kabag Keuangan") == f"Bagian Keuangan {HOSPITAL}"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("USULAN UNTUK BAPAK GUBERNUR", "Pemerintah Provinsi Sumatera Barat"),
        ("Sekda", "Sekretariat Daerah Provinsi Sumatera Barat"),
        ("UNTUK OPD KITA", "Badan Kepegawaian Daerah Provinsi Sumatera Barat"),
        ("Rancangan peraturan gubernur", None),
    ],
)
def test_a_heading_may_name_an_office_or_the_own_unit(line: str, name: str | None):
    assert Addressees(facts()).of_line(line) == name


def test_without_a_home_party_the_region_that_the_paper_names_first_counts():
    text = "HASIL MAGANG PROVINSI MALUKU UTARA DI PROVINSI BALI"
    given = facts(home=None, host="Dinas Pariwisata Provinsi Bali")
    assert home_region(given, text) == "Provinsi Maluku Utara"
    assert Addressees(given, text).of_line("Bappeda") == "Badan Perencanaan Pembangunan Daerah Provinsi Maluku Utara"


def test_a_letters_head_names_its_sender_whatever_was_taken_for_the_host():
    given = facts(Kind.LETTER, home=None, host="Pemerintah Kabupaten Halmahera Barat")
    assert home_region(given, "SEKRETARIAT DAERAH KABUPATEN HALMAHERA BARAT") == "Kabupaten Halmahera Barat"


def test_a_unit_to_which_something_is_done_does_not_act():
    names = Addressees(facts()).of_words(
        "RSUD M. Natsir dan RS Semen Padang diajak menandatangani kerja sama data (BKD)"
    )
    assert names == "Badan Kepegawaian Daerah Provinsi Sumatera Barat"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gubernur perlu melimpahkan izin pertambangan kepada Dinas Sosial", "Pemerintah Provinsi Sumatera Barat"),
        ("Mesin antrean dianggarkan pada Dinas Sosial", "Dinas Sosial Provinsi Sumatera Barat"),
        (
            "Warna peta ditetapkan dengan keputusan Kepala Dinas Sosial sebelum Lebaran",
            "Dinas Sosial Provinsi Sumatera Barat",
        ),
    ],
)
def test_the_one_who_begins_the_sentence_pays_or_decrees_is_to_act(text: str, name: str):
    assert Addressees(facts()).of_words(text) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Bagi para camat se-Kabupaten Agam", "para camat se-Kabupaten Agam"),
        ("Kepada seluruh kepala puskesmas:", "seluruh kepala puskesmas"),
        ("Kami berterima kasih kepada para camat", None),
    ],
)
def test_many_of_one_kind_are_addressed_as_written(line: str, name: str | None):
    assert Addressees(facts()).of_line(line) == name


TARAKAN, TIDORE = "Pemerintah Kota Tarakan", "Pemerintah Kota Tidore Kepulauan"


@pytest.mark.parametrize(
    ("paper", "region"),
    [
        ("PEMERINTAH KOTA TARAKAN\nSEKRETARIAT DAERAH\nNOTA DINAS\n", "Kota Tarakan"),
        ("PEMERINTAH KOTA TARAKAN\nYth. Wali Kota Tarakan\nHal: Kedatangan tamu", "Kota Tarakan"),
        ("PEMERINTAH KOTA TARAKAN\nYth. Wali Kota Tidore Kepulauan\nHal: Masukan", "Kota Tidore Kepulauan"),
        ("Masukan bagi para tamu", "Kota Tidore Kepulauan"),
    ],
)
def test_bare_names_in_a_paper_within_the_hosts_house_are_the_hosts_own(paper: str, region: str):
    given = facts(Kind.OTHER, home=TIDORE, host=TARAKAN)
    assert Addressees(given, paper).of_owner("DLH") == f"Dinas Lingkungan Hidup {region}"


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        ("Tarakan", TARAKAN),
        ("Tidore Kepulauan (Bidang Umum)", TIDORE),
        ("Kecamatan Oba Utara", "Kecamatan Oba Utara Kota Tidore Kepulauan"),
    ],
)
def test_an_owner_may_be_a_partys_region_or_a_part_of_homes(owner: str, name: str):
    assert Addressees(facts(home=TIDORE, host=TARAKAN)).of_owner(owner) == name


@pytest.mark.parametrize(
    ("above", "name"),
    [
        ("Dinas kami hendaknya", "Dinas Pertanian Kabupaten Agam"),
        ("Bapenda perlu", "Badan Pendapatan Daerah Kabupaten Agam"),
        ("Untuk rumah kami sendiri", "Dinas Pertanian Kabupaten Agam"),
        ("Bagi tuan rumah, bila berkenan", "Dinas Pertanian Kabupaten Karo"),
        ("Seperti kata Bapenda", None),
    ],
)
def test_what_stands_over_running_text_says_who_is_to_act(above: str, name: str | None):
    given = facts(home="Dinas Pertanian Kabupaten Agam", host="Dinas Pertanian Kabupaten Karo")
    assert Addressees(given).resolve("mencetak kartu kendali pupuk", None, (above,), strict=True) == name


def test_a_slides_title_names_a_part_of_the_home_agency():
    given = facts(home="Dinas Pertanian Kabupaten Agam")
    named = Addressees(given).resolve("Pengadaan timbangan", None, ("Rekomendasi bagi Bidang Hortikultura",))
    assert named == "Bidang Hortikultura Dinas Pertanian Kabupaten Agam"


def test_who_stands_before_what_a_sentence_counts_off_is_to_do_it_all():
    text = "# Saran\nBappeda perlu (1) menyusun kalender kerja; dan (2) melatih operator kecamatan."
    found = find_recommendations(source(text), facts())
    assert [item.addressee for item in found] == ["Badan Perencanaan Pembangunan Daerah Provinsi Sumatera Barat"] * 2


def test_a_units_name_is_not_parted_where_it_joins_two_duties():
    text = "# Saran\nDinas Komunikasi dan Informatika kami minta menyediakan ruang simpan."
    assert [item.text for item in find_recommendations(source(text), facts())] == [text.split("\n")[1]]


def test_an_inspector_who_is_asked_politely_stands_for_the_inspectorate_as_the_paper_names_it():
    given = Addressees(facts(home="Inspektorat Daerah Kabupaten Agam"))
    text = "Kami mengusulkan kiranya Ibu Inspektur dapat menambah jam layanan konsultasi."
    assert given.of_words(text) == "Inspektorat Daerah Kabupaten Agam"


def test_to_whom_we_hand_a_proposal():
    given = Addressees(facts(home="Dinas Pertanian Kabupaten Agam"))
    text = "Jembatan gantung perlu diganti, kami ajukan ke Dinas Perhubungan untuk ditinjau."
    assert given.of_words(text) == "Dinas Perhubungan Kabupaten Agam"
