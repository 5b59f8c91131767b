"""结余里有没有到位的钱。

资金表写有到位数，结余却等于预算减支出，把没有到位的钱也算进了结余。

原因：没有到位的钱不在账上，谈不上结余，也收不回来；读者会以为剩下的钱比实际多。

公式：同一行有到位、支出、结余和预算，到位 < 预算；结余 ≠ 到位 − 支出（允许末位数一个单位），而结
余 = 预算 − 支出。名称、说明中有收回、上缴、结转、退回、调剂等字样的不核对；有发行的行不核对。各行
都相符才看合计。与哪一个都不相符的，由 balance-mismatch 报告。

依据：结余为收入减支出的余额，是行政事业单位会计和报表的通行算法。有的地方按预算计算，只作提示。

反例：预算 1000 万元，到位 960 万元，支出 864 万元，结余写 136 万元。

正例：同上，结余写 96 万元。

改法：核对结余；当地按预算数计算的，在说明中写明。
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.fund_rows import FundAmounts, Stage
from generator.model.funds import Funds
from generator.source import At
from generator.values.lazily import lazily
from generator.values.money import Amount, last_digit

SEVERITY = Severity.HINT
NEEDS = (needs.UNDER_WAY, needs.FUNDS, needs.RECEIVED, needs.BALANCE, needs.SPENT)

_MOVED = lazily("收回|上缴|退回|调剂|缴回|追减|结转|预算")


def check(subject: Subject) -> Iterator[Result]:
    """At the balance of each row, else at that of the total."""
    funds = subject.item.funds
    if funds is None or _MOVED.search(funds.explanation or ""):
        return
    found = [
        _result(row, row.name, at, funds) for row, at in subject.money.placed if _counts_more(row)
    ]
    yield from found
    total = funds.stated_total
    if total is not None and not found and _counts_more(total):
        yield _result(total, "合计", ("funds", "stated_total"), funds)


def _counts_more(row: FundAmounts) -> bool:
    """Whether the balance is what is left of a budget that did not arrive in full."""
    came, spent, left = row.received, row.spent, row.balance
    if came is None or spent is None or left is None or row.issued is not None:
        return False
    if row.extra or _MOVED.search(f"{row.name} {row.note or ''}"):
        return False
    budgets = [one for one in (row.adjusted_budget, row.initial_budget) if one is not None]
    near = last_digit(left, came, spent, *budgets)
    is_of_budget = any(came < one and abs(one - spent - left) <= near for one in budgets)
    return is_of_budget and abs(came - spent - left) > near


def _result(row: FundAmounts, name: str, at: At, funds: Funds) -> Result:
    came, spent, left = (
        Amount(row.at(stage) or Decimal(0), funds.unit)
        for stage in (Stage.RECEIVED, Stage.SPENT, Stage.BALANCE)
    )
    due = Amount(came.value - spent.value, funds.unit)
    return Result(
        (*at, Stage.BALANCE.value),
        f"「{name}」结余 {left} 是预算减支出，没有到位的钱也算在内；"
        f"到位 {came} − 支出 {spent} = {due}",
        "请核对结余；当地按预算数计算的，请在说明中写明",
        str(left),
        str(due),
    )
