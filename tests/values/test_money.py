"""Numbers as people write them, and as pages print them."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.values.money import (
    Amount,
    Unit,
    fits,
    grouped,
    parse,
    parse_percent,
    percentage,
    rate_fits,
    rounded,
    rounding,
)

READABLE = {
    "9.5": "9.5",
    "1,234.50": "1234.50",
    "12,345,678": "12345678",
    "１２．５０": "12.50",
    "１，２３４": "1234",
    "－3": "-3",
    "+7": "7",
    " 8 ": "8",
    "　8　": "8",
    "007": "7",
    "999999999999999999.12345678": "999999999999999999.12345678",
    "999,999,999,999,999,999": "999999999999999999",
}
UNREADABLE = [
    "", " ", "-", ".", "1.", ".5", "1_000", "1e3", "NaN", "Infinity", "٣", "१", "²", "½", "一百",
    "7,00.0", "7,00.0,77", "1,2345", "12,34", ",123", "123,", "1 234", "150万", "￥3", "--1",
    "1.2.3", "0x10", "9999999999999999999", "1,000,000,000,000,000,000", "1.123456789",
    "98.5%", "1\n2",
]  # fmt: skip
PERCENT = {
    "98.5%": "98.5",
    "１００％": "100",
    "135.71 %": "135.71",
    "100": None,
    "%": None,
    "%5": None,
}
numbers = st.decimals(-(10**18) + 1, 10**18 - 1, allow_nan=False, places=8) | st.decimals(
    -(10**12), 10**12, places=2
)


@pytest.mark.parametrize(("text", "number"), READABLE.items())
def test_a_number_is_read_with_all_its_places(text: str, number: str) -> None:
    assert str(parse(text)) == number


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_is_no_number_is_not_guessed(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(("text", "number"), PERCENT.items())
def test_a_rate_needs_its_sign(text: str, number: str | None) -> None:
    assert parse_percent(text) == (None if number is None else Decimal(number))


@given(numbers)
def test_a_printed_number_reads_back_equal_with_its_places(number: Decimal) -> None:
    back = parse(grouped(number))
    assert back == number
    assert f"{back:f}" == f"{number:f}"


@given(st.text())
def test_any_text_reads_as_a_number_or_not_at_all(text: str) -> None:
    number = parse(text)
    assert number is None or number.is_finite()


amounts = st.decimals(0, 10**13, places=2)


@given(amounts, amounts, st.integers(0, 4))
@example(Decimal("0.125"), Decimal(100), 2)
@example(Decimal("99.995"), Decimal(100), 2)
def test_a_percentage_is_rounded_once_and_half_up(
    part: Decimal, whole: Decimal, places: int
) -> None:
    rate = percentage(part, whole)
    if whole == 0:
        assert rate is None
        return
    assert rate is not None
    exact = Fraction(part) * 100 / Fraction(whole) * 10**places
    expected = Fraction((2 * exact + 1) // 2, 10**places)
    found = rounded(rate, places)
    assert Fraction(found) == expected
    assert "E" not in grouped(found)


def test_the_largest_rate_of_two_amounts_is_printed_too() -> None:
    rate = percentage(Decimal(10**18 - 1), Decimal("0.00000001"))
    assert rate is not None
    assert grouped(rounded(rate, 2)) == "9,999,999,999,999,999,990,000,000,000"


@pytest.mark.parametrize(
    ("number", "places", "printed"),
    [
        ("135.714", 2, "135.71"),
        ("0.125", 2, "0.13"),
        ("2.5", 0, "3"),
        ("100.00", 2, "100"),
        ("99.50", 2, "99.5"),
        ("1200", 2, "1,200"),
        ("0.004", 2, "0"),
    ],
)
def test_trailing_zeros_go(number: str, places: int, printed: str) -> None:
    assert grouped(rounded(Decimal(number), places)) == printed


@given(numbers, st.sampled_from(Unit), st.sampled_from(Unit))
def test_another_unit_is_the_same_money(number: Decimal, unit: Unit, other: Unit) -> None:
    there = Amount(number, unit).to(other)
    assert Fraction(there.value) * Fraction(other.yuan) == Fraction(number) * Fraction(unit.yuan)
    assert there.to(unit).value == number


def test_amounts_add_in_the_unit_of_the_first() -> None:
    added = Amount(Decimal("0.5"), Unit.YI_YUAN) + Amount(Decimal("1.5"), Unit.WAN_YUAN)
    assert str(added) == "0.50015亿元"
    assert str(Amount(Decimal("9.50"), Unit.WAN_YUAN)) == "9.50万元"


@pytest.mark.parametrize(
    ("printed", "exact", "does"),
    [
        ("98.5", "98.45", True),
        ("98.5", "98.44", False),
        ("98", "98.5", True),
        ("1.20", "1.206", False),
    ],
)
def test_a_number_may_be_off_by_half_its_last_digit(printed: str, exact: str, does: bool) -> None:
    assert fits(Decimal(printed), Decimal(exact)) is does
    assert Amount(Decimal(printed), Unit.YUAN).fits(Amount(Decimal(exact), Unit.YUAN)) is does


def test_a_sum_fits_another_in_another_unit_by_its_own_digits() -> None:
    told, exact = Amount(Decimal("1.2"), Unit.WAN_YUAN), Amount(Decimal(12_345), Unit.YUAN)
    assert told.fits(exact)
    assert not exact.fits(told)


def test_a_rate_above_all_may_be_printed_as_all() -> None:
    assert rate_fits(Decimal(100), Decimal(135))
    assert not rate_fits(Decimal(99), Decimal(135))
    assert not rate_fits(Decimal(120), Decimal(100))


@pytest.mark.parametrize(
    ("printed", "unit", "short", "yuan"),
    [
        ("76400.00", Unit.WAN_YUAN, "7.64亿元", "764000000"),
        ("10000", Unit.WAN_YUAN, "1.00亿元", "100000000"),
        ("11313.55", Unit.WAN_YUAN, "1.13亿元", "113135500"),
        ("11350", Unit.WAN_YUAN, "1.14亿元", "113500000"),
        ("-20500.5", Unit.WAN_YUAN, "-2.05亿元", "-205005000"),
        ("123456789.5", Unit.YUAN, "1.23亿元", "123456789.5"),
        ("9999.99", Unit.WAN_YUAN, "9,999.99万元", "99999900"),
        ("99999999.99", Unit.YUAN, "99,999,999.99元", "99999999.99"),
        ("1.9537", Unit.YI_YUAN, "1.9537亿元", "195370000"),
    ],
)
def test_a_long_sum_is_read_in_hundred_millions(
    printed: str, unit: Unit, short: str, yuan: str
) -> None:
    amount = Amount(Decimal(printed), unit)
    assert str(amount.in_short) == short
    assert amount.is_long is (amount.in_short != amount)
    assert amount.in_yuan == yuan


@pytest.mark.parametrize(
    ("printed", "unit", "column"),
    [
        ("76400.00", Unit.WAN_YUAN, "76,400.00万元"),
        ("70000.00", Unit.YUAN, "7万元"),
        ("123456789.55", Unit.YUAN, "12,345.678955万元"),
        ("1.9537", Unit.YI_YUAN, "19,537万元"),
        ("-0.5", Unit.YI_YUAN, "-5,000万元"),
    ],
)
def test_sums_below_one_another_are_exact_and_of_one_unit(
    printed: str, unit: Unit, column: str
) -> None:
    assert str(Amount(Decimal(printed), unit).in_column) == column


def test_the_roundings_of_several_sums_add_up_in_one_unit() -> None:
    sums = [Amount(Decimal("1.2"), Unit.WAN_YUAN), Amount(Decimal(300), Unit.YUAN)]
    assert rounding(sums, Unit.YUAN) == Decimal("500.5")
