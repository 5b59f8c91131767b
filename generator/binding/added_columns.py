"""Columns that a form adds (其他栏): read as they are declared; others stay as they were typed."""

import re
from collections.abc import Mapping

from generator.binding.understanding import understood
from generator.binding.walk import MISREAD, Walk, Way, is_blank
from generator.diagnostics import Severity
from generator.schema.lexicon import DeclaredColumn
from generator.schema.vocabulary import Term, Vocabulary
from generator.source import Plain
from generator.values.lookalikes import as_typed, told
from generator.values.names import folded
from generator.values.notations import TEXT, UnreadableError
from generator.values.text import nearest, shown

_BETWEEN = re.compile(r"[、，,；;/\s]+")
"""What stands between words that should be a list."""


def read(
    walk: Walk, term: Term, value: Mapping[str, Plain], terms: Vocabulary, way: Way
) -> dict[str, object]:
    """What stands in columns that the form adds, by their label."""
    cells: dict[str, object] = {}
    for key, cell in value.items():
        column = walk.lexicon.column(term.columns, key)
        inner = way.down(key, column.label if column else key)
        if cell is None:
            continue
        if column is None:
            _undeclared(walk, key, term, terms, inner)
        elif column.label in cells:
            _twice(walk, key, column, inner)
        cells[column.label if column else key] = _cell(walk, key, column, cell, inner)
    return cells


def _twice(walk: Walk, key: str, column: DeclaredColumn, way: Way) -> None:
    other = column.name if key == column.label else column.label
    walk.say(
        "duplicate-key", way, f"栏目「{key}」与「{other}」是同一栏，写了两次", "请只留一处",
        found=key, at_key=True,
    )  # fmt: skip


def _undeclared(walk: Walk, key: str, term: Term, terms: Vocabulary, way: Way) -> None:
    """A column that nobody declared is shown as it was typed; a slip of a known one is not.

    Of one that belongs to another part of the record it is said where. What a file declares that
    cannot be read is shown so too, and nothing is said of it here.
    """
    if walk.lexicon.may_hold("columns", key):
        return
    columns = walk.lexicon.keys(term.columns, walk.language)
    fields = terms.by_key[walk.language]
    plain = folded(key)
    slip = next((c for c in (*columns, *fields) if sorted(folded(c)) == sorted(plain)), None)
    if slip is not None:
        what = "已有自己的位置" if slip in fields else f"应写成「{slip}」"
        where = f"请把「{slip}」写在外面一层" if slip in fields else "请改正名称"
        walk.say(
            "unknown-column", way, f"栏目「{shown(key)}」{what}{told(key)}", where,
            found=key, expected=slip, at_key=True,
        )  # fmt: skip
        walk.wrong.add(way.english)
        return
    if places := "、".join(walk.lexicon.places(key)):
        walk.say(
            "undeclared-column", way, f"栏目「{shown(key)}」属于「{places}」，写在这里将照原样显示",
            f"请写在「{places}」的其他栏里", found=key, expected=places,
            severity=Severity.HINT, at_key=True,
        )  # fmt: skip
        return
    guess = nearest(as_typed(key), columns) or ""
    asked = f"是否应为「{guess}」？" if guess else ""
    walk.say(
        "undeclared-column", way, f"栏目「{shown(key)}」没有登记，将照原样显示",
        f"{asked}确有这一栏的，可登记在 content/columns.yml", found=key, expected=guess,
        severity=Severity.HINT, at_key=True,
    )  # fmt: skip


def _cell(walk: Walk, key: str, column: DeclaredColumn | None, value: Plain, way: Way) -> object:
    """A text, or several where a column offers words to choose from."""
    if isinstance(value, list) and (column is None or column.choices):
        return tuple(_one(walk, key, column, part, way.down(n, n)) for n, part in enumerate(value))
    return _one(walk, key, column, value, way)


def _one(walk: Walk, key: str, column: DeclaredColumn | None, value: Plain, way: Way) -> object:
    if not isinstance(value, str):
        message, remedy = f"「{key}」应只填写一个值", "请写文字或数字，不写列表或下级内容"
        walk.say("wrong-shape", way, message, remedy)
        return walk.reported(value, way)
    if is_blank(value):
        return walk.empty(key, value, way)
    return value if column is None else _declared(walk, key, column, value, way)


def _declared(walk: Walk, key: str, column: DeclaredColumn, value: str, way: Way) -> object:
    several = _BETWEEN.split(value.strip())
    if len(several) > 1 and set(several) <= set(column.choices) - {value}:
        listed = f"[{', '.join(several)}]"
        message = f"「{key}」填写的「{shown(value)}」是几项，而没有写成列表"
        walk.say("unknown-choice", way, message, f"请写成 {listed}", found=value, expected=listed)
        return walk.reported(value, way)
    if column.choices and value not in column.choices:
        meant = as_typed(value)
        guess = nearest(meant, column.choices)
        sure = meant if meant in column.choices else None
        return walk.no_choice(key, value, column.choices, guess, way, meant=sure)
    if column.notation is not TEXT:
        value = walk.narrow(key, value, way, column.notation)
    try:
        column.notation.read(value)
    except UnreadableError as error:
        message = f"「{key}」填写的「{shown(value)}」{MISREAD.get(error.rule, '无法识别')}"
        answer = understood(walk.document, way.typed, key, column.notation, value, column.unit)
        remedy = answer.remedy or f"应为{error.expected}"
        walk.say(error.rule, way, message, remedy, found=value, fixes=answer.fixes)
        return walk.reported(value, way)
    return column.notation.standard(value)
