"""What kinds, columns and frames say of their place, of one another and of what they name."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from generator.binding.filling import Form
from generator.diagnostics import Diagnostic
from generator.model.columns import Column, Columns, ColumnType, Position
from generator.model.evaluation import Evaluation
from generator.model.frames import Frame
from generator.model.fund_rows import FundAmounts
from generator.model.indicators import Indicator
from generator.model.kinds import EvaluationKind
from generator.model.search_words import SearchWords
from generator.schema.fields import Model
from generator.schema.lexicon import Lexicon
from generator.schema.vocabulary import vocabulary
from generator.source import At
from generator.values.lookalikes import as_typed, told
from generator.values.names import folded
from generator.values.text import nearest, shown


def kinds(forms: Mapping[Path, Form[EvaluationKind]], lexicon: Lexicon) -> Iterator[Diagnostic]:
    """A kind carries its file's name and names of its own; the columns it names are declared."""
    known = {column.label for of_place in lexicon.columns.values() for column in of_place}
    first: dict[str, Form[EvaluationKind]] = {}
    for file, form in forms.items():
        kind = form.value
        if kind is None:
            continue
        if kind.id != file.stem:
            message = f"「{form.label(('id',))}」写的是「{kind.id}」，而文件名是「{file.stem}」"
            yield form.fault("path-mismatch", ("id",), message, "请改为一致", found=kind.id)
        names = {"name": (kind.name,), "english": (kind.english,), "aliases": kind.aliases}
        for field, spellings in names.items():
            for spelling in spellings:
                other = first.setdefault(folded(spelling), form)
                if other is not form:
                    message = f"评价类型「{spelling}」与 {other.document.path} 重名"
                    remedy = "请改用另一个名称"
                    yield form.fault("duplicate-id", (field,), message, remedy, found=spelling)
        yield from _columns(form, kind.columns, known, lexicon)


def frames(forms: Mapping[Path, Form[Frame]], lexicon: Lexicon) -> Iterator[Diagnostic]:
    """Columns of a frame's form are fields of its rows, or declared; so are the kinds it is for."""
    fields = {
        term.label
        for model in (Indicator, FundAmounts)
        for term in vocabulary(model).terms.values()
    }
    known = fields | {c.label for of_place in lexicon.columns.values() for c in of_place}
    for form in forms.values():
        if form.value is not None:
            yield from _columns(form, form.value.columns, known, lexicon)
            yield from _kinds(form, form.value.kinds, lexicon)


def _kinds(form: Form[Frame], names: Sequence[str], lexicon: Lexicon) -> Iterator[Diagnostic]:
    labels = lexicon.labels("kinds", form.language)
    for n, name in enumerate(names):
        if lexicon.word("kinds", name) is None and not lexicon.may_hold("kinds", name):
            guess = nearest(as_typed(name), labels) or ""
            asked = f"是否应为「{guess}」？" if guess else ""
            yield form.fault(
                "unknown-choice", ("kinds", n),
                f"「{form.label(('kinds',))}」没有「{shown(name)}」这一类文件{told(name)}",
                f"{asked}可选：{'、'.join(labels)}", found=name, expected=guess,
            )  # fmt: skip


def _columns(
    form: Form[Any], names: Sequence[str], known: Collection[str], lexicon: Lexicon
) -> Iterator[Diagnostic]:
    for n, name in enumerate(names):
        if name not in known and not lexicon.may_hold("columns", name):
            guess = nearest(as_typed(name), known) or ""
            asked = f"是否应为「{guess}」？" if guess else ""
            yield form.fault(
                "unknown-column", ("columns", n),
                f"没有登记名为「{shown(name)}」的栏目{told(name)}",
                f"{asked}请先登记在 content/columns.yml", found=name, expected=guess,
            )  # fmt: skip


def columns(forms: Mapping[Path, Form[Columns]]) -> Iterator[Diagnostic]:
    """Columns of one place have names of their own, none of a field; a list of words has some."""
    first: dict[tuple[str, str], Column] = {}
    for form in forms.values():
        for n, column in enumerate(form.value.columns if form.value else ()):
            for field, spelling in (("name", column.name), ("english", column.english)):
                here = (column.position, spelling)
                if first.setdefault(here, column) is not column:
                    message = f"栏目「{spelling}」在「{column.position.label}」中登记了两次"
                    yield form.fault(
                        "duplicate-id", ("columns", n, field), message, "请改用另一个名称",
                        found=spelling,
                    )  # fmt: skip
            for field, spelling in (("name", column.name), ("english", column.english)):
                if spelling in _fields_beside(column.position):
                    yield form.fault(
                        "duplicate-id", ("columns", n, field),
                        f"栏目「{spelling}」与「{column.position.label}」本来就有的栏目同名",
                        "本来就有的直接填写，不必登记；确是另一栏的，请改用另一个名称",
                        found=spelling,
                    )  # fmt: skip
            if column.type is ColumnType.CHOICE and not column.choices:
                yield form.fault(
                    "missing-field", ("columns", n, "choices"),
                    f"栏目「{column.name}」的类型是选项，而没有写可选的词", "请补充「选项」",
                )  # fmt: skip


def words(forms: Mapping[Path, Form[SearchWords]], own: Path) -> Iterator[Diagnostic]:
    """What readers say has one meaning in a file; those in `own`, the program's, are overridden."""
    for file, form in forms.items():
        if file.parent == own:
            continue
        first: dict[str, At] = {}
        for n, word in enumerate(form.value.words if form.value else ()):
            for m, said in enumerate(word.said):
                at: At = ("words", n, "said", m)
                before = first.setdefault(folded(said), at)
                if before != at:
                    line = form.fault("duplicate-id", before, "", "").location.line
                    yield form.fault(
                        "duplicate-id", at, f"说法「{shown(said)}」在第 {line} 行已经登记",
                        "同一个说法只写一次，请合并这两处", found=said,
                    )  # fmt: skip


@cache
def _fields_beside(position: Position) -> frozenset[str]:
    """The names, in both languages, of all fields that stand beside the columns of a place."""
    blocks = (vocabulary(model).terms.values() for model in _blocks(Evaluation, frozenset()))
    beside = (terms for terms in blocks if any(t.columns == position.value for t in terms))
    return frozenset(name for terms in beside for t in terms for name in (t.label, t.name))


def _blocks(model: type[Model], above: frozenset[type[Model]]) -> Iterator[type[Model]]:
    """A model and all that it holds."""
    yield model
    for term in vocabulary(model).terms.values():
        if term.model is not None and term.model not in (*above, model):
            yield from _blocks(term.model, above | {model})
