"""文字说的平均分、最高分、资金、期限与名单不符。

文字写的平均得分、得分最高或最低的一项、涉及的资金、都在多少以上的一栏，名单上不是这样。

原因：读者往往只看这几句；与名单不一致，不知道以哪个为准。

公式：各分项都写有总分的文件，正文、意见和说明里：（1）“平均得分（平均分）N分”与各项总分的平均数不
等（允许所写末位数的一半；按金额加权的平均数也算）；（2）一个分句恰好写有一个分项的名称和“得分最高
（最低）、最高分（最低分）”，而另有一项的总分更高（更低）；（3）各分项都写有资金，“涉及（预算）资
金A”不是资金表和各项之和里的任何一个数；（4）“某栏均（都、全部）在N年（%、万元等）以上（以下）”，
而有一项「其他栏」中同名的一栏、同一单位的数不到（超过）N。句中写有上年、自评、复核、类、组、其中、
部门、乡镇的，来源注明不全的，不核对。

依据：同一数据前后一致，是公文核对的通行要求。只作提示。

反例：五项平均 86.5 分，文字写“平均得分87.5分”；92.4 分的一项在名单上，文字写“养老服务站得分最高，
为90.8分”。

正例：写“平均得分86.5分”。

改法：核对文字与名单，改为一致。
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.prose import Passage
from generator.audit.subject import Subject
from generator.audit.wording import points
from generator.diagnostics import Severity
from generator.model.fund_rows import STAGES
from generator.model.items import Item
from generator.values.lazily import lazily
from generator.values.money import UNSIGNED, Amount, Unit, fits, number_of, rounded
from generator.values.text import half_width
from generator.values.told_money import MONEY, amount_of

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE, needs.OF_SEVERAL)

_SOUGHT = lazily("平均|最[高低]")
_PARTS = frozenset(("sections", "result"))
_MEAN = lazily(rf"平均(?:综合)?(?:得分|分数?|总分)[为是达]?[：:]?\s?({UNSIGNED})\s?分", re.ASCII)
_MOST = lazily("(?:得分|分数|总分|评分)最(高|低)|最(高|低)(?:得)?分")
_OF_SOME = lazily("上年|去年|自评|复核|类|组|其中|部门|乡镇|以上|以下")
_INVOLVING = "涉及"
_MONEY = lazily(
    rf"涉及(?:年初|全年|财政|预算|项目|专项|资金|金额|安排|总额|总){{0,4}}[为共计]{{0,2}}\s?{MONEY}",
    re.ASCII,
)
_ALL = lazily(
    rf"([\u4e00-\u9fff]{{2,8}}?)(?:均|都|全部)(?:在|为|达到?)?\s?({UNSIGNED})\s?([^\d\s，,。；以（(]{{1,3}})(以[上下])",
    re.ASCII,
)
_CELL = lazily(rf"({UNSIGNED})\s?(\D{{1,3}})", re.ASCII)
_EVERY = lazily("以[上下]")
_CLAUSE = lazily("[，,。；;\n]")
_SHORTEST, _PLACES = 3, 2


def check(subject: Subject) -> Iterator[Result]:
    """At the text."""
    items = subject.item.items
    totals = [one.result.total for one in items]
    known = [total for total in totals if total is not None]
    if subject.evaluation.source.incomplete:
        return
    for text in subject.texts.prose.within(_PARTS):
        if _SOUGHT.search(text.plain) and len(known) == len(totals):
            yield from _mean(text, items, known)
            yield from _most(text, items, known)
        if _EVERY.search(text.plain):
            yield from _every(text, items)
        if _INVOLVING in text.plain:
            yield from _money(subject, text, items)


def _mean(text: Passage, items: Sequence[Item], totals: Sequence[Decimal]) -> Iterator[Result]:
    for sentence in text.sentences:
        told = [number_of(number) for number in _MEAN.findall(sentence)]
        if len(told) != 1 or _OF_SOME.search(sentence):
            continue
        mean = sum(totals, Decimal(0)) / len(totals)
        if not any(fits(told[0], one) for one in (mean, *_weighed(items, totals))):
            due = points(rounded(mean, _PLACES))
            yield Result(
                text.path,
                f"文字写平均 {points(told[0])}，名单上 {len(totals)} 项平均 {due}",
                "请核对文字与名单",
                points(told[0]),
                due,
            )


def _every(text: Passage, items: Sequence[Item]) -> Iterator[Result]:
    """A column that is at least, or at most, so much in every row."""
    for match in _ALL.finditer(text.plain):
        name, bound, is_least = match[1], number_of(match[2]), match[4] == "以上"
        for item in items:
            typed = item.project.extra.get(name) if item.project else None
            cell = _CELL.fullmatch(half_width(typed).strip()) if isinstance(typed, str) else None
            if cell is None or cell[2] != match[3]:
                continue
            number = number_of(cell[1])
            if number < bound if is_least else number > bound:
                yield Result(
                    text.path,
                    f"文字写「{text.as_typed(match[0])}」，名单上「{item.name}」是 {typed}",
                    "请核对文字与名单",
                    match[0],
                    str(typed),
                )
                return


def _money(subject: Subject, text: Passage, items: Sequence[Item]) -> Iterator[Result]:
    """The money of all items, which is that of the total row or what the items add up to."""
    every = [one.funds for one in items if one.funds]
    if len(every) < len(items):
        return
    sums = [
        Amount(sum((amount.to(Unit.YUAN).value for amount in given), Decimal(0)), Unit.YUAN)
        for stage in STAGES
        if len(given := [a for one in every if (a := one.amount(stage)) is not None]) == len(items)
    ]
    known = (*subject.money.amounts, *sums)
    for sentence in text.sentences:
        told = [amount_of(number, unit) for number, unit in _MONEY.findall(sentence)]
        if len(told) != 1 or not sums or _OF_SOME.search(sentence):
            continue
        if not any(told[0].fits(one) for one in known):
            due = sums[0].to(told[0].unit)
            yield Result(
                text.path,
                f"文字写涉及资金 {told[0]}，名单上 {len(items)} 项相加为 {due}",
                "请核对文字与名单",
                str(told[0]),
                str(due),
            )
            break


def _weighed(items: Sequence[Item], totals: Sequence[Decimal]) -> Iterator[Decimal]:
    """The mean by money, where all items have it in one unit."""
    budgets = [one.funds.budget for one in items if one.funds and one.funds.budget]
    if len(budgets) == len(totals) and len({one.unit for one in budgets}) == 1:
        whole = sum((one.value for one in budgets), Decimal(0))
        parts = zip(budgets, totals, strict=True)
        if whole:
            yield sum((one.value * total for one, total in parts), Decimal(0)) / whole


def _most(text: Passage, items: Sequence[Item], totals: Sequence[Decimal]) -> Iterator[Result]:
    names = [half_width(one.project.name) if one.project else "" for one in items]
    for clause in _CLAUSE.split(text.plain):
        match = _MOST.search(clause)
        if match is None or _OF_SOME.search(clause):
            continue
        named = [n for n, name in enumerate(names) if len(name) >= _SHORTEST and name in clause]
        best = max(totals) if "高" in match[0] else min(totals)
        if len(named) == 1 and totals[named[0]] != best:
            [n] = named
            other = totals.index(best)
            yield Result(
                text.path,
                f"文字写「{text.as_typed(clause.strip())}」，"
                f"名单上「{names[other]}」是 {points(best)}，「{names[n]}」是 {points(totals[n])}",
                "请核对文字与名单",
                names[n],
                names[other],
            )
