"""A file came in: check it, store it, note it, queue it."""

import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from nlp.errors import TooLarge
from nlp.readers import formats
from service.queue import READ_DOCUMENT
from service.resources import Resources
from storage import documents
from storage.files import StoredFile, TooBig

NAME_LETTERS = 200


@dataclass(frozen=True, slots=True)
class Received:
    """`is_new` is False when these bytes came before: then it is the earlier document."""

    document_id: int
    is_new: bool


def receive(
    resources: Resources, stream: IO[bytes], *, name: str, by: int | None, batch: str | None = None
) -> Received:
    """Keep a file and queue it; these bytes sent before are the document of then.

    Raises the `ReadError` that says why nobody can read it, as far as its first look tells (empty, too large, unknown,
    locked), and `storage.errors.Full` when nothing can be stored. Nothing of a refused file is kept.
    """
    name = clean_name(name)

    def check(path: Path, stored: StoredFile) -> None:
        with resources.database.session() as session:
            known = documents.by_sha256(session, stored.sha256)
        if known is None:
            formats.detect(path, name)

    try:
        stored = resources.files.put(stream, resources.config.max_upload_bytes, check)
    except TooBig as error:
        raise TooLarge(str(error)) from error
    with resources.database.transaction() as session:
        document, is_new = documents.add_once(session, stored, name, by, batch)
        received = Received(document.id, is_new)
    if is_new:
        resources.queue.enqueue(READ_DOCUMENT, received.document_id)  # after the commit: a worker must find the row
    return received


def clean_name(name: str) -> str:
    """A file's name as data: no folders, no control or direction marks, at most 200 letters with its extension kept."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(" " if unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else letter for letter in last)
    kept = unicodedata.normalize("NFC", " ".join(kept.split()))
    if len(kept) > NAME_LETTERS:
        stem, dot, extension = kept.rpartition(".")
        cut = f".{extension}" if dot and len(extension) <= 8 else ""
        kept = (stem if cut else kept)[: NAME_LETTERS - len(cut)].rstrip() + cut
    return kept or "tanpa nama"
