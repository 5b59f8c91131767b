"""What a row of a score table was to reach, and what came out."""

import re
from decimal import Decimal
from functools import cached_property
from typing import Annotated

from generator.model.points import Points
from generator.model.targets import Comparison, held, in_unit
from generator.schema.fields import label
from generator.values.cells.cell import Cell, Reads
from generator.values.cells.printing import with_unit
from generator.values.cells.reading import NOT_APPLICABLE, NOTHING, read
from generator.values.cells.signs import Operator
from generator.values.cells.units import measure, unit


class Aim(Points):
    """The target of a row, with its actual value."""

    operator: Annotated[Operator | None, label("符号", "目标的方向；文字描述的目标选“定性”")] = None
    target: Annotated[
        str | None, label("指标值", "年度目标；数字或文字，不含单位", example="250")
    ] = None
    unit: Annotated[str | None, label("计量单位", "指标值和完成值的单位，如 场次、%")] = None
    actual: Annotated[
        str | None, label("完成值", "实际完成情况；数字或文字，不含单位", example="262")
    ] = None
    forecast: Annotated[
        str | None, label("预计完成值", "全年预计完成的值；监控时填写", example="255")
    ] = None
    likelihood: Annotated[
        str | None, label("可能性", "完成目标的可能性；监控时填写", example="确定能")
    ] = None

    @property
    def target_shown(self) -> str:
        """The target as a form prints it: `≥95%`; empty where there is none."""
        sign = "" if self.operator in (None, Operator.QUALITATIVE) else self.operator.label
        return f"{sign}{with_unit(self.target, self.unit)}" if self.target else ""

    @property
    def actual_shown(self) -> str:
        """The actual value with its unit; empty where there is none."""
        return with_unit(self.actual, self.unit)

    @cached_property
    def aim(self) -> Cell:
        """The target as it is read, in the unit of its row."""
        return read(self.target, self.unit or "", self.name)

    @cached_property
    def done(self) -> Cell:
        """The actual value as it is read; without a unit of its own it is in that of its row."""
        return read(self.actual, self.unit or self.aim.unit, self.name, actual=True)

    @property
    def compared_by(self) -> Operator | None:
        """How the actual value is held against a target in numbers; its own sign will do."""
        if self.operator is Operator.QUALITATIVE:
            return None
        return self.operator or self.aim.sign

    @cached_property
    def counted_in(self) -> str:
        """The unit both values are in, half-width; a target may carry it: `95%`."""
        return unit(self.unit) if self.unit else self.aim.unit

    @cached_property
    def target_number(self) -> Decimal | None:
        """The target, where it is a number in the unit of its row."""
        aim = self.aim
        if aim.reads is not Reads.FIGURE or aim.sign not in (None, self.compared_by):
            return None
        return in_unit(aim, self._unit)

    @cached_property
    def actual_number(self) -> Decimal | None:
        """The actual value, where it is a number without a sign, in the unit of its row."""
        done = self.done
        if done.reads is not Reads.FIGURE or done.sign or done.period != self._of:
            return None
        return in_unit(done, self._unit)

    @property
    def _unit(self) -> str:
        return measure(self.unit).unit if self.unit else self.aim.unit

    @property
    def _of(self) -> str:
        return measure(self.unit).period if self.unit else ""

    def held(self, year: int = 0) -> Comparison | str:
        """Target and actual value of a fiscal year, or why they are not compared.

        The reason is empty where there is nothing to compare: a value is missing, or the target
        is in words.
        """
        if not self.target or not self.actual:
            return ""
        aim = self.aim
        dated = aim.reads is Reads.DATE and self.done.reads is Reads.DATE
        if self.operator is Operator.QUALITATIVE and not dated:
            return ""
        if aim.day and year and aim.day.year not in (None, year):
            return f"指标值的日期是{aim.day.year}年，不是{year}年"
        if self.unit and aim.unit and in_unit(aim, self._unit) is None:
            return f"指标值的单位是「{aim.unit}」，「计量单位」是「{self.unit}」"
        operator = None if self.operator is Operator.QUALITATIVE else self.operator
        return held(aim, self.done, operator, named=self.name)

    @property
    def comparison(self) -> Comparison | None:
        """Target and actual value; None where one is missing, or they are not compared."""
        compared = self.held()
        return compared if isinstance(compared, Comparison) else None

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
        if name in NOTHING or not NOT_APPLICABLE.isdisjoint((name, target, actual)):
            return True
        return target in NOTHING and (actual is None or actual in NOTHING)

    @property
    def forecast_shown(self) -> str:
        """The forecast with its unit; empty where there is none."""
        return with_unit(self.forecast, self.unit)


_WHOLE = Decimal(100)
_PERCENT = "%"
_SHARE = re.compile(r"(?:率|满意度|比例|占比)$")
_BEYOND = re.compile(
    r"[增降减超毛]|提高|提升|变动|调整|执行|完成|控制|回报|收益|利润|周转|产出|节约|负债"
)
