"""What some files declare for others: kinds of evaluation, columns, frames; and own criteria.

The program brings its own; a site adds to them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any, TypeVar

from generator.binding.filling import Form
from generator.binding.opening import open_form
from generator.diagnostics import Diagnostic
from generator.intake import unseen, walk
from generator.intake.called import called
from generator.intake.kinds import COLUMNS, CRITERIA, FRAME, KIND, SEARCH_WORDS, Kind
from generator.intake.relations import criteria as criteria_relations
from generator.intake.relations import declarations as relations
from generator.intake.relations import frames as frame_relations
from generator.model.columns import BUILT_IN_COLUMNS, Column, Columns
from generator.model.criteria import BUILT_IN_CRITERIA, Criteria, CriteriaSet, Criterion
from generator.model.frames import BUILT_IN, Frame
from generator.model.kinds import BUILT_IN_KINDS, EvaluationKind
from generator.model.search_words import BUILT_IN_SEARCH_WORDS, SearchWord, SearchWords
from generator.schema.fields import Model
from generator.schema.lexicon import Lexicon, Unseen, Word
from generator.values.names import folded

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Declarations:
    """The files that declare, each opened once."""

    kind_forms: Mapping[Path, Form[EvaluationKind]]
    column_forms: Mapping[Path, Form[Columns]]
    frame_forms: Mapping[Path, Form[Frame]]
    unseen: Mapping[str, Unseen]
    """What those of them may declare that cannot be read, and those that lie in a wrong place."""
    criteria_forms: Mapping[Path, Form[Criteria]] = field(default_factory=dict)
    word_forms: Mapping[Path, Form[SearchWords]] = field(default_factory=dict)

    @cached_property
    def kinds(self) -> tuple[EvaluationKind, ...]:
        """In the order in which their documents are made."""
        found = (form.value for form in self.kind_forms.values() if form.value)
        return tuple(sorted(found, key=lambda kind: kind.order))

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """In the order in which tables show them."""
        return tuple(
            column
            for form in self.column_forms.values()
            if form.value
            for column in form.value.columns
        )

    @cached_property
    def frames(self) -> tuple[Frame, ...]:
        return tuple(form.value for form in self.frame_forms.values() if form.value)

    @cached_property
    def criteria(self) -> tuple[Criterion, ...]:
        """Those that this site names: of the sets it takes over, then its own."""
        files = tuple(form.value for form in self.criteria_forms.values() if form.value)
        enabled = {name for file in files for name in file.enabled}
        sets = (one for one in criteria_sets() if one.name in enabled)
        taken = (one for holder in sets for one in holder.criteria)
        return (*taken, *(one for file in files for one in file.criteria))

    @cached_property
    def usable_criteria(self) -> tuple[Criterion, ...]:
        """Those by which it is checked: nothing is wrong with them."""
        return tuple(filter(criteria_relations.is_usable, self.criteria))

    @property
    def has_all_criteria(self) -> bool:
        """Whether the file of criteria can be read, if there is one, and each of them used."""
        is_read = all(form.value for form in self.criteria_forms.values())
        return is_read and self.usable_criteria == self.criteria

    @cached_property
    def search_words(self) -> tuple[SearchWord, ...]:
        """How readers ask: the site's own words first."""
        files = sorted(self.word_forms, key=lambda file: file.parent == BUILT_IN_SEARCH_WORDS)
        found = (form.value for file in files if (form := self.word_forms[file]))
        return tuple(word for words in found if words for word in words.words)

    @cached_property
    def kind_named(self) -> Mapping[str, EvaluationKind]:
        return {kind.name: kind for kind in self.kinds}

    @cached_property
    def frame_named(self) -> Mapping[str, Frame]:
        """By id and by Chinese name, both folded."""
        ids = {folded(frame.id): frame for frame in self.frames}
        return ids | {folded(frame.name): frame for frame in self.frames}

    @cached_property
    def lexicon(self) -> Lexicon:
        """How records write what is declared here."""
        kinds = tuple(
            Word(kind.name, kind.english, kind.aliases, kind.description) for kind in self.kinds
        )
        frames = tuple(
            Word(frame.name, frame.name, (frame.id,), frame.description) for frame in self.frames
        )
        sets = tuple(Word(one.name, one.id, (), one.description) for one in criteria_sets())
        columns = {
            column.name: Word(column.name, column.name, (), column.description)
            for column in self.columns
        }
        places = dict.fromkeys(column.position for column in self.columns)
        return Lexicon(
            {"kinds": kinds, "criteria": sets},
            {"frames": frames, "columns": tuple(columns.values())},
            {
                place.value: tuple(c.declared for c in self.columns if c.position is place)
                for place in places
            },
            self.unseen,
            called,
        )

    def mended(self, good: "Declarations") -> "Declarations":
        """These, with the last version that could be read of each file that cannot be now."""
        return replace(
            self,
            kind_forms=_mended(self.kind_forms, good.kind_forms),
            column_forms=_mended(self.column_forms, good.column_forms),
            frame_forms=_mended(self.frame_forms, good.frame_forms),
            criteria_forms=_mended(self.criteria_forms, good.criteria_forms),
            word_forms=_mended(self.word_forms, good.word_forms),
        )

    @property
    def forms(self) -> tuple[Form[Any], ...]:
        return (
            *self.kind_forms.values(), *self.column_forms.values(), *self.frame_forms.values(),
            *self.criteria_forms.values(), *self.word_forms.values(),
        )  # fmt: skip

    @property
    def files(self) -> tuple[Path, ...]:
        return (
            *self.kind_forms, *self.column_forms, *self.frame_forms, *self.criteria_forms,
            *self.word_forms,
        )  # fmt: skip

    def faults(self) -> Iterator[Diagnostic]:
        """What is wrong with each file, and with what they say of one another."""
        for form in self.forms:
            yield from form.diagnostics
        yield from relations.kinds(self.kind_forms, self.lexicon)
        yield from relations.columns(self.column_forms)
        yield from relations.frames(self.frame_forms, self.lexicon)
        yield from frame_relations.faults(self.frame_forms)
        yield from relations.words(self.word_forms, BUILT_IN_SEARCH_WORDS)
        for criteria in self.criteria_forms.values():
            yield from criteria_relations.faults(criteria, self.criteria)


def _mended(forms: Mapping[Path, Form[M]], good: Mapping[Path, Form[M]]) -> dict[Path, Form[M]]:
    return {file: form if form.value else good.get(file, form) for file, form in forms.items()}


def read(files: Iterable[Path], folder: Path, root: Path) -> Declarations:
    """All declarations: the built-in ones, and those among the files of a content folder."""
    readable = tuple(files)
    kinds = _opened(KIND.among(readable, folder), root, EvaluationKind)
    columns = _opened(COLUMNS.among(readable, folder), root, Columns)
    frames = _opened(FRAME.among(readable, folder), root, Frame)
    words = _opened(SEARCH_WORDS.among(readable, folder), root, SearchWords)

    def astray(kind: Kind, model: type[M]) -> dict[Path, Form[M]]:
        forms = _opened(unseen.astray(kind, readable, folder), root, model)
        return {file: replace(form, value=None) for file, form in forms.items()}

    own = _own(_own_files())
    declared = Declarations(
        {**own.kind_forms, **kinds},
        {**own.column_forms, **columns},
        {**own.frame_forms, **frames},
        {
            "kinds": unseen.unseen(
                kinds | astray(KIND, EvaluationKind), "name", "english", "aliases"
            ),
            "columns": unseen.unseen(
                columns | astray(COLUMNS, Columns), "name", "english", below="columns"
            ),
            "frames": unseen.unseen(frames | astray(FRAME, Frame), "name"),
        },
        word_forms={**own.word_forms, **words},
    )
    criteria = {
        file: open_form(file, root, Criteria, declared.lexicon)
        for file in CRITERIA.among(readable, folder)
    }
    return replace(declared, criteria_forms=criteria)


def of_folder(folder: Path, root: Path) -> Declarations:
    """The same for whoever reads nothing else of the folder; without one, the built-in ones."""
    files = tuple(filter(walk.is_printable, walk.files(folder))) if folder.is_dir() else ()
    return read(files, folder, root)


@cache
def criteria_sets() -> tuple[CriteriaSet, ...]:
    """The criteria that the program brings for whoever takes them over."""
    forms = _opened(sorted(BUILT_IN_CRITERIA.glob("*.yml")), BUILT_IN_CRITERIA, CriteriaSet)
    return tuple(form.value for form in forms.values() if form.value)


def built_in() -> Declarations:
    """Those that every site has."""
    return read((), Path(), Path())


def _own_files() -> tuple[tuple[Path, int], ...]:
    """The files of the program, each with the time when it was last changed."""
    folders = (BUILT_IN_KINDS, BUILT_IN, BUILT_IN_SEARCH_WORDS)
    files = (BUILT_IN_COLUMNS, *(file for folder in folders for file in folder.glob("*.yml")))
    return tuple((file, file.stat().st_mtime_ns) for file in sorted(files))


@lru_cache(maxsize=1)
def _own(files: tuple[tuple[Path, int], ...]) -> Declarations:
    """What the program brings; a preview that reads again opens it again only when it changed."""
    del files
    return Declarations(
        _opened(sorted(BUILT_IN_KINDS.glob("*.yml")), BUILT_IN_KINDS, EvaluationKind),
        _opened([BUILT_IN_COLUMNS], BUILT_IN_COLUMNS.parent, Columns),
        _opened(sorted(BUILT_IN.glob("*.yml")), BUILT_IN, Frame),
        {},
        word_forms=_opened(
            sorted(BUILT_IN_SEARCH_WORDS.glob("*.yml")), BUILT_IN_SEARCH_WORDS, SearchWords
        ),
    )


def _opened(files: Iterable[Path], root: Path, model: type[M]) -> dict[Path, Form[M]]:
    return {file: open_form(file, root, model) for file in files}
