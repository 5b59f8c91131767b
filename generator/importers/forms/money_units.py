"""The unit of money that names of columns, captions and titles say."""

import re
from collections.abc import Iterable

from generator.importers.forms.grids import is_figure
from generator.importers.labels import said
from generator.importers.outline import Cell
from generator.importers.values import UNITS
from generator.values.names import folded

_IN_TEXT = re.compile(
    r"(?:单位|金额单位|资金单位|币种)[：:]?\s?(?:人民币)?\s?(亿元|万元|元)|[（(](亿元|万元|元)[）)]"
)


def unit_in(texts: Iterable[str]) -> str:
    """The unit of money that names and captions say; empty where none does, or they differ."""
    found = {match[1] or match[2] for text in texts for match in _IN_TEXT.finditer(folded(text))}
    found |= {within for text in texts for within in said(text).within if within in UNITS}
    return found.pop() if len(found) == 1 else ""


def with_unit(cell: Cell, head: Iterable[Cell], around: str = "") -> str:
    """The text of an amount, with the unit of its column where it says none itself.

    `around` is the unit that the caption of the table says for all of it.
    """
    over = [c.text for c in head if c.column <= cell.column <= c.last_column]
    return with_unit_of(cell, *over, around=around)


def with_unit_of(cell: Cell, *names: str, around: str = "") -> str:
    """The text of an amount, with the unit that its names say where it says none itself."""
    text = cell.text.strip()
    is_bare = is_figure(text) and text[-1:].isdigit()
    return text + (unit_in(names) or around) if is_bare else text
