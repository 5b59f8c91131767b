"""What the items of one document say of one another, and of money in columns that a form adds."""

from collections.abc import Iterator

from generator.binding.filling import Form
from generator.diagnostics import Diagnostic, Severity
from generator.model.evaluation import Evaluation
from generator.model.items import Item
from generator.model.project import Project
from generator.schema.fields import Extra
from generator.schema.lexicon import Lexicon
from generator.source import At
from generator.values.notations import MONEY_NOTATION
from generator.values.text import shown


def faults(
    form: Form[Evaluation], evaluation: Evaluation, lexicon: Lexicon
) -> Iterator[Diagnostic]:
    """Items that are one project, and sums in added columns that have no unit to go by."""
    yield from _same_project(form, evaluation)
    for at, item in _all((), evaluation):
        if item.funds is None and evaluation.funds is None:
            yield from _without_unit(form, at, item, lexicon)


def _same_project(form: Form[Evaluation], evaluation: Evaluation) -> Iterator[Diagnostic]:
    """One project of one type and time counts once in sums: of two, one is left out."""
    first: dict[object, tuple[At, Project]] = {}
    for at, item in _all((), evaluation):
        project = item.project
        if not at or project is None or item.items:
            continue
        own = project.id or item.id
        identity = own, project.unit, item.evaluation_type, item.period
        before, same = first.setdefault(identity, (at, project))
        # Equal ids of the items themselves are another fault, and said as that.
        if before != at and (project.id or same.id):
            line = form.location(before).line
            yield form.fault(
                "duplicate-evaluation", (*at, "project"),
                f"分项「{shown(project.name)}」的项目编号「{own}」与第 {line} 行的分项相同，"
                "合计中只计其中一项的金额",
                "请核对是否重复录入；确属两个项目的，改用不同的项目编号，或写明实施单位",
                found=own or "", severity=Severity.WARNING,
            )  # fmt: skip


def _without_unit(
    form: Form[Evaluation], at: At, item: Item, lexicon: Lexicon
) -> Iterator[Diagnostic]:
    for place, path, extra in _added(item):
        for label, cell in extra.items():
            column = lexicon.column(place, label)
            if column is None or column.notation is not MONEY_NOTATION or column.unit or not cell:
                continue
            here = (*at, *path, "extra", label)
            yield form.fault(
                "unit-missing", here,
                f"「{form.label(here)}」填写的「{shown(str(cell))}」没有单位，也没有资金表可以依据",
                "请填写「资金」的「单位」，如 资金: {单位: 万元}",
                found=str(cell), severity=Severity.WARNING,
            )  # fmt: skip


def _added(item: Item) -> Iterator[tuple[str, At, Extra]]:
    """Added columns outside the fund table: the place that declares them, their path, cells."""
    if item.project is not None:
        yield "project", ("project",), item.project.extra
    for n, entry in enumerate(item.rectification):
        yield "rectification", ("rectification", n), entry.extra


def _all(at: At, item: Item) -> Iterator[tuple[At, Item]]:
    """An item and all below it, each with its path."""
    yield at, item
    for n, inner in enumerate(item.items):
        yield from _all((*at, "items", n), inner)
