"""Demo documents as files: PDF, DOCX, PPTX and TXT."""

from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from pptx import Presentation
from pptx.util import Inches, Pt
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, TableStyle
from reportlab.platypus import Table as PdfTable

from service.demo.blocks import Block, Break, Deck, Document, Head, Items, Table, Text, lettered

_BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=11.5, leading=15, alignment=TA_JUSTIFY, spaceAfter=6)
_CENTRE = ParagraphStyle("centre", parent=_BODY, alignment=TA_CENTER)
_HEAD = ParagraphStyle("head", parent=_BODY, fontName="Times-Bold", spaceBefore=8, alignment=0)
_HEAD_CENTRE = ParagraphStyle("head-centre", parent=_HEAD, alignment=TA_CENTER)
_ITEM = ParagraphStyle("item", parent=_BODY, leftIndent=22, firstLineIndent=-16)
_CELL = ParagraphStyle("cell", parent=_BODY, fontSize=9.5, leading=12, alignment=0, spaceAfter=0)


def write(path: Path, document: Document | Deck) -> Path:
    """Write `document` in the format of the name's ending."""
    if isinstance(document, Deck):
        _pptx(path, document)
    else:
        {".pdf": _pdf, ".docx": _docx, ".txt": _txt}[path.suffix](path, document)
    if path.suffix in (".docx", ".pptx"):
        _without_clock(path)
    return path


def _without_clock(path: Path) -> None:
    """Pack the parts again with one fixed time, so that the same text always has the same bytes and counts once."""
    with ZipFile(path) as packed:
        parts = [(part.filename, packed.read(part)) for part in packed.infolist()]
    with ZipFile(path, "w", ZIP_DEFLATED) as packed:
        for name, content in parts:
            packed.writestr(ZipInfo(name), content, ZIP_DEFLATED)


def _pdf(path: Path, document: Document) -> None:
    file = SimpleDocTemplate(
        str(path),
        pagesize=A4,
        leftMargin=2.5 * cm,
        rightMargin=2.5 * cm,
        topMargin=2.2 * cm,
        bottomMargin=2 * cm,
        invariant=1,
    )
    file.build([part for block in document.blocks for part in _pdf_parts(block)])


def _pdf_parts(block: Block) -> list[Any]:
    match block:
        case Head(text, centre):
            return [Paragraph(escape(text), _HEAD_CENTRE if centre else _HEAD)]
        case Text(text, centre):
            return [Paragraph(escape(text).replace("\n", "<br/>"), _CENTRE if centre else _BODY)]
        case Items(items, marks):
            return [Paragraph(escape(line), _ITEM) for line in lettered(items, marks)]
        case Table(rows):
            return [_pdf_table(rows), Spacer(1, 8)]
        case Break():
            return [PageBreak()]


def _pdf_table(rows: tuple[tuple[str, ...], ...]) -> PdfTable:
    cells = [[Paragraph(escape(text), _CELL) for text in row] for row in rows]
    longest = [max(6, min(44, max(len(row[column]) for row in rows))) for column in range(len(rows[0]))]
    widths = [16 * cm * length / sum(longest) for length in longest]
    grid = TableStyle(
        [
            ("GRID", (0, 0), (-1, -1), 0.6, colors.black),
            ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#e8e8e8")),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
    )
    return PdfTable(cells, colWidths=widths, style=grid, repeatRows=1)


def _docx(path: Path, document: Document) -> None:
    file = WordFile()
    file.styles["Normal"].font.name = "Times New Roman"
    file.styles["Normal"].font.size = Pt(12)
    for block in document.blocks:
        match block:
            case Head(text, centre):
                paragraph = file.add_paragraph()
                paragraph.add_run(text).bold = True
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centre else WD_ALIGN_PARAGRAPH.LEFT
            case Text(text, centre):
                paragraph = file.add_paragraph(text)
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centre else WD_ALIGN_PARAGRAPH.JUSTIFY
            case Items(items, marks):
                for line in lettered(items, marks):
                    file.add_paragraph(line)
            case Table(rows):
                table = file.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
                for row in rows:
                    for cell, text in zip(table.add_row().cells, row, strict=True):
                        cell.text = text
                file.add_paragraph()
            case Break():
                file.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    file.save(str(path))


def _pptx(path: Path, deck: Deck) -> None:
    file = Presentation()
    for number, slide in enumerate(deck.slides):
        page = file.slides.add_slide(file.slide_layouts[0 if number == 0 else 5 if slide.table else 1])
        page.shapes.title.text = slide.title
        if slide.table:
            _pptx_table(page, slide.table)
        elif slide.lines:
            page.placeholders[1].text = "\n".join(slide.lines)
            if number:
                for paragraph in page.placeholders[1].text_frame.paragraphs:
                    paragraph.font.size = Pt(20)
        if slide.notes:
            page.notes_slide.notes_text_frame.text = slide.notes
    file.save(str(path))


def _pptx_table(page: Any, table: Table) -> None:
    rows, columns = len(table.rows), len(table.rows[0])
    shape = page.shapes.add_table(rows, columns, Inches(0.4), Inches(1.5), Inches(9.2), Inches(0.5 * rows))
    for r, row in enumerate(table.rows):
        for c, text in enumerate(row):
            cell = shape.table.cell(r, c)
            cell.text = text
            for paragraph in cell.text_frame.paragraphs:
                paragraph.font.size = Pt(13)


def _txt(path: Path, document: Document) -> None:
    parts: list[str] = []
    for block in document.blocks:
        match block:
            case Head(text) | Text(text):
                parts.append(text)
            case Items(items, marks):
                parts.append("\n".join(lettered(items, marks)))
            case Table(rows):
                parts.append("\n".join("\t".join(row) for row in rows))
            case Break():
                parts.append("\f")
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
