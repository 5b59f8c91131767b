"""A model as a content file holds it: plain data, keys and choices in one language.

The other direction of `filling.fill`: what converts, imports or drafts a file spells it with this.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from generator.schema.fields import Answer, Model
from generator.schema.languages import Language
from generator.schema.vocabulary import Term, spelt, vocabulary
from generator.source import Plain
from generator.values.choices import Choice
from generator.values.money import Printed


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
        case bool() | Choice():
            choice = value if isinstance(value, Choice) else _ANSWERS[value]
            return spelt(choice, language)
        case Mapping():
            return {str(key): _texts(cell) for key, cell in value.items()}
        case Decimal():
            has_sign = term.unit == "%" or isinstance(value, Printed)
            return f"{value:f}{'%' if has_sign else ''}"
        case date():
            return value.isoformat()
        case _:
            return str(value)


_ANSWERS = {True: Answer.YES, False: Answer.NO}


def _texts(cell: object) -> Plain:
    """What an added column holds: one text or several."""
    return [str(part) for part in cell] if isinstance(cell, tuple) else str(cell)
