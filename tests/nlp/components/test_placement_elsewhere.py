"""Places outside the one host, bare figures before a place, and what is no place."""

import nlp.pipeline  # registers doc._.source and doc._.facts
from nlp.components.placement_elsewhere import from_elsewhere
from nlp.components.placement_found import Places
from nlp.components.placement_units import UnitNames
from nlp.components.placements import find_placements
from nlp.components.recommendation_units import units_of
from nlp.extraction import Kind
from tests.nlp.components.documents import facts, source

assert nlp.pipeline.COMPONENTS


def elsewhere(text: str) -> list[tuple[str, int | None]]:
    document = source(text)
    names = UnitNames(None, own=frozenset({"Kota Tual"}))
    return [(item.name, item.rows) for item in from_elsewhere(Places(document, units_of(document), names))]


def places(text: str, host: str = "Pemerintah Kota Madiun"):
    told = facts(Kind.REPORT, home="Pemerintah Kabupaten Alor", host=host)
    return [(item.unit, item.count) for item in find_placements(source(text), told)]


def test_each_from_its_unit_to_another():
    text = "Dua orang dari Bapenda Kota Tual ke Badan Pendapatan Daerah Kota Malang, tiga dari Dinas Sosial Kota Tual ke Dinas Sosial Kota Tegal."
    assert elsewhere(text) == [("Badan Pendapatan Daerah Kota Malang", 2), ("Dinas Sosial Kota Tegal", 3)]


def test_bodies_of_the_state_in_a_list():
    text = "Peserta akan magang di beberapa lembaga pusat seperti Kemendagri, BPKP, dan Badan Kepegawaian Negara."
    assert [name for name, _ in elsewhere(text)] == [
        "Kementerian Dalam Negeri",
        "Badan Pengawasan Keuangan dan Pembangunan",
        "Badan Kepegawaian Negara",
    ]


def test_who_arranges_the_internship_is_no_place():
    assert elsewhere("Magang ini bekerja sama dengan LAN dan BKN.") == []
    assert elsewhere("Dinas Sosial Kota Tual magang di Kemendagri.") == []


def test_bare_figures_before_the_places():
    text = "Tiga di antaranya belajar di Dinas Sosial, dua di Bappeda, dan dua sisanya di RSUD Kota Madiun."
    assert [count for _, count in places(text)] == [3, 2, 2]


def test_where_somebody_serves_at_home_is_no_place():
    text = "Peserta magang itu bertugas sebagai staf di Bidang Perumahan Kabupaten Alor."
    assert places(text, "Dinas Sosial Kota Madiun") == [("Dinas Sosial Kota Madiun", None)]


def test_a_spread_of_participants_over_units_that_say_the_hosts_region():
    listed = "Sebaran peserta\n\nDinas Sosial{}: 3 orang\n\nBappeda{}: 2 orang"
    assert [count for _, count in places(listed.format(" Kota Madiun", " Kota Madiun"))] == [3, 2]
    assert places(listed.format("", "")) == []
