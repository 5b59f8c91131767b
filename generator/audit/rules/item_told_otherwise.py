"""文字说的一个项目的得分、执行率与名单不同。

通报、名单的文字点名一个项目，写的得分、执行率，或者写有几个项目低于多少，名单上数不出来。

原因：被点名的项目往往要整改、要压减预算；点错了，责任就算错了。

公式：有分项的文件，正文、意见和说明里：（1）一句话写有一个分项的名称（三个字以上），后面紧接着“（
得、得分为）N分”，这一项写有总分而不是 N；（2）名称后面“执行率（支出进度、支付率）……N%”，这一项的
支出与各项预算、发行之比和所印的执行率都不是 N%；（3）“N分以下（低于N分）的某某项目”，而这一项的总
分不是这样；（4）“得分（执行率、支出进度）低于（高于）N的有K个”“N分以下的有K个”，各分项都有这个数，
数出来不是 K 个（恰好等于 N 的算不算都可以）；（5）同一句里一个分项的名称后面、下一个分项的名称前
面，紧跟这一项「其他栏」的栏目名称（总投资、债券期限等）写的数，与栏目所填的不同的；紧跟“发行（专
项债券）、到位、支出、全年预算”写的金额，与这一项的合计不同，也不是这一项别的金额的。写有上年、扣、
满分、比、提高、目标、类、自评、复核的句子，来源注明不全的，不核对。

依据：同一数据前后一致，是公文核对的通行要求。只作提示。

反例：名单上冷链物流园支出进度 35%，文字写“冷链物流园支出进度最低，仅为45%”。

正例：写“仅为35%”。

改法：核对文字与名单，改为一致。
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.columns import columns, mentions
from generator.audit.dossier.prose import Passage
from generator.audit.dossier.told import COUNT, counted
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.fund_rows import BASES, STAGES, Stage
from generator.model.items import Item
from generator.values.lazily import lazily
from generator.values.money import UNSIGNED, fits, number_of, percentage
from generator.values.text import half_width
from generator.values.told_money import MONEY, amount_of

SEVERITY = Severity.HINT
NEEDS = (needs.WHOLE, needs.OF_SEVERAL)

_SIGNS = lazily("分|%|元|期限")
_PARTS = frozenset(("sections", "result"))
_RATE_WORDS = "执行率|支出率|支付率|支出进度|执行进度"
_POINTS = lazily(
    rf"^(?:项目)?(?:的)?[（(]?(?:综合)?(?:得分|总分|评分|得)?(?:最[高低])?[，,]?[仅只]?[为是有]?\s?({UNSIGNED})\s?分(?![以之钟别的])",
    re.ASCII,
)
_RATE = lazily(
    rf"^(?:项目)?(?:的)?(?:预算|资金)?(?:{_RATE_WORDS})(?:最[高低])?[，,]?[仅只]?[为有是]{{0,2}}\s?({UNSIGNED})\s?%(?!以)",
    re.ASCII,
)
_BOUND = (
    r"(?:(?P<below>低于|不足|不到|未达到?)|(?P<above>高于|超过))?\s?"
    rf"(?P<n>{UNSIGNED})\s?(?P<unit>分|%)(?:[（(]不?含[)）])?(?P<side>以[上下])?"
)
_NAMED = lazily(rf"{_BOUND}的$", re.ASCII)
_COUNTED = lazily(
    rf"(?P<what>得分|总分|{_RATE_WORDS})?(?:在)?{_BOUND}的(?:项目)?(?:有|共|共有)?\s?{COUNT}\s?[个项]",
    re.ASCII,
)
_MONEY = lazily(
    rf"(?P<stage>发行|到位|支出|全年预算|年初预算)(?:专项|地方政府)?(?:债券|资金)?(?:资金)?[为共计了]?\s?{MONEY}",
    re.ASCII,
)
_UNSURE = lazily("拟|计划|约|累计|其中|首期|分别|本年|当年|各")
_OTHERWISE = lazily("上年|去年|扣|满分|比|提高|目标|类|自评|复核|加权|平均|部门|单位")
_SHORTEST, _FEWEST = 3, 2


def check(subject: Subject) -> Iterator[Result]:
    """At the text, once for each."""
    items = subject.item.items
    if subject.evaluation.source.incomplete or len(items) < _FEWEST:
        return
    names = [half_width(one.project.name) if one.project else "" for one in items]
    known = [
        (name, item)
        for name, item in zip(names, items, strict=True)
        if len(name) >= _SHORTEST and sum(name in other for other in names) == 1
    ]
    for text in subject.texts.prose.within(_PARTS):
        if _SIGNS.search(text.plain):
            result = next(_of_text(text, known, items), None)
            if result:
                yield result


def _of_text(
    text: Passage, known: Sequence[tuple[str, Item]], items: Sequence[Item]
) -> Iterator[Result]:
    for sentence in text.sentences:
        if _OTHERWISE.search(sentence):
            continue
        for name, item in known:
            at = sentence.find(name)
            if at >= 0:
                yield from _of_item(text, sentence, at, name, item)
                yield from _of_columns(text, sentence, at, name, item, [n for n, _ in known])
        yield from _of_count(text, sentence, items)


def _of_item(text: Passage, sentence: str, at: int, name: str, item: Item) -> Iterator[Result]:
    behind, total = sentence[at + len(name) :], item.result.total
    points, rate = _POINTS.match(behind), _RATE.match(behind)
    rates = _rates(item)
    if points and total is not None and number_of(points[1]) != total:
        yield _result(text, f"{name}{points[0]}", f"「{name}」总分是 {total}分", str(total))
    elif rate and rates and not any(fits(number_of(rate[1]), one) for one in rates):
        due = f"{rates[0].quantize(Decimal('0.01')).normalize():f}%"
        yield _result(text, f"{name}{rate[0]}", f"「{name}」是 {due}", due)
    bound = _NAMED.search(sentence[:at])
    if bound and bound["unit"] == "分" and total is not None and _is_told(bound):
        least, most = _within(bound, [total])
        if not least and not most:
            said = f"{bound[0]}{name}"
            yield _result(text, said, f"「{name}」总分是 {total}分", str(total))


def _of_columns(
    text: Passage, sentence: str, at: int, name: str, item: Item, names: Sequence[str]
) -> Iterator[Result]:
    """What is told of an item's own columns, up to where another item is named."""
    behind = sentence[at + len(name) :]
    ends = (behind.find(other) for other in names if other != name)
    own = behind[: min((end for end in ends if end >= 0), default=len(behind))]
    yield from _of_money(text, own, name, item)
    for column in columns(item):
        told = list(mentions(column, own))
        if told and not any(one.is_right for one in told) and told[0].is_clear:
            said = own[told[0].start : told[0].end]
            listed = f"「{name}」的「{column.name}」是 {column.said}"
            yield _result(text, said, listed, column.said)


def _of_money(text: Passage, own: str, name: str, item: Item) -> Iterator[Result]:
    """What is told of an item's money in the words of its columns."""
    funds = item.funds
    known = [one for stage in STAGES if funds and (one := funds.amount(stage))]
    for match in _MONEY.finditer(own):
        stage = next(stage for stage in STAGES if stage.label == (match["stage"]))
        due, told = funds.amount(stage) if funds else None, amount_of(match[2], match[3])
        is_other = any(one.to(told.unit).value == told.value for one in known)
        if due is None or told.fits(due) or is_other or _UNSURE.search(own[: match.start()]):
            continue
        yield _result(text, match[0], f"「{name}」{stage.label}是 {due}", str(due))
        return


def _of_count(text: Passage, sentence: str, items: Sequence[Item]) -> Iterator[Result]:
    for match in _COUNTED.finditer(sentence):
        if not _is_told(match):
            continue
        values: list[Decimal] = []
        for item in items:
            own = [item.result.total] if match["unit"] == "分" else _rates(item)[:1]
            values += [one for one in own if one is not None]
        if len(values) < len(items) or (match["unit"] == "%" and not match["what"]):
            continue
        told = counted(match[match.re.groups])
        least, most = _within(match, values)
        if told not in (least, most):
            yield _result(text, match[0], f"名单上有 {most} 个", str(most))


def _is_told(bound: re.Match[str]) -> bool:
    """Whether it says on which side of a figure."""
    return bool(bound["below"] or bound["above"] or bound["side"])


def _within(bound: re.Match[str], values: Sequence[Decimal]) -> tuple[int, int]:
    """How many are on the side that is told: without those that are just so much, and with them."""
    number = number_of(bound["n"])
    is_below = bool(bound["below"]) or bound["side"] == "以下"
    beyond = sum(one < number if is_below else one > number for one in values)
    return beyond, beyond + sum(one == number for one in values)


def _rates(item: Item) -> Sequence[Decimal]:
    """What was spent of its money in per cent, by each base, and the rate that it prints."""
    total = item.funds.stated_total if item.funds else None
    spent = total.spent if total else None
    if total is None or spent is None:
        return ()
    bases = [total.at(base) for base in (*BASES, Stage.ISSUED)]
    found = [percentage(spent, base) for base in dict.fromkeys(bases) if base]
    return [one for one in (*found, total.printed_rate) if one is not None]


def _result(text: Passage, said: str, listed: str, due: str) -> Result:
    return Result(
        text.path,
        f"文字写「{text.as_typed(said) or said}」，名单上{listed}",
        "请核对文字与名单，改为一致",
        said,
        due,
    )
