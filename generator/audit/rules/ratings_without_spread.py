"""一个部门的得分没有拉开差距。

同一部门同一年度的评价几乎都是高分，或者全是满分。

原因：自评普遍偏高，得分就不能反映项目之间的差别，也不能为预算安排提供依据。

公式：同一部门同一年度有总分（没有写明的，用计算值）的评价不少于 5 份时，折算成百分制在 90 分以上的
份数占比超过网站设置的高分比例（缺省 90%）；全部是满分的，照此写明。每个部门每年只在第一份记录提示一
次。不计分的评价不计入；同一项目有几份文件的，只算计入统计的一份。

依据：财政部要求绩效自评客观真实，严禁刻意抬高分数；自评全优是审计和研究中常见的问题（通行看
法）。

反例：某部门 8 份自评，得分都在 95 分以上。

正例：8 份自评，2 份在 90 分以下；只有 4 份评价。

改法：核对评分是否偏松、指标值是否偏低。
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.audit.base import Result
from generator.catalog import Catalog, Entry
from generator.diagnostics import Severity
from generator.intake.records import Record
from generator.model.publisher import Thresholds
from generator.values.money import percent, percentage

SEVERITY = Severity.HINT
NEEDS = ()
_FEWEST = 5
_HIGH = Decimal(90)
_FULL = Decimal(100)


def check(catalog: Catalog, thresholds: Thresholds) -> Iterator[tuple[Record, Result]]:
    """At the first record's total."""
    for (year, _), entries in catalog.by_year_and_department.items():
        counting = [entry for entry in entries if catalog.counts(entry)]
        scores = _scores(counting)
        if len(scores) < _FEWEST:
            continue
        high = sum(score >= _HIGH for score in scores)
        share = percentage(Decimal(high), Decimal(len(scores)))
        if share is None or share <= thresholds.share_of_top_scores:
            continue
        record = counting[0].record
        said = (
            "全部是满分"
            if min(scores) >= _FULL
            else f"其中 {high} 份在 90 分以上，占 {percent(share)}"
        )
        yield (
            record,
            Result(
                ("result", "total"),
                f"{record.department.name} {year} 年度有得分的评价 {len(scores)} 份，{said}",
                "请核对评分是否偏松、指标值是否偏低",
                percent(share),
                percent(thresholds.share_of_top_scores),
            ),
        )


def _scores(entries: Sequence[Entry]) -> list[Decimal]:
    """Totals out of a hundred."""
    scores = []
    for entry in entries:
        full, total = entry.full_marks, entry.points
        score = None if full is None or total is None else percentage(total, full)
        scores += [] if score is None else [score]
    return scores
