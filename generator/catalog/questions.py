"""Questions that every year is asked, with the reports that answer them.

They follow from what reports state, never from what the audit says. Of several documents about one
project and year the one answers whose money and grade count in the sums.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from generator.catalog.catalog import Catalog
from generator.catalog.entries import LITTLE, Entry
from generator.model.search_words import Order, ReadyList
from generator.values.money import Unit, grouped

LOWEST, LOWEST_PART = 10, 4
"""Reports of a year that the question for low scores lists: so many at most, and of all that have a
score the part that this divides them into."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question."""

    id: ReadyList
    title: str
    """As a link, and as a heading."""
    told: str
    """What is listed, and in which order."""
    answers: Mapping[int, Sequence[Entry]]
    """The years that have an answer, the newest first; in each the most telling comes first."""
    rest: Order | None = None
    """The order in which a search shows what is left out here; None where nothing is."""


def questions(catalog: Catalog, days: Decimal) -> Iterator[Question]:
    """Those that have an answer; `days` is the publisher's limit from approval to disclosure."""
    for id_, title, told, find in _asked(days):
        found = {year: find(catalog, entries) for year, entries in catalog.by_year.items()}
        if answers := {year: entries for year, entries in found.items() if entries}:
            yield Question(id_, title, told, answers, _REST.get(id_))


_REST = {ReadyList.LOWEST_SCORES: Order.SCORE_RISING}
_Find = Callable[[Catalog, Sequence[Entry]], Sequence[Entry]]


def _asked(days: Decimal) -> Iterator[tuple[ReadyList, str, str, _Find]]:
    yield (
        ReadyList.OVERSPENT, "支出超过预算的项目", "支出比预算多的，按执行率从高到低。", _overspent,
    )  # fmt: skip
    yield (
        ReadyList.UNSPENT, "预算没有用完的项目",
        f"支出不到预算 {LITTLE}% 的，按执行率从低到高；只列全年的结果，不列年中的监控。", _unspent,
    )  # fmt: skip
    yield (
        ReadyList.LOWEST_SCORES, "得分最低的项目",
        f"每年得分最低的四分之一，至多 {LOWEST} 项，按得分占满分的比例从低到高；得满分的不列。",
        _lowest,
    )  # fmt: skip
    yield (
        ReadyList.DISCLOSED_LATE, "公开晚的报告",
        f"批复后超过 {grouped(days)} 天才公开的，从晚到早；没有写明批复日期或发布日期的不在其中。",
        lambda catalog, entries: _late(catalog, entries, timedelta(float(days))),
    )  # fmt: skip
    yield (
        ReadyList.WITHOUT_ORIGINAL, "没有提供原文的报告",
        "既没有附原始文件，也没有写明原文网址的报告。", _without_original,
    )  # fmt: skip


def _overspent(catalog: Catalog, entries: Sequence[Entry]) -> Sequence[Entry]:
    found = [entry for entry in _counting(catalog, entries) if entry.is_overspent]
    return sorted(found, key=_spent_share, reverse=True)


def _unspent(catalog: Catalog, entries: Sequence[Entry]) -> Sequence[Entry]:
    found = [entry for entry in _counting(catalog, entries) if entry.is_left_unspent]
    return sorted(found, key=_spent_share)


def _lowest(catalog: Catalog, entries: Sequence[Entry]) -> Sequence[Entry]:
    counting = _counting(catalog, entries)
    scored = [(share, e) for e in counting if (share := _score_share(e)) is not None]
    listed = min(LOWEST, math.ceil(len(scored) / LOWEST_PART))
    lowest = sorted(scored, key=lambda one: one[0])[:listed]
    return [entry for share, entry in lowest if share < 1]


def _counting(catalog: Catalog, entries: Sequence[Entry]) -> Iterator[Entry]:
    return (entry for entry in entries if not entry.holds_items and catalog.counts(entry))


def _spent_share(entry: Entry) -> Decimal:
    """Of the budget; a project without one comes first."""
    budget, spent = (
        amount.to(Unit.YUAN).value if amount else Decimal(0)
        for amount in (entry.budget, entry.spent)
    )
    return spent / budget if budget else Decimal("Infinity")


def _score_share(entry: Entry) -> Decimal | None:
    """Of the full marks: frames give different ones."""
    if entry.points is None or not entry.full_marks:
        return None
    return entry.points / entry.full_marks


def _late(catalog: Catalog, entries: Sequence[Entry], soon: timedelta) -> Sequence[Entry]:
    """Documents, not what they are about."""
    documents = catalog.documents_of(entries)
    found = [(late, e) for e in documents if (late := _waited(e)) > soon]
    return [entry for _, entry in sorted(found, key=lambda one: -one[0])]


def _without_original(catalog: Catalog, entries: Sequence[Entry]) -> Sequence[Entry]:
    """Documents that neither hold the original nor say where it is."""
    return [e for e in catalog.documents_of(entries) if not e.has_original]


def _waited(entry: Entry) -> timedelta:
    """From the approval to the disclosure, of a document as a whole."""
    approved = entry.record.head.approved
    if approved is None or entry.published is None:
        return timedelta(0)
    return entry.published - approved
