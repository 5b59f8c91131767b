"""The words of a report that the glossary explains, where a site has a glossary."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from generator.catalog import Entry
from generator.intake.written import Written
from generator.model.project import Scope
from generator.pages.parts.score_table import ScoreTable

GLOSSARY = "glossary/"
"""The hand-written page; each of its headings has an id."""

_SCOPES: Mapping[Scope, str] = MappingProxyType(
    {
        Scope.PROJECT: "project-expenditure",
        Scope.DEPARTMENT: "whole-department",
        Scope.EARMARKED: "earmarked-fund",
        Scope.TRANSFER: "transfer-payment",
    }
)


@dataclass(frozen=True, slots=True)
class Term:
    """A word and its place in the glossary."""

    name: str
    anchor: str


def terms(written: Written, entry: Entry, table: ScoreTable) -> Sequence[Term]:
    """Those that an evaluation's page uses and the glossary has, named as it names them."""
    glossary = written.page(GLOSSARY)
    if glossary is None:
        return ()
    known = glossary.sections
    return tuple(Term(known[a], a) for a in _anchors(entry, table) if a in known)


def _anchors(entry: Entry, table: ScoreTable) -> Iterator[str]:
    evaluation = entry.matter.item
    yield entry.kind.id
    if evaluation.scope is not None and evaluation.scope in _SCOPES:
        yield _SCOPES[evaluation.scope]
    yield "frame"
    if evaluation.funds:
        yield "budget"
    if entry.execution_rate:
        yield "execution-rate"
    if table.has_targets:
        yield "target-and-actual"
    if table.has_points:
        yield from ("points", "grade")
    if table.has_reviews:
        yield "review-score"
    if entry.points_computed or entry.grade_computed:
        yield "computed"
