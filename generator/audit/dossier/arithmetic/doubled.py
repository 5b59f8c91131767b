"""Doublings told in words: `由480个增至760个，翻了一番`."""

from collections.abc import Iterator
from decimal import Decimal

from generator.audit.dossier.claims.figures import NO_PARTS, Claim, clause_start, figures
from generator.values.lazily import lazily
from generator.values.money import grouped, rounded

SIGN = lazily("[番倍](?:以上|多|有余)?(?:[，,。；]|$)|翻番")
_DOUBLED = lazily(
    "(?:实现|接近|近|基本|将近|超|已)?(?:翻了?(?P<times>[一两二三])番|翻番|翻了?一倍|增[长加]了?一倍)(?P<more>多|以上|有余)?"
)
_FROM, _TO = lazily("[由从]"), lazily("[到至为达](?:20\\d\\d年|今年|本年|目前)?的?$")
_NEAR = lazily("接近|近|将近|基本|约|左右|不足|差")
_TIMES = {"一": 2, "两": 4, "二": 4, "三": 8}
_LEAST, _MOST, _PAIR = Decimal("0.95"), Decimal("1.45"), 2


def doubled(sentence: str) -> Iterator[Claim]:
    """Every doubling of a half-width sentence that its two figures do not bear out."""
    for match in _DOUBLED.finditer(sentence):
        told = [one for one in figures(sentence) if one.end <= match.start()]
        if len(told) != _PAIR or _NEAR.search(sentence[told[-1].end : match.end()]):
            continue
        base, new = told
        if base.unit != new.unit or base.unit in NO_PARTS or not base.value:
            continue
        if not _FROM.search(base.lead) or not _TO.search(new.lead):
            continue
        ratio, due = new.value / base.value, _TIMES[match["times"] or "一"]
        if not _LEAST * due <= ratio <= _MOST * due:
            times = f"{grouped(rounded(ratio, _PAIR))}倍"
            start = clause_start(sentence, base.start)
            how = f"{new.said}是{base.said}的 {times}"
            yield Claim(sentence[start : match.end()], match[0], times, how)
