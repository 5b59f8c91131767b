"""核减以后的金额算错。

一段话写了申请数、核减数和建议数，前两个相减不等于第三个。

原因：评估的结论就是这三个数；差错直接进入预算。

公式：一段文字依次写“申请（申报、预算、概算）A”“核减（压减、调减、扣减、评减、审减）B”“建议安排（
建议、核定、审定、安排）C”，A − B ≠ C（单位不同的先换算，允许各数末位数的一半）。或者一句话写“自评
A分，复核B分，核减（调减、扣减、下调）C分”，次序不论，A − B ≠ C；“申报A，核减B，核减比例（率、幅度）
N%”，B ÷ A ≠ N%。核减写了不止一处的，写有“约”“其中”“其余”“自筹”“分年”“首期”的，不核对。

依据：建议金额 = 申报金额 − 核减金额，事前评估报告的通行写法。

反例：申请 300 万元，核减 45 万元，建议安排 265 万元（应为 255 万元）。

正例：申请 300 万元，核减 45 万元，建议安排 255 万元。

改法：核对申报、核减和核定三个金额。
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.prose import Passage
from generator.audit.subject import Subject
from generator.audit.wording import points
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.money import (
    UNSIGNED,
    Amount,
    half_digit,
    number_of,
    percent,
    percentage,
    rounding,
)
from generator.values.told_money import MONEY, amount_of

SEVERITY = Severity.WARNING
NEEDS = (needs.WHOLE,)

_CUT = lazily("[核压调扣评审]减")
_TOLD = lazily(
    rf"(?:申请|申报|送审|概算|预算)[^\d。]{{0,16}}{MONEY}[^\d。]{{0,16}}[核压调扣评审]减[^\d。]{{0,16}}{MONEY}"
    rf"(?P<between>[^\d。其首本]{{0,16}}(?:建议安排|建议|核定|审定|安排)[^\d。其首本]{{0,12}}){MONEY}",
    re.ASCII,
)
_RATED = lazily(
    rf"(?:申请|申报|送审|概算|预算)[^\d。]{{0,16}}{MONEY}[^\d。]{{0,16}}[核压调扣评审]减[^\d。]{{0,16}}{MONEY}"
    rf"[^\d。]{{0,6}}(?:[核压调扣评审]减)(?:比例|比率|率|幅度)[为达是]{{0,2}}\s?({UNSIGNED})\s?%",
    re.ASCII,
)
"""What was asked for, what was cut from it, and how much that is in a hundred."""
_WHOSE = lazily("[省市区县]级(?:财政)?|[省市区县]财政")
_SOMEBODY = lazily("[财市区县省]")
"""Who pays: what somebody else is to give is not what is left of the sum asked for."""
_POINTS = r"[^\d，,。；;减]{0,8}?(\d{1,3}(?:\.\d{1,4})?)\s?分"
_TAKEN = r"(?:核减|调减|扣减|下调)" + _POINTS
_OWN, _REVIEWED = "自评" + _POINTS, "(?:复核|核定|复评|审定)" + _POINTS
_REVIEWS = (
    (re.compile(f"{_OWN}[，,、]{_REVIEWED}[，,、]?{_TAKEN}", re.ASCII), (1, 2, 3)),
    (re.compile(f"{_OWN}[，,、]{_TAKEN}[，,、]?{_REVIEWED}", re.ASCII), (1, 3, 2)),
)
"""What a report gave itself, what the reviewer gave, and what he took."""
_SPLIT = lazily("约|自筹|其余|分年|首期|其中")
"""Words that make it more than one subtraction."""


def check(subject: Subject) -> Iterator[Result]:
    """At the text."""
    for text in subject.texts.prose.holding(_CUT):
        yield from _of_points(text)
        yield from _of_rate(text)
        told = _TOLD.search(text.plain)
        if told is None or len(_CUT.findall(text.plain)) > 1 or _SPLIT.search(text.plain):
            continue
        if not _is_of_the_same(text.plain[: told.start(3)], told["between"]):
            continue
        asked, cut, left = (amount_of(told[n], told[n + 1]) for n in (1, 3, 6))
        unit = left.unit
        due = asked.to(unit).value - cut.to(unit).value
        if abs(due - left.value) > rounding((asked, cut, left), unit):
            yield Result(
                text.path,
                f"{asked} 减去 {cut} 得 {Amount(due, unit)}，文字写 {left}",
                "请核对三个金额",
                str(left),
                str(Amount(due, unit)),
            )


def _of_rate(text: Passage) -> Iterator[Result]:
    match = _RATED.search(text.plain)
    if match is None or _SPLIT.search(match[0]):
        return
    asked, cut = (amount_of(match[n], match[n + 1]) for n in (1, 3))
    told, due = number_of(match[5]), percentage(cut.to(asked.unit).value, asked.value)
    if due is not None and abs(due - told) > half_digit(told):
        yield Result(
            text.path,
            f"{cut} 是 {asked} 的 {percent(due)}，文字写「{text.quoted(match)}」",
            "请核对核减的金额和比例",
            percent(told),
            percent(due),
        )


def _is_of_the_same(before: str, between: str) -> bool:
    """Whether what is left names nobody, or only who was asked for the whole."""
    if not all(who in before for who in _WHOSE.findall(between)):
        return False
    return _SOMEBODY.search(_WHOSE.sub("", between)) is None


def _of_points(text: Passage) -> Iterator[Result]:
    for pattern, places in _REVIEWS:
        for match in pattern.finditer(text.plain):
            own, reviewed, taken = (Decimal(match[place]) for place in places)
            if own - reviewed != taken:
                yield Result(
                    text.path,
                    f"自评 {points(own)}减去复核 {points(reviewed)}得 {points(own - reviewed)}，"
                    f"文字写 {points(taken)}",
                    "请核对三个分数",
                    points(taken),
                    points(own - reviewed),
                )
                return
