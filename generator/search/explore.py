"""What the search page needs beyond the columns of the index: days, originals, sums, mends.

One script for each segment, its columns in the order of the segment's results. The engine works
without it: the search page loads it, and does without what it lacks where it is lost.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property

from generator.artifacts import Artifact
from generator.catalog import Catalog, Entry
from generator.catalog.claims import Reason, Share
from generator.catalog.figures import Posting
from generator.catalog.problems import Problem
from generator.model.kinds import Timing
from generator.search.script_files import named
from generator.values.money import Unit, rounded

_ORIGINAL = (("yes", "有报告原文"), ("no", "未提供原文"))
_MENDED = (("open", "没有整改完"), ("done", "已整改或另有答复"), ("unsaid", "没有写明"))
_OPEN, _DONE, _UNSAID = range(len(_MENDED))
_WHOLE_DOCUMENT = "含几个项目的文件，金额计在各项目上"
_NO_KIND = "这类文件的金额不计入合计"
_OTHER = "同一项目同一年度以另一份文件为准"
_MISSING = "没有写明预算和支出"
_USUAL = (_WHOLE_DOCUMENT, _NO_KIND, _OTHER, _MISSING)
_FEN = 100
"""Parts of one yuan: whole numbers, which a browser adds up exactly."""

_Money = int | Sequence[tuple[int, int | None, int | None]]
"""Fiscal years with the budget and spending that count for them; else the place of a reason."""

_Mended = int | Sequence[int | None] | None
"""How problems stand, as places in `_MENDED`: of a result, then of each of its problems. One that
a report tells again of another document stands there only. A single place where nobody says
anything; nothing where there are no problems."""


class Explored:
    """The columns of a catalog, segment by segment."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def script(self, entries: Sequence[Entry]) -> Artifact:
        """Of the results of one segment, in their order."""
        columns = {
            "day": [_day(entry) for entry in entries],
            "original": [0 if entry.has_original else 1 for entry in entries],
            "whole": [int(entry.whole_department) for entry in entries],
            "money": [self._money(entry) for entry in entries],
            "mended": [self._mended(entry) for entry in entries],
        }
        facets = {"original": _ORIGINAL, "mended": _MENDED}
        return named("explore", {"columns": columns, "facets": facets, "reasons": self._reasons})

    def _money(self, entry: Entry) -> _Money:
        if entry.holds_items:
            return self._reasons.index(_WHOLE_DOCUMENT)
        if entry.kind.timing is not Timing.AFTER or entry.kind.rank is None:
            return self._reasons.index(_NO_KIND)
        postings = self._postings.get((entry.address, entry.anchor), ())
        if not postings:
            return self._reasons.index(_OTHER)
        given = [(one.year, _fen(one.budget), _fen(one.spent)) for one in postings]
        told = [one for one in given if any(fen is not None for fen in one[1:])]
        return told or self._reasons.index(_why(postings))

    def _mended(self, entry: Entry) -> _Mended:
        """By what documents say last, as everywhere."""
        problems = self._catalog.problems
        items = {one.anchor for one in self._catalog.items(entry)} if entry.holds_items else ()
        listed = {one.found.anchor: one for one in problems.by_document.get(entry.address, ())}
        # What an item found is found there, and not again with the document as a whole.
        own = [
            _stands(listed.get(found.anchor))
            for found in problems.particulars[entry.address].found
            if (found.item == entry.anchor if entry.anchor else found.item not in items)
        ]
        told = {place for place in own if place is not None}
        if not told:
            return None
        if {*own} == {_UNSAID}:
            return _UNSAID
        return (_OPEN if _OPEN in told else max(told), *own)

    @cached_property
    def _reasons(self) -> Sequence[str]:
        """Why money is in no sum, as far as any is; a column says which by its place here."""
        postings = (one for some in self._postings.values() for one in some)
        found = {share.reason for one in postings for share in (one.budget, one.spent)}
        return (*_USUAL, *(reason.label for reason in Reason if reason in found))

    @cached_property
    def _postings(self) -> Mapping[tuple[str, str], Sequence[Posting]]:
        """What each result gives to the sums of its region, by its place."""
        found: dict[tuple[str, str], list[Posting]] = {}
        for _, summary in self._catalog.by_region(self._catalog.entries):
            whole = summary.departments.postings if summary.departments else ()
            for posting in (*summary.figures.postings, *whole):
                place = posting.entry.address, posting.entry.anchor
                found.setdefault(place, []).append(posting)
        return found


def _stands(problem: Problem | None) -> int | None:
    if problem is None:
        return None
    if problem.is_not_mended:
        return _OPEN
    return _UNSAID if problem.state is None else _DONE


def _why(postings: Sequence[Posting]) -> str:
    reasons = (share.reason for one in postings for share in (one.budget, one.spent))
    return next((reason.label for reason in reasons if reason), _MISSING)


def _fen(share: Share) -> int | None:
    if share.amount is None:
        return None
    return int(rounded(share.amount.to(Unit.YUAN).value * _FEN, 0))


def _day(entry: Entry) -> int | None:
    """The day of disclosure as a number that grows: 20240630."""
    return int(f"{entry.published:%Y%m%d}") if entry.published else None
