"""Titles that stand above tables within a text: names of the tables, and none of the text."""

import re
from collections.abc import Sequence

from generator.importers.ordinals import ordinal
from generator.importers.outline import Block, Paragraph
from generator.importers.parts import is_title
from generator.importers.prose.headings import heads_annexes

_ABOVE = 4
"""Lines above a table that are looked at."""
_BESIDE = re.compile(
    r"附\s?[件表]\s?[一二三四五六七八九十\d－-]{0,4}\s?[：:]?.{0,50}"
    r"|[（(]?(?:金额|计量|资金)?单位\s?[：:]\s?\S{1,6}[）)]?|[（(]?20\d\d年度?[）)]?"
)
"""What stands with a title: the number of an annex, a unit, a year."""


def table_titles(blocks: Sequence[Block]) -> list[Paragraph]:
    """The titles directly above tables behind the first heading, with what goes with them."""
    found: list[Paragraph] = []
    is_text = False
    for n, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            is_text |= ordinal(block.text) is not None and not heads_annexes(block.text)
        elif is_text:
            found += _above(blocks[max(0, n - _ABOVE) : n])
    return found


def _above(blocks: Sequence[Block]) -> list[Paragraph]:
    above: list[Paragraph] = []
    for block in reversed(blocks):
        if not isinstance(block, Paragraph) or not _may_be_above(block):
            break
        above.append(block)
    return above if any(_names_table(one.text) for one in above) else []


def _may_be_above(paragraph: Paragraph) -> bool:
    """Whether a line is the title of a table below it, or goes with one."""
    text = paragraph.text.strip()
    if paragraph.level or "。" in text or ordinal(text) is not None:
        return False
    return _names_table(text) or _BESIDE.fullmatch(text) is not None


def _names_table(text: str) -> bool:
    return is_title(text) or text.strip().endswith("指标体系")
