"""A tree of indicators as table rows: the cells of a level merged over the rows below them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, Self, TypeVar

_LEVELS = tuple(f"{n}级指标" for n in "一二三四五六七八九十")


class Branch(Protocol):
    """Anything with rows of its own kind below it: an evaluation's indicator, or a frame's."""

    @property
    def children(self) -> tuple[Self, ...]: ...


B = TypeVar("B", bound=Branch)


@dataclass(frozen=True, slots=True)
class LevelCell(Generic[B]):
    """A cell that stands beside all rows of an indicator that has rows below it."""

    indicator: B
    rows: int
    is_group: bool
    """True for level 1, which heads a table body of its own."""


@dataclass(frozen=True, slots=True)
class Row(Generic[B]):
    """One leaf, with the merged cells that begin beside it."""

    cells: Sequence[LevelCell[B]]
    indicator: B
    columns: int
    """How many level columns the leaf's own name spans."""


@dataclass(frozen=True, slots=True)
class Group(Generic[B]):
    """A level-1 indicator and its rows; without levels below, it is its own only row."""

    indicator: B
    rows: Sequence[Row[B]]
    has_subtotal: bool


@dataclass(frozen=True, slots=True)
class LevelTable(Generic[B]):
    """All groups, and how many level columns they need."""

    groups: Sequence[Group[B]]
    depth: int

    @property
    def levels(self) -> Sequence[str]:
        """Headings of the level columns."""
        return ("指标",) if self.depth == 1 else _LEVELS[: self.depth]


def level_table(indicators: Sequence[B], *, subtotals: bool) -> LevelTable[B]:
    """Lay a tree out as rows; with subtotals, each level 1 with rows below closes with its own."""
    depth = max(map(_depth, indicators), default=1)
    groups = []
    for indicator in indicators:
        closes = subtotals and bool(indicator.children)
        rows = tuple(_rows(indicator, 1, depth, (), extra=closes))
        groups.append(Group(indicator, rows, closes))
    return LevelTable(tuple(groups), depth)


def _rows(
    indicator: B, level: int, depth: int, begun: Sequence[LevelCell[B]], *, extra: bool = False
) -> Iterator[Row[B]]:
    """Rows of one branch; `extra` is the subtotal row that its cell also stands beside."""
    if not indicator.children:
        yield Row(begun, indicator, depth - level + 1)
        return
    cell = LevelCell(indicator, _leaves(indicator) + extra, level == 1)
    for n, child in enumerate(indicator.children):
        yield from _rows(child, level + 1, depth, (*begun, cell) if n == 0 else ())


def _leaves(branch: Branch) -> int:
    return sum(map(_leaves, branch.children)) or 1


def _depth(branch: Branch) -> int:
    return 1 + max(map(_depth, branch.children), default=0)
