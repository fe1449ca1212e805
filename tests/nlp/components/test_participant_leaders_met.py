"""The leader beside those who are counted, batches on lines of an agreement, who led the party."""

from nlp.components.head_agreed import agreed_count, agreed_waves
from nlp.components.participants import find_participants
from nlp.components.recommendation_units import units_of
from tests.nlp.components.documents import source


def test_the_leader_is_one_more_than_the_members() -> None:
    told = "{} pejabat Pemerintah Kabupaten Alor berangkat. Rombongan dipimpin Asisten II, Markus Bela. Anggotanya terdiri atas lima orang dari Bapenda dan tiga orang dari Bappeda."
    assert find_participants(source(told.format("Sembilan"))).count == 9
    assert find_participants(source(told.format("Delapan"))).count == 8


def test_who_led_the_party() -> None:
    def names(text: str) -> list[str]:
        return [person.name for person in find_participants(source(text)).people]

    assert names("Rombongan tiba pagi. Sekretaris Daerah Alor, Markus Bela, memimpin langsung.") == ["Markus Bela"]
    assert names("“Kami belajar banyak,” kata Petrus Lau, ketua rombongan, kepada peserta lain.") == ["Petrus Lau"]
    assert names("# Siapa kami\nEnam peserta\nKoordinator: Markus Bela, S.Sos.") == ["Markus Bela, S.Sos."]
    assert names("Peserta mendengar kata Joko Susilo, ketua kelompok tani Makmur.") == []
    assert names("Wali Kota, Retno Dewi, memimpin langsung apel pagi di depan para peserta.") == []


def test_a_list_of_parts_that_breaks_off_at_the_line() -> None:
    found = find_participants(
        source("Jumlah : 9 orang, yaitu 1 Kepala\nBadan, 3 Kepala Bidang dan 5 Perencana"), letter=True
    )
    assert [(group.label, group.count) for group in found.groups] == [
        ("Kepala Badan", 1),
        ("Kepala Bidang", 3),
        ("Perencana", 5),
    ]


def test_batches_of_an_agreement_on_lines() -> None:
    units = units_of(
        source(
            "Pelatihan dua gelombang, terdiri atas:\n- Gelombang I (Guru) : 20 orang;\n- Gelombang II (Bidan) : 25 orang."
        )
    )
    groups = agreed_waves(units)
    assert [(group.label, group.count) for group in groups] == [
        ("Gelombang I (Guru)", 20),
        ("Gelombang II (Bidan)", 25),
    ]
    assert agreed_count(units, groups) == 45
    assert agreed_waves(units_of(source("- Gelombang I (Guru) : 20 orang;\nBiaya ditanggung masing-masing."))) == ()


def test_those_who_have_finished_are_not_those_agreed() -> None:
    assert agreed_count(units_of(source("Sejak 2023, 120 peserta telah menyelesaikan pemagangan.")), ()) is None
    assert agreed_count(units_of(source("Magang diikuti 12 peserta.")), ()) == 12
