"""Slanted text of a PDF: its lines come out whole, its short words among them."""

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.nlp.readers.blocks import drawn

STAMP = ("DITERIMA 7 JULI 2025", "BAGIAN UMUM SETDA")


def typed(canvas: Canvas, x: float, y: float) -> None:
    for number in range(10):
        canvas.drawString(x, y - 16 * number, f"Ketikan baris {number} tentang rencana kerja daerah.")


@pytest.mark.parametrize("angle", [-30, -12, 5, 10, 20, 45, 75])
def test_a_slanted_stamp_is_read_line_by_line(tmp_path: Path, angle: int) -> None:
    def draw(canvas: Canvas) -> None:
        typed(canvas, 72, 760)
        canvas.translate(250, 300)
        canvas.rotate(angle)
        for number, line in enumerate(STAMP):
            canvas.drawString(0, -18 * number, line)

    (page,) = drawn(tmp_path / "naskah.pdf", draw).pages
    assert all(line in page.text for line in STAMP)
    assert page.text.index("baris 9 tentang rencana kerja daerah.") < page.text.index(STAMP[0])
    start = page.text.index("DITERIMA")
    assert all(220 < box.left < 350 and 400 < box.top < 600 for box in page.boxes(start, start + 8))


def test_a_slanted_page_is_read_in_order(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(60, 60)
        canvas.rotate(8)
        typed(canvas, 40, 640)

    reading = drawn(tmp_path / "naskah.pdf", draw)
    lines = [f"Ketikan baris {number} tentang rencana kerja daerah." for number in range(10)]
    assert " ".join(reading.pages[0].text.split()) == " ".join(lines)
    assert not reading.warnings
