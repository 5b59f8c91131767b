"""Where a cell stands: what it and the cells beside it say of what is in it."""

from typing import NamedTuple

from generator.values.cells.units import Measure, measure, scale
from generator.values.lazily import lazily

_MONEY = lazily(
    r"(?<![免消])费|成本|支出|金额|资金|投资|(?<!评)价(?!值)|补助|补贴|收入|款|产值|预算|利润|税|额$"
)
_COUNTED = lazily(r"(?:数|量|人次|次|面积|户|人)$")


class Place(NamedTuple):
    """The row of a cell."""

    unit: str = ""
    """What the cell for units says."""
    name: str = ""
    costs: bool = False
    """Whether the row is one of costs."""
    actual: bool = False
    """Whether the cell is for what came out."""

    @property
    def is_about_money(self) -> bool:
        """Whether 15万 means money here."""
        return self.costs or bool(_MONEY.search(self.name) and not _COUNTED.search(self.name))

    def measured(self, magnitude: str, unit: str, *, currency: bool) -> Measure | str:
        """Unit and period of a figure, or why there are two readings of them.

        `currency` says that a sign of money stands before it.
        """
        given = measure(self.unit)
        if unit:
            return Measure(f"{magnitude}{unit}", given.period if given.unit.endswith(unit) else "")
        if not magnitude:
            return Measure("元") if currency and not given.unit else given
        if not given.unit:
            money = currency or self.is_about_money
            return Measure(f"{magnitude}元" if money else magnitude, given.period)
        if scale(given.unit)[0] != 1:
            return f"「{magnitude}」写在以{given.unit}为单位的一栏，有两种读法"
        return Measure(f"{magnitude}{given.unit}", given.period)
