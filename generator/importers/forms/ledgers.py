"""Lists of what was done about problems, of one project or of several."""

import re
from collections.abc import Mapping, Sequence

from generator.importers.context import Context
from generator.importers.days import day_of
from generator.importers.forms.grids import Grid
from generator.importers.forms.headers import Header, reaching
from generator.importers.forms.lists import held_in
from generator.importers.forms.money_units import with_unit
from generator.importers.forms.states import state_of
from generator.importers.ordinals import ordinal
from generator.importers.outline import Cell, Piece
from generator.importers.placing import Slot
from generator.importers.ticks import TICKS
from generator.importers.values import is_nothing, says_none
from generator.model.findings import State
from generator.source import At


def rectification(
    context: Context, grid: Grid, header: Header, rows: Sequence[int], unit: str, at: At
) -> int:
    """A row for each problem: the problem, and what was done about it; perhaps by projects."""
    problem: Cell | None = None
    name = ""
    projects = _projects(grid, header, rows)
    for n, row in enumerate(rows):
        held = held_in(grid, row, header)
        cells = {header.fields.get(c.column, ""): c for c in held}
        if len(cells) == 1 and next(iter(cells.values())).columns > 2:  # noqa: PLR2004
            return n
        found = cells.get("finding")
        is_none = found is not None and says_none(found.text)
        if is_none or cells.keys() <= {"number"}:  # nothing was found, or nobody filled it in
            for cell in cells.values():
                context.label(cell)
            continue
        here = next((grid[row][c] for c in header.columns_of("finding")), None)
        owner = _owner(context, projects, row, at)
        if here is not None and here.text and here is not problem:
            problem, name = here, f"w{context.gathering.length(*owner, 'findings') + 1}"
            number = context.gathering.length(*owner, "findings")
            own = ordinal(here.text)
            start = own.end if own else 0
            if start:
                context.label(here, 0, start)
            context.put((*owner, "findings", number, "id"), here, name, (start, None))
            context.put((*owner, "findings", number, "text"), here, None, (start, None))
        entry: At = (*owner, "rectification", context.gathering.length(*owner, "rectification"))
        if problem is not None:
            context.put((*entry, "findings", 0), problem, name)
        for field, cell in (_beside(grid, row, header) | cells).items():
            told = with_unit(cell, header.cells, unit) if field in _AMOUNTS else None
            if field in OF_FINDING and problem is not None:
                found_at: At = (*owner, "findings", int(name[1:]) - 1)
                context.put((*found_at, OF_FINDING[field]), cell, told)
            else:
                put_done(context, entry, field, cell, told=told)
    return len(rows)


def _beside(grid: Grid, row: int, header: Header) -> dict[str, Cell]:
    """The cells that reach down to a row from above; what they say goes for each of their rows."""
    return {f: cell for f, cell in reaching(grid, row, header).items() if f in _SHARED}


OF_FINDING = {"category": "category", "cause": "cause", "amount_found": "amount"}
"""Fields that tell of the problem, not of what was done, each with its name there.

What a problem is about (涉及金额) was not therefore paid back (追回金额).
"""
_AMOUNTS = frozenset(("amount", "amount_found"))
_SHARED = frozenset(
    ("category", "cause", "measure", "progress", "state", "responsible", "due", "done_on")
)
"""Columns of which one cell may speak of several problems; an amount would be counted twice."""


def _projects(grid: Grid, header: Header, rows: Sequence[int]) -> Mapping[int, Cell]:
    """By row the cell with the name of its project, where a column tells it; it goes on below."""
    found: dict[int, Cell] = {}
    for column in header.columns_of("project.name")[:1]:
        last: Cell | None = None
        for row in rows:
            cell = grid[row][column]
            last = cell if cell is not None and cell.text else last
            if last is not None:
                found[row] = last
    return found


def _owner(context: Context, projects: Mapping[int, Cell], row: int, at: At) -> At:
    """What a row is of: the document, or of several projects the one that it names."""
    if row not in projects:
        return at
    names = list(dict.fromkeys("".join(cell.text.split()) for cell in projects.values()))
    cell = projects[row]
    if len(names) == 1:
        context.put((*at, "project", "name"), cell)
        return at
    number = names.index("".join(cell.text.split()))
    item: At = (*at, "items", number)
    if not context.gathering.has(*item, "id"):
        context.put((*item, "id"), cell, f"item-{number + 1}", (0, 0))
    context.put((*item, "project", "name"), cell)
    return item


_STATE_BEHIND = re.compile(
    rf"(?<=[。；;])\s?(?P<state>{'|'.join(one.label for one in State)})。?\s?\Z"
)
"""How an account of what was done may end: with how it stands, in a word."""


_YES_OR_NO = frozenset(("否", "×", "不"))


def _put_state(context: Context, entry: At, ticked: str, slot: Slot, text: str) -> None:
    """How a problem stands: the word that a cell says, or that of its column where it is ticked."""
    plain = "".join(text.split()).rstrip("。")
    is_ticked = bool(ticked) and plain in TICKS
    state = state_of(ticked if is_ticked else plain)
    has_progress = not ticked and context.gathering.has(*entry, "progress")
    if state is not None:
        context.put((*entry, "state"), slot.piece, state.value, slot.part)
    elif plain in _YES_OR_NO or has_progress:
        reason = "只写是或否，请选整改状态" if plain in _YES_OR_NO else "不是整改状态的说法"
        span = context.gathering.ledger.span(slot.piece, *slot.part)
        context.gathering.leave_open((*entry, "state"), (text,), [span], reason)
    else:
        context.put((*entry, "progress"), slot.piece, text, slot.part)


def put_done(
    context: Context, entry: At, field: str, piece: Piece, start: int = 0, *,
    told: str | None = None,
) -> None:  # fmt: skip
    """What a cell, or a paragraph from a place on, tells of a problem that was put right.

    `told` is what it says with what goes without saying there: the unit of an amount.
    """
    text, part = told or piece.text[start:].strip(), (start, None)
    if field in ("finding", "project.name", ""):
        return
    if field == "number" or is_nothing(text):
        context.label(piece, start)
    elif field.partition(".")[0] == "state":
        _put_state(context, entry, field.partition(".")[2], Slot(piece, start), text)
    elif field == "progress" and (behind := _STATE_BEHIND.search(piece.text, start)) is not None:
        english = next(s.value for s in State if s.label == behind["state"])
        context.put((*entry, "state"), piece, english, behind.span("state"))
        context.put((*entry, field), piece, None, (start, behind.start("state")))
    elif field == "due":
        context.put((*entry, "due"), piece, day_of(text) or text, part)
    elif field.startswith("extra."):
        context.put((*entry, "extra", field.removeprefix("extra.")), piece, text, part)
    else:
        context.put((*entry, field), piece, text, part)
