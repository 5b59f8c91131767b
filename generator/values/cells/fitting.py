"""Cells that do not fit their row: what looks like a figure, and is another thing there."""

import re
from decimal import Decimal

from generator.values.cells.cell import Cell, Reads, unread
from generator.values.cells.units import measure
from generator.values.cells.words import listed
from generator.values.lazily import lazily

_TIME = lazily(r"时间|日期|时效|及时|期限|工期|进度")
_SERIAL = lazily(r"4[0-9]{4}", re.ASCII)
"""How spreadsheets count days: 40000 is in 2009, 49999 in 2036."""
_ALONE = lazily(r"(?:(?:19|20)\d\d[-./年])?\d{1,2}[-./月]\d{1,2}日?", re.ASCII)
_COUNTED = lazily(r"(?:数|次|量|人次|面积|户|人|率|满意度|比例|占比|额|里程|长度|频次|场次|期数)$")
_SHARE = lazily(r"(?:率|满意度|比例|占比|比重)$")
_WHOLE = lazily(
    r"满意|完成|合格|达标|覆盖|及时|准确|到位|执行|知晓|通过|完好|归档|入学|巩固|出勤|到课|正常|在线|可用|使用|规范|就业"
    r"|支付|办结|按时|按期|优良|优秀|成活|保存|发放|落实|整改|建档|普及|接种|参保|参训|公开|公示|有效|完整|响应|签约|好评"
)
_SMALL = lazily(r"[不未非失漏误差错损超逾增减降再]|变更|投诉|死亡|发生|故障|节约")
"""Rates of the one kind are near the whole, of the other often below one per cent."""
_TOLD = lazily(r"[%％﹪℅成]|分之|百分百")
_ONE = Decimal(1)
_UNWANTED = lazily(r"事件|事故|投诉|舆情|纠纷|案件|上访|信访|差错|死亡|违规|违法|问题")
_POINTS = lazily(r"\d个点")
"""Per cent, points of a score, or places: who says so leaves it open."""
_THOUSAND = lazily(r"(?<![\d.])[1-9]\d{0,2}\.\d{3}(?!\d)", re.ASCII)
"""A point where others put a comma: nobody counts thousandths of a person."""
_COUNTABLE = frozenset(
    listed("人 名 户 家 个 件 份 次 场 期 人次 户次 项 台 套 辆 处 座 所 册 本 张 篇 条 起 株")
)
_SO_FAR = frozenset(("暂无", "尚无"))


def checked(cell: Cell, text: str, unit: str, name: str) -> Cell:
    """The cell, or why it is not what its row asks for."""
    if cell.reads is Reads.DATE:
        return _date(cell, text, unit, name)
    if reason := _doubt(cell, text, unit, name):
        return unread(reason)
    return cell


def _doubt(cell: Cell, text: str, unit: str, name: str) -> str:
    """Why a cell has two readings in its row; empty where it has one."""
    is_figure = cell.reads is Reads.FIGURE
    if cell.reads is Reads.NONE and text in _SO_FAR and _UNWANTED.search(name):
        return "是没有发生还是没有填写，有两种读法"
    if (is_figure or cell.reads is Reads.CHANGE) and _POINTS.search(text):
        return "「个点」是百分点还是分，有两种读法"
    if is_figure and cell.unit in _COUNTABLE and _THOUSAND.search(text):
        return "小数点可能是千位分隔符"
    if is_figure and not unit and _SERIAL.fullmatch(text) and _TIME.search(name):
        return "可能是表格软件的日期序号"
    is_small = (cell.sign is not None and cell.sign.wants_less) or _SMALL.search(name)
    if is_figure and not is_small and _is_share_of_one(cell, text, name):
        return "是百分数还是小数，有两种读法"
    return ""


def _is_share_of_one(cell: Cell, text: str, name: str) -> bool:
    if not 0 < cell.number <= _ONE or cell.unit not in ("", "%") or _TOLD.search(text):
        return False
    return bool(_SHARE.search(name) and _WHOLE.search(name))


def _date(cell: Cell, text: str, unit: str, name: str) -> Cell:
    """A day alone may be a figure that a spreadsheet has turned into one: 3-5 into 5月3日."""
    counts = _COUNTED.search(name) or (unit and not measure(unit).unit.endswith(("日", "月", "年")))
    if counts and not _TIME.search(name) and _ALONE.fullmatch(text):
        return unread("是日期，与这一行要填的数不符")
    return cell
