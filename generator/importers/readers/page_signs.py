"""The signs of a page that are seen, each once."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Self

from pdfplumber.page import Page

from generator.importers.readers.page_lines import Char

_TOLERANCE = 1
"""Points between two prints of one sign."""


class Signs(NamedTuple):
    """The signs of a page, and how many were passed over."""

    chars: Sequence[Char]
    outside: int
    doubled: int

    @classmethod
    def of(cls, page: Page) -> Self:
        """Those within the page, each once: text is doubled to look bold, or cut off."""
        left, top, right, bottom = page.bbox
        seen: set[tuple[str, int, int]] = set()
        kept: list[Char] = []
        outside = doubled = 0
        for char in page.chars:
            middle, centre = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
            if not (left <= middle <= right and top <= centre <= bottom):
                outside += not char["text"].isspace()
                continue
            across, down = round(char["x0"]), round(char["top"])
            if not char["text"].isspace() and any(
                (char["text"], across + right_by, down + down_by) in seen
                for right_by in _NEAR
                for down_by in _NEAR
            ):
                doubled += 1
                continue
            seen.add((char["text"], across, down))
            kept.append(Char.of(char))
        return cls(kept, outside, doubled)

    def notes(self, number: int) -> Iterator[str]:
        """What was passed over on a page, in sentences."""
        if self.outside:
            yield f"第{number}页有 {self.outside} 个字在页面之外，没有读取"
        if self.doubled:
            yield f"第{number}页有 {self.doubled} 个字重叠印了两遍，只读一遍"


_NEAR = range(-_TOLERANCE, _TOLERANCE + 1)
