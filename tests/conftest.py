"""Fixtures that several test modules share."""

from pathlib import Path

import pytest
import showcase


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files anew; review the diff"
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the showcase to break or extend."""
    return showcase.copy_to(tmp_path)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The showcase, built once, strictly."""
    return showcase.build(showcase.copy_to(tmp_path_factory.mktemp("showcase")))
