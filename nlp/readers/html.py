"""HTML: the article without what surrounds it: menus, scripts, sidebars, "Baca juga", comments, shares."""

import copy
import re
from pathlib import Path
from typing import Any

from lxml import etree, html

from nlp.errors import DamagedFile, TooLarge
from nlp.pages import BlockKind, PageBuilder
from nlp.readers.grid import TextCell, headers_of
from nlp.readers.marks import split_mark
from nlp.readers.reading import Options, Reading
from nlp.readers.text import MAX_BYTES, declared, decoded
from nlp.unicode import clean

_DROPPED = frozenset({"script", "style", "noscript", "nav", "aside", "button", "input", "select", "textarea", "iframe", "object",
                      "embed", "svg", "canvas", "template", "dialog", "menu", "video", "audio", "head", "map", "math"})  # fmt: skip
_CHROME = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|breadcrumbs?|sidebar|widget|share|sharing|social|sosmed|related|terkait|baca|bacajuga|baca-juga|populer|"
    r"popular|trending|tags?|tagar|iklan|ads?|advert\w*|banner|comments?|komentar|footer|cookie\w*|newsletter|subscribe|pagination|paging|"
    r"author-box|recommend\w*|rekomendasi-berita|promo|popup|modal|topbar|toolbar|copyright)(?:$|[\s_-])",
    re.IGNORECASE,
)
_READ_ALSO = re.compile(r"^\W*(?:baca\s+juga|baca\s+pula|simak\s+juga|lihat\s+juga|artikel\s+terkait|berita\s+terkait|advertisement|"
                        r"iklan|scroll\s+to|gulir\s+ke|bagikan|share)\b", re.IGNORECASE)  # fmt: skip
_CRUMBS = re.compile(r"^\W*(?:beranda|home)\s*[›»>/|][^\n]{0,80}$", re.IGNORECASE)  # the way to the page, in no list
_ARTICLE = re.compile(
    r"(?:^|[\s_-])(?:article|artikel|post|entry|content|konten|detail|read|news|berita|isi|story|body)(?:[\s_-]|$)",
    re.I,
)
_BLOCKS = frozenset({"p", "div", "section", "article", "main", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd",
                     "table", "tr", "td", "th", "tbody", "thead", "tfoot", "blockquote", "pre", "header", "footer", "figure", "figcaption",
                     "address", "center", "body", "html", "hr", "details", "summary", "caption", "fieldset"})  # fmt: skip
_MAX_DEPTH = 200
_SHORTEST_HEADLINE = 15  # letters
_LONGEST_DATELINE = 160  # letters
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2}\b")


def read(path: Path, options: Options) -> Reading:
    """The article as one page; the whole body when there is none."""
    content = path.read_bytes()
    if len(content) > MAX_BYTES:
        raise TooLarge(path.name)
    builder = PageBuilder(1)
    warnings = add_html(builder, _text(content))
    return Reading((builder.build(),), tuple(warnings))


def _text(content: bytes) -> str:
    found = re.search(rb"charset\s*=\s*[\"']?\s*([\w-]+)", content[:4096], re.IGNORECASE)
    if found and not content.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        text = declared(content, found.group(1).decode("ascii"))
        if text is not None:
            return text
    return decoded(content)[0]


def add_html(builder: PageBuilder, source: str) -> list[str]:
    """Put a page's article into blocks; the warnings."""
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    source = re.sub(r"<\?xml[^>]*\?>", "", source[:200]) + source[200:]
    try:
        root = html.document_fromstring(source.replace("\0", ""), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFile(str(error)) from error
    before = copy.deepcopy(root)
    title = _plain(named) if (named := root.find(".//title")) is not None else ""
    _strip(root)
    if not _plain(root):
        # All of it looked like menus: then it is the text.
        root = before
        _strip(root, names=False)
    article = _article(root)
    writer = _Writer(builder)
    heading = next((h for h in root.iter("h1") if _plain(h)), None)
    if heading is None:
        heading = _headline(root, title)
    if heading is not None and not _inside(heading, article):
        writer.put(_plain(heading), BlockKind.HEADING, 1)
        if (dateline := _dateline(heading, article)) is not None:
            writer.put(dateline, BlockKind.PARAGRAPH)
    writer.walk(article, 0)
    writer.flush()
    return []


def _strip(root: Any, *, names: bool = True) -> None:
    """Take out what surrounds an article. `names`: also what only its class or id calls a menu or the like."""
    forms = []
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.getparent() is None:
            continue
        if element.tag == "form":
            forms.append(element)
        called = f"{element.get('class', '')[:500]} {element.get('id', '')[:200]}"
        style = element.get("style", "").replace(" ", "").lower()
        hidden = (
            element.get("hidden") is not None
            or "display:none" in style
            or "visibility:hidden" in style
            or element.get("aria-hidden") == "true"
        )
        chrome = (
            names
            and element.tag not in ("body", "html", "main", "article")
            and bool(_CHROME.search(called))
            and not _holds_article(element)
        )
        outside = names and element.tag in ("footer", "header") and not any(a.tag in ("article", "main") for a in element.iterancestors()) \
            and element.find(".//h1") is None  # fmt: skip
        read_also = element.tag in ("p", "div", "li", "strong", "h3", "h4", "h5") and bool(_READ_ALSO.match(_plain(element)[:40])) \
            and len(_plain(element)) < 220  # fmt: skip
        if (
            element.tag in _DROPPED
            or hidden
            or chrome
            or outside
            or element.get("role") in ("navigation", "complementary", "search")
            or read_also
        ):
            _drop(element)
    total = len(_plain(root)) if forms else 0
    for form in forms:
        # ASP.NET wraps the whole page into a form; others ask for a word to search, a name or a comment.
        if not _holds_article(form) and len(_plain(form)) < 0.5 * total:
            _drop(form)


def _drop(element: Any) -> None:
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail or ""
    before = element.getprevious()
    if tail:
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
    parent.remove(element)


def _headline(root: Any, title: str) -> Any:
    """The heading that the page's title repeats, where no `h1` names the article; None where there is none."""
    for heading in root.iter("h2", "h3"):
        text = _plain(heading)
        if len(text) >= _SHORTEST_HEADLINE and title.casefold().startswith(text.casefold()):
            return heading
    return None


def _dateline(heading: Any, article: Any) -> str | None:
    """Who wrote and when, in a line right behind a headline that stands apart from its article."""
    for following in heading.itersiblings():
        if not isinstance(following.tag, str) or _inside(article, following):
            return None
        text = _plain(following)
        if _DATED.search(text) and len(text) < _LONGEST_DATELINE:
            return text
    return None


def _holds_article(element: Any) -> bool:
    """A wrapper may be called `content-with-sidebar`: what holds most of the text is no ornament."""
    return element.find(".//h1") is not None or sum(len(_plain(p)) for p in element.iter("p")) > 1_500


def _article(root: Any) -> Any:
    body = root.find("body")
    body = body if body is not None else root
    total = sum(len(_plain(p)) for p in body.iter("p")) or len(_plain(body)) or 1
    for found in (body.iter("article"), body.iter("main"), _marked(body)):
        best = max(found, key=lambda item: len(_plain(item)), default=None)
        if best is not None and sum(len(_plain(p)) for p in best.iter("p")) >= 0.5 * total and len(_plain(best)) > 200:
            return best
    return body


def _marked(body: Any) -> list[Any]:
    found = [item for item in body.iter("div", "section", "td") if item.get("itemprop") == "articleBody"]
    if found:
        return found
    candidates = [
        item for item in body.iter("div", "section") if _ARTICLE.search(f"{item.get('class', '')} {item.get('id', '')}")
    ]
    # The innermost that still holds nearly all of the paragraphs.
    scored = [(sum(len(_plain(p)) for p in item.iter("p")), len(_plain(item)), item) for item in candidates[:400]]
    if not scored:
        return []
    most = max(score for score, _, _ in scored)
    return [min((item for item in scored if item[0] >= 0.9 * most), key=lambda item: item[1])[2]]


def _plain(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _inside(element: Any, holder: Any) -> bool:
    return element is holder or any(ancestor is holder for ancestor in element.iterancestors())


class _Writer:
    def __init__(self, builder: PageBuilder) -> None:
        self.builder = builder
        self.inline: list[str] = []
        self.kind = BlockKind.PARAGRAPH
        self.level: int | None = None
        self.mark: str | None = None
        self.table = builder.next_table

    def put(self, text: str, kind: BlockKind, level: int | None = None, mark: str | None = None) -> None:
        text = "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()
        if text and not _READ_ALSO.match(text[:40]) and not _CRUMBS.match(text):
            self.builder.add(text, kind, level=level, mark=mark)

    def flush(self) -> None:
        text = clean("".join(self.inline))
        self.inline = []
        kind, mark, level = self.kind, self.mark, self.level
        if kind is BlockKind.PARAGRAPH:
            typed, _ = split_mark(text.strip())
            if typed:
                kind, mark, level = BlockKind.LIST_ITEM, typed, 1
        if text.strip():
            written = (
                f"{mark} {text.strip()}" if kind is BlockKind.LIST_ITEM and self.mark and self.mark != "•" else text
            )
            self.put(written, kind, level, mark)

    def walk(self, element: Any, depth: int) -> None:
        if depth > _MAX_DEPTH:
            self.inline.append(_plain(element))
            return
        if element.tag == "table" and self._is_table(element):
            self.flush()
            self._table(element)
            return
        self._text(element.text, element)
        for number, child in enumerate(element):
            if isinstance(child.tag, str):
                self._child(child, element, number, depth)
            self._text(child.tail, element)

    def _text(self, text: str | None, element: Any) -> None:
        if text:
            self.inline.append(text if element.tag == "pre" else re.sub(r"\s+", " ", text))

    def _child(self, child: Any, parent: Any, number: int, depth: int) -> None:
        tag = child.tag
        if tag == "br":
            self.inline.append("\n")
            return
        if tag not in _BLOCKS:
            self.walk(child, depth + 1)
            return
        self.flush()
        saved = self.kind, self.level, self.mark
        if re.fullmatch(r"h[1-6]", tag):
            self.kind, self.level, self.mark = BlockKind.HEADING, int(tag[1]), None
        elif tag == "li":
            self.kind = BlockKind.LIST_ITEM
            self.level = 1 + sum(a.tag in ("ul", "ol") for a in child.iterancestors()) - 1
            self.mark = f"{_position(child, parent)}." if parent.tag == "ol" else "•"
        self.walk(child, depth + 1)
        self.flush()
        self.kind, self.level, self.mark = saved

    @staticmethod
    def _is_table(table: Any) -> bool:
        rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
        return (
            table.find(".//table") is None
            and table.find(".//p/following-sibling::p") is None
            and sum(len(row) > 1 for row in rows) >= 1
        )

    def _table(self, table: Any) -> None:
        cells: list[TextCell] = []
        taken: set[tuple[int, int]] = set()
        head = 0
        for number, row in enumerate(list(table.iter("tr"))[:5_000]):
            column = 0
            found = [cell for cell in row if cell.tag in ("td", "th")]
            if found and all(cell.tag == "th" for cell in found) and head == number:
                head += 1
            for cell in found[:200]:
                while (number, column) in taken:
                    column += 1
                wide, high = _span(cell.get("colspan")), _span(cell.get("rowspan"))
                taken.update((number + i, column + k) for i in range(high) for k in range(wide))
                cells.append(TextCell(number, column, _plain(cell), high, wide))
                column += wide
        headers = headers_of(cells, header_rows=head or None)
        first = head or (1 if headers else 0)
        for item in cells:
            self.builder.add(item.text, BlockKind.CELL, table=self.table, row=item.row, column=item.column, row_span=item.row_span,
                             column_span=item.column_span, header=headers.get(item.column) if item.row >= first else None)  # fmt: skip
        self.table += 1


def _span(value: str | None) -> int:
    return min(50, max(1, int(value))) if value and value.isdecimal() and len(value) < 4 else 1


def _position(item: Any, parent: Any) -> int:
    start = parent.get("start", "1")
    first = int(start) if start.isdecimal() and len(start) < 6 else 1
    return first + sum(1 for _ in item.itersiblings("li", preceding=True))
