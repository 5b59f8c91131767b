"""A build with nothing to do: MkDocs goes through it and finds neither pages nor a theme."""

import logging
from pathlib import Path

import click
from mkdocs.config.defaults import MkDocsConfig

from generator.release.switch import staged
from generator.store.standing import Words

_logger = logging.getLogger("mkdocs")


class Idle:
    """One such build; the settings of MkDocs are given back behind it."""

    def __init__(self, words: Words, config: MkDocsConfig) -> None:
        """`words` are those of the build that made the site."""
        self._words, self._config = words, config
        theme = config.theme
        self._kept = config.site_dir, config.nav, theme.dirs, theme.static_templates
        # MkDocs empties the site's folder and looks through all files of the theme.
        config.site_dir, config.nav = str(staged(Path(config.site_dir))), []
        theme.dirs, theme.static_templates = [], set()

    def say_found(self) -> None:
        """What was found in the content."""
        click.echo(self._words.found, err=True, nl=False)
        _logger.debug("内容、设置和程序都没有变，网站原样不动")

    def say_done(self) -> None:
        """That the site is there."""
        self.leave()
        click.echo(self._words.closing)

    def leave(self) -> None:
        """Give MkDocs its settings back."""
        theme = self._config.theme
        self._config.site_dir, self._config.nav, theme.dirs, theme.static_templates = self._kept
