"""What a document with faults says all the same.

Whatever cannot be read is left out of a first reading, and something is made up for it in a second
one. What follows from both alike holds whatever was meant; what follows from one only hangs on a
value that nobody could read.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pydantic import ValidationError

from generator.schema.fields import Model
from generator.schema.vocabulary import Term, Vocabulary, vocabulary
from generator.source import At
from generator.values.notations import Notation, UnreadableError

M = TypeVar("M", bound=Model)


_MANY = 9
"""Items in a list that is made up: enough to show that a count hangs on it."""


class Unread:
    """Stands for a value that has been reported; no field accepts it, so validation stops there."""

    __slots__ = ("typed",)

    def __init__(self, typed: object) -> None:
        self.typed = typed
        """What the file has there, as plain data."""


@dataclass(frozen=True, slots=True)
class Partial(Generic[M]):
    """A document with faults, as far as it can be read."""

    readings: tuple[M, ...] = ()
    """Two, with as little made up as can be and with as much; none if nothing can be relied on."""
    left_out: frozenset[At] = frozenset()
    """English paths of what could not be read."""
    made_up: frozenset[At] = frozenset()
    """Those of them that no reading can do without."""
    texts: tuple[tuple[At, str], ...] = ()
    """Everything that was typed where no reading has it, by English paths."""

    def hangs_on(self, at: At) -> bool:
        """Whether what is found at an English path may come of a value that was left out."""
        within = any(at[: len(above)] == above for above in self.left_out)
        return within or any(below[: len(at)] == at for below in self.made_up)


def partial(
    model: type[M],
    plain: Mapping[str, object],
    *,
    refused: Collection[At],
    uncertain: Collection[At],
    strangers: Mapping[At, object],
) -> Partial[M]:
    """Read what can be read of plain data in English names.

    `refused` are the paths of values not to be used; where it is a block, and in those that are
    `uncertain`, what is absent may be there under another key. `strangers` stand under such keys.
    """
    terms = vocabulary(model)
    walks = [_Walk(frozenset(refused), frozenset(uncertain), filler) for filler in _FILLERS]
    readings = [_validated(model, walk.block(plain, terms, ())) for walk in walks]
    walk = walks[0]
    for at, typed in strangers.items():
        walk.leave_out(typed, at)
    return Partial(
        tuple(r for r in readings if r is not None) if None not in readings else (),
        frozenset(walk.left_out), frozenset(walk.made_up), tuple(walk.texts),
    )  # fmt: skip


def _validated(model: type[M], data: Mapping[str, object]) -> M | None:
    try:
        return model.model_validate(data)
    except ValidationError:
        return None


@dataclass(frozen=True, slots=True)
class _Filler:
    """What is made up: as little as can be, or something everywhere."""

    samples: tuple[str, ...]
    """One of them can be read, whatever the notation."""
    everywhere: bool

    def field(self, term: Term, above: tuple[type[Model], ...] = ()) -> object:
        """Something that the field accepts; a tree gets no branches."""
        if not term.many:
            return self.one(term, above)
        if not self.everywhere or term.model in above:
            return ()
        return (self.one(term, above),) * _MANY

    def one(self, term: Term, above: tuple[type[Model], ...] = ()) -> object:
        """The same of one value, where there may be several."""
        if term.columns:
            return {}
        if term.model is not None:
            within = (*above, term.model)
            return {
                inner.name: self.field(inner, within)
                for inner in vocabulary(term.model).terms.values()
                if inner.required or self.everywhere
            }
        if term.choice is not None:
            # Beside nothing at all the usual choice is unlike enough.
            return list(term.choice)[-1 if self.everywhere and term.required else 0]
        limit = term.bounds and str(term.bounds.high if self.everywhere else term.bounds.low)
        samples = (limit, f"{limit}%") if limit else self.samples
        return next(text for text in samples if _is_readable(term.notation, text))


def _is_readable(notation: Notation, text: str) -> bool:
    try:
        notation.read(text)
    except UnreadableError:
        return False
    return True


_FILLERS = (
    _Filler(("1", "1%", "2001-01-01", "https://example.org/1", "111111"), everywhere=False),
    _Filler(("2", "2%", "2002-02-02", "https://example.org/2", "222222"), everywhere=True),
)


@dataclass(slots=True)
class _Walk:
    """One walk over plain data that leaves out what is faulty and fills the gaps."""

    refused: frozenset[At]
    uncertain: frozenset[At]
    filler: _Filler
    left_out: set[At] = field(default_factory=set)
    made_up: set[At] = field(default_factory=set)
    texts: list[tuple[At, str]] = field(default_factory=list)

    def block(self, plain: Mapping[str, object], terms: Vocabulary, at: At) -> dict[str, object]:
        block: dict[str, object] = {}
        for name, term in terms.terms.items():
            here = (*at, name)
            if name in plain and not self._is_faulty(plain[name], here):
                block[name] = self._member(term, plain[name], here)
                continue
            if name in plain:
                self.leave_out(plain[name], here)
            if term.required:
                self.left_out.add(here)
                self.made_up.add(here)
            doubtful = name in plain or at in self.uncertain or at in self.refused
            if term.required or (doubtful and self.filler.everywhere):
                block[name] = self.filler.field(term)
        return block

    def leave_out(self, value: object, at: At) -> None:
        self.left_out.add(at)
        self.texts += _texts(value, at)

    def _member(self, term: Term, value: object, at: At) -> object:
        if isinstance(value, tuple):
            return tuple(self._item(term, item, (*at, n)) for n, item in enumerate(value))
        return self._value(term, value, at)

    def _item(self, term: Term, item: object, at: At) -> object:
        """One of a list, never without something: those behind it keep their places."""
        if not self._is_faulty(item, at):
            return self._value(term, item, at)
        self.leave_out(item, at)
        self.made_up.add(at)
        return self.filler.one(term)

    def _value(self, term: Term, value: object, at: At) -> object:
        if term.model is not None and isinstance(value, Mapping):
            return self.block(value, vocabulary(term.model), at)
        if term.columns and isinstance(value, Mapping):
            return {key: cell for key, cell in value.items() if self._is_read(cell, (*at, key))}
        return value

    def _is_read(self, cell: object, at: At) -> bool:
        """Whether an added column holds only what could be read; else it is left out."""
        parts = cell if isinstance(cell, tuple) else (cell,)
        if at in self.refused or any(isinstance(part, Unread) for part in parts):
            self.leave_out(cell, at)
            return False
        return True

    def _is_faulty(self, value: object, at: At) -> bool:
        whole = at in self.refused and not isinstance(value, Mapping)
        return isinstance(value, Unread) or whole


def _texts(value: object, at: At) -> Iterator[tuple[At, str]]:
    """Every text in plain data, with its path."""
    match value:
        case Unread():
            yield from _texts(value.typed, at)
        case str():
            yield at, value
        case Mapping():
            for key, inner in value.items():
                yield from _texts(inner, (*at, key))
        case list() | tuple():
            for n, inner in enumerate(value):
                yield from _texts(inner, (*at, n))
