"""Products of what is for each with how many there are: `12个村，每村15万元，合计180万元`.

What is for each carries the units that it is for (`每天每个食堂40餐`), and each of them wants one
figure of the sentence. Where all figures before the outcome are used up, and its unit is the one
that is left, no other reading is possible.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.audit.dossier.arithmetic.readings import Reading, Span
from generator.audit.dossier.claims.figures import Figure
from generator.audit.dossier.quantities import PEOPLE
from generator.values.lazily import lazily

SIGN = lazily(r"(?:每|均|单[价台套件个辆张座间份册本])[^\d。；\n]{0,12}\d", re.ASCII)
_EACH = lazily(
    r"(?:每个?|单(?=[台套件个辆张座间份册本]))(平方米|立方米|公里|千米|人次|课时|小时|[\u4e00-\u9fff]{1,2}?)"
    r"(?=每|[\u4e00-\u9fff]{0,8}$)"
)
_MEAN_OF = lazily("([人户亩日月村校场期床])均")
_MEAN = lazily("均|造价|成本")
"""Words of a mean, which `told-division-mismatch` reckons the other way round."""
_PRICE = lazily("(?:单价|综合单价)[为是约]{0,2}$")
_ALIKE = {
    **dict.fromkeys((*PEOPLE, "生", "学生", "老人"), "人"),
    "日": "天", "月": "个月", "校": "所", "床": "张",
}  # fmt: skip
_STANDARD = lazily(r"(?:每[\u4e00-\u9fff]{1,4}){1,2}\s?\d[\d,.]*\s?万?元", re.ASCII)
_OUTCOME = lazily(
    "(?:(?P<sure>共计|合计|总计|累计|总价|总造价|共需?|计|需|测算为)|支出|投资|补助|发放|拨付|补贴|费用|资金)"
    "(?:资金|补助|支出|安排|下达|投入|收入|投资|金额|经费|费用|补贴|发放|需要?|服务|巡查|培训|放映|演出|检查|[为需约达]){0,2}$"
)
_AGES = lazily(r"(?:\d{1,3}\s?[至到—–~～-]{1,2}\s?)?\d{1,3}\s?周?岁", re.ASCII)
_PEOPLE = frozenset(("人", "人次"))
_PER_YEAR = frozenset(("年", "个月", "季度"))
_NO_UNITS = frozenset(("", "%", "‰", "分", "倍", "个百分点"))
_MONTHS = Decimal(12)
_FEWEST, _MOST = 2, 6


def standard_of(sentence: str) -> str:
    """What the only figure for each of something is, `每亩100元`, which the next may go on from."""
    told = _STANDARD.findall(sentence) if sentence.count("每") <= _FEWEST else []
    return told[0] if len(told) == 1 else ""


class _Factor(NamedTuple):
    figure: Figure
    of: str
    """Its own unit, as `每` names it."""
    each: Sequence[str]
    """What it is for each of."""


def products(span: Span, n: int) -> Iterator[Reading]:
    """What the figures before an outcome come to, multiplied."""
    one = span.figures[n]
    match = _OUTCOME.search(span.own(one))
    if n < _FEWEST or one.unit in _NO_UNITS or "每" in span.own(one):
        return
    factors = [_factor(span, other) for other in _counting(span, n)]
    if len(factors) > _MOST or not any(factor.each for factor in factors):
        return
    number = _multiplied(span, factors, one.unit)
    if number is not None:
        value, is_whole = number
        how = "乘以".join(factor.figure.said for factor in factors)
        used = [factor.figure for factor in factors if factor.each or factor.figure.value != 1]
        yield Reading(
            value, _near(factors) + one.half, how, used, bool(match and match["sure"]) and is_whole
        )


def _counting(span: Span, n: int) -> Iterator[Figure]:
    """The figures before a place; ages are of the people who are counted, and no number of them."""
    ages = [match.span() for match in _AGES.finditer(span.plain)]
    for one in span.figures[:n]:
        if not any(start <= one.start < end for start, end in ages):
            yield one


def _factor(span: Span, one: Figure) -> _Factor:
    own = one.lead
    each = [_ALIKE.get(word, word) for word in _EACH.findall(own)]
    each += [_ALIKE.get(word, word) for word in _MEAN_OF.findall(own)]
    if _PRICE.search(own):
        each = ["件"]
    return _Factor(one, one.unit or span.behind(one)[:1], each)


def _multiplied(
    span: Span, factors: Sequence[_Factor], unit: str
) -> tuple[Decimal, bool] | None:  # fmt: skip
    """The product of all, and whether nothing of it was left to guess; None where units remain."""
    alike = _PEOPLE if unit in _PEOPLE else {unit}
    heads = [factor for factor in factors if factor.each and factor.of in alike]
    if len(heads) != 1 or _MEAN.search(heads[0].figure.lead):
        return None
    value, free = Decimal(1), [factor for factor in factors if factor is not heads[0]]
    wanted, is_whole = list(heads[0].each), True
    value *= heads[0].figure.value
    while wanted:
        word = wanted.pop()
        found = [factor for factor in free if _is_of(span, factor, word)]
        if not found and word in _PER_YEAR and not any(one.of == word for one in free):
            if word == "个月":
                value *= _MONTHS
            is_whole = is_whole and word != "个月"
            continue
        if len(found) != 1:
            return None
        value *= found[0].figure.value
        wanted += found[0].each
        free.remove(found[0])
    is_used_up = all(factor.figure.value == 1 for factor in free)  # `设备1批`
    return (value, is_whole) if is_used_up else None


def _is_of(span: Span, factor: _Factor, word: str) -> bool:
    """Whether a figure counts what another is for each of: `12个村` for 每村."""
    if factor.figure.unit in _NO_UNITS and factor.of != word:
        return False
    if word == "件" and not factor.each:
        return factor.figure.unit not in ("元", *_NO_UNITS)
    if word == "个月":
        return factor.of == word
    noun = span.behind(factor.figure)
    alike = word in (factor.of, factor.of[:1], factor.of[-1:]) or word.startswith(factor.of)
    return alike or noun.startswith(word) or (factor.of in ("个", "家") and word in noun[:4])


def _near(factors: Sequence[_Factor]) -> Decimal:
    """How far the product may be off, by the last digits of what it is made of."""
    whole = Decimal(1)
    for factor in factors:
        whole *= factor.figure.value
    return sum(
        (whole / f.figure.value * f.figure.half for f in factors if f.figure.value), Decimal(0)
    )
