"""The pages of hand-outs: one for each department, and one that leads to them."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.audit.rulebook import Rulebook
from generator.desk.filing import Desk, Drawer, Filed
from generator.diagnostics import Diagnostic
from generator.handouts.columns import DEPARTMENTS, OF_OPINIONS, ON_PAGE, named
from generator.handouts.lines import Line
from generator.pages.parts.review import Review, review_of
from generator.pages.standalone import Dress, StandalonePage
from generator.tables import Cell, Column, Table


@dataclass(frozen=True, slots=True)
class HandedLine:
    """A line about a place in a file, with its cells."""

    result: Diagnostic
    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class HandedFile:
    """A file with its lines."""

    title: str
    path: str
    year: int | None
    lines: Sequence[HandedLine]


@dataclass(frozen=True, slots=True)
class HandedRow:
    """A department in the list of them, with the cells behind its name."""

    id: str
    name: str
    cells: Sequence[Cell]


@dataclass(frozen=True, kw_only=True)
class DepartmentPage(StandalonePage):
    """What a department is handed."""

    template = "standalone/department.html.jinja"

    id: str
    review: Review
    columns: Sequence[Column[Line]]
    files: Sequence[HandedFile]
    opinion_columns: Sequence[Column[Line]]
    opinions: Sequence[Sequence[Cell]]


@dataclass(frozen=True, kw_only=True)
class DepartmentsPage(StandalonePage):
    """All departments, and all that is open in them."""

    template = "standalone/departments.html.jinja"

    review: Review
    columns: Sequence[Column[Drawer]]
    rows: Sequence[HandedRow]


def department_page(
    desk: Desk, drawer: Drawer, lines: Sequence[Line], book: Rulebook, publisher: str, dress: Dress
) -> DepartmentPage:
    """The page of a department; its lines are those of the other formats."""
    own = desk.of(drawer.files)
    about = [line for line in lines if not line.is_found]
    return DepartmentPage(
        title=f"{drawer.name}待核对事项", publisher=publisher, dress=dress,
        id=drawer.id, review=review_of(own, book),
        columns=named(ON_PAGE),
        files=tuple(_handed(file, lines) for file in drawer.files if file.open),
        opinion_columns=named(OF_OPINIONS),
        opinions=tuple(Table(drawer.name, named(OF_OPINIONS), about).cells),
    )  # fmt: skip


def departments_page(desk: Desk, book: Rulebook, publisher: str, dress: Dress) -> DepartmentsPage:
    """The page that leads to those of the departments."""
    cells = Table("部门", DEPARTMENTS, desk.drawers).cells
    rows = zip(desk.drawers, cells, strict=True)
    return DepartmentsPage(
        title="待核对事项", publisher=publisher, dress=dress,
        review=review_of(desk, book), columns=DEPARTMENTS,
        rows=tuple(HandedRow(drawer.id, drawer.name, own[1:]) for drawer, own in rows),
    )  # fmt: skip


def _handed(file: Filed, lines: Sequence[Line]) -> HandedFile:
    own = [line for line in lines if line.file is file]
    cells = Table(file.title, named(ON_PAGE), own).cells
    return HandedFile(
        file.title, file.path, file.year,
        tuple(HandedLine(line.result, row) for line, row in zip(own, cells, strict=True)
              if line.result),
    )  # fmt: skip
