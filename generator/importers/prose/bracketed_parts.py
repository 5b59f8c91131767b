"""Parts of a sum in brackets behind it: `预算100万元（中央60万元、省级40万元）`.

That they are parts nothing says but that they make up the sum; then none of them is a whole.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from generator.values.money import parse

_LEAST = 2
_NAMED = re.compile(r"\s?[（(、，,；;和及]{1,2}\s?[^\d，,、；;（()）]{2,24}")
_WHEN = re.compile(
    r"\s?[（(、，,；;和及]{1,2}\s?(?:当年|本年|今年|本年度|年初|年中|全年)(?:安排|预算|下达|追加|到位|拨款)?"
)
"""Words that say when money came, and name no source."""


def bracketed(plain: str, found: Sequence[re.Match[str]]) -> Mapping[int, bool]:
    """By its place each such sum, with whether all of its bracket have names."""
    told: dict[int, bool] = {}
    for n, whole in enumerate(found):
        behind = [one for one in found[n + 1 :] if one.start() < _closing(plain, whole.end())]
        if len(behind) < _LEAST or any(one[2] != whole[2] for one in behind):
            continue
        amounts = [parse(one[1]) or Decimal(0) for one in behind]
        if sum(amounts, Decimal(0)) != parse(whole[1]):
            continue
        edges = [whole.end(), *(one.end() for one in behind)]
        names = [plain[edges[k] : one.start()] for k, one in enumerate(behind)]
        is_named = all(_NAMED.fullmatch(one) and not _WHEN.fullmatch(one) for one in names)
        told |= {one.start(): is_named for one in behind}
    return told


def _closing(plain: str, place: int) -> int:
    """Where the bracket ends that opens right behind a sum; 0 where none does."""
    rest = plain[place:]
    if rest.lstrip()[:1] not in ("（", "(") or "其中" in rest[:6]:
        return 0
    return next((place + n for n, sign in enumerate(rest) if sign in "）)"), 0)
