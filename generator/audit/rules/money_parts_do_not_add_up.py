"""资金合计不符。

资金表的合计，与各来源、各用途、各年度或各地区金额之和不一致；或者其中各项之和大于所在的一行，各
项预算正好是这一行的预算而支出之和小于这一行。

原因：合计与明细对不上，读者无法知道到底有多少钱、花了多少钱。

公式：合计 = 各来源之和 = 按用途、按年度、按地区各行之和，每一栏各核对一次，其中各行不重复计入。n
个数相加，允许末位数的 n ÷ 2（取整）倍的舍入误差，末位按原表单位和表中最细的数计；都是整数的，须正
好相等。有一行没有填写该项金额的，只在已填金额之和大于合计时报告；填写了“不全”的，不与合计核对。一
处错误只报告一次：只有一种分列时，以及几种分列都与合计不同时，报告合计；有的分列与合计相符时，报告
不符的分列。按年度各行只在年份正好是本期各年，或者正好是「起止时间」一栏的各年（没有这一栏的事前文
件，是从本年起的各年），而合计与各年之和相差不到三成、不是更接近哪一年的数时核对。没有合计的，各种分
列由 breakdowns-disagree 互相核对；相差正好一万倍的，由 unreadable-number 报告；分项与合计由
document-total-mismatch 核对。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）所附自评表，年度资金总额由各项来源组成；
合计等于明细之和是报表的通行要求。

反例：市级拨款支出 294 万元，区级配套支出 98 万元，合计支出写 393 万元。

正例：同上，合计支出写 392 万元。

改法：核对各项金额与合计；只列一部分的，在资金中填“不全: 是”。
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.audit import needs
from generator.audit.base import Result, Unjudged
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.figures import Figure, Sum
from generator.model.fund_rows import FundAmounts, FundYear, Stage
from generator.model.funds import Breakdown, Funds, added
from generator.model.kinds import Timing
from generator.source import At
from generator.values.lazily import lazily
from generator.values.money import Amount
from generator.values.text import half_width

SEVERITY = Severity.ERROR
NEEDS = (needs.FUNDS, needs.PARTS_OF_MONEY)

_TERM = lazily("起止|期限|实施期|建设期|周期")
_YEAR = lazily(r"(?<!\d)((?:19|20)\d\d)(?!\d)", re.ASCII)
_FEWEST = 2
_BUDGETS = (Stage.ADJUSTED_BUDGET, Stage.INITIAL_BUDGET)
_OF_BUDGETED = (Stage.RECEIVED, Stage.SPENT)
_NEAR = Decimal("0.3")
"""How far the sum of the years may be from a total that is theirs; one year's is farther."""


class _Other(NamedTuple):
    """A breakdown that is not what the total says."""

    breakdown: Breakdown
    summed: Sum

    @property
    def name(self) -> str:
        return f"已填的{self.breakdown.name}" if self.summed.missing else self.breakdown.name


def check(subject: Subject) -> Iterator[Result | Unjudged]:
    """At the stated total of each stage, or at the breakdown it is not the sum of; then 其中."""
    funds = subject.item.funds
    if funds is None:
        return
    if funds.stated_total is not None and not funds.is_partial:
        for stage, figure in subject.money.totals.items():
            if figure.stated is not None and stage not in subject.money.in_another_unit:
                yield from _beside_total(subject, funds, stage, figure)
    for breakdown in funds.breakdowns:
        yield from _contained(breakdown.rows, breakdown.at, funds)


def _beside_total(
    subject: Subject, funds: Funds, stage: Stage, total: Figure
) -> Iterator[Result | Unjudged]:
    stated = total.stated
    if stated is None:
        return
    others: list[_Other] = []
    agreeing = False
    for breakdown in funds.breakdowns:
        summed = breakdown.sums.get(stage)
        if summed is None or summed.given is None:
            continue
        if not (summed.beside(stated).differs or (summed.missing and summed.given > stated)):
            agreeing |= not summed.missing
        elif subject.is_of_same_time(breakdown) or _is_of_all(subject, breakdown, stage, stated):
            others.append(_Other(breakdown, summed))
        else:
            yield Unjudged(f"{breakdown.name}的年份不是本期各年，{stage.label}没有与合计核对")
    if others and not agreeing:
        yield _at_total(funds, stage, Amount(stated, funds.unit), others)
    for one in others if agreeing else ():
        yield _at_breakdown(funds, stage, Amount(stated, funds.unit), one)


def _is_of_all(subject: Subject, breakdown: Breakdown, stage: Stage, stated: Decimal) -> bool:
    """Whether yearly rows are all the years of the project, and the total is that of them all.

    Where its term is not told, a plan that begins with this year lists all of them.
    """
    amounts = {row.year: row.at(stage) for row in breakdown.rows if isinstance(row, FundYear)}
    given = [amount for amount in amounts.values() if amount is not None]
    if len(given) < max(len(amounts), _FEWEST):
        return False
    terms = [told for told in _terms(subject) if told]
    if not terms and subject.kind.timing is Timing.BEFORE:
        terms = [{subject.year, *amounts}]
    is_whole = any([*range(min(told), max(told) + 1)] == sorted(amounts) for told in terms)
    whole = sum(given, Decimal(0))
    gap = abs(whole - stated)
    is_nearest = all(gap < abs(amount - stated) for amount in given)
    return is_whole and is_nearest and gap < _NEAR * whole


def _terms(subject: Subject) -> Iterator[set[int]]:
    """The years that the form's columns on the term of the project name."""
    project = subject.item.project
    for name, value in project.extra.items() if project else ():
        if _TERM.search(name) and isinstance(value, str):
            yield {int(year) for year in _YEAR.findall(half_width(value))}


def _at_total(funds: Funds, stage: Stage, stated: Amount, others: list[_Other]) -> Result:
    sums = [Amount(one.summed.given or stated.value, funds.unit) for one in others]
    added_up = "，".join(
        f"{one.name}相加为 {summed}" for one, summed in zip(others, sums, strict=True)
    )
    gap = "" if len(sums) > 1 else f"，相差 {_gap(stated, sums[0])}"
    return Result(
        funds.total_at(stage),
        f"「合计」{stage.label} {stated}，{added_up}{gap}",
        f"请核对{'、'.join(one.breakdown.name for one in others)}的金额与合计",
        str(stated),
        str(sums[0]),
    )


def _at_breakdown(funds: Funds, stage: Stage, stated: Amount, other: _Other) -> Result:
    summed = Amount(other.summed.given or stated.value, funds.unit)
    return Result(
        other.breakdown.at,
        f"{stage.label}{other.name}相加为 {summed}，「合计」{stated}，相差 {_gap(stated, summed)}",
        f"请核对{other.breakdown.name}的金额；只列一部分的，请在资金中填 不全: 是",
        str(summed),
        str(stated),
    )


def _gap(one: Amount, other: Amount) -> Amount:
    return Amount(abs(one.value - other.value), one.unit)


def _contained(rows: Iterable[FundAmounts], at: At, funds: Funds) -> Iterator[Result]:
    for n, row in enumerate(rows):
        for stage in row.stages if row.parts else ():
            whole, summed = row.at(stage), added(row.parts, stage)
            if whole is None or summed.given is None:
                continue
            parts, limit = Amount(summed.given, funds.unit), Amount(whole, funds.unit)
            gap, near = parts.value - limit.value, summed.beside(whole).tolerance
            is_short = stage in _OF_BUDGETED and not summed.missing and -gap > near
            if gap > near or (is_short and _is_all_of_it(row)):
                over = _over(row.parts, stage, whole) if gap > near else None
                yield Result(
                    (*at, n, *(() if over is None else ("of_which", over)), stage.value),
                    f"「{row.name}」{stage.label} {limit}，其中各项相加为 {parts}，"
                    f"{'少' if is_short else '多'} {_gap(limit, parts)}",
                    "请核对这一行与其中各项的金额",
                    str(limit),
                    str(parts),
                )
        yield from _contained(row.parts, (*at, n, "of_which"), funds)


def _over(parts: Sequence[FundAmounts], stage: Stage, whole: Decimal) -> int | None:
    """The one part that is more than the whole by itself; None where none or several are."""
    over = [n for n, part in enumerate(parts) if (part.at(stage) or 0) > whole]
    return over[0] if len(over) == 1 else None


def _is_all_of_it(row: FundAmounts) -> bool:
    """Whether its parts make up its budget: what was spent of it was spent of them."""
    stage = next((one for one in _BUDGETS if row.at(one) is not None), None)
    whole, summed = (row.at(stage), added(row.parts, stage)) if stage else (None, None)
    is_summed = whole and summed and not summed.missing and len(row.parts) >= _FEWEST
    return bool(is_summed) and summed is not None and summed.given == whole
