"""Faults in figures told once more: of the table, of another document, of problems and answers."""

import re
from decimal import Decimal

from generator.demo.dice import Dice
from generator.demo.facts import Facts
from generator.demo.faults.answers import answered
from generator.demo.faults.blocks import entries, is_counted, number, one_leaf, told
from generator.demo.faults.kinds import FaultKind, Paper
from generator.demo.rows import leaves
from generator.source import At

_COUNTED = frozenset(("处", "座", "户", "家", "所", "台", "人", "个", "件", "亩", "人次", "公里"))
_LIMITING = re.compile(r"[比每计应近余由从另较原约标均超低高少多分拟调累增减按\d（]")
"""Signs in a row's name that make a figure behind it one of another time or of a part."""
_SHORTEST, _LONGEST = 4, 12
_FEWEST = 20
_SUM = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)(万元|元)")


def _other(figure: Decimal, dice: Dice) -> Decimal:
    """Another one, plainly, with as many places."""
    return (figure * dice.between(113, 147) / 100).quantize(figure)


def otherwise(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """What came out is told otherwise than it stands in its row."""
    del facts
    found = one_leaf(
        data, dice,
        lambda row: (
            is_counted(row)
            and row.get("unit") in _COUNTED
            and _SHORTEST <= len(str(row["name"])) <= _LONGEST
            and not _LIMITING.search(str(row["name"]))
            and number(row, "actual") >= _FEWEST
        ),
    )  # fmt: skip
    if found is None:
        return None
    _, row = found
    other = _other(number(row, "actual"), dice)
    return told(data, dice, f"资料显示，{row['name']}{other:f}{row['unit']}。")


def misquoted(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """A review quotes another figure than there was."""
    rows = {str(row["name"]): n for n, row in enumerate(entries(data, "indicators"))}
    chosen = [
        (rows[top.name], leaf)
        for top in facts.rows
        if top.name in rows
        for leaf in leaves([top])
        if leaf.is_numeric and leaf.unit in _COUNTED and Decimal(leaf.actual or 0) >= _FEWEST
    ]
    if not chosen:
        return None
    n, leaf = dice.pick(chosen)
    other = _other(Decimal(leaf.actual or 0), dice)
    entries(data, "indicators")[n]["score_note"] = f"自评填报{other:f}{leaf.unit}，抽查的资料一致"
    return ("indicators", n, "score_note")


def mistitled(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """What a document answers is named by the title of another year's."""
    named = entries(data, "related")
    if not named:
        return None
    year = facts.year - dice.between(2, 4)
    named[0]["name"] = f"{year}年度{facts.project.name}{facts.project.table.outline}"
    return ("related", 0, "name")


def demanded(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """More or less is asked back than a problem is about."""
    found = [
        (n, sums[0])
        for n, one in enumerate(entries(data, "findings"))
        if len(sums := _SUM.findall(str(one["text"]))) == 1
    ]
    if not found:
        return None
    n, (amount, unit) = dice.pick(found)
    other = _other(Decimal(amount), dice)
    entry = answered(data, facts, n)
    entry["demand"] = f"将闲置资金{other:f}{unit}交回财政"
    return ("rectification", 0, "demand")


def summed(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """More problems are told as put right than the entries have."""
    del facts
    answers = entries(data, "rectification")
    done = sum(one["state"] == "done" for one in answers) + dice.between(1, 3)
    text = f"对照评价意见逐条办理，已整改{done}个问题。"
    data["sections"] = [{"level": "1", "title": "总体情况", "number": "一、", "text": text}]
    return ("sections", 0, "text")


KINDS = (
    FaultKind("figure-told-otherwise", paper=otherwise),
    FaultKind("quoted-figure-differs", paper=misquoted, beside=("review",)),
    FaultKind("quoted-title-of-another-year", paper=mistitled, beside=("review", "rectification")),
    FaultKind("demand-differs-from-finding", paper=demanded),
    FaultKind("rectified-sum-differs", paper=summed, beside=("rectification",)),
)
