"""What whoever takes part can do."""

from collections.abc import Iterator
from typing import Protocol

from bench.ground import Ground
from bench.runs import Run


class Contestant(Protocol):
    """Builds the same site in its own way, once a turn."""

    @property
    def name(self) -> str:
        """What its rows begin with."""

    @property
    def version(self) -> str:
        """Of what is measured; empty where it is not installed."""

    def prepare(self, ground: Ground) -> None:
        """Lay out what it reads, once; not measured."""

    def turn(self, ground: Ground) -> Iterator[tuple[str, Run]]:
        """One turn from a fresh folder: the name of each row, and what it cost."""
