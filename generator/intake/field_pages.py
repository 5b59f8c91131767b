"""Every field of every content file with the places where it stands, found by its name or path."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.intake.field_facts import choices_of
from generator.intake.kinds import KINDS, RECORD, Kind
from generator.model.kinds import Block, EvaluationKind
from generator.schema.fields import Model
from generator.schema.languages import Language
from generator.schema.lexicon import DeclaredColumn, Lexicon
from generator.schema.vocabulary import Term, vocabulary
from generator.values.names import folded

_STEP = re.compile(r"[./>›·。．:：\s]+")
"""What people put between two keys, and behind the last one."""
POINTS_UNIT = "分"
_BLOCKS = frozenset(block.value for block in Block)


@dataclass(frozen=True, slots=True)
class Place:
    """A way to a field: the kind of file, then each key from the outermost to the field's own."""

    kind: Kind
    terms: tuple[Term, ...]

    def path(self, language: Language) -> str:
        """The keys with dots between them, as messages and exceptions write them."""
        return ".".join(term.key(language) for term in self.terms)

    @property
    def block(self) -> str:
        """The part of a record that evaluation kinds may ask for; empty for any other."""
        name = self.terms[0].name
        return name if self.kind is RECORD and name in _BLOCKS else ""

    def fits(self, parts: Sequence[str]) -> bool:
        """Whether these keys, of either language, are on the way, the last of them its end."""
        *above, last = (frozenset({folded(t.label), folded(t.name)}) for t in self.terms)
        if parts[-1] not in last:
            return False
        way = iter(above)
        return all(any(part in names for names in way) for part in parts[:-1])


@dataclass(frozen=True, slots=True)
class FieldPage:
    """One field: the same declaration may stand at several places."""

    term: Term
    places: tuple[Place, ...]
    """The shortest way first."""

    @property
    def first(self) -> Place:
        return self.places[0]

    @property
    def inside(self) -> tuple[Term, ...]:
        """The fields of a block."""
        return tuple(vocabulary(self.term.model).terms.values()) if self.term.model else ()


@dataclass(frozen=True)
class FieldBook:
    """All fields that the content files of a site may hold, with what its files declare."""

    lexicon: Lexicon
    kinds: tuple[EvaluationKind, ...]

    @cached_property
    def pages(self) -> tuple[FieldPage, ...]:
        """Of records first; of each kind of file in the order of its fields."""
        found: dict[tuple[Kind, str, str, str], list[Place]] = {}
        for kind in KINDS:
            for place in sorted(_places(kind), key=lambda place: len(place.terms)):
                term = place.terms[-1]
                key = (kind, term.name, term.label, term.description)
                found.setdefault(key, []).append(place)
        return tuple(FieldPage(places[0].terms[-1], tuple(places)) for places in found.values())

    def named(self, words: str) -> tuple[FieldPage, ...]:
        """The fields that a name or a path of keys means, those of records and short ways first.

        Places in a list need no number, and keys on the way may be left out.
        """
        parts = [folded(part) for part in _STEP.split(words) if part and not part.isdecimal()]
        # What is below a block of the same kind is what stands in the outer one.
        parts = [part for part in parts[:-1] if part not in self._repeating] + parts[-1:]
        if not parts:
            return ()
        found = (
            FieldPage(page.term, tuple(place for place in page.places if place.fits(parts)))
            for page in self.pages
        )
        return tuple(sorted((page for page in found if page.places), key=_nearness))

    def saying(self, words: str) -> tuple[FieldPage, ...]:
        """The fields whose name or choices hold the words, then those whose explanation does."""
        asked = [folded(word) for word in words.split()]
        ranked = [(_rank(page, self.lexicon, asked), page) for page in self.pages]
        return tuple(page for rank, page in sorted(ranked, key=lambda r: r[0]) if rank < _SILENT)

    def columns(self, words: str) -> tuple[DeclaredColumn, ...]:
        """The columns of that name that forms add."""
        asked = _STEP.split(words.strip(" :："))[-1]
        every = (column for columns in self.lexicon.columns.values() for column in columns)
        return tuple(c for c in every if folded(asked) in (folded(c.label), folded(c.name)))

    @property
    def keys(self) -> tuple[str, ...]:
        """All names of fields, in both languages."""
        terms = [page.term for page in self.pages]
        return tuple(dict.fromkeys(key for term in terms for key in (term.label, term.name)))

    def kinds_with(self, page: FieldPage) -> tuple[list[str], list[str]]:
        """The evaluation kinds that always have the part of a record, and those that often do.

        Where no points are given there are none to fill in.
        """
        block = page.first.block
        fit = [k for k in self.kinds if k.has_points or page.term.unit != POINTS_UNIT]
        always = [kind.name for kind in fit if block in kind.required]
        often = [kind.name for kind in fit if block in kind.laid_out]
        return always, [name for name in often if name not in always]

    @cached_property
    def _repeating(self) -> frozenset[str]:
        """Keys of blocks that hold what stands outside them too: 分项, 下级, 其中."""
        terms = (page.term for page in self.pages)
        again = [t for t in terms if t.model is not None and t in _terms(t.model)]
        return frozenset(folded(name) for term in again for name in (term.label, term.name))


_SILENT = 3


def _rank(page: FieldPage, lexicon: Lexicon, asked: Sequence[str]) -> int:
    """How near a field is: words in its name, among what may be chosen, in its explanation."""
    term = page.term
    words = " ".join(
        f"{word.label} {word.name}" for word in choices_of(term, Language.CHINESE, lexicon)
    )
    texts = (f"{term.label} {term.name}", words, term.description)
    says = (all(word in folded(text) for word in asked) for text in texts)
    return next((rank for rank, said in enumerate(says) if said), _SILENT)


def _nearness(page: FieldPage) -> tuple[int, int]:
    """Files in the order of `KINDS`, in each the shorter way first."""
    return KINDS.index(page.first.kind), len(page.first.terms)


def _terms(model: type[Model]) -> Sequence[Term]:
    return tuple(vocabulary(model).terms.values())


def _places(kind: Kind) -> Iterator[Place]:
    """Every field of a kind of file, breadth first; a block that was met is not entered again."""
    waiting: list[tuple[type[Model], tuple[Term, ...]]] = [(kind.model, ())]
    met = {kind.model}
    while waiting:
        model, above = waiting.pop(0)
        for term in _terms(model):
            yield Place(kind, (*above, term))
            if term.model is not None and term.model not in met:
                met.add(term.model)
                waiting.append((term.model, (*above, term)))
