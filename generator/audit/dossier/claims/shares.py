"""Shares that sentences tell in words: `超过一半`, `占三成多`, `近三分之二`."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit.dossier.claims.figures import (
    NO_PARTS,
    Claim,
    Figure,
    clause_start,
    figures,
)
from generator.values.lazily import lazily
from generator.values.money import percent, percentage

SIGN = lazily("半|成(?<=[一二三四五六七八九]成)|分之")
"""What a text holds that may tell a share in words."""
_DIGITS = "一二三四五六七八九十"
_SHARE = lazily(
    r"[，,]?(?:仅|约)?[占达为]?(?:到|了)?(?:总[\u4e00-\u9fff]{0,4}的?|全部的?|其中的?|[\u4e00-\u9fff]{2,6}的)?"
    r"(?P<near>近|接近|不足|不到)?(?P<over>超过|超|逾|过)?"
    rf"(?:(?P<half>一半|半数|半)|(?P<tenths>[{_DIGITS}])成(?P<five>半|[一二三四五六七八九])?"
    rf"|(?P<of>[{_DIGITS}])分之(?P<parts>[{_DIGITS}]))(?P<more>多|以上)?(?=[，,。；;、）)]|$)"
)
_BEHIND = lazily("[\u4e00-\u9fff“”]{2,16}(?=[，,](?:仅|约)?占)")
"""What those did or said who are a part: `148名认为及时，占八成`."""
_OF, _SHARED = lazily("的"), lazily("^[，,]?占[^，,]{0,14}$")
_UNCLEAR = lazily("每|上年|计划|目标|同期|[比较]|由|从|缩短|下降|减少|增加|增长")
_NEAR, _TENTH, _HALF, _SLACK = Decimal(4), Decimal(10), Decimal(50), Decimal(1)


def shares(sentence: str) -> Iterator[Claim]:
    """Every share in words that no whole before its part gives; of a half-width sentence."""
    told = figures(sentence)
    for n, part in enumerate(told):
        behind = _BEHIND.match(sentence, part.end)
        match = _SHARE.match(sentence, behind.end() if behind else part.end)
        if n and part.unit not in NO_PARTS and (of := _OF.match(sentence, part.end)):
            yield from _of_whole(sentence, told[n - 1], part, of)
        if n == 0 or match is None or part.unit in NO_PARTS:
            continue
        wholes = [one for one in told[:n] if one.unit == part.unit and one.value > part.value]
        if not wholes or _UNCLEAR.search(sentence[wholes[0].start : match.end()]):
            continue
        least, most = _bounds(match)
        rates = [_rate(part, whole) for whole in wholes]
        if not any(least <= rate <= most for rate in rates):
            due = percent(rates[-1])
            start = clause_start(sentence, part.start)
            yield Claim(
                sentence[start : match.end()], match[0].lstrip("，,"), due,
                f"{part.said}是{wholes[-1].said}的 {due}",
            )  # fmt: skip


def _of_whole(
    sentence: str, part: Figure, whole: Figure, of: re.Match[str]
) -> Iterator[Claim]:  # fmt: skip
    """`1860万元，占总额6200万元的三成`."""
    match = _SHARE.match(sentence, of.end())
    if match is None or not _SHARED.search(whole.lead) or part.unit != whole.unit:
        return
    least, most = _bounds(match)
    if whole.value > part.value and not least <= _rate(part, whole) <= most:
        due = percent(_rate(part, whole))
        start = clause_start(sentence, part.start)
        how = f"{part.said}是{whole.said}的 {due}"
        yield Claim(sentence[start : match.end()], match[0], due, how)


def _rate(part: Figure, whole: Figure) -> Decimal:
    return percentage(part.value, whole.value) or Decimal(0)


def _bounds(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    """Between what the words may mean, in per cent."""
    if match["half"]:
        middle = _HALF
    elif match["tenths"]:
        middle = _number(match["tenths"]) * _TENTH + _units(match["five"])
    else:
        middle = _number(match["parts"]) * 100 / _number(match["of"])
    if match["five"] not in (None, "半") and not match["near"]:
        is_more = match["over"] or match["more"]
        return middle - _SLACK, middle + (_TENTH if is_more else _SLACK)
    if match["near"]:
        return middle - _TENTH, middle + _SLACK
    if match["over"] or match["more"]:
        top = Decimal(100) if match["half"] else middle + _TENTH
        return middle - _SLACK / 2, top
    return middle - _NEAR, middle + _NEAR


def _units(sign: str | None) -> Decimal:
    return Decimal(0) if sign is None else _TENTH / 2 if sign == "半" else _number(sign)


def _number(sign: str) -> Decimal:
    return Decimal(_DIGITS.index(sign) + 1)
