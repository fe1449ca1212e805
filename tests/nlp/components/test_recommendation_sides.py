"""For whom a proposal is where the paper speaks to several: home's parts, the host's units, those that a mark or a label names."""

from typing import Any

import pytest

import nlp.pipeline  # registers doc._.source and doc._.facts
from nlp.components.recommendation_addressee import Addressees
from nlp.components.recommendation_legend import code_before, marks_of
from nlp.components.recommendation_offices import as_unit
from nlp.components.recommendations import find_recommendations
from nlp.extraction import Kind, Recommendation
from tests.nlp.components.documents import facts, source

assert nlp.pipeline.COMPONENTS
SUMBAR, JATIM = "Provinsi Sumatera Barat", "Provinsi Jawa Timur"
HOME, HOST = f"Badan Kepegawaian Daerah {SUMBAR}", f"Badan Kepegawaian Daerah {JATIM}"


def found(notation: str, kind: Kind = Kind.REPORT, file_format: str = "docx", **given: Any) -> list[Recommendation]:
    return find_recommendations(source(notation, file_format=file_format), facts(kind, **given))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("memerintahkan Dinas Sosial memadankan data lansia", f"Dinas Sosial {SUMBAR}"),
        ("Mereka minta Dinas Kesehatan membuka posko", f"Dinas Kesehatan {SUMBAR}"),
        ("Untuk Dinas Pariwisata kami menyarankan penataan papan arah", f"Dinas Pariwisata {SUMBAR}"),
        ("Bidang Mutasi merampungkan peta jabatan", f"Bidang Mutasi {HOME}"),
        ("agar Subbagian Umum segera mengganti pendingin ruang", f"Subbagian Umum {HOME}"),
        (f"{HOST} kami sarankan menerbitkan modul magang", HOST),
        ("Bank Nagari Cabang Padang perlu menambah agen di pelosok", "Bank Nagari Cabang Padang"),
        ("Kepada Lembaga Administrasi Negara: pembekalan diperpanjang", "Lembaga Administrasi Negara"),
    ],
)
def test_the_words_of_an_item_name_who_is_to_act(text: str, name: str):
    assert Addressees(facts()).of_words(text) == name


def test_what_a_host_is_said_to_be_is_no_advice_to_him():
    assert Addressees(facts()).of_words(f"{HOST} sudah memakai antrean daring") is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Masukan untuk BKD Provinsi Jawa Timur", HOST),
        ("Usulan kami kepada Kepala Badan:", HOME),
        ("memohon perkenan Bapak Kepala Badan untuk:", HOME),
        ("kiranya Bapak Gubernur berkenan:", f"Pemerintah {SUMBAR}"),
        ("kiranya Bapak Gubernur berkenan menyetujui:", None),
        ("untuk pemerintah nagari", "pemerintah nagari"),
    ],
)
def test_a_line_above_says_to_whom_it_speaks(line: str, name: str | None):
    assert Addressees(facts()).of_line(line) == name


@pytest.mark.parametrize(
    ("written", "unit"),
    [("Sekretaris DPRD", "Sekretariat DPRD"), ("Kasatpol PP", "Satpol PP"), ("Plt. Kadinkes", "Dinkes")],
)
def test_a_head_whose_title_holds_the_short_name(written: str, unit: str):
    assert as_unit(written) == unit


def test_a_label_that_begins_like_a_preposition_is_a_units_name():
    (item,) = found("# Saran\n- Bagian Umum: menyusun jadwal piket kendaraan", home=f"Rumah Sakit Umum Daerah {SUMBAR}")
    assert (item.text, item.addressee) == (
        "menyusun jadwal piket kendaraan",
        f"Bagian Umum Rumah Sakit Umum Daerah {SUMBAR}",
    )


def test_the_heading_of_a_plan_names_its_agency_though_it_tells_of_a_visit():
    (item,) = found(
        "# Rencana Tindak Lanjut BKD Provinsi Sumatera Barat sesudah Kunjungan ke Surabaya\n- Menyusun peta jabatan"
    )
    assert item.addressee == HOME


def test_a_mark_that_the_letter_explains_says_for_whom():
    text = "Yang bertanda (P) untuk Ibu di Surabaya, yang bertanda (D) akan kami ajukan ke pimpinan kami."
    assert list(marks_of(text)) == ["P", "D"]
    assert code_before("(P)+(D) membuat grup")[0] == ("P", "D")
    items = found(
        f"Berikut poin saran kami. {text}\n- (P) menerbitkan panduan loket\n- (D) menambah dua petugas loket",
        Kind.LETTER,
    )
    assert [(item.text, item.addressee) for item in items] == [
        ("menerbitkan panduan loket", HOST),
        ("menambah dua petugas loket", HOME),
    ]


def test_the_notes_of_a_slide_may_hold_the_proposals():
    items = found(
        "# Oleh-oleh\n- Data rapi dari desa\n> Bacakan pelan. Usulan kami kepada Kepala Badan:\n> 1. Menyusun jadwal keliling.\n> 2. Membeli satu pemindai.\n"
        "> Lalu buka tanya jawab.\n===\n# Penutup\n> Masukan untuk BKD Provinsi Jawa Timur, dengan santun: memasang papan arah. Lalu salam.",
        file_format="pptx",
    )
    said = [(item.text.rstrip("."), item.addressee) for item in items if item.text[:1] in "Mm"]
    assert said == [("Menyusun jadwal keliling", HOME), ("Membeli satu pemindai", HOME), ("memasang papan arah", HOST)]


def test_a_team_stands_for_the_unit_whose_people_it_is_made_of():
    text = "TIM PANGAN\nDinas Pertanian\nTIM VOKASI\nDinas Tenaga Kerja"
    assert Addressees(facts(home=f"Pemerintah {SUMBAR}"), text).of_line("TIM PANGAN") == f"Dinas Pertanian {SUMBAR}"
