"""Documents with known text: what `benchmarks/reading.py` measures the readers against.

All text is made up. Each maker writes a file and says which words stand in it, in reading order, and which cells its tables have.
"""

import io
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import docx
import pptx
import pypdfium2 as pdfium
from docx.enum.text import WD_ALIGN_PARAGRAPH
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont
from pptx.util import Inches, Pt
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONTS = Path("/usr/share/fonts/truetype")
SERIF, SANS = ("Serif", "Serif-Bold"), ("Sans", "Sans-Bold")
_FILES = {
    "Serif": "liberation/LiberationSerif-Regular.ttf",
    "Serif-Bold": "liberation/LiberationSerif-Bold.ttf",
    "Sans": "dejavu/DejaVuSans.ttf",
    "Sans-Bold": "dejavu/DejaVuSans-Bold.ttf",
}
_SUBJECTS = (
    "Pemerintah Provinsi Jawa Timur,Pemerintah Kota Semarang,Badan Kepegawaian Daerah,"
    "Dinas Komunikasi dan Informatika,Universitas Contoh,Pusat Pelatihan Aparatur,Sekretariat Daerah,"
    "Inspektorat Kabupaten Sleman,para peserta magang,kedua belah pihak,tim pelaksana kegiatan"
).split(",")
_VERBS = (
    "melaksanakan,menyelenggarakan,mengembangkan,menyusun,mengevaluasi,memfasilitasi,menindaklanjuti,"
    "mengoordinasikan,mempublikasikan,menyempurnakan,memperpanjang,mendampingi"
).split(",")
_OBJECTS = (
    "pertukaran pegawai antardaerah,penyusunan rencana kerja tahunan,sistem informasi kepegawaian,"
    "pelatihan bagi pejabat fungsional,pendampingan penyusunan anggaran,pedoman pelaksanaan magang,"
    "evaluasi capaian kinerja,penguatan kelembagaan desa,pengelolaan arsip dinamis,"
    "layanan pengaduan masyarakat,kegiatan studi banding,perpustakaan digital"
).split(",")
_ENDS = (
    "paling lambat 30 hari kerja sejak ditandatangani,sesuai dengan ketentuan peraturan perundang-undangan,"
    "pada triwulan kedua tahun 2025,dengan biaya yang dibebankan pada APBD,"
    "di seluruh wilayah kerja masing-masing,secara bertahap dan berkelanjutan,"
    "berdasarkan hasil evaluasi semester pertama,dengan memperhatikan asas kemanfaatan,"
    "selama jangka waktu tiga tahun"
).split(",")
_ENGLISH = (
    "The parties shall carry out the exchange of officials in accordance with the applicable laws and regulations.",
    "Each party shall bear the costs arising from the implementation of this agreement.",
    "This agreement is valid for three years and may be extended by mutual written consent.",
    "The first party shall provide access to training facilities and working documents.",
    "Any difference arising from the interpretation shall be settled amicably by consultation.",
)


@dataclass(slots=True)
class Table:
    """Its cells by (row, column)."""

    cells: dict[tuple[int, int], str] = field(default_factory=dict)


@dataclass(slots=True)
class Truth:
    """One file: its words page by page (one list for formats without pages), and its tables."""

    path: Path
    pages: list[list[str]] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    def say(self, text: str) -> None:
        self.pages[-1].extend(text.split())


class Writer:
    """Sentences of an office, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - text, no secret

    def sentence(self) -> str:
        pick = self.random.choice
        words = f"{pick(_SUBJECTS)} {pick(_VERBS)} {pick(_OBJECTS)} {pick(_ENDS)}."
        return words[0].upper() + words[1:]

    def paragraph(self, sentences: int = 4) -> str:
        return " ".join(self.sentence() for _ in range(sentences))

    def english(self, sentences: int = 2) -> str:
        return " ".join(self.random.choice(_ENGLISH) for _ in range(sentences))

    def phrase(self) -> str:
        return self.random.choice(_OBJECTS)


def fonts() -> None:
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, FONTS / file))


def wrapped(text: str, font: str, size: float, width: float, *, hyphens: bool = False) -> list[str]:
    """The lines of a text; with `hyphens` long words are cut at a line's end."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if stringWidth(longer, font, size) <= width:
            line = longer
            continue
        if hyphens and len(word) > 9 and word.isalpha():
            for cut in range(len(word) - 4, 3, -1):
                if stringWidth(f"{line} {word[:cut]}-", font, size) <= width:
                    line, word = f"{line} {word[:cut]}-", word[cut:]
                    break
        lines.append(line)
        line = word
    return [*lines, line] if line else lines


class Sheet:
    """A PDF under construction that remembers what it shows."""

    def __init__(self, path: Path, size: tuple[float, float] = A4, family: tuple[str, str] = SERIF) -> None:
        self.truth = Truth(path, [[]])
        self.canvas = Canvas(str(path), pagesize=size, invariant=1)
        self.width, self.height = size
        self.plain, self.bold = family

    def line(self, x: float, y: float, text: str, size: float = 11, *, bold: bool = False, justify: float = 0) -> None:
        """Draw one line; `justify`: to this width, by the blanks between words."""
        if justify and " " in text:
            self._words(x, y, text, size, justify)
            return
        self.canvas.setFont(self.bold if bold else self.plain, size)
        self.canvas.drawString(x, y, text)

    def _words(self, x: float, y: float, text: str, size: float, justify: float) -> None:
        """Justified as word processors do: each word where it belongs."""
        words = text.split(" ")
        blank = (justify - sum(stringWidth(word, self.plain, size) for word in words)) / (len(words) - 1)
        self.canvas.setFont(self.plain, size)
        for word in words:
            self.canvas.drawString(x, y, word)
            x += stringWidth(word, self.plain, size) + blank

    def centred(self, y: float, text: str, size: float = 12, *, bold: bool = True, axis: float | None = None) -> None:
        font = self.bold if bold else self.plain
        self.canvas.setFont(font, size)
        self.canvas.drawCentredString(self.width / 2 if axis is None else axis, y, text)

    def block(self, x: float, y: float, text: str, width: float, size: float = 11, *, lead: float = 1.3, hyphens: bool = False,
              justify: bool = True) -> float:  # fmt: skip
        """Draw a paragraph from `y` downwards; where the next one begins."""
        lines = wrapped(text, self.plain, size, width, hyphens=hyphens)
        for number, line in enumerate(lines):
            self.line(x, y, line, size, justify=width if justify and number < len(lines) - 1 else 0)
            y -= size * lead
        return y - size * 0.5

    def next_page(self) -> None:
        self.canvas.showPage()
        self.truth.pages.append([])

    def done(self) -> Truth:
        self.canvas.showPage()
        self.canvas.save()
        return self.truth


# ------------------------------------------------------------------------------------------------- PDF, six layouts


def one_column(path: Path, pages: int, seed: int) -> Truth:
    """Headings, justified paragraphs, numbered items."""
    writer, sheet = Writer(seed), Sheet(path, family=SERIF if seed % 2 else SANS)
    for number in range(1, pages + 1):
        if number > 1:
            sheet.next_page()
        y = sheet.height - 30 * mm
        for section in range(1, 4):
            heading = f"Pasal {number * 3 + section}"
            sheet.centred(y, heading)
            sheet.truth.say(heading)
            y -= 22
            text = writer.paragraph()
            sheet.truth.say(text)
            y = sheet.block(30 * mm, y, text, 150 * mm)
            for item in range(1, 4):
                text = writer.sentence()
                sheet.truth.say(f"{item}. {text}")
                sheet.line(30 * mm, y, f"{item}.")
                y = sheet.block(38 * mm, y, text, 142 * mm)
    return sheet.done()


def many_pages(path: Path, pages: int, seed: int) -> None:
    """Typed pages without number, each of other lines; quickly made."""
    writer, sheet = Writer(seed), Sheet(path)
    pool = [line for _ in range(40) for line in wrapped(writer.paragraph(), sheet.plain, 11, 150 * mm)]
    for _ in range(pages):
        for number in range(46):
            sheet.line(30 * mm, sheet.height - 25 * mm - 15 * number, writer.random.choice(pool))
        sheet.next_page()
    sheet.canvas.save()


def two_columns(path: Path, pages: int, seed: int) -> Truth:
    """A bilingual agreement: Indonesian left, English right; every other page drawn article by article."""
    writer, sheet = Writer(seed), Sheet(path)
    for number in range(1, pages + 1):
        if number > 1:
            sheet.next_page()
        sheet.centred(sheet.height - 25 * mm, "PERJANJIAN KERJA SAMA / COOPERATION AGREEMENT")
        sheet.truth.say("PERJANJIAN KERJA SAMA / COOPERATION AGREEMENT")
        pairs = [(f"Pasal {n}", writer.paragraph(2), f"Article {n}", writer.english()) for n in range(1, 6)]
        left_texts = [(title, text) for title, text, _, _ in pairs]
        right_texts = [(title, text) for _, _, title, text in pairs]
        top = sheet.height - 38 * mm
        if number % 2:
            for x, column in ((22 * mm, left_texts), (110 * mm, right_texts)):
                y = top
                for title, text in column:
                    y = _article(sheet, x, y, title, text)
        else:
            y = top
            for left, right in zip(left_texts, right_texts, strict=True):
                y = min(_article(sheet, 22 * mm, y, *left), _article(sheet, 110 * mm, y, *right))
    return sheet.done()


def _article(sheet: Sheet, x: float, y: float, title: str, text: str) -> float:
    sheet.centred(y, title, 10, axis=x + 39 * mm)
    sheet.truth.say(f"{title} {text}")
    return sheet.block(x, y - 15, text, 78 * mm, 10) - 4


def tables(path: Path, pages: int, seed: int) -> Truth:
    """Ruled tables with wrapped cells, a header over two columns and cells over two rows."""
    writer, sheet = Writer(seed), Sheet(path, family=SANS)
    for number in range(1, pages + 1):
        if number > 1:
            sheet.next_page()
        text = writer.sentence()
        sheet.truth.say(text)
        y = sheet.block(20 * mm, sheet.height - 25 * mm, text, 170 * mm, 10)
        if number % 2:
            header = ("No.", "Uraian Kegiatan", "Penanggung Jawab", "Tenggat", "Keterangan")
            rows = [
                (
                    f"{n}",
                    writer.phrase(),
                    writer.random.choice(_SUBJECTS),
                    f"{n + 9} Mei 2025",
                    writer.random.choice(("selesai", "proses", "belum")),
                )
                for n in range(1, 13)
            ]
            _grid(sheet, 20 * mm, y, (12, 60, 48, 25, 25), [header, *rows])
        else:
            _merged(sheet, 20 * mm, y, writer)
    return sheet.done()


def _grid(sheet: Sheet, x: float, y: float, widths: Sequence[float], rows: Sequence[Sequence[str]]) -> None:
    """A table whose every cell is its own."""
    table = Table()
    edges = [x]
    for width in widths:
        edges.append(edges[-1] + width * mm)
    for number, row in enumerate(rows):
        cells = [wrapped(text, sheet.plain, 9, width * mm - 8) for text, width in zip(row, widths, strict=True)]
        high = 12 * max(map(len, cells)) + 6
        for column, lines in enumerate(cells):
            sheet.canvas.rect(edges[column], y - high, widths[column] * mm, high)
            for place, line in enumerate(lines):
                sheet.line(edges[column] + 4, y - 12 - 12 * place, line, 9, bold=number == 0)
            table.cells[number, column] = row[column]
            sheet.truth.say(row[column])
        y -= high
    sheet.truth.tables.append(table)


def _merged(sheet: Sheet, x: float, y: float, writer: Writer) -> None:
    """Two header rows (`Waktu` over `Mulai` and `Selesai`), and a first column whose cells stand over two rows."""
    table = Table()
    widths = [w * mm for w in (40, 70, 30, 30)]
    edges = [x]
    for width in widths:
        edges.append(edges[-1] + width)
    high = 18.0

    def cell(row: int, column: int, text: str, rows: int = 1, columns: int = 1) -> None:
        top = y - high * row
        sheet.canvas.rect(edges[column], top - high * rows, edges[column + columns] - edges[column], high * rows)
        sheet.line(edges[column] + 4, top - 12, text, 9)
        table.cells[row, column] = text
        sheet.truth.say(text)

    cell(0, 0, "Kelompok", 2)
    cell(0, 1, "Kegiatan", 2)
    cell(0, 2, "Waktu", 1, 2)
    cell(1, 2, "Mulai")
    cell(1, 3, "Selesai")
    for group in range(8):
        for half in range(2):
            row = 2 + 2 * group + half
            if not half:
                cell(row, 0, f"Kelompok {chr(65 + group)}", 2)
            cell(row, 1, writer.phrase())
            cell(row, 2, f"{row} Juni")
            cell(row, 3, f"{row + 9} Juni")
    sheet.truth.tables.append(table)


def slides(path: Path, pages: int, seed: int) -> Truth:
    """A deck saved as PDF: a title, two columns of points, a foot with the slide's number."""
    writer = Writer(seed)
    sheet = Sheet(path, landscape(A4), SANS)
    for number in range(1, pages + 1):
        if number > 1:
            sheet.next_page()
        title = f"Hasil dan Tindak Lanjut Kelompok {number}"
        sheet.line(20 * mm, sheet.height - 28 * mm, title, 24, bold=True)
        sheet.truth.say(title)
        for x, head in ((20 * mm, "Temuan"), (155 * mm, "Rekomendasi")):
            y = sheet.height - 50 * mm
            sheet.line(x, y, head, 16, bold=True)
            sheet.truth.say(head)
            y -= 26
            for _ in range(3):
                text = writer.sentence()
                sheet.truth.say(f"• {text}")
                sheet.line(x, y, "•", 13)
                y = sheet.block(x + 14, y, text, 108 * mm, 13, justify=False)
        sheet.line(20 * mm, 10 * mm, "Pusat Pelatihan Aparatur", 9)
        sheet.line(270 * mm, 10 * mm, str(number), 9)
        sheet.truth.say(f"Pusat Pelatihan Aparatur {number}")
    return sheet.done()


def signatures(path: Path, pages: int, seed: int) -> Truth:
    """A closing paragraph, and below it both parties side by side; labels with their values above."""
    writer, sheet = Writer(seed), Sheet(path)
    for number in range(1, pages + 1):
        if number > 1:
            sheet.next_page()
        y = sheet.height - 30 * mm
        for label, value in (
            ("Nomor", f"{number}/KS/2024"),
            ("Tanggal", "5 Februari 2024"),
            ("Perihal", writer.phrase()),
        ):
            sheet.line(30 * mm, y, label)
            sheet.line(60 * mm, y, ":")
            sheet.line(64 * mm, y, value)
            sheet.truth.say(f"{label} : {value}")
            y -= 16
        y -= 10
        for _ in range(4):
            text = writer.paragraph(3)
            sheet.truth.say(text)
            y = sheet.block(30 * mm, y, text, 150 * mm)
        y -= 20
        left = (
            "PIHAK KESATU,",
            "Kepala Badan Kepegawaian",
            "Daerah Kota Semarang,",
            "Drs. Contoh Satu, M.Si.",
            "NIP 196501011990031001",
        )
        right = (
            "PIHAK KEDUA,",
            "Kepala Pusat Pelatihan",
            "Aparatur Provinsi Contoh,",
            "Dra. Contoh Dua, M.M.",
            "NIP 197002021995032002",
        )
        for x, lines in ((60 * mm, left), (145 * mm, right)):
            place = y
            for index, line in enumerate(lines):
                sheet.centred(place, line, 11, bold=index == 0, axis=x)
                place -= 60 if index == 2 else 15
            sheet.truth.say(" ".join(lines))
    return sheet.done()


def running_heads(path: Path, pages: int, seed: int) -> Truth:
    """Heads, page numbers, initials, an e-signature's foot, words cut at line ends, a letter-spaced title."""
    writer, sheet = Writer(seed), Sheet(path)
    for number in range(1, pages + 1):
        if number > 1:
            sheet.next_page()
        head = "Laporan Akhir Magang Aparatur"
        sheet.line(30 * mm, sheet.height - 14 * mm, head, 9)
        sheet.truth.say(head)
        y = sheet.height - 32 * mm
        if number == 1:
            sheet.centred(y, "S U R A B A Y A", 16)
            sheet.truth.say("SURABAYA")
            y -= 30
        for _ in range(7):
            text = writer.paragraph(3)
            sheet.truth.say(text)
            y = sheet.block(30 * mm, y, text, 145 * mm, hyphens=True)
        sheet.line(160 * mm, 20 * mm, "Paraf: ........", 8)
        sheet.line(
            30 * mm, 13 * mm, "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik", 7
        )
        sheet.line(100 * mm, 8 * mm, f"- {number} -", 9)
        sheet.truth.say(
            "Paraf: ........ Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik"
        )
        sheet.truth.say(f"- {number} -")
    return sheet.done()


LAYOUTS: dict[str, Callable[[Path, int, int], Truth]] = {
    "pdf one column": one_column,
    "pdf two columns": two_columns,
    "pdf tables": tables,
    "pdf slides": slides,
    "pdf signatures": signatures,
    "pdf heads, hyphens": running_heads,
}


# ------------------------------------------------------------------------------------------------------------ office


def word(path: Path, sections: int, seed: int) -> Truth:
    """Headings, paragraphs, numbered and bulleted lists, tables with merged cells."""
    writer, made, truth = Writer(seed), docx.Document(), Truth(path, [[]])
    for section in range(1, sections + 1):
        title = f"BAB {section} Pelaksanaan"
        made.add_heading(title, 1)
        truth.say(title)
        for _ in range(4):
            text = writer.paragraph()
            paragraph = made.add_paragraph()
            for piece in text.split(". "):
                paragraph.add_run(piece + ("" if piece.endswith(".") else ". "))
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
            truth.say(text)
        for _ in range(3):
            text = writer.sentence()
            made.add_paragraph(text, style="List Bullet")
            truth.say(text)
        rows = [
            ("No", "Kegiatan", "Penanggung Jawab"),
            *((str(n), writer.phrase(), writer.random.choice(_SUBJECTS)) for n in range(1, 6)),
        ]
        grid = made.add_table(len(rows) + 1, 3)
        table = Table()
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                grid.cell(number, column).text = text
                table.cells[number, column] = text
                truth.say(text)
        grid.cell(len(rows), 0).merge(grid.cell(len(rows), 2)).text = "Jumlah seluruh kegiatan"
        table.cells[len(rows), 0] = "Jumlah seluruh kegiatan"
        truth.say("Jumlah seluruh kegiatan")
        truth.tables.append(table)
    made.save(str(path))
    return truth


def deck(path: Path, count: int, seed: int) -> Truth:
    """Titles, points, a table on every third slide, notes."""
    writer, made, truth = Writer(seed), pptx.Presentation(), Truth(path)
    for number in range(1, count + 1):
        truth.pages.append([])
        if number % 3:
            slide = made.slides.add_slide(made.slide_layouts[1])
            slide.shapes.title.text = f"Rekomendasi Kelompok {number}"
            truth.say(slide.shapes.title.text)
            points = [writer.sentence() for _ in range(5)]
            slide.placeholders[1].text = "\n".join(points)
            truth.say(" ".join(points))
        else:
            slide = made.slides.add_slide(made.slide_layouts[5])
            slide.shapes.title.text = f"Rencana Tindak Lanjut {number}"
            truth.say(slide.shapes.title.text)
            rows = [
                ("Kegiatan", "Penanggung Jawab", "Tenggat"),
                *((writer.phrase(), writer.random.choice(_SUBJECTS), f"{n} Mei 2025") for n in range(1, 6)),
            ]
            grid = slide.shapes.add_table(len(rows), 3, Inches(0.5), Inches(2), Inches(9), Inches(4)).table
            table = Table()
            for row, texts in enumerate(rows):
                for column, text in enumerate(texts):
                    grid.cell(row, column).text = text
                    grid.cell(row, column).text_frame.paragraphs[0].font.size = Pt(14)
                    table.cells[row, column] = text
                    truth.say(text)
            truth.tables.append(table)
        note = writer.sentence()
        slide.notes_slide.notes_text_frame.text = note
        truth.say(note)
    made.save(str(path))
    return truth


# ------------------------------------------------------------------------------------------------------------- scans


@dataclass(frozen=True, slots=True)
class Scan:
    """One page as a scanner gives it, and the words on it."""

    name: str
    picture: Image.Image
    dpi: int
    words: list[str]


EFFECTS = ("clean", "skewed", "noisy", "stamped")


def scan(truth: Truth, page: int, dpi: int, effect: str) -> Scan:
    """A page of a PDF rendered and spoilt."""
    document = pdfium.PdfDocument(truth.path)
    picture = document[page].render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
    document.close()
    if effect == "skewed":
        picture = picture.rotate(1.7, Image.Resampling.BICUBIC, fillcolor=255)
    elif effect == "noisy":
        picture = Image.blend(picture, Image.effect_noise(picture.size, 90), 0.14).filter(ImageFilter.GaussianBlur(0.4))
        picture = picture.rotate(-0.6, Image.Resampling.BICUBIC, fillcolor=230)
        out = io.BytesIO()
        picture.save(out, "JPEG", quality=45)
        picture = Image.open(out).convert("L")
    elif effect == "stamped":
        picture = _stamped(picture, dpi)
    return Scan(f"scan {dpi} dpi {effect}", picture, dpi, truth.pages[page])


def _stamped(picture: Image.Image, dpi: int) -> Image.Image:
    """A round stamp over a corner of the text."""
    layer = Image.new("L", picture.size, 255)
    pen = ImageDraw.Draw(layer)
    size, x, y = round(1.3 * dpi), round(0.62 * picture.width), round(0.55 * picture.height)
    for inset, width in ((0, 5), (round(0.12 * dpi), 2)):
        pen.ellipse((x + inset, y + inset, x + size - inset, y + size - inset), outline=150, width=width)
    pen.text(
        (x + size // 4, y + size * 2 // 5),
        "DINAS",
        font=ImageFont.truetype(str(FONTS / _FILES["Sans-Bold"]), size // 6),
        fill=150,
    )
    return ImageChops.darker(picture, layer)


def as_pdf(scans: Iterable[Scan], path: Path) -> None:
    """The scans as one PDF of pictures."""
    first, *rest = scans
    first.picture.save(path, "PDF", resolution=first.dpi, save_all=True, append_images=[item.picture for item in rest])
