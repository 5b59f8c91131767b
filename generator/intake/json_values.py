"""What one value may be, in the JSON Schema of a file: by its notation, or as files declare it."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from generator.schema.fields import Bounds
from generator.schema.languages import Language
from generator.schema.lexicon import DeclaredColumn, Lexicon, Word
from generator.schema.vocabulary import Term
from generator.values.notations import TEXT, Notation

Schema = dict[str, Any]

_SYNTAX = re.compile(r"[\^$\\.*+?()\[\]{}|/]")
"""What means something in a pattern of ECMAScript."""
BLANK: Mapping[str, Any] = {
    "title": "留空",
    "not": {"type": ["string", "number", "boolean", "array", "object"]},
}
"""Nothing behind the key. Not said as `null`, or editors would offer to type that word."""


def one_of(values: Sequence[Schema]) -> Schema:
    """A value that may be any of these."""
    return {"anyOf": list(values)} if len(values) > 1 else dict(values[0])


def value(key: str, notation: Notation, bounds: Bounds | None = None) -> Schema:
    """A value that is typed freely, as its notation says."""
    if notation is TEXT:
        return {"type": ["string", "number"], "errorMessage": f"「{key}」应只填写一个值"}
    limits = {"minimum": bounds.low, "maximum": bounds.high} if bounds else {}
    message = f"「{key}」应为{notation.expected}" + (f"，{bounds}" if bounds else "")
    return limits | {
        "type": ["string", notation.numeric] if notation.numeric else "string",
        "pattern": f"^(?:{notation.pattern})$",
        "errorMessage": message,
        "patternErrorMessage": message,
    }


def offered(key: str, words: Sequence[Word], language: Language) -> Schema:
    """Words to choose from, each explained."""
    unique = {word.spelt(language): word for word in words}
    return {
        "enum": list(unique),
        "enumDescriptions": [_explained(word, language) for word in unique.values()],
        "errorMessage": f"「{key}」可选：{'、'.join(unique)}",
    }


def words_of(key: str, words: Sequence[Word], language: Language) -> list[Schema]:
    """The same where nothing else may stand; other names of a word may, and are not offered."""
    choices = offered(key, words, language)
    aliases = sorted({alias for word in words for alias in word.aliases})
    if not aliases:
        return [choices]
    message = choices["errorMessage"]
    others = {
        "type": "string",
        "pattern": f"^(?:{'|'.join(map(_literal, aliases))})$",
        "errorMessage": message,
        "patternErrorMessage": message,
    }
    return [choices, others]


def _literal(text: str) -> str:
    """A text as a pattern of ECMAScript, which refuses an escape that is not needed."""
    return _SYNTAX.sub(r"\\\g<0>", text)


def _explained(word: Word, language: Language) -> str:
    other = word.spelt(language.other)
    known_as = f"（{other}）" if other != word.spelt(language) else ""
    return f"{word.description}{known_as}"


def columns_block(term: Term, language: Language, lexicon: Lexicon) -> Schema:
    """Columns that a form adds: those declared for this place, and any other as it is typed."""
    columns = lexicon.columns.get(term.columns, ())
    text = {"type": ["string", "number"], "errorMessage": "应填写一个值，或几个值的列表"}
    return {
        "type": "object",
        "properties": {column.key(language): _column(column, language) for column in columns},
        "additionalProperties": one_of([text, {"type": "array", "items": text}, dict(BLANK)]),
    }


def _column(column: DeclaredColumn, language: Language) -> Schema:
    key = column.key(language)
    unit = f"单位：{column.unit}" if column.unit else ""
    told = "，".join(filter(None, (column.description, unit)))
    said = {"title": key, "description": told or f"原表的“{key}”一栏"}
    if column.choices:
        message = f"「{key}」可选：{'、'.join(column.choices)}"
        typed = [*column.choices, *_numbers(column.choices)]
        word = {"enum": typed, "errorMessage": message}
        values: list[Schema] = [word, {"type": "array", "items": word}]
    else:
        values = [value(key, column.notation)]
    return said | one_of([*values, {**BLANK, "errorMessage": values[0].get("errorMessage", "")}])


def _numbers(words: Sequence[str]) -> list[object]:
    """What YAML takes for no text among words to choose from."""
    found: list[object] = []
    for word in words:
        try:
            read = json.loads(word)
        except ValueError:
            continue
        if isinstance(read, bool | int | float):
            found.append(read)
    return found
