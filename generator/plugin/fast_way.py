"""Whether pages go the fast way in a build, and why not."""

from collections.abc import Callable, Iterable
from pathlib import Path

import mkdocs
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_theme_dir

from generator.html.words import IdsFromWords
from generator.pages.templating import TEMPLATES
from generator.pages.theme import THEME
from generator.plugin.watching import Watched

_EXTENSIONS = frozenset({"attr_list", "fenced_code", "tables", "toc"})
"""What our own converter was held against; MkDocs itself turns on three of them."""
_TOC = "toc"
_DEPTH, _IDS = "toc_depth", "slugify"
_LEVELS = 6
_EVENTS = (
    "nav", "env", "pre_page", "page_markdown", "page_content", "page_context", "post_page",
    "template_context",
)  # fmt: skip
"""Where a plugin may change a page, or what all pages are made from."""
_STATIC = frozenset({"404.html", "sitemap.xml"})
"""What MkDocs and Material render beside pages."""
_KNOWN = frozenset(
    {THEME, Path(get_theme_dir("material")), Path(str(mkdocs.__file__)).parent / "templates"}
)
"""The folders whose templates shells were held against."""
_VIEWING = "content.action.view"
"""A way to a page's source, which Material makes by replacing words in its address."""


class FastWay:
    """The fast way of one build: open, until somebody finds that it would change a page."""

    def __init__(self, tell: Callable[[str], object], compared: set[str] | None = None) -> None:
        self._tell = tell
        self.is_open = True
        """Whether our own converter is used."""
        self.splices = True
        """Whether pages are written into shells, past MkDocs."""
        self.refused = 0
        """Pages whose Markdown our converter left to Python-Markdown."""
        self.compared = set[str]() if compared is None else compared
        """What was made both ways and was the same: the first page of a template, a shell."""

    def close(self, reason: str) -> None:
        """Let all further pages go the ordinary way, and say why."""
        self.is_open = self.splices = False
        self._tell(f"页面按通常方式生成，会慢一些：{reason}")

    def close_splicing(self, reason: str) -> None:
        """Let all further pages be rendered by the theme as a whole, and say why."""
        self.splices = False
        self._tell(f"页面逐页套用主题，会慢一些：{reason}")


class Compared:
    """The templates that were compared in one run: a preview does so once, not in each rebuild."""

    def __init__(self) -> None:
        self._templates = Watched((TEMPLATES,))
        self._settings = ""
        self._compared: set[str] = set()

    def still(self, config: MkDocsConfig, known: Iterable[str] = ()) -> set[str]:
        """Those that need not be compared again; none where what decided has changed."""
        settings = repr((config.markdown_extensions, config.mdx_configs))
        if self._templates.changed() or settings != self._settings:
            self._settings, self._compared = settings, set()
        self._compared.update(known)
        return self._compared


def fast_way(
    config: MkDocsConfig,
    own: object,
    tell: Callable[[str], object],
    *,
    wanted: bool,
    compared: Compared | None = None,
    known: Iterable[str] = (),
) -> FastWay:
    """The fast way of a build, as far as its settings let it go.

    What was `compared` before, or is `known` from an earlier build, is not made both ways again.
    """
    way = FastWay(tell, compared.still(config, known) if compared else None)
    if (reason := obstacle(config, own, wanted=wanted)) is not None:
        way.close(reason)
    elif (reason := splicing_obstacle(config, own)) is not None:
        way.close_splicing(reason)
    return way


def obstacle(config: MkDocsConfig, own: object, *, wanted: bool) -> str | None:
    """Why pages cannot go the fast way at all, in a Chinese phrase; None where they can."""
    if not wanted:
        return "mkdocs.yml 中写了「fast: false」"
    if unknown := unknown_markdown(config):
        return f"mkdocs.yml 的 markdown_extensions 中有 {unknown}"
    if others := handlers(config, own, ("files", "page_read_source")):
        return f"{others[0]} 要处理文件"
    return None


def splicing_obstacle(config: MkDocsConfig, own: object) -> str | None:
    """Why pages cannot be written past MkDocs, in a Chinese phrase; None where they can."""
    if others := handlers(config, own, _EVENTS):
        return f"{others[0]} 要处理页面"
    theme = config.theme
    if set(theme.static_templates) != _STATIC or config.extra_templates:
        return "mkdocs.yml 或主题另有要生成的模板"
    if _VIEWING in theme.get("features", ()):
        return f"mkdocs.yml 的 theme 中有 {_VIEWING}"
    for folder in theme.dirs:
        if Path(folder) not in _KNOWN and any(Path(folder).rglob("*.html")):
            return f"主题的模板由文件夹 {Path(folder).name} 改过"
    return None


def has_company(config: MkDocsConfig, own: object) -> bool:
    """Whether anything but our own code and what it was held against takes part in a site."""
    others = handlers(config, own, config.plugins.events)
    return bool(others) or any(Path(folder) not in _KNOWN for folder in config.theme.dirs)


def unknown_markdown(config: MkDocsConfig) -> str | None:
    """A Markdown extension, or a setting of one, that our converter was not held against."""
    for name in config.markdown_extensions:
        if name not in _EXTENSIONS:
            return str(name)
    for name, settings in (config.mdx_configs or {}).items():
        for key, value in (settings or {}).items():
            plain = isinstance(value, int) and not isinstance(value, bool)
            is_ours = isinstance(value, IdsFromWords)
            is_known = (key == _DEPTH and plain) or (key == _IDS and is_ours)
            if name != _TOC or not is_known:
                return f"{name} 的设置 {key}"
    return None


def toc_depth(config: MkDocsConfig) -> int:
    """The lowest level of heading in a table of contents."""
    depth = (config.mdx_configs or {}).get(_TOC, {}).get(_DEPTH, _LEVELS)
    return int(depth)


def handlers(config: MkDocsConfig, own: object, events: Iterable[str]) -> list[str]:
    """Other plugins and hooks that take part in one of these events, by their names."""
    names = {id(plugin): name for name, plugin in config.plugins.items()}
    found = []
    for event in events:
        for method in config.plugins.events[event]:
            owner = getattr(method, "__self__", None)
            if owner is not own:
                name = names.get(id(owner)) or getattr(method, "__module__", None) or event
                found.append(f"插件或钩子 {name}")
    return found
