"""数量乘单价不等于金额。

按用途一行的数量乘以单价，与这一行的金额都不相符。

原因：数量、单价、金额三个数中至少有一个是错的，读者一算就能看出来。

公式：数量 × 单价等于这一行任何一栏的金额就不报告，允许金额和单价末位数一半的误差。计量单位带百、
千、万、亿的，相差正好一万倍的（单价可能以元计），金额是乘积整数倍的（可能还乘以月数或次数），以及
只写了支出、支出又少于乘积的（可能没有做完），不核对；但名称相近、单位相同的指标写的完成值乘单价正
好是这一行的金额的，说明数量写错了，照样报告。只有数量或者只有单价的不核对。

依据：预算按“数量 × 标准”测算，是项目支出预算编制的通行做法。

反例：河道整治 8 公里，单价 150 万元，预算 1500 万元（应为 1200 万元）。

正例：河道整治 8 公里，单价 150 万元，预算 1200 万元，支出 1110 万元。

改法：核对数量、单价和金额。
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result, Unjudged
from generator.audit.dossier.rows import Row
from generator.audit.dossier.slips import shared
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.fund_rows import FundUse, Stage
from generator.model.funds import Funds
from generator.source import At
from generator.values.lazily import lazily
from generator.values.money import Amount, grouped, half_digit, places_of, rounded

SEVERITY = Severity.WARNING
NEEDS = (needs.FUNDS, needs.PRICES)

_THOUSANDS = lazily("[百千万亿]")
_YUAN_IN_WAN = Decimal(10_000)
_MOST_TIMES = 366
"""A price by the day, over a year."""
_RUN = 2
"""Signs that a use and an indicator of the same thing share at least."""
_PLANNED = frozenset((Stage.INITIAL_BUDGET, Stage.ADJUSTED_BUDGET, Stage.RECEIVED))


def check(subject: Subject) -> Iterator[Result | Unjudged]:
    """At the first amount of each use, whose quantity and price give another."""
    funds = subject.item.funds
    if funds is not None:
        yield from _of_rows(funds.by_use, ("funds", "by_use"), funds, subject.leaves)


def _of_rows(
    rows: Iterable[FundUse], at: At, funds: Funds, leaves: Sequence[Row]
) -> Iterator[Result | Unjudged]:
    for n, row in enumerate(rows):
        if row.quantity is not None and row.unit_price is not None and row.stages:
            yield from _of_row(row, row.quantity, row.unit_price, (*at, n), funds, leaves)
        yield from _of_rows(row.of_which, (*at, n, "of_which"), funds, leaves)


def _of_row(
    row: FundUse, quantity: Decimal, price: Decimal, at: At, funds: Funds, leaves: Sequence[Row]
) -> Iterator[Result | Unjudged]:
    product, rounding = quantity * price, _rounding(quantity, price)
    amounts = [*row.amounts.items()]
    if any(abs(amount - product) <= rounding + half_digit(amount) for _, amount in amounts):
        return
    reason = _unclear(row, product, [amount for _, amount in amounts])
    other = _counted(row, price, [amount for _, amount in amounts], leaves)
    if reason and not other:
        yield Unjudged(f"「{row.name}」{reason}")
        return
    stage, amount = next((one for one in amounts if one[0] in _PLANNED), amounts[0])
    said, due = Amount(amount, funds.unit), Amount(rounded(product, places_of(product)), funds.unit)
    yield Result(
        (*at, stage.value),
        f"「{row.name}」{grouped(quantity)}{row.quantity_unit or ''} × "
        f"{Amount(price, funds.unit)} = {due}，{stage.label} {said}{other}",
        "请核对数量、单价和金额",
        str(said),
        str(due),
    )


def _counted(
    row: FundUse, price: Decimal, amounts: Sequence[Decimal], leaves: Sequence[Row]
) -> str:
    """The result of an indicator of the same thing that gives the amount; empty without one."""
    for leaf in leaves:
        indicator = leaf.indicator
        number = indicator.actual_number
        if number is None or number == row.quantity or indicator.counted_in != row.quantity_unit:
            continue
        is_of_it = len(shared(row.name, indicator.name)) >= _RUN
        if is_of_it and any(number * price == amount for amount in amounts):
            return f"；指标{leaf.name}完成值 {indicator.actual}{row.quantity_unit or ''}"
    return ""


def _rounding(quantity: Decimal, price: Decimal) -> Decimal:
    """What a rounded price may make of the product; a whole one is exact."""
    return quantity * half_digit(price) if places_of(price) else Decimal(0)


def _unclear(row: FundUse, product: Decimal, amounts: list[Decimal]) -> str:
    """Why the product need not be any of the amounts; empty where it must."""
    if product <= 0 or _THOUSANDS.search(row.quantity_unit or ""):
        return "的数量或单价是零，或者计量单位带百、千、万"
    for amount in amounts:
        factors = amount / product, product / amount if amount else Decimal(0)
        if _YUAN_IN_WAN in (round(factors[0]), round(factors[1])):
            return "的单价可能以另一个单位计"
        if 1 < factors[0] <= _MOST_TIMES and factors[0] == factors[0].to_integral_value():
            return "的金额是数量 × 单价的整数倍"
    is_planned = not _PLANNED.isdisjoint(row.stages)
    return "" if is_planned or max(amounts) > product else "只写了支出，可能没有做完"
