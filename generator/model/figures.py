"""What a report states beside what follows from its rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.values.money import places_of


@dataclass(frozen=True, slots=True)
class Figure:
    """One number twice: as the report states it, as its rows give it; either may be missing."""

    stated: Decimal | None
    computed: Decimal | None
    tolerance: Decimal = Decimal(0)
    """How far the two may differ and still agree."""
    missing: tuple[str, ...] = ()
    """The rows that keep the others from being added up."""

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
    def is_given(self) -> bool:
        """Whether the report says anything of it, a part of its rows included."""
        return self.shown is not None or bool(self.missing)

    @property
    def absent(self) -> tuple[str, ...]:
        """The rows that lack it, where nothing can be shown for want of them."""
        return self.missing if self.shown is None else ()

    @property
    def differs(self) -> bool:
        """Both are there and do not agree."""
        return (
            self.stated is not None
            and self.computed is not None
            and abs(self.stated - self.computed) > self.tolerance
        )


@dataclass(frozen=True, slots=True)
class Sum:
    """What parts add up to, money and points alike, and which parts are missing.

    Parts that are all without a number were not given: there is no sum, and nothing is missing.
    """

    given: Decimal | None = None
    """The sum of the parts that have a number; None where none has."""
    missing: tuple[str, ...] = ()
    """The names of the parts without one, where others have one."""
    count: int = 0
    """How many printed numbers were added."""
    places: int = 0
    """The most decimals that any of them was printed with."""

    @property
    def value(self) -> Decimal | None:
        """The sum; None where nothing is given or a part is missing."""
        return None if self.missing else self.given

    def beside(
        self, stated: Decimal | None, *, exact: int = 0, least: Decimal = Decimal(0)
    ) -> Figure:
        """The stated total beside this sum.

        Rounding moves each number by less than half a unit of the last digit of their table: a
        total and n parts agree within n ÷ 2 such units, whole ones. A table prints as many decimals
        as its finest number has, and is rounded to no fewer than `exact`; whole numbers are not
        rounded. `least` widens that where a rule says so.
        """
        places = max(self.places, exact, 0 if stated is None else places_of(stated))
        rounding = Decimal(self.count // 2).scaleb(-places) if places else Decimal(0)
        return Figure(stated, self.value, max(rounding, least), self.missing)


NO_SUM = Sum()
"""Of parts that were not given."""


def total(parts: Iterable[tuple[str, "Decimal | Sum | None"]]) -> Sum:
    """Named parts added up, each a number or a sum in turn."""
    given: Decimal | None = None
    absent: list[tuple[str, ...]] = []
    count = places = 0
    for name, part in parts:
        if isinstance(part, Decimal):
            number, counted, printed = part, 1, places_of(part)
        elif part is None or part.given is None:
            absent.append((part.missing if part else ()) or (name,))
            continue
        else:
            number, counted, printed = part.given, part.count, part.places
            if part.missing:
                absent.append(part.missing)
        given = number if given is None else given + number
        count += counted
        places = max(places, printed)
    if given is None:
        return NO_SUM
    missing = tuple([name for names in absent for name in names])
    return Sum(given, missing, count, places)
