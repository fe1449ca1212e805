"""Whole files set into a document: an HTML page or a DOCX put in by a program, a document embedded as an object."""

import tempfile
from pathlib import Path, PurePosixPath

from nlp import readers
from nlp.errors import ReadError
from nlp.pages import PageBuilder
from nlp.readers.archive import Package
from nlp.readers.reading import Options


def put_in(builder: PageBuilder, package: Package, member: str, options: Options) -> tuple[str, ...] | None:
    """Put what the member says at the end of the page. Its warnings; None when it cannot be read."""
    if options.nesting < 1:
        return None
    with tempfile.TemporaryDirectory(prefix="tilik-") as folder:
        kept = Path(folder) / f"sisipan{PurePosixPath(member).suffix.lower()[:8]}"
        try:
            kept.write_bytes(package.read(member))
            _, reading = readers.read_as(kept, kept.name, Options(options.use_ocr, options.nesting - 1))
        except ReadError:
            return None
    if not any(page.text for page in reading.pages):
        return None  # what its reader says of empty pages would be said of the document's
    for page in reading.pages:
        first = builder.next_table
        for block in page.blocks:
            builder.add(
                page.text[block.start : block.end],
                block.kind,
                level=block.level,
                mark=block.mark,
                table=None if block.table is None else first + block.table,
                row=block.row,
                column=block.column,
                row_span=block.row_span,
                column_span=block.column_span,
                header=block.header,
            )
    return reading.warnings
