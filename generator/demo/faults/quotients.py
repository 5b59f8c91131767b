"""Faults in figures that follow from others beside them: means, products, rates, papers counted."""

import re
from decimal import Decimal

from generator.demo.dice import Dice
from generator.demo.facts import Facts
from generator.demo.faults.blocks import is_met, number, one_leaf, shown, told
from generator.demo.faults.kinds import FaultKind, Paper
from generator.source import At
from generator.values.money import percentage, rounded

_DAYS = re.compile(r"\d\s?(?:天|日|人次)")
"""Another number of days, or of the same people, would leave a mean open."""
_PIECES = frozenset(("处", "座", "户", "家", "所", "台", "人", "盏"))
"""Units of what has a paper for each piece."""
_FEWEST = 12
_SHARES = ("合格率", "达标率", "完好率", "成活率", "覆盖率", "入库率", "就业率", "参与率")
"""Names of rates that a count of places goes with."""
_CHECKED = 400


def mean(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """The number a day is not the whole over the days."""
    del facts
    days, daily = dice.between(200, 300), dice.between(60, 180)
    other = daily + dice.between(9, 15)
    sentence = f"服务窗口全年开放{days}天，接待{days * daily}人次，日均接待{other}人次。"
    return told(data, dice, sentence, lambda text: not _DAYS.search(text))


def product(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """People times days times what each gets is not the sum beside them."""
    people, days, each = dice.between(120, 900), dice.between(20, 60), dice.between(4, 9) * 10
    much = Decimal(people * days * each) * dice.pick((88, 92, 108, 112)) / 100
    divisor = 10_000 if facts.purse.unit == "wan_yuan" else 1
    amount = shown(facts, rounded(much / divisor, 2))
    sentence = f"驻点值守按{people}人、{days}天、每人每天{each}元结算，共计{amount}。"
    return told(data, dice, sentence)


def share(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """A rate is not what the two numbers before it give."""
    del facts
    whole = dice.between(160, 280)
    part = whole - dice.between(12, 30)
    given = percentage(Decimal(part), Decimal(whole)) or Decimal(0)
    other = rounded(given, 2) - dice.between(3, 6)
    sentence = (
        f"各镇报送的业务骨干名册显示，应参加培训{whole}人，实际参加{part}人，参训率为{other:f}%。"
    )
    return told(data, dice, sentence)


def counted(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """The evidence counts another rate than the one that is stated."""
    del facts
    found = one_leaf(
        data, dice,
        lambda row: is_met(row) and row["unit"] == "%" and str(row["name"]).endswith(_SHARES),
    )  # fmt: skip
    if found is None:
        return None
    at, row = found
    stated = number(row, "actual")
    share = next(s for s in dice.shuffled(range(60, 76)) if not _is_near(stated, s))
    part = _CHECKED * share // 100
    row["evidence"] = f"核对台账{_CHECKED}处，{str(row['name'])[:-1]}{part}处"
    return (*at, "evidence")


def _is_near(stated: Decimal, share: int) -> bool:
    """Whether a stated rate may be meant by a part of so many per cent, however it was divided."""
    rest = 100 - share
    pairs = ((share, 100), (100, share), (rest, 100), (rest, share), (share, 100 + share))
    rates = (Decimal(100 * part) / whole for part, whole in (*pairs, (100, 100 + share)))
    return any(abs(rate - stated) <= 1 for rate in rates)


def papers(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """There are fewer papers than things that each have one."""
    del facts
    found = one_leaf(
        data, dice,
        lambda row: (
            is_met(row)
            and row["unit"] in _PIECES
            and str(row["actual"]).isdecimal()
            and number(row, "actual") >= _FEWEST
        ),
    )  # fmt: skip
    if found is None:
        return None
    at, row = found
    there = int(number(row, "actual")) * dice.between(70, 90) // 100
    row["evidence"] = f"{dice.pick(('验收单', '签收单', '确认单'))}{there}份"
    return (*at, "evidence")


def coefficient(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """A row's points are not its weight times the share that its note names."""
    del facts
    part = dice.pick((60, 70, 80))
    found = one_leaf(
        data, dice,
        lambda row: all(
            abs(number(row, "weight") * part / 100 - number(row, given)) >= 1
            for given in ("score", "review_score")
            if given in row
        ),
    )  # fmt: skip
    if found is None or "score" not in found[1]:
        return None
    at, row = found
    row["score_note"] = f"现场核查后按{part}%计分"
    return (*at, "score_note")


KINDS = (
    FaultKind("told-division-mismatch", paper=mean),
    FaultKind("told-product-mismatch", paper=product),
    FaultKind("counts-give-another-rate", paper=share),
    FaultKind("rate-not-of-its-counts", paper=counted),
    FaultKind("told-share-of-weight", paper=coefficient),
    FaultKind("evidence-fewer-than-claimed", paper=papers),
)
