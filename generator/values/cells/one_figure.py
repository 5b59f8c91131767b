"""A cell that holds one figure: what it is, by what stands around it."""

from decimal import Decimal

from generator.values.cells.around import Around
from generator.values.cells.before import before, ends_in_change
from generator.values.cells.behind import behind
from generator.values.cells.cell import WORDS, Cell, Reads, unread
from generator.values.cells.figures import Figure
from generator.values.cells.place import Place
from generator.values.cells.signs import Operator
from generator.values.cells.units import Measure, measure, scale
from generator.values.cells.words import listed
from generator.values.lazily import lazily

_UNKNOWN_UNIT = lazily(r"[\u4e00-\u9fff]{1,2}")
_WORDY = lazily(r"[以余多约左右上下至到内外前后已全均合达完成不未无热号第]")
_OF_SIGNS = ("以", "左", "上", "及", "之", "内")
_DONE = lazily(
    r"(?:全部|均|已)?(?:完成|办结|响应|到位|达标|合格|到达|办理|答复|解决|通过|覆盖|处置)?"
)
_TENTHS = "成"


def read_one(text: str, figure: Figure, said: str, place: Place, periods: list[str]) -> Cell:
    """The cell; `said` is the part of the indicator's name that went before it."""
    if text == "一批":
        return unread("是一个批次还是一些，有两种读法")
    around = Around(about=figure.is_about, periods=periods)
    head, tail, unit = text[: figure.start], text[figure.end :], figure.unit
    if not unit and not figure.magnitude and tail:
        unit, tail = _unknown_unit(tail, place)
        if not (unit or head or said) and tail[0] > "\u4e00" and not tail.startswith(_OF_SIGNS):
            return WORDS
    before(said + head if ends_in_change(said) else head, place.name, around)
    behind(tail, around)
    if not unit and not figure.magnitude:
        unit = around.unit
    elif around.unit and scale(around.unit)[1] not in (scale(unit)[1], ""):
        around.refuse("写了两个单位")
    _wait(around, unit or measure(place.unit).unit)
    if around.words and figure.in_words and around.sign is None and not _DONE.fullmatch(tail):
        return WORDS
    if around.loose and not (unit or figure.magnitude or place.unit or around.sign):
        around.refuse("数字前面的文字看不懂")
    if unit == "岁" and around.words:
        around.refuse("年龄之外还有文字")
    measured = place.measured(figure.magnitude, unit, currency=around.currency)
    fault = around.fault or (measured if isinstance(measured, str) else "")
    if fault or isinstance(measured, str):
        return unread(fault)
    return _told(figure.number or Decimal(0), measured, around, place)


def _wait(around: Around, unit: str) -> None:
    """合同签订后60日内 is a limit; 改造后95% is what comes out; other times have two readings."""
    if not around.waits:
        return
    is_limit = unit in _TIMES and around.sign is not None and around.sign.wants_less
    is_outcome = unit not in _TIMES and around.waits == "后"
    if not (is_limit or is_outcome):
        around.refuse("数字前面的文字看不懂")


_TIMES = frozenset(listed("秒 分钟 小时 天 日 工作日 自然日 周 星期 月 季度 年 学期"))


def _told(number: Decimal, measured: Measure, around: Around, place: Place) -> Cell:
    unit, period = measured.unit, "/".join(around.periods) or measured.period
    if unit == _TENTHS:
        number, unit = number * 10, "%"
    reached = Operator.AT_LEAST if around.reached and not place.actual else None
    if around.rises is not None and not around.up_to:
        if around.about or number < 0:
            return unread("是约数，又是增减" if around.about else "增减的方向有两种读法")
        sign = around.sign or reached
        return Cell(Reads.CHANGE, sign, number, unit=unit, period=period, rises=around.rises)
    if around.about:
        if around.sign:
            return unread("约数前后又有符号")
        return Cell(Reads.ABOUT, number=number, unit=unit, period=period)
    return Cell(Reads.FIGURE, around.sign or reached, number, unit=unit, period=period)


def _unknown_unit(tail: str, place: Place) -> tuple[str, str]:
    """The unit that follows the number where it is none of those known, and what is behind it."""
    given = measure(place.unit).unit
    if given and tail.startswith(given):
        return given, tail[len(given) :]
    if _UNKNOWN_UNIT.fullmatch(tail) and not _WORDY.search(tail):
        return tail, ""
    return "", tail
