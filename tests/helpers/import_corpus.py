"""Forms printed from the records of the showcase, in the habits that departments have.

What is printed is known, so that what is read can be held against it. Nothing here knows how an
importer reads: names and layouts are those of published forms.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from generator.importers.readers.occupancy import Spanning
from generator.intake.records import Record
from generator.model.findings import Finding, Recommendation
from generator.model.fund_rows import FundAmounts
from generator.model.indicators import Indicator
from helpers.import_sources import Form

Row = list[Spanning | str]

NAMES = {
    "name": ("项目名称", "专项名称"),
    "unit": ("实施单位", "项目实施单位", "资金使用单位"),
    "initial_budget": ("年初预算数", "年初预算数（A）", "年初安排数"),
    "adjusted_budget": ("全年预算数", "调整后预算数", "全年预算数\n（A）"),
    "received": ("到位数", "实际到位资金"),
    "spent": ("全年执行数", "全年执行数（B）", "实际支出"),
    "expected": ("预期目标", "年初设定目标", "年度绩效目标"),
    "achieved": ("实际完成情况", "全年实际完成情况", "目标完成情况"),
    "weight": ("分值", "权重", "标准分"),
    "score": ("得分", "自评得分", "评价得分"),
    "review_score": ("复核得分", "财政评分"),
    "target": ("年度指标值", "指标值", "目标值"),
    "actual": ("实际完成值", "全年实际完成值", "完成情况"),
    "deviation_reason": ("偏差原因分析", "未完成原因分析", "扣分原因"),
    "corrective_action": ("改进措施", "拟采取的改进措施"),
    "scoring_rule": ("评分标准", "评（扣）分标准"),
    "findings": ("存在问题", "存在的主要问题"),
    "recommendations": ("改进措施", "相关建议", "下一步改进措施"),
    "total": ("总分", "合计"),
    "grade": ("评价等级", "自评等级"),
}
STAGES = ("initial_budget", "adjusted_budget", "received", "spent")
LEVELS = ("一级指标", "二级指标", "三级指标")
NUMBERS = ("{}、", "（{}）", "{}.", "问题{}：")


@dataclass(frozen=True)
class Habits:
    """How one office prints."""

    merged: bool
    """Cells of a level reach over the rows below it; else they are written in each row."""
    own_unit: bool
    """A column for units; else units stand behind the values."""
    own_sign: bool
    beside: bool
    """Goals stand beside their names; else below them."""
    number: str
    shuffled: bool
    """Columns stand in another order."""

    @classmethod
    def of(cls, dice: Random) -> "Habits":
        """Drawn by lot."""
        merged, own_unit, own_sign, beside, shuffled = (dice.random() < 0.5 for _ in range(5))
        return cls(merged, own_unit, own_sign, beside, dice.choice(NUMBERS), shuffled)


def printed(record: Record, seed: int) -> Form:
    """A record as a form."""
    dice = Random(seed)
    return _Printer(record, dice, Habits.of(dice)).form()


class _Printer:
    def __init__(self, record: Record, dice: Random, habits: Habits) -> None:
        self.record, self.dice, self.habits = record, dice, habits
        self.item = record.evaluation
        self.width = 12

    def word(self, field: str) -> str:
        return self.dice.choice(NAMES[field])

    def form(self) -> Form:
        rows = [*self.head(), *self.funds(), *self.goals(), *self.scores(), *self.end()]
        unit = f"单位：{self.item.funds.unit.label}" if self.item.funds else ""
        above = [self.item.title, f"（{self.record.year}年度）", unit]
        return Form([line for line in above if line], rows)

    def pair(self, name: str, value: str) -> Row:
        return [Spanning(name, 1, 2), Spanning(value, 1, self.width - 2)]

    def head(self) -> Iterator[Row]:
        project = self.item.project
        if project is None:
            return
        yield self.pair(self.word("name"), project.name)
        if project.code:
            yield self.pair("项目编码", project.code)
        if project.unit:
            yield self.pair(self.word("unit"), project.unit)

    def funds(self) -> Iterator[Row]:
        funds = self.item.funds
        if funds is None:
            return
        named = {"年度资金总额": funds.stated_total} if funds.stated_total else {}
        rows: list[tuple[str, FundAmounts | None]] = list(named.items())
        rows += [(row.source, row) for row in funds.rows]
        stages = [s for s in STAGES if any(r and getattr(r, s) is not None for _, r in rows)]
        if not rows or not stages:
            return
        rest = self.width - 4 - (len(stages) - 1) * 2
        yield [
            Spanning(f"项目资金\n（{funds.unit.label}）", len(rows) + 1, 2), Spanning("", 1, 2),
            *(Spanning(self.word(s), 1, 2) for s in stages[:-1]),
            Spanning(self.word(stages[-1]), 1, rest),
        ]  # fmt: skip
        for name, amounts in rows:
            values = [getattr(amounts, stage) for stage in stages]
            texts = ["" if value is None else f"{value:f}" for value in values]
            prefix = "其中：" if funds.stated_total and amounts in funds.rows[:1] else ""
            yield [
                Spanning(prefix + name, 1, 2), *(Spanning(t, 1, 2) for t in texts[:-1]),
                Spanning(texts[-1], 1, rest),
            ]  # fmt: skip

    def goals(self) -> Iterator[Row]:
        goal = self.item.objective
        told = [(n, v) for n, v in (("expected", goal.expected), ("achieved", goal.achieved)) if v]
        if len(told) == 2 and not self.habits.beside:
            half = (self.width - 2) // 2
            yield [
                Spanning("年度总体目标", 2, 2),
                *(Spanning(self.word(name), 1, half) for name, _ in told),
            ]
            yield [Spanning(value, 1, half) for _, value in told]
        else:
            for name, value in told:
                yield self.pair(self.word(name), value)

    def scores(self) -> Iterator[Row]:
        rows = [path for top in self.item.indicators for path in _paths(top)]
        if not rows:
            return
        depth = max(map(len, rows))
        leaves = [path[-1] for path in rows]
        columns = [c for c in _COLUMNS if any(self.value(leaf, c) for leaf in leaves)]
        if self.habits.shuffled:
            self.dice.shuffle(columns)
        widths = [1] * (depth + len(columns))
        widths[-1] += self.width - sum(widths)
        head = [*LEVELS[:depth], *(self.name(c) for c in columns)]
        yield [Spanning(t, 1, w) for t, w in zip(head, widths, strict=True)]
        for n, path in enumerate(rows):
            yield self.score_row(rows, n, path, depth, columns, widths)
        result = self.item.result
        if result.total is not None and "score" in columns:
            marks = [f"{result.total:f}" if c == "score" else "" for c in columns]
            cells = [Spanning(self.word("total"), 1, depth), *map(Spanning, marks)]
            cells[-1] = cells[-1]._replace(columns=widths[-1])
            yield list(cells)

    def score_row(
        self, rows: Sequence[Sequence[Indicator]], n: int, path: Sequence[Indicator], depth: int,
        columns: Sequence[str], widths: Sequence[int],
    ) -> Row:  # fmt: skip
        cells: Row = []
        for level in range(len(path)):
            is_last = level == len(path) - 1
            before = rows[n - 1][level] if n and level < len(rows[n - 1]) else None
            is_same = before is path[level]
            span = sum(len(p) > level and p[level] is path[level] for p in rows)
            wide = depth - level if is_last else 1
            name = self.level_name(path[level], is_last=is_last)
            if self.habits.merged and not is_last:
                if not is_same:
                    cells.append(Spanning(name, span, wide))
            else:
                cells.append(Spanning(name, 1, wide))
        values = [self.value(path[-1], column) for column in columns]
        cells += [Spanning(v, 1, w) for v, w in zip(values, widths[depth:], strict=True)]
        return cells

    def level_name(self, row: Indicator, *, is_last: bool) -> str:
        if is_last or row.weight is None:
            return row.name
        return f"{row.name}（{row.weight:f}分）"

    def name(self, column: str) -> str:
        return {"unit": "计量单位", "operator": "指标性质"}.get(column) or self.word(column)

    def value(self, row: Indicator, column: str) -> str:
        match column:
            case "unit":
                return (row.unit or "") if self.habits.own_unit else ""
            case "operator":
                return row.operator.label if self.habits.own_sign and row.operator else ""
            case "target":
                sign = row.operator.label if row.operator and not self.habits.own_sign else ""
                sign = "" if sign == "定性" else sign
                unit = (row.unit or "") if not self.habits.own_unit else ""
                return f"{sign}{row.target}{unit}" if row.target else ""
            case "actual":
                unit = (row.unit or "") if not self.habits.own_unit else ""
                return f"{row.actual}{unit}" if row.actual else ""
            case "weight" | "score" | "review_score":
                number = getattr(row, column)
                return "" if number is None else f"{number:f}"
            case _:
                return getattr(row, column) or ""

    def end(self) -> Iterator[Row]:
        item = self.item
        if item.result.total is not None and not item.indicators:
            yield self.pair(self.word("total"), f"{item.result.total:f}")
        if item.result.grade:
            yield self.pair(self.word("grade"), item.result.grade)
        listed: dict[str, Sequence[Finding | Recommendation]] = {
            "findings": item.findings, "recommendations": item.recommendations,
        }  # fmt: skip
        for field, entries in listed.items():
            if entries:
                numbers = [self.habits.number.format(n) for n in range(1, len(entries) + 1)]
                if field == "recommendations":
                    numbers = [number.replace("问题", "建议") for number in numbers]
                texts = [
                    f"{number}{one.text}" for number, one in zip(numbers, entries, strict=True)
                ]
                yield self.pair(self.word(field), "\n".join(texts))


_COLUMNS = (
    "operator", "target", "unit", "actual", "weight", "score", "review_score", "deviation_reason",
    "corrective_action", "scoring_rule",
)  # fmt: skip


def _paths(row: Indicator) -> Iterator[tuple[Indicator, ...]]:
    if row.is_leaf:
        yield (row,)
    for child in row.children:
        for path in _paths(child):
            yield (row, *path)
