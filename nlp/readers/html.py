"""HTML: the article of a web page without what surrounds it; of a portal's page, a letter or a mail all that it shows."""

import re
from pathlib import Path
from typing import Any

from lxml import etree, html

from nlp.errors import DamagedFile, TooLarge
from nlp.pages import BlockKind, PageBuilder
from nlp.readers.encodings import declared, decoded
from nlp.readers.html_around import OFFICIAL, Around, parser
from nlp.readers.html_sizes import Sizes, inside, plain
from nlp.readers.html_writer import Writer
from nlp.readers.pictures import Pictures
from nlp.readers.reading import Options, Reading
from nlp.readers.text import MAX_BYTES

_ARTICLE = re.compile(
    r"(?:^|[\s_-])(?:article|artikel|post|entry|content|konten|detail|read|news|berita|isi|story|body)(?:[\s_-]|$)",
    re.I,
)
_SHORTEST_HEADLINE = 15  # letters
_LONGEST_DATELINE = 160  # letters
_SHORTEST_ARTICLE = 200  # letters
# What an author may forget to close thousands of times.
_BLOCK_TAG = re.compile(r"</?(?:div|section|article|header|footer|main|aside|nav|center|blockquote|fieldset|table|tbody|thead|tr|td|th|caption|"
                        r"ul|ol|li|dl|dd|dt|h[1-6]|form)\b[^>]{0,4000}>", re.IGNORECASE)  # fmt: skip
_INLINE_TAG = re.compile(
    r"</?(?:span|font|b|i|u|s|a|strong|em|small|big|label|sub|sup|tt|mark|ins|del)\b[^>]{0,4000}>", re.IGNORECASE
)
_NO_TEXT = (
    "Halaman tidak memuat teks yang dapat dibaca; mungkin isinya baru dimuat di peramban. Periksa berkas aslinya."
)
_TOO_DEEP = "Susunan halaman terlalu dalam; tabel dan daftarnya dibaca sebagai baris biasa."
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2}\b")


def read(path: Path, options: Options) -> Reading:
    """The article as one page; the whole body when there is none."""
    content = path.read_bytes()
    if len(content) > MAX_BYTES:
        raise TooLarge(path.name)
    builder = PageBuilder(1)
    pictures = Pictures(None, options)
    warnings = add_html(builder, _text(content), pictures=pictures)
    page = builder.build()
    if not page.text:
        warnings.append(_NO_TEXT)
    return Reading((page,), (*warnings, *pictures.warnings))


def _text(content: bytes) -> str:
    found = re.search(rb"charset\s*=\s*[\"']?\s*([\w-]+)", content[:4096], re.IGNORECASE)
    if found and not content.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        text = declared(content, found.group(1).decode("ascii"))
        if text is not None:
            return text
    return decoded(content)[0]


def add_html(builder: PageBuilder, source: str, *, pictures: Pictures | None = None, letter: bool = False) -> list[str]:
    """Put a page's article into blocks; the warnings. `letter`: nothing surrounds it, as in a mail: all of it is read."""
    source = (re.sub(r"<\?xml[^>]*\?>", "", source[:200]) + source[200:]).replace("\0", "")
    root, warnings = _parsed(source)
    title = plain(named) if (named := root.find(".//title")) is not None else ""
    around = Around(root, letter=letter)
    around.strip()
    sizes = Sizes(root)
    if not sizes.letters(root) or around.took_too_much(sizes):
        # All of it looked like menus: then it is the text.
        root, _ = _parsed(source)
        around = Around(root, letter=True)
        around.strip()
        sizes = Sizes(root)
    writer = Writer(builder, pictures, letter=letter)
    if letter:
        writer.walk(_body(root))
    else:
        _write(writer, root, title, sizes, news=around.news)
    return [*warnings, *around.warnings, *writer.warnings]


def _parsed(source: str) -> tuple[Any, list[str]]:
    """The page's elements; the warnings."""
    root, is_whole = _tree(source)
    if is_whole:
        return root, []
    return _tree(_INLINE_TAG.sub("", _BLOCK_TAG.sub("<p>", source)))[0], [_TOO_DEEP]


def _tree(source: str) -> tuple[Any, bool]:
    """The elements, and whether they are all: what nests deeper than two thousand the parser leaves out."""
    reader = parser()
    try:
        root = html.document_fromstring(source, parser=reader)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFile(str(error)) from error
    return root, not any("depth" in entry.message for entry in reader.error_log)


def _write(writer: Writer, root: Any, title: str, sizes: Sizes, *, news: bool) -> None:
    article = _article(root, sizes)
    before, after = ([], []) if news else _belonging(article, sizes)
    for element in before:
        writer.walk(element)
    heading = next((h for h in root.iter("h1") if plain(h)), None)
    if heading is None:
        heading = _headline(root, title, sizes)
    if heading is not None and not any(inside(heading, part) for part in (article, *before, *after)):
        writer.put(plain(heading), BlockKind.HEADING, 1)
        if (dateline := _dateline(heading, article)) is not None:
            writer.put(dateline, BlockKind.PARAGRAPH)
    writer.walk(article)
    for element in after:
        writer.walk(element)


def _belonging(article: Any, sizes: Sizes) -> tuple[list[Any], list[Any]]:
    """What stands before and behind the main part of a letter or a portal's page and is of it: its head, signature, dispositions."""
    before: list[Any] = []
    after: list[Any] = []
    for holder in (article, *article.iterancestors()):
        if holder.tag in ("body", "html"):
            break
        own = [item for item in holder.itersiblings(preceding=True) if _is_official(item, sizes)]
        before = own[::-1] + before
        after += [item for item in holder.itersiblings() if _is_official(item, sizes)]
    return before, after


def _is_official(element: Any, sizes: Sizes) -> bool:
    return isinstance(element.tag, str) and not sizes.is_linked(element) and OFFICIAL.search(plain(element)) is not None


def _headline(root: Any, title: str, sizes: Sizes) -> Any:
    """The heading that the page's title repeats, where no `h1` names the article; None where there is none."""
    for heading in root.iter("h2", "h3"):
        text = plain(heading) if sizes.letters(heading) <= len(title) else ""
        if len(text) >= _SHORTEST_HEADLINE and title.casefold().startswith(text.casefold()):
            return heading
    return None


def _dateline(heading: Any, article: Any) -> str | None:
    """Who wrote and when, in a line right behind a headline that stands apart from its article."""
    for following in heading.itersiblings():
        if not isinstance(following.tag, str) or inside(article, following):
            return None
        text = plain(following)
        if _DATED.search(text) and len(text) < _LONGEST_DATELINE:
            return text
    return None


def _body(root: Any) -> Any:
    body = root.find("body")
    return body if body is not None else root


def _article(root: Any, sizes: Sizes) -> Any:
    body = _body(root)
    total = sizes.prose(body) or sizes.letters(body) or 1
    for found in (body.iter("article"), body.iter("main"), _marked(body, sizes)):
        best = max(found, key=sizes.letters, default=None)
        if best is not None and sizes.prose(best) >= 0.5 * total and sizes.letters(best) > _SHORTEST_ARTICLE:
            return best
    return body


def _marked(body: Any, sizes: Sizes) -> list[Any]:
    found = [item for item in body.iter("div", "section", "td") if item.get("itemprop") == "articleBody"]
    if found:
        return found
    candidates = [
        item for item in body.iter("div", "section") if _ARTICLE.search(f"{item.get('class', '')} {item.get('id', '')}")
    ]
    if not candidates:
        return []
    # The innermost that still holds nearly all of the paragraphs.
    most = max(map(sizes.prose, candidates))
    return [min((item for item in candidates if sizes.prose(item) >= 0.9 * most), key=sizes.letters)]
