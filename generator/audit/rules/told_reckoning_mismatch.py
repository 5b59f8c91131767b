"""一句话里的加减、增幅算错。

一句话写了预算、支出和结余，各部分得分与合计，或者增减前后的数与增幅，算不出来。

原因：几个数就写在一句话里，读者一算就知道不对。

公式：（1）“预算（到位、收入、下达）……A，支出（使用、执行）……B，结余（结转、剩余、余）……C”，A − B
≠C；（2）三个以上“得N分”依次列出，最后写“合计（共计、总计）N分”，相加不等；（3）“由（从）A增加（增
长、提高）到（至）B，增长（增幅、提高）N%”及减少、下降，(B − A) ÷ A ≠ N%，“B，比上年的A增长N%”也这
样；单位相同、都不是比率的才算。（1）和（3）允许所列末位数的一半。写有约、其中、加分、扣除、收回、调整、
上年结转、每、百分点、年均的句子不核对。

依据：通行的文字核对要求：数据互相印证。只作提示。

反例：“全年预算400万元，支出392万元，结余18万元”（应为 8 万元）。

正例：同上，结余 8 万元。

改法：核对句中的几个数。
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.prose import Passage
from generator.audit.subject import Subject
from generator.audit.wording import points
from generator.diagnostics import Severity
from generator.values.money import (
    UNSIGNED,
    Amount,
    fits,
    number_of,
    percent,
    percentage,
    rounded,
    rounding,
)
from generator.values.told_money import MONEY, amount_of

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE,)

_GAP = r"[^\d，,。；]{0,8}"
_BALANCE = re.compile(
    rf"(?:预算|到位|收入|下达){_GAP}{MONEY}[，,、]{_GAP}(?:支出|使用|执行|支付){_GAP}{MONEY}[，,、]"
    rf"{_GAP}(?:结余|剩余|尚余|结转){_GAP}{MONEY}",
    re.ASCII,
)
_POINTS = re.compile(rf"得分?为?\s?({UNSIGNED})\s?分", re.ASCII)
_TOGETHER = re.compile(rf"(?:合计|共计|总计)[为得]{{0,2}}\s?({UNSIGNED})\s?分", re.ASCII)
_CHANGE = re.compile(
    rf"[由从][^\d。；，,]{{0,10}}(?:(?:19|20)\d\d年的?)?[^\d。；，,]{{0,6}}({UNSIGNED})\s?([^\d\s，,。；]{{0,4}}?)"
    rf"(?:增加|增长|提高|上升|扩大|减少|下降|降低|降|升|增|减)[到至为](?:(?:19|20)\d\d年的?)?({UNSIGNED})\s?([^\d\s，,。；]{{0,4}})"
    rf"[，,][^\d。；，,]{{0,4}}(?:增长|增幅|提高|上升|增加|减少|下降|降低|降幅)[^\d。；，,]{{0,4}}?({UNSIGNED})\s?%",
    re.ASCII,
)
_COMPARED = re.compile(
    rf"({UNSIGNED})\s?([^\d\s，,。；]{{1,4}})[，,]?(?:比|较)(?:上年|去年|(?:19|20)\d\d年)(?:同期)?的?"
    rf"({UNSIGNED})\s?([^\d\s，,。；]{{1,4}}?)(?:增长|增加|提高|上升|减少|下降|降低)了?\s?({UNSIGNED})\s?%",
    re.ASCII,
)
"""`32.4万人次，比上年的27万人次增长25%`: what it came to stands first."""
_UNCLEAR = re.compile("约|其中|加分|扣除|收回|调整|上年结转|每|百分点|年均")
_FEWEST, _PLACES = 3, 4


def check(subject: Subject) -> Iterator[Result]:
    """At the text, once for each."""
    prose = subject.texts.prose
    money, sums, shares = prose.of_money, prose.with_sign("计"), prose.with_sign("%")
    for reckon, texts in ((_balance, money), (_points, sums), (_change, shares)):
        for text in texts:
            if text.path[0] != "exceptions":
                yield from _first(reckon, text)


def _first(reckon: Callable[[Passage, str], Result | None], text: Passage) -> Iterator[Result]:
    for sentence in text.sentences:
        result = reckon(text, sentence)
        if result and not _UNCLEAR.search(sentence):
            yield result
            return


def _balance(text: Passage, sentence: str) -> Result | None:
    match = _BALANCE.search(sentence) if "余" in sentence or "转" in sentence else None
    if match is None:
        return None
    whole, spent, left = (amount_of(match[n], match[n + 1]) for n in (1, 3, 5))
    due = whole.to(left.unit).value - spent.to(left.unit).value
    if abs(due - left.value) <= rounding((whole, spent, left), left.unit):
        return None
    shown = str(Amount(due, left.unit))
    message = f"{whole} 减去 {spent} 得 {shown}，文字写 {left}"
    return Result(text.path, message, "请核对句中的几个数", str(left), shown)


def _points(text: Passage, sentence: str) -> Result | None:
    together = _TOGETHER.search(sentence)
    parts = (
        [number_of(n) for n in _POINTS.findall(sentence[: together.start()])] if together else []
    )
    if together is None or len(parts) < _FEWEST or sum(parts) == number_of(together[1]):
        return None
    due = points(rounded(sum(parts, Decimal(0)), _PLACES))
    said = points(number_of(together[1]))
    message = f"各部分得分相加为 {due}，文字写 {said}"
    return Result(text.path, message, "请核对句中的几个数", said, due)


def _change(text: Passage, sentence: str) -> Result | None:
    grown, compared = _CHANGE.search(sentence), _COMPARED.search(sentence)
    match = grown or compared
    if match is None or (match[2] and match[2] != match[4][: len(match[2])]):
        return None
    before, after, told = (number_of(match[n]) for n in ((1, 3, 5) if grown else (3, 1, 5)))
    rate = percentage(abs(after - before), before)
    if rate is None or fits(told, rate) or "%" in (match[2][:1], match[4][:1]):
        return None
    return Result(
        text.path,
        f"文字写「{text.as_typed(match[0])}」，算得 {percent(rate)}",
        "请核对句中的几个数",
        f"{told}%",
        percent(rate),
    )
