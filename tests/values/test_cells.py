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
LEAST = {"open.yml": Decimal("0.95"), "sealed.yml": Decimal("0.98"), "third.yml": Decimal("0.98")}
"""Of those with one reading; the reader was written without sight of the sealed ones."""


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


@pytest.mark.parametrize("name", LEAST)
def test_labelled_cells_are_read_as_they_are_meant(name: str) -> None:
    asked, right, missed, wrong = figures(name)
    assert not wrong, "\n".join(wrong)
    assert right >= LEAST[name] * asked, "\n".join(missed)


@pytest.mark.parametrize(
    ("cell", "name", "reading"),
    [
        ("3万元封顶", "补助", ("figure", "≤", 30000, "元", "")),
        ("逾300人", "人数", ("figure", ">", 300, "人", "")),
        ("20人及其以上", "人数", ("figure", "≥", 20, "人", "")),
        ("借阅4200册次", "借阅", ("figure", "", 4200, "册次", "")),
        ("20231015", "启用日期", ("date", "2023-10-15", "")),
        ("20231015", "发放数量", ("figure", "", 20231015, "", "")),
        ("12.31", "完成时间", ("unread",)),
        ("12345平台运行正常", "运行", ("words",)),
        ("数百人", "人数", ("unread",)),
        ("第三季度前", "时间", ("unread",)),
        ("2022年1-12月", "时间", ("unread",)),
        ("节约10%", "经费", ("unread",)),
        ("每人每天不超过100元", "标准", ("figure", "≤", 100, "元", "人/日")),
        ("150万", "成本", ("figure", "", 1500000, "元", "")),
        ("11天", "周期", ("figure", "", 11, "天", "")),
    ],
)
def test_readings_that_are_near_another(cell: str, name: str, reading: tuple[object, ...]) -> None:
    assert said(read(cell, "", name, year=2023)) == reading
