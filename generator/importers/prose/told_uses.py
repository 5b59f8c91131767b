"""Uses that a sentence of its own lists: `支出主要用于培训费9万元、材料费6万元`."""

import re

_USED = re.compile(
    r"(?:^|(?<=[。；;\n]))\s?(?:全年|本年|年度|项目|上述|资金|累计|实际)*+(?:支出|使用)(?:资金|金额|经费)?"
    r"(?:主要|具体|分别)?(?:用于|包括)\s?[：:]?\s?"
)
_LISTS = re.compile(r"[、，,；;和及]\s?[^\d，,。；;、：:（）()]{2,24}")
"""What stands between two sums of a list."""


def first_use(
    plain: str, money: re.Match[str], before: str, follows: re.Match[str] | None
) -> int | None:
    """Where in the words before a sum the first use is named; None where it is none of several.

    A sum that nothing is listed behind may be all that was spent, or some of it.
    """
    used = _USED.search(before)
    if used is None or follows is None:
        return None
    return used.end() if _LISTS.fullmatch(plain[money.end() : follows.start()]) else None
