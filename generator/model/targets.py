"""Targets and actual values held against one another."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from generator.values.cells.cell import Cell, Day, Reads
from generator.values.cells.signs import Operator
from generator.values.cells.units import scale
from generator.values.money import rounded


class Comparison(NamedTuple):
    """An actual value held against its target, both in one unit."""

    operator: Operator
    target: Decimal
    actual: Decimal
    up_to: Decimal | None = None
    """The upper end of a target that is a range, `target` being the lower."""
    is_day: bool = False
    """Whether both are days, counted as the calendar counts them."""
    as_typed: bool = False
    """Whether messages quote the cells, since numbers in the row's unit would not say it all."""

    @property
    def is_met(self) -> bool | None:
        """By the numbers as they are printed.

        None above a target that was to be met exactly: thirteen issues of a bulletin where twelve
        were planned may be welcome or not, and no rule says which; so on both sides of a range.
        Above an exact zero nothing is welcome.
        """
        if self.up_to is not None:
            return True if self.target <= self.actual <= self.up_to else None
        match self.operator:
            case Operator.AT_LEAST:
                return self.actual >= self.target
            case Operator.AT_MOST:
                return self.actual <= self.target
            case Operator.MORE:
                return self.actual > self.target
            case Operator.LESS:
                return self.actual < self.target
        return None if self.actual > self.target > 0 else self.actual == self.target

    @property
    def attainment(self) -> Decimal | None:
        """Actual ÷ target, or target ÷ actual where less is better; at least 1 when met.

        None where a proportion says nothing: of days and ranges, beside a zero, below zero, and
        above a target that was to be met exactly.
        """
        if self.is_day or self.up_to is not None or self.target <= 0 or self.actual < 0:
            return None
        if self.operator.wants_less:
            return self.target / self.actual if self.actual else None
        if self.operator is Operator.EQUAL and self.actual > self.target:
            return None
        return self.actual / self.target

    def earned(self, weight: Decimal, places: int) -> Decimal | None:
        """The score in proportion to what was attained, at most full marks, as a frame prints it.

        None where a proportion says nothing.
        """
        due = self.proportion(weight)
        return None if due is None else rounded(due, places)

    def proportion(self, weight: Decimal) -> Decimal | None:
        """The same before it is rounded."""
        part = self.attainment
        return None if part is None else weight * min(part, Decimal(1))


def held(aim: Cell, done: Cell, operator: Operator | None, *, named: str) -> Comparison | str:
    """What was done against what was aimed at, or why the two are not compared; "" for words.

    `operator` is the row's own sign; `named` the row's name, which tells whether growth is wanted.
    """
    sign = operator or aim.sign
    if aim.reads in (Reads.WORDS, Reads.NONE):
        return ""
    if reason := _of_target(aim, operator) or _of_actual(aim, done):
        return reason
    match aim.reads:
        case Reads.DATE:
            return _days(aim, done, operator)
        case Reads.CHANGE:
            return _changes(aim, done, sign, named)
    return _numbers(aim, done, sign)


NO_SIGN = "指标值没有符号，看不出越多越好还是越少越好"


def _of_target(aim: Cell, operator: Operator | None) -> str:
    """Why nothing can be held against a target."""
    if aim.reads is Reads.UNREAD:
        return f"指标值{aim.reason}"
    if aim.reads is Reads.ABOUT:
        return "指标值是约数"
    if operator and aim.sign and aim.sign is not operator and aim.reads is not Reads.DATE:
        return "「符号」与指标值里的符号不一致"
    return NO_SIGN if aim.reads is Reads.FIGURE and not (operator or aim.sign) else ""


def _of_actual(aim: Cell, done: Cell) -> str:
    """Why an actual value cannot be held against a target that is read."""
    if done.reads in (Reads.WORDS, Reads.NONE):
        return "完成值是文字"
    if done.reads is Reads.UNREAD:
        return f"完成值{done.reason}"
    if done.reads is Reads.ABOUT:
        return "完成值是约数"
    wanted = Reads.FIGURE if aim.reads is Reads.RANGE else aim.reads
    if done.reads is not wanted:
        return f"指标值是{_NAMES[aim.reads]}，完成值是{_NAMES[done.reads]}"
    if done.sign is not None and done.reads is not Reads.DATE:
        return "完成值带有符号"
    return "" if done.period == aim.period else "指标值和完成值不是同一周期的数"


_NAMES = {
    Reads.FIGURE: "数字", Reads.RANGE: "范围", Reads.DATE: "日期", Reads.CHANGE: "增减幅度",
}  # fmt: skip


def in_unit(cell: Cell, unit: str) -> Decimal | None:
    """The figure in another unit of the same kind (元, 万元); None where it is of another."""
    if cell.unit == unit:
        return cell.number
    if not cell.unit:
        return None
    (worth, plain), (wanted, same) = scale(cell.unit), scale(unit)
    return cell.number * worth / wanted if plain == same else None


def _numbers(aim: Cell, done: Cell, sign: Operator | None) -> Comparison | str:
    number = in_unit(done, aim.unit)
    if number is None:
        return f"指标值的单位是「{aim.unit}」，完成值的是「{done.unit}」"
    typed = done.unit != aim.unit
    if aim.reads is Reads.RANGE:
        if sign not in (None, Operator.EQUAL):
            return "「符号」与指标值的范围不一致"
        return Comparison(Operator.EQUAL, aim.number, number, aim.high, as_typed=True)
    return Comparison(sign or Operator.EQUAL, aim.number, number, as_typed=typed)


def _changes(aim: Cell, done: Cell, sign: Operator | None, named: str) -> Comparison | str:
    """A change of so much is reached by more of the same; what went the other way is below zero."""
    if sign not in (None, Operator.AT_LEAST, Operator.MORE):
        return "增减幅度前的符号有两种读法"
    if aim.rises and any(word in named for word in _UNWANTED):
        return "看不出增加得多是好是坏"
    number = in_unit(done, aim.unit)
    if number is None:
        return f"指标值的单位是「{aim.unit}」，完成值的是「{done.unit}」"
    actual = number if done.rises == aim.rises else -number
    return Comparison(sign or Operator.AT_LEAST, aim.number, actual, as_typed=True)


_UNWANTED = (
    "成本",
    "费",
    "支出",
    "投诉",
    "事故",
    "死亡",
    "差错",
    "耗",
    "发病",
    "案件",
    "失业",
    "污染",
)


def _days(aim: Cell, done: Cell, operator: Operator | None) -> Comparison | str:
    """A day against the last one; where it is known only to the month, as far as that tells."""
    if operator not in (None, Operator.AT_MOST):
        return "「符号」与指标值的日期不一致"
    target, actual = aim.day, done.day
    if target is None or actual is None:
        return ""
    if aim.period:
        if target.month or actual.month:
            return "指标值是每年的日期"
        last, day = Decimal(target.day), Decimal(actual.day)
    else:
        if actual.year and not target.year:
            return f"完成值的日期是{actual.year}年，指标值没有写年份"
        year = target.year or _ANY_YEAR
        last, day = _ordinal(target, year), _ordinal(actual, year)
        first = day if actual.day else _ordinal(actual._replace(day=1), year)
        if day > last and (done.sign or first <= last):
            return "完成值的日期没有写到日"
    return Comparison(Operator.AT_MOST, last, day, is_day=True, as_typed=True)


_ANY_YEAR = 2001
"""Where no year is known both days are of one."""


def _ordinal(day: Day, year: int) -> Decimal:
    whole = day.in_year(year)
    return Decimal(date(whole.year or year, whole.month or 1, whole.day).toordinal())
