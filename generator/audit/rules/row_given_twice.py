"""同一行列了两次。

按年度的资金有两行是同一年；同名的来源、用途、地区各栏金额都相同；同名的指标在两处，指标值和完成值
都相同；名单里同一个项目列了两次。

原因：多半是抄表时年份、名称没有改，或者同一件事计了两次分、两次钱。

公式：（1）按年度各行中年份相同，说明没有写批、追加、结转以外的区别；（2）同一层的来源、用途、地
区，名称相同（去掉空格和全半角的差别），各栏金额都相同；（3）两项计分的末级指标，名称、指标值、计
量单位相同，完成值都写有数而且相同，完成值不等于指标值，也不是 0、1、100（达到目标的各项常常相同，
不算）；（4）两个分项的项目名称、总分和各项金额都相同。从第二处起各提示一次。「不全」
的资金、写明期间不同的分项，不核对。

依据：同一件事只计一次，是报表和评分的通行要求。只作提示。

反例：按年度三行写 2021、2022、2022 年。

正例：三行写 2021、2022、2023 年；两处“验收合格率”都是 100%。

改法：核对名称、年份和数字，改正或删去重复的一行。
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.fund_rows import FundAmounts, FundYear
from generator.model.items import Item
from generator.source import At
from generator.values.lazily import lazily
from generator.values.names import folded

SEVERITY = Severity.HINT
NEEDS = ()

_APART = lazily("批|追加|上半年|下半年|季度|[一二三四]期|月")
"""Words by which two rows of one year are two."""
_COMMON = frozenset(map(Decimal, (0, 1, 100)))
"""Results that many things have."""
_REMEDY = "请核对名称、年份和数字，改正或删去重复的一行"


def check(subject: Subject) -> Iterator[Result]:
    """At each after the first."""
    funds = subject.item.funds
    for breakdown in funds.breakdowns if funds and not funds.is_partial else ():
        yield from _of_rows(breakdown.rows, breakdown.at)
    yield from _of_indicators(subject)
    yield from _of_items(subject.item.items)


def _of_rows(rows: Sequence[FundAmounts], at: At) -> Iterator[Result]:
    first: dict[object, FundAmounts] = {}
    for n, row in enumerate(rows):
        is_year = isinstance(row, FundYear)
        key = folded(row.name), *(() if is_year else tuple(row.amounts.items()))
        other = first.setdefault(key, row)
        is_apart = any(_APART.search(one.note or "") or one.extra for one in (row, other))
        if other is not row and not is_apart and (is_year or any(row.amounts.values())):
            what = "" if is_year else "，各栏金额都相同"
            place = (*at, n, "year") if is_year else (*at, n)
            yield Result(place, f"「{row.name}」列了两次{what}", _REMEDY, row.name)
        yield from _of_rows(row.parts, (*at, n, "of_which"))


def _of_indicators(subject: Subject) -> Iterator[Result]:
    first: dict[object, str] = {}
    for row in subject.leaves:
        indicator = row.indicator
        done, aim = indicator.actual_number, indicator.target_number
        if done is None or done == aim or done in _COMMON or not indicator.has_points:
            continue
        key = folded(indicator.name), indicator.target, indicator.counted_in, done
        above = row.above.name if row.above else ""
        if key in first:
            where = f"，一处在{first[key]}，一处在{above}" if above and first[key] else ""
            yield Result(
                row.at("name"),
                f"{row.name}列了两次{where}，指标值和完成值都相同",
                _REMEDY,
                indicator.name,
            )
        first.setdefault(key, above)


def _of_items(items: Sequence[Item]) -> Iterator[Result]:
    first: set[object] = set()
    for n, item in enumerate(items):
        name = item.project.name if item.project else None
        total = item.funds.stated_total if item.funds else None
        amounts = tuple(total.amounts.items()) if total else ()
        if not name or (item.result.total is None and not amounts):
            continue
        key = folded(name), item.result.total, amounts, item.period
        if key in first:
            yield Result(
                ("items", n, "project", "name"),
                f"「{name}」在名单中列了两次，总分和金额都相同",
                _REMEDY,
                name,
            )
        first.add(key)
