"""Documents that look at a project once more: how far it has come, whether its scores hold."""

from collections.abc import Mapping
from decimal import Decimal

from generator.demo.facts import Facts
from generator.demo.heads import amount
from generator.demo.rows import MadeRow
from generator.source import Plain

Form = dict[str, Plain]


def follow_up(form: Form, facts: Facts, goals: list[MadeRow]) -> Form:
    """What was done and spent by the end of the year, without points."""
    purse, year = facts.purse, facts.year
    amounts = {
        stage: amount(purse.total(stage)) for stage in ("adjusted_budget", "received", "spent")
    }
    cells = ("name", "operator", "target", "unit", "actual")
    rows: list[Plain] = [
        {name: cell for name in cells if (cell := getattr(row, name))}
        | ({"deviation_reason": row.reason} if row.missed and row.reason else {})
        for row in goals
        if row.reason or not row.missed
    ]
    return form | {
        "period": {"start": f"{year}-01-01", "end": f"{year}-12-31"},
        "funds": {"unit": purse.unit, "by_year": [{"year": f"{year}", **amounts}]},
        "objective": {"achieved": "年度内安排的工作已按实施方案推进，后续任务转入下一年度。"},
        "indicators": rows,
    }


def review(form: Form, facts: Facts, data: Mapping[str, Plain]) -> Form:
    """The scores of an evaluation beside those of the bureau, which takes none of them back."""
    indicators = data["indicators"]
    rows: list[Plain] = []
    for row in indicators if isinstance(indicators, list) else []:
        if isinstance(row, dict):
            points = {"weight": row["weight"], "score": row["score"], "review_score": row["score"]}
            rows.append({"name": row["name"], **points, "score_note": "抽查的资料与自评一致"})
    total = f"{facts.total or Decimal(0):f}"
    return form | {
        "frame": facts.frame.name,
        "related": [{"relation": "复核", "record": facts.path}],
        "indicators": rows,
        "result": {
            "total": total,
            "review_total": total,
            "grade": facts.grade,
            "opinion": "抽查了原始资料，评价结论可靠，维持原来的等级。",
        },
    }


def is_scored(facts: Facts, data: Mapping[str, Plain]) -> bool:
    """Whether an evaluation prints all that a review has to quote."""
    indicators = data.get("indicators")
    rows = indicators if isinstance(indicators, list) else []
    printed = all(isinstance(r, dict) and r.get("weight") and r.get("score") for r in rows)
    return bool(rows) and printed and facts.total is not None and bool(facts.grade)
