"""Means that texts tell: what each is of, and by which of the other figures it is reckoned."""

import re
from collections.abc import Mapping
from decimal import Decimal

from generator.audit.dossier.prose import Passage
from generator.audit.dossier.quantities import PEOPLE, UNITS, Quantity
from generator.audit.dossier.slips import slip
from generator.values.lazily import lazily
from generator.values.money import places_of, rounded

_MEANS: Mapping[str, re.Pattern[str]] = {
    "天": re.compile(r"日均|天均|平均每[天日]|每[天日]平均"),
    "个月": re.compile(r"月均|平均每(?:个)?月|每月平均"),
    "人": re.compile(r"人均|平均每[人名]|每人平均"),
    "户": re.compile(r"户均|平均每户|每户平均"),
    "个": re.compile(r"平均每个|每个平均"),
    "家": re.compile(r"家均|平均每家|每家平均"),
    "期": re.compile(r"期均|平均每期"),
    "场": re.compile(r"场均|平均每场"),
    "公里": re.compile(r"平均每公里|每公里平均"),
}
"""What a mean is of, by the unit that it divides by."""
_EACH = lazily(
    r"(?:平均每"
    r"|每(?=[\u4e00-\u9fff]{1,2}平均))(?:[个名](?=[\u4e00-\u9fff]{2}))?([\u4e00-\u9fff]{1,3})"
)
"""`平均每吨投资`, `每公里平均造价`."""
_OF_EACH = lazily(
    "([人户日天月亩村校场期班床家])均"
    "|每(平方米|立方米|公里|千米|亩|吨|公顷|座|处|辆|床|所|人次|户|家|村|场)[\u4e00-\u9fff]{0,4}(?:造价|成本|均价)"
)
"""`亩均投资`, `每平方米造价`."""
_OTHER_NAMES = {"日": "天", "月": "个月", "校": "所", "床": "张"}
_HOUSEHOLDS = ("户", "家")
"""`户均` is said of enterprises, too."""
_TOGETHER = lazily("[共合总]")
"""Words before a whole that stands behind its mean, which else may be a standard."""
_BESIDES = lazily("另|此外|加上|扣除|剔除")
"""Words between a mean and a sum by which that holds more, or less."""
_EARNED = lazily("增收|收入|产值|利润|效益|可支配|工资|消费|[餐租]费")
"""What nobody reckons from the money of a project."""
_NAME = 2
"""Signs of what a mean is for each of that a count of it bears before it: `建成铺位1200个`."""
_DAILY = frozenset("晚夜日天")
_CAPACITY = lazily("设计|规模|能力|额定")


def is_mean(one: Quantity) -> bool:
    """Whether a figure is told as a mean, or as what is for each."""
    if _CAPACITY.search(one.before):
        return False
    return "每" in one.before or "均" in one.before


def divisors_of(text: Passage, mean: Quantity, unit: str) -> list[Quantity]:
    """The figures that a mean may be of, by their unit, else by the word behind them."""
    told = [one for one in text.quantities if one is not mean and one.value]
    for known in _HOUSEHOLDS if unit in _HOUSEHOLDS else (unit,):
        if found := [one for one in told if one.unit == known]:
            return found
    name = unit[:_NAME]
    return [one for one in told if one.behind.startswith(unit) or one.before.endswith(name)]


def may_be(text: str, mean: Quantity, whole: Quantity, by: Decimal) -> bool:
    """Whether a sum is of the kind that a mean is of: none that was spent is earned.

    Behind a figure that may be a standard, what came is another thing unless it is but a slip away.
    """
    if whole.start > mean.start and not _TOGETHER.search(whole.before):
        due = rounded(mean.value * by / whole.worth, places_of(whole.value / whole.worth))
        return slip(whole.value / whole.worth, due) is not None
    if _BESIDES.search(text[mean.start : whole.start]):
        return False
    earned = _EARNED.search(mean.before)
    return earned is None or earned[0] in whole.before


def unit_of(mean: Quantity) -> str:
    """The unit that a mean divides by; empty for what is no mean."""
    if "均" not in mean.before and "每" not in mean.before:
        return ""
    if each := _EACH.search(mean.before):
        plain = each[1]
        if plain[0] in _DAILY:
            return "天"
        return "人" if plain in PEOPLE else next((u for u in UNITS if plain.startswith(u)), plain)
    if known := next((unit for unit, word in _MEANS.items() if word.search(mean.before)), ""):
        return known
    match = _OF_EACH.search(mean.before)
    return _OTHER_NAMES.get(match[1], match[1] or match[2]) if match else ""
