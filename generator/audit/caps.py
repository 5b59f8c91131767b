"""What the words of a row say that its points may reach."""

import re
from decimal import Decimal

from generator.model.indicators import Indicator
from generator.model.points import Counting
from generator.values.money import UNSIGNED

_VERBS = {Counting.BONUS: "加得计", Counting.DEDUCTION: "扣减计"}
_CAP = re.compile(
    rf"(?:最多|最高|至多|不超过|不得超过|上限|封顶)(?:可|只|不超过)?(?P<verb>[加得计扣减]?)分?"
    rf"(?:为|至|到|是)?\s?(?P<points>{UNSIGNED})\s?分",
    re.ASCII,
)


def told_caps(indicator: Indicator) -> frozenset[Decimal]:
    """What the words of a row say that it may reach, of its own points or of those it adds."""
    verbs = _VERBS.get(indicator.counting or Counting.BASIC)
    words = f"{indicator.scoring_rule or ''}\n{indicator.explanation or ''}"
    return frozenset(
        Decimal(match["points"].replace(",", ""))
        for match in _CAP.finditer(words)
        if (match["verb"] == "加" if verbs is None else match["verb"] in verbs)
    )
