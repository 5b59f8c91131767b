"""A folder that is built beside another and takes its place only when it is complete."""

import shutil
from pathlib import Path


class Staging:
    """The staging folder of `target`; hidden beside it, so that the switch is a rename."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.folder = target.with_name(f".{target.name}.staging")
        self._previous = target.with_name(f".{target.name}.previous")

    def begin(self) -> None:
        """Start empty; what an interrupted build left is put back or removed."""
        if self._previous.exists() and not self.target.exists():
            self._previous.rename(self.target)
        self.discard()

    def commit(self) -> None:
        """Put the staged folder in the target's place."""
        if self.target.exists():
            self.target.rename(self._previous)
        try:
            self.folder.rename(self.target)
        except OSError:
            if self._previous.exists():
                self._previous.rename(self.target)
            raise
        shutil.rmtree(self._previous, ignore_errors=True)

    def discard(self) -> None:
        """Leave the target as it is, and nothing beside it."""
        for folder in (self.folder, self._previous):
            if folder.exists():
                shutil.rmtree(folder)
