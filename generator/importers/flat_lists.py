"""Tables with a row for each indicator of many projects, taken apart into a form for each project.

Programs export them so: the project's name or code is repeated in every row. What they say of the
projects themselves may stand in a list of its own, on another sheet, a row for each code.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from generator.importers.forms.grids import Grid, distinct, is_figure, starting
from generator.importers.forms.headers import Header, header_at
from generator.importers.forms.money_units import unit_in
from generator.importers.labels import Labels
from generator.importers.outline import Cell, Table
from generator.importers.part import Part

_LOOKED_AT = 6
_OF_PROJECT = ("project.code", "project.name")
"""What tells one project from another, the surest first."""
_LEAST_COLUMNS = 3
Told = tuple[Cell, Cell | None]
"""The name of a column, and what a row has in it."""


class Portion(NamedTuple):
    """The form of one project, and cells that only repeat what it says of the project."""

    table: Table
    repeated: tuple[Cell, ...]


class FlatList(NamedTuple):
    """A table whose rows are indicators of several projects."""

    table: Table
    grid: Grid
    header: Header
    heads: Mapping[int, Cell]
    """The columns that tell of the project, with their names."""
    known_by: str
    projects: Mapping[str, Sequence[int]]
    """The rows of each, in the order of the table."""


class Register(NamedTuple):
    """A list with a row for each project, which tells what its indicators do not."""

    table: Table
    known_by: str
    projects: Mapping[str, Sequence[Told]]
    units: Sequence[Cell]
    """What stands above it and says the unit of money."""

    def goes_with(self, indicators: FlatList) -> bool:
        """Whether it tells of projects of a list."""
        is_other = self.table is not indicators.table and self.known_by == indicators.known_by
        return is_other and not self.projects.keys().isdisjoint(indicators.projects)


def flat_list(table: Table, labels: Labels) -> FlatList | None:
    """A table read as a list of indicators of several projects; None where it is none."""
    grid = table.rows()
    for row in range(min(_LOOKED_AT, table.height)):
        header = header_at(grid, row, labels)
        if header is None or header.part is not Part.INDICATORS:
            continue
        fields = {cell.column: labels.field(Part.HEAD, cell.text) or "" for cell in header.cells}
        heads = {c.column: c for c in header.cells if _is_of_project(c, header, labels)}
        for known_by in _OF_PROJECT:
            for column in (one for one in heads if fields[one] == known_by):
                rows = _by_project(grid, header.below, column)
                return FlatList(table, grid, header, heads, known_by, rows)
    return None


def _is_of_project(head: Cell, header: Header, labels: Labels) -> bool:
    """Whether a column tells of the project, and not of the indicator in its row."""
    if (labels.field(Part.HEAD, head.text) or "").startswith("project."):
        return True
    is_extra = header.fields.get(head.column, "").startswith("extra.")
    return is_extra and labels.is_any(head.text)


def _by_project(grid: Grid, first: int, column: int) -> Mapping[str, Sequence[int]]:
    groups: dict[str, list[int]] = {}
    name = ""
    for row in range(first, len(grid)):
        cell = grid[row][column]
        name = cell.text if cell is not None and cell.text else name
        groups.setdefault(name, []).append(row)
    return groups


def register(table: Table, labels: Labels) -> Register | None:
    """A table read as a list of projects; None where no column tells its rows apart."""
    grid = table.rows()
    for row in range(min(_LOOKED_AT, table.height)):
        heads = starting(grid, row)
        fields = {labels.field(Part.HEAD, cell.text): cell for cell in heads}
        known_by = next((name for name in _OF_PROJECT if name in fields), None)
        if known_by is None or any(is_figure(cell.text) for cell in heads):
            continue
        named = fields[known_by]
        rows = range(named.last_row + 1, len(grid))
        keys = {n: cell.text for n in rows if (cell := grid[n][named.column]) and cell.text}
        if len(heads) < _LEAST_COLUMNS or len(keys) != len(set(keys.values())):
            return None
        projects = {
            key: [(head, cell) for head in heads if (cell := grid[n][head.column]) and cell.text]
            for n, key in keys.items()
        }
        above = (cell for line in grid[:row] for cell in distinct(line))
        units = [cell for cell in above if unit_in([cell.text])]
        return Register(table, known_by, projects, units)
    return None


def portions(indicators: FlatList, registers: Sequence[Register] = ()) -> Iterator[Portion]:
    """A form for each project, with what registers tell of it; one that they alone tell of too."""
    names = dict.fromkeys(indicators.projects)
    names |= dict.fromkeys(name for one in registers for name in one.projects)
    for name in names:
        told = [pair for one in registers for pair in one.projects.get(name, ())]
        units = [cell for one in registers for cell in one.units]
        yield _portion(indicators, indicators.projects.get(name, ()), told, units)


def _portion(
    indicators: FlatList, rows: Sequence[int], told: Iterable[Told], units: Iterable[Cell]
) -> Portion:
    grid, header, heads = indicators.grid, indicators.header, indicators.heads
    above = [cell for line in grid[: header.top] for cell in distinct(line)]
    wide = len(grid[0])
    own: list[Told] = [(heads[c], grid[rows[0]][c]) for c in heads] if rows else []
    known = {value.text for _, value in own if value is not None}
    repeated = [c for head, cell in told if cell and cell.text in known for c in (head, cell)]
    down = count(header.top)
    cells = [*above, *(_at(cell, next(down), 0, wide) for cell in units)]
    for head, value in (*own, *((h, cell) for h, cell in told if cell not in repeated)):
        row = next(down)
        cells.append(_at(head, row, 0, 1))
        if value is not None:
            cells.append(_at(value, row, 1, wide - 1))
    first = next(down)
    if rows:
        cells += _indicators(indicators, rows, first)
        repeated += [cell for n in rows[1:] for cell in distinct(grid[n]) if cell.column in heads]
    return Portion(Table(tuple(cells), indicators.table.place), tuple(repeated))


def _indicators(indicators: FlatList, rows: Sequence[int], first: int) -> Iterator[Cell]:
    """The head of the indicators, and the rows of one project below it."""
    header, heads = indicators.header, indicators.heads
    for cell in (*header.cells, *((header.side,) if header.side else ())):
        if cell.column not in heads:
            yield cell._replace(row=cell.row - header.top + first)
    for n, row in enumerate(rows):
        for cell in distinct(indicators.grid[row]):
            if cell.column not in heads and (cell.row == row or n == 0):
                last = max(i for i, r in enumerate(rows) if r <= cell.last_row)
                yield cell._replace(row=first + header.height + n, rows=last - n + 1)


def _at(cell: Cell, row: int, column: int, columns: int) -> Cell:
    return cell._replace(row=row, column=column, rows=1, columns=columns)
