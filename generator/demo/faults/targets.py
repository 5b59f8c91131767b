"""Faults in targets, actual values and reasons."""

import re
from collections.abc import Callable
from decimal import Decimal

from generator.demo.dice import Dice
from generator.demo.facts import Facts
from generator.demo.faults.kinds import FaultKind
from generator.demo.lexicon import Aim
from generator.demo.rows import MadeRow, placed
from generator.source import At

_SHARES = ("合格率", "达标率", "准确率", "到位率", "及时率", "覆盖率", "处置率", "答复率", "合规率")
_OPEN = re.compile("[增降减超毛]|提高|提升|调整|执行|完成|控制|产出|节约|变动")
"""In names of rates that may well exceed a hundred."""


def _one(facts: Facts, dice: Dice, fits: Callable[[MadeRow], bool]) -> tuple[At, MadeRow] | None:
    """A leaf that fits, and its way from the record."""
    chosen = [(at, row) for at, row in placed(facts.rows) if not row.children and fits(row)]
    return dice.pick(chosen) if chosen else None


def _met(row: MadeRow) -> bool:
    return row.is_numeric and not row.missed and row.lost == 0


def unexplained_loss(facts: Facts, dice: Dice) -> At | None:
    """A goal in words lost points, and nobody says why."""
    found = _one(facts, dice, lambda row: isinstance(row.goal, Aim) and row.lost > 0)
    return None if found is None else _silenced(*found)


def unexplained(facts: Facts, dice: Dice) -> At | None:
    """A target in numbers was missed, and nobody says why."""
    found = _one(facts, dice, lambda row: row.is_numeric and row.missed)
    return None if found is None else _silenced(*found)


def _silenced(at: At, row: MadeRow) -> At:
    row.reason = row.measure = None
    return (*at, "deviation_reason")


def exceeded(facts: Facts, dice: Dice) -> At | None:
    """So much more came out that the target cannot have been a serious one."""
    found = _one(
        facts, dice,
        lambda row: _met(row) and row.operator == "at_least" and row.unit not in ("%", "‰", "天"),
    )  # fmt: skip
    if found is None:
        return None
    at, row = found
    target = Decimal(row.target or 0)
    more = (target * dice.between(16, 45) / 10).quantize(target) + 1
    row.actual = f"{more:f}"
    return (*at, "actual")


def impossible(facts: Facts, dice: Dice) -> At | None:
    """A share shall be more than all there is."""
    found = _whole_share(facts, dice)
    if found is None:
        return None
    at, row = found
    row.operator = "more"
    return (*at, "operator")


def _whole_share(facts: Facts, dice: Dice) -> tuple[At, MadeRow] | None:
    """A row that shall be 100 % exactly, and is."""
    return _one(
        facts,
        dice,
        lambda row: (
            _met(row)
            and (row.operator, row.target, row.unit) == ("equal", "100", "%")
            and row.name.endswith(_SHARES)
            and not _OPEN.search(row.name)
        ),
    )


def incomparable(facts: Facts, dice: Dice) -> At | None:
    """What came out cannot be held against the target."""
    found = _one(facts, dice, _met)
    if found is None:
        return None
    at, row = found
    row.actual = dice.pick(("正在统计", "尚未完成", f"{row.actual}余", "基本达到"))
    return (*at, "actual")


def costly(facts: Facts, dice: Dice) -> At | None:
    """The cost stated is not the money spent."""
    found = _one(facts, dice, lambda row: row.kind == "总成本")
    if found is None:
        return None
    at, row = found
    spent = facts.purse.total("spent")
    row.actual = f"{(spent * dice.between(91, 96) / 100).quantize(Decimal('0.01')).normalize():f}"
    return (*at, "actual")


def not_applicable(facts: Facts, dice: Dice) -> At | None:
    """An indicator that does not apply got full marks."""
    found = _one(
        facts, dice,
        lambda row: isinstance(row.goal, Aim) and bool(row.weight) and not row.missed,
    )  # fmt: skip
    if found is None:
        return None
    at, row = found
    row.target = row.actual = "不适用"
    return (*at, "actual")


KINDS = (
    FaultKind("points-lost-without-reason", unexplained_loss, unsaid=("",)),
    FaultKind("deviation-without-reason", unexplained, unsaid=("",)),
    FaultKind("target-far-exceeded", exceeded, unsaid=("",)),
    FaultKind("impossible-target", impossible),
    FaultKind("actual-not-comparable", incomparable),
    FaultKind("cost-differs-from-spending", costly),
    FaultKind("not-applicable-scored", not_applicable),
)
