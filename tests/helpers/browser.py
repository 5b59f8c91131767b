"""A browser for tests: the installed one, a server for a built site, and a watch over both."""

import functools
import http.server
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    FloatRect,
    Locator,
    Page,
    Playwright,
    Request,
    ViewportSize,
)

from helpers import showcase

PROGRAMS = (
    "chromium-headless-shell", "chromium", "google-chrome", "google-chrome-stable",
    "chromium-browser",
)  # fmt: skip
"""The engine by itself comes first: it draws the same pages at a third of the CPU."""
ARGUMENTS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; "
    "object-src 'none'; frame-ancestors 'none'"
)
"""The strictest policy a site can be served with; each breach is a console error."""
WIDE, PHONE, SMALL = 1280, 390, 320
REPORT = f"{showcase.SEED}/index.html"
YEAR, DEPARTMENT = showcase.SEED.split("/")[:2]
FOLDERS = (
    "", "2024/", f"{YEAR}/{DEPARTMENT}/", f"{showcase.SEED}/", "2024/shili-minzheng/elderly-meals/",
    "departments/", "departments/shili-wenlv/", "frames/", "frames/unit-self-evaluation/",
    "rules/", "dictionary/", "sitemap/", "glossary/", "method/",
)  # fmt: skip
PAGES = tuple(f"{folder}index.html" for folder in FOLDERS)
"""One page of every kind, and reports that differ much."""
Visit = Callable[..., Page]
"""Opens a page; see `Visitor.open`."""
Host = Callable[[Path], str]
"""Serves a built site at the address it returns."""
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
ASKED_IN: Mapping[Literal["light", "dark"], Sequence[str]] = MappingProxyType(
    {"light": RULES, "dark": ("color-contrast",)}
)
"""What axe is asked in each scheme: the dark one differs in its colours only."""


def program() -> str | None:
    """The first installed browser that starts; a distribution's may be a stub."""
    found = (path for name in PROGRAMS if (path := shutil.which(name)))
    return next((path for path in found if _works(path)), None)


def _works(path: str) -> bool:
    return subprocess.run([path, "--version"], capture_output=True, check=False).returncode == 0


def launch(playwright: Playwright, path: str) -> Browser:
    """A browser with a profile of its own, gone when it is closed."""
    return playwright.chromium.launch(executable_path=path, args=ARGUMENTS)


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Files under the policy, without a log; a connection stays, as on any web server."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        del format, args


class _Server(http.server.ThreadingHTTPServer):
    """Says nothing when a browser leaves before an answer is complete."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """The address of a server for a built site."""
    handler = functools.partial(_Handler, directory=str(folder))
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


class Visitor:
    """Opens pages, each in a profile of its own, and notes what no page may do.

    That is: complain on the console, or ask anyone but its own site.
    """

    def __init__(self, browser: Browser, site: str) -> None:
        self.faults: list[str] = []
        self._browser, self._site = browser, site
        self._contexts: list[BrowserContext] = []

    def open(
        self, uri: str = REPORT, width: int = WIDE, site: str | None = None, **settings: Any
    ) -> Page:
        """A page of the site, or of another one; settings are those of a Playwright context."""
        own = site or self._site
        viewport = ViewportSize(width=width, height=900)
        context = self._browser.new_context(viewport=viewport, **settings)
        self._contexts.append(context)
        page = context.new_page()
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.faults.append(f"{page.url}: {error}"))
        page.on("request", lambda request: self._request(request, own))
        page.goto(own + uri)
        return page

    def leave(self) -> None:
        """Close all that was opened."""
        for context in self._contexts:
            context.close()

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.faults.append(f"{message.location}: {message.text}")

    def _request(self, request: Request, site: str) -> None:
        if not request.url.startswith((site, "data:", "blob:")):
            self.faults.append(f"asked {request.url}")


def settle(page: Page) -> None:
    """Wait until no colour is on its way: the theme lets a link's fade from scheme to scheme."""
    page.evaluate("Promise.all(document.getAnimations().map((moving) => moving.finished))")


def violations(page: Page, rules: Sequence[str] = RULES) -> list[str]:
    """What axe finds against WCAG 2.2 AA and good practice, or single rules: rule and element."""
    settle(page)
    options = {"runOnly": rules, "resultTypes": ["violations"]}  # what passes is not gathered
    found = Axe().run(page, options=options).response["violations"]
    return [f"{page.url}: {v['id']}: {node['html']}" for v in found for node in v["nodes"]]


_THIN = """() => {
    const shape = (element) => element.tagName + [...element.attributes]
        .map(({name, value}) => name + (/^(class|role|style|type)$/.test(name) ? value : ""))
        .sort()
        + "(" + [...element.children].map(shape).join() + ")";
    for (const parent of document.querySelectorAll("main, main *")) {
        const seen = new Set();
        for (const child of [...parent.children]) {
            if (/^T[DH]$/.test(child.tagName)) continue;  // a row keeps its columns
            const own = shape(child);
            seen.has(own) ? child.remove() : seen.add(own);
        }
    }
}"""


def thin(page: Page) -> None:
    """Leave one of each kind of neighbours, so that axe need not see a thousand that are alike."""
    page.evaluate(_THIN)


def box(element: Locator) -> FloatRect:
    """Where an element is drawn."""
    drawn = element.bounding_box()
    assert drawn is not None
    return drawn


def texts(page: Page, selector: str) -> list[str]:
    """What is shown of each element that matches, on one line."""
    return [" ".join(text.split()) for text in page.locator(selector).all_inner_texts()]
