"""Dates in a cell: 11月底前完成, 2023/11/30, 每月25日前, 年底; each is the last day it names."""

import re

from generator.values.cells.cell import Cell, Day, Reads, unread
from generator.values.cells.numerals import NUMERALS, chinese
from generator.values.cells.signs import Operator, alternatives
from generator.values.cells.words import listed
from generator.values.lazily import lazily

_YEAR_IN_WORDS = lazily(r"[〇零一二三四五六七八九]{4}(?=年)")
_WORDS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_IN_WORDS = lazily(r"[一二三四五六七八九十]{1,3}(?=月|日|号|季度)")
_HINT = lazily(
    rf"[\d{NUMERALS}]月|20\d{{6}}|(?:19|20)\d\d[-./]|年度?内?[底末终内完]|[上下]半年|季[度末底]|每个?月\d"
)
"""What every date has; most cells have none of it."""
_KNOWN = alternatives(
    listed("""
        于 在 已 已经 为 均 : 应 应当 须 需 要 必须 不迟于 不晚于 不得迟于 不得晚于 不能晚于
        不应晚于 截至 截止 截止到 截至到 截止时间 最迟 最晚 最晚于 最迟于 力争 争取 确保 保证
        计划 预计 完成 完成时间 完成时限 时间 期限 工期 日期 全部 自 从 到 至 赶在 将 即 务必
        原则上 项目 工程 工作 任务 年度 实施 执行 一般 均应 都 是 定于 不超过 前 并
    """)
)
_DATE = lazily(
    rf"(?P<prefix>(?:{_KNOWN}){{0,8}}+)(?P<topic>[\u4e00-\u9fff,:]{{0,14}}?)"
    r"(?:(?:(?P<from>(?:19|20)\d\d)(?:年度?|[./-]))?\d{1,2}(?:[./-]\d{1,2}日?|月(?:份|\d{1,2}[日号])?)?起?[-—–~～至到]"
    r"|(?P<monthly>每个?月)(?=\d{1,2}[日号]))?"
    r"(?:(?P<year>(?:19|20)\d\d)(?:年度?|(?=[-./]))|(?P<every>每年)|(?P<this>当年|本年度?|今年|全年))?"
    r"(?:(?P<month>\d{1,2})月份?(?:(?P<day>\d{1,2})(?:[日号]|(?!\d))|(?P<part>月?[底末]|[上中下]旬)?)"
    r"|[-./](?P<month2>\d{1,2})(?:[-./](?P<day2>\d{1,2})日?)?"
    r"|(?P<day3>\d{1,2})[日号]"
    r"|(?P<end>年?[底末终内](?![部容涝]))"
    r"|(?P<done>(?=(?:完成|完工|竣工)$))"
    r"|(?P<half>[上下])半年(?P<half_end>[底末])?"
    r"|(?<!前)第?(?P<quarter>[1-4])季度?(?P<quarter_end>[底末])?)"
    r"(?:\(含\)|24(?:时|点|:00)|\d{1,2}(?:时|点整?|:00)(?=前|之前|以前|止)|下班)?"
    r"(?P<before>之前|以前|前|之内|以内|内|为止|止|\(?含当日\)?前)?"
    r"(?P<tail>[\u4e00-\u9fff,;、()]{0,16})"
)
_SEVERAL = lazily(r"\d月|(?:19|20)\d\d[-./]\d")
_OTHER = lazily(
    r"[后起初始不未无]|旬|[一二两三四五六七八九十]次|半|启动|开工|[下次明翌来]一?年|[次下]个?月|跨年|结转|[延推顺]|滞后|尚|仍"
)
_OTHER_BEFORE = lazily(
    r"[后前不未每初半]|启动|开工|开始|起|第$|[上去明来翌次下往]一?年|[次下上]个?月|非|除|[延隔]|推迟|错过|[早晚迟]于"
)
_SHORT_YEAR = lazily(r"(?<![\d年])(2\d)年(?=\d{1,2}月|[底末]|第?[1-4]季)", re.ASCII)
_RUN_TOGETHER = lazily(r"(?<!\d)(20\d\d)(0[1-9]|1[0-2])([0-3]\d)(?=之?前|以前|完成|止|$)", re.ASCII)
_TENS = {"上旬": 10, "中旬": 20}
_NOT_NAMED = -1
_DECEMBER = 12


def has_date(text: str) -> bool:
    """Whether it may hold one."""
    return bool(_HINT.search(text))


def date_of(text: str) -> Cell | None:
    """The date that is the whole of a mended cell; None where it holds none."""
    text = _YEAR_IN_WORDS.sub(lambda match: match[0].translate(_WORDS), text)
    text = _IN_WORDS.sub(lambda match: str(chinese(match[0]) or match[0]), text)
    text = _SHORT_YEAR.sub(r"20\1年", text)
    if not text.isdigit():
        text = _RUN_TOGETHER.sub(r"\1-\2-\3", text)
    found = _DATE.fullmatch(text)
    if found is None:
        return _not_alone(text)
    topic, tail = found["topic"], found["tail"]
    if topic and (_OTHER_BEFORE.search(topic) or (tail and not found["before"])):
        return _not_alone(text)
    if _OTHER.search(tail):
        return unread("日期之外的文字有别的读法")
    if found["day3"]:
        return _checked(Day(None, None, int(found["day3"])), "月") if found["monthly"] else None
    return _of_year(found)


def _of_year(found: re.Match[str]) -> Cell | None:
    named = found["year"] or found["from"]
    if found["done"] is not None and not (named or found["this"]):
        return None
    month, day = _month_and_day(found)
    if found["before"] in ("前", "之前", "以前") and day == _NOT_NAMED:
        return unread(f"「前」是否包括{month}月，有两种读法")
    last = Day(int(named) if named else None, month, max(day, 0))
    cell = _checked(last, "年" if found["every"] else "")
    return cell._replace(sign=Operator.AT_MOST) if found["before"] and cell.day else cell


def _month_and_day(found: re.Match[str]) -> tuple[int, int]:
    """The month with its day: 0 for its end, `_NOT_NAMED` where only the month is named."""
    if found["half"]:
        return 6 if found["half"] == "上" else _DECEMBER, _end(found["half_end"])
    if found["quarter"]:
        return int(found["quarter"]) * 3, _end(found["quarter_end"])
    if month := found["month"] or found["month2"]:
        if day := found["day"] or found["day2"]:
            return int(month), int(day)
        part = found["part"] or ""
        return int(month), _TENS.get(part, _end(part))
    return _DECEMBER, 0


def _end(part: str | None) -> int:
    return 0 if part else _NOT_NAMED


def _checked(day: Day, period: str) -> Cell:
    if not day.exists:
        return unread("没有这一天")
    return Cell(Reads.DATE, day=day, period=period)


def _not_alone(text: str) -> Cell | None:
    months = len(_SEVERAL.findall(text))
    if months > 1:
        return unread("有几个日期")
    if months or re.search(r"季度[底末内前]|[1-4]季度|[上下]半年|年底", text):
        if re.search(r"\d", re.sub(r"(?:19|20)\d\d年|\d{1,2}[月日号]|[1-4]季度", "", text)):
            return unread("既有日期又有数字")
        return unread("日期之外还有文字")
    return None
