"""Cells of targets and actual values are read as their labels say, and never otherwise."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from helpers.tables import valued

from generator.values.cells.cell import Cell, Day, Reads
from generator.values.cells.reading import read
from generator.values.cells.units import scale

LABELLED = Path(__file__).parent / "cells"
LEAST = {
    "open.yml": Decimal("0.95"),
    "sealed.yml": Decimal("0.98"),
    "third.yml": Decimal("0.98"),
    "fourth.yml": Decimal("0.96"),
    "fifth.yml": Decimal("0.98"),
}
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
    cases = valued(LABELLED / name)
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
        ("不宜超过3次", "停机", ("figure", "≤", 3, "次", "")),
        ("不少于培训村医60人", "村医培训", ("figure", "≥", 60, "人", "")),
        ("最高补助3万元", "补助", ("figure", "≤", 30000, "元", "")),
        ("最高温度30℃", "库温", ("unread",)),
        ("约谈30人", "约谈", ("figure", "", 30, "人", "")),
        ("超额完成30%", "任务", ("unread",)),
        ("验收合格后30日内", "付款时间", ("figure", "≤", 30, "天", "")),
        ("项目验收后15天", "付款时间", ("unread",)),
        ("其中女性30人", "培训人数", ("unread",)),
        ("超过预算10%", "支出", ("unread",)),
        ("低保标准比上年提高5.6%", "生活水平", ("change", "", True, Decimal("5.6"), "%", "")),
        ("首批30万元", "费用", ("unread",)),
        ("3个不合格", "抽检", ("unread",)),
        ("附件1", "数量", ("unread",)),
        ("三年级200人", "学生", ("unread",)),
        ("提升改造30处", "公厕", ("figure", "", 30, "处", "")),
        ("增加床位45张", "养老", ("change", "", True, 45, "张", "")),
        ("提升满意度95%", "满意度", ("unread",)),
        ("同比增长-2%", "收入", ("unread",)),
        ("一个半月内", "时限", ("figure", "≤", Decimal("1.5"), "月", "")),
        ("九成五以上", "满意率", ("figure", "≥", 95, "%", "")),
        ("3万5千元", "费用", ("figure", "", 35000, "元", "")),
        ("第四季度补贴结转下年清算", "清算时间", ("unread",)),
        ("12月底顺延至次年完成", "完成时间", ("unread",)),
        ("3万-5万元", "补助", ("range", 30000, 50000, "元", "")),
        ("2亿元-3亿元", "投资", ("range", 200000000, 300000000, "元", "")),
        ("≥ 8. 5%", "比率", ("figure", "≥", Decimal("8.5"), "%", "")),
        ("96 .5%", "比率", ("figure", "", Decimal("96.5"), "%", "")),
        ("12. 5个", "数量", ("unread",)),
        ("150 KM以上", "长度", ("figure", "≥", 150, "公里", "")),
        ("控制在批复12万元以内", "成本", ("figure", "≤", 120000, "元", "")),
        ("超预算75.3万元", "成本", ("unread",)),
        ("约占35%", "占比", ("about", 35, "%", "")),
        ("不适用（本项目不涉及）", "效益", ("none",)),
        ("百十来户", "户数", ("unread",)),
        ("三分之二以上", "参与率", ("unread",)),
        ("20元/人·次", "标准", ("figure", "", 20, "元", "人/次")),
        ("25台（套）", "设备", ("figure", "", 25, "台/套", "")),
        ("（万元）≤12.5", "材料费", ("figure", "≤", 125000, "元", "")),
        ("伍万元（50000元）", "费用", ("figure", "", 50000, "元", "")),
        ("10场以上15场以下", "场次", ("range", 10, 15, "场", "")),
        ("末超过5万元", "支出", ("figure", "≤", 50000, "元", "")),
        ("大干100天", "行动", ("figure", "", 100, "天", "")),
        ("H2O检测30次", "检测", ("figure", "", 30, "次", "")),
        ("3.6升", "容量", ("figure", "", Decimal("3.6"), "升", "")),
        ("0.9", "满意度", ("unread",)),
        ("0.3%", "满意度", ("figure", "", Decimal("0.3"), "%", "")),
        ("0.3", "差错率", ("figure", "", Decimal("0.3"), "", "")),
        ("44926", "发放数量", ("figure", "", 44926, "", "")),
        ("2023年12次", "次数", ("figure", "", 12, "次", "")),
        ("2023年12月", "演出场次", ("date", "2023-12-31", "")),
        ("早于9月", "工期", ("unread",)),
        ("23年12月底前", "时间", ("date", "2023-12-31", "")),
    ],
)
def test_readings_that_are_near_another(cell: str, name: str, reading: tuple[object, ...]) -> None:
    assert said(read(cell, "", name, year=2023)) == reading


@pytest.mark.parametrize(
    "cell", ["0月底前", "2024年0月底", "13月底前", "2月30日前", "2023年2月29日"]
)
def test_a_day_that_does_not_exist_is_not_read(cell: str) -> None:
    assert read(cell).reads is Reads.UNREAD
