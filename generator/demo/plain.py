"""Plain data under English names, spelled as a Chinese content file spells it."""

from functools import cache
from pathlib import Path

from generator.intake import declarations
from generator.schema.fields import Model
from generator.schema.languages import Language
from generator.schema.lexicon import Lexicon
from generator.schema.vocabulary import Term, spelt, vocabulary
from generator.source import At, Plain

_Keys = dict[str, tuple[str, dict[str, str] | None, type[Model] | None]]


def chinese(data: Plain, model: type[Model]) -> dict[str, Plain]:
    """A model's data with Chinese keys and choices."""
    if not isinstance(data, dict):
        raise TypeError(data)
    keys = _keys(model)
    told: dict[str, Plain] = {}
    for name, value in data.items():
        key, choices, below = keys[name]
        told[key] = _value(value, choices, below)
    return told


def typed(at: At, model: type[Model]) -> At:
    """An English path as the file spells it."""
    return tuple(vocabulary(model).typed(at, Language.CHINESE))


def _value(value: Plain, choices: dict[str, str] | None, below: type[Model] | None) -> Plain:
    if isinstance(value, list):
        return [_value(item, choices, below) for item in value]
    if below is not None:
        return chinese(value, below)
    return choices[value] if choices and isinstance(value, str) else value


@cache
def _keys(model: type[Model]) -> _Keys:
    """Chinese key, words of the choice, and model below, by English name."""
    return {name: _term(term) for name, term in vocabulary(model).terms.items()}


@cache
def _lexicon() -> Lexicon:
    """What national practice declares; the demo adds nothing to it."""
    return declarations.read((), Path(), Path()).lexicon


def _term(term: Term) -> tuple[str, dict[str, str] | None, type[Model] | None]:
    words = {c.value: spelt(c, Language.CHINESE) for c in term.choice or ()}
    words |= {word.name: word.label for word in _lexicon().words.get(term.listed, ())}
    return term.label, words or None, term.model
