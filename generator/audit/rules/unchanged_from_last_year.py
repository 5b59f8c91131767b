"""与上年评价没有变化。

同一项目上年的预算、得分和问题，或各项完成值，原样照搬。

原因：每年的实施情况不会完全一样，三者都不变，多半是沿用了上年的报告。

公式：同一部门（更名的按继任部门）、同一编号的记录，与上一年度相比，预算金额相等、总分（没有写明的，
用计算值）相等，所列问题逐字相同；两年都没有列问题的，各项指标的完成值也须全部相同。缺预算或总分的
不比较，中间隔了年份的不比较。另外，同名指标的完成值逐一比较：与指标值不同的有三位以上数字的完成值
不少于 3 项，而这些完成值与上年一项不差的，不论预算和得分变没变，都提示。

依据：通行做法；评价应当反映当年的实际情况。

反例：两年预算都是 80 万元、得分都是 96.5 分，3 项问题一字不差。

正例：预算和得分相同，问题有变化。

改法：核对是否沿用了上年的内容，改为本年的数字。
"""

import re
from collections.abc import Iterator

from generator.audit.base import Result
from generator.audit.wording import points
from generator.catalog import Catalog, Entry
from generator.diagnostics import Severity
from generator.values.money import Unit

SEVERITY = Severity.HINT
NEEDS = ()

_FEWEST = 3
_TELLING = 3
"""Figures of as many digits hardly come out the same twice."""


def check(document: Entry, catalog: Catalog) -> Iterator[Result]:
    """At the later record's project."""
    for entry in catalog.items(document):
        before, _ = catalog.neighbours(entry)
        if before is not None and (result := taken_over(entry, before)):
            yield result


def taken_over(entry: Entry, before: Entry) -> Result | None:
    """What a document has from the one before, where that is of the last year; None for nothing."""
    if before.year != entry.year - 1:
        return None
    budget, total = entry.budget, entry.total.shown
    last = f"{before.year} 年度（{before.record.path}）"
    same_total = total == before.total.shown
    if budget and total is not None and same_total and _figures(entry) == _figures(before):
        return Result(
            (*entry.at, "project", "name"),
            f"预算 {budget}、得分 {points(total)}和所列问题与 {last}完全相同",
            "请核对是否沿用了上年的内容",
            points(total),
        )
    if same := _repeated(entry, before):
        return Result(
            (*entry.at, "indicators"),
            f"{same} 项指标的完成值与 {last}一项不差",
            "请核对是否沿用了上年的数字",
            f"{same}项",
        )
    return None


def _repeated(entry: Entry, before: Entry) -> int:
    """How many figures of last year stand again, where none of those that could differ does.

    What was planned and came out just so may well come out again.
    """
    earlier = {leaf.name: leaf.actual for leaf in before.matter.item.leaves()}
    same: list[str] = []
    for leaf in entry.matter.item.leaves():
        name, now = leaf.name, leaf.actual
        if not now or now == leaf.target or name not in earlier or entry.frame.is_execution(name):
            continue
        if now != earlier[name]:
            return 0  # as nearly always
        same.append(now)
    return len(same) if sum(_digits(now) >= _TELLING for now in same) >= _FEWEST else 0


def _digits(cell: str) -> int:
    """How many digits of a figure tell anything: 62137 has five, 300 one."""
    return len(re.sub(r"[^0-9]", "", cell).strip("0"))


def _figures(entry: Entry) -> tuple[object, ...]:
    """What must differ somewhere from one year to the next."""
    item, budget = entry.matter.item, entry.budget
    findings = tuple(finding.text for finding in item.findings)
    actuals = () if findings else tuple(leaf.actual for leaf in item.leaves())
    return budget and budget.to(Unit.YUAN).value, entry.total.shown, findings, actuals
