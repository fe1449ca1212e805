"""Warnings of a reading, in the language of the page."""

import pytest
from flask import Flask
from flask_babel import force_locale

from service.warned import warned


@pytest.mark.parametrize(
    ("said", "english"),
    [
        ("Halaman 2 dan 3 rusak dan tidak dapat dibaca.", "Page 2 and 3: damaged, not readable."),
        (
            "Halaman 4 terbaca meragukan oleh OCR (mutu 71 dari 100); periksa isinya.",
            "Page 4: read doubtfully by OCR (quality 71 of 100); check its content.",
        ),
        (
            "Lampiran surat.rtf: Berkas RTF terpotong; bagian akhirnya mungkin hilang.",
            "Attachment surat.rtf: The RTF file is cut off; its end may be missing.",
        ),
        (
            "Hari Selasa tidak cocok dengan tanggal 1 Maret 2024, yang jatuh pada hari Jumat",
            "The weekday Selasa does not fit the date 1 Maret 2024, which is a Jumat",
        ),
        ("Sesuatu yang lain.", "Sesuatu yang lain."),
    ],
)
def test_a_warning_in_both_languages(app: Flask, said: str, english: str) -> None:
    with app.test_request_context(), force_locale("id"):
        assert warned(said) == said
    with app.test_request_context(), force_locale("en"):
        assert warned(said) == english
