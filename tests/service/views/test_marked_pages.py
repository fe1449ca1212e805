"""Every value is marked where its words stand, also where two values rest on the same words."""

import pytest
from flask import Flask

from service.resources import Resources
from service.views.marked_pages import Place
from service.views.reading_desk import Desk, desk_of
from storage import documents
from tests.service.views.conftest import FIRST, SECOND, at


@pytest.fixture
def desk(app: Flask, resources: Resources, document_id: int) -> Desk:
    with app.test_request_context(), resources.database.session() as session:
        return desk_of(documents.get(session, document_id))


def _marked(desk: Desk, field: str, label: str | None = None) -> str:
    (value,) = [
        one.value
        for group in desk.groups
        for one in group.fields
        if (one.value.field, one.value.label) == (field, label)
    ]
    return "".join(piece.text for sheet in desk.sheets for piece in sheet.pieces if value.id in piece.value_ids)


def test_the_pieces_are_the_whole_text(desk: Desk) -> None:
    assert ["".join(piece.text for piece in sheet.pieces) for sheet in desk.sheets] == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("field", "label", "words"),
    [
        ("title", None, "LAPORAN MAGANG APARATUR"),
        ("place", None, "Surabaya"),
        ("parties", "home", "Pemerintah Provinsi Sumatera Barat"),
        ("dates", "published", "20 Februari 2024"),
        ("term", "start", "20 Februari 2024"),
        ("participants", "count", "24 (dua puluh empat) orang"),
        ("numbers", None, "094/18/2024"),
        ("kind", None, ""),
    ],
)
def test_each_value_is_marked_where_it_stands(desk: Desk, field: str, label: str | None, words: str) -> None:
    assert _marked(desk, field, label) == words


def test_every_value_begins_once(desk: Desk) -> None:
    begins = [value_id for sheet in desk.sheets for piece in sheet.pieces for value_id in piece.begins]
    assert len(begins) == len(set(begins))


def test_doubt_is_shown(desk: Desk) -> None:
    looks = {piece.text: piece.look for sheet in desk.sheets for piece in sheet.pieces if piece.value_ids}
    assert looks["20 Februari 2024"] == "low"
    assert looks["Surabaya"] == ""
    assert desk.total == 9
    assert desk.sure == 8
    assert desk.warnings == ("Halaman 2 dibaca dari gambar.",)


def test_words_inside_other_words_belong_to_both(app: Flask, resources: Resources, document_id: int) -> None:
    evidence = at("tim SAKIP")
    with app.test_request_context(), resources.database.session() as session:
        asked = Place(1, evidence["start"], evidence["end"])
        sheet = desk_of(documents.get(session, document_id), quoted=asked).sheets[0]
    (inside,) = [piece for piece in sheet.pieces if piece.quoted]
    assert inside.text == "tim SAKIP"
    assert len(inside.value_ids) == 1
    (before,) = [piece for piece in sheet.pieces if piece.text == "membentuk "]
    assert before.value_ids == inside.value_ids
    assert inside.begins == ()
