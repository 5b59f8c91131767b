"""The cells of a sheet on their grid, without the empty rows and columns around them."""

from collections.abc import Iterable, Iterator, Mapping

from generator.importers.outline import Cell, Table

WIDEST = 500
LONGEST = 20_000
"""Columns and rows beyond which nobody fills in a form."""
Place = tuple[int, int]
"""Row and column, from 1."""
Range = tuple[int, int, int, int]
"""First row and column, last row and column, from 1."""
_LETTERS = 26


def gridded(
    texts: Mapping[Place, str], ranges: Iterable[Range], name: str
) -> tuple[Table, tuple[str, ...]]:
    """The rows and columns in which a text begins, and what is to be said of merged cells."""
    notes: list[str] = []
    merged = dict(_merged(ranges, name, notes))
    rows = {row: n for n, row in enumerate(sorted({row for row, _ in texts}))}
    columns = {column: n for n, column in enumerate(sorted({column for _, column in texts}))}
    return Table(tuple(_cells(texts, merged, rows, columns, name)), name), tuple(notes)


def _cells(
    texts: Mapping[Place, str], merged: Mapping[Place, Range],
    rows: Mapping[int, int], columns: Mapping[int, int], name: str,
) -> Iterator[Cell]:  # fmt: skip
    taken: set[Place] = set()
    for row, down_by in rows.items():
        for column, right_by in columns.items():
            if (row, column) in taken:
                continue
            whole = merged.get((row, column), (row, column, row, column))
            if whole[:2] != (row, column):  # begins where no text does, so nothing stands here
                whole = (row, column, row, column)
            down = [r for r in rows if whole[0] <= r <= whole[2]]
            right = [c for c in columns if whole[1] <= c <= whole[3]]
            taken.update((r, c) for r in down for c in right)
            yield Cell(
                texts.get((row, column), ""), f"{name}{lettered(column)}{row}", down_by, right_by,
                len(down), len(right),
            )  # fmt: skip


def _merged(ranges: Iterable[Range], name: str, notes: list[str]) -> Iterator[tuple[Place, Range]]:
    """Of each place in a merged range the range; of two that overlap the first."""
    seen: set[Place] = set()
    for top, left, bottom, right in sorted(ranges):
        whole = top, left, min(bottom, LONGEST), min(right, WIDEST)
        places = {
            (row, column)
            for row in range(top, whole[2] + 1)
            for column in range(left, whole[3] + 1)
        }
        if places & seen:
            coordinates = f"{lettered(left)}{top}:{lettered(right)}{bottom}"
            notes.append(f"{name}的合并区域 {coordinates} 与另一处重叠，没有合并")
            continue
        seen |= places
        yield from ((place, whole) for place in places)


def lettered(column: int) -> str:
    """The letters of a column, counted from 1: A, Z, AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters
