"""A table as data: its columns say what they are called, what they mean and where it comes from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Generic, TypeVar

from generator.privacy.numbers import masked
from generator.values.text import FORBIDDEN

Cell = str | int | Decimal | date | None
"""What a cell may hold; None is a cell to be filled in, or one of which nothing is known."""

R = TypeVar("R")


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column of a table of some sort of rows."""

    key: str
    """What programs call it: English, with underscores; permanent."""
    title: str
    """Its heading, without the unit."""
    meaning: str
    """What stands in it, in a sentence for whoever meets the table alone."""
    value: Callable[[R], Cell]
    unit: str = ""
    width: int = 12
    """Of the column in a workbook, in half-width signs."""
    holds: str = "string"
    """What programs find in it where it is not empty, by the names of JSON Schema."""
    choices: Sequence[str] = ()
    """What a workbook offers for its cells; others may be typed all the same."""

    @property
    def heading(self) -> str:
        """The title with the unit: 金额（万元）."""
        return f"{self.title}（{self.unit}）" if self.unit else self.title


@dataclass(frozen=True)
class Table(Generic[R]):
    """Rows under their columns."""

    name: str
    """Of the table; in a workbook its sheet."""
    columns: Sequence[Column[R]]
    rows: Sequence[R]

    @cached_property
    def cells(self) -> Sequence[tuple[Cell, ...]]:
        """The rows as cells, fit to leave the house: see `clean`. Each form asks for them."""
        values = [column.value for column in self.columns]
        return [tuple([clean(value(row)) for value in values]) for row in self.rows]


def clean(cell: Cell) -> Cell:
    """Text without what no file may hold, numbers of persons masked; all else as it is."""
    return _clean(cell) if isinstance(cell, str) else cell


@lru_cache(maxsize=4096)
def _clean(text: str) -> str:
    """Names of departments and projects stand in a great many rows."""
    return masked(FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))
