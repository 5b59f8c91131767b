"""What every rule works with: one record, its rows and texts walked once, and its results."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple, Protocol

from generator.catalog import Catalog
from generator.diagnostics import Severity
from generator.fields import Model
from generator.figures import Figure, total
from generator.frames import Frame, FrameIndicator, Role
from generator.funds import Rate, Stage
from generator.indicators import Indicator
from generator.model import Evaluation, Grade
from generator.money import grouped, percentage, rounded
from generator.originals import Extract, text_of
from generator.publisher import Thresholds
from generator.records import Record
from generator.source import At
from generator.targets import Comparison

_RATE_PLACES = 2
_EXECUTION = re.compile(
    r"(?:项目|年度|全年|本年)?(?:预算|资金|预算资金)(?:执行|执行率|执行情况|执行进度)(?:（[^（）]{0,30}）)?"
    r"|执行率"
)


class Result(NamedTuple):
    """One thing a rule found: the value that is wrong, both numbers, and what to do."""

    path: At
    """English path of the value."""
    message: str
    """What is wrong, naming the row and both values; no full stop."""
    remedy: str
    found: str = ""
    expected: str = ""


class Check(Protocol):
    """A rule: a module whose docstring is its manual page."""

    __name__: str
    __doc__: str | None
    SEVERITY: Severity

    def check(self, subject: "Subject", /) -> Iterator[Result]:
        """Everything this rule finds in one record; nothing where data are missing."""
        ...


class BatchCheck(Protocol):
    """A rule over all records at once."""

    __name__: str
    __doc__: str | None
    SEVERITY: Severity

    def check(self, catalog: Catalog, thresholds: Thresholds, /) -> Iterator[tuple[Record, Result]]:
        """Everything this rule finds, each at the record it concerns."""
        ...


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator of any level, with its place."""

    path: At
    indicator: Indicator
    level: int
    """1 for the top level."""
    above: "Row | None"

    @property
    def name(self) -> str:
        """As messages quote it."""
        return f"「{self.indicator.name}」"

    def at(self, field: str) -> At:
        """Path of one of its values."""
        return (*self.path, field)

    def is_below(self, other: "Row") -> bool:
        """Whether the other row contains this one."""
        return self.path[: len(other.path)] == other.path and self is not other


class Judged(NamedTuple):
    """A leaf held against its target, once for all rules."""

    row: Row
    comparison: Comparison | None
    met: bool | None
    """None where target and actual value cannot be compared."""
    lost: Decimal | None
    """None where weight or score is not printed."""
    explained: bool
    """Whether a reason is given, here or at a row above."""
    is_execution: bool
    """Whether it scores the budget execution rate, by the frame's role or by its name."""

    @property
    def target(self) -> str:
        """The target as a message prints it: `≥95%`."""
        if self.comparison is None:
            return ""
        return self.comparison.operator.label + self._said(self.comparison.target)

    @property
    def actual(self) -> str:
        """The actual value as a message prints it."""
        return self._said(self.comparison.actual) if self.comparison else ""

    def _said(self, number: Decimal) -> str:
        return f"{grouped(number)}{self.row.indicator.counted_in}"


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a record, with its place."""

    path: At
    text: str
    where: str = ""
    """The part of an original it stands in, as messages call it."""


class Subject:
    """One record under audit; what several rules need is computed once."""

    def __init__(self, record: Record, thresholds: Thresholds) -> None:
        self.record = record
        self.thresholds = thresholds

    @property
    def evaluation(self) -> Evaluation:
        return self.record.evaluation

    @property
    def frame(self) -> Frame:
        return self.record.frame

    @cached_property
    def rows(self) -> Sequence[Row]:
        """All indicators of all levels, in order."""
        return tuple(_rows(self.evaluation.indicators, ("indicators",), 1, None))

    @cached_property
    def leaves(self) -> Sequence[Row]:
        """The rows without rows below them."""
        return tuple(row for row in self.rows if row.indicator.is_leaf)

    @cached_property
    def groups(self) -> Sequence[Row]:
        """The rows with rows below them."""
        return tuple(row for row in self.rows if not row.indicator.is_leaf)

    @cached_property
    def judged(self) -> Sequence[Judged]:
        """The leaves whose own target decides on their score.

        Left out are rows that do not apply, and the execution rate where a frame makes its score
        follow from the fund table. Why little was spent is said beside the funds, or missing there.
        """
        return tuple(judged for row in self.leaves if (judged := self._judged(row)))

    def _judged(self, row: Row) -> Judged | None:
        indicator, rate = row.indicator, self.execution_rate
        if indicator.is_not_applicable:
            return None
        comparison = indicator.comparison
        met = comparison.is_met if comparison and not indicator.is_unreachable else None
        explained = self.explained(row)
        executing = self._scores_execution(row)
        if executing and rate is not None:
            framed = self.framed(row)
            if framed is not None and framed.proportional and rate.figure.computed is not None:
                return None
            explained = explained or met is not True
        return Judged(row, comparison, met, indicator.lost, explained, executing)

    def explained(self, row: Row) -> bool:
        """Whether a reason for a loss is given at a row or at one above it."""
        at: Row | None = row
        while at is not None:
            if at.indicator.has_reason:
                return True
            at = at.above
        return False

    def kept_full_marks(self, judged: Judged) -> bool:
        """Whether a missed target lost nothing, and rounding does not account for it."""
        weight, comparison = judged.row.indicator.weight, judged.comparison
        if judged.met is not False or judged.lost != 0 or not weight or comparison is None:
            return False
        exactly = comparison.attainment == 1  # `>5`, and 5 came out
        return exactly or comparison.earned(weight, self.frame.places) != weight

    @cached_property
    def total(self) -> Figure:
        return self.evaluation.total(self.frame)

    @cached_property
    def grade(self) -> Grade:
        return self.evaluation.grade(self.frame)

    @cached_property
    def execution_rate(self) -> Rate | None:
        return self.evaluation.execution_rate(self.frame)

    @cached_property
    def fund_totals(self) -> Mapping[Stage, Figure]:
        """Each stage's total as stated and as its sources give it; empty without funds."""
        funds = self.evaluation.funds
        return {stage: funds.total(stage) for stage in Stage} if funds else {}

    def rates(self, part: Stage, base: Stage) -> Sequence[Decimal]:
        """What a rate may be in per cent: of the amounts as shown, then of other sums there are.

        More than one where a total is not what its sources give, which is said there.
        """
        totals = self.fund_totals
        return tuple(
            rate
            for above in totals[part].known
            for below in totals[base].known
            if (rate := percentage(above, below)) is not None
        )

    @property
    def budget_stage(self) -> Stage:
        """全年预算 where the fund table gives it, else 年初预算."""
        given = self.fund_totals.get(Stage.ADJUSTED_BUDGET)
        has_adjusted = given is not None and given.shown is not None
        return Stage.ADJUSTED_BUDGET if has_adjusted else Stage.INITIAL_BUDGET

    @cached_property
    def execution_rows(self) -> Sequence[Row]:
        """The rows that score budget execution, by the frame's role or, unknown to it, by name.

        Of rows that stand below one another only the outermost.
        """
        found: list[Row] = []
        for row in self.rows:
            if self._scores_execution(row) and (not found or not row.is_below(found[-1])):
                found.append(row)
        return tuple(found)

    @cached_property
    def own_weights(self) -> Sequence[tuple[Row, Decimal]]:
        """The rows that weigh other than the frame's document fixes, each with the fixed weight.

        A row stands for the frame's indicator of its name at the same level or above it.
        """
        fixed = self.frame.fixed_weights
        named: dict[str, Row] = {}
        for row in sorted(self.rows, key=lambda row: row.level) if fixed else ():
            named.setdefault(row.indicator.name, row)
        return tuple(
            (row, framed.weight)
            for level, framed in fixed
            for name in (framed.name, *framed.aliases)
            if (row := named.get(name))
            and row.level <= level
            and row.indicator.weight is not None
            and framed.weight is not None
            and row.indicator.weight != framed.weight
        )

    def _scores_execution(self, row: Row) -> bool:
        framed = self.framed(row)
        if framed is not None:
            return framed.role is Role.EXECUTION
        return _EXECUTION.fullmatch(row.indicator.name) is not None

    @cached_property
    def texts(self) -> Sequence[Text]:
        """Every text a reader sees, in the order of the record."""
        return tuple(_texts(self.evaluation, ()))

    @cached_property
    def prose(self) -> str:
        """All texts in one, a line end after each."""
        return "\n".join(text.text for text in self.texts)

    @cached_property
    def _starts(self) -> Sequence[int]:
        """Where each text begins in the prose."""
        return tuple(accumulate((len(text.text) + 1 for text in self.texts), initial=0))

    def holding(self, pattern: re.Pattern[str]) -> Iterator[Text]:
        """The texts in which a match begins, found in one pass over all of them."""
        last = -1
        for match in pattern.finditer(self.prose):
            n = bisect_right(self._starts, match.start()) - 1
            if n > last:
                last = n
                yield self.texts[n]

    @cached_property
    def originals(self) -> Sequence[Extract]:
        """What the original files say, in the order of the attachments."""
        return tuple(map(text_of, self.record.originals))

    @cached_property
    def enclosed(self) -> Sequence[Text]:
        """Every text in the original files."""
        return tuple(
            Text(("attachments", n, "file"), part.text, f"附件「{original.name}」的{part.name}")
            for n, original in enumerate(self.record.originals)
            for part in self.originals[n].parts
        )

    def framed(self, row: Row) -> FrameIndicator | None:
        """The frame's indicator of this row's name."""
        return self.frame.indicator_named(row.indicator.name)


def _rows(
    indicators: Sequence[Indicator], path: At, level: int, above: Row | None
) -> Iterator[Row]:
    for n, indicator in enumerate(indicators):
        row = Row((*path, n), indicator, level, above)
        yield row
        yield from _rows(indicator.children, (*row.path, "children"), level + 1, row)


def _texts(value: object, path: At) -> Iterator[Text]:
    if type(value) is str:
        yield Text(path, value)
    elif isinstance(value, Model):
        for name, part in vars(value).items():
            if part:
                yield from _texts(part, (*path, name))
    elif type(value) is tuple:
        for n, item in enumerate(value):
            yield from _texts(item, (*path, n))


_NOTHING = re.compile(
    r"\s*(?:无|暂无|没有|暂未发现|未发现|不存在)(?:存在)?(?:明显|重大|突出|相关)?(?:的)?"
    r"(?:问题|不足|建议|意见)?[。.；;]?\s*"
)


def says_nothing(text: str) -> bool:
    """Whether somebody filled a field in only to say that there is nothing: `无`, `暂无。`."""
    return _NOTHING.fullmatch(text) is not None


def at_fault(figure: Figure, leaves: Iterable[Decimal | None]) -> bool:
    """Whether a stated sum itself is wrong.

    It is not where it follows from the leaves: then a sum between them and it is the wrong one.
    """
    return figure.differs and (
        (summed := total(leaves)) is None or replace(figure, computed=summed).differs
    )


def both(figure: Figure) -> tuple[str, str]:
    """The points stated and computed of a figure that has both, as messages print them."""
    stated, computed = figure.stated, figure.computed
    return "" if stated is None else points(stated), "" if computed is None else points(computed)


def points(number: Decimal) -> str:
    """Points as a message prints them."""
    return f"{grouped(number)}分"


def percent(number: Decimal) -> str:
    """A rate as a message prints it."""
    return f"{grouped(rounded(number, _RATE_PLACES))}%"


def division(rate: Rate) -> str:
    """What a rate divides, with both amounts: `支出 98万元 ÷ 全年预算 100万元`."""
    return f"{rate.part_name} {rate.part} ÷ {rate.base_name} {rate.base}"
