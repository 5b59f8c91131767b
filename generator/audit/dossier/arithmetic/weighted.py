"""Means by weights that are told: `权重为60%和40%，两项分别为90分、80分，综合得分86分`."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.audit.dossier.claims.figures import Claim, Figure, clause_start, figures
from generator.values.lazily import lazily
from generator.values.money import grouped, half_digit, places_of, rounded

SIGN = lazily(r"(?:综合|加权|总|最[终后])[^\d。；，,\n]{0,10}\d", re.ASCII)
_WEIGHTS = lazily("权重|加权|占比|比重")
_LISTED = lazily("^(?:和|及|与|以及|[、，,])")
_VALUES = lazily("(?:分别|依次)[为是得]{0,2}$")
_OUTCOME = lazily("(?:综合|加权|总|最[终后])[^\\d，,。；]{0,8}$")
_TAKEN = lazily("扣|加分|减|去掉|剔除|约|附加|另")
_HUNDRED, _FEWEST = Decimal(100), 2


def weighted(sentence: str) -> Iterator[Claim]:
    """The mean of a half-width sentence that its weights and values do not make."""
    told = figures(sentence)
    if not _WEIGHTS.search(sentence) or _TAKEN.search(sentence):
        return
    runs = _runs(told)
    shares = [
        run
        for run in runs
        if run[0].unit == "%"
        and _WEIGHTS.search(run[0].lead)
        and sum(one.value for one in run) == _HUNDRED
    ]
    for n, run in enumerate(told):
        if not _OUTCOME.search(run.lead) or len(shares) != 1:
            continue
        values = [
            one
            for one in runs
            if one[-1] is told[n - 1] and one[0].unit == run.unit and _VALUES.search(one[0].lead)
        ]
        if len(values) != 1 or len(values[0]) != len(shares[0]) or shares[0][0].start > run.start:
            continue
        pairs = zip(shares[0], values[0], strict=True)
        due = sum((share.value * one.value for share, one in pairs), Decimal(0)) / _HUNDRED
        if abs(due - run.value) > half_digit(run.value):
            shown = f"{grouped(rounded(due, max(2, places_of(run.value))))}{run.unit}"
            said = sentence[clause_start(sentence, values[0][0].start) : run.end]
            weights = "、".join(one.said for one in shares[0])
            yield Claim(said, run.said, shown, f"按权重 {weights} 加权是 {shown}")


def _runs(told: Sequence[Figure]) -> list[list[Figure]]:
    """Lists of figures in one unit that nothing but signs of a list stands between."""
    runs: list[list[Figure]] = []
    for one in told:
        is_next = runs and one.unit == runs[-1][-1].unit and len(one.lead) == 1
        if is_next and _LISTED.search(one.lead):
            runs[-1].append(one)
        else:
            runs.append([one])
    return [run for run in runs if len(run) >= _FEWEST]
