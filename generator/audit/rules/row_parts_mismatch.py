"""一行指标与它所列的各部分不符。

一行指标下面列有不计分的各部分（其中各类），各部分的完成值或指标值相加，不是这一行写的数。

原因：各部分是这一行拆开来写的；加不起来，要么这一行多报了，要么有一部分写错了。

公式：一行写有指标值和完成值，下面有两行以上都不计分、计量单位与它相同的，这些行也都写有两个数：指标值
相加正好是这一行的指标值，而完成值相加不是这一行的完成值；或者完成值相加正好，而指标值相加不是，提示。
只要有一部分的完成值比整行的还多，也提示。百分数、倍数和“元/人”一类的不核对。

依据：合计等于各部分之和，是报表的通行要求。只作提示。

反例：河道保洁完成 412 公里，其中城区 86、镇区 131（指标值 141）、乡村 185 公里，相加为 402 公里。

正例：镇区写 141 公里。

改法：核对这一行和各部分的数。
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.rows import Row
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.indicators import Indicator
from generator.model.points import Counting
from generator.values.money import grouped

SEVERITY = Severity.HINT
NEEDS = (needs.UNDER_WAY, needs.ROWS, needs.TARGETS, needs.ACTUALS)

_FEWEST = 2
_NO_COUNTS = ("%", "‰", "倍", "/", "·")


def check(subject: Subject) -> Iterator[Result]:
    """At the row."""
    for row in subject.groups:
        parts = row.indicator.children
        is_parted = len(parts) >= _FEWEST and all(map(_is_uncounted, parts))
        if is_parted and all(_is_alike(part, row.indicator) for part in parts):
            yield from _of_row(row)


def _of_row(row: Row) -> Iterator[Result]:
    whole, parts = row.indicator, row.indicator.children
    aims = _sum([part.target_number for part in parts])
    done = _sum([part.actual_number for part in parts])
    aim, actual = whole.target_number, whole.actual_number
    more = [one for one in parts if actual is not None and (one.actual_number or 0) > actual]
    if more:
        yield Result(
            row.at("actual"),
            f"{row.name}完成值 {whole.actual_shown}，其中「{more[0].name}」{more[0].actual_shown}",
            "请核对这一行和各部分的数",
            whole.actual_shown,
            more[0].actual_shown,
        )
    elif None in (aims, done, aim, actual) or (aims == aim) is (done == actual):
        return
    else:
        field = "actual" if aims == aim else "target"
        label, shown, summed = (
            ("完成值", whole.actual_shown, done)
            if field == "actual"
            else ("指标值", whole.target_shown, aims)
        )
        due = f"{grouped(summed or Decimal(0))}{whole.counted_in}"
        yield Result(
            row.at(field),
            f"{row.name}{label} {shown}，所列各部分相加为 {due}",
            "请核对这一行和各部分的数",
            shown,
            due,
        )


def _sum(numbers: list[Decimal | None]) -> Decimal | None:
    """None where one of them is not told."""
    known = [number for number in numbers if number is not None]
    return sum(known, Decimal(0)) if len(known) == len(numbers) else None


def _is_uncounted(part: Indicator) -> bool:
    return part.counting is Counting.NONE and not part.children


def _is_alike(part: Indicator, whole: Indicator) -> bool:
    """Whether both count the same things."""
    unit = whole.counted_in
    is_count = bool(unit) and not any(sign in unit for sign in _NO_COUNTS)
    return is_count and part.counted_in == unit
