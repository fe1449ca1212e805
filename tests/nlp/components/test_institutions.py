"""What each written form of an institution names; the table beside this file is frozen.

`found`: the official names in order, `?` before one that is a guess, `-` where the text names no institution.
"""

import csv
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.components.institutions import find_institutions, government_of, official_name, region_of
from nlp.words import Region, regions

with (Path(__file__).parent / "institution_forms.tsv").open(encoding="utf-8", newline="") as table:
    FORMS = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
# Both Musi Rawas and Murung Raya are written so.
AMBIGUOUS = {"Mura"}
GOVERNMENTS = {
    "provinsi": (
        "Pemerintah Provinsi {}", "Pemprov {}", "pemprov {}", "Pemprop {}", "Pemda Provinsi {}", "Pemerintah Daerah Provinsi {}",
        "Pemerintah Prov. {}", "Pemerintah Propinsi {}", "Pemerintah\nProvinsi {}", "Pemerintah Provinsi (Pemprov) {}", "Gubernur {}",
        "Wakil Gubernur {}", "Sekretaris Daerah Provinsi {}",
    ),
    "kabupaten": (
        "Pemerintah Kabupaten {}", "Pemkab {}", "pemkab {}", "Pemda Kabupaten {}", "Pemerintah Daerah Kabupaten {}", "Pemerintah Kab. {}",
        "Pemda Kab. {}", "Pemerintah\nKabupaten {}", "Pemerintah Kabupaten\n{}", "Pemerintah Kabupaten (Pemkab) {}", "Bupati {}",
        "Wakil Bupati {}", "Sekretaris Daerah Kabupaten {}",
    ),
    "kota": (
        "Pemerintah Kota {}", "Pemkot {}", "pemkot {}", "Pemko {}", "Pemda Kota {}", "Pemerintah Daerah Kota {}", "Pemerintah\nKota {}",
        "Pemerintah Kota (Pemkot) {}", "Wali Kota {}", "Walikota {}", "Wakil Wali Kota {}", "Sekretaris Daerah Kota {}",
    ),
}  # fmt: skip
AGENCIES = {
    "BKPSDM": "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
    "Bappeda": "Badan Perencanaan Pembangunan Daerah",
    "Setda": "Sekretariat Daerah",
    "BPBD": "Badan Penanggulangan Bencana Daerah",
    "Dinas Kesehatan": "Dinas Kesehatan",
    "Kepala Dinas Perhubungan": "Dinas Perhubungan",
    "DINAS PENDIDIKAN DAN KEBUDAYAAN": "Dinas Pendidikan dan Kebudayaan",
    "Dinas Perkebunan, Peternakan, dan Perikanan": "Dinas Perkebunan, Peternakan, dan Perikanan",
}


@pytest.mark.parametrize("form", FORMS, ids=[f"{form['group']}: {form['text']}" for form in FORMS])
def test_a_form_names_what_the_table_says(form: dict[str, str]) -> None:
    text = form["text"].replace("\\n", "\n")
    found = find_institutions(text, context_region=form["context"] or None)
    assert ("; ".join(("" if one.sure else "?") + one.name for one in found) or "-") == form["found"]
    for one, following in pairwise(found):
        assert one.end <= following.start


def test_the_table_holds_at_least_two_hundred_forms_none_of_them_twice() -> None:
    assert len({(form["text"], form["context"]) for form in FORMS}) == len(FORMS) >= 200


def test_the_list_holds_every_government() -> None:
    kinds = [region.kind for region in regions()]
    assert (kinds.count("provinsi"), kinds.count("kabupaten"), kinds.count("kota")) == (38, 415, 93)


@pytest.mark.parametrize("region", regions(), ids=lambda region: region.official)
def test_every_government_is_found_in_every_form(region: Region) -> None:
    for name in {region.name, *region.other_forms} - AMBIGUOUS:
        for form in GOVERNMENTS[region.kind]:
            written = form.format(name)
            for text in (written, written.upper(), f"Kunjungan {written}, pada hari Senin, diterima."):
                assert [found.name for found in find_institutions(text)] == [region.government], text


@pytest.mark.parametrize("region", regions(), ids=lambda region: region.official)
def test_every_region_ends_the_name_of_its_agency(region: Region) -> None:
    for written, name in AGENCIES.items():
        (found,) = find_institutions(f"peserta dari {written} {region.official} hadir")
        assert (found.name, found.region, found.sure) == (f"{name} {region.suffix}", region.official, True)


@pytest.mark.parametrize("region", regions(), ids=lambda region: region.official)
def test_names_lead_back_to_their_region_and_government(region: Region) -> None:
    assert region_of(f"Dinas Sosial {region.official}") == region.official
    assert region_of(region.government) == region.official
    assert government_of(region.official) == region.government
    assert official_name(region.government) == region.government


TWINS = sorted(
    {one.name for one in regions() if one.kind == "kota"} & {one.name for one in regions() if one.kind == "kabupaten"}
)


def test_twenty_six_names_are_a_regencys_and_a_citys() -> None:
    assert len(TWINS) == 26


@pytest.mark.parametrize("name", TWINS)
def test_a_bare_twin_name_is_left_open_until_the_text_says_which(name: str) -> None:
    for kind, government in (("kota", "Pemkot"), ("kabupaten", "Pemkab")):
        meant = next(region for region in regions() if region.kind == kind and region.name == name)
        agency, _ = find_institutions(f"Bapenda {name} mencatat kenaikan. {government} {name} bangga.")
        assert agency.name == f"Badan Pendapatan Daerah {meant.official}"
    (alone,) = find_institutions(f"Bapenda {name} mencatat kenaikan.")
    assert not alone.sure


@given(st.text(alphabet="BKD Dinas Kota Pemprov Malang\n,.()/dan RSUD dr. LAN Bank UI 12", max_size=80))
def test_no_text_breaks_the_reader_and_mentions_never_overlap(text: str) -> None:
    last = 0
    for found in find_institutions(text):
        assert last <= found.start < found.end <= len(text)
        assert found.name == found.name.strip() != ""
        last = found.end
