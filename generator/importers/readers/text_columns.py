"""Tables of plain text: lines whose texts stand below one another, set apart with blanks.

Only what is plainly a table is taken for one: a head of at least three names, and at least two
lines below it that keep to its columns. All else stays lines of text.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from unicodedata import east_asian_width

from generator.importers.readers.occupancy import Stretch, stretches
from generator.values.text import half_width

_LEAST = 3
"""Lines and columns of a table."""
_FEWEST = 2
"""Texts of a line of one."""
_TEXT = re.compile(r"[^\s\u3000]++(?:[ \u3000][^\s\u3000]++)*+")
"""A text with single blanks in it; two part it from the next."""
_NO_HEAD = re.compile(r"[：:]|\A[\d.,%-]++\Z", re.ASCII)
"""Names of columns are neither figures nor names with their values behind them."""
_WIDE = "WFA"
Row = Sequence[str]


class _Text(NamedTuple):
    """A text on its line, in signs as wide as those of ASCII."""

    text: str
    place: Stretch


class Aligned(NamedTuple):
    """A table among lines: where it begins, where it ends, its rows with a text per column."""

    first: int
    end: int
    rows: Sequence[Row]


def aligned(lines: Sequence[str]) -> Iterator[Aligned]:
    """The tables among lines, from the top."""
    texts = [_texts(line) for line in lines]
    start = 0
    while start < len(lines):
        columns, end = _columns(texts, start)
        if end - start >= _LEAST:
            yield Aligned(start, end, [_row(texts[n], columns) for n in range(start, end)])
        start = max(end, start + 1)


def _texts(line: str) -> list[_Text]:
    found: list[_Text] = []
    place = last = 0
    for match in _TEXT.finditer(line):
        left = place + _width(line[last : match.start()])
        place, last = left + _width(match[0]), match.end()
        found.append(_Text(match[0], (left, place)))
    return found


def _width(text: str) -> int:
    return sum(2 if east_asian_width(sign) in _WIDE else 1 for sign in text)


def _columns(texts: Sequence[Sequence[_Text]], start: int) -> tuple[Sequence[Stretch], int]:
    """The columns of the table that a line begins, and where it ends: at its head where none is.

    Where every line has a text for each column they go by order, and no places are given.
    """
    head = texts[start]
    if len(head) < _LEAST or any(_NO_HEAD.search(half_width(one.text)) for one in head):
        return (), start
    columns, in_order = [one.place for one in head], True
    for end in range(start + 1, len(texts)):
        row = texts[end]
        wider = stretches([*columns, *(one.place for one in row)]) if columns else []
        is_kept = _is_each_in_its_own(head, wider) and _is_each_in_its_own(row, wider)
        by_place = wider if is_kept and len(wider) == len(head) else []
        by_order = in_order and len(row) == len(head)
        if len(row) < _FEWEST or not (by_place or by_order):
            return () if in_order else columns, end
        columns, in_order = by_place, by_order
    return () if in_order else columns, len(texts)


def _is_each_in_its_own(texts: Sequence[_Text], columns: Sequence[Stretch]) -> bool:
    """Whether no column holds two texts of a line."""
    held = [sum(left <= one.place[0] < right for one in texts) for left, right in columns]
    return max(held, default=0) <= 1


def _row(texts: Sequence[_Text], columns: Sequence[Stretch]) -> Row:
    if not columns:
        return [one.text for one in texts]
    return [
        next((one.text for one in texts if left <= one.place[0] < right), "")
        for left, right in columns
    ]
