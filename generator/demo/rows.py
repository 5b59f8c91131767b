"""Rows of a score table while a record is being made up."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Protocol, Self, TypeVar

from generator.demo.lexicon import Aim, Goal
from generator.source import At
from generator.values.cells.printing import with_unit


@dataclass(slots=True)
class MadeRow:
    """One row with what is printed in it; a leaf also knows what it was made from."""

    name: str
    kind: str = ""
    goal: Goal | Aim | None = None
    weight: Decimal | None = None
    score: Decimal | None = None
    review: Decimal | None = None
    operator: str | None = None
    target: str | None = None
    unit: str | None = None
    actual: str | None = None
    reason: str | None = None
    measure: str | None = None
    evidence: str | None = None
    missed: bool = False
    """The target, in numbers or in words, was not met."""
    children: list["MadeRow"] = field(default_factory=list)

    @property
    def lost(self) -> Decimal:
        if self.weight is None or self.score is None:
            return Decimal(0)
        return self.weight - self.score

    @property
    def is_numeric(self) -> bool:
        """A goal of the sector in numbers, not one that follows from the money."""
        return isinstance(self.goal, Goal) and self.goal.actual is None

    @property
    def target_shown(self) -> str:
        return f"{_SIGNS.get(self.operator or '', '')}{with_unit(self.target, self.unit)}"

    @property
    def actual_shown(self) -> str:
        return with_unit(self.actual, self.unit)


_SIGNS = {"at_least": "≥", "at_most": "≤", "more": ">", "less": "<"}


class Tree(Protocol):
    """A row of any kind, with those below it."""

    @property
    def children(self) -> Sequence[Self]: ...


T = TypeVar("T", bound=Tree)


def leaves(rows: Iterable[T]) -> Iterator[T]:
    """All rows that have none below them."""
    for row in rows:
        if row.children:
            yield from leaves(row.children)
        else:
            yield row


def placed(rows: Iterable[MadeRow], at: At = ("indicators",)) -> Iterator[tuple[At, MadeRow]]:
    """Every row with its way from the record."""
    for n, row in enumerate(rows):
        here = (*at, n)
        yield here, row
        yield from placed(row.children, (*here, "children"))


def line_of(rows: list[MadeRow], at: At) -> list[MadeRow]:
    """The rows on the way to one, from level 1 down to itself."""
    found = []
    for position in at[1::2]:
        row = rows[int(position)]
        found.append(row)
        rows = row.children
    return found


def settle(rows: Iterable[MadeRow]) -> None:
    """Add up scores, and review scores, from the leaves."""
    for row in rows:
        if row.children:
            settle(row.children)
            row.score = _sum(child.score for child in row.children)
            row.review = _sum(child.review for child in row.children)


def balance(rows: Iterable[MadeRow]) -> None:
    """Add up weights from the leaves."""
    for row in rows:
        if row.children:
            balance(row.children)
            row.weight = _sum(child.weight for child in row.children)


def total(rows: Iterable[MadeRow]) -> Decimal | None:
    """Sum of the level-1 scores."""
    return _sum(row.score for row in rows)


def _sum(numbers: Iterable[Decimal | None]) -> Decimal | None:
    known = list(numbers)
    given = [number for number in known if number is not None]
    return sum(given, Decimal(0)) if given and len(given) == len(known) else None
