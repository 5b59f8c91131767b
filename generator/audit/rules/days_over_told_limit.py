"""两个日期相隔的天数超过所写的时限。

一句话写了起止两个日期，又说在多少日内完成，实际相隔的天数更多；或者写明的历时天数与两个日期不符。

原因：日期和时限写在一句里，一数就知道没有按时。

公式：同一句（整段只有两个日期的，同一段）写有两个日期（第二个可以不写年份）和一个“N日内”“N个工
作日内”，写有“符合、按时、及时、按期、规定、要求”之一，或者写“N日内完成（下达、拨付等）”，没
有写“逾期、超过、超出、延迟、晚”的：后一日期 −前一日期 > N 日（工作日按法定节假日推算）。写有“
历时、用时、共计、相隔 N 天”的，与相隔的天数（含不含首日都可以）不符。

依据：通行的文字核对要求；资金下达、公开、整改都有明文规定的时限。

反例：2022年12月5日收到上级指标，2023年1月20日下达到县，符合收到后30日内下达的规定（相隔 46 日）。

正例：2022年12月5日收到上级指标，2022年12月28日下达到县，符合收到后30日内下达的规定。

改法：核对两个日期和所写的时限；确实超过的，写明原因。
"""

import re
from collections.abc import Iterator, Sequence

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.quantities import sentence_of
from generator.audit.dossier.told_days import ToldDay, told_days
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.source import At
from generator.values.lazily import lazily
from generator.values.workdays import workday_after

SEVERITY = Severity.WARNING
NEEDS = (needs.BEGUN,)

_LIMIT = lazily(
    r"(?<![\d月])(\d{1,3})\s?(个?工作日|个?自然日|[日天])"
    r"(?:[之以]?内|的?(?:要求|规定|时限|期限)|(?=[，,。；]|$))",
    re.ASCII,
)
_KEPT = lazily(
    "符合|按时|及时|按期|如期|按规定|规定|要求|未超|没有超"
    r"|[日天][之以]?内(?<!前)[已均全部都即]{0,4}(?:完成|下达|分解|拨付|支付|兑付|兑现|办结|公开|报送|上报|答复|提交)"
)
_LATE = lazily(
    "逾期|(?<!未)(?<!没有)超[过出时期]|延[迟误期]|晚|迟|不符合|未按|滞后|前[后]?次|分别|每个?[年季月]"
)
_TOOK = lazily(
    r"(?:历时|用时|耗时|相隔|间隔|前后|工期共计?|实际工期)(?:共|约"
    r"|为)?\s?(\d{1,3})\s?[日天]",
    re.ASCII,
)
_SPAN = lazily("日\\s?[至到—–~-]{1,2}\\s?(?:20|[0-9]{1,2}月)")
"""A time from one day to another, which is no term that was kept."""
_RULED = lazily("规定|要求|应|须|时限|约定")
_REACH = 8
_PAUSED = lazily("顺延|停工|扣除|除去|不含|合同工期|计划")
_TWO = 2


def check(subject: Subject) -> Iterator[Result]:
    """At the text."""
    for text in subject.texts.prose.with_sign("日"):
        plain = text.plain
        if not (_LIMIT.search(plain) or _TOOK.search(plain)):
            continue
        days = tuple(told_days(plain, subject.year))
        sentences = dict.fromkeys(sentence_of(plain, one.start) for one in days)
        # The term may stand in a sentence of its own, or each day in another.
        is_apart = len(days) == _TWO and (
            len(sentences) == _TWO or not any(map(_LIMIT.search, sentences))
        )
        for sentence in (plain,) if is_apart else sentences:
            inside = [one for one in days if sentence_of(plain, one.start) == sentence]
            inside = inside if sentence is not plain else list(days)
            if len(inside) == _TWO and inside[0].day < inside[1].day and not _SPAN.search(plain):
                yield from _over(text.path, sentence, inside)


def _over(at: At, sentence: str, days: Sequence[ToldDay]) -> Iterator[Result]:
    first, last = days[0].day, days[1].day
    apart = (last - first).days
    between = sentence[sentence.find(days[0].said) : sentence.rfind(days[1].said)]
    if (inner := _LIMIT.search(between)) and not _RULED.search(between[: inner.start()][-_REACH:]):
        return  # of a step in between
    limits, took = _LIMIT.findall(sentence), _TOOK.findall(sentence)
    if len(limits) == 1 and _KEPT.search(sentence) and not _LATE.search(sentence):
        number, unit = limits[0]
        due = workday_after(first, int(number)) if "工作" in unit else None
        if (last > due) if due else apart > int(number) and "工作" not in unit:
            yield _result(at, days, f"相隔 {apart} 日，文字说在{number}{unit}内", str(apart))
    elif (
        len(took) == 1
        and not _PAUSED.search(sentence)
        and int(took[0]) not in (apart, apart + 1, apart - 1)
    ):
        yield _result(at, days, f"相隔 {apart} 日，文字说是 {took[0]} 日", took[0])


def _result(at: At, days: Sequence[ToldDay], told: str, found: str) -> Result:
    return Result(at, f"「{days[0].said}」至「{days[1].said}」{told}", "请核对日期和时限", found)
