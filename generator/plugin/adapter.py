"""The MkDocs plugin `gongkai`: which of MkDocs' events concern us, and who answers them.

Where the published site stands as a build would make it, nothing is made, and what making one
takes to import is left alone.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from generator import streams
from generator.plugin.idle import Idle
from generator.plugin.options import Options
from generator.plugin.standing import standing

if TYPE_CHECKING:
    from generator.plugin.making import Making

UNDATED = "1980-01-01"
"""The date of a page that names none: a clock would make two builds of one input differ."""


class GongkaiPlugin(BasePlugin[Options]):
    """Kept between the rebuilds of a preview, and so is what makes them."""

    def __init__(self) -> None:
        self._is_preview = False
        self._maker: Making | None = None
        self._idle: Idle | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Let no sign stop the output; being here at all keeps the instance between rebuilds."""
        del dirty
        streams.carry_all()
        self._is_preview = command == "serve"
        self._maker = None

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> None:
        """Begin, unless there is nothing to do."""
        stands = None if self._is_preview else standing(config, self.config)
        if stands is not None and (words := stands.recall()) is not None:
            self._idle = Idle(words, config)
        else:
            self._making.begin(config, stands)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Build the Markdown tree; report everything, then decide."""
        self._idle.say_found() if self._idle else self._making.read(config)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Hand the artifacts over, and put their navigation before the hand-written pages."""
        return Files([]) if self._idle else self._making.files(files, config)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Date the pages by their content, before the sitemap asks."""
        del config
        for file in files.documentation_pages():
            if file.page is not None:
                file.page.update_date = UNDATED
        if not self._idle:
            self._making.nav = nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """MkDocs begins to write: index and pages apart go straight to their places."""
        if not self._idle:
            self._making.write(env, config, files)

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Let the sitemap list the pages apart too."""
        del template_name
        return context if self._idle else self._making.listed(context, config)

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Date a page by its own front matter."""
        del config, files
        page.update_date = str(page.meta.get("updated", UNDATED))
        return markdown

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Switch the folders, unless strict mode is about to refuse the build."""
        if self._idle:
            self._idle.say_done()
            self._idle = None
        else:
            self._making.finish(config)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[[], None]
    ) -> LiveReloadServer:
        """Rebuild when a file of ours changes, and go on serving when that fails."""
        return self._making.serve(server, config, builder)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the published site as it is, and no litter."""
        del error
        if self._idle:
            self._idle.leave()
            self._idle = None
        elif self._maker is not None:
            self._maker.leave()

    @property
    def _making(self) -> "Making":
        """Whoever makes the site."""
        if self._maker is None:
            from generator.plugin.making import Making  # noqa: PLC0415 - see above

            self._maker = Making(self, self.config, is_preview=self._is_preview)
        return self._maker
