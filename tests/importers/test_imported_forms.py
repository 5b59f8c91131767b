"""Printed forms in every format: the grid as it lies, the record as it is right."""

from pathlib import Path

import pytest
from helpers import import_forms, showcase
from helpers.import_forms import Case
from helpers.import_sources import FORMATS, Form, written

from generator.importers import readers
from generator.importers.drafting import draft
from generator.importers.interpreter import Found, interpreted
from generator.importers.ledger import Ledger
from generator.importers.outline import Outline, Table

every_case = pytest.mark.parametrize("name", import_forms.names())
every_format = pytest.mark.parametrize("form", FORMATS)


def outline(case: Case, form: str, folder: Path) -> Outline:
    return readers.read(written(case.blocks, folder / f"source.{form}"))


def read(found: Outline) -> tuple[Ledger, list[Found]]:
    loaded = showcase.loaded()
    return interpreted(found, loaded.declared, loaded.departments)


@every_case
@every_format
def test_a_form_becomes_its_record(name: str, form: str, tmp_path: Path) -> None:
    case = import_forms.case(name)
    source = outline(case, form, tmp_path)
    has_exact_grids(case, source, form)
    ledger, found = read(source)
    drafts = [
        draft(o.gathering, showcase.loaded().declared.lexicon) for o in found if not o.is_blank
    ]
    records = [
        {key: value for key, value in one.record.items() if key not in ("格式", "状态")}
        for one in drafts
    ]
    assert records == list(case.records)
    assert [ledger.text(span) for span in ledger.unplaced()] == list(case.unplaced)
    readings = [reading for one in drafts for o in one.open for reading in o.readings]
    assert readings == list(case.open)
    assert not [word for word in case.hidden for one in drafts if word in one.text]
    assert bool(ledger.left_out()) == bool(case.hidden)
    assert all(one.evaluation is not None for one in drafts)


def has_exact_grids(case: Case, source: Outline, form: str) -> None:
    printed = [one.table for one in case.blocks if isinstance(one, Form) and one.rows]
    found = [block for block in source.blocks if isinstance(block, Table)]
    assert len(found) == len(printed)
    above = [
        len(one.above) if form == "xlsx" else 0 for one in case.blocks if isinstance(one, Form)
    ]
    for table, right, skipped in zip(found, printed, above, strict=True):
        if form == "xlsx":  # of a sheet the rows and columns count in which a text begins
            assert begun(right, 0) <= begun(table, skipped)
        else:
            assert visible(table) == visible(right)


def begun(table: Table, skipped: int) -> set[tuple[str, ...]]:
    """Each text with those that begin in its row and in its column, below the lines above it."""
    held = [c for c in table.cells if c.text and c.row >= skipped]
    return {
        (
            c.text,
            *(o.text for o in held if o.row == c.row),
            *(o.text for o in held if o.column == c.column),
        )
        for c in held
        if c.column
    }


def visible(table: Table) -> set[tuple[int, int, int, int, str]]:
    """The grid by the edges that are there: what no line parts is one column on paper."""
    kept = table.cells
    rows = sorted({edge for c in kept for edge in (c.row, c.row + c.rows)})
    columns = sorted({edge for c in kept for edge in (c.column, c.column + c.columns)})
    return {
        (
            rows.index(c.row),
            columns.index(c.column),
            rows.index(c.row + c.rows),
            columns.index(c.column + c.columns),
            plain(c.text),
        )
        for c in kept
    }


def plain(text: str) -> str:
    return "".join(text.split()).replace("☑", "■")
