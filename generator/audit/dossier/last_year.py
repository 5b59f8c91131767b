"""What a form repeats of last year, and the rows by which two years are compared."""

from collections import Counter
from collections.abc import Mapping

from generator.audit.dossier.rows import Row, rows_of
from generator.model.indicators import Indicator
from generator.model.items import Item
from generator.values.lazily import lazily
from generator.values.names import folded
from generator.values.text import half_width

_LAST = lazily("(?:上年度?|去年|上一年度?)(?:实际)?(?:完成|实际)?(?:值|数|情况)?")


def is_of_last_year(column: str) -> bool:
    """Whether a column is one of last year's outcomes."""
    return _LAST.fullmatch(column) is not None


def last_year(indicator: Indicator) -> str | None:
    """What a row's own column tells of last year; None where there is none, or several."""
    extra: Mapping[str, object] = indicator.extra
    told = [c for name, c in extra.items() if is_of_last_year(name) and isinstance(c, str) and c]
    return without_unit(indicator, told[0]) if len(told) == 1 else None


def without_unit(indicator: Indicator, cell: str) -> str:
    """A cell of a row as it is without the row's unit."""
    return half_width(cell).strip().removesuffix(half_width(indicator.counted_in)).strip()


def by_name(item: Item) -> Mapping[str, Row]:
    """The rows whose name stands once."""
    rows = tuple(rows_of(item.indicators, ("indicators",), 1, None))
    names = Counter(folded(row.indicator.name) for row in rows)
    return {name: row for row in rows if names[name := folded(row.indicator.name)] == 1}
