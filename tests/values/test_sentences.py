"""Where sentences end, and what one says before a place."""

from hypothesis import given
from hypothesis import strategies as st

from generator.values.sentences import ENDS, said_before, sentences

texts = st.text(st.sampled_from(f"甲乙1，{ENDS} "), max_size=60)


def test_a_text_falls_into_sentences() -> None:
    text = "全年支出5万元；结余1万元。\n  \n是否结转？尚未确定！"
    assert sentences(text) == ("全年支出5万元", "结余1万元", "是否结转", "尚未确定")


@given(texts)
def test_no_sentence_holds_an_end_and_nothing_else_is_lost(text: str) -> None:
    found = sentences(text)
    assert not any(sign in sentence for sentence in found for sign in ENDS)
    assert "".join("".join(found).split()) == "".join(s for s in text if s not in f"{ENDS} ")


@given(texts, st.integers(0, 60))
def test_what_is_said_before_a_place_is_the_end_of_its_sentence(text: str, place: int) -> None:
    before = said_before(text, min(place, len(text)))
    assert text[: min(place, len(text))].endswith(before)
    assert not any(sign in before for sign in ENDS)
    start = min(place, len(text)) - len(before)
    assert start == 0 or text[start - 1] in ENDS


def test_no_more_than_so_many_signs_are_read() -> None:
    assert said_before("甲" * 500, 500) == "甲" * 200
    assert said_before("甲" * 500, 500, far=3) == "甲甲甲"


def test_a_clause_ends_at_a_comma() -> None:
    assert said_before("每次加1分，最多加5分", 8, ends="，") == "最多"
