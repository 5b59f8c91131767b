"""A model laid out as a form to fill in: every field in order, each explained by a comment."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.schema.fields import Model
from generator.schema.languages import Language
from generator.schema.vocabulary import Term, vocabulary
from generator.source import Plain, scalar, write

Values = Mapping[str, Plain]
"""What is known already, by English name."""

_STEP = "  "


@dataclass(frozen=True, slots=True)
class BlankForm:
    """Lines of YAML in one language.

    A field nobody has filled in stands there empty. A block that must not stand there empty is
    commented out whole: taking away the first `# ` of its lines makes it part of the file.
    """

    language: Language

    def fields(
        self, model: type[Model], values: Values, *, explained: bool = True
    ) -> Iterator[str]:
        """All fields of a model, in its order."""
        for name in vocabulary(model).terms:
            yield from self.field(model, name, values.get(name), explained=explained)

    def field(
        self, model: type[Model], name: str, value: Plain, *, explained: bool = True
    ) -> Iterator[str]:
        """One field: what to fill in, then its key with the value."""
        term, default = vocabulary(model).terms[name], model.model_fields[name].default
        optional = not value and not isinstance(default, Model)
        if explained:
            hint = "。用时删去下面各行行首的“# ”" if term.model and optional else ""
            yield comment(f"{self.explanation(term)}{hint}")
        if term.model is None:
            yield from keyed(term.key(self.language), value)
        else:
            yield f"{term.key(self.language)}:"
            lines = indented(self._below(term, term.model, value))
            yield from map(comment, lines) if optional else lines

    def _below(self, term: Term, model: type[Model], value: Plain) -> Iterator[str]:
        """What stands below a key: a block, or the items of a list, the first one explained."""
        if not term.many:
            yield from self.fields(model, value if isinstance(value, dict) else {})
            return
        for n, item in enumerate(value if isinstance(value, list) else [None]):
            values = item if isinstance(item, dict) else {}
            yield from item_of(self.fields(model, values, explained=n == 0))

    def explanation(self, term: Term) -> str:
        """What to fill in, in one line; an English key is named in Chinese first."""
        required = "【必填】" if term.required else ""
        name = f"{term.label}：" if self.language is Language.ENGLISH else ""
        unit = f"（单位：{term.unit}）" if term.unit else ""
        words = term.words(self.language)
        told = all(word in term.description for word in words)
        choices = "" if told else f"。可选：{'、'.join(map(scalar, words))}"
        return f"{required}{name}{term.description}{unit}{choices}"


def keyed(key: str, value: Plain) -> Iterator[str]:
    """A key and a value as the writer of YAML puts them."""
    yield from write({key: value or None}).splitlines()


def comment(line: str) -> str:
    """A line as a comment."""
    return f"# {line}".rstrip()


def indented(lines: Iterable[str]) -> Iterator[str]:
    """Lines one step further in."""
    for line in lines:
        yield f"{_STEP}{line}" if line else ""


def item_of(lines: Iterable[str]) -> Iterator[str]:
    """The lines of a mapping as one item of a list; comments before its first key stay above it."""
    begun = False
    for line in lines:
        if begun:
            yield f"{_STEP}{line}" if line else ""
        elif line.startswith("#"):
            yield line
        else:
            yield f"- {line}"
            begun = True
