"""What a form is laid out of: boxes on a grid, each a name, a printed value or room to fill in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.schema.vocabulary import Term

NUMBER = "序号"
"""Names the column of such numbers."""


class Box(NamedTuple):
    """A cell, its row and column counted from 0."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    is_name: bool = False
    """Printed by whoever hands the form out, and not to be filled in."""
    is_number: bool = False
    note: str = ""
    """What to fill in, for a name; its unit is part of it."""
    choices: Sequence[str] = ()
    """What may be chosen where it is filled in."""


class Field(NamedTuple):
    """What a form asks for: its name there, and how it is filled in."""

    key: str
    """Its key in a record in Chinese."""
    name: str
    note: str = ""
    choices: Sequence[str] = ()
    is_number: bool = False


@dataclass(slots=True)
class Sheet:
    """The boxes of a form as they are laid out."""

    width: int
    boxes: list[Box] = field(default_factory=list)
    height: int = 0

    @property
    def explained(self) -> Mapping[str, str]:
        """Each name that has an explanation, with it."""
        return {box.text: box.note for box in self.boxes if box.is_name and box.note}

    def wide(self, text: str, *, is_name: bool = False) -> None:
        """A row of one box."""
        self.boxes.append(Box(self.height, 0, text, 1, self.width, is_name=is_name))
        self.height += 1

    def pair(self, one: Field, value: str) -> None:
        """A name and room for its value beside it."""
        self.boxes += (
            Box(self.height, 0, one.name, is_name=True, note=one.note),
            Box(
                self.height, 1, value, 1, self.width - 1,
                is_number=one.is_number, choices=one.choices,
            ),
        )  # fmt: skip
        self.height += 1

    def numbered(self, row: int, number: int) -> None:
        """The number of a row, before its first box."""
        self.boxes.append(Box(row, 0, str(number), is_name=True))

    def across(self, first: int, fields: Sequence[Field]) -> None:
        """The names of columns from one on; the last takes what is left."""
        for n, one in enumerate(fields):
            columns = self._columns(first, n, len(fields))
            box = Box(self.height, first + n, one.name, 1, columns, is_name=True, note=one.note)
            self.boxes.append(box)
        self.height += 1

    def values(self, row: int, first: int, fields: Sequence[Field], values: Sequence[str]) -> None:
        """Room below such names."""
        for n, (one, value) in enumerate(zip(fields, values, strict=True)):
            columns = self._columns(first, n, len(fields))
            self.boxes.append(
                Box(row, first + n, value, 1, columns, is_number=one.is_number, choices=one.choices)
            )

    def _columns(self, first: int, n: int, count: int) -> int:
        return self.width - first - n if n == count - 1 else 1


def field_of(term: Term, name: str = "", choices: Sequence[str] = ()) -> Field:
    """A declared field as a form asks for it; its unit stands in the explanation."""
    unit = f"，单位：{term.unit}" if term.unit else ""
    words = tuple(choice.label for choice in term.choice or ())
    is_number = not term.prose and term.choice is None
    return Field(
        term.label, name or term.label, f"{term.description}{unit}", choices or words, is_number
    )
