"""ZIP archives that were sent: each file in them through the door of every upload, within limits."""

import io
import zipfile
from pathlib import Path

import docx
import pytest

from nlp.errors import ReadError
from service.resources import Resources
from service.steps import receive_all as step
from service.steps.receive_all import Taken, receive_all
from storage import documents


def _zip(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def _sent(resources: Resources, content: bytes, name: str = "kiriman.zip") -> list[Taken]:
    return receive_all(resources, io.BytesIO(content), name=name, by=None, batch="b")


def _codes(taken: list[Taken]) -> list[str]:
    return [one.problem.code for one in taken if isinstance(one.problem, ReadError)]


def test_each_file_of_an_archive_is_a_document_of_the_batch(resources: Resources) -> None:
    content = _zip(dalam__a=b"Nota pertama", b=b"Nota kedua", c=b"Nota kedua", kosong=b"", **{".DS_Store": b"x"})
    taken = _sent(resources, content)
    assert [one.name for one in taken] == [
        "kiriman.zip/dalam/a",
        "kiriman.zip/b",
        "kiriman.zip/c",
        "kiriman.zip/kosong",
    ]
    assert [one.received.is_new if one.received else None for one in taken] == [True, True, False, None]
    assert _codes(taken) == ["empty"]
    with resources.database.session() as session:
        assert {row.name for row in documents.of_batch(session, "b")} == {"a", "b"}


def test_an_archive_in_an_archive_is_refused_and_the_rest_goes_on(resources: Resources) -> None:
    taken = _sent(resources, _zip(**{"dalam.zip": _zip(a=b"Nota"), "b.txt": b"Nota kedua"}))
    assert _codes(taken) == ["zip"]
    assert taken[1].received is not None


def test_an_archive_within_limits_only(resources: Resources, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _codes(_sent(resources, _zip(nol=bytes(20_000_000)))) == ["suspicious_zip"]
    assert _codes(_sent(resources, _zip(**{"../naik.txt": b"Nota"}))) == ["suspicious_zip"]
    assert _codes(_sent(resources, _zip())) == ["empty_archive"]
    monkeypatch.setattr(step, "MOST_SENT", 2)
    assert _codes(_sent(resources, _zip(a=b"Nota 1", b=b"Nota 2", c=b"Nota 3"))) == ["suspicious_zip"]
    with resources.database.session() as session:
        assert documents.find(session)[1] == 0


def test_a_damaged_archive_is_said_to_be_damaged(resources: Resources) -> None:
    whole = _zip(a=b"Nota " * 500, b=b"Nota dua " * 500)
    assert _codes(_sent(resources, whole[: len(whole) * 3 // 4])) == ["damaged"]


def test_what_other_programs_pack_is_not_taken_apart(resources: Resources) -> None:
    assert _codes(_sent(resources, _zip(a=b"Nota"), "catatan.pages")) == ["unsupported"]
    sheet = _zip(**{"[Content_Types].xml": b"<Types/>", "xl__workbook.xml": b"<workbook/>"})
    assert _codes(_sent(resources, sheet, "lembar.xlsx")) == ["unsupported"]


def test_a_document_named_zip_is_one_document(resources: Resources, tmp_path: Path) -> None:
    path = tmp_path / "surat.zip"
    made = docx.Document()
    made.add_paragraph("Nota Kesepahaman")
    made.save(str(path))
    (taken,) = _sent(resources, path.read_bytes())
    assert taken.received is not None
    assert taken.name == "kiriman.zip"
