"""What columns of a score table are by what stands in them, where their names do not tell.

Forms call the columns of levels as they like (`评估维度 | 评估要点`, `类别 | 内容`), print two that
are called alike, or leave a level out. The rows tell it: a level groups rows, and a name is
another one in each.
"""

import re
from collections.abc import Mapping, Sequence

from generator.importers.aims import operator_of
from generator.importers.forms import changed_targets
from generator.importers.forms.changed_targets import BEFORE
from generator.importers.forms.column_bodies import Body
from generator.importers.forms.columns import AIMS, POINTS
from generator.importers.forms.countings import says_counting
from generator.importers.forms.goal_rows import is_goal, names_goals
from generator.importers.forms.marks import of_whole
from generator.importers.outline import Cell
from generator.importers.ticks import offers

Fields = Mapping[int, str]

_LEVEL = "level."
GOALS = "level.0"
"""A column of goals, above all levels of indicators."""
_NAMING = "level.9"
"""A column that is called indicators, and not of which level."""
_DEEP = frozenset(("level.3", "level.4"))
_VALUES = POINTS | {*AIMS, "likelihood", "score_rate"}
_TEXTS = frozenset(("scoring_rule", "explanation", "score_note", "evidence"))
"""Columns that may name rows where no other does: `评估要点`."""


def settled(fields: Fields, body: Body) -> dict[int, str]:
    """The fields of a score table's columns with what its rows tell of them."""
    told = changed_targets.told(_goals(fields, body), body.heads)
    told = _judged(_kinds(_alone(of_whole(told, body), body), body), body)
    told = _named(told, body)
    told = _above(told, body)
    told = _below(told, body)
    return _numbered(told, body)


def _levels(fields: Fields) -> list[int]:
    return [column for column, name in sorted(fields.items()) if name.startswith(_LEVEL)]


def _values(fields: Fields) -> list[int]:
    return [
        column
        for column, name in sorted(fields.items())
        if name.partition("@")[0] in _VALUES or name.startswith(BEFORE)
    ]


def _goals(fields: Fields, body: Body) -> dict[int, str]:
    """Goals told apart by numbers, before the highest level, are above it.

    Without numbers a goal is that of the project beside it, in a list of several.
    """
    levels = _levels(fields)
    before = [
        column
        for column in range(levels[0] if levels else 0)
        if column in body.heads
        and names_goals(body.heads[column].text)
        and body.groups(column)
        and all(is_goal(cell.text) for cell in body.column(column))
    ]
    return dict(fields) | dict.fromkeys(before, GOALS)


def _alone(fields: Fields, body: Body) -> dict[int, str]:
    """Of two columns called alike the one that holds what its name says; the others are extra.

    `年度目标` before the levels is of the project, `指标方向` with 正向 and 反向 is no sign.
    """
    told = dict(fields)
    levels = _levels(fields)
    for name in AIMS:
        columns = [column for column, field in sorted(fields.items()) if field == name]
        cells = list(dict.fromkeys(body.heads[c] for c in columns if c in body.heads))
        if len(cells) < 2:  # noqa: PLR2004
            continue
        kept = next((cell for cell in cells if _holds(body, cell.column, name)), cells[0])
        cells = [one for one in cells if not _OF_ALL_YEARS.search(one.text)] or cells
        kept = kept if kept in cells else cells[0]
        if name != "operator" and levels:
            kept = next((cell for cell in cells if cell.column > levels[-1]), kept)
        for column in columns:
            if body.heads.get(column, kept) is not kept:
                told[column] = _extra(body, column)
    return told


_OF_ALL_YEARS = re.compile("累计|实施期|中长?期|总体|上年|去年|往年|基期")
"""What says that a column is of another time than the year."""


def _kinds(fields: dict[int, str], body: Body) -> dict[int, str]:
    """A column of classes behind the names of rows is no level above them.

    Where it holds words for what points do to the sum (`加分`, `一票否决`), it says that.
    """
    told = dict(fields)
    levels = _levels(fields)
    for column, field in sorted(fields.items()):
        is_behind = column in levels[1:]
        texts = {"".join(cell.text.split()) for cell in body.column(column)}
        if (is_behind or _CLASS.fullmatch(field)) and says_counting(texts):
            told[column] = "counting"
        elif is_behind and _is_class(fields, body, column, levels):
            told[column] = _extra(body, column)
    return told


def _is_class(fields: Fields, body: Body, column: int, levels: Sequence[int]) -> bool:
    """Whether what stands behind the names of rows, another in each, is the same in several.

    The highest level behind names of no known level is none in any case.
    """
    before = levels[levels.index(column) - 1]
    if fields[column] == "level.1" and fields[before] == _NAMING and not body.groups(column):
        return True
    if fields[column] not in ("level.1", _NAMING) or fields[before] == GOALS:
        return False
    names = [cell.text for cell in body.column(before)]
    classes = [cell.text for cell in body.column(column)]
    is_named = len(names) > 1 and len(set(names)) == len(names) >= len(classes)
    return is_named and (body.groups(column) or len(set(classes)) < len(classes))


def _judged(fields: dict[int, str], body: Body) -> dict[int, str]:
    """A column of sentences is of no grades: `评语` may hold a word for each row, or an account.

    Words to be ticked are none, however many stand in a cell.
    """
    told = dict(fields)
    for column in [column for column, field in fields.items() if field == "grade"]:
        texts = [cell.text.strip() for cell in body.column(column) if not offers(cell.text)]
        if any(map(_ACCOUNT.search, texts)):
            is_free = "score_note" not in fields.values()
            told[column] = "score_note" if is_free else _extra(body, column)
    return told


_ACCOUNT = re.compile(r"[，,。；;：:\n]|.{9}")
"""What is longer than a word for how good something is."""
_CLASS = re.compile(r"extra\.(?:指标)?(?:类别|类型|性质|属性|计分(?:方式|类型|类别)|加减分)")


def _extra(body: Body, column: int) -> str:
    return f"extra.{''.join(body.heads[column].text.split())}"


def _holds(body: Body, column: int, name: str) -> bool:
    if name != "operator":
        return True
    return any(operator_of(cell.text) for cell in body.column(column))


def _named(fields: dict[int, str], body: Body) -> dict[int, str]:
    """The columns before the first value are levels, where no column is called so."""
    values = _values(fields)
    if _levels(fields) or not values:
        return fields
    before = [c for c in fields if c < values[0] and fields[c] != "number" and body.is_text(c)]
    return fields | dict.fromkeys(before, _NAMING)


def _above(fields: dict[int, str], body: Body) -> dict[int, str]:
    """What groups rows before the first level is one above it, where the highest is not told."""
    levels = _levels(fields)
    if not levels or fields[levels[0]] in (GOALS, "level.1"):
        return fields
    before = [
        c
        for c in range(levels[0])
        if fields.get(c, "extra.").startswith("extra.") and body.is_text(c) and body.groups(c)
    ]
    return fields | dict.fromkeys(before, _NAMING)


def _below(fields: dict[int, str], body: Body) -> dict[int, str]:
    """The next text is a level where a cell of the last one stands beside several values."""
    levels, values = _levels(fields), _values(fields)
    values = [column for column in values if levels and column > levels[-1]]
    if not levels or not values:
        return fields
    last = levels[-1]
    beside = [
        row
        for row in body.rows
        if (cell := body.grid[row][last]) is not None
        and cell.row < row
        and cell.row >= body.first
        and any(_begins(body, row, column) for column in values)
    ]
    for column in range(last + 1, values[0]):
        name = fields.get(column, "")
        is_text = name.startswith("extra.") or name in _TEXTS
        if is_text and beside and all(_begins(body, row, column) for row in beside):
            return fields | dict.fromkeys(_columns_of(body, column, fields), _NAMING)
    return fields


def _columns_of(body: Body, column: int, fields: Fields) -> list[int]:
    """The columns of the grid below one name."""
    return [c for c in fields if body.heads.get(c) is body.heads.get(column)]


def _begins(body: Body, row: int, column: int) -> bool:
    cell = body.grid[row][column]
    return cell is not None and cell.row == row and bool(cell.text)


def _numbered(fields: dict[int, str], body: Body) -> dict[int, str]:
    """Several columns of levels that are called alike are one below the other.

    What stands behind the third level, another text in each row beside it, explains it.
    """
    told = dict(fields)
    heads: dict[str, list[Cell]] = {}
    for column in _levels(fields):
        cells = heads.setdefault(fields[column], [])
        if (head := body.heads.get(column)) is not None and head not in cells:
            cells.append(head)
    for name, cells in heads.items():
        for n, head in enumerate(reversed(cells)):
            for column in _columns_of(body, head.column, fields):
                if n and fields[column] == name:
                    told[column] = f"{_LEVEL}{9 - n}" if name == _NAMING else f"{name}.{n}"
    levels = _levels(told)
    if len(levels) > 1 and told[levels[-1]] == _NAMING and told[levels[-2]] in _DEEP:
        last, above = levels[-1], levels[-2]
        if not body.groups(above) and len(list(body.column(above))) >= len(list(body.column(last))):
            for column in _columns_of(body, last, told):
                told[column] = (
                    "explanation" if "explanation" not in told.values() else _extra(body, column)
                )
    return told


def has_values(names: Sequence[str]) -> bool:
    """Whether columns give points, or hold what was done against what was to be done."""
    held = {name for name in names if name}
    return {"weight", "score"} <= held or {"target", "actual"} <= held
