"""Warnings of a reading, in the language of the page."""

import pytest
from flask import Flask
from flask_babel import force_locale

from nlp.errors import ZipArchive
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
            "The weekday Tuesday does not fit the date 1 March 2024, which is a Friday",
        ),
        (
            "Lampiran a.docx: 3 gambar di dalam berkas tidak dibaca; teks di dalamnya mungkin belum termasuk.",
            "Attachment a.docx: 3 pictures inside the file were not read; text in them may be missing.",
        ),
        (
            "Akhiran nama berkas tidak cocok dengan isinya; berkas dibaca sebagai DOCX.",
            "The file name's extension does not match the content; the file was read as DOCX.",
        ),
        (
            "Halaman 7 dan 8 belum dibaca dengan OCR karena waktunya habis; pecah berkasnya menjadi beberapa bagian, lalu unggah "
            "bagian itu.",
            "Page 7 and 8: not read by OCR because the time was over; split the file and upload its parts.",
        ),
        (
            "Berkas PDF ini memuat 2 berkas lampiran yang tidak dibaca; simpan lampirannya, lalu unggah satu per satu.",
            "This PDF file holds 2 attached files that were not read; save them and upload them one by one.",
        ),
        (
            "Jumlah peserta (9 orang) tidak sama dengan jumlah rinciannya (10 orang)",
            "The number of participants (9) is not the sum of its parts (10)",
        ),
        (
            "Disebut 3 tempat magang, tetapi 4 yang ditulis namanya",
            "3 placements are counted, but 4 are named",
        ),
        (
            "masa berlaku berakhir (01-02-2024) sebelum dimulai (12-05-2025)",
            "the term ends (1 February 2024) before it begins (12 May 2025)",
        ),
        (
            "Halaman 1 tidak dapat dibaca oleh mesin OCR; pindai ulang yang tegak dan jelas, lalu unggah lagi.",
            "Page 1: not readable by the OCR engine; scan it again, upright and clear, and upload that.",
        ),
        (
            f"Lampiran arsip.zip tidak dibaca. {ZipArchive()}",
            f"Attachment arsip.zip was not read. {ZipArchive.english}",
        ),
        ("Sesuatu yang lain.", "Sesuatu yang lain."),
    ],
)
def test_a_warning_in_both_languages(app: Flask, said: str, english: str) -> None:
    with app.test_request_context(), force_locale("id"):
        assert warned(said) == said
    with app.test_request_context(), force_locale("en"):
        assert warned(said) == english
