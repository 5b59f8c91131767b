"""What stands in a column beside the name of a row of a score table, to its field."""

from generator.importers.causes import reasoned
from generator.importers.context import Context
from generator.importers.forms.changed_targets import BEFORE
from generator.importers.forms.countings import in_column
from generator.importers.forms.headers import Header
from generator.importers.outline import Cell
from generator.importers.ticks import TICKS, chosen, offers
from generator.model.points import Counting
from generator.source import At
from generator.values.text import half_width

REASONS = "reasons"
"""A column of reasons that may hold measures too, since the table has none for these."""
_JUDGED = ("likelihood", "grade")


def put(context: Context, row: At, name: str, cell: Cell, header: Header) -> None:
    """A cell of a column, by what the column is."""
    kind, _, word = name.partition(".")
    if name == "number":
        context.label(cell)
    elif name == "counting":
        _counting(context, row, cell)
    elif kind == "choice":
        column, _, choice = word.partition(".")
        span = context.gathering.ledger.span(cell)
        context.gathering.choose((*row, "extra", column), choice, span)
    elif kind in _JUDGED:
        _judged(context, (*row, kind), word, cell)
    elif name.startswith(("extra.", BEFORE)):
        context.put((*row, "extra", word), cell)
    elif name == REASONS:
        _reasoned(context, row, cell)
    elif name == "weight" and "%" in header.above.get(cell.column, ""):
        context.put((*row, name), cell, half_width(cell.text).strip())
    else:
        context.put((*row, name), cell)


def _counting(context: Context, row: At, cell: Cell) -> None:
    counting = in_column(cell.text)
    if counting in (None, Counting.BASIC):
        context.label(cell)  # that it counts goes without saying
    else:
        context.put((*row, "counting"), cell, counting.value)


def _judged(context: Context, at: At, word: str, cell: Cell) -> None:
    """The word of the column that is ticked, or the one that is ticked in the cell.

    Of several words that are ticked nobody knows which.
    """
    ticked = chosen(cell.text) or ()
    if word and "".join(cell.text.split()) in TICKS:
        context.put(at, cell, word)
    elif word:
        context.label(cell)
    elif len(ticked) == 1:
        context.put(at, cell, ticked[0])
    elif ticked or offers(cell.text):
        span = context.gathering.ledger.span(cell)
        context.gathering.leave_open(at, ticked or (cell.text,), (span,), "勾选的不是一项")
    else:
        context.put(at, cell)


def _reasoned(context: Context, row: At, cell: Cell) -> None:
    """Why a target was missed, and what is done about it where the cell names that apart."""
    told = reasoned(cell.text)
    if told is None:
        context.put((*row, "deviation_reason"), cell)
        return
    context.label(cell)
    for name, part in (("deviation_reason", told.reason), ("corrective_action", told.measure)):
        if part is not None:
            context.put((*row, name), cell, None, part)
