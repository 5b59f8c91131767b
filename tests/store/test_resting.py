"""What a page rests on has one digest, and another as soon as any of it is another."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from generator.intake.kinds import PUBLISHER
from generator.model.kinds import EvaluationKind
from generator.store.resting import resting_on
from generator.values.money import percent


class _NoRecords:
    def digest(self, path: str) -> bytes | None:
        del path
        return None


@dataclass(frozen=True)
class _Shown:
    title: str
    rows: Sequence[object] = ()


def told(*values: object) -> bytes | None:
    return resting_on(values, _NoRecords())


_DIFFERENT: Sequence[Sequence[object]] = (
    ("甲", "乙"),
    ("甲乙",),
    (("甲",), "乙"),
    ("tuple 1", "甲", "乙"),
    (("甲", "乙"),),
    ("1",),
    (1,),
    (Decimal(1),),
    (Decimal("1.0"),),
    (True,),
    (None,),
    ((),),
    (date(2021, 1, 2),),
    ({"甲": "乙"},),
    (frozenset({"甲"}),),
    (_Shown("甲"),),
    (_Shown("甲", ("乙",)),),
    (EvaluationKind,),
    (PUBLISHER,),
    (percent,),
)


def test_values_that_differ_have_digests_that_differ() -> None:
    digests = [told(*values) for values in _DIFFERENT]
    assert None not in digests
    assert len({*digests}) == len(_DIFFERENT)
    assert digests == [told(*values) for values in _DIFFERENT]


@pytest.mark.parametrize("value", [lambda: 1, object(), (1, [object()])])
def test_what_is_not_known_has_none(value: object) -> None:
    assert told(value) is None
