"""The record itself: facts and sentences as plain data under English names."""

from decimal import Decimal

from generator.demo import heads, prose
from generator.demo.dice import Dice
from generator.demo.facts import Facts, scene
from generator.demo.findings import Found, found
from generator.demo.projects import Programme
from generator.demo.purse import STAGES, Purse
from generator.demo.rows import MadeRow
from generator.source import Plain

ATTACHMENT = "绩效评价报告.pdf"
_ATTACHED = 8
_SHARED_ANSWER = 25


def paper(facts: Facts, programme: Programme, seed: int) -> dict[str, Plain]:
    """Everything a record file holds, in the order of the model."""
    dice = Dice(seed, "prose", facts.key)
    voice = programme.voice(facts.project, dice)
    voice.scene |= scene(facts)
    project = facts.project
    purpose = voice.say(dice.pick(voice.patterns("用途")))
    told = found(facts, voice)
    data: dict[str, Plain] = {
        "format": "1",
        "status": "published",
        "title": f"{facts.year}年度{facts.bureau.name}{project.name}{project.table.outline}",
        "project": _present(
            {
                "name": project.name,
                "code": project.code,
                "unit": project.carrier,
                "purpose": purpose,
            }
        ),
        "evaluation_type": project.evaluation_type,
        "scope": project.scope,
        "frame": project.frame.name,
        "evaluator": voice.word("机构") if project.evaluation_type != "self_evaluation" else None,
        "funds": _funds(facts.purse),
        "objective": prose.objective(voice),
        "indicators": [_row(row) for row in facts.rows],
        "result": _present({"total": _number(facts.total), "grade": facts.grade}),
        "findings": [_finding(n, one) for n, one in enumerate(told, 1)],
        "recommendations": _answers(told, dice),
        "sections": prose.sections(facts, voice),
        "disclosure": _disclosure(facts, dice),
    }
    if project.is_report and dice.chance(_ATTACHED):
        data["attachments"] = [{"file": ATTACHMENT, "title": f"{project.name}绩效评价报告"}]
    if dice.chance(50):
        data["source"] = {"name": dice.pick(("预算绩效管理信息系统导出", "部门报送的电子表格"))}
    return _present(data)


def _present(data: dict[str, Plain]) -> dict[str, Plain]:
    """Without what is empty."""
    return {name: value for name, value in data.items() if value}


def _number(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"


def _funds(purse: Purse) -> dict[str, Plain]:
    rows: list[Plain] = [
        {"source": row.source, **{stage: heads.amount(row.at(stage)) for stage in STAGES}}
        for row in purse.rows
    ]
    rates: dict[str, Plain] = {}
    if purse.arrival is not None:
        rates["arrival"] = {"value": f"{purse.arrival:f}%", "base": "received_by_budget"}
    if purse.execution is not None:
        rates["execution"] = {"value": f"{purse.execution:f}%", "base": purse.execution_base}
    totals: dict[str, Plain] = {}
    if purse.totals is not None:
        totals = {stage: heads.amount(amount) for stage, amount in purse.totals.items()}
    return _present(
        {
            "unit": purse.unit,
            "rows": rows,
            "stated_total": totals,
            "stated_rates": rates,
            "explanation": purse.explanation,
        }
    )


def _row(row: MadeRow) -> dict[str, Plain]:
    return _present(
        {
            "name": row.name,
            "weight": _number(row.weight),
            "score": _number(row.score),
            "review_score": _number(row.review),
            "operator": row.operator,
            "target": row.target,
            "unit": row.unit,
            "actual": row.actual,
            "deviation_reason": row.reason,
            "corrective_action": row.measure,
            "evidence": row.evidence,
            "children": [_row(child) for child in row.children],
        }
    )


def _finding(n: int, one: Found) -> dict[str, Plain]:
    amount = None if one.amount is None else heads.amount(one.amount)
    return _present({"id": f"w{n}", "text": one.text, "category": one.category, "amount": amount})


def _answers(told: list[Found], dice: Dice) -> list[Plain]:
    """One recommendation for each finding, or one for two of a kind."""
    answers: list[Plain] = []
    n = 0
    while n < len(told):
        both = n + 1 < len(told) and told[n].category == told[n + 1].category
        number = 2 if both and dice.chance(_SHARED_ANSWER) else 1
        names: list[Plain] = [f"w{m + 1}" for m in range(n, n + number)]
        answers.append({"text": told[n].answer, "findings": names})
        n += number
    return answers


def _disclosure(facts: Facts, dice: Dice) -> dict[str, Plain]:
    dates, bureau = facts.dates, facts.bureau
    numbered = dice.chance(55)
    serial = dice.between(1, 180)
    mark = "示财绩" if facts.project.evaluation_type == "fiscal_evaluation" else "示绩评"
    return _present(
        {
            "index_number": f"SL-{bureau.region.id.upper()}-{facts.year}-{facts.project.id[-5:]}",
            "publisher": bureau.name,
            "document_number": f"{mark}〔{dates.issued.year}〕{serial}号" if numbered else None,
            "subject": dice.pick(("财政、金融、审计", "预算绩效", "财政预决算")),
            "issued": dates.issued.isoformat(),
            "approved": dates.approved.isoformat(),
            "published": dates.published.isoformat(),
            "openness": "proactive",
            "validity": "valid",
            "contact": f"0000-{dice.between(2, 8)}{dice.between(100_000, 999_999)}",
            "secrecy_review": f"{bureau.alias}保密审查岗，{dates.reviewed.isoformat()}",
        }
    )
