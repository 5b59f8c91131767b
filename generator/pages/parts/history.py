"""A department's projects over the years: a table of projects by year, and the scores as lines."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.catalog import Catalog, Entry
from generator.catalog.projects import rank
from generator.model.kinds import Timing
from generator.model.register import Department
from generator.pages.addresses import Link, department_year_address
from generator.pages.charts.lines import LineChart, line_chart

_LOOKING_BACK_FIRST = (Timing.AFTER, Timing.DURING, Timing.RECTIFYING, Timing.BEFORE)


@dataclass(frozen=True, slots=True)
class YearColumn:
    """A year; `link` leads to the department's own list, where it has one."""

    year: int
    link: Link | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A project's documents of one year: the one that counts, and the others."""

    entry: Entry
    others: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A project with its documents of each year, in the order of the columns."""

    name: str
    cells: Sequence[Cell | None]


@dataclass(frozen=True, slots=True)
class History:
    """Projects by year, oldest year first."""

    years: Sequence[YearColumn]
    projects: Sequence[ProjectRow]
    chart: LineChart | None


def history(catalog: Catalog, department: Department) -> History:
    """Every project of a department, with what a predecessor or successor evaluated of it."""
    runs = [_cells(catalog, run) for run in catalog.projects(department)]
    years = sorted({year for cells in runs for year in cells})
    return History(
        tuple(_column(catalog, department, year) for year in years),
        tuple(ProjectRow(_name(cells), tuple(map(cells.get, years))) for cells in runs),
        _chart(runs),
    )


def _column(catalog: Catalog, department: Department, year: int) -> YearColumn:
    if (year, department.id) not in catalog.by_year_and_department:
        return YearColumn(year, None)
    return YearColumn(year, Link(str(year), department_year_address(year, department)))


def _cells(catalog: Catalog, run: Sequence[Entry]) -> Mapping[int, Cell]:
    """By year, oldest first."""

    def precedence(entry: Entry) -> tuple[bool, int, int]:
        timing = _LOOKING_BACK_FIRST.index(entry.kind.timing)
        return not catalog.counts(entry), timing, rank(entry)

    years: dict[int, list[Entry]] = defaultdict(list)
    for entry in run:
        years[entry.year].append(entry)
    cells = {}
    for year in sorted(years):
        first, *others = sorted(years[year], key=precedence)
        cells[year] = Cell(first, tuple(others))
    return cells


def _name(cells: Mapping[int, Cell]) -> str:
    """As the document that counts last has it."""
    return cells[max(cells)].entry.project


def _chart(runs: Sequence[Mapping[int, Cell]]) -> LineChart | None:
    """Scores out of the most usual total only: others do not compare."""
    entries = (cell.entry for cells in runs for cell in cells.values())
    totals = Counter(e.full_marks for e in entries if e.points is not None)
    common = max((t for t in totals if t), key=lambda t: (totals[t], t), default=None)
    if common is None:
        return None
    lines = ((_name(cells), _scores(cells, common)) for cells in runs)
    return line_chart("history-chart", f"各项目历年得分（满分 {common:f} 分）", common, lines)


def _scores(cells: Mapping[int, Cell], full: Decimal) -> Mapping[int, Decimal]:
    same = (cell.entry for cell in cells.values() if cell.entry.full_marks == full)
    return {e.year: e.points for e in same if e.points is not None}
