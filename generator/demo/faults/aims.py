"""Faults in what was wanted: an objective that the rows, or the project's own years, contradict."""

import re
from decimal import Decimal

from generator.demo.dice import Dice
from generator.demo.facts import Facts
from generator.demo.faults.blocks import block, is_counted, number, one_leaf
from generator.demo.faults.kinds import FaultKind, Paper
from generator.source import At

_COUNTED = frozenset(("处", "座", "户", "家", "所", "台", "人", "个", "件", "亩", "人次", "公里"))
_LIMITING = re.compile(r"[每均累增减降比第新\d（]|其中|实施期|上年|去年")
"""Signs in a row's name that make a number of it one of another time or of a part."""
_SHORTEST, _FEWEST = 4, 20


def _wanted(data: Paper, sentence: str) -> At:
    """Add a sentence to the objective."""
    objective = block(data, "objective")
    objective["expected"] = f"{objective['expected']}{sentence}"
    return ("objective", "expected")


def past(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """What was to be done by the end of a year before the project began."""
    return _wanted(data, f"{facts.year - dice.between(2, 4)}年底前全部通过验收。")


def otherwise(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """The objective counts more, or fewer, than the target of its row and what was done."""
    del facts
    wanted = str(block(data, "objective")["expected"])
    found = one_leaf(
        data, dice,
        lambda row: (
            is_counted(row)
            and row.get("unit") in _COUNTED
            and len(str(row["name"])) >= _SHORTEST
            and str(row["name"]) not in wanted
            and not _LIMITING.search(str(row["name"]))
            and min(number(row, "target"), number(row, "actual")) >= _FEWEST
        ),
    )  # fmt: skip
    if found is None:
        return None
    _, row = found
    most = max(number(row, "target"), number(row, "actual"))
    other = (most * dice.between(140, 170) / 100).quantize(Decimal(1))
    return _wanted(data, f"{row['name']}{other}{row['unit']}。")


KINDS = (
    FaultKind("aim-before-beginning", paper=past),
    FaultKind("target-differs-from-objective", paper=otherwise),
)
