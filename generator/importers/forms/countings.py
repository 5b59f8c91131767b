"""Words for what the points of a row do to the sum, as names of rows and in a column of classes."""

import re
from collections.abc import Collection

from generator.model.points import Counting

_COUNTED = {
    Counting.BONUS: re.compile(r"(?:奖励)?加分(?:项目?|指标|因素)?|附加分|奖励分"),
    Counting.DEDUCTION: re.compile("[扣减]分(?:项目?|指标|因素)"),
    Counting.VETO: re.compile("一票否决(?:项目?|指标|事项)?|否决(?:项目?|指标|事项)"),
}
"""Names of rows that add or take points, or decide alone."""
_IN_COLUMN = {
    **_COUNTED,
    Counting.DEDUCTION: re.compile("[扣减]分(?:项目?|指标|因素)?"),
    Counting.VETO: re.compile("一票否决(?:项目?|指标|事项)?|否决(?:项目?|指标|事项)?"),
    Counting.BASIC: re.compile("(?:基础|基本|常规|正常|计分|得分)(?:分|项目?|指标)?"),
}


def of_name(name: str) -> Counting | None:
    """What the points of a row do by its name."""
    plain = "".join(name.split())
    return next((one for one, words in _COUNTED.items() if words.fullmatch(plain)), None)


def named_in(name: str) -> tuple[Counting, int] | None:
    """What the points of a row do by a word before its name, and where that begins."""
    before = _BEFORE.match(name)
    counting = of_name(before["word"]) if before else None
    return (counting, before.end()) if before and counting else None


_BEFORE = re.compile(r"\s?[（(【\[]?(?P<word>[\u4e00-\u9fff]{2,6})\s?[：:】\]]\s?(?=\S)")
"""`加分项：做法被推广`."""


def in_column(text: str) -> Counting | None:
    """What they do by the word in a column of classes."""
    plain = "".join(text.split())
    return next((one for one, words in _IN_COLUMN.items() if words.fullmatch(plain)), None)


def says_counting(texts: Collection[str]) -> bool:
    """Whether a column holds nothing but such words, and more than the basic one."""
    found = {in_column(text) for text in texts}
    return None not in found and bool(found - {Counting.BASIC})
