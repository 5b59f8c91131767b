"""What a report states beside what follows from its rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Figure:
    """One number twice: as the report states it, as its rows give it; either may be missing."""

    stated: Decimal | None
    computed: Decimal | None
    tolerance: Decimal = Decimal(0)
    """How far the two may differ and still agree."""

    @property
    def shown(self) -> Decimal | None:
        """The stated number; only where there is none, the computed one."""
        return self.computed if self.stated is None else self.stated

    @property
    def known(self) -> tuple[Decimal, ...]:
        """The numbers there are, the one shown first."""
        return tuple(number for number in (self.stated, self.computed) if number is not None)

    @property
    def is_computed(self) -> bool:
        """True when the report does not state it: marked 计算值 wherever it is shown."""
        return self.stated is None and self.computed is not None

    @property
    def differs(self) -> bool:
        """Both are there and do not agree."""
        return (
            self.stated is not None
            and self.computed is not None
            and abs(self.stated - self.computed) > self.tolerance
        )


def total(numbers: Iterable[Decimal | None]) -> Decimal | None:
    """The sum; None when there is nothing to add or a part is missing."""
    summed: Decimal | None = None
    for number in numbers:
        if number is None:
            return None
        summed = number if summed is None else summed + number
    return summed
