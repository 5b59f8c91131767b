"""What a text may mean that no notation reads; whatever is sure can be read."""

from decimal import Decimal
from pathlib import Path

import pytest
from helpers.tables import typed
from hypothesis import given
from hypothesis import strategies as st

from generator.values import notations
from generator.values.meant.meaning import Meant
from generator.values.money import Quoted, Unit
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
TABLE = typed(Path(__file__).with_name("meant.yml"))
ROWS = [(name, *row) for name, rows in TABLE.items() for row in rows]


@pytest.mark.parametrize(("name", "typed", "unit", "readings", "is_sure"), ROWS)
def test_what_is_typed(name: str, typed: str, unit: str, readings: list[str], is_sure: str) -> None:
    meant = NOTATIONS[name].meant(typed, unit)
    assert list(meant.readings) == readings
    assert meant.is_sure == (is_sure == "true")


PLAIN = ("零一二三四五六七八九", "十百千")
FORMAL = ("零壹贰叁肆伍陆柒捌玖", "拾佰仟")
MYRIADS = (("亿", 10**8), ("万", 10**4), ("", 1))


def below_myriad(number: int, style: tuple[str, str], *, follows: bool) -> str:
    """Four digits in words: a nought for each gap between two of them, or before the first."""
    digits, tens = style
    said, gap = "", follows
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit and gap and (said or (follows and number < 1000)):
            said += digits[0]
        if digit:
            said += digits[digit] + (tens[place - 1] if place else "")
        gap = not digit
    return said


def spelt(number: int, style: tuple[str, str], *, short: bool) -> str:
    """A number of no more than twelve digits as Chinese words; `short` begins 十二, 一十二 else."""
    said = ""
    for sign, worth in MYRIADS:
        if part := number // worth % 10**4:
            said += below_myriad(part, style, follows=bool(said)) + sign
    return said[1:] if short and said.startswith(("一十", "壹拾")) else said


def test_the_speller_of_these_tests() -> None:
    assert spelt(105_000_000, PLAIN, short=False) == "一亿零五百万"
    assert spelt(100_000_010, FORMAL, short=False) == "壹亿零壹拾"
    assert spelt(123_450_067, PLAIN, short=False) == "一亿二千三百四十五万零六十七"
    assert spelt(120_003, PLAIN, short=True) == "十二万零三"


STYLES = st.sampled_from((PLAIN, FORMAL))
SUMS = st.one_of(
    st.integers(1, 10**12 - 1),
    st.builds(
        lambda digits, worth: digits * worth % 10**12 or 1,
        st.integers(1, 99_999), st.sampled_from((1, 100, 10**4, 10**5, 10**6, 10**7)),
    ),
)  # fmt: skip


@given(number=SUMS, style=STYLES, short=st.booleans(), behind=st.sampled_from(("元", "元整", "圆")))
def test_a_sum_in_numerals_is_read_whole(
    number: int, style: tuple[str, str], short: bool, behind: str
) -> None:
    """With its unit only behind it, in a table of any unit."""
    typed = f"{spelt(number, style, short=short)}{behind}"
    for unit in Unit:
        meant = notations.NUMBER_NOTATION.meant(typed, unit.label)
        exact = Decimal(number) / unit.yuan
        values = list(map(Decimal, meant.readings))
        myriad = next((worth for sign, worth in MYRIADS if sign and f"{sign}{behind}" in typed), 1)
        if len(values) == 1 and meant.is_sure:
            assert values == [exact], typed
        elif values:
            assert exact in values or not meant.is_sure, typed
            assert set(values) <= {exact, Decimal(number) / myriad}, typed
        assert values or unit is not Unit.YUAN, typed


@given(number=SUMS, style=STYLES)
def test_a_sum_in_numerals_outside_a_table_is_read_whole(
    number: int, style: tuple[str, str]
) -> None:
    meant = notations.SUM_NOTATION.meant(f"{spelt(number, style, short=False)}元", "")
    [reading] = meant.readings
    assert meant.is_sure
    quoted = notations.SUM_NOTATION.read(reading)
    assert isinstance(quoted, Quoted)
    assert quoted.unit is not None
    assert quoted.value * quoted.unit.yuan == number


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
