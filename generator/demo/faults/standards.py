"""Faults against what a document says itself: scoring rules, signs, limits, what is due."""

from decimal import Decimal

from generator.demo.dice import Dice
from generator.demo.facts import Facts
from generator.demo.faults.blocks import (
    block,
    is_counted,
    is_met,
    number,
    one_leaf,
    shown,
)
from generator.demo.faults.kinds import FaultKind, Paper
from generator.source import At
from generator.values.money import rounded

_PAPERS = ("检测报告", "验收记录", "会议纪要")
_LIMITS = "预警按预计偏离度的绝对值：不足10%为绿，10%及以上不足20%为黄，20%及以上为红。"
_LOW, _HIGH = 10, 20


def unproved(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """Points were given although the paper is lacking without which there are none."""
    del facts
    found = one_leaf(data, dice, lambda row: is_met(row) and number(row, "score") > 0)
    if found is None:
        return None
    at, row = found
    paper = dice.pick(_PAPERS)
    row["scoring_rule"] = f"以{paper}为准，没有{paper}的不得分"
    row["evidence"] = f"未提供{paper}"
    return (*at, "evidence")


def generous(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """A row that missed its target got points, and its own rule gives none."""
    del facts
    found = one_leaf(
        data, dice,
        lambda row: (
            is_counted(row)
            and "执行" not in str(row["name"])
            and _falls_short(row)
            and 0 < number(row, "score") < number(row, "weight")
        ),
    )  # fmt: skip
    if found is None:
        return None
    at, row = found
    row["scoring_rule"] = dice.pick(("达到指标值得满分，否则不得分", "未达到指标值的不得分"))
    return (*at, "scoring_rule")


def _falls_short(row: Paper) -> bool:
    target, actual = number(row, "target"), number(row, "actual")
    return actual > target if row["operator"] == "at_most" else actual < target


def opposite(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """The words of a row want the opposite of its sign."""
    del facts
    found = one_leaf(data, dice, lambda row: is_met(row) and row["operator"] != "equal")
    if found is None:
        return None
    at, row = found
    better, bound = ("低", "高于") if row["operator"] == "at_least" else ("高", "低于")
    row["explanation"] = dice.pick(
        (f"该指标越{better}越好", f"全年不{bound}{row['target']}{row['unit']}")
    )
    return (*at, "explanation")


def light(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """A row shows another colour than the limits give to its deviation."""
    del facts
    found = one_leaf(
        data, dice,
        lambda row: is_counted(row | {"actual": row.get("forecast")}) and number(row, "target") > 0,
    )  # fmt: skip
    if found is None:
        return None
    at, row = found
    target = number(row, "target")
    away = rounded((number(row, "forecast") - target) * 100 / target, 2)
    due = "绿" if abs(away) < _LOW else "黄" if abs(away) < _HIGH else "红"
    others = [colour for colour in "绿黄红" if colour != due]
    row["extra"] = {"预计偏离度": f"{away:f}%", "预警": dice.pick(others)}
    block(data, "funds")["explanation"] = _LIMITS
    return (*at, "extra")


def fee(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """What was due by the results is not what was paid."""
    funds = block(data, "funds")
    spent = facts.purse.total("spent")
    due = rounded(spent * dice.between(84, 93) / 100, 2) + Decimal("0.13")
    funds["explanation"] = f"{funds.get('explanation', '')}支出均为按合同支付的服务费。"
    data["uses"] = [
        {"way": "按效付费", "text": "按评价结果支付服务费", "amount": shown(facts, due)}
    ]
    return ("uses", 0, "amount")


def idle_part(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """One use of the money got far less than planned, and nobody says why."""
    funds, purse = block(data, "funds"), facts.purse
    whole, spent = purse.total("adjusted_budget"), purse.total("spent")
    planned = rounded(whole * dice.between(4, 6) / 100, 2)
    used = rounded(planned * dice.between(55, 65) / 100, 2)
    if "explanation" in funds or spent - used > whole - planned:
        return None
    funds["by_use"] = [
        {"use": use, "adjusted_budget": f"{budget.normalize():f}", "spent": f"{paid.normalize():f}"}
        for use, budget, paid in (
            ("档案数字化加工", planned, used),
            ("主体工程及配套设施", whole - planned, spent - used),
        )
    ]
    return ("funds", "by_use", 0, "spent")


KINDS = (
    FaultKind("scored-without-evidence", paper=unproved),
    FaultKind("score-against-own-rule", paper=generous),
    FaultKind("sign-against-words", paper=opposite),
    FaultKind("light-contradicts-told-limits", paper=light, beside=("monitoring",)),
    FaultKind("payable-differs-from-paid", paper=fee),
    FaultKind("part-far-from-budget", paper=idle_part),
)
