"""Keys and choices in English names, by a plan that each model has once for each language.

The plan is what the declarations say, laid out so that sound data need only be looked up in it.
Whatever the careful walk (`translation`) would say a word of is left to it; so are values that a
lexicon knows, for which the walk itself is asked.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple

from generator.binding import run_in, stray_quotes
from generator.binding.translation import Translation
from generator.binding.walk import Way, is_blank
from generator.schema.fields import Model
from generator.schema.languages import Language
from generator.schema.lexicon import Lexicon
from generator.schema.vocabulary import Term, vocabulary
from generator.source import Document, Plain
from generator.values.text import half_width


class _OddError(Exception):
    """Something that only the careful walk can judge."""


class _Step(NamedTuple):
    """What becomes of one key."""

    name: str
    many: bool
    read: Callable[[Plain, Any, Translation], object]
    more: Any
    """What the reader of the value needs beside it."""


def planned(
    document: Document, model: type[Model], language: Language, lexicon: Lexicon
) -> dict[str, object] | None:
    """A document in English names; None where the careful walk has, or may have, something to say.

    A lexicon brings the words and columns that other files declare.
    """
    walk = Translation(document, language, lexicon)
    try:
        block = _block(document.data, model, walk)
    except _OddError:
        return None
    return None if walk.faults or walk.wrong else block


@cache
def _steps(model: type[Model], language: Language) -> Mapping[str, _Step]:
    """The plan of a model, by key."""
    terms = vocabulary(model).by_key[language]
    return {key: _step(term, model, language) for key, term in terms.items()}


def _step(term: Term, model: type[Model], language: Language) -> _Step:
    if term.columns or term.listed:
        return _Step(term.name, False, _by_walk, (term, model))  # noqa: FBT003 -- the walk sees to it
    if term.model is not None:
        return _Step(term.name, term.many, _block, term.model)
    if term.choice is not None:
        words = {word: term.value(word, language) for word in term.words(language)}
        return _Step(term.name, term.many, _choice, words)
    return _Step(term.name, term.many, _prose if term.prose else _narrow, None)


def _block(data: Plain, model: Any, walk: Translation) -> dict[str, object]:
    if type(data) is not dict:
        raise _OddError
    steps = _steps(model, walk.language)
    block: dict[str, object] = {}
    for key, value in data.items():
        step = steps.get(key)
        if step is None:
            raise _OddError
        if value is None:
            continue
        name, many, read, more = step
        if not many:
            block[name] = read(value, more, walk)
        elif type(value) is list and value:
            block[name] = tuple([read(item, more, walk) for item in value])
        else:
            raise _OddError
    if not block:  # hollow, or part of what is
        raise _OddError
    return block


def _choice(value: Plain, words: Mapping[str, object], walk: Translation) -> object:
    del walk
    if type(value) is not str or value not in words:
        raise _OddError
    return words[value]


def _prose(value: Plain, more: None, walk: Translation) -> str:
    del more, walk
    if type(value) is not str or is_blank(value):
        raise _OddError
    if run_in.may_hold(value) and run_in.ENTRY.search(value):
        raise _OddError
    if stray_quotes.may_be_said(value):
        raise _OddError
    return value


def _narrow(value: Plain, more: None, walk: Translation) -> str:
    text = _prose(value, more, walk)
    if not text.isascii() and half_width(text) != text:
        raise _OddError
    return text


def _by_walk(value: Plain, more: tuple[Term, type[Model]], walk: Translation) -> object:
    term, model = more
    return walk.member(term, value, Way(), vocabulary(model))
