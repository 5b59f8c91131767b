"""Boxes of forms: which word is ticked, and texts that only offer words."""

import pytest

from generator.importers.ticks import chosen, is_unticked

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
