"""平均数、倍数算不出来。

文字写的日均、人均、覆盖倍数，用同一处写的总数和天数、人数等除不出来。

原因：除数和被除数就写在旁边，读者一算就知道不对。

公式：（1）写有“日均、月均、人均、户均、平均每天”等的数，同一段文字（有几个的，看同一句话里前面）
恰有一个相应的除数（天、个月、人、户等），被除数是同一段文字里同一单位的数，或本行的完成值；写“每
人每月、人均每月”的，还要除以写明的月数，没有写而写有“全年”的除以 12；设计、规模、能力不是平均数；
“亩均、村均、床均”“每平方米（公里、座等）造价、成本”同样看；写在后面的总数没有“共、合、总”字的，只
看与相乘的数差一位、相邻两位颠倒的；增收、收入等不由项目金额除得；（2）写有“倍数”的数（没有单位），
被除数和除数是同一段文字里、以及同一张表其他行说明里的金额，其中“本息合计”“本息”后的金额是除数，“
收益”“收入”“可用于”后的金额是被除数。每晚、每夜、每日的除数都是天数；写“约、近、超过”的，相差不到
百分之五的不提示。除得的数，四舍五入后都不等于所写的数，而且与其中一个相差不超过三成的，提示（相差
更多的，多半不是这两个数相除）。

依据：通行的文字核对要求：数据互相印证。只作提示。

反例：完成值 1216 万吨，说明写“全年366天，日均3.62万吨”（应为 3.32）。

正例：同上，写“日均3.32万吨”。

改法：核对总数、除数和得出的数。
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.arithmetic.means import divisors_of, is_mean, may_be, unit_of
from generator.audit.dossier.prose import Passage
from generator.audit.dossier.quantities import (
    Quantity,
    measured_in,
    sentence_of,
)
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.source import At
from generator.values.lazily import lazily
from generator.values.money import UNSIGNED, grouped, half_digit, parse, rounded
from generator.values.told_money import SIGN

SEVERITY = Severity.HINT
NEEDS = (needs.UNDIVIDED,)

_HINT = lazily("均|每|倍数")
_HINT_OR_MONEY = lazily(f"{_HINT.pattern}|{SIGN}")
_ABOUT = lazily("(?:大?约|近|超过?|逾|达到?)$")
_ROUGH = Decimal("0.05")
"""How far a mean told roughly may be from the exact one."""
_MONTHLY = lazily(r"(?:每[\u4e00-\u9fff]{1,2}|[人户家场]均)每?个?月")
_YEAR = Decimal(12)
_MULTIPLE = lazily(rf"倍数[^\d，,。；]{{0,4}}({UNSIGNED})(?![\d.%])", re.ASCII)
_DUE = lazily("本息(?:合计|和)?[为共计]{0,2}$|应还本息[为共计]{0,2}$|债务本息[为共计]{0,2}$")
_COVERING = lazily(
    "(?:净?收[益入]|可用于[^，,。；]{0,8}|[合共]计)[为共计]{0,2}$|可偿债资金[为共计]{0,2}$"
)
_OF_MULTIPLES = ("explanation", "text", "note", "actual")
_FAR = Decimal("0.3")
_PLACES = 4


class _Whole(NamedTuple):
    """What a mean may be of."""

    value: Decimal
    half: Decimal
    unit: str


def check(subject: Subject) -> Iterator[Result]:
    """At the text."""
    prose = subject.texts.prose
    is_covered = "倍数" in prose.plain
    amounts: list[Quantity] = []
    for text in prose.holding(_HINT_OR_MONEY if is_covered else _HINT):
        if is_covered and SIGN in text.plain and text.path[-1] in _OF_MULTIPLES:
            amounts += text.quantities
        if _HINT.search(text.plain):
            yield from _means(text, _of_its_row(subject, text.path))
            yield from _multiples(text.path, text.plain, amounts)


def _of_its_row(subject: Subject, at: At) -> Sequence[_Whole]:
    """The actual value of the row that a text stands in, or explains."""
    rows = subject.leaves if at[-1] in ("explanation", "actual") else ()
    indicator = next((row.indicator for row in rows if row.path == at[:-1]), None)
    if indicator is None or (number := indicator.actual_number) is None:
        return ()
    worth, unit = measured_in(indicator.counted_in)
    return (_Whole(number * worth, half_digit(number) * worth, unit),)


def _means(text: Passage, more: Sequence[_Whole]) -> Iterator[Result]:
    of_unit: dict[str, list[Quantity]] = defaultdict(list)
    means: dict[str, list[Quantity]] = defaultdict(list)
    for one in text.quantities:
        of_unit[one.unit].append(one)
        if is_mean(one):
            means[one.unit].append(one)
    for alike in means.values():
        if len(alike) > 1:  # which of them a whole belongs to is not told
            continue
        (mean,) = alike
        if not (unit := unit_of(mean)):
            continue
        divisors = divisors_of(text, mean, unit)
        if len(divisors) > 1:  # the sentence may tell which of them
            sentence = sentence_of(text.plain, mean.start)
            start = text.plain.find(sentence)
            divisors = [one for one in divisors if start <= one.start < mean.start]
        months = _months(mean, of_unit["个月"], text.plain)
        if len(divisors) != 1 or months is None:
            continue
        by = divisors[0].value * months
        wholes = [
            (
                one.value,
                max(one.half, _ROUGH * one.value) if _ABOUT.search(one.before) else one.half,
            )
            for one in of_unit[mean.unit]
            if one not in (mean, divisors[0])
            and not is_mean(one)
            and may_be(text.plain, mean, one, by)
        ]
        wholes += [(whole.value, whole.half) for whole in more if whole.unit == mean.unit]
        yield from _differing(text.path, mean, wholes, divisors[0], months)


def _months(mean: Quantity, told: Sequence[Quantity], text: str) -> Decimal | None:
    """How many months a mean divides by too; None where that is not told."""
    if not _MONTHLY.search(mean.before):
        return Decimal(1)
    if told:
        return told[0].value if len(told) == 1 and told[0].value else None
    return _YEAR if "全年" in text else None


def _differing(
    at: At,
    mean: Quantity,
    wholes: Sequence[tuple[Decimal, Decimal]],
    by: Quantity,
    months: Decimal,
) -> Iterator[Result]:
    number = by.value * months
    quotients = [(whole / number, half / number) for whole, half in wholes]
    rough = _ROUGH * mean.value if _ABOUT.search(mean.before) else Decimal(0)
    near = max(mean.half, rough)
    if any(abs(number - mean.value) <= near + half for number, half in quotients):
        return
    close = [n for n, _ in quotients if abs(n - mean.value) <= _FAR * mean.value]
    if close:
        due = mean.likewise(close[0])
        divisor = by.said if months == 1 else f"{by.said}、{grouped(months)}个月"
        yield Result(
            at,
            f"文字写「{mean.before}{mean.said}」，总数除以{divisor}为 {due}",
            "请核对总数、除数和平均数",
            mean.said,
            due,
        )


def _multiples(at: At, text: str, amounts: Sequence[Quantity]) -> Iterator[Result]:
    for match in _MULTIPLE.finditer(text):
        stated = parse(match[1])
        due = [one.value for one in amounts if _DUE.search(one.before) and one.value]
        covering = [one.value for one in amounts if _COVERING.search(one.before)]
        quotients = [above / below for above in covering for below in due if above not in due]
        if stated is None or not quotients:
            continue
        if any(abs(number - stated) <= half_digit(stated) for number in quotients):
            continue
        near = [number for number in quotients if abs(number - stated) <= _FAR * stated]
        if near:
            shown = grouped(rounded(near[-1], _PLACES))
            yield Result(
                at,
                f"文字写「{match[0]}」，按写明的收入和本息相除为 {shown}",
                "请核对收入、本息和倍数",
                match[1],
                shown,
            )
