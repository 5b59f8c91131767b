"""MkDocs at its best without us, and Zensical, given our finished Markdown.

Both read our sites' settings of the theme and of Markdown. MkDocs runs in our environment, whose
versions of it and of Material are what we build with; its search is the theme's own, off and on.
"""

import shutil
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from bench.ground import MKDOCS, Ground
from bench.peers import installed
from bench.runs import Run, run

_SETTINGS = Path(__file__).parent / "mkdocs.yml"
_SEARCH = {False: "plugins: []\n", True: "plugins: [search]\n"}
ZENSICAL, ZENSICAL_AGAIN = "Zensical, fresh folder", "Zensical, again"


class PlainMkDocs:
    """MkDocs without our plugin."""

    name = "MkDocs"

    def __init__(self) -> None:
        material = metadata.version("mkdocs-material")
        self.version = f"{metadata.version('mkdocs')}, Material {material}"

    def prepare(self, ground: Ground) -> None:
        """A folder for each way."""
        for searches in _SEARCH:
            _lay_out(ground, _folder(ground, searches=searches), searches=searches)

    def turn(self, ground: Ground) -> Iterator[tuple[str, Run]]:
        """Without and with its search; MkDocs keeps nothing between builds."""
        for searches in _SEARCH:
            folder = _folder(ground, searches=searches)
            shutil.rmtree(folder / "site", ignore_errors=True)
            with_search = "with search" if searches else "without search"
            yield f"MkDocs, {with_search}", run([MKDOCS, "build"], folder, folder / "site")


class Zensical:
    """It searches always."""

    name = "Zensical"

    def __init__(self, environment: Path = installed.ENVIRONMENT) -> None:
        self.version = installed.version("zensical", environment)
        self._zensical = installed.script("zensical", environment)

    def prepare(self, ground: Ground) -> None:
        """A folder of its own."""
        _lay_out(ground, ground.folder / "zensical", searches=True)

    def turn(self, ground: Ground) -> Iterator[tuple[str, Run]]:
        """A fresh folder, and the same again with what it keeps."""
        if self._zensical is None:
            return
        folder = ground.folder / "zensical"
        for left in ("site", ".cache"):
            shutil.rmtree(folder / left, ignore_errors=True)
        yield ZENSICAL, run([self._zensical, "build"], folder, folder / "site")
        yield ZENSICAL_AGAIN, run([self._zensical, "build"], folder, folder / "site")


def _folder(ground: Ground, *, searches: bool) -> Path:
    return ground.folder / ("mkdocs-search" if searches else "mkdocs")


def _lay_out(ground: Ground, folder: Path, *, searches: bool) -> None:
    shutil.copytree(ground.markdown, folder / "docs")
    settings = _SETTINGS.read_text(encoding="utf-8") + _SEARCH[searches]
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
