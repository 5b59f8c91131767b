"""Faults in result, findings and disclosure of a finished paper."""

from datetime import timedelta

from generator.demo.dice import Dice
from generator.demo.facts import Facts
from generator.demo.faults.blocks import block
from generator.demo.faults.kinds import FaultKind, Paper
from generator.model.presence import Presence
from generator.source import At

_LATE = 26
"""Days behind the twenty that the rule allows, at least some."""


def total_missing(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """The report states no total."""
    del dice
    if facts.total is None:
        return None
    del block(data, "result")["total"]
    return ("result", "total")


def grade_missing(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """The report states no grade, and its form has one."""
    del dice
    is_asked_for = facts.project.evaluation_type != "self_evaluation"
    if facts.grade is None or not (is_asked_for or facts.frame.grade_cell is Presence.ALWAYS):
        return None
    del block(data, "result")["grade"]
    return ("result", "grade")


def _is_report(data: Paper, facts: Facts) -> bool:
    """Whether the paper has a place for problems and for advice, and not only a table."""
    return bool(data.get("sections")) or facts.project.evaluation_type != "self_evaluation"


def unanswered(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """Findings, and no recommendation at all."""
    del dice
    if not _is_report(data, facts):
        return None
    return None if data.pop("recommendations", None) is None else ("recommendations",)


def unfounded(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """A recommendation that answers no finding, beside others that do."""
    answers = data.get("recommendations", [])
    if not isinstance(answers, list):
        raise TypeError(answers)
    if not answers or not _is_report(data, facts):
        return None
    text = dice.pick(("加大资金投入，扩大项目覆盖面。", "进一步提高思想认识，加强组织领导。"))
    data["recommendations"] = [*answers, {"text": text}]
    return ("recommendations", len(answers), "text")


def nothing_found(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """Nothing is said to be wrong, and yet points were lost."""
    if facts.total is None or facts.is_full or "findings" not in data:
        return None
    data["findings"] = [
        {"id": "w1", "text": dice.pick(("无", "暂无。", "未发现问题。", "无明显问题。"))}
    ]
    data["recommendations"] = [{"text": "无。", "findings": ["w1"]}]
    return ("findings", 0, "text")


def found_anyway(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """Full marks, and findings."""
    if facts.total is None or facts.total != facts.frame.total or "findings" in data:
        return None
    text = dice.pick(
        (
            "项目档案资料收集不够及时，后续管护责任有待明确。",
            "资金使用的绩效跟踪不够，个别环节衔接不紧。",
        )
    )
    data["findings"] = [{"id": "w1", "text": text, "category": "项目管理"}]
    data["recommendations"] = [{"text": "明确责任岗位，完善台账，定期检查。", "findings": ["w1"]}]
    return ("findings",)


def wrong_order(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """Published before it was issued."""
    day = facts.dates.issued - timedelta(dice.between(3, 30))
    block(data, "disclosure")["published"] = day.isoformat()
    return ("disclosure", "published")


def late(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """Published more than twenty days after the approval."""
    day = facts.dates.approved + timedelta(dice.between(_LATE, 120))
    block(data, "disclosure")["published"] = day.isoformat()
    return ("disclosure", "published")


def unlabelled(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """The metadata head lacks what a disclosure column must show."""
    del facts
    names = dice.pick((("publisher",), ("issued", "published")))
    for name in names:
        block(data, "disclosure").pop(name, None)
    return ("disclosure", names[0])


KINDS = (
    FaultKind("total-missing", paper=total_missing),
    FaultKind("grade-missing", paper=grade_missing),
    FaultKind("findings-without-recommendations", paper=unanswered),
    FaultKind("recommendations-without-findings", paper=unfounded),
    FaultKind("nothing-found-but-points-lost", paper=nothing_found),
    FaultKind("full-marks-with-findings", paper=found_anyway),
    FaultKind("date-out-of-order", paper=wrong_order),
    FaultKind("published-late", paper=late),
    FaultKind("disclosure-metadata-missing", paper=unlabelled),
)
