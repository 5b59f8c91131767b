"""A paragraph that tells how many projects were evaluated: `绩效自评项目4个，平均98.6分`.

Accounts and budgets of departments hold no more of it. It is offered as a notice of results.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from generator.importers.context import Context
from generator.importers.ledger import Confidence
from generator.importers.outline import Paragraph
from generator.importers.values import UNITS
from generator.source import At
from generator.values.money import parse
from generator.values.text import half_width
from generator.values.told_money import MONEY

_COUNT = re.compile(
    r"项目(?:共|共计|总数|为|计)?\s?(?P<behind>\d{1,4})\s?个|(?P<before>\d{1,4})\s?个(?:[^，。；;\d]{0,8})项目"
)
_ABOUT = re.compile(r"绩效|自评|评价")
_MONEY = re.compile(
    rf"(?:涉及|覆盖|对应)(?:财政)?(?:拨款|支出|预算)?(?:资金|金额|预算)?(?:总额|共计|合计|共|为|总计)?\s?{MONEY}",
    re.ASCII,
)
KIND = "results_notice"
_BUDGET = "adjusted_budget"


def read(context: Context, paragraphs: Sequence[Paragraph], at: At = ()) -> int | None:
    """Put the paragraphs with their figures; how many projects they tell of, None for no such."""
    told = [one for one in paragraphs if _tells(one)]
    if not told:
        return None
    ledger = context.gathering.ledger
    spans = [ledger.span(one) for one in told]
    text = "\n\n".join(one.text.strip() for one in told)
    context.put_spans((*at, "result", "opinion"), text, spans)
    context.put_spans((*at, "evaluation_type"), KIND, spans[:1], confidence=Confidence.INFERRED)
    for paragraph in told:
        _money(context, paragraph, at)
    counts = [match for one in told if (match := _COUNT.search(half_width(one.text)))]
    return int(counts[0]["behind"] or counts[0]["before"]) if len(counts) == 1 else None


def read_money(context: Context, paragraphs: Sequence[Paragraph], at: At = ()) -> None:
    """Put the money that a notice says its projects have, where their own amounts make it up."""
    values = context.gathering.values
    unit = values.get((*at, "items", 0, "funds", "unit"))
    if unit is None or context.gathering.has(*at, "funds", "stated_total", _BUDGET):
        return
    listed = [
        values.get((*at, "items", n, "funds", "stated_total", _BUDGET))
        for n in range(context.gathering.length(*at, "items"))
    ]
    amounts = [parse(one.text) if one is not None else None for one in listed]
    whole = sum((one for one in amounts if one is not None), Decimal(0))
    if None in amounts:
        return
    for paragraph in paragraphs:
        told = list(_MONEY.finditer(half_width(paragraph.text)))
        is_of_them = len(told) == 1 and UNITS[told[0][2]].value == unit.text
        if is_of_them and parse(told[0][1]) == whole:
            _money(context, paragraph, at)
            return


def _tells(paragraph: Paragraph) -> bool:
    plain = half_width(paragraph.text)
    return bool(_COUNT.search(plain) and _ABOUT.search(plain))


def _money(context: Context, paragraph: Paragraph, at: At) -> None:
    for match in _MONEY.finditer(half_width(paragraph.text)):
        unit = UNITS[match[2]]
        funds: At = (*at, "funds")
        known = context.gathering.values.get((*funds, "unit"))
        context.put(
            (*funds, "stated_total", _BUDGET), paragraph, None, match.span(1),
            confidence=Confidence.INFERRED,
        )  # fmt: skip
        if known is None or known.text == unit.value:
            context.put((*funds, "unit"), paragraph, unit.value, match.span(2))
