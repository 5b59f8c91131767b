"""What filters and sorting need of each result: places in lists of facets, and numbers."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import chain
from typing import TypeVar

from generator.catalog import Catalog, Entry
from generator.search.documents import names_of
from generator.values.money import Unit, rounded

_KINDS = (("evaluation", "评价报告"), ("finding", "问题"), ("recommendation", "建议"))
_T = TypeVar("_T")
_ORIGINALS = "originals"
_ORIGINAL = ("original", "原始文件")
_SCORES = ((90, "90分及以上"), (80, "80至不足90分"), (60, "60至不足80分"), (0, "不足60分"))
"""In per cent of the frame's total; of a report that names no frame, as printed."""
_AMOUNTS = (
    (10_000, "1亿元及以上"),
    (1_000, "1000万至不足1亿元"),
    (100, "100万至不足1000万元"),
    (0, "不足100万元"),
)
"""The budget in 万元."""

Row = tuple[int | float | Sequence[int] | None, ...]
"""Of one result, in the order of _COLUMNS."""
_COLUMNS = (
    "findings", "recommendations", _ORIGINALS,
    "year", "region", "department", "grade", "type", "score", "amount",
    "points", "budget", "rate",
)  # fmt: skip
"""Of each result: counts of parts, for each original that of its pieces, places in the lists of
facets, numbers to sort by. A site without originals has no column of them."""
_SORTS = {"year": "year", "score": "points", "amount": "budget", "rate": "rate"}
"""What readers sort by: its name in an address, and its column."""
_PLACES = 2
"""Decimals that sorting needs."""


class Columns:
    """What filters and sorting need, each name as its place in a list."""

    def __init__(self, catalog: Catalog) -> None:
        departments = catalog.departments
        used = {department.region for department in departments}
        entries = tuple(chain.from_iterable(map(catalog.with_items, catalog.documents)))
        has_originals = any(one.record.original_files for one in catalog.documents)
        shown = {e.grade_name: _best(e) for e in entries if e.grade_name}
        self._lists: Mapping[str, Sequence[tuple[str, str]]] = {
            "year": [(str(year), f"{year}年度") for year in reversed(catalog.years)],
            "region": [(r.id, r.name) for r in catalog.regions if r.id in used],
            "department": [(d.id, d.name) for d in departments],
            "grade": [(name, name) for name in sorted(shown, key=lambda n: (shown[n], n))],
            "type": list({e.kind.english: e.kind_name for e in entries}.items()),
            "kind": (*_KINDS, _ORIGINAL) if has_originals else _KINDS,
            "score": [(str(start), words) for start, words in _SCORES],
            "amount": [(str(start), words) for start, words in _AMOUNTS],
        }
        self._places = {
            name: {value: n for n, (value, _) in enumerate(values)}
            for name, values in self._lists.items()
        }
        self._left_out = None if has_originals else _COLUMNS.index(_ORIGINALS)
        self.names = {
            "facets": self._lists,
            "departments": [names_of(department) for department in departments],
            "columns": self._shown(_COLUMNS),
            "sorts": _SORTS,
        }
        """What the manifest says of them."""

    def of(self, rows: Sequence[Row]) -> Sequence[Sequence[object]]:
        """The columns of these results, as the manifest names them."""
        return self._shown(tuple(zip(*rows, strict=True)))

    def _shown(self, columns: Sequence[_T]) -> Sequence[_T]:
        return [one for n, one in enumerate(columns) if n != self._left_out]

    def row(
        self, entry: Entry, findings: int, recommendations: int, originals: Sequence[int]
    ) -> Row:
        """Of one result with so many parts; `originals` are the numbers of their pieces."""
        score, full = entry.points, entry.full_marks
        points = score * 100 / full if score is not None and full else score
        budget = entry.budget.to(Unit.WAN_YUAN).value if entry.budget else None
        facets = {
            "year": str(entry.year),
            "region": entry.region,
            "department": entry.department_id,
            "grade": entry.grade_name,
            "type": entry.kind.english,
            "score": _band(_SCORES, points),
            "amount": _band(_AMOUNTS, budget),
        }
        columns = {
            "findings": findings,
            "recommendations": recommendations,
            _ORIGINALS: originals or None,
            **{name: self._places[name].get(value or "") for name, value in facets.items()},
            "points": _number(points),
            "budget": _number(budget),
            "rate": _number(entry.rate),
        }
        return tuple(columns[name] for name in _COLUMNS)


def counts(row: Row) -> tuple[int, int, int]:
    """Of how many documents of each series a result with this row consists: one is itself."""
    findings, recommendations, originals, *_ = row
    parts = sum(one for one in (findings, recommendations) if isinstance(one, int))
    return 1, parts, sum(originals) if isinstance(originals, Sequence) else 0


def _band(bands: Sequence[tuple[int, str]], number: Decimal | None) -> str | None:
    """The first band that reaches down to a number."""
    if number is None:
        return None
    return next((str(start) for start, _ in bands if number >= start), None)


def _best(entry: Entry) -> int:
    """The place of an entry's grade among those of its frame."""
    return len(entry.frame.bands) if entry.grade_rank is None else entry.grade_rank


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    short = rounded(value, _PLACES)
    return int(short) if short == short.to_integral_value() else float(short)
