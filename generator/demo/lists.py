"""Documents about several projects: a list of bonds, a notice of results."""

from generator.demo.facts import Facts
from generator.demo.heads import Companion, amount, days, disclosure
from generator.demo.projects import YEARS
from generator.source import Plain

_NOTICED = (12, 5)
_BONDS = (
    ("sewage", "污水处理厂扩建（虚构）", ("1.20", "1.08"), "88.5", "良"),
    ("parking", "公共停车场（虚构）", ("0.45", "0.45"), "93", "优"),
    ("workshops", "产业园标准厂房（虚构）", ("0.30", "0.21"), "81", "良"),
)


def bonds(facts: Facts) -> Companion:
    """A list of projects paid with bonds."""
    year = YEARS[-1]
    items: list[Plain] = [
        {
            "id": number,
            "project": {"name": name},
            "funds": {"stated_total": {"issued": issued, "spent": spent}},
            "result": {"total": total, "grade": grade},
        }
        for number, name, (issued, spent), total, grade in _BONDS
    ]
    data: dict[str, Plain] = {
        "format": "2",
        "status": "published",
        "title": f"{year}年度新增专项债券项目绩效评价情况",
        "evaluation_type": "self_evaluation",
        "scope": "special_bond",
        "frame": "专项债券项目绩效评价-决策管理产出效益",
        "funds": {"unit": "yi_yuan", "stated_total": {"issued": "1.95", "spent": "1.74"}},
        "items": items,
        "disclosure": disclosure(facts, days(year + 1, (6, 12))),
    }
    return Companion(f"{year}/{facts.bureau.id}/special-bonds", data)


def notice(listed: list[Facts]) -> Companion:
    """The results of several evaluations of one year."""
    first = listed[0]
    items: list[Plain] = []
    for facts in listed:
        purse = facts.purse
        items.append(
            {
                "id": facts.project.id,
                "project": {"name": facts.project.name, "unit": facts.bureau.name},
                "frame": facts.frame.name,
                "funds": {
                    "unit": purse.unit,
                    "stated_total": {
                        stage: amount(purse.total(stage)) for stage in ("adjusted_budget", "spent")
                    },
                },
                "result": {"total": f"{facts.total:f}", "grade": facts.grade},
            }
        )
    data: dict[str, Plain] = {
        "format": "2",
        "status": "published",
        "title": f"{first.year}年度绩效评价结果通报",
        "evaluation_type": "results_notice",
        "scope": "project_expenditure",
        "items": items,
        "disclosure": disclosure(first, days(first.year + 1, _NOTICED)),
    }
    return Companion(f"{first.year}/{first.bureau.id}/results-notice", data)
