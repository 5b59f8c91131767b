"""付费系数不是所评等级、所在分数段的系数。

报告写明各等级、各分数段的付费（支付、调整）系数，用的却是另一个等级、另一段的系数。

原因：按效付费，就是按等级付钱；用错系数，多付少付都没有依据。

公式：同一段文字写有“系数（比例）”和三个以上“优秀为1、良好为0.96”一类的对应；结果应用、结论或
正文另外写的“系数X”（同一句没有写等级的），与写明等级的系数不相等，提示。写的是三段以上“90分以
上的为1，80分至90分的为0.95”的，看总分在哪一段，总分恰在界限上的不核对。写有“上年、若、如、基数
系数”的句子，写明的等级不在对应之中的，不核对。

依据：按效付费以绩效评价结果为依据（财金〔2020〕13号等通行规定）。只作提示。

反例：良好的系数为 0.96，评为良好，“付费系数1，应付1850.00万元”；80分至90分的系数为 0.95，得分
88.6分，“付费系数取1”。

正例：“付费系数0.96，应付1776.00万元”。

改法：核对等级、系数和应付金额。
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.audit.wording import points
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.money import printed

SEVERITY = Severity.HINT
NEEDS = (needs.UNDIVIDED, needs.GRADED, needs.RESULT)

_GRADE = "优秀|良好|中等|基本合格|不合格|合格|优|良|中|差"
_NUMBER = r"\d(?:\.\d{1,3})?(?![\d%])|\d{1,3}(?:\.\d{1,2})?%"
_PAIR = lazily(
    rf"(?P<grade>{_GRADE})(?:等级|等次|等|级|档|的)?(?:[付支拨][费付]|系数|比例)?[为按是：:]?\s?"
    rf"(?P<share>{_NUMBER})",
    re.ASCII,
)
_BAND = lazily(
    r"(?<![\d.])(?P<low>\d{1,3}(?:\.\d)?)\s?分?(?:[（(][^）)]{1,3}[）)]|含)?\s?(?:及?以(?P<side>[上下])"
    r"|(?:[-—–~～至到]|\s){1,2}(?P<high>\d{1,3}(?:\.\d)?)\s?分(?:[（(][^）)]{1,3}[）)]|以下)?)"
    rf"的?[^\d，,；;。、]{{0,10}}?[为是按取付]\s?(?P<share>{_NUMBER})(?!\s?分)",
    re.ASCII,
)
"""`80分（含）至90分的为0.95`, `90分以上的付费系数为1`."""
_TOLD = lazily(rf"(?:系数|[付支拨][费付]比例)[为是按取：:]?\s?(?P<share>{_NUMBER})(?!分)", re.ASCII)
_ANY = lazily(_GRADE)
_HINT = lazily("系数|比例")
_OTHER = lazily("上年|去年|若|如|基数系数|得分系数|最高|最低|上限|下限")
_FEWEST = 3
_PARTS = frozenset(("uses", "result", "sections"))


def check(subject: Subject) -> Iterator[Result]:
    """At the text that names the other coefficient."""
    texts = [one for one in subject.texts.prose.within(_PARTS) if _HINT.search(one.plain)]
    grade, total = subject.item.result.grade or " ", subject.item.result.total
    due, of = None, ""
    for sentence in (sentence for text in texts for sentence in text.sentences):
        if not _HINT.search(sentence):
            continue
        shares = {m["grade"][0]: _share(m["share"]) for m in _PAIR.finditer(sentence)}
        if len(shares) >= _FEWEST:
            due, of = shares.get(grade[0]), f"等级「{grade}」"
        elif total is not None and (share := _by_bands(sentence, total)) is not None:
            due, of = share, f"得分 {points(total)}"
    if due is None:
        return
    for text in texts:
        for sentence in text.sentences:
            told = _TOLD.search(sentence)
            if told is None or _OTHER.search(sentence) or _ANY.search(sentence):
                continue
            if _share(told["share"]) != due and not _BAND.search(sentence):
                yield Result(
                    text.path,
                    f"{of}的系数写明是 {printed(due)}，这里用的是 {told['share']}",
                    "请核对等级、系数和应付金额",
                    told["share"],
                    printed(due),
                )
                return


def _by_bands(sentence: str, total: Decimal) -> Decimal | None:
    """The share of the band that a total is within; None on an edge, and of fewer bands."""
    bands = tuple(_BAND.finditer(sentence))
    if len(bands) < _FEWEST:
        return None
    within: set[Decimal] = set()
    for band in bands:
        low, high = Decimal(band["low"]), band["high"]
        if total == low or (high and total == Decimal(high)):
            return None
        ends = sorted((low, Decimal(high))) if high else ()
        is_within = ends[0] < total < ends[1] if ends else (total > low) is (band["side"] == "上")
        if is_within:
            within.add(_share(band["share"]))
    return within.pop() if len(within) == 1 else None


def _share(text: str) -> Decimal:
    """`0.96` and `96%` alike."""
    return Decimal(text[:-1]) / 100 if text.endswith("%") else Decimal(text)
