"""Models filled in from their declarations: one with every field, or any that a file can hold."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar

from hypothesis import strategies as st

from generator.binding.spelling import spell
from generator.binding.stray_quotes import may_be_said
from generator.model.columns import Position
from generator.model.items import Item
from generator.schema.fields import Model, bounds_of
from generator.schema.lexicon import DeclaredColumn, Lexicon
from generator.schema.vocabulary import _inner, vocabulary
from generator.values.garbling import garbled
from generator.values.money import Printed, Quoted, Unit
from generator.values.notations import COLOUR_NOTATION, SHARE_NOTATION, TEXT, URL_NOTATION
from generator.values.text import FORBIDDEN, normalise

M = TypeVar("M", bound=Model)
Text = Callable[[str], str]
"""Gives the text of one field, named by model and field: `Finding.text`."""


SLUGS: Mapping[str, object] = MappingProxyType(
    {
        "Evaluation.id": None,
        "Evaluation.year": None,
        "Evaluation.department": None,
        "Evaluation.frame": "shili",
        "Item.id": "x1",
        "Item.frame": "shili",
        "Project.id": "p1",
        "Related.record": "2022/shili-ju/a",
        "Related.url": "https://example.org/a",
        "Attachment.url": "https://example.org/b",
        "Source.url": "https://example.org/c",
        "FooterLink.url": "https://example.org/d",
        "Filings.official": "https://example.org/e",
        "Filings.fault_report": "https://example.org/f",
        "Looks.colour": "#1a5fb4",
        "Looks.dark_colour": "#91b2db",
        "Evaluation.former_addresses": ("2020/shili-ju/a/",),
        "Rectification.findings": ("w1",),
        "EvaluationKind.id": "shili",
        "Finding.id": "w1",
        "Recommendation.id": "j1",
        "Recommendation.findings": ("w1",),
        "Attachment.file": "a.pdf",
        "Frame.id": "shili",
        "Region.id": "shili",
        "Department.id": "shili-ju",
        "Department.region": "shili",
        "Department.parent": None,
        "Department.successor": None,
    }
)
"""Names that are no text: they stand in paths, or refer to one another."""

_PLAIN: Mapping[type, object] = MappingProxyType(
    {
        Decimal: Decimal(7),
        int: 1,
        bool: True,
        date: date(2023, 3, 1),
        Quoted: Quoted(Decimal(7), Unit.WAN_YUAN),
    }
)
_LEVELS = 3


def filled(model: type[M], text: Text, level: int = 1) -> M:
    """Every field filled in, lists with one item, trees three levels deep."""
    values: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        where = f"{model.__name__}.{name}"
        kind, many = _inner(field.annotation)
        value: object
        if where in SLUGS:
            value = SLUGS[where]
        elif kind is model:
            deep = _LEVELS if model is not Item else 1
            value = (filled(model, text, level + 1),) if level < deep else ()
        elif issubclass(kind, Model):
            value = (filled(kind, text),) if many else filled(kind, text)
        elif vocabulary(model).terms[name].columns:
            value = {f"{text(f'{where}.key')}{model.__name__}": text(where)}
        elif kind is str:
            value = (text(where),) if many else text(where)
        else:
            bounds = bounds_of(field)
            one = kind(bounds.low) if bounds else _PLAIN.get(kind) or next(iter(kind))
            value = (one,) if many else one
        values[name] = value
    return model(**values)


def text_fields(model: type[Model]) -> set[str]:
    """Every field below a model that holds text somebody writes, as `Finding.text`."""
    found: set[str] = set()

    def note(where: str) -> str:
        found.add(where)
        return "x"

    filled(model, note)
    return found


SIGNS = (
    "<script>alert(1)</script>", "</td></tr></table>", "</dd>", "<b>", "<!--", "-->", "<![CDATA[",
    "`", "```", "~~~", "*", "**", "_", "__", "{{", "}}", "{{ 7*7 }}", "{%", "%}", "{#", "#}",
    "{#id}", "{: .x }", "{ .x }", "|", "---|---", "#", "# ", "## ", "1. ", "1) ", "- ", "+ ", "> ",
    "    ", "\t", "\n", "\n\n", "===", "---", "***", "[甲](javascript:alert(1))", "![甲](x)",
    "[甲]:", "[^1]", "[TOC]", "*[甲]:", "&lt;", "&#60;", "&amp", "&", "\\", "\\*", "http://example.org/",
    "<a@example.org>", "@", "=", "=1+1", "$", "${x}", "^", "!", "!!! note", "??? x", "::", ": ",
    '"', "'", '" onclick="', "%", "％", "（）", "甲", "得分<60且>30", "甲|乙", "5*3*2", "\u00a0",
    "\u3000", "…", "klzzwxh:0001", "wzxhzdk:0", "--8<--", "/", ",", ".", "a.b-c", "9", "😀",
    "---\n", "*甲*", "**甲**", "_甲_", "__甲__", "`甲`", "``甲``", "~~甲~~", "&copy;",
    "<http://a.example>",
)  # fmt: skip


def texts() -> st.SearchStrategy[str]:
    """Anything a content file may hold that is not blank, full of signs; no blanks around it."""
    characters = st.characters(codec="utf-8").filter(lambda sign: not FORBIDDEN.match(sign))
    parts = st.one_of(st.sampled_from(SIGNS), st.sampled_from(SIGNS), characters)
    return st.lists(parts, min_size=1, max_size=8).map("".join).map(str.strip).filter(bool)


def _is_plain(text: str) -> bool:
    """Whether nothing is to be said of a text."""
    return normalise(text)[0] == text and not garbled(text) and not may_be_said(text)


_names = st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,5})?", fullmatch=True)
_amounts = st.decimals(0, 10**12, places=2)
_KINDS: Mapping[type, st.SearchStrategy[Any]] = MappingProxyType(
    {
        str: texts().filter(_is_plain),
        Decimal: st.one_of(_amounts, st.integers(0, 10**12).map(Decimal)),
        int: st.integers(0, 10**6),
        bool: st.booleans(),
        date: st.dates(),
        Quoted: st.builds(Quoted, _amounts, st.none() | st.sampled_from(Unit)),
    }
)
_SHARES = st.one_of(_amounts, _amounts.map(Printed))
_COLOURS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)
_URLS = st.from_regex(r"https://[a-z]{1,9}\.example/[A-Za-z0-9./?=&%_-]{0,20}", fullmatch=True)
_WRITTEN: Mapping[object, st.SearchStrategy[Any]] = MappingProxyType(
    {SHARE_NOTATION: _SHARES, URL_NOTATION: _URLS, COLOUR_NOTATION: _COLOURS}
)
"""Values that are written in a way of their own."""
COLUMNS = ("甲", "乙")
"""Columns that a form adds, in every place where it may."""
LEXICON = Lexicon(
    columns=dict.fromkeys(
        (position.value for position in Position),
        tuple(DeclaredColumn(label, label, TEXT) for label in COLUMNS),
    )
)


LEVELS = 5
"""More than any form has, fewer than the reader refuses."""


@cache
def any_of(model: type[M], levels: int = LEVELS) -> st.SearchStrategy[M]:
    """Any such model that a file can hold; trees have so many levels at most."""
    fields = {name: _any_field(model, name, levels) for name in model.model_fields}
    return st.builds(model, **fields)


def _any_field(model: type[Model], name: str, levels: int) -> st.SearchStrategy[Any]:
    field = model.model_fields[name]
    kind, many = _inner(field.annotation)
    term = vocabulary(model).terms[name]
    one: st.SearchStrategy[Any]
    if term.columns:
        return st.dictionaries(st.sampled_from(COLUMNS), _KINDS[str], max_size=2)
    if term.notation in _WRITTEN:
        one = _WRITTEN[term.notation]
    elif f"{model.__name__}.{name}" in SLUGS and kind is str:
        one = _names
    elif name == "format":
        return st.just(1)
    elif kind is model:
        one = any_of(model, levels - 1).filter(spell) if levels > 1 else st.nothing()
        return st.tuples() | st.tuples(one)
    elif issubclass(kind, Model):
        one = any_of(kind, min(levels, 2) if kind is Item else LEVELS)
        one = one.filter(spell) if many else one  # an item without anything filled in is refused
    elif bounds := bounds_of(field):
        one = st.integers(bounds.low, bounds.high).map(kind)
    else:
        one = _KINDS[kind] if kind in _KINDS else st.sampled_from(list(kind))
    if many:
        most = 1 if kind is Item else 2
        return st.lists(one, max_size=most).map(tuple)
    return one if field.is_required() or field.default is not None else st.none() | one


def models(model: type[Model], seen: set[type[Model]]) -> set[type[Model]]:
    """A model and all it holds."""
    if model not in seen:
        seen.add(model)
        for term in vocabulary(model).terms.values():
            if term.model is not None:
                models(term.model, seen)
    return seen
