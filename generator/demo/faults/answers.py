"""Faults in surveys, and in what became of problems."""

from datetime import timedelta

from generator.demo.dice import Dice
from generator.demo.facts import Facts
from generator.demo.faults.blocks import entries, is_met, number, one_leaf
from generator.demo.faults.kinds import FaultKind, Paper
from generator.source import At, Plain

_MEASURE = "对照评价意见逐项核对，明确责任科室和时间"
_SENT, _BACK, _VALID = 300, 286, 279
_MANY = 2
_ROOM = 98
"""A satisfaction of at most so many per cent may be told higher."""


def surplus(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """More forms were valid than came back."""
    del facts
    valid = _BACK + dice.between(2, 12)
    data["surveys"] = [
        {"name": "政策知晓度调查", "sent": f"{_SENT}", "returned": f"{_BACK}", "valid": f"{valid}"}
    ]
    return ("surveys", 0, "valid")


def happier(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """People are more satisfied in the table than in the survey of the same name."""
    del facts
    found = one_leaf(
        data, dice,
        lambda row: (
            is_met(row)
            and "满意" in str(row["name"])
            and row["unit"] == "%"
            and number(row, "actual") <= _ROOM
        ),
    )  # fmt: skip
    if found is None:
        return None
    at, row = found
    data["surveys"] = [
        {
            "name": f"{row['name']}调查",
            "sent": f"{_SENT}",
            "returned": f"{_BACK}",
            "valid": f"{_VALID}",
            "result": f"{row['actual']}%",
        }
    ]
    row["actual"] = f"{number(row, 'actual') + _MANY:f}"
    return (*at, "actual")


def _done(facts: Facts, number: int) -> list[Paper]:
    """Entries on the first problems, each put right in time."""
    day = facts.dates.issued - timedelta(10)
    return [
        {
            "findings": [f"w{n + 1}"],
            "measure": _MEASURE,
            "state": "done",
            "responsible": facts.bureau.name,
            "due": facts.dates.issued.isoformat(),
            "done_on": day.isoformat(),
        }
        for n in range(number)
    ]


def _rectified(data: Paper, made: list[Paper]) -> None:
    told: list[Plain] = [*made]
    data["rectification"] = told


def answered(data: Paper, facts: Facts, n: int) -> Paper:
    """The only entry, on one of the problems."""
    [entry] = _done(facts, 1)
    entry["findings"] = [f"w{n + 1}"]
    _rectified(data, [entry])
    return entry


def overdue(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """A problem should have been put right long ago, and was not."""
    if not entries(data, "findings"):
        return None
    [entry] = _done(facts, 1)
    del entry["done_on"]
    entry["due"] = (facts.dates.issued - timedelta(dice.between(5, 60))).isoformat()
    entry |= {"state": dice.pick(("under_way", "open")), "open_reason": "验收资料仍在补充"}
    _rectified(data, [entry])
    return ("rectification", 0, "state")


def _lacking(data: Paper, facts: Facts, field: str) -> At | None:
    """The last entry lacks what all others have."""
    found = len(entries(data, "findings"))
    if found < _MANY:
        return None
    made = _done(facts, found)
    del made[-1][field]
    if field == "state":
        del made[-1]["done_on"]
    _rectified(data, made)
    return ("rectification", found - 1)


def stateless(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """Of one problem nobody says whether it was put right."""
    del dice
    return _lacking(data, facts, "state")


def dateless(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """Of one problem nobody says when it was put right."""
    del dice
    return _lacking(data, facts, "done_on")


def too_much(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """More money was put right than the problem is about."""
    known = [n for n, one in enumerate(entries(data, "findings")) if "amount" in one]
    if not known:
        return None
    n = dice.pick(known)
    about = number(entries(data, "findings")[n], "amount")
    answered(data, facts, n)["amount"] = f"{about + dice.between(1, 9):f}"
    return ("rectification", 0, "amount")


KINDS = (
    FaultKind("survey-does-not-add-up", paper=surplus, unsaid=("问卷",)),
    FaultKind("satisfaction-differs-from-survey", paper=happier, unsaid=("",)),
    FaultKind("rectification-open-past-due", paper=overdue),
    FaultKind("rectification-without-state", paper=stateless),
    FaultKind("rectification-without-date", paper=dateless),
    FaultKind("rectified-over-found", paper=too_much),
)
