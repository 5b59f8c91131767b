"""What became of results since an earlier check: new, mended, still open.

A result is known again by its rule, its document, its field and what was found there, never by
its line. Where rows were put in or taken out the number of a row differs, and where a value was
changed what was found does: such a result is looked for once more, by what is left of it. At last
those of files that are gone are looked for in files that had none: a record may have moved.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
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
class Present:
    """The files that are there at present, and those of which not everything can be known."""

    there: AbstractSet[str]
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
        return cls(known | partly, partly, partly - known)

    def hides(self, result: Diagnostic) -> bool:
        """Whether an earlier result may be there all the same."""
        path = result.location.path
        return path in self.wholly or (path in self.partly and result.rule not in _OF_READING)


def compared(
    before: Sequence[Diagnostic], now: Sequence[Diagnostic], present: Present
) -> tuple[Diagnostic, ...]:
    """The results of now, each with what became of it, and the earlier ones that are gone.

    Of what is gone, that which nobody could look for any more is not called mended. What was
    accepted and still is bears no change.
    """
    pairs, gone = _paired(ordered(before), now, present)
    told = [replace(new, change=_change(pairs.get(n), new)) for n, new in enumerate(now)]
    for old in gone:
        if not old.accepted:
            change = Change.UNJUDGED if present.hides(old) else Change.MENDED
            told.append(replace(old, change=change))
    return ordered(told)


def _change(old: Diagnostic | None, new: Diagnostic) -> Change | None:
    if new.accepted:
        return Change.ACCEPTED if old is not None and not old.accepted else None
    return Change.OPEN if old is not None and not old.accepted else Change.NEW


def _paired(
    before: Sequence[Diagnostic], now: Sequence[Diagnostic], present: Present
) -> tuple[dict[int, Diagnostic], list[Diagnostic]]:
    """For each result of now, by its number, the earlier one that it is; and those left over."""
    left, pairs = list(before), dict[int, Diagnostic]()

    def pair(key: _Key) -> None:
        waiting: dict[Hashable, list[Diagnostic]] = defaultdict(list)
        for old in left:
            waiting[key(old)].append(old)
        for n, new in enumerate(now):
            if n not in pairs and (same := waiting.get(key(new))):
                pairs[n] = same.pop(0)
        left[:] = (old for olds in waiting.values() for old in olds)

    for key in _KEYS:
        pair(key)
    known = {old.location.path for old in before}
    pair(lambda result: _moved(result, result.location.path, known, present.there))
    return pairs, left


def _moved(
    result: Diagnostic, path: str, known: AbstractSet[str], there: AbstractSet[str]
) -> Hashable:
    """What a result keeps where its file has another name; the path where the file has its own."""
    has_moved = path not in there or path not in known
    rule, _, names = _column(result)
    return rule, names, result.message, result.found, None if has_moved else path


def _at(result: Diagnostic) -> Hashable:
    return result.rule, result.location.path, result.field


def _column(result: Diagnostic) -> tuple[str, str, tuple[str, ...]]:
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
