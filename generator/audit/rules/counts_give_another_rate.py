"""文字里的比率与同一句的两个数不符。

一句话写了两个数和一个比率，两个数相除不是这个比率。

原因：分子、分母和比率写在一句里，读者一除就知道不对。

公式：同一句中，“……率为、达、占、占比”（“满意多少人……满意度”）后面的百分数，前面最近的两
个不是百分数的数单位相同（人、名、位算一个；“60个点位中有52个”）而不相等，并且从第一个数起没有
写其他百分数：小数 ÷ 大数、它们的差 ÷其中一个、编制控制率的在职 ÷ 编制，四舍五入后都不等于所
写的比率，而且小数 ÷大数与它相差不到 20 个百分点的，提示。两个数正好是同一句另一个数的两部分的
、同一句另一个数与它们之一相除正是所写比率的、写有约、左右、同比、增长、下降、上年、目标、预算、
支出、分别、以上的不核对。写“占……N%”而同一段文字里有金额的：其中任何两个数（资金表的合计也算
）相除都不是它，而同一句的一个金额除以另一个，与它只差一位或者相邻两位颠倒的，提示。资金的执行率
由 rates-disagree-in-text 核对。

依据：通行的文字核对要求：数据互相印证。只作提示。

反例：应缴 236 户，实际缴费 218 户，收缴率为 95.37%（应为 92.37%）。

正例：同上，写 92.37%。

改法：核对两个数和比率，改正其中有误的一个。
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.prose import Passage
from generator.audit.dossier.quantities import Quantity, sentence_of
from generator.audit.dossier.slips import slip
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.source import At
from generator.values.lazily import lazily
from generator.values.money import half_digit, percent, percentage, places_of, rounded

SEVERITY = Severity.HINT
NEEDS = (needs.UNDIVIDED,)

_RATED = lazily(
    r"(?:率|满意度|占比|比例|占(?:总[^，,。；]{0,4}|比)?)(?:约?[为达是到至]{0,2}|仅为?|[：:])?$"
    r"|占[^，,。；]{0,14}的$"
)
_SHARED = lazily(r"占[^\d，,。；]{0,14}$")
"""A share of money, which is a part of another sum."""
_ROUGH = lazily("(?<![节合违签履公预契特])约|近|左右|上年|目标|计划|比重由")
_MONEY, _MANY_SUMS = "元", 24
_SATISFACTION, _CONTENT = "满意度", "满意"
"""A survey gives a satisfaction by other means than by counting who is content."""
_OF_STAFF = lazily("编制|控制率")
_UNCLEAR = lazily(
    "(?<![节合违签履公预契特])约|左右|同比|环比|增长|下降|提高|上升|上年|去年|比20|目标|预算|支出|执行|到位|分别"
    "|以上|其余|每|计划(?!项目)|从|由|加权|覆盖人口"
)
_FREE = frozenset(("%", "‰", "分", "倍", "天", "个月", "元", "个百分点"))
"""Units of what is no part of another such."""
_ELSEWHERE = frozenset(("recommendations", "exceptions", "source"))
_DENIED = lazily("[不未没]")
_NEAR, _REACH = 20, 12
_PAIR = 2


def check(subject: Subject) -> Iterator[Result]:
    """At the text."""
    for text in subject.texts.prose.with_sign("%"):
        if text.path[0] in _ELSEWHERE:
            continue
        plain, told = text.plain, text.quantities
        for n, rate in enumerate(told):
            if rate.unit == "%" and _SHARED.search(rate.before):
                yield from _of_money(subject, text, rate)
            if rate.unit != "%" or not _RATED.search(rate.before):
                continue
            sentence = sentence_of(plain, rate.start)
            before = [
                q for q in told[max(0, n - _PAIR) : n] if sentence_of(plain, q.start) == sentence
            ]
            is_read = len(before) == _PAIR and not _are_parts(before, told, sentence, plain)
            if is_read and not _is_of_others(
                rate, before, (*told[: n - _PAIR], *told[n:]), sentence
            ):
                yield from _differing(text.path, plain, sentence, rate, before)


def _is_of_others(
    rate: Quantity, before: Sequence[Quantity], others: Sequence[Quantity], sentence: str
) -> bool:
    """Whether another count of the sentence gives it, as a part or a whole of those before it."""
    alike = [one for one in others if one.unit == before[0].unit and one.said in sentence]
    pairs = ((one.value, other.value) for one in alike for other in before)
    given = (percentage(min(pair), max(pair)) for pair in pairs)
    return any(due is not None and abs(due - rate.value) <= half_digit(rate.value) for due in given)


def _of_money(subject: Subject, text: Passage, rate: Quantity) -> Iterator[Result]:
    """A share that no two sums give, and that two of its own sentence nearly do."""
    sums = [one for one in text.quantities if one.unit == _MONEY]
    sentence = sentence_of(text.plain, rate.start)
    before = [one for one in sums if one.start < rate.start]
    parts = [one for one in before if sentence_of(text.plain, one.start) == sentence]
    if not parts or len(sums) > _MANY_SUMS or _ROUGH.search(rate.before):
        return
    totals = (shown.value * shown.unit.yuan for shown in subject.money.shown.values())
    known = {*(one.value for one in sums), *totals} - {Decimal(0)}
    near = half_digit(rate.value)
    every = (percentage(part, whole) for part, whole in permutations(known, 2))
    if any(due is not None and abs(due - rate.value) <= near for due in every):
        return
    for part in reversed(parts):
        for whole in sorted(value for value in known if value > part.value):
            due = percentage(part.value, whole)
            shown = rounded(due or Decimal(0), places_of(rate.value))
            if slip(shown, rate.value):
                yield Result(
                    text.path,
                    f"文字写「{rate.before}{rate.said}」，{part.said}除以"
                    f"{part.likewise(whole)}为 {percent(due or shown)}",
                    "请核对两个数和比率",
                    rate.said,
                    percent(due or shown),
                )
                return


def _are_parts(
    pair: Sequence[Quantity], told: Sequence[Quantity], sentence: str, plain: str
) -> bool:
    """Whether two counts are parts of a third of their sentence, and none of them of the other."""
    one, other = pair
    return any(
        whole.unit == one.unit
        and whole.value == one.value + other.value
        and sentence_of(plain, whole.start) == sentence
        for whole in told
    )


def _differing(
    at: At, text: str, sentence: str, rate: Quantity, before: Sequence[Quantity]
) -> Iterator[Result]:
    one, other = before
    units = {one.unit, other.unit}
    is_satisfaction = rate.before.endswith(_SATISFACTION)
    if (
        len(units) > 1
        or (is_satisfaction and not other.before.endswith(_CONTENT))
        or units & _FREE
        or one.value == other.value
        or not min(one.value, other.value)
    ):
        return
    if _UNCLEAR.search(text[max(0, one.start - _REACH) : rate.start]):
        return
    part, whole = sorted((one.value, other.value))
    pairs = [(part, whole), (whole - part, whole), (whole - part, part)]
    is_of_staff = bool(_OF_STAFF.search(sentence))
    if is_of_staff and one.value < other.value:
        pairs = [*pairs[1:], (whole, part)]
    rates = [given for a, b in pairs if (given := percentage(a, b)) is not None]
    smaller = min(before, key=lambda q: q.value)
    is_denied = bool(_DENIED.search(smaller.before)) and not _DENIED.search(rate.before)
    due = rates[-1] if is_of_staff else rates[1 if is_denied else 0]
    near = half_digit(rate.value)
    if any(abs(given - rate.value) <= near for given in rates) or abs(due - rate.value) >= _NEAR:
        return
    yield Result(
        at,
        f"文字写「{rate.before}{rate.said}」，{one.said}和{other.said}相除为 {percent(due)}",
        "请核对两个数和比率",
        rate.said,
        percent(due),
    )
