"""资金表的数量与指标的完成值不同。

按用途一行按数量和单价结算，写的数量与同一件事的指标写的完成值不是一个数。

原因：同一件事在两张表里各写一次，一处改了另一处没有改；钱按哪个数结的，读者不知道。

公式：事后的文件，按用途一行写有数量、计量单位和支出，数量 × 单价正好是支出；恰有一项计量单位相
同、名称包含这一行名称（或者为其所含，三个字以上，去掉安装、新建、服务一类的字）的指标，完成值是一
个数，与数量不同，数量也不等于指标值的，提示。数量 × 单价不等于支出的由 quantity-times-price 报
告。

依据：同一数据前后一致，是报表的通行要求。只作提示。

反例：用途“助餐”42000 人次、单价 25 元、支出 105 万元，指标“助餐服务”完成 43000 人次。

正例：两处都写 42000 人次。

改法：核对两处的数量，改为一致；只结算一部分的，在说明中写明。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.rows import Row
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.fund_rows import FundUse
from generator.values.lazily import lazily
from generator.values.money import grouped
from generator.values.names import folded

SEVERITY = Severity.HINT
NEEDS = (needs.OVER, needs.FUNDS, needs.PRICES, needs.ROWS, needs.ACTUALS)

_STOCK = lazily(
    "服务|安装|新[建装增]|完成|购[置买]|数量?|人[数次]|次数|项目|经费|费用?|补[助贴]|发放"
)
_SHORTEST = 2
_APART = lazily("部分|[上下]年|结转|尾款|首批|第[一二三四]批|试点")


def check(subject: Subject) -> Iterator[Result]:
    """At the quantity."""
    funds = subject.item.funds
    for n, use in enumerate(funds.by_use if funds else ()):
        quantity, price, spent = use.quantity, use.unit_price, use.spent
        if quantity is None or price is None or spent is None or quantity * price != spent:
            continue
        if not use.quantity_unit or _APART.search(f"{use.name}{use.note or ''}"):
            continue
        same = [row for row in subject.leaves if _is_of(use, row)]
        if len(same) != 1:
            continue
        indicator = same[0].indicator
        done = indicator.actual_number
        if done is None or quantity in (done, indicator.target_number):
            continue
        yield Result(
            ("funds", "by_use", n, "quantity"),
            f"「{use.name}」数量 {grouped(quantity)}{use.quantity_unit}，指标{same[0].name}"
            f"完成值 {indicator.actual}{use.quantity_unit}",
            "请核对两处的数量，改为一致；只结算一部分的，请在说明中写明",
            str(quantity),
            indicator.actual or "",
        )


def _is_of(use: FundUse, row: Row) -> bool:
    if row.indicator.counted_in != use.quantity_unit:
        return False
    one, other = (_STOCK.sub("", folded(name)) for name in (use.name, row.indicator.name))
    is_long = min(len(one), len(other)) >= _SHORTEST
    return is_long and (one in other or other in one)
