"""Rows of a score table whose one column holds all levels, told apart by their numbers.

`A决策`, `A1项目立项`, `A11立项依据`; `一、预算管理`, `（一）预算编制`; `1`, `1.1`, `1.1.1`.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.importers.ordinals import Style, ordinal
from generator.importers.outline import Cell

_LETTERS = re.compile(r"[A-Z](?P<digits>\d{0,3}(?:\.\d{1,2}){0,2})[.、\s]{0,2}(?=[\u4e00-\u9fff])")
_DOTTED = re.compile(r"(?P<digits>\d{1,2}(?:\.\d{1,2}){1,3})[.、\s]{0,2}(?=[\u4e00-\u9fff])")
_RANKED = (Style.HAN, Style.HAN_IN_BRACKETS, Style.DECIMAL, Style.DECIMAL_IN_BRACKETS)


class Coded(NamedTuple):
    """How deep a row is, and where its name begins."""

    depth: int
    start: int


def coded(cells: Sequence[Cell]) -> Mapping[Cell, Coded]:
    """Of each cell that names a row its place in the tree; empty where numbers tell none."""
    told = [_read(cell.text.strip()) for cell in cells]
    found = [one for one in told if one is not None]
    if not found or len(found) < len(told) or len({family for family, _, _ in found}) > 1:
        return {}
    ranks = sorted({rank for _, rank, _ in found})
    if len(ranks) < 2 or found[0][1] != ranks[0]:  # noqa: PLR2004 -- levels
        return {}
    return {
        cell: Coded(ranks.index(rank), start)
        for cell, (_, rank, start) in zip(cells, found, strict=True)
    }


def _read(text: str) -> tuple[str, int, int] | None:
    """The family of numbers that a name begins with, its rank in it, where the name begins."""
    if match := _LETTERS.match(text):
        digits = match["digits"]
        return "letters", 1 + digits.count(".") + len(digits.partition(".")[0]), 0
    if match := _DOTTED.match(text):
        return "dotted", 1 + match["digits"].count("."), match.end()
    number = ordinal(text)
    if number is None or number.style not in _RANKED:
        return None
    return "ordinals", _RANKED.index(number.style), number.end
