"""Hostile and awkward pictures."""

import io
import struct
import zlib
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from tests.hostile.case import SENTENCE, Makers, blank, reads, refused
from tests.hostile.pdf_files import one_page, pdf

CASES: Makers = []
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
LINES = (SENTENCE, "tentang pertukaran pegawai antardaerah pada tahun", "anggaran yang sedang berjalan di provinsi itu")


def png_header(width: int, height: int, kind: int = 0) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


@cache
def scan(mode: str = "L") -> Image.Image:
    """A small letter as a scanner gives it."""
    made = Image.new("L", (1_240, 420), 255)
    pen = ImageDraw.Draw(made)
    for number, line in enumerate(LINES):
        pen.text((70, 80 + 80 * number), line, font=ImageFont.truetype(FONT, 27), fill=0)
    return made.convert(mode)


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


@reads(CASES, "pindaian.png", "Kesepahaman", "Semarang")
def _scan_png() -> bytes:
    return saved(scan(), "PNG")


@reads(CASES, "cmyk.jpg", "Kesepahaman", "Semarang")
def _scan_cmyk() -> bytes:
    return saved(scan("CMYK"), "JPEG", quality=85)


@reads(CASES, "tembus-pandang.png", "Kesepahaman", "Semarang")
def _scan_transparent() -> bytes:
    clear = Image.new("RGBA", scan().size, (0, 0, 0, 0))
    clear.paste((0, 0, 0, 255), (0, 0), Image.eval(scan(), lambda shade: 255 - shade))
    return saved(clear, "PNG")


@reads(CASES, "enam-belas-bit.png", "Kesepahaman", "Semarang")
def _scan_sixteen() -> bytes:
    return saved(scan().convert("I").point(lambda shade: shade * 257).convert("I;16"), "PNG")


@reads(CASES, "satu-bit.tiff", "Kesepahaman", "Semarang")
def _scan_fax() -> bytes:
    return saved(scan("1"), "TIFF", compression="group4")


@reads(CASES, "terbalik.png", "Kesepahaman", "Semarang")
def _scan_upside_down() -> bytes:
    return saved(scan().transpose(Image.Transpose.ROTATE_180), "PNG")


@reads(CASES, "exif-terputar.jpg", "Kesepahaman", "Semarang")
def _scan_by_exif() -> bytes:
    exif = Image.Exif()
    exif[274] = 6
    return saved(scan().transpose(Image.Transpose.ROTATE_90), "JPEG", exif=exif, quality=90)


@reads(CASES, "jpg-terpotong.jpg", "Kesepahaman")
def _cut_jpeg() -> bytes:
    whole = saved(scan(), "JPEG", quality=90)
    return whole[: len(whole) * 3 // 4]


@reads(CASES, "png-terpotong.png", "Kesepahaman")
def _cut_png() -> bytes:
    whole = saved(scan(), "PNG")
    return whole[: len(whole) * 3 // 4]


@reads(CASES, "png-bernama.jpg", "Kesepahaman", "Semarang")
def _png_named_jpg() -> bytes:
    return saved(scan(), "PNG")


@refused(CASES, "hanya-kepala.png", "damaged")
def _header_only() -> bytes:
    return png_header(800, 600)


@refused(CASES, "raksasa.png", "too_many_pixels")
def _giant_png() -> bytes:
    return png_header(100_000, 100_000) + _chunk(b"IDAT", zlib.compress(bytes(1_000))) + _chunk(b"IEND", b"")


@refused(CASES, "ular.png", "too_many_pixels")
def _long_png() -> bytes:
    return saved(Image.new("1", (60_000, 20), 1), "PNG")


@refused(CASES, "bom.png", "too_many_pixels")
def _png_bomb() -> bytes:
    return saved(Image.new("1", (20_000, 20_000), 1), "PNG")


@refused(CASES, "bom-teks.png", "damaged", or_blank=True)
def _text_chunk_bomb() -> bytes:
    chunk = _chunk(b"zTXt", b"a\0\0" + zlib.compress(b"x" * 100_000_000, 9))
    return png_header(40, 40) + chunk + _chunk(b"IDAT", zlib.compress(bytes(41 * 40))) + _chunk(b"IEND", b"")


@refused(CASES, "raksasa.tiff", "too_many_pixels", "damaged")
def _giant_tiff() -> bytes:
    tags = (
        (256, 4, 2_000_000),
        (257, 4, 2_000_000),
        (258, 3, 8),
        (259, 3, 1),
        (262, 3, 1),
        (273, 4, 8),
        (277, 3, 1),
        (278, 4, 9),
        (279, 4, 9),
    )
    return (
        b"II*\0\x08\0\0\0"
        + struct.pack("<H", len(tags))
        + b"".join(struct.pack("<HHII", t, k, 1, v) for t, k, v in tags)
        + bytes(4)
    )


@refused(CASES, "ifd-berputar.tiff", "damaged", "too_many_pages", or_read=("Kesepahaman",), or_blank=True)
def _tiff_loop() -> bytes:
    whole = bytearray(saved(scan("1"), "TIFF", compression="raw"))
    place = struct.unpack("<I", whole[4:8])[0]
    end = place + 2 + 12 * struct.unpack("<H", whole[place : place + 2])[0]
    whole[end : end + 4] = struct.pack("<I", place)
    return bytes(whole)


@refused(CASES, "enam-ratus-bingkai.tiff", "too_many_pages")
def _many_frames() -> bytes:
    small = Image.new("1", (40, 40), 1)
    return saved(small, "TIFF", save_all=True, append_images=[small] * 600)


@refused(CASES, "hanya-kepala.tiff", "damaged")
def _tiff_header() -> bytes:
    return b"MM\0*\0\0\0\x08"


@refused(CASES, "hanya-kepala.jpg", "damaged")
def _jpeg_header() -> bytes:
    return b"\xff\xd8\xff\xe0\0\x10JFIF\0"


@refused(CASES, "raksasa.jpg", "too_many_pixels")
def _giant_jpeg() -> bytes:
    whole = bytearray(saved(Image.new("L", (16, 16), 255), "JPEG"))
    place = whole.index(b"\xff\xc0")
    whole[place + 5 : place + 9] = b"\xff\xff\xff\xff"
    return bytes(whole)


@refused(CASES, "satu-piksel.png", "damaged", or_blank=True)
def _one_pixel() -> bytes:
    return saved(Image.new("L", (1, 1), 255), "PNG")


@blank(CASES, "putih.png")
def _white() -> bytes:
    return saved(Image.new("L", (1_000, 1_400), 255), "PNG")


@blank(CASES, "derau.png")
def _noise() -> bytes:
    return saved(Image.effect_noise((900, 900), 120), "PNG")


@reads(CASES, "animasi.gif", "Kesepahaman", "Semarang")
def _gif() -> bytes:
    return saved(scan(), "GIF", save_all=True, append_images=[Image.new("L", scan().size, 255)] * 5)


@reads(CASES, "gif-bernama.jpg", "Kesepahaman", "Semarang")
def _gif_named_jpg() -> bytes:
    return saved(scan(), "GIF")


@reads(CASES, "foto.webp", "Kesepahaman", "Semarang")
def _webp() -> bytes:
    return saved(scan(), "WEBP")


@reads(CASES, "foto.bmp", "Kesepahaman", "Semarang")
def _bmp() -> bytes:
    return saved(scan(), "BMP")


@refused(CASES, "foto.heic", "unsupported")
def _heic() -> bytes:
    return b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(range(256)) * 8


@reads(CASES, "jpg-dan-pdf.jpg", "Kesepahaman", "Semarang")
def _jpeg_and_pdf() -> bytes:
    return saved(scan(), "JPEG", quality=90) + pdf(one_page())
