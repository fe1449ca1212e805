"""What readers and their libraries load at the first document, loaded by documents of our own.

For a process that forks a child a document: what its parent has not loaded, every child loads anew (10 ms a document with PDFium's
fonts and tables).
"""

import tempfile
import zipfile
from pathlib import Path

from nlp.pages import Pages
from nlp.readers import read

_AGREEMENT = (
    "NOTA KESEPAHAMAN",
    "Nomor: 1/NK/2025",
    "Pada hari Rabu tanggal 12 Maret 2025 bertempat di Surabaya, yang bertanda tangan di bawah ini:",
    "1. SITI AMINAH, Gubernur Jawa Timur, selanjutnya disebut PIHAK KESATU;",
    "2. AHMAD YANI, Gubernur Bali, selanjutnya disebut PIHAK KEDUA.",
    "Nota Kesepahaman ini berlaku selama 2 \\(dua\\) tahun sejak ditandatangani.",
)
_REPORT = (
    "LAPORAN MAGANG",
    "Peserta magang dari Pemerintah Provinsi Bali di Dinas Kesehatan Provinsi Jawa Timur, 3 s.d. 7 Maret 2025.",
    "Nilai SAKIP tahun 2024: A",
    "Rekomendasi",
    "1. Dinas Kesehatan perlu menyusun prosedur layanan paling lambat Juni 2025.",
    "Kunjungan balasan direncanakan pada Agustus 2025.",
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Target='
    '"word/document.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)


def warm_up() -> list[Pages]:
    """Read a PDF and a DOCX of one page each: an agreement and a report, for what comes after reading too."""
    found = []
    with tempfile.TemporaryDirectory(prefix="tilik-") as folder:
        for name, write in (("contoh.pdf", _pdf), ("contoh.docx", _docx)):
            path = Path(folder, name)
            write(path)
            found.append(read(path))
    return found


def _pdf(path: Path) -> None:
    """One page with text in a font that is not embedded, and a ruled table (PDF 1.4)."""
    shown = " ".join(f"1 0 0 1 72 {760 - 20 * number} Tm ({line}) Tj" for number, line in enumerate(_AGREEMENT))
    rules = " ".join(f"72 {y} m 400 {y} l S" for y in (600, 580, 560)) + "".join(
        f" {x} 600 m {x} 560 l S" for x in (72, 200, 400)
    )
    content = f"BT /F1 12 Tf {shown} ET {rules}"
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(content)}>>stream\n{content}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>",
    )
    text, places = "%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(text))
        text += f"{number} 0 obj{item}endobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"trailer<</Size 6/Root 1 0 R>>\nstartxref\n{len(text)}\n%%EOF"
    path.write_bytes(f"{text}xref\n0 6\n0000000000 65535 f \n{table}{end}".encode("ascii"))


def _docx(path: Path) -> None:
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    lines = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in _REPORT)
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELATIONS)
        package.writestr("word/document.xml", f'<w:document xmlns:w="{name}"><w:body>{lines}</w:body></w:document>')
