"""控制率与文字写的预算、支出不符。

“三公”经费、公用经费的控制率或变动率，用文字写的预算数、支出数算不出来。

原因：这两个数就写在正文里，读者一除就知道不对；写低了，超支也看不出来。

公式：指标名称为“（三公、公用、会议、培训、差旅等）经费（或费）控制率、变动率”，计量单位是 %，正文、
说明里同一经费只写了一次：控制率看“……预算A元，（实际）支出B元”，应为 B ÷ A；变动率看“由（上年）A元
增至（降至、减至）B元”，应为（B − A）÷ A。允许完成值末位数的一半；变动率不看正负。

依据：三公经费控制率＝三公经费实际支出数 ÷ 三公经费预算安排数 × 100%，变动率＝（本年度 − 上年度）÷
上年度（《预算绩效评价共性指标体系框架》，财预〔2013〕53号）。只作提示。

反例：正文写“三公经费预算12.5万元，实际支出10.8万元”，控制率写 78.4%（应为 86.4%）。

正例：同上，写 86.4%。

改法：核对两个数和比率，改正其中有误的一个。
"""

import re
from collections.abc import Iterator

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.values.lazily import lazily
from generator.values.money import half_digit, percent, percentage
from generator.values.text import half_width
from generator.values.told_money import MONEY, amount_of

SEVERITY = Severity.HINT
NEEDS = (needs.MEASURED, needs.UNDIVIDED, needs.ROWS, needs.ACTUALS)

_MONEYS = ("三公", "公用", "会议", "培训", "差旅", "办公", "公务接待", "公务用车")
_ROW = lazily(rf"[“\"]?({'|'.join(_MONEYS)})[”\"]?(?:经费|费)?[”\"]?(控制|变动)率")
_GAP = r"[^\d。；]{0,10}"
_HINT = lazily("三公|公用|会议|培训|差旅|办公|公务")
_IS = r"数?[为是共]{0,2}\s?"
_WHAT = r"[”\"]?(?:经费|费)?[”\"]?(?:支出)?"
_PLANNED = rf"{_WHAT}(?:年初)?预算(?:安排)?{_IS}{MONEY}{_GAP}(?:支出|决算|执行){_IS}{MONEY}"
_CHANGED = (
    rf"{_WHAT}由[^。；]{{0,8}}?{MONEY}[^\d。；]{{0,4}}[增减降升下长少]{{1,2}}[至到为]\s?{MONEY}"
)
_TOLD = {
    (money, rate): re.compile(money + told, re.ASCII)
    for money in _MONEYS
    for rate, told in (("控制", _PLANNED), ("变动", _CHANGED))
}
"""For each kind of money: what was planned and spent; what there was, and became of it."""


def check(subject: Subject) -> Iterator[Result]:
    """At the actual value."""
    for row in subject.leaves:
        indicator = row.indicator
        if not indicator.name.endswith("率"):
            continue
        stated, of = indicator.actual_number, _ROW.fullmatch(half_width(indicator.name))
        if of is None or stated is None or indicator.counted_in != "%":
            continue
        told = [
            (text.quoted(match), match)
            for text in subject.texts.prose.holding(_HINT)
            for match in _TOLD[of[1], of[2]].finditer(text.plain)
        ]
        if len(told) != 1:
            continue
        [(said, match)] = told
        before, after = amount_of(match[1], match[2]), amount_of(match[3], match[4])
        done = after.to(before.unit).value
        due = percentage(done if of[2] == "控制" else done - before.value, before.value)
        if due is None or abs(abs(due) - abs(stated)) <= half_digit(stated):
            continue
        yield Result(
            row.at("actual"),
            f"{row.name}完成值 {indicator.actual_shown}，文字写「{said}」，算得 {percent(due)}",
            "请核对两个数和比率",
            indicator.actual_shown,
            percent(due),
        )
