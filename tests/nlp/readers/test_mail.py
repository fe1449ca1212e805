"""Mails: what gateways and programs make of them."""

import base64
from email.message import EmailMessage
from pathlib import Path

import pytest

from nlp.pages import BlockKind, Pages
from nlp.readers import read
from tests.hostile.package_files import word
from tests.nlp.readers.blocks import only_page, written

LETTER = "Rekomendasi nomor tujuh untuk Bappeda Kota Solok"
HEADS = "From: a@contoh.go.id\r\nTo: b@contoh.go.id\r\nSubject: Surat\r\nMIME-Version: 1.0\r\n"


def of(folder: Path, heads: str, body: str) -> Pages:
    path = folder / "surat.eml"
    path.write_bytes(f"{HEADS}{heads}\r\n\r\n{body}".encode())
    return read(path)


def of_parts(folder: Path, *parts: str, kind: str = "mixed") -> Pages:
    body = "".join(f"--batas\r\n{part}\r\n" for part in parts)
    return of(folder, f"Content-Type: multipart/{kind}; boundary=batas", f"{body}--batas--\r\n")


def whole(reading: Pages) -> str:
    return "\n".join(page.text for page in reading.pages)


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "8bit"])
def test_a_forwarded_mail_may_be_encoded(tmp_path: Path, encoding: str) -> None:
    inner = f"{HEADS}Content-Type: text/plain\r\n\r\n{LETTER}\r\n".replace(
        "nomor", "n=6Fmor" if encoding[0] == "q" else "nomor"
    )
    if encoding == "base64":
        inner = base64.encodebytes(inner.encode()).decode()
    reading = of_parts(
        tmp_path, f"Content-Type: message/rfc822\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{inner}"
    )
    assert LETTER in reading.pages[1].text


@pytest.mark.parametrize(
    ("kind", "text"), [("rtf", r"{\rtf1 " + LETTER + "}"), ("csv", f"no;isi\r\n1;{LETTER}"), ("x-log", LETTER)]
)
def test_a_text_of_another_kind_is_a_file(tmp_path: Path, kind: str, text: str) -> None:
    assert LETTER in whole(
        of_parts(tmp_path, "Content-Type: text/plain\r\n\r\nLihat.", f"Content-Type: text/{kind}\r\n\r\n{text}")
    )


def test_styles_and_other_ways_to_write_the_letter_are_no_files(tmp_path: Path) -> None:
    style = "Content-Type: text/css\r\n\r\np { color: red }"
    assert len(of_parts(tmp_path, f"Content-Type: text/html\r\n\r\n<p>{LETTER}</p>", style).pages) == 1
    rich = f"Content-Type: text/enriched\r\n\r\n<bold>{LETTER}</bold>"
    assert len(of_parts(tmp_path, rich, f"Content-Type: text/plain\r\n\r\n{LETTER}", kind="alternative").pages) == 1


@pytest.mark.parametrize(
    "body",
    [
        f'<div>Yth. Kepala Bappeda</div><div class="footer"><p>{LETTER}</p></div>',
        f"<div>Bapak/Ibu,</div><div>Bagikan: {LETTER}</div>",
        f"<div class=content><p>{'Isi surat. ' * 40}</p></div><div>{LETTER}</div>",
    ],
)
def test_a_mail_has_no_ornaments(tmp_path: Path, body: str) -> None:
    assert LETTER in whole(of(tmp_path, "Content-Type: text/html", body))


@pytest.mark.parametrize("kind", ["text/plain", "text/html"])
def test_a_mail_that_only_says_it_is_utf_16(tmp_path: Path, kind: str) -> None:
    assert LETTER in whole(of(tmp_path, f'Content-Type: {kind}; charset="utf-16"', f"{LETTER}\r\n"))


@pytest.mark.parametrize("before", ["", "\ufeff", "\r\n\r\n", ">From a@contoh.go.id\r\n", "From - Mon\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_what_stands_before_the_heads_does_not_hide_them(tmp_path: Path, before: str, encoding: str) -> None:
    mail = f"{before}{HEADS}Content-Type: text/plain\r\n\r\n<html><p>Yth.</p><p>{LETTER}</p></html>"
    text = only_page(written(tmp_path, "surat.eml", mail.encode(encoding))).text
    assert text.endswith(f"Perihal: Surat\nYth.\n{LETTER}")


def test_words_broken_by_flowed_text_are_whole(tmp_path: Path) -> None:
    heads = "Content-Type: text/plain; format=flowed; delsp=yes"
    assert LETTER in whole(of(tmp_path, heads, LETTER.replace("tujuh", "tu \r\njuh")))


def test_a_mail_is_followed_by_its_attachments(tmp_path: Path) -> None:
    inner = EmailMessage()
    inner["Subject"] = "Surat pengantar"
    inner.set_content("Mohon ditindaklanjuti.")
    inner.add_attachment(word(), maintype="application", subtype="octet-stream", filename="laporan.docx")
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Dinas <a@contoh.go.id>", "Terusan"
    mail.set_content("Terlampir.")
    mail.add_attachment(inner)
    mail.add_attachment(b"MZ\x90\0" * 50, maintype="application", subtype="octet-stream", filename="x.exe")
    reading = read(written(tmp_path, "surat.eml", mail.as_bytes()))
    assert [page.number for page in reading.pages] == [1, 2, 3]
    assert "Terlampir." in reading.pages[0].text
    assert "Mohon ditindaklanjuti." in reading.pages[1].text
    assert "Laporan Magang" in reading.pages[2].text
    assert any("x.exe" in warning for warning in reading.warnings)


@pytest.mark.parametrize("name", ["surat.eml", "surat"])
def test_a_mail_with_an_html_part_is_a_mail(tmp_path: Path, name: str) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "A <a@contoh.go.id>", "B <b@contoh.go.id>", "Saran tim magang"
    mail.set_content("Sebaiknya loket dibuka pada jam istirahat, mulai Oktober ini.", cte="quoted-printable")
    mail.add_alternative("<html><body><p>Sebaiknya loket dibuka.</p></body></html>", subtype="html")
    reading = read(written(tmp_path, name, mail.as_bytes()))
    assert reading.format == "eml"
    assert "jam istirahat, mulai Oktober" in reading.pages[0].text
    assert "multipart" not in reading.pages[0].text


def test_a_web_page_saved_with_its_pictures_is_read_as_the_page(tmp_path: Path) -> None:
    page = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: http://contoh.go.id/magang\r\nSubject: Magang ditutup\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="batas"\r\n\r\n--batas\r\n'
        "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><h1>Magang dit=\r\nutup</h1>"
        "<p>Sepuluh ASN pulang.</p></body></html>\r\n--batas--\r\n"
    )
    text = read(written(tmp_path, "magang.mhtml", page.encode())).pages[0].text
    assert "Magang ditutup\nSepuluh ASN pulang." in text


def mail_of(*parts: tuple[str, str], kind: str = "mixed") -> bytes:
    """A mail with parts of such types."""
    inner = "".join(f"--batas\r\nContent-Type: {type_}\r\n\r\n{text}\r\n" for type_, text in parts)
    heads = (
        f'From: a@contoh.go.id\r\nTo: b@contoh.go.id\r\nSubject: x\r\nContent-Type: multipart/{kind}; boundary="batas"'
    )
    return f"{heads}\r\n\r\n{inner}--batas--\r\n".encode()


@pytest.mark.parametrize("stub", ["", " \r\n", "Surel ini memerlukan penampil HTML."])
def test_a_stub_does_not_hide_the_letter(tmp_path: Path, stub: str) -> None:
    mail = mail_of(("text/plain", stub), ("text/html; charset=utf-8", f"<p>{LETTER}</p>"), kind="alternative")
    text = only_page(written(tmp_path, "surat.eml", mail)).text
    assert text.endswith(LETTER)
    assert "penampil" not in text


@pytest.mark.parametrize("second", ["text/plain", "text/html"])
def test_all_texts_of_a_mail_are_read(tmp_path: Path, second: str) -> None:
    table = "<table><tr><td>a<td>b</tr><tr><td>c<td>d</tr></table>"
    mail = mail_of(("text/html", table), ("image/gif; name=x.gif", "x"), (second, "Salam hormat"), ("text/html", table))
    page = only_page(written(tmp_path, "surat.eml", mail))
    assert "Salam hormat" in page.text
    assert {block.table for block in page.blocks if block.kind is BlockKind.CELL} == {0, 1}


def test_a_file_without_a_name_is_read_and_a_mail_may_be_one(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@contoh.go.id", "b@contoh.go.id", "Laporan"
    mail.set_content(word(), maintype="application", subtype="octet-stream")
    alone = read(written(tmp_path, "surat.eml", mail.as_bytes()))
    mail.make_mixed()
    mail.attach(EmailMessage(mail.policy))
    mail.get_payload()[-1].set_content("Terlampir.")
    for reading in (alone, read(written(tmp_path, "surat2.eml", mail.as_bytes()))):
        assert "Laporan Magang" in reading.pages[1].text


ENCODED = base64.encodebytes(f"{LETTER}\n".encode() * 6).decode().splitlines()
DAMAGED = "surel rusak atau terpotong"


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        ([*ENCODED[:-1], ENCODED[-1][:5]], 5),  # cut off
        ([ENCODED[0] + "=", *ENCODED[1:]], 6),  # a stray sign
        ([ENCODED[0][:30] + ENCODED[0][31:], *ENCODED[1:]], 4),  # a lost one
        (["".join(ENCODED)[:381] + "!!"], 5),
        ([*ENCODED, "-- ", "Milis pegawai"], 6),
        ([f"{LETTER}"] * 6, 6),  # nothing was encoded
    ],
)
def test_what_is_left_of_damaged_base64_is_read_and_said(tmp_path: Path, lines: list[str], whole: int) -> None:
    heads = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64"
    sound = of(tmp_path, heads, "\r\n".join(ENCODED))
    assert (sound.pages[0].text.count(LETTER), sound.warnings) == (6, ())
    reading = of(tmp_path, heads, "\r\n".join(lines))
    assert reading.pages[0].text.count(LETTER) == whole
    assert "UmVrb21l" not in reading.pages[0].text
    assert any(DAMAGED in warning for warning in reading.warnings)


def test_a_mail_whose_end_is_cut_off_is_said(tmp_path: Path) -> None:
    part = f"--batas\r\nContent-Type: text/plain\r\n\r\n{LETTER}"
    reading = of(tmp_path, "Content-Type: multipart/mixed; boundary=batas", part)
    assert LETTER in reading.pages[0].text
    assert any(DAMAGED in warning for warning in reading.warnings)


def test_an_encoded_mail_of_another_name_is_a_mail(tmp_path: Path) -> None:
    inner = base64.encodebytes(f"{HEADS}Content-Type: text/plain\r\n\r\n{LETTER}\r\n".encode()).decode()
    reading = of_parts(tmp_path, f"Content-Type: message/octet\r\nContent-Transfer-Encoding: base64\r\n\r\n{inner}")
    assert LETTER in reading.pages[1].text
