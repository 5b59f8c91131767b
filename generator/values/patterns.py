"""Patterns that somebody else wrote, looked for by an engine whose time is linear in the text."""

from functools import lru_cache

import re2

_REASONS = {
    "missing )": "括号缺少右半边",
    "unexpected )": "多了一个右括号",
    "missing ]": "方括号缺少右半边",
    "missing argument to repetition operator": "重复符号前面没有内容",
    "no argument for repetition operator": "重复符号前面没有内容",
    "bad repetition operator": "重复符号连用",
    "invalid repetition size": "重复的次数太多",
    "invalid perl operator": "不支持这种括号",
    "invalid named capture group": "括号的名称不对",
    "invalid escape sequence": "不支持反斜杠的这种用法",
    "invalid character class range": "没有这样的字符范围",
    "invalid character class": "没有这样的字符类",
    "trailing \\": "反斜杠后面没有内容",
    "pattern too large - compile failed": "样式太大",
}
"""What the engine says of a pattern that it refuses, and the same in Chinese."""


class BadPatternError(ValueError):
    """What is no pattern, with the reason."""


def check(pattern: str) -> None:
    """Raise BadPatternError with a Chinese reason where this is no pattern."""
    try:
        _compiled(pattern)
    except re2.error as error:
        [said] = error.args
        english, _, part = said.decode(errors="replace").partition(": ")
        reason = _REASONS.get(english, f"引擎的说明是 {english}")
        raise BadPatternError(f"{reason}（{part}）" if part else reason) from None


def is_found(pattern: str, text: str) -> bool:
    """Whether a text holds what a pattern describes."""
    return _compiled(pattern).search(text.encode(errors="replace")) is not None


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re2._Regexp:
    """The engine's own words on a bad pattern stay out of the output of a command."""
    options = re2.Options()
    options.log_errors = False
    return re2.compile(pattern.encode(errors="replace"), options)
