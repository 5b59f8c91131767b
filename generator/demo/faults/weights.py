"""Faults in how the full marks are shared out."""

import re
from decimal import Decimal

from generator.demo.dice import Dice
from generator.demo.facts import Facts
from generator.demo.faults.kinds import FaultKind
from generator.demo.rows import MadeRow, balance, leaves, line_of, placed
from generator.source import At

_ONE = Decimal(1)
_TOO_HEAVY = 31
_WIDE = 45
_HEAVIEST = Decimal(28)
_LIGHT = 25
"""A row below it may take another's points and not become too heavy."""
_SECOND = 2
"""The level of rows below the first."""
_ASKED = re.compile("效益|效果|影响|满意|(?:部门|履职)(?:绩效|效能)")


def _met(row: MadeRow) -> bool:
    """A leaf with full marks that may give or take a point."""
    return not row.children and not row.missed and row.lost == 0 and row.kind not in _MONEY


_MONEY = frozenset(("执行", "到位", "调整", "结余", "总成本"))


def _give(facts: Facts, at: At, points: Decimal) -> None:
    """Change weight and score of a leaf with full marks, and of all rows above it."""
    for row in line_of(facts.rows, at):
        row.weight = (row.weight or Decimal(0)) + points
    leaf = line_of(facts.rows, at)[-1]
    leaf.score = leaf.weight
    if leaf.review is not None:
        leaf.review = leaf.weight


def _fixed(facts: Facts) -> set[str]:
    return {row.name for row in facts.frame.tree() if row.weight is not None}


def sums(facts: Facts, dice: Dice) -> At | None:
    """A level-2 row states another full mark than its own rows give."""
    if not facts.frame.is_scored or facts.is_full:
        return None
    fixed = _fixed(facts)
    groups = [
        (at, row)
        for at, row in placed(facts.rows)
        if row.children and len(line_of(facts.rows, at)) == _SECOND and row.name not in fixed
    ]
    if not groups:
        return None
    at, group = dice.pick(groups)
    group.weight = (group.weight or Decimal(0)) + dice.between(1, 3)
    return (*at, "weight")


def frame(facts: Facts, dice: Dice) -> At | None:
    """Two level-1 rows have other full marks than their frame prescribes."""
    prescribed = {row.name for row in facts.frame.indicators if row.weight is not None}
    below = {row.name for top in facts.frame.indicators for row in top.tree()} & _fixed(facts)
    free = [
        (at, row)
        for at, row in placed(facts.rows)
        if _met(row)
        and facts.rows[int(at[1])].name in prescribed
        and row.name not in below
        and not {line.name for line in line_of(facts.rows, at)[1:]} & below
    ]
    givers = [(at, row) for at, row in free if (row.weight or 0) > 1]
    if not givers:
        return None
    at, _ = dice.pick(givers)
    takers = [to for to, row in free if to[1] != at[1] and (row.weight or 0) < _LIGHT]
    if not takers:
        return None
    to = dice.pick(takers)
    _give(facts, at, -_ONE)
    _give(facts, to, _ONE)
    facts.conclude()
    return ("indicators", min(int(at[1]), int(to[1])), "weight")


def heavy(facts: Facts, dice: Dice) -> At | None:
    """One indicator carries almost a third of all points."""
    wide = [n for n, row in enumerate(facts.rows) if (row.weight or 0) >= _WIDE]
    if not wide:
        return None
    top = dice.pick(wide)
    fixed = _fixed(facts)
    free = [
        at
        for at, row in placed(facts.rows)
        if at[1] == top
        and _met(row)
        and not {line.name for line in line_of(facts.rows, at)[1:]} & fixed
    ]
    if not free:
        return None
    to, *others = dice.shuffled(free)
    spare = {at: (line_of(facts.rows, at)[-1].weight or Decimal(0)) - 1 for at in others}
    weight = line_of(facts.rows, to)[-1].weight or Decimal(0)
    if weight + sum(spare.values()) < _TOO_HEAVY:
        return None
    for at, points in spare.items():
        given = min(points, _TOO_HEAVY - weight)
        if given > 0:
            _give(facts, at, -given)
            _give(facts, to, given)
            weight += given
    facts.conclude()
    return (*to, "weight")


def few(facts: Facts, dice: Dice) -> At | None:
    """A whole project is judged by next to nothing."""
    del dice
    if facts.frame.is_scored and any(row.children for row in facts.rows):
        return None
    wanted = {"数量": 30, "社会": 30, "满意": 30}
    kept: dict[str, MadeRow] = {}
    for leaf in leaves(facts.rows):
        if leaf.kind in wanted and not leaf.missed:
            kept.setdefault(leaf.kind, leaf)
    if len(kept) < len(wanted):
        return None
    if facts.frame.is_scored:
        for kind, leaf in kept.items():
            leaf.weight = leaf.score = Decimal(wanted[kind])
        facts.rows = [row for row in facts.rows if row.kind == "执行"] + list(kept.values())
        facts.conclude()
        return ("indicators",)
    facts.rows = [_pruned(row, kept) for row in facts.rows[1:]]
    return ("indicators",)


def _pruned(row: MadeRow, kept: dict[str, MadeRow]) -> MadeRow:
    leaf = next(leaf for leaf in leaves([row]) if any(leaf is one for one in kept.values()))
    row.children = [leaf]
    return row


def useless(facts: Facts, dice: Dice) -> At | None:
    """Nobody asked what it was good for, or whether people were satisfied."""
    del dice
    if not facts.frame.is_scored:
        facts.rows = [row for row in facts.rows if "满意" not in row.name]
        return None if facts.is_full else ("indicators",)
    if any(_ASKED.search(row.name) for row in facts.frame.tree()):
        return None
    asked = [(at[1], row) for at, row in placed(facts.rows) if _ASKED.search(row.name)]
    gone = {id(leaf) for _, row in asked for leaf in leaves([row])}
    flat = not any(row.children for row in facts.rows)
    tops = range(len(facts.rows)) if flat else {int(top) for top, _ in asked}
    points = sum(
        (leaf.weight or Decimal(0) for leaf in leaves(facts.rows) if id(leaf) in gone), Decimal(0)
    )
    takers = [
        row
        for row in leaves(facts.rows[top] for top in tops)
        if id(row) not in gone and _met(row) and row.is_numeric
    ]
    for taker in takers:
        given = min(points, _HEAVIEST - (taker.weight or Decimal(0)))
        taker.weight = taker.score = (taker.weight or Decimal(0)) + given
        if taker.review is not None:
            taker.review = taker.weight
        points -= given
    facts.rows = _without(facts.rows, gone)
    balance(facts.rows)
    facts.conclude()
    return None if points or facts.is_full or not gone else ("indicators",)


def _without(rows: list[MadeRow], gone: set[int]) -> list[MadeRow]:
    """The rows without those leaves, and without what is then empty."""
    kept = []
    for row in rows:
        was_leaf = not row.children
        row.children = _without(row.children, gone)
        if row.children or (was_leaf and id(row) not in gone):
            kept.append(row)
    return kept


KINDS = (
    FaultKind("weights-do-not-add-up", sums),
    FaultKind("weight-differs-from-frame", frame),
    FaultKind("indicator-too-heavy", heavy),
    FaultKind("too-few-indicators", few),
    FaultKind("benefit-or-satisfaction-missing", useless),
)
