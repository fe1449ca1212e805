"""EML: the letter's heads and text, then what is attached to it, each by its own reader."""

import email
import email.policy
import tempfile
from email.message import EmailMessage, MIMEPart
from pathlib import Path

import nlp.readers as readers
from nlp.errors import DamagedFile, ReadError, TooLarge
from nlp.pages import BlockKind, Page, PageBuilder
from nlp.readers.html import add_html
from nlp.readers.reading import Options, Reading
from nlp.readers.text import add_lines, decoded

MAX_ATTACHMENTS = 30
_MAX_BYTES = 60 * 1024 * 1024
_LONGEST_HEAD = 20_000  # letters
_HEADS = (("From", "Dari"), ("To", "Kepada"), ("Cc", "Tembusan"), ("Date", "Tanggal"), ("Subject", "Perihal"))


def read(path: Path, options: Options) -> Reading:
    """The mail as the first page, the pages of its attachments after it; what cannot be read of them gives a warning."""
    content = path.read_bytes()
    if len(content) > _MAX_BYTES:
        raise TooLarge(path.name)
    try:
        message = email.message_from_bytes(content, policy=email.policy.default)
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
    _body(builder, message)
    pages = [builder.build()]
    for number, part in enumerate(_attachments(message), 1):
        if number > MAX_ATTACHMENTS:
            warnings.append(f"Surel memuat lebih dari {MAX_ATTACHMENTS} lampiran; sisanya tidak dibaca.")
            break
        _attachment(part, number, options, pages, warnings)
    return Reading(tuple(pages), tuple(warnings))


def _head(message: EmailMessage, name: str) -> str:
    raw = next((str(value) for key, value in message.raw_items() if key.casefold() == name.casefold()), "")
    if len(raw) > _LONGEST_HEAD:
        return " ".join(raw[:_LONGEST_HEAD].split())  # the parser of addresses takes a minute for a million letters
    try:
        return " ".join(str(message.get(name, "")).split())
    except (ValueError, IndexError, AttributeError, TypeError, LookupError):
        return ""  # the parser of a broken address fails in many ways; the head is not worth the mail


def _body(builder: PageBuilder, message: EmailMessage) -> None:
    try:
        part = message.get_body(preferencelist=("plain", "html"))
    except (ValueError, LookupError, AttributeError):
        part = None
    if part is None:
        # Its parts are not to be told apart: take the whole as it stands.
        payload = message.get_payload()
        if isinstance(payload, str):
            add_lines(builder, payload, wrapped=True)
        return
    text = _text(part)
    if part.get_content_type() == "text/html":
        if text.strip():
            add_html(builder, text)
    else:
        add_lines(builder, text, wrapped=True)


def _text(part: MIMEPart) -> str:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return ""
    try:
        return content.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return decoded(content)[0]


def _attachments(message: EmailMessage) -> list[EmailMessage]:
    """What is attached to this mail; what is attached to an attached mail belongs to that one."""
    try:
        body = message.get_body(preferencelist=("plain", "html"))
    except (ValueError, LookupError, AttributeError):
        body = None
    found = []
    waiting = [*_parts(message)]
    while waiting:
        part = waiting.pop(0)
        mail = part.get_content_type() == "message/rfc822"
        if part.is_multipart() and not mail:
            waiting = [*_parts(part), *waiting]
        elif part is not body and (mail or part.get_filename() or part.get_content_disposition() == "attachment"):
            found.append(part)
    return found


def _parts(message: EmailMessage) -> list[EmailMessage]:
    payload = message.get_payload()
    return [part for part in payload if isinstance(part, EmailMessage)] if isinstance(payload, list) else []


def _attachment(part: EmailMessage, number: int, options: Options, pages: list[Page], warnings: list[str]) -> None:
    name = " ".join((part.get_filename() or f"lampiran {number}").split())[:120]
    if options.nesting < 1:
        warnings.append(f"Lampiran {name} tidak dibaca: surel di dalam surel terlalu dalam.")
        return
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload(0) if part.is_multipart() else None
        content = inner.as_bytes() if isinstance(inner, EmailMessage) else b""
        name = name if name.endswith(".eml") else f"{name}.eml"
    else:
        payload = part.get_payload(decode=True)
        content = payload if isinstance(payload, bytes) else b""
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
