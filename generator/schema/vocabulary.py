"""What a declared model is called in a YAML file: its keys and choices in either language.

A file is written wholly in Chinese or wholly in English. `vocabulary(Model)` compiles the
declarations once into a `Vocabulary`; translating data and finding a field's way back into
the file both read it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.schema.fields import (
    Answer,
    Bounds,
    Model,
    bounds_of,
    columns_of,
    example_of,
    is_inherited,
    label_of,
    unit_of,
    words_of,
)
from generator.schema.languages import Language
from generator.schema.lexicon import NOTHING, Lexicon
from generator.values.choices import Choice
from generator.values.notations import TEXT, Notation
from generator.values.text import nearest


@dataclass(frozen=True, slots=True)
class Term:
    """One field as a file names it."""

    name: str
    label: str
    many: bool
    """A list of values rather than one."""
    model: type[Model] | None
    """The model of a nested block, else None."""
    choice: type[Choice] | None
    unit: str
    """Where numbers of this field have one; `%` is written behind them."""
    prose: bool
    """Running text, where full-width digits are ordinary; numbers and dates are not."""
    description: str
    """What to fill in."""
    required: bool
    notation: Notation
    """How a value is written that is neither a block nor a choice."""
    bounds: Bounds | None
    """Between which numbers it must lie."""
    listed: str
    """The list of a lexicon that its value comes from, or may; empty for most."""
    columns: str
    """The place whose declared columns are its keys; empty for most."""
    inherited: bool
    """Whether an inner item may leave it to the outer one."""
    example: str
    """What may be typed; empty where the explanation shows it, or any value of the type will do."""

    def key(self, language: Language) -> str:
        return self.label if language is Language.CHINESE else self.name

    def value(self, text: str, language: Language) -> Choice | None:
        """The choice a file's word stands for."""
        return next((c for c in self.choice or () if spelt(c, language) == text), None)

    def guess(self, text: str, language: Language) -> str | None:
        """The word that was probably meant; None where nothing is near or a guess does harm."""
        guessed = self.choice is not None and self.choice.is_guessed()
        return nearest(text, self.words(language)) if guessed else None

    def words(self, language: Language) -> list[str]:
        """All the words a file may choose from."""
        return [spelt(choice, language) for choice in self.choice or ()]


def spelt(choice: Choice, language: Language) -> str:
    """A choice as a file of this language writes it."""
    return choice.label if language is Language.CHINESE else choice.value


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The terms of one model, by key in each language."""

    terms: Mapping[str, Term]
    by_key: Mapping[Language, Mapping[str, Term]]

    def language(self, keys: Sequence[str]) -> Language:
        """The language most of these keys are in; Chinese when it is even."""
        chinese, english = (
            sum(key in self.by_key[language] for key in keys)
            for language in (Language.CHINESE, Language.ENGLISH)
        )
        return Language.ENGLISH if english > chinese else Language.CHINESE

    def term(self, at: Sequence[str | int]) -> Term:
        """The term at an English path; raises KeyError where there is none."""
        name, *rest = (part for part in at if isinstance(part, str))
        term = self.terms[name]
        if not rest:
            return term
        if term.model is None:
            raise KeyError(rest[0])
        return vocabulary(term.model).term(rest)

    def typed(
        self, at: Sequence[str | int], language: Language, lexicon: Lexicon = NOTHING
    ) -> Iterator[str | int]:
        """An English path as the file spells it."""
        here: Vocabulary | None = self
        columns = ""
        for part in at:
            term = here.terms.get(part) if here and isinstance(part, str) else None
            column = lexicon.column(columns, str(part)) if columns else None
            yield term.key(language) if term else column.key(language) if column else part
            here, columns = _below(term, here, part)

    def english(
        self, at: Sequence[str | int], language: Language, lexicon: Lexicon = NOTHING
    ) -> Iterator[str | int]:
        """A path as the file spells it, in English names; what is unknown stays."""
        here: Vocabulary | None = self
        columns = ""
        for part in at:
            term = here.by_key[language].get(part) if here and isinstance(part, str) else None
            column = lexicon.column(columns, str(part)) if columns else None
            yield term.name if term else column.label if column else part
            here, columns = _below(term, here, part)


def _below(
    term: Term | None, here: Vocabulary | None, part: str | int
) -> tuple[Vocabulary | None, str]:
    """The terms that stand below a part of a path, and the place whose columns do."""
    if term is None:
        return (here if isinstance(part, int) else None), ""
    return (vocabulary(term.model) if term.model else None), term.columns


@cache
def vocabulary(model: type[Model]) -> Vocabulary:
    """The terms of a model, compiled once."""
    terms = tuple(_term(name, field) for name, field in model.model_fields.items())
    return Vocabulary(
        terms={term.name: term for term in terms},
        by_key={
            Language.CHINESE: {term.label: term for term in terms},
            Language.ENGLISH: {term.name: term for term in terms},
        },
    )


@cache
def keys_of(model: type[Model]) -> frozenset[str]:
    """Every Chinese key of a model, however deep."""
    found: set[str] = set()
    seen: set[type[Model]] = set()
    left = [model]
    while left:
        if (one := left.pop()) in seen:
            continue
        seen.add(one)
        for term in vocabulary(one).terms.values():
            found.add(term.key(Language.CHINESE))
            left += [term.model] if term.model else []
    return frozenset(found)


def _term(name: str, field: FieldInfo) -> Term:
    inner, many = _inner(field.annotation)
    kind = Answer if inner is bool else inner if isinstance(inner, type) else None
    return Term(
        name=name,
        label=label_of(field),
        many=many,
        model=kind if kind and issubclass(kind, Model) else None,
        choice=kind if kind and issubclass(kind, Choice) else None,
        unit=unit_of(field),
        prose=kind is str,
        description=field.description or "",
        required=field.is_required(),
        notation=_notation(field),
        bounds=bounds_of(field),
        listed=words_of(field),
        columns=columns_of(field),
        inherited=is_inherited(field),
        example=example_of(field),
    )


def _notation(field: FieldInfo) -> Notation:
    """The one that stands beside the field's type, however deep."""
    declared = (*field.metadata, *_metadata(field.annotation))
    return next((m for m in declared if isinstance(m, Notation)), TEXT)


def _metadata(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for argument in get_args(annotation):
        yield from _metadata(argument)


def _inner(annotation: Any) -> tuple[Any, bool]:
    """The type of one value, and whether there may be several."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _inner(arguments[0])
    if origin is tuple:
        return _inner(arguments[0])[0], True
    if origin in (Union, UnionType):
        return _inner(next(a for a in arguments if a is not type(None)))
    return annotation, False
