"""Faults in days and terms: of steps, of documents, of the year or months that are told of."""

from datetime import date, timedelta

from generator.demo.dice import Dice
from generator.demo.facts import Facts
from generator.demo.faults.blocks import block, entries, told
from generator.demo.faults.kinds import FaultKind, Paper
from generator.source import At

_ALLOWED = 30
_MONTHS = 7
"""Of which the demo's monitoring forms tell."""


def _spoken(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def late(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """More days lie between two than the term that is said to have been kept."""
    first = date(facts.year, dice.between(2, 5), dice.between(1, 20))
    last = first + timedelta(_ALLOWED + dice.between(6, 40))
    sentence = (
        f"上级指标文件于{_spoken(first)}收到，{_spoken(last)}分解下达，"
        f"符合收到后{_ALLOWED}日内下达的规定。"
    )
    return told(data, dice, sentence, lambda text: "日" not in text)


def reversed_steps(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """Money was paid before there was a contract."""
    signed = date(facts.year, dice.between(5, 9), dice.between(2, 27))
    paid = signed - timedelta(dice.between(9, 60))
    sentence = f"服务合同于{_spoken(signed)}签订。合同价款于{_spoken(paid)}支付。"
    return told(data, dice, sentence, lambda text: "日" not in text)


def other_month(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """What was achieved is told as of an earlier month than the form is about."""
    del facts
    objective = block(data, "objective")
    objective["achieved"] = f"截至{dice.between(3, _MONTHS - 1)}月底，{objective['achieved']}"
    return ("objective", "achieved")


def too_many_months(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """Something happened in more months than there were."""
    del facts
    rows = entries(data, "indicators")
    data["indicators"] = [
        *rows,
        {
            "name": "按时公开进展的月份",
            "operator": "at_least",
            "target": "12",
            "unit": "个月",
            "actual": f"{dice.between(_MONTHS + 1, 11)}",
            "forecast": "12",
            "likelihood": "确定能",
        },
    ]
    return ("indicators", len(rows), "actual")


def past(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """What is recommended should have been done before it was recommended."""
    advice = entries(data, "recommendations")
    if not advice:
        return None
    n = dice.below(len(advice))
    advice[n]["due"] = (facts.dates.issued - timedelta(dice.between(20, 120))).isoformat()
    return ("recommendations", n, "due")


def other_year(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """What was evaluated is told to be another year's money."""
    before = facts.year - dice.between(1, 2)
    return told(data, dice, f"本次对{before}年度项目资金的使用情况进行了评价。")


KINDS = (
    FaultKind("days-over-told-limit", paper=late),
    FaultKind("steps-out-of-order", paper=reversed_steps),
    FaultKind("as-of-another-time", paper=other_month, beside=("monitoring",)),
    FaultKind("more-than-period-holds", paper=too_many_months, beside=("monitoring",)),
    FaultKind("term-already-past", paper=past),
    FaultKind("judged-year-differs", paper=other_year),
)
