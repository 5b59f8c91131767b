"""Tables with a row for each indicator of many projects, taken apart into a form for each project.

Programs export them so: the project's name or code is repeated in every row.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.importers.forms.headers import Grid, Header, distinct, header_at
from generator.importers.labels import Labels, Part
from generator.importers.outline import Cell, Table

_LOOKED_AT = 6
_OF_PROJECT = ("project.code", "project.name")
"""What tells one project from another, the surest first."""


class Portion(NamedTuple):
    """The form of one project, and cells that only repeat what it says of the project."""

    table: Table
    repeated: tuple[Cell, ...]


def portions(table: Table, labels: Labels) -> Sequence[Portion]:
    """A form for each project; nothing where the table is no such list."""
    grid = table.rows()
    for row in range(min(_LOOKED_AT, table.height)):
        header = header_at(grid, row, labels)
        if header is None or header.part is not Part.INDICATORS:
            continue
        heads = {
            cell.column: (field, cell)
            for cell in header.cells
            if (field := labels.field(Part.HEAD, cell.text)) and field.startswith("project.")
        }
        named = next((c for f in _OF_PROJECT for c, (g, _) in heads.items() if g == f), None)
        if named is not None:
            return list(_portions(grid, header, heads, named, table.place))
    return ()


def _portions(
    grid: Grid, header: Header, heads: dict[int, tuple[str, Cell]], named: int, place: str
) -> Iterator[Portion]:
    groups: dict[str, list[int]] = {}
    name = ""
    for row in range(header.below, len(grid)):
        cell = grid[row][named]
        name = cell.text if cell is not None and cell.text else name
        groups.setdefault(name, []).append(row)
    for rows in groups.values():
        yield _portion(grid, header, heads, rows, place)


def _portion(
    grid: Grid, header: Header, heads: dict[int, tuple[str, Cell]], rows: Sequence[int], place: str
) -> Portion:
    cells = [cell for line in grid[: header.top] for cell in distinct(line)]
    repeated: list[Cell] = []
    for n, (column, (_, head)) in enumerate(heads.items(), header.top):
        value = grid[rows[0]][column]
        cells.append(head._replace(row=n, column=0, rows=1, columns=1))
        if value is not None:
            cells.append(value._replace(row=n, column=1, rows=1, columns=len(grid[0]) - 1))
    down = header.top + len(heads)
    cells += (
        cell._replace(row=cell.row - header.top + down)
        for cell in (*header.cells, *((header.side,) if header.side else ()))
        if cell.column not in heads
    )
    down += header.height
    for n, row in enumerate(rows):
        for cell in distinct(grid[row]):
            if cell.column in heads:
                if n:
                    repeated.append(cell)
            elif cell.row == row or n == 0:
                last = max(i for i, r in enumerate(rows) if r <= cell.last_row)
                cells.append(cell._replace(row=down + n, rows=last - n + 1))
    return Portion(Table(tuple(cells), place), tuple(repeated))
