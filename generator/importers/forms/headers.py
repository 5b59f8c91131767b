"""Rows that name the columns below them."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.importers.forms.column_bodies import Body
from generator.importers.forms.columns import (
    AMOUNTS,
    BREAKDOWNS,
    OF_MONEY,
    PART,
    POINTS,
    STAGES,
    of_budgets,
    of_levels,
    of_scorers,
    of_stages,
)
from generator.importers.forms.contents import has_values, settled
from generator.importers.forms.fund_shifts import moved
from generator.importers.forms.grids import Grid, are_below_wide, distinct, is_figure, starting
from generator.importers.forms.head_doubts import is_another, stages, without_kinds
from generator.importers.forms.head_kinds import HEADS, PLACE, is_of_bodies, is_of_places
from generator.importers.forms.head_rows import depth, goes_on, is_side, names_over, only_marks
from generator.importers.forms.head_years import of_this_year, without_year
from generator.importers.forms.list_numbers import numbered
from generator.importers.forms.states import state_of
from generator.importers.forms.twin_halves import is_halved, of_the_year
from generator.importers.labels import Labels
from generator.importers.outline import Cell
from generator.importers.part import Part

_PARTED = POINTS | {"target", "actual"}
"""Columns of indicators that forms part into several."""
_AMOUNT_OF = re.compile("数值|值|数|数量|指标值|目标值|内容|具体值|分值|分数")
_TIME_OF_TARGET = re.compile(
    "(?:年初|期初|原|年中|全年)?(?:设定|批复|申报|下达|调整|变更|修订)?[前后]?(?:数|值|目标|指标)?值?"
)
_REVIEWER = re.compile(
    "复核|复评|抽查|审核|财政(?:部门|局)?|主管(?:部门|单位|局)?|再评价|第三方|评价组|核定"
)


class Header(NamedTuple):
    """The head of a block of columns."""

    part: Part
    top: int
    height: int
    fields: Mapping[int, str]
    """Of each column of the grid its field; an undeclared one is an extra column."""
    cells: tuple[Cell, ...]
    side: Cell | None
    """The name of the block, written beside all its rows."""
    above: Mapping[int, str]
    """What stands over a column's own name, where its head has two rows."""

    @property
    def below(self) -> int:
        """The first row of the block."""
        return self.top + self.height

    def columns_of(self, field: str) -> list[int]:
        """The columns of the grid that a field takes."""
        return [column for column, name in self.fields.items() if name == field]


def header_at(grid: Grid, row: int, labels: Labels, year: str = "") -> Header | None:
    """The head that begins in a row, of whichever part it is; `year` is that of the form."""
    cells = starting(grid, row)
    if len(cells) < 2 or any(is_figure(cell.text) for cell in cells):  # noqa: PLR2004
        return None  # one name is a row of its own, and heads hold no figures
    for part, is_head in HEADS.items():
        told = without_kinds(cells) if part is Part.FUNDS else cells
        fields = [f for cell in told if (f := labels.field(part, without_year(cell.text)))]
        is_found = (
            is_head(fields)
            or (
                part is Part.FUNDS
                and (_is_one_stage(cells, fields, labels) or _is_parted(grid, row, fields, labels))
            )
            or (part is Part.INDICATORS and is_halved(grid, row, fields, labels))
        )
        if not is_found and part is Part.INDICATORS:
            is_found = has_values(fields) and not stages(cells, labels)
        if is_found and is_another(grid, row, cells, fields, part, labels):
            continue
        if is_found and _has_values_below(grid, row, labels, part):
            header = header_of(grid, row, part, labels, year)
            names = header.fields.values()
            if part is not Part.INDICATORS or any(name.startswith("level.") for name in names):
                return header
    return None


def _is_one_stage(cells: Sequence[Cell], fields: Sequence[str], labels: Labels) -> bool:
    """One stage of money beside the name of its block."""
    side = cells[0]
    is_side = side.column == 0 and side.rows > 1 and labels.field(Part.BLOCK, side.text)
    return len(cells) == 2 and bool(is_side) and not STAGES.isdisjoint(fields)  # noqa: PLR2004


def _is_parted(grid: Grid, row: int, fields: Sequence[str], labels: Labels) -> bool:
    """Whether the next row parts the columns of a head of breakdowns into stages."""
    if row + 1 >= len(grid) or not any(f in BREAKDOWNS for f in fields):
        return False
    below = starting(grid, row + 1)
    is_wide = any(cell.columns > 1 for cell in starting(grid, row))
    named = all(labels.field(Part.FUNDS, cell.text) in STAGES for cell in below)
    return is_wide and len(below) > 1 and named and are_below_wide(grid, row, below)


def reaching(grid: Grid, row: int, header: Header) -> dict[str, Cell]:
    """By field the cells that reach down to a row from above; what they say goes for it too."""
    above = [c for c in distinct(grid[row]) if header.below <= c.row < row and c.text]
    return {header.fields.get(cell.column, ""): cell for cell in above}


def _has_values_below(grid: Grid, row: int, labels: Labels, part: Part) -> bool:
    if part is not Part.OBJECTIVE:
        return row + 1 < len(grid)
    if row + 1 >= len(grid):
        return False
    below = [c for c in starting(grid, row + 1) if labels.field(Part.BLOCK, c.text) is None]
    return bool(below) and not any(labels.is_any(cell.text) for cell in below)


def header_of(grid: Grid, row: int, part: Part, labels: Labels, year: str = "") -> Header:
    """The head of a part that a row begins, with the rows that belong to it."""
    first = starting(grid, row)
    side = next((c for c in distinct(grid[row]) if is_side(c, row, first, labels)), None)
    named = [cell for cell in first if cell is not side]
    height = depth(grid, row, named, side)
    if height == 1 and goes_on(grid, row + 1, part, labels):
        height = 2
    naming = height
    while only_marks(grid, row + height, side):
        height += 1
    zone = [
        cell
        for line in grid[row : row + height]
        for cell in distinct(line)
        if cell is not side and cell.row >= row
    ]
    fields, above, own = dict[int, str](), dict[int, str](), dict[int, str]()
    for column in range(len(grid[0])):
        names = names_over(grid, row, naming, column, side)
        if names:
            own[column] = names[-1]
            fields[column], upper = _field(part, names, labels)
            if upper:
                above[column] = upper
    if part is Part.INDICATORS:
        heads = {c: cell for c in fields if (cell := grid[row + naming - 1][c]) is not None}
        fields = dict(of_the_year(fields, heads, above, grid, labels))
    told = _settled(
        part,
        of_this_year(part, fields, own, year),
        zone,
        grid[row : row + height],
        Body(grid, row + height, {}),
        side,
    )
    unique = tuple(dict.fromkeys(cell for cell in zone if cell.text))
    return Header(part, row, height, told, unique, side, above)


def _settled(
    part: Part, fields: dict[int, str], zone: Sequence[Cell], lines: Grid, body: Body,
    side: Cell | None,
) -> dict[int, str]:  # fmt: skip
    """The fields of columns with what the columns beside them and the rows below tell of them."""
    if part is Part.INDICATORS:
        heads = {c: cell for line in lines for c, cell in enumerate(line) if cell}
        heads = {c: cell for c, cell in heads.items() if c in fields and cell is not side}
        fields = settled(fields, body._replace(heads=heads))
        fields = of_scorers(of_levels(fields), zone)
    if part is Part.FUNDS:
        rows = range(body.first, len(body.grid))
        behind = moved(fields, body.grid, rows, side)
        fields = dict(fields if behind is None else behind)
        fields = of_stages({c: f for c, f in fields.items() if not _is_corner(f, body, c, side)})
    if part in (Part.FUNDS, Part.ITEMS):
        fields = of_budgets(fields, zone)
    if part is Part.ITEMS:
        fields = numbered(body.grid, body.first, fields, zone)
    if part is Part.ITEMS and is_of_bodies(fields.values()):
        fields = {c: "project.name" if f == "project.unit" else f for c, f in fields.items()}
    if part is Part.ITEMS:
        fields = _of_places(fields)
    return fields


def _of_places(fields: dict[int, str]) -> dict[int, str]:
    """Regions are what a list is of where it names nothing else, else a column beside that."""
    name = "project.name" if is_of_places(fields.values()) else "project.extra.地区"
    return {column: name if field == PLACE else field for column, field in fields.items()}


def _is_corner(field: str, body: Body, column: int, side: Cell | None) -> bool:
    """Whether a name like that of a stage stands over the names of rows, and no figures."""
    if field not in AMOUNTS or side is None:
        return False
    lines = body.grid[body.first : side.last_row + 1]
    below = [c.text for line in lines if (c := line[column]) is not None and c.text]
    return len(below) > 1 and not any(map(is_figure, below)) and any(map(PART.match, below))


def _below_wide(own: str, over: str) -> str | None:
    """The field of a column below a wider one: `数值` below a target, `复核` below points."""
    if _AMOUNT_OF.fullmatch(own):
        return over
    if over == "target" and _TIME_OF_TARGET.fullmatch(own):
        return over
    if over == "score" and _REVIEWER.match(own) and not own.endswith(("意见", "说明", "原因")):
        return "review_score"
    return None


def _choice(part: Part, over: str | None, own: str) -> str:
    """The field of a column for one word of those below a wider name, to be ticked; else empty."""
    if part is Part.INDICATORS and over in ("likelihood", "grade"):
        return f"{over}.{own}"
    is_state = part is Part.RECTIFICATION and over in ("state", "progress")
    return f"state.{own}" if is_state and state_of(own) else ""


def _field(part: Part, names: Sequence[str], labels: Labels) -> tuple[str, str]:
    """The field that a column's own name says, and the name above it."""
    above = names[-2] if len(names) > 1 else ""
    own = "".join(names[-1].split())
    prefix = "project.extra" if part is Part.ITEMS else "extra"
    field = labels.column(part, without_year(names[-1])) or f"{prefix}.{own}"
    over = labels.field(part, above) if above else None
    if part is Part.INDICATORS and over and over.startswith("level."):
        return (over if field.startswith("level.") else f"{field}@{over}"), above
    if part is Part.INDICATORS and over in _PARTED and (inner_field := _below_wide(own, over)):
        return inner_field, above
    if choice := _choice(part, over, own):
        return choice, above
    is_source = bool(above and over not in STAGES and OF_MONEY.search(above))
    if part is Part.FUNDS and is_source and field in AMOUNTS:
        is_total = labels.field(Part.FUND_TOTAL, above) is not None
        return (field if is_total else f"part.{field}.{''.join(above.split())}"), above
    if part is Part.FUNDS and over in STAGES:
        inner = PART.match(names[-1])
        if inner or (field.startswith("extra.") and OF_MONEY.search(own)):
            field = f"part.{over}.{names[-1][inner.end() if inner else 0 :].strip()}"
        return (over if field == "whole" else field), above
    return field, above
