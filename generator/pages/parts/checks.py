"""What was checked in a document, as its page tells it: of the rules that may be public only.

Rules that are not about documents of its sort are neither counted nor named.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.audit.coverage import Checked, Coverage
from generator.audit.rulebook import Rulebook
from generator.audit.verdict import public_rules
from generator.diagnostics.manual import Manual


@dataclass(frozen=True, slots=True)
class Unjudged:
    """A rule that could not judge everything, and why."""

    manual: Manual
    reasons: Sequence[str]


@dataclass(frozen=True, slots=True)
class Unchecked:
    """The rules that could not look for want of the same thing."""

    missing: str
    manuals: Sequence[Manual]


@dataclass(frozen=True, slots=True)
class Checks:
    """The rules that looked at a document, and those that could not, or not at everything."""

    asked: Sequence[Manual]
    """All that looked, those that could not judge everything among them."""
    unjudged: Sequence[Unjudged]
    unchecked: Sequence[Unchecked]

    @property
    def unchecked_count(self) -> int:
        """How many rules could not look."""
        return sum(len(one.manuals) for one in self.unchecked)


def checks_of(coverage: Coverage, book: Rulebook) -> Checks:
    """What a page tells of it, in the order in which rules run."""
    told, manuals = coverage.of(public_rules(book)), book.manuals
    return Checks(
        tuple(manuals[one.rule] for one in told.asked),
        tuple(Unjudged(manuals[one.rule], one.reasons) for one in told.partly),
        _by_want(told.lacking, book),
    )


def _by_want(lacking: Sequence[Checked], book: Rulebook) -> tuple[Unchecked, ...]:
    """By the first thing that is missing, on which the others mostly rest: 资金表, 合计行."""
    groups: dict[str, list[Manual]] = defaultdict(list)
    for one in lacking:
        groups[one.reasons[0]].append(book.manuals[one.rule])
    return tuple(Unchecked(missing, tuple(manuals)) for missing, manuals in groups.items())
