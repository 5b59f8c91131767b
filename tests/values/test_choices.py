"""What is offered for a word that no choice has."""

import pytest

from generator.model.evaluation import Evaluation
from generator.model.funds import Funds
from generator.schema.languages import Language
from generator.schema.vocabulary import vocabulary
from generator.values.money import Unit


@pytest.mark.parametrize("typed", ["千元", "百万元", "十亿元", "元（万）", "wan"])
def test_no_unit_of_money_is_guessed(typed: str) -> None:
    term = vocabulary(Funds).terms["unit"]
    assert term.choice is Unit
    assert [term.guess(typed, language) for language in Language] == [None, None]


def test_another_word_is_guessed() -> None:
    status = vocabulary(Evaluation).terms["status"]
    assert status.guess("已发部", Language.CHINESE) == "已发布"
    assert status.guess("publish", Language.ENGLISH) == "published"
    assert status.guess("甲", Language.CHINESE) is None
