"""Where a build lies until it is whole: a folder beside the site, locked against other builds."""

from pathlib import Path

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from generator.plugin.mistakes import writing
from generator.release.lock import BuildLock, BusyError
from generator.release.switch import Staging


class Ground:
    """The folder to which MkDocs is pointed in the place of the published one."""

    def __init__(self, config: MkDocsConfig) -> None:
        """Take the ground, empty, and point the settings at it.

        Raises PluginError where another build has it, or nothing can be written there.
        """
        self._settings = config
        with writing(config.site_dir):
            self._staging = Staging(Path(config.site_dir))
            self._lock = _locked(self._staging)
            try:
                self._staging.begin()
            except OSError:
                self._lock.release()
                raise
        config.site_dir = str(self._staging.folder)

    @property
    def published(self) -> Path:
        """The folder of the site as it stands until the switch."""
        return self._staging.target

    def switch(self) -> str:
        """Publish what was built; a Chinese phrase if not by a rename."""
        with writing(str(self.published)):
            return self._staging.commit()

    def leave(self) -> None:
        """Give MkDocs its folder back and remove what was not published."""
        self._settings.site_dir = str(self.published)
        self._staging.discard()
        self._lock.release()


def _locked(staging: Staging) -> BuildLock:
    """The lock of a site; a preview's, which has a folder of its own, is never waited for."""
    lock = BuildLock(staging.target)
    try:
        lock.acquire(lambda text: click.echo(text, err=True))
    except BusyError as busy:
        raise PluginError(str(busy)) from None
    return lock
