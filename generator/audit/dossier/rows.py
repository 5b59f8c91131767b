"""The rows and texts of a record, each with its place."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType
from typing import Annotated, NamedTuple, get_args, get_origin

from generator.model.indicators import Indicator
from generator.model.targets import Comparison
from generator.schema.fields import Model
from generator.source import At
from generator.values.money import Quoted, grouped


class Row(NamedTuple):
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

    def is_below(self, other: "Row") -> bool:
        """Whether the other row contains this one."""
        return self.path[: len(other.path)] == other.path and self is not other


class Judged(NamedTuple):
    """A leaf held against its target, once for all rules."""

    row: Row
    comparison: Comparison | None
    met: bool | None
    """None where target and actual value cannot be compared."""
    lost: Decimal | None
    """None where weight or score is not printed."""
    is_excused: bool
    """Whether the reason is due beside the funds: it scores an execution rate that is shown."""
    is_execution: bool
    """Whether it scores the budget execution rate, by the frame's role or by its name."""
    reason: str = ""
    """Why a target with a figure or date and its actual value are not compared."""

    @property
    def target(self) -> str:
        """The target as a message prints it: `≥95%`."""
        if self.comparison is None:
            return ""
        if self.comparison.as_typed:
            return self.row.indicator.target_shown
        return self.comparison.operator.label + self._said(self.comparison.target)

    @property
    def actual(self) -> str:
        """The actual value as a message prints it."""
        if self.comparison is None:
            return ""
        if self.comparison.as_typed:
            return self.row.indicator.actual_shown
        return self._said(self.comparison.actual)

    def _said(self, number: Decimal) -> str:
        return f"{grouped(number)}{self.row.indicator.counted_in}"


class Text(NamedTuple):
    """One text of a record, with its place."""

    path: At
    text: str
    where: str = ""
    """The part of an original it stands in, as messages call it."""


def rows_of(
    indicators: Sequence[Indicator], path: At, level: int, above: Row | None
) -> Iterator[Row]:
    """A tree of indicators as rows, in order."""
    for n, indicator in enumerate(indicators):
        row = Row((*path, n), indicator, level, above)
        yield row
        yield from rows_of(indicator.children, (*row.path, "children"), level + 1, row)


def texts_of(value: object, path: At) -> list[Text]:
    """Every text below a value, in the order of the declarations."""
    found: list[Text] = []
    _gather(value, path, found)
    return found


def _gather(value: object, path: At, found: list[Text]) -> None:
    """Most of what a record holds is numbers and nothing: these are hardly looked at."""
    if type(value) is str:
        found.append(Text(path, value))
        return
    if type(value) is tuple:
        for n, part in enumerate(value):
            _gather(part, (*path, n), found)
        return
    held: Mapping[str, object]
    if isinstance(value, Model):
        held, names = vars(value), _telling(type(value))
    elif isinstance(value, Mapping):  # the columns that a form adds
        held, names = value, tuple(value)
    else:
        return
    for name in names:
        if part := held[name]:
            if type(part) is str:  # most are, and need not be handed on
                found.append(Text((*path, name), part))
            else:
                _gather(part, (*path, name), found)


@cache
def _telling(model: type[Model]) -> Sequence[str]:
    """The fields that may hold a text, or anything that holds one."""
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if _may_tell(field.annotation))


def _may_tell(declared: object) -> bool:
    if parts := get_args(declared):
        return any(map(_may_tell, parts[:1] if get_origin(declared) is Annotated else parts))
    return not (isinstance(declared, type) and issubclass(declared, _SILENT))


_SILENT = (Decimal, date, bool, int, Enum, NoneType, Quoted)
"""What is no text, and holds none that somebody wrote."""
