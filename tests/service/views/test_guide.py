"""The guide for staff, opened from Tilik itself."""

import re

from flask.testing import FlaskClient

from service import guide

SHORT = """# Panduan

Awal.

## 1. Saya ingin masuk

| Tombol | Guna |
|---|---|
| **Masuk** | `U` |

<script>alert(1)</script>

## Di telepon
"""


def test_the_help_page_leads_to_the_guide_which_is_whole(client: FlaskClient) -> None:
    assert 'href="/panduan"' in client.get("/bantuan").text
    page = client.get("/panduan").text
    assert "<strong>Pilih berkas</strong>" in page
    assert "Yang tidak dapat dilakukan mesin" in page
    anchors = re.findall(r'href="#([^"]+)">\d\. ', page)
    assert len(anchors) == 9
    assert all(f'<h2 id="{anchor}">' in page for anchor in anchors)


def test_an_english_page_says_that_the_guide_is_in_indonesian(staff: FlaskClient) -> None:
    assert "hanya tersedia" not in staff.get("/panduan").text
    staff.post("/bahasa/en", data={"next": "/"})
    page = staff.get("/panduan").text
    assert "This guide is available in Indonesian only." in page
    assert 'lang="id" aria-label="Panduan Tilik untuk staf"' in page


def test_the_guide_needs_nothing_from_elsewhere() -> None:
    assert not re.search(r"(?:src|href)=", guide.guide().text)


def test_a_text_becomes_sections_and_tables_and_no_markup_of_its_own() -> None:
    made = guide.rendered(SHORT)
    assert made.title == "Panduan"
    assert made.sections == (("1-saya-ingin-masuk", "1. Saya ingin masuk"), ("di-telepon", "Di telepon"))
    assert "<h1" not in made.text
    assert "<strong>Masuk</strong></td>" in made.text
    assert "<script>" not in made.text
