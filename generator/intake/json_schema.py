"""JSON Schema (draft-07) of a content file: completion, hover and first checks in an editor.

It is as lenient as the reader of the files, so that an editor marks nothing that a build accepts:
what looks like a number may stand where text is asked for, and an optional key may wait for its
value. Whatever one value says of another (sums, references) is left to `gongkai check`.

Beyond the standard it holds what yaml-language-server shows: `markdownDescription`,
`enumDescriptions` and the messages `errorMessage` and `patternErrorMessage`.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from generator.intake.kinds import Kind
from generator.schema.fields import Answer, Model
from generator.schema.languages import Language
from generator.schema.vocabulary import Term, spelt, vocabulary
from generator.values.notations import TEXT

Schema = dict[str, Any]

_DRAFT = "http://json-schema.org/draft-07/schema#"
_MARKDOWN = re.compile(r"[\\`*_<>\[\]|~#]")
_BLANK: Mapping[str, Any] = {
    "title": "留空",
    "not": {"type": ["string", "number", "boolean", "array", "object"]},
}
"""Nothing behind the key. Not said as `null`, or editors would offer to type that word."""


def schema(kind: Kind, language: Language) -> Schema:
    """The schema of one kind of file, written in one language."""
    definitions = {
        model.__name__: _block(model, language)
        for model in sorted(_listed(kind.model), key=lambda model: model.__name__)
    }
    return {
        "$schema": _DRAFT,
        "title": kind.label if language is Language.CHINESE else kind.name,
        **_block(kind.model, language),
        "definitions": definitions,
    }


def as_json(kind: Kind, language: Language) -> str:
    """The schema as a file holds it."""
    return json.dumps(schema(kind, language), ensure_ascii=False, indent=2) + "\n"


def _listed(model: type[Model], seen: frozenset[type[Model]] = frozenset()) -> set[type[Model]]:
    """The models of list items: they may contain themselves, so they are referred to by name."""
    found: set[type[Model]] = set()
    for term in vocabulary(model).terms.values():
        if term.model is None or term.model in seen:
            continue
        found |= {term.model} if term.many else set()
        found |= _listed(term.model, seen | {term.model})
    return found


def _block(model: type[Model], language: Language) -> Schema:
    terms = vocabulary(model).terms.values()
    return {
        "type": "object",
        "properties": {term.key(language): _field(term, language) for term in terms},
        "required": [term.key(language) for term in terms if term.required],
        "additionalProperties": False,
    }


def _field(term: Term, language: Language) -> Schema:
    said = {
        "title": term.key(language),
        "description": described(term),
        "markdownDescription": _markdown(term, language),
    }
    if term.many:
        return said | _optional_type(term, {"type": "array", "items": _item(term, language)})
    if term.model is not None:
        return said | _optional_type(term, _block(term.model, language))
    value = _value(term, language)
    if term.required:
        return said | value
    return said | {"anyOf": [value, {**_BLANK, "errorMessage": value["errorMessage"]}]}


def _optional_type(term: Term, schema: Schema) -> Schema:
    """A list or block; editors lay a new one out by its first type."""
    return schema if term.required else schema | {"type": [schema["type"], "null"]}


def _item(term: Term, language: Language) -> Schema:
    if term.model is not None:
        return {"$ref": f"#/definitions/{term.model.__name__}"}
    return _value(term, language)


def _value(term: Term, language: Language) -> Schema:
    key, notation = term.key(language), term.notation
    if term.choice is not None:
        return _choices(term, language)
    if notation is TEXT:
        return {"type": ["string", "number"], "errorMessage": f"「{key}」应只填写一个值"}
    bounds = term.bounds
    limits = {"minimum": bounds.low, "maximum": bounds.high} if bounds else {}
    message = f"「{key}」应为{notation.expected}" + (f"，{bounds}" if bounds else "")
    return limits | {
        "type": ["string", notation.numeric] if notation.numeric else "string",
        "pattern": f"^(?:{notation.pattern})$",
        "errorMessage": message,
        "patternErrorMessage": message,
    }


def _choices(term: Term, language: Language) -> Schema:
    """The words of a list, each explained by the one of the other language."""
    words: list[str | bool] = [*term.words(language)]
    others = [spelt(choice, language.other) for choice in term.choice or ()]
    if term.choice is Answer and language is Language.ENGLISH:
        words = [word == Answer.YES for word in words]  # to YAML they are no text
    return {
        "enum": words,
        "enumDescriptions": others,
        "errorMessage": f"「{term.key(language)}」可选：{'、'.join(term.words(language))}",
    }


def described(term: Term) -> str:
    """What to fill in, with the unit of numbers."""
    return f"{term.description}（单位：{term.unit}）" if term.unit else term.description


def _markdown(term: Term, language: Language) -> str:
    """The same as an editor shows it beside the key, with the key of the other language."""
    facts = [
        f"单位：{term.unit}" if term.unit else "",
        "必填" if term.required else "",
        f"{_OTHER[language]}：`{term.key(language.other)}`",
    ]
    text = _MARKDOWN.sub(lambda sign: f"\\{sign[0]}", term.description)
    return f"{text}\n\n{' · '.join(filter(None, facts))}"


_OTHER = {Language.CHINESE: "英文键", Language.ENGLISH: "中文键"}
