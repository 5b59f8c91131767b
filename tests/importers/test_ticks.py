"""Boxes of forms: which word is ticked, and texts that only offer words."""

import pytest

from generator.importers.ticks import chosen, is_unticked, offers

OFFERED = ("优□ 良□ 中□ 差□", "□是 □否", "优（ ）良（ ）中（ ）", "□优先保障、□压减", "是 ○ 否 ○")
TOLD = (
    "优□ 良☑", "优（√）良（ ）", "示例县水利局（ ）", "优", "见附件 □是 □否",
    "□加强日常巡查，将巡查记录按月归档并报主管部门备案", "",
)  # fmt: skip


@pytest.mark.parametrize("text", OFFERED)
def test_a_text_that_only_offers_words_says_nothing(text: str) -> None:
    assert is_unticked(text)
    assert chosen(text) is None


@pytest.mark.parametrize("text", TOLD)
def test_what_is_ticked_or_told_is_no_offer(text: str) -> None:
    assert not is_unticked(text)


CHOSEN = {
    "优☑ 良□ 中□ 差□": ("优",), "优√ 良 中 差": ("优",), "优/良√/中/差": ("良",),
    "(√)优 ( )良 ( )中": ("优",), "优[ ] 良[√]": ("良",), "1.优□ 2.良☑": ("良",),
    "优☑ 良☑ 中□": ("优", "良"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "words"), CHOSEN.items())
def test_words_to_be_ticked_are_told_from_accounts(text: str, words: tuple[str, ...]) -> None:
    assert offers(text)
    assert chosen(text) == words


@pytest.mark.parametrize("text", ["及时，规范√", "√", "已完成", "资料齐全。☑"])
def test_what_offers_no_words_is_an_account(text: str) -> None:
    assert not offers(text)
