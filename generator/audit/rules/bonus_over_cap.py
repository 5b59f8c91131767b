"""加分或扣分超过上限。

加分、扣分的行超过它自己写明的上限或分值，或者总分按超过上限的加分、扣分合计。

原因：加分和扣分都有限度，超过的部分不应计入总分。

公式：一行的上限是“评分标准”或“说明”写明的数（如“最多加2分”“不超过5分”“上限3分”），没有写明的是它的
分值；加分、扣分（不论正负号）不大于上限，允许指标体系规定的容差，复核分相同。写有几个不同上限、或者
每次的上限的不核对；一般的指标写明“最多加”几分的，以分值加上这个数为上限。指标体系规定了加分、扣分合
计上限的，总分只能计到上限。加分、扣分的行由本规则核对，其他的行超过分值由 score-exceeds-weight 核
对；总分与各项合计的其他不符，由 scores-do-not-add-up 报告。

依据：加分、扣分以评分标准写明的上限为准，是评分的通行规则；合计上限见所用的指标体系。

反例：「宣传推广」计加分，评分标准“每推广一次加1分，最多加2分”，得分 3 分。

正例：同上，得分 2 分；分值 2 分、评分标准“最多加4分”的，得分 3 分。

改法：核对加分、扣分和总分，超过上限的部分不计入。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result, Unjudged
from generator.audit.dossier.caps import caps_of
from generator.audit.dossier.rows import Row
from generator.audit.subject import Subject
from generator.audit.wording import points
from generator.diagnostics import Severity
from generator.model.indicators import scores_of
from generator.model.points import Counting
from generator.source import At

SEVERITY = Severity.ERROR
NEEDS = (needs.MEASURED, needs.POINTED, needs.ROWS, needs.SCORES)

_UNCOUNTED = (Counting.VETO, Counting.NONE)
_NAMES = {Counting.BONUS: "加分", Counting.DEDUCTION: "扣分"}


def check(subject: Subject) -> Iterator[Result | Unjudged]:
    """At each score over its row's cap, then at a total that counts more than the frame allows."""
    for row in subject.rows:
        yield from _of_row(subject, row)
    yield from _of_total(subject)


def _of_row(subject: Subject, row: Row) -> Iterator[Result | Unjudged]:
    indicator = row.indicator
    scores = {"score": indicator.score, "review_score": indicator.review_score}
    if not any(scores.values()) or indicator.counting in _UNCOUNTED:
        return
    caps = caps_of(indicator)
    if not caps.is_clear:
        yield Unjudged(f"{row.name}写有几个上限，或者每次的上限")
        return
    told = next(iter(caps.told), None)
    counts = _NAMES.get(indicator.counting or Counting.BASIC)
    cap = indicator.weight if told is None else told
    if counts is None:
        cap = None if told is None or indicator.weight is None else indicator.weight + told
    for field, score in scores.items():
        if score is None or cap is None or abs(score) - abs(cap) <= subject.frame.tolerance:
            continue
        label = "复核分" if field == "review_score" else "得分"
        said, limit = points(score), points(abs(cap))
        where = "分值" if told is None else "评分标准写明的上限"
        yield Result(
            row.at(field),
            f"{row.name}{label} {said} 超过{where if counts else '分值与最多加分之和'} {limit}",
            f"请核对{label}与{counts or '加分'}的上限",
            said,
            limit,
        )


def _of_total(subject: Subject) -> Iterator[Result]:
    """The total may count no more than the frame's caps of all bonuses, or of all deductions."""
    stated, frame, tops = subject.item.result.total, subject.frame, subject.item.indicators
    whole, capped = scores_of(tops), subject.total
    if stated is None or capped.computed is None or not capped.differs:
        return
    if whole.beside(stated, least=frame.tolerance).differs or whole.value is None:
        return
    for counting, cap in (
        (Counting.BONUS, frame.bonus_cap),
        (Counting.DEDUCTION, frame.deduction_cap),
    ):
        given = scores_of(row for row in tops if row.counting is counting).given
        if cap is not None and given is not None and abs(given) > cap:
            at: At = ("result", "total")
            said, due, name = points(stated), points(capped.computed), _NAMES[counting]
            yield Result(
                at,
                f"总分 {said} 计入{name} {points(abs(given))}，"
                f"指标体系规定合计不超过 {points(cap)}，应为 {due}",
                f"请核对总分与{name}",
                said,
                due,
            )
            return
