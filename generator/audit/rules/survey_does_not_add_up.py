"""调查份数前后不符。

有效份数多于回收份数，回收份数多于发放份数，或者写明的回收率、有效率、满意率与份数不符。

原因：收回来的不会比发出去的多；份数不对，满意度的结果就不可信。

公式：有效 ≤ 回收 ≤ 发放，没有写回收份数的，有效 ≤ 发放。「结果」中写有回收率的，等于 回收 ÷ 发放；
写有有效率、有效回收率的，等于 有效 ÷ 回收 或 有效 ÷ 发放；只写一个比率并写明满意份数的（92.40%，
满意328份），比率等于满意份数之和 ÷ 有效，或 ÷ 回收；只有一项调查，结果只写一个比率，而正文同一句
写有它的有效（回收）份数和满意的多少份，也这样核对；允许相差所列小数末位的半个单位。网上问卷没有发
放份数的，只核对其余。满意度与指标完成值是否一致，由 satisfaction-differs-from-survey 提示。

依据：通行做法；财预〔2020〕10号所附评价报告参考提纲要求说明调查的情况。

反例：发放 300 份，回收 286 份，有效 297 份。

正例：发放 300 份，回收 286 份，有效 279 份，回收率 95.33%。

改法：核对发放、回收、有效的份数和比率。
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.outcome import Survey
from generator.source import At
from generator.values.lazily import lazily
from generator.values.money import fits, percent, percentage
from generator.values.text import half_width

SEVERITY = Severity.WARNING
NEEDS = (needs.SURVEYS,)
_RATE = lazily(
    r"(有效回收率|有效率|(?<!有效)回收率)[^0-9%，。；\n]{0,6}([0-9]{1,3}(?:\.[0-9]{1,4})?)%"
)


_SATISFIED = lazily(
    r"(?<!不)(?:非常|比较|较为|较|很|基本|十分)?满意(?:以上)?(?:的|和|及|、|者|为|有|共"
    r"|答卷|问卷|问卷数|较满意|基本满意){0,3}"
    r"(\d{1,6})\s?(?:份|人|户|名|张|家)",
    re.ASCII,
)
_FORMS = lazily(r"(?<![\d.,])(\d{1,6})\s?(?:份|人|户|名|张|家)", re.ASCII)
_PARTS = frozenset(("sections", "result", "objective"))
_ANY_RATE = lazily(r"(?<![\d.])(\d{1,3}(?:\.\d{1,4})?)%", re.ASCII)
_MEAN = lazily("得分|平均|加权|折算|分值|不满意|×")
"""Rates that are not shares of those satisfied."""


def check(subject: Subject) -> Iterator[Result]:
    """At the count, or at the text that tells a rate."""
    for n, survey in enumerate(subject.item.surveys):
        at = ("surveys", n)
        yield from _counts(survey, at)
        yield from _rates(survey, at)
        yield from _satisfied(survey, at, half_width(survey.result or ""))
    if len(subject.item.surveys) == 1:
        yield from _in_prose(subject, subject.item.surveys[0])


def _counts(survey: Survey, at: At) -> Iterator[Result]:
    steps = (("sent", "发放"), ("returned", "回收"), ("valid", "有效"))
    given = [(field, name, n) for field, name in steps if (n := getattr(survey, field)) is not None]
    for (_, above, most), (field, name, count) in pairwise(given):
        if count > most:
            yield Result(
                (*at, field),
                f"「{survey.name}」{name} {count} 份，多于{above} {most} 份",
                "请核对份数",
                f"{count}份",
                f"不多于 {most}份",
            )


def _rates(survey: Survey, at: At) -> Iterator[Result]:
    parts = {
        "回收率": ((survey.returned, survey.sent),),
        "有效率": ((survey.valid, survey.returned), (survey.valid, survey.sent)),
    }
    parts["有效回收率"] = parts["有效率"]
    for name, number in _RATE.findall(half_width(survey.result or "")):
        stated = Decimal(number)
        computed = [
            rate
            for part, whole in parts[name]
            if part is not None and whole is not None and part <= whole
            if (rate := percentage(Decimal(part), Decimal(whole))) is not None
        ]
        if computed and not any(fits(stated, rate) for rate in computed):
            yield Result(
                (*at, "result"),
                f"「{survey.name}」写明{name} {number}%，按份数计算为 {percent(computed[0])}",
                "请核对份数和比率",
                f"{number}%",
                percent(computed[0]),
            )


def _in_prose(subject: Subject, survey: Survey) -> Iterator[Result]:
    """The same, where a sentence of the report tells who was satisfied, out of its forms."""
    result = half_width(survey.result or "")
    whole = {number for number in (survey.valid, survey.returned) if number}
    if not whole or "满意" in result:
        return
    for text in subject.texts.prose.with_sign("满意"):
        for sentence in text.sentences if text.path[0] in _PARTS else ():
            named = {int(number) for number in _FORMS.findall(sentence)}
            found = next(_satisfied(survey, ("surveys", 0), result, sentence), None)
            if named & whole and "%" not in sentence and found:
                yield found
                return


def _satisfied(survey: Survey, at: At, result: str, told: str = "") -> Iterator[Result]:
    """The only rate that is told, against those who were satisfied."""
    rates, counts = _ANY_RATE.findall(result), [int(n) for n in _SATISFIED.findall(told or result)]
    if len(rates) != 1 or not counts or _MEAN.search(f"{result}{told}"):
        return
    stated, satisfied = Decimal(rates[0]), Decimal(sum(counts))
    bases = [n for n in (survey.valid, survey.returned) if n and n >= satisfied]
    due = [rate for n in bases if (rate := percentage(satisfied, Decimal(n))) is not None]
    if due and not any(fits(stated, rate) for rate in due):
        yield Result(
            (*at, "result"),
            f"「{survey.name}」写 {rates[0]}%，满意 {satisfied} 份 ÷ {bases[0]} 份为"
            f" {percent(due[0])}",
            "请核对份数和比率",
            f"{rates[0]}%",
            percent(due[0]),
        )
