"""满意度与调查结果不同。

满意度指标的完成值，与同一名称的调查结果不同。

原因：满意度来自调查；两处数字不同，总有一处没有更新。

公式：指标名称与调查的名称或对象，去掉“满意度、调查、问卷、指标、抽样、总体、综合、情况、率”等通用
的字后相同，而完成值与「结果」中唯一的百分数相差超过 0.5 个百分点。调查的结果不是百分数，或者有几
个百分数的，不核对；名称对不上的，看不出是不是一回事，不核对。指标的评分标准或说明写明各项调查按份
数（样本）“加权”，各项调查都有有效份数和一个百分数的，完成值与加权平均数比较，允许所列末位数的一半。
调查分层、加权的算法不一定写出，这里只作提示。

依据：通行做法；指标的完成值应当有调查结果作为依据。

反例：调查“受益村民满意度”结果 93.2%，指标“受益村民满意度”完成值 96%。

正例：两处都是 93.2%。

改法：核对满意度指标与调查两处的数字。
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.rows import Row
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.outcome import Survey
from generator.values.lazily import lazily
from generator.values.money import grouped, half_digit, percent
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
    for row in subject.leaves if len(subject.item.surveys) > 1 else ():
        yield from _weighted(row, subject.item.surveys)
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


def _weighted(row: Row, surveys: Sequence[Survey]) -> Iterator[Result]:
    """A row that says it is the mean of all surveys, weighed by their forms."""
    indicator = row.indicator
    told = half_width(f"{indicator.scoring_rule or ''}{indicator.score_note or ''}")
    told += half_width(indicator.explanation or "")
    actual = indicator.actual_number
    if "加权" not in told or indicator.counted_in != "%" or actual is None:
        return
    if "满意" not in indicator.name or not _BY_FORMS.search(told):
        return
    given = [(one.valid, rate) for one in surveys if (rate := _rate(one)) is not None]
    forms = [(valid, rate) for valid, rate in given if valid]
    if len(forms) < len(surveys):
        return
    due = sum((rate * valid for valid, rate in forms), Decimal(0)) / sum(v for v, _ in forms)
    if abs(actual - due) > half_digit(actual) + _ROUNDED:
        yield Result(
            row.at("actual"),
            f"{row.name}完成值 {grouped(actual)}%，各项调查按有效份数加权平均为 {percent(due)}",
            "请核对各项调查和加权平均数",
            f"{grouped(actual)}%",
            percent(due),
        )


_BY_FORMS = lazily("份数|份|问卷|样本|人数")
_ROUNDED = Decimal("0.05")
"""What the rates of surveys, printed to a tenth, account for."""
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
