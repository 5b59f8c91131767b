"""The columns of a list of indicators: the rows of score tables as reports print them.

There are thirty times as many as reports. So lists have them as CSV alone, which is written once
for each document and put together by the file of a year; the JSON of a document has its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.catalog import Entry
from generator.catalog.anchors import within
from generator.intake.records import Matter
from generator.model.indicators import Indicator
from generator.tables import Column
from generator.tables.lines import Lines, lines

_TITLED = 40


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """A row of a score table, with where it stands."""

    document: Entry
    project: str
    anchor: str
    """Of its table on the document's page."""
    above: tuple[str, ...]
    """The names of the rows that it belongs to, the highest first."""
    row: Indicator


INDICATORS: Sequence[Column[IndicatorRow]] = (
    Column("year", "年度", "报告所在的年度", lambda r: r.document.year, width=8, holds="integer"),
    Column("department", "部门", "部门全称", lambda r: r.document.department, width=28),
    Column("project", "项目", "没有项目的为文件标题", lambda r: r.project, width=_TITLED),
    Column("level", "级别", "第几级指标", lambda r: len(r.above) + 1, width=8, holds="integer"),
    Column(
        "above", "上级指标", "从一级起，以“/”隔开",
        lambda r: " / ".join(r.above) or None, width=_TITLED,
    ),
    Column("name", "指标", "指标名称，按报告写法", lambda r: r.row.name, width=_TITLED),
    Column(
        "lowest", "末级", "是：没有下级指标。要把得分相加的，只加这些行",
        lambda r: "是" if r.row.is_leaf else "否", width=8,
    ),
    Column(
        "counting", "计分", "加分、扣分、否决或不计；一般的指标是空的",
        lambda r: r.row.counting.label if r.row.counting else None, width=8,
    ),
    Column("weight", "分值", "报告写明的满分", lambda r: r.row.weight, "分", holds="number"),
    Column("score", "得分", "报告写明的得分", lambda r: r.row.score, "分", holds="number"),
    Column(
        "review_score", "复核分", "财政或第三方复核得分",
        lambda r: r.row.review_score, "分", holds="number",
    ),
    Column(
        "score_rate", "得分率", "报告写明的得分率，百分制",
        lambda r: r.row.score_rate, "%", holds="number",
    ),
    Column("target", "指标值", "带方向和单位", lambda r: r.row.target_shown or None),
    Column("actual", "完成值", "带单位", lambda r: r.row.actual_shown or None),
    Column("reason", "偏差原因", "报告原文", lambda r: r.row.deviation_reason, width=_TITLED),
    Column("action", "改进措施", "报告原文", lambda r: r.row.corrective_action, width=_TITLED),
    Column(
        "address", "页面", "评分表所在的位置，接在网站地址之后；同“评价”表的页面",
        lambda r: f"{r.document.address}#{r.anchor}", width=_TITLED,
    ),
)  # fmt: skip


def lines_of(document: Entry) -> Lines:
    """All rows of a document, as they stand in its tables."""
    record = document.record
    matters = (record.matter, *record.matter.below)
    return lines(INDICATORS, (row for matter in matters for row in _rows(document, matter)))


def _rows(document: Entry, matter: Matter) -> Iterator[IndicatorRow]:
    project = matter.item.name or document.record.head.title
    anchor = within(matter, "scores")

    def below(rows: Sequence[Indicator], above: tuple[str, ...]) -> Iterator[IndicatorRow]:
        for row in rows:
            yield IndicatorRow(document, project, anchor, above, row)
            yield from below(row.children, (*above, row.name))

    return below(matter.item.indicators, ())
