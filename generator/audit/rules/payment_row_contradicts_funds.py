"""资金指标与资金表不符。

资金支付率、资金到位率、足额拨付率、预算执行率等指标的完成值，与资金表算出的任何一个比率都不相符。

原因：同一笔钱付了多少，资金表写的是金额，指标写的是比率，两处应当是一回事；写满分的比率最常见。

公式：|完成值 − 资金表的比率| ≤ 完成值末位数的一半。支付率、使用率、执行率可以是支出除以任何一种预
算、到位或发行，到位率可以是到位除以任何一种预算，拨付率两者都可以；各行自己的比率、报告列示的比率
也算，与其中一个相符就不报告；完成值只用文字写资金“全部支付（支出、执行完毕）”“没有结转（结余）”，
而合计和每一项来源的支出都少于它所有的预算、到位的，也报告；超过 100% 印作 100% 的不报告。只看完成
值是百分数的。评分标准或说明写明按合同、进度、申请等计算的，与及时有关的，不核对。按比例计分的预算
执行指标由 execution-score-mismatch核对。

依据：资金到位率、预算执行率等指标按资金表的金额计算（财预〔2013〕53号、财预〔2020〕10号的指标解释
）。

反例：全年预算 400 万元，支出 332 万元（83%），「资金支付率」完成值 100%，得满分。

正例：同上，「资金支付率」完成值 83%；到位 332 万元的，写 100% 也可以。

改法：核对完成值与资金表；算法不同的，在“说明”中写明。
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result, Unjudged
from generator.audit.dossier.rows import Row
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.fund_rows import BASES, Stage
from generator.model.funds import Funds
from generator.values.lazily import lazily
from generator.values.money import percent, percentage, rate_fits

SEVERITY = Severity.WARNING
NEEDS = (needs.UNDER_WAY, needs.FUNDS, needs.ROWS, needs.ACTUALS)

_WHOSE = "(?:项目|年度|本年|当年|全年|财政|专项|债券|补助|预算){0,2}"
_BRACKETED = "(?:[（(][^（）()]{0,20}[）)])?"
_PAYING = lazily(
    rf"{_WHOSE}(?:(?:资金|经费|预算)(?:支付|使用|支出|执行|支付完成|支出完成)|支付)率{_BRACKETED}"
)
_GIVING = lazily(rf"{_WHOSE}(?:资金|经费)?(?:足额)?拨付(?:到位)?率{_BRACKETED}")
_ARRIVING = lazily(rf"{_WHOSE}(?:资金|经费)(?:足额)?到位率{_BRACKETED}")
_OTHERWISE = lazily("合同|进度|申请|申报|应付|应支|审核|审批|结算|及时|时限|季度|按月|上年")
"""What else a rate may be of, or by."""

_ALL = lazily(
    r"(?:资金|经费|预算)[^\d，。；;未不没非尚]{0,6}全部"
    r"(?:(?:支付|支出|执行|使用)(?:完毕|完成|到位|完)?|用完)(?=[，,。；;、)）]|$)"
    r"|(?:资金|经费|预算)[^\d，。；;]{0,16}(?:没有|无)(?:结转结余|结余结转|结转|结余)(?:资金)?"
    r"(?=[，,。；;、)）]|$)"
)
"""Words that nothing is left of the money."""
_OF_PART = lazily("到位|上年|去年|往年|合同|工程款|[已所]下达|其中")

_Division = tuple[Stage, Stage]
_SPENDING: Sequence[_Division] = tuple((Stage.SPENT, base) for base in BASES)
_ARRIVAL: Sequence[_Division] = tuple(
    (Stage.RECEIVED, base) for base in BASES if base is not Stage.RECEIVED
)


def check(subject: Subject) -> Iterator[Result | Unjudged]:
    """At the actual value of each row about paying."""
    funds = subject.item.funds
    for row in subject.leaves if funds else ():
        if funds is not None and _says_all(row.indicator.actual or ""):
            yield from _all_paid(subject, funds, row)
            continue
        divisions = _divisions(subject, row)
        if funds is None or not divisions or row.indicator.is_not_applicable:
            continue
        actual = row.indicator.actual_number if row.indicator.counted_in == "%" else None
        computed = [(one, rate) for one in divisions for rate in _rates(subject, funds, one)]
        if actual is None:
            yield Unjudged(f"{row.name}的完成值不是百分数")
        elif not computed:
            yield Unjudged(f"{row.name}要用的金额资金表没有列出")
        elif not any(
            rate_fits(actual, rate) for rate in (*_printed(funds), *(rate for _, rate in computed))
        ):
            yield _found(funds, row, actual, *computed[0])


def _divisions(subject: Subject, row: Row) -> Sequence[_Division]:
    """What the rate in a row may divide; nothing for a row about something else."""
    name, framed = row.indicator.name, subject.framed(row)
    is_rate = "率" in name  # most rows are of none, and need not be held against patterns
    if is_rate and _ARRIVING.fullmatch(name):
        return _ARRIVAL
    if is_rate and _GIVING.fullmatch(name):
        return (*_SPENDING, *_ARRIVAL)
    if framed is not None and framed.is_proportional_execution:
        return ()
    is_paying = (is_rate and _PAYING.fullmatch(name)) or subject.frame.is_execution(name)
    return _SPENDING if is_paying else ()


def _says_all(actual: str) -> bool:
    """Whether words say that nothing is left, of all the money there was."""
    match = None if actual.isascii() else _ALL.search(actual)
    return match is not None and not _OF_PART.search(actual[: match.start()] + match[0][:-2])


def _all_paid(subject: Subject, funds: Funds, row: Row) -> Iterator[Result]:
    """Where words say that all is paid, and no total and no source was spent whole."""
    spent = subject.money.shown.get(Stage.SPENT)
    bases = [(b, subject.money.shown[b]) for b in BASES if b in subject.money.shown]
    if spent is None or not bases or any(spent.value >= base.value for _, base in bases):
        return
    sources = [(one.spent, one.at(base)) for one in funds.rows for base in BASES]
    if any(done is not None and whole is not None and done >= whole for done, whole in sources):
        return
    base, whole = bases[0]
    yield Result(
        row.at("actual"),
        f"{row.name}完成值写「{row.indicator.actual_shown}」，而资金表支出 {spent}，"
        f"{base.label} {whole}",
        "请核对文字与资金表",
        row.indicator.actual_shown,
        str(spent),
    )


def _rates(subject: Subject, funds: Funds, division: _Division) -> Iterator[Decimal]:
    """Of the totals, then of each row."""
    part, base = division
    yield from subject.money.rates(part, base)
    for row in funds.all_rows:
        above, below = row.at(part), row.at(base)
        if above is not None and below and (rate := percentage(above, below)) is not None:
            yield rate


def _printed(funds: Funds) -> Iterator[Decimal]:
    """The rates that the report itself prints beside its money."""
    stated = funds.stated_rates
    for one in (stated.execution, stated.arrival):
        if one is not None:
            yield one.value
    for row in funds.all_rows:
        if row.printed_rate is not None:
            yield row.printed_rate


def _found(
    funds: Funds, row: Row, actual: Decimal, division: _Division, rate: Decimal
) -> Result | Unjudged:
    told = f"{row.indicator.scoring_rule or ''}{row.indicator.explanation or ''}"
    if _OTHERWISE.search(told):
        return Unjudged(f"{row.name}写明了另外的算法")
    part, base = division
    return Result(
        row.at("actual"),
        f"{row.name}完成值 {percent(actual)}，资金表{part.label} {funds.amount(part)} ÷ "
        f"{base.label} {funds.amount(base)} = {percent(rate)}",
        "请核对完成值与资金表；算法不同的，请在「说明」中写明",
        percent(actual),
        percent(rate),
    )
