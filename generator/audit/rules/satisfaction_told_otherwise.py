"""文字写的满意度与表格不同。

文字写的满意度，满意度指标和调查里都没有。

原因：满意度往往在好几处写，改了一处，另一处没有改。

公式：完成情况、正文、意见、结论说明和问题里写“满意度（率）为（达到、达）N%”，各项满意度指标的完成
值、指标值和调查结果里的百分数没有一个等于 N（允许末位数的一半），而各项满意度指标都写有完成值的，
提示。写有上年、目标、要求、计划、不低于、以上、提高、其中的分句不核对。

依据：同一数据前后一致，是公文核对的通行要求。只作提示。

反例：家长满意度完成 94%，正文写“家长满意度达到96%”。

正例：正文写“家长满意度达到94%”。

改法：核对两处，改为一致；不是同一项的不必改。
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.money import UNSIGNED, fits, number_of, percent
from generator.values.sentences import said_before
from generator.values.text import half_width

SEVERITY = Severity.HINT
NEEDS = (needs.MEASURED, needs.UNDIVIDED, needs.ROWS, needs.ACTUALS)

_SIGN = "满意"
_TOLD = lazily(
    rf"满意[度率](?:调查)?(?:结果)?(?:平均)?(?:为|达到?|是|达至)?[：:]?\s?({UNSIGNED})\s?%(?!以|左右)",
    re.ASCII,
)
_PERCENT = lazily(rf"({UNSIGNED})\s?%", re.ASCII)
_OTHERWISE = lazily("上年|去年|目标|要求|计划|低于|提高|其中|原")
_PARTS = frozenset(("objective", "sections", "result", "findings"))
_AIMS = frozenset(("expected", "adjusted", "whole_term", "forecast"))


def check(subject: Subject) -> Iterator[Result]:
    """At the text, once for each."""
    known = tuple(_known(subject))
    for text in subject.texts.prose.with_sign(_SIGN) if known else ():
        if text.path[0] not in _PARTS or text.path[-1] in _AIMS:
            continue
        for match in _TOLD.finditer(text.plain):
            told = number_of(match[1])
            clause = said_before(text.plain, match.start(), ends="，,。；;\n")
            if _OTHERWISE.search(clause) or any(fits(told, one) for one in known):
                continue
            yield Result(
                text.path,
                f"文字写「{match[0]}」，表格里满意度为 {percent(known[0])}",
                "请核对两处，改为一致；不是同一项的不必改",
                percent(told),
                percent(known[0]),
            )
            break


def _known(subject: Subject) -> Iterator[Decimal]:
    """The rates of satisfaction that rows and surveys tell; nothing where a row has none."""
    rows = [row.indicator for row in subject.leaves if _SIGN in row.indicator.name]
    done = [one for row in rows if (one := row.actual_number) is not None]
    if not done or any(not row.actual_shown for row in rows):
        return
    yield from done
    yield from (one for row in rows if (one := row.target_number) is not None)
    for survey in subject.item.surveys:
        for number in _PERCENT.findall(half_width(survey.result or "")):
            yield number_of(number)
