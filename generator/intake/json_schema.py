"""JSON Schema (draft-07) of a content file: completion, hover and first checks in an editor.

It is as lenient as the reader of the files, so that an editor marks nothing that a build accepts:
what looks like a number may stand where text is asked for, and an optional key may wait for its
value. Whatever one value says of another (sums, references) is left to `gongkai check`.

Kinds, frames and columns are offered as files declare them (`Lexicon`), a site's own among them.

Beyond the standard it holds what yaml-language-server shows: `markdownDescription`,
`enumDescriptions` and the messages `errorMessage` and `patternErrorMessage`.
"""

import json
import re
from dataclasses import dataclass, replace

from generator.intake import declarations
from generator.intake.field_facts import choices_of, form_of, sample_of
from generator.intake.json_values import (
    BLANK,
    Schema,
    columns_block,
    offered,
    one_of,
    value,
    words_of,
)
from generator.intake.kinds import Kind
from generator.schema.fields import Answer, Model
from generator.schema.languages import Language
from generator.schema.lexicon import NOTHING, Lexicon
from generator.schema.vocabulary import Term, spelt, vocabulary
from generator.source import write

_DRAFT = "http://json-schema.org/draft-07/schema#"
_MARKDOWN = re.compile(r"[\\`*_<>\[\]|~#]")


def schema(kind: Kind, language: Language, lexicon: Lexicon = NOTHING) -> Schema:
    """The schema of one kind of file, written in one language."""
    writing = _Writing(language, lexicon)
    definitions = {
        model.__name__: replace(writing, inner=True).block(model)
        for model in sorted(_listed(kind.model), key=lambda model: model.__name__)
    }
    return {
        "$schema": _DRAFT,
        "title": kind.label if language is Language.CHINESE else kind.name,
        **writing.block(kind.model),
        "definitions": definitions,
    }


def as_json(kind: Kind, language: Language, lexicon: Lexicon | None = None) -> str:
    """The schema as a file holds it; without a lexicon, with what every site has."""
    lexicon = declarations.built_in().lexicon if lexicon is None else lexicon
    return json.dumps(schema(kind, language, lexicon), ensure_ascii=False, indent=2) + "\n"


def _listed(model: type[Model], seen: frozenset[type[Model]] = frozenset()) -> set[type[Model]]:
    """The models of list items: they may contain themselves, so they are referred to by name."""
    found: set[type[Model]] = set()
    for term in vocabulary(model).terms.values():
        if term.model is None or term.model in seen:
            continue
        found |= {term.model} if term.many else set()
        found |= _listed(term.model, seen | {term.model})
    return found


@dataclass(frozen=True, slots=True)
class _Writing:
    """In which language, with what other files declare."""

    language: Language
    lexicon: Lexicon
    inner: bool = False
    """Whether what is written stands in a list, and may take over what stands outside."""

    def block(self, model: type[Model]) -> Schema:
        terms = vocabulary(model).terms.values()
        return {
            "type": "object",
            "properties": {term.key(self.language): self._field(term) for term in terms},
            "required": [
                term.key(self.language)
                for term in terms
                if term.required and not (self.inner and term.inherited)
            ],
            "additionalProperties": False,
        }

    def _field(self, term: Term) -> Schema:
        said = {
            "title": term.key(self.language),
            "description": described(term),
            "markdownDescription": self._markdown(term),
        }
        if term.columns:
            return said | _optional_type(term, columns_block(term, self.language, self.lexicon))
        if term.many:
            return said | _optional_type(term, {"type": "array", "items": self._item(term)})
        if term.model is not None:
            return said | _optional_type(term, self.block(term.model))
        values = self._values(term)
        if not term.required:
            values.append({**BLANK, "errorMessage": values[0]["errorMessage"]})
        return said | one_of(values)

    def _markdown(self, term: Term) -> str:
        """What an editor shows beside the key: form, an example, the key of the other language."""
        example = sample_of(term, self.language, self.lexicon)
        line = write({term.key(self.language): example}).rstrip("\n") if example else ""
        facts = [
            "必填" if term.required else "",
            f"单位：{term.unit}" if term.unit else "",
            f"{_OTHER[self.language]}：`{term.key(self.language.other)}`",
        ]
        parts = [
            _plain(term.description),
            _plain(f"形式：{form_of(term, self.lexicon)}"),
            _plain(self._words(term)),
            f"示例：`{line}`" if line and "\n" not in line else "",
            " · ".join(filter(None, facts)),
        ]
        return "\n\n".join(filter(None, parts))

    def _words(self, term: Term) -> str:
        """The words of which one must be chosen; others are offered where they are typed."""
        is_closed = term.choice is not None or term.listed in self.lexicon.words
        words = choices_of(term, self.language, self.lexicon) if is_closed else ()
        return f"可选：{'、'.join(w.spelt(self.language) for w in words)}" if words else ""

    def _item(self, term: Term) -> Schema:
        if term.model is not None:
            return {"$ref": f"#/definitions/{term.model.__name__}"}
        return one_of(self._values(term))

    def _values(self, term: Term) -> list[Schema]:
        """What one value may be, one of these."""
        key = term.key(self.language)
        if term.choice is not None:
            return [_choices(term, self.language)]
        words, suggestions = (
            listed.get(term.listed, ()) for listed in (self.lexicon.words, self.lexicon.suggestions)
        )
        if words:
            return words_of(key, words, self.language)
        text = value(key, term.notation, term.bounds)
        return [offered(key, suggestions, self.language), text] if suggestions else [text]


def _optional_type(term: Term, schema: Schema) -> Schema:
    """A list or block; editors lay a new one out by its first type."""
    return schema if term.required else schema | {"type": [schema["type"], "null"]}


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


def _plain(text: str) -> str:
    """A text as Markdown that shows it as it is."""
    return _MARKDOWN.sub(lambda sign: f"\\{sign[0]}", text)


_OTHER = {Language.CHINESE: "英文键", Language.ENGLISH: "中文键"}
