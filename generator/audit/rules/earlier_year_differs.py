"""往年数与往年文件不符。

按年度列出的往年支出，与那一年的文件写的合计不同；或者“上年完成值”一栏的数，与上年的文件写的完成
值不同，没有说明。

原因：同一年花的钱、做成的事，前后两份文件写成两个数；或者往年数有调整，应当说明。

公式：按年度各行中早于本记录年度的一年，同一项目那一年的同类文件（或「关联」所指、那一年的文件）写
有支出合计，两数换算成同一单位后不相等（允许各自末位数的一半）。那一年的文件是事前、运行监控的，或
者跨年度而没有分年度列出的，以及资金「说明」提到调整、更正、口径、核减、审计等的，不核对。指标有“
上年完成值（上年实际、去年完成值等）”一栏，上一年度同一项目的事后文件（跟踪评价看截至年底的）有名
称、计量单位都相同的一项（两份里各只一项），完成值是一个数而与这一栏的数不同的（允许末位数的一半），
也提示；这一行的说明提到调整、更正、口径等的除外。

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
from generator.audit.dossier.last_year import by_name, last_year
from generator.catalog import Catalog, Entry
from generator.diagnostics import Severity
from generator.intake.records import Matter
from generator.model.fund_rows import Stage
from generator.model.funds import Funds
from generator.model.kinds import Timing
from generator.values.lazily import lazily
from generator.values.money import Amount, half_digit, parse, rounding

SEVERITY = Severity.WARNING
NEEDS = (needs.EARLIER,)

_REVISED = lazily("调整|更正|重分类|口径|核减|审计|修正|重新")


def check(document: Entry, catalog: Catalog) -> Iterator[Result]:
    """At the amount spent of the earlier year."""
    for entry in catalog.items(document):
        yield from _of_rows(catalog, entry)
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


def _of_rows(catalog: Catalog, entry: Entry) -> Iterator[Result]:
    """At the column of a row, where last year's document has another outcome of its name."""
    own = by_name(entry.matter.item)
    told = {name: last for name, row in own.items() if (last := last_year(row.indicator))}
    before, _ = catalog.neighbours(entry) if told else (None, None)
    if before is None or before.year != entry.year - 1 or not _tells_year_end(before):
        return
    rows = by_name(before.matter.item)
    for name, last in told.items():
        row, then = own[name], rows[name].indicator if name in rows else None
        said, done = parse(last), then.actual_number if then else None
        if then is None or said is None or done is None:
            continue
        is_alike = then.counted_in == row.indicator.counted_in
        notes = f"{row.indicator.explanation or ''}{row.indicator.deviation_reason or ''}"
        near = max(half_digit(said), half_digit(done))
        if is_alike and abs(said - done) > near and not _REVISED.search(notes):
            yield Result(
                (*entry.at, *row.at("extra")),
                f"{row.name}上年完成值写 {last}，{before.year} 年的文件（{before.record.path}）"
                f"写 {then.actual_shown}",
                "请核对；往年数有调整的，在这一行的「说明」中写明",
                last,
                then.actual_shown,
            )


def _tells_year_end(entry: Entry) -> bool:
    """Whether its actual values are those of the year's end."""
    period, timing = entry.matter.item.period, entry.kind.timing
    if timing is Timing.DURING and not entry.kind.likelihoods:
        return bool(period and period.end == date(entry.year, 12, 31))
    return timing is Timing.AFTER


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
