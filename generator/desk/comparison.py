"""What became of results since an earlier check: new, mended, still open.

A result is known again by its rule, its document, its field and what was found there, never by
its line. Where rows were put in or taken out the number of a row differs, and where a value was
changed what was found does: such a result is looked for once more, by what is left of it.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Self

from generator.diagnostics import Change, Diagnostic, Severity, ordered
from generator.diagnostics.reading import READING
from generator.intake.content import Content
from generator.source import undotted

_Key = Callable[[Diagnostic], Hashable]
_OF_READING = frozenset(page.rule for page in READING)


@dataclass(frozen=True, slots=True)
class Unread:
    """Files of which not everything can be known at present."""

    partly: AbstractSet[str]
    """Those with errors of reading: the audit looks at what is certain in them."""
    wholly: AbstractSet[str]
    """Those of them of which nothing can be read."""

    @classmethod
    def of(cls, loaded: Content) -> Self:
        """Those of a content folder."""
        faults = (fault for fault in loaded.diagnostics if fault.severity is Severity.ERROR)
        partly = {fault.location.path for fault in faults}
        known = {faulty.readings[0].path for faulty in loaded.faulty}
        known |= {record.path for record in loaded.records}
        return cls(partly, partly - known)

    def hides(self, result: Diagnostic) -> bool:
        """Whether an earlier result may be there all the same."""
        path = result.location.path
        return path in self.wholly or (path in self.partly and result.rule not in _OF_READING)


def compared(
    before: Sequence[Diagnostic], now: Sequence[Diagnostic], unread: Unread
) -> tuple[Diagnostic, ...]:
    """The results of now, each with what became of it, and the earlier ones that are gone.

    Of what is gone, that which nobody could look for any more is not called mended. What was
    accepted and still is bears no change.
    """
    pairs, gone = _paired(ordered(before), now)
    told = [replace(new, change=_change(pairs.get(n), new)) for n, new in enumerate(now)]
    for old in gone:
        if not old.accepted:
            change = Change.UNJUDGED if unread.hides(old) else Change.MENDED
            told.append(replace(old, change=change))
    return ordered(told)


def _change(old: Diagnostic | None, new: Diagnostic) -> Change | None:
    if new.accepted:
        return Change.ACCEPTED if old is not None and not old.accepted else None
    return Change.OPEN if old is not None and not old.accepted else Change.NEW


def _paired(
    before: Iterable[Diagnostic], now: Sequence[Diagnostic]
) -> tuple[dict[int, Diagnostic], list[Diagnostic]]:
    """For each result of now, by its number, the earlier one that it is; and those left over."""
    left, pairs = list(before), dict[int, Diagnostic]()
    for key in _KEYS:
        waiting: dict[Hashable, list[Diagnostic]] = defaultdict(list)
        for old in left:
            waiting[key(old)].append(old)
        for n, new in enumerate(now):
            if n not in pairs and (same := waiting.get(key(new))):
                pairs[n] = same.pop(0)
        left = [old for olds in waiting.values() for old in olds]
    return pairs, left


def _at(result: Diagnostic) -> Hashable:
    return result.rule, result.location.path, result.field


def _column(result: Diagnostic) -> Hashable:
    """The field without the numbers of rows."""
    names = tuple(part for part in undotted(result.field) if isinstance(part, str))
    return result.rule, result.location.path, names


_KEYS: tuple[_Key, ...] = (
    lambda result: (_at(result), result.found, result.expected, result.message),
    lambda result: (_column(result), result.message),
    lambda result: (_column(result), result.found or result.message, result.expected),
    _at,
)
"""By what a result is known again, the surest first."""
