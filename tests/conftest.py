"""Fixtures that several test modules share."""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from helpers import browser as browsers
from helpers import demo_site, showcase
from helpers.browser import Host, Visit
from hypothesis import settings
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

settings.register_profile("gongkai", deadline=None)  # how fast a machine is proves nothing
settings.load_profile("gongkai")
expect.set_options(timeout=30_000)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files anew; review the diff"
    )


def pytest_xdist_auto_num_workers() -> int:
    """One more worker than cores: there is always one that waits for a browser or a program."""
    return (os.cpu_count() or 1) + 1  # which cores it may use, not every system tells


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a browser, so that nobody has to remember to."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the real report only, to break or extend."""
    return showcase.seed_to(tmp_path)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small copy of the showcase, for what one report in one region does not show."""
    return showcase.small_to(tmp_path)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The showcase, built once, strictly."""
    return showcase.build(showcase.copy_to(tmp_path_factory.mktemp("showcase")))


@pytest.fixture(scope="session")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo the size of a city, to read."""
    return demo_site.made(tmp_path_factory.mktemp("city"), 300)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    path = browsers.program()
    if path is None:
        reason = f"no browser: none of {', '.join(browsers.PROGRAMS)} is installed"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    started = browsers.launch(request.getfixturevalue("playwright"), path)
    yield started
    started.close()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with browsers.serve(site) as served:
        yield served


@pytest.fixture
def host() -> Iterator[Host]:
    """Serves sites, each until all pages that `visit` opened are closed."""
    with ExitStack() as servers:
        yield lambda folder: servers.enter_context(browsers.serve(folder))


@pytest.fixture
def visit(browser: Browser, address: str, host: Host) -> Iterator[Visit]:
    """Opens pages; when the test is over, none of them may have done what pages must not do.

    It is built on `host` so that it ends first: a page that loses its server complains.
    """
    del host
    visitor = browsers.Visitor(browser, address)
    yield visitor.open
    visitor.leave()
    assert visitor.faults == []
