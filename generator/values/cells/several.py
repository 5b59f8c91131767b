"""Two figures in a cell: a range with both its signs, one figure said twice, or two."""

from collections.abc import Callable
from decimal import Decimal

from generator.values.cells.cell import Cell, Reads, unread
from generator.values.cells.figures import Figure
from generator.values.cells.signs import Operator
from generator.values.cells.units import scale
from generator.values.lazily import lazily

SEVERAL = unread("有几个数")
JOINTS = frozenset("-—–~～至到―")
_AGAIN = lazily(r"\((?:即|大写|小写|折合|共|计|共计)?:?([^()]{1,20})\)")
_BETWEEN = lazily(r"[,;、。]|且|并且?|但|同时|又")
_ENDS = (Operator.AT_LEAST, Operator.AT_MOST)
_LONGEST = 40


def between(low: Decimal | None, high: Decimal | None, unit: str, period: str) -> Cell:
    """A range, if its ends are one."""
    if low is None or high is None or low >= high:
        return unread("范围的两端看不出大小")
    return Cell(Reads.RANGE, number=low, high=high, unit=unit, period=period)


def both(text: str, low: Figure, high: Figure, read: Callable[[str], Cell]) -> Cell:
    """不少于10家,不超过15家 is a range; 5(五)天 one figure; any other two figures are two."""
    if again := _AGAIN.search(text, low.end - (low.end > low.start)):
        inside = read(again[1])
        return _once(read(text[: again.start()] + text[again.end() :]), inside)
    if len(text) > _LONGEST:
        return SEVERAL
    for end in range(low.end, high.start + 1):
        first = _BETWEEN.sub("", text[low.end : end])
        begins = _read_end(read, text[: low.end] + first)
        if begins.sign is not _ENDS[0] or begins.reads is not Reads.FIGURE:
            continue
        rest = text[end:]
        joint = _BETWEEN.match(rest)
        ends = _read_end(read, rest[joint.end() :] if joint else rest)
        if ends.reads is not Reads.FIGURE or ends.sign is not _ENDS[1]:
            continue
        if begins.unit in ("", ends.unit) and begins.period == ends.period:
            return between(begins.number, ends.number, ends.unit, ends.period)
    return SEVERAL


def _read_end(read: Callable[[str], Cell], text: str) -> Cell:
    return read(text) if text else SEVERAL


def _once(outer: Cell, inner: Cell) -> Cell:
    """One figure, where what stands in brackets says the same."""
    if outer.reads is not Reads.FIGURE or inner.reads is not Reads.FIGURE:
        return SEVERAL
    (worth, unit), (again, same) = scale(outer.unit), scale(inner.unit)
    if outer.number * worth != inner.number * again or ("" not in (unit, same) and unit != same):
        return SEVERAL
    if None not in (outer.sign, inner.sign) and outer.sign is not inner.sign:
        return SEVERAL
    if inner.period and inner.period != outer.period:
        return SEVERAL
    whole = outer if outer.unit else outer._replace(unit=inner.unit, number=inner.number)
    return whole._replace(sign=outer.sign or inner.sign)
