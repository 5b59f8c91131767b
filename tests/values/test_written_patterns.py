"""Patterns that a bureau writes: no text makes them hang, and a bad one is said in Chinese."""

import pytest

from generator.values import patterns


def test_a_pattern_that_hangs_other_engines_ends() -> None:
    assert not patterns.is_found("(a+)+$", "a" * 100_000 + "b")


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("(a", "括号缺少右半边"), ("a)", "多了一个右括号"), ("[a", "方括号缺少右半边"),
        ("a**", "重复符号连用"), ("*", "重复符号前面没有内容"), ("a{9999}", "重复的次数太多"),
        ("(?=a)", "不支持这种括号"), (r"(a)\1", "不支持反斜杠的这种用法"),
        ("[b-a]", "没有这样的字符范围"), ("\\", "反斜杠后面没有内容"),
        (r"\p{X}", "没有这样的字符范围"),
        (r"((a{10}){10}){10}((b{10}){10}){10}\pL{900}", "样式太大"),
    ],
)  # fmt: skip
def test_what_is_no_pattern_is_said_in_chinese_and_nothing_else_is_printed(
    pattern: str, reason: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(patterns.BadPatternError, match=reason):
        patterns.check(pattern)
    assert capfd.readouterr() == ("", "")
