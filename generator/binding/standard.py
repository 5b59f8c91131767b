"""The standard form of a content file, in either language; comments stay with what they explain.

Keys stand in the order of the declarations, two spaces to a level, numbers, dates and choices in
their one spelling. Of blank lines one at most is kept where somebody put it: they part a record
in ways no rule knows.

Blocks are written line by line, which is what a clerk can read and a comparison can show. Only
what somebody wrote in brackets may stay in them, if it holds nothing but words and short lists of
words, no comment, and fits a line: `{名称: 时效情况, 得分: 10}` keeps a score table one row to a
line. Nothing is put into brackets that was not. What fits is measured in English spelling,
whatever the language of the file, so that converting there and back changes nothing.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from typing import TypeVar
from unicodedata import east_asian_width

from generator import source
from generator.binding.filling import Form, fill
from generator.schema.fields import Model
from generator.schema.vocabulary import Language, Term, Vocabulary, spelt, vocabulary
from generator.source import At, Plain

M = TypeVar("M", bound=Model)

_WIDTH = 120
"""Columns for what stands in brackets; a Chinese character takes two."""


class UnsafeError(Exception):
    """Writing the file would have changed what it says; a mistake of this program."""


def standard(form: Form[M], content: bytes, language: Language) -> str:
    """The text of a file that was read without an error, in standard form and one language.

    The text is read again before it is returned: a file is never rewritten on trust.
    """
    terms, data = vocabulary(form.model), form.document.data
    layout = source.layout_of(content)
    english = layout.respelt(lambda at: tuple(terms.english(at, form.language)))
    fitting = frozenset(_fitting(_block(data, terms, form.language, Language.ENGLISH)))
    english = dataclasses.replace(english, inline=english.inline & fitting)
    text = source.write(
        _block(data, terms, form.language, language),
        english.respelt(lambda at: tuple(terms.typed(at, language))),
    )
    again = source.read(text.encode(), form.document.path)
    kept = again.document and fill(again.document, form.model).value == form.value
    if not kept or source.layout_of(text.encode()).comments != layout.comments:
        raise UnsafeError(form.document.path)
    return text


def _block(
    data: Mapping[str, Plain], terms: Vocabulary, read: Language, written: Language
) -> dict[str, Plain]:
    """One block, its keys and choices in another language; what was left blank stays so."""
    known = terms.by_key[read]
    order = list(terms.terms)
    members = sorted(data.items(), key=lambda member: order.index(known[member[0]].name))
    return {
        known[key].key(written): _value(value, known[key], read, written) for key, value in members
    }


def _value(value: Plain, term: Term, read: Language, written: Language) -> Plain:
    match value:
        case list():
            return [_value(item, term, read, written) for item in value]
        case dict() if term.model is not None:
            return _block(value, vocabulary(term.model), read, written)
        case str() if not value.strip():
            return None
        case str() if (choice := term.value(value, read)) is not None:
            return spelt(choice, written)
        case str():
            return term.notation.standard(value)
    return value


def _fitting(data: Plain, at: At = ()) -> Iterator[At]:
    """Paths of everything narrow enough for one line."""
    if isinstance(data, dict | list):
        if _width(data) <= _WIDTH:
            yield at
        members = data.items() if isinstance(data, dict) else enumerate(data)
        for key, value in members:
            yield from _fitting(value, (*at, key))


def _width(data: Plain) -> int:
    """Columns that a value takes in brackets, with the comma or colon behind it."""
    match data:
        case str():
            return 2 + sum(1 + (east_asian_width(sign) in "WF") for sign in data)
        case dict():
            return 2 + sum(_width(key) + _width(value) for key, value in data.items())
        case list():
            return 2 + sum(map(_width, data))
    return 0
