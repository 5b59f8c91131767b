"""支出超过预算或到位资金。

支出大于全年预算，或大于实际到位的资金。

原因：没有预算或没有到位的钱花了出去，资金从哪里来、是否挪用，需要说明。

公式：支出 ÷ 全年预算 ≤ 100%；支出 ÷ 到位资金 ≤ 100%。没有全年预算的，用年初预算；预算和到位都
没有的（如专项债券名单），用发行数。合计没有超过的，再逐个来源核对，逐个地区核对支出与到位，这时资
金的说明或正文讲了执行、调整或结余情况的不报告，指标行里的偏差原因不算。监控表的预计支出照样与全年
预算核对（合计，再逐个来源），写明了调整、调剂等来源的不报告。

依据：《预算法》第十三条：各级政府、各部门、各单位的支出必须以经批准的预算为依据，未列入预算的不得支
出。

反例：全年预算 7 万元，支出 9.5 万元，执行率 135.71%。

正例：全年预算 7 万元，支出 6.8 万元。

改法：核对数字；属实的，在资金的“说明”中写明多出部分的来源。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.fund_rows import FundAmounts, Stage
from generator.model.funds import Funds
from generator.source import At
from generator.values.lazily import lazily
from generator.values.money import Amount, percent, percentage

SEVERITY = Severity.WARNING
NEEDS = (needs.UNDER_WAY, needs.FUNDS, needs.SPENT)

_FOUND = lazily(
    "追加|调剂|调[整增]|统筹|自筹|结转|垫[付支]|超支|超出|超过预算|增加预算|预备费|另行|补足|弥补"
)
"""Where more money may come from."""


def check(subject: Subject) -> Iterator[Result]:
    """At the amount spent; one result even when both bases are exceeded."""
    funds, shown = subject.item.funds, subject.money.shown
    spent = shown.get(Stage.SPENT)
    if funds is None:
        return
    yield from _foreseen(subject, funds)
    if spent is None:
        return
    stages: tuple[Stage, ...] = (subject.money.budget_stage, Stage.RECEIVED)
    if shown.keys().isdisjoint(stages):
        stages = (Stage.ISSUED,)  # a list of bonds has no other money
    for stage in stages:
        base = shown.get(stage)
        if base is not None and spent.value > base.value:
            rate = percentage(spent.value, base.value)
            said = f"，执行率 {percent(rate)}" if rate is not None else ""
            yield Result(
                funds.total_at(Stage.SPENT),
                f"支出 {spent} 超过{stage.label} {base}{said}",
                "请核对数字；属实的，在资金「说明」中写明多出部分的来源",
                str(spent),
                str(base),
            )
            return
    if not subject.reasons.for_overspending:
        yield from _of_sources(funds, subject.money.budget_stage)
        yield from _of_places(funds, subject.money.budget_stage)


def _foreseen(subject: Subject, funds: Funds) -> Iterator[Result]:
    """Spending that is expected over the budget, by a source, else in all; one result."""
    budgeted = subject.money.budget_stage
    words = subject.texts.prose.plain
    rows: list[tuple[str, At, FundAmounts]] = [
        (row.source, ("funds", "rows", n, Stage.FORECAST_SPENT.value), row)
        for n, row in enumerate(funds.rows)
    ]
    if funds.stated_total is not None:
        rows.append(("合计", funds.total_at(Stage.FORECAST_SPENT), funds.stated_total))
    for name, at, row in rows:
        foreseen, budget = row.at(Stage.FORECAST_SPENT), row.at(budgeted)
        if foreseen is not None and budget and foreseen > budget:
            if not _FOUND.search(words):
                said, plan = Amount(foreseen, funds.unit), Amount(budget, funds.unit)
                yield Result(
                    at,
                    f"「{name}」预计支出 {said} 超过{budgeted.label} {plan}",
                    "请核对数字；属实的，在资金「说明」中写明多出部分的来源",
                    str(said),
                    str(plan),
                )
            return


def _of_places(funds: Funds, budgeted: Stage) -> Iterator[Result]:
    """Places that spent more than had come, though no more than was planned."""
    for n, row in enumerate(funds.by_place if len(funds.by_place) > 1 else ()):
        budget, came = row.at(budgeted), row.received
        if row.spent is None or came is None or row.spent <= came or row.note:
            continue
        if budget is None or row.spent <= budget:
            spent, received = Amount(row.spent, funds.unit), Amount(came, funds.unit)
            yield Result(
                ("funds", "by_place", n, Stage.SPENT.value),
                f"「{row.name}」支出 {spent} 超过到位 {received}",
                "请核对数字；垫付、调剂的，请在「说明」中写明",
                str(spent),
                str(received),
            )


def _of_sources(funds: Funds, budgeted: Stage) -> Iterator[Result]:
    """Sources that were overspent while others were not spent in full."""
    for n, row in enumerate(funds.rows if len(funds.rows) > 1 else ()):
        budget = row.at(budgeted)
        if row.spent is not None and budget is not None and row.spent > budget:
            spent, plan = Amount(row.spent, funds.unit), Amount(budget, funds.unit)
            yield Result(
                ("funds", "rows", n, Stage.SPENT.value),
                f"「{row.source}」支出 {spent} 超过{budgeted.label} {plan}",
                "请核对数字；来源之间有调剂的，请在资金「说明」中写明",
                str(spent),
                str(plan),
            )
