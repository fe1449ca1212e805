"""Short names that staff add count from the next document on, in that extraction and thread only."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

import pytest

from nlp.components.aliases import known
from nlp.components.institutions import find_institutions
from nlp.extract import extract
from tests.nlp.components.documents import source

PADANG = {"Disperkoda": "Dinas Perdagangan dan Koperasi Kota Padang"}
REPORT = """# LAPORAN HASIL MAGANG PEGAWAI DISPERKODA DI DINAS KOPERASI KOTA SURABAYA
# I. Pendahuluan
Lima pegawai Disperkoda mengikuti magang di Dinas Koperasi Kota Surabaya pada tanggal 4 s.d. 8 Maret 2024.
# II. Rekomendasi
- Disperkoda menyusun standar pelayanan baru paling lambat Desember 2024.
- Menambah dua penyuluh koperasi."""


def names(text: str, aliases: Mapping[str, str]) -> list[tuple[str, str | None, str]]:
    with known(aliases):
        return [(found.name, found.region, found.kind) for found in find_institutions(text)]


def parties(aliases: Mapping[str, str] | None = None) -> set[str]:
    return {party.name for party in extract(source(REPORT).pages, aliases=aliases).parties}


def test_an_alias_counts_in_the_extraction_that_it_is_given_to_and_in_no_other() -> None:
    assert PADANG["Disperkoda"] in parties(PADANG)
    assert PADANG["Disperkoda"] not in parties()
    assert PADANG["Disperkoda"] not in parties({})


def test_an_alias_counts_for_who_a_recommendation_is_meant_for() -> None:
    def meant_for(aliases: Mapping[str, str]) -> str | None:
        return extract(source(REPORT).pages, aliases=aliases).recommendations[0].addressee

    assert (meant_for(PADANG), meant_for({})) == (PADANG["Disperkoda"], None)


def test_an_alias_has_the_kind_and_the_region_of_its_official_name() -> None:
    assert names("Kepala Disperkoda hadir.", PADANG) == [(PADANG["Disperkoda"], "Kota Padang", "agency")]


def test_an_alias_of_something_that_no_list_has_keeps_its_name() -> None:
    found = names("Rombongan MCC tiba.", {"MCC": "Malang Creative Center"})
    assert [(name, region) for name, region, _ in found] == [("Malang Creative Center", None)]


def test_an_alias_holds_against_what_the_lists_say() -> None:
    aliases = {"Disdag": "Dinas Perdagangan dan Perindustrian Kota Padang"}
    assert names("Disdag menyambut tamu.", {}) == [("Dinas Perdagangan", None, "agency")]
    assert names("Disdag menyambut tamu.", aliases) == [(aliases["Disdag"], "Kota Padang", "agency")]


def test_another_regions_agency_of_that_short_name_is_left_alone() -> None:
    aliases = {"Disdag": "Dinas Perdagangan Kota Padang"}
    assert names("Disdag Kota Solok dan Disdag hadir.", aliases) == [
        ("Dinas Perdagangan Kota Solok", "Kota Solok", "agency"),
        ("Dinas Perdagangan Kota Padang", "Kota Padang", "agency"),
    ]


def test_the_longest_of_two_aliases_counts() -> None:
    aliases = {"Balai": "Balai Diklat Kota Padang", "Balai Satu": "Balai Diklat Aparatur Kota Padang"}
    assert [name for name, *_ in names("Balai Satu dan Balai", aliases)] == [aliases["Balai Satu"], aliases["Balai"]]


@pytest.mark.parametrize("text", ["di balai itu", "Balaikota Padang", "pusat balai-balai"])
def test_a_word_that_is_not_written_as_a_name_is_no_alias(text: str) -> None:
    assert names(text, {"Balai": "Balai Diklat Kota Padang"}) == names(text, {})


@pytest.mark.parametrize("aliases", [{"": "Dinas Perdagangan Kota Padang"}, {" - ": "X"}, {"Disperkoda": " "}])
def test_an_empty_alias_counts_for_nothing(aliases: dict[str, str]) -> None:
    assert names("Disperkoda hadir.", aliases) == names("Disperkoda hadir.", {})


def test_threads_do_not_see_each_others_aliases() -> None:
    offices = {f"Disperkoda{number}": f"Dinas Perdagangan {number} Kota Padang" for number in range(6)}

    def seen(form: str) -> list[str]:
        text = " ".join(f"{other} hadir." for other in offices) * 30
        return sorted({name for name, *_ in names(text, {form: offices[form]})})

    with ThreadPoolExecutor(max_workers=6) as pool:
        assert list(pool.map(seen, offices)) == [[name] for name in offices.values()]


def test_aliases_are_forgotten_when_an_extraction_fails() -> None:
    with pytest.raises(ZeroDivisionError), known(PADANG):
        _ = 1 / 0
    assert names("Kepala Disperkoda hadir.", {}) == []
