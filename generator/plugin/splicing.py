"""Pages written straight into the site, one after another, each into the shell of its sort.

Most pages of a site are reports and lists of them. They share nearly all that the theme prints, and
nobody but us takes part in making them: so each is made, put into its shell, written and forgotten.
"""

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator import disk
from generator.pages.page_artifact import PageArtifact
from generator.plugin.apart import AllPages, FilesWithApart
from generator.plugin.fast_way import FastWay
from generator.plugin.ready_pages import ReadyFile, ReadyPage
from generator.plugin.shell import MisfitError, Shell, Sort, parts_of, shell_of, sort_of
from generator.progress import PAGES, SILENT, Progress
from generator.store.pages import StoredPages

_logger = logging.getLogger("mkdocs")
_TEMPLATE = "main.html"
_PAGE_FILE = "index.html"


class Splicing:
    """The pages of one build that are kept apart from MkDocs, and how they are written."""

    def __init__(
        self, apart: Mapping[str, PageArtifact], order: Sequence[str], config: MkDocsConfig,
        fast: FastWay, progress: Progress = SILENT,
    ) -> None:  # fmt: skip
        self._apart, self._order = apart, order
        self._config, self._fast, self._progress = config, fast, progress
        self.known: StoredPages | None = None
        """Finished pages of an earlier build."""
        self._shells: dict[Sort, Shell] = {}
        self.newest = ""
        """The latest date of the pages written."""
        self.spliced = 0
        """Pages that were put into shells."""
        self.kept = 0
        """Pages that still hold as they are."""

    @property
    def shells(self) -> int:
        """How many sorts of pages there are."""
        return len(self._shells)

    def known_to(self, files: Files) -> FilesWithApart:
        """Files among which links find the pages apart."""
        return FilesWithApart(files, self._apart, self._page)

    def among(self, built: Sequence[File]) -> AllPages:
        """All pages of the site."""
        return AllPages(built, self._apart, self._order, self._page)

    def write(self, env: Environment, nav: Navigation, files: Files) -> None:
        """Write all pages apart into the site folder."""
        theme = _Theme(env, nav, self._config, files)
        asked = files.asked if isinstance(files, FilesWithApart) else {}
        with_links = []
        apart = self._apart
        for uri, artifact in self._progress.over(PAGES, apart.items(), len(apart)):
            self.newest = max(self.newest, str(artifact.updated or ""))
            known = self.known if self._fast.splices and uri not in asked else None
            if known is not None and self._is_kept(artifact, known):
                continue
            page = asked.get(uri) or self._page(artifact)
            try:
                output = self._write_page(page, theme, files)
                if known is not None and self._fast.splices:
                    known.learn(artifact, output)
            except Exception as error:
                _logger.error("Error building page '%s': %s", uri, error)  # noqa: TRY400 - as MkDocs says it
                raise
            if uri in asked:
                page.present_anchor_ids  # noqa: B018 - found while there is a text to search
            if page.links_to_anchors:
                with_links.append(page)
        for page in with_links:
            level = self._config.validation.links.anchors
            page.validate_anchor_links(files=files, log_level=level)

    def _write_page(self, page: ReadyPage, theme: "_Theme", files: Files) -> bytes:
        page.read_source(self._config)
        page.render(self._config, files)
        output = self._output(page, theme).encode(errors="xmlcharrefreplace")
        self._place(page.artifact).write_bytes(output)
        return output

    def _is_kept(self, artifact: PageArtifact, known: StoredPages) -> bool:
        """Whether a page still holds as it stands in the published site, and is there again."""
        file = known.file(artifact, artifact.output)
        if file is None:
            return False
        disk.link(file, self._place(artifact))
        self.kept += 1
        return True

    def _place(self, artifact: PageArtifact) -> Path:
        """Where a page is written; its folder is there."""
        place = Path(self._config.site_dir, artifact.output)
        place.parent.mkdir(parents=True, exist_ok=True)
        return place

    def _page(self, artifact: PageArtifact) -> ReadyPage:
        file = ReadyFile(artifact, self._config, InclusionLevel.NOT_IN_NAV)
        return ReadyPage(None, file, self._config, self._fast)

    def _output(self, page: ReadyPage, theme: "_Theme") -> str:
        """A page as the theme renders it; the first of each sort is rendered both ways, once."""
        if not self._fast.splices:
            return theme.rendered(page)
        sort = sort_of(page, theme.folder_above(page))
        parts = parts_of(page, theme.env, self._config)
        if (known := self._shells.get(sort)) is not None:
            self.spliced += 1
            return known.filled(page, parts)
        name = repr(sort)
        ordinary = None if name in self._fast.compared else theme.rendered(page)
        with suppress(MisfitError):
            shell = shell_of(sort, theme.env, self._config, theme.rendered)
            filled = shell.filled(page, parts)
            if ordinary in (None, filled):
                self._shells[sort] = shell
                self._fast.compared.add(name)
                return filled
        self._fast.close_splicing(f"主题排出的页面拼接后会不同（{page.file.src_uri}）")
        return ordinary or theme.rendered(page)


class _Theme:
    """The theme of a build, as MkDocs renders pages with it."""

    def __init__(
        self, env: Environment, nav: Navigation, config: MkDocsConfig, files: Files
    ) -> None:
        self.env = env
        self._nav, self._config = nav, config
        self._pages = files.documentation_pages()
        self._folders = {url.removesuffix(_PAGE_FILE) for url in _urls(nav.items)}

    def rendered(self, page: Page) -> str:
        """A page, without the events that nobody takes part in."""
        page.active = True
        context = get_context(self._nav, self._pages, self._config, page)
        html = self.env.get_template(_TEMPLATE).render(context)
        page.active = False
        return html

    def folder_above(self, page: Page) -> str:
        """The innermost folder with an entry in the navigation that a page lies in, or none.

        Such an entry is marked as current.
        """
        folder = page.url.removesuffix(_PAGE_FILE)
        while folder and folder not in self._folders:
            folder = folder.rstrip("/").rpartition("/")[0]
            folder = f"{folder}/" if folder else ""
        return folder


def _urls(items: Sequence[object]) -> Iterator[str]:
    """The addresses of all entries of a navigation."""
    for item in items:
        if url := getattr(item, "url", None):
            yield url
        yield from _urls(getattr(item, "children", None) or ())
