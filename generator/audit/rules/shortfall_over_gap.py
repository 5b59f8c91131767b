"""少到位的钱多于资金表的缺口。

文字写少到位（或未支出）多少钱，比资金表里预算减到位（或减支出）的差额还多。

原因：差额就在资金表里；文字多半是从草稿抄来的，或者写错了一位。

公式：一句话写“少到位、未到位、缺口”或“未支出、未使用、未支付”后面紧跟一个金额，这个金额大于资金表
各行、合计的预算（年初、全年）减到位，或者预算、到位减支出的每一个差额；小于的可能只是一部分，不提
示。资金表没有到位（支出）的不核对。同一句写有上年、往年、历年、累计、应付、工程款、其他年份的，不
核对；只写了一个年份、资金按年度列有这一年的，与这一年的差额比较。允许末位数的一半。

依据：通行的文字核对要求：文字与表格一致。只作提示。

反例：预算 200 万元，到位 180 万元，问题写“配套资金少到位30万元”。

正例：写“配套资金少到位20万元”。

改法：核对文字和资金表，改正其中有误的一处。
"""

import re
from collections.abc import Iterator, Sequence

from generator.audit import needs
from generator.audit.base import Result
from generator.audit.dossier.quantities import sentence_of
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.fund_rows import FundYear, Stage
from generator.model.funds import Funds
from generator.values.lazily import lazily
from generator.values.money import Amount, rounding
from generator.values.told_money import MONEY, amount_of

SEVERITY = Severity.HINT
NEEDS = (needs.UNDER_WAY, needs.UNDIVIDED, needs.FUNDS, needs.BUDGET)

_TOLD = lazily(
    rf"(?:(少到位|未到位|没有到位|未足额到位|到位缺口|资金缺口)|未支出|未使用|未支付|未执行)"
    rf"(?:资金|金额|数)?[为共计达有]{{0,2}}\s?{MONEY}",
    re.ASCII,
)
_HINT = lazily("未[到足支使执]|少到位|没有到位|缺口")
_LIMITED = lazily("上年|去年|往年|以前|历年|累计|应付|应支|工程款|尾款|合同|欠|(?:19|20)[0-9]{2}年")
_YEAR = lazily("(?<![0-9])((?:19|20)[0-9]{2})年")
_ELSEWHERE = frozenset(("recommendations", "rectification", "uses", "source", "exceptions"))
_BUDGETS = (Stage.INITIAL_BUDGET, Stage.ADJUSTED_BUDGET)


def check(subject: Subject) -> Iterator[Result]:
    """At the text."""
    funds = subject.item.funds
    for text in subject.texts.prose.holding(_HINT) if funds else ():
        if funds is None or text.path[0] in _ELSEWHERE:
            continue
        for match in _TOLD.finditer(text.plain):
            told = amount_of(match[2], match[3])
            sentence = sentence_of(text.plain, match.start())
            years = {int(year) for year in _YEAR.findall(sentence)}
            own = [row for row in funds.by_year if {row.year} == years]
            gaps = _gaps(funds, own, is_arrival=bool(match[1]))
            known = own[0].year if own else subject.year
            if not gaps or _LIMITED.search(sentence.replace(f"{known}年", "")):
                continue
            most = max(gaps, key=lambda gap: gap.value)
            if told.to(most.unit).value - most.value > rounding((told, most), most.unit):
                yield Result(
                    text.path,
                    f"文字写「{text.quoted(match)}」，资金表的差额最多 {most}",
                    "请核对文字和资金表",
                    str(told),
                    str(most),
                )
                break


def _gaps(funds: Funds, own: Sequence[FundYear], *, is_arrival: bool) -> Sequence[Amount]:
    """What is missing of every row, against every budget; and of what came, what was not spent.

    Of the rows of one year nothing but these.
    """
    part = Stage.RECEIVED if is_arrival else Stage.SPENT
    bases = _BUDGETS if is_arrival else (*_BUDGETS, Stage.RECEIVED, Stage.ISSUED)
    every = tuple(own or funds.all_rows)
    if any(row.at(part) is None and any(map(row.at, bases)) for row in every):
        return ()  # what came of some row is not told
    totals = {} if own else {stage: figure.shown for stage, figure in funds.totals.items()}
    rows = [*({s: row.at(s) for s in (part, *bases)} for row in every), totals]
    return [
        Amount(base - done, funds.unit)
        for row in rows
        for stage in bases
        if (done := row.get(part)) is not None and (base := row.get(stage)) is not None
    ]
