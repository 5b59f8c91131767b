"""Faults in how points are given and taken: bonuses, vetoes, rates, reviews, no points at all."""

from decimal import Decimal

from generator.demo.dice import Dice
from generator.demo.facts import Facts
from generator.demo.faults.blocks import block, entries, got_all, leaves, number, one_leaf
from generator.demo.faults.kinds import FaultKind, Paper
from generator.demo.rows import leaves as made_leaves
from generator.demo.rows import placed
from generator.source import At, Plain
from generator.values.money import rounded

_HUNDRED = Decimal(100)
_SEEN = 5
"""A row with so many points shows a wrong rate."""
_BANDS = "总分90分（含）以上为优，80分（含）至90分为良，60分（含）至80分为中，60分以下为差。"


def _beside(data: Paper, row: Paper) -> int:
    """Add a row to a table; it has evidence where the others have."""
    rows = data["indicators"]
    if not isinstance(rows, list):
        raise TypeError(rows)
    if any("evidence" in leaf for _, leaf in leaves(data)):
        row = row | {"evidence": "检查通报"}
    data["indicators"] = [*rows, row]
    return len(rows)


def deduction(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """More points were taken for something than its own rule allows."""
    cap = dice.between(1, 2)
    taken = cap + 1
    if facts.total is None or f"{facts.total}分" in str([data.get("sections"), data["objective"]]):
        return None
    total = facts.total - taken
    band = facts.frame.grade_of(total)
    row: Paper = {
        "name": "信息报送扣分",
        "counting": "deduction",
        "score": f"-{taken}",
        "scoring_rule": f"每迟报、漏报一次扣1分，最多扣{cap}分",
    }
    result = block(data, "result")
    result["total"] = f"{total:f}"
    if band is None or (facts.grade and facts.grade != band.name):
        return None
    return ("indicators", _beside(data, row), "score")


def veto(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """Something happened that must not, and the grade is as good as ever."""
    if facts.grade not in ("优", "良", "中"):
        return None
    row: Paper = {
        "name": "重大违规问题",
        "counting": "veto",
        "actual": dice.pick(("有", "发生1起", "存在")),
        "scoring_rule": "发生截留、挪用资金等重大违规问题的，等级直接评为差",
    }
    return ("indicators", _beside(data, row))


def wrong_rate(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """The printed part of the points is not the one that the row got."""
    if not _rated(data, facts):
        return None
    found = one_leaf(data, dice, lambda row: number(row, "weight") >= _SEEN)
    if found is None:
        return None
    at, row = found
    row["score_rate"] = f"{abs(number(row, 'score_rate') - dice.between(11, 23)):.2f}"
    return (*at, "score_rate")


def _rated(data: Paper, facts: Facts) -> bool:
    """Print in every row what part of its points it got; whether there are any."""
    if facts.total is None:
        return False
    for _, row in leaves(data):
        rate = number(row, "score") / number(row, "weight") * _HUNDRED
        row["score_rate"] = f"{rounded(rate, 2):.2f}"
    return True


def harsher(facts: Facts, dice: Dice) -> At | None:
    """The reviewer took points, and nobody says why."""
    chosen = [
        (at, row)
        for at, row in placed(facts.rows)
        if not row.children and row.review is not None and row.review == row.score
    ]
    chosen = [(at, row) for at, row in chosen if (row.review or 0) >= 1]
    if not chosen:
        return None
    at, row = dice.pick(chosen)
    row.review = (row.review or Decimal(0)) - 1
    facts.conclude()
    return (*at, "review_score")


def no_points(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """A table that was published before anybody gave points."""
    del dice
    if facts.total is None or "sections" in data:
        return None
    del data["result"]
    _emptied(data["indicators"])
    return ("indicators",)


def _emptied(rows: Plain) -> None:
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, dict):
            for field in ("score", "review_score"):
                row.pop(field, None)
            _emptied(row.get("children"))


def other_band(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """The grade is not the one that the report's own bands give."""
    del facts
    total = dice.between(81, 89)
    data["result"] = {"total": str(total), "grade": dice.pick(("优", "中")), "note": _BANDS}
    return ("result", "grade")


def blank_grade(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """One row of a table of grades has none."""
    del facts
    n = dice.below(len(entries(data, "indicators")))
    del entries(data, "indicators")[n]["grade"]
    return ("indicators", n, "grade")


def no_actual(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """Full marks for a row in which nothing is said to have come out."""
    found = one_leaf(data, dice, lambda row: got_all(row) and _may_be_blank(facts, row))
    return None if found is None else _blanked(*found)


def blank(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """Of one row of a form without points nothing is said to have come out."""
    if facts.frame.is_scored or sum(1 for _ in made_leaves(facts.rows)) < _SEEN:
        return None
    found = one_leaf(data, dice, lambda row: _may_be_blank(facts, row))
    return None if found is None else _blanked(*found)


def _may_be_blank(facts: Facts, row: Paper) -> bool:
    told = "target" in row and "actual" in row and "deviation_reason" not in row
    return told and not facts.frame.is_execution(str(row["name"]))


def _blanked(at: At, row: Paper) -> At:
    for field in ("actual", "evidence"):
        row.pop(field, None)
    return (*at, "actual")


KINDS = (
    FaultKind("bonus-over-cap", paper=deduction),
    FaultKind("veto-ignored", paper=veto),
    FaultKind("rate-times-weight", paper=wrong_rate),
    FaultKind("review-points-without-reason", harsher, unsaid=("",)),
    FaultKind("no-result", paper=no_points),
    FaultKind("full-marks-without-actual", paper=no_actual),
    FaultKind("actual-missing", paper=blank),
    FaultKind("grade-contradicts-told-bands", paper=other_band, beside=("follow_up",)),
    FaultKind("cell-missing-in-list", paper=blank_grade, beside=("ex_ante_assessment",)),
)
