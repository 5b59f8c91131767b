"""Money that sentences tell beside a table of it: a stage that the table leaves out, the rates."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from generator.importers.context import Context
from generator.importers.ledger import Confidence
from generator.importers.prose.stages import Sum
from generator.source import At
from generator.values.money import parse

_STAGES = ("initial_budget", "adjusted_budget", "received", "spent")
_HUNDRED = 100


def put_stages(context: Context, found: Iterable[Sum], at: At = ()) -> None:
    """Put sums of the whole at stages that the table has no column for.

    Only where the text tells at least one amount of the table too, and none of them otherwise:
    then both speak of the same money.
    """
    values = context.gathering.values
    total: At = (*at, "funds", "stated_total")
    unit = values.get((*at, "funds", "unit"))
    told: dict[str, list[Sum]] = {}
    for one in found:
        if one.part is None and one.stage in _STAGES:
            told.setdefault(one.stage, []).append(one)
    is_same = False
    for stage, sums in told.items():
        known = values.get((*total, stage))
        if known is None:
            continue
        if any(_amount(one) != parse(known.text) for one in sums):
            return
        is_same = True
    if unit is None or not is_same:
        return
    for stage, sums in told.items():
        amounts = {_amount(one) for one in sums}
        is_in_unit = all(one.unit.value == unit.text for one in sums)
        if (*total, stage) not in values and len(amounts) == 1 and is_in_unit:
            one = sums[0]
            at_stage: At = (*total, stage)
            context.put(at_stage, one.piece, None, one.number, confidence=Confidence.INFERRED)


def _amount(one: Sum) -> Decimal | None:
    return parse(one.piece.text[slice(*one.number)])


def fits(context: Context, rate: str, of: str, base: Sequence[str], at: At = ()) -> bool:
    """Whether a rate is that of the amounts which a table has, to the places it is printed with."""
    values = context.gathering.values
    total: At = (*at, "funds", "stated_total")
    part, said = values.get((*total, of)), parse(rate)
    whole = next((v for stage in base if (v := values.get((*total, stage)))), None)
    amounts = [parse(one.text) if one is not None else None for one in (part, whole)]
    if said is None or amounts[0] is None or not amounts[1]:
        return False
    exact = amounts[0] / amounts[1] * _HUNDRED
    return abs(exact - said) <= Decimal(10) ** said.as_tuple().exponent  # type: ignore[operator]
