"""What a text may mean that no notation reads; whatever is sure can be read."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.values import notations
from generator.values.meant.meaning import Meant
from generator.values.notations import Notation

NOTATIONS: dict[str, Notation] = {
    "number": notations.NUMBER_NOTATION,
    "whole": notations.WHOLE_NOTATION,
    "share": notations.SHARE_NOTATION,
    "percent": notations.PERCENT_NOTATION,
    "amount": notations.SUM_NOTATION,
    "day": notations.DAY_NOTATION,
    "slug": notations.SLUG_NOTATION,
    "address": notations.URL_NOTATION,
}
TABLE = yaml.load(
    Path(__file__).with_name("meant.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)
ROWS = [(name, *row) for name, rows in TABLE.items() for row in rows]


@pytest.mark.parametrize(("name", "typed", "unit", "readings", "is_sure"), ROWS)
def test_what_is_typed(name: str, typed: str, unit: str, readings: list[str], is_sure: str) -> None:
    meant = NOTATIONS[name].meant(typed, unit)
    assert list(meant.readings) == readings
    assert meant.is_sure == (is_sure == "true")


PARTS = st.sampled_from(
    [*"0123456789.,-—()（）年月日 /%万亿元千百十一二零无约OlＷ", "2022", "万元", "http://", "a.b"]
)


@pytest.mark.parametrize("name", NOTATIONS)
@given(
    typed=st.lists(PARTS, max_size=8).map("".join), unit=st.sampled_from(["", "分", "元", "万元"])
)
def test_every_reading_can_be_read(name: str, typed: str, unit: str) -> None:
    notation = NOTATIONS[name]
    meant: Meant = notation.meant(typed, unit)
    for reading in filter(None, meant.readings):
        notation.read(reading)
