"""金额像是用了另一种单位。

名单里一个项目的金额，是其他项目的几百倍以上；或者一栏里写的总投资，是资金表里最大的金额的几千倍；或
者整张资金表的金额小得、大得不像它的单位。

原因：一张表用亿元，其中一格照抄了万元的数；读者会以为是几万亿元。

公式：（1）三个以上分项的同一栏（资金合计各栏，以及“总投资、投资额、概算”等其他栏）都是数字，其余
各项相差不到 100 倍，而一项是其余最大的 500 倍以上；（2）一个项目的“总投资、投资额、概算”一栏只写
数字，是它自己资金表最大金额的 2000 倍以上；（3）资金表的单位是元，而最大的金额不到 1000 元；单位
是万元，而最小的金额（0 不算）也在 10 亿元以上；（4）指标的计量单位以“万、亿”开头，完成值是指标值
的 3000 至3 万倍（亿的一亿倍上下），除去“万”字正好与指标值相近；完成值写“万元”、指标的计量单位是
元的，也这样看。先换算为同一单位。

依据：金额以表头的单位为准，是报表的通行要求。只作提示。

反例：资助困难学生，指标值 1.1万人，完成值 11200万人；单位亿元，四个项目的总投资为 3.20、45000.00、
1.40、2.60；单位写元，预算 400，支出 392。

正例：第二个写 4.50；单位写万元，预算 400，支出 392。

改法：核对这一格的单位，换算成与全表相同的单位。
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.fund_rows import Stage
from generator.model.funds import Funds
from generator.model.items import Item
from generator.source import At
from generator.values.lazily import lazily
from generator.values.money import Amount, Unit, grouped, parse

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE,)

_MONEY = lazily("总投资|投资额|投资估算|概算|总额|债券额度")
_FEWEST = 3
_ALIKE, _FAR, _FAR_ALONE = 100, 500, 2000
_MAGNITUDES = {"万": Decimal(10**4), "亿": Decimal(10**8)}
_OFF = 3
"""How many times an actual value may be its target for a slip of the unit to be the reason."""
_SMALL, _LARGE = 1000, 10**9
"""In 元."""
_Cells = Mapping[str, tuple[At, Decimal]]


def check(subject: Subject) -> Iterator[Result]:
    """At the cell."""
    item = subject.item
    unit = item.funds.unit if item.funds else Unit.YUAN
    if item.funds:
        yield from _of_table(item.funds)
    yield from _of_rows(subject)
    if not item.items:
        yield from _alone(item, unit)
        return
    columns: dict[str, list[tuple[At, Decimal]]] = defaultdict(list)
    for n, inner in enumerate(item.items):
        for name, (at, value) in _cells(inner, unit).items():
            if value > 0:
                columns[name].append((("items", n, *at), value))
    for name, cells in columns.items():
        ordered = sorted(cells, key=lambda cell: cell[1])
        if len(ordered) < _FEWEST:
            continue
        *others, (at, value) = ordered
        most, least = others[-1][1], others[0][1]
        if value >= _FAR * most and most < _ALIKE * least:
            yield _result(at, name, value, f"其余 {len(others)} 项最多 {_said(most, unit)}", unit)


def _of_rows(subject: Subject) -> Iterator[Result]:
    """At an actual value that was typed in ones where its unit is 万 or 亿, or the other way."""
    for row in subject.leaves:
        indicator = row.indicator
        unit, target = indicator.counted_in, indicator.target_number
        typed = indicator.done.unit
        is_turned = typed[1:] == unit and typed[:1] in _MAGNITUDES
        worth = _MAGNITUDES.get((typed if is_turned else unit)[:1])
        if worth is None or not target or indicator.actual_number is None:
            continue
        near = indicator.actual_number / worth
        if target / _OFF <= near <= target * _OFF:
            how = f"单位像是多写了「{typed[:1]}」" if is_turned else f"像是没有换算成{unit}"
            yield Result(
                row.at("actual"),
                f"{row.name}完成值 {indicator.actual_shown}，指标值 {indicator.target_shown}，"
                f"{how}",
                "请核对完成值的单位",
                indicator.actual_shown,
                f"{grouped(near)}{unit}",
            )


def _of_table(funds: Funds) -> Iterator[Result]:
    """At the unit, where all amounts are far from what a project costs."""
    amounts = [v for row in funds.all_rows for stage in Stage if (v := row.at(stage)) and v > 0]
    if not amounts:
        return
    most, least = Amount(max(amounts), funds.unit), Amount(min(amounts), funds.unit)
    if funds.unit is Unit.YUAN and most.value < _SMALL:
        message, meant = f"单位是元，而最大的金额只有 {most}", Unit.WAN_YUAN
    elif funds.unit is Unit.WAN_YUAN and least.to(Unit.YUAN).value >= _LARGE:
        message, meant = f"单位是万元，而最小的金额也有 {least}", Unit.YUAN
    else:
        return
    yield Result(
        ("funds", "unit"), f"资金表的{message}，像是写错了单位", "请核对资金表的单位",
        funds.unit.label, meant.label, meant.label,
    )  # fmt: skip


def _cells(item: Item, unit: Unit) -> _Cells:
    """The amounts of one line of a list in yuan, by column; a column of its own has no unit."""
    found: dict[str, tuple[At, Decimal]] = {}
    funds = item.funds
    for stage, total in funds.totals.items() if funds else ():
        if funds and (value := total.shown) is not None:
            found[stage.label] = (funds.total_at(stage), value * funds.unit.yuan)
    return found | _of_project(item, unit)


def _of_project(item: Item, unit: Unit) -> dict[str, tuple[At, Decimal]]:
    """The columns of a project of its own that hold money."""
    found: dict[str, tuple[At, Decimal]] = {}
    funds = item.funds
    for name, told in (item.project.extra if item.project else {}).items():
        value = parse(told.strip()) if isinstance(told, str) and _MONEY.search(name) else None
        if value is not None:
            found[name] = (("project", "extra"), value * (funds.unit if funds else unit).yuan)
    return found


def _alone(item: Item, unit: Unit) -> Iterator[Result]:
    if not _of_project(item, unit):
        return
    cells = _cells(item, unit)
    known = [value for name, (_, value) in cells.items() if not _MONEY.search(name)]
    for name, (at, value) in cells.items():
        if _MONEY.search(name) and known and 0 < _FAR_ALONE * max(known) <= value:
            yield _result(at, name, value, f"资金表最多 {_said(max(known), unit)}", unit)


def _said(value: Decimal, unit: Unit) -> str:
    return f"{grouped(value / unit.yuan)}{unit.label}"


def _result(at: At, name: str, value: Decimal, others: str, unit: Unit) -> Result:
    said = _said(value, unit)
    message = f"{name} {said}，{others}，像是用了另一种单位"
    return Result(at, message, "请核对这一格的单位", said)
