"""金额是负数。

资金表中预算、发行、到位、支出、单价等栏填了负数，或问题、整改、建议安排的金额填了负数。

原因：预算和支出一般不会小于零，负号多是录入或识别时带进来的；但有的表确实列负数，如收回以前年度的
结余，所以只作提示。

公式：金额 ≥ 0。明细等各行的名称写有收回、结余、调减、退回或冲减的，连同其中各行不核对；按年度的
各行（如年度净收益）、结余一栏和其他栏不核对。

依据：负数在报表中只表示收回、冲减和调整，是记账和填报的通行做法。

反例：来源“市财政资金”支出 -9.5 万元。

正例：来源“收回以前年度结余”支出 -9.5 万元；来源“市财政资金”支出 9.5 万元。

改法：对照原文核对负号；原文确是负数的，不必改动。
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.fund_rows import FundAmounts, FundUse, Stage
from generator.model.funds import Funds
from generator.source import At
from generator.values.lazily import lazily
from generator.values.money import Amount, Quoted

SEVERITY = Severity.HINT
NEEDS = ()

_TAKEN_BACK = lazily("收回|结余|调减|退回|冲减")


def check(subject: Subject) -> Iterator[Result]:
    """At each amount below zero."""
    item = subject.item
    if item.funds is not None:
        yield from _of_funds(item.funds)
    quoted: list[tuple[At, str, Quoted | None]] = [
        (("result", "amount_advised"), "建议金额", item.result.amount_advised),
        *(
            (("findings", n, "amount"), "问题的涉及金额", finding.amount)
            for n, finding in enumerate(item.findings)
        ),
        *(
            (("rectification", n, "amount"), "整改的金额", entry.amount)
            for n, entry in enumerate(item.rectification)
        ),
    ]
    for path, name, amount in quoted:
        if amount is not None and amount.value < 0:
            yield _result(path, name, str(item.amount(amount) or amount))


def _of_funds(funds: Funds) -> Iterator[Result]:
    for breakdown in funds.breakdowns:
        if breakdown.rows is not funds.by_year:
            yield from _of_rows(breakdown.rows, breakdown.at, funds)
    if funds.stated_total is not None:
        yield from _of_row(funds.stated_total, "合计", ("funds", "stated_total"), funds)


def _of_rows(rows: Iterable[FundAmounts], at: At, funds: Funds) -> Iterator[Result]:
    for n, row in enumerate(rows):
        if not _TAKEN_BACK.search(row.name):
            yield from _of_row(row, f"「{row.name}」", (*at, n), funds)
            yield from _of_rows(row.parts, (*at, n, "of_which"), funds)


def _of_row(row: FundAmounts, name: str, at: At, funds: Funds) -> Iterator[Result]:
    for stage, value in row.amounts.items():
        if value < 0 and stage is not Stage.BALANCE:
            yield _of_cell((*at, stage.value), f"{name}的{stage.label}", value, funds)
    if isinstance(row, FundUse) and row.unit_price is not None and row.unit_price < 0:
        yield _of_cell((*at, "unit_price"), f"{name}的单价", row.unit_price, funds)


def _of_cell(at: At, name: str, value: Decimal, funds: Funds) -> Result:
    return _result(at, name, str(Amount(value, funds.unit)))


def _result(at: At, name: str, amount: str) -> Result:
    remedy = "请对照原文核对负号；原文确是负数的，不必改动"
    return Result(at, f"{name}是负数 {amount}", remedy, amount)
