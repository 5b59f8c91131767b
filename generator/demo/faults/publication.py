"""Faults in how a paper was made public: numbers, days, openness, what should not be told."""

from datetime import timedelta

from generator.demo.dice import Dice
from generator.demo.facts import Facts
from generator.demo.faults.blocks import achieved, block
from generator.demo.faults.kinds import FaultKind, Paper
from generator.source import At

_ABSURD = ("2099", "2222")


def old_number(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """The number of the document is one of years ago."""
    head, made = block(data, "disclosure"), facts.dates.issued.year
    if "document_number" not in head:
        return None
    other = made - dice.between(2, 4)
    head["document_number"] = str(head["document_number"]).replace(str(made), str(other))
    return ("disclosure", "document_number")


def slow(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """Published months after it was made; when it was approved is not told.

    A self-evaluation waits for the final accounts that it is published with.
    """
    if data["evaluation_type"] == "self_evaluation":
        return None
    head = block(data, "disclosure")
    del head["approved"]
    head["published"] = (facts.dates.issued + timedelta(dice.between(50, 120))).isoformat()
    return ("disclosure", "published")


def absurd(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """Published in a year that is far off."""
    del facts
    head = block(data, "disclosure")
    head["published"] = f"{dice.pick(_ABSURD)}{str(head['published'])[4:]}"
    return ("disclosure", "published")


def hidden(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """What is not for everybody is published."""
    del facts
    block(data, "disclosure")["openness"] = dice.pick(("on_request", "withheld"))
    return ("disclosure", "openness")


def address(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """Something that may point at a person."""
    del facts
    mark = dice.pick(
        (
            "意见反馈邮箱jxk@example.com。",
            "住址：示例村3组村民提出异议。",
            "回访车辆号牌京A12345。",
        )
    )
    return achieved(data, mark)


def unreviewed(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """Something is said to be secret, and nobody is said to have looked."""
    del facts
    del block(data, "disclosure")["secrecy_review"]
    words = ("部分内容涉密，不对外列示。", "因涉及国家秘密，有关数据从略。")
    return achieved(data, dice.pick(words))


def nowhere(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """The document that this one goes back to is not on the site."""
    data["related"] = [{"relation": "跟踪", "record": f"{facts.path}-{dice.between(2, 9)}"}]
    return ("related", 0, "record")


KINDS = (
    FaultKind("number-of-another-year", paper=old_number),
    FaultKind("published-late-after-making", paper=slow),
    FaultKind("date-implausible", paper=absurd),
    FaultKind("openness-contradicts-status", paper=hidden),
    FaultKind("personal-data-suspected", paper=address),
    FaultKind("secrecy-words", paper=unreviewed),
    FaultKind("related-record-missing", paper=nowhere),
)
