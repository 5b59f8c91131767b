"""Forms in which people write what must not be published, and what only looks like it."""

from pathlib import Path

import pytest
from helpers.tables import valued

from generator.privacy import closing, marks, numbers, signs

FORMS = valued(Path(__file__).with_name("forms.yml"))


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind, texts in FORMS["held"].items() for text in texts]
)
def test_what_points_at_a_person_is_found_and_can_be_hidden(kind: str, text: str) -> None:
    found = [*numbers.numbers(text), *signs.signs(_closed(text))]
    assert kind in {one.kind for one in found}
    assert all("*" in one.masked for one in found)


@pytest.mark.parametrize("text", FORMS["marked"])
def test_a_mark_of_secrecy_is_found_however_it_is_set(text: str) -> None:
    assert marks.marks(_closed(text))


@pytest.mark.parametrize("text", FORMS["silent"])
def test_what_only_looks_like_it_is_none(text: str) -> None:
    closed = _closed(text)
    assert not [*numbers.numbers(text), *signs.signs(closed)]
    assert not marks.marks(closed)


@pytest.mark.parametrize(
    "text",
    [
        "一二",
        "一，",
        "1O",
        "142（",
        "手机1",
        "卡号62",
        "其中赵",
        "名单",
        "|1|赵甲|",
        "护照E",
        "牌京",
        "\n秘",
    ],
)
def test_long_texts_are_looked_through_soon(text: str) -> None:
    """Nothing here takes more than a few passes; a square pattern would not end."""
    text *= 50_000
    assert not [*numbers.numbers(text), *marks.marks(text)]
    tuple(signs.signs(text))


def _closed(text: str) -> str:
    """As a rule sees it."""
    return closing.closed(text).text
