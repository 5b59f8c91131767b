"""以后的打算写着过去的年份。

打算、建议里要策划、筹备的，是评价年度以前的一年的事。

原因：多半是从往年的报告里抄来的一句，年份没有改。

公式：正文、意见、建议、说明里“（提前、抓紧、认真）策划、筹备、谋划、筹划、筹办、备战、迎接”后面紧
跟一个年份，这一年早于评价的各年（年度、期间、按年度的资金）中最早的一年，也早于成文的一年。同一分
句写有“已、曾、当年、总结、回顾、原、上年、用于、参与了”的不核对。

依据：通行的文字核对要求：时间前后一致。只作提示。

反例：2023 年度的报告写“提前策划2022年花灯节”。

正例：写“提前策划2025年花灯节”。

改法：核对年份；沿用以前文字的，请改写。
"""

import re
from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.lazily import lazily

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE, needs.BEGUN)

_PLANNED = lazily(
    r"(?:策划|筹备|谋划|筹划|筹办|备战|迎接)(?:好|做好|开展)?(?:[“\"《])?((?:19|20)\d\d)年(?![以之]?前)",
    re.ASCII,
)
_HINT = lazily("策划|筹[备划办]|谋划|备战|迎接")
_BACK = lazily("已|曾|当年|总结|回顾|原|上年|去年|用于|主要|完成了|[参过]与?了")
_CLAUSE = "，,。；;\n"
_ELSEWHERE = frozenset(("source", "exceptions", "indicators"))


def check(subject: Subject) -> Iterator[Result]:
    """At the text."""
    made = subject.evaluation.disclosure.issued
    first = min((*subject.fiscal_years, *((made.year,) if made else ())))
    for text in subject.texts.prose.holding(_HINT):
        if text.path[0] in _ELSEWHERE:
            continue
        for match in _PLANNED.finditer(text.plain):
            start = max(text.plain.rfind(sign, 0, match.start()) for sign in _CLAUSE) + 1
            if int(match[1]) >= first or _BACK.search(text.plain[start : match.start()]):
                continue
            yield Result(
                text.path,
                f"文字写「{text.quoted(match)}」，而本文件评价的是 {subject.year} 年",
                "请核对年份；沿用以前文字的，请改写",
                match[1],
                f"晚于 {subject.year} 年",
            )
            break
