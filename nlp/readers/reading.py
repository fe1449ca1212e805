"""What a reader of one format gives back, and what all of them share."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from nlp.pages import Page


@dataclass(frozen=True, slots=True)
class Reading:
    """The pages of one file in order and the Indonesian sentences that its reader must see."""

    pages: tuple[Page, ...]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Options:
    """How to read: whether pictures of text go to OCR, and how many wrappings (an attachment in a mail) may still be opened."""

    use_ocr: bool = True
    nesting: int = 2


COMMENTS = "Dokumen memuat komentar yang tidak dibaca; periksa berkas aslinya."

Reader = Callable[[Path, Options], Reading]
