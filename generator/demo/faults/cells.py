"""Faults in single cells of the score table: signs, numbers, columns that a form adds."""

import re
from decimal import Decimal

from generator.demo.dice import Dice
from generator.demo.facts import Facts
from generator.demo.faults.blocks import is_counted, is_met, leaves, number, one_leaf
from generator.demo.faults.kinds import FaultKind, Paper
from generator.demo.rows import leaves as made_leaves
from generator.demo.rows import placed
from generator.source import At

_WANTED = re.compile(r"(?:合格|满意|完成|覆盖|达标|及时|准确|知晓|参与|完好|办结|普及)(?:率|度)$")
_UNWANTED = re.compile("[不未无非降减少差错漏病费价]|投诉|事故|成本|信访|案件|故障")
_IN_WORDS = re.compile("不少于|不低于|不超过|以上|内|前|底|月|季|旬|日|初")
"""Signs and days in targets that are words."""
_DATED = re.compile(
    "年|规划|计划|行动|方案|普查|条例|办法|批次|决算|结转|结余|尾款|欠|清算|水平|基础"
)
"""Words of names that bear their own year, or may well bear an earlier one."""
_FEWEST = 6
_SHARES = ("%", "‰")


def signless(facts: Facts, dice: Dice) -> At | None:
    """A rate without a sign is below its target and got full marks."""
    chosen = [
        (at, row)
        for at, row in placed(facts.rows)
        if row.is_numeric
        and not row.missed
        and row.lost == 0
        and row.weight
        and row.unit == "%"
        and _WANTED.search(row.name)
        and not _UNWANTED.search(row.name)
    ]
    if not chosen or facts.is_full:
        return None
    at, row = dice.pick(chosen)
    row.operator = None
    row.actual = f"{Decimal(row.target or 0) - dice.between(3, 9):f}"
    return (*at, "actual")


def far(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """Far less came out than about as much as was wanted."""
    del facts
    found = one_leaf(
        data, dice,
        lambda row: is_met(row) and row["unit"] not in _SHARES and "成本" not in str(row["name"]),
    )  # fmt: skip
    if found is None:
        return None
    at, row = found
    least = number(row, "target")
    row["target"] = f"约{row['target']}"
    del row["operator"]
    row["actual"] = f"{(least * dice.between(30, 60) / 100).quantize(least):f}"
    return (*at, "actual")


def aimless(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """A row has a sign and a unit, and no target."""
    del facts
    rows = [row for _, row in leaves(data)]
    found = one_leaf(data, dice, is_met)
    if len(rows) < _FEWEST or found is None or any("target" not in row for row in rows):
        return None
    at, row = found
    del row["target"]
    return (*at, "target")


def unreadable(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """An actual value is no number any more."""
    del facts
    found = one_leaf(data, dice, is_met)
    if found is None:
        return None
    at, row = found
    row["actual"] = f"{row['actual']}{dice.pick((',0', '.0.5', ',00'))}"
    return (*at, "actual")


def outgrown(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """A year is to bring more than the whole term."""
    del facts
    found = one_leaf(
        data, dice,
        lambda row: row.get("operator") == "at_least" and row.get("unit") not in (None, *_SHARES),
    )  # fmt: skip
    if found is None:
        return None
    at, row = found
    aim = number(row, "target")
    row["extra"] = {"实施期指标值": f"{(aim * dice.between(50, 90) / 100).quantize(aim):f}"}
    return None if number(row, "target") < _FEWEST else (*at, "extra")


def misdivided(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """A rate of completion is not the actual value over the target."""
    if facts.project.evaluation_type != "self_evaluation":
        return None
    found = one_leaf(data, dice, lambda row: is_counted(row) and number(row, "target") > 0)
    if found is None:
        return None
    at, row = found
    rate = number(row, "actual") / number(row, "target") * 100
    less = min(rate, 100 * 100 / rate) if rate else Decimal(100)
    row["extra"] = {"完成率": f"{abs(less - dice.between(11, 17)):.1f}%"}
    return (*at, "extra")


def copied(facts: Facts, dice: Dice) -> At | None:
    """All that came out is exactly what was wanted."""
    del dice
    numbers = [
        row for row in made_leaves(facts.rows) if row.operator in ("at_least", "at_most", "equal")
    ]
    others = [row for row in numbers if not row.is_numeric and row.kind != "执行"]
    own = [row for row in numbers if row.is_numeric and row.target != "0"]
    others += [row for row in made_leaves(facts.rows) if _IN_WORDS.search(row.target or "")]
    if not facts.is_full or len(own) < _FEWEST or any(r.actual != r.target for r in others):
        return None
    for row in own:
        row.actual = row.target
    return ("indicators",)


def outdated(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """The name of a row is one of an earlier year."""
    found = one_leaf(data, dice, is_met)
    if found is None or _DATED.search(str(found[1]["name"])):
        return None
    at, row = found
    row["name"] = f"{facts.year - dice.between(1, 3)}年度{row['name']}"
    return (*at, "name")


def unproved(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """One row lacks the evidence that all others have."""
    is_execution = facts.frame.is_execution
    rows = [row for _, row in leaves(data) if "actual" in row]
    if len(rows) < _FEWEST or any("evidence" not in row for row in rows):
        return None
    found = one_leaf(data, dice, lambda row: "actual" in row and not is_execution(str(row["name"])))
    if found is None:
        return None
    at, row = found
    del row["evidence"]
    return (*at, "evidence")


KINDS = (
    FaultKind("target-without-sign-missed", signless),
    FaultKind("far-from-approximate-target", paper=far, unsaid=("",)),
    FaultKind("target-missing", paper=aimless),
    FaultKind("unreadable-number", paper=unreadable),
    FaultKind("completion-rate-mismatch", paper=misdivided),
    FaultKind("actuals-copy-targets", copied),
    FaultKind("indicator-of-another-year", paper=outdated),
    FaultKind("evidence-missing", paper=unproved),
    FaultKind("target-exceeds-whole-term", paper=outgrown, beside=("performance_target",)),
)
