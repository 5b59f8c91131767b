"""The figures that a document prints in cells, for texts that tell them again."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from generator.audit.dossier.quantities import Quantity, measured_in, quantities
from generator.audit.dossier.rows import Row
from generator.model.fund_rows import FundAmounts, FundUse
from generator.model.items import Item
from generator.model.outcome import Survey
from generator.values.lazily import lazily

SURVEYED = {
    "发放问卷": lazily("(?:发放|发出)(?:调查|满意度)?(?:问卷)?(?:调查表)?[共计了]?$"),
    "回收问卷": lazily("(?:回收|收回)(?:调查|满意度)?(?:问卷)?[共计了]?$"),
    "有效问卷": lazily("有效(?:调查)?(?:问卷)?[共计]?$"),
}
"""How texts tell the counts of a survey."""
_TOTAL = "合计\t总额"
"""How texts tell what the total row prints."""


class Known(NamedTuple):
    """A figure of the tables, or one told before."""

    value: Decimal
    unit: str
    name: str = ""
    """Its row, or the words beside it."""
    column: str = ""
    printed: Decimal | int | str | None = None
    """As it is printed, with the unit of its cell or table apart."""
    label: str = ""

    @property
    def words(self) -> str:
        """What stands beside it."""
        return f"{self.name}\t{self.column}" if self.column else self.name

    @property
    def shown(self) -> str:
        return f"{self.printed}{self.label}"


class CellFigures:
    """The figures that a document prints in cells."""

    def __init__(self, item: Item, leaves: Sequence[Row]) -> None:
        self._item = item
        self._leaves = leaves

    @cached_property
    def cells(self) -> Mapping[str, Sequence[Known]]:
        """What is printed in cells, by unit."""
        found: dict[str, list[Known]] = defaultdict(list)
        for cell in (*self._amounts(), *self._actuals(), *self._forms()):
            found[cell.unit].append(cell)
        return found

    def hold(self, told: Quantity) -> bool:
        """Whether a figure stands in a cell or a plan, or is a sum or difference of two amounts."""
        unit = told.unit
        if _stands(told, self._printed.get(unit, ())) or _stands(told, self._planned.get(unit, ())):
            return True
        return unit == "元" and _stands(told, self._combined)

    def mislabel(self, told: Quantity) -> bool:
        """Whether a count of a survey is told as another of its counts than it is."""
        of = [name for name, word in SURVEYED.items() if word.search(told.before)]
        counts: Counter[str] = Counter()
        own: set[Decimal] = set()
        for survey in self._item.surveys if told.unit == "份" and of else ():
            given = dict(_counts(survey))
            counts.update(given)
            own |= {Decimal(count) for name, count in given.items() if name == of[-1]}
        own |= {Decimal(counts[name]) for name in of[-1:] if name in counts}
        return bool(own) and not _stands(told, sorted(own))

    @cached_property
    def _printed(self) -> Mapping[str, Sequence[Decimal]]:
        """What stands in cells, by unit, in order."""
        return {unit: sorted(cell.value for cell in cells) for unit, cells in self.cells.items()}

    @cached_property
    def _planned(self) -> Mapping[str, Sequence[Decimal]]:
        """What was to be, or was counted, by unit, in order."""
        found: dict[str, list[Decimal]] = defaultdict(list)
        for value, unit in self._plans():
            found[unit].append(value)
        return {unit: sorted(values) for unit, values in found.items()}

    @cached_property
    def _combined(self) -> Sequence[Decimal]:
        amounts = {*self._printed.get("元", ()), *self._planned.get("元", ())}
        pairs = tuple(combinations(sorted(amounts), 2))
        return sorted((*(b - a for a, b in pairs), *(a + b for a, b in pairs)))

    def _amounts(self) -> Iterator[Known]:
        funds = self._item.funds
        if funds is None:
            return
        pending, yuan, label = list(funds.all_rows), funds.unit.yuan, funds.unit.label
        while pending:
            row = pending.pop(0)
            pending += row.parts
            for stage, value in row.amounts.items():
                yield Known(value * yuan, "元", row.name or _TOTAL, stage.label, value, label)

    def _actuals(self) -> Iterator[Known]:
        for row in self._leaves:
            indicator = row.indicator
            if (number := indicator.actual_number) is not None:
                worth, unit = measured_in(indicator.counted_in)
                printed, label = indicator.actual, indicator.unit or ""
                yield Known(number * worth, unit, indicator.name, "", printed, label)

    def _forms(self) -> Iterator[Known]:
        """The counts of surveys."""
        for survey in self._item.surveys:
            for words, count in _counts(survey):
                yield Known(Decimal(count), "份", words, "", count, "份")

    def _plans(self) -> Iterator[tuple[Decimal, str]]:
        """What was to be, or was counted: a text may well speak of it."""
        item = self._item
        together: Counter[str] = Counter()
        for survey in item.surveys:
            together.update(dict(_counts(survey)))
        yield from ((Decimal(count), "份") for count in together.values())
        for row in self._leaves:
            indicator = row.indicator
            worth, unit = measured_in(indicator.counted_in)
            if (number := indicator.target_number) is not None:
                yield number * worth, unit
            for text in ("" if number is not None else indicator.target, indicator.forecast_shown):
                yield from _all_in(text)
        aims = item.objective
        for aim in (aims.expected, aims.adjusted, aims.whole_term, aims.forecast):
            yield from _all_in(aim)
        rows: tuple[FundAmounts, ...] = item.funds.by_use if item.funds else ()
        for use in rows:
            if isinstance(use, FundUse) and use.quantity is not None:
                worth, unit = measured_in(use.quantity_unit or "")
                yield use.quantity * worth, unit


def _counts(survey: Survey) -> Iterator[tuple[str, int]]:
    """The counts of a survey, by what texts call them."""
    told = ("发放问卷", survey.sent), ("回收问卷", survey.returned), ("有效问卷", survey.valid)
    yield from ((words, count) for words, count in told if count is not None)


def _all_in(text: str | None) -> Iterator[tuple[Decimal, str]]:
    for one in quantities(text) if text else ():
        yield one.value, one.unit


def _stands(told: Quantity, among: Sequence[Decimal]) -> bool:
    """Whether a figure is one of these, which are in order, as it is or rounded."""
    n = bisect_left(among, told.value - told.half)
    return n < len(among) and among[n] <= told.value + told.half
