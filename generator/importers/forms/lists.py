"""Lists below a head: what was done about problems, and the projects of one document."""

from collections.abc import Sequence

from generator.importers.context import Context
from generator.importers.days import day_of
from generator.importers.forms.headers import Grid, Header, distinct
from generator.importers.heads import Slot, place
from generator.importers.labels import Part
from generator.importers.ordinals import ordinal
from generator.importers.outline import Cell, Piece
from generator.importers.values import is_nothing
from generator.model.findings import State
from generator.source import At
from generator.values.money import Unit

_UNITS = {unit.label: unit for unit in Unit}


def _held(grid: Grid, row: int, header: Header) -> list[Cell]:
    return [c for c in distinct(grid[row]) if c.row == row and c.text and c is not header.side]


def rectification(context: Context, grid: Grid, header: Header, rows: Sequence[int], at: At) -> int:
    """A row for each problem: the problem, and what was done about it."""
    problem: Cell | None = None
    name = ""
    for n, row in enumerate(rows):
        cells = {header.fields.get(c.column, ""): c for c in _held(grid, row, header)}
        if not cells or (len(cells) == 1 and next(iter(cells.values())).columns > 2):  # noqa: PLR2004
            return n
        here = next((grid[row][c] for c in header.columns_of("finding")), None)
        if here is not None and here.text and here is not problem:
            problem, name = here, f"w{context.gathering.length(*at, 'findings') + 1}"
            number = context.gathering.length(*at, "findings")
            own = ordinal(here.text)
            start = own.end if own else 0
            if start:
                context.label(here, 0, start)
            context.put((*at, "findings", number, "id"), here, name, (start, None))
            context.put((*at, "findings", number, "text"), here, None, (start, None))
        entry: At = (*at, "rectification", context.gathering.length(*at, "rectification"))
        if problem is not None:
            context.put((*entry, "findings", 0), problem, name)
        for field, cell in cells.items():
            put_done(context, entry, field, cell)
    return len(rows)


def put_done(context: Context, entry: At, field: str, piece: Piece, start: int = 0) -> None:
    """What a cell, or a paragraph from a place on, tells of a problem that was put right."""
    text, part = piece.text[start:].strip(), (start, None)
    if field in ("finding", ""):
        return
    if field == "number" or is_nothing(text):
        context.label(piece, start)
    elif field == "state":
        plain = "".join(text.split()).rstrip("。")
        state = next((s for s in State if s.label == plain), None)
        target = (*entry, "state") if state else (*entry, "progress")
        context.put(target, piece, state.value if state else text, part)
    elif field == "due":
        context.put((*entry, "due"), piece, day_of(text) or text, part)
    elif field.startswith("extra."):
        context.put((*entry, "extra", field.removeprefix("extra.")), piece, text, part)
    else:
        context.put((*entry, field), piece, text, part)


def items(
    context: Context, grid: Grid, header: Header, rows: Sequence[int], unit: str, at: At
) -> int:
    """A row for each project, and perhaps one that adds them up."""
    unit = unit or next(
        (u for u in _UNITS for c in header.cells if f"{u}）" in c.text or f"{u})" in c.text), ""
    )
    for n, row in enumerate(rows):
        held = _held(grid, row, header)
        named = next((grid[row][c] for c in header.columns_of("project.name")), None)
        is_total = any(context.labels.field(Part.FUND_TOTAL, c.text) for c in held[:2])
        if not held:
            continue
        if len(held) == 1 and held[0].columns > 2:  # noqa: PLR2004 -- a text below the list
            return n
        if is_total:
            _row(context, header, held, unit, (*at, "total"))
        elif named is not None and named.text:
            number = context.gathering.length(*at, "items")
            item: At = (*at, "items", number)
            context.put((*item, "id"), named, f"item-{number + 1}")
            _row(context, header, held, unit, item)
    return len(rows)


def _row(context: Context, header: Header, cells: Sequence[Cell], unit: str, at: At) -> None:
    is_total = at[-1] == "total"
    whole = at[:-1] if is_total else at
    for cell in cells:
        field = header.fields.get(cell.column, "")
        if field == "number" or not field or is_nothing(cell.text):
            context.label(cell)
        elif field.startswith("funds."):
            amount: At = (*whole, "funds", "stated_total", field.removeprefix("funds."))
            context.put(amount, cell, unit=_UNITS.get(unit))
            if unit and not context.gathering.has(*whole, "funds", "unit"):
                context.put((*whole, "funds", "unit"), cell, _UNITS[unit].value)
        elif is_total:
            context.label(cell)
        else:
            place(context, field, Slot(cell), at)
