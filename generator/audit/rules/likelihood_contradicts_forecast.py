"""可能性与预计完成值矛盾。

写明确定能完成目标，预计完成值却达不到指标值；或者写明不可能完成，预计完成值却达到了。

原因：监控是为了及早发现完不成的目标；两处说法相反，看不出该不该采取措施。

公式：按「符号」比较预计完成值与指标值。可能性是这类文件用词中最高的一个（如“确定能”）而未达到，或
者是“不可能”一类的词而已达到。没有写预计完成值、两个值不是同一单位的数字、没有写明符号的，以及“有
可能”，不核对。不设可能性用词的文件不核对。

依据：《中央部门预算绩效运行监控管理暂行办法》（财预〔2019〕136号）要求预计年底完成情况并分析完成
目标的可能性；表样据地方填报的监控表整理。

反例：指标值 ≥2300吨，预计完成值 2200吨，可能性“确定能”。

正例：同上，可能性“有可能”，并写明偏差原因。

改法：核对可能性和预计完成值。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result, Unjudged
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.lazily import lazily

SEVERITY = Severity.WARNING
NEEDS = (needs.FORECASTING, needs.ROWS, needs.LIKELIHOODS, needs.FORECASTS)
_IMPOSSIBLE = lazily(r"不可?能")


def check(subject: Subject) -> Iterator[Result | Unjudged]:
    """At the likelihood."""
    words = subject.kind.likelihoods
    certain = words[0]
    impossible = {word for word in words if _IMPOSSIBLE.search(word)}
    for row in subject.leaves:
        word = row.indicator.likelihood
        if not row.indicator.forecast or (word != certain and word not in impossible):
            continue
        # The forecast stands for what will have come out, and is held against the target like it.
        comparison = row.indicator.foreseen.held(subject.year)
        if isinstance(comparison, str):
            yield Unjudged(
                f"{row.name}的预计完成值不能与指标值比较" + (f"：{comparison}" * bool(comparison))
            )
        elif comparison.is_met is not None and comparison.is_met is not (word == certain):
            reached = "达到" if comparison.is_met else "没有达到"
            yield Result(
                row.at("likelihood"),
                f"{row.name}的可能性写“{word}”，而预计完成值 {row.indicator.forecast_shown} "
                f"{reached}指标值 {row.indicator.target_shown}",
                "请核对可能性和预计完成值",
                word or "",
                row.indicator.forecast_shown,
            )
