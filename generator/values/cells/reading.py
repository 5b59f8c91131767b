"""How a cell of targets or actual values is read: only where one reading is left.

First what is damaged is mended and the indicator's own name goes; then a date is looked for, then
figures. One figure is read with what stands around it, two are a range or nothing.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from generator.values.cells.around import Around
from generator.values.cells.before import before
from generator.values.cells.behind import behind
from generator.values.cells.cell import NONE, WORDS, Cell, Reads, unread
from generator.values.cells.dates import date_of, has_date
from generator.values.cells.figures import Figure, figures_of, without_names
from generator.values.cells.fitting import checked
from generator.values.cells.mending import mended
from generator.values.cells.numerals import NUMERALS
from generator.values.cells.one_figure import read_one
from generator.values.cells.place import Place
from generator.values.cells.several import JOINTS, SEVERAL, between, both
from generator.values.cells.units import EACH, measure, period_of
from generator.values.lazily import lazily

NOTHING = frozenset(("无", "暂无", "没有", "/", "-", "--", "—", "——"))
"""What a cell holds that says there is nothing."""
NOT_APPLICABLE = NOTHING - {"无", "暂无", "没有"} | frozenset(
    ("不适用", "不涉及", "未涉及", "未设置", "未设定", "无此项", "N/A", "n/a")
)
"""What says so of the whole row."""
_EMPTY = NOTHING | NOT_APPLICABLE | {"", "不适应", "\\", "空", "NA", "---", "–", "//"}
_LONGEST = 60
_NOT_SET = lazily(
    r"(?:本|该|此|这)?(?:年度?|单位|部门)?(?:项目|项|指标|内容|类)?(?:指标|内容)?"
    r"(?:不适[用应]|[不未]涉及(?:此项|该项)?|未设[置定]?|不设置?|不考核|不作要求|暂[不未](?:涉及|适用|设置)"
    r"|无(?:此|该|本|这|相关|对应)(?:类|项)?(?:项|指标|内容|项目|要求|情况)*)(?:本|此|该)?(?:项|指标|项目)*(?:\([^()\d]{0,20}\))?"
)
_PLAIN = lazily(r"\d{1,15}(?:\.\d{1,8})?", re.ASCII)
_DAY = lazily(r"1?\d\.[0-3]?\d", re.ASCII)
_WRITTEN_DAY = lazily(r"(?:19|20)\d{6}", re.ASCII)
_TIME = lazily(r"时间|日期|时效|及时")
_WITH_SIGN = lazily(rf"[\d{NUMERALS}几]")
_FRACTION = lazily(r"(?<![百千])分之")
_DASHES = lazily(r"[-—–/ ]{1,12}")
_ERROR = lazily(r"#(?:DIV/0|REF|VALUE|NAME|NUM|N/A|NULL|SPILL|#)", re.IGNORECASE)


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
    cell = _in_row(text, unit, name, costs=costs, actual=actual)
    return _dated(cell, year, actual=actual) if year and cell.day else cell


@lru_cache(16384)  # forms of one kind hold the same rows, and often the same figures
def _in_row(text: str, unit: str, name: str, *, costs: bool, actual: bool) -> Cell:
    """What a cell holds, whatever the year."""
    if _PLAIN.fullmatch(text):
        cell = _plain(text, unit, name)
    else:
        cell = _read(text, Place(unit, name, costs, actual))
    return checked(cell, text.strip(), unit, name)


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


def _read(text: str, place: Place) -> Cell:
    whole = mended(text)
    if whole in _EMPTY or _DASHES.fullmatch(whole) or _NOT_SET.fullmatch(whole):
        return NONE
    if _ERROR.match(whole):
        return unread("是表格软件的错误值")
    if not _WITH_SIGN.search(whole) and not has_date(whole):
        return WORDS
    if len(whole) > _LONGEST:
        return unread("是一段文字")
    said, rest = _without_name(whole, place.name)
    if has_date(rest) and (date := date_of(rest)):
        return date
    return _figures(without_names(rest), said, place)


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
    faults = [figure.fault for figure in found if figure.number is None]
    if _FRACTION.search(text):
        faults = ["分数没有换算"]
    if faults:
        return unread(faults[0])
    if not found:
        return WORDS
    return _of_figures(text, found, said, place, periods)


def _of_figures(
    text: str, found: Sequence[Figure], said: str, place: Place, periods: list[str]
) -> Cell:  # fmt: skip
    if periods and EACH.search(text):
        return SEVERAL
    if len(found) == 1:
        return read_one(text, found[0], said, place, periods)
    if len(found) > _TWO:
        return SEVERAL
    low, high = found
    return _two(text, low, high, said, place, periods)


_TWO = 2


def _two(
    text: str, low: Figure, high: Figure, said: str, place: Place, periods: list[str]
) -> Cell:  # fmt: skip
    if text[low.end : high.start] in JOINTS:
        return _range(text, low, high, place, periods)
    return SEVERAL if periods else both(text, low, high, lambda part: _figures(part, said, place))


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
    behind(text[high.end :].removeprefix("之间"), around)
    measured = place.measured(high.magnitude, high.unit, currency=around.currency)
    if around.fault or isinstance(measured, str):
        return unread(around.fault or str(measured))
    if around.sign or around.about or around.rises is not None:
        return unread("范围之外又有符号或约数")
    if low.unit not in ("", high.unit) or low.magnitude not in ("", high.magnitude):
        return unread("范围的两端单位不同")
    period = "/".join(around.periods) or measured.period
    return between(low.number, high.number, measured.unit, period)
