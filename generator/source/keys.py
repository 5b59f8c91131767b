"""What goes wrong with names and their colons, whether or not YAML reads the line."""

import re

from generator.source.faults import Fault, shorten, syntax
from generator.source.mark import Mark

# A short name without punctuation, so that a sentence with a colon is not taken for one.
_KEY = r"""(?P<key>[^\s:：'"#{}\[\],，。；、-][^:：'"#{}\[\],，。；、]{0,30}?)"""
_NAME = r"(?<![ \t-])[ \t]*(?:- +)*" + _KEY
FULL_COLON = re.compile(_NAME + r"[ \u3000]*(?P<sign>：)[ \u3000]*(?P<value>.*)")
TIGHT_COLON = re.compile(_NAME + r"(?<!\d)(?P<sign>:)(?P<value>[^\s:/].*)")


def refused(key: str, mark: Mark) -> Fault | None:
    """Refuse a key without quotes that is nothing, `<<`, or indented with foreign blanks."""
    if not key:
        return without_name(mark)
    if key == "<<":
        return Fault("yaml-anchor", mark, "「<<」是 YAML 的合并键，这里不用", "请把内容直接写出来")
    if key != key.strip():
        what = f"「{shorten(key)}」前后有全角空格或特殊空白"
        return syntax(mark, what, "请改用半角空格缩进，每层两个")
    return None


def without_name(mark: Mark) -> Fault:
    """Refuse a list or mapping used as a key, or a colon without a name before it."""
    return Fault("yaml-key", mark, "冒号前面不是一个名称", "请写成「名称: 内容」，名称只用文字")


def missing_colon(key: str, mark: Mark) -> Fault:
    """Explain `{名称}` or `{名称：沅江}`, which YAML reads as a key without a value."""
    if found := FULL_COLON.match(key) or TIGHT_COLON.match(key):
        return wrong_colon(Mark(mark.line, mark.column + found.start("sign")), found)
    return syntax(
        mark, f"「{shorten(key)}」后面没有冒号和值", "请写成「名称: 内容」，冒号后加一个空格"
    )


def colon_in(text: str) -> tuple[str, str] | None:
    """What is wrong with the colon of a line that YAML took for text, and what to do about it."""
    found = FULL_COLON.match(text) or TIGHT_COLON.match(text)
    fault = wrong_colon(Mark(1, 1), found) if found else None
    return (fault.message, fault.remedy) if fault else None


def wrong_colon(mark: Mark, found: re.Match[str]) -> Fault:
    """Explain a colon that is full-width or has no blank behind it."""
    key, value = shorten(found["key"]), shorten(found["value"])
    right = f"{key}: {value}".rstrip()
    if found["sign"] == "：":
        what = f"「{key}：」的冒号是全角的，YAML 不认"
        return syntax(mark, what, f"请改成英文冒号加一个空格：「{right}」")
    return syntax(mark, f"「{key}:」的冒号后面没有空格", f"请在冒号后加一个空格：「{right}」")
