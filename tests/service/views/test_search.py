"""The search page: words marked, filters that can be taken off, hits that lead to their place."""

import re

import pytest
from flask.testing import FlaskClient

from service.resources import Resources
from tests.service.views.conftest import EXTRACTION, read_as

pytestmark = pytest.mark.usefixtures("document_id")


def test_nobody_searches_without_signing_in(client: FlaskClient) -> None:
    assert client.get("/telusuri?q=sakip").status_code == 302


def test_an_empty_question_explains_itself(reader: FlaskClient) -> None:
    assert "Cari di isi semua dokumen" in reader.get("/telusuri").text
    assert "Cari di isi semua dokumen" in reader.get("/telusuri?q=%20").text


def test_hits_are_marked_and_lead_to_their_place(reader: FlaskClient) -> None:
    page = reader.get("/telusuri?q=sakip").text
    assert "<mark>SAKIP</mark>" in page
    assert "2 hasil" in page
    place = EXTRACTION["recommendations"][0]["evidence"]
    assert f"page=1&amp;at={place['start']}-{place['end']}" in page
    assert "/tindak-lanjut/1" in page


def test_one_kind_of_hit_alone(reader: FlaskClient) -> None:
    assert "/tindak-lanjut/1" not in reader.get("/telusuri?q=sakip&scope=pages").text
    assert "1 hasil" in reader.get("/telusuri?q=sakip&scope=recommendations").text


def test_filters_are_shown_and_taken_off(reader: FlaskClient, resources: Resources) -> None:
    read_as(resources, {"kind": "letter", "title": "Permohonan"}, "surat.txt")
    page = reader.get("/telusuri?q=sakip&kind=letter&year=2024").text
    assert "Tidak ada hasil" in page
    assert 'class="t-chip" href="/telusuri?q=sakip&amp;year=2024"' in page
    page = reader.get("/telusuri?q=sakip&kind=letter").text
    assert "1 hasil" in page
    assert "Jenis: Surat" in page
    assert "Laporan Magang Aparatur" not in page


def test_a_misspelt_word_is_said_and_can_be_insisted_on(reader: FlaskClient) -> None:
    page = reader.get("/telusuri?q=sakkip").text
    assert "Menampilkan hasil untuk “sakip”" in page
    assert "exact=1" in page
    assert "Tidak ada hasil" in reader.get("/telusuri?q=sakkip&exact=1").text


@pytest.mark.parametrize(
    "query",
    ["q=%22", "q=%22sakip", "q=*", "q=sakip+OR", "q=NEAR(", "q=%00", f"q={'a' * 5000}", "q=sakip&page=-1",
     f"q=sakip&page={'9' * 30}", f"q=sakip&year={'9' * 30}", "q=sakip&year=x", "q=sakip&scope=x", "q=sakip&kind=%27"],
)  # fmt: skip
def test_no_question_breaks_the_page(reader: FlaskClient, query: str) -> None:
    assert reader.get(f"/telusuri?{query}").status_code == 200


def test_what_is_typed_never_becomes_markup(reader: FlaskClient) -> None:
    page = reader.get("/telusuri?q=%3Cscript%3Ealert(1)%3C/script%3E").text
    assert "<script>alert" not in page


def test_the_example_in_the_box_finds_recommendations(reader: FlaskClient) -> None:
    box = re.search(r'placeholder="misalnya: ([^"]+)"', reader.get("/telusuri").text)
    assert box is not None
    page = reader.get("/telusuri", query_string={"q": box[1], "scope": "recommendations"}).text
    assert "membentuk tim" in page
