"""A source divided into its documents: a report, and each of the forms in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from generator.importers.flat_lists import portions
from generator.importers.forms.form import first_texts
from generator.importers.forms.headers import starting
from generator.importers.labels import Labels, Part
from generator.importers.ordinals import Style, ordinal
from generator.importers.outline import Block, Cell, Outline, Paragraph, Table

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

    @property
    def tables(self) -> list[Table]:
        if self.project is not None:
            return [self.project]
        return [block for block in self.blocks if isinstance(block, Table)]


def divided(outline: Outline, labels: Labels) -> Iterator[Document]:
    """The documents of a source, in order; a list of many projects is one for each."""
    for document in _divided(outline, labels):
        lists = [found for table in document.tables if (found := portions(table, labels))]
        if len(lists) == 1 and len(document.tables) == 1 and len(lists[0]) > 1:
            for portion in lists[0]:
                yield replace(document, project=portion.table, repeated=portion.repeated)
        else:
            yield document


def _divided(outline: Outline, labels: Labels) -> Iterator[Document]:
    current, has_form = Document(), False
    for block in outline.blocks:
        if isinstance(block, Paragraph) and block.aside == SHEET:
            if current.blocks:
                yield current
            current, has_form = Document(sheet=block), False
        elif isinstance(block, Table) and _opens(block, labels):
            if has_form or _is_report(current):
                lead = _lead(current)
                if current.blocks:
                    yield current
                current = Document(lead, current.sheet)
            has_form = True
        current.blocks.append(block)
    if current.blocks:
        yield current


def _opens(table: Table, labels: Labels) -> bool:
    """Whether a table is a form of its own: it names its project, or has a title in its grid."""
    grid = table.rows()
    for row in range(min(table.height, 8)):
        cells = starting(grid, row)
        for cell, value in pairwise(cells):
            named = labels.field(Part.HEAD, cell.text)
            if named in ("project.name", "bodies.填报单位") and not labels.is_any(value.text):
                return True
    return any(is_title(cell.text) for cell in first_texts(table, 2)[:1]) and table.height > 2  # noqa: PLR2004


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
