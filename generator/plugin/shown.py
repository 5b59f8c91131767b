"""The settings of mkdocs.yml that pages may show, as bytes to tell them from others."""

from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig

_PASSING = frozenset({"site_dir", "config_file_path", "docs_dir", "plugins", "watch", "extra"})
"""Settings that no page shows, or that hold objects of this run."""


def shown(config: MkDocsConfig) -> bytes:
    """The settings that pages may show."""
    plain: Iterable[tuple[str, object]] = (
        (name, value) for name, value in config.items() if name not in _PASSING
    )
    extra = {name: value for name, value in config.extra.items() if name != "gongkai"}
    theme = dict(config.theme)
    settings = {name: str(value) for name, value in plain if name != "theme"}
    return repr((sorted(settings.items()), sorted(extra.items(), key=str), theme)).encode()
