"""What files may say that other files declare: kinds of evaluation, columns that a form adds.

A declaration in code names the list that a field's words come from (`words="kinds"`), or the place
whose columns a block of further columns may hold (`columns="project"`). A `Lexicon` holds the
lists of one site; reader, writer, editor schema and dictionary all ask it, so that a new kind or
column is one entry in a file.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.schema.languages import Language
from generator.values.names import folded
from generator.values.notations import Notation


@dataclass(frozen=True, slots=True)
class Word:
    """One value that a file declares, as other files may write it."""

    label: str
    """What is shown, and what a Chinese file writes."""
    name: str
    """What an English file writes."""
    aliases: tuple[str, ...] = ()
    description: str = ""

    def spelt(self, language: Language) -> str:
        return self.label if language is Language.CHINESE else self.name


@dataclass(frozen=True, slots=True)
class DeclaredColumn:
    """A column that forms may add, as files name it and fill it in."""

    label: str
    name: str
    notation: Notation
    choices: tuple[str, ...] = ()
    """The words it may hold, one or several; empty where it may hold anything."""
    unit: str = ""
    description: str = ""
    """What to fill in."""
    place: str = ""
    """The part of a record that it belongs to, as messages name it."""

    def key(self, language: Language) -> str:
        return self.label if language is Language.CHINESE else self.name


@dataclass(frozen=True, slots=True)
class Unseen:
    """What files that cannot be read may declare: whoever names it has made no mistake."""

    names: AbstractSet[str] = frozenset()
    """The names that can be made out all the same, folded."""
    is_open: bool = False
    """Whether there is a file of which not even the names can be made out."""

    def may_hold(self, typed: str) -> bool:
        return self.is_open or folded(typed) in self.names


class Called(NamedTuple):
    """A field that forms call by some name."""

    block: tuple[str, ...]
    """The English path of the block that it stands in."""
    field: str
    is_below: bool
    """Whether it may also stand deeper in that block."""
    same: AbstractSet[str]
    """All names of the field, folded."""


def _nobody(name: str) -> Sequence[Called]:
    del name
    return ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that the files of a site declare for others."""

    words: Mapping[str, Sequence[Word]] = field(default_factory=dict)
    """By the name of the list, those that a value must come from."""
    suggestions: Mapping[str, Sequence[Word]] = field(default_factory=dict)
    """By the name of the list, those that a value may come from."""
    columns: Mapping[str, Sequence[DeclaredColumn]] = field(default_factory=dict)
    """By the place where they may stand."""
    unseen: Mapping[str, Unseen] = field(default_factory=dict)
    """By the name of the list; of columns, whatever their place, as `columns`."""
    called: Callable[[str], Sequence[Called]] = _nobody
    """The fields that printed forms call by a name."""

    def word(self, of: str, typed: str) -> Word | None:
        """The word of a list that is written so: in either language, or under another name."""
        return next((w for w in self.words.get(of, ()) if typed in _spellings(w)), None)

    def column(self, at: str, typed: str) -> DeclaredColumn | None:
        """The column of a place that is written so, in either language."""
        return next((c for c in self.columns.get(at, ()) if typed in (c.label, c.name)), None)

    def places(self, typed: str) -> list[str]:
        """All places that have a column written so, as messages name them."""
        return [column.place for at in self.columns if (column := self.column(at, typed))]

    def may_hold(self, of: str, typed: str) -> bool:
        """Whether a file that cannot be read may declare this."""
        return of in self.unseen and self.unseen[of].may_hold(typed)

    def labels(self, of: str, language: Language) -> list[str]:
        """How a file of this language writes the words of a list."""
        return [word.spelt(language) for word in self.words.get(of, ())]

    def keys(self, at: str, language: Language) -> list[str]:
        """How a file of this language names the columns of a place."""
        return [column.key(language) for column in self.columns.get(at, ())]


def _spellings(word: Word) -> Iterator[str]:
    yield from (word.label, word.name, *word.aliases)


NOTHING = Lexicon()
"""Of files that need none: whatever they say of others stays as it was typed."""
