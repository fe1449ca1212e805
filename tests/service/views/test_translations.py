"""English is whole: every text has a translation with the same placeholders, and no page falls back to Indonesian."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_keywords
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from flask import Flask
from flask.testing import FlaskClient

from service.resources import Resources
from storage.models import Role
from tests.follow_up_rows import TODAY, agreement, document, recommendation, visit
from tests.service.views.pages import pages_of

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "service" / "translations" / "en" / "LC_MESSAGES"
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    **parse_keywords(["_l", "Told", "Refused", "AccountError", "_required:2", "_known", "__init__"]),
}
SPOKEN_IN = ((ROOT / "service", ("**.py", "python")), (ROOT / "templates", ("**.html", "jinja2")))
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|%%")


@cache
def _catalog() -> Catalog:
    with (FOLDER / "messages.po").open("rb") as stream:
        return read_po(stream, locale="en")


def _spoken() -> Iterator[tuple[str, ...]]:
    """Every text of templates, views, filters, errors and steps: one form, or singular and plural."""
    for folder, method in SPOKEN_IN:
        for _file, _line, message, _comments, _context in extract_from_dir(
            folder, [method], keywords=KEYWORDS, directory_filter=lambda _path: True
        ):
            yield (message,) if isinstance(message, str) else tuple(message)


def _forms(message: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else tuple(message or ())


def test_every_text_has_a_translation() -> None:
    known = _catalog()
    found = {forms for forms in _spoken() if forms[0]}
    assert len(found) > 700
    translated = {forms[0] for forms in found if (entry := known.get(forms[0])) and all(_forms(entry.string))}
    assert sorted(forms[0] for forms in found if forms[0] not in translated) == []


def test_no_translation_is_left_over() -> None:
    spoken = {forms[0] for forms in _spoken()}
    assert [message.id for message in _catalog() if message.id and _forms(message.id)[0] not in spoken] == []


def test_placeholders_are_the_same() -> None:
    for message in _catalog():
        if message.id:
            wanted = sorted(match.group() for match in PLACEHOLDER.finditer(_forms(message.id)[-1]))
            last = _forms(message.string)[-1]
            assert sorted(match.group() for match in PLACEHOLDER.finditer(last)) == wanted, message.id


def test_what_is_compiled_is_what_is_written() -> None:
    compiled = read_mo(BytesIO((FOLDER / "messages.mo").read_bytes()))
    written = {_forms(message.id): _forms(message.string) for message in _catalog() if message.id}
    assert {_forms(message.id): _forms(message.string) for message in compiled if message.id} == written


class _Texts(HTMLParser):
    """The texts of a page as people read them, attributes for the screen reader among them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.skipping = False
        self.foreign = ""  # the element that says that it is in Indonesian, as the guide for staff is

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.skipping = tag in {"script", "style"}
        if not self.foreign and ("lang", "id") in attrs:
            self.foreign = tag
        self.found |= {text for name, text in attrs if name in {"aria-label", "placeholder", "title"} and text}

    def handle_endtag(self, tag: str) -> None:
        if tag == self.foreign:
            self.foreign = ""

    def handle_data(self, data: str) -> None:
        if not self.skipping and not self.foreign:
            self.found.add(" ".join(data.split()))


@pytest.fixture
def rows(resources: Resources) -> None:
    with resources.database.transaction() as session:
        report = document(session, "Report of a stay", "report")
        agreement(session, "Province A", "Province B", title="Agreement", signed_on=TODAY, ends_on=TODAY)
        recommendation(session, "Draw the tree", document=report, due=TODAY, page=1)
        visit(session, "Province A", "Province B", promised=False, promised_on=TODAY, document_id=report.id, key="v")


@pytest.mark.usefixtures("rows")
def test_no_english_page_falls_back_to_indonesian(app: Flask, signed_in: Callable[..., FlaskClient]) -> None:
    browser = signed_in(Role.ADMIN, name="Ann Lee")
    browser.post("/bahasa/en", data={"next": "/"})
    same = {"OPD", "PIC", "Tilik", "Status", "Menu", "Unit", "Program"}
    source = {
        text
        for message in _catalog()
        if message.id and message.id != message.string
        for text in _forms(message.id)
        if text not in same and "%(" not in text
    }
    left: dict[str, set[str]] = {}
    for path in (*pages_of(app), "/tidak-ada"):
        answer = browser.get(path)
        assert '<html lang="en">' in answer.text, path
        texts = _Texts()
        texts.feed(answer.text)
        if found := texts.found & source:
            left[path] = found
    assert left == {}


def test_every_page_leads_back_to_itself_when_switched(app: Flask, admin: FlaskClient) -> None:
    for path in pages_of(app):
        page = admin.get(path).text
        if "/bahasa/en" in page:
            answer = admin.post("/bahasa/en", data={"next": path})
            assert answer.location == path
            assert admin.post("/bahasa/id", data={"next": path}).location == path
