"""Search as a reader meets it: the size of the index, what a first query fetches, what one takes.

The questions are those of the tests, asked in a real browser of a server on this machine.
"""

import random
import statistics
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from helpers import browser as browsers
from helpers import search_engine
from helpers.search_queries import Demo, questions
from playwright.sync_api import Browser, sync_playwright

EACH = 8
"""Questions of each group."""
FIRST = 20
"""Of all questions, so many begin a visit of their own."""
GUIDE = {"median": 50, "p95": 150}
"""Milliseconds a query with new words may take at 3,000 reports."""
TWICE = """async text => {
  const took = async () => {
    const start = performance.now()
    await gongkaiSearch.query(text)
    return performance.now() - start
  }
  return [await took(), await took()]
}"""


def measure(project: Path) -> None:
    """Build the index of a project and ask it."""
    folder = search_engine.page_of(project)
    files = list((folder / "search/index").iterdir())
    demo = Demo(project)
    size = sum(file.stat().st_size for file in files)
    _say(
        f"{len(demo.texts):,} reports: {len(files):,} files of {size / 1e6:.1f} MB,"
        f" {size / len(demo.texts) / 1000:.1f} KB for each report"
    )
    asked = [question.typed for question in questions(demo, EACH, seed=1)]
    random.Random(1).shuffle(asked)  # noqa: S311 - chance by seed keeps no secret
    path = browsers.program()
    if path is None:
        raise SystemExit("no browser is installed")
    with sync_playwright() as playwright, browsers.serve(folder) as address:
        browser = browsers.launch(playwright, path)
        _first(browser, address, folder, asked[:FIRST])
        _warm(browser, address, asked)
        browser.close()


def _first(browser: Browser, address: str, folder: Path, asked: Sequence[str]) -> None:
    """What a visit fetches until its first results stand."""
    visits = [_visited(browser, address, folder, text) for text in asked]
    for name, values in zip(
        ("requests", "KB", "KB compressed"), zip(*visits, strict=True), strict=True
    ):
        _say(f"  {_middle(values):7.0f} (p95 {_p95(values):5.0f})  {name} for a first query")


def _visited(browser: Browser, address: str, folder: Path, text: str) -> tuple[float, ...]:
    """Scripts, their KB and their KB compressed."""
    context = browser.new_context()
    page = context.new_page()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(address + search_engine.PAGE)
    search_engine.ask(page, text)
    context.close()
    files = [folder / urlsplit(url).path.lstrip("/") for url in fetched]
    scripts = [file.read_bytes() for file in files if file.suffix == ".js"]
    packed = sum(len(zlib.compress(script)) for script in scripts)
    return len(scripts), sum(map(len, scripts)) / 1000, packed / 1000


def _warm(browser: Browser, address: str, asked: Sequence[str]) -> None:
    """One visit that goes on: each query with new words, and once more."""
    page = browser.new_page()
    page.goto(address + search_engine.PAGE)
    search_engine.ask(page, asked[0])
    pairs = [page.evaluate(TWICE, text) for text in asked[1:]]
    for name, values in zip(
        ("with new words", "asked again"), zip(*pairs, strict=True), strict=True
    ):
        _say(f"  {_middle(values):7.1f} (p95 {_p95(values):5.1f})  ms for a query {name}")
    ratio = statistics.median(new / again for new, again in pairs)
    _say(f"  {ratio:7.2f} ×            a query with new words to the same asked again")
    _say(f"  guides at 3,000 reports: {GUIDE['median']} ms, p95 {GUIDE['p95']} ms")


def _middle(values: Sequence[float]) -> float:
    return statistics.median(values)


def _p95(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
