"""逐项写明的数相乘不等于支出。

文字说按多少人、多少天、每人每天多少元结算，乘出来不等于所说的支出。

原因：结算的依据就是这几个数；乘不出来，不是人数、天数不实，就是支出另有内容。

公式：同一句里写有“每人每天、每人每月、每人、每户、每亩”等多少元的标准，并恰有标准所说的每一种数（
人、天、个月等）各一个，或者“单价、补贴标准”多少元的价格并只有一种数量的（“月补贴标准”的为人数和月
数），写有“结算、据实、全部、共、合计、按”之一：标准 × 各数。票价、收费标准、租金标准也是价格。同一
句写有总金额的，等于其中一个；没有的，等于资金表中任何一个金额（合计、各行、各栏）。相差不超过末位的
一半，且差在三成以内，或者差一位、相邻两位颠倒、差十倍的才提示；写“约”而相差不到百分之五的不提示。写
“按……的N%计提（提取、奖补等），（共）B”的，同一段里恰有一个金额前面正是所按的事（两字以上）：金额 ×
N%，等于 B。写“A……系数K……支付（应付等）B”“系数K，扣减B”的，A × K，或者 A ×（1 − K），等于 B。一句话
写了“每个某、每人每月、每天每处”的几个数，和所有这些对象、时间的个数，单位消去后正好是得出的数的单位
的：全部相乘；一句话只有一个比率和同一单位的两个数，比率前写“按、利率、支付、预付、计提、补助”等的：
一个数 × 比率；“支出A，占预算B的N%”“计划A，实际B，完成率N%”“A除以B，为N倍”“投入A，带动（撬动）B，放
大N倍”，除得的数不是所写的；“占总额的N%”“满分A，得B，得分率N%”“A、B，某某率N%”（B 前正是这个词）；“
甲为乙的N倍”“占发放数（到位）的N%”，前面正好有一个这样称呼的数的；“平均每个A、某均B”，总数和个数各一
个的，“分别为A、B、C，平均D”的；元和万元、亿元写错的；前一句只写一个标准，后一句写数量和金额的；词语
不足以断定的，只提示差一位、相邻两位颠倒的。写明 1 美元（欧元）合多少元的，外币金额 × 汇率等于其中一
个人民币金额。写“以上、不超过、原则上”的不核对。“33人×400元=1.32万元”“每人400元，共33人，合计1.32万
元”一类算式由amount-mismatch 核对。

依据：预算按“数量 × 标准”测算，是项目支出预算编制的通行做法。只作提示。

反例：说明写“按就餐学生30840人、全年200天、每人每天5元据实结算”，支出 3001.50 万元（相乘为 3084 万
元）。

正例：同上，支出 3084.00 万元。

改法：核对数量、标准和金额；外币的，核对汇率。
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.arithmetic.worded import worded
from generator.audit.dossier.claims.factors import ABOUT, factors, how_near, is_close
from generator.audit.dossier.quantities import Quantity, sentence_of
from generator.audit.dossier.told import TELLING
from generator.audit.dossier.written_products import is_within, written_out
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.source import At
from generator.values.lazily import lazily
from generator.values.money import UNSIGNED, Amount, Unit, parse

SEVERITY = Severity.HINT
NEEDS = (needs.UNDIVIDED,)

_EACH = re.compile(
    r"每(平方米|立方米|公里|千米|人次|[天日月](?!均)"
    r"|[人名户亩吨家个村场期次台套座处所头只株辆盏根间栋件]{1,2})(?:每)?([天日月年次期]?)"
    r"(?:补助|补贴|标准|发放|奖励|综合|单价|租金|工资|保费|费用){0,2}[为按是]{0,2}$"
)
_PRICED = re.compile(
    r"(?:单价|综合单价|(?P<of>[月日])?(?:补[贴助]|工资|岗位补贴|津贴|生活费)?标准"
    r"|每[\u4e00-\u9fff]{1,2}单价|[票门]票?价(?:格)?|(?:收费|租金|门票)(?:标准)?)[为按是均]{0,2}$"
)
"""A price without a word on what it is for: of all that the sentence counts."""
_EXCHANGED = lazily(
    rf"(?<![\d.])1\s?(美元|欧元)\s?(?:兑换?|合|折合?|=|对|约?等于)(?:人民币)?\s?({UNSIGNED})\s?元?",
    re.ASCII,
)
_ABROAD = frozenset(("美元", "欧元"))
_SETTLED = lazily("结算|据实|全部|共|合计|总计|按")
_UNCLEAR = lazily("以上|不超过|原则|左右|多|至|[-—~～]|最高|以内|扣除|剔除|另|[×✕*]|分别")
_TIMES = {"天": "天", "日": "天", "月": "个月", "次": "次", "期": "期", "年": ""}
_NO_COUNTS = frozenset(("元", "%", "分", "倍", "个百分点", *_ABROAD))
_ALIKE = {"名": "人", "日": "天", "月": "个月"}
_TELLING = TELLING | {"content"}
_ELSEWHERE = frozenset(("exceptions", "source"))
_IN_WORDS = lazily(r"每|均|单[价台套件个辆张座间份册本]|[%倍]")
_FAR, _TWO = Decimal("0.3"), 2
_MANY = 60
"""Quantities of one sentence beyond which it is a list, and no product."""


def check(subject: Subject) -> Iterator[Result]:
    """At the text, once for each figure."""
    said: set[tuple[At, str]] = set()
    for result in (*_of_money(subject), *_in_words(subject)):
        if (result.path, result.found) not in said:
            said.add((result.path, result.found))
            yield result


def _in_words(subject: Subject) -> Iterator[Result]:
    """Products and portions of a sentence, whatever is counted and in any order of words."""
    for text in subject.texts.prose.with_figures(_TELLING):
        if text.path[0] in _ELSEWHERE or not _IN_WORDS.search(text.plain):
            continue
        for claim in worded(text) if len(text.quantities) >= _TWO else ():
            message = f"文字写「{text.as_typed(claim.said)}」，{claim.reckoned}"
            asked = "请核对数量、标准和得出的数"
            yield Result(text.path, message, asked, claim.figure, claim.due)


def _of_money(subject: Subject) -> Iterator[Result]:
    for text in subject.texts.prose.of_money:
        if not text.quantities:
            continue
        plain, told = text.plain, text.quantities
        for claim in factors(plain, told):
            message = f"文字写「{text.as_typed(claim.said)}」，{claim.reckoned}"
            yield Result(text.path, message, "请核对金额、比例和得出的数", claim.figure, claim.due)
        if _EXCHANGED.search(plain):
            yield from _exchanged(text.path, plain, told)
        prices = tuple(_prices(told))
        spans = written_out(plain) if prices else ()
        together = _by_sentence(plain, told) if prices else {}
        for price, match in prices:
            if is_within(spans, price.start):
                continue
            sentence = sentence_of(plain, price.start)
            near = together[sentence]
            if len(near) <= _MANY and not _UNCLEAR.search(sentence):
                is_settled = match.re is _EACH and bool(_SETTLED.search(sentence))
                table = list(_amounts(subject)) if is_settled else []
                yield from _differing(subject, text.path, price, match, near, table)


def _prices(told: Sequence[Quantity]) -> Iterator[tuple[Quantity, re.Match[str]]]:
    """The sums that are for each of something, with the words that say so."""
    for one in told:
        if one.unit == "元" and (m := _EACH.search(one.before) or _PRICED.search(one.before)):
            yield one, m


def _by_sentence(
    plain: str, told: Sequence[Quantity]
) -> Mapping[str, Sequence[Quantity]]:  # fmt: skip
    found: dict[str, list[Quantity]] = defaultdict(list)
    for one in told:
        found[sentence_of(plain, one.start)].append(one)
    return found


def _differing(
    subject: Subject,
    at: At,
    price: Quantity,
    match: re.Match[str],
    near: Sequence[Quantity],
    table: Sequence[tuple[Decimal, Decimal]],
) -> Iterator[Result]:
    """A price times its numbers, against the sums behind it, else those of the table."""
    product = _product(price, match, near)
    if product is None or sum(map(_is_price, near)) > 1:
        return
    others = [one for one in near if one.unit == "元" and one.start > price.start]
    known = [(one.value, how_near(one)) for one in others] or table
    is_shared_out = bool(others) and sum(one.value for one in others) == product
    if is_shared_out or any(abs(product - value) <= half for value, half in known):
        return
    close = [value for value, _ in known if is_close(product, value)]
    if close:
        unit = subject.item.funds.unit if subject.item.funds else Unit.WAN_YUAN
        due, stated = (Amount(value / unit.yuan, unit) for value in (product, close[-1]))
        yield Result(
            at,
            f"文字写「{price.before}{price.said}」和数量，相乘为 {due}，写明的金额是 {stated}",
            "请核对数量、标准和金额",
            str(stated),
            str(due),
        )


def _is_price(one: Quantity) -> bool:
    return one.unit == "元" and bool(_EACH.search(one.before) or _PRICED.search(one.before))


def _exchanged(at: At, text: str, told: Sequence[Quantity]) -> Iterator[Result]:
    """A sum abroad at the rate that is told, against the sums at home."""
    rates = {match[1]: parse(match[2]) for match in _EXCHANGED.finditer(text)}
    sums = [one for one in told if one.unit in rates and one.value > 1]
    home = [one for one in told if one.unit == "元" and one.value not in rates.values()]
    if len(rates) != 1 or len(sums) != 1 or not home:
        return
    product = sums[0].value * (rates[sums[0].unit] or Decimal(0))
    if any(abs(one.value - product) <= one.half for one in home):
        return
    for one in home:
        if abs(one.value - product) <= _FAR * product:
            due = one.likewise(product)
            yield Result(
                at,
                f"文字写「{sums[0].said}」和汇率，相乘为 {due}，写明的金额是 {one.said}",
                "请核对金额和汇率",
                one.said,
                due,
            )
            return


def _product(price: Quantity, match: re.Match[str], near: Sequence[Quantity]) -> Decimal | None:
    """The price times as many as it is for; None unless each number is told once, exactly."""
    rough = [one for one in near if ABOUT.search(one.before)]
    if any(one is price or one.unit not in _NO_COUNTS for one in rough):
        return None
    product = price.value
    if match.re is _PRICED:
        counts = [one for one in near if one.unit not in _NO_COUNTS and one.start < _last(near)]
        times = [one for one in counts if one.unit in _TIMES.values()]
        is_timed = bool(match["of"])
        if len(counts) != 1 + is_timed or len(times) != is_timed:
            return None
        for one in counts:
            product *= one.value
        return product
    for word in (match[1], _TIMES.get(match[2], match[2])):
        if not word:
            continue
        unit = _ALIKE.get(word, word)
        counts = [one for one in near if one.unit == unit and one is not price]
        if len(counts) != 1:
            return None
        product *= counts[0].value
    return product


def _last(near: Sequence[Quantity]) -> int:
    """Where the last sum of a sentence stands: what is counted behind it is another thing."""
    return max(one.start for one in near if one.unit == "元")


def _amounts(subject: Subject) -> Iterator[tuple[Decimal, Decimal]]:
    """Every amount of the fund table, the totals last."""
    funds = subject.item.funds
    if funds is None:
        return
    near = Amount(Decimal("0.005"), funds.unit).to(Unit.YUAN).value
    for row in funds.all_rows:
        for value in row.amounts.values():
            yield value * funds.unit.yuan, near
