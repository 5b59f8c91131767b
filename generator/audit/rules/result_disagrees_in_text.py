"""文字中的得分、等级与结论不符。

文字写的总分或等级，与「评价结论」写明的不同；或者意见写的结论不是结论一栏填的那一个。

原因：总分改过之后，文字往往忘了改；读者不知道以哪一个为准。

公式：总分只看“自评得分”“评价得分”“综合得分”“总分”“得分”等字样开头、后面紧跟的分数，与总分、复核总
分、按明细算出的总分都不相等才报告。等级只看“评价等级为”“评级为”“评价结果为”之后的 优、良、中、差
（以优秀、良好 等写法为同一等级）。事前评估等给出结论词的，「意见」中只出现另一个结论词的，报告；意
见分别说到子项、其余、个别部分的，不核对结论词。「意见」写了建议安排的金额，却没有一个、也没有两三个
之和与「建议金额」相同的，也报告。所在句说的是其中一项、平均数、上年的，不核对；有分项的文件，文字说
的可能是某一项，不核对。

依据：同一数据前后一致，是公文核对的通行要求。

反例：总分 97 分，正文写“自评得分96.5分”；结论“予以支持”，意见写“建议部分支持”。

正例：总分 97 分，正文写“自评得分97分，等级为优”。

改法：核对文字与“评价结论”，改为一致。
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.prose import Passage
from generator.audit.dossier.told import FIELDS, THE_TOTAL, mentions
from generator.audit.subject import Subject
from generator.audit.wording import points
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.money import UNSIGNED, fits, number_of
from generator.values.sentences import said_before
from generator.values.text import half_width, shown
from generator.values.told_money import MONEY, told_money

SEVERITY = Severity.WARNING
NEEDS = (needs.ALONE, needs.RESULT)

_WORD = lazily("得分|总分|等级|等次|评级|结果")
_TOTAL = lazily(
    rf"(?<![\u4e00-\u9fa5]){THE_TOTAL}({UNSIGNED})\s?分"
    r"(?!\s?(?:[（(]?不?含[）)]?)?(?:及?以[上下]|[至到—–~～-]))",
    re.ASCII,
)
_OF_ROW = lazily("满分|指标(?!体系)")
"""Words of a sentence that tells the points of a row."""
_ADVISED = lazily(rf"(?:建议|同意|核定|审定|调减为|调整为|安排)[^\d。]{{0,12}}{MONEY}", re.ASCII)
_PARTLY = lazily("子项|其中|部分内容|其余|个别|分项")
_GRADE = lazily(
    r"(?<![\u4e00-\u9fa5])(?:本?项目|绩效|自评|评价|综合|评定|本次|最终|部门|整体)*"
    r"(?:等级|等次|评级|评价结果)(?:评定)?[为是：:]\s?[“\"「]?([优良中差][秀好等]?)(?=[，,。；;、”\"」）)]|$)"
)
"""`评价等级为“良”`, of the whole rather than of something named before it."""


_IF = lazily("否决|如(?!下|上|实)|凡|若|情形|发生[^，,]*的[，,]?$|的[，,、]$")
"""Words of a rule, which says which grade there would be."""


def check(subject: Subject) -> Iterator[Result]:
    """At the text that differs; once for total, once for grade."""
    texts = [one for one in subject.texts.prose.within(FIELDS) if _WORD.search(one.plain)]
    yield from _totals(subject, texts)
    yield from _grades(subject, texts)
    yield from _verdicts(subject)
    yield from _advice(subject)


def _totals(subject: Subject, texts: Sequence[Passage]) -> Iterator[Result]:
    result = subject.item.result
    if result.total is None:
        return
    for text, match in mentions(texts, _TOTAL, subject.year):
        told = number_of(match[2])
        if _OF_ROW.search(said_before(text.plain, match.start())):
            continue  # what the sentence tells of before it
        if told not in subject.total.known and told not in subject.review_total.known:
            yield Result(
                text.path,
                f"文字写「{text.quoted(match)}」，评价结论的总分为 {points(result.total)}",
                "请核对，改为一致",
                points(told),
                points(result.total),
            )
            return


def _grades(subject: Subject, texts: Sequence[Passage]) -> Iterator[Result]:
    stated = subject.item.result.grade
    if not stated or stated[0] not in "优良中差":
        return
    for text, match in mentions(texts, _GRADE, subject.year):
        if match[1][0] != stated[0] and not _IF.search(said_before(text.plain, match.start())):
            yield Result(
                text.path,
                f"文字写等级为「{match[1]}」，评价结论的等级为「{shown(stated)}」",
                "请核对，改为一致",
                match[1][0],
                stated,
            )
            return


def _verdicts(subject: Subject) -> Iterator[Result]:
    result, words = subject.item.result, subject.kind.verdicts
    if result.grade not in words or not result.opinion:
        return
    told = {word for word in words if word in result.opinion}
    if _PARTLY.search(result.opinion):
        return  # what is said may be of a part
    if told and result.grade not in told and len(told) == 1:
        [other] = told
        yield Result(
            ("result", "opinion"),
            f"结论为「{result.grade}」，意见写的是「{other}」",
            "请核对，改为一致",
            other,
            result.grade,
        )


def _advice(subject: Subject) -> Iterator[Result]:
    """The amount advised, beside the opinion that tells none like it."""
    item = subject.item
    advised = item.amount(item.result.amount_advised)
    opinion = half_width(item.result.opinion or "")
    amounts = [one.amount for one in told_money(opinion, _ADVISED) if one.amount.value]
    if advised is None or not amounts:
        return
    known = [one.amount.to(advised.unit).value for one in told_money(opinion)]
    values = [value for value in known if value]
    sums = {sum(some, Decimal(0)) for n in (1, 2, 3) for some in combinations(values, n)}
    if not any(fits(advised.value, one) for one in sums):
        yield Result(
            ("result", "amount_advised"),
            f"建议金额 {advised}，意见写的是 {amounts[-1]}",
            "请核对，改为一致",
            str(advised),
            str(amounts[-1]),
        )
