"""How many times one figure is another, which is no rise: `8640件，是上年7200件的1.2倍`."""

from collections.abc import Sequence

from generator.audit.dossier.claims.figures import Claim, Figure, clause_start
from generator.values.lazily import lazily
from generator.values.money import fits, grouped, rounded

_IS = lazily(r"[，,]?(?:是|为|相当于|达到?)[^\d，,]{0,12}$")
_OF_YEAR = lazily(r"[，,]?(?:是|为|相当于|达到?)((?:19|20)\d\d)年的?$")
UNCLEAR = lazily(
    "(?<!节)约|左右|年均(?!浓度|值)|月均|平均每|复合|可比|不变价|扣除|剔除|折合|名义|口径|累计|预计|近\\d|余|以[上下]"
)
"""Words by which two figures are no exact measure of one another."""
_PAIR, _PLACES = 2, 2


def times(sentence: str, told: Sequence[Figure], n: int) -> Claim | None:
    """What a figure in 倍 should be, where a half-width sentence tells of which two it is."""
    one = told[n]
    if n <= 1 or one.unit != "倍":
        return None
    if year := _OF_YEAR.search(one.lead):
        return _of_year(sentence, told[:n], one, int(year[1]))
    if one.lead != "的" or not _IS.search(told[n - 1].lead):
        return None
    return _other(sentence, told[n - 1], told[n - 2], one)


def _of_year(sentence: str, free: Sequence[Figure], one: Figure, year: int) -> Claim | None:
    """`由2019年的320万元增加到2022年的960万元，是2019年的3倍`."""
    if len(free) != _PAIR or sum(other.year == year for other in free) != 1:
        return None
    base, new = sorted(free, key=lambda other: other.year != year)
    return _other(sentence, base, new, one)


def _other(sentence: str, base: Figure, new: Figure, one: Figure) -> Claim | None:
    start = clause_start(sentence, min(base.start, new.start))
    if new.unit != base.unit or not base.value or UNCLEAR.search(sentence[start : one.end + 1]):
        return None
    ratio = new.value / base.value
    if fits(one.value, ratio):
        return None
    due = f"{grouped(rounded(ratio, _PLACES))}倍"
    return Claim(sentence[start : one.end], one.said, due, f"{new.said}是{base.said}的 {due}")
