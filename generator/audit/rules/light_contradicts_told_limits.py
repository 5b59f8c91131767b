"""预警等级与写明的界限不符。

文件写明偏离多少为绿、黄、红，某一行的预警却不是它的偏离度所在的一档。

原因：预警是给人看的，界限就印在表上；红的标成黄的，该纠偏的就没有人纠偏。

公式：资金说明、结论说明、意见或正文中，有两档以上“不足10%为绿，10%及以上不足20%为黄，20%及以上为
红”一类的写法；各行「其他栏」中“预警”一栏写明颜色，同一行有一栏百分数，栏名（去
掉“预计、实际”）在界限那段文字里出现。按绝对值看落在哪一档；恰在界限上而没有写明含不含的不核对。

依据：绩效运行监控按偏离程度预警（财预〔2019〕136号和各地办法），以文件写明的界限为准。

反例：偏离度 -24.00%，20%及以上为红，预警写“黄”。

正例：同上，预警写“红”。

改法：核对偏离度、界限和预警。
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.money import parse_percent
from generator.values.text import half_width

SEVERITY = Severity.WARNING
NEEDS = (needs.UNDER_WAY, needs.ROWS, needs.LIGHTS)

_COLOURS = "绿黄橙红蓝"
_LIGHT = lazily(rf"(?:为|是|显示|亮|标|列为|预警为|作)[“「]?([{_COLOURS}])")
_CLAUSE = lazily(r"[，,；;。、\n]")
_NUMBER = lazily(r"(?<![\d.])(\d{1,3}(?:\.\d{1,2})?)%", re.ASCII)
_COLUMN = "预警"
_ESTIMATED = lazily("预计|实际|目标|全年")
_FLOOR = lazily(r"%[（(]?(?:[及含][）)]?)?以上|≥|>=|不低于|大于等于")
_OVER = lazily("超过|大于|高于|>")
_UNDER = lazily(r"不足|小于|低于|<|不到|%以[内下]")
_CEILING = lazily(r"≤|<=|不超过|不高于|%[（(]?[及含][）)]?以[内下]")
_FEWEST = 2


class _Band(NamedTuple):
    colour: str
    low: Decimal
    high: Decimal
    holds_low: bool | None
    """None where the text does not say."""
    holds_high: bool | None

    def holds(self, number: Decimal) -> bool | None:
        """Whether a deviation is in it; None where the text leaves that open."""
        if number == self.low:
            return self.holds_low
        if number == self.high:
            return self.holds_high
        return self.low < number < self.high


def check(subject: Subject) -> Iterator[Result]:
    """At the row."""
    lit = [(row, extra) for row in subject.leaves if (extra := _texts(row.indicator.extra))]
    for told in _tellings(subject):
        bands = tuple(_bands(told))
        if len({band.colour for band in bands}) < _FEWEST:
            continue
        for row, extra in lit:
            shown = extra.get(_COLUMN, "")
            colour = next((sign for sign in shown if sign in _COLOURS), "")
            named = [
                number
                for name, value in extra.items()
                if (number := parse_percent(value)) is not None and _ESTIMATED.sub("", name) in told
            ]
            if colour and len(named) == 1:
                held = {band.colour: band.holds(abs(named[0])) for band in bands}
                due = [one for one, holds in held.items() if holds]
                if len(due) == 1 and due[0] != colour and None not in held.values():
                    yield Result(
                        row.at("extra"),
                        f"{row.name}偏离 {named[0]}%，按写明的界限应为「{due[0]}」，"
                        f"写的是「{colour}」",
                        "请核对偏离度、界限和预警",
                        colour,
                        due[0],
                    )
        return


def _texts(extra: Mapping[str, str | tuple[str, ...]]) -> Mapping[str, str]:
    return {name: value for name, value in extra.items() if isinstance(value, str)}


def _tellings(subject: Subject) -> Iterator[str]:
    """The texts that may tell the limits."""
    document = subject.evaluation
    funds = subject.item.funds
    for text in (
        funds.explanation if funds else None, document.result.note, document.result.opinion,
        document.source.note, *(section.text for section in document.sections),
    ):  # fmt: skip
        if text and "%" in half_width(text) and _LIGHT.search(text):
            yield half_width(text)


def _bands(text: str) -> Sequence[_Band]:
    bands = []
    for clause in _CLAUSE.split(text):
        light, numbers = _LIGHT.search(clause), [Decimal(n) for n in _NUMBER.findall(clause)]
        if light and numbers:
            bands.append(_band(light[1], clause, numbers))
    return bands


def _band(colour: str, clause: str, numbers: Sequence[Decimal]) -> _Band:
    low_held = True if _FLOOR.search(clause) else False if _OVER.search(clause) else None
    high_held = True if _CEILING.search(clause) else False if _UNDER.search(clause) else None
    if len(numbers) > 1:
        return _Band(colour, min(numbers), max(numbers), low_held, high_held)
    is_top = low_held is not None and not (high_held is not None and _CEILING.search(clause))
    if is_top:
        return _Band(colour, numbers[0], Decimal("Infinity"), low_held, None)
    return _Band(colour, Decimal(-1), numbers[0], None, high_held)
