"""A tree of indicators as table rows: the cells of a level merged over the rows below them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, NamedTuple, Protocol, Self, TypeVar

_LEVELS = tuple(f"{n}级指标" for n in "一二三四五六七八九十")


class Node(Protocol):
    """Anything with rows of its own kind below it: an evaluation's indicator, or a frame's."""

    @property
    def children(self) -> tuple[Self, ...]: ...


N = TypeVar("N", bound=Node)


class Note(NamedTuple):
    """What a row says beyond the columns of its table."""

    label: str
    text: str


Notes = Sequence[Note]


@dataclass(frozen=True, slots=True)
class LevelCell(Generic[N]):
    """A cell that stands beside all rows of an indicator that has rows below it."""

    indicator: N
    rows: int
    is_group: bool
    """True for level 1, which heads a table body of its own."""
    notes: Notes = ()
    """What the indicator itself says, beyond the sum of the rows below it."""


@dataclass(frozen=True, slots=True)
class LeafRow(Generic[N]):
    """One leaf, with the merged cells that begin beside it."""

    cells: Sequence[LevelCell[N]]
    indicator: N
    columns: int
    """How many level columns the leaf's own name spans."""
    notes: Notes = ()
    """What stands below its cells, in a row of the table by itself."""
    added: Notes = ()
    """What stands in columns that the form adds."""

    @property
    def height(self) -> int:
        """Rows of the table that it takes."""
        return 2 if self.notes else 1


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


NotesOf = Callable[[N], Notes]


class _Said(NamedTuple, Generic[N]):
    notes_of: NotesOf[N]
    added_of: NotesOf[N]


def _nothing(_: object) -> Notes:
    return ()


def level_table(
    indicators: Sequence[N],
    *,
    subtotals: bool,
    notes_of: NotesOf[N] = _nothing,
    added_of: NotesOf[N] = _nothing,
) -> LevelTable[N]:
    """Lay a tree out as rows; with subtotals, each level 1 with rows below closes with its own.

    What `notes_of` an indicator gives stands below its cells, or in the cell of its level; what
    `added_of` a leaf gives, in columns of their own.
    """
    depth = max(map(_depth, indicators), default=1)
    groups = []
    for indicator in indicators:
        closes = subtotals and bool(indicator.children)
        said = _Said(notes_of, added_of)
        rows = tuple(_rows(indicator, 1, depth, said, extra=closes))
        groups.append(Group(indicator, rows, closes))
    return LevelTable(tuple(groups), depth)


def _rows(
    indicator: N, level: int, depth: int, said: _Said[N], *, extra: bool = False
) -> Sequence[LeafRow[N]]:
    """Rows of one node; `extra` is the subtotal row that its cell also stands beside."""
    notes = said.notes_of(indicator)
    if not indicator.children:
        return [LeafRow((), indicator, depth - level + 1, notes, said.added_of(indicator))]
    below = [row for child in indicator.children for row in _rows(child, level + 1, depth, said)]
    height = sum(row.height for row in below) + extra
    cell = LevelCell(indicator, height, level == 1, notes)
    first, *others = below
    return [replace(first, cells=(cell, *first.cells)), *others]


def _depth(node: Node) -> int:
    return 1 + max(map(_depth, node.children), default=0)
