"""The tables of names are whole: no line twice, no short form with two meanings, every region with its government."""

from collections import Counter
from importlib.resources import files

import pytest

from nlp import words
from nlp.words import Region, agencies, central, companies, regions, universities
from nlp.words.places import find_regions, region_at, words_of

TABLES = sorted(entry.name for entry in files(words).iterdir() if entry.name.endswith(".tsv"))


@pytest.mark.parametrize("name", TABLES)
def test_a_table_names_its_source_and_every_line_has_its_columns(name: str) -> None:
    source, header, *lines = files(words).joinpath(name).read_text(encoding="utf-8").splitlines()
    assert source.startswith("# ")
    assert lines
    assert all(line.count("\t") <= header.count("\t") and line == line.strip(" ") for line in lines)
    assert len(set(lines)) == len(lines)


def test_regions_have_the_codes_of_their_province() -> None:
    provinces = {region.code for region in regions() if region.kind == "provinsi"}
    assert len({region.code for region in regions()}) == len(regions()) == 546
    for region in regions():
        if region.kind != "provinsi":
            province, _, number = region.code.partition(".")
            assert province in provinces
            assert (int(number) > 70) == (region.kind == "kota"), region.official


def test_a_short_form_of_one_region_stands_for_a_region_that_there_is() -> None:
    codes = {region.code for region in regions()}
    assert {agency.region for agency in agencies()} - {"", "kabupaten", "kota"} <= codes


def test_no_short_form_stands_for_two_things() -> None:
    general = [agency.short.casefold() for agency in agencies() if not agency.region]
    bodies = (*central(), *universities(), *companies())
    others = [form for body in bodies for form in {form.casefold() for form in (body.short, *body.other_forms)}]
    twice = {form for form, count in Counter(general).items() if count > 1 and not _same(form)}
    assert not twice
    assert not {form for form, count in Counter(others).items() if count > 1}
    assert not set(general) & set(others)


def _same(short: str) -> bool:
    """`BRIDA` and `Brida` are two spellings of one thing."""
    return len({agency.long for agency in agencies() if agency.short.casefold() == short and not agency.region}) == 1


@pytest.mark.parametrize(
    ("text", "official"),
    [
        ("Kabupaten Malang", "Kabupaten Malang"),
        ("Kota Malang", "Kota Malang"),
        ("Kab. Kep. Mentawai", "Kabupaten Kepulauan Mentawai"),
        ("Kotabaru", "Kabupaten Kotabaru"),
        ("Kotawaringin Barat", "Kabupaten Kotawaringin Barat"),
        ("Papua Barat Daya", "Provinsi Papua Barat Daya"),
        ("Bandung Barat", "Kabupaten Bandung Barat"),
        ("Solok Selatan", "Kabupaten Solok Selatan"),
        ("Prov. Kep. Bangka Belitung", "Provinsi Kepulauan Bangka Belitung"),
        ("Daerah Istimewa Yogyakarta", "Daerah Istimewa Yogyakarta"),
        ("Provinsi Daerah Khusus Jakarta", "Provinsi Daerah Khusus Jakarta"),
        ("Sumbar", "Provinsi Sumatera Barat"),
    ],
)
def test_the_longest_name_is_the_one_meant(text: str, official: str) -> None:
    (mention,) = find_regions(text)
    assert (mention.start, mention.end) == (0, len(text))
    assert [region.official for region in mention.candidates] == [official]


def test_a_bare_twin_name_has_two_owners() -> None:
    (mention,) = find_regions("ASN asal Malang")
    assert {region.official for region in mention.candidates} == {"Kabupaten Malang", "Kota Malang"}
    assert not mention.explicit


@pytest.mark.parametrize(
    ("text", "official"),
    [
        ("Kabupaten Purwerejo", "Kabupaten Purworejo"),
        ("Provinsi Jawa Tirnur", "Provinsi Jawa Timur"),
        ("Kota Payakumbub", "Kota Payakumbuh"),
        ("Kabupaten Induk", None),
        ("Kota Tujuan", None),
        ("Kota Darwin", None),
        ("Provinsi Tetangga", None),
        ("Purwerejo", None),
    ],
)
def test_a_misspelt_region_is_known_only_by_its_level(text: str, official: str | None) -> None:
    found = region_at(text, words_of(text), 0)
    assert (found.candidates[0].official if found else None) == official


@pytest.mark.parametrize(
    "region", [region for region in regions() if region.kind == "provinsi"], ids=lambda region: region.name
)
def test_every_province_has_a_government_by_its_own_name(region: Region) -> None:
    special = {"Aceh": "Pemerintah Aceh", "Jawa Barat": "Pemerintah Daerah Provinsi Jawa Barat"}
    special["Daerah Istimewa Yogyakarta"] = "Pemerintah Daerah Daerah Istimewa Yogyakarta"
    assert region.government == special.get(region.name, f"Pemerintah Provinsi {region.name}")
