"""预计全年支出少于已经支出数。

资金表里预计全年的支出，比截至期末已经支出的还少。

原因：花出去的钱不会减少；预计数多半没有随追加的资金改，或者两栏填反了。

公式：同一行的支出 > 预计支出。名称、说明中有收回、退回、上缴、冲减、调剂等字样的行不核对。各行都
相符才看合计。只核对预计全年情况的文件。

依据：全年预计执行数以截至期末的执行数为基础推算（财预〔2019〕136号，通行做法）。只作提示。

反例：省级补助截至 7 月支出 18 万元，预计全年 12 万元。

正例：同上，预计全年 30 万元。

改法：核对两个数；预计全年的支出应包括已经支出的。
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
from generator.values.money import Amount

SEVERITY = Severity.HINT
NEEDS = (needs.FORECASTING, needs.FUNDS, needs.SPENT, needs.FORECAST_SPENDING)

_TURNED = lazily("收回|退[回还库]|上缴|缴回|冲[减销]|调剂|追减|更正|调账")


def check(subject: Subject) -> Iterator[Result]:
    """At the forecast of each row, else at that of the total."""
    funds = subject.item.funds
    if funds is None or _TURNED.search(funds.explanation or ""):
        return
    found = [_result(row, row.name, at, funds) for row, at in subject.money.placed if _falls(row)]
    yield from found
    total = funds.stated_total
    if total is not None and not found and _falls(total):
        yield _result(total, "合计", ("funds", "stated_total"), funds)


def _falls(row: FundAmounts) -> bool:
    spent, foreseen = row.spent, row.forecast_spent
    if spent is None or foreseen is None or _TURNED.search(f"{row.name} {row.note or ''}"):
        return False
    return spent > foreseen


def _result(row: FundAmounts, name: str, at: At, funds: Funds) -> Result:
    spent, foreseen = (
        Amount(row.at(s) or Decimal(0), funds.unit) for s in (Stage.SPENT, Stage.FORECAST_SPENT)
    )
    return Result(
        (*at, Stage.FORECAST_SPENT.value),
        f"「{name}」已支出 {spent}，预计全年支出 {foreseen}，比已经支出的还少",
        "请核对两个数；预计全年的支出应包括已经支出的",
        str(foreseen),
        f"不少于 {spent}",
    )
