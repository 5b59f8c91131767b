"""满意度与调查结果不同。

满意度指标的完成值，与同一名称的调查结果不同。

原因：满意度来自调查；两处数字不同，总有一处没有更新。

公式：指标名称与调查的名称或对象，去掉“满意度、调查、问卷、指标、抽样、总体、综合、情况、率”等通用的
字后相同，而完成值与「结果」中唯一的百分数相差超过 0.5 个百分点。调查的结果不是百分数，或者有几个百
分数的，不核对；名称对不上的，看不出是不是一回事，不核对。调查分层、加权的算法不一定写出，这里只作提
示。

依据：通行做法；指标的完成值应当有调查结果作为依据。

反例：调查“受益村民满意度”结果 93.2%，指标“受益村民满意度”完成值 96%。

正例：两处都是 93.2%。

改法：核对满意度指标与调查两处的数字。
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.outcome import Survey
from generator.values.lazily import lazily
from generator.values.money import grouped
from generator.values.text import half_width

SEVERITY = Severity.HINT
NEEDS = (needs.SURVEYS, needs.ACTUALS)
_COMMON = lazily(r"满意度?|调查|问卷|指标|抽样|总体|综合|情况|[率（）()\s]")
_PERCENT = lazily(r"(?<![0-9.])([0-9]{1,3}(?:\.[0-9]{1,4})?)%")


def check(subject: Subject) -> Iterator[Result]:
    """At the actual value."""
    told = {
        name: (survey, rate)
        for survey in reversed(subject.item.surveys)
        if (rate := _rate(survey)) is not None
        for name in _names(survey)
    }
    for row in subject.leaves if told else ():
        indicator = row.indicator
        actual = indicator.actual_number
        if "满意" not in indicator.name or indicator.counted_in != "%" or actual is None:
            continue
        survey, rate = told.get(_core(indicator.name), (None, Decimal(0)))
        if survey is not None and abs(actual - rate) > _NEAR:
            yield Result(
                row.at("actual"),
                f"{row.name}完成值 {grouped(actual)}%，而调查「{survey.name}」的结果为"
                f" {grouped(rate)}%",
                "请核对两处数字",
                f"{grouped(actual)}%",
                f"{grouped(rate)}%",
            )


_NEAR = Decimal("0.5")
"""What rounding to whole per cents accounts for."""


def _rate(survey: Survey) -> Decimal | None:
    found = _PERCENT.findall(half_width(survey.result or ""))
    return Decimal(found[0]) if len(found) == 1 else None


def _names(survey: Survey) -> Iterator[str]:
    """What a survey is of, without the words that all surveys share; never nothing."""
    for name in (survey.name, survey.subjects or ""):
        if core := _core(name):
            yield core


def _core(name: str) -> str:
    return _COMMON.sub("", half_width(name))
