"""The year's goal: what was to be reached beside what was, each below its name."""

from collections.abc import Sequence

from generator.importers.blanks import is_unfilled
from generator.importers.context import Context
from generator.importers.forms.grids import Grid, distinct
from generator.importers.forms.headers import Header
from generator.importers.outline import Cell
from generator.importers.part import Part
from generator.source import At


def read(context: Context, grid: Grid, header: Header, rows: Sequence[int], at: At) -> int:
    """Take the rows below a head of goals; the first that is none of them."""
    found: dict[str, list[Cell]] = {}
    taken = 0
    side = header.side
    # A name that reaches below the head is that of the block, inside a wider one.
    inner = [cell for cell in header.cells if cell.last_row >= header.below]
    fields = {c: f for c, f in header.fields.items() if not any(c == i.column for i in inner)}
    for row in rows:
        if any(row > cell.last_row for cell in inner):
            break
        held = [c for c in distinct(grid[row]) if c.row == row and c.text and c is not side]
        is_beside = side is not None and side.row <= row <= side.last_row
        if taken and not is_beside:
            break
        if any(_is_name(context, cell) for cell in held):
            break
        for cell in held:
            field = fields.get(cell.column)
            if is_unfilled(cell.text):
                context.label(cell)
            elif field and not field.startswith("extra."):
                found.setdefault(field, []).append(cell)
        taken += 1
    for field, cells in found.items():
        spans = [context.gathering.ledger.span(cell) for cell in cells]
        text = "\n".join(cell.text for cell in cells)
        context.put_spans((*at, "objective", field), text, spans)
    return taken


def _is_name(context: Context, cell: Cell) -> bool:
    parts = (Part.HEAD, Part.INDICATORS, Part.FUNDS, Part.PERSONS)
    return any(context.labels.field(part, cell.text) for part in parts)
