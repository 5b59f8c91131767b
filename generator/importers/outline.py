"""What a source says, whatever its format: paragraphs and tables in order, each with its place.

Readers make an outline, the interpreter reads it. A place is words for people: `表1第3行第2列`,
`第2页第5段`, `工作表「附件」B4`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

SURE = 0.9
"""How sure the reading of a text is at least that needs no second look."""


class Paragraph(NamedTuple):
    """A paragraph, its own number printed before it."""

    text: str
    place: str
    level: int = 0
    """Of a heading that the format marks as one, 1 the highest; 0 for all else."""
    aside: str = ""
    """Why it is not part of the line of the text: 页眉, 文本框, 隐藏文字; empty for most."""
    certainty: float = 1.0
    """How sure its reading is, 0 to 1; less only where it was recognised in a picture."""

    @property
    def is_doubtful(self) -> bool:
        return self.certainty < SURE


class Cell(NamedTuple):
    """A cell on the grid of its table, rows and columns counted from 0."""

    text: str
    place: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    certainty: float = 1.0
    """As of a paragraph."""

    @property
    def is_doubtful(self) -> bool:
        return self.certainty < SURE

    @property
    def last_row(self) -> int:
        return self.row + self.rows - 1

    @property
    def last_column(self) -> int:
        return self.column + self.columns - 1


class Table(NamedTuple):
    """Cells that do not overlap, in the order of rows and columns."""

    cells: tuple[Cell, ...]
    place: str

    @property
    def height(self) -> int:
        return max((cell.last_row + 1 for cell in self.cells), default=0)

    @property
    def width(self) -> int:
        return max((cell.last_column + 1 for cell in self.cells), default=0)

    def rows(self) -> Sequence[Sequence[Cell | None]]:
        """The grid: a cell stands at every place that it covers."""
        width = self.width
        grid: list[list[Cell | None]] = [[None] * width for _ in range(self.height)]
        for cell in self.cells:
            for row in range(cell.row, cell.last_row + 1):
                for column in range(cell.column, cell.last_column + 1):
                    grid[row][column] = cell
        return grid


Block = Paragraph | Table
Piece = Paragraph | Cell
"""The smallest thing that holds text."""


class UnreadableError(Exception):
    """A source that cannot be read, with the cause and the remedy in one Chinese sentence."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A source as it was read."""

    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()
    """What a reader did that people should know of, in Chinese sentences without a full stop."""

    @property
    def pieces(self) -> Iterator[Piece]:
        """Every text with its place, in order."""
        for block in self.blocks:
            if isinstance(block, Table):
                yield from block.cells
            else:
                yield block

    @property
    def plain(self) -> dict[str, Any]:
        """As data for another process."""
        blocks = [
            {"cells": [tuple(cell) for cell in block.cells], "place": block.place}
            if isinstance(block, Table)
            else {"paragraph": tuple(block)}
            for block in self.blocks
        ]
        return {"blocks": blocks, "notes": list(self.notes)}

    @classmethod
    def of(cls, plain: dict[str, Any]) -> Self:
        """What `plain` gave, back."""
        blocks = (
            Table(tuple(Cell(*cell) for cell in block["cells"]), block["place"])
            if "cells" in block
            else Paragraph(*block["paragraph"])
            for block in plain["blocks"]
        )
        return cls(tuple(blocks), tuple(plain["notes"]))
