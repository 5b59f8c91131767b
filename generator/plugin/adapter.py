"""The MkDocs plugin `gongkai`: artifacts become files, diagnostics become messages.

MkDocs empties its site folder before it builds. The plugin therefore lets it build into a staging
folder beside the real one and switches the two at the very end, so that whatever fails, and
whenever, the published site stays as it was.
"""

import logging
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal

import click
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext

from generator import artifacts, site, streams
from generator.batches import ALONE, CrewError, work_ahead
from generator.diagnostics.formats import as_text
from generator.intake import content
from generator.intake.kinds import PUBLISHER
from generator.intake.known_files import NOTHING_KNOWN
from generator.intake.last_good import LastGood
from generator.model.frames import BUILT_IN
from generator.model.looks import Looks
from generator.pages.addresses import HOME_URI, SITEMAPS
from generator.pages.templating import TEMPLATES
from generator.pages.theme import THEME
from generator.plugin import faults, looks
from generator.plugin.address import must_be_free
from generator.plugin.closing import closing_line
from generator.plugin.compiled import Compiled
from generator.plugin.fast_way import Compared, FastWay, fast_way
from generator.plugin.files import (
    as_setting,
    edited_in,
    hand_over,
    none_left_out,
    without_theme_scripts,
)
from generator.plugin.layers import lay, with_beneath
from generator.plugin.looks import NO_BRAND, brand
from generator.plugin.memory import Memory
from generator.plugin.mistakes import writing
from generator.plugin.settings import Options, crew, fit
from generator.plugin.splicing import Splicing
from generator.plugin.watching import Watched, rebuild
from generator.progress import INDEX, SILENT, Told
from generator.release.lock import BuildLock, BusyError
from generator.release.switch import Staging
from generator.site import Site
from generator.store import Store, StoredFiles

_logger = logging.getLogger("mkdocs")
_UNDATED = "1980-01-01"
"""The date of a page that names none: a clock would make two builds of one input differ."""


class GongkaiPlugin(BasePlugin[Options]):
    """Hands the site over to MkDocs; kept between the rebuilds of a preview."""

    def __init__(self) -> None:
        self._last_good: LastGood | None = None
        self._warnings = CountHandler(level=logging.WARNING)
        self._staging: Staging | None = None
        self._lock: BuildLock | None = None
        self._told: set[str] = set()
        self._settings: MkDocsConfig | None = None
        self._site = Site((), (), (), (), ())
        self._fast = FastWay(self._say)
        self._splicing: Splicing | None = None
        self._memory: Memory | None = None
        self._crew = ALONE
        self._progress = SILENT
        self._compiled, self._compared = Compiled(), Compared()
        self._looks, self._brand = Looks(), NO_BRAND
        self._common: Mapping[str, object] = {}
        """What the theme shows on all pages."""
        self._nav: Navigation | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Let no sign stop the output; being here at all keeps the instance between rebuilds."""
        del dirty
        streams.carry_all()
        self._last_good = LastGood() if command == "serve" else None
        self._told.clear()
        self._compiled, self._compared = Compiled(), Compared()

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> None:
        """Point the build at the staging folder, the theme at our overrides."""
        lay(config)
        root = self._root(config)
        folder = root / self.config.content
        if (absent := content.missing(folder, root)) is not None:
            raise PluginError(str(absent))
        config.watch.append(str(folder))
        fit(config, folder)
        self._crew = crew(self.config)
        self._warnings = CountHandler(level=logging.WARNING)
        if config.strict:
            # With -q MkDocs drops warnings before it counts them, and strict would pass anything.
            _logger.setLevel(min(_logger.level, logging.WARNING))
            _logger.addHandler(self._warnings)
        with writing(config.site_dir):
            self._staging, self._settings = Staging(Path(config.site_dir)), config
            self._lock = self._locked(self._staging)
            self._staging.begin()
        config.site_dir = str(self._staging.folder)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Build the Markdown tree; report everything, then decide."""
        root = self._root(config)
        folder = root / self.config.content
        previewing = self._last_good is not None
        is_told = _logger.isEnabledFor(logging.INFO)  # not with -q
        self._progress = Told(sys.stderr) if is_told else SILENT
        if self.config.store:
            self._memory = Memory.of(config, folder, root, is_preview=previewing)
        elif not self._crew.is_alone:
            self._memory = Memory.passing()
        store = self._memory.store if self._memory else None
        if store is not None:
            self._share(folder, root, store, is_preview=previewing)
        loaded = content.load(
            folder, root, StoredFiles(store) if store else NOTHING_KNOWN, self._progress
        )
        if self._last_good:
            loaded = self._last_good.mended(loaded, root)
        self._site = site.publish(loaded, preview=previewing, store=store, progress=self._progress)
        click.echo(as_text(self._site.diagnostics), err=True, nl=False)
        if (stopping := self._site.stopping) and not previewing:
            raise PluginError(f"有 {len(stopping)} 处必须先处理，没有生成网站；原有网站保持不变")
        publisher = loaded.publisher
        file = (folder / PUBLISHER.path).relative_to(root).as_posix()
        if publisher is not None and publisher.name != config.site_name:
            self._say(
                f"页面上的网站名称取自 {file} 的名称「{publisher.name}」；"
                f"mkdocs.yml 的 site_name「{config.site_name}」没有使用，请改为一致"
            )
        self._looks = publisher.looks if publisher else Looks()
        self._brand = brand(self._looks, config, file)
        self._common = {
            "publisher": publisher,
            "brand": self._brand,
            "notices": self._site.notices,
            "is_preview": previewing,
        }
        told = self._site.diagnostics if previewing else ()
        listed = [str(fault) for fault in told if fault.is_open]
        config.extra["gongkai"] = {**self._common, "faults": listed}

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Hand the artifacts over, and put their navigation before the hand-written pages."""
        root = self._root(config)
        without_theme_scripts(files, config)
        faults.place(self._site if self._last_good is not None else None, files, config)
        looks.place(self._looks, files, config)
        none_left_out(files, self._brand.pictures, is_preview=self._last_good is not None)
        edited_in(root, files)
        by_hand = config.nav
        if by_hand is None:
            by_hand = [f.src_uri for f in files.documentation_pages() if f.src_uri != HOME_URI]
        made = self._site
        self._fast = fast_way(
            config, self, self._say, wanted=self.config.fast, compared=self._compared
        )
        apart = hand_over(made.pages, made.navigation, files, config, self._fast)
        self._splicing = Splicing(
            apart, [page.uri for page in made.pages], config, self._fast, self._progress
        )
        config.nav = [*map(as_setting, made.navigation), *by_hand]
        return self._splicing.known_to(files)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Date the pages by their content, before the sitemap asks."""
        del config
        self._nav = nav
        for file in files.documentation_pages():
            if file.page is not None:
                file.page.update_date = _UNDATED

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """MkDocs begins to write: index and pages apart go straight to their places."""
        env.bytecode_cache = self._compiled
        env.loader = with_beneath(env.loader, config.theme)
        known = self._memory and self._memory.index(self._published())
        index = self._site.indexed(known) if known else self._site.index
        results = len(self._site.catalog.entries) if self._site.catalog else 0
        followed = self._progress.over(INDEX, index, results)
        artifacts.write(followed, Path(config.site_dir), links=True)
        artifacts.write(self._site.taken_along, Path(config.site_dir))
        if self._splicing is not None and self._nav is not None:
            if self._memory is not None:
                common = (self._site.navigation, self._common)
                self._splicing.known = self._memory.pages(self._published(), common)
            self._splicing.write(env, self._nav, files)
            if (home := self._nav.homepage) is not None:
                # The packed sitemap is dated by the newest page that MkDocs knows.
                home.update_date = max(home.update_date, self._splicing.newest)
            _logger.debug("%d 个页面拼入 %d 个外壳", self._splicing.spliced, self._splicing.shells)
            _logger.debug("%d 个页面沿用原有网站的", self._splicing.kept)
        _logger.debug("%d 个页面由 Python-Markdown 排版", self._fast.refused)
        return env

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Let the sitemap list the pages apart too."""
        del template_name
        if self._splicing is not None and config.site_url:
            context["pages"] = self._splicing.among(context["pages"])
        return context

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Date a page by its own front matter."""
        del config, files
        page.update_date = str(page.meta.get("updated", _UNDATED))
        return markdown

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Switch the folders, unless strict mode is about to refuse the build."""
        if not config.site_url:
            for name in SITEMAPS:  # without an address there is nothing to list
                (Path(config.site_dir) / name).unlink(missing_ok=True)
        refused = config.strict and self._warnings.get_counts()
        if self._staging is not None and not refused:
            with writing(str(self._staging.target)):
                note = self._staging.commit()
            if note:
                self._say(note)
            if self._memory is not None:
                self._memory.store.keep()
            if self._last_good is None:
                click.echo(closing_line(self._site, self._staging.target))
        self._leave()

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[[], None]
    ) -> LiveReloadServer:
        """Rebuild when a file of ours changes, and go on serving when that fails."""
        must_be_free(*config.dev_addr)
        own = (THEME, TEMPLATES, BUILT_IN)
        for folder in own:
            server.watch(str(folder))
        paths = [config.docs_dir, config.config_file_path, *config.watch, *map(str, own)]
        watched = Watched(Path(path) for path in paths)
        server.builder = lambda: rebuild(watched, builder)
        return server

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the published site as it is, and no litter."""
        del error
        self._leave()

    def _published(self) -> Path:
        """The folder of the site as it stands until the switch."""
        if self._staging is None:
            raise RuntimeError("asked for outside a build")
        return self._staging.target

    def _share(self, folder: Path, root: Path, store: Store, *, is_preview: bool) -> None:
        """Let others work out what is not known of the records yet."""
        try:
            ahead = work_ahead(folder, root, store, self._crew, is_preview=is_preview)
        except CrewError as nobody:
            raise PluginError(f"mkdocs.yml 中的 {nobody}") from None
        if ahead.note:
            self._say(ahead.note)
        _logger.debug("%d 份记录分批处理", ahead.records)

    def _say(self, note: str) -> None:
        """Say something once: a preview builds again and again."""
        if note not in self._told:
            self._told.add(note)
            click.echo(note, err=True)

    def _leave(self) -> None:
        """Give MkDocs its settings back and remove what was staged."""
        _logger.removeHandler(self._warnings)
        if self._staging is not None and self._settings is not None:
            self._settings.site_dir = str(self._staging.target)
            self._staging.discard()
        if self._lock is not None:
            self._lock.release()
        if self._memory is not None:
            self._memory.store.close()
        self._staging = self._settings = self._lock = self._memory = None

    def _locked(self, staging: Staging) -> BuildLock:
        """The lock of a site; a preview's, which has a folder of its own, is never waited for."""
        lock = BuildLock(staging.target)
        try:
            lock.acquire(lambda text: click.echo(text, err=True))
        except BusyError as busy:
            self._staging = None  # it is the other build's
            raise PluginError(str(busy)) from None
        return lock

    def _root(self, config: MkDocsConfig) -> Path:
        """The project: where mkdocs.yml lies."""
        return Path(config.config_file_path).resolve().parent
