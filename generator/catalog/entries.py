"""What lists show of one evaluation, and the figures over several."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.intake.records import Record
from generator.model.evaluation import Grade
from generator.model.figures import Figure
from generator.model.frames import Frame
from generator.model.funds import Rate
from generator.values.money import Amount, Unit

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Entry:
    """One record with the figures that lists show of it, computed once."""

    record: Record
    total: Figure
    grade: Grade
    execution_rate: Rate | None

    @property
    def frame(self) -> Frame:
        return self.record.frame

    @property
    def is_scored(self) -> bool:
        """Whether there are points to show: the frame gives them, or the report prints some."""
        return self.frame.is_scored or self.record.evaluation.has_points

    @property
    def is_graded(self) -> bool:
        """Whether there is a grade to show, if only to say that it is missing."""
        return self.frame.is_scored or self.grade.shown is not None

    @property
    def budget(self) -> Amount | None:
        funds = self.record.evaluation.funds
        return funds.budget if funds else None

    @property
    def spent(self) -> Amount | None:
        funds = self.record.evaluation.funds
        return funds.spent if funds else None


def entry_of(record: Record) -> Entry:
    """The figures of one record."""
    evaluation, frame = record.evaluation, record.frame
    return Entry(
        record, evaluation.total(frame), evaluation.grade(frame), evaluation.execution_rate(frame)
    )


@dataclass(frozen=True, slots=True)
class Summary:
    """Figures over some entries of one region."""

    entries: Sequence[Entry]

    @property
    def count(self) -> int:
        return len(self.entries)

    @property
    def budget(self) -> Amount | None:
        """Sum of the budgets in 万元; None when no entry has one."""
        return _sum(entry.budget for entry in self.entries)

    @property
    def spent(self) -> Amount | None:
        """Sum of the money spent in 万元; None when no entry has any."""
        return _sum(entry.spent for entry in self.entries)

    @property
    def grades(self) -> tuple[tuple[str, int], ...]:
        """Grade as shown and how many earned it, most frequent first."""
        earned = Counter(grade for entry in self.entries if (grade := entry.grade.shown))
        return tuple(sorted(earned.items(), key=lambda item: (-item[1], item[0])))


def _sum(amounts: Iterable[Amount | None]) -> Amount | None:
    known = [amount.to(Unit.WAN_YUAN) for amount in amounts if amount is not None]
    return sum(known[1:], known[0]) if known else None


def grouped(pairs: Iterable[tuple[K, Entry]]) -> Mapping[K, Sequence[Entry]]:
    """Entries by their key, both in the order in which they come."""
    groups: dict[K, list[Entry]] = defaultdict(list)
    for key, entry in pairs:
        groups[key].append(entry)
    return dict(groups)
