"""The score table of a project: the rows and weights that stay the same over the years."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from generator.demo.dice import Dice
from generator.demo.lexicon import Aim, Goal, Sector, lexicon
from generator.demo.phrases import Voice
from generator.demo.rows import leaves

HEAVIEST = 25
MONEY = frozenset(("执行", "到位", "调整", "结余", "总成本"))
"""Kinds of row whose result follows from the fund table."""
_LEAVES = range(12, 31)
_TOTAL = 100
_ATTEMPTS = 40


@dataclass(frozen=True, slots=True)
class Slot:
    """One row of the table: its place, its weight, and what it asks for."""

    name: str
    kind: str = ""
    """For a leaf: what it is drawn from."""
    goal: Goal | Aim | None = None
    fixed: int | None = None
    """The weight the frame prescribes."""
    weight: Decimal | None = None
    children: tuple["Slot", ...] = ()


class Table:
    """The table a frame asks for, as a data file describes it."""

    def __init__(self, frame: str) -> None:
        self._data: Mapping[str, Any] = lexicon().tables[frame]
        self.frame = frame
        self.types: Sequence[str] = self._data["类型"]
        self.scopes: Sequence[str] = self._data["对象"]
        self.outline: str = self._data["文体"]
        self.reviewed = "复核" in self._data

    @property
    def likelihood(self) -> int:
        return int(self._data["比重"])

    def slots(self, sector: Sector, voice: Voice, *, short: bool, scored: bool) -> tuple[Slot, ...]:
        """Rows with weights for one project."""
        for _ in range(_ATTEMPTS):
            rows = _Drawing(sector, voice, short=short).rows(self._data["行"])
            number = sum(1 for _ in leaves(rows))
            if short or number in _LEAVES:
                break
        if not scored:
            return rows
        plans = self._data.get("方案")
        weights = [int(w) for w in voice.dice.pick(plans)] if plans else None
        whole = Slot("", children=rows)
        return _weighted(whole, _TOTAL, voice.dice, weights).children


class _Drawing:
    """One drawing of rows: no indicator of the sector is drawn twice."""

    def __init__(self, sector: Sector, voice: Voice, *, short: bool) -> None:
        self._voice, self._short = voice, short
        self._goals = {kind: voice.dice.shuffled(goals) for kind, goals in sector.goals.items()}
        self._costed = False

    def rows(self, nodes: Sequence[Mapping[str, Any]]) -> tuple[Slot, ...]:
        return tuple(slot for node in nodes for slot in self._slots(node))

    def _slots(self, node: Mapping[str, Any]) -> Iterator[Slot]:
        if "可选" in node and (self._short or self._voice.dice.chance(45)):
            return
        fixed = int(node["分值"]) if "分值" in node else None
        if "名" in node:
            yield Slot(node["名"], "过程", lexicon().process[node["名"]], fixed)
        elif "文" in node:
            yield Slot(node["文"], "文字")
        elif "下级" in node:
            yield Slot(node["名称"], fixed=fixed, children=self.rows(node["下级"]))
        elif "个数" not in node:
            yield Slot(node["名称"], node["内容"], fixed=fixed)
        elif "名称" in node:
            yield Slot(node["名称"], fixed=fixed, children=tuple(self._drawn(node)))
        else:
            yield from self._drawn(node)

    def _drawn(self, node: Mapping[str, Any]) -> Iterator[Slot]:
        low, high = (int(end) for end in node["个数"].split("-"))
        number = low if self._short else self._voice.dice.between(low, high)
        kind = node["内容"]
        for n in range(min(number, len(self._goals[kind]))):
            if kind == "成本" and n == 0 and not self._short and self._voice.dice.chance(50):
                yield Slot("项目总成本", "总成本")
                continue
            name, goal = self._goals[kind].pop()
            prefix = node.get("前缀", "")
            if kind == "数量" and self._voice.dice.chance(20):
                prefix += self._voice.scene["镇"]
            yield Slot(prefix + self._voice.say(name), kind, goal)


def _weighted(slot: Slot, weight: int, dice: Dice, plan: Sequence[int] | None = None) -> Slot:
    """The same rows, the weight shared out among them."""
    children = slot.children
    if not children:
        return Slot(slot.name, slot.kind, slot.goal, slot.fixed, Decimal(weight))
    shares = plan or _shares(children, weight, dice)
    rows = (_weighted(child, share, dice) for child, share in zip(children, shares, strict=True))
    return Slot(slot.name, "", None, slot.fixed, Decimal(weight), tuple(rows))


def _shares(children: tuple[Slot, ...], weight: int, dice: Dice) -> list[int]:
    """Whole points for each row: at least one per leaf, at most HEAVIEST, all adding up."""
    sizes = [sum(1 for _ in leaves([child])) for child in children]
    drawn = [size * dice.between(70, 130) for size in sizes]
    free = weight - sum(child.fixed or 0 for child in children)
    open_drawn = sum(d for child, d in zip(children, drawn, strict=True) if child.fixed is None)
    shares = [
        child.fixed or max(size, min(size * HEAVIEST, free * d // (open_drawn or 1)))
        for child, size, d in zip(children, sizes, drawn, strict=True)
    ]
    while rest := weight - sum(shares):
        step = 1 if rest > 0 else -1
        movable = [
            n
            for n, child in enumerate(children)
            if child.fixed is None and sizes[n] <= shares[n] + step <= sizes[n] * HEAVIEST
        ]
        shares[dice.pick(movable)] += step
    return shares
