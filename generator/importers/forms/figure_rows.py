"""Rows below a head laid across: each names a field first, and holds nothing but figures then."""

import re
from collections.abc import Container, Sequence

from generator.importers.forms.columns import PART
from generator.importers.forms.grids import Grid, is_figure, starting
from generator.importers.labels import Labels
from generator.importers.outline import Cell
from generator.importers.part import Part
from generator.importers.values import is_nothing


def figure_rows(
    grid: Grid, head: int, labels: Labels, part: Part, fields: Container[str]
) -> Sequence[tuple[str, Sequence[Cell]]]:
    """The rows from below a head to the first of another kind, each with the field it is of.

    What is told of the years before stands among them, and is of no field.
    """
    rows: list[tuple[str, Sequence[Cell]]] = []
    for below in range(head + 1, len(grid)):
        cells = starting(grid, below)
        is_earlier = bool(cells) and _EARLIER.match("".join(cells[0].text.split())) is not None
        field = labels.field(part, cells[0].text) if len(cells) > 1 else None
        field = EARLIER if is_earlier and len(cells) > 1 else field
        field = PARTED if rows and field is None and _is_part(cells) else field
        told = [cell for cell in cells[1:] if not is_nothing(cell.text)]
        if field is None or not (field in _OF_NONE or field in fields) or not told:
            break
        if not all(is_figure(cell.text) for cell in told):
            break
        rows.append((field, cells))
    return rows


def of_the_year(rows: Sequence[tuple[str, Sequence[Cell]]]) -> int:
    """How many rows tell something of the whole year."""
    return sum(field not in _OF_NONE for field, _ in rows)


def _is_part(cells: Sequence[Cell]) -> bool:
    return len(cells) > 1 and PART.match(cells[0].text) is not None


EARLIER = ""
"""The field of a row that tells of a year before."""
PARTED = "其中"
"""That of one that tells a part of the row above it, which no list has a place for."""
_OF_NONE = frozenset((EARLIER, PARTED))
_EARLIER = re.compile("上年|去年|往年|前[一二两三]?年|上一年|以前年度")
