"""What the rule of a row gives for its outcome: in proportion, by steps, all or nothing."""

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from generator.model.targets import Comparison
from generator.values.lazily import lazily
from generator.values.money import rounded

_PROPORTION = lazily(
    r"按(?:照)?[^，,。；\d]{0,16}(?:比例|比率|完成率|得分率)[^，,。；\d]{0,4}"
    r"(?:得分|计分|给分|赋分|计算|核算|折算|记分|扣分|扣减)"
    r"|(?:完成率|完成比例|比例)\s?[×*乘]以?\s?(?:分值|权重|满分|权数)"
    r"|(?:分值|权重|满分|权数)\s?[×*乘]以?\s?[^，,。；\d]{0,6}(?:完成率|完成比例|比例)"
)
_EACH = lazily(
    r"(?:每|(?:^|[，,；;。]))(?:(?:[减缺短]少?|少)|低于?|差|降低|下降|超[过出]?|高于?|多"
    r"|晚|延[误期迟后]|推迟|拖[后延]|滞后|逾期|迟|相差"
    r"|偏离)[^\d，,。；]{0,12}"
    r"(?:一|(\d{1,4}(?:\.\d{1,2})?))?\s?([^\d\s，,。；扣]{0,6})扣\s?(\d{1,2}(?:\.\d{1,2})?)\s?分",
    re.ASCII,
)
_ALL = lazily(
    r"(?:否则|逾期|超期|未按[期时]|延期|未达[到标]?|未(?:全部|按期|如期)?完成|没有达到"
    r"|达不到|不达标|低于(?:指标值"
    r"|目标值?))[^，,。；\d]{0,10}(?:不得分|得0分|不给分|计0分)"
)
UNCLEAR = lazily(
    "酌情|适当|分档|区间|以上[的，得]|[及含]以上|视情|根据情况|超过[^，,。；]{0,6}的|累计"
)
_CAP = lazily(r"最多扣\s?(\d{1,2}(?:\.\d)?)\s?分|扣完为止", re.ASCII)
_OTHER = lazily(r"扣\s?\d|加\s?\d|得\s?\d", re.ASCII)
_TAKEN = lazily(r"扣\s?\d", re.ASCII)
_PER_CENT = ("%", "百分点", "个百分点")
_CASES = (
    "天",
    "日",
    "次",
    "起",
    "件",
    "家",
    "人",
    "户",
    "例",
    "项",
    "处",
    "批",
    "所",
    "座",
    "条",
    "台",
    "村",
    "期",
)
"""Steps that are no part of a rate: so many points for each day on which it was missed."""
_PLACES = 2
_WEEK, _WEEKS = Decimal(7), ("周", "个星期", "星期")
_DAYS = ("", "天", "日", "个自然日", "自然日")
_OWN_RATE = lazily(
    r"(?:得分|本项得分|该项得分)?\s?[=＝]?\s?(?:(?P<name>[\u4e00-\u9fff]{1,12}率)(?:[（(]实际值[）)])?\s?[×xX*]\s?(?:该项|本项|指标)?(?:分值|满分|权重分?)"
    r"|(?:该项|本项|指标)?(?:分值|满分|权重分?)\s?[×xX*]\s?(?P<behind>[\u4e00-\u9fff]{1,12}率))"
    r"(?:[，,。；;](?:结果)?(?:保留|四舍五入)[^，,。；;]{0,12})?[。；;]?"
)
"""`得分=到位率×分值`, and nothing else that the rule would say."""


def due_by(
    rule: str, comparison: Comparison, weight: Decimal, places: int, *, is_rate: bool
) -> tuple[Decimal, ...]:
    """What the rule may give, the likeliest first; nothing where it has no reading."""
    each = tuple(_EACH.finditer(rule))
    if len(each) == 1 and len(_OTHER.findall(_CAP.sub("", rule))) == 1:
        return _stepped(each[0], rule, comparison, weight, is_rate=is_rate)
    if _ALL.search(rule) and not _TAKEN.search(rule):
        return (Decimal(0),)
    if _OTHER.search(rule):
        return ()
    if _PROPORTION.search(rule):
        earned = comparison.earned(weight, max(places, _PLACES))
        return () if earned is None else (earned,)
    return ()


def _stepped(
    match: re.Match[str], rule: str, comparison: Comparison, weight: Decimal, *, is_rate: bool
) -> tuple[Decimal, ...]:
    """So many points less for each step that is missing, however parts of a step are counted."""
    step, taken = Decimal(match[1] or 1), Decimal(match[3])
    if comparison.is_day:
        if match[2] not in (*_DAYS, *_WEEKS):
            return ()  # a month is of no certain length, and a day's work is not counted here
        step *= _WEEK if match[2] in _WEEKS else 1
    if not step or comparison.up_to is not None:
        return ()
    if is_rate and match[2].startswith(_CASES):
        return ()
    missing = abs(comparison.target - comparison.actual)
    counts = [missing / step]
    if match[2].startswith(_PER_CENT) and comparison.target:
        counts.append(missing * 100 / comparison.target / step)
    cap = _CAP.search(rule)
    most = min(weight, Decimal(cap[1])) if cap and cap[1] else weight
    wholes = [
        whole
        for count in counts
        for whole in (
            count.to_integral_value(ROUND_CEILING), count.to_integral_value(ROUND_FLOOR), count,
        )
    ]  # fmt: skip
    due = (rounded(weight - min(whole * taken, most), _PLACES) for whole in wholes)
    return tuple(dict.fromkeys(due))


def by_own_rate(rule: str, name: str, rate: Decimal, weight: Decimal) -> Decimal | None:
    """The points of a row that is a rate, where its rule says no more than rate times weight."""
    match = _OWN_RATE.fullmatch(rule.strip())
    told = match and (match["name"] or match["behind"])
    if not told or not name.endswith(told):
        return None
    return weight * min(rate, _WHOLE) / _WHOLE


_WHOLE = Decimal(100)
