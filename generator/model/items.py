"""What is evaluated: a project, its money, its targets, its score; it may hold further items.

A document is an item, and so is each of the projects a list prints. An inner item takes over what
kind of evaluation it is, of what, by which frame, over which period, by whom and in which unit of
money where it does not say its own, and nothing else: no total, finding or score.

Terms follow 财预〔2020〕10号 and the forms printed with it. Every field is declared once, with its
Chinese label (the key in a record), its English name and what to fill in.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Annotated

from generator.model.figures import Figure, Sum, total
from generator.model.findings import Finding, Recommendation, Rectification, UseOfResults
from generator.model.frames import Frame
from generator.model.funds import Funds, Rate
from generator.model.indicators import (
    POINT_PLACES,
    Indicator,
    reviews_of,
    scores_of,
    weights_of,
)
from generator.model.outcome import Grade, Objective, Result, Survey
from generator.model.points import Counting
from generator.model.project import Body, Period, Project, Scope
from generator.schema.fields import (
    Model,
    Slug,
    before_validation,
    label,
)
from generator.source import At
from generator.values.money import Amount, Quoted


class Item(Model):
    """One thing evaluated, alone or among others of its document."""

    id: Annotated[
        Slug | None, label("编号", "英文编号；分项必填，网址中以它为准", example="night-opening")
    ] = None
    project: Annotated[Project | None, label("项目", "被评价的项目")] = None
    evaluation_type: Annotated[
        str | None, label("评价类型", "这是哪一类文件", words="kinds", example="单位自评")
    ] = None
    scope: Annotated[Scope | None, label("评价对象", "评价什么")] = None
    frame: Annotated[
        str | None,
        label(
            "指标体系",
            "评分所用指标体系的名称；报告没有写明的不填",
            words="frames",
            example="单位自评-10-50-30-10",
        ),
    ] = None
    period: Annotated[Period | None, label("期间", "起止日期；就是本年度的不填")] = None
    bodies: Annotated[tuple[Body, ...], label("机构", "主管部门、评价机构等")] = ()
    evaluator: Annotated[
        str | None, label("评价机构", "受托的第三方机构", example="示例会计师事务所")
    ] = None
    funds: Annotated[Funds | None, label("资金", "资金来源与使用")] = None
    objective: Annotated[Objective, label("绩效目标", "年度总体目标")] = Objective()
    indicators: Annotated[tuple[Indicator, ...], label("指标", "评分表")] = ()
    surveys: Annotated[tuple[Survey, ...], label("调查", "满意度等问卷调查")] = ()
    result: Annotated[Result, label("评价结论", "报告写明的总分和等级")] = Result()
    findings: Annotated[tuple[Finding, ...], label("问题", "存在的问题")] = ()
    recommendations: Annotated[tuple[Recommendation, ...], label("建议", "有关建议")] = ()
    rectification: Annotated[
        tuple[Rectification, ...], label("整改", "针对问题做了什么，每条一项")
    ] = ()
    uses: Annotated[tuple[UseOfResults, ...], label("结果应用", "评价结果用在哪里")] = ()
    items: Annotated[tuple["Item", ...], label("分项", "一份文件含几个项目的，每个一项")] = ()

    @before_validation
    def _handed_down(cls, data: object) -> object:  # noqa: N805 -- the validator is one of the class
        """Give inner items what they take over from the outer one."""
        items = data.get("items") if isinstance(data, Mapping) else None
        if not isinstance(data, Mapping) or not isinstance(items, tuple):
            return data
        return {**data, "items": tuple(_taking_over(item, data) for item in items)}

    @property
    def name(self) -> str:
        """The project's; empty for a document about several."""
        return self.project.name if self.project else ""

    def leaves(self) -> Iterator[Indicator]:
        """All rows of the score table that have none below them."""
        for indicator in self.indicators:
            yield from indicator.leaves()

    def total(self, frame: Frame) -> Figure:
        """The total stated beside the sum of the level-1 scores."""
        scores = _capped(self.indicators, scores_of, frame)
        return _points(self._with_execution(scores, frame, "score"), self.result.total, frame)

    def review_total(self, frame: Frame) -> Figure:
        """The reviewer's total stated beside the sum of the level-1 review scores.

        Points of the execution rate in the fund table are not the reviewer's: they are missing.
        """
        reviews = _capped(self.indicators, reviews_of, frame)
        if reviews.count and self.funds and not self.scores_execution(frame):
            row = self.funds.points_row
            if row.score is not None:
                reviews = total((("预算执行率", None), ("", reviews)))
        return _points(reviews, self.result.review_total, frame)

    def full_marks(self, frame: Frame) -> Figure:
        """The frame's total, if it gives points, beside the sum of the level-1 weights."""
        weights = weights_of(self.indicators)
        return _points(self._with_execution(weights, frame, "weight"), frame.total, frame)

    def _with_execution(self, rows: Sum, frame: Frame, field: str) -> Sum:
        """With the points of the execution rate, where the form prints them in its fund table."""
        points: Decimal | None = getattr(self.funds.points_row, field) if self.funds else None
        if points is None or self.scores_execution(frame):
            return rows
        return total((("", points), *((("", rows),) if rows.count or rows.missing else ())))

    def scores_execution(self, frame: Frame) -> bool:
        """Whether a row of indicators carries points for the execution of the budget."""
        return any(
            row.has_points and frame.is_execution(row.name)
            for top in self.indicators
            for row in top.tree()
        )

    @property
    def has_points(self) -> bool:
        """Whether the report prints any weight or score, whatever its frame."""
        totals = (self.result.total, self.result.review_total)
        return any(n is not None for n in totals) or any(i.has_points for i in self.indicators)

    def grade(self, frame: Frame) -> Grade:
        """The grade stated beside the one earned by the total as shown, or set by a veto."""
        vetoed = self._is_vetoed(frame)
        earned = frame.band_named(frame.veto.grade) if frame.veto and vetoed else None
        if vetoed is False:
            score = self.total(frame).shown
            earned = None if score is None else frame.grade_of(score)
        stated = self.result.grade
        return Grade(stated, earned, frame.band_named(stated) if stated else earned, bool(vetoed))

    def _is_vetoed(self, frame: Frame) -> bool | None:
        """Whether a row sets the grade; None where one that may do so is empty."""
        if frame.veto is None:
            return False
        rows = (row for top in self.indicators for row in top.tree() if row.is_leaf or row.actual)
        actuals = [row.actual for row in rows if row.counting is Counting.VETO]
        if any(actual and not frame.veto.is_averted(actual) for actual in actuals):
            return True
        return False if all(actuals) else None

    def execution_rate(self, frame: Frame) -> Rate | None:
        return self.funds.execution_rate(frame.rate_base) if self.funds else None

    def amount(self, quoted: Quoted | None) -> Amount | None:
        """A sum of money in its unit, else in that of the fund table; None where neither says."""
        return quoted.amount(self.funds.unit if self.funds else None) if quoted else None

    @property
    def quoted(self) -> Iterator[tuple[At, Quoted]]:
        """Sums of money outside the fund table, with their English paths."""
        blocks: Mapping[str, Sequence[Finding | Rectification | UseOfResults]] = {
            "findings": self.findings, "rectification": self.rectification, "uses": self.uses,
        }  # fmt: skip
        if self.result.amount_advised is not None:
            yield ("result", "amount_advised"), self.result.amount_advised
        for name, entries in blocks.items():
            for n, entry in enumerate(entries):
                if entry.amount is not None:
                    yield (name, n, "amount"), entry.amount

    def answers(self, finding: Finding) -> tuple[int, ...]:
        """Positions of the recommendations that answer a finding."""
        return tuple(
            n for n, answer in enumerate(self.recommendations) if finding.id in answer.findings
        )

    def answered(self, recommendation: Recommendation) -> tuple[int, ...]:
        """Positions of the findings a recommendation answers."""
        return tuple(n for n, f in enumerate(self.findings) if f.id in recommendation.findings)


_TAKEN_OVER = ("evaluation_type", "scope", "frame", "period", "bodies", "evaluator")
_BODIES = frozenset({"bodies", "evaluator"})
"""One is a short form of the other: an item that says who evaluates it takes over neither."""


def _taking_over(item: object, outer: Mapping[str, object]) -> object:
    if isinstance(item, Item):
        said = {name for name in _TAKEN_OVER if getattr(item, name)}
        taken = {name: outer[name] for name in _lacking(said, outer)}
        own = {name: getattr(item, name) for name in _TAKEN_OVER} | taken
        inner = tuple(_taking_over(one, own) for one in item.items)
        return item.model_copy(update={**taken, "items": inner}) if taken else item
    if not isinstance(item, Mapping):
        return item
    own = {name: outer[name] for name in _lacking(item.keys(), outer)} | dict(item)
    funds, above = own.get("funds"), outer.get("funds")
    if isinstance(funds, Mapping) and isinstance(above, Mapping) and "unit" in above:
        own["funds"] = {"unit": above["unit"], **funds}
    return own


def _lacking(said: Collection[str], outer: Mapping[str, object]) -> Iterator[str]:
    """What the outer item says and the inner one does not."""
    names_bodies = not _BODIES.isdisjoint(said)
    for name in _TAKEN_OVER:
        if outer.get(name) and name not in said and not (names_bodies and name in _BODIES):
            yield name


def _capped(
    rows: Sequence[Indicator], sum_of: Callable[[Iterable[Indicator]], Sum], frame: Frame
) -> Sum:
    """The sum of these rows, bonus and deduction no more than the frame allows."""
    parts = [("", sum_of(row for row in rows if row.is_basic))]
    for counting, cap in (
        (Counting.BONUS, frame.bonus_cap),
        (Counting.DEDUCTION, frame.deduction_cap),
    ):
        part = sum_of(row for row in rows if row.counting is counting)
        if cap is not None and part.given is not None and abs(part.given) > cap:
            part = replace(part, given=cap.copy_sign(part.given))
        parts.append(("", part))
    return total(part for part in parts if part[1].count or part[1].missing)


def _points(summed: Sum, stated: Decimal | None, frame: Frame) -> Figure:
    """A total of points beside its sum; a frame may allow more than rounding accounts for."""
    return summed.beside(stated, exact=POINT_PLACES, least=frame.tolerance)
