"""A bureau's own criteria as rules: each is run, explained, excepted and named like any other."""

from collections.abc import Iterator, Mapping
from functools import partial

from generator.audit import needs
from generator.audit.base import Result, Rule, Unjudged
from generator.audit.criteria_rows import fitting, has_groups, missing_groups, text_of
from generator.audit.dossier.rows import Row, Text, texts_of
from generator.audit.needs import Need
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.diagnostics.manual import Manual
from generator.model.criteria import Cell, Criterion, Way, cell_named
from generator.model.items import Item
from generator.source import At
from generator.values.names import folded
from generator.values.text import shown

PREFIX = "criterion-"
"""Begins the name of every such rule, and of no other."""


def rule_of(criterion: Criterion) -> Rule:
    """A criterion that nothing is wrong with, as a rule."""
    return Rule(
        _page(criterion),
        tuple(_needs(criterion)),
        partial(_check, criterion),
        is_public=criterion.public,
    )


def _page(criterion: Criterion) -> Manual:
    by_hand = criterion.way is Way.BY_HAND
    parts = {
        "适用": "、".join(criterion.kinds) or "各类文件",
        "指标": "、".join(criterion.groups),
        "字段": criterion.field or "",
        "条件": criterion.condition.said,
        "方式": "由人判断，每一处都列入结果" if by_hand else "",
        "改法": criterion.advice.rstrip("。"),
        "依据": criterion.source.rstrip("。"),
    }
    return Manual(
        f"{PREFIX}{criterion.id}",
        criterion.title.rstrip("。"),
        Severity.HINT if by_hand else criterion.severity,
        f"{criterion.problem.rstrip('。')}。",
        {name: f"{text}。" for name, text in parts.items() if text},
    )


def _needs(criterion: Criterion) -> Iterator[Need]:
    condition, cell = criterion.condition, criterion.cell
    if criterion.kinds:
        label = "、".join(criterion.kinds)
        yield Need(label, lambda subject: criterion.is_about(subject.kind.name), of_form=True)
    if cell is not None and not cell.of_rows:
        yield needs.UNDIVIDED if cell.path[0] in Item.model_fields else needs.WHOLE
    elif cell is not None:
        yield needs.ROWS
        yield Need(f"{criterion.field}一栏", partial(_prints, cell))
    elif criterion.groups or condition.groups_missing:
        yield needs.ROWS
    elif not condition.asks_table:
        yield needs.WHOLE
    if condition.fewer_rows_than is not None:
        yield needs.ROWS
    if condition.funds_at_least is not None:
        yield needs.BUDGET


def _prints(cell: Cell, subject: Subject) -> bool:
    """Whether the form has such a column: what no row fills in may be one that it never had."""
    return any(text_of(row.indicator, cell) for row in subject.leaves)


def _check(criterion: Criterion, subject: Subject) -> Iterator[Result | Unjudged]:
    """Conditions on the whole table first: where one is not met, nothing is said of its rows."""
    if criterion.condition.groups_missing and not has_groups(subject.rows):
        yield Unjudged("指标表没有分组")
        return
    told = _of_table(criterion, subject)
    if told is None:
        return
    cell = criterion.cell
    if cell is not None and not cell.of_rows:
        yield from _in_document(criterion, cell, subject)
    elif cell is not None or (criterion.groups and criterion.way is Way.BY_HAND):
        yield from _in_rows(criterion, cell or Cell(("name",), of_rows=True), subject)
    else:
        where = "，".join(told.values()) or "本文件"
        yield _result(criterion, (next(iter(told), "title"),), where, "、".join(told.values()))


def _of_table(criterion: Criterion, subject: Subject) -> Mapping[str, str] | None:
    """What is said of the whole by the block it stands in; None where a condition is not met."""
    condition, told = criterion.condition, {}
    if condition.groups_missing:
        missing = missing_groups(subject.rows, condition.groups_missing)
        if not missing:
            return None
        told["indicators"] = f"指标表里没有{'、'.join(missing)}"
    if condition.fewer_rows_than is not None:
        rows = fitting(subject.leaves, criterion.groups)
        number = sum(not row.indicator.is_not_applicable for row in rows)
        if number >= condition.fewer_rows_than:
            return None
        told["indicators"] = f"适用的指标只有 {number} 行"
    if condition.funds_at_least is not None:
        funds = subject.item.funds
        budget = funds.budget if funds else None
        least = condition.funds_at_least.amount(funds.unit if funds else None)
        if budget is None or least is None or budget.to(least.unit).value < least.value:
            return None
        told.setdefault("funds", f"预算 {budget}")
    return told


def _in_rows(criterion: Criterion, cell: Cell, subject: Subject) -> Iterator[Result]:
    """Every row that fits; one that does not apply only where something is looked for in it."""
    condition = criterion.condition
    other = cell_named(condition.same_as) if condition.same_as else None
    seen: dict[str, Row] = {}
    for row in fitting(subject.leaves, criterion.groups):
        text = text_of(row.indicator, cell)
        if not _is_met(criterion, text):
            continue
        if row.indicator.is_not_applicable and not condition.seeks:
            continue
        if other is not None and _folded(text_of(row.indicator, other)) != _folded(text):
            continue
        first = seen.setdefault(_folded(text), row) if condition.repeated else None
        if condition.repeated and first is row:
            continue
        where = f"{row.name}的「{criterion.field}」{_quoted(text)}"
        if cell.path == ("name",):
            where = f"指标{row.name}{'前面已有一行' if condition.repeated else ''}"
        elif first is not None:
            where += f"，与前面的{first.name}相同"
        yield _result(criterion, (*row.path, *cell.path), where, shown(text))


def _in_document(criterion: Criterion, cell: Cell, subject: Subject) -> Iterator[Result]:
    """Of several texts in one field the first that holds what is looked for, else all together."""
    condition = criterion.condition
    texts = _texts(subject, cell)
    together = Text(cell.path, _joined(texts))
    other = cell_named(condition.same_as) if condition.same_as else None
    if other and _folded(_joined(_texts(subject, other))) != _folded(together.text):
        return
    for text in texts if condition.seeks else (together,):
        if _is_met(criterion, text.text):
            quoted = "" if len(texts) > 1 and text is together else _quoted(text.text)
            where = f"「{criterion.field}」{quoted}"
            yield _result(criterion, text.path, where, shown(text.text))
            return


def _texts(subject: Subject, cell: Cell) -> tuple[Text, ...]:
    value: object = subject.item
    for part in cell.path:
        value = value.get(part) if isinstance(value, Mapping) else getattr(value, part, None)
    return tuple(texts_of(value, cell.path))


def _is_met(criterion: Criterion, text: str) -> bool:
    """A question for a person is put wherever there is something to look at."""
    condition = criterion.condition
    return condition.is_met_by(text) if condition.asks_text else bool(text.strip())


def _result(criterion: Criterion, at: At, where: str, found: str) -> Result:
    problem = criterion.problem.rstrip("。")
    asked = "，请人判断" if criterion.way is Way.BY_HAND else ""
    return Result(at, f"{where}{asked}：{problem}", criterion.advice.rstrip("。"), found)


def _joined(texts: tuple[Text, ...]) -> str:
    return "\n".join(text.text for text in texts)


def _folded(text: str) -> str:
    return folded("".join(text.split()))


def _quoted(text: str) -> str:
    return f"写的是「{shown(text)}」" if text.strip() else "没有填写"
