"""Signs of a target, as keyboards give them and in words: `>=`, `≧`, 不超过, 以上."""

import re
from collections.abc import Iterable
from types import MappingProxyType
from typing import Self

from generator.values.cells.words import listed
from generator.values.choices import Choice
from generator.values.lazily import lazily


class Operator(Choice):
    """How an actual value is held against its target; none for a target in words."""

    AT_LEAST = "at_least", "≥"
    AT_MOST = "at_most", "≤"
    MORE = "more", ">"
    LESS = "less", "<"
    EQUAL = "equal", "="
    QUALITATIVE = "qualitative", "定性"

    @classmethod
    def is_guessed(cls) -> bool:
        """Never: > looks like ≥ and says something else."""
        return False

    @classmethod
    def meant(cls, text: str) -> Self | None:
        """A sign as keyboards give it, or in words: `>=`, 不低于."""
        plain = "".join(text.split()).strip("()（）\"'“”")
        sign = typed(plain)
        if sign is None and (found := _IN_WORDS.fullmatch(plain)):
            sign = in_words(found)
        if plain in QUALITATIVE:
            sign = cls.QUALITATIVE
        return next((one for one in cls if one is sign), None) or super().meant(text)

    @property
    def wants_less(self) -> bool:
        """Whether a smaller actual value is the better one."""
        return self in _DOWNWARDS


QUALITATIVE = frozenset(("定性", "定性指标", "文字描述", "文字"))
"""What forms print in the column of signs for a target in words."""
_DOWNWARDS = frozenset((Operator.AT_MOST, Operator.LESS))

SIGN = r"[≥≧⩾≤≦⩽>＞﹥<＜﹤=＝≯≮》《〉〈]+"
"""A sign as it is typed; what stands for several of them is told by `typed`."""

_LEADING = lazily(SIGN)
_ONE_FORM = str.maketrans("≧⩾≦⩽＞﹥＜﹤＝〉〈", "≥≥≤≤>><<=》《")
_TYPED = MappingProxyType(
    dict.fromkeys(("≥", "≥≥", ">=", "=>", "≥=", "=≥", "》=", "=》", "≮"), Operator.AT_LEAST)
    | dict.fromkeys(("≤", "≤≤", "<=", "=<", "≤=", "=≤", "《=", "=《", "≯"), Operator.AT_MOST)
    | dict.fromkeys((">", ">>"), Operator.MORE)
    | dict.fromkeys(("<", "<<"), Operator.LESS)
    | dict.fromkeys(("=", "=="), Operator.EQUAL)
)


def alternatives(words: Iterable[str]) -> str:
    """A pattern of literal words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_UP = listed("超过 超出 超逾 超 高于 高出 多于 大于 长于 晚于 迟于 逾越 逾 突破 高过 多过 大过")
_DOWN = listed("低于 少于 小于 短于 低过 少过 小过")
_ONLY_NEGATED = frozenset(("长于", "晚于", "迟于", "逾越", "短于", "高出", "高过"))
"""Without 不 before them they say more of a thing than a sign does."""
_NEGATION = (
    "不(?:得再|得|能够|能|应当|应该|应|可以|可|会|宜|许|允许|准|要|再|敢|便)?"
    "|[从并尚均都]?未(?:曾|有|能|再)?|没有?|无|勿|[绝决]不(?:允许|得|能|会)?|严禁|禁止"
)
_FIXED = {
    Operator.AT_MOST: """
        最多 至多 最高 最大 最长 最迟 最晚 控制在 控制到 控制于 控制为 限制在 限定在 限定为 压在
        控制在预算 控制在概算 控制在批复
        上限 上限为 最高限价 最高限额 限额 限额为 限价 封顶 不高 不多 不大
    """,
    Operator.AT_LEAST: """
        至少 最少 最低 最小 最短 起码 不下 不下于 下限 下限为 保底 底线 不低 不少 不小 不亚于
        达到或超过 达到或高于 达到或优于 达到及超过 达到并超过 达到或大于 满足或超过
    """,
    Operator.LESS: "不足 不到 不满 不够 未满 未足 不及",
    Operator.EQUAL: "等于",
}
_WORDS = MappingProxyType({word: sign for sign, text in _FIXED.items() for word in listed(text)})
_BESIDE_A_DIGIT = frozenset(listed("不高 不多 不大 不低 不少 不小 不够 不及 限额 限价 底线"))
"""They are other words before anything but a number."""
RESTRICTED = frozenset(
    listed("""
        最多 最高 最大 最长 最迟 最晚 最少 最低 最小 最短 不足 不到 不满 上限 下限 封顶 保底 不下
        超 逾 突破
    """)
)
"""Signs that are adjectives, or parts of other words, before most words: 最高温度, 超额."""
IN_WORDS = (
    rf"(?:(?P<equal_or>等于)或者?)?(?P<no>{_NEGATION})?(?P<way>{alternatives((*_UP, *_DOWN))})"
    r"(?P<or_equal>(?:或者?|[及/])?等于)?"
    rf"|(?P<fixed>{alternatives(_WORDS.keys() - _BESIDE_A_DIGIT)}"
    rf"|(?:{alternatives(_BESIDE_A_DIGIT)})(?=[:为]?$))"
)
"""A sign in words before a figure; `in_words` tells which."""
REACHED = ("应达到", "达到了", "达到", "达成", "达", "完成了", "完成")
"""Words before a target that mean at least as much, where no sign says otherwise."""


_IN_WORDS = lazily(IN_WORDS)


def in_words(match: re.Match[str]) -> Operator | None:
    """The sign that a match of `IN_WORDS` is; None where it is none by itself: 晚于."""
    if match["fixed"]:
        return _WORDS[match["fixed"]]
    is_up, no = match["way"] in _UP, match["no"]
    if not no and match["way"] in _ONLY_NEGATED:
        return None
    if match["equal_or"] or match["or_equal"]:
        is_up = is_up != bool(no)
        return Operator.AT_LEAST if is_up else Operator.AT_MOST
    if no:
        return Operator.AT_MOST if is_up else Operator.AT_LEAST
    return Operator.MORE if is_up else Operator.LESS


_INCLUDED = r"(?:\(含\)|含)?(?:及其?|或者?|和|\([及或]\))?(?:\(含\))?"
_WITHIN = (
    "的?(?:范围|幅度|限额|额度|期限|时限|限度|区间|标准|预算|时间|距离|限)?"
    "(?:以内|之内|以里|内(?![容部外涝科存控]))"
)
_BELOW = f"(?:以下|之下|{_WITHIN}|封顶|为限|为上限|为止|更少|更低)"
_ABOVE = "(?:以上|之上|更多|更高|为下限|保底)"
BEHIND: tuple[tuple[re.Pattern[str], Operator], ...] = (
    (lazily(rf"\(不含\){_ABOVE}|{_ABOVE}\(?不含(?:本数)?\)?"), Operator.MORE),
    (lazily(rf"\(不含\){_BELOW}|{_BELOW}\(?不含(?:本数)?\)?"), Operator.LESS),
    (lazily(rf"{_INCLUDED}{_ABOVE}(?:\(?含(?:本数)?\)?)?"), Operator.AT_LEAST),
    (lazily(rf"{_INCLUDED}{_BELOW}(?:\(?含(?:本数)?\)?)?"), Operator.AT_MOST),
)
"""What stands behind a figure: 以上 and 以内 include it."""


def begins(text: str | None) -> bool:
    """Whether a cell begins with a sign as keyboards give them, rather than with words."""
    return bool(text and _LEADING.match(text.lstrip()))


def typed(run: str) -> Operator | None:
    """The sign that a run of signs is; None where it has two readings or none: `》`."""
    return _TYPED.get(run.translate(_ONE_FORM))
