"""Times that texts call by name and limits that they say were kept: `第二季度（7—9月）`.

A name that has its months, or its years, is told with others; what was to be done by one day was
done on another, and is called on time, early or late, which that day is not.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.audit.dossier.told_days import told_days
from generator.values.lazily import lazily

SIGN = lazily(
    "[一二三四五六七八九十]年|季度|半年|[一二三四五]”?(?:时期|期间|规划)?|[按如逾延超]期|[按准及]时|提前|严格遵守|滞后|延[误迟]|[晚早迟]"
)
_NAMED = lazily(
    r"(?P<name>上半年|下半年|前三季度|第?[一二三四1-4]季度)(?:[（(]|[，,]?(?:即|也就是|为|指))\s?(?:20\d\d年)?"
    r"(?P<first>1?\d)月?\s?(?:[—–~～\-至到]{1,2})\s?(?:20\d\d年)?(?P<last>1?\d)月(?!\d|末?前)",
    re.ASCII,
)
_MONTHS = {
    "上半年": (1, 6), "下半年": (7, 12), "前三季度": (1, 9),
    "一季度": (1, 3), "二季度": (4, 6), "三季度": (7, 9), "四季度": (10, 12),
}  # fmt: skip
_DIGITS = str.maketrans("1234", "一二三四")
_PLANNED = lazily(
    r"[“\"](?P<name>十[一二三四五])五[”\"](?:时期|期间|规划期?)?\s?(?:[（(]|[，,]?(?:即|为|指))\s?(?P<first>20\d\d)年?\s?"
    r"[—–~～\-至到]{1,2}\s?(?P<last>20\d\d)年",
    re.ASCII,
)
_FIRST_PLAN, _PLANS, _PLAN_YEARS = 2006, "一二三四五", 5
"""The eleventh plan began then, and each is of five years."""
_BY_MONTH = lazily(
    r"(?:((?:19|20)\d\d)年|(?<![\d年]))(1?\d)月(?:底|末|份)?(?:之?前|[以之]?内)", re.ASCII
)
_LIMIT = lazily(
    "应(?!商|急|用)|须|要求|规定|约定|计划|不迟于|不晚于|截[至止]|时限|期限|限期|原定|需(?:于|在)|必须|承诺"
)
_ALSO_LIMIT = lazily("应(?!商|急|用)|须|要求|规定|约定|计划|不迟于|不晚于|时限|期限|限期|原定|承诺")
_DONE = lazily(
    "实际|[方才]|均?已?于|直至|[完提]成|报送|提交|交[货付]|到货|供应|签订|开工|收回|到账|竣工|完工|拨付|上报|印发|公开|投入"
)
_KEPT = lazily(
    "(?<![未没不])(?:(?:按|如)(?:期|时)|准时|及时|严格遵守|得到遵守|符合(?:时限|规定|要求)|未超期|未逾期)"
)
_LATE = lazily("(?<!未)(?<!没有)(?:逾期|延期|延误|延迟|超期|滞后|晚|迟)(?=[\\d，,。]|了|完)")
_EARLY = lazily("(?<!未)(?:提前|早)(?=[\\d，,。]|了|完)")
_UNSURE = lazily(
    "延期(?:至|到|报批)|顺延|批准|经批|同意|宽限|调整为|[但因]|除|其余|部分|第[一二三四]|分别|如"
)
_NUMBERS = "一二三四五六七八九十"
_SPAN = lazily(
    rf"(?:(?P<before>[{_NUMBERS}])年期[^\d。；]{{0,24}})?(?P<first>20\d\d)年?\s?[—–~～\-至到]{{1,2}}\s?(?P<last>20\d\d)年"
    rf"(?(before)|[，,]?(?P<behind>[{_NUMBERS}])年(?:累计|[共合总]计|共|分别|平均|间|来|期间)(?!增|减))",
    re.ASCII,
)
_YEAR_NAMED = lazily(r"20\d\d", re.ASCII)
_YEAR_BY_YEAR = lazily(
    rf"(?<![、和至到—-])(?P<years>20\d\d年?度?(?:[、和及]20\d\d年?度?){{1,8}})[，,]?(?:已|共|这)?(?:连续)?(?P<told>[{_NUMBERS}])(?:个)?年(?![前后])",
    re.ASCII,
)
_DAYS_OFF = lazily(
    r"(?:逾期|超期|延期|延误|延迟|晚|迟|滞后|提前|早)了?(?P<days>\d{1,3})(?:天|个?自然日|日)",
    re.ASCII,
)
_TWO = 2


class Term(NamedTuple):
    """A time that is not what a text says of it."""

    said: str
    told: str
    due: str
    why: str


def terms(sentence: str, year: int) -> Iterator[Term]:
    """Every such time of a half-width sentence."""
    yield from _named(sentence)
    yield from _plans(sentence)
    yield from _years(sentence)
    yield from _named_years(sentence)
    yield from _too_late_by(sentence, year)
    yield from _limits(sentence, year)


def _named(sentence: str) -> Iterator[Term]:
    for match in _NAMED.finditer(sentence):
        name = match["name"].removeprefix("第").translate(_DIGITS)
        first, last = _MONTHS[name]
        if (int(match["first"]), int(match["last"])) != (first, last):
            due = f"{first}至{last}月"
            yield Term(match[0], f"{match['first']}至{match['last']}月", due, f"{name}是{due}")


def _plans(sentence: str) -> Iterator[Term]:
    for match in _PLANNED.finditer(sentence):
        first = _FIRST_PLAN + _PLAN_YEARS * _PLANS.index(match["name"][1])
        last = first + _PLAN_YEARS - 1
        if (int(match["first"]), int(match["last"])) != (first, last):
            due, told = f"{first}至{last}年", f"{match['first']}至{match['last']}年"
            yield Term(match[0], told, due, f"“{match['name']}五”是{due}")


def _years(sentence: str) -> Iterator[Term]:
    """`2020年至2023年三年累计`: with both ends or with one there may be so many, not others."""
    for match in _SPAN.finditer(sentence):
        first, last = int(match["first"]), int(match["last"])
        number = _NUMBERS.find(match["behind"] or match["before"]) + 1
        due = last - first + 1
        ways = (due,) if match["before"] else (due, due - 1)
        if first < last and number and number not in ways:
            told = f"{match['behind'] or match['before']}年"
            yield Term(match[0], told, f"{due}年", f"{first}至{last}年是{due}年")


class _Limit(NamedTuple):
    day: date
    said: str
    start: int


def _named_years(sentence: str) -> Iterator[Term]:
    """`2021年、2022年、2023年连续四年`: each of them is named."""
    for match in _YEAR_BY_YEAR.finditer(sentence):
        number = len(_YEAR_NAMED.findall(match["years"]))
        told = _NUMBERS.index(match["told"]) + 1
        if told != number:
            due = f"{number}年"
            yield Term(match[0], f"{match['told']}年", due, f"写到的是{due}")


def _limits(sentence: str, year: int) -> Iterator[Term]:
    kept, late, early = (one.search(sentence) for one in (_KEPT, _LATE, _EARLY))
    called = [one for one in (kept, late, early) if one]
    if len(called) != 1 or _UNSURE.search(sentence):
        return
    found = _days(sentence, year)
    if len(found) != _TWO or called[0].start() < found[1].start:
        return
    limit, done = found
    between = sentence[limit.start : done.start]
    before = sentence[: limit.start]
    if not _LIMIT.search(before) and not _LIMIT.search(between[len(limit.said) :][:6]):
        return
    if _ALSO_LIMIT.search(between[len(limit.said) :].rpartition(",")[2]):
        return  # two limits
    if not _DONE.search(sentence[done.start - 6 :]):
        return
    is_late, is_early = done.day > limit.day, done.day < limit.day
    is_wrong = (
        (is_late and not late)
        or (is_early and bool(late))
        or (not is_late and not is_early and early)
    )
    if is_wrong:
        [word] = called
        due = "晚于" if is_late else "早于" if is_early else "等于"
        yield Term(
            sentence[limit.start :].strip(",。"), word[0], f"{done.said}{due}{limit.said}",
            f"{done.said}{due}{limit.said}",
        )  # fmt: skip


def _too_late_by(sentence: str, year: int) -> Iterator[Term]:
    """`应于6月30日归还，实际于7月25日归还，逾期25天`: by so many days, one end counted or both."""
    called, found = tuple(_DAYS_OFF.finditer(sentence)), _days(sentence, year)
    if len(called) != 1 or len(found) != _TWO or _UNSURE.search(sentence):
        return
    limit, done = found
    between = sentence[limit.start + len(limit.said) : done.start]
    if called[0].start() < done.start or not _LIMIT.search(sentence[: limit.start] + between[:6]):
        return
    if _ALSO_LIMIT.search(between.rpartition(",")[2]) or not _DONE.search(
        sentence[done.start - 6 :]
    ):
        return
    apart, told = abs((done.day - limit.day).days), int(called[0]["days"])
    if apart and abs(told - apart) > 1:
        why = f"{limit.said}和{done.said}相隔 {apart} 天"
        said = sentence[limit.start :].strip(",。")
        yield Term(said, called[0][0], f"{apart}天", why)


def _days(sentence: str, year: int) -> list[_Limit]:
    """The days that a sentence tells, in order; a limit by the month is its last day."""
    found = [_Limit(one.day, one.said, one.start) for one in told_days(sentence, year)]
    for match in _BY_MONTH.finditer(sentence):
        of, month = int(match[1] or year), int(match[2])
        if 1 <= month <= 12:  # noqa: PLR2004
            last = date(of, month, monthrange(of, month)[1])
            found.append(_Limit(last, match[0], match.start()))
    return sorted(found, key=lambda one: one.start)
