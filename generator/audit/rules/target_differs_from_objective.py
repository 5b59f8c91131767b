"""指标值与绩效目标写的数不同。

预期目标或资金用途写了一个数，同一件事的指标值是另一个数。

原因：指标由绩效目标分解而来；两处不同，就不知道要完成多少，往往是改了一处，漏改另一处。

公式：预期目标（有调整后目标的看调整后目标）里，计量单位与指标相同的数没有一个等于指标值或完成值，
并且有下列情形之一，提示：（1）有一个数紧跟在指标名称后面；（2）目标里这一单位只有一个数，指标里
这一单位也只有一项，前后文字与指标名称有两个字以上相同。事前的文件，按用途的一行写有数量，名称由
同样的字组成、计量单位相同而数量不同的，也提示（目标写有指标值那个数的除外）。比率、有周期的指标
值，写有“每、人均、平均、累计、其中、增、减、比、上年、实施期”的数或名称，不核对。

依据：绩效指标应与绩效目标对应（财预〔2015〕88号要求目标细化量化），通行的审核要求。只作提示。

反例：预期目标“购置图书16000册”，指标“购置图书 ≥12000册”。

正例：两处都写 16000 册。

改法：核对两处，改为一致；不是同一件事的不必改。
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.quantities import Quantity, measured_in, quantities
from generator.audit.dossier.rows import Row
from generator.audit.dossier.slips import shared
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.fund_rows import FundUse
from generator.model.kinds import Timing
from generator.values.cells.cell import Reads
from generator.values.money import grouped

SEVERITY = Severity.HINT
NEEDS = (needs.AIMING, needs.ROWS, needs.TARGETS)

_LIMITED = re.compile("每|人均|户均|平均|累计|其中|增|减|降|比|上年|去年|实施期|第|月均|日均|新")
_NO_COUNTS = frozenset(("", "%", "‰", "个百分点", "分", "倍", "天", "元", "个月", "小时", "分钟"))
_FILLER = re.compile(r"(?:不少于|不低于|至少|达到?|完成|共计?|合计|约|[为]){0,2}$")
_LEVEL = re.compile("[：:]")
"""Parts what a row is called from the kind of effect that some tables put before it."""
_RUN, _SHORTEST = 2, 3
_STOCK = re.compile(
    "项目|全年|完成|年度|工程|建设|服务|工作|全市|开展|组织|补助|资金|数量|面积|长度|人数|户数|次数|规模"
)
"""Words that say nothing of what is counted."""


def check(subject: Subject) -> Iterator[Result]:
    """At the target."""
    aims = subject.item.objective
    told = quantities(aims.adjusted or aims.expected or "")
    is_planned_only = subject.kind.timing is Timing.BEFORE
    uses = subject.item.funds.by_use if subject.item.funds and is_planned_only else ()
    if not told and not uses:
        return
    rows = [row for row in subject.leaves if _is_count(row)]
    units = Counter(measured_in(row.indicator.counted_in)[1] for row in rows)
    for row in rows:
        number, (worth, unit) = row.indicator.target_number, measured_in(row.indicator.counted_in)
        if number is None:
            continue
        own = number * worth
        same = [one for one in told if one.unit == unit]
        done = row.indicator.actual_number
        if done is None and not is_planned_only:
            continue  # what was done may be what the objective tells
        known = (own, *((done * worth,) if done is not None else ()))
        is_told = any(abs(one.value - value) <= one.half for one in same for value in known)
        other = None if is_told else _of_aims(row, same, is_only=units[unit] == 1)
        by_use = "" if is_told else _of_uses(row, uses, own)
        where = f"绩效目标写「{other.before}{other.said}」" if other else by_use
        if where:
            yield Result(
                row.at("target"),
                f"{row.name}指标值 {row.indicator.target_shown}，而{where}",
                "请核对两处，改为一致；不是同一件事的不必改",
                row.indicator.target_shown,
                other.said if other else "",
            )


def _is_count(row: Row) -> bool:
    indicator = row.indicator
    aim, unit = indicator.aim, measured_in(indicator.counted_in)[1]
    is_figure = aim.reads is Reads.FIGURE and not aim.period
    return is_figure and unit not in _NO_COUNTS and not _LIMITED.search(indicator.name)


def _of_aims(row: Row, same: Sequence[Quantity], *, is_only: bool) -> Quantity | None:
    """What the objective tells of the thing that a row counts."""
    *_, name = _LEVEL.split(row.indicator.name)
    plain = [one for one in same if not _LIMITED.search(one.before)]
    for one in plain:
        clause = _FILLER.sub("", one.before)
        if len(name) >= _SHORTEST and clause.endswith(name):
            return one
    if is_only and len(same) == len(plain) == 1:
        run = shared(_STOCK.sub("\t", plain[0].before + plain[0].behind), _STOCK.sub("\n", name))
        if len(run) >= _RUN:
            return plain[0]
    return None


def _of_uses(row: Row, uses: Sequence[FundUse], own: Decimal) -> str:
    """What the table of uses counts of the same thing; empty where it agrees, or has none."""
    unit = measured_in(row.indicator.counted_in)[1]
    for use in uses:
        worth, counted = measured_in(use.quantity_unit or "")
        is_same = counted == unit and sorted(use.name) == sorted(row.indicator.name)
        if is_same and use.quantity is not None and use.quantity * worth != own:
            return f"资金用途「{use.name}」数量 {grouped(use.quantity)}{use.quantity_unit}"
    return ""
