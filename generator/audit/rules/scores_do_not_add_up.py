"""得分合计不符。

报告写明的总分或某一级的得分，与下一级各项得分之和不一致；复核分同样核对。

原因：合计与明细对不上，读者无法知道哪个数字是对的。

公式：写明的得分 = 直接下级得分之和。n 项相加，允许末位数的 n ÷ 2（取整）倍的舍入误差，末位按表中最
细的数计，至少到百分位；指标体系另有容差的，总分按较大的。有一项得分没有写的，那一级不核对。
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
from generator.audit.wording import at_fault, both, lacking
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


def _result(path: At, label: str, parts: str, figure: Figure) -> Result:
    stated, computed = both(figure)
    return Result(
        path,
        f"{label} {stated}，{parts}合计 {computed}",
        f"请核对{parts}与{label}" if path[0] == "result" else "请核对各项得分与合计",
        stated,
        computed,
    )
