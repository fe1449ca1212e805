"""Hostile and awkward ZIP packages: DOCX, PPTX, ODT, ODP and what only looks like them."""

# ruff: noqa: E501 - markup reads best in one piece
import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

import docx
import pptx
from pptx.util import Inches

from tests.hostile.case import SENTENCE, Makers, blank, reads, refused
from tests.hostile.picture_files import png_header

CASES: Makers = []
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)


def rels(*targets: str) -> str:
    """A relationships part: `type target` a relation."""
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{_R}/{kind}" Target="{target}"{mode}/>'
        for number, (kind, target, mode) in enumerate((*item.split(" ")[:2], " TargetMode=\"External\"" if "://" in item else "")
                                                      for item in targets)
    )  # fmt: skip
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'


PARAGRAPH = f"<w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p>"


def document(body: str = PARAGRAPH, head: str = "") -> str:
    return f"<?xml version='1.0' encoding='UTF-8'?>{head}<w:document {W} xmlns:r=\"{_R}\"><w:body>{body}</w:body></w:document>"


def parts(body: str = PARAGRAPH, **more: str | bytes) -> dict[str, str | bytes]:
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": rels("officeDocument word/document.xml"),
        "word/document.xml": document(body),
        **more,
    }


def packed(members: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), content, compress_type=compression)
    return out.getvalue()


def word() -> bytes:
    """A DOCX as a library writes it."""
    made = docx.Document()
    made.add_heading("Laporan Magang", 1)
    made.add_paragraph(SENTENCE)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def deck(slides: int = 1) -> bytes:
    made = pptx.Presentation()
    for number in range(slides):
        slide = made.slides.add_slide(made.slide_layouts[5])
        slide.shapes.title.text = f"Paparan {number + 1}"
        slide.shapes.add_textbox(Inches(1), Inches(2), Inches(6), Inches(1)).text_frame.text = SENTENCE
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def changed(package: bytes, changes: Mapping[str, bytes | None]) -> bytes:
    """The package with these members replaced, added or (None) left out."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        members: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    for name, content in changes.items():
        members.pop(name, None)
        if content is not None:
            members[name] = content
    return packed(members)


def slide_changed(old: bytes, new: bytes) -> bytes:
    package = deck()
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        slide = archive.read("ppt/slides/slide1.xml")
    assert old in slide
    return changed(package, {"ppt/slides/slide1.xml": slide.replace(old, new, 1)})


# ------------------------------------------------------------------------------------------------------- the archive


@refused(CASES, "kosong.docx", "empty")
def _empty() -> bytes:
    return b""


@refused(CASES, "zip-kosong.docx", "unsupported", "damaged")
def _empty_zip() -> bytes:
    return b"PK\x05\x06" + bytes(18)


@refused(CASES, "zip-biasa.docx", "unsupported", "renamed")
def _plain_zip() -> bytes:
    return packed({"foto.jpg": b"\xff\xd8\xff", "catatan.txt": "halo"})


@refused(CASES, "zip-bersarang.docx", "unsupported", "renamed", "suspicious_archive")
def _nested_zips() -> bytes:
    inner = packed({"data": b"0" * 1_000_000})
    for _ in range(6):
        inner = packed({f"{number}.zip": inner for number in range(8)})
    return inner


@refused(CASES, "lembar-kerja.xlsx", "unsupported")
def _sheet() -> bytes:
    return packed(
        {
            "[Content_Types].xml": TYPES.replace("word", "xl").replace("xlprocessing", "spreadsheet"),
            "xl/workbook.xml": "<x/>",
        }
    )


@refused(CASES, "bom-rasio.docx", "suspicious_archive")
def _ratio_bomb() -> bytes:
    return packed(parts(**{"word/media/x.bin": b"\0" * 30_000_000}))


@refused(CASES, "bom-isi.docx", "suspicious_archive", "too_hard")
def _document_bomb() -> bytes:
    return packed(parts("<w:p/>" * 9_000_000))


@refused(CASES, "ukuran-bohong.docx", "suspicious_archive", "damaged", or_read=("Kesepahaman",))
def _lying_sizes() -> bytes:
    """The directory says that the part is small; what comes out is 18 MB."""
    body = PARAGRAPH + "<w:p/>" * 3_000_000
    said = struct.pack("<I", len(document(body).encode()))
    return packed(parts(body)).replace(said, struct.pack("<I", 600))


@refused(CASES, "dua-puluh-ribu-anggota.docx", "suspicious_archive")
def _many_members() -> bytes:
    return packed(parts(**{f"word/x{number}.xml": "" for number in range(20_000)}), zipfile.ZIP_STORED)


@refused(CASES, "nama-ganda.docx", "suspicious_archive")
def _doubled_names() -> bytes:
    whole = packed(parts(**{"word/documenu.xml": document("<w:p><w:r><w:t>lain</w:t></w:r></w:p>")}))
    return whole.replace(b"word/documenu.xml", b"word/document.xml")


@refused(CASES, "nama-memanjat.docx", "suspicious_archive")
def _climbing_names() -> bytes:
    return packed(parts(**{"../../../../tmp/tilik-memanjat.txt": "x"}))


@refused(CASES, "nama-mutlak.docx", "suspicious_archive")
def _absolute_names() -> bytes:
    return packed(parts(**{"/etc/cron.d/x": "x"}))


@refused(CASES, "tautan-simbolik.docx", "suspicious_archive")
def _symbolic_link() -> bytes:
    out = io.BytesIO(packed(parts()))
    with zipfile.ZipFile(out, "a") as archive:
        link = zipfile.ZipInfo("word/tautan")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    return out.getvalue()


@refused(CASES, "anggota-bertumpuk.docx", "suspicious_archive")
def _overlapping() -> bytes:
    """Two names for the same bytes, as in bombs that need no nesting."""
    whole = packed(parts(**{"word/salinan1.xml": "x" * 5_000, "word/salinan2.xml": "x" * 5_000}))
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        first, second = archive.getinfo("word/salinan1.xml"), archive.getinfo("word/salinan2.xml")
    return whole.replace(
        struct.pack("<I", second.header_offset) + b"word/salinan2",
        struct.pack("<I", first.header_offset) + b"word/salinan2",
    )


@refused(CASES, "zip-bersandi.docx", "locked")
def _zip_password() -> bytes:
    whole = bytearray(packed(parts()))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = whole.find(mark)
        while at >= 0:
            whole[at + place] |= 1
            at = whole.find(mark, at + 4)
    return bytes(whole)


@refused(CASES, "kompresi-tak-dikenal.docx", "damaged", "unsupported", "locked")
def _unknown_method() -> bytes:
    whole = bytearray(packed(parts()))
    for mark, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        at = whole.find(mark)
        while at >= 0:
            whole[at + place : at + place + 2] = b"\x63\0"
            at = whole.find(mark, at + 4)
    return bytes(whole)


@reads(CASES, "kompresi-lzma.docx")
def _lzma() -> bytes:
    return packed(parts(), zipfile.ZIP_LZMA)


@reads(CASES, "tanpa-kompresi.docx")
def _stored() -> bytes:
    return packed(parts(), zipfile.ZIP_STORED)


@reads(CASES, "sampah-di-depan.docx")
def _junk_before() -> bytes:
    return packed(parts()).join((b"PK\x03\x04 sisa ", b""))


@reads(CASES, "sampah-di-belakang.docx")
def _junk_after() -> bytes:
    return packed(parts()) + b"\0" * 3_000


@reads(CASES, "tanpa-direktori.docx")
def _no_directory() -> bytes:
    whole = packed(parts())
    return whole[: whole.index(b"PK\x01\x02")]


@reads(CASES, "terpotong.docx")
def _cut() -> bytes:
    whole = packed(
        parts(
            PARAGRAPH
            + "".join(
                f"<w:p><w:r><w:t>Baris {number} {number * 7919 % 10007}</w:t></w:r></w:p>" for number in range(4_000)
            )
        )
    )
    return whole[: len(whole) * 2 // 3]


@reads(CASES, "jumlah-periksa-salah.docx")
def _wrong_sum() -> bytes:
    whole = packed(parts(), zipfile.ZIP_STORED)
    right = struct.pack("<I", zlib.crc32(document().encode()))
    return whole.replace(right, b"\1\2\3\4")


@reads(CASES, "huruf-besar.docx")
def _upper_names() -> bytes:
    return packed(
        {
            "[CONTENT_TYPES].XML": TYPES,
            "_RELS/.RELS": rels("officeDocument WORD/DOCUMENT.XML"),
            "WORD/DOCUMENT.XML": document(),
        }
    )


@reads(CASES, "garis-miring-terbalik.docx")
def _backslashes() -> bytes:
    return packed(
        {
            "[Content_Types].xml": TYPES,
            "_rels\\.rels": rels("officeDocument word\\document.xml"),
            "word\\document.xml": document(),
        }
    )


# -------------------------------------------------------------------------------------------------------------- parts


@reads(CASES, "tanpa-jenis-isi.docx")
def _no_types() -> bytes:
    return packed({name: content for name, content in parts().items() if "Types" not in name})


@reads(CASES, "tanpa-relasi.docx")
def _no_relations() -> bytes:
    return packed({name: content for name, content in parts().items() if "rels" not in name})


@reads(CASES, "relasi-rusak.docx")
def _broken_relations() -> bytes:
    return packed(parts(**{"_rels/.rels": "<Relationships><Rel", "word/_rels/document.xml.rels": b"\xff\xfe\0\0"}))


@refused(CASES, "tanpa-dokumen.docx", "damaged")
def _no_document() -> bytes:
    return packed(
        {name: content for name, content in parts(**{"word/styles.xml": "<x/>"}).items() if name != "word/document.xml"}
    )


@refused(CASES, "dokumen-kosong.docx", "damaged")
def _empty_part() -> bytes:
    return packed({**parts(), "word/document.xml": ""})


@refused(CASES, "dokumen-bukan-xml.docx", "damaged")
def _binary_part() -> bytes:
    return packed({**parts(), "word/document.xml": bytes(range(256)) * 50})


@blank(CASES, "dokumen-tanpa-teks.docx")
def _no_text() -> bytes:
    return packed(parts("<w:p/><w:p/>"))


@reads(CASES, "dokumen-terpotong.docx")
def _cut_part() -> bytes:
    return packed({**parts(), "word/document.xml": document(PARAGRAPH * 50)[:-400]})


@reads(CASES, "gaya-rusak.docx")
def _broken_styles() -> bytes:
    return packed(parts(**{"word/_rels/document.xml.rels": rels("styles styles.xml", "numbering numbering.xml"),
                           "word/styles.xml": "<w:styles", "word/numbering.xml": b"\0\1\2"}))  # fmt: skip


@reads(CASES, "gaya-berputar.docx")
def _style_loop() -> bytes:
    styles = "".join(f'<w:style w:styleId="s{n}"><w:basedOn w:val="s{(n + 1) % 3}"/></w:style>' for n in range(3))
    body = PARAGRAPH.replace("<w:p>", '<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr>')
    return packed(
        parts(
            body,
            **{
                "word/_rels/document.xml.rels": rels("styles styles.xml"),
                "word/styles.xml": f"<w:styles {W}>{styles}</w:styles>",
            },
        )
    )


@reads(CASES, "relasi-berputar.docx")
def _relation_loop() -> bytes:
    body = PARAGRAPH + '<w:sectPr><w:headerReference r:id="rId0"/><w:footerReference r:id="rId1"/></w:sectPr>'
    return packed(
        parts(
            body,
            **{
                "word/_rels/document.xml.rels": rels(
                    "header document.xml", "footer ../word/document.xml", "footnotes document.xml"
                )
            },
        )
    )


@reads(CASES, "tautan-luar.docx")
def _external() -> bytes:
    targets = rels(
        "attachedTemplate http://127.0.0.1:48379/x.dotm",
        "image http://127.0.0.1:48379/x.png",
        "aFChunk file:///etc/passwd",
    )
    return packed(parts(PARAGRAPH + '<w:altChunk r:id="rId2"/>', **{"word/_rels/document.xml.rels": targets}))


@reads(CASES, "makro.docm")
def _macro() -> bytes:
    return packed(parts(**{"word/vbaProject.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"Attribut\0Shell" * 50}))


@refused(CASES, "bom-entitas.docx", "suspicious_archive")
def _entity_bomb() -> bytes:
    entities = '<!ENTITY a0 "aaaaaaaaaa">' + "".join(
        f'<!ENTITY a{number} "{f"&a{number - 1};" * 10}">' for number in range(1, 12)
    )
    return packed(
        {
            **parts(),
            "word/document.xml": document("<w:p><w:r><w:t>&a11;</w:t></w:r></w:p>", f"<!DOCTYPE x [{entities}]>"),
        }
    )


@refused(CASES, "entitas-luar.docx", "suspicious_archive")
def _external_entity() -> bytes:
    head = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    return packed({**parts(), "word/document.xml": document("<w:p><w:r><w:t>&e;</w:t></w:r></w:p>", head)})


@refused(CASES, "entitas-utf16.docx", "suspicious_archive", "damaged")
def _entity_in_utf16() -> bytes:
    text = document("<w:p><w:r><w:t>&e;</w:t></w:r></w:p>", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>')
    return packed({**parts(), "word/document.xml": text.replace("UTF-8", "UTF-16").encode("utf-16")})


@refused(CASES, "entitas-di-gaya.docx", "suspicious_archive", or_read=("Kesepahaman",))
def _entity_in_styles() -> bytes:
    styles = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:styles {W}>&e;</w:styles>'
    return packed(parts(**{"word/_rels/document.xml.rels": rels("styles styles.xml"), "word/styles.xml": styles}))


@reads(CASES, "utf16.docx")
def _utf16() -> bytes:
    return packed({**parts(), "word/document.xml": document().replace("UTF-8", "UTF-16").encode("utf-16")})


@reads(CASES, "pengodean-bohong.docx")
def _lying_encoding() -> bytes:
    return packed(
        {
            **parts(),
            "word/document.xml": document(PARAGRAPH + "<w:p><w:r><w:t>caf\xe9</w:t></w:r></w:p>").encode("latin-1"),
        }
    )


@reads(CASES, "kendali-dan-nul.docx")
def _controls() -> bytes:
    return packed(
        {
            **parts(),
            "word/document.xml": document(
                PARAGRAPH + "<w:p><w:r><w:t>a&#0;b&#x1b;c\x01d&#xd800;</w:t></w:r></w:p>"
            ).encode(),
        }
    )


@reads(CASES, "sepuluh-mb.docx")
def _ten_megabytes() -> bytes:
    line = "<w:p><w:pPr><w:jc w:val='both'/></w:pPr><w:r><w:rPr><w:sz w:val='24'/></w:rPr><w:t>Kerja sama nomor {0} tahun {0}</w:t></w:r></w:p>"
    return packed(parts(PARAGRAPH + "".join(line.format(number) for number in range(75_000))))


@reads(CASES, "tabel-dalam.docx")
def _deep_tables() -> bytes:
    depth = 400
    return packed(parts(PARAGRAPH + "<w:tbl><w:tr><w:tc>" * depth + PARAGRAPH + "</w:tc></w:tr></w:tbl>" * depth))


@reads(CASES, "tabel-dalam-dua-kolom.docx")
def _deep_wide_tables() -> bytes:
    depth = 120
    return packed(
        parts(
            PARAGRAPH + "<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>" * depth + PARAGRAPH + "</w:tc></w:tr></w:tbl>" * depth
        )
    )


@reads(CASES, "rentang-raksasa.docx")
def _absurd_spans() -> bytes:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="{}"/><w:vMerge w:val="restart"/></w:tcPr>' + PARAGRAPH + "</w:tc>"
    row = (
        "<w:tr><w:trPr><w:gridBefore w:val='9999'/></w:trPr>"
        + cell.format(2_000_000_000)
        + cell.format(-4)
        + cell.format(9_999)
        + "</w:tr>"
    )
    return packed(parts(f"<w:tbl>{row * 20}</w:tbl>"))


@reads(CASES, "kontrol-dalam.docx")
def _deep_controls() -> bytes:
    return packed(parts(PARAGRAPH + "<w:sdt><w:sdtContent>" * 3_000 + PARAGRAPH + "</w:sdtContent></w:sdt>" * 3_000))


@reads(CASES, "sebaris-lima-juta.docx")
def _one_long_paragraph() -> bytes:
    return packed(parts(f"<w:p><w:r><w:t>{SENTENCE} {'kata ' * 400_000}</w:t></w:r></w:p>"), zipfile.ZIP_STORED)


@reads(CASES, "enam-puluh-ribu-run.docx")
def _many_runs() -> bytes:
    return packed(
        parts(
            PARAGRAPH
            + "<w:p>"
            + "".join(f"<w:r><w:t>a{number % 977} </w:t></w:r>" for number in range(60_000))
            + "</w:p>"
        )
    )


@reads(CASES, "gambar-bom.docx")
def _picture_bomb() -> bytes:
    made = png_header(50_000, 50_000) + b"\0" * 20_000
    drawing = ('<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="rId0"/>'
               "</w:drawing></w:r></w:p>")  # fmt: skip
    return packed(
        parts(
            PARAGRAPH + drawing, **{"word/_rels/document.xml.rels": rels("image media/a.png"), "word/media/a.png": made}
        ),
        zipfile.ZIP_STORED,
    )


@reads(CASES, "isian-nomor-rusak.docx")
def _broken_numbers() -> bytes:
    body = PARAGRAPH.replace(
        "<w:p>",
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="-7"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="²"/></w:pPr>',
    )
    levels = "".join(f'<w:lvl w:ilvl="{level}"><w:start w:val="99999999999999999999"/><w:numFmt w:val="lowerLetter"/>'
                     f'<w:lvlText w:val="%9%{level}"/></w:lvl>' for level in ("0", "x", "-7", "9999"))  # fmt: skip
    numbering = f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    return packed(
        parts(
            body, **{"word/_rels/document.xml.rels": rels("numbering numbering.xml"), "word/numbering.xml": numbering}
        )
    )


@reads(CASES, "docx-bernama.pdf")
def _docx_named_pdf() -> bytes:
    return word()


@reads(CASES, "docx-bernama.pptx")
def _docx_named_pptx() -> bytes:
    return word()


# --------------------------------------------------------------------------------------------------------------- PPTX


@reads(CASES, "biasa.pptx")
def _plain_deck() -> bytes:
    return deck(2)


@refused(CASES, "tanpa-presentasi.pptx", "damaged", "unsupported", or_read=("Kesepahaman",))
def _no_presentation() -> bytes:
    return changed(deck(), {"ppt/presentation.xml": None})


@reads(CASES, "satu-salindia-hilang.pptx")
def _slide_missing() -> bytes:
    return changed(deck(3), {"ppt/slides/slide2.xml": None})


@reads(CASES, "relasi-hilang.pptx")
def _relations_missing() -> bytes:
    return changed(deck(2), {"ppt/_rels/presentation.xml.rels": None})


@reads(CASES, "salindia-rusak.pptx")
def _slide_broken() -> bytes:
    return changed(deck(3), {"ppt/slides/slide2.xml": b"<p:sld"})


@reads(CASES, "tata-letak-berputar.pptx")
def _layout_loop() -> bytes:
    loop = rels("slideLayout ../slides/slide1.xml", "notesSlide ../slides/slide1.xml").encode()
    return changed(deck(), {"ppt/slides/_rels/slide1.xml.rels": loop})


@reads(CASES, "koordinat-bukan-bilangan.pptx")
def _not_numbers() -> bytes:
    return slide_changed(b'<a:off x="914400" y="1828800"/>', b'<a:off x="nan" y="1e999"/>')


@reads(CASES, "koordinat-raksasa.pptx")
def _far_shapes() -> bytes:
    return slide_changed(
        b'<a:off x="914400" y="1828800"/>', b'<a:off x="-99999999999999999999" y="99999999999999999999"/>'
    )


@reads(CASES, "kelompok-dalam.pptx")
def _deep_groups() -> bytes:
    depth = 200
    return slide_changed(b"</p:spTree>", b"<p:grpSp>" * depth + b"</p:grpSp>" * depth + b"</p:spTree>")


@reads(CASES, "kelompok-sangat-dalam.pptx")
def _very_deep_groups() -> bytes:
    depth = 20_000
    return slide_changed(b"</p:spTree>", b"<p:grpSp>" * depth + b"</p:grpSp>" * depth + b"</p:spTree>")


@reads(CASES, "nomor-bukan-bilangan.pptx")
def _levels_not_numbers() -> bytes:
    return slide_changed(
        b"<a:p><a:r><a:t>Nota", b'<a:p><a:pPr lvl="nan"><a:buAutoNum type="x" startAt="inf"/></a:pPr><a:r><a:t>Nota'
    )


@reads(CASES, "tabel-aneh.pptx")
def _odd_table() -> bytes:
    cell = '<a:tc rowSpan="1e9" gridSpan="-1"><a:txBody><a:p><a:r><a:t>sel</a:t></a:r></a:p></a:txBody></a:tc>'
    frame = f"<p:graphicFrame><p:nvGraphicFramePr/><a:graphic><a:graphicData><a:tbl><a:tr>{cell * 3}</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    return slide_changed(b"</p:spTree>", frame.encode() + b"</p:spTree>")


@refused(CASES, "empat-ribu-salindia.pptx", "too_many_pages")
def _too_many_slides() -> bytes:
    with zipfile.ZipFile(io.BytesIO(deck())) as archive:
        main = archive.read("ppt/presentation.xml")
    start = main.index(b"<p:sldId ")
    end = main.index(b"/>", start) + 2
    return changed(deck(), {"ppt/presentation.xml": main[:start] + main[start:end] * 4_000 + main[end:]})


@reads(CASES, "lima-ratus-kotak.pptx")
def _many_shapes() -> bytes:
    shape = ('<p:sp><p:nvSpPr><p:cNvPr id="{0}" name="x"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{0}" y="{0}"/><a:ext cx="9000000" cy="9000000"/>'
             "</a:xfrm></p:spPr><p:txBody><a:p><a:r><a:t>kotak {0}</a:t></a:r></a:p></p:txBody></p:sp>")  # fmt: skip
    return slide_changed(
        b"</p:spTree>", "".join(shape.format(number) for number in range(2_500)).encode() + b"</p:spTree>"
    )


@refused(CASES, "bom-entitas.pptx", "suspicious_archive", or_blank=True)
def _entity_in_slide() -> bytes:
    return changed(deck(), {"ppt/slides/slide1.xml": b'<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><x>&c;</x>'})


# ------------------------------------------------------------------------------------------------------- OpenDocument

_OD = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
    'xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:chart="urn:oasis:names:tc:opendocument:xmlns:chart:1.0" xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0"'
)
_OD_PARAGRAPH = f"<text:p>{SENTENCE}</text:p>"


def open_styles(inside: str) -> str:
    """A `styles.xml` with these styles and pages."""
    return f"<office:document-styles {_OD}>{inside}</office:document-styles>"


def open_document(body: str = _OD_PARAGRAPH, kind: str = "text", **more: str | bytes) -> bytes:
    content = f"<office:document-content {_OD}><office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    ending = "presentation" if kind == "presentation" else "text"
    return packed(
        {"mimetype": f"application/vnd.oasis.opendocument.{ending}", "content.xml": content, **more}, zipfile.ZIP_STORED
    )


def open_flat(body: str = _OD_PARAGRAPH, kind: str = "text", *, head: str = "") -> bytes:
    """The same as one file of XML."""
    named = f'office:mimetype="application/vnd.oasis.opendocument.{kind}"'
    inside = f"{head}<office:body><office:{kind}>{body}</office:{kind}></office:body>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {_OD} {named}>{inside}</office:document>'.encode()


@reads(CASES, "biasa.odt")
def _open_text() -> bytes:
    return open_document()


@reads(CASES, "paparan.odp")
def _open_slides() -> bytes:
    return open_document(
        f"<draw:page><draw:frame><draw:text-box>{_OD_PARAGRAPH}</draw:text-box></draw:frame></draw:page>",
        "presentation",
    )


@refused(CASES, "tanpa-isi.odt", "damaged")
def _open_without_content() -> bytes:
    return packed({"mimetype": "application/vnd.oasis.opendocument.text"})


@refused(CASES, "terkunci.odt", "locked")
def _open_locked() -> bytes:
    return open_document(
        **{"META-INF/manifest.xml": "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"}
    )


@reads(CASES, "ulang-raksasa.odt")
def _open_repeated() -> bytes:
    cell = f'<table:table-cell table:number-columns-repeated="999999" table:number-rows-spanned="99999999">{_OD_PARAGRAPH}</table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell * 3}</table:table-row>'
    return open_document(f"<table:table>{row * 4}</table:table><text:p><text:s text:c='999999999'/></text:p>")


@reads(CASES, "daftar-dalam.odt")
def _open_deep() -> bytes:
    return open_document(
        _OD_PARAGRAPH + "<text:list><text:list-item>" * 5_000 + "</text:list-item></text:list>" * 5_000
    )


@reads(CASES, "rentang-dalam.odt")
def _open_deep_spans() -> bytes:
    return open_document(_OD_PARAGRAPH + "<text:p>" + "<text:span>" * 100 + "x" + "</text:span>" * 100 + "</text:p>")


@refused(CASES, "bom-entitas.odt", "suspicious_archive")
def _open_entities() -> bytes:
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        }
    )


@refused(CASES, "lembar.ods", "unsupported")
def _open_sheet() -> bytes:
    return packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"})


# ------------------------------------------------------------------------------------- compound files of old Office


def compound(*names: str, rest: bytes = b"") -> bytes:
    """The head of an OLE file and a directory with these names; enough to tell what it is, not to be one."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + b"\x3e\0\x03\0\xfe\xff\x09\0" + bytes(480)
    entries = b"".join(name.encode("utf-16-le").ljust(64, b"\0") + bytes(64) for name in ("Root Entry", *names))
    return head + entries + rest


@refused(CASES, "bersandi.docx", "locked")
def _locked_word() -> bytes:
    return compound("EncryptionInfo", "EncryptedPackage", rest=bytes(range(256)) * 40)


@refused(CASES, "bersandi.pptx", "locked")
def _locked_deck() -> bytes:
    return compound("EncryptedPackage", "EncryptionInfo", rest=bytes(range(256)) * 40)


@refused(CASES, "bersandi.doc", "locked")
def _locked_old_word() -> bytes:
    """The block at the beginning of the text, in the second sector, says that the text is encrypted."""
    head = b"\xec\xa5\xc1\0" + bytes(6) + b"\0\x01"
    entry = struct.pack("<II", 1, 9_000)
    made = bytearray(compound("WordDocument").ljust(1_024, b"\0") + head.ljust(9_000, b"\0"))
    made[48:52] = bytes(4)  # where the directory begins
    made[512 + 128 + 116 : 512 + 128 + 124] = entry
    return bytes(made)


@refused(CASES, "bersandi.ppt", "locked")
def _locked_old_deck() -> bytes:
    return compound("PowerPoint Document", "Current User", rest=b"\0\0\xf6\x0f\x14\0\0\0\x14\0\0\0\xdf\xc4\xd1\xf3")


@refused(CASES, "lama-rusak.doc", "damaged", "old_office")
def _old_word() -> bytes:
    return compound("WordDocument", "1Table", rest=bytes(5_000))


@refused(CASES, "lama-rusak.ppt", "damaged", "old_office")
def _old_deck() -> bytes:
    return compound("PowerPoint Document", rest=bytes(5_000))


@refused(CASES, "lembar-lama.xls", "unsupported")
def _old_sheet() -> bytes:
    return compound("Workbook")


@refused(CASES, "surat.msg", "unsupported")
def _outlook() -> bytes:
    return compound("__properties_version1.0", "__substg1.0_0037001F")


@refused(CASES, "ole-terpotong.doc", "unsupported", "damaged")
def _compound_cut() -> bytes:
    return compound("WordDocument")[:300]
