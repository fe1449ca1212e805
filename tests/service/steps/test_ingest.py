import zipfile
from pathlib import Path

import pytest

from service.resources import Resources
from service.steps.ingest import ingest
from storage import documents


def _note(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_receipt_adds_up(resources: Resources, tmp_path: Path) -> None:
    folder = tmp_path / "masuk"
    _note(folder / "a.txt", "Nota pertama")
    _note(folder / "sub" / "b.txt", "Nota kedua")
    _note(folder / "sub" / "sama.txt", "Nota kedua")
    _note(folder / ".tersembunyi", "bukan dokumen")
    (folder / "kosong.pdf").touch()
    with zipfile.ZipFile(folder / "paket.zip", "w") as archive:
        archive.writestr("dalam/c.txt", "Nota ketiga")
        archive.writestr("../../d.txt", "Nota keempat")
        archive.writestr("__MACOSX/._c.txt", "sampah")
    said: list[str] = []
    receipt = ingest(resources, [folder, tmp_path / "tidak-ada.pdf"], say=said.append)
    assert (receipt.stored, receipt.already_there, receipt.refused, receipt.failed) == (4, 1, 1, 1)
    assert receipt.total == 7
    assert len(said) == 2
    with resources.database.session() as session:
        names = {document.name for document in documents.find(session)[0]}
    assert {"a.txt", "c.txt", "d.txt"} < names


def test_a_zip_bomb_is_refused_as_a_whole(resources: Resources, tmp_path: Path) -> None:
    bomb = tmp_path / "bom.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("nol.txt", b"\0" * 20_000_000)
    receipt = ingest(resources, [bomb], say=lambda _: None)
    assert (receipt.refused, receipt.total) == (1, 1)


def test_a_broken_zip_fails(resources: Resources, tmp_path: Path) -> None:
    broken = tmp_path / "rusak.zip"
    broken.write_bytes(b"PK\x03\x04 bukan arsip")
    assert ingest(resources, [broken], say=lambda _: None).failed == 1


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_broken_member_fails_and_the_rest_goes_on(packing: int, resources: Resources, tmp_path: Path) -> None:
    path = tmp_path / "paket.zip"
    with zipfile.ZipFile(path, "w", packing) as archive:
        archive.writestr("rusak.txt", "".join(f"Nota ke-{number}\n" for number in range(500)))
        archive.writestr("utuh.txt", "Nota yang utuh")
        start = archive.getinfo("rusak.txt").header_offset + 30 + len("rusak.txt")
    content = bytearray(path.read_bytes())
    content[start + 20 : start + 200] = bytes(180)
    path.write_bytes(content)
    said: list[str] = []
    receipt = ingest(resources, [path], say=said.append)
    assert (receipt.stored, receipt.failed, receipt.total) == (1, 1, 2)
    assert "rusak" in said[0]
    assert "Minta salinan" in said[0]


def test_a_member_with_a_password_is_refused_and_said_to_be_locked(resources: Resources, tmp_path: Path) -> None:
    path = tmp_path / "terkunci.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("rahasia.txt", "Nota rahasia")
    content = bytearray(path.read_bytes())
    content[6] |= 1  # the flag, in the member's head and in the directory
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    said: list[str] = []
    assert ingest(resources, [path], say=said.append).refused == 1
    assert "kata sandi" in said[0]
