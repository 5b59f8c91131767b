"""A row of a score table: its name, sign and target, and whatever stands in its columns."""

import re
from dataclasses import dataclass, field

from generator.importers.aims import actual_of, does_not_apply, operator_of, target_of
from generator.importers.context import Context
from generator.importers.forms import score_cells
from generator.importers.forms.changed_targets import BEFORE
from generator.importers.forms.columns import AIMS
from generator.importers.forms.contents import GOALS
from generator.importers.forms.countings import named_in, of_name
from generator.importers.forms.headers import Header
from generator.importers.outline import Cell
from generator.importers.values import is_nothing
from generator.model.points import Counting
from generator.source import At
from generator.values.cells.signs import Operator

_WEIGHT = re.compile(
    r"\s?[（(]\s?(?P<said>(?:权重|满分|分值)\s?[为：:]?)?\s?(?P<points>\d{1,3}(?:\.\d{1,2})?)"
    r"\s?(?P<unit>分|[%％])?\s?[）)]\s?$"
)
_MINUS = re.compile(
    r"\s?[（(]\s?(?:[-－—]|最[多高]扣|扣)\s?\d{1,3}(?:\.\d{1,2})?\s?分?\s?[）)]\s?$"
)
"""How much a row may take from the sum, which is no weight of it."""
_OWN_NUMBER = re.compile(r"(?:指标|目标)\s?\d{1,2}\s?[：:]\s?")
_SPACED = re.compile(r"[\u4e00-\u9fff](?:\s{1,4}[\u4e00-\u9fff])+")
"""A name whose signs stand apart, to fill its cell: `产 出 指 标`."""
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
    _name(context, row, header)
    if any(name in AIMS or name.startswith(BEFORE) for name in row.cells):
        _aim(context, row)
    for name, cells in row.cells.items():
        for cell in cells:
            score_cells.put(context, row.at, _asked(row, name), cell, header)


def _name(context: Context, row: Row, header: Header) -> None:
    text = row.cell.text
    is_goal = header.fields.get(row.cell.column) == GOALS
    own = None if is_goal else _OWN_NUMBER.match(text)
    start = len(own[0]) if own else row.start
    end = len(text)
    told = None if row.is_part else named_in(text[start:])
    if told is not None:
        context.put((*row.at, "counting"), row.cell, told[0].value, (start, start + told[1]))
        start += told[1]
    weight = _WEIGHT.search(text)
    is_said = weight is not None and (weight["unit"] or weight["said"])
    if weight and (is_said or row.children) and "weight" not in row.cells:
        end = weight.start()
        sign = "%" if weight["unit"] in ("%", "％") else ""
        context.put((*row.at, "weight"), row.cell, weight["points"] + sign, (end, None))
    elif (minus := _MINUS.search(text)) is not None:
        end = minus.start()
        context.label(row.cell, end)
    elif weight and is_said and row.children:
        end = weight.start()
        context.label(row.cell, end)
    if start and told is None:
        context.label(row.cell, 0, start)
    behind = _SIGN_BEHIND.search(text, start, end)
    if behind is not None and "target" in row.cells and "operator" not in row.cells:
        end = behind.start()
        row.sign = behind["sign"]
        context.label(row.cell, behind.start(), behind.end())
    name = "".join(text[start:end].split("\n"))
    name = "".join(name.split()) if _SPACED.fullmatch(name.strip()) else name
    context.put((*row.at, "name"), row.cell, name.strip(), (start, end))
    counting = Counting.NONE if row.is_part else None if told else of_name(name)
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


_UNCHANGED = re.compile(
    "(?:不|未|没有|无)(?:作|做|予)?(?:调整|变动?|变更|变化)?|同(?:年初|原)[^，。]{0,6}|维持不变"
)


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


def _asked(row: Row, name: str) -> str:
    """The column of a cell; reasons are of both where no other column has the measures."""
    is_joined = name == "deviation_reason" and "corrective_action" not in row.cells
    return score_cells.REASONS if is_joined else name


def _english(sign: str) -> str:
    """A sign as an English record spells it."""
    return next(operator.value for operator in Operator if operator.label == sign)
