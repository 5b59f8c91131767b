"""Faults in the fund table."""

import re
from decimal import Decimal

from generator.demo.dice import Dice
from generator.demo.facts import Facts
from generator.demo.faults.kinds import FaultKind
from generator.demo.purse import Money
from generator.demo.rows import leaves
from generator.source import At

_CENT = Decimal("0.01")
_HIGH = Decimal(96)
_UNSPENT = (
    "预算执行", "率为", "拉低", "支出进度", "支付进度", "执行进度", "未支", "结余", "结转", "尾款",
    "余款", "节约", "节省", "沉淀", "闲置",
)  # fmt: skip
"""Words of prose that tells why money is left."""
_OF_MONEY = re.compile("资金|预算|支出|支付|拨付|执行|结余|进度|经费|尾款|余款|结算")
"""Names of rows whose reason tells it too."""


def _rows_of_money(facts: Facts) -> set[str]:
    """Kinds of rows that follow from the fund table."""
    return {leaf.kind for leaf in leaves(facts.rows)}


def _stated(facts: Facts, stage: str) -> At:
    """Where the total of a stage is printed."""
    if facts.purse.totals is not None:
        return ("funds", "stated_total", stage)
    return ("funds", "rows", 0, stage)


def _first(facts: Facts) -> Money:
    return facts.purse.rows[0]


def _scaled(amount: Decimal, percent: int) -> Decimal:
    return (amount * percent / 100).quantize(_CENT)


def parts(facts: Facts, dice: Dice) -> At | None:
    """The total of the initial budget is not the sum of its sources."""
    totals = facts.purse.totals
    if totals is None or not facts.purse.is_adjusted or len(facts.purse.rows) == 1:
        return None
    totals["initial_budget"] += dice.between(1, 9)
    return ("funds", "stated_total", "initial_budget")


def rate(facts: Facts, dice: Dice) -> At | None:
    """The execution rate printed is not what the amounts give."""
    purse = facts.purse
    if purse.execution is None or not 1 < purse.execution <= _HIGH:
        return None
    purse.execution += dice.between(1, 3)
    return ("funds", "stated_rates", "execution", "value")


def spent_over_budget(facts: Facts, dice: Dice) -> At | None:
    """More was spent than there was."""
    if facts.is_full or _rows_of_money(facts) & {"执行", "结余", "总成本"}:
        return None
    purse, first = facts.purse, _first(facts)
    missing = purse.total("adjusted_budget") - purse.total("spent")
    first.spent += missing + max(_CENT, _scaled(first.adjusted_budget, dice.between(3, 30)))
    purse.state()
    return _stated(facts, "spent")


def arrival(facts: Facts, dice: Dice) -> At | None:
    """More arrived than was planned."""
    purse, first = facts.purse, _first(facts)
    if "到位" in _rows_of_money(facts) or purse.execution_base == "spent_by_received":
        return None
    missing = purse.total("adjusted_budget") - purse.total("received")
    first.received += missing + max(_CENT, _scaled(first.adjusted_budget, dice.between(3, 20)))
    purse.state()
    return _stated(facts, "received")


def low_execution(facts: Facts, dice: Dice) -> At | None:
    """Much money was left over, and nobody says why."""
    purse = facts.purse
    whole = purse.total("received") == purse.total("adjusted_budget")
    if facts.is_full or purse.is_adjusted or not whole or not purse.explanation:
        return None
    told = any(row.reason and _OF_MONEY.search(row.name) for row in leaves(facts.rows))
    if told or _rows_of_money(facts) & {"执行", "结余", "总成本"}:
        return None
    percent = dice.between(45, 80)
    for row in purse.rows:
        row.spent = _scaled(row.received, percent)
    purse.subsidy = None
    purse.state()
    purse.explanation = None
    return ("funds", "explanation")


def adjustment(facts: Facts, dice: Dice) -> At | None:
    """The budget was changed within the year, and nobody says why."""
    del dice
    purse = facts.purse
    whole = purse.total("received") == purse.total("adjusted_budget")
    if not purse.is_adjusted or not whole or purse.execution_rate < _HIGH:
        return None
    purse.explanation = None
    return ("funds", "explanation")


KINDS = (
    FaultKind("money-parts-do-not-add-up", parts),
    FaultKind("rate-mismatch", rate),
    FaultKind("spent-over-budget", spent_over_budget),
    FaultKind("arrival-mismatch", arrival),
    FaultKind("low-execution-without-reason", low_execution, unsaid=_UNSPENT),
    FaultKind("adjustment-without-reason", adjustment, unsaid=("调整", "追加", "收回", "变更")),
)
