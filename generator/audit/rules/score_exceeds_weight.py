"""得分超过分值。

某项得分或复核分高于它的分值，或者低于 0 分。

原因：得分不能超过满分，也不能是负数；多半是数字填错，或分值与得分填反。

公式：0 ≤ 得分 ≤ 分值（允许指标体系规定的容差），复核分相同。没有写分值的，只看是否低于 0 分；名称写
明是扣分、减分的指标可以低于 0 分。加分、扣分的行，以及评分标准或说明写明“最多加”几分的行，由
bonus-over-cap 按上限核对，这里只看加分是否低于 0 分。下级已经超过的，上级不再重复报告；上级的得分或
分值与下级合计不符的，由 scores-do-not-add-up、weights-do-not-add-up 报告。没有评分明细的，看总分是
否超过满分与加分上限之和。

依据：各项得分以分值为限，是评分的通行规则；财预〔2020〕10号所附自评表也逐项列明分值和得分。

反例：「食品抽检合格率」分值 20 分，得分 21 分。

正例：「食品抽检合格率」分值 20 分，得分 20 分。

改法：核对得分与分值；是加分的，在“计分”中填“加分”。
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.caps import caps_of
from generator.audit.dossier.rows import Row
from generator.audit.subject import Subject
from generator.audit.wording import points
from generator.diagnostics import Severity
from generator.model.points import Counting

SEVERITY = Severity.ERROR
NEEDS = (needs.JUDGING, needs.POINTED, needs.ANY_POINTS)

_DEDUCTIONS = ("扣分", "减分")


def check(subject: Subject) -> Iterator[Result]:
    """At each score out of bounds, then at a total that stands without rows."""
    rows, tolerance = subject.rows, subject.frame.tolerance
    scores = [(row, row.indicator.score) for row in rows]
    reviews = [(row, row.indicator.review_score) for row in rows]
    for row, score in _out_of_bounds(scores, tolerance):
        yield _result(row, "score", "得分", score)
    for row, score in _out_of_bounds(reviews, tolerance):
        yield _result(row, "review_score", "复核分", score)
    yield from _totals(subject)


def _out_of_bounds(
    scores: Sequence[tuple[Row, Decimal | None]], tolerance: Decimal
) -> Sequence[tuple[Row, Decimal]]:
    """The scores no row may have; a row above one of them follows from it and is left out."""
    found: list[tuple[Row, Decimal]] = []
    for row, score in reversed(scores):
        if score is None or not _is_out(row, score, tolerance):
            continue
        if not (found and found[-1][0].is_below(row)):
            found.append((row, score))
    return found[::-1]


def _is_out(row: Row, score: Decimal, tolerance: Decimal) -> bool:
    indicator = row.indicator
    if indicator.counting is Counting.DEDUCTION:
        return False
    if score < 0:
        return not any(word in indicator.name for word in _DEDUCTIONS)
    weight = indicator.weight
    if weight is None or score <= weight or score - weight <= tolerance:
        return False
    if indicator.counting is Counting.BONUS or caps_of(indicator).told:
        return False
    sums = (indicator.weights, indicator.scores, indicator.review_scores)
    return indicator.is_leaf or not any(figure.differs for figure in sums)


def _result(row: Row, field: str, label: str, score: Decimal) -> Result:
    weight = row.indicator.weight or Decimal(0)
    said, limit = points(score), points(Decimal(0) if score < 0 else weight)
    return Result(
        row.at(field),
        f"{row.name}{label} {said} " + ("低于 0 分" if score < 0 else f"超过分值 {limit}"),
        f"请核对{label}或分值",
        said,
        limit,
    )


def _totals(subject: Subject) -> Iterator[Result]:
    item, frame, result = subject.item, subject.frame, subject.item.result
    for field, label, total, figure in (
        ("total", "总分", result.total, item.total),
        ("review_total", "复核总分", result.review_total, item.review_total),
    ):
        if total is None or frame.total is None:
            continue
        most = frame.total + (frame.bonus_cap or 0)
        if not 0 <= total <= most + frame.tolerance and figure(frame).computed is None:
            said, limit = points(total), points(most)
            yield Result(
                ("result", field),
                f"{label} {said} 不在 0 分至满分 {limit} 之间",
                f"请核对{label}",
                said,
                limit,
            )
