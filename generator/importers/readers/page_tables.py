"""Ruled tables of a page: the grid by its lines, the text by where its signs stand."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from pdfplumber.page import Page

from generator.importers.outline import Cell, Table
from generator.importers.readers.occupancy import at
from generator.importers.readers.page_lines import Char, in_one, lines_of

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
_RULED = {
    "vertical_strategy": "lines", "horizontal_strategy": "lines",
    "snap_tolerance": 3, "join_tolerance": 3, "intersection_tolerance": 3,
}  # fmt: skip
_NEAR = 3.0
"""Points within which two edges are one."""
_LEAST = 2
"""Cells of a table; a single frame around a text is none."""


class PageTable(NamedTuple):
    """A table with the place it takes on its page."""

    table: Table
    box: Box
    edges: tuple[float, ...]
    """Where its columns begin, and the last one ends."""
    is_ruled: bool = True
    """Whether lines make its grid; else its texts do, by where they stand."""

    def on(self, edges: Sequence[float]) -> Table:
        """The same on a grid with more edges."""
        places = [_index(edges, edge) for edge in self.edges]
        cells = (
            cell._replace(
                column=places[cell.column],
                columns=places[cell.last_column + 1] - places[cell.column],
            )
            for cell in self.table.cells
        )
        return Table(tuple(cells), self.table.place)


def together(one: PageTable, other: PageTable) -> PageTable | None:
    """The first table on a grid that holds both; None where they are not of one width."""
    if not one.is_ruled and not other.is_ruled and len(one.edges) == len(other.edges):
        middles = [(a + b) / 2 for a, b in pairwise(other.edges)]
        if all(a < middle < b for (a, b), middle in zip(pairwise(one.edges), middles, strict=True)):
            return one
    if abs(one.edges[0] - other.edges[0]) > _NEAR or abs(one.edges[-1] - other.edges[-1]) > _NEAR:
        return None
    edges = tuple(_edges((*one.edges, *other.edges)))
    return PageTable(one.on(edges), one.box, edges)


def tables_of(
    ruled: Sequence[Sequence[Box]], chars: Sequence[Char], place: str
) -> Sequence[PageTable]:
    """The tables of a page from the top, each from the cells that its lines make."""
    kept = sorted(
        (cells for cells in ruled if len(cells) >= _LEAST), key=lambda c: min(b[1] for b in c)
    )
    return [
        _table(cells, chars, f"{place}表{n}" if len(kept) > 1 else f"{place}的表")
        for n, cells in enumerate(kept, 1)
    ]


def ruled_cells(page: Page) -> Sequence[Sequence[Box]]:
    """The cells of each table that the lines of a page make."""
    if not (page.lines or page.rects or page.curves):
        return ()
    found = page.find_tables(_RULED)
    return [[box for box in one.cells if box is not None] for one in found]


def _table(boxes: Sequence[Box], chars: Sequence[Char], name: str) -> PageTable:
    across = _edges(edge for box in boxes for edge in (box[0], box[2]))
    down = _edges(edge for box in boxes for edge in (box[1], box[3]))
    whole = across[0], down[0], across[-1], down[-1]
    spans = [
        (_index(down, box[1]), _index(across, box[0]), _index(down, box[3]), _index(across, box[2]))
        for box in boxes
    ]
    owners: dict[tuple[int, int], int] = {}
    for n, (top, left, bottom, right) in enumerate(spans):
        for row in range(top, bottom):
            for column in range(left, right):
                owners.setdefault((row, column), n)
    held: list[list[Char]] = [[] for _ in boxes]
    for char in chars:
        owner = owners.get(
            (bisect_right(down, char.middle) - 1, bisect_right(across, char.centre) - 1)
        )
        if owner is not None:
            held[owner].append(char)
    cells = [
        Cell(
            _text(held[n], boxes[n]),
            at(name, top, left),
            top,
            left,
            bottom - top,
            right - left,
            min((char.certainty for char in held[n]), default=1.0),
        )
        for n, (top, left, bottom, right) in enumerate(spans)
        if bottom > top and right > left
    ]
    ordered = tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))
    return PageTable(Table(ordered, name), whole, tuple(across))


def _edges(places: Iterable[float]) -> list[float]:
    """The edges, those that nearly meet as one."""
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _NEAR:
            edges.append(place)
    return edges


def _index(edges: Sequence[float], place: float) -> int:
    return min(range(len(edges)), key=lambda n: abs(edges[n] - place))


def _text(chars: Sequence[Char], box: Box) -> str:
    """The lines of a cell; one that does not reach its right edge ends a paragraph."""
    lines = lines_of(chars)
    parts: list[list[str]] = [[]]
    for line in lines:
        parts[-1].append(line.text)
        if line.right < box[2] - 2.5 * line.height:
            parts.append([])
    return "\n".join(in_one(part) for part in parts if part)
