"""Tables without lines: rows of texts that stand below one another in columns.

Only what is plainly a table is taken for one: at least three columns that no text reaches across,
in at least three rows. All else stays lines of text, of which nothing is lost.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.importers.outline import Cell, Table
from generator.importers.readers.occupancy import Stretch, at, stretches
from generator.importers.readers.page_lines import Char, Line, in_one, segments_of
from generator.importers.readers.page_tables import PageTable

_LEAST = 3
"""Rows and columns of a table."""
_FAR = 2.5
"""In heights of a line, how far apart two rows of a table are at most."""
_UNEVEN = 1.5
"""How much more than the least gap is one between two rows rather than two lines of a cell."""
_FILLED = 0.6
"""What part of its places hold a text at least."""


def aligned(chars: Sequence[Char], name: str) -> Iterator[PageTable]:
    """The tables that texts make by their places, from the top."""
    rows = segments_of(chars)
    start = count = 0
    while start < len(rows):
        end = _end(rows, start)
        run = rows[start:end]
        if end - start >= _LEAST and _is_filled(run):
            count += 1
            yield _table(run, f"{name}第{count}处按列对齐的表")
            start = end
        else:
            start += 1


def _end(rows: Sequence[Sequence[Line]], start: int) -> int:
    """Behind the last row that keeps to the columns of the first."""
    columns = _columns([rows[start]])
    if len(columns) < _LEAST:
        return start
    width, end = len(columns), start + 1
    for above, row in pairwise(rows[start:]):
        gap = min(line.top for line in row) - max(line.bottom for line in above)
        wider = _columns([rows[start], *rows[start + 1 : end], row])
        if gap > _FAR * row[0].height or len(wider) != width:
            break
        end += 1
    return end


def _columns(rows: Sequence[Sequence[Line]]) -> list[Stretch]:
    """The stretches of a page that texts take, those that touch as one."""
    return stretches((line.left, line.right) for row in rows for line in row)


def _is_filled(rows: Sequence[Sequence[Line]]) -> bool:
    return sum(map(len, rows)) >= _FILLED * len(rows) * len(_columns(rows))


def _table(rows: Sequence[Sequence[Line]], name: str) -> PageTable:
    columns = _columns(rows)
    edges = (
        columns[0][0], *((one[1] + other[0]) / 2 for one, other in pairwise(columns)),
        columns[-1][1],
    )  # fmt: skip
    cells: list[Cell] = []
    for n, lines in enumerate(_whole(rows)):
        for column, (left, right) in enumerate(columns):
            held = [line for line in lines if left <= line.left and line.right <= right]
            sure = min((line.certainty for line in held), default=1.0)
            text = in_one([line.text for line in held])
            cells.append(Cell(text, at(name, n, column), n, column, 1, 1, sure))
    box = (
        edges[0], min(line.top for line in rows[0]),
        edges[-1], max(line.bottom for line in rows[-1]),
    )  # fmt: skip
    return PageTable(Table(tuple(cells), name), box, edges, is_ruled=False)


def _whole(rows: Sequence[Sequence[Line]]) -> Iterator[list[Line]]:
    """Rows with the lines that go on in their cells: those nearer than rows are."""
    gaps = [
        min(line.top for line in below) - max(line.bottom for line in above)
        for above, below in pairwise(rows)
    ]
    least, most = max(min(gaps), 0.0), max(gaps)
    is_even = most <= _UNEVEN * least + 1
    whole: list[Line] = list(rows[0])
    for gap, row in zip(gaps, rows[1:], strict=True):
        if not is_even and gap < (least + most) / 2:
            whole += row
        else:
            yield whole
            whole = list(row)
    yield whole
