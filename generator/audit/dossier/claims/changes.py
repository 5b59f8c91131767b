"""Rises and falls that sentences tell: from what, to what, by how much.

Read are `由A增加到B，增长N%`, `B，比上年的A增长N%`, `B，上年A，同比减少N`, `2021年A、2023年B，
2023年比2021年增长N%`, and what goes on with the same two: `多N家，增长M%`.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.audit.dossier.claims.figures import Claim, Figure, clause_start, figures
from generator.audit.dossier.claims.times import UNCLEAR, times
from generator.audit.dossier.slips import slip
from generator.values.lazily import lazily
from generator.values.money import fits, half_digit, percent, percentage

SIGN = lazily(
    r"(?:[增减升降涨浮支]|提高|扩大|缩[短小]|压缩|下滑|回落|节[约省]|延长|[多少高低短])[^\d，,。；\n]{0,6}\d|倍",
    re.ASCII,
)
"""What a text holds that may tell a change."""
_UP = "增长|增加|增幅|增|提高|提升|上升|升高|升|扩大|上涨|涨幅|涨|延长|多|高"
_DOWN = (
    "下降|降低|降幅|减少|减幅|减|降|缩短|缩小|压缩|压减|下滑|回落|节约|节省|节支|下浮|核减|审减"
    "|少|低|短"
)
_BY = lazily(
    rf"(?:(?<![高最至])(?P<up>{_UP})|(?<![最至不])(?P<down>{_DOWN}))(?:率|幅度|幅)?了?(?:为|达到?|是)?$"
)
_NEVER = lazily(r"(?:高达|多达|高为|多为|低为|少为|低达|少达|增多|减少到)$")
_TO = lazily(
    rf"(?:{_UP}|{_DOWN}|变|调整|改|发展|[^\d]{{0,2}})(?:到|至|为|成)(?:20\d\d年|今年|本年|目前|现在)?的?$"
)
_FROM = lazily("[由从自]")
_AGAINST = lazily(r"[比较][^\d，,]{0,14}(?:(?:19|20)\d\d年)?[^\d，,比较]{0,14}$")
_ASKED = lazily("控制价|招标预算|采购预算|送审|概算|评估价")
_CAME = lazily("中标|成交|审定|结算|决算")
_GROWN = lazily("增[长加]了?$")
_LAST = lazily("上年|去年|同期")
_WAS = lazily("^[，,（(](?:而)?(?:上年|去年|上年同期|去年同期)[^\\d，,]{0,10}$")
_OWN = lazily("[比较]|同期|环比")
_YEAR_ON_YEAR = lazily("同比|[比较](?:上|去|前一)年")
_YEARS = lazily(r"((?:19|20)\d\d)年[^\d，,]{0,6}[比较]((?:19|20)\d\d)年")
_BASES = (
    (re.compile("同比|[比较](?:上|去|前一)年"), re.compile("上年|去年|前一年|同期")),
    (re.compile("[比较](?:年度|年初|预期|绩效)?目标"), re.compile("目标|计划|任务")),
    (re.compile("[比较](?:年初)?计划"), re.compile("计划|任务")),
    (re.compile("[比较](?:全年|年初)?预算"), re.compile("预算")),
)
"""What something is compared with in a word, and how a figure of that is told."""
_AGAINST_YEAR = lazily(r"[比较]((?:19|20)\d\d)年[^\d，,]{0,4}(?=[^\d]{0,6}$)")
ITS_OWN = (
    "[比较][^，,比较]*|(?:19|20)\\d\\d年[比较][^，,比较]*|[）)]|同比|环比|净|共|合计|累计|总共|实际|相应|分别|平均|[年人户亩日月]均"
    "|总体|整体|[两二三四五六七八九十\\d]年|期间|则|已|人数|数量|金额|总[数量额]|占比|比例|幅度|绝对值|约"
)
"""Words before a change that name nothing else that changed."""
_ITS_OWN = lazily(f"(?:{ITS_OWN})*")
_TWO = 2
_GOING_ON = 10
"""Signs between a change and another telling of the same."""
_LONGEST, _PLACES = 60, 2


class _Pair(NamedTuple):
    base: Figure
    new: Figure


def changes(sentence: str) -> Iterator[Claim]:
    """Every change of a half-width sentence that its two figures do not give."""
    told = figures(sentence)
    by: set[int] = set()
    pair: _Pair | None = None
    for n, one in enumerate(told):
        match = _BY.search(one.lead)
        if n == 0 or match is None or _NEVER.search(one.lead):
            if claim := times(sentence, told, n):
                yield claim
            continue
        is_more = n - 1 in by and len(one.lead) <= _GOING_ON and not _OWN.search(one.lead)
        found = pair if is_more else _pair(told, n, by)
        if found is None and pair and n - 2 in by and _LAST.search(told[n - 1].lead):
            found = _Pair(told[n - 1], pair.new)  # `同比减少18件（上年150件），下降12%`
        if found is None:
            pair = _undone(told[n - 1], one, is_up=bool(match["up"]))
            by |= {n} if pair else set()
            continue
        if not _is_in(one, found):
            continue
        by.add(n)
        pair = found
        start = clause_start(sentence, min(pair.base.start, pair.new.start))
        said = sentence[start : one.end]
        if len(said) > _LONGEST or UNCLEAR.search(sentence[start : one.end + 2]):
            continue
        is_right = _is_right(one, pair, is_up=bool(match["up"]))
        if not is_right and (_is_its_own(one, match) or _is_slip(one, pair)):
            due = _due(one, pair)
            yield Claim(said, one.said, due, f"{pair.base.said}到{pair.new.said}{due}")


def _pair(told: Sequence[Figure], n: int, by: set[int]) -> _Pair | None:
    """What changed, before and behind; None where that is not clear."""
    lead = told[n].lead
    free = [one for m, one in enumerate(told[:n]) if m not in by]
    if not _OWN.search(lead):
        return _adjacent(free) if free and free[-1] is told[n - 1] else None
    if years := _YEARS.search(lead):
        return _labelled(free, int(years[2]), int(years[1]))
    if year := _AGAINST_YEAR.search(lead):
        return _against(free, [one for one in free if one.year == int(year[1])])
    if _YEAR_ON_YEAR.search(lead) and free and free[-1] is told[n - 1]:
        pair = _adjacent(free)
        if pair and pair.base.year and pair.new.year == pair.base.year + 1:
            return pair
    for asked, label in _BASES:
        if asked.search(lead):
            return _against(free, [one for one in free if label.search(_own(one))])
    return None


def _adjacent(free: Sequence[Figure]) -> _Pair | None:
    """Two figures side by side, the first of which may be what came of it."""
    if len(free) <= 1:
        return None
    one, other = free[-2:]
    if _AGAINST.search(other.lead):
        news = [new for new in free[:-1] if not _AGAINST.search(new.lead)]
        return _Pair(other, news[-1]) if news and news[-1].unit == other.unit else None
    if one.unit == other.unit == "元" and _asked(one, other):
        return _Pair(one, other) if len(free) == _TWO else None
    if _WAS.search(other.lead) and other.unit == one.unit:
        return _Pair(other, one) if len(free) == _TWO else None
    is_later = one.year and other.year and one.year != other.year
    is_from = _FROM.search(one.lead) or is_later
    if _TO.search(other.lead) and is_from and one.unit in ("", other.unit):
        return _Pair(one, other)
    return None


def _asked(one: Figure, other: Figure) -> bool:
    """`控制价1860万元，中标价1785.6万元，下浮率4%`."""
    return bool(_ASKED.search(_own(one)) and _CAME.search(_own(other)))


def _undone(new: Figure, by: Figure, *, is_up: bool) -> _Pair | None:
    """What there was before, of which only the difference is told: `比上年增加120人`."""
    if new.unit != by.unit or not by.unit or not _OWN.search(by.lead):
        return None
    base = new.value - by.value if is_up else new.value + by.value
    said = f"所比的{new.likewise(base)}"
    return _Pair(new._replace(value=base, said=said), new) if base > 0 else None


def _labelled(free: Sequence[Figure], base: int, new: int) -> _Pair | None:
    """The figures of two years, each of which is told once and in one unit."""
    befores, afters = ([one for one in free if one.year == year] for year in (base, new))
    if len(befores) != 1 or len(afters) != 1 or befores[0].unit != afters[0].unit:
        return None
    return _Pair(befores[0], afters[0])


def _against(free: Sequence[Figure], bases: Sequence[Figure]) -> _Pair | None:
    """The only figure of what is compared with, and the only other one of its unit."""
    if len(bases) != 1:
        return None
    [base] = bases
    others = [one for one in free if one is not base and one.unit == base.unit]
    return _Pair(base, others[0]) if len(others) == 1 else None


def _own(one: Figure) -> str:
    """The words of its own clause before a figure."""
    return one.lead[clause_start(one.lead, len(one.lead)) :]


def _is_in(one: Figure, pair: _Pair) -> bool:
    """Whether a change is told in a unit that fits what changed."""
    unit = pair.new.unit
    return one.unit in ("%", "倍") or one.unit == ("个百分点" if unit == "%" else unit)


def _is_right(one: Figure, pair: _Pair, *, is_up: bool) -> bool:
    base, new = pair
    if not base.value:
        return True
    gone = new.value - base.value
    if one.value and gone and (gone > 0) is not is_up:
        return False
    if one.unit == "%":
        rate = percentage(abs(gone), base.value)
        is_points = new.unit == "%" and abs(gone) == one.value
        return is_points or rate is None or fits(one.value, rate)
    if one.unit == "倍" and is_up and _GROWN.search(one.lead):
        return fits(one.value, gone / base.value)
    if one.unit == "倍":
        return any(fits(one.value, v) for v in (abs(gone) / base.value, new.value / base.value))
    near = base.half + new.half + one.half
    return abs(abs(gone) - one.value) < near if near else abs(gone) == one.value


def _is_its_own(one: Figure, match: re.Match[str]) -> bool:
    """Whether a change is of the two before it, and not of another thing or time that it names."""
    own = one.lead[clause_start(one.lead, len(one.lead)) : match.start()]
    return _ITS_OWN.fullmatch(own.strip()) is not None


def _is_slip(one: Figure, pair: _Pair) -> bool:
    gone = abs(pair.new.value - pair.base.value)
    return slip(one.value / one.worth, gone / one.worth) is not None


def _due(one: Figure, pair: _Pair) -> str:
    base, new = pair
    gone = new.value - base.value
    word = "增加" if gone > 0 else "减少" if gone else "没有变"
    if one.unit == "%" and (rate := percentage(abs(gone), base.value)) is not None:
        return f"{word} {percent(rate)}"
    if one.unit == "倍":
        times = (abs(gone) / base.value).quantize(half_digit(one.value) * 2)
        return f"{word} {times}倍"
    return f"{word} {one.likewise(abs(gone))}"
