"""The signs of a page that are seen, each once."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Self

from pdfplumber.page import Page
from PIL.Image import Image

from generator.importers.readers.page_lines import Char
from generator.importers.readers.page_sight import unseen

_NAMELESS = "(cid:"
_TOLERANCE = 1
"""Points between two prints of one sign."""


class Signs(NamedTuple):
    """The signs of a page, and how many were passed over."""

    chars: Sequence[Char]
    outside: int
    doubled: int
    hidden: int
    nameless: int
    """Those kept of which the file does not say which sign they are."""

    @classmethod
    def of(cls, page: Page, drawn: Image, scale: float) -> Self:
        """Those that are seen, each once: text is doubled to look bold, clipped, or cut off.

        `drawn` is the page as another program shows it, in grey, with `scale` dots to a point.
        """
        left, top, right, bottom = page.bbox
        seen: set[tuple[str, int, int]] = set()
        kept: list[Char] = []
        outside = doubled = 0
        out_of_sight = unseen(page.chars, drawn, scale)
        for n, char in enumerate(page.chars):
            middle, centre = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
            if not (left <= middle <= right and top <= centre <= bottom):
                outside += not char["text"].isspace()
                continue
            if n in out_of_sight:
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
        nameless = sum(char.text.startswith(_NAMELESS) for char in kept)
        return cls(kept, outside, doubled, len(out_of_sight), nameless)

    def notes(self, number: int) -> Iterator[str]:
        """What was passed over on a page, in sentences."""
        if self.outside:
            yield f"第{number}页有 {self.outside} 个字在页面之外，没有读取"
        if self.doubled:
            yield f"第{number}页有 {self.doubled} 个字重叠印了两遍，只读一遍"
        if self.hidden:
            yield f"第{number}页有 {self.hidden} 个字在页面上看不见，没有读取"
        if self.nameless:
            yield f"第{number}页有 {self.nameless} 个字的字体没有带编码，读不出来；请对照原件补填"


_NEAR = range(-_TOLERANCE, _TOLERANCE + 1)
