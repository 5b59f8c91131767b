"""Heads that name columns of one part of a form, and are of another all the same."""

import re
from collections.abc import Sequence

from generator.importers.forms.columns import STAGES
from generator.importers.forms.grids import Grid
from generator.importers.labels import Labels
from generator.importers.outline import Cell
from generator.importers.part import Part

_AIMS = frozenset(("target", "actual"))
KIND_OF_SPENDING = re.compile(
    "(?:其中[:：]?)?(?:基本|项目|人员|公用)(?:经费)?(?:支出)?|(?:合计|总计|小计)"
)


def without_kinds(cells: Sequence[Cell]) -> Sequence[Cell]:
    """Names of columns without kinds of spending, where several have columns of their own."""
    kinds = [cell for cell in cells if _KIND.fullmatch("".join(cell.text.split()))]
    return [cell for cell in cells if cell not in kinds] if len(kinds) > 1 else cells


_KIND = re.compile("(?:基本|项目|人员|公用)(?:经费)?支出|(?:人员|公用|项目)经费")


def is_another(
    grid: Grid, row: int, cells: Sequence[Cell], fields: Sequence[str], part: Part, labels: Labels
) -> bool:
    """Whether a head that names columns of a part is of another all the same."""
    match part:
        case Part.RECTIFICATION:  # projects with their money, and what is wrong with each
            return _is_of_money(cells, labels)
        case Part.ITEMS:  # indicators of a project; kinds of spending and sources
            return _names_levels(cells, labels) or _lists_money(grid, row, cells, labels)
        case Part.INDICATORS:  # money by kinds, whose execution gives points
            return _tells_money(cells, fields, labels) or _names_goals(cells, labels)
        case Part.PROBLEMS:  # a problem beside its name, not below it
            return len(fields) < len(cells)
        case _:
            return False


def _is_of_money(cells: Sequence[Cell], labels: Labels) -> bool:
    """Whether a head names projects or bodies, and their amounts or the points of each."""
    fields = {labels.field(Part.ITEMS, cell.text) or "" for cell in cells}
    amounts = sum(field.startswith("funds.") for field in fields)
    is_judged = "result.total" in fields and not _OWNERS.isdisjoint(fields)
    return is_judged or ("project.name" in fields and amounts > 1)


_OWNERS = frozenset(("project.name", "project.unit"))


def _names_levels(cells: Sequence[Cell], labels: Labels) -> bool:
    """Whether two levels of indicators have columns, or one and what is aimed at."""
    fields = [labels.field(Part.INDICATORS, cell.text) or "" for cell in cells]
    levels = sum(field.startswith("level.") for field in fields)
    return levels > 1 or (levels == 1 and not _AIMS.isdisjoint(fields))


def _lists_money(grid: Grid, row: int, cells: Sequence[Cell], labels: Labels) -> bool:
    """Whether what is listed below the name of projects are kinds of spending, or stages."""
    named = [c for c in cells if labels.field(Part.ITEMS, c.text) == "project.name"]
    columns = range(named[0].column, named[0].last_column + 1) if named else ()
    below = [cell.text for line in grid[row + 1 :] for c in columns if (cell := line[c])]
    kinds = sum(KIND_OF_SPENDING.fullmatch("".join(text.split())) is not None for text in below)
    told = {found for text in below if (found := labels.field(Part.FUNDS, text)) in STAGES}
    return kinds > 1 or len(told) > 1


def stages(cells: Sequence[Cell], labels: Labels) -> int:
    """How many columns of money a head has."""
    return sum(labels.field(Part.FUNDS, cell.text) in STAGES for cell in cells)


def _names_goals(cells: Sequence[Cell], labels: Labels) -> bool:
    """Whether each second cell of a row names a goal, and what is between names nothing."""
    names, values = cells[::2], cells[1::2]
    is_paired = len(names) == len(values) > 1
    return (
        is_paired
        and all(labels.field(Part.OBJECTIVE, cell.text) for cell in names)
        and not any(labels.is_any(cell.text) for cell in values)
    )


def _tells_money(cells: Sequence[Cell], fields: Sequence[str], labels: Labels) -> bool:
    """Whether a head has columns of money, and one of kinds or classes at most."""
    levels = sum(field.startswith("level.") for field in fields)
    return levels <= 1 and stages(cells, labels) > 1
