"""What columns mean beside one another: points of each level, of each scorer, parts of money."""

import re
from collections.abc import Mapping, Sequence

from generator.importers.outline import Cell
from generator.model.fund_rows import Stage

STAGES = frozenset((*(stage.value for stage in Stage), "rate"))
"""Columns that only a table of money has."""
AMOUNTS = STAGES - {"rate"}
"""Those of them that hold money."""
BREAKDOWNS = {
    "use.name": ("by_use", "use"),
    "year.year": ("by_year", "year"),
    "place.place": ("by_place", "place"),
}
"""By the column that names its rows, where a breakdown stands and what names its entries."""
POINTS = frozenset(("weight", "score", "review_score"))
"""Columns of a score table that hold points."""
AIMS = ("target", "operator", "unit", "actual", "forecast")
"""Columns of a score table that are read together; of each of them a row has one."""
PART = re.compile(r"\s?其中\s?[：:]?\s?")
OF_MONEY = re.compile(
    r"资金|拨款|财政|结转|其中|自筹|补助|贷款|收入|配套|预算|专户|合计|总额|总计|债券|经费"
)
"""Words that names of money have."""


_ADJUSTED = re.compile("调整|变动|追加|调剂")
_OF_YEAR = re.compile("全年|实际|最终|下达")


def before_adjusted(budgets: Sequence[Cell]) -> list[Cell]:
    """The names of budgets beside one that was adjusted, and are of the time before.

    `预算金额 | 调整后预算`: the first is the initial one, though it does not say so.
    """
    adjusted = [cell for cell in budgets if _ADJUSTED.search(cell.text)]
    others = [cell for cell in budgets if cell not in adjusted and not _OF_YEAR.search(cell.text)]
    return others if len(adjusted) == 1 and len(others) == 1 else []


def of_levels(fields: Mapping[int, str]) -> dict[int, str]:
    """Columns of one name behind several levels are each of the level before it.

    `一级指标 权重 二级指标 权重`: the points of the upper row and those of the lower.
    """
    level, found = "", dict[int, str]()
    behind: dict[str, set[str]] = {}
    for column, name in sorted(fields.items()):
        level = name if name.startswith("level.") else level
        is_of_level = level and name != level and "@" not in name
        found[column] = f"{name}@{level}" if is_of_level else name
        behind.setdefault(name, set()).add(level)
    return {
        column: found[column] if len(behind[name]) > 1 else name for column, name in fields.items()
    }


def of_scorers(fields: Mapping[int, str], head: Sequence[Cell]) -> dict[int, str]:
    """Of two columns of points, one of them called 自评, the other is of those who looked again."""
    columns = [column for column, name in fields.items() if name == "score"]
    names = {cell.column: cell.text for cell in head if cell.column in columns}
    own = [column for column, text in names.items() if "自评" in text]
    if len(names) != _TWO or len(own) != 1 or "review_score" in fields.values():
        return dict(fields)
    return {c: "review_score" if c in names and c not in own else f for c, f in fields.items()}


_TWO = 2


def of_budgets(fields: Mapping[int, str], head: Sequence[Cell]) -> dict[int, str]:
    """Of two columns of budgets, one of them adjusted, the other is the initial one."""
    last = "adjusted_budget"
    fields = _without_changes(fields, head)
    columns = [column for column, name in fields.items() if name.removeprefix("funds.") == last]
    before = before_adjusted([cell for cell in head if cell.column in columns])
    if "initial_budget" in {name.removeprefix("funds.") for name in fields.values()}:
        return dict(fields)
    return {
        column: name.replace(last, "initial_budget")
        if column in columns and any(c.column <= column <= c.last_column for c in before)
        else name
        for column, name in fields.items()
    }


def _without_changes(fields: Mapping[int, str], head: Sequence[Cell]) -> Mapping[int, str]:
    """The fields without columns of what a budget was changed by.

    `年初预算 | 调整数（±） | 全年预算`: beside what it was and what it became.
    """
    stages = {column: name.removeprefix("funds.") for column, name in fields.items()}
    budgets = [cell for cell in head if stages.get(cell.column) == "adjusted_budget"]
    is_told = "initial_budget" in stages.values() and any(_AFTER.search(c.text) for c in budgets)
    found = dict(fields)
    for cell in budgets:
        is_change = is_told and _ADJUSTED.search(cell.text) and not _AFTER.search(cell.text)
        if is_change or _CHANGE.search(cell.text):
            name = f"extra.{''.join(cell.text.split())}"
            found |= dict.fromkeys(range(cell.column, cell.last_column + 1), name)
    return found


_AFTER = re.compile("后|全年|最终|实际")
_CHANGE = re.compile("±|[＋+][/／、]?[-－—]|增减")
_BUDGETS = frozenset(("initial_budget", "adjusted_budget"))
_PLAN = "adjusted_budget"
_PLANNED = re.compile(
    r"extra\.(?:计划|安排|批准|核定|批复|应)(?:安排|投入|到位|拨付|下达|资金|使用)?(?:资金|数|额|金额)?(?:[（(][^（()）]{1,6}[）)])?"
)
"""Beside what was spent: what was planned, under a name that elsewhere tells of work."""


def of_stages(fields: Mapping[int, str]) -> dict[int, str]:
    """A column `其中：财政拨款` is a part of the stage that stands before it.

    The sum of quantity and price, where no stage is named, is what is planned for a use.
    """
    stage, found = "", dict[int, str]()
    for column, name in sorted(fields.items()):
        stage = name if name in AMOUNTS else stage
        inner = PART.match(name.removeprefix("extra.")) if name.startswith("extra.") else None
        source = name.removeprefix("extra.")[inner.end() :] if inner else ""
        found[column] = f"part.{stage}.{source}" if stage and source else name
    if not _BUDGETS & set(found.values()) and "spent" in found.values():
        planned = [c for c, f in found.items() if _PLANNED.fullmatch(f)]
        found |= dict.fromkeys(planned if len({found[c] for c in planned}) == 1 else (), _PLAN)
    if "use.quantity" in found.values():
        found = {c: "use.quantity_unit" if f == "extra.单位" else f for c, f in found.items()}
    if not stage and "use.unit_price" in fields.values():
        return {c: "adjusted_budget" if f == "whole" else f for c, f in found.items()}
    return found
