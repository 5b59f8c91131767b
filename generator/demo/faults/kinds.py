"""What a kind of fault is, and what is remembered of a planted one."""

from collections.abc import Callable
from dataclasses import asdict, dataclass

from generator.demo.dice import Dice
from generator.demo.facts import Facts
from generator.source import At, Plain

Paper = dict[str, Plain]
OnFacts = Callable[[Facts, Dice], At | None]
OnPaper = Callable[[Paper, Facts, Dice], At | None]
OnTwo = Callable[[Paper, Paper, Facts, Dice], At | None]
"""The paper, then the one it takes something over from."""


@dataclass(frozen=True, slots=True)
class FaultKind:
    """One kind of fault; exactly one of the functions is given."""

    rule: str
    facts: OnFacts | None = None
    paper: OnPaper | None = None
    two: OnTwo | None = None
    other: Callable[[Facts, Facts], bool] | None = None
    """Which evaluation from before, without fault itself, has what is taken over: it, then this."""
    beside: tuple[str, ...] = ()
    """The documents beside the evaluations that have room for it; none where evaluations do."""
    unsaid: tuple[str, ...] = ()
    """Words that no prose of the paper may hold, since they would give the reason that is missing.

    An empty one stands for the name of the row where the fault is.
    """


@dataclass(frozen=True, slots=True, order=True)
class Planted:
    """One fault in one file."""

    path: str
    """Relative to the project."""
    line: int
    """Where the value stands, or the nearest thing around it when it was taken away."""
    field: str
    """English dotted path."""
    rule: str

    def as_dict(self) -> dict[str, object]:
        entries = asdict(self)
        return {name: entries[name] for name in ("path", "rule", "field", "line")}
