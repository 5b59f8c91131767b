"""Signs of a target, as keyboards give them and in words: `>=`, `≧`, 不超过, 以上."""

import re
from collections.abc import Iterable
from types import MappingProxyType

from generator.values.choices import Choice


class Operator(Choice):
    """How an actual value is held against its target; none for a target in words."""

    AT_LEAST = "at_least", "≥"
    AT_MOST = "at_most", "≤"
    MORE = "more", ">"
    LESS = "less", "<"
    EQUAL = "equal", "="
    QUALITATIVE = "qualitative", "定性"

    @property
    def wants_less(self) -> bool:
        """Whether a smaller actual value is the better one."""
        return self in _DOWNWARDS


_DOWNWARDS = frozenset((Operator.AT_MOST, Operator.LESS))

SIGN = r"[≥≧⩾≤≦⩽>＞﹥<＜﹤=＝≯≮》《〉〈]+"
"""A sign as it is typed; what stands for several of them is told by `typed`."""

_LEADING = re.compile(SIGN)
_ONE_FORM = str.maketrans("≧⩾≦⩽＞﹥＜﹤＝〉〈", "≥≥≤≤>><<=》《")
_TYPED = MappingProxyType(
    dict.fromkeys(("≥", "≥≥", ">=", "=>", "≥=", "=≥", "》=", "=》", "≮"), Operator.AT_LEAST)
    | dict.fromkeys(("≤", "≤≤", "<=", "=<", "≤=", "=≤", "《=", "=《", "≯"), Operator.AT_MOST)
    | dict.fromkeys((">", ">>"), Operator.MORE)
    | dict.fromkeys(("<", "<<"), Operator.LESS)
    | dict.fromkeys(("=", "=="), Operator.EQUAL)
)
_BEFORE = {
    Operator.AT_MOST: """
        等于或小于 等于或者小于 不逾 不晚于 不迟于
        不得超过 不能超过 最高不超过 最多不超过 不超过 未超过 不超 未超 不高于 不得高于
        不能高于 未高于 不多于 不得多于 不大于 不得大于 小于等于 小于或等于 小于或者等于
        低于或等于 低于等于 少于或等于 少于等于 最多 至多 最高 不突破 控制在 不长于
    """,
    Operator.AT_LEAST: """
        等于或大于 等于或者大于
        不少于 不得少于 不能少于 未少于 不低于 不得低于 不能低于 未低于 不小于 不得小于 至少
        最少 最低 大于等于 大于或等于 大于或者等于 高于或等于 高于等于 多于或等于 多于等于
        超过或等于 达到或超过 达到或高于 不短于
    """,
    Operator.MORE: """
        逾 超逾
        超过 超出 多于 大于 高于 超
    """,
    Operator.LESS: """
        少于 低于 小于 不足 不到
    """,
    Operator.EQUAL: "等于",
}
BEFORE = MappingProxyType({word: sign for sign, words in _BEFORE.items() for word in words.split()})
"""Words before a figure, with the sign they are."""
REACHED = ("应达到", "达到了", "达到", "达成", "达", "完成了", "完成")
"""Words before a target that mean at least as much, where no sign says otherwise."""
_INCLUDED = r"(?:及其|或者|[及或(]?含?(?:本数)?\)?)?"
BEHIND: tuple[tuple[re.Pattern[str], Operator], ...] = (
    (re.compile(r"\(不含(?:本数)?\)(?:以上|之上)"), Operator.MORE),
    (re.compile(r"\(不含(?:本数)?\)(?:以下|之下|以内|之内|内)"), Operator.LESS),
    (re.compile(rf"{_INCLUDED}(?:以上|之上)(?:\(含[^()]{{0,8}}\))?"), Operator.AT_LEAST),
    (
        re.compile(
            rf"{_INCLUDED}(?:以下|之下|以内|之内|内(?![容部外涝])|封顶|为限)(?:\(含[^()]{{0,8}}\))?"
        ),
        Operator.AT_MOST,
    ),
)
"""What stands behind a figure: 以上 and 以内 include it."""


def begins(text: str | None) -> bool:
    """Whether a cell begins with a sign as keyboards give them, rather than with words."""
    return bool(text and _LEADING.match(text.lstrip()))


def typed(run: str) -> Operator | None:
    """The sign that a run of signs is; None where it has two readings or none: `》`."""
    return _TYPED.get(run.translate(_ONE_FORM))


def alternatives(words: Iterable[str]) -> str:
    """A pattern of literal words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
