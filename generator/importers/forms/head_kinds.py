"""Which part of a form a head is of, by the fields that its columns name."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.importers.forms.columns import STAGES
from generator.importers.part import Part

_DONE = frozenset(("demand", "measure", "progress", "state", "done_on"))
_OF_PROJECT = frozenset(("project.name", "project.code"))
_COUNTED = frozenset(("sent", "returned", "valid"))
_WITH_PROBLEM = frozenset(("recommendation", "cause", "category", "amount"))
_LEAST_ITEMS = 3


def _is_score_head(fields: Sequence[str]) -> bool:
    levels = sum(field.startswith("level.") for field in fields)
    others = len(fields) - levels
    return levels >= 1 and (others >= 2 or (levels >= 2 and others >= 1))  # noqa: PLR2004


def _is_fund_head(fields: Sequence[str]) -> bool:
    stages = len(STAGES.intersection(fields))
    is_of_uses = stages == 1 or {"whole", "use.unit_price"} <= set(fields)
    return stages >= 2 or (is_of_uses and "use.name" in fields)  # noqa: PLR2004 -- two stages


def _is_ledger_head(fields: Sequence[str]) -> bool:
    return "finding" in fields and not _DONE.isdisjoint(fields)


def _is_items_head(fields: Sequence[str]) -> bool:
    if is_of_bodies(fields) or is_of_places(fields):
        return True
    if _OF_PROJECT.isdisjoint(fields):
        return False
    if "findings" in fields:
        return True
    told = any(field.startswith(("result.", "funds.")) for field in fields)
    return "project.name" in fields and told and len(set(fields)) >= _LEAST_ITEMS


def is_of_bodies(fields: Iterable[str]) -> bool:
    """Whether bodies are what a list evaluates: it names no projects, and gives points."""
    held = set(fields)
    return _OF_PROJECT.isdisjoint(held) and {"project.unit", "result.total"} <= held


def is_of_places(fields: Iterable[str]) -> bool:
    """Whether regions are what a list evaluates: it names nothing else, and gives them grades."""
    held = set(fields)
    others = {"project.unit", *_OF_PROJECT}
    return others.isdisjoint(held) and {PLACE, "result.total", "result.grade"} <= held


PLACE = "place.place"


def _is_survey_head(fields: Sequence[str]) -> bool:
    return len(_COUNTED.intersection(fields)) >= 2  # noqa: PLR2004 -- sheets sent and come back


def _is_problem_head(fields: Sequence[str]) -> bool:
    return "finding" in fields and not _WITH_PROBLEM.isdisjoint(fields)


def _is_goal_head(fields: Sequence[str]) -> bool:
    return len(set(fields)) >= 2  # noqa: PLR2004 -- what was aimed at, and what came of it


HEADS: Mapping[Part, Callable[[Sequence[str]], bool]] = {
    Part.RECTIFICATION: _is_ledger_head,
    Part.ITEMS: _is_items_head,
    Part.INDICATORS: _is_score_head,
    Part.FUNDS: _is_fund_head,
    Part.OBJECTIVE: _is_goal_head,
    Part.SURVEYS: _is_survey_head,
    Part.PROBLEMS: _is_problem_head,
}
"""In the order in which they are tried."""
