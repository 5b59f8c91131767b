"""得分合计不符。

报告写明的总分或某一级的得分，与下一级各项得分之和不一致；复核分同样核对。

原因：合计与明细对不上，读者无法知道哪个数字是对的。

公式：写明的得分 = 直接下级得分之和。n 项相加，允许末位数的 n ÷ 2（取整）倍的舍入误差，末位按表中最
细的数计，至少到百分位；指标体系另有容差的，总分按较大的。有一项得分没有写的，那一级不核对；复核总分只缺资金表里预算执行率的复
核分的，减去各项复核分后余下的分数多于它的分值，或者为负数的，报告。
某一级与末级得分之和相符、只是中间一级写错的，只报告中间那一级，因此一处错误只报告一次。

依据：《项目支出绩效评价管理办法》（财预〔2020〕10号）：总分由各项指标得分汇总形成。

反例：一级指标写 38 分，下级为 10、9、9、9，合计 37 分。

正例：一级指标写 38 分，下级为 10、9、9、10。

改法：核对各项得分与合计，改正其中有误的一处。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result, Unjudged
from generator.audit.subject import Subject
from generator.audit.wording import at_fault, both, lacking, points
from generator.diagnostics import Severity
from generator.model.figures import Figure
from generator.model.indicators import reviews_of, scores_of
from generator.source import At

SEVERITY = Severity.ERROR
NEEDS = (needs.JUDGING, needs.POINTED, needs.ROWS, needs.SCORES)


def check(subject: Subject) -> Iterator[Result | Unjudged]:
    """At the stated sum: levels and total, first of the scores, then of the reviewer's."""
    for row in subject.groups:
        scores = row.indicator.scores
        if reason := lacking(row.name, scores, "得分"):
            yield Unjudged(reason)
        if at_fault(scores, scores_of, row.indicator.leaves()):
            yield _result(row.at("score"), f"{row.name}得分", "下级得分", scores)
    if reason := lacking("总分的各项", subject.total, "得分"):
        yield Unjudged(reason)
    if at_fault(subject.total, scores_of, subject.item.leaves()):
        yield _result(("result", "total"), "总分", "各项得分", subject.total)
    yield from _reviewed(subject)


def _reviewed(subject: Subject) -> Iterator[Result]:
    item = subject.item
    for row in subject.groups:
        if row.indicator.review_score is not None:
            scores = row.indicator.review_scores
            if at_fault(scores, reviews_of, row.indicator.leaves()):
                yield _result(row.at("review_score"), f"{row.name}复核分", "下级复核分", scores)
    if item.result.review_total is not None:
        total = item.review_total(subject.frame)
        if at_fault(total, reviews_of, item.leaves()):
            yield _result(("result", "review_total"), "复核总分", "各项复核分", total)
        elif result := _left_for_execution(subject):
            yield result


def _left_for_execution(subject: Subject) -> Result | None:
    """Where the reviewer's points of the execution rate are not printed, what is left for them."""
    item, stated = subject.item, subject.item.result.review_total
    weight = item.funds.points_row.weight if item.funds else None
    reviews = reviews_of(item.indicators)
    is_in_rows = item.scores_execution(subject.frame)
    if stated is None or weight is None or is_in_rows or reviews.missing or reviews.given is None:
        return None
    left, near = stated - reviews.given, reviews.beside(stated).tolerance
    if -near <= left <= weight + near:
        return None
    return Result(
        ("result", "review_total"),
        f"复核总分 {points(stated)}，各项复核分合计 {points(reviews.given)}，"
        f"余下预算执行率的 {points(left)}，分值是 {points(weight)}",
        "请核对各项复核分与复核总分",
        points(stated),
        f"{points(reviews.given)}至{points(reviews.given + weight)}",
    )


def _result(path: At, label: str, parts: str, figure: Figure) -> Result:
    stated, computed = both(figure)
    return Result(
        path,
        f"{label} {stated}，{parts}合计 {computed}",
        f"请核对{parts}与{label}" if path[0] == "result" else "请核对各项得分与合计",
        stated,
        computed,
    )
