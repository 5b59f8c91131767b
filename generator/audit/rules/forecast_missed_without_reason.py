"""预计完不成而没有说明原因。

预计完成值达不到指标值，可能性也没有写“确定能”，却没有写偏差原因。

原因：监控是为了及早发现完不成的目标；不写原因，就看不出该采取什么措施。

公式：按「符号」比较预计完成值与指标值，不成立，而整份文件没有一处写明原因：本行、上级、下级的「偏
差原因」「得分说明」和原表另有的原因栏，以及正文、问题、预计完成中点到这一项名称的句子。可能性写
“确定能”的，由 likelihood-contradicts-forecast 报告；不能比较的不核对。

依据：《中央部门预算绩效运行监控管理暂行办法》（财预〔2019〕136号）：偏离绩效目标的，要分析原因、预
计年底完成情况。只作提示。

反例：合格率 ≥98%，预计完成值 91%，可能性“有可能”，偏差原因空白。

正例：同上，偏差原因写明“第二批到货抽检不合格，正在更换”。

改法：核对预计完成值；属实的，在“偏差原因”中写明为什么达不到。
"""

from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity

SEVERITY = Severity.HINT
NEEDS = (needs.FORECASTING, needs.ROWS, needs.TARGETS, needs.FORECASTS)


def check(subject: Subject) -> Iterator[Result]:
    """At the missing reason."""
    certain = subject.kind.likelihoods[0]
    for row in subject.leaves:
        indicator = row.indicator
        if not indicator.forecast or indicator.likelihood == certain:
            continue
        comparison = indicator.foreseen.held(subject.year)
        if isinstance(comparison, str) or comparison.is_met is not False:
            continue
        if indicator.is_unreachable or subject.reasons.for_row(row):
            continue
        yield Result(
            row.at("deviation_reason"),
            f"{row.name}预计完成值 {indicator.forecast_shown} 没有达到指标值 "
            f"{indicator.target_shown}，没有写明偏差原因",
            "请核对预计完成值；属实的，在「偏差原因」中写明为什么达不到",
            indicator.forecast_shown,
            indicator.target_shown,
        )
