"""复核改了分而没有说明。

复核分与原来的得分不同，却没有写为什么改。

原因：复核改分要让被评价的单位和公众看得明白。

公式：一行没有下级，或者下级没有复核分；复核分 ≠ 得分，而本行没有「得分说明」，结论说明、意见、问
题和正文也没有点到这一项名称。只看写有复核分的表。原来得满分、复核扣分而写有「偏差原因」的，偏差就
是改分的理由，偏差原因写到复核、扣分的也是；预算执行率的复核分正是分值乘资金表执行率的，算得出来；复核分高于分值的，由
score-exceeds-weight报告：都不重复提示。

依据：复核应当说明理由，各地复核办法的通行要求；只作提示。

反例：效益指标得 27 分，复核分 24 分，全文没有说到效益。

正例：同上，得分说明写“没有调查记录，再扣减”。

改法：在“得分说明”中写明为什么改分。
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.reasons import has_reason
from generator.audit.dossier.rows import Row
from generator.audit.subject import Subject
from generator.audit.wording import points, says_nothing
from generator.diagnostics import Severity
from generator.source import At
from generator.values.lazily import lazily
from generator.values.money import fits

SEVERITY = Severity.HINT
NEEDS = (needs.MEASURED, needs.POINTED, needs.ROWS, needs.REVIEW_SCORES)
_WHOLE = 100
_OF_REVIEW = lazily("复核|扣")


def check(subject: Subject) -> Iterator[Result]:
    """At the reviewer's score."""
    for row in subject.rows:
        indicator = row.indicator
        score, review = indicator.score, indicator.review_score
        if score is None or review is None or score == review:
            continue
        if _follows(subject, row, review) or (indicator.weight or review) < review:
            continue
        below = [child for child in indicator.tree() if child is not indicator]
        if any(child.review_score is not None for child in below):
            continue
        is_full = score == indicator.weight and review < score
        if is_full and any(map(has_reason, (indicator, *below))):
            continue
        if _OF_REVIEW.search(indicator.deviation_reason or ""):
            continue
        said = (indicator.score_note, *(child.score_note for child in below))
        if any(text and not says_nothing(text) for text in said) or subject.reasons.told(row):
            continue
        yield Result(
            row.at("review_score"),
            f"{row.name}得分 {points(score)}，复核分 {points(review)}，没有说明为什么改",
            "请在「得分说明」中写明",
            points(review),
            points(score),
        )


def _follows(subject: Subject, row: Row, review: Decimal) -> bool:
    """Whether the reviewer took the points that the fund table gives the execution rate."""
    rate = subject.money.execution_rate
    weight, due = row.indicator.weight, rate.figure.computed if rate else None
    if weight is None or due is None or row.path not in _executing(subject):
        return False
    return fits(review, weight * due / _WHOLE)


def _executing(subject: Subject) -> frozenset[At]:
    return frozenset(row.path for row in subject.execution_rows)
