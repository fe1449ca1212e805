"""What surrounds the text of a web page and is taken out: menus, scripts, shares, comments; and what it shows in other ways.

News sites name their ornaments, and so they are known by these names. Portals and letters use the same names (Bootstrap calls
a box `widget`, `modal`, `card-footer`) for what counts: there an ornament is one only when it leads to other pages as well.
"""

import re
from itertools import islice
from typing import Any

from lxml import etree, html

from nlp.readers.html_shown import drawn, is_hidden, shown
from nlp.readers.html_sizes import UNSEEN, Sizes, plain

READ_ALSO = re.compile(
    r"^\W*(?:(?:baca\s+juga|baca\s+pula|artikel\s+terkait|berita\s+terkait|advertisement|scroll\s+to|gulir\s+ke)\b"
    r"|(?:simak\s+juga|lihat\s+juga|bagikan|share|iklan)\b\s*(?::|\W*(?:[\w-]+\W*){0,2}$))",
    re.IGNORECASE,
)
OFFICIAL = re.compile(
    r"\b(?:NIP|PEMERINTAH|KEMENTERIAN|DINAS|BADAN|INSPEKTORAT|SEKRETARIAT|KECAMATAN|KELURAHAN|UNIVERSITAS)\b|\ba\.n\.|"
    r"\b(?:[Dd]isposisi|[Ii]nstruksi|[Tt]indak [Ll]anjut|[Rr]ekomendasi|Catatan|Plt|Plh|Kepala|Sekretaris|Bupati|Wali\s?[Kk]ota|Camat|"
    r"Gubernur|Direktur|Rektor)\b"
)
_CHROME = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|breadcrumbs?|sidebar|widget|share|sharing|social|sosmed|related|terkait|baca|bacajuga|baca-juga|populer|"
    r"popular|trending|tags?|tagar|iklan|ads?|advert\w*|banner|comments?|komentar|footer|cookie\w*|newsletter|subscribe|pagination|paging|"
    r"author-box|recommend\w*|rekomendasi-berita|promo|popup|modal|topbar|toolbar|copyright)(?:$|[\s_-])",
    re.IGNORECASE,
)
# No page's text stands in these, whoever made it.
_EMPTY_NAMES = re.compile(r"(?:^|[\s_-])(?:cookie\w*|newsletter|subscribe|breadcrumbs?|pagination)(?:$|[\s_-])", re.IGNORECASE)  # fmt: skip
_SMALL_NAMES = re.compile(r"(?:^|[\s_-])(?:nav|navbar|menu|share|sharing|social|sosmed|tags?|tagar|ads?|iklan|advert\w*|topbar|toolbar)(?:$|[\s_-])",
                          re.IGNORECASE)  # fmt: skip
_NEWS_ALSO = re.compile(r"^\W*(?:simak\s+juga|lihat\s+juga|bagikan|share|iklan)\b", re.IGNORECASE)
_NEWS_NAMES = re.compile(r"(?:^|[\s_-])(?:entry-content|post-content|post-body|article-(?:content|body|detail)|artikel|byline|post|entry|author-box)(?:$|[\s_-])",
                         re.IGNORECASE)  # fmt: skip
_NEWS_LABELS = re.compile(r"\W*(?:baca\s+(?:juga|pula)|(?:berita|artikel)\s+(?:terkait|lain(?:nya)?|populer)|terpopuler|tinggalkan\s+(?:komentar|balasan))\b",
                          re.IGNORECASE)  # fmt: skip
_RIGHTS = re.compile(r"\b(?:copyright|hak\s+cipta|all\s+rights\s+reserved)\b|©|\(c\)", re.IGNORECASE)
_COMMENT_FORM = re.compile(r"tinggalkan\s+(?:komentar|balasan)|tulis\s+komentar|tidak\s+akan\s+dipublikasikan|leave\s+a\s+(?:reply|comment)", re.I)  # fmt: skip
_NEEDS_SCRIPTS = re.compile(r"javascript|browser|peramban|cookie", re.IGNORECASE)
_FOREIGN = re.compile(r"youtu|google|facebook|twitter|instagram|tiktok|doubleclick|recaptcha|disqus|addthis|^\s*(?:about:|javascript:|data:,|cid:|$)", re.I)  # fmt: skip
_DOCUMENT = re.compile(r"\.(?:pdf|docx?|pptx?|xlsx?|odt|rtf|tiff?)\b|application/pdf", re.IGNORECASE)
_DROPPED = UNSEEN - {"head"} | {"nav", "menu", "embed"}
_LONGEST_LABEL = 220  # letters
_LONGEST_RIGHTS = 300
_LONG_PARAGRAPHS = 1_500  # letters of paragraphs that are no ornament whatever their holder is called,
_NEWS_PARAGRAPHS = 400  # and that make an article
_SENTENCE = 8  # words
_FEW_WORDS = 3
_MANY_LETTERS = 1_000  # no need to count words
_DEEPEST = 200
_MOST_HIDDEN = 50
_MOST_FRAMES = 20
_FRAMES = "Halaman memuat bingkai atau berkas tertanam yang tidak ikut dibaca; periksa berkas aslinya."
_HIDDEN = "Halaman memuat teks tersembunyi yang tidak dibaca; periksa berkas aslinya."


def parser() -> Any:
    """Pages whose authors close no `div` or `font` nest deeper than the parser goes by itself: it would stop there, silently."""
    return html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)


class Around:
    """Strips one page. `news`: it is an article of a news site; `warnings`: what was left out and may count."""

    def __init__(self, root: Any, *, letter: bool) -> None:
        """`letter`: it has no ornaments; what its elements are called says nothing."""
        self.warnings: list[str] = []
        self._root = root
        self._letter = letter
        self._open_frames()
        self._sizes = Sizes(root)
        self._whole = self._sizes.letters(root)
        self._ornaments = 0  # letters
        self.news = not letter and self._is_news()
        self._hidden: list[str] = []

    def took_too_much(self, left: Sizes) -> bool:
        """Whether most of a page that is no article was taken for ornaments."""
        return not self.news and self._ornaments > 4 * left.letters(self._root)

    def strip(self) -> None:
        """Take out what surrounds the text, and put in what fields and drawings show."""
        forms = []
        gone: set[Any] = set()
        for element in list(self._root.iter()):
            parent = element.getparent()
            if not isinstance(element.tag, str) or parent is None:
                continue
            if parent in gone:
                gone.add(element)
                continue
            if element.tag == "form":
                forms.append(element)
            if self._is_dropped(element):
                gone.add(element)
                _drop(element)
        for form in forms:
            # ASP.NET wraps the whole page into a form; others ask for a word to search, a name or a comment.
            if form not in gone and self._is_to_fill_in(form):
                _drop(form)
        if self._hidden and not self.news:
            seen = plain(self._root)
            if any(text not in seen for text in self._hidden):
                self.warnings.append(_HIDDEN)

    def _is_dropped(self, element: Any) -> bool:
        tag = element.tag
        if tag in ("iframe", "frame", "object", "embed"):
            return self._is_frame_dropped(element)
        if tag in _DROPPED:
            return tag not in ("nav", "menu") or not self._letter
        if tag == "head":
            return True
        if is_hidden(element):
            self._keep_in_mind(element)
            return True
        if tag in ("input", "select", "textarea"):
            return self.news or not shown(element)
        if tag == "svg":
            return not drawn(element)
        if tag == "button":
            return self.news or self._words(element) < _SENTENCE
        if tag == "noscript":
            return self.news or self._words(element) < _SENTENCE - 3 or bool(_NEEDS_SCRIPTS.search(plain(element)))
        if element.get("aria-hidden") == "true" and (self.news or self._words(element) < _SENTENCE):
            return True
        if self._letter or not self._is_ornament(element):
            return False
        self._ornaments += self._sizes.letters(element)
        return True

    def _is_ornament(self, element: Any) -> bool:
        tag = element.tag
        role = element.get("role")
        if tag in ("body", "html", "main", "article"):
            return False
        if role in ("navigation", "search"):
            return True
        if tag in ("p", "div", "li", "strong", "h3", "h4", "h5") and self._leads_elsewhere(element):
            return True
        called = f"{element.get('class', '')[:500]} {element.get('id', '')[:200]}"
        named = _CHROME.search(called) is not None
        if (named or tag == "aside" or role == "complementary") and not self._holds_article(element):
            return self.news or self._is_around(element, called)
        outside = tag in ("footer", "header") and not self._sizes.has_title(element) \
            and not any(item.tag in ("article", "main") for item in islice(element.iterancestors(), _DEEPEST))  # fmt: skip
        return outside and (self.news or not self._is_of_a_letter(element))

    def _is_around(self, element: Any, called: str) -> bool:
        """Whether what is named like an ornament is one on a page that is no article: it leads elsewhere or says nothing."""
        if self._sizes.is_linked(element) or _EMPTY_NAMES.search(called):
            return True
        words = self._words(element)
        return (
            words == 0
            or (words <= _FEW_WORDS and _SMALL_NAMES.search(called) is not None)
            or self._claims_rights(element)
        )

    def _is_of_a_letter(self, element: Any) -> bool:
        """Whether a header or footer is a letter's head or signature, not a site's."""
        if self._sizes.has_links(element) or self._claims_rights(element):
            return False
        return self._words(element) >= _SENTENCE or OFFICIAL.search(plain(element)) is not None

    def _claims_rights(self, element: Any) -> bool:
        return self._sizes.letters(element) < _LONGEST_RIGHTS and _RIGHTS.search(plain(element)) is not None

    def _leads_elsewhere(self, element: Any) -> bool:
        if self._sizes.letters(element) >= _LONGEST_LABEL:
            return False
        text = plain(element)
        return READ_ALSO.match(text) is not None or (
            _NEWS_ALSO.match(text) is not None and (self.news or self._sizes.is_linked(element))
        )

    def _holds_article(self, element: Any) -> bool:
        """A wrapper may be called `content-with-sidebar`: what holds most of the text is no ornament."""
        return self._sizes.prose(element) > _LONG_PARAGRAPHS or self._sizes.has_title(element)

    def _is_to_fill_in(self, form: Any) -> bool:
        if self._letter or self._holds_article(form) or self._sizes.letters(form) >= 0.5 * self._whole:
            return False
        text = plain(form)
        return self.news or len(text.split()) < _SENTENCE or _COMMENT_FORM.search(text) is not None

    def _words(self, element: Any) -> int:
        return (
            0
            if not (letters := self._sizes.letters(element))
            else letters
            if letters > _MANY_LETTERS
            else len(plain(element).split())
        )

    def _keep_in_mind(self, element: Any) -> None:
        if len(self._hidden) < _MOST_HIDDEN and self._words(element) >= _SENTENCE - 3:
            self._hidden.append(plain(element)[:_LONGEST_LABEL])

    def _is_news(self) -> bool:
        for meta in self._root.iter("meta"):
            named = meta.get("property", "")
            if named.startswith("article:") or (named == "og:type" and meta.get("content") == "article"):
                return True
        for element in self._root.iter("article", "div", "section", "td", "p", "h2", "h3", "h4", "h5", "strong"):
            prose = self._sizes.prose(element)
            if prose >= _NEWS_PARAGRAPHS and (
                element.tag == "article"
                or element.get("itemprop") == "articleBody"
                or _NEWS_NAMES.search(f"{element.get('class', '')[:500]} {element.get('id', '')[:200]}")
            ):
                return True
            if 0 < self._sizes.letters(element) < _LONGEST_LABEL and _NEWS_LABELS.match(plain(element)):
                return True
        return False

    # ------------------------------------------------------------------------------------------------------ frames

    def _open_frames(self) -> None:
        """Put in the pages that frames hold in themselves."""
        for frame in [item for item in self._root.iter("iframe") if (item.get("srcdoc") or "").strip()][:_MOST_FRAMES]:
            try:
                inner = html.document_fromstring(frame.get("srcdoc"), parser=parser())
            except (etree.ParserError, etree.XMLSyntaxError, ValueError):
                continue
            body = inner.find("body")
            shown = body if body is not None else inner
            shown.tag = frame.tag = "div"
            frame.attrib.clear()
            frame.text = None
            frame.append(shown)

    def _is_frame_dropped(self, element: Any) -> bool:
        """Whether a frame says nothing by itself; what it shows is not in the file."""
        source = f"{element.get('src') or element.get('data') or ''} {element.get('srcdoc') or ''}"
        told = self.news or self._letter or _FOREIGN.search(source)
        if (not told or _DOCUMENT.search(source + element.get("type", ""))) and _FRAMES not in self.warnings:
            self.warnings.append(_FRAMES)
        return element.tag != "object" or self._words(element) < _SENTENCE - 3


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
