"""What was to be reached and what came out: objective, surveys, total and grade."""

from dataclasses import dataclass
from typing import Annotated

from generator.model.frames import Band
from generator.schema.fields import Model, Number, QuotedSum, Whole, label


class Objective(Model):
    """What was to be reached in the year, and what was."""

    whole_term: Annotated[
        str | None,
        label("实施期目标", "整个实施期的总体目标", example="三年内全市图书馆都能夜间开放"),
    ] = None
    expected: Annotated[
        str | None, label("预期目标", "年度总体目标", example="全年夜间开放 250 天，举办讲座 30 场")
    ] = None
    adjusted: Annotated[
        str | None,
        label("调整后目标", "年中调整后的总体目标", example="全年夜间开放 240 天，举办讲座 30 场"),
    ] = None
    achieved: Annotated[
        str | None,
        label("完成情况", "年度总体目标的实际完成情况", example="夜间开放 262 天，举办讲座 24 场"),
    ] = None
    forecast: Annotated[
        str | None, label("预计完成", "全年预计完成的情况", example="预计全年夜间开放 255 天")
    ] = None


class Survey(Model):
    """One survey among those served; forms, not people, are counted."""

    name: Annotated[
        str, label("名称", "调查的名称，如 受益村民满意度", example="夜间到馆读者满意度")
    ]
    subjects: Annotated[str | None, label("对象", "向哪些人调查", example="夜间到馆读者")] = None
    way: Annotated[str | None, label("方式", "如 入户问卷、网上问卷")] = None
    sent: Annotated[Whole | None, label("发放", "发放份数", unit="份", example="500")] = None
    returned: Annotated[Whole | None, label("回收", "回收份数", unit="份", example="486")] = None
    valid: Annotated[Whole | None, label("有效", "有效份数", unit="份", example="480")] = None
    result: Annotated[str | None, label("结果", "调查结果，如 93.2%")] = None


class Result(Model):
    """Total and grade as the report states them."""

    total: Annotated[
        Number | None, label("总分", "报告写明的总分；没有写就不填", unit="分", example="92.5")
    ] = None
    review_total: Annotated[
        Number | None,
        label("复核总分", "报告写明的复核总分；没有写就不填", unit="分", example="91"),
    ] = None
    grade: Annotated[
        str | None, label("等级", "报告写明的等级，或评估结论的用词；没有写就不填", example="优")
    ] = None
    opinion: Annotated[
        str | None, label("意见", "报告写明的结论文字", example="项目总体达到预期目标")
    ] = None
    amount_advised: Annotated[QuotedSum | None, label("建议金额", "建议安排的金额，可带单位")] = (
        None
    )
    note: Annotated[str | None, label("说明", "对结论的说明", example="原表总分按四舍五入列示")] = (
        None
    )


@dataclass(frozen=True, slots=True)
class Grade:
    """The grade stated beside the one the total earns; `band` is what is shown."""

    stated: str | None
    computed: Band | None
    band: Band | None
    is_vetoed: bool = False
    """Whether a veto sets what is computed, whatever the total."""

    @property
    def shown(self) -> str | None:
        return self.stated or (self.computed.name if self.computed else None)

    @property
    def is_computed(self) -> bool:
        return self.stated is None and self.computed is not None

    @property
    def differs(self) -> bool:
        """Both are there and name different bands; a word that no score earns differs from none."""
        if self.band is not None and self.band.start is None and not self.is_vetoed:
            return False
        return bool(self.stated and self.computed and self.band != self.computed)


NO_GRADE = Grade(None, None, None)
"""Of a report whose form has no place for one."""
