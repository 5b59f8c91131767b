"""How citizens ask, and what is right by what the records say: read without the search.

A question names conditions, which hold together; those of one site that meet them are right. Where
nothing does, the question is not for that site. `page` names the pages that answer, or hold what
is right: a question with other conditions is answered by reports.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from generator.catalog import Catalog, Entry
from generator.intake.records import Matter
from helpers import demo_site

HELD_BACK = 3
"""Every so manieth question is held back: nothing is mended for its sake."""
LOWEST = 10
_PASSED = Decimal("0.6")
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Asked:
    """What a citizen types, and the beginnings of the addresses that answer it."""

    typed: str
    reports: Sequence[str]
    pages: Sequence[str]
    """That answer it, or hold what is right."""
    is_held_back: bool


@dataclass(frozen=True, slots=True)
class _Told:
    """What one result is about, in its own words."""

    entry: Entry
    about: str
    """Title and project: purposes say what else is served."""
    told: str
    """These, and its problems with their kinds."""


class Citizens:
    """The questions of one site."""

    def __init__(self, catalog: Catalog, pages: Sequence[str]) -> None:
        """`pages` are the addresses that a search can lead to beside reports."""
        self._catalog, self._pages = catalog, pages

    def asked(self, cases: Sequence[Mapping[str, Any]]) -> Iterator[Asked]:
        """Those that this site answers, in their order."""
        for number, case in enumerate(cases, 1):
            conditions = {name: value for name, value in case.items() if name not in _NO_CONDITION}
            reports = self._right(conditions) if conditions else ()
            pages = [page for page in case.get("page", "").split() if page in self._pages]
            if reports or (pages and not conditions):
                yield Asked(case["ask"], reports, pages, number % HELD_BACK == 0)

    def _right(self, conditions: Mapping[str, Any]) -> Sequence[str]:
        found = [
            one.entry
            for one in self._told
            if all(_MEETS[name](self, one, value) for name, value in conditions.items())
        ]
        return [f"{e.address}#{e.anchor}" if e.anchor else e.address for e in found]

    @cached_property
    def _told(self) -> Sequence[_Told]:
        catalog = self._catalog
        entries = (e for one in catalog.documents for e in catalog.with_items(one))
        return [_told(entry) for entry in entries]

    @cached_property
    def _lowest(self) -> Decimal:
        """The share of the points that the last of the lowest has."""
        shares = (share for one in self._told if (share := _share(one.entry)) is not None)
        return sorted(shares)[:LOWEST][-1]

    def about(self, one: _Told, words: str) -> bool:
        return bool(re.search(words, one.about))

    def told(self, one: _Told, words: str) -> bool:
        return bool(re.search(words, one.told))

    def text(self, one: _Told, words: str) -> bool:
        """Anywhere in the record."""
        data = one.entry.record.form.document.data
        return any(re.search(words, text) for text in demo_site.texts(data))

    def department(self, one: _Told, words: str) -> bool:
        return words in one.entry.department

    def year(self, one: _Told, year: int) -> bool:
        return one.entry.year == year

    def money(self, one: _Told, what: str) -> bool:
        """More spent than budgeted, less, or less than four fifths."""
        entry = one.entry
        if entry.budget is None or entry.spent is None or entry.holds_items:
            return False
        spent, budget = entry.spent.value, entry.budget.to(entry.spent.unit).value
        return {
            "over": spent > budget, "unspent": spent < budget, "slow": spent * 5 < budget * 4,
        }[what]  # fmt: skip

    def scores(self, one: _Told, what: str) -> bool:
        share = _share(one.entry)
        rows = [row for top in one.entry.matter.item.indicators for row in top.tree()]
        match what:
            case "lowest":
                return share is not None and share <= self._lowest
            case "failed":
                return share is not None and share < _PASSED
            case "reviewed":
                return any(row.review_score is not None for row in rows)
            case _:
                return any("满意" in row.name and row.lost for row in rows)


_NO_CONDITION = ("ask", "page")
_MEETS: Mapping[str, Callable[[Citizens, _Told, Any], bool]] = {
    meets.__name__: meets
    for meets in (
        Citizens.about, Citizens.told, Citizens.text, Citizens.department, Citizens.year,
        Citizens.money, Citizens.scores,
    )
}  # fmt: skip


def _told(entry: Entry) -> _Told:
    items = [one.item for one in _tree(entry.matter)]
    projects = [item.project for item in items if item.project]
    names = [project.name for project in projects if project.name]
    about = "\n".join((entry.record.evaluation.title, *names))
    found = [f"{one.text} {one.category or ''}" for item in items for one in item.findings]
    return _Told(entry, about, "\n".join((about, *found)))


def _tree(matter: Matter) -> Iterator[Matter]:
    yield matter
    yield from matter.below


def _share(entry: Entry) -> Decimal | None:
    if entry.points is None or not entry.full_marks or entry.holds_items:
        return None
    return entry.points / entry.full_marks
