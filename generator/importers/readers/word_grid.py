"""Tables of Word on their grid: horizontal and vertical merges, rows that begin further right."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from generator.importers.outline import Cell, Table
from generator.importers.readers.occupancy import at
from generator.importers.readers.word_runs import Reading, W


class WordCell(NamedTuple):
    """A cell of a row, at the column where it begins."""

    element: etree._Element
    column: int
    columns: int
    continues: bool
    """Whether it belongs to the cell above."""


class Row(NamedTuple):
    """A row that was not deleted."""

    cells: tuple[WordCell, ...]


def rows_of(table: etree._Element, reading: Reading) -> Iterator[Row]:
    """The rows of a table, those of tables within it left out."""
    for row in _children(table, f"{W}tr"):
        properties = row.find(f"{W}trPr")
        if properties is not None and properties.find(f"{W}del") is not None:
            reading.seen["deleted rows"] += 1
            continue
        yield Row(tuple(_cells(row, _number(properties, "gridBefore", 0))))


def _children(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Those of a tag, whatever controls they are wrapped in."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"):
            yield from _children(child, tag)


def _cells(row: etree._Element, column: int) -> Iterator[WordCell]:
    for element in _children(row, f"{W}tc"):
        properties = element.find(f"{W}tcPr")
        if properties is not None and properties.find(f"{W}cellDel") is not None:
            continue
        width = max(_number(properties, "gridSpan", 1), 1)
        merge = properties.find(f"{W}vMerge") if properties is not None else None
        continues = merge is not None and merge.get(f"{W}val", "continue") == "continue"
        yield WordCell(element, column, width, continues)
        column += width


def _number(properties: etree._Element | None, name: str, default: int) -> int:
    found = properties.find(f"{W}{name}") if properties is not None else None
    value = (found.get(f"{W}val") or "") if found is not None else ""
    return min(int(value), 1_000) if value.isascii() and value.isdigit() else default


def table_of(rows: Sequence[Row], name: str, text_of: Callable[[etree._Element], str]) -> Table:
    """The cells of rows on their grid; one that continues nothing stands for itself."""
    cells: list[Cell] = []
    open_above: dict[int, int] = {}
    for n, row in enumerate(rows):
        reached: dict[int, int] = {}
        for cell in row.cells:
            above = open_above.get(cell.column) if cell.continues else None
            if above is not None and cells[above].columns == cell.columns:
                cells[above] = cells[above]._replace(rows=n - cells[above].row + 1)
                reached[cell.column] = above
                continue
            reached[cell.column] = len(cells)
            text = text_of(cell.element)
            cells.append(Cell(text, at(name, n, cell.column), n, cell.column, 1, cell.columns))
        open_above = reached
    return Table(tuple(cells), name)


def covered(rows: Sequence[Row], text_of: Callable[[etree._Element], str]) -> Iterator[str]:
    """Texts in cells that are merged away: nobody sees them, and they are there."""
    open_above: dict[int, int] = {}
    for row in rows:
        reached: dict[int, int] = {}
        for cell in row.cells:
            is_under = cell.continues and open_above.get(cell.column) == cell.columns
            if is_under and (text := text_of(cell.element)):
                yield text
            reached[cell.column] = cell.columns
        open_above = reached
