"""Tables of targets in two halves: those of several years beside those of the year.

Both halves name the same levels, over names and values of their own, behind the highest level.
The goals above say which half is the year's; a record has a place for that one alone.
"""

from collections.abc import Mapping

from generator.importers.forms.grids import Grid, distinct, starting
from generator.importers.labels import Labels
from generator.importers.outline import Cell
from generator.importers.part import Part

Fields = Mapping[int, str]
_TARGET = "target"


def of_the_year(fields: Fields, names: Mapping[int, Cell], grid: Grid, labels: Labels) -> Fields:
    """The fields without the columns of the other half, where the table has two."""
    second = _second(fields, names)
    if second is None:
        return fields
    first = min(c for c in fields if fields[c] == fields[second])
    row = min(cell.row for cell in names.values())
    goals = _goals(grid, row, labels)
    if goals is None:
        return fields
    whole, year = goals
    left, right = range(first, second), range(second, max(fields) + 1)
    if year.column > whole.column and year.column >= second - _NEAR:
        other = left
    elif year.column < whole.column and whole.column >= second - _NEAR:
        other = right
    else:
        return fields
    return {column: name for column, name in fields.items() if column not in other}


_NEAR = 1
"""Columns by which the halves of two blocks may differ."""


def _second(fields: Fields, names: Mapping[int, Cell]) -> int | None:
    """The column with which the second half begins: it names what the first one names."""
    heads = list(dict.fromkeys(names[c] for c in sorted(fields) if c in names))
    told = [fields[cell.column] for cell in heads]
    for length in range(2, len(told) // 2 + 1):
        half = told[-length:]
        is_half = half[-1] == _TARGET or _TARGET in half
        levels = sum(name.startswith("level.") for name in half)
        shared = told[: len(told) - 2 * length]
        is_shared = all(name.startswith("level.") for name in shared)
        if told[-2 * length : -length] == half and is_half and levels and is_shared:
            return heads[-length].column
    return None


def _goals(grid: Grid, row: int, labels: Labels) -> tuple[Cell, Cell] | None:
    """The names of the goals of several years and of the year, side by side above a table."""
    for above in range(row - 1, -1, -1):
        cells = starting(grid, above) or distinct(grid[above])
        named = {labels.field(Part.OBJECTIVE, cell.text): cell for cell in cells}
        if "whole_term" in named and "expected" in named:
            return named["whole_term"], named["expected"]
    return None
