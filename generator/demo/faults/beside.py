"""Faults in documents beside the evaluations: progress, assessments, reviews, lists."""

from datetime import timedelta
from decimal import Decimal

from generator.demo.dice import Dice
from generator.demo.facts import Facts
from generator.demo.faults.blocks import block, entries, is_counted, number, one_leaf
from generator.demo.faults.kinds import FaultKind, Paper
from generator.source import At

_HAPPENING = frozenset(("件", "起", "次", "场", "场次", "期", "例", "人次", "户次", "批次", "班次"))
_FEWEST = 10
_TEN = 10


def slow(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """Next to nothing was spent when half of the year was over, and nobody says why."""
    del facts
    for row in entries(block(data, "funds"), "rows"):
        whole = number(row, "adjusted_budget")
        for stage, low, high in (("spent", 3, 9), ("forecast_spent", 50, 70)):
            row[stage] = f"{whole * dice.between(low, high) / 100:.2f}"
    return ("funds", "rows")


def sure(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """A target that will be reached is said to be out of reach, or the other way round."""
    del facts
    found = one_leaf(
        data, dice, lambda row: is_counted(row | {"actual": row.get("forecast")})
    )  # fmt: skip
    if found is None:
        return None
    at, row = found
    row["likelihood"] = "确定能" if row["likelihood"] == "有可能" else "不可能"
    return (*at, "likelihood")


def undone(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """Less is foreseen for the whole year than has happened already."""
    del facts
    found = one_leaf(
        data, dice,
        lambda row: (
            row.get("unit") in _HAPPENING
            and not str(row["name"]).endswith("人数")
            and row.get("operator") == "at_least"
            and number(row, "forecast") >= _FEWEST
        ),
    )  # fmt: skip
    if found is None:
        return None
    at, row = found
    already = number(row, "forecast")
    row["actual"] = f"{already:f}"
    row["forecast"] = f"{(already * dice.between(60, 80) / 100).quantize(already):f}"
    row["likelihood"] = "有可能"
    row.setdefault("deviation_reason", "部分场次尚未排定")
    return (*at, "forecast")


def unsaid(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """A target will be missed, and nobody says why."""
    del facts
    found = one_leaf(
        data, dice,
        lambda row: (
            "deviation_reason" in row
            and row.get("likelihood") == "有可能"
            and is_counted(row | {"actual": row.get("forecast")})
        ),
    )  # fmt: skip
    if found is None:
        return None
    at, row = found
    del row["deviation_reason"]
    return (*at, "deviation_reason")


def generous(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """More is advised than was applied for."""
    del dice
    unit = "万元" if facts.purse.unit == "wan_yuan" else "元"
    much = facts.purse.total("initial_budget") * _TEN
    block(data, "result")["amount_advised"] = f"{much.normalize():f}{unit}"
    return ("result", "amount_advised")


def misquoted(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """A review quotes other points of a row, and the total that follows from them."""
    rows = entries(data, "indicators")
    chosen = [n for n, row in enumerate(rows) if number(row, "score") > 1]
    total = (facts.total or Decimal(0)) - 1
    band = facts.frame.grade_of(total)
    if not chosen or band is None or band.name != facts.grade:
        return None
    n = dice.pick(chosen)
    rows[n]["score"] = f"{number(rows[n], 'score') - 1:f}"
    block(data, "result")["total"] = f"{total:f}"
    return ("indicators", n, "score")


def early(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """A review was made and published before what it reviews."""
    day = facts.dates.issued - timedelta(dice.between(2, 9))
    block(data, "disclosure").update(
        issued=(day - timedelta(10)).isoformat(), published=day.isoformat()
    )
    return ("disclosure", "published")


def left_out(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """One problem of the evaluation is not answered."""
    del facts
    answers = data["rectification"]
    if not isinstance(answers, list) or len(answers) == 1:
        return None
    gone = dice.below(len(answers))
    data["rectification"] = [one for n, one in enumerate(answers) if n != gone]
    return ("rectification",)


def overall(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """The money of a list is not that of its projects."""
    del facts
    total = block(block(data, "funds"), "stated_total")
    total["spent"] = f"{number(total, 'spent') + Decimal(dice.between(2, 9)) / 100:f}"
    return ("funds", "stated_total", "spent")


def miscounted(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """The grades told are not those of the list."""
    del facts, dice
    grades = [block(one, "result").get("grade") for one in entries(data, "items")]
    best = grades.count("优")
    told = best - 1 if best else 1
    text = f"共通报{len(grades)}个项目，优{told}个，良{len(grades) - told}个。"
    data["sections"] = [{"level": "1", "title": "总体情况", "number": "一、", "text": text}]
    return ("sections", 0, "text")


KINDS = (
    FaultKind("spending-behind-time", paper=slow, beside=("monitoring",)),
    FaultKind("likelihood-contradicts-forecast", paper=sure, beside=("monitoring",)),
    FaultKind("forecast-below-actual", paper=undone, beside=("monitoring",)),
    FaultKind("forecast-missed-without-reason", paper=unsaid, beside=("monitoring",)),
    FaultKind("advised-over-applied", paper=generous, beside=("ex_ante_assessment",)),
    FaultKind("quoted-score-differs", paper=misquoted, beside=("review",)),
    FaultKind("answer-before-evaluation", paper=early, beside=("review",)),
    FaultKind("finding-without-rectification", paper=left_out, beside=("rectification",)),
    FaultKind("document-total-mismatch", paper=overall, beside=("self_evaluation",)),
    FaultKind("grades-counted-otherwise", paper=miscounted, beside=("results_notice",)),
)
