"""Problems in lists: what is shown of each, and how many stand how."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.catalog import Entry
from generator.catalog.known_particulars import Told
from generator.catalog.particulars import Found
from generator.catalog.problems import Problem
from generator.exports.lists import INDICATOR, Listed
from generator.exports.places import Place
from generator.model.findings import State

LONGEST = 160
"""Signs of a problem that a list shows; the rest is at its place in the report."""
NO_KIND = "没有写明类别"


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """A problem as a list shows it."""

    document: Entry
    found: Found
    text: str
    """Its beginning, where it is long."""
    told: Told | None


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """Problems below one heading."""

    title: str
    anchor: str
    count: int
    """On all pages of the list."""
    lines: Sequence[ProblemLine]


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many problems stand so, by the records."""

    said: str
    count: int


def line_of(problem: Problem) -> ProblemLine:
    """One problem."""
    text = problem.found.text
    shown = text if len(text) <= LONGEST else f"{text[:LONGEST]}……"
    return ProblemLine(problem.document, problem.found, shown, problem.told)


def states(problems: Iterable[Problem]) -> tuple[StateCount, ...]:
    """In the order of the states; those of which nothing is said stand last, and are called so."""
    counts = Counter(one.state for one in problems)
    named = [StateCount(state.label, counts[state]) for state in State if counts[state]]
    unknown = [StateCount("没有写明整改状态", counts[None])] if counts[None] else []
    return (*named, *unknown)


def files_of(listed: Listed) -> tuple[Place, ...]:
    """The files with problems, and with what became of them."""
    return tuple(place for sort, place in listed.beside if sort is not INDICATOR)
