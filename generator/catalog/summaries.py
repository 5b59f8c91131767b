"""Figures over several documents: how many there are, what they add up to, how they were graded."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from generator.catalog.claims import Reason, Share
from generator.catalog.entries import Entry
from generator.catalog.figures import Posting
from generator.catalog.projects import Projects
from generator.model.figures import Sum, total
from generator.values.money import Amount, Unit


@dataclass(frozen=True, slots=True)
class Count:
    """How many documents there are, and of how many projects; the two are never mixed up."""

    documents: int
    projects: int
    departments: int
    """Whole departments evaluated; they are no projects."""
    is_plain: bool
    """Whether each document is the only one of its project and year, and about nothing else."""

    @classmethod
    def of(cls, entries: Iterable[Entry], projects: Projects) -> Self:
        """Those of entries, the items of documents."""
        addresses = set()
        found: dict[bool, set[object]] = {True: set(), False: set()}
        years = set()
        listed = 0
        for entry in entries:
            identity = projects.identity(entry)
            addresses.add(entry.address)
            found[entry.whole_department].add(identity)
            years.add((identity, entry.whole_department, entry.year))
            listed += 1
        is_plain = listed == len(addresses) == len(years)
        return cls(len(addresses), len(found[False]), len(found[True]), is_plain)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Money that is in no sum: of whom, and why."""

    what: str
    """预算, 支出, or both."""
    reason: Reason
    names: Sequence[str]


@dataclass(frozen=True, slots=True)
class Figures:
    """What the documents that count add up to."""

    postings: Sequence[Posting]

    @property
    def count(self) -> int:
        """How many projects, or departments, a document stands for; in each year anew."""
        return len(self.postings)

    @property
    def budget(self) -> Amount | None:
        """Sum of the budgets in 万元; None when none is given, or one is missing."""
        return _amount(self._budgets)

    @property
    def budget_absent(self) -> tuple[str, ...]:
        """The projects for want of whose budget there is no sum."""
        return self._budgets.missing

    @property
    def spent(self) -> Amount | None:
        """Sum of the money spent in 万元; None when none is given, or some is missing."""
        return _amount(self._spending)

    @property
    def spent_absent(self) -> tuple[str, ...]:
        """The projects for want of whose spending there is no sum."""
        return self._spending.missing

    @property
    def compared(self) -> tuple[Amount | None, Amount | None]:
        """The two sums where they are of the same projects; two None where they are not."""
        if any((p.budget.amount is None) is not (p.spent.amount is None) for p in self.postings):
            return None, None
        return self.budget, self.spent

    @property
    def _budgets(self) -> Sum:
        return _sum((posting.entry.project, posting.budget) for posting in self.postings)

    @property
    def _spending(self) -> Sum:
        return _sum((posting.entry.project, posting.spent) for posting in self.postings)

    @property
    def has_money(self) -> bool:
        """Whether there is a sum to show, if only to say that it is incomplete."""
        sums = (self._budgets, self._spending)
        return any(one.value is not None or one.missing for one in sums)

    @property
    def graded(self) -> tuple[Entry, ...]:
        """Those whose grade is counted, or the want of one."""
        return tuple(posting.entry for posting in self.postings if posting.is_graded)

    @property
    def graded_by_year(self) -> Mapping[int, Sequence[Entry]]:
        """The same by fiscal year, newest first."""
        found: dict[int, list[Entry]] = defaultdict(list)
        for posting in self.postings:
            if posting.is_graded:
                found[posting.year].append(posting.entry)
        return {year: found[year] for year in sorted(found, reverse=True)}

    @property
    def grades(self) -> tuple[tuple[str, int], ...]:
        """Grade as shown and how many earned it, most frequent first; then those without one.

        Together they are all of `graded`; nothing where nobody earned a grade.
        """
        earned = Counter(grade for entry in self.graded if (grade := entry.grade_name))
        rest = Counter(entry.grade_told for entry in self.graded if not entry.grade_name)
        named = sorted(earned.items(), key=lambda item: (-item[1], item[0]))
        return (*named, *sorted(rest.items())) if earned else ()

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """Money that the documents that count show, and that is in no sum."""
        found: dict[tuple[str, Reason], dict[str, None]] = defaultdict(dict)
        for posting in self.postings:
            budget, spent = posting.budget.reason, posting.spent.reason
            if budget is not None and budget is spent:
                found["预算和支出", budget][posting.entry.project] = None
            else:
                for what, reason in (("预算", budget), ("支出", spent)):
                    if reason is not None:
                        found[what, reason][posting.entry.project] = None
        return tuple(LeftOut(*key, tuple(names)) for key, names in found.items())

    @property
    def left_out_count(self) -> int:
        """Of how many postings some money is left out; a project in two years is two."""
        return sum(p.budget.reason is not None or p.spent.reason is not None for p in self.postings)


@dataclass(frozen=True, slots=True)
class Summary:
    """Figures of one region or department, over all years or of one.

    The documents are those of the folder's year; money and grades those of the fiscal year.
    """

    entries: Sequence[Entry]
    count: Count
    figures: Figures
    """Of projects."""
    departments: Figures | None = None
    """Of whole departments, whose money holds that of their projects; None where there is none."""
    given_elsewhere: Sequence[str] = ()
    """Projects listed here whose figures belong to another year."""
    from_elsewhere: Sequence[str] = ()
    """Projects listed under another year whose figures belong to this one."""
    order: Sequence[str] = ()
    """The kinds of which one counts, in their order; empty where nothing has to be chosen."""

    @property
    def has_items(self) -> bool:
        """Whether a document has several entries."""
        return len(self.entries) > self.count.documents

    @property
    def grades_fewer(self) -> bool:
        """Whether grades are of other documents than those listed, and their number is said."""
        return len(self.figures.graded) != self.count.documents

    @property
    def has_remarks(self) -> bool:
        """Whether there is anything to say of what its sums leave out or take from elsewhere."""
        whole = self.departments.left_out if self.departments else ()
        elsewhere = self.given_elsewhere or self.from_elsewhere
        return bool(self.order or self.figures.left_out or whole or elsewhere)

    @classmethod
    def of(
        cls,
        entries: Sequence[Entry],
        postings: Sequence[Posting],
        projects: Projects,
        given_elsewhere: Sequence[Entry] = (),
    ) -> Self:
        """Listed entries and the postings of their year, or of all years."""
        whole = tuple(posting for posting in postings if posting.entry.whole_department)
        years = {entry.year for entry in entries}
        count = Count.of(entries, projects)
        kinds = {e.kind.name: e.kind.rank for e in entries if e.kind.rank is not None}
        return cls(
            entries,
            count,
            Figures(tuple(p for p in postings if not p.entry.whole_department)),
            Figures(whole) if whole else None,
            _names(given_elsewhere),
            _names(p.entry for p in postings if p.entry.year not in years),
            () if count.is_plain else tuple(sorted(kinds, key=lambda name: (kinds[name], name))),
        )


def _names(entries: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry.project for entry in entries))


def _sum(shares: Iterable[tuple[str, Share]]) -> Sum:
    """In 万元."""
    return total(
        (name, None if share.amount is None else share.amount.to(Unit.WAN_YUAN).value)
        for name, share in shares
        if share.amount is not None or share.is_missing
    )


def _amount(summed: Sum) -> Amount | None:
    return None if summed.value is None else Amount(summed.value, Unit.WAN_YUAN)
