"""A row of a score table: its name, sign and target, and whatever stands in its columns."""

import re
from dataclasses import dataclass, field

from generator.importers.aims import actual_of, does_not_apply, operator_of, target_of
from generator.importers.causes import reasoned
from generator.importers.context import Context
from generator.importers.forms.columns import AIMS
from generator.importers.forms.contents import BEFORE
from generator.importers.forms.countings import in_column, of_name
from generator.importers.forms.headers import Header
from generator.importers.outline import Cell
from generator.importers.ticks import TICKS, chosen, offers
from generator.importers.values import is_nothing
from generator.model.points import Counting
from generator.source import At
from generator.values.cells.signs import Operator
from generator.values.text import half_width

_WEIGHT = re.compile(
    r"\s?[（(]\s?(?P<said>(?:权重|满分|分值)\s?[为：:]?)?\s?(?P<points>\d{1,3}(?:\.\d{1,2})?)"
    r"\s?(?P<unit>分|[%％])?\s?[）)]\s?$"
)
_OWN_NUMBER = re.compile(r"(?:指标|目标)\s?\d{1,2}\s?[：:]\s?")
_SIGN_BEHIND = re.compile(r"\s?[（(]?\s?(?P<sign>[≥≤><=＝≧≦＞＜]{1,2})\s?[）)]?\s?\Z")


@dataclass(slots=True)
class Row:
    """A row of the tree in the making."""

    at: At
    cell: Cell
    first: int
    last: int
    is_deepest: bool = True
    """Whether it is no row that only holds others."""
    children: int = 0
    cells: dict[str, list[Cell]] = field(default_factory=dict)
    start: int = 0
    """Where its name begins, behind a number that says how deep it is."""
    is_part: bool = False
    """Whether it is contained in the row above it, and gives no points: `其中：柳渡村`."""
    sign: str = ""
    """The sign of its target, where that is written behind its name."""


def put(context: Context, row: Row, header: Header) -> None:
    """What was found of a row, to its fields."""
    _name(context, row)
    if any(name in AIMS or name.startswith(BEFORE) for name in row.cells):
        _aim(context, row)
    _cells(context, row, header)


def _name(context: Context, row: Row) -> None:
    text = row.cell.text
    start = len(own[0]) if (own := _OWN_NUMBER.match(text)) else row.start
    end = len(text)
    weight = _WEIGHT.search(text)
    is_said = weight is not None and (weight["unit"] or weight["said"])
    if weight and (is_said or row.children) and "weight" not in row.cells:
        end = weight.start()
        sign = "%" if weight["unit"] in ("%", "％") else ""
        context.put((*row.at, "weight"), row.cell, weight["points"] + sign, (end, None))
    elif weight and is_said and row.children:
        end = weight.start()
        context.label(row.cell, end)
    if start:
        context.label(row.cell, 0, start)
    behind = _SIGN_BEHIND.search(text, start, end)
    if behind is not None and "target" in row.cells and "operator" not in row.cells:
        end = behind.start()
        row.sign = behind["sign"]
        context.label(row.cell, behind.start(), behind.end())
    name = "".join(text[start:end].split("\n"))
    context.put((*row.at, "name"), row.cell, name.strip(), (start, end))
    counting = Counting.NONE if row.is_part else of_name(name)
    if counting is not None:
        context.put((*row.at, "counting"), row.cell, counting.value, (start, end))


def _aim(context: Context, row: Row) -> None:
    """Sign, target, unit and actual value, which are read together."""
    _in_force(context, row)
    cells = {k: v[0] for k, v in row.cells.items() if k in AIMS}
    unit = "".join(cells["unit"].text.split()).replace("％", "%") if "unit" in cells else ""
    name = row.cell.text
    if does_not_apply(unit) or is_nothing(unit):
        unit = ""
    if "target" in cells:
        unit = _target(context, row, cells["target"], unit, name)
    if "operator" in cells:
        _operator(context, row, cells["operator"])
    if "unit" in cells:
        context.put((*row.at, "unit"), cells["unit"], unit)
    for which in ("actual", "forecast"):
        if which in cells:
            context.put((*row.at, which), cells[which], actual_of(cells[which].text, unit))
    for which in cells:
        del row.cells[which][0]


def _in_force(context: Context, row: Row) -> None:
    """Let a row that was not adjusted in the year have the target that it had before."""
    before = next((name for name in row.cells if name.startswith(BEFORE)), None)
    told = row.cells.get("target", [])[:1]
    if before is None:
        return
    if not told or is_nothing(told[0].text) or _UNCHANGED.fullmatch(told[0].text.strip()):
        for cell in told:
            context.label(cell)
        row.cells["target"] = row.cells.pop(before)


_UNCHANGED = re.compile("(?:不|未|没有|无)(?:作|做|予)?(?:调整|变动?|变更|变化)?|同(?:年初|原)[^，。]{0,6}|维持不变")


def _target(context: Context, row: Row, cell: Cell, unit: str, name: str) -> str:
    """A target with the sign before it, or behind the name of its row; the unit it is in."""
    read = target_of(cell.text, unit, name)
    context.put((*row.at, "target"), cell, read.target)
    sign, saying = (read.operator, cell) if read.operator else (operator_of(row.sign), row.cell)
    if sign and "operator" not in row.cells:
        context.put((*row.at, "operator"), saying, _english(sign))
    if read.unit and not unit:
        context.put((*row.at, "unit"), cell, read.unit)
    return unit or read.unit


def _operator(context: Context, row: Row, cell: Cell) -> None:
    sign = operator_of(cell.text)
    if sign:
        context.put((*row.at, "operator"), cell, _english(sign))
    elif sign is None and not is_nothing(cell.text):
        context.put((*row.at, "extra", "指标性质"), cell)
    else:
        context.label(cell)


def _cells(context: Context, row: Row, header: Header) -> None:
    for name, cells in row.cells.items():
        for cell in cells:
            _put(context, row, name, cell, header)


def _put(context: Context, row: Row, name: str, cell: Cell, header: Header) -> None:
    if name == "number":
        context.label(cell)
    elif name == "counting":
        counting = in_column(cell.text)
        if counting in (None, Counting.BASIC):
            context.label(cell)  # that it counts goes without saying
        else:
            context.put((*row.at, name), cell, counting.value)
    elif name.startswith("choice."):
        _, column, choice = name.split(".", 2)
        span = context.gathering.ledger.span(cell)
        context.gathering.choose((*row.at, "extra", column), choice, span)
    elif name.startswith(("likelihood.", "grade.")):
        field, _, word = name.partition(".")
        if "".join(cell.text.split()) in TICKS:
            context.put((*row.at, field), cell, word)
        else:
            context.label(cell)
    elif name.startswith(("extra.", BEFORE)):
        context.put((*row.at, "extra", name.partition(".")[2]), cell)
    elif name in ("likelihood", "grade") and (offers(cell.text) or chosen(cell.text)):
        _ticked(context, (*row.at, name), cell)
    elif name == "deviation_reason" and "corrective_action" not in row.cells:
        _reasoned(context, row, cell)
    elif name == "weight" and "%" in header.above.get(cell.column, ""):
        context.put((*row.at, name), cell, half_width(cell.text).strip())
    else:
        context.put((*row.at, name), cell)


def _reasoned(context: Context, row: Row, cell: Cell) -> None:
    """Why a target was missed, and what is done about it where the cell names that apart."""
    told = reasoned(cell.text)
    if told is None:
        context.put((*row.at, "deviation_reason"), cell)
        return
    context.label(cell)
    for name, part in (("deviation_reason", told.reason), ("corrective_action", told.measure)):
        if part is not None:
            context.put((*row.at, name), cell, None, part)


def _ticked(context: Context, at: At, cell: Cell) -> None:
    """The one word that is ticked; of several, or of none among ticks, nobody knows which."""
    words = chosen(cell.text) or ()
    if len(words) == 1:
        context.put(at, cell, words[0])
    else:
        span = context.gathering.ledger.span(cell)
        context.gathering.leave_open(at, words or (cell.text,), (span,), "勾选的不是一项")


def _english(sign: str) -> str:
    """A sign as an English record spells it."""
    return next(operator.value for operator in Operator if operator.label == sign)
