"""The rows of a fund table: amounts by stage, broken down by source, use, year and place."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from typing import Annotated

from generator.schema.fields import Extra, Model, Money, Number, Share, Whole, label
from generator.values.choices import Choice
from generator.values.money import Printed, percentage


class Stage(Choice):
    """The columns of a fund table."""

    INITIAL_BUDGET = "initial_budget", "年初预算"
    ADJUSTED_BUDGET = "adjusted_budget", "全年预算"
    ISSUED = "issued", "发行"
    RECEIVED = "received", "到位"
    SPENT = "spent", "支出"
    FORECAST_SPENT = "forecast_spent", "预计支出"
    BALANCE = "balance", "结余"


STAGES = tuple(Stage)
"""All of them, in the order of a year; an enumeration itself is slow to go through."""
BASES = (Stage.ADJUSTED_BUDGET, Stage.INITIAL_BUDGET, Stage.RECEIVED, Stage.ISSUED)
"""What spending may be divided by."""


class FundAmounts(Model):
    """One row of amounts, by stage, in the unit of its table, and what the form says beside them.

    The rate of a row and its points are those of the execution of the budget.
    """

    initial_budget: Annotated[Money | None, label("年初预算", "年初批复的预算数", example="55")] = (
        None
    )
    adjusted_budget: Annotated[
        Money | None, label("全年预算", "调整后的全年预算数；没有调整时与年初相同", example="60")
    ] = None
    issued: Annotated[Money | None, label("发行", "截至年底已发行的债券")] = None
    received: Annotated[Money | None, label("到位", "实际到位的资金", example="60")] = None
    spent: Annotated[
        Money | None, label("支出", "全年执行（支出）数；监控为截至期末", example="57")
    ] = None
    forecast_spent: Annotated[
        Money | None, label("预计支出", "全年预计执行数；监控时填写", example="59")
    ] = None
    balance: Annotated[Money | None, label("结余", "到位减支出", example="3")] = None
    rate: Annotated[Share | None, label("执行率", "这一行印的执行率", example="95%")] = None
    weight: Annotated[
        Number | None, label("分值", "执行率的分值印在资金表时填写", unit="分", example="10")
    ] = None
    score: Annotated[
        Number | None, label("得分", "执行率的得分印在资金表时填写", unit="分", example="9.5")
    ] = None
    note: Annotated[
        str | None, label("说明", "这一行的原因或备注", example="含上年结转 3 万元")
    ] = None
    extra: Annotated[Extra, label("其他栏", "原表另有的栏目", columns="funds")] = {}

    def at(self, stage: Stage) -> Decimal | None:
        amount: Decimal | None = getattr(self, stage)  # which is the name of its field
        return amount

    @cached_property
    def amounts(self) -> Mapping[Stage, Decimal]:
        """What stands in its columns; those in which nothing stands are left out."""
        return {stage: amount for stage in STAGES if (amount := self.at(stage)) is not None}

    @property
    def printed_rate(self) -> Decimal | None:
        """The rate in per cent; None too where it has no sign, since 1 may be 1 % or all of it."""
        return Decimal(self.rate) if isinstance(self.rate, Printed) else None

    @property
    def has_points(self) -> bool:
        """Whether it prints points of the execution rate."""
        return self.weight is not None or self.score is not None

    @property
    def prints_rate(self) -> bool:
        """Whether this row or any in it prints its rate."""
        return self.printed_rate is not None or any(part.prints_rate for part in self.parts)

    @property
    def rates(self) -> tuple[Decimal, ...]:
        """What part of each base was spent, or will have been, in per cent; unrounded."""
        return tuple(
            rate
            for spent in (self.spent, self.forecast_spent)
            for base in map(self.at, BASES)
            if spent is not None
            and base is not None
            and (rate := percentage(spent, base)) is not None
        )

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The columns in which this row has an amount."""
        return tuple(self.amounts)

    @property
    def name(self) -> str:
        """What the row is of, as its table names it."""
        return ""

    @property
    def parts(self) -> "tuple[FundAmounts, ...]":
        """Rows that this one contains (其中); never added to it."""
        return ()


class FundSource(Model):
    """Where money comes from."""

    source: Annotated[
        str, label("来源", "资金来源，如 市财政专项资金、上年结转", example="市级夜间开放专项资金")
    ]
    document: Annotated[
        str | None, label("文号", "资金下达文件的文号", example="示财教〔2023〕15号")
    ] = None


class Fund(FundAmounts, FundSource):
    """Money from one source; the source is the first field, as it is the first column."""

    of_which: Annotated[tuple["Fund", ...], label("其中", "这一来源中的一部分，不重复计入")] = ()

    @property
    def name(self) -> str:
        return self.source

    @property
    def parts(self) -> "tuple[Fund, ...]":
        return self.of_which


class Task(Model):
    """What money is used for, how much of it and at what price."""

    use: Annotated[str, label("名称", "用途或任务的名称", example="夜间值班补助")]
    content: Annotated[
        str | None, label("内容", "主要内容", example="两名值班人员的补助，每晚 3 小时")
    ] = None
    done: Annotated[str | None, label("完成情况", "做了什么", example="全年夜间开放 262 天")] = None
    quantity: Annotated[Number | None, label("数量", "数量", example="262")] = None
    quantity_unit: Annotated[str | None, label("计量单位", "数量的单位，如 公里")] = None
    unit_price: Annotated[Money | None, label("单价", "以资金表的单位计")] = None


class FundUse(FundAmounts, Task):
    """Money for one use."""

    of_which: Annotated[tuple["FundUse", ...], label("其中", "这一用途中的一部分")] = ()

    @property
    def is_priced(self) -> bool:
        """Whether this row or any in it prints a price."""
        return self.unit_price is not None or any(part.is_priced for part in self.of_which)

    @property
    def name(self) -> str:
        return self.use

    @property
    def parts(self) -> "tuple[FundUse, ...]":
        return self.of_which


class FiscalYear(Model):
    """One fiscal year."""

    year: Annotated[Whole, label("年度", "预算年度", bounds=(1994, 2099), example="2023")]


class FundYear(FundAmounts, FiscalYear):
    """Money of one fiscal year."""

    @property
    def name(self) -> str:
        return f"{self.year}年"


class FundPlaceName(Model):
    """A county, town or unit that gets money."""

    place: Annotated[str, label("名称", "县区、乡镇或单位", example="示东区")]


class FundPlace(FundAmounts, FundPlaceName):
    """Money of one place."""

    of_which: Annotated[tuple["FundPlace", ...], label("其中", "这一地区中的一部分")] = ()

    @property
    def name(self) -> str:
        return self.place

    @property
    def parts(self) -> "tuple[FundPlace, ...]":
        return self.of_which
