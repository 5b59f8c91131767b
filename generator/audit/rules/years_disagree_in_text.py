"""文字中分年度、分来源的金额与资金表不符。

文字写明某一年、某一来源的支出、到位或发行，与资金表那一行的数不同。

原因：分年度、分来源的数在正文里常常另写一遍，改表时容易漏改。

公式：“2024年……支出2203万元”与按年度各行中 2024 年的支出比较；“市级配套到位230万元”与资金表中这一来
源（或地区）的到位比较。年份或行名与金额之间只许隔着“实际”“共”、标点和另一个金额；与资金表任何一个数
相同（允许所写末位数的一半）的不报告。合计由 amounts-disagree-in-text 核对。

依据：同一数据前后一致，是公文核对的通行要求。

反例：按年度列 2024 年支出 2230 万元，正文写“2024年支出2203万元”。

正例：同上，正文写“2024年到位1900万元，支出2230万元”。

改法：核对文字与资金表，改为一致。
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.prose import Passage
from generator.audit.dossier.told import FIELDS
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.fund_rows import FundAmounts, Stage
from generator.source import At
from generator.values.lazily import lazily
from generator.values.money import Amount
from generator.values.text import half_width
from generator.values.told_money import MONEY, amount_of

SEVERITY = Severity.WARNING
NEEDS = (needs.ALONE, needs.UNDER_WAY, needs.FUNDS)

_STAGES: Mapping[str, Stage] = MappingProxyType(
    {"到位": Stage.RECEIVED, "支出": Stage.SPENT, "发行": Stage.ISSUED}
)
_SUM = lazily(
    rf"(?<![少未欠缺差没应])(到位|支出|发行)(?:资金|金额|数)?(?:为|共|计)?{MONEY}",
    re.ASCII,
)
_PLAIN = lazily(
    r"(?:度|年度|全年|资金|合计|共|总|实际|计划|已|：|:|，|,|、|\s"
    r"|(?:到位|支出|发行)(?:资金|金额|数)?(?:为|共|计)?[\d.,]+\s?(?:亿元|万元|元))*"
)
"""What may stand between a row's name and what was spent of it: nothing that names a part."""
_YEAR = lazily(r"20\d\d", re.ASCII)
_SHORTEST = 3


def check(subject: Subject) -> Iterator[Result]:
    """At the text."""
    funds = subject.item.funds
    if funds is None:
        return
    rows: dict[str, FundAmounts] = {half_width(row.name): row for row in funds.by_year}
    others = (row for row in (*funds.rows, *funds.by_place) if len(row.name) >= _SHORTEST)
    rows |= {half_width(row.name): row for row in others}
    prose = subject.texts.prose.plain
    if len(rows) <= 1 or not any(name in prose for name in rows):
        return  # the only row is the total, of which another rule speaks
    for text in subject.texts.prose.of_money:
        if text.path[0] not in FIELDS:
            continue
        for name, stage, amount in _told(text, rows):
            due = rows[name].at(stage)
            if due is None or any(amount.fits(one) for one in subject.money.amounts):
                continue
            due_amount = Amount(due, funds.unit)
            yield _result(text.path, rows[name].name, stage, amount, due_amount)
            break


def _places(sentence: str, rows: Iterable[str]) -> list[tuple[int, str]]:
    """Where the names of rows end in a sentence, in order; of two that end there the longer."""
    found: dict[int, str] = {}
    for name in sorted(rows, key=len):
        start = sentence.find(name)
        while start >= 0:
            found[start + len(name)] = name
            start = sentence.find(name, start + 1)
    return sorted(found.items())


def _told(text: Passage, rows: Iterable[str]) -> Iterator[tuple[str, Stage, Amount]]:
    """Row, stage and amount: each amount belongs to the row named last before it."""
    for sentence, _ in text.told:
        places = _places(sentence, rows)
        for match in _SUM.finditer(sentence):
            before = [place for place in places if place[0] <= match.start()]
            if not before:
                continue
            end, name = before[-1]
            between = sentence[end : match.start(2)]
            if _PLAIN.fullmatch(sentence[end : match.start()]) and not _YEAR.search(between):
                yield name, _STAGES[match[1]], amount_of(match[2], match[3])


def _result(path: At, name: str, stage: Stage, amount: Amount, due: Amount) -> Result:
    message = f"文字写「{name}」{stage.label} {amount}，资金表这一行为 {due}"
    return Result(path, message, "请核对，改为一致", str(amount), str(due))
