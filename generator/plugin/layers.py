"""In which order the folders of the theme lie: the site's own, ours, the theme beneath.

A site's own `main.html` extends `base.html`, which is ours, and that extends `base.html` of the
theme beneath. Jinja finds only the first template of a name, so the one beneath has a second.
"""

from pathlib import Path

from jinja2 import BaseLoader, ChoiceLoader, FileSystemLoader, PrefixLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.theme import Theme

from generator.pages.theme import THEME

_BENEATH = "beneath"
_SHELL = "base.html"
"""The template that every page stands in."""


def lay(config: MkDocsConfig) -> None:
    """Lay our folder under the site's own; raises PluginError where that would replace the shell.

    A preview looks at the site's own folder too.
    """
    dirs, own = config.theme.dirs, _own(config.theme)
    if own is not None:
        if (own / _SHELL).is_file():
            raise PluginError(
                f"theme.custom_dir 的文件夹 {own.name} 中不能有 {_SHELL}，每一页都排在其中；"
                f'请改名为 main.html，第一行写「{{% extends "{_SHELL}" %}}」，只写要改的部分'
            )
        if str(own) not in config.watch:
            config.watch.append(str(own))
    if str(THEME) not in dirs:
        dirs.insert(0 if own is None else 1, str(THEME))


def has_templates(theme: Theme) -> bool:
    """Whether the site has templates of its own, which may show any setting."""
    own = _own(theme)
    return own is not None and any(own.rglob("*.html"))


def with_beneath(loader: BaseLoader | None, theme: Theme) -> BaseLoader:
    """A loader that also finds the templates of the theme beneath, as `beneath/<name>`."""
    beneath = FileSystemLoader(theme.dirs[theme.dirs.index(str(THEME)) + 1 :])
    return ChoiceLoader([*([loader] if loader else []), PrefixLoader({_BENEATH: beneath})])


def _own(theme: Theme) -> Path | None:
    return Path(theme.custom_dir) if theme.custom_dir else None
