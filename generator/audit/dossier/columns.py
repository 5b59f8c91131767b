"""The columns of a project that hold one figure, and what texts tell of them."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.audit.dossier.quantities import sentence_of
from generator.model.items import Item
from generator.values.lazily import lazily
from generator.values.money import UNSIGNED, Unit, half_digit, parse
from generator.values.sentences import said_before
from generator.values.text import half_width

_SHORTEST = 3
_UNITS = {
    **{unit.label: (Decimal(unit.yuan), "元") for unit in Unit},
    "年": (Decimal(1), "年"), "个月": (Decimal(1), "月"), "月": (Decimal(1), "月"),
    "天": (Decimal(1), "天"), "%": (Decimal(1), "%"), "亩": (Decimal(1), "亩"),
}  # fmt: skip
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_VALUE = lazily(rf"({UNSIGNED})\s?({_UNIT})?", re.ASCII)
_TOLD = lazily(rf"(?:[为是共达计]|合计){{0,2}}:?\s?({UNSIGNED})\s?({_UNIT})", re.ASCII)
_MONEY = lazily("投资|金额|资金|概算|额度|规模")
_REVISED = lazily("原|调整|拟|计划|上年|去年|批次|分期|第[一二三]|平均|剩余")
_UNCLEAR = lazily("约|[超高低少]|其中|左右")
_ENDS = "，,。；;\n"
_CLOSE = lazily(r"[\n，,。；;：:、（(]|^|[的目，]")
_TERM = "期限"
_THINGS = lazily("债券|国债|贷款|借款|融资|租赁|合同|合作|特许经营|协议|存款|担保")
"""What may have a term of its own."""


class Column(NamedTuple):
    """A column with one figure."""

    name: str
    value: Decimal
    kind: str
    """What its figure is in, whatever its unit: 万元 and 亿元 are both money."""
    said: str


class Mention(NamedTuple):
    """A figure straight behind the name of a column."""

    start: int
    end: int
    figure: str
    is_right: bool
    is_clear: bool


def columns(item: Item) -> Iterator[Column]:
    """The columns of its project that are of three signs or more."""
    own = half_width(item.funds.unit.label) if item.funds else ""
    for name, value in item.project.extra.items() if item.project else ():
        cell = _VALUE.fullmatch(half_width(value).strip()) if isinstance(value, str) else None
        unit = cell and (cell[2] or (own if _MONEY.search(name) else ""))
        number = parse(cell[1]) if cell else None
        if cell and unit and number is not None and len(name) >= _SHORTEST:
            worth, kind = _UNITS[unit]
            yield Column(half_width(name), number * worth, kind, str(value))


def mentions(column: Column, text: str) -> Iterator[Mention]:
    """What a half-width text tells of it, in its kind of unit.

    Of a term its name may be cut short: `专项债券2.4亿元，期限20年`.
    """
    for start, match in _behind(column.name, text):
        number, (worth, kind) = parse(match[1]), _UNITS[match[2]]
        if number is None or kind != column.kind:
            continue
        before = text[max(0, start - 1) : start]
        clause = said_before(text, start, ends=_ENDS) + match[0]
        is_unclear = _REVISED.search(sentence_of(text, start)) or _UNCLEAR.search(clause)
        yield Mention(
            start,
            match.end(),
            f"{match[1]}{match[2]}",
            abs(number * worth - column.value) <= half_digit(number) * worth,
            not is_unclear and (not before or _CLOSE.search(before) is not None),
        )


def _behind(name: str, text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Where a text gives a figure straight behind a name, or the end of it."""
    thing = name.removesuffix(_TERM)
    sought = _TERM if name.endswith(_TERM) and _THINGS.search(thing) else name
    at = text.find(sought)
    while at >= 0:
        end = at + len(sought)
        match = _TOLD.match(text, end)
        if match and text.endswith(name, 0, end):
            yield end - len(name), match
        elif match and sought != name and text[max(0, at - 1) : at] in _ENDS:
            before = said_before(text, at, ends="。；;\n")
            things = _THINGS.findall(before)
            if things and things[-1] in thing:
                yield at, match
        at = text.find(sought, end)
