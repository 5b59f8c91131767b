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
from typing import NamedTuple, TypeVar
from unicodedata import east_asian_width

from generator import source
from generator.binding.filling import Form, fill
from generator.schema.fields import Model
from generator.schema.languages import Language
from generator.schema.lexicon import Lexicon
from generator.schema.vocabulary import Term, Vocabulary, spelt, vocabulary
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
    terms, data, lexicon = vocabulary(form.model), form.document.data, form.lexicon
    layout = source.layout_of(content)
    english = layout.respelt(lambda at: tuple(terms.english(at, form.language, lexicon)))
    fitting = frozenset(
        _fitting(_Writing(form.language, Language.ENGLISH, lexicon).block(data, terms))
    )
    english = dataclasses.replace(english, inline=english.inline & fitting)
    text = source.write(
        _Writing(form.language, language, lexicon).block(data, terms),
        english.respelt(lambda at: tuple(terms.typed(at, language, lexicon))),
    )
    again = source.read(text.encode(), form.document.path)
    kept = again.document and fill(again.document, form.model, lexicon=lexicon).value == form.value
    if not kept or source.layout_of(text.encode()).comments != layout.comments:
        raise UnsafeError(form.document.path)
    return text


def respelt(form: Form[M], language: Language) -> dict[str, Plain]:
    """What a file that was read without an error says, in standard form; comments are left out."""
    return _Writing(form.language, language, form.lexicon).block(
        form.document.data, vocabulary(form.model)
    )


class _Writing(NamedTuple):
    """From one language into another; what was left blank stays so."""

    read: Language
    written: Language
    lexicon: Lexicon

    def block(self, data: Mapping[str, Plain], terms: Vocabulary) -> dict[str, Plain]:
        """One block, its keys in the order of their declaration."""
        known = terms.by_key[self.read]
        order = list(terms.terms)
        members = sorted(data.items(), key=lambda member: order.index(known[member[0]].name))
        return {
            known[key].key(self.written): self._value(value, known[key]) for key, value in members
        }

    def _value(self, value: Plain, term: Term) -> Plain:
        match value:
            case list():
                return [self._value(item, term) for item in value]
            case dict() if term.model is not None:
                return self.block(value, vocabulary(term.model))
            case dict() if term.columns:
                return dict(self._columns(value, term.columns))
            case str():
                return self._text(value, term) if value.strip() else None
        return value

    def _text(self, value: str, term: Term) -> str:
        if (choice := term.value(value, self.read)) is not None:
            return spelt(choice, self.written)
        if term.listed and (word := self.lexicon.word(term.listed, value)):
            return word.spelt(self.written)
        return term.notation.standard(value)

    def _columns(self, data: Mapping[str, Plain], at: str) -> Iterator[tuple[str, Plain]]:
        """Columns that the form adds, in the order in which somebody wrote them."""
        for key, value in data.items():
            column = self.lexicon.column(at, key)
            if column is None:
                yield key, value
            elif isinstance(value, str) and value.strip():
                yield column.key(self.written), column.notation.standard(value)
            else:
                yield column.key(self.written), value


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
