"""The ground that records stand on: publisher, register, and what other files declare for them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.binding.filling import Form
from generator.binding.opening import open_form
from generator.intake import declarations
from generator.intake.declarations import Declarations
from generator.intake.kinds import PUBLISHER, RECORD, REGISTER
from generator.intake.record_files import Shelf
from generator.intake.relations import register as relations
from generator.model.publisher import Publisher
from generator.model.register import Departments


@dataclass(frozen=True, slots=True)
class Ground:
    """Each of these files, opened once."""

    publisher: Form[Publisher]
    register: Form[Departments]
    declared: Declarations

    @property
    def entries(self) -> Departments:
        """All that the register names; nothing where it cannot be read."""
        return self.register.value or _NO_REGISTER

    @property
    def listed(self) -> Departments:
        """The part of it that pages can list."""
        return relations.listed(self.entries)

    @property
    def shelf(self) -> Shelf:
        """What a record may refer to."""
        return Shelf({one.id: one for one in self.entries.departments}, self.declared)

    @property
    def is_whole(self) -> bool:
        """Whether each of the files can be read."""
        return all(form.value is not None for form in self._forms)

    @property
    def _forms(self) -> Iterator[Form[Any]]:
        yield self.publisher
        yield self.register
        yield from self.declared.forms


_NO_REGISTER = Departments(format=1, regions=(), departments=())


_READ = frozenset({".yml", ".yaml", ".md"})
"""Endings of the files that are read, not only copied."""


def beside_records(files: Iterable[Path], folder: Path) -> Iterator[Path]:
    """Of the files of a content folder those that are read, but for the records."""
    lying = tuple(files)
    records = set(RECORD.among(lying, folder))
    yield from (file for file in lying if file not in records and file.suffix in _READ)


def read(files: tuple[Path, ...], folder: Path, root: Path) -> Ground:
    """The ground of a content folder, of whose files these can be shown."""
    return Ground(
        open_form(folder / PUBLISHER.path, root, Publisher),
        open_form(folder / REGISTER.path, root, Departments),
        declarations.read(files, folder, root),
    )
