"""The draft of a record: the fields its kind usually has, each explained; the rest by name."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath

from generator.binding.opening import NEWEST
from generator.model.documents import Disclosure, Related, Source, Status
from generator.model.evaluation import Evaluation
from generator.model.findings import Finding, Recommendation, Rectification
from generator.model.fund_rows import Fund
from generator.model.funds import Funds
from generator.model.kinds import Block, Timing
from generator.model.outcome import Objective, Result, Survey
from generator.model.project import Project
from generator.scaffold import score_rows
from generator.scaffold.blank_form import BlankForm, comment
from generator.scaffold.draft import Draft
from generator.schema.fields import Model
from generator.schema.languages import Language
from generator.schema.vocabulary import spelt
from generator.source import Plain

_UP = "../" * 4
_NAMED_SCHEMA = re.compile(
    r"\A(# yaml-language-server: \$schema=(?:[^\s/]{1,80}/){0,40})record(?:\.en)?\.json(?=\s)"
)
_FIRST_SOURCE = "当年财政拨款"
"""The first row of funds on the national self-evaluation form."""
_AMOUNTS = {
    Timing.BEFORE: ("adjusted_budget",),
    Timing.DURING: ("initial_budget", "adjusted_budget", "spent", "forecast_spent"),
    Timing.AFTER: ("initial_budget", "adjusted_budget", "spent"),
    Timing.RECTIFYING: ("adjusted_budget", "spent"),
}
_OBJECTIVES = {
    Timing.BEFORE: ("whole_term", "expected"),
    Timing.DURING: ("expected", "achieved", "forecast"),
    Timing.AFTER: ("expected", "achieved"),
    Timing.RECTIFYING: (),
}
_ANSWERING = "整改"
"""What a rectification is to what it answers; other kinds are named like their relation."""
_FIRST_FINDING = "w1"
_EXCHANGED = ("findings", "recommendations")
_DONE = ("findings", "demand", "measure", "progress", "state", "responsible", "due", "done_on")


def text_of(draft: Draft, language: Language) -> str:
    """The record as a file with English keys, its comments for a file of the language."""
    form = BlankForm(language)
    data = _head(form, draft)
    for name, laid_out in _BLOCKS.items():
        if (block := laid_out(form, draft)) is not None:
            data[name] = block
    for name in _APART & data.keys():
        form.gap((name,))
    if Block.FINDINGS in draft.type.laid_out:
        form.above[("disclosure",)] = tuple(_exchanges(form))
    form.below[()] = (f"# 还可以填写：{_rest(form, draft, data)}",)
    return form.text(data)


def schema_path(language: Language) -> str:
    """Where the JSON Schema for records of this language lies in a project."""
    return "schema/record.json" if language is Language.CHINESE else "schema/record.en.json"


def with_schema_of(text: str, language: Language) -> str:
    """A record whose first comment names the schema of its own language, where it names one."""
    name = PurePosixPath(schema_path(language)).name
    return _NAMED_SCHEMA.sub(lambda match: f"{match[1]}{name}", text, count=1)


def _head(form: BlankForm, draft: Draft) -> dict[str, Plain]:
    language = form.language
    published, status = spelt(Status.PUBLISHED, language), form.key(Evaluation, "status")
    funds = form.key(Evaluation, "funds")
    form.note(
        (),
        f"yaml-language-server: $schema={_UP}{schema_path(language)}",
        "每项写成“键: 内容”：英文冒号，后面一个空格；“#”后面是说明，不会公开。报告里没有的，空着。",
        f"可随时运行 gongkai check 核对；填完后把“{status}”改为“{published}”。"
        f"怎样填写，运行 gongkai explain 加栏目名称，如 gongkai explain {funds}。",
    )
    if draft.earlier is not None:
        kept = draft.earlier.year
        form.note((), f"指标、指标值和分值沿用 {kept} 年度的记录，请逐项核对是否仍然适用。")
    form.gap(("format",))
    values: dict[str, Plain] = {
        "format": str(NEWEST),
        "status": Status.DRAFT.value,
        "title": draft.title,
        "evaluation_type": draft.type.english,
        "scope": draft.scope.value,
    }
    if draft.frame is not None:
        values["frame"] = draft.frame.name if language is Language.CHINESE else draft.frame.id
    if draft.is_unlisted:
        values["frame"] = None
        told = "本站没有登记报告所用的指标体系；登记在 content/frames/ 以后，填写它的名称"
        form.beside[("frame",)] = (comment(told),)
    if draft.period is not None:
        start, end = draft.period
        values["period"] = {"start": start.isoformat(), "end": end.isoformat()}
    return values


def _project(form: BlankForm, draft: Draft) -> Plain:
    if draft.project is None:
        return None
    values: dict[str, Plain] = {"name": draft.project, "id": draft.project_id}
    if draft.earlier is not None and (kept := draft.earlier.evaluation.project):
        values |= {"code": kept.code, "unit": kept.unit, "purpose": kept.purpose}
    return form.block(("project",), Project, ("unit", "purpose"), values)


def _funds(form: BlankForm, draft: Draft) -> Plain:
    if draft.unit is None or Block.FUNDS not in draft.type.laid_out:
        return None
    earlier = draft.earlier.evaluation.funds if draft.earlier else None
    sources = [fund.source for fund in earlier.rows] if earlier else []
    amounts = _AMOUNTS[draft.type.timing]
    rows: list[Plain] = [
        form.row(("funds", "rows", n), Fund, amounts, {"source": source})
        for n, source in enumerate(sources or [_FIRST_SOURCE])
    ]
    values: dict[str, Plain] = {"unit": draft.unit.value, "rows": rows}
    return form.block(("funds",), Funds, ("explanation",), values)


def _objective(form: BlankForm, draft: Draft) -> Plain:
    names = _OBJECTIVES[draft.type.timing]
    if not names or Block.OBJECTIVE not in draft.type.laid_out:
        return None
    return form.block(("objective",), Objective, names, {})


def _indicators(form: BlankForm, draft: Draft) -> Plain:
    if Block.INDICATORS not in draft.type.laid_out:
        return None
    return score_rows.laid_out(form, draft)


def _surveys(form: BlankForm, draft: Draft) -> Plain:
    if Block.SURVEYS not in draft.type.laid_out:
        return None
    names = ("subjects", "sent", "returned", "valid", "result")
    row = form.row(("surveys", 0), Survey, names, {"name": "服务对象满意度"})
    form.note(("surveys",), "满意度等问卷调查；没有的删去")
    return [row]


def _result(form: BlankForm, draft: Draft) -> Plain:
    if Block.RESULT not in draft.type.laid_out:
        return None
    kind = draft.type
    names = ["total"] if draft.gives_scores else []
    names += ["grade"] if kind.has_grades or kind.verdicts else []
    names += ["opinion", "amount_advised"] if kind.verdicts else []
    if not names:
        names = ["opinion"]
    if kind.verdicts:
        form.note(("result",), f"可用的结论：{'、'.join(kind.verdicts)}")
    return form.block(("result",), Result, names, {})


def _rectification(form: BlankForm, draft: Draft) -> Plain:
    """One entry for each problem of the evaluation that is answered."""
    if Block.RECTIFICATION not in draft.type.laid_out:
        return None
    found = draft.related.evaluation.findings if draft.related else ()
    entries: list[Plain] = []
    for n, finding in enumerate(found or [None]):
        values: dict[str, Plain] = {"findings": [finding.id if finding else _FIRST_FINDING]}
        form.inline.add(("rectification", n, "findings"))
        if finding is not None:
            form.note(("rectification", n), " ".join(finding.text.split()))
        first = form.block(("rectification", n), Rectification, _DONE, values)
        if n:
            for name in _DONE:
                form.beside.pop(("rectification", n, name), None)
        entries.append(first)
    return entries


def _items(form: BlankForm, draft: Draft) -> Plain:
    """Two samples, to be filled in and copied."""
    if Block.ITEMS not in draft.type.laid_out:
        return None
    form.note(("items",), "每个项目一项，编号在网址中，登记后不再更改；照样增加")
    items: list[Plain] = []
    for n, name in enumerate(("项目名称一", "项目名称二")):
        at = ("items", n)
        item: dict[str, Plain] = {
            "id": f"item-{n + 1}",
            "project": form.row((*at, "project"), Project, ("unit",), {"name": name}),
            "result": form.row((*at, "result"), Result, ("total", "grade", "note"), {}),
        }
        items.append(item)
    return items


def _related(form: BlankForm, draft: Draft) -> Plain:
    kind = draft.type
    if Block.RELATED not in kind.laid_out:
        return None
    relation = _ANSWERING if kind.timing is Timing.RECTIFYING else kind.name
    values: dict[str, Plain] = {"relation": relation}
    names: tuple[str, ...] = ("name", "record", "url")
    if draft.related is not None:
        values["record"] = draft.related.address.rstrip("/")
        names = ()
    return [form.block(("related", 0), Related, names, values)]


def _disclosure(form: BlankForm, _: Draft) -> Plain:
    return form.block(("disclosure",), Disclosure, ("publisher", "issued", "published"), {})


def _source(form: BlankForm, _: Draft) -> Plain:
    return form.block(("source",), Source, ("url",), {})


_BLOCKS: Mapping[str, Callable[[BlankForm, Draft], Plain]] = {
    "project": _project,
    "funds": _funds,
    "objective": _objective,
    "indicators": _indicators,
    "surveys": _surveys,
    "result": _result,
    "rectification": _rectification,
    "items": _items,
    "related": _related,
    "disclosure": _disclosure,
    "source": _source,
}
_APART = frozenset({"funds", "indicators", "rectification", "items", "disclosure"})
"""What stands apart from what is above it."""


def _exchanges(form: BlankForm) -> Iterator[str]:
    """Problems and what to do about them, as comments: most fields of an empty one must be filled.

    Without the comment signs they are part of the file.
    """
    finding, answer = form.key(Evaluation, "findings"), form.key(Evaluation, "recommendations")
    number, text = form.key(Finding, "id"), form.key(Finding, "text")
    answered, advice = form.key(Recommendation, "findings"), form.key(Recommendation, "text")
    yield "# 问题和建议，可以有多条；用时删去下面各行行首的“# ”"
    yield f"# {finding}: [{{{number}: w1, {text}: 发现的问题}}]"
    yield f"# {answer}: [{{{answered}: [w1], {advice}: 怎样改进}}]"


def _rest(form: BlankForm, draft: Draft, data: Mapping[str, Plain]) -> str:
    """The fields that the draft leaves out, by name: of the record, then of each block laid out."""
    named = {*data, *_EXCHANGED} if Block.FINDINGS in draft.type.laid_out else set(data)
    parts = [form.keys(Evaluation, named)]
    blocks: tuple[tuple[str, type[Model]], ...] = (
        ("project", Project), ("funds", Funds), ("objective", Objective), ("result", Result),
        ("disclosure", Disclosure), ("source", Source),
    )  # fmt: skip
    for name, model in blocks:
        block = data.get(name)
        if isinstance(block, dict):
            parts.append(f"{form.key(Evaluation, name)}中的{form.keys(model, block)}")
    if draft.type.columns:
        parts.append(f"其他栏中的{'、'.join(draft.type.columns)}")
    return "；".join(parts)
