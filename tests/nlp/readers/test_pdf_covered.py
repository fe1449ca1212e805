"""Text of a PDF that something was painted over is warned of; text on a fill is not."""

from pathlib import Path

import pytest

from nlp.readers import read
from tests.hostile.pdf_files import LINE, one_page, pdf

_TEXT = b" BT 0 g /F1 11 Tf 60 600 Td (bayar ke rekening lain) Tj ET "
_BAR = b" 50 595 300 20 re f "


def warnings_of(tmp_path: Path, content: bytes) -> list[str]:
    path = tmp_path / "naskah.pdf"
    path.write_bytes(pdf(one_page(LINE + content)))
    return [warning for warning in read(path).warnings if "tidak terlihat" in warning]


@pytest.mark.parametrize("paint", [b"0 g", b"1 g", b"0.2 0.4 0.9 rg"])
def test_text_under_a_bar_is_warned_of(tmp_path: Path, paint: bytes) -> None:
    assert warnings_of(tmp_path, _TEXT + paint + _BAR)


def test_text_almost_as_light_as_paper_is_warned_of(tmp_path: Path) -> None:
    assert warnings_of(tmp_path, _TEXT.replace(b"0 g", b".97 g"))


@pytest.mark.parametrize(
    "content",
    [
        b".8 g" + _BAR + _TEXT,
        _TEXT + b"50 595 300 20 re S",
        _TEXT + b"q 50 400 300 20 re W n 0 g" + _BAR + b"Q",
        _TEXT + b"0 g 50 595 5 20 re f 55 593 300 1 re f",
    ],
    ids=["shade", "frame", "clipped", "rules"],
)
def test_text_that_shows_is_not(tmp_path: Path, content: bytes) -> None:
    assert not warnings_of(tmp_path, content)
