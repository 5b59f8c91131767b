"""A model as a content file holds it: plain data, keys and choices in one language.

The other direction of `filling.fill`: what converts, imports or drafts a file spells it with this.
"""

from datetime import date
from decimal import Decimal

from generator.schema.fields import Answer, Model
from generator.schema.vocabulary import Language, Term, spelt, vocabulary
from generator.source import Plain
from generator.values.choices import Choice


def spell(model: Model, language: Language = Language.CHINESE) -> dict[str, Plain]:
    """Every field that is filled in, in the order of its declaration; defaults are left out."""
    spelled: dict[str, Plain] = {}
    for term in vocabulary(type(model)).terms.values():
        value = getattr(model, term.name)
        if value != type(model).model_fields[term.name].get_default():
            spelled[term.key(language)] = _many(value, term, language)
    return spelled


def _many(value: object, term: Term, language: Language) -> Plain:
    if isinstance(value, tuple):
        return [_one(item, term, language) for item in value]
    return _one(value, term, language)


def _one(value: object, term: Term, language: Language) -> Plain:
    match value:
        case Model():
            return spell(value, language)
        case bool():
            return spelt(Answer.YES if value else Answer.NO, language)
        case Choice():
            return spelt(value, language)
        case Decimal():
            return f"{value:f}{term.unit if term.unit == '%' else ''}"
        case date():
            return value.isoformat()
        case _:
            return str(value)
