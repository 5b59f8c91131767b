"""What is known of record files from an earlier run, whoever keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from generator.diagnostics import Diagnostic
from generator.intake.records import Head


@dataclass(frozen=True, slots=True)
class KnownFile:
    """What was read of a sound record's file, and said of it."""

    head: Head
    diagnostics: tuple[Diagnostic, ...]
    """None of them an error."""
    listed: tuple[str, ...] | None
    """The names of the originals it lists; None where its list cannot be read."""
    originals: Mapping[str, str] = field(default_factory=dict)
    """The digest of each original that was taken, by its name."""


class KnownFiles(Protocol):
    """Asked for each file before it is read, and told of each that was read."""

    def recall(self, path: str, digest: bytes) -> KnownFile | None:
        """What was read when the file had this digest; `path` is relative to the project."""
        ...

    def learn(self, path: str, digest: bytes, known: KnownFile) -> None:
        """What was read of a file, if it holds a sound record."""
        ...


class _Nothing:
    """Of a run that begins with nothing."""

    def recall(self, path: str, digest: bytes) -> None:
        del path, digest

    def learn(self, path: str, digest: bytes, known: KnownFile) -> None:
        del path, digest, known


NOTHING_KNOWN: KnownFiles = _Nothing()
