"""往年数与往年文件不符。

按年度列出的往年支出，与那一年的文件写的合计不同，没有说明。

原因：同一年花的钱，前后两份文件写成两个数；或者往年数有调整，应当说明。

公式：按年度各行中早于本记录年度的一年，同一项目那一年的同类文件（或「关联」所指、那一年的文件）写有
支出合计，两数换算成同一单位后不相等（允许各自末位数的一半）。那一年的文件是事前、运行监控的，或者跨
年度而没有分年度列出的，以及资金「说明」提到调整、更正、口径、核减、审计等的，不核对。

依据：决算数一经批复即为定数，前后一致是通行的核对要求。

反例：2024 年的跟踪评价写 2023 年支出 1486.5 万元，2023 年的文件写 1406.5 万元。

正例：两份都写 1406.5 万元。

改法：核对两份文件；往年数有调整的，在资金的“说明”中写明。
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from generator.audit import needs
from generator.audit.base import Result
from generator.catalog import Catalog, Entry
from generator.diagnostics import Severity
from generator.intake.records import Matter
from generator.model.fund_rows import Stage
from generator.model.funds import Funds
from generator.model.kinds import Timing
from generator.values.lazily import lazily
from generator.values.money import Amount, rounding

SEVERITY = Severity.WARNING
NEEDS = (needs.YEARLY,)

_REVISED = lazily("调整|更正|重分类|口径|核减|审计")


def check(document: Entry, catalog: Catalog) -> Iterator[Result]:
    """At the amount spent of the earlier year."""
    for entry in catalog.items(document):
        funds = entry.matter.item.funds
        if funds is None or not funds.by_year or _REVISED.search(funds.explanation or ""):
            continue
        for n, row in enumerate(funds.by_year):
            told = _of(catalog, entry, row.year)
            if row.spent is None or told is None:
                continue
            own = Amount(row.spent, funds.unit)
            gap = abs(told.to(funds.unit).value - row.spent)
            if gap > rounding((own, told), funds.unit):
                yield Result(
                    (*entry.at, "funds", "by_year", n, Stage.SPENT.value),
                    f"{row.year} 年支出写 {own}，{row.year} 年的文件写 {told}",
                    "请核对；往年数有调整的，在资金「说明」中写明",
                    str(own),
                    str(told),
                )


def _of(catalog: Catalog, entry: Entry, year: int) -> Amount | None:
    """What was spent by the document of that year, which this one follows."""
    if year >= entry.record.year:
        return None
    named = [
        reference.record.matter
        for reference in catalog.relations.named_by(entry.record)
        if reference.record is not None and reference.record.year == year
    ]
    before, _ = catalog.neighbours(entry)
    if before is not None and before.record.year == year:
        named.append(before.matter)
    whole = (matter for matter in named if _is_of_the_year(matter, year))
    found = {told for one in whole if (told := _spent(one.item.funds, year)) is not None}
    return found.pop() if len(found) == 1 else None


def _is_of_the_year(matter: Matter, year: int) -> bool:
    """Whether a document tells of a whole year: none under way, none of several years together."""
    period, funds = matter.item.period, matter.item.funds
    if matter.kind.likelihoods or matter.kind.timing is Timing.BEFORE:
        return False
    if funds is not None and funds.by_year:
        return True
    if period is None:
        return True
    return period.end == date(year, 12, 31) and period.start == date(year, 1, 1)


def _spent(funds: Funds | None, year: int) -> Amount | None:
    """The total of that year: its row where there are several years, else the whole."""
    if funds is None:
        return None
    years = {row.year: row.spent for row in funds.by_year}
    value: Decimal | None = years.get(year) if years else funds.total(Stage.SPENT).shown
    return None if value is None else Amount(value, funds.unit)
