"""EML: the letter's heads and text, then what is attached to it, each by its own reader."""

import email
import email.policy
import quopri
import re
import tempfile
from dataclasses import dataclass, field
from email import errors
from email.message import EmailMessage
from pathlib import Path

import nlp.readers as readers
from nlp.errors import DamagedFile, ReadError, TooLarge
from nlp.pages import BlockKind, Page, PageBuilder
from nlp.readers import mail_base64, pictures
from nlp.readers.encodings import declared, decoded
from nlp.readers.html import add_html
from nlp.readers.reading import Options, Reading
from nlp.readers.text import add_lines

MAX_ATTACHMENTS = 30
_DAMAGES = (errors.CloseBoundaryNotFoundDefect, errors.InvalidBase64CharactersDefect)  # the first: its end is cut off
_DAMAGED = "Sebagian isi surel rusak atau terpotong dan mungkin hilang; mintalah surel yang utuh."
_MAX_BYTES = 60 * 1024 * 1024
_LONGEST_HEAD = 20_000  # letters
_MAX_DEPTH = 40
_HEADS = (("From", "Dari"), ("To", "Kepada"), ("Cc", "Tembusan"), ("Date", "Tanggal"), ("Subject", "Perihal"))
_TEXTS = ("text/plain", "text/html")
_FILES = ("application", "image", "text")  # parts of these kinds are files even without a name,
_NO_FILES = frozenset({"plain", "html", "css", "javascript", "ecmascript", "calendar", "vcard", "x-vcard", "directory", "x-amp-html",
                       "watch-html", "rfc822-headers"})  # fmt: skip # but for those of `text`
_SIGNATURES = ("pgp-signature", "pkcs7-signature", "x-pkcs7-signature")
_BEFORE_HEADS = re.compile(rb"\A(?:\xef\xbb\xbf|\s)*(?:>From [^\r\n]*[\r\n]+)?")
_PAGE = re.compile(r"\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_SOFT_BREAK = re.compile(r"(?m)(?<!^--) \r?\n")
_SAME = 0.5  # of the words of the letter in HTML; below, the plain one is a stub: `Surel ini memerlukan penampil HTML.`


@dataclass(slots=True)
class _Parts:
    """What a mail is made of: `texts` of the letter in their order, and the files that come with it."""

    texts: list[EmailMessage] = field(default_factory=list)
    files: list[EmailMessage] = field(default_factory=list)


def read(path: Path, options: Options) -> Reading:
    """The mail as the first page, the pages of its attachments after it; what cannot be read of them gives a warning."""
    content = path.read_bytes()
    if len(content) > _MAX_BYTES:
        raise TooLarge(path.name)
    try:
        message = email.message_from_bytes(_from_its_heads(content), policy=email.policy.default)
    except (ValueError, IndexError, LookupError) as error:
        raise DamagedFile(str(error)) from error
    if not isinstance(message, EmailMessage):
        raise DamagedFile("no mail")
    builder = PageBuilder(1)
    for name, label in _HEADS:
        if value := _head(message, name):
            builder.add(
                f"{label}: {value}",
                BlockKind.HEADING if name == "Subject" else BlockKind.PARAGRAPH,
                level=1 if name == "Subject" else None,
            )
    warnings: list[str] = []
    parts = _Parts()
    _gather(message, parts, 0)
    shown = pictures.Pictures(None, options)
    warnings += _body(builder, message, parts, shown)
    warnings += shown.warnings
    pages = [builder.build()]
    for number, part in enumerate(parts.files, 1):
        if number > MAX_ATTACHMENTS:
            warnings.append(f"Surel memuat lebih dari {MAX_ATTACHMENTS} lampiran; sisanya tidak dibaca.")
            break
        _attachment(part, number, options, pages, warnings)
    if any(isinstance(defect, _DAMAGES) for part in message.walk() for defect in part.defects):
        warnings.append(_DAMAGED)
    return Reading(tuple(pages), tuple(warnings))


def _from_its_heads(content: bytes) -> bytes:
    """The mail without what programs put before its first head, where the parser would take all of it for text."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        content = decoded(content)[0].encode()
    return _BEFORE_HEADS.sub(b"", content, count=1)


def _head(message: EmailMessage, name: str) -> str:
    raw = next((str(value) for key, value in message.raw_items() if key.casefold() == name.casefold()), "")
    if len(raw) > _LONGEST_HEAD:
        return " ".join(raw[:_LONGEST_HEAD].split())  # the parser of addresses takes a minute for a million letters
    try:
        return " ".join(str(message.get(name, "")).split())
    except (ValueError, IndexError, AttributeError, TypeError, LookupError):
        return ""  # the parser of a broken address fails in many ways; the head is not worth the mail


def _gather(part: EmailMessage, found: _Parts, depth: int) -> None:
    """Sort a part and those below it; what is attached to an attached mail belongs to that one."""
    kind = part.get_content_type()
    inner = _parts(part)
    if not _is_mail(part) and inner and depth < _MAX_DEPTH:
        if kind == "multipart/alternative":
            _alternative(inner, found, depth)
        else:
            for item in inner:
                _gather(item, found, depth + 1)
    elif kind in _TEXTS and not _is_attached(part):
        found.texts.append(part)
    elif (_is_mail(part) or _is_attached(part) or _is_nameless_file(part)) and not _is_ornament(part):
        found.files.append(part)


def _alternative(inner: list[EmailMessage], found: _Parts, depth: int) -> None:
    """Of the ways to write the same letter the plain one, unless it says something else; the files of all."""
    ways = []
    for item in inner:
        way = _Parts()
        _gather(item, way, depth + 1)
        ways.append(way)
    plain = next((way.texts for way in ways if way.texts and _is_plain(way)), [])
    rich = next(
        (way.texts for way in reversed(ways) if way.texts and not _is_plain(way)), []
    )  # RFC 2046: the last is best
    for way in ways:
        # One more way to write the letter is no file.
        found.files += [file for file in way.files if not (plain or rich) or not _is_nameless_text(file)]
    said, meant = _words(plain), _words(rich)
    found.texts += plain if not rich or len(said & meant) >= _SAME * len(meant) > 0 else rich


def _is_plain(way: _Parts) -> bool:
    return all(text.get_content_type() == "text/plain" for text in way.texts)


def _words(texts: list[EmailMessage]) -> set[str]:
    """The words that a reader sees of these parts."""
    builder = PageBuilder(1)
    for text in texts:
        _add(builder, text)
    return set(builder.build().text.split())


def _is_mail(part: EmailMessage) -> bool:
    """Whether it is a mail in the mail; under whatever name where it is encoded, for then its parts are not to be told apart."""
    if part.get_content_type() == "message/rfc822":
        return True
    return part.get_content_maintype() == "message" and _encoding(part) in ("base64", "quoted-printable")


def _is_attached(part: EmailMessage) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _is_nameless_file(part: EmailMessage) -> bool:
    return (
        part.get_content_maintype() in _FILES
        and part.get_content_subtype() not in _SIGNATURES
        and not (part.get_content_maintype() == "text" and part.get_content_subtype() in _NO_FILES)
    )


def _is_nameless_text(part: EmailMessage) -> bool:
    return part.get_content_maintype() == "text" and not _is_attached(part)


def _is_ornament(part: EmailMessage) -> bool:
    """Whether it is a picture set into the letter and too small for text: a logo, a line, a face."""
    if part.get_content_maintype() != "image" or part.get_content_disposition() == "attachment":
        return False
    return pictures.is_small(_content(part))


def _body(builder: PageBuilder, message: EmailMessage, parts: _Parts, shown: pictures.Pictures) -> list[str]:
    warnings: list[str] = []
    for part in parts.texts:
        warnings += _add(builder, part, shown)
    if not parts.texts and not parts.files and not message.is_multipart():
        # Its parts are not to be told apart: take the whole as it stands.
        add_lines(builder, _text(message), wrapped=True)
    return warnings


def _add(builder: PageBuilder, part: EmailMessage, shown: pictures.Pictures | None = None) -> list[str]:
    """Put in a text; the warnings. `shown` reads the pictures that it holds in itself."""
    text = _text(part)
    if part.get_content_type() == "text/plain" and not _PAGE.match(text):
        if str(part.get_param("delsp", "")).casefold() == "yes":
            text = _SOFT_BREAK.sub("", text)  # RFC 3676: lines broken in the middle of a word
        add_lines(builder, text, wrapped=True)
    elif text.strip():
        try:
            # A page that a browser saved tells where it was; a letter has no menus.
            return add_html(builder, text, pictures=shown, letter=part.get("Content-Location") is None)
        except DamagedFile:
            add_lines(builder, text, wrapped=True)
    return []


def _text(part: EmailMessage) -> str:
    content = _content(part)
    text = declared(content, part.get_content_charset() or "utf-8")
    return decoded(content)[0] if text is None else text


def _content(part: EmailMessage) -> bytes:
    encoded = _encoded(part) if _encoding(part) == "base64" else None
    if encoded is None:
        payload = part.get_payload(decode=True)
        return payload if isinstance(payload, bytes) else b""
    content, sound = mail_base64.unpacked(encoded)
    if not sound:
        part.defects.append(errors.InvalidBase64CharactersDefect())
    return content


def _encoded(part: EmailMessage) -> bytes | None:
    try:
        payload = part.get_payload()
    except UnicodeError:
        return None  # it holds other letters, in a charset that is none
    return payload.encode("ascii", "replace") if isinstance(payload, str) else None


def _encoding(part: EmailMessage) -> str:
    return str(part.get("Content-Transfer-Encoding", "")).strip().casefold()


def _parts(message: EmailMessage) -> list[EmailMessage]:
    if not message.is_multipart():
        return []
    return [part for part in message.get_payload() if isinstance(part, EmailMessage)]


def _attachment(part: EmailMessage, number: int, options: Options, pages: list[Page], warnings: list[str]) -> None:
    name = " ".join((part.get_filename() or f"lampiran {number}").split())[:120]
    if options.nesting < 1:
        warnings.append(f"Lampiran {name} tidak dibaca: surel di dalam surel terlalu dalam.")
        return
    if _is_mail(part):
        content = _inner_mail(part)
        name = name if name.endswith(".eml") else f"{name}.eml"
    else:
        content = _content(part)
    with tempfile.TemporaryDirectory(prefix="tilik-") as folder:
        kept = Path(folder) / f"lampiran{Path(name).suffix.lower()[:8]}"
        kept.write_bytes(content)
        try:
            _, reading = readers.read_as(kept, name, Options(options.use_ocr, options.nesting - 1))
        except ReadError as error:
            warnings.append(f"Lampiran {name} tidak dibaca. {error}")
            return
    for page in reading.pages:
        pages.append(_renumbered(page, len(pages) + 1))
    warnings += [f"Lampiran {name}: {warning}" for warning in reading.warnings]


def _inner_mail(part: EmailMessage) -> bytes:
    """The mail that is attached; some gateways encode it, though RFC 2046 forbids it."""
    inner = part.get_payload(0) if part.is_multipart() else None
    content = inner.as_bytes() if isinstance(inner, EmailMessage) else b""
    if _encoding(part) == "quoted-printable":
        return quopri.decodestring(content)
    if _encoding(part) == "base64":
        content, sound = mail_base64.unpacked(content)
        if not sound:
            part.defects.append(errors.InvalidBase64CharactersDefect())
    return content


def _renumbered(page: Page, number: int) -> Page:
    return Page(
        number,
        page.text,
        page.blocks,
        page.words,
        page.width,
        page.height,
        page.source,
        page.quality,
        page.continues,
        page.hidden,
    )
