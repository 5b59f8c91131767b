"""What points at a person is hidden in a text that nobody looks at before it is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.privacy.hiding import hidden
from generator.privacy.numbers import numbers
from generator.privacy.signs import signs
from generator.privacy.surnames import SURNAMES

CASES = {
    "联系手机 139 1234 5678。": "联系手机 139****5678。",
    "邮箱own@example.com，电话0000-12345678": "邮箱ow***@example.com，电话0000-12345678",
    f"户主：{SURNAMES[0]}甲乙，住址：示例村三组": f"{SURNAMES[0]}**，住址***",
    "补助 52 户，邮箱 jxk@example.gov.cn": "补助 52 户，邮箱 jxk@example.gov.cn",
}


@pytest.mark.parametrize("text", CASES)
def test_numbers_and_signs_of_persons_are_hidden(text: str) -> None:
    assert hidden(text) == CASES[text]


PIECES = (
    "13912345678",
    "430981190001010014",
    "a@b.com",
    "住址：示例村三组",
    "京A12345",
    "，",
    "字",
)


@given(st.lists(st.sampled_from(PIECES), max_size=8))
def test_nothing_is_left_that_would_be_reported(pieces: list[str]) -> None:
    made = hidden("，".join(pieces))
    assert list(numbers(made)) == []
    assert all("*" in made[one.start : one.end] for one in signs(made))
