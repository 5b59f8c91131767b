"""What is installed in the peers' own environment."""

from importlib import metadata
from pathlib import Path

ENVIRONMENT = Path(__file__).parents[2] / ".venv-bench"
"""Made by make from requirements-bench.lock; the peers are no dependency of the project."""
_SCRIPTS = ("bin", "Scripts")


def script(name: str, environment: Path) -> Path | None:
    """The command of a package; None where it is not installed."""
    found = (environment / folder / name for folder in _SCRIPTS)
    return next((path for path in found if path.is_file()), None)


def binary(inside: str, environment: Path) -> Path | None:
    """A program that a package carries, by its path among the packages.

    It is called without the Python command in front of it, whose start would be counted.
    """
    found = (packages / inside for packages in _packages(environment))
    return next((path for path in found if path.is_file()), None)


def version(name: str, environment: Path) -> str:
    """The version of a package; empty where it is not installed."""
    paths = [str(path) for path in _packages(environment)]
    found = (one.version for one in metadata.distributions(name=name, path=paths))
    return next(found, "")


def _packages(environment: Path) -> list[Path]:
    return sorted(environment.glob("lib/python3*/site-packages"))
