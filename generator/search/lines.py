"""What an item of a document says, line by line: every text somebody wrote, at every level."""

from collections.abc import Iterable, Iterator, Mapping

from generator.model.findings import Finding, Recommendation, Rectification, UseOfResults
from generator.model.fund_rows import Fund, FundAmounts, FundUse, Stage
from generator.model.funds import Funds
from generator.model.indicators import Indicator
from generator.model.items import Item
from generator.model.outcome import Survey
from generator.values.choices import Choice
from generator.values.money import Unit, grouped
from generator.values.text import squeeze


def line(*texts: str | None) -> str:
    """Texts beside each other; those that are missing leave no gap."""
    return "　".join(squeeze(text) for text in texts if text)


def rows(item: Item) -> Iterator[str]:
    """Its objective, indicators, surveys, what was put right and what the results were used for."""
    objective = item.objective
    yield from filter(
        None,
        (
            objective.whole_term, objective.expected, objective.adjusted,
            objective.achieved, objective.forecast,
        ),
    )  # fmt: skip
    for top in item.indicators:
        yield from map(_indicator, top.tree())
    yield from map(_survey, item.surveys)
    for entry in item.rectification:
        yield _rectification(item, entry)
    for use in item.uses:
        yield _use(item, use)


def prose(item: Item) -> Iterator[str]:
    """What it is for, who had a part in it, its money and its result."""
    if item.project:
        yield from filter(None, (item.project.purpose, line(*_added(item.project.extra))))
    for body in item.bodies:
        yield line(body.role, body.name, body.code)
    if item.funds:
        yield from _money(item.funds)
    result = item.result
    advised = item.amount(result.amount_advised) or result.amount_advised
    yield from filter(None, (result.opinion, result.note))
    if advised is not None:
        yield f"建议金额{advised}"


def finding(item: Item, one: Finding) -> str:
    """A problem with all that is said of it."""
    quoted = item.amount(one.amount) or one.amount
    amount = None if quoted is None else f"涉及金额{quoted}"
    return line(one.text, one.cause, one.category, amount, one.responsible)


def recommendation(one: Recommendation) -> str:
    """A recommendation with who is to follow it, and when."""
    return line(one.text, one.responsible, one.due)


def _indicator(row: Indicator) -> str:
    return line(
        row.name, row.code, row.target_shown, row.actual_shown or row.unit, row.forecast_shown,
        row.likelihood, row.grade, row.deviation_reason, row.corrective_action, row.evidence,
        row.explanation, row.scoring_rule, row.score_note, *_added(row.extra),
    )  # fmt: skip


def _survey(survey: Survey) -> str:
    forms = {"发放": survey.sent, "回收": survey.returned, "有效": survey.valid}
    counted = (f"{name}{number}份" for name, number in forms.items() if number is not None)
    return line(survey.name, survey.subjects, survey.way, *counted, survey.result)


def _rectification(item: Item, entry: Rectification) -> str:
    quoted = item.amount(entry.amount) or entry.amount
    return line(
        *_labels(entry.state), entry.demand, entry.measure, entry.progress, entry.responsible,
        entry.due, None if quoted is None else f"金额{quoted}", entry.evidence, entry.open_reason,
        *map(str, filter(None, (entry.date, entry.done_on))), *_added(entry.extra),
    )  # fmt: skip


def _use(item: Item, use: UseOfResults) -> str:
    quoted = item.amount(use.amount) or use.amount
    return line(use.way, use.text, None if quoted is None else f"金额{quoted}")


def _money(funds: Funds) -> Iterator[str]:
    for row in funds.all_rows:
        yield from _amounts(row, funds.unit)
    if funds.explanation:
        yield funds.explanation


def _amounts(row: FundAmounts, unit: Unit) -> Iterator[str]:
    given = (
        f"{stage.label}{grouped(amount)}{unit.label}"
        for stage in Stage
        if (amount := row.at(stage)) is not None
    )
    yield line(row.name or "合计", *_of_row(row), *given, row.note, *_added(row.extra))
    for part in row.parts:
        yield from _amounts(part, unit)


def _of_row(row: FundAmounts) -> Iterator[str | None]:
    """What rows of one breakdown say and others do not."""
    if isinstance(row, Fund):
        yield row.document
    elif isinstance(row, FundUse):
        amount = None if row.quantity is None else f"{row.quantity:f}"
        yield from (row.content, row.done)
        yield f"{amount or ''}{row.quantity_unit or ''}"


def _added(extra: Mapping[str, str | tuple[str, ...]]) -> Iterator[str]:
    """The columns that a form adds, each behind its name."""
    for name, value in extra.items():
        yield line(name, *([value] if isinstance(value, str) else value))


def _labels(*choices: Choice | None) -> Iterable[str]:
    return (choice.label for choice in choices if choice is not None)
