"""A real Chromium before the served application; documents are read by the reader that a worker uses."""

import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright
from werkzeug.serving import make_server

from service.isolation import IsolatedReader
from service.resources import Resources
from service.steps.read import read
from storage import documents
from tests.conftest import PASSWORD, needs

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
]
DESK: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    needs(CHROMIUM is not None, "Chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    """Where the application is served, its forms guarded by their token as in use."""
    app.config["WTF_CSRF_ENABLED"] = True
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join(timeout=10)
    server.server_close()


@dataclass
class Visitor:
    """One person's browser; whatever its console reports as wrong is collected."""

    context: BrowserContext
    page: Page
    address: str
    wrong: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        self.page.goto(self.address + path)
        return self.page

    def sign_in(self, email: str) -> None:
        self.open("/masuk")
        self.page.fill("#email", email)
        self.page.fill("#password", PASSWORD)
        self.page.click("main button[type=submit].btn-primary")
        self.page.wait_for_url(self.address + "/")

    def overhang(self) -> int:
        """By how many pixels the page is wider than its window."""
        width: int = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        return width


@pytest.fixture
def visitor(chromium: Browser, address: str) -> Iterator[Callable[..., Visitor]]:
    """Open another person's browser, by default with the window of a desk."""
    contexts: list[BrowserContext] = []

    def arrive(window: ViewportSize = DESK) -> Visitor:
        context = chromium.new_context(viewport=window, locale="id-ID", accept_downloads=True)  # type: ignore[arg-type]
        context.set_default_timeout(15_000)
        contexts.append(context)
        one = Visitor(context, context.new_page(), address)

        def note(message: object, kind: str, text: str) -> None:
            one.wrong.append(f"{one.page.url}: {kind}: {text}")

        one.page.on("console", lambda m: note(m, m.type, m.text) if m.type in ("error", "warning") else None)
        one.page.on("pageerror", lambda error: note(error, "exception", str(error)))
        return one

    yield arrive
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def _reader() -> Iterator[IsolatedReader]:
    reader = IsolatedReader(seconds=60, memory_mb=1536)
    yield reader
    reader.close()


@pytest.fixture
def reading(resources: Resources, _reader: IsolatedReader) -> Iterator[None]:
    """What is uploaded meanwhile is read, as by a worker, one document after another."""
    done = threading.Event()

    def work() -> None:
        _reader.start()
        while not done.wait(0.1):
            with resources.database.session() as session:
                waiting = [document.id for document in documents.waiting(session)]
            for document_id in waiting:
                read(resources, _reader, document_id)

    thread = threading.Thread(target=work)
    thread.start()
    yield
    done.set()
    thread.join(timeout=120)
