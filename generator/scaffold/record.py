"""The draft of a record: every field explained, the frame's indicators laid out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.binding.opening import NEWEST
from generator.intake.records import Record
from generator.model.documents import Status
from generator.model.evaluation import Evaluation
from generator.model.frames import Frame, FrameIndicator
from generator.model.indicators import Indicator
from generator.model.items import Scope
from generator.model.kinds import EvaluationKind
from generator.model.register import Department
from generator.scaffold.blank_form import BlankForm, comment, indented, item_of, keyed
from generator.schema.languages import Language
from generator.schema.vocabulary import spelt, vocabulary
from generator.source import Plain
from generator.values.money import Unit

_UP = "../" * 4
_FIRST_SOURCE = "当年财政拨款"
"""The first row of funds on the national self-evaluation form."""

_POINTS = frozenset({"weight", "score", "review_score"})
_OF_GROUPS = _POINTS | {"name", "children"}


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known of an evaluation before anybody fills in its record."""

    year: int
    department: Department
    id: str
    title: str
    project: str
    type: EvaluationKind
    scope: Scope
    frame: Frame
    unit: Unit
    earlier: Record | None = None
    """The same project's record of an earlier year, whose indicators and targets are kept."""

    @property
    def path(self) -> str:
        """Where the record belongs, relative to the content folder."""
        return f"records/{self.year}/{self.department.id}/{self.id}.yml"


@dataclass(frozen=True, slots=True)
class _Row:
    """An indicator before the evaluation."""

    values: Mapping[str, str]
    explanation: str | None
    children: tuple["_Row", ...]


def text_of(draft: Draft, language: Language) -> str:
    """The record as a file."""
    form = BlankForm(language)
    values = _values(draft, language)
    lines = [*_head(draft, language)]
    was_block = True
    for name, term in vocabulary(Evaluation).terms.items():
        if name == "indicators":
            part = _indicators(form, draft)
        else:
            part = form.field(Evaluation, name, values.get(name))
        # Blocks stand apart; single values stand together.
        is_block = term.model is not None
        lines += ["", *part] if is_block or was_block else part
        was_block = is_block
    return "".join(f"{line}\n" for line in lines)


def schema_path(language: Language) -> str:
    """Where the JSON Schema for records of this language lies in a project."""
    return "schema/record.json" if language is Language.CHINESE else "schema/record.en.json"


def _head(draft: Draft, language: Language) -> Iterator[str]:
    published = spelt(Status.PUBLISHED, language)
    key = vocabulary(Evaluation).terms["status"].key(language)
    yield f"# yaml-language-server: $schema={_UP}{schema_path(language)}"
    yield comment("以“#”开头的行是说明，不会公开。冒号后面空着，就是没有填写；【必填】的不能空着。")
    yield comment("每项写成“键: 内容”：英文冒号，后面一个空格。报告里没有的不要填。")
    yield comment(f"随时可以运行 gongkai check 核对；填完后把“{key}”改为“{published}”。")
    if draft.earlier is not None:
        yield comment(
            f"指标、指标值和分值沿用 {draft.earlier.year} 年度的记录，请逐项核对是否仍然适用。"
        )


def _values(draft: Draft, language: Language) -> dict[str, Plain]:
    """What the draft fills in; the frame in a word of the file's language."""
    named = draft.frame.name if language is Language.CHINESE else draft.frame.id
    earlier = draft.earlier.evaluation if draft.earlier else None
    project: dict[str, Plain] = {"name": draft.project}
    sources = [_FIRST_SOURCE]
    if earlier is not None and (kept := earlier.project):
        project |= {"code": kept.code, "unit": kept.unit, "purpose": kept.purpose}
    if earlier is not None and earlier.funds:
        sources = [fund.source for fund in earlier.funds.rows]
    rows: list[Plain] = [{"source": name} for name in sources]
    return {
        "format": str(NEWEST),
        "status": spelt(Status.DRAFT, language),
        "title": draft.title,
        "id": draft.id,
        "year": str(draft.year),
        "department": draft.department.id,
        "project": project,
        "evaluation_type": draft.type.name if language is Language.CHINESE else draft.type.english,
        "scope": spelt(draft.scope, language),
        "frame": named,
        "funds": {"unit": spelt(draft.unit, language), "rows": rows},
    }


def _indicators(form: BlankForm, draft: Draft) -> Iterator[str]:
    """The score table: a guide to its fields once, then the rows."""
    language, frame = form.language, draft.frame
    earlier = draft.earlier.evaluation if draft.earlier else None
    scored = frame.is_scored or (earlier is not None and earlier.has_points)
    table, terms = vocabulary(Evaluation).terms["indicators"], vocabulary(Indicator).terms
    yield comment(f"{form.explanation(table)}，按指标体系“{frame.name}”列出。")
    yield comment(frame.description)
    yield comment("每个指标可以填写：")
    for term in (t for t in terms.values() if scored or t.name not in _POINTS):
        said = form.explanation(term).removeprefix("【必填】")
        yield comment(f"  {term.key(language)}：{said}")
    yield comment("指标可以增加、改名或删去。再分一级时，照这样写在该指标的最后：")
    name, weight, below = (terms[n].key(language) for n in ("name", "weight", "children"))
    example = [f"    {weight}: 10"] if scored else []
    for line in (f"{below}:", f"  - {name}: 下一级指标的名称", *example):
        yield comment(f"    {line}")
    yield f"{table.key(language)}:"
    kept = earlier.indicators if earlier else ()
    rows = [_kept(row, frame, language) for row in kept] or map(_planned, frame.indicators)
    yield from indented(_rows(rows, language, scored=scored))


def _rows(rows: Iterable[_Row], language: Language, *, scored: bool) -> Iterator[str]:
    for row in rows:
        yield from item_of(_row(row, language, scored=scored))


def _row(row: _Row, language: Language, *, scored: bool) -> Iterator[str]:
    if row.explanation:
        yield comment(row.explanation)
    for term in vocabulary(Indicator).terms.values():
        name, key = term.name, term.key(language)
        if name == "children":
            if row.children:
                yield f"{key}:"
                yield from indented(_rows(row.children, language, scored=scored))
        elif (scored or name not in _POINTS) and (not row.children or name in _OF_GROUPS):
            yield from keyed(key, row.values.get(name))


def _planned(indicator: FrameIndicator) -> _Row:
    """A row as the frame prints it."""
    return _Row(
        {"name": indicator.name} | _number("weight", indicator.weight),
        indicator.explanation,
        tuple(map(_planned, indicator.children)),
    )


def _kept(indicator: Indicator, frame: Frame, language: Language) -> _Row:
    """A row of last year without what that year brought: scores, actual values, reasons."""
    values = {"name": indicator.name} | _number("weight", indicator.weight)
    if indicator.operator is not None:
        values["operator"] = spelt(indicator.operator, language)
    for name in ("target", "unit"):
        if text := getattr(indicator, name):
            values[name] = text
    printed = frame.indicator_named(indicator.name)
    return _Row(
        values,
        printed.explanation if printed else None,
        tuple(_kept(child, frame, language) for child in indicator.children),
    )


def _number(name: str, value: Decimal | None) -> dict[str, str]:
    return {} if value is None else {name: f"{value:f}"}


def predecessor(
    records: Iterable[Record], departments: Sequence[Department], draft_of: tuple[int, str, str]
) -> Record | None:
    """The newest earlier record of the same project: year, department and id of the new one."""
    year, department, name = draft_of
    successor = {d.id: d.successor for d in departments}
    run = [
        record
        for record in records
        if record.year < year
        and record.id == name
        and department in _line(record.department.id, successor)
    ]
    return max(run, key=lambda record: record.year, default=None)


def _line(department: str, successor: Mapping[str, str | None]) -> list[str]:
    """A department and those that took over its duties, in order."""
    line = [department]
    while (after := successor.get(line[-1])) and after not in line:
        line.append(after)
    return line
