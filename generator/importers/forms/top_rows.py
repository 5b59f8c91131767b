"""The rows over the whole width at the top of a table: its title, its year, its unit."""

import re

from generator.importers.forms.grids import starting
from generator.importers.outline import Cell, Table

_ANNEX = re.compile(r"\s?附\s?[件表]\s?[一二三四五六七八九十\d－-]{0,4}\s?[：:]?\s?")
"""What stands above a title, in a cell of any width."""


def first_texts(table: Table, labels_of: int = 3) -> list[Cell]:
    """Their texts, up to the first row of another kind."""
    found: list[Cell] = []
    grid = table.rows()
    for row in range(min(labels_of, table.height)):
        held = starting(grid, row)
        is_wide = held and held[0].last_column >= table.width - 1
        if len(held) == 1 and held[0].column == 0 and (is_wide or _ANNEX.fullmatch(held[0].text)):
            found.append(held[0])
        elif held:
            break
    return found


def first_cells(table: Table, rows: int = 4) -> list[Cell]:
    """The cells that begin in the first rows and hold text."""
    grid = table.rows()
    return [cell for row in range(min(rows, table.height)) for cell in starting(grid, row)]
