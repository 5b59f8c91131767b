"""Faults in what a fund table has beside its sources: other cuts, balances, prices, signs."""

import re
from decimal import Decimal

from generator.demo.dice import Dice
from generator.demo.facts import Facts
from generator.demo.faults.blocks import UNITS, block, entries
from generator.demo.faults.kinds import FaultKind, Paper
from generator.demo.purse import STAGES, Purse
from generator.demo.rows import placed
from generator.source import At, Plain
from generator.values.money import rounded

_MOVED = re.compile("收回|上缴|退回|调剂|缴回|追减|结转")
_QUANTITIES = (7, 12, 16, 23)
_DEARER = Decimal("1.37")
"""No number of months or days, and no slip of a unit."""
_ALL = 100
_RATES = re.compile("支付率|到位率")


def _amount(number: Decimal) -> str:
    return f"{number.normalize():f}"


def uses(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """What was spent adds up to another sum by use than by source, and no total decides."""
    if facts.purse.totals is not None:
        return None
    spent = facts.purse.total("spent")
    more = Decimal(dice.between(2, 9))
    first = rounded(spent * dice.between(30, 60) / 100, 2)
    block(data, "funds")["by_use"] = [
        {"use": "设备和材料购置", "spent": _amount(first)},
        {"use": "组织实施与验收", "spent": _amount(spent - first + more)},
    ]
    return ("funds", "by_use")


def twice(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """One use stands in the table twice."""
    del dice
    funds, spent = block(data, "funds"), facts.purse.total("spent")
    half = rounded(spent / 2, 2)
    if "by_use" in funds or half * 2 != spent or not half:
        return None
    funds["by_use"] = [{"use": "设备和材料购置", "spent": _amount(half)} for _ in range(2)]
    return ("funds", "by_use", 1)


def balance(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """What is left over by one row is not what it got less what it spent."""
    funds = block(data, "funds")
    if _MOVED.search(str(funds)):
        return None
    row, money = entries(funds, "rows")[0], facts.purse.rows[0]
    left = {money.at(stage) - money.spent for stage in STAGES}
    wrong = max(left) + dice.between(2, 9)
    row["balance"] = _amount(wrong)
    return ("funds", "rows", 0, "balance")


def price(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """Quantity times price is not the amount beside them."""
    budget = facts.purse.total("adjusted_budget")
    quantity = dice.pick(_QUANTITIES)
    dear = rounded(budget / quantity * _DEARER, 2)
    row: Paper = {
        "use": "主体工程及配套设施",
        "quantity": str(quantity),
        "quantity_unit": "处",
        "unit_price": _amount(dear),
        "adjusted_budget": _amount(budget),
    }
    rows: list[Plain] = [row]
    block(data, "funds")["by_use"] = rows
    return ("funds", "by_use", 0, "adjusted_budget")


def total_investment(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """A column beside the fund table was left in yuan, where the table is in ten thousands."""
    if UNITS[facts.purse.unit] != "万元":
        return None
    most = max(facts.purse.total(stage) for stage in STAGES)
    about = block(data, "project")
    about["extra"] = {"总投资": f"{rounded(most * dice.between(11, 19), 0)}000"}
    data["format"] = "2"
    return ("project", "extra")


def negative(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """The money that a problem is about has a minus before it."""
    del facts
    found = [n for n, one in enumerate(entries(data, "findings")) if "amount" in one]
    if not found:
        return None
    n = dice.pick(found)
    finding = entries(data, "findings")[n]
    finding["amount"] = f"-{finding['amount']}"
    return ("findings", n, "amount")


def paid_in_full(facts: Facts, dice: Dice) -> At | None:
    """All the money is said to have come, and the fund table has less."""
    from_table = [
        (at, row)
        for at, row in placed(facts.rows)
        if row.kind == "到位" and row.missed and _RATES.search(row.name)
    ]
    if not from_table or not _is_short(facts.purse):
        return None
    at, row = dice.pick(from_table)
    row.actual, row.score, row.missed = "100", row.weight, False
    row.reason = row.measure = None
    facts.conclude()
    return None if facts.is_full else (*at, "actual")


def _is_short(purse: Purse) -> bool:
    """Whether no amounts and no rate that is printed say that all of it came."""
    amounts = [(row.at("initial_budget"), row.at("adjusted_budget"), row) for row in purse.rows]
    lacking = all(row.received < initial and row.received < full for initial, full, row in amounts)
    return lacking and _ALL not in (purse.execution, purse.arrival)


def nothing(data: Paper, facts: Facts, dice: Dice) -> At | None:
    """A table in which there was no money at all, and nobody says so."""
    del facts, dice
    funds = block(data, "funds")
    name = next(name for name in ("rows", "by_year") if name in funds)
    for row in entries(funds, name):
        row |= {stage: "0" for stage in (*STAGES, "forecast_spent") if stage in row}
    return ("funds", name, 0, "adjusted_budget")


KINDS = (
    FaultKind("breakdowns-disagree", paper=uses),
    FaultKind("row-given-twice", paper=twice),
    FaultKind("balance-mismatch", paper=balance),
    FaultKind("quantity-times-price", paper=price),
    FaultKind("amount-in-another-unit", paper=total_investment),
    FaultKind("negative-amount", paper=negative),
    FaultKind("payment-row-contradicts-funds", paid_in_full),
    FaultKind("rate-not-computable", paper=nothing, beside=("follow_up", "monitoring")),
)
