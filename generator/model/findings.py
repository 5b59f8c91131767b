"""What an evaluation found, recommends, and what became of it."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Annotated, TypeVar

from generator.schema.fields import Day, Extra, Model, QuotedSum, Slug, label
from generator.values.choices import Choice


class Finding(Model):
    """A problem the evaluation found."""

    id: Annotated[Slug, label("编号", "本记录内的编号，如 w1，供建议引用", example="w1")]
    text: Annotated[str, label("内容", "发现的问题", example="讲座排期偏晚，下半年集中取消六场")]
    cause: Annotated[
        str | None, label("原因", "报告写明的原因", example="年初没有排定全年讲座")
    ] = None
    category: Annotated[str | None, label("类别", "问题类别，如 预算编制、资金使用")] = None
    amount: Annotated[
        QuotedSum | None, label("涉及金额", "带单位，如 3.6万元；不带单位的以资金表的单位计")
    ] = None
    responsible: Annotated[
        str | None, label("责任单位", "问题所在的单位", example="示例市图书馆")
    ] = None


class Recommendation(Model):
    """What the evaluation recommends, and which findings it answers."""

    id: Annotated[Slug | None, label("编号", "本记录内的编号，如 j1，供链接使用；可不填")] = None
    findings: Annotated[
        tuple[str, ...], label("对应问题", "所回应问题的编号，如 [w1]", example="w1")
    ] = ()
    text: Annotated[str, label("内容", "建议", example="年初排定全年讲座，并预留替补主讲人")]
    responsible: Annotated[str | None, label("责任单位", "由谁落实", example="示例市图书馆")] = None
    due: Annotated[str | None, label("时限", "何时落实，日期或文字", example="2024-03-31")] = None


class State(Choice):
    """How far a problem has been put right."""

    DONE = "done", "已整改"
    UNDER_WAY = "under_way", "正在整改"
    OPEN = "open", "未整改"
    LASTING = "lasting", "长期坚持"
    REJECTED = "rejected", "未采纳"

    @property
    def is_pending(self) -> bool:
        """Whether it is not put right yet; 长期坚持 and 未采纳 are answers of their own."""
        return self in (State.OPEN, State.UNDER_WAY)

    @classmethod
    def is_guessed(cls) -> bool:
        """A wrong guess would say the opposite of the report: 整改中 is near 已整改."""
        return False


class Rectification(Model):
    """What was done about findings; of several entries for one the newest counts."""

    findings: Annotated[
        tuple[str, ...],
        label("对应问题", "问题的编号，本记录或所关联评价的，如 [w1]", example="w1"),
    ] = ()
    date: Annotated[Day | None, label("日期", "这一条记载的日期")] = None
    demand: Annotated[
        str | None,
        label("要求", "整改要求或整改通知的内容", example="排定全年讲座，落实替补主讲人"),
    ] = None
    measure: Annotated[
        str | None, label("措施", "整改措施", example="建立主讲人名录，每季度排定下一季度讲座")
    ] = None
    progress: Annotated[
        str | None,
        label("情况", "整改情况、反馈内容", example="已排定全年讲座 30 场，落实替补主讲人 8 名"),
    ] = None
    state: Annotated[State | None, label("状态", "已整改、正在整改、未整改、长期坚持或未采纳")] = (
        None
    )
    responsible: Annotated[str | None, label("责任单位", "由谁整改", example="示例市图书馆")] = None
    due: Annotated[str | None, label("时限", "何时完成，日期或文字", example="2024-03-31")] = None
    done_on: Annotated[Day | None, label("完成日期", "整改完成的日期")] = None
    amount: Annotated[QuotedSum | None, label("金额", "追回、收回或调整的金额，带单位")] = None
    evidence: Annotated[str | None, label("佐证", "证明整改的材料", example="2024年讲座安排表")] = (
        None
    )
    open_reason: Annotated[
        str | None, label("未完成原因", "没有完成的原因", example="替补主讲人尚缺 2 名，正在聘请")
    ] = None
    extra: Annotated[Extra, label("其他栏", "原表另有的栏目", columns="rectification")] = {}

    def said_on(self, document: dt.date) -> dt.date:
        """When it was said: by its own date, else by that of its document."""
        return self.date or self.done_on or document


_Of = TypeVar("_Of")


def in_turn(said: Iterable[tuple[Rectification, dt.date, _Of]]) -> Iterator[tuple[str, _Of]]:
    """What goes with entries under each problem they name, as they were said: the last counts.

    Each entry comes with the date of its document.
    """
    for entry, _, what in sorted(said, key=lambda one: one[0].said_on(one[1])):
        for finding in entry.findings:
            yield finding, what


class UseOfResults(Model):
    """What the results were used for."""

    way: Annotated[str | None, label("方式", "如 预算安排、通报、公开", example="预算安排")] = None
    text: Annotated[str | None, label("内容", "怎样应用", example="作为下一年度安排预算的依据")] = (
        None
    )
    amount: Annotated[QuotedSum | None, label("金额", "涉及的金额，带单位")] = None
