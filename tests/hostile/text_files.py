"""Hostile and awkward texts: TXT, RTF, HTML, EML."""

import base64
from email.message import EmailMessage

from tests.hostile.case import SENTENCE, Makers, blank, reads, refused
from tests.hostile.package_files import packed, parts, word
from tests.hostile.pdf_files import _locked_128, one_page, pdf

CASES: Makers = []

# -------------------------------------------------------------------------------------------------------- plain text


@refused(CASES, "kosong.txt", "empty")
def _empty() -> bytes:
    return b""


@refused(CASES, "hanya-spasi.txt", "empty")
def _spaces() -> bytes:
    return b" \n\t\r\n" * 200


@refused(CASES, "hanya-bom.txt", "empty", or_blank=True)
def _mark_only() -> bytes:
    return b"\xef\xbb\xbf"


@reads(CASES, "utf8-bom.txt")
def _utf8_mark() -> bytes:
    return b"\xef\xbb\xbf" + SENTENCE.encode()


@reads(CASES, "utf16-le.txt")
def _utf16_le() -> bytes:
    return SENTENCE.encode("utf-16")


@reads(CASES, "utf16-be-tanpa-bom.txt")
def _utf16_be() -> bytes:
    return SENTENCE.encode("utf-16-be")


@reads(CASES, "utf16-ganjil.txt")
def _utf16_odd() -> bytes:
    return SENTENCE.encode("utf-16") + b"\x41"


@reads(CASES, "utf32.txt")
def _utf32() -> bytes:
    return SENTENCE.encode("utf-32")


@reads(CASES, "windows-1252.txt", "Kesepahaman", "–", "“resmi”", "Café")
def _cp1252() -> bytes:
    return f"{SENTENCE} – “resmi” Café".encode("cp1252")


@reads(CASES, "utf8-rusak.txt")
def _broken_utf8() -> bytes:
    return (SENTENCE + " – “resmi”\n").encode() * 30 + b"\xff\xfe\xe2\x80"


@reads(CASES, "nul-di-tengah.txt")
def _zeros_inside() -> bytes:
    return (SENTENCE + "\n").encode() * 5 + b"\0\0\0" + (SENTENCE + "\n").encode() * 5


@reads(CASES, "kendali-terminal.txt")
def _escapes() -> bytes:
    return f"\x1b]0;judul\x07\x1b[2J{SENTENCE}\x1b[31m\x08\x08\r\n\u202edabat\u202c".encode()


@reads(CASES, "zalgo.txt")
def _zalgo() -> bytes:
    return f"{SENTENCE} a{chr(0x301) * 20_000}".encode()


@reads(CASES, "sebaris-lima-mb.txt")
def _one_line() -> bytes:
    return (SENTENCE + " ").encode() * 70_000


@reads(CASES, "lima-puluh-ribu-baris.txt")
def _many_lines() -> bytes:
    return SENTENCE.encode() + b"\n" + b"x\n" * 50_000


@refused(CASES, "tiga-puluh-mb.txt", "too_large")
def _too_large() -> bytes:
    return (SENTENCE + "\n").encode() * 420_000


@refused(CASES, "acak.bin", "unsupported")
def _binary() -> bytes:
    return bytes(number * 7_919 % 251 for number in range(20_000))


@refused(CASES, "arsip.rar", "unsupported")
def _rar() -> bytes:
    return b"Rar!\x1a\x07\x01\0" + bytes(range(256)) * 20


@refused(CASES, "arsip.gz", "unsupported")
def _gzip() -> bytes:
    return b"\x1f\x8b\x08\0" + bytes(range(256)) * 20


@refused(CASES, "jadi-teks.docx", "renamed")
def _text_named_docx() -> bytes:
    return SENTENCE.encode() * 10


# ---------------------------------------------------------------------------------------------------------------- RTF


@reads(CASES, "biasa.rtf")
def _rtf() -> bytes:
    return b"{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\\f0 " + SENTENCE.encode() + b"\\par}"


@reads(CASES, "rtf-bernama.doc")
def _rtf_named_doc() -> bytes:
    return _rtf()


@reads(CASES, "terpotong.rtf")
def _rtf_cut() -> bytes:
    return _rtf()[:-5] + b"\\par {\\b "


@refused(CASES, "sampah.rtf", "damaged", or_blank=True)
def _rtf_garbage() -> bytes:
    return b"{\\rtf1" + bytes(range(128, 256)) * 40 + b"\\'zz\\u99999999 ?\\bin9999999999 \\"


@reads(CASES, "kurung-dalam.rtf")
def _rtf_deep() -> bytes:
    return _rtf()[:-1] + b"{" * 100_000 + b"}" * 100_000 + b"}"


@reads(CASES, "objek-sisip.rtf")
def _rtf_object() -> bytes:
    return _rtf()[:-1] + b"{\\object\\objautlink\\objupdate{\\*\\objdata " + b"d0cf11e0" * 5_000 + b"}}}"


@reads(CASES, "unicode.rtf", "Kesepahaman", "Café")
def _rtf_unicode() -> bytes:
    return _rtf()[:-1] + b" Caf\\u233? \\u-10179?\\u-8704? \\u55296? \\u0? }"


@reads(CASES, "sejuta-kendali.rtf")
def _rtf_words() -> bytes:
    return _rtf()[:-1] + b"\\b\\i0\\par " * 100_000 + b"}"


# --------------------------------------------------------------------------------------------------------------- HTML


def _html(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head><title>x</title>{head}</head><body>{body}</body></html>".encode()


_PARAGRAPH = f"<p>{SENTENCE}</p>"


@reads(CASES, "skrip.html")
def _scripts() -> bytes:
    return _html(
        _PARAGRAPH + "<script>while(true){document.write('x')}</script>" * 3_000 + "<style>*{}</style>" * 3_000
    )


@reads(CASES, "div-dalam.html")
def _deep_html() -> bytes:
    return _html(_PARAGRAPH + "<div>" * 60_000 + "dalam" + "</div>" * 60_000)


@reads(CASES, "tabel-dalam.html")
def _deep_html_tables() -> bytes:
    return _html(_PARAGRAPH + "<table><tr><td>" * 3_000 + _PARAGRAPH)


@reads(CASES, "rentang-raksasa.html")
def _html_spans() -> bytes:
    row = "<tr><td colspan='99999999' rowspan='99999999'>a</td><td colspan=999 rowspan=999>b</td></tr>"
    return _html(_PARAGRAPH + f"<table>{row * 300}</table>")


@reads(CASES, "atribut-panjang.html")
def _html_attribute() -> bytes:
    return _html(f"<p class='{'a ' * 400_000}' id='{'-nav' * 100_000}x'>{SENTENCE}</p>")


@reads(CASES, "tak-tertutup.html")
def _html_open() -> bytes:
    return b"<html><body><b><i><p>" + SENTENCE.encode() + b"<p><table><tr><td>" * 200 + b"<a href='"


@reads(CASES, "entitas.html")
def _html_entities() -> bytes:
    head = b'<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return head + _html(f"<p>{SENTENCE} &b; &x; &#0; &#xd800; &#99999999;</p>")


@reads(CASES, "charset-bohong.html")
def _html_charset() -> bytes:
    return _html(_PARAGRAPH, "<meta charset='utf-7'>")


@reads(CASES, "charset-tak-ada.html")
def _html_unknown_charset() -> bytes:
    return _html(_PARAGRAPH, "<meta charset='x-rahasia-9'>")


@reads(CASES, "charset-zip.html")
def _html_codec_charset() -> bytes:
    return _html(_PARAGRAPH, "<meta charset='bz2'>")


@reads(CASES, "utf16.html")
def _html_utf16() -> bytes:
    return _html(_PARAGRAPH).decode().encode("utf-16")


@reads(CASES, "gambar-dan-bingkai.html")
def _html_links() -> bytes:
    links = "<img src='http://127.0.0.1:48379/x.png'><iframe src='file:///etc/passwd'></iframe><link rel=stylesheet href='http://127.0.0.1:48379/a.css'>"
    return _html(_PARAGRAPH + links * 50 + f"<img src='data:image/png;base64,{'A' * 2_000_000}'>")


@reads(CASES, "tiga-puluh-ribu-paragraf.html")
def _html_paragraphs() -> bytes:
    return _html(_PARAGRAPH + "<p>a b c</p>" * 30_000)


@reads(CASES, "kelas-menu.html")
def _html_menu_only() -> bytes:
    return _html(f"<div class='nav menu sidebar'><p>{SENTENCE}</p></div>")


@refused(CASES, "tanpa-tubuh.html", "damaged", or_blank=True)
def _html_empty() -> bytes:
    return b"<html></html>"


# ---------------------------------------------------------------------------------------------------------------- EML


def letter(text: str = SENTENCE) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "a@contoh.go.id", "b@contoh.go.id", "Undangan rapat"
    made["Date"] = "Mon, 05 Feb 2024 10:00:00 +0700"
    made.set_content(text)
    return made


@reads(CASES, "lampiran.eml", "Undangan", "Kesepahaman", "Laporan Magang")
def _mail_with_word() -> bytes:
    made = letter("Terlampir.")
    made.add_attachment(word(), maintype="application", subtype="octet-stream", filename="../../laporan akhir.docx")
    return made.as_bytes()


@reads(CASES, "lampiran-buruk.eml")
def _mail_with_bad() -> bytes:
    made = letter()
    bad = {
        "kunci.pdf": _locked_128(),
        "bom.docx": packed(parts(**{"x.bin": b"\0" * 9_000_000})),
        "x.exe": b"MZ" * 90,
        "nol.pdf": b"",
    }
    for name, content in bad.items():
        made.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes()


@reads(CASES, "surat-bersarang.eml")
def _nested_mails() -> bytes:
    made = letter("paling dalam")
    for _ in range(60):
        outer = letter()
        outer.add_attachment(made)
        made = outer
    return made.as_bytes()


@reads(CASES, "seratus-lampiran.eml")
def _many_attachments() -> bytes:
    made = letter()
    for number in range(100):
        made.add_attachment(pdf(one_page()), maintype="application", subtype="pdf", filename=f"{number}.pdf")
    return made.as_bytes()


@reads(CASES, "batas-rusak.eml")
def _broken_boundary() -> bytes:
    return (b"From: a@b.id\nTo: c@d.id\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"abc\"\n\n--abd\n\n"
            + SENTENCE.encode() + b"\n--abc-")  # fmt: skip


@reads(CASES, "batas-tak-ada.eml")
def _no_boundary() -> bytes:
    return b"From: a@b.id\nTo: c@d.id\nSubject: x\nContent-Type: multipart/mixed\n\n" + SENTENCE.encode()


@reads(CASES, "charset-tak-ada.eml")
def _unknown_charset() -> bytes:
    return (
        b"From: a@b.id\nTo: c@d.id\nSubject: =?x-tidak-ada?Q?=FF?=\nContent-Type: text/plain; charset=x-rahasia\n\n"
        + SENTENCE.encode()
    )


@reads(CASES, "base64-rusak.eml")
def _broken_base64() -> bytes:
    body = base64.b64encode(SENTENCE.encode() * 3).replace(b"B", b"B!\n") + b"==="
    return (
        b"From: a@b.id\nTo: c@d.id\nSubject: x\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n" + body
    )


@reads(CASES, "kepala-raksasa.eml")
def _long_head() -> bytes:
    return (
        b"From: "
        + b"a@b.id, " * 20_000
        + b"\nTo: <<<>>>@@\nSubject: "
        + b"=?utf-8?B?" * 500
        + b"\nDate: kemarin\n\n"
        + SENTENCE.encode()
    )


@reads(CASES, "hanya-html.eml")
def _html_mail() -> bytes:
    made = letter("x")
    made.set_content(f"<html><body><p>{SENTENCE}</p><script>x</script></body></html>", subtype="html")
    return made.as_bytes()


@blank(CASES, "tanpa-isi.eml")
def _mail_without_body() -> bytes:
    return b"From: a@b.id\nTo: c@d.id\nSubject: tanpa isi\nMIME-Version: 1.0\n\n"


# -------------------------------------------------------------------------------------------------------------- names


for _name in (
    "-rf --help.txt",
    "nama\nbaris baru.txt",
    "nama \u202etxt.exe.txt",
    "🙂 surat é ñ 中文.txt",
    "'; DROP TABLE documents; --.txt",
    "$(touch tilik-disentuh)`id`.txt",
    "titik di akhir..txt",
    "<script>alert(1)<\u2215script>.txt",
    "%s%n%x ..%2f..%2fetc.txt",
    "a" * 240 + ".txt",
):
    reads(CASES, _name)(lambda: SENTENCE.encode())
