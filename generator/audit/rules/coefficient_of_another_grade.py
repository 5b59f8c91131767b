"""付费系数不是所评等级的系数。

报告写明各等级的付费（支付、调整）系数，结果应用里用的却是另一个等级的系数。

原因：按效付费，就是按等级付钱；用错系数，多付少付都没有依据。

公式：同一段文字写有“系数（比例）”和三个以上“优秀为1、良好为0.96”一类的对应；结果应用、结论或正文另
外写的“系数X”（同一句没有写等级的），与写明等级的系数不相等，提示。写有“上年、若、如、基数系数”的句
子，写明的等级不在对应之中的，不核对。

依据：按效付费以绩效评价结果为依据（财金〔2020〕13号等通行规定）。只作提示。

反例：良好的系数为 0.96，评为良好，“付费系数1，应付1850.00万元”。

正例：“付费系数0.96，应付1776.00万元”。

改法：核对等级、系数和应付金额。
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.money import printed

SEVERITY = Severity.HINT
NEEDS = (needs.UNDIVIDED, needs.GRADED, needs.GRADE)

_GRADE = "优秀|良好|中等|基本合格|不合格|合格|优|良|中|差"
_NUMBER = r"\d(?:\.\d{1,3})?(?![\d%])|\d{1,3}(?:\.\d{1,2})?%"
_PAIR = lazily(
    rf"(?P<grade>{_GRADE})(?:等级|等次|等|级|档|的)?(?:[付支拨][费付]|系数|比例)?[为按是：:]?\s?"
    rf"(?P<share>{_NUMBER})",
    re.ASCII,
)
_TOLD = lazily(rf"系数[为是按取：:]?\s?(?P<share>{_NUMBER})(?!分)", re.ASCII)
_ANY = lazily(_GRADE)
_HINT = lazily("系数|比例")
_OTHER = lazily("上年|去年|若|如|基数系数|得分系数|最高|最低|上限|下限")
_FEWEST = 3
_PARTS = frozenset(("uses", "result", "sections"))


def check(subject: Subject) -> Iterator[Result]:
    """At the text that names the other coefficient."""
    texts = [one for one in subject.texts.prose.within(_PARTS) if _HINT.search(one.plain)]
    shares: Mapping[str, Decimal] = {}
    for text in texts:
        for sentence in text.sentences:
            found = {m["grade"][0]: _share(m["share"]) for m in _PAIR.finditer(sentence)}
            if _HINT.search(sentence) and len(found) >= _FEWEST:
                shares = found
    due = shares.get((subject.item.result.grade or " ")[0])
    if due is None:
        return
    for text in texts:
        for sentence in text.sentences:
            told = _TOLD.search(sentence)
            if told is None or _OTHER.search(sentence) or _ANY.search(sentence):
                continue
            if _share(told["share"]) != due:
                yield Result(
                    text.path,
                    f"等级「{subject.item.result.grade}」的系数写明是 {printed(due)}，"
                    f"这里用的是 {told['share']}",
                    "请核对等级、系数和应付金额",
                    told["share"],
                    printed(due),
                )
                return


def _share(text: str) -> Decimal:
    """`0.96` and `96%` alike."""
    return Decimal(text[:-1]) / 100 if text.endswith("%") else Decimal(text)
