"""Indicators: the tree of an evaluation's score table."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

from generator.choices import Choice
from generator.fields import Model, Number, label
from generator.figures import Figure, total
from generator.money import parse


class Operator(Choice):
    """How an actual value is held against its target; none for a target in words."""

    AT_LEAST = "at_least", "≥"
    AT_MOST = "at_most", "≤"
    MORE = "more", ">"
    LESS = "less", "<"
    EQUAL = "equal", "="
    QUALITATIVE = "qualitative", "定性"


class Indicator(Model):
    """One row of the score table, with the rows below it; only leaves carry targets.

    Weights and scores may be absent at any level: a report that prints none gets none.
    """

    name: Annotated[str, label("名称", "指标名称，按原表")]
    weight: Annotated[Number | None, label("分值", "满分；原表没有就不填", unit="分")] = None
    score: Annotated[Number | None, label("得分", "自评或评价得分", unit="分")] = None
    review_score: Annotated[Number | None, label("复核分", "财政或第三方复核得分", unit="分")] = (
        None
    )
    operator: Annotated[Operator | None, label("符号", "目标的方向：≥ ≤ > < = 或 定性")] = None
    target: Annotated[str | None, label("指标值", "年度目标；数字或文字，不含单位")] = None
    unit: Annotated[str | None, label("计量单位", "指标值和完成值的单位，如 场次、%")] = None
    actual: Annotated[str | None, label("完成值", "实际完成情况；数字或文字，不含单位")] = None
    deviation_reason: Annotated[str | None, label("偏差原因", "未达标或失分的原因")] = None
    corrective_action: Annotated[str | None, label("改进措施", "准备如何改进")] = None
    evidence: Annotated[str | None, label("佐证", "证明完成值的材料")] = None
    children: Annotated[tuple["Indicator", ...], label("下级", "下一级指标")] = ()

    @property
    def is_leaf(self) -> bool:
        return not self.children

    def leaves(self) -> Iterator["Indicator"]:
        """The rows without rows below them, in order."""
        if self.is_leaf:
            yield self
        for child in self.children:
            yield from child.leaves()

    @property
    def weights(self) -> Figure:
        """The weight stated beside the sum of the rows directly below."""
        return Figure(self.weight, weight_of(self.children), _TOLERANCE)

    @property
    def scores(self) -> Figure:
        """The score stated beside the sum of the rows directly below."""
        return Figure(self.score, score_of(self.children), _TOLERANCE)

    @property
    def review_scores(self) -> Figure:
        """The reviewer's score stated beside the sum of the rows directly below."""
        return Figure(self.review_score, review_of(self.children), _TOLERANCE)

    @property
    def has_points(self) -> bool:
        """Whether this row or any below it carries a weight or a score."""
        own = (self.weight, self.score, self.review_score)
        return any(n is not None for n in own) or any(c.has_points for c in self.children)

    @property
    def lost(self) -> Decimal | None:
        """Points lost; None where the full mark is not printed."""
        weight, score = self.weights.shown, self.scores.shown
        return None if weight is None or score is None else weight - score

    @property
    def target_shown(self) -> str:
        """The target as a form prints it: `≥95%`; empty where there is none."""
        sign = "" if self.operator in (None, Operator.QUALITATIVE) else self.operator.label
        return f"{sign}{self.target}{self.unit or ''}" if self.target else ""

    @property
    def actual_shown(self) -> str:
        """The actual value with its unit; empty where there is none."""
        return f"{self.actual}{self.unit or ''}" if self.actual else ""

    @property
    def target_number(self) -> Decimal | None:
        return parse(self.target) if self.target else None

    @property
    def actual_number(self) -> Decimal | None:
        return parse(self.actual) if self.actual else None


_TOLERANCE = Decimal("0.01")


def weight_of(indicators: tuple[Indicator, ...]) -> Decimal | None:
    """Sum of the weights of these rows, each as shown; None when one is missing."""
    return total(indicator.weights.shown for indicator in indicators)


def score_of(indicators: tuple[Indicator, ...]) -> Decimal | None:
    """Sum of the scores of these rows, each as shown; None when one is missing."""
    return total(indicator.scores.shown for indicator in indicators)


def review_of(indicators: tuple[Indicator, ...]) -> Decimal | None:
    """Sum of the reviewer's scores of these rows, each as shown; None when one is missing."""
    return total(indicator.review_scores.shown for indicator in indicators)
