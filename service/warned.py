"""Warnings of a reading in the language of the page. Readers and components write them in Indonesian, for they know no page."""

import re
from datetime import date
from functools import cache

from flask_babel import format_date, get_locale, gettext

from nlp.errors import kinds
from service.steps.refused import MONTHS


def _known(text: str) -> str:
    """Marks a text for the catalogue; the name stands among the keywords of `babel.cfg`."""
    return text


_TEMPLATES = (
    _known("Halaman %(pages)s rusak dan tidak dapat dibaca."),
    _known("Halaman %(pages)s rusak sebagian; isinya mungkin tidak lengkap."),
    _known("Halaman %(pages)s memuat lapisan teks yang tidak terbaca; periksa berkas aslinya."),
    _known("Halaman %(pages)s memuat teks sangat kecil (di bawah 4 pt); periksa berkas aslinya."),
    _known("Halaman %(pages)s memuat teks yang tidak terlihat; periksa berkas aslinya."),
    _known("Halaman %(pages)s memuat gambar berisi teks yang tidak terbaca; periksa berkas aslinya."),
    _known("Halaman %(pages)s memuat terlalu banyak isian; sebagian isian tidak dibaca."),
    _known("Halaman %(pages)s tidak memiliki teks dan belum dibaca dengan OCR."),
    _known(
        "Halaman %(pages)s belum dibaca dengan OCR karena waktunya habis; pecah berkasnya menjadi beberapa bagian, lalu unggah "
        "bagian itu."
    ),
    _known(
        "Halaman %(pages)s tidak memiliki teks dan mesin OCR (Tesseract) tidak terpasang. Pasang paket tesseract-ocr, "
        "tesseract-ocr-ind, dan tesseract-ocr-eng, lalu baca ulang."
    ),
    _known(
        "Halaman %(pages)s tidak memiliki teks dan model bahasa Indonesia untuk OCR tidak terpasang. Pasang paket "
        "tesseract-ocr-ind, lalu baca ulang."
    ),
    _known("Halaman %(pages)s tidak dapat dibaca oleh mesin OCR; pindai ulang yang tegak dan jelas, lalu unggah lagi."),
    _known("Halaman %(pages)s tidak dapat dibaca oleh mesin OCR."),  # of documents read before the advice was added
    _known("Halaman %(pages)s tidak terbaca oleh OCR (mutu %(quality)s dari 100)."),
    _known("Halaman %(pages)s terbaca meragukan oleh OCR (mutu %(quality)s dari 100); periksa isinya."),
    _known(
        "Berkas ini formulir dinamis (XFA) yang isinya hanya tampil di Adobe Reader; buka di sana, cetak ke PDF, lalu unggah "
        "hasilnya."
    ),
    _known(
        "Berkas PDF ini memuat %(count)s berkas lampiran yang tidak dibaca; simpan lampirannya, lalu unggah satu per satu."
    ),
    _known("Berkas rusak; yang dapat dibaca ditampilkan, tetapi sebagian isinya mungkin hilang."),
    _known("Berkas rusak; halaman yang masih ada dibaca, tetapi sebagian isinya mungkin hilang."),
    _known("Berkas rusak sebagian; teks sesudah bagian yang rusak mungkin hilang."),
    _known("Berkas rusak sebagian; isinya mungkin tidak lengkap."),
    _known("Berkas berformat Office lama; isinya dibaca setelah diubah dengan LibreOffice."),
    _known("Berkas RTF terpotong; bagian akhirnya mungkin hilang."),
    _known("Akhiran nama berkas tidak cocok dengan isinya; berkas dibaca sebagai %(format)s."),
    _known("Sebagian huruf dalam berkas rusak dan tidak terbaca."),
    _known("Sebagian berkas rusak (gaya, penomoran, atau catatan kaki); teks utama tetap dibaca."),
    _known("Dokumen memuat teks tersembunyi yang tidak dibaca; periksa berkas aslinya."),
    _known("Dokumen memuat komentar yang tidak dibaca; periksa berkas aslinya."),
    _known("Dokumen menyisipkan berkas lain yang tidak dibaca."),
    _known("Halaman %(pages)s tampak kosong; periksa berkas aslinya."),
    _known("Halaman %(pages)s tersembunyi saat ditayangkan; isinya tetap dibaca."),
    _known(
        "Gambar pada halaman %(pages)s rusak atau terpotong; sebagian isinya mungkin hilang. Mintalah berkas yang utuh."
    ),
    _known(
        "Halaman tidak memuat teks yang dapat dibaca; mungkin isinya baru dimuat di peramban. Periksa berkas aslinya."
    ),
    _known("Berkas terpotong sehingga isi atau perubahan terakhirnya mungkin hilang; mintalah berkas yang utuh."),
    _known("Sebagian isi berkas rusak dan mungkin tidak terbaca; periksa berkas aslinya."),
    _known("Sebagian isi surel rusak atau terpotong dan mungkin hilang; mintalah surel yang utuh."),
    _known("Berkas XML dibaca tanpa penandanya; sebagian isinya mungkin tidak terbaca."),
    _known("Susunan tabel atau kotak teks terlalu dalam; sebagian isinya tidak dibaca."),
    _known("Teks terlalu panjang; hanya 5 juta huruf pertama yang dibaca."),
    _known("Surel memuat lebih dari %(count)s lampiran; sisanya tidak dibaca."),
    _known("Lampiran %(name)s tidak dibaca: surel di dalam surel terlalu dalam."),
    _known("Lampiran %(name)s tidak dibaca. %(detail)s"),
    _known("Lampiran %(name)s: %(detail)s"),
    _known("%(count)s gambar di dalam berkas tidak dibaca; teks di dalamnya mungkin belum termasuk."),
    _known("Jenis dokumen tidak pasti; periksa jenisnya lebih dahulu."),
    _known("Tanggal ditulis dua kali dan berbeda: “%(written)s”"),
    _known("Angka dan huruf berbeda: “%(written)s”"),
    _known("Hari %(weekday)s tidak cocok dengan tanggal %(date)s, yang jatuh pada hari %(right)s"),
    _known("jangka waktu: angka %(figure)s dan kata “%(word)s” berbeda; yang dipakai kata"),
    _known("Jumlah peserta (%(count)s orang) tidak sama dengan jumlah rinciannya (%(sum)s orang)"),
    _known("Disebut %(count)s tempat magang, tetapi %(named)s yang ditulis namanya"),
    _known("masa berlaku berakhir (%(end)s) sebelum dimulai (%(start)s)"),
)
_PLACE = re.compile(r"%\((\w+)\)s")
_WEEKDAYS = (
    _known("Senin"),
    _known("Selasa"),
    _known("Rabu"),
    _known("Kamis"),
    _known("Jumat"),
    _known("Sabtu"),
    _known("Minggu"),
)
_DAY = re.compile(r"(\d{1,2}) (\w+) (\d{4})|(\d{2})-(\d{2})-(\d{4})")  # `12 Mei 2025`, `12-05-2025`


def warned(text: str) -> str:
    """`text` in the language of the page; as it is where it is none of the known warnings."""
    for template, pattern in _patterns():
        found = pattern.fullmatch(text)
        if found is not None:
            return str(gettext(template, **{name: _part(name, part) for name, part in found.groupdict().items()}))
    return _english_reasons().get(text, text) if str(get_locale()) == "en" else text


def _part(name: str, part: str) -> str:
    if name == "detail":  # a warning within a warning
        return warned(part)
    if name == "pages" and str(get_locale()) == "en":  # `1, 2 dan 5`, `…, dan 3 lainnya`
        return part.replace(" dan ", " and ").replace(" lainnya", " more")
    if name in ("weekday", "right") and part in _WEEKDAYS:
        return str(gettext(part))
    if name in ("date", "start", "end") and str(get_locale()) == "en":
        return _day(part)
    return part


def _day(written: str) -> str:
    """The day as the page writes days; as it was written where it is none."""
    found = _DAY.fullmatch(written)
    if found is None or (found[2] and found[2] not in MONTHS):
        return written
    day, month, year = (found[1], MONTHS.index(found[2]) + 1, found[3]) if found[2] else found.group(4, 5, 6)
    try:
        return str(format_date(date(int(year), int(month), int(day)), "d MMMM yyyy"))
    except ValueError:
        return written


@cache
def _english_reasons() -> dict[str, str]:
    """Why an attachment was not read: the sentences of the errors, which carry their English."""
    return {kind.indonesian: kind.english for kind in kinds()}


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((template, _pattern(template)) for template in _TEMPLATES)


def _pattern(template: str) -> re.Pattern[str]:
    pieces = _PLACE.split(template)  # text, name, text, name, …
    written = "".join(f"(?P<{piece}>.+?)" if index % 2 else re.escape(piece) for index, piece in enumerate(pieces))
    return re.compile(written, re.S)
