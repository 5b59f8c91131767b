"""逐项写明的数相乘不等于支出。

文字说按多少人、多少天、每人每天多少元结算，乘出来不等于所说的支出。

原因：结算的依据就是这几个数；乘不出来，不是人数、天数不实，就是支出另有内容。

公式：同一句里写有“每人每天、每人每月、每人、每户、每亩”等多少元的标准，并恰有标准所说的每一种数
（人、天、个月等）各一个，写有“结算、据实、全部、共、合计、按”之一：标准 × 各数。同一句写有总金额
的，等于其中一个；没有的，等于资金表中任何一个金额（合计、各行、各栏）。相差不超过末位的一半，且差
在三成以内的才提示。写“约、以上、不超过、原则上”的不核对。“33人×400元=1.32万元”一类算式由
amount-mismatch 核对。

依据：预算按“数量 × 标准”测算，是项目支出预算编制的通行做法。只作提示。

反例：说明写“按就餐学生30840人、全年200天、每人每天5元据实结算”，支出 3001.50 万元（相乘为 3084 万
元）。

正例：同上，支出 3084.00 万元。
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.quantities import Quantity, quantities, sentence_of
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.fund_rows import Stage
from generator.values.money import Amount, Unit
from generator.values.text import half_width

SEVERITY = Severity.HINT
NEEDS = (needs.UNDER_WAY, needs.UNDIVIDED, needs.FUNDS)

_EACH = re.compile(
    r"每([人名户亩家个村场期次台套座处公里]{1,2})(?:每)?([天日月年次期]?)(?:补助|补贴|标准"
    r"|发放|奖励|综合)?[为按是]{0,2}$"
)
_SETTLED = re.compile("结算|据实|全部|共|合计|总计|按")
_UNCLEAR = re.compile("约|以上|不超过|原则|左右|多|至|[-—~～]|最高|以内|[×✕*]|分别")
_TIMES = {"天": "天", "日": "天", "月": "个月", "次": "次", "期": "期"}
_ALIKE = {"名": "人"}
_FAR = Decimal("0.3")


def check(subject: Subject) -> Iterator[Result]:
    """At the text."""
    for text in subject.texts:
        if "每" not in text.text or "元" not in text.text:
            continue
        plain = half_width(text.text)
        told = tuple(quantities(plain))
        for price in told:
            sentence = sentence_of(plain, price.start)
            match = _EACH.search(price.before) if price.unit == "元" else None
            if not match or not _SETTLED.search(sentence) or _UNCLEAR.search(sentence):
                continue
            near = [one for one in told if sentence_of(plain, one.start) == sentence]
            product = _product(price, match, near)
            if product is None:
                continue
            others = [one for one in near if one.unit == "元" and one is not price]
            known = [(one.value, one.half) for one in others if not _EACH.search(one.before)]
            known = known or list(_amounts(subject))
            if any(abs(product - value) <= half for value, half in known):
                continue
            close = [value for value, _ in known if abs(product - value) <= _FAR * product]
            if close:
                unit = subject.item.funds.unit if subject.item.funds else Unit.WAN_YUAN
                due, stated = Amount(product / unit.yuan, unit), Amount(close[-1] / unit.yuan, unit)
                yield Result(
                    text.path,
                    f"文字写「{price.before}{price.said}」和数量，相乘为 {due}，"
                    f"写明的金额是 {stated}",
                    "请核对数量、标准和金额",
                    str(stated),
                    str(due),
                )


def _product(price: Quantity, match: re.Match[str], near: Sequence[Quantity]) -> Decimal | None:
    """The price times as many as it is for; None unless each number is there once."""
    product = price.value
    for word in (match[1], _TIMES.get(match[2], match[2])):
        if not word:
            continue
        unit = _ALIKE.get(word, word)
        counts = [one for one in near if one.unit == unit and one is not price]
        if len(counts) != 1:
            return None
        product *= counts[0].value
    return product


def _amounts(subject: Subject) -> Iterator[tuple[Decimal, Decimal]]:
    """Every amount of the fund table, the totals last."""
    funds = subject.item.funds
    for row in funds.all_rows if funds else ():
        for stage in Stage:
            if funds and (value := row.at(stage)) is not None:
                yield (
                    value * funds.unit.yuan,
                    Amount(Decimal("0.005"), funds.unit).to(Unit.YUAN).value,
                )
