"""One build after another: artifacts become files of MkDocs, diagnostics become messages.

MkDocs empties its site folder before it builds. The plugin therefore lets it build into a staging
folder beside the real one and switches the two at the very end, so that whatever fails, and
whenever, the published site stays as it was.
"""

import logging
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import click
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext

from generator import artifacts, collector, site
from generator.batches import CrewError, work_ahead
from generator.diagnostics.formats import as_text
from generator.intake import content
from generator.intake.kinds import PUBLISHER
from generator.intake.known_files import NOTHING_KNOWN
from generator.intake.last_good import LastGood
from generator.model.frames import BUILT_IN
from generator.model.looks import Looks
from generator.pages.addresses import HOME_URI, SITEMAPS
from generator.pages.templating import TEMPLATES, compiled
from generator.pages.theme import THEME
from generator.plugin import faults, looks, styles
from generator.plugin.address import must_be_free
from generator.plugin.assets import mark_of
from generator.plugin.closing import closing_line
from generator.plugin.crew import crew
from generator.plugin.fast_way import Compared, FastWay, fast_way, has_company
from generator.plugin.files import (
    as_setting,
    edited_in,
    hand_over,
    none_left_out,
    say_unlisted,
    without_theme_scripts,
)
from generator.plugin.ground import Ground
from generator.plugin.heard import Heard
from generator.plugin.layers import lay, with_beneath
from generator.plugin.looks import NO_BRAND, brand
from generator.plugin.memory import Memory
from generator.plugin.options import Options
from generator.plugin.settings import fit, know_ids
from generator.plugin.splicing import Splicing
from generator.plugin.watching import Watched, rebuild
from generator.progress import INDEX, SILENT, Told
from generator.site import Site
from generator.store.pages import StoredProofs
from generator.store.program import program
from generator.store.rooms import StoredFiles
from generator.store.seen import Seen
from generator.store.standing import Standing, Words
from generator.store.store import Store

_logger = logging.getLogger("mkdocs")


class Making:
    """Makes the site; kept between the rebuilds of a preview."""

    def __init__(self, plugin: object, options: Options, *, is_preview: bool) -> None:
        self._plugin, self._options = plugin, options
        self._last_good = LastGood() if is_preview else None
        self._warnings, self._heard = CountHandler(level=logging.WARNING), Heard()
        self._ground: Ground | None = None
        self._told: set[str] = set()
        self._site = Site((), (), (), (), ())
        self._fast = FastWay(self._say)
        self._splicing: Splicing | None = None
        self._stands: Standing | None = None
        self._seen = Seen()
        self._memory: Memory | None = None
        self._crew = crew(options)
        self._progress = SILENT
        self._compared = Compared()
        self._looks, self._brand = Looks(), NO_BRAND
        self._common: Mapping[str, object] = {}
        """What the theme shows on all pages."""
        self.nav: Navigation | None = None
        """The ways through the site, once they are laid out."""

    def begin(self, config: MkDocsConfig, stands: Standing | None = None) -> None:
        """Point the build at the staging folder, the theme at our overrides.

        `stands` is told what was built.
        """
        collector.eased()
        self._stands = stands
        if stands is not None:
            self._seen = stands.seen
        lay(config)
        root = self._root(config)
        folder = root / self._options.content
        if (absent := content.missing(folder, root)) is not None:
            raise PluginError(str(absent))
        config.watch.append(str(folder))
        fit(config, folder)
        self._warnings, self._heard = CountHandler(level=logging.WARNING), Heard()
        _logger.addHandler(self._heard)
        if config.strict:
            # With -q MkDocs drops warnings before it counts them, and strict would pass anything.
            _logger.setLevel(min(_logger.level, logging.WARNING))
            _logger.addHandler(self._warnings)
        self._ground = Ground(config)

    def read(self, config: MkDocsConfig) -> None:
        """Build the Markdown tree; report everything, then decide."""
        root = self._root(config)
        folder = root / self._options.content
        previewing = self._last_good is not None
        is_told = _logger.isEnabledFor(logging.INFO)  # not with -q
        self._progress = Told(sys.stderr) if is_told else SILENT
        if self._options.store:
            self._memory = Memory.of(config, folder, root, self._seen, is_preview=previewing)
        elif not self._crew.is_alone:
            self._memory = Memory.passing()
        store = self._memory.store if self._memory else None
        if self._memory is not None:
            know_ids(config, self._memory.ids)
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

    def files(self, files: Files, config: MkDocsConfig) -> Files:
        """Hand the artifacts over, and put their navigation before the hand-written pages."""
        root = self._root(config)
        without_theme_scripts(files, config)
        is_preview = self._last_good is not None
        faults.place(self._site if is_preview else None, files, config)
        styles.place(files, config)
        looks.place(self._looks, files, config)
        self._common = {**self._common, "mark": mark_of(files)}
        config.extra["gongkai"] |= self._common
        none_left_out(files, self._brand.pictures, is_preview=is_preview)
        edited_in(root, files)
        by_hand = config.nav
        if by_hand is None:
            by_hand = [f.src_uri for f in files.documentation_pages() if f.src_uri != HOME_URI]
        made = self._site
        if config.nav is not None:
            say_unlisted(files, {page.uri for page in made.pages}, config)
        self._fast = fast_way(
            config, self._plugin, self._say, wanted=self._options.fast, compared=self._compared,
            known=self._proofs.names if self._proofs else (),
        )  # fmt: skip
        known = self._memory.contents if self._memory and self._fast.splices else None
        apart = hand_over(made.pages, made.navigation, files, config, self._fast, known)
        self._splicing = Splicing(
            apart, [page.uri for page in made.pages], config, self._fast, self._progress
        )
        config.nav = [*map(as_setting, made.navigation), *by_hand]
        return self._splicing.known_to(files)

    def write(self, env: Environment, config: MkDocsConfig, files: Files) -> None:
        """Write the index, and the pages apart, straight to their places."""
        env.bytecode_cache = compiled(program().hex())
        env.loader = with_beneath(env.loader, config.theme)
        known = self._memory and self._memory.index(self._published())
        index = self._site.indexed(known) if known else self._site.index
        results = len(self._site.catalog.entries) if self._site.catalog else 0
        followed = self._progress.over(INDEX, index, results)
        artifacts.write(followed, Path(config.site_dir), links=True)
        exports = self._memory and self._memory.exports(self._published())
        taken = self._site.exported(exports) if exports else self._site.taken_along
        artifacts.write(taken, Path(config.site_dir), links=True)
        if self._splicing is not None and self.nav is not None:
            if self._memory is not None:
                common = (self._site.navigation, self._common)
                self._splicing.known = self._memory.pages(self._published(), common)
            self._splicing.write(env, self.nav, files)
            if (home := self.nav.homepage) is not None:
                # The packed sitemap is dated by the newest page that MkDocs knows.
                home.update_date = max(home.update_date, self._splicing.newest)
            _logger.debug("%d 个页面拼入 %d 个外壳", self._splicing.spliced, self._splicing.shells)
            _logger.debug("%d 个页面沿用原有网站的", self._splicing.kept)
        _logger.debug("%d 个页面由 Python-Markdown 排版", self._fast.refused)

    def listed(self, context: TemplateContext, config: MkDocsConfig) -> TemplateContext:
        """Let the sitemap list the pages apart too."""
        if self._splicing is not None and config.site_url:
            context["pages"] = self._splicing.among(context["pages"])
        return context

    def finish(self, config: MkDocsConfig) -> None:
        """Switch the folders, unless strict mode is about to refuse the build."""
        if not config.site_url:
            for name in SITEMAPS:  # without an address there is nothing to list
                (Path(config.site_dir) / name).unlink(missing_ok=True)
        refused = config.strict and self._warnings.get_counts()
        if self._ground is not None and not refused:
            if note := self._ground.switch():
                self._say(note)
            if self._proofs is not None:
                self._proofs.learn(self._fast.compared)
            if self._memory is not None:
                self._memory.store.keep()
            if self._last_good is None:
                closing = closing_line(self._site, self._published(), self._root(config))
                click.echo(closing)
                self._stand(Words(as_text(self._site.diagnostics), closing), config)
        self.leave()

    def serve(
        self, server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]
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

    def leave(self) -> None:
        """Give MkDocs its settings back and remove what was staged."""
        _logger.removeHandler(self._warnings)
        _logger.removeHandler(self._heard)
        if self._ground is not None:
            self._ground.leave()
        if self._memory is not None:
            self._memory.store.close()
        self._ground = self._memory = None

    def _stand(self, words: Words, config: MkDocsConfig) -> None:
        """Note that the site stands, if the words are all that was said and it is all ours."""
        if self._stands is None:
            return
        if self._heard.something or self._told or has_company(config, self._plugin):
            self._stands.forget()
        else:
            pages = self._splicing.known if self._splicing else None
            self._stands.learn(words, pages.digests if pages else {})

    @property
    def _proofs(self) -> StoredProofs | None:
        """A preview keeps none: whoever writes a template sees its pages there."""
        return self._memory.proofs if self._memory and self._last_good is None else None

    def _published(self) -> Path:
        """The folder of the site as it stands until the switch."""
        if self._ground is None:
            raise RuntimeError("asked for outside a build")
        return self._ground.published

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

    def _root(self, config: MkDocsConfig) -> Path:
        """The project: where mkdocs.yml lies."""
        return Path(config.config_file_path).resolve().parent
