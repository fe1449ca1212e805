"""Where it was signed or took place."""

import pytest

from nlp.components.signed_place import signed_at
from nlp.components.took_place import took_place
from tests.nlp.components.documents import facts, source


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("bertempat di Surabaya, kami", "Surabaya"),
        ("bertempat di Kantor Dinas Kesehatan, Kota Malang, kami", "Kota Malang"),
        ("bertempat di ruang rapat Dekanat di Palu, kami", "Palu"),
        ("bertempat di Pendopo Si Panji Purwokerto, kami", "Purwokerto"),
        ("di Labuan Bajo, kami", "Labuan Bajo"),
        ("bertempat di Tabanan dan Singaraja, kami", "Tabanan dan Singaraja"),
        ("bertempat di Ruang Rapat Lantang Torang, Kantor Bupati, kami", None),
        ("bertempat di Balai Desa Benowo, Kecamatan Bener, kami", None),
        ("bertempat di ........, kami", None),
        ("bertempat di Kantor Dinas Kesehatan, kami", None),
    ],
)
def testsigned_at(where: str, place: str | None) -> None:
    text = (
        "NOTA KESEPAHAMAN\nTENTANG\nMAGANG\n"
        f"Pada hari ini Senin tanggal 1 Juli 2024 {where} yang bertanda tangan di bawah ini:\n"
        "1. ANI, Bupati Maros, untuk dan atas nama Pemerintah Kabupaten Maros, selanjutnya disebut PIHAK KESATU\nPasal 1\nPARA PIHAK"
    )
    assert signed_at(source(text)) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("| Diteken | 18 Juli 2024 |\n| Di | Gedung Negara, Sumedang |", "Sumedang"),
        (
            "Magelang, Jumat 8 September 2023\nDua bupati, sehabis rapat di Aula Kantor Bupati Toba, sepakat.",
            "Magelang",
        ),
        (
            "Pada hari ini Senin tanggal 1 Juli 2024 telah menghadap:\nA. ANI, lahir di Tinambung, Direktur, selanjutnya disebut RUMAH SAKIT\n"
            "B. BUDI, Dekan, selanjutnya disebut FAKULTAS\nPasal 1\nIsi.\nDemikian dibuat dan diselesaikan di Polewali, pada hari tersebut.",
            "Polewali",
        ),
        (
            "Kami sepakat bertukar data.\n" * 9
            + "Perjanjian diteken bergiliran di ruang Sekretaris, Palu; lalu mengikat.",
            "Palu",
        ),
        ("Kami sepakat bertukar data.\n" * 9 + "Taman Merdeka Metro, Jumat Pahing 25-4-’25 pukul 19.30", "Metro"),
        ("Kami sepakat.\n" * 9 + "Dibuat rangkap tiga. Sorong, Rabu tgl. 23 Okt. 2024", "Sorong"),
        ("Kami sepakat.\n" * 9 + "Mentor\n(Ibu Retno Palupi, 197506012000122003)", None),
    ],
)
def test_signed_at_in_other_words(text: str, place: str | None) -> None:
    assert signed_at(source(f"KESEPAKATAN BERSAMA\n{text}")) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Sepulang dari Surabaya kami memakai daftar periksa itu.", "Surabaya"),
        ("DPMPTSP ke Biro Umum Provinsi Jawa Timur, Malang\nJudul: Satu", "Malang"),
        ("Berita acara ini dibuat bertempat di ruang rapat Dinas Pasar Kota Batu, telah dibahas hasilnya.", "Batu"),
        ("Gelombang II, 2 Maret s/d 27 Maret 2026", None),
    ],
)
def test_took_place(text: str, place: str | None) -> None:
    assert took_place(source(f"LAPORAN MAGANG\n{text}"), facts()) == place
