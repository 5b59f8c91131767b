"""文字中的执行率与资金表不符。

文字写的执行率、到位率，资金表的任何两个数都算不出来。

原因：文字和表格往往由不同的人填写，改了一处，另一处没有改。

公式：在正文、绩效目标、结论、问题、资金说明和指标行的文字（完成值、原因、说明）中，只看“预算执行
率”“支出进度”“资金到位率”等字样后面紧跟的百分数。它与资金表同一行（或合计）任何两栏之比、各行
印出的执行率、列示的比率和末级指标的指标值、完成值中的百分数都不相同（允许所写末位数的一半）才报
告；写有“约”“以上”，或所在句说的是其中一部分、别的年份、别的时段的，不核对。一句话自己写了预
算、支出和比率的，三个数应当算得出来。列示比率本身不符的，由 rate-mismatch 报告。

依据：同一数据前后一致，是公文核对的通行要求；执行率 = 支出 ÷ 预算（财预〔2020〕10号所附表式）。

反例：支出 114 万元，预算 120 万元，正文写“预算执行率98%”（应为 95%）。

正例：同上，正文写“预算执行率95%”；写“截至9月，执行率61%”。

改法：核对文字与资金表，改为一致。
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import permutations

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.told import FIELDS, THE_RATE, mentions
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.items import Item
from generator.source import At
from generator.values.lazily import lazily
from generator.values.money import UNSIGNED, fits, number_of, percent, percentage
from generator.values.sentences import said_before
from generator.values.told_money import MONEY, SIGN, amount_of

SEVERITY = Severity.WARNING
NEEDS = (needs.WHOLE, needs.UNDER_WAY)

_NOUN = lazily("执行率|支出率|支付率|到位率|支出进度|执行进度")
_RATE = lazily(
    rf"(?<![\u4e00-\u9fa5]){THE_RATE}"
    rf"({UNSIGNED})\s?%(?!以|左右|[\-—~～至])",
    re.ASCII,
)
"""`预算执行率为98%`, of the whole rather than of something named before it."""

_OWN = lazily(
    rf"(?:预算|安排|下达)[^\d。；，,]{{0,6}}{MONEY}[，,、]"
    rf"[^\d。；，,其]{{0,8}}(?:支出|执行|支付|使用)[^\d。；，,]{{0,4}}{MONEY}[，,、]"
    rf"[^\d。；，,到完]{{0,8}}(?:执行率|支出率|支付率|使用率|控制率|支出进度|执行进度)[^\d。；，,]{{0,3}}({UNSIGNED})\s?%",
    re.ASCII,
)
"""`预算36万元，支出31.2万元，执行率88.6%`: base, part and rate."""
_PARTS = FIELDS | {"indicators"}
_OF_ROWS = frozenset(("actual", "deviation_reason", "score_note", "explanation"))
"""Cells of rows that hold words."""
_FAR = 1_000
"""Signs of a sentence searched for another sum."""


def check(subject: Subject) -> Iterator[Result]:
    """At the text; once for each."""
    known: frozenset[Decimal] | None = None
    said: set[At] = set()
    texts = subject.texts.prose.within(_PARTS) if subject.money.execution_rate is not None else ()
    table = (
        one
        for one in texts
        if (one.path[0] in FIELDS or one.path[-1] in _OF_ROWS) and _NOUN.search(one.plain)
    )
    for text, match in mentions(table, _RATE, subject.year, _PARTS):
        told = number_of(match[2])
        rate = subject.money.execution_rate
        if text.path in said or (rate and any(fits(told, one) for one in rate.figure.known)):
            continue
        known = known or frozenset(_known(subject))
        if any(fits(told, rate) for rate in known):
            continue
        said.add(text.path)
        due = rate.figure.shown if rate and "到位" not in match[1] else None
        shown = "" if due is None else f"{due.quantize(Decimal('0.01'))}%"
        yield Result(
            text.path,
            f"文字写「{text.quoted(match)}」，资金表"
            + (f"为 {shown}" if shown else "算不出这个比率"),
            "请核对，改为一致",
            f"{told}%",
            shown,
        )
    yield from _of_sentences(subject, said)


def _of_sentences(subject: Subject, said: set[At]) -> Iterator[Result]:
    """A rate that its own sentence tells with both amounts."""
    for text in subject.texts.prose.of_money:
        if "%" not in text.plain or text.path in said:
            continue
        for match in _OWN.finditer(text.plain):
            if SIGN in said_before(text.plain, match.start(), far=_FAR):
                continue  # another sum stands before, of which the rate may be
            base, part = amount_of(match[1], match[2]), amount_of(match[3], match[4])
            told = number_of(match[5])
            rate = percentage(part.to(base.unit).value, base.value)
            if rate is None or fits(told, rate):
                continue
            said.add(text.path)
            yield Result(
                text.path,
                f"文字写「{text.quoted(match)}」，{part} ÷ {base} = {percent(rate)}",
                "请核对比率与金额",
                f"{told}%",
                percent(rate),
            )
            break


def _known(subject: Subject) -> Iterator[Decimal]:
    """Every rate that the report gives or that follows from two of its amounts."""
    for item in (subject.item, *(matter.item for matter in subject.matter.below)):
        yield from _of_funds(item)
        for leaf in item.leaves():
            for cell in (leaf.aim, leaf.done):
                if cell.has_figure and cell.unit == "%":
                    yield cell.number


def _of_funds(item: Item) -> Iterator[Decimal]:
    funds = item.funds
    if funds is None:
        return
    stated = (funds.stated_rates.arrival, funds.stated_rates.execution)
    yield from (rate.value for rate in stated if rate)
    rows = (*funds.all_rows, *(part for row in funds.all_rows for part in row.parts))
    for row in rows:
        if row.printed_rate is not None:
            yield row.printed_rate
        yield from _of_amounts([*row.amounts.values()])
    yield from _of_amounts(
        [shown for total in funds.totals.values() if (shown := total.shown) is not None]
    )


def _of_amounts(amounts: Iterable[Decimal]) -> Iterator[Decimal]:
    for part, whole in permutations(amounts, 2):
        if (rate := percentage(part, whole)) is not None:
            yield rate
