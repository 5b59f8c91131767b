"""What a kind of fault is, and what is remembered of a planted one."""

from collections.abc import Callable
from dataclasses import asdict, dataclass

from generator.demo.dice import Dice
from generator.demo.facts import Facts
from generator.source import At, Plain

OnFacts = Callable[[Facts, Dice], At | None]
OnPaper = Callable[[dict[str, Plain], Facts, Dice], At | None]


@dataclass(frozen=True, slots=True)
class FaultKind:
    """One kind of fault; exactly one of the functions is given."""

    rule: str
    facts: OnFacts | None = None
    paper: OnPaper | None = None
    unsaid: tuple[str, ...] = ()
    """Words that no prose of the paper may hold, since they would give the reason that is missing.

    An empty one stands for the name of the row where the fault is.
    """
    previous: bool = False
    """Copies last year's paper, which the planter hands over instead of this year's facts."""


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
