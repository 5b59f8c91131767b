"""Cells of targets and actual values are read as their labels say, and never otherwise."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.values.cells.cell import Cell, Day, Reads
from generator.values.cells.reading import read
from generator.values.cells.units import scale

LABELLED = Path(__file__).parent / "cells"
LEAST = Decimal("0.95")


def said(cell: Cell) -> tuple[object, ...]:
    """A reading as labels compare: how much it is, whichever magnitude its unit has."""
    worth, unit = scale(cell.unit)
    match cell.reads:
        case Reads.FIGURE:
            sign = cell.sign.label if cell.sign else ""
            return ("figure", sign, cell.number * worth, unit, cell.period)
        case Reads.RANGE:
            return ("range", cell.number * worth, cell.high * worth, unit, cell.period)
        case Reads.DATE:
            return ("date", day_label(cell.day), cell.period)
        case Reads.CHANGE:
            sign = cell.sign.label if cell.sign else ""
            return ("change", sign, cell.rises, cell.number * worth, unit, cell.period)
        case Reads.ABOUT:
            return ("about", cell.number * worth, unit, cell.period)
    return (cell.reads.name.lower(),)


def day_label(day: Day | None) -> str:
    """`2023-11-30`, `--12-31` of every year, `---10` of every month."""
    assert day is not None
    if day.month is None:
        return f"---{day.day:02}"
    of = day.in_year(day.year or 2023)
    year = f"{day.year}-" if day.year else "--"
    return f"{year}{of.month:02}-{of.day:02}"


def meant(label: Mapping[str, Any]) -> tuple[object, ...]:
    """What a label says, in the same form."""
    worth, unit = scale(label.get("unit", ""))
    sign, period = label.get("sign", ""), label.get("period", "")
    number = Decimal(label.get("number", "0")) * worth
    match label["reads"]:
        case "figure":
            return ("figure", sign, number, unit, period)
        case "range":
            low, high = (Decimal(label[end]) * worth for end in ("low", "high"))
            return ("range", low, high, unit, period)
        case "date":
            return ("date", label["date"], period)
        case "change":
            return ("change", sign, label["direction"] == "up", number, unit, period)
        case "about":
            return ("about", number, unit, period)
    return (label["reads"],)


def figures(name: str) -> tuple[int, int, list[str], list[str]]:
    """How many have one reading, how many are read so; which are missed, which read wrongly."""
    cases = yaml.safe_load((LABELLED / name).read_text(encoding="utf-8"))
    asked = right = 0
    missed, wrong = [], []
    for case in cases:
        cell = read(
            case["cell"], case.get("unit_cell", ""), case["name"],
            costs=case["group"] == "成本指标", actual=case["role"] == "actual",
            year=case.get("fiscal_year", 0),
        )  # fmt: skip
        got, label = said(cell), meant(case["means"])
        one = label != ("unread",)
        asked += one
        right += one and got == label
        line = f"{case['cell']!r} ({case['name']}): {got} {cell.reason} for {label}"
        if got != label and cell.reads not in (Reads.UNREAD, Reads.WORDS, Reads.NONE):
            wrong.append(line)
        elif got != label:
            missed.append(line)
    return asked, right, missed, wrong


@pytest.mark.parametrize("name", ["open.yml"])
def test_labelled_cells_are_read_as_they_are_meant(name: str) -> None:
    asked, right, missed, wrong = figures(name)
    assert not wrong, "\n".join(wrong)
    assert right >= LEAST * asked, "\n".join(missed)
