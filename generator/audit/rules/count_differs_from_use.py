"""资金表的数量与指标、正文不同。

按用途一行按数量和单价计算，写的数量与同一件事的指标、正文里写的不是一个数。

原因：同一件事在两张表里各写一次，一处改了另一处没有改；钱按哪个数结的，读者不知道。

公式：按用途一行写有数量、计量单位和单价，数量 × 单价正好是支出（事前的文件，是预算）。（1）恰有
一项计量单位相同、名称包含这一行名称（或者为其所含，两个字以上，去掉安装、新建、服务一类的字）的指
标：事后的文件，完成值是一个数，与数量不同，数量也不等于指标值的，提示；事前的文件，指标值大于数量
（写 = 的，两者不同）的，提示。（2）正文、绩效目标和意见里有同一单位的数，前面的字含有这一行名称的
每一个字（三个字以上），与数量相差不到一倍，这一单位的数量、指标值和完成值里没有一个是它，正文里也
没有另写这一行的数量的，提示。数量 × 单价不相等的由 quantity-times-price 报告。

依据：同一数据前后一致，是报表的通行要求。只作提示。

反例：申报 80 块标牌的钱，指标写更新 95 块；用途“助餐”42000 人次、单价 25 元、支出 105 万元，指标“
助餐服务”完成 43000 人次。

正例：两处都写 42000 人次。

改法：核对两处的数量，改为一致；只结算一部分的，在说明中写明。
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.counted import LIMITED, NO_COUNTS
from generator.audit.dossier.quantities import measured_in
from generator.audit.dossier.rows import Row
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.fund_rows import FundUse
from generator.model.kinds import Timing
from generator.values.cells.signs import Operator
from generator.values.lazily import lazily
from generator.values.money import grouped
from generator.values.names import folded

SEVERITY = Severity.HINT
NEEDS = (needs.NOT_MIDWAY, needs.FUNDS, needs.PRICES)

_STOCK = lazily(
    "服务|安装|新[建装增]|完成|购[置买]|数量?|人[数次]|次数|项目|经费|费用?|补[助贴]|发放"
)
_SHORTEST, _SHORTEST_TOLD = 2, 3
_APART = lazily("部分|[上下]年|结转|尾款|首批|第[一二三四]批|试点")
_PARTS = frozenset(("sections", "objective", "result"))
_HALF, _DOUBLE = Decimal("0.5"), Decimal(2)


def check(subject: Subject) -> Iterator[Result]:
    """At the quantity, or at the text."""
    funds = subject.item.funds
    is_over = subject.kind.timing is Timing.AFTER
    uses = funds.by_use if funds else ()
    for n, use in enumerate(uses):
        quantity, price = use.quantity, use.unit_price
        if quantity is None or price is None or not use.quantity_unit:
            continue
        amounts = (use.spent,) if is_over else (use.initial_budget, use.adjusted_budget)
        if quantity * price not in amounts or _APART.search(f"{use.name}{use.note or ''}"):
            continue
        same = [row for row in subject.leaves if _is_of(use, row)]
        if not is_over and any(_is_of(one, row) for row in same for one in uses if one is not use):
            continue  # the row may be of all of them together
        if len(same) == 1 and (of := _differing(quantity, same[0], is_over=is_over)):
            label, cell = of
            yield Result(
                ("funds", "by_use", n, "quantity"),
                f"「{use.name}」数量 {grouped(quantity)}{use.quantity_unit}，指标{same[0].name}"
                f"{label} {cell}{use.quantity_unit}",
                "请核对两处的数量，改为一致；只结算一部分的，请在说明中写明",
                str(quantity),
                cell,
            )
        yield from _told(subject, use, quantity)


def _differing(quantity: Decimal, row: Row, *, is_over: bool) -> tuple[str, str] | None:
    """The cell of a row that does not go with a quantity, with its label."""
    indicator = row.indicator
    done, aim = indicator.actual_number, indicator.target_number
    if is_over:
        is_else = done is not None and quantity not in (done, aim)
        return ("完成值", indicator.actual or "") if is_else else None
    operator = indicator.compared_by
    if aim is None or aim == quantity or (operator and operator.wants_less):
        return None
    if aim < quantity and operator is not Operator.EQUAL:
        return None
    return "指标值", indicator.target_shown.removesuffix(indicator.counted_in)


def _told(subject: Subject, use: FundUse, quantity: Decimal) -> Iterator[Result]:
    """What prose tells of a use, in an order of words of its own."""
    worth, unit = measured_in(use.quantity_unit or "")
    name = {*_STOCK.sub("", folded(use.name))}
    if len(name) < _SHORTEST_TOLD or unit in NO_COUNTS:
        return
    due = quantity * worth
    found = [
        (text, one)
        for text in subject.texts.prose.within(_PARTS)
        if unit in text.plain
        for one in text.quantities
        if one.unit == unit and name <= {*one.before} and not LIMITED.search(one.before)
    ]
    known = {due, *_known(subject, unit)} if found else ()
    if not found or any(abs(one.value - n) <= one.half for _, one in found for n in known):
        return
    text, one = found[0]
    if due * _HALF < one.value < due * _DOUBLE:
        yield Result(
            text.path,
            f"文字写「{one.before}{one.said}」，资金表「{use.name}」数量"
            f" {grouped(quantity)}{use.quantity_unit}",
            "请核对两处的数量，改为一致",
            one.said,
            f"{grouped(quantity)}{use.quantity_unit}",
        )


def _known(subject: Subject, unit: str) -> Iterator[Decimal]:
    """What else the tables count in a unit."""
    for row in subject.leaves:
        worth, of = measured_in(row.indicator.counted_in)
        for number in (row.indicator.actual_number, row.indicator.target_number):
            if of == unit and number is not None:
                yield number * worth
    for use in subject.item.funds.by_use if subject.item.funds else ():
        worth, of = measured_in(use.quantity_unit or "")
        if of == unit and use.quantity is not None:
            yield use.quantity * worth


def _is_of(use: FundUse, row: Row) -> bool:
    if measured_in(row.indicator.counted_in) != measured_in(use.quantity_unit or ""):
        return False
    one, other = (_STOCK.sub("", folded(name)) for name in (use.name, row.indicator.name))
    is_long = min(len(one), len(other)) >= _SHORTEST
    return is_long and (one in other or other in one)
