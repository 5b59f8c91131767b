"""Means of what a sentence lists before them, and of a whole by how many there are.

`分别为60万元、75万元和84万元，三年平均73万元`; `120场，观众41520人次，平均每场346人`.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.audit.dossier.arithmetic.readings import Reading, Span
from generator.audit.dossier.claims.figures import Figure
from generator.values.lazily import lazily
from generator.values.money import half_digit

SIGN = lazily(r"(?:均|折合|相当于)[^\d。；\n]{0,12}\d", re.ASCII)
_NUMBERS = "一两三四五六七八九十"
_OF_LIST = lazily(
    rf"^[，,]?(?:(?P<number>[{_NUMBERS}])[\u4e00-\u9fff]{{1,3}})?(?:取|按|其|简单|算术|总体|全年|综合|的)*"
    "(?:平均|均值)(?:值|数|分|得分|每[年季月批次期])?(?:[为是约达])?$"
)
_TAKEN_FROM_LIST = lazily(
    r"^[，,](?:取|按|以)(?:其|简单|算术|三者|的)*(?:平均(?:值|数|分)|均值)[^，,\d]{0,6}[，,][^，,\d]{0,8}(?:最[终后]|综合)?得分[为是]?$"
)
"""`取算术平均值，平台最终得分88分`: the mean has a clause of its own."""
_WEIGHED = lazily("加权|权重|去掉")
_EACH = lazily(
    "(?:平均|折合|相当于|折算)(?:到)?每一?[个名]?(?P<of>平方米|立方米|公里|千米|[\u4e00-\u9fff]{1,2}?)(?=[\u4e00-\u9fff]{0,6}$)"
    "|(?P<short>[月户亩村校场期馆所店园站院镇县班家])均[\u4e00-\u9fff]{0,6}$"
)
_OTHER_TIME = lazily("上年|去年|(?<!绩效)目标|计划|预算|标准|同期|[比较]")
_NO_MEAN = frozenset(("", "倍", "个百分点"))
_PEOPLE = frozenset(("人", "人次"))
_PERIODS = {"月": 12, "个月": 12, "季度": 4}
_OF_YEAR = lazily("^(?:20\\d\\d年|项目|本年度?)?(?:全年|年度?总?)")
_COUNTED = lazily("(?:共|现?有|达|合计|共计)+$")
_BEHIND = 6
_FEWEST, _PAIR = 3, 2


def averages(span: Span, n: int) -> Iterator[Reading]:
    """What a mean should be by the figures before it."""
    one = span.figures[n]
    if n < 1 or one.unit in _NO_MEAN:
        return
    yield from _of_list(span, one, n)
    yield from _of_each(span, one, n)


def _of_list(span: Span, one: Figure, n: int) -> Iterator[Reading]:
    match = _OF_LIST.search(span.own(one)) or _TAKEN_FROM_LIST.search(one.lead)
    if match is None or _WEIGHED.search(span.plain):
        return
    listed: list[Figure] = []
    for other in reversed(span.figures[:n]):
        if other.unit != one.unit or "均" in span.own(other):
            break
        listed.insert(0, other)
    told = match.groupdict().get("number")
    number = _NUMBERS.index(told) + 1 if told else len(listed)
    if len(listed) != number or len(listed) < _FEWEST or _are_mixed(listed):
        return
    mean = sum((other.value for other in listed), Decimal(0)) / len(listed)
    near = half_digit(one.value / one.worth) * one.worth
    shown = "、".join(other.said for other in listed)
    yield Reading(mean, near, f"{shown}平均", listed, is_sure=True)


def _are_mixed(listed: Sequence[Figure]) -> bool:
    return any(_OTHER_TIME.search(other.lead) for other in listed)


def _of_each(span: Span, one: Figure, n: int) -> Iterator[Reading]:
    match = _EACH.search(span.own(one))
    if match is None:
        return
    of = match["of"] or match["short"]
    told = span.figures[:n]
    alike = _PEOPLE if one.unit in _PEOPLE else {one.unit}
    by = [other for other in told if other.value and _counts(span, other, of)]
    wholes = [other for other in told if other.unit in alike and other not in by]
    if of in _PERIODS and not by and len(wholes) == 1 and _OF_YEAR.search(wholes[0].lead):
        parts = Decimal(_PERIODS[of])
        due, how = wholes[0].value / parts, f"{wholes[0].said}除以{parts}"
        near = half_digit(one.value / one.worth) * one.worth + wholes[0].half / parts
        yield Reading(due, near, how, wholes, is_sure=True)
        return
    if len(by) != 1 or len(wholes) != 1 or _are_mixed((by[0], wholes[0])):
        return
    [number], [whole] = by, wholes
    due = whole.value / number.value
    near = half_digit(one.value / one.worth) * one.worth
    near += due * (whole.half / whole.value + number.half / number.value) if whole.value else 0
    yield Reading(
        due, near, f"{whole.said}除以{number.said}", (number, whole),
        is_sure="每" not in span.own(whole),
    )  # fmt: skip


def _counts(span: Span, one: Figure, of: str) -> bool:
    """Whether a figure counts what a mean is for each of: `32家` behind 分馆 for 馆均."""
    noun = span.behind(one)[:_BEHIND]
    is_named = one.unit in ("个", "家", "所", "座", "处") and (
        of in noun or _COUNTED.sub("", one.lead).endswith(of)
    )
    return of == one.unit or noun.startswith(of) or is_named
