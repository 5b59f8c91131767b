"""Tables and paragraphs that go on over a page break, put together again."""

import re
from collections.abc import Sequence

from generator.importers.ordinals import ordinal
from generator.importers.outline import Block, Paragraph, Table
from generator.importers.readers.occupancy import at
from generator.importers.readers.page_tables import PageTable, together

_MOST_HEAD = 4
"""Rows of a head that may be repeated."""
_ENDS = "。！？；：!?;:"
_FIGURE = re.compile(r"[≥≤><=]?\s?[0-9]")
"""What a cell of a head does not begin with."""
_SHORT = 20
"""A paragraph shorter than that is a heading or a line of its own, and does not go on."""


PageBlock = Paragraph | PageTable


def joined(pages: Sequence[Sequence[PageBlock]]) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """The blocks of all pages, and what was put together."""
    whole: list[PageBlock] = []
    notes: list[str] = []
    for page in pages:
        blocks = [block for block in page if not _is_margin(block)]
        margins = [block for block in page if _is_margin(block)]
        if whole and blocks:
            last = next(
                (n for n in range(len(whole) - 1, -1, -1) if not _is_margin(whole[n])), None
            )
            if last is not None and (one := _one(whole[last], blocks[0], notes)) is not None:
                whole[last] = one
                blocks = blocks[1:]
        whole += [*blocks, *margins]
    plain = (one.table if isinstance(one, PageTable) else one for one in whole)
    return tuple(plain), tuple(notes)


def _is_margin(block: PageBlock) -> bool:
    return isinstance(block, Paragraph) and bool(block.aside)


def _one(above: PageBlock, below: PageBlock, notes: list[str]) -> PageBlock | None:
    """Both as one block, where the second goes on what the first began."""
    if isinstance(above, PageTable) and isinstance(below, PageTable):
        return _table(above, below, notes)
    if isinstance(above, Paragraph) and isinstance(below, Paragraph):
        goes_on = len(above.text) >= _SHORT and above.text[-1] not in _ENDS
        if goes_on and ordinal(below.text) is None:
            return above._replace(text=above.text + below.text)
    return None


def _table(upper: PageTable, lower: PageTable, notes: list[str]) -> PageTable | None:
    """A table as wide at the head of the next page, without the head it repeats."""
    both = together(upper, lower)
    if both is None:
        return None
    above, below = both.table, lower.on(both.edges)
    repeated = _repeated(above, below)
    if not repeated and _looks_new(below):
        return None
    if repeated:
        notes.append(f"{below.place}上重复的表头 {repeated} 行，没有再读")
    added = tuple(
        cell._replace(
            row=cell.row - repeated + above.height,
            place=at(below.place, cell.row, cell.column),
        )
        for cell in below.cells
        if cell.row >= repeated
    )
    return both._replace(table=Table((*above.cells, *added), above.place))


def _repeated(above: Table, below: Table) -> int:
    """How many rows at the head of the second table say what rows at the head of the first do."""
    first = [tuple(c.text if c else "" for c in row) for row in above.rows()]
    second = [tuple(c.text if c else "" for c in row) for row in below.rows()]
    most = next((n for n, row in enumerate(second) if any(map(_FIGURE.match, row))), len(second))
    for count in range(min(_MOST_HEAD, most, len(second) - 1), 0, -1):
        head = second[:count]
        if any(any(row) for row in head) and any(
            first[n : n + count] == head for n in range(len(first) - count + 1)
        ):
            return count
    return 0


def _looks_new(table: Table) -> bool:
    """Whether a table begins with a row over its whole width: the title of another form."""
    first = [cell for cell in table.cells if cell.row == 0]
    return len(first) == 1 and table.width > 1
