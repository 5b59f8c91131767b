"""A tree of indicators as table rows: the cells of a level merged over the rows below them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, Self, TypeVar

_LEVELS = tuple(f"{n}级指标" for n in "一二三四五六七八九十")


class Node(Protocol):
    """Anything with rows of its own kind below it: an evaluation's indicator, or a frame's."""

    @property
    def children(self) -> tuple[Self, ...]: ...


N = TypeVar("N", bound=Node)


@dataclass(frozen=True, slots=True)
class LevelCell(Generic[N]):
    """A cell that stands beside all rows of an indicator that has rows below it."""

    indicator: N
    rows: int
    is_group: bool
    """True for level 1, which heads a table body of its own."""


@dataclass(frozen=True, slots=True)
class LeafRow(Generic[N]):
    """One leaf, with the merged cells that begin beside it."""

    cells: Sequence[LevelCell[N]]
    indicator: N
    columns: int
    """How many level columns the leaf's own name spans."""


@dataclass(frozen=True, slots=True)
class Group(Generic[N]):
    """A level-1 indicator and its rows; without levels below, it is its own only row."""

    indicator: N
    rows: Sequence[LeafRow[N]]
    has_subtotal: bool


@dataclass(frozen=True, slots=True)
class LevelTable(Generic[N]):
    """All groups, and how many level columns they need."""

    groups: Sequence[Group[N]]
    depth: int

    @property
    def levels(self) -> Sequence[str]:
        """Headings of the level columns."""
        return ("指标",) if self.depth == 1 else _LEVELS[: self.depth]


def level_table(indicators: Sequence[N], *, subtotals: bool) -> LevelTable[N]:
    """Lay a tree out as rows; with subtotals, each level 1 with rows below closes with its own."""
    depth = max(map(_depth, indicators), default=1)
    groups = []
    for indicator in indicators:
        closes = subtotals and bool(indicator.children)
        rows = tuple(_rows(indicator, 1, depth, (), extra=closes))
        groups.append(Group(indicator, rows, closes))
    return LevelTable(tuple(groups), depth)


def _rows(
    indicator: N, level: int, depth: int, begun: Sequence[LevelCell[N]], *, extra: bool = False
) -> Iterator[LeafRow[N]]:
    """Rows of one node; `extra` is the subtotal row that its cell also stands beside."""
    if not indicator.children:
        yield LeafRow(begun, indicator, depth - level + 1)
        return
    cell = LevelCell(indicator, _leaves(indicator) + extra, level == 1)
    for n, child in enumerate(indicator.children):
        yield from _rows(child, level + 1, depth, (*begun, cell) if n == 0 else ())


def _leaves(node: Node) -> int:
    return sum(map(_leaves, node.children)) or 1


def _depth(node: Node) -> int:
    return 1 + max(map(_depth, node.children), default=0)
