"""A department's projects over the years: a table of projects by year, and the scores as lines."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.catalog import Catalog, Entry, Summary
from generator.model.register import Department
from generator.pages.addresses import Link, department_year_address
from generator.pages.charts.lines import LineChart, line_chart


@dataclass(frozen=True, slots=True)
class YearColumn:
    """A year; `link` and `summary` are the department's own, where it has evaluations."""

    year: int
    link: Link | None
    summary: Summary | None


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A project with its evaluation of each year, in the order of the columns."""

    name: str
    cells: Sequence[Entry | None]


@dataclass(frozen=True, slots=True)
class History:
    """Projects by year, oldest year first."""

    years: Sequence[YearColumn]
    projects: Sequence[ProjectRow]
    chart: LineChart | None


def history(catalog: Catalog, department: Department) -> History:
    """Every project of a department, with what a predecessor or successor evaluated of it."""
    runs = catalog.projects(department)
    years = sorted({entry.year for run in runs for entry in run})
    rows = []
    for run in runs:
        by_year = {entry.year: entry for entry in run}
        rows.append(ProjectRow(_name(run), tuple(by_year.get(year) for year in years)))
    return History(
        tuple(_column(catalog, department, year) for year in years), tuple(rows), _chart(runs)
    )


def _column(catalog: Catalog, department: Department, year: int) -> YearColumn:
    entries = catalog.by_year_and_department.get((year, department.id))
    if not entries:
        return YearColumn(year, None, None)
    link = Link(str(year), department_year_address(year, department))
    return YearColumn(year, link, Summary(entries))


def _name(run: Sequence[Entry]) -> str:
    """As the latest evaluation has it."""
    return run[-1].project


def _chart(runs: Sequence[Sequence[Entry]]) -> LineChart | None:
    """Scores out of the most usual total only: others do not compare."""
    totals = Counter(e.full_marks for run in runs for e in run if e.points is not None)
    common = max((t for t in totals if t), key=lambda t: (totals[t], t), default=None)
    if common is None:
        return None
    lines = ((_name(run), _scores(run, common)) for run in runs)
    return line_chart("history-chart", f"各项目历年得分（满分 {common:f} 分）", common, lines)


def _scores(run: Sequence[Entry], full: Decimal) -> Mapping[int, Decimal]:
    same = (entry for entry in run if entry.full_marks == full)
    return {e.year: e.points for e in same if e.points is not None}
