"""满分而列有问题。

总分是满分，报告却列出了问题。

原因：问题没有反映到得分上，可能是评分偏松，也可能是问题与评分指标无关，值得看一眼。

公式：总分（没有写明的，用计算值）等于满分（差额不超过容差），且列有问题；只写“无”的不算。超过满分和加
分上限之和的，是另一种错，这里不提示。

依据：财政部要求绩效自评客观真实，严禁刻意抬高分数；自评表常见满分而另列问题的情形。

反例：总分 100 分，列出 2 项问题。

正例：总分 98 分，列出 2 项问题。

改法：核对所列问题是否应当扣分。
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.audit.wording import points, says_nothing
from generator.diagnostics import Severity

SEVERITY = Severity.HINT
NEEDS = (needs.MEASURED, needs.POINTED, needs.TOTAL, needs.FULL_MARKS, needs.FINDINGS)


def check(subject: Subject) -> Iterator[Result]:
    """At the total."""
    findings = [f for f in subject.item.findings if not says_nothing(f.text)]
    full = subject.full_marks.shown
    score = subject.total.shown
    if findings and full and score is not None and _is_full(score, full, subject):
        yield Result(
            ("result", "total"),
            f"总分 {points(score)} 为满分，而列有问题 {len(findings)} 项",
            "请核对所列问题是否应当扣分",
            points(score),
        )


def _is_full(score: Decimal, full: Decimal, subject: Subject) -> bool:
    """Whether it is the full marks, or bonuses above them; more than that is another mistake."""
    tolerance, most = subject.frame.tolerance, full + (subject.frame.bonus_cap or 0)
    return full - tolerance <= score <= most + tolerance
