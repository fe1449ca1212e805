"""Pictures that OCR gives up on: the page is kept and told of; only a picture that cannot be decoded is a damaged file."""

from pathlib import Path

import pytest
from PIL import Image

from nlp.errors import DamagedFile
from nlp.readers import ocr, ocr_engine, read
from tests.conftest import needs
from tests.hostile.picture_files import png_header, saved, scan


@pytest.fixture(autouse=True)
def _engine(monkeypatch: pytest.MonkeyPatch) -> None:
    needs(not ocr_engine.missing(), "tesseract")
    monkeypatch.setattr(ocr, "PAGE_SECONDS", 0.02)  # as noise does it in a minute: the engine does not come to an end


def test_a_picture_that_ocr_gives_up_on_is_an_unread_page(tmp_path: Path) -> None:
    path = tmp_path / "pindaian.jpg"
    path.write_bytes(saved(Image.effect_noise((1_654, 2_339), 90), "JPEG", quality=60))
    reading = read(path)
    assert [(page.text, page.source, page.width) for page in reading.pages] == [("", "ocr", 1_654)]
    assert len(reading.warnings) == 1
    assert reading.warnings[0].startswith("Halaman 1 tidak dapat dibaca oleh mesin OCR; pindai ulang")


def test_every_page_of_such_a_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "pindaian.tiff"
    path.write_bytes(saved(scan(), "TIFF", save_all=True, append_images=[scan()]))
    reading = read(path)
    assert len(reading.pages) == 2
    assert [warning.split(" tidak")[0] for warning in reading.warnings] == ["Halaman 1", "Halaman 2"]


def test_what_cannot_be_decoded_is_damaged_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "PAGE_SECONDS", 60)
    path = tmp_path / "kepala.png"
    path.write_bytes(png_header(800, 600))
    with pytest.raises(DamagedFile):
        read(path)
