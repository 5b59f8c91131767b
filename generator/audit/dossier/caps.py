"""What the words of a row say that its points may reach."""

import re
from decimal import Decimal
from typing import NamedTuple

from generator.model.indicators import Indicator
from generator.model.points import Counting
from generator.values.lazily import lazily
from generator.values.money import UNSIGNED, number_of
from generator.values.sentences import said_before

_VERBS = {Counting.BONUS: "加得计", Counting.DEDUCTION: "扣减计"}
_CAP = lazily(
    rf"(?P<noun>(?:[加得扣减]分)?)(?:最多|最高|至多|不超过|不得超过|上限|封顶)(?:可|只|不超过)?"
    rf"(?P<verb>[加得计扣减]?)分?(?:为|至|到|是)?\s?(?P<points>{UNSIGNED})\s?分",
    re.ASCII,
)
_LIMITING = lazily("最多|最高|至多|不超过|不得超过|上限|封顶")
"""What every cap has, looked for first."""
_CLAUSE_ENDS = "，。；,;\n"


class Caps(NamedTuple):
    """The caps that a row's words name, of its own points or of those it adds."""

    told: frozenset[Decimal]
    is_clear: bool
    """Whether there is at most one, and it is not one for each time."""


_NONE = Caps(frozenset(), is_clear=True)


def caps_of(indicator: Indicator) -> Caps:
    """An ordinary row may only add to its weight; what a rule takes from it is no cap."""
    words = f"{indicator.scoring_rule or ''}\n{indicator.explanation or ''}"
    if len(words) == 1 or not _LIMITING.search(words):
        return _NONE
    verbs = _VERBS.get(indicator.counting or Counting.BASIC)
    told: set[Decimal] = set()
    is_clear = True
    for match in _CAP.finditer(words):
        verb = (match["noun"] or match["verb"])[:1]
        if verb == "加" if verbs is None else verb in verbs:
            told.add(number_of(match["points"]))
            is_clear &= "每" not in said_before(words, match.start(), ends=_CLAUSE_ENDS)
    return Caps(frozenset(told), is_clear and len(told) <= 1)
