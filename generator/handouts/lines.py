"""The lines of a hand-out: what is open in a department, then room for the reviewer's opinions."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.audit.criteria import PREFIX
from generator.audit.rulebook import Rulebook
from generator.desk.filing import Drawer, Filed
from generator.diagnostics import Diagnostic
from generator.diagnostics.manual import Manual
from generator.model.criteria import Criterion, Way

_FREE = 5
"""Lines left quite free, behind those that the bureau's criteria offer."""


class Sort(StrEnum):
    """Who says, or is asked, what a line says."""

    FOUND = "程序核对"
    ASKED = "人工判断"
    """A criterion asks a person about this very place."""
    OPINION = "审核意见"
    """The reviewer's own; a criterion may offer what to look at."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line, by whose number people speak of it."""

    number: int
    """From 1 on, the same in every format."""
    sort: Sort
    department: str
    file: Filed | None = None
    result: Diagnostic | None = None
    manual: Manual | None = None
    """Of the rule or criterion; None where the line is free."""

    @property
    def is_found(self) -> bool:
        """Whether it is about a place in a file."""
        return self.result is not None


def lines_of(drawer: Drawer, criteria: Iterable[Criterion], book: Rulebook) -> tuple[Line, ...]:
    """All lines of a department: its files the worst first, in each file the gravest first."""
    every = tuple(criteria)
    return tuple(_numbered((*_results(drawer, every, book), *_opinions(drawer, every, book))))


def offered(drawer: Drawer, criteria: Iterable[Criterion]) -> tuple[Criterion, ...]:
    """The criteria about documents that the department has; first those that people judge by."""
    kinds = {file.record.kind.name for file in drawer.files if file.record}
    fit = [one for one in criteria if not one.kinds or kinds & set(one.kinds)]
    return tuple(sorted(fit, key=lambda one: one.way is not Way.BY_HAND))


def _results(drawer: Drawer, criteria: Sequence[Criterion], book: Rulebook) -> Iterator[Line]:
    by_hand = {f"{PREFIX}{one.id}" for one in criteria if one.way is Way.BY_HAND}
    for file in drawer.files:
        for result in file.open:
            sort = Sort.ASKED if result.rule in by_hand else Sort.FOUND
            yield Line(0, sort, drawer.name, file, result, book.pages[result.rule])


def _opinions(drawer: Drawer, criteria: Sequence[Criterion], book: Rulebook) -> Iterator[Line]:
    for criterion in offered(drawer, criteria):
        page = book.pages[f"{PREFIX}{criterion.id}"]
        yield Line(0, Sort.OPINION, drawer.name, manual=page)
    yield from [Line(0, Sort.OPINION, drawer.name)] * _FREE


def _numbered(lines: Iterable[Line]) -> Iterator[Line]:
    for number, line in enumerate(lines, 1):
        yield replace(line, number=number)
