"""How a cell of targets or actual values is read: only where one reading is left.

First what is damaged is mended and the indicator's own name goes; then a date is looked for, then
figures. One figure is read with what stands around it, two are a range or nothing.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from generator.values.cells.around import Around, before, behind
from generator.values.cells.cell import NONE, WORDS, Cell, Reads, unread
from generator.values.cells.dates import date_of, has_date
from generator.values.cells.figures import Figure, figures_of, without_names
from generator.values.cells.mending import mended
from generator.values.cells.numerals import NUMERALS
from generator.values.cells.one_figure import read_one
from generator.values.cells.place import Place
from generator.values.cells.signs import Operator
from generator.values.cells.units import EACH, measure, period_of

NOTHING = frozenset(("无", "暂无", "没有", "/", "-", "--", "—", "——"))
"""What a cell holds that says there is nothing."""
NOT_APPLICABLE = NOTHING - {"无", "暂无", "没有"} | frozenset(
    ("不适用", "不涉及", "未涉及", "未设置", "未设定", "无此项", "N/A", "n/a")
)
"""What says so of the whole row."""
_EMPTY = NOTHING | NOT_APPLICABLE | {"", "不适应", "\\", "空", "NA", "---", "–", "//"}
_LONGEST = 60
_PLAIN = re.compile(r"\d{1,15}(?:\.\d{1,8})?", re.ASCII)
_DAY = re.compile(r"1?\d\.[0-3]?\d", re.ASCII)
_WRITTEN_DAY = re.compile(r"(?:19|20)\d{6}", re.ASCII)
_TIME = re.compile(r"时间|日期|时效|及时")
_WITH_SIGN = re.compile(rf"[\d{NUMERALS}]")
_SEVERAL = unread("有几个数")
_JOINTS = frozenset("-—–~～至到―")
_PARTS = re.compile(r"[,;且]")
_INCLUDING = re.compile(r"\(含[^()不]{0,8}\)")


def read(
    text: str | None, unit: str = "", name: str = "", *,
    costs: bool = False, actual: bool = False, year: int = 0,
) -> Cell:  # fmt: skip
    """What a cell holds, its unit filled from the cell for units.

    `costs` says that its row is about money, `actual` that 达到 means what was reached; `year`
    completes dates, and a target of another year is not read.
    """
    if not text:
        return NONE
    if _PLAIN.fullmatch(text):
        cell = _plain(text, unit, name)
    else:
        cell = _read(text, Place(unit, name, costs, actual))
    return _dated(cell, year, actual=actual) if year and cell.day else cell


def _plain(text: str, unit: str, name: str) -> Cell:
    """A number; one with a point may be a day in a row that asks for one: 12.31."""
    if not unit and _DAY.fullmatch(text) and _TIME.search(name):
        return unread("是日期还是数字，有两种读法")
    if not unit and _WRITTEN_DAY.fullmatch(text) and _TIME.search(name):
        return date_of(f"{text[:4]}-{text[4:6]}-{text[6:]}") or unread("没有这一天")
    return _number(text, unit)


@lru_cache(4096)
def _number(text: str, unit: str) -> Cell:
    given = measure(unit)
    return Cell(Reads.FIGURE, number=Decimal(text), unit=given.unit, period=given.period)


def _dated(cell: Cell, year: int, *, actual: bool) -> Cell:
    day = cell.day
    if day is None or cell.period:
        return cell
    if day.year not in (None, year) and not actual:
        return unread(f"日期是{day.year}年，不是本表的{year}年")
    return cell._replace(day=day.in_year(year))


@lru_cache(16384)
def _read(text: str, place: Place) -> Cell:
    whole = mended(text)
    if whole in _EMPTY:
        return NONE
    if not _WITH_SIGN.search(whole) and not has_date(whole):
        return WORDS
    if len(whole) > _LONGEST:
        return unread("是一段文字")
    said, rest = _without_name(whole, place.name)
    if has_date(rest) and (date := date_of(rest)):
        return date
    return _figures(_INCLUDING.sub("", without_names(rest)), said, place)


def _without_name(whole: str, name: str) -> tuple[str, str]:
    """The end of the indicator's name that a cell begins with, and the rest of the cell."""
    name = mended(name)
    for n in range(len(name) - 1):
        if whole.startswith(name[n:]):
            return name[n:], whole[len(name) - n :]
    return "", whole


def _figures(text: str, said: str, place: Place) -> Cell:
    text, periods = _without_periods(text)
    found = figures_of(text)
    if not found:
        return unread("分数没有换算") if "分之" in text else WORDS
    if any(figure.number is None for figure in found):
        return unread("数字的写法有两种读法")
    if periods and EACH.search(text):
        return _SEVERAL
    match found:
        case (one,):
            return read_one(text, one, said, place, periods)
        case (low, high):
            joined = text[low.end : high.start] in _JOINTS
            return _range(text, low, high, place, periods) if joined else _both(text, said, place)
    return _SEVERAL


def _without_periods(text: str) -> tuple[str, list[str]]:
    """What the figure is of, as words before or behind it say (每人每天), and the text without."""
    each = EACH.search(text)
    if each is None:
        return text, []
    words, end = [each], each.end()
    while following := EACH.match(text, end):
        words.append(following)
        end = following.end()
    rest = text[: each.start()] + text[end:]
    if not figures_of(rest):
        return text, []
    return rest, [period_of(next(filter(None, word.groups()))) for word in words]


def _range(text: str, low: Figure, high: Figure, place: Place, periods: Sequence[str]) -> Cell:
    """Two figures with a dash between, the unit behind the second."""
    around = Around(about=low.is_about or high.is_about, periods=list(periods))
    before(text[: low.start], place.name, around)
    behind(text[high.end :], around)
    measured = place.measured(high.magnitude, high.unit, currency=around.currency)
    if around.fault or isinstance(measured, str):
        return unread(around.fault or str(measured))
    if around.sign or around.about or around.rises is not None:
        return unread("范围之外又有符号或约数")
    if low.unit not in ("", high.unit) or low.magnitude not in ("", high.magnitude):
        return unread("范围的两端单位不同")
    period = "/".join(around.periods) or measured.period
    return _between(low.number, high.number, measured.unit, period)


def _both(text: str, said: str, place: Place) -> Cell:
    """A range with both its signs: 不少于10家,不超过15家; any other two figures are two."""
    parts = _PARTS.split(text)
    if len(parts) != len(_ENDS):
        return _SEVERAL
    low, high = (_figures(part, said, place) for part in parts)
    same = low.unit in ("", high.unit) and low.period == high.period
    if (low.sign, high.sign) != _ENDS or not same or low.reads is not Reads.FIGURE:
        return _SEVERAL
    return _between(low.number, high.number, high.unit, high.period)


_ENDS = (Operator.AT_LEAST, Operator.AT_MOST)


def _between(low: Decimal | None, high: Decimal | None, unit: str, period: str) -> Cell:
    if low is None or high is None or low >= high:
        return unread("范围的两端看不出大小")
    return Cell(Reads.RANGE, number=low, high=high, unit=unit, period=period)
