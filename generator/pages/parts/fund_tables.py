"""The fund tables of an item: one for each way in which its money is broken down."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.model.figures import Figure
from generator.model.fund_rows import Fund, FundAmounts, FundUse, Stage
from generator.model.funds import Funds
from generator.pages.parts.added import cells_of, labels_of
from generator.values.money import grouped, printed

_INDENTED = 2
"""Steps by which rows may stand below others."""


@dataclass(frozen=True, slots=True)
class FundLine:
    """One row: what it is of, its amounts by stage, and what else the form prints beside them."""

    name: str
    depth: int
    """How far below a row that contains it; never added to that one."""
    amounts: Sequence[Decimal | None]
    before: Sequence[str]
    behind: Sequence[str]


@dataclass(frozen=True, slots=True)
class FundTotal:
    """The total row: what is stated beside what the rows add up to."""

    figures: Sequence[tuple[Stage, Figure]]
    before: Sequence[str]
    behind: Sequence[str]


@dataclass(frozen=True, slots=True)
class FundTable:
    """One breakdown of the money."""

    title: str
    heading: str
    unit: str
    stages: Sequence[str]
    before: Sequence[str]
    """Columns of text between the name and the amounts."""
    behind: Sequence[str]
    """Columns behind the amounts."""
    lines: Sequence[FundLine]
    total: FundTotal | None


@dataclass(frozen=True, slots=True)
class _Breakdown:
    title: str
    heading: str
    rows: Sequence[FundAmounts]


def fund_tables(funds: Funds, spent: str) -> tuple[FundTable, ...]:
    """The tables of what is there, by source first; `spent` is what this kind calls spending."""
    breakdowns = [
        _Breakdown("资金来源与使用", "资金来源", funds.rows),
        _Breakdown("资金按用途", "用途", funds.by_use),
        _Breakdown("资金按年度", "年度", funds.by_year),
        _Breakdown("资金按地区", "地区", funds.by_place),
    ]
    given = [one for one in breakdowns if one.rows]
    if not given and funds.stated_total is not None:
        given = breakdowns[:1]
    return tuple(_table(funds, one, spent, first=n == 0) for n, one in enumerate(given))


def _table(funds: Funds, breakdown: _Breakdown, spent: str, *, first: bool) -> FundTable:
    """The first table has the total row as stated; the others add up to the same."""
    rows = tuple(_tree(breakdown.rows, 0))
    plain = [row for row, _ in rows]
    total = funds.stated_total if first else None
    every = [*plain, *([total] if total else [])]
    stages = tuple(s for s in Stage if any(row.at(s) is not None for row in every))
    before, behind = _before(plain), _behind(every)
    return FundTable(
        breakdown.title,
        breakdown.heading,
        funds.unit.label,
        tuple(spent if stage is Stage.SPENT else stage.label for stage in stages),
        before,
        behind,
        tuple(
            FundLine(
                row.name,
                min(depth, _INDENTED),
                tuple(row.at(stage) for stage in stages),
                _texts(row, before),
                _texts(row, behind),
            )
            for row, depth in rows
        ),
        _total(funds, breakdown, stages, (before, behind), stated=first),
    )


def _total(
    funds: Funds, breakdown: _Breakdown, stages: Sequence[Stage],
    columns: tuple[Sequence[str], Sequence[str]], *, stated: bool,
) -> FundTotal | None:  # fmt: skip
    if len(breakdown.rows) == 1 and not (stated and funds.stated_total):
        return None
    figures = tuple(
        (stage, funds.total(stage) if stated else funds.beside_total(breakdown.rows, stage))
        for stage in stages
    )
    row = (funds.stated_total if stated else None) or FundAmounts()
    before, behind = columns
    return FundTotal(figures, tuple("" for _ in before), _texts(row, behind))


def _tree(rows: Iterable[FundAmounts], depth: int) -> Iterator[tuple[FundAmounts, int]]:
    for row in rows:
        yield row, depth
        yield from _tree(row.parts, depth + 1)


def _before(rows: Sequence[FundAmounts]) -> tuple[str, ...]:
    return _given(rows, ("文号", "内容", "数量", "单价"))


def _behind(rows: Sequence[FundAmounts]) -> tuple[str, ...]:
    fixed = _given(rows, ("执行率", "分值", "得分", "完成情况", "说明"))
    return (*fixed, *labels_of(row.extra for row in rows))


def _given(rows: Sequence[FundAmounts], labels: Iterable[str]) -> tuple[str, ...]:
    return tuple(label for label in labels if any(_text(row, label) for row in rows))


def _texts(row: FundAmounts, labels: Sequence[str]) -> tuple[str, ...]:
    added = dict(zip(labels, cells_of(row.extra, labels), strict=True))
    return tuple(_text(row, label) or added[label] for label in labels)


def _text(row: FundAmounts, label: str) -> str:
    """What stands in a column of text, empty where nothing does."""
    numbers = {"执行率": row.rate, "分值": row.weight, "得分": row.score}
    if label in numbers:
        number = numbers[label]
        return "" if number is None else printed(number)
    return {"说明": row.note, **_own(row)}.get(label) or ""


def _own(row: FundAmounts) -> dict[str, str | None]:
    """What only a source has, or only a use."""
    match row:
        case Fund():
            return {"文号": row.document}
        case FundUse():
            quantity = "" if row.quantity is None else grouped(row.quantity)
            price = None if row.unit_price is None else grouped(row.unit_price)
            return {
                "内容": row.content,
                "完成情况": row.done,
                "数量": f"{quantity}{row.quantity_unit or ''}",
                "单价": price,
            }
    return {}
