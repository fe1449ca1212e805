"""ODT and ODP: paragraphs, headings, lists, tables, frames and notes from content.xml; of a presentation each page by itself."""

from pathlib import Path
from typing import Any

from nlp.errors import DamagedFile, TooManyPages
from nlp.pages import BlockKind, PageBuilder
from nlp.readers import flat
from nlp.readers.odf import DRAW, OFFICE, STYLE
from nlp.readers.odf_slides import Slides
from nlp.readers.odf_styles import Lists, bold_styles, hidden_slides
from nlp.readers.odf_walker import Walker
from nlp.readers.pictures import Pictures
from nlp.readers.reading import COMMENTS, Options, Reading

_MAX_PAGES = 3_000
_EXTENDED = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
_SIDES = ("", "-first", "-left")


def read(path: Path, options: Options) -> Reading:
    """A text document as one page, a presentation as one page a slide with its notes."""
    with flat.opened(path) as package:
        root = package.tree("content.xml")
        body = root.find(OFFICE + "body")
        holder = next(iter(body), None) if body is not None else None
        if holder is None:
            raise DamagedFile("no body")
        warnings = ["Berkas rusak sebagian; isinya mungkin tidak lengkap."] if root.get("damaged") else []
        if next(holder.iter(OFFICE + "annotation"), None) is not None:
            warnings.append(COMMENTS)
        styles = package.tree("styles.xml") if package.find("styles.xml") else None
        roots = [root] if styles is None else [root, styles]
        pictures = Pictures(package, options)
        lists, bold = Lists(roots), bold_styles(root)
        walker, margins = (Walker(package, lists, bold, pictures, holder) for _ in range(2))
        slides = list(holder.iterfind(DRAW + "page"))
        if len(slides) > _MAX_PAGES:
            raise TooManyPages(str(len(slides)))
        if slides:
            shown = Slides(walker, hidden_slides(roots))
            pages = tuple(shown.page(number, slide) for number, slide in enumerate(slides, 1))
            return Reading(pages, (*warnings, *pictures.warnings, *package.warnings))
        builder = PageBuilder(1)
        pictures.in_margin = True
        heads, feet = (_running(margins, styles, kind) for kind in ("header", "footer"))
        pictures.in_margin = False
        for text in heads:
            builder.add(text, BlockKind.RUNNING)
        walker.blocks(builder, holder)
        walker.add_notes(builder)
        for text in feet:
            builder.add(text, BlockKind.RUNNING)
        return Reading((builder.build(),), (*warnings, *pictures.warnings, *package.warnings))


def _running(walker: Walker, styles: Any | None, kind: str) -> list[str]:
    """The lines of all headers or footers, those of first and left pages too, each once."""
    builder = PageBuilder(1)
    for part in (
        styles.iter(*(place + kind + side for side in _SIDES for place in (STYLE, _EXTENDED)))
        if styles is not None
        else ()
    ):
        walker.blocks(builder, part)
    page = builder.build()
    texts = (page.text[block.start : block.end] for block in page.blocks)
    return list(dict.fromkeys(line for text in texts for line in text.split("\n")))
