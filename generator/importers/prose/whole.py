"""Whether a figure that a sentence tells is of the whole, and of the years of its document."""

import re
from typing import NamedTuple

from generator.importers.ordinals import ordinal
from generator.values.sentences import said_before

_CLOSING = re.compile(r"(?:截[至止]\s?)?(?P<of>20[0-9]{2}年)?(?:1?2月(?:3[01]|底|末)日?|年[底末])")
"""The end of the year: what is told as of then is the year's."""
_ELSEWHEN = re.compile(
    r"(?P<first>(?:19|20)[0-9]{2})\s?年?\s?[-—–~至]{1,2}\s?(?P<last>(?:19|20)[0-9]{2})\s?年"
    r"|(?P<year>(?:19|20)[0-9]{2})\s?年|(?P<now>本年|今年|当年|本次)"
    r"|上年|去年|往年|历年|以前年度|下年|明年|次年|同期|季度|上半年|下半年|[0-9]月"
)
"""When a sentence speaks of: what stands behind goes with the last that was named."""
_LIMITED = re.compile(
    r"比|较|每|人均|平均|单价|第[一二三四]批|追加(?![至到])|(?:调[增减]|[压核]减)(?![至到为])|评减|扣|低于|高于|不足|以[上下内]"
    r"|超过|控制|合同|中标|原|其中|满分$|涉及|结转"
)
"""Words that make a figure one of a part, or of nothing in particular."""
_CLAUSE_ENDS = "，,。；;！!？?\n（(、"
_FAR = 60


class Years(NamedTuple):
    """The fiscal years of a document; 0 where it names none."""

    first: int
    last: int
    month: int = 0
    """The month with which a document made during the year ends; 0 for the whole year."""

    def hold(self, first: int, last: int) -> bool:
        """Whether a span of years is these; of an unknown year it may be."""
        return (
            not self.last or (self.first, self.last) == (first, last) or first == last == self.last
        )


_COMPARED = re.compile(
    r"(?:同比|[比较与](?:上年|去年|往年)(?:同期)?|[比较与]同期)[^，,。；;]{0,20}"
)
_BESIDE = re.compile(r"[（(][^（()）]{0,40}\d\s?(?:亿元|万元|元|%|分|个百分点)[^（()）]{0,20}[）)]")
"""A figure in brackets, which may be of another year: `48万元（2022年为45万元）`."""
_PART_SENTENCE = re.compile(r"\s{0,2}(?:其中|此外|另外)")
_PROJECT = re.compile(r"(?P<name>[\u4e00-\u9fff]{3,16}?)项目(?!支出|资金|经费|预算)")
_OF_ALL = re.compile(
    r"[本该此各全我]|进行|开展|实施|对|年度?|的|个|[一二三四五六七八九十]|绩效|自评|评价|支出"
)


def _told(text: str, month: int) -> str:
    """A sentence without comparisons, the end of the year or of its months as a year."""
    plain = _BESIDE.sub("", _COMPARED.sub("", text))
    plain = _CLOSING.sub(lambda match: match["of"] or "本年", plain)
    if not month:
        return plain
    return _AS_OF.sub(lambda m: (m["of"] or "本年") if int(m["month"]) == month else m[0], plain)


_AS_OF = re.compile(
    r"(?:截[至止]\s?)?(?P<of>20[0-9]{2}年)?(?:1\s?[-—–~至]\s?)?(?P<month>1?[0-9])月(?:[0-9]{1,2}日|份|底|末)?"
)
"""The end of the months that a document speaks of: what is told as of then is what it asks."""


def is_of_part(plain: str, place: int) -> bool:
    """Whether a sentence only goes on with parts of what the one before it told."""
    return _PART_SENTENCE.match(said_before(plain, place)) is not None


def names_another(told: str, known: str) -> bool:
    """Whether a sentence is about a project that the title does not name."""
    for match in _PROJECT.finditer(told):
        rest = _OF_ALL.sub("", match["name"])
        if len(rest) > 2 and rest not in known and match["name"] not in known:  # noqa: PLR2004
            return True
    return False


def is_of_another(plain: str, known: str) -> bool:
    """Whether a numbered heading on a paragraph's line names a part of it: `（一）路灯采购。…`."""
    number = ordinal(plain.lstrip())
    named = _RUN_IN.match(plain.lstrip(), number.end) if number else None
    if named is None:
        return False
    rest = _GENERAL.sub("", named["name"])
    return len(rest) > _SHORT and rest not in _GENERAL.sub("", known)


_RUN_IN = re.compile(r"\s?(?P<name>[^，,。；;：:、\d]{4,24})[。：:]")
_SHORT = 3
_GENERAL = re.compile(
    "情况|概况|概述|说明|背景|依据|安排|使用|投入|分析|管理|组织|来源|落实|下达|收支|基本|主要|内容|绩效|目标"
    "|评价|范围|对象|实施|立项|任务|支出|执行|拨付|分配|结余|结转|构成|决算|进度|财政|及其?|[和与的]|项目|专项|资金"
    "|经费|费用|补助|预算|收入|到位|部门|整体|单位|年度|年初|全年|实际|申报|申请"
)
"""Words that name nothing but the whole, or what is told of it."""


def clause_before(plain: str, place: int) -> str:
    """What the clause at a place says before it."""
    return said_before(plain, place, ends=_CLAUSE_ENDS, far=_FAR)


def is_of_years(plain: str, place: int, years: Years) -> bool:
    """Whether what a sentence tells at a place is of these years, not of another time."""
    told = _told(said_before(plain, place), years.month)
    is_now = True
    for match in _ELSEWHEN.finditer(told):
        if match["year"]:
            is_now = years.hold(int(match["year"]), int(match["year"]))
        elif match["first"]:
            is_now = years.hold(int(match["first"]), int(match["last"]))
        else:
            is_now = match["now"] is not None
    return is_now


def is_limited(clause: str) -> bool:
    """Whether a clause makes its figure one of a part."""
    return _LIMITED.search(_CLOSING.sub("", clause)) is not None


def is_whole(plain: str, place: int, years: Years, known: str) -> bool:
    """Whether a figure is of the whole and of these years; `known` holds the whole's names."""
    return (
        is_of_years(plain, place, years)
        and not is_limited(clause_before(plain, place))
        and not is_of_part(plain, place)
        and not names_another(said_before(plain, place), known)
    )
