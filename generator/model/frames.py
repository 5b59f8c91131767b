"""Scoring frames as data: which indicators there are, what they weigh, how a score becomes a grade.

The frames that national rules print lie in `frames/*.yml` beside this module; a site adds local
ones in `content/frames/`. An evaluation names its frame; code knows no frame by name.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Annotated

from generator.model.kinds import EvaluationKind
from generator.model.presence import Presence
from generator.model.project import Scope
from generator.schema.fields import Flag, Model, Number, Percent, Slug, Whole, label
from generator.values.choices import Choice
from generator.values.money import last_digit, rounded

POINTS = (0, 10_000)
"""Between which numbers the points of a frame lie."""
BUILT_IN = Path(__file__).parent / "frames"


class Role(Choice):
    """What an indicator measures, whatever the frame calls it."""

    EXECUTION = "execution", "预算执行"
    OUTPUT = "output", "产出"
    BENEFIT = "benefit", "效益"
    SATISFACTION = "satisfaction", "满意度"


class RateBase(Choice):
    """What spending is divided by for the budget execution rate."""

    BUDGET = "budget", "预算"
    RECEIVED = "received", "到位"


class FrameIndicator(Model):
    """One indicator as the frame prints it."""

    name: Annotated[str, label("名称", "指标名称，与文件一致", example="产出指标")]
    aliases: Annotated[tuple[str, ...], label("别名", "同一指标的其他写法")] = ()
    weight: Annotated[
        Number | None,
        label(
            "分值", "文件规定的满分；由评价方案确定时不填", unit="分", bounds=POINTS, example="50"
        ),
    ] = None
    role: Annotated[Role | None, label("作用", "指标衡量什么；预算执行率须注明")] = None
    proportional: Annotated[
        Flag, label("按比例", "文件规定 得分 = 分值 × 完成比率（最多得满分）时填 是")
    ] = False
    explanation: Annotated[str | None, label("说明", "向公众解释这个指标")] = None
    children: Annotated[tuple["FrameIndicator", ...], label("下级", "下一级指标")] = ()

    @property
    def is_proportional_execution(self) -> bool:
        """Whether its score follows from what part of the budget was spent."""
        return self.proportional and self.role is Role.EXECUTION

    def tree(self) -> Iterator["FrameIndicator"]:
        """The indicator itself and all below it."""
        yield self
        for child in self.children:
            yield from child.tree()


class Band(Model):
    """One grade and the lowest score that earns it; a word that no score earns has none."""

    name: Annotated[str, label("名称", "等级名称，如 优", example="优")]
    start: Annotated[
        Number | None,
        label(
            "起点",
            "得分达到或超过此值即为该等级；不按分数评定的不填",
            unit="分",
            bounds=POINTS,
            example="90",
        ),
    ] = None
    aliases: Annotated[tuple[str, ...], label("别名", "同一等级的其他写法，如 优秀")] = ()


class WeightForm(Choice):
    """How the form prints what an indicator weighs."""

    POINTS = "points", "分"
    PERCENT = "percent", "百分比"


class Veto(Model):
    """What a row does to the grade if what it names has come to pass."""

    grade: Annotated[str, label("等级", "发生时的等级", example="差")]
    averted: Annotated[
        tuple[str, ...], label("未发生", "表示没有发生的用词；缺省为 无、否、未发生")
    ] = ("无", "否", "未发生")

    def is_averted(self, actual: str) -> bool:
        """Whether an actual value says that it has not."""
        return actual.strip() in self.averted


class Step(Model):
    """One step of a qualitative indicator and the least part of the weight it earns."""

    name: Annotated[str, label("名称", "达成程度，如 达成预期", example="达成预期")]
    start: Annotated[
        Percent, label("起点", "得分占分值的最低比例（含），带百分号", unit="%", bounds=(0, 100))
    ]


class Frame(Model):
    """A scoring frame; scores are rounded half up to `places` before they are printed.

    Grades are given by the unrounded score, so that rounding never lifts one over a boundary. A
    frame without a total gives no points at all: it compares actual values with targets.
    """

    format: Annotated[Whole, label("格式", "文件格式的版本", example="2")]
    id: Annotated[Slug, label("编号", "英文编号，与文件名一致")]
    name: Annotated[str, label("名称", "评价记录中填写的名称")]
    source: Annotated[str, label("依据", "规定该指标体系的文件")]
    description: Annotated[str, label("说明", "适用范围，向公众解释")]
    total: Annotated[
        Number | None,
        label(
            "满分", "总分的满分；不计分的指标体系不填", unit="分", bounds=(1, 10_000), example="100"
        ),
    ] = None
    places: Annotated[Whole, label("小数位", "得分保留几位小数；0 为取整数", bounds=(0, 6))] = 2
    tolerance: Annotated[
        Number,
        label(
            "容差", "舍入之外合计还允许的误差；不填为 0", unit="分", bounds=(0, 10), example="0.01"
        ),
    ] = Decimal(0)
    rate_base: Annotated[RateBase, label("执行率口径", "支出除以什么")]
    explain_below: Annotated[
        Percent | None,
        label("须说明执行率", "预算执行率低于此值时须说明原因", unit="%", bounds=(0, 100)),
    ] = None
    bands: Annotated[tuple[Band, ...], label("等级", "由高到低；不计分的指标体系不填")] = ()
    grade_cell: Annotated[
        Presence, label("等级栏", "原表是否印有等级；必有的，没有写明时会提示，并按总分计算")
    ] = Presence.MAYBE
    weight_form: Annotated[WeightForm, label("分值写法", "原表的分值印成分还是百分比")] = (
        WeightForm.POINTS
    )
    bonus_cap: Annotated[
        Number | None, label("加分上限", "加分合计最多多少", unit="分", bounds=POINTS)
    ] = None
    deduction_cap: Annotated[
        Number | None, label("扣分上限", "扣分合计最多多少", unit="分", bounds=POINTS)
    ] = None
    veto: Annotated[Veto | None, label("否决", "一票否决的后果")] = None
    columns: Annotated[
        tuple[str, ...],
        label("列", "原表印有的栏目；其中空着的，页面注明原表空白", words="columns"),
    ] = ()
    steps: Annotated[tuple[Step, ...], label("定性分档", "定性指标怎样得分，由高到低")] = ()
    kinds: Annotated[
        tuple[str, ...],
        label("适用", "哪几类文件用它；新建草稿时据此列出，不填则各类都列出", words="kinds"),
    ] = ()
    scopes: Annotated[
        tuple[Scope, ...],
        label("适用对象", "评价什么时用它；新建草稿时据此列出，不填则都列出"),
    ] = ()
    indicators: Annotated[tuple[FrameIndicator, ...], label("指标", "各级指标")]

    def suits(self, kind: EvaluationKind, scope: Scope) -> bool:
        """Whether documents of this kind about such a thing usually go by it."""
        is_of_kind = not self.kinds or any(map(kind.is_called, self.kinds))
        return is_of_kind and (not self.scopes or scope in self.scopes)

    @property
    def is_scored(self) -> bool:
        """Whether this frame gives points and grades."""
        return self.total is not None

    @property
    def is_named(self) -> bool:
        """Whether the report names a frame at all."""
        return bool(self.name)

    @property
    def grade_ranges(self) -> tuple[tuple[Band, Decimal | None], ...]:
        """Each grade that a score earns and the score it stays below; None for the best."""
        earned = [band for band in self.bands if band.start is not None]
        return tuple(zip(earned, (None, *(band.start for band in earned)), strict=False))

    @property
    def step_ranges(self) -> tuple[tuple[Step, Decimal | None], ...]:
        """Each qualitative step and the part of the weight it stays below; None for the best."""
        return tuple(zip(self.steps, (None, *(step.start for step in self.steps)), strict=False))

    @cached_property
    def fixed_weights(self) -> tuple[tuple[int, FrameIndicator], ...]:
        """The indicators whose weight the frame's document fixes, each with its level."""
        return tuple(_fixed(self.indicators, 1))

    @property
    def leaves_weights_open(self) -> bool:
        """Whether the plan of an evaluation decides some of the weights."""
        return self.is_scored and any(i.weight is None for i in self.tree() if not i.children)

    def grade_of(self, score: Decimal) -> Band | None:
        """The grade a score earns; None below the lowest band."""
        earned = (b for b in self.bands if b.start is not None and score >= b.start)
        return next(earned, None)

    def band_named(self, name: str) -> Band | None:
        """The band a report means by this word, aliases included."""
        return next((b for b in self.bands if name == b.name or name in b.aliases), None)

    def rank(self, band: Band) -> int:
        """0 for the best grade."""
        return self.bands.index(band)

    def rounded(self, score: Decimal) -> Decimal:
        """A score as this frame prints it."""
        return rounded(score, self.places)

    def prints(self, score: Decimal, due: Decimal) -> bool:
        """Whether a score may have been printed of what is due: as the frame rounds, or coarser.

        A score with decimals of its own may be off by half a unit of the last; whole ones are
        exact, as in sums.
        """
        if abs(score - due) * 2 <= last_digit(score):
            return True
        return abs(score - self.rounded(due)) <= self.tolerance

    def indicator_named(self, name: str) -> FrameIndicator | None:
        """The frame's indicator of this name or alias, at any level."""
        return self._by_name.get(name)

    @cached_property
    def _by_name(self) -> Mapping[str, FrameIndicator]:
        """By name and alias; of several the first in the frame's order."""
        return {
            name: indicator
            for indicator in reversed(tuple(self.tree()))
            for name in (indicator.name, *indicator.aliases)
        }

    def is_execution(self, name: str) -> bool:
        """Whether a row of this name scores budget execution, by its role or, unknown, its name."""
        framed = self.indicator_named(name)
        if framed is not None:
            return framed.role is Role.EXECUTION
        return _is_execution_by_name(name)

    def tree(self) -> Iterator[FrameIndicator]:
        """All indicators of all levels."""
        for indicator in self.indicators:
            yield from indicator.tree()


_EXECUTION = re.compile(
    r"(?:项目|年度|全年|本年)?(?:预算|资金|预算资金)(?:执行|执行率|执行情况|执行进度)(?:（[^（）]{0,30}）)?"
    r"|执行率"
)


@lru_cache(4096)
def _is_execution_by_name(name: str) -> bool:
    return _EXECUTION.fullmatch(name) is not None


NO_FRAME = Frame(
    format=2, id="none", name="", source="", description="", rate_base=RateBase.BUDGET,
    indicators=(),
)  # fmt: skip
"""Stands for the frame of a report that names none: no full marks, no grades, nothing expected."""


def _fixed(
    indicators: tuple[FrameIndicator, ...], level: int
) -> Iterator[tuple[int, FrameIndicator]]:
    for indicator in indicators:
        if indicator.weight is not None:
            yield level, indicator
        yield from _fixed(indicator.children, level + 1)
