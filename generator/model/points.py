"""What a row of a score table is worth, and how it counts."""

from typing import Annotated

from generator.schema.fields import Model, Number, Share, label
from generator.values.choices import Choice


class Counting(Choice):
    """What the points of a row do to the sum."""

    BASIC = "basic", "基本"
    BONUS = "bonus", "加分"
    DEDUCTION = "deduction", "扣分"
    VETO = "veto", "否决"
    NONE = "none", "不计"


class Points(Model):
    """The name of a row and its points; a report that prints none gets none."""

    name: Annotated[str, label("名称", "指标名称，按原表", example="夜间开放天数")]
    code: Annotated[str | None, label("编码", "原表的指标编码", example="11001")] = None
    counting: Annotated[
        Counting | None, label("计分", "加分、扣分、否决或不计；一般的指标不填")
    ] = None
    weight: Annotated[
        Share | None, label("分值", "满分，20 或 20%；原表没有就不填", unit="分", example="20")
    ] = None
    score_rate: Annotated[
        Share | None, label("得分率", "原表所列得分率，95% 或百分制的 95.00", example="95%")
    ] = None
    score: Annotated[Number | None, label("得分", "自评或评价得分", unit="分", example="18.5")] = (
        None
    )
    review_score: Annotated[
        Number | None, label("复核分", "财政或第三方复核得分", unit="分", example="18")
    ] = None
    grade: Annotated[
        str | None, label("等级", "这一项的等级或评语，按原表", example="达成年度指标")
    ] = None

    @property
    def is_basic(self) -> bool:
        """Whether its points are among those that make up the full marks."""
        return self.counting in (None, Counting.BASIC)

    @property
    def carries_points(self) -> bool:
        """Whether this row itself prints any."""
        return not (self.weight is self.score is self.review_score is None)
