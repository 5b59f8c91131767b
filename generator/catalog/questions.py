"""Questions that every year is asked, with the reports that answer them.

They follow from what reports state and from plain rates, never from what the audit says.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from generator.catalog.entries import Entry

LITTLE = Decimal(80)
"""Per cent of the budget; less than that was left lying."""
_ALL = Decimal(100)
SOON = timedelta(20)
"""After the approval (《政府信息公开条例》 and 办法 on disclosing budgets and accounts)."""
LOWEST = 20
"""Reports of a year that the question for low scores lists."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question."""

    id: str
    title: str
    """As a link, and as a heading."""
    told: str
    """What is listed, and in which order."""
    answers: Callable[[Sequence[Entry]], Sequence[Entry]]
    """Those among the entries of one year that answer it, the most telling first."""


def _overspent(entries: Sequence[Entry]) -> Sequence[Entry]:
    found = [(e.rate, e) for e in entries if e.rate is not None and e.rate > _ALL]
    return [entry for _, entry in sorted(found, key=lambda one: -one[0])]


def _unspent(entries: Sequence[Entry]) -> Sequence[Entry]:
    found = [(e.rate, e) for e in entries if e.rate is not None and e.rate < LITTLE]
    return [entry for _, entry in sorted(found, key=lambda one: one[0])]


def _lowest(entries: Sequence[Entry]) -> Sequence[Entry]:
    found = [(share, e) for e in entries if (share := _share(e)) is not None and share < 1]
    return [entry for _, entry in sorted(found, key=lambda one: one[0])[:LOWEST]]


def _share(entry: Entry) -> Decimal | None:
    """Of the full marks: frames give different ones."""
    if entry.points is None or not entry.full_marks:
        return None
    return entry.points / entry.full_marks


def _late(entries: Sequence[Entry]) -> Sequence[Entry]:
    found = [(late, e) for e in entries if (late := _waited(e)) > SOON]
    return [entry for _, entry in sorted(found, key=lambda one: -one[0])]


def _waited(entry: Entry) -> timedelta:
    """From the approval to the disclosure, of a document as a whole."""
    approved = entry.record.head.approved
    if entry.anchor or approved is None or entry.published is None:
        return timedelta(0)
    return entry.published - approved


QUESTIONS = (
    Question(
        "overspent", "支出超过预算的项目", "执行率高于 100% 的，从高到低。", _overspent,
    ),
    Question(
        "unspent", "预算没有用完的项目", "执行率低于 80% 的，从低到高。", _unspent,
    ),
    Question(
        "lowest-scores", "得分最低的项目",
        "每年最低的 20 项，按得分占满分的比例从低到高；得满分的不列。", _lowest,
    ),
    Question(
        "disclosed-late", "公开晚的报告",
        "批复后超过 20 天才公开的，从晚到早；没有写明批复日期或发布日期的不在其中。", _late,
    ),
)  # fmt: skip


def answered(
    question: Question, by_year: Sequence[tuple[int, Sequence[Entry]]]
) -> Iterator[tuple[int, Sequence[Entry]]]:
    """The years that have an answer, each with its own."""
    for year, entries in by_year:
        single = [entry for entry in entries if not entry.holds_items]
        if found := question.answers(single):
            yield year, found
