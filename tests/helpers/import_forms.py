"""Printed forms of the fictional 示例市 as data, each with the record that a right import gives.

A cell is its text, or a list of text, rows and columns that it covers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.importers.readers.occupancy import Spanning
from helpers.import_sources import Block, Form
from helpers.tables import typed

FORMS = Path(__file__).parent.parent / "importers" / "forms"


@dataclass(frozen=True)
class Case:
    """One file of forms with what is right of it."""

    name: str
    blocks: Sequence[Block]
    records: Sequence[Mapping[str, Any]]
    """In Chinese keys, without format and status; one for each draft."""
    unplaced: Sequence[str]
    open: Sequence[str]
    """The readings that are left open."""
    notes: Sequence[str]
    """Beginnings of what is said of the source."""
    hidden: Sequence[str]
    """What must stand in no draft."""


def case(name: str) -> Case:
    """The case of a file."""
    data = typed(FORMS / f"{name}.yml")
    forms = data.get("forms", [data])
    return Case(
        name, [_form(one) for one in forms], data.get("records", []), data.get("unplaced", []),
        data.get("open", []), data.get("notes", []), data.get("hidden", []),
    )  # fmt: skip


def names() -> list[str]:
    """Every case."""
    return sorted(file.stem for file in FORMS.glob("*.yml"))


def _form(data: Mapping[str, Any]) -> Form:
    rows = [[_cell(cell) for cell in row] for row in data.get("rows", [])]
    return Form(data.get("above", []), rows, data.get("below", []))


def _cell(cell: str | Sequence[str]) -> Spanning:
    if isinstance(cell, str):
        return Spanning(cell)
    text, rows, columns = cell
    return Spanning(text, int(rows), int(columns))
