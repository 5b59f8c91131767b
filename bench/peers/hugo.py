"""Hugo, given our finished Markdown; and Pagefind over the pages it made.

Hugo neither reads records nor checks them, and makes no search. Its theme is the least that prints
a page: our Markdown brings headings, tables and lists of its own.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

from bench.ground import Ground
from bench.peers import installed
from bench.runs import FailedError, Run, run

FRESH, AGAIN, WITH_SEARCH = "Hugo, fresh folder", "Hugo, again", "Hugo + Pagefind"
_SITE = Path(__file__).parent / "hugo"
_PAGE, _SECTION, _MADE = "index.md", "_index.md", "index.html"


class Hugo:
    """`searches` says whether Pagefind follows, where it is installed."""

    name = "Hugo"

    def __init__(self, environment: Path = installed.ENVIRONMENT, *, searches: bool = True) -> None:
        self.version = installed.version("hugo", environment)
        self._hugo = installed.binary("hugo/binaries/hugo", environment)
        extended = "pagefind_bin_extended/pagefind_extended"
        self._pagefind = installed.binary(extended, environment) if searches else None

    def prepare(self, ground: Ground) -> None:
        """The tree as Hugo reads it."""
        shutil.copytree(_SITE, _folder(ground))
        shutil.copytree(ground.markdown, _folder(ground) / "content")
        name_sections(_folder(ground) / "content")

    def turn(self, ground: Ground) -> Iterator[tuple[str, Run]]:
        """A fresh folder, the same again, and the search over it."""
        if self._hugo is None:
            return
        folder = _folder(ground)
        public = folder / "public"
        for left in (public, folder / "resources"):
            shutil.rmtree(left, ignore_errors=True)
        made = run([self._hugo, "--quiet"], folder, public)
        whole(ground.markdown, public)
        yield FRESH, made
        yield AGAIN, run([self._hugo, "--quiet"], folder, public)
        if self._pagefind is not None:
            found = run([self._pagefind, "--site", public], folder, public / "pagefind")
            yield WITH_SEARCH, made + found


def name_sections(content: Path) -> None:
    """Name the pages that have pages below them as Hugo does.

    To Hugo an `index.md` is a leaf, and pages below a leaf are not written.
    """
    pages = sorted(content.rglob(_PAGE))
    with_pages = {above for page in pages for above in page.parent.parents}
    for page in pages:
        if page.parent in with_pages:
            page.rename(page.with_name(_SECTION))


def whole(markdown: Path, public: Path) -> None:
    """Raise FailedError unless each of our pages has become one of Hugo's.

    Hugo may make more: a page of its own for a folder in which only folders lie.
    """
    given = {page.parent.relative_to(markdown) for page in markdown.rglob("*.md")}
    made = {page.parent.relative_to(public) for page in public.rglob(_MADE)}
    if missing := given - made:
        raise FailedError(f"Hugo made no page of {len(missing)}, {min(missing)} among them")


def _folder(ground: Ground) -> Path:
    return ground.folder / "hugo"
