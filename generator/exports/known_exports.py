"""What is known of these files from an earlier run, whoever keeps it."""

from pathlib import Path
from typing import Protocol


class KnownExports(Protocol):
    """Asked for each file before it is made, and told of those that were made."""

    def recall(self, uri: str, made_of: bytes) -> Path | None:
        """The file as it stands in the published site, if it was made of what has this digest."""
        ...

    def learn(self, uri: str, made_of: bytes, content: bytes) -> None: ...


class _Nothing:
    """Of a run that begins with nothing."""

    def recall(self, uri: str, made_of: bytes) -> None:
        del uri, made_of

    def learn(self, uri: str, made_of: bytes, content: bytes) -> None:
        del uri, made_of, content


NOTHING_KNOWN: KnownExports = _Nothing()
