"""Fixtures that several test modules share."""

from pathlib import Path

import pytest
import showcase
from hypothesis import settings

settings.register_profile("gongkai", deadline=None)  # how fast a machine is proves nothing
settings.load_profile("gongkai")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files anew; review the diff"
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small copy of the showcase to break or extend."""
    return showcase.small_to(tmp_path)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The showcase, built once, strictly."""
    return showcase.build(showcase.copy_to(tmp_path_factory.mktemp("showcase")))
