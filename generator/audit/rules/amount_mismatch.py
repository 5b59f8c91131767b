"""数量与标准算不出金额。

文字里同时写了数量、标准和金额，相乘的结果与金额不一致。

原因：人数、标准、金额三个数中至少有一个是错的，读者一算就能看出来。

公式：数量 × 标准（可再乘天数、次数等）与金额之差，不超过所写金额末位数的一半。只认写法明确的算式：
“33人×400元=1.32万元”，可以加括号，乘号可以写作 ×、x、*、乘，等号可以写作“，共需”“，合计”（同一句前
面没有别的金额和算式的），以及“每人400元，共33人，合计1.32万元”；其中恰有一个数带“元”。标准写有“/月”
“/天”“/次”而算式没有月数、天数、次数的，加减相连的，写“约”“余”的不核对。逐项列举的合计由
prose-sum-mismatch 核对。

依据：预算按“数量 × 标准”测算，是项目支出预算编制的通行做法。

反例：33人×400元=13.2万元（应为 1.32 万元）。

正例：33人×400元=1.32万元；330人×3天×40元/人·天=3.96万元；90人乘42.5元/月乘12个月，共需4.59万元。

改法：核对数量、标准和金额；还有别的开支的，一并写明。
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.prose import Passage
from generator.audit.dossier.written_products import COUNT_EACH, EACH, HAN, SUM
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.money import UNSIGNED, Amount, Unit, number_of, rounded
from generator.values.sentences import said_before
from generator.values.told_money import SIGN, amount_of

SEVERITY = Severity.WARNING
NEEDS = (needs.WHOLE,)

_NAME = r"(?:(?![乘共合计需每])[\u4e00-\u9fff])"
_UNIT = rf"(?:(?:{_NAME}|[㎡A-WYZa-wyz]){{0,6}}(?:/{_NAME}[\u4e00-\u9fff·.]{{0,7}}){{0,2}})"
_FACTOR = rf"(?:每{HAN}{{1,2}})?{UNSIGNED}\s?{_UNIT}"
_TIMES_SIGN = r"\s?(?:[×✕xX*＊]|乘以?)\s?"
_PRODUCT = lazily(
    r"(?<![\d.+\-×✕*/÷xX乘＊])(?<![+\-×✕*/÷]\s)"
    rf"([(（]?)({_FACTOR}(?:{_TIMES_SIGN}{_FACTOR}){{1,3}})([)）]?)"
    r"(\s?[=＝]\s?|[，,]?\s?(?:共需|需要|合计|共计|总计|计|需|共)(?:资金|经费|费用|支出)?)"
    rf"{SUM}",
    re.ASCII,
)
"""Factors, perhaps in brackets, and what they come to: `（90人×42.5元×12个月）=4.59万元`."""
_PART = lazily(rf"({UNSIGNED})\s?({_UNIT})", re.ASCII)
_SIGN = lazily("[×✕*xX乘＊]")
_EVERY = "每"
_OPERATORS = tuple("+-×✕*/÷乘＊xX")
_AMONG_OTHERS = lazily("[元各×✕*乘＊每两]|分别")
_BY_TIME = lazily("[月天日年次期周季]")
_SENTENCE_ENDS = "。\n"
_NEAR = 32
"""Signs before a bracket among which a sign of calculation is looked for."""
_SHOWN_PLACES = 6
_TIMES = {"万": Decimal(10**4), "亿": Decimal(10**8)}
_UNCLEAR = tuple("十百千余多来几")


class _Claim(NamedTuple):
    """A multiplication that a text writes out."""

    quoted: str
    factors: str
    amount: Amount


def check(subject: Subject) -> Iterator[Result]:
    """At the text with the wrong multiplication."""
    for text in subject.texts.prose.of_money:
        for claim in dict.fromkeys(_claims(text)):
            computed = _product(claim.factors, claim.amount.unit)
            if computed is not None and not claim.amount.fits(computed):
                yield Result(
                    text.path,
                    f"「{claim.quoted}」相乘得 {computed}，写明的金额是 {claim.amount}",
                    "请核对数量、标准和金额",
                    str(claim.amount),
                    str(computed),
                )


def _claims(text: Passage) -> Iterator[_Claim]:
    if _SIGN.search(text.plain):
        for match in _PRODUCT.finditer(text.plain):
            # Folded, a comma before it looks like one between its digits.
            if _stands_alone(match) and text.typed[match.start() - 1 : match.start()] != ",":
                yield _Claim(text.quoted(match), match[2], amount_of(match[5], match[6]))
    if _EVERY in text.plain:
        for pattern in (COUNT_EACH, EACH):
            for match in pattern.finditer(text.plain):
                if SIGN not in _before(match):
                    yield _Claim(text.quoted(match), match[1], amount_of(match[3], match[4]))


def _stands_alone(match: re.Match[str]) -> bool:
    """Whether it is all of a calculation: no bracket closes more than it, nothing goes before it.

    Behind words rather than a sign the amount may be that of all that the sentence names.
    """
    before = match.string[max(0, match.start() - _NEAR) : match.start()].rstrip()
    if (match[3] and not match[1]) or (match[1] and before.endswith(_OPERATORS)):
        return False
    return "=" in match[4] or "＝" in match[4] or not _AMONG_OTHERS.search(_before(match))


def _before(match: re.Match[str]) -> str:
    """What the sentence says before it."""
    return said_before(match.string, match.start(), ends=_SENTENCE_ENDS)


def _product(factors: str, unit: Unit) -> Amount | None:
    """The factors multiplied; None unless just one of them is money and all are clear."""
    product, money = Decimal(1), 0
    parts = _PART.findall(factors)
    if _lacks_time(name for _, name in parts):
        return None
    for number, name in parts:
        if name.startswith(_UNCLEAR):
            return None
        product *= number_of(number) * _TIMES.get(name[:1], Decimal(1))
        money += name.lstrip("万亿").startswith("元")
    if money != 1:
        return None
    return Amount(rounded(product / unit.yuan, _SHOWN_PLACES), unit)


def _lacks_time(names: Iterable[str]) -> bool:
    """Whether a price is by month, day or time, and no factor says how many of them."""
    counted, divisors = "", ""
    for name in names:
        unit, _, divisor = name.partition("/")
        counted, divisors = counted + unit, divisors + divisor
    return any(time not in counted for time in _BY_TIME.findall(divisors))
