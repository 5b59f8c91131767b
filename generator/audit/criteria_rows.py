"""The rows that a criterion looks at: which groups they stand in, and what is typed in them.

Forms number their groups or add to their names (（三）时效指标, 时效（20分）); what a name holds
counts, so that nothing is called missing that is there.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from generator.audit.dossier.rows import Row
from generator.model.criteria import Cell
from generator.model.indicators import Indicator
from generator.values.cells.printing import with_unit
from generator.values.names import folded

_SUFFIX = "指标"
_WITH_UNIT = frozenset({"target", "actual", "forecast"})
"""Values that a form prints with the unit in one cell."""


def text_of(indicator: Indicator, cell: Cell) -> str:
    """What a row says in a cell, with its unit as forms print it; empty where there is nothing."""
    name, *column = cell.path
    value = getattr(indicator, name)
    if column:
        value = value.get(column[0], "")
    text = "、".join(value) if isinstance(value, tuple) else value or ""
    return with_unit(text, indicator.unit) if name in _WITH_UNIT else text


def fitting(leaves: Iterable[Row], groups: Sequence[str]) -> Iterator[Row]:
    """The rows that stand in one of the groups; all where none is named."""
    wanted = [_core(group) for group in groups]
    for row in leaves:
        if not wanted or any(_stands_in(row, group) for group in wanted):
            yield row


def has_groups(rows: Iterable[Row]) -> bool:
    """Whether the table has groups at all; some forms are a plain list."""
    return any(not row.indicator.is_leaf for row in rows)


def missing_groups(rows: Sequence[Row], groups: Iterable[str]) -> tuple[str, ...]:
    """Those of the groups that no row is named after, or only one in which nothing is filled in."""
    return tuple(group for group in groups if not any(_fills(row, _core(group)) for row in rows))


def _stands_in(row: Row, group: str) -> bool:
    if _core(row.indicator.name) == group:
        return True
    above = row.above
    while above is not None:
        if group in _folded(above.indicator.name):
            return True
        above = above.above
    return False


def _fills(row: Row, group: str) -> bool:
    indicator = row.indicator
    if group not in _folded(indicator.name):
        return False
    is_empty = indicator.is_leaf and not indicator.target and not indicator.is_not_applicable
    return not (is_empty and _core(indicator.name) == group)


@lru_cache(maxsize=4096)  # the same few names stand in all forms
def _folded(name: str) -> str:
    return folded(name)


def _core(name: str) -> str:
    return _folded(name).removesuffix(_SUFFIX)
