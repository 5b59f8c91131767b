"""A source divided into its documents: a report, and each of the forms in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from generator.importers.flat_lists import (
    FlatList,
    Register,
    flat_list,
    portions,
    register,
)
from generator.importers.forms.grids import distinct
from generator.importers.forms.money_units import unit_in
from generator.importers.forms.top_rows import first_texts
from generator.importers.labels import Labels
from generator.importers.ordinals import Style, ordinal
from generator.importers.outline import Block, Cell, Outline, Paragraph, Piece, Table
from generator.importers.part import Part

_TITLE = re.compile(r"(?:表|报告|情况|通报|目标|台账)\s?(?:[（(][^（）()]{0,30}[）)])?\s?$")
_LONGEST_TITLE = 60
_HEADINGS = 2
_CAPTIONS = 2
SHEET = "工作表名"


@dataclass(slots=True)
class Document:
    """The blocks of one document."""

    blocks: list[Block] = field(default_factory=list)
    sheet: Paragraph | None = None
    """The name of the sheet it stands on."""
    repeated: tuple[Cell, ...] = ()
    """Cells that only say once more which project a row is of."""
    project: Table | None = None
    """The form of one project of a list."""

    projects: int | None = None
    """How many projects a paragraph of it says were evaluated."""

    @property
    def shown(self) -> list[Block]:
        """What of the source it was read from."""
        if self.project is None:
            return self.blocks
        return [*(b for b in self.blocks if isinstance(b, Paragraph)), self.project]

    @property
    def paragraphs(self) -> list[Paragraph]:
        """Those of the line of the text."""
        return [b for b in self.blocks if isinstance(b, Paragraph) and not b.aside]

    def captions(self, table: Table) -> list[Paragraph]:
        """The paragraphs directly above a table, the nearest first."""
        place = next((n for n, block in enumerate(self.blocks) if block is table), 0)
        above = self.blocks[max(0, place - _CAPTIONS) : place]
        return [block for block in reversed(above) if isinstance(block, Paragraph)]

    def has_table_between(self, first: Piece, last: Piece) -> bool:
        """Whether a table stands between two paragraphs."""
        places = [n for n, block in enumerate(self.blocks) if block in (first, last)]
        return any(isinstance(block, Table) for block in self.blocks[min(places) : max(places)])

    @property
    def tables(self) -> list[Table]:
        if self.project is not None:
            return [self.project]
        return [block for block in self.blocks if isinstance(block, Table)]


def divided(outline: Outline, labels: Labels) -> Iterator[Document]:
    """The documents of a source, in order; a list of many projects is one for each.

    A list on another sheet that tells of the same projects is none of its own.
    """
    documents = list(_divided(outline, labels))
    lists = {
        n: found
        for n, document in enumerate(documents)
        for table in document.tables
        if (found := flat_list(table, labels)) and len(found.projects) > 1
    }
    told = [
        (document, one)
        for document in (documents if lists else ())
        for table in document.tables
        if (one := register(table, labels)) and any(map(one.goes_with, lists.values()))
    ]
    used = {id(one.table) for _, one in told}
    for n, document in enumerate(documents):
        alone = [table for table in document.tables if id(table) not in used]
        if n in lists and len(alone) == 1 and alone[0] is lists[n].table:
            yield from _of_projects(document, lists[n], told)
        elif alone or not document.tables:
            yield document


def _of_projects(
    document: Document, indicators: FlatList, told: Sequence[tuple[Document, Register]]
) -> Iterator[Document]:
    """A document for each project of a list, with the lines elsewhere that say the unit."""
    joined = [(other, one) for other, one in told if one.goes_with(indicators)]
    blocks = _behind(document, [one.table for _, one in joined])
    lines = (line for other, _ in joined for line in other.paragraphs if line not in blocks)
    units = [line for line in lines if unit_in([line.text])]
    whole = replace(document, blocks=[*units, *blocks])
    for portion in portions(indicators, [one for _, one in joined]):
        yield replace(whole, project=portion.table, repeated=portion.repeated)


def _behind(document: Document, registers: Sequence[Table]) -> Sequence[Block]:
    """The blocks behind registers of the same document, where a title of its own stands there."""
    first = 0
    for n, block in enumerate(document.blocks):
        is_titled = isinstance(block, Paragraph) and is_title(block.text)
        if is_titled and any(one in registers for one in document.blocks[first:n]):
            first = n
    return document.blocks[first:]


def _divided(outline: Outline, labels: Labels) -> Iterator[Document]:
    current, has_form = Document(), False
    for block in _parted(outline, labels):
        if isinstance(block, Paragraph) and block.aside == SHEET:
            if current.blocks:
                yield current
            current, has_form = Document(sheet=block), False
        elif isinstance(block, Table) and _opens(block, labels):
            if has_form or _is_report(current):
                lead = _lead(current)
                lead = lead or _title_of(current) if block.place == _place(current) else lead
                if current.blocks:
                    yield current
                current = Document(lead, current.sheet)
            has_form = True
        current.blocks.append(block)
    if current.blocks:
        yield current


def _parted(outline: Outline, labels: Labels) -> Iterator[Block]:
    """The blocks, a table that holds the forms of several projects as one table for each."""
    for block in outline.blocks:
        if isinstance(block, Table):
            yield from _forms_of(block, labels)
        else:
            yield block


def _forms_of(table: Table, labels: Labels) -> Iterator[Table]:
    heads = [
        cell.row
        for cell in table.cells
        if not cell.column and labels.field(Part.HEAD, cell.text) == "project.name"
    ]
    edges = [0, *heads[1:], table.height]
    is_cut = any(c.row < edge <= c.last_row for edge in edges[1:-1] for c in table.cells)
    if len(heads) == 1 or is_cut or not all(_opens(part, labels) for part in _cut(table, edges)):
        yield table
    else:
        yield from _cut(table, edges)


def _cut(table: Table, edges: Sequence[int]) -> Iterator[Table]:
    for first, end in pairwise(edges):
        cells = (c._replace(row=c.row - first) for c in table.cells if first <= c.row < end)
        yield Table(tuple(cells), table.place)


def _place(document: Document) -> str:
    """Where the last table of a document stands."""
    return document.tables[-1].place if document.tables else ""


def _title_of(document: Document) -> list[Block]:
    """The lines above the first table, which all forms in one table have above them."""
    first = next((n for n, b in enumerate(document.blocks) if isinstance(b, Table)), 0)
    return document.blocks[:first]


def _opens(table: Table, labels: Labels) -> bool:
    """Whether a table is a form of its own: it names its project, or has a title in its grid.

    A form that nobody filled in is one too; taken for a part of the next it would fill that.
    """
    named = (*beside(table, labels, "project.name"), *beside(table, labels, "bodies.填报单位"))
    if not all(map(labels.is_any, named)):
        return True
    return any(is_title(cell.text) for cell in first_texts(table, 2)[:1]) and table.height > 2  # noqa: PLR2004


def beside(table: Table, labels: Labels, field: str) -> Iterator[str]:
    """What stands beside the name of a field of the head, in the first rows; empty cells too."""
    grid = table.rows()
    for row in range(min(table.height, _HEAD)):
        cells = [cell for cell in distinct(grid[row]) if cell.row == row]
        for cell, value in pairwise(cells):
            if labels.field(Part.HEAD, cell.text) == field:
                yield value.text


_HEAD = 8
"""Rows of a form that may name its project."""


def is_title(text: str) -> bool:
    """Whether a line may be the title of a form or report."""
    line = "".join(text.split())
    return len(line) <= _LONGEST_TITLE and bool(_TITLE.search(line)) and ordinal(line) is None


def _is_report(document: Document) -> bool:
    """Whether what came so far is running text with headings of its own."""
    high = (Style.PART, Style.HAN)
    found = [o for p in document.paragraphs if (o := ordinal(p.text)) and o.style in high]
    return len(found) >= _HEADINGS


def _lead(document: Document) -> list[Block]:
    """The paragraphs that belong to the next table, taken from what came before it."""
    behind: list[Block] = []
    while document.blocks and isinstance(document.blocks[-1], Paragraph):
        behind.insert(0, document.blocks.pop())
    start = _first_title(behind)
    document.blocks += behind[:start]
    return behind[start:]


def _first_title(blocks: Sequence[Block]) -> int:
    for n, block in enumerate(blocks):
        if isinstance(block, Paragraph) and not block.aside and is_title(block.text):
            # A line such as 附件1 above a title goes with it.
            return n - 1 if n and _is_annex(blocks[n - 1]) else n
    return len(blocks)


def _is_annex(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.text.strip().startswith(("附件", "附表"))
