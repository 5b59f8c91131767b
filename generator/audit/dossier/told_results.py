"""Total and grade that prose tells, where their own cells were left blank."""

from decimal import Decimal

from generator.audit.dossier.prose import Prose
from generator.values.lazily import lazily

_TOTAL = lazily(
    r"(?:得分|总分|评分|得)(?:为|是|共|共计|合计)?[：:]?\s?(\d{1,3}(?:\.\d{1,4})?)\s?分"
)
"""`该项目总得分98.8分`, `综合得分为 98.8 分`."""
_GRADE = lazily(
    r"(?:等级|等次|评级|评定|评价结果)(?:评定)?[为是：:]?\s?[“\"「]?"
    r"(优秀?|良好?|中等?|差|合格|不合格)(?=[”\"」]?(?:[，,。；;）)\s]|$))"
)
"""`对应等级“中”`, `评定为“优”`, of one grade rather than of all there are."""


def tells_total(prose: Prose, total: Decimal) -> bool:
    """Whether a text gives this total."""
    return any(
        Decimal(told) == total
        for passage in prose.holding(_TOTAL)
        for told in _TOTAL.findall(passage.plain)
    )


def tells_grade(prose: Prose, grade: str) -> bool:
    """Whether a text gives this grade, or a longer word for it (优秀)."""
    return any(
        told.startswith(grade[0])
        for passage in prose.holding(_GRADE)
        for told in _GRADE.findall(passage.plain)
    )
