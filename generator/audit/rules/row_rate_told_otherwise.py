"""文字写的某一来源的执行率与资金表不同。

一句话点名资金表的一行，写的执行率或到位率，这一行算不出来。

原因：差错出在文字，读者一算就知道；写在问题里的，责任也就算错了。

公式：正文、问题、绩效目标、结论和资金说明的一句话里，恰好写有资金表一行（来源、用途、地区）的名称
（三个字以上），后面写“执行率（支出率、支付率、到位率、支出进度）只有（为、是、仅）N%”：这一行的支
出或到位与各项预算、到位之比，以及这一行印的比率都不等于它，全表其他各行和合计也没有这个比率的，提
示。一种明细不少于三行，各行都印了执行率，一个分句写“某地（某来源）执行率最低（最高）”，另有一行更
低（更高）的，也提示。句中写有上年、截至、年份、季度、目标、要求、低于、高于的，不核对。

依据：同一数据前后一致，是公文核对的通行要求。只作提示。

反例：区级配套预算 150 万元，支出 60 万元，问题写“区级配套资金执行慢，执行率只有45%”（应为 40%）。

正例：同上，写“执行率只有40%”。

改法：核对文字与资金表，改为一致。
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.told import FIELDS
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.fund_rows import BASES, FundAmounts, Stage
from generator.values.lazily import lazily
from generator.values.money import UNSIGNED, fits, number_of, percent, percentage
from generator.values.text import half_width

SEVERITY = Severity.HINT
NEEDS = (needs.UNDER_WAY, needs.UNDIVIDED, needs.FUNDS)

_RATE = lazily(
    rf"(执行率|支出率|支付率|到位率|支出进度|执行进度)(?:只有|仅有|仅为|仅|为|达到?|是)?\s?({UNSIGNED})\s?%",
    re.ASCII,
)
_LIMITED = lazily(
    r"上年|去年|往年|截[至止]|[0-9]{4}年|季度|半年|月|目标|要求|低于|高于|不足|以[上下]|约|批"
)
_CALLED = lazily(
    "(?P<who>[^，,。；;\n]{2,20}?)的?(?:预算|资金)?(?:执行率|支出率|支出进度|执行进度)最(?P<way>[高低])"
)
_OF_SOME = lazily("除|上年|去年|县区?中|类|组|之一|个")
_FEWEST = 3
_SHORTEST = 3


def check(subject: Subject) -> Iterator[Result]:
    """At the text, once for each."""
    texts = [one for one in subject.texts.prose.within(FIELDS) if _RATE.search(one.plain)]
    placed = subject.money.placed if texts else ()
    rows = {half_width(row.name): row for row, _ in placed if len(row.name) >= _SHORTEST}
    yield from _most(subject)
    for text in texts if rows else ():
        for sentence in text.sentences:
            told = _RATE.findall(sentence)
            named = [name for name in rows if name in sentence]
            if len(told) != 1 or len(named) != 1 or _LIMITED.search(sentence):
                continue
            [(word, printed)], [name] = told, named
            stated, due = number_of(printed), tuple(_rates(rows[name], word))
            if not due or sentence.find(name) > sentence.find(word):
                continue
            if not any(fits(stated, rate) for rate in (*due, *_all(subject))):
                yield Result(
                    text.path,
                    f"文字写「{name}」{word} {percent(stated)}，资金表这一行为 {percent(due[0])}",
                    "请核对，改为一致",
                    percent(stated),
                    percent(due[0]),
                )
                break


def _most(subject: Subject) -> Iterator[Result]:
    """Which place or source is told to have the highest or lowest rate, where all have one."""
    for text in subject.texts.prose.within(FIELDS):
        if "最" not in text.plain or subject.item.funds is None:
            continue
        for breakdown in subject.item.funds.breakdowns:
            rows = [(half_width(row.name), row) for row in breakdown.rows if row.name]
            rates = {name: row.printed_rate for name, row in rows}
            known = {name: rate for name, rate in rates.items() if rate is not None}
            if len(known) < max(_FEWEST, len(breakdown.rows)):
                continue
            for match in _CALLED.finditer(text.plain):
                named = [name for name in known if name in match["who"]]
                if len(named) != 1 or _OF_SOME.search(match[0]):
                    continue
                [name] = named
                best = (max if match["way"] == "高" else min)(known.values())
                if known[name] != best:
                    due = next(other for other, rate in known.items() if rate == best)
                    yield Result(
                        text.path,
                        f"文字写「{text.quoted(match)}」，资金表「{due}」{percent(best)}，"
                        f"「{name}」{percent(known[name])}",
                        "请核对，改为一致",
                        name,
                        due,
                    )


def _rates(row: FundAmounts, word: str = "") -> Iterator[Decimal]:
    """What a row gives, and what it prints."""
    parts = (Stage.RECEIVED,) if "到位" in word else (Stage.SPENT, Stage.FORECAST_SPENT)
    for part in parts if word else (Stage.RECEIVED, Stage.SPENT, Stage.FORECAST_SPENT):
        for base in BASES:
            above, below = row.at(part), row.at(base)
            if base is not part and above is not None and below:
                rate = percentage(above, below)
                if rate is not None:
                    yield rate
    if row.printed_rate is not None:
        yield row.printed_rate


def _all(subject: Subject) -> Iterator[Decimal]:
    for row in subject.money.rows:
        yield from _rates(row)
    for part in (Stage.RECEIVED, Stage.SPENT):
        for base in BASES:
            yield from subject.money.rates(part, base)
