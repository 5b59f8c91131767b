"""How a document, a department or a site stands: how much is open, and how grave it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from generator.audit.weights import gravity
from generator.diagnostics import Diagnostic, Severity, count


@dataclass(frozen=True, slots=True)
class Standing:
    """Numbers of results; whatever stops a build is counted under its severity too."""

    stops: int = 0
    errors: int = 0
    warnings: int = 0
    hints: int = 0
    accepted: int = 0
    """Those that exceptions of the records accept: they are not open."""

    @classmethod
    def of(cls, results: Iterable[Diagnostic]) -> Self:
        """How these results stand."""
        every = tuple(results)
        stops = sum(result.stops and result.is_open for result in every)
        errors, warnings, hints = (count(every, severity) for severity in Severity)
        return cls(stops, errors, warnings, hints, sum(result.accepted for result in every))

    @property
    def open(self) -> int:
        """All that somebody has still to look at."""
        return self.errors + self.warnings + self.hints

    @property
    def rank(self) -> tuple[int, ...]:
        """The least is the worst: what stops a build counts before any error, and so on."""
        return -self.stops, -self.errors, -self.warnings, -self.hints


def worst(results: Iterable[Diagnostic]) -> tuple[object, ...]:
    """By what documents are ranked: their numbers, and where these are the same what weighs most.

    The least is the worst.
    """
    every = tuple(results)
    return Standing.of(every).rank, min(map(gravity, every), default=())
