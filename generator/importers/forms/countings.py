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


def in_column(text: str) -> Counting | None:
    """What they do by the word in a column of classes."""
    plain = "".join(text.split())
    return next((one for one, words in _IN_COLUMN.items() if words.fullmatch(plain)), None)


def says_counting(texts: Collection[str]) -> bool:
    """Whether a column holds nothing but such words, and more than the basic one."""
    found = {in_column(text) for text in texts}
    return None not in found and bool(found - {Counting.BASIC})
