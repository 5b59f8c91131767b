"""Blocks of money in forms made beforehand, which tell one amount and no stage."""

import re

from generator.importers.forms.columns import BREAKDOWNS, STAGES
from generator.importers.forms.grids import Grid, is_figure, starting
from generator.importers.forms.headers import Header, header_of
from generator.importers.labels import Labels
from generator.importers.part import Part
from generator.values.money import NUMBER
from generator.values.text import half_width


def planned_funds(grid: Grid, row: int, labels: Labels) -> Header | None:
    """A block of money without a head: what is asked for, by source, one amount in a row.

    Forms made beforehand print it so; the amount is the year's budget.
    """
    cells = starting(grid, row)
    if len(cells) != _OF_PLAN or labels.field(Part.BLOCK, cells[0].text) is None:
        return None
    side, name, amount = cells
    is_total = labels.field(Part.FUND_TOTAL, name.text) is not None
    if side.column or not (is_total and _AMOUNT.fullmatch(half_width(amount.text).strip())):
        return None
    return Header(Part.FUNDS, row, 0, {amount.column: "adjusted_budget"}, (), side, {})


def planned_sources(grid: Grid, row: int, labels: Labels) -> Header | None:
    """A list of sources with one amount each, in a form that names targets and tells no results.

    What it says of money is the year's budget, as in any form made beforehand.
    """
    cells = starting(grid, row)
    fields = [labels.field(Part.FUNDS, cell.text) for cell in cells]
    is_such = fields.count("source") == fields.count("whole") == 1 and STAGES.isdisjoint(fields)
    if not is_such or any(is_figure(cell.text) for cell in cells):
        return None
    asked = {labels.field(Part.INDICATORS, c.text) for line in grid for c in line if c is not None}
    if "target" not in asked or not _RESULTS.isdisjoint(asked):
        return None
    header = header_of(grid, row, Part.FUNDS, labels)
    if any(field in BREAKDOWNS or field.startswith("part.") for field in header.fields.values()):
        return None
    told = {c: "adjusted_budget" if f == "whole" else f for c, f in header.fields.items()}
    return header._replace(fields=told)


_RESULTS = frozenset(("actual", "score", "forecast"))
_OF_PLAN = 3
_AMOUNT = re.compile(rf"{NUMBER}\s?(?:亿元|万元|元)?", re.ASCII)
