"""Hostile and awkward PDFs, most of them written object by object."""

import io
import zlib
from collections.abc import Mapping

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.hostile.case import SENTENCE, Makers, blank, reads, refused

CASES: Makers = []
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
LINE = f"BT /F1 11 Tf 60 760 Td ({SENTENCE}) Tj ET\n".encode()
BOX = b"/MediaBox[0 0 595 842]"


def stream(data: bytes, extra: bytes = b"", *, length: bytes | None = None) -> bytes:
    return b"<<%s/Length %s>>stream\n%s\nendstream" % (extra, length or b"%d" % len(data), data)


def pdf(
    objects: Mapping[int, bytes], *, extra: bytes = b"", shift: int = 0, head: bytes = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
) -> bytes:
    """The file with these objects, object 1 its catalog; `shift` moves what the cross-reference says."""
    out = bytearray(head)
    places: dict[int, int] = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    size = max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 n \n" % (places.get(number, 0) + shift)
    out += b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, extra, start + shift)
    return bytes(out)


def one_page(
    content: bytes = LINE,
    *,
    page: bytes = BOX,
    catalog: bytes = b"",
    resources: bytes = b"",
    more: Mapping[int, bytes] | None = None,
    contents: bytes | None = None,
) -> dict[int, bytes]:
    """Catalog 1, pages 2, page 3, font 4, content 5."""
    return {
        1: b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R%s/Resources<</Font<</F1 4 0 R>>%s>>/Contents 5 0 R>>" % (page, resources),
        4: FONT,
        5: contents if contents is not None else stream(content),
        **(more or {}),
    }


def drawn(pages: int = 1, *, encrypt: StandardEncryption | None = None) -> bytes:
    """A PDF as a program writes it: compressed, with several pages."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, encrypt=encrypt, pageCompression=1, invariant=1)
    for number in range(1, pages + 1):
        canvas.drawString(60, 760, SENTENCE)
        for line in range(30):
            canvas.drawString(
                60, 730 - 20 * line, f"Halaman {number} baris {line} tentang pertukaran pegawai antardaerah"
            )
        canvas.showPage()
    canvas.save()
    return out.getvalue()


# ------------------------------------------------------------------------------------------------ broken from outside


@refused(CASES, "kosong.pdf", "empty")
def _empty() -> bytes:
    return b""


@refused(CASES, "hanya-kepala.pdf", "damaged")
def _header_only() -> bytes:
    return b"%PDF-1.7\n"


@refused(CASES, "nol-semua.pdf", "empty", "damaged")
def _zeros() -> bytes:
    return bytes(40_000)


@refused(CASES, "nol-panjang.pdf", "empty", "damaged")
def _many_zeros() -> bytes:
    return bytes(400_000)


@refused(CASES, "acak.pdf", "damaged", "renamed")
def _random() -> bytes:
    state, out = 12345, bytearray()
    for _ in range(50_000):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        out.append(state >> 16 & 0xFF)
    return bytes(out)


@refused(CASES, "kepala-lalu-acak.pdf", "damaged")
def _header_then_random() -> bytes:
    return b"%PDF-1.4\n" + _random()


@refused(CASES, "halaman-galat.pdf", "renamed")
def _error_page() -> bytes:
    return b"<!DOCTYPE html><html><body><h1>404 Not Found</h1></body></html>"


@refused(CASES, "teks-biasa.pdf", "renamed")
def _plain_text_named_pdf() -> bytes:
    return SENTENCE.encode() * 20


@refused(CASES, "program.pdf", "renamed")
def _program() -> bytes:
    return b"MZ\x90\0\x03\0\0\0" + bytes(range(256)) * 40


@reads(CASES, "rujukan-bergeser.pdf")
def _shifted() -> bytes:
    return pdf(one_page(), shift=317)


@reads(CASES, "sampah-di-depan.pdf")
def _junk_before() -> bytes:
    return b"From: scanner\r\n" + b"x" * 900 + b"\n" + pdf(one_page())


@reads(CASES, "sampah-panjang-di-depan.pdf")
def _long_junk_before() -> bytes:
    return b"\r\n" + b"junk line\n" * 700 + pdf(one_page())


@reads(CASES, "sampah-di-belakang.pdf")
def _junk_after() -> bytes:
    return pdf(one_page()) + b"\0" * 5_000 + b"trailing words" * 300


@reads(CASES, "tanpa-kepala.pdf")
def _no_header() -> bytes:
    return pdf(one_page(), head=b"")


@reads(CASES, "tanpa-rujukan.pdf")
def _no_xref() -> bytes:
    whole = pdf(one_page())
    return whole[: whole.rindex(b"xref\n0 ")]


@reads(CASES, "terpotong-sebelum-akhir.pdf")
def _cut_late() -> bytes:
    return pdf(one_page())[:-40]


@reads(CASES, "terpotong-separuh.pdf")
def _cut_in_half() -> bytes:
    whole = drawn(12)
    return whole[: len(whole) // 2]


@refused(CASES, "terpotong-awal.pdf", "damaged", or_blank=True)
def _cut_early() -> bytes:
    return drawn(12)[:300]


@reads(CASES, "akhir-baris-cr.pdf")
def _carriage_returns() -> bytes:
    return pdf(one_page()).replace(b"\n", b"\r")


@reads(CASES, "panjang-aliran-bohong.pdf")
def _wrong_length() -> bytes:
    return pdf(one_page(contents=stream(LINE, length=b"3")))


@reads(CASES, "panjang-aliran-raksasa.pdf")
def _huge_length() -> bytes:
    return pdf(one_page(contents=stream(LINE, length=b"99999999999")))


@reads(CASES, "objek-ganda.pdf")
def _doubled_objects() -> bytes:
    first = pdf(one_page(b"BT /F1 9 Tf 60 700 Td (versi lama) Tj ET"))
    return first + pdf(one_page())


@reads(CASES, "revisi-bertambah.pdf", "Kesepahaman", "lampiran")
def _incremental() -> bytes:
    first = pdf(one_page())
    place = len(first)
    body = b"5 0 obj\n%s\nendobj\n" % stream(LINE + b"BT /F1 11 Tf 60 700 Td (lampiran baru) Tj ET")
    table = b"xref\n5 1\n%010d 00000 n \ntrailer\n<</Size 6/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
    return first + body + table % (place, first.rindex(b"xref\n0 "), place + len(body))


# --------------------------------------------------------------------------------------------------------- locked


@refused(CASES, "terkunci-40.pdf", "locked")
def _locked_40() -> bytes:
    return drawn(1, encrypt=StandardEncryption("rahasia", "pemilik", strength=40))


@refused(CASES, "terkunci-128.pdf", "locked")
def _locked_128() -> bytes:
    return drawn(1, encrypt=StandardEncryption("rahasia", "pemilik", strength=128))


@reads(CASES, "sandi-pemilik.pdf")
def _owner_password() -> bytes:
    return drawn(1, encrypt=StandardEncryption("", "pemilik", strength=128, canPrint=0, canCopy=0, canModify=0))


@refused(CASES, "kunci-rusak.pdf", "locked", "damaged")
def _broken_lock() -> bytes:
    return pdf(one_page(), extra=b"/Encrypt<</Filter/Standard/V 5/R 6/O(x)/U(y)/P -1/Length 256>>")


@refused(CASES, "kunci-tak-dikenal.pdf", "locked", "damaged")
def _unknown_lock() -> bytes:
    return pdf(one_page(), extra=b"/Encrypt<</Filter/Adobe.PubSec/V 4/SubFilter/adbe.pkcs7.s5>>")


# ----------------------------------------------------------------------------------------------------- loops and bombs


@refused(CASES, "pohon-berputar.pdf", "damaged", "too_hard", "too_many_pages", or_blank=True)
def _page_tree_loop() -> bytes:
    objects = one_page()
    objects[2] = b"<</Type/Pages/Kids[6 0 R]/Count 1>>"
    objects[6] = b"<</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>>"
    return pdf(objects)


@reads(CASES, "pohon-berputar-sebagian.pdf")
def _page_tree_loop_beside() -> bytes:
    objects = one_page()
    objects[2] = b"<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2>>"
    return pdf(objects)


@refused(CASES, "pohon-tanpa-daun.pdf", "damaged")
def _no_leaves() -> bytes:
    return pdf({**one_page(), 2: b"<</Type/Pages/Kids[]/Count 0>>", 3: b"null"})


@reads(CASES, "jumlah-halaman-bohong.pdf")
def _count_too_high() -> bytes:
    return pdf({**one_page(), 2: b"<</Type/Pages/Kids[3 0 R]/Count 900>>"})


@reads(CASES, "jumlah-halaman-raksasa.pdf")
def _count_enormous() -> bytes:
    return pdf({**one_page(), 2: b"<</Type/Pages/Kids[3 0 R]/Count 2147483647>>"})


@reads(CASES, "jumlah-halaman-negatif.pdf")
def _count_negative() -> bytes:
    return pdf({**one_page(), 2: b"<</Type/Pages/Kids[3 0 R]/Count -5>>"})


@refused(CASES, "lima-ribu-halaman.pdf", "too_many_pages")
def _too_many_pages() -> bytes:
    kids = b"3 0 R " * 5_000
    return pdf({**one_page(), 2: b"<</Type/Pages/Kids[%s]/Count 5000>>" % kids})


@refused(CASES, "pohon-dalam.pdf", "damaged", "too_hard", or_read=("Kesepahaman",), or_blank=True)
def _deep_tree() -> bytes:
    objects = one_page()
    objects[2] = b"<</Type/Pages/Kids[10 0 R]/Count 1>>"
    for number in range(10, 4_000):
        objects[number] = b"<</Type/Pages/Kids[%d 0 R]/Count 1/Parent %d 0 R>>" % (number + 1, max(2, number - 1))
    objects[4_000] = objects[3]
    return pdf(objects)


@reads(CASES, "prev-ke-diri.pdf")
def _prev_loop() -> bytes:
    whole = pdf(one_page())
    start = whole.rindex(b"xref\n0 ")
    return whole.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % start)


@reads(CASES, "xref-awal-raksasa.pdf")
def _xref_start_unbounded() -> bytes:
    return pdf(one_page()).replace(b"xref\n0 6\n", b"xref\n0 99999999\n")


@reads(CASES, "nomor-objek-raksasa.pdf")
def _large_object_number() -> bytes:
    return pdf(one_page()) + b"2147483646 0 obj\n<<>>\nendobj\n"


@reads(CASES, "formulir-memanggil-diri.pdf")
def _recursive_form() -> bytes:
    form = stream(b"/X0 Do", b"/Type/XObject/Subtype/Form/BBox[0 0 600 900]/Resources<</XObject<</X0 6 0 R>>>>")
    return pdf(one_page(LINE + b"/X0 Do", resources=b"/XObject<</X0 6 0 R>>", more={6: form}))


@refused(CASES, "formulir-berlipat.pdf", "too_hard", or_read=("Kesepahaman",))
def _doubling_forms() -> bytes:
    more = {}
    for depth in range(30):
        inner = b"/XObject<</X %d 0 R>>" % (7 + depth) if depth < 29 else b"/Font<</F1 4 0 R>>"
        body = b"/X Do " * 10 if depth < 29 else LINE
        more[6 + depth] = stream(body, b"/Type/XObject/Subtype/Form/BBox[0 0 600 900]/Resources<<%s>>" % inner)
    return pdf(one_page(LINE + b"/X Do", resources=b"/XObject<</X 6 0 R>>", more=more))


@reads(CASES, "sejuta-operator.pdf")
def _million_operators() -> bytes:
    return pdf(one_page(contents=stream(zlib.compress(LINE + b"0 0 m 9 9 l S\n" * 330_000), b"/Filter/FlateDecode")))


@refused(CASES, "seratus-ribu-teks.pdf", "too_hard", or_read=("Kesepahaman",))
def _million_words() -> bytes:
    more = b"BT /F1 6 Tf " + b"1 0 0 1 20 20 Tm (kata) Tj " * 100_000 + b"ET"
    return pdf(one_page(contents=stream(zlib.compress(LINE + more), b"/Filter/FlateDecode")))


@reads(CASES, "q-dalam.pdf")
def _deep_states() -> bytes:
    return pdf(one_page(contents=stream(zlib.compress(LINE + b"q " * 1_000_000), b"/Filter/FlateDecode")))


@refused(CASES, "larik-dalam.pdf", "damaged", "too_hard", or_read=("Kesepahaman",), or_blank=True)
def _deep_arrays() -> bytes:
    return pdf(one_page(more={6: b"[" * 200_000 + b"]" * 200_000}, catalog=b"/X 6 0 R"))


@reads(CASES, "larik-dalam-isi.pdf")
def _deep_arrays_in_content() -> bytes:
    return pdf(one_page(LINE + b"[" * 300_000))


@refused(CASES, "bom-flate.pdf", "too_hard", "damaged", or_blank=True, or_read=())
def _flate_bomb() -> bytes:
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 10_000_000) for _ in range(40)) + packer.flush()
    return pdf(one_page(contents=stream(packed, b"/Filter/FlateDecode")))


@refused(CASES, "bom-flate-bertingkat.pdf", "too_hard", "damaged", or_blank=True)
def _nested_flate_bomb() -> bytes:
    data = zlib.compress(zlib.compress(b" " * 100_000_000, 9), 9)
    return pdf(one_page(contents=stream(data, b"/Filter[/FlateDecode/FlateDecode]")))


@reads(CASES, "enam-puluh-filter.pdf")
def _many_filters() -> bytes:
    data = LINE
    for _ in range(12):
        data = data.hex().encode() + b">"
    more = {6: stream(data, b"/Filter[%s]" % (b"/ASCIIHexDecode" * 12))}
    return pdf(one_page(page=BOX + b"/Tambahan 6 0 R", more=more))


@reads(CASES, "rujukan-ke-diri.pdf")
def _reference_to_itself() -> bytes:
    return pdf(one_page(more={6: b"6 0 R", 7: b"8 0 R", 8: b"7 0 R"}, catalog=b"/Outlines 6 0 R/Names 7 0 R"))


@reads(CASES, "daftar-isi-berputar.pdf")
def _outline_loop() -> bytes:
    more = {6: b"<</Type/Outlines/First 7 0 R/Last 7 0 R>>", 7: b"<</Title(a)/Next 7 0 R/Parent 6 0 R>>"}
    return pdf(one_page(catalog=b"/Outlines 6 0 R", more=more))


@refused(CASES, "objstm-berputar.pdf", "damaged", or_read=("Kesepahaman",), or_blank=True)
def _object_stream_loop() -> bytes:
    more = {6: stream(b"7 0 <<>>", b"/Type/ObjStm/N 1/First 4/Extends 6 0 R")}
    return pdf(one_page(more=more, catalog=b"/AcroForm 7 0 R"))


# ------------------------------------------------------------------------------------------------------- odd pages


@reads(CASES, "kotak-raksasa.pdf")
def _huge_box() -> bytes:
    return pdf(one_page(page=b"/MediaBox[0 0 99999999 99999999]"))


@reads(CASES, "kotak-nol.pdf")
def _zero_box() -> bytes:
    return pdf(one_page(page=b"/MediaBox[0 0 0 0]"))


@reads(CASES, "kotak-terbalik.pdf")
def _inverted_box() -> bytes:
    return pdf(one_page(page=b"/MediaBox[595 842 0 0]"))


@reads(CASES, "kotak-aneh.pdf")
def _box_of_names() -> bytes:
    return pdf(one_page(page=b"/MediaBox[/a (b) null 1e999]"))


@reads(CASES, "tanpa-kotak.pdf")
def _no_box() -> bytes:
    return pdf(one_page(page=b""))


@reads(CASES, "cropbox-di-luar.pdf")
def _crop_outside() -> bytes:
    return pdf(one_page(page=BOX + b"/CropBox[5000 5000 6000 6000]"))


@reads(CASES, "satuan-raksasa.pdf")
def _user_unit() -> bytes:
    return pdf(one_page(page=BOX + b"/UserUnit 1000000"))


@reads(CASES, "putaran-aneh.pdf")
def _odd_rotation() -> bytes:
    return pdf(one_page(page=BOX + b"/Rotate 37"))


@reads(CASES, "terbalik-180.pdf", "Nota Kesepahaman antara")
def _upside_down() -> bytes:
    return pdf(one_page(page=BOX + b"/Rotate 180"))


@reads(CASES, "miring-270.pdf", "Nota Kesepahaman antara")
def _turned() -> bytes:
    return pdf(one_page(page=BOX + b"/Rotate 270"))


@blank(CASES, "tanpa-isi.pdf")
def _no_content() -> bytes:
    return pdf(one_page(contents=b"null"))


@reads(CASES, "isi-larik-rusak.pdf")
def _content_array() -> bytes:
    objects = one_page(more={6: stream(LINE)})
    objects[3] = objects[3].replace(b"5 0 R", b"[null 99 0 R 6 0 R /x 3 0 R]")
    return pdf(objects)


@refused(CASES, "halaman-kedua-rusak.pdf", or_read=("Kesepahaman",))
def _second_page_broken() -> bytes:
    return pdf({**one_page(), 2: b"<</Type/Pages/Kids[3 0 R 9 0 R]/Count 2>>", 9: b"<</Type/Page/MediaBox 7>>"})


@reads(CASES, "aliran-rusak-di-tengah.pdf")
def _damaged_deflate() -> bytes:
    data = bytearray(zlib.compress(LINE + b"0 0 m 1 1 l S\n" * 4_000 + bytes(range(256)) * 200, 0))
    data[9_000:9_020] = b"\xff" * 20
    return pdf(one_page(contents=stream(bytes(data), b"/Filter/FlateDecode")))


@reads(CASES, "gambar-sisip-tanpa-akhir.pdf")
def _inline_image() -> bytes:
    return pdf(one_page(LINE + b"BI /W 9999 /H 9999 /BPC 8 /CS /G ID abc"))


@reads(CASES, "tanpa-huruf.pdf")
def _no_font() -> bytes:
    return pdf({**one_page(), 4: b"null"})


@reads(CASES, "lebar-huruf-raksasa.pdf")
def _huge_widths() -> bytes:
    return pdf({**one_page(), 4: FONT[:-2] + b"/FirstChar 0/LastChar 255/Widths[%s]>>" % (b"999999999 " * 256)})


@reads(CASES, "huruf-tipe3-berputar.pdf")
def _recursive_type3() -> bytes:
    font = (b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/CharProcs<</a 7 0 R>>/FirstChar 97/LastChar 97"
            b"/Widths[9]/Encoding<</Differences[97/a]>>/Resources<</Font<</F2 6 0 R>>>>>>")  # fmt: skip
    glyph = stream(b"9 0 d0 BT /F2 1 Tf (a) Tj ET")
    return pdf(_two_fonts(LINE + b"BT /F2 9 Tf 60 600 Td (aaa) Tj ET", {6: font, 7: glyph}, second=6))


def _two_fonts(content: bytes, more: Mapping[int, bytes], *, second: int) -> dict[int, bytes]:
    """One page with the fonts F1 and, object `second`, F2."""
    page = b"<</Type/Page/Parent 2 0 R%s/Resources<</Font<</F1 4 0 R/F2 %d 0 R>>>>/Contents 5 0 R>>" % (BOX, second)
    return {**one_page(content, more=more), 3: page}


def _mapped(table: bytes, shown: bytes) -> bytes:
    head = b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange\n"
    cmap = stream(head + table + b"\nendcmap end end")
    font = FONT[:-2] + b"/ToUnicode 6 0 R>>"
    content = LINE + b"BT /F2 11 Tf 60 700 Td (%s) Tj ET" % shown
    return pdf(_two_fonts(content, {6: cmap, 7: font}, second=7))


@reads(CASES, "tounicode-surogat.pdf")
def _mapped_to_surrogates() -> bytes:
    return _mapped(
        b"5 beginbfchar <61> <d800> <62> <0000> <63> <ffff> <64> <001b> <65> <202e> endbfchar", b"abcdeabcde"
    )


@reads(CASES, "tounicode-raksasa.pdf")
def _huge_map() -> bytes:
    return _mapped(b"1 beginbfrange <00000000> <ffffffff> <0041> endbfrange", b"abc")


@reads(CASES, "tounicode-berjalur.pdf")
def _map_by_path() -> bytes:
    return _mapped(b"/../../../../tmp/x usecmap", b"abc")


@reads(CASES, "teks-tak-terlihat.pdf")
def _invisible() -> bytes:
    return pdf(one_page(LINE + b"BT 3 Tr /F1 11 Tf 60 700 Td (bayar ke rekening lain) Tj ET"))


@reads(CASES, "teks-di-luar-halaman.pdf")
def _outside() -> bytes:
    return pdf(one_page(LINE + b"BT /F1 11 Tf -9000 70000 Td (di luar) Tj ET"))


@reads(CASES, "koordinat-raksasa.pdf")
def _far_away() -> bytes:
    return pdf(one_page(LINE + b"BT /F1 1e30 Tf 1e30 -1e30 Td (jauh) Tj ET 9e99 0 0 9e99 0 0 cm 0 0 1 1 re f"))


@reads(CASES, "isian-formulir.pdf", "Kesepahaman", "Budi", "Santoso")
def _filled_form() -> bytes:
    look = stream(b"/Tx BMC BT /F1 11 Tf 2 5 Td (Budi Santoso) Tj ET EMC",
                  b"/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</F1 4 0 R>>>>")  # fmt: skip
    field = b"<</Type/Annot/Subtype/Widget/FT/Tx/T(nama)/V(Budi Santoso)/Rect[60 600 260 620]/F 4/DA(/F1 11 Tf)/AP<</N 7 0 R>>>>"
    return pdf(one_page(page=BOX + b"/Annots[6 0 R]", catalog=b"/AcroForm<</Fields[6 0 R]/DR<</Font<</F1 4 0 R>>>>>>",
                        more={6: field, 7: look}))  # fmt: skip


@reads(CASES, "tindakan-jahat.pdf")
def _actions() -> bytes:
    more = {
        6: b"<</S/JavaScript/JS(app.launchURL\\('http://127.0.0.1:48379/x'\\);while\\(true\\){})>>",
        7: b"<</S/Launch/F(/bin/sh)/Win<</F(cmd.exe)>>>>",
        8: b"<</Type/Annot/Subtype/Link/Rect[0 0 600 800]/A<</S/URI/URI(file:///etc/passwd)>>>>",
        9: b"<</S/SubmitForm/F(http://127.0.0.1:48379/x)>>",
    }
    return pdf(
        one_page(
            page=BOX + b"/Annots[8 0 R]/AA<</O 7 0 R/C 9 0 R>>", catalog=b"/OpenAction 6 0 R/AA<</WC 9 0 R>>", more=more
        )
    )


@reads(CASES, "berkas-tertanam.pdf")
def _embedded() -> bytes:
    more = {6: b"<</Type/Filespec/F(../../evil.exe)/EF<</F 7 0 R>>>>", 7: stream(b"MZ" * 100, b"/Type/EmbeddedFile")}
    return pdf(one_page(catalog=b"/Names<</EmbeddedFiles<</Names[(x) 6 0 R]>>>>", more=more))


@blank(CASES, "gambar-raksasa.pdf")
def _giant_picture() -> bytes:
    picture = stream(zlib.compress(bytes(4_000_000)), b"/Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 8"
                     b"/ColorSpace/DeviceGray/Filter/FlateDecode")  # fmt: skip
    return pdf(one_page(b"595 0 0 842 0 0 cm /I Do", resources=b"/XObject<</I 6 0 R>>", more={6: picture}))


@blank(CASES, "gambar-jbig2-rusak.pdf")
def _broken_jbig2() -> bytes:
    picture = stream(b"\0\0\0\0\x30\0\1\0\0\0\x13\xff\xff\xff\xff\xff\xff\xff\xff" + b"\xff" * 200,
                     b"/Type/XObject/Subtype/Image/Width 30000/Height 30000/BitsPerComponent 1/ColorSpace/DeviceGray"
                     b"/Filter/JBIG2Decode")  # fmt: skip
    return pdf(one_page(b"595 0 0 842 0 0 cm /I Do", resources=b"/XObject<</I 6 0 R>>", more={6: picture}))


# -------------------------------------------------------------------------------------------------------- two in one


@reads(CASES, "pdf-dan-zip.pdf")
def _pdf_and_zip() -> bytes:
    return pdf(one_page()) + b"PK\x03\x04" + b"\0" * 26 + b"PK\x05\x06" + b"\0" * 18


@reads(CASES, "pdf-di-dalam-html.pdf")
def _pdf_in_html() -> bytes:
    return b"<html><body><script>alert(1)</script>\n" + pdf(one_page()) + b"</body></html>"


@reads(CASES, "pdf-bernama.docx")
def _pdf_named_docx() -> bytes:
    return pdf(one_page())


@reads(CASES, "tanpa-akhiran")
def _pdf_without_ending() -> bytes:
    return pdf(one_page())
