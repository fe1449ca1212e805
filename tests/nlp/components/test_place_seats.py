import pytest

from nlp.extract import extract
from nlp.pages import Pages, page_of_text
from nlp.words import regions, seats


def test_every_seat_belongs_to_a_regency_that_is_named_otherwise_or_to_a_province() -> None:
    regencies = {region.name for region in regions() if region.kind == "kabupaten"}
    provinces = {f"Provinsi {region.name}" for region in regions() if region.kind == "provinsi"}
    assert set(seats()) <= regencies | provinces
    assert all(regency != seat for regency, seat in seats().items())


@pytest.mark.parametrize(("host", "seat"), [("Kulon Progo", "Wates"), ("Grobogan", "Purwodadi"), ("Sikka", "Maumere")])
def test_the_seat_of_the_host_is_the_place(host: str, seat: str) -> None:
    text = (
        f"LAPORAN MAGANG\nDI PEMERINTAH KABUPATEN {host.upper()}\n"
        f"Peserta dari Pemerintah Kabupaten Ende magang di Pemerintah Kabupaten {host} pada 3 sampai 7 Maret 2025 di {seat}.\n"
    )
    assert extract(Pages("laporan.txt", "0" * 64, "txt", (page_of_text(1, text),))).place == seat
