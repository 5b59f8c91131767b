"""Tables of targets in two halves: those of several years beside those of the year.

Both halves name the same levels, over names and values of their own, behind the highest level.
The goals above say which half is the year's; a record has a place for that one alone.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from generator.importers.forms.grids import Grid, are_below_wide, starting
from generator.importers.labels import Labels
from generator.importers.outline import Cell
from generator.importers.part import Part
from generator.values.text import half_width

Fields = Mapping[int, str]
_TARGET, _EXTRA = "target", "extra."
_NAMES = ("level.", "number")
_DONE = frozenset(("actual", "score"))
"""What a table of targets has no columns for: several years have no outcome yet."""


def of_the_year(
    fields: Fields, names: Mapping[int, Cell], above: Mapping[int, str], grid: Grid, labels: Labels
) -> Fields:
    """The fields without the columns of the other half, where the table has two.

    `above` is what stands over the columns' own names. Where nothing says which half is the
    year's, no value is taken of either.
    """
    halves = _halves(fields, names)
    if halves is None:
        return fields
    left, right = halves
    if not _DONE.isdisjoint(fields.values()):  # rows that go on beside themselves: unplaced
        return {column: name for column, name in fields.items() if column not in right}
    row = min(cell.row for cell in names.values())
    is_right = _by_names(left, right, names, above)
    if is_right is None:
        is_right = _by_goals(right.start, row, grid, labels)
    if is_right is None:
        columns = [c for c in sorted(fields) if _kind(fields[c], _text(names, c)) == _TARGET]
        is_right = _by_figures(grid, max(c.last_row for c in names.values()) + 1, columns)
    other = right if is_right is False else left
    found = {column: name for column, name in fields.items() if column not in other}
    if is_right is None:
        return {column: name for column, name in found.items() if name.startswith(_NAMES)}
    return found


def is_halved(grid: Grid, row: int, fields: Sequence[str], labels: Labels) -> bool:
    """Whether the next row names levels and values twice, below the names of two times."""
    if row + 1 >= len(grid) or not any(field.startswith("level.") for field in fields):
        return False
    below = starting(grid, row + 1)
    named = [labels.field(Part.INDICATORS, cell.text) or "" for cell in below]
    half = len(named) // 2
    is_twice = named[:half] == named[half:] and named[:1] != [""]
    is_told = "target" in named and any(name.startswith("level.") for name in named)
    return is_twice and is_told and are_below_wide(grid, row, below)


def _halves(fields: Fields, names: Mapping[int, Cell]) -> tuple[range, range] | None:
    """The columns of both halves: the second names what the first one names."""
    heads = list(dict.fromkeys(names[c] for c in sorted(fields) if c in names))
    told = [_kind(fields[cell.column], cell.text) for cell in heads]
    for length in range(2, len(told) // 2 + 1):
        half, shared = told[-length:], told[: len(told) - 2 * length]
        levels = sum(name.startswith("level.") for name in half)
        if not all(name.startswith(_NAMES) for name in shared):
            continue
        if told[-2 * length : -length] == half and _TARGET in half and levels:
            first, second = heads[-2 * length].column, heads[-length].column
            return range(first, second), range(second, max(fields) + 1)
    return None


def _text(names: Mapping[int, Cell], column: int) -> str:
    return names[column].text if column in names else ""


def _kind(field: str, name: str) -> str:
    """What a column is, whatever time its name says: `中期指标值` is a target too."""
    is_value = field.startswith(_EXTRA) and _OF_VALUES.search("".join(name.split()))
    return _TARGET if is_value else field


_OF_VALUES = re.compile("(?:指标|目标)值")
_WHOLE = re.compile("实施期|中长?期|长期|总体|总目标|全周期|[三五]年|规划期")
_YEAR = re.compile("本?年度|本年|当年|全年")


def _by_names(
    left: range, right: range, names: Mapping[int, Cell], above: Mapping[int, str]
) -> bool | None:
    """Whether the right half is the year's, by the names of the columns and those above them."""
    first, second = (
        " ".join(f"{above.get(c, '')} {names[c].text}" for c in half if c in names)
        for half in (left, right)
    )
    is_left_whole, is_right_whole = _says(first, _WHOLE, _YEAR), _says(second, _WHOLE, _YEAR)
    is_left_year, is_right_year = _says(first, _YEAR, _WHOLE), _says(second, _YEAR, _WHOLE)
    if (is_left_whole or is_right_year) and not (is_right_whole or is_left_year):
        return True
    if (is_right_whole or is_left_year) and not (is_left_whole or is_right_year):
        return False
    return None


def _says(text: str, pattern: re.Pattern[str], other: re.Pattern[str]) -> bool:
    return pattern.search(text) is not None and other.search(text) is None


def _by_goals(second: int, row: int, grid: Grid, labels: Labels) -> bool | None:
    """The same by the names of the goals of several years and of the year, above the table."""
    for above in range(row - 1, -1, -1):
        cells = starting(grid, above)
        named = {labels.field(Part.OBJECTIVE, cell.text): cell for cell in cells}
        if "whole_term" not in named or "expected" not in named:
            continue
        whole, year = named["whole_term"].column, named["expected"].column
        if max(whole, year) >= second - _NEAR:
            return year > whole
    return None


_NEAR = 1
"""Columns by which the halves of two blocks may differ."""


def _by_figures(grid: Grid, first: int, columns: Sequence[int]) -> bool | None:
    """The same by the targets: those of several years are never less, and more somewhere."""
    if len(columns) < 2:  # noqa: PLR2004 -- one in each half
        return None
    left, right = columns[0], columns[-1]
    pairs = []
    for line in grid[first:]:
        told = [_MORE.fullmatch(half_width(c.text).strip()) if (c := line[n]) else None
                for n in (left, right)]  # fmt: skip
        if told[0] is not None and told[1] is not None and told[0]["unit"] == told[1]["unit"]:
            pairs.append((Decimal(told[0]["n"]), Decimal(told[1]["n"])))
    if any(a > b for a, b in pairs) and all(a >= b for a, b in pairs):
        return True
    if any(a < b for a, b in pairs) and all(a <= b for a, b in pairs):
        return False
    return None


_MORE = re.compile(r"[≥>=＝]?\s?(?P<n>\d{1,9}(?:\.\d{1,4})?)\s?(?P<unit>[^\d\s%]{0,6})")
"""A target that is counted, of which several years have more: rates may be the same in each."""
