"""Faults in scores, total and grade."""

from decimal import Decimal

from generator.demo.dice import Dice
from generator.demo.facts import Facts
from generator.demo.faults.kinds import FaultKind
from generator.demo.rows import MadeRow, line_of, placed
from generator.source import At
from generator.values.money import rounded

_PERFECT = Decimal(100)
_ENOUGH = 2
"""Points a row must have so that a part of them can be lost."""


def _follow(row: MadeRow) -> None:
    """The reviewer, where there is one, takes over the score."""
    if row.review is not None:
        row.review = row.score


def sums(facts: Facts, dice: Dice) -> At | None:
    """The total stated is not what the rows add up to; its grade is still right."""
    if facts.total is None or not facts.grade:
        return None
    for points in dice.shuffled((1, 2, -1, -2)):
        total = facts.total + points
        band = facts.frame.grade_of(total)
        if total < _PERFECT and not facts.is_full and band and band.name == facts.grade:
            facts.total = total
            return ("result", "total")
    return None


def above(facts: Facts, dice: Dice) -> At | None:
    """An indicator got more than its full mark."""
    if facts.total is None or facts.total > _PERFECT - 2:
        return None
    chosen = []
    for at, row in placed(facts.rows):
        line = line_of(facts.rows, at)
        room = all(up.lost >= 1 for up in line[:-1])
        if not row.children and row.is_numeric and not row.missed and room:
            chosen.append((at, row))
    if not chosen:
        return None
    at, row = dice.pick(chosen)
    row.score = (row.weight or Decimal(0)) + 1
    _follow(row)
    facts.conclude()
    return (*at, "score")


def execution(facts: Facts, dice: Dice) -> At | None:
    """The score of budget execution is not weight × rate."""
    del dice
    for at, row in placed(facts.rows):
        framed = facts.frame.indicator_named(row.name)
        if framed is None or not framed.proportional:
            continue
        if row.kind == "执行" and row.missed and row.weight and row.score:
            row.score -= max(Decimal("0.1"), rounded(row.weight * Decimal("0.06"), 1))
            facts.conclude()
            return (*at, "score")
    return None


def twice(facts: Facts, dice: Dice) -> At | None:
    """Budget execution is scored a second time among the outputs."""
    if not any(row.kind == "执行" and row.weight for _, row in placed(facts.rows)):
        return None
    chosen = [
        (at, row)
        for at, row in placed(facts.rows)
        if row.kind in ("质量", "时效") and row.is_numeric and not row.missed
    ]
    if not chosen or facts.purse.execution_rate != _PERFECT:
        return None
    at, row = dice.pick(chosen)
    row.name, row.operator, row.target, row.unit, row.actual = (
        "预算执行率", "equal", "100", "%", "100",
    )  # fmt: skip
    row.kind = "执行"
    return (*at, "name")


def grade(facts: Facts, dice: Dice) -> At | None:
    """The grade stated is better than the total earns."""
    names = [band.name for band in facts.frame.bands]
    if facts.grade not in names[1:]:
        return None
    facts.grade = names[dice.below(names.index(facts.grade))]
    return ("result", "grade")


def kept(facts: Facts, dice: Dice) -> At | None:
    """A target was missed and yet got full marks."""
    chosen = [(at, row) for at, row in placed(facts.rows) if row.is_numeric and row.missed]
    chosen = [(at, row) for at, row in chosen if row.lost > 0]
    if facts.total is None or not chosen:
        return None
    at, row = dice.pick(chosen)
    if facts.total + row.lost >= _PERFECT:
        return None
    row.score = row.weight
    _follow(row)
    facts.conclude()
    return (*at, "score")


def taken(facts: Facts, dice: Dice) -> At | None:
    """A target was met and yet lost points, nobody says why."""
    chosen = [
        (at, row)
        for at, row in placed(facts.rows)
        if row.is_numeric and not row.missed and (row.weight or 0) >= _ENOUGH
    ]
    if facts.is_full or not facts.frame.places or not chosen:
        return None
    at, row = dice.pick(chosen)
    weight = row.weight or Decimal(0)
    row.score = weight - rounded(weight * Decimal("0.08"), 1)
    _follow(row)
    facts.conclude()
    return (*at, "score")


def _lost_much(row: MadeRow) -> bool:
    """Enough that there is a part of it that nobody takes for rounding."""
    return row.lost * 4 >= (row.weight or 0)


def unproportional(facts: Facts, dice: Dice) -> At | None:
    """A missed target lost far less than in proportion."""
    chosen = [
        (at, row)
        for at, row in placed(facts.rows)
        if row.is_numeric and row.missed and (row.weight or 0) >= _ENOUGH and _lost_much(row)
    ]
    if not chosen:
        return None
    at, row = dice.pick(chosen)
    weight = row.weight or Decimal(0)
    row.score = rounded(weight - row.lost / 4, facts.frame.places)
    if row.lost <= 0:
        return None
    _follow(row)
    facts.conclude()
    return (*at, "score")


KINDS = (
    FaultKind("scores-do-not-add-up", sums),
    FaultKind("score-exceeds-weight", above),
    FaultKind("execution-score-mismatch", execution),
    FaultKind("execution-scored-twice", twice),
    FaultKind("grade-contradicts-score", grade),
    FaultKind("target-missed-full-marks", kept),
    FaultKind("target-met-points-lost", taken, unsaid=("",)),
    FaultKind("score-far-from-proportion", unproportional),
)
