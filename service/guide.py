"""The guide for staff, docs/panduan.md, as a page: the file that developers edit is the one that staff read."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markupsafe import Markup

_FILE = Path(__file__).resolve().parent.parent / "docs" / "panduan.md"


@dataclass(frozen=True, slots=True)
class Guide:
    title: str
    text: Markup  # HTML below the title; each section's heading has its anchor
    sections: tuple[tuple[str, str], ...]  # anchor and name, in their order


@cache
def guide() -> Guide:
    """The guide, rendered once a process."""
    return rendered(_FILE.read_text(encoding="utf-8"))


def rendered(markdown: str) -> Guide:
    """A text whose first heading is its title. HTML in it is shown as text."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.add_render_rule("table_open", lambda *_: '<div class="t-tablewrap"><table class="t-table">')
    parser.add_render_rule("table_close", lambda *_: "</table></div>")
    tokens = parser.parse(markdown)
    title, sections, start = "", [], 0
    for place, token in enumerate(tokens):
        if token.type != "heading_open":
            continue
        name = tokens[place + 1].content
        if token.tag == "h1":
            title, start = name, place + 3  # behind the words and the end of the heading
        elif token.tag == "h2":
            anchor = re.sub(r"\W+", "-", name.lower()).strip("-")
            token.attrSet("id", anchor)
            sections.append((anchor, name))
    html = parser.renderer.render(tokens[start:], parser.options, {})
    return Guide(title, Markup(html), tuple(sections))  # noqa: S704 - the parser escapes what is no Markdown
