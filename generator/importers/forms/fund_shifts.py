"""Heads of money that begin a column too early, since nothing stands over the names of rows.

Their first stage stands over names then, and the last amounts below nothing. The figures tell it:
moved behind the names, every rate is what was spent of its budget, or the parts make up their sum.
Where neither is so, nobody knows which amount is of which stage.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from generator.importers.forms.columns import AMOUNTS, PART, STAGES
from generator.importers.forms.grids import Grid, is_figure
from generator.importers.outline import Cell
from generator.importers.values import is_nothing
from generator.values.money import parse

Fields = Mapping[int, str]
_BASES = ("adjusted_budget", "initial_budget", "received")
_NEAR = Decimal("0.6")
"""Points of a hundred by which a rate may be rounded."""


def moved(fields: Fields, grid: Grid, rows: range, side: Cell | None) -> Fields | None:
    """The fields behind the names of rows, where the head stands over these; None elsewhere.

    Without the stages where the figures do not bear that out.
    """
    told = [column for column, name in fields.items() if name in AMOUNTS]
    first = min(told, default=-1)
    if first < 0:
        return None
    lines = list(_lines(grid, rows, side))
    names = [line[first] for line in lines]
    by = {cell.columns for cell in names if cell is not None and cell.column == first}
    is_over = len(lines) > 1 and len(by) == 1 and all(map(_is_name, names))
    width = by.pop() if is_over else 0
    last = max(_last(line) for line in lines) if lines else 0
    if not width or last != max(fields) + width:
        return None
    found = {c + width if c >= first else c: name for c, name in fields.items()}
    if _agrees(found, lines):
        return found
    return {column: name for column, name in fields.items() if name not in STAGES}


def _lines(grid: Grid, rows: range, side: Cell | None) -> Iterator[Sequence[Cell | None]]:
    """The rows of the block: those beside its name, else as long as they hold figures."""
    for row in rows:
        line = grid[row]
        figures = {c for c in line if c is not None and c.row == row and is_figure(c.text)}
        if side is not None and row > side.last_row:
            return
        if side is None and len(figures) < 2:  # noqa: PLR2004 -- a budget and what was spent
            return
        yield line


def _is_name(cell: Cell | None) -> bool:
    is_named = cell is not None and bool(cell.text) and not is_figure(cell.text)
    return is_named and cell is not None and not is_nothing(PART.sub("", cell.text))


def _last(line: Sequence[Cell | None]) -> int:
    return max((c.last_column for c in line if c is not None and c.text), default=0)


def _agrees(fields: Fields, lines: Sequence[Sequence[Cell | None]]) -> bool:
    """Whether what stands below every amount is one, and rates are what was spent of a budget."""
    checked = 0
    for line in lines:
        told = {fields[c]: cell.text for c, cell in enumerate(line) if cell and c in fields}
        amounts = [text for name, text in told.items() if name in AMOUNTS]
        if not all(is_figure(text) or is_nothing(text) for text in amounts):
            return False
        held = {n: v for n, text in told.items() if (v := _value(text)) is not None}
        bases = [held[name] for name in _BASES if held.get(name)]
        if "rate" not in held or "spent" not in held or not bases:
            continue
        if not any(abs(held["spent"] / one * 100 - held["rate"]) <= _NEAR for one in bases):
            return False
        checked += 1
    return checked > 0 or _adds_up(fields, lines)


def _adds_up(fields: Fields, lines: Sequence[Sequence[Cell | None]]) -> bool:
    """Whether the first row is the sum of those below it, in each column of amounts."""
    if len(lines) <= _PARTS:
        return False
    for column in (column for column, name in fields.items() if name in AMOUNTS):
        whole, *parts = ((cell and _value(cell.text)) or Decimal(0) for line in lines
                         for cell in (line[column],))  # fmt: skip
        if sum(parts, Decimal(0)) != whole:
            return False
    return True


_PARTS = 2
"""Parts that a sum must have to bear anything out."""


def _value(text: str) -> Decimal | None:
    return parse(text.strip().rstrip("%％")) if is_figure(text) else None
