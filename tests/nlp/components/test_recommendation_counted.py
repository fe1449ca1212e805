"""Sentences that count off what is to be done, and agencies called by their fields alone."""

from pathlib import Path

import pytest

from nlp.components.recommendation_addressee import Addressees
from nlp.extract import extract
from nlp.facts import InstitutionMention
from nlp.readers import read
from tests.nlp.components.documents import facts

NEWS = """BLITAR, KOMINFO – Sembilan aparatur Kabupaten Agam menutup magang di Kota Blitar, Jumat (14/2/2025). Mereka belajar sejak 3 Februari di Dinas Sosial Kota Blitar.

Di hadapan wali kota ketua rombongan membacakan catatan kelompoknya. Pertama, kata dia, Dinas Sosial Agam sebaiknya mendata ulang penerima bantuan sebelum Juni 2025. Kedua, RSUD Agam diminta membuka loket pagi bagi warga lanjut usia. "Yang ketiga ini tugas Bappeda: musyawarah nagari jangan digabung. Kami usulkan dijadwal terpisah mulai Maret 2026," ucapnya.
"""


def test_what_an_article_counts_off(tmp_path: Path):
    path = tmp_path / "berita.txt"
    path.write_text("Sembilan ASN Agam Rampungkan Magang di Blitar\n\n" + NEWS)
    found = extract(read(path)).recommendations
    assert [(item.addressee, item.due and item.due.isoformat()) for item in found[1:]] == [
        ("Rumah Sakit Umum Daerah Kabupaten Agam", None),
        ("Badan Perencanaan Pembangunan Daerah Kabupaten Agam", "2026-03-31"),
    ]


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Kesehatan, PP dan KB", "Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana Kabupaten Agam"),
        ("Kesehatan, Pengendalian Penduduk", None),
        ("PP dan KB", None),
        ("Umum", None),
        ("Dukcapil", "Dinas Kependudukan dan Pencatatan Sipil Kabupaten Agam"),
    ],
)
def test_an_agency_called_by_its_fields(cell: str, name: str | None):
    given = facts(home="Pemerintah Kabupaten Agam", host="Pemerintah Kota Blitar")
    full = "Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana"
    given.institutions.append(
        InstitutionMention(
            start=0, end=len(full), kind="agency", name=f"{full} Kabupaten Agam", region="Kabupaten Agam"
        )
    )
    assert Addressees(given, full).of_owner(cell) == name
