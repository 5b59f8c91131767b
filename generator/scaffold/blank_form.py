"""A form to fill in: fields known already with their values, empty ones with what to fill in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.schema.fields import Model
from generator.schema.languages import Language
from generator.schema.vocabulary import Term, vocabulary
from generator.source import At, Layout, Plain, scalar, write

Values = Mapping[str, Plain]
"""What is known already, by English name."""

_STEP = "  "


@dataclass(slots=True)
class BlankForm:
    """A file in English keys, explained in one language for whoever reads the other.

    Its comments name fields as a file of that language does; the standard form spells the rest.
    """

    language: Language
    above: dict[At, tuple[str, ...]] = field(default_factory=dict)
    beside: dict[At, tuple[str, ...]] = field(default_factory=dict)
    below: dict[At, tuple[str, ...]] = field(default_factory=dict)
    inline: set[At] = field(default_factory=set)

    def block(
        self, at: At, model: type[Model], names: Sequence[str], values: Values
    ) -> dict[str, Plain]:
        """Some fields of a model at a path; an empty one is explained beside its key."""
        terms = vocabulary(model).terms
        filled: dict[str, Plain] = {}
        for name in (n for n in terms if n in names or values.get(n)):
            filled[name] = values.get(name) or None
            if filled[name] is None:
                self.beside[(*at, name)] = (comment(self.explanation(terms[name])),)
        return filled

    def row(
        self, at: At, model: type[Model], names: Sequence[str], values: Values
    ) -> dict[str, Plain]:
        """The same in brackets, on one line and unexplained."""
        self.inline.add(at)
        terms = vocabulary(model).terms
        return {n: values.get(n) or None for n in terms if n in names or values.get(n)}

    def note(self, at: At, *lines: str) -> None:
        """Lines of comment above a key."""
        self.above[at] = (*self.above.get(at, ()), *map(comment, lines))

    def gap(self, at: At) -> None:
        """A blank line above a key."""
        self.above[at] = ("", *self.above.get(at, ()))

    def key(self, model: type[Model], name: str) -> str:
        """A field as a file of the language names it."""
        return vocabulary(model).terms[name].key(self.language)

    def keys(self, model: type[Model], but: Iterable[str]) -> str:
        """All fields of a model but these, as a list in words."""
        terms, left_out = vocabulary(model).terms, frozenset(but)
        return "、".join(t.key(self.language) for t in terms.values() if t.name not in left_out)

    def explanation(self, term: Term) -> str:
        """What to fill in, in one line; an English key is named in Chinese first."""
        required = "【必填】" if term.required else ""
        name = f"{term.label}：" if self.language is Language.ENGLISH else ""
        unit = f"（单位：{term.unit}）" if term.unit else ""
        words = term.words(self.language)
        told = all(word in term.description for word in words)
        choices = "" if told else f"。可选：{'、'.join(map(scalar, words))}"
        return f"{required}{name}{term.description}{unit}{choices}"

    def text(self, data: Mapping[str, Plain]) -> str:
        """The file."""
        return write(data, Layout(self.above, self.beside, self.below, frozenset(self.inline)))


def comment(line: str) -> str:
    """A line as a comment."""
    return f"# {line}".rstrip()


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
