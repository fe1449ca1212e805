"""Every extraction is the contract's object, and every quote is the slice that its evidence names."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from nlp.extract import extract
from nlp.pages import Pages, page_of_text
from nlp.readers import read

SCHEMA = Draft202012Validator(json.loads((Path(__file__).parent / "extraction.schema.json").read_text("utf-8")))
CORPUS = Path(__file__).parents[2] / "nlp" / "corpus" / "dev"
DOCUMENTS = [
    p
    for d in ("agreements", "reports")
    for p in sorted((CORPUS / d).glob("*"))
    if p.suffix in {".docx", ".pptx", ".txt", ".html"}
]

AGREEMENT = """PERJANJIAN KERJA SAMA
ANTARA
BADAN KEPEGAWAIAN DAERAH PROVINSI JAMBI
DENGAN
BADAN KEPEGAWAIAN DAERAH PROVINSI BALI
TENTANG
MAGANG APARATUR SIPIL NEGARA
NOMOR : 800/12/BKD-JMB/II/2025
NOMOR : 075/88/BKD/2025
Pada hari ini, Senin, tanggal tiga bulan Februari tahun dua ribu dua puluh lima (03-02-2025), bertempat di Denpasar, kami
yang bertanda tangan di bawah ini:
1. Drs. H. ZULKIFLI HARAHAP, M.Si. : Kepala Badan Kepegawaian Daerah Provinsi Jambi, dalam hal ini bertindak untuk dan atas
nama Badan Kepegawaian Daerah Provinsi Jambi, selanjutnya disebut PIHAK KESATU.
2. I KETUT SUARDANA, S.H. : Kepala Badan Kepegawaian Daerah Provinsi Bali, dalam hal ini bertindak untuk dan atas nama Badan
Kepegawaian Daerah Provinsi Bali, selanjutnya disebut PIHAK KEDUA.
Pasal 6
JANGKA WAKTU
Perjanjian Kerja Sama ini berlaku untuk jangka waktu 3 (tiga) tahun terhitung sejak tanggal ditandatangani.
"""


def _check(pages: Pages) -> dict[str, Any]:
    found = extract(pages).to_json()
    SCHEMA.validate(found)
    texts = {page.number: page.text for page in pages.pages}
    for field in ("parties", "dates", "placements", "recommendations", "visits", "indicators"):
        for item in found[field]:
            evidence = item["evidence"]
            assert texts[evidence["page"]][evidence["start"] : evidence["end"]] == evidence["quote"] != ""
    return found


def test_an_agreement_gives_its_parties_day_and_term() -> None:
    found = _check(Pages("pks.txt", "0" * 64, "txt", (page_of_text(1, AGREEMENT),)))
    assert found["kind"] == "agreement"
    assert [party["name"] for party in found["parties"]] == [
        "Badan Kepegawaian Daerah Provinsi Jambi",
        "Badan Kepegawaian Daerah Provinsi Bali",
    ]
    assert {(fact["type"], fact["date"]) for fact in found["dates"]} >= {
        ("signed", "2025-02-03"),
        ("end", "2028-02-03"),
    }
    assert found["term"] == {"start": "2025-02-03", "end": "2028-02-03", "duration": "P3Y"}


def test_an_empty_page_gives_nothing() -> None:
    found = _check(Pages("kosong.txt", "0" * 64, "txt", (page_of_text(1, ""),)))
    assert (found["kind"], found["parties"], found["dates"], found["recommendations"]) == ("other", [], [], [])


@pytest.mark.skipif(not DOCUMENTS, reason="the labelled documents are not beside this checkout")
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_labelled_document_gives_the_contracts_object(path: Path) -> None:
    _check(read(path))
