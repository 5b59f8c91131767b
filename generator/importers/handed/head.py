"""The head of a form: names, with room for their values beside them."""

from collections.abc import Iterator, Mapping, Sequence

from generator.importers.handed.boxes import Field, field_of
from generator.model.columns import Column, Position
from generator.model.documents import Disclosure, Source
from generator.model.evaluation import Evaluation
from generator.model.frames import Frame
from generator.model.funds import Funds
from generator.model.items import Item
from generator.model.kinds import Block, EvaluationKind
from generator.model.outcome import Objective, Result
from generator.model.project import Period, Project
from generator.schema.fields import Model
from generator.schema.vocabulary import Term, vocabulary
from generator.source import Plain

Record = Mapping[str, Plain]
Pair = tuple[Field, str]

FRAME, SCOPE, UNIT = "指标体系名称", "评价对象", "金额单位"
_PROJECT = {"name": "项目名称", "code": "项目编码", "unit": "实施单位", "purpose": "项目用途"}
_PERIOD = {"start": "起始日期", "end": "截止日期"}
_DISCLOSURE = {
    "publisher": "发布机构", "document_number": "文号", "index_number": "索引号",
    "subject": "主题分类", "issued": "成文日期", "published": "发布日期",
}  # fmt: skip
_RESULT = {
    "grade": "评价等级", "opinion": "评价结论", "amount_advised": "建议金额",
    "note": "其他需要说明的问题",
}  # fmt: skip
_ROLES = ("主管部门", "填报单位")
"""Asked for in every form; a record may have others of these."""
ROLES = frozenset(
    ("主管部门", "中央主管部门", "填报单位", "财政部门", "委托方", "购买主体", "承接主体")
)


def block(record: Record, key: str) -> Record:
    """A block of a record; empty where it has none."""
    found = record.get(key)
    return found if isinstance(found, dict) else {}


def entries(record: Record, key: str) -> Sequence[Record]:
    """The entries of a list of blocks."""
    found = record.get(key)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def text(record: Record, key: str) -> str:
    """A value as it is typed; empty for none."""
    found = record.get(key)
    return found if isinstance(found, str) else ""


def key_of(model: type[Model], name: str) -> str:
    """What a record in Chinese calls a field."""
    return vocabulary(model).terms[name].label


def of_document(
    kind: EvaluationKind, frame: Frame, year: str, record: Record, columns: Sequence[Column]
) -> Iterator[Pair]:
    """What the document is, of whom, and of which project."""
    terms = vocabulary(Evaluation).terms
    yield field_of(terms["evaluation_type"]), kind.name
    yield field_of(terms["scope"], SCOPE), text(record, terms["scope"].label)
    yield field_of(terms["frame"], FRAME), frame.name
    yield field_of(terms["year"]), year
    yield from _of_block(Project, block(record, key_of(Item, "project")), _PROJECT)
    yield from _of_columns(block(record, key_of(Item, "project")), kind, frame, columns)
    yield from _of_bodies(record)
    evaluator = terms["evaluator"]
    if text(record, evaluator.label):
        yield field_of(evaluator), text(record, evaluator.label)
    asked = Block.PERIOD in kind.laid_out
    yield from _of_block(Period, block(record, terms["period"].label), _PERIOD, always=asked)
    yield from _of_block(
        Disclosure, block(record, terms["disclosure"].label), _DISCLOSURE, always=False
    )
    yield from _of_block(
        Source, block(record, terms["source"].label), {"form_number": "表号"}, always=False
    )


def of_objective(kind: EvaluationKind, record: Record) -> Iterator[Pair]:
    """The goals of the year."""
    goal = block(record, key_of(Item, "objective"))
    for term in vocabulary(Objective).terms.values():
        is_asked = Block.OBJECTIVE in kind.laid_out and term.name in ("expected", "achieved")
        if is_asked or text(goal, term.label):
            yield field_of(term), text(goal, term.label)


def of_money(kind: EvaluationKind, record: Record) -> Iterator[Pair]:
    """The unit of all amounts; the form prints it once."""
    funds = block(record, key_of(Item, "funds"))
    if funds or Block.FUNDS in kind.laid_out:
        yield field_of(vocabulary(Funds).terms["unit"], UNIT), text(funds, key_of(Funds, "unit"))


def of_result(
    kind: EvaluationKind, frame: Frame, record: Record, *, with_totals: bool
) -> Iterator[Pair]:
    """The verdict; the totals too where no table of scores has room for them."""
    result = block(record, key_of(Item, "result"))
    terms = vocabulary(Result).terms
    if with_totals:
        for name, called in (("total", "总分"), ("review_total", "复核总分")):
            if value := text(result, terms[name].label):
                yield field_of(terms[name], called), value
    words = (*(band.name for band in frame.bands), *kind.verdicts)
    for name, called in _RESULT.items():
        is_asked = name == "grade" and (kind.has_grades or bool(kind.verdicts))
        if is_asked or text(result, terms[name].label):
            choices = words if name == "grade" else ()
            yield field_of(terms[name], called, choices), text(result, terms[name].label)


def of_funds_text(record: Record) -> Iterator[Pair]:
    """What explains the table of money."""
    term = vocabulary(Funds).terms["explanation"]
    if value := text(block(record, key_of(Item, "funds")), term.label):
        yield field_of(term, "资金情况说明"), value


def _of_block(
    model: type[Model], data: Record, names: Mapping[str, str], *, always: bool = True
) -> Iterator[Pair]:
    terms: Mapping[str, Term] = vocabulary(model).terms
    for name, called in names.items():
        value = text(data, terms[name].label)
        if value or (always and name != "purpose"):
            yield field_of(terms[name], called), value


def _of_columns(
    project: Record, kind: EvaluationKind, frame: Frame, columns: Sequence[Column]
) -> Iterator[Pair]:
    held = block(project, key_of(Project, "extra"))
    asked = (*kind.columns, *frame.columns)
    for column in columns:
        is_of_project = column.position is Position.PROJECT
        if is_of_project and (column.name in asked or column.name in held):
            yield field_of_column(column), text(held, column.name)


def field_of_column(column: Column) -> Field:
    """A declared column as a form asks for it."""
    unit = f"，单位：{column.unit}" if column.unit else ""
    return Field(
        column.name, column.name, f"{column.description or column.type.label}{unit}",
        column.declared.choices,
    )  # fmt: skip


def _of_bodies(record: Record) -> Iterator[Pair]:
    said = entries(record, key_of(Item, "bodies"))
    term = vocabulary(Item).terms["bodies"]
    for role in _ROLES:
        if not any(text(body, "角色") == role for body in said):
            yield Field(term.label, role, "单位全称"), ""
    for body in said:
        role, code = text(body, "角色"), text(body, "代码")
        if role in ROLES:
            name = text(body, "名称")
            yield Field(term.label, role, "单位全称"), f"{code}-{name}" if code else name
