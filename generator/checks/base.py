"""What every rule works with: one record, its rows and texts walked once, and its results."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple, Protocol

from generator.catalog import Catalog
from generator.diagnostics import Severity
from generator.fields import Model
from generator.figures import Figure
from generator.frames import Frame, FrameIndicator
from generator.funds import Rate
from generator.indicators import Indicator
from generator.model import Evaluation, Grade
from generator.money import grouped, rounded
from generator.publisher import Thresholds
from generator.records import Record
from generator.source import At

_RATE_PLACES = 2


class Result(NamedTuple):
    """One thing a rule found: the value that is wrong, both numbers, and what to do."""

    path: At
    """English path of the value."""
    message: str
    """What is wrong, naming the row and both values; no full stop."""
    remedy: str
    found: str = ""
    expected: str = ""


class Check(Protocol):
    """A rule: a module whose docstring is its manual page."""

    __name__: str
    __doc__: str | None
    SEVERITY: Severity

    def check(self, subject: "Subject", /) -> Iterator[Result]:
        """Everything this rule finds in one record; nothing where data are missing."""
        ...


class BatchCheck(Protocol):
    """A rule over all records at once."""

    __name__: str
    __doc__: str | None
    SEVERITY: Severity

    def check(self, catalog: Catalog, thresholds: Thresholds, /) -> Iterator[tuple[Record, Result]]:
        """Everything this rule finds, each at the record it concerns."""
        ...


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator of any level, with its place."""

    path: At
    indicator: Indicator
    level: int
    """1 for the top level."""
    above: "Row | None"

    @property
    def name(self) -> str:
        """As messages quote it."""
        return f"「{self.indicator.name}」"

    def at(self, field: str) -> At:
        """Path of one of its values."""
        return (*self.path, field)


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a record, with its place."""

    path: At
    text: str


class Subject:
    """One record under audit; what several rules need is computed once."""

    def __init__(self, record: Record, thresholds: Thresholds) -> None:
        self.record = record
        self.thresholds = thresholds

    @property
    def evaluation(self) -> Evaluation:
        return self.record.evaluation

    @property
    def frame(self) -> Frame:
        return self.record.frame

    @cached_property
    def rows(self) -> Sequence[Row]:
        """All indicators of all levels, in order."""
        return tuple(_rows(self.evaluation.indicators, ("indicators",), 1, None))

    @cached_property
    def leaves(self) -> Sequence[Row]:
        """The rows without rows below them."""
        return tuple(row for row in self.rows if row.indicator.is_leaf)

    @cached_property
    def groups(self) -> Sequence[Row]:
        """The rows with rows below them."""
        return tuple(row for row in self.rows if not row.indicator.is_leaf)

    @cached_property
    def total(self) -> Figure:
        return self.evaluation.total(self.frame)

    @cached_property
    def grade(self) -> Grade:
        return self.evaluation.grade(self.frame)

    @cached_property
    def execution_rate(self) -> Rate | None:
        return self.evaluation.execution_rate(self.frame)

    @cached_property
    def texts(self) -> Sequence[Text]:
        """Every text a reader sees, in the order of the record."""
        return tuple(_texts(self.evaluation, ()))

    def framed(self, row: Row) -> FrameIndicator | None:
        """The frame's indicator of this row's name."""
        return self.frame.indicator_named(row.indicator.name)


def _rows(
    indicators: Sequence[Indicator], path: At, level: int, above: Row | None
) -> Iterator[Row]:
    for n, indicator in enumerate(indicators):
        row = Row((*path, n), indicator, level, above)
        yield row
        yield from _rows(indicator.children, (*row.path, "children"), level + 1, row)


def _texts(value: object, path: At) -> Iterator[Text]:
    if type(value) is str:
        yield Text(path, value)
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for n, item in enumerate(value):
            yield from _texts(item, (*path, n))


def points(number: Decimal) -> str:
    """Points as a message prints them."""
    return f"{grouped(number)}分"


def percent(number: Decimal) -> str:
    """A rate as a message prints it."""
    return f"{grouped(rounded(number, _RATE_PLACES))}%"
