"""Faults in figures that prose tells: sums, rates, points, money of rows, days to come."""

import re
from datetime import timedelta
from decimal import Decimal

from generator.demo.dice import Dice
from generator.demo.facts import Facts
from generator.demo.faults.blocks import block, shown, told
from generator.demo.faults.kinds import FaultKind, Paper
from generator.source import At
from generator.values.money import rounded

_SPLIT = re.compile("约|自筹|其余|分年|首期|其中|核减|压减|调减|扣减")
"""Words of a text that make it more than one subtraction."""
_SHARES = {"优": "1", "良": "0.95", "中": "0.85", "差": "0.6"}
"""What a contract pays for each grade."""
_GAP = 3
"""What rounding does not account for in a sum of whole numbers."""
_NAMED = 3
"""Signs of a source's name from which on it is known in a text."""


def closed_sum(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """The parts told do not make up their total."""
    del facts
    parts = [dice.between(3, 40) for _ in range(3)]
    total = sum(parts) + dice.between(_GAP, 9)
    one, other, last = parts
    sentence = (
        f"培训、宣传和维修用款为宣传{one}万元、培训{other}万元、维修{last}万元，合计{total}万元。"
    )
    return told(data, dice, sentence)


def open_sum(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """The parts told are more than their total."""
    del facts
    one, other = dice.between(40, 90), dice.between(40, 90)
    total = one + other - dice.between(_GAP, 9)
    return told(data, dice, f"签订合同总额{total}万元，其中甲标段{one}万元、乙标段{other}万元。")


def cut(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """What was asked for, less what was cut, is not what is proposed."""
    del facts
    asked, less = dice.between(20, 60) * 10, dice.between(2, 9) * 5
    left = asked - less + 10
    sentence = f"下一年度申请{asked}万元，核减{less}万元，建议安排{left}万元。"
    return told(data, dice, sentence, lambda text: not _SPLIT.search(text))


def left(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """What is left of a sum, less another, is not their difference."""
    del facts
    whole, less = dice.between(40, 90) * 10, dice.between(3, 9) * 5
    sentence = f"核定费用{whole}万元，扣除质保金{less}万元后为{whole - less - 20}万元。"
    return told(data, dice, sentence, lambda text: not _SPLIT.search(text))


def gap(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """More is said to be left unspent than the fund table leaves."""
    purse = facts.purse
    if not purse.unspent:
        return None
    most = sum(
        (max(row.initial_budget, row.adjusted_budget) - row.spent for row in purse.rows), Decimal(0)
    )
    much = rounded(most * dice.between(13, 19) / 10, 2) + 1
    return told(data, dice, f"截至年末，未支出{shown(facts, much)}。")


def coefficient(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """Payment follows the coefficient of another grade than the one that was given."""
    del dice
    if facts.grade not in _SHARES:
        return None
    scale = "、".join(f"{grade}为{share}" for grade, share in _SHARES.items())
    other = next(share for grade, share in _SHARES.items() if grade != facts.grade)
    data["uses"] = [
        {"way": "合同约定", "text": f"按效付费，付费系数{scale}。"},
        {"way": "资金支付", "text": f"服务费按合同支付，付费系数{other}。"},
    ]
    return ("uses", 1, "text")


def source(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """What was spent of one source is told otherwise than in its row."""
    rows = [row for row in facts.purse.rows if len(row.source) >= _NAMED and row.spent > 1]
    if len(facts.purse.rows) == 1 or not rows:
        return None
    row = dice.pick(rows)
    other = (row.spent * dice.between(81, 93) / 100).quantize(Decimal("0.01")) + Decimal("0.13")
    return told(data, dice, f"{row.source}支出{shown(facts, other)}。")


def rate(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """The execution rate is told otherwise than the amounts give it."""
    other = facts.purse.execution_rate * dice.between(81, 93) / 100 + Decimal("0.37")
    return told(data, dice, f"预算执行率为{other:.2f}%。")


def points(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """The total is told otherwise than it is stated."""
    if facts.total is None:
        return None
    word = dice.pick(("综合得分", "评价总得分", "总得分"))
    return told(data, dice, f"{word}{facts.total - dice.between(1, 4)}分。")


def ahead(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """Something is told as done that was still to come."""
    day = facts.dates.published + timedelta(dice.between(20, 90))
    done = dice.pick(("全部完工", "通过验收", "投入使用"))
    return told(data, dice, f"后续工程已于{day.year}年{day.month}月{day.day}日{done}。")


def use(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """What is taken from the next budget is not the part that is said."""
    part = dice.pick((5, 8, 10))
    due = facts.purse.total("adjusted_budget") * part / 100
    other = (due * dice.between(120, 140) / 100).quantize(Decimal("0.01")) + Decimal("0.13")
    data["uses"] = [
        {
            "way": "预算安排",
            "text": f"按本年度预算的{part}%压减下一年度安排",
            "amount": shown(facts, other),
        }
    ]
    return ("uses", 0, "amount")


def same_again(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """What was achieved is told in the words of what was wanted."""
    del facts, dice
    objective = block(data, "objective")
    objective["achieved"] = objective["expected"]
    return ("objective", "achieved")


KINDS = (
    FaultKind("prose-sum-mismatch", paper=closed_sum),
    FaultKind("prose-parts-over-total", paper=open_sum),
    FaultKind("told-cut-mismatch", paper=cut),
    FaultKind("left-after-cut", paper=left),
    FaultKind("shortfall-over-gap", paper=gap),
    FaultKind("coefficient-of-another-grade", paper=coefficient),
    FaultKind("years-disagree-in-text", paper=source),
    FaultKind("rates-disagree-in-text", paper=rate),
    FaultKind("result-disagrees-in-text", paper=points),
    FaultKind("told-after-document", paper=ahead),
    FaultKind("use-amount-mismatch", paper=use),
    FaultKind("copied-achievement", paper=same_again),
)
