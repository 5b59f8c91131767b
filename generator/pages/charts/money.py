"""Budget against spending, one bar for each source, department or year."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.model.fund_rows import Stage
from generator.model.funds import Funds
from generator.pages.charts.bars import BarChart, BarItem, BarWords, Marks, bar_chart
from generator.values.money import Amount, Unit, grouped

_WORDS = BarWords("支出", "预算", "超出预算", "项没有可比的预算和支出，见表")
Line = tuple[str, Amount | None, Amount | None]
"""A name, its budget and what was spent."""


def money_chart(
    name: str, subject: str, lines: Iterable[Line], unit: Unit = Unit.WAN_YUAN, *,
    fewest: int = 1, as_stated: bool,
) -> BarChart | None:  # fmt: skip
    """Lines without a budget or without spending are left to the table, which is said.

    Fewer make no chart. With `as_stated` spending over the budget is not marked.
    """
    given = tuple(lines)
    items = [item for line in given for item in _item(*line, unit)]
    if len(items) < fewest:
        return None
    return bar_chart(
        name,
        f"{subject}（单位：{unit.label}）",
        _WORDS,
        items,
        Marks(0) if as_stated else Marks.EXCESS,
        len(given) - len(items),
    )


def _item(name: str, budget: Amount | None, spent: Amount | None, unit: Unit) -> Iterator[BarItem]:
    if budget is None or spent is None:
        return
    whole, part = budget.to(unit).value, spent.to(unit).value
    yield BarItem(
        name, part, whole, f"{grouped(part)} / {grouped(whole)}",
        f"支出 {grouped(part)}{unit.label}，预算 {grouped(whole)}{unit.label}",
    )  # fmt: skip


def funds_chart(funds: Funds, name: str, *, as_stated: bool) -> BarChart | None:
    """Each source of an evaluation, where there are several, and their total."""
    stage = funds.budget_stage
    lines = [
        (row.source, _amount(row.at(stage), funds), _amount(row.at(Stage.SPENT), funds))
        for row in funds.rows
    ]
    whole = ("合计", funds.budget, funds.spent)
    shown = [*lines, whole] if len(lines) > 1 else [whole]
    return money_chart(name, f"支出与{stage.label}", shown, funds.unit, as_stated=as_stated)


def _amount(value: Decimal | None, funds: Funds) -> Amount | None:
    return None if value is None else Amount(value, funds.unit)
