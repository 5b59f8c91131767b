"""结余与到位、支出不符。

资金表写明的结余，不是到位（或预算、发行）减去支出的余数。

原因：结余关系到钱还剩多少、要不要收回，应当能由同一行的数字算出来。

公式：结余 = 到位 − 支出；同一行有预算或发行的，等于预算 − 支出、发行 − 支出也可以，有预计支出的，
减预计支出也可以；与其中一个相符就不报告。允许末位数一个单位的舍入误差，末位按这一行最细的数计；
都是整数的，须正好相等。名称、说明中有收回、上缴、结转、退回、调剂等字样的行，连同它所在的资金表
的合计，另有金额栏目的行，结余可能另有来去，不核对。按年度的各行，余数加上一年的结余、各年累计的
余数都算相符，其他各年都相符、各年结余相加不等于合计才报告；支出超过到位和预算的，由
spent-over-budget 报告。先看各行，各行都相符才看合计；合计与各行之和不符的，由
money-parts-do-not-add-up 报告，与其中一个数相符即可。

依据：结余为收入减支出的余额，是行政事业单位会计和报表的通行算法。

反例：到位 100 万元，支出 88 万元，结余写 15 万元。

正例：同上，结余写 12 万元。

改法：核对结余与这一行的金额；有收回、上缴或结转的，在说明中写明。
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result, Unjudged
from generator.audit.subject import Subject
from generator.diagnostics import Severity
from generator.model.fund_rows import BASES, FundAmounts, Stage
from generator.model.funds import Funds, added
from generator.source import At
from generator.values.lazily import lazily
from generator.values.money import Amount, last_digit

SEVERITY = Severity.WARNING
NEEDS = (needs.UNDER_WAY, needs.FUNDS, needs.BALANCE, needs.SPENT)

_FEWEST = 2
_TAKEN = (Stage.SPENT, Stage.FORECAST_SPENT)
_TURNED = lazily("收回|上缴|退回|调剂|缴回|追减")
_MOVED = lazily(f"{_TURNED.pattern}|结转")


def check(subject: Subject) -> Iterator[Result | Unjudged]:
    """At the balance of each row, else at that of the total."""
    funds = subject.item.funds
    if funds is None:
        return
    found: list[Result | Unjudged] = []
    for breakdown in funds.breakdowns:
        if breakdown.rows is not funds.by_year:
            found += _of_rows(breakdown.rows, breakdown.at, funds)
    found = found or list(_of_years(funds))
    yield from found
    total = funds.stated_total
    if total is None or found:
        return
    if _is_moved(*funds.all_rows) or _moves(funds):
        if _misses(total):
            yield Unjudged("资金有收回、上缴或结转，「合计」的结余没有核对")
    elif _misses(total) and not _follows(funds):
        yield _result(total, "合计", ("funds", "stated_total"), funds)


def _of_rows(rows: Iterable[FundAmounts], at: At, funds: Funds) -> Iterator[Result | Unjudged]:
    for n, row in enumerate(rows):
        if _misses(row):
            if _is_moved(row) or _moves(funds):
                yield Unjudged(f"「{row.name}」有收回、上缴、结转或另外的金额，结余没有核对")
            else:
                yield _result(row, row.name, (*at, n), funds)
        yield from _of_rows(row.parts, (*at, n, "of_which"), funds)


def _of_years(funds: Funds) -> Iterator[Result]:
    """The one year whose balance is neither its own, nor with what was carried over, nor in all.

    Balances that add up to the total are right by a reckoning that is not printed.
    """
    total = funds.stated_total.balance if funds.stated_total else None
    years = sorted(enumerate(funds.by_year), key=lambda one: one[1].year)
    summed = added(funds.by_year, Stage.BALANCE).value
    if len(years) < _FEWEST or total is None or summed is None or summed == total:
        return
    if _moves(funds) or _is_moved(*funds.by_year):
        return
    wrong: list[tuple[int, FundAmounts]] = []
    before = carried = Decimal(0)
    for n, year in years:
        if year.balance is None or year.spent is None or not (left := _left(year)):
            return
        near = last_digit(year.balance, year.spent)
        due = {one + more for one in left for more in (Decimal(0), before, carried)}
        if all(abs(year.balance - one) > near for one in due):
            wrong.append((n, year))
        before, carried = year.balance, carried + left[0]
    if len(wrong) == 1:
        [(n, row)] = wrong
        yield _result(row, row.name, ("funds", "by_year", n), funds)


def _moves(funds: Funds) -> bool:
    """Whether the table's own words tell of money that went elsewhere, or was carried over.

    What was carried from one year to the next is no money from elsewhere where the table has both.
    """
    told = funds.explanation or ""
    return bool((_TURNED if len(funds.by_year) > 1 else _MOVED).search(told))


def _is_moved(*rows: FundAmounts) -> bool:
    """Whether money went elsewhere than into spending, or came from elsewhere."""
    return any(row.extra or _MOVED.search(f"{row.name} {row.note or ''}") for row in rows)


def _misses(row: FundAmounts) -> bool:
    """Whether the balance is left over by none of the bases, and each has something left."""
    balance, left = row.balance, _left(row)
    if balance is None or not left or row.spent is None:
        return False
    given = [row.at(stage) for stage in (*BASES, *_TAKEN)]
    near = last_digit(balance, *(number for number in given if number is not None))
    is_overspent = all(number < 0 for number in left)
    return not is_overspent and all(abs(balance - number) > near for number in left)


def _left(row: FundAmounts) -> Sequence[Decimal]:
    return [
        base - taken
        for base in map(row.at, BASES)
        for taken in map(row.at, _TAKEN)
        if base is not None and taken is not None
    ]


def _follows(funds: Funds) -> bool:
    """Whether the total's balance fits amounts that its rows give, where its own are the wrong."""
    for breakdown in funds.breakdowns:
        sums = {stage.value: summed.value for stage, summed in breakdown.sums.items()}
        own = funds.stated_total or FundAmounts()
        mixed = own.model_copy(update={k: v for k, v in sums.items() if v is not None})
        for row in (mixed, mixed.model_copy(update={"balance": own.balance})):
            if not _misses(row):
                return True
    return False


def _result(row: FundAmounts, name: str, at: At, funds: Funds) -> Result:
    base = next(stage for stage in (Stage.RECEIVED, *BASES) if row.at(stage) is not None)
    above, spent, balance = (
        Amount(row.at(stage) or Decimal(0), funds.unit)
        for stage in (base, Stage.SPENT, Stage.BALANCE)
    )
    due = Amount(above.value - spent.value, funds.unit)
    return Result(
        (*at, Stage.BALANCE.value),
        f"「{name}」结余 {balance}，{base.label} {above} − 支出 {spent} = {due}",
        "请核对结余与这一行的金额；有收回、上缴或结转的，请在说明中写明",
        str(balance),
        str(due),
    )
