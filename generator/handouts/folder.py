"""All hand-outs of a site, as the files of a folder."""

from collections.abc import Mapping, Sequence
from itertools import chain

from generator.audit.rulebook import Rulebook
from generator.desk.filing import Desk, Drawer
from generator.handouts.columns import COLUMNS, offering
from generator.handouts.lines import Line, lines_of, offered
from generator.handouts.pages import department_page, departments_page
from generator.model.criteria import Criterion
from generator.pages.standalone import Dress, rendered
from generator.tables import Table
from generator.tables.csv_text import as_csv
from generator.tables.json_text import as_json
from generator.tables.workbook import as_workbook

_SHEET = "待核对事项"


def handouts(
    desk: Desk, criteria: Sequence[Criterion], book: Rulebook, publisher: str
) -> Mapping[str, bytes]:
    """The files by their paths in the folder: the same desk makes the same bytes.

    `index.html` leads to `departments/<id>.html`, `.xlsx` and `.csv`; `lines.json` is all that
    is open in all departments, for programs.
    """
    dress = Dress()
    lines = {drawer.id: lines_of(drawer, criteria, book) for drawer in desk.drawers}
    files = {"index.html": rendered(departments_page(desk, book, publisher, dress)).encode()}
    for drawer in desk.drawers:
        own = lines[drawer.id]
        page = department_page(desk, drawer, own, book, publisher, dress)
        place = f"departments/{drawer.id}"
        files[f"{place}.html"] = rendered(page).encode()
        files[f"{place}.xlsx"] = as_workbook([_table(drawer, own, criteria)])
        files[f"{place}.csv"] = as_csv(Table(_SHEET, COLUMNS, own))
    found = (line for line in chain.from_iterable(lines.values()) if line.is_found)
    every = Table(_SHEET, COLUMNS, tuple(found))
    return files | {"lines.json": as_json(every).encode()}


def _table(drawer: Drawer, lines: Sequence[Line], criteria: Sequence[Criterion]) -> Table[Line]:
    """With what a free line may name: a document of the department, a criterion of the bureau."""
    choices = {
        "title": [file.title for file in drawer.files if file.record],
        "rule_title": [one.title for one in offered(drawer, criteria)],
    }
    return Table(_SHEET, offering(choices), lines)
