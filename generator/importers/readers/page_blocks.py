"""What stands on a page in the order of reading: tables, and the paragraphs around them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.importers.outline import Paragraph
from generator.importers.readers.page_breaks import PageBlock
from generator.importers.readers.page_columns import aligned
from generator.importers.readers.page_lines import Char, PageText, lines_of, paragraphs_of
from generator.importers.readers.page_tables import Box, PageTable, tables_of


class Sheet(NamedTuple):
    """A page as it is shown: its signs, the cells of its ruled tables, its bounds, in points."""

    number: int
    """Counted from 1."""
    chars: Sequence[Char]
    ruled: Sequence[Sequence[Box]]
    bounds: Box

    def blocks(self) -> Sequence[PageBlock]:
        """Paragraphs and tables from the top of the page to its foot."""
        place = f"第{self.number}页"
        ruled = tables_of(self.ruled, self.chars, place)
        tables = [*ruled, *aligned(self._free(ruled), place)]
        found: list[tuple[float, PageBlock]] = [(one.box[1], one) for one in tables]
        for n, one in enumerate(self._texts(tables), 1):
            aside = "页码" if one.is_margin else ""
            paragraph = Paragraph(one.text, f"{place}第{n}段", 0, aside, one.certainty)
            found.append((one.top, paragraph))
        return [block for _, block in sorted(found, key=lambda pair: pair[0])]

    def _free(self, tables: Sequence[PageTable]) -> list[Char]:
        boxes = [table.box for table in tables]
        return [char for char in self.chars if not any(_holds(box, char) for box in boxes)]

    def _texts(self, tables: Sequence[PageTable]) -> Iterator[PageText]:
        boxes = [table.box for table in tables]
        free = self._free(tables)
        _, top, right, bottom = self.bounds
        left = min([char.left for char in free] + [box[0] for box in boxes], default=0.0)
        edges = left, max([right - left] + [box[2] for box in boxes])
        limits = sorted([top, *(box[1] for box in boxes), bottom])
        for above, below in pairwise(limits):
            part = [char for char in free if above <= char.middle < below]
            yield from paragraphs_of(lines_of(part), bottom - top, edges)


def _holds(box: Box, char: Char) -> bool:
    left, top, right, bottom = box
    return left <= char.centre <= right and top <= char.middle <= bottom
