"""Indicators: the tree of an evaluation's score table."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Annotated

from generator.model.figures import Figure, Sum, total
from generator.model.targets import Comparison, Operator, quantity, unit
from generator.schema.fields import Model, Number, label


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
    operator: Annotated[Operator | None, label("符号", "目标的方向；文字描述的目标选“定性”")] = None
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
        return weights_of(self.children).beside(self.weight, exact=POINT_PLACES)

    @property
    def scores(self) -> Figure:
        """The score stated beside the sum of the rows directly below."""
        return scores_of(self.children).beside(self.score, exact=POINT_PLACES)

    @property
    def review_scores(self) -> Figure:
        """The reviewer's score stated beside the sum of the rows directly below."""
        return reviews_of(self.children).beside(self.review_score, exact=POINT_PLACES)

    @property
    def has_points(self) -> bool:
        """Whether this row or any below it carries a weight or a score."""
        own = (self.weight, self.score, self.review_score)
        return any(n is not None for n in own) or any(c.has_points for c in self.children)

    @property
    def lost(self) -> Decimal | None:
        """Points lost; None where the full mark is not printed."""
        weight, score = self.weight, self.score
        if self.children:
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
    def compared_by(self) -> Operator | None:
        """How the actual value is held against a target in numbers; its own sign will do."""
        if self.operator is Operator.QUALITATIVE:
            return None
        if self.operator is None and (aim := quantity(self.target)):
            return aim.sign
        return self.operator

    @property
    def counted_in(self) -> str:
        """The unit both values are in, half-width; a target may carry it: `95%`."""
        if self.unit:
            return unit(self.unit)
        aim = quantity(self.target)
        return aim.unit if aim and aim.has_plain_unit else ""

    @property
    def target_number(self) -> Decimal | None:
        """The target, where it is a number in the unit of its row."""
        aim = quantity(self.target)
        if aim is None or (aim.unit and aim.unit != self.counted_in):
            return None
        return aim.number if aim.sign in (None, self.compared_by) else None

    @property
    def actual_number(self) -> Decimal | None:
        """The actual value, where it is a number without a sign, in the unit of its row."""
        done = quantity(self.actual)
        if done is None or done.sign or (done.unit and done.unit != self.counted_in):
            return None
        return done.number

    @property
    def comparison(self) -> Comparison | None:
        """Target and actual value; None where one is missing, in words or in another unit."""
        operator = self.compared_by
        if operator is None or not self.actual:
            return None
        target, actual = self.target_number, self.actual_number
        return None if target is None or actual is None else Comparison(operator, target, actual)

    @property
    def is_met(self) -> bool | None:
        """Whether the target was met; None where that cannot be said, or no value could meet it."""
        comparison = self.comparison
        return None if comparison is None or self.is_unreachable else comparison.is_met

    @property
    def is_share(self) -> bool:
        """A rate that cannot exceed 100 %, by its unit and name; growth is none."""
        return (
            self.counted_in == _PERCENT
            and bool(_SHARE.search(self.name))
            and not _BEYOND.search(self.name)
        )

    @property
    def is_unreachable(self) -> bool:
        """Whether the target asks for more than all there is."""
        number, operator = self.target_number, self.compared_by
        if number is None or number < _WHOLE or operator is None or operator.wants_less:
            return False
        return self.is_share and (number > _WHOLE or operator is Operator.MORE)

    @property
    def is_not_applicable(self) -> bool:
        """Whether the row itself says that it does not apply: 不适用, or 无 as a target."""
        name, target, actual = self.name, self.target, self.actual
        if name in _NOTHING or not _NOT_APPLICABLE.isdisjoint((name, target, actual)):
            return True
        return target in _NOTHING and (actual is None or actual in _NOTHING)

    @property
    def has_reason(self) -> bool:
        """Whether a reason is given for a deviation or a loss; 无 is none."""
        reason = self.deviation_reason
        return reason is not None and reason.strip(" 。.") not in _NOTHING


_WHOLE = Decimal(100)
_PERCENT = "%"
_SHARE = re.compile(r"(?:率|满意度|比例|占比)$")
_BEYOND = re.compile(
    r"[增降减超毛]|提高|提升|变动|调整|执行|完成|控制|回报|收益|利润|周转|产出|节约|负债"
)
_NOTHING = frozenset(("无", "暂无", "没有", "/", "-", "--", "—", "——"))
_NOT_APPLICABLE = _NOTHING - {"无", "暂无", "没有"} | frozenset(
    ("不适用", "不涉及", "未涉及", "未设置", "未设定", "无此项", "N/A", "n/a")
)
POINT_PLACES = 2
"""Decimals to which points are given exactly, however few of them are printed."""


def weights_of(indicators: tuple[Indicator, ...]) -> Sum:
    """Sum of the weights of these rows, each as shown."""
    return _summed(indicators, lambda row: row.weight)


def scores_of(indicators: tuple[Indicator, ...]) -> Sum:
    """Sum of the scores of these rows, each as shown."""
    return _summed(indicators, lambda row: row.score)


def reviews_of(indicators: tuple[Indicator, ...]) -> Sum:
    """Sum of the reviewer's scores of these rows, each as shown."""
    return _summed(indicators, lambda row: row.review_score)


def _summed(
    indicators: tuple[Indicator, ...], points: Callable[[Indicator], Decimal | None]
) -> Sum:
    """A row without points of its own stands for the rows below it."""
    return total(
        (row.name, _summed(row.children, points) if (own := points(row)) is None else own)
        for row in indicators
    )
