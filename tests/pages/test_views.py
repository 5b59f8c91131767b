"""Score tables and exchanges of findings and recommendations, as the pages lay them out."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import chain

import pytest
from helpers.filling import any_of, filled
from hypothesis import given
from hypothesis import strategies as st

from generator.model.evaluation import Evaluation
from generator.model.findings import Finding, Recommendation
from generator.model.indicators import Indicator
from generator.pages.parts.answers import Exchange, exchanges
from generator.pages.parts.levels import LeafRow, LevelCell, LevelTable, level_table

Tree = dict[str, "Tree"]


def indicators(tree: Tree) -> tuple[Indicator, ...]:
    return tuple(Indicator(name=name, children=indicators(below)) for name, below in tree.items())


def drawn(table: LevelTable[Indicator]) -> list[str]:
    """Rows as text: merged cells with their height, the leaf with its width."""
    rows = (row for group in table.groups for row in group.rows)
    return ["".join(map(_cell, row.cells)) + f"{row.indicator.name}/{row.columns}" for row in rows]


def _cell(cell: LevelCell[Indicator]) -> str:
    return f"{cell.indicator.name}×{cell.rows} "


TABLES: dict[str, tuple[Tree, list[str]]] = {
    "flat": ({"甲": {}, "乙": {}}, ["甲/1", "乙/1"]),
    "two levels, with a subtotal row": ({"甲": {"子": {}, "丑": {}}}, ["甲×3 子/1", "丑/1"]),
    "a leaf beside a group": ({"甲": {}, "乙": {"子": {}}}, ["甲/2", "乙×2 子/1"]),
    "a single chain": ({"甲": {"子": {"天": {"地": {}}}}}, ["甲×2 子×1 天×1 地/1"]),
    "uneven depth": (
        {"甲": {"子": {"天": {}, "地": {}}, "丑": {}}, "乙": {"寅": {}}},
        ["甲×4 子×2 天/1", "地/1", "丑/2", "乙×2 寅/2"],
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_cells_of_a_level_are_merged_over_the_rows_below(name: str) -> None:
    tree, rows = TABLES[name]
    assert drawn(level_table(indicators(tree), subtotals=True)) == rows


names = st.sampled_from("甲乙丙丁")
trees = st.recursive(
    st.builds(Indicator, name=names),
    lambda below: st.builds(
        Indicator, name=names, children=st.lists(below, min_size=1, max_size=3).map(tuple)
    ),
    max_leaves=12,
)


@given(st.lists(trees, max_size=4), st.booleans())
def test_every_row_fills_the_table_exactly(tops: list[Indicator], subtotals: bool) -> None:
    table = level_table(tops, subtotals=subtotals)
    leaves = list(chain.from_iterable(top.leaves() for top in tops))
    assert [row.indicator for group in table.groups for row in group.rows] == leaves
    for group in table.groups:
        assert _widths(group.rows, extra=group.has_subtotal) == {table.depth}
    assert len(table.levels) == table.depth


def _widths(rows: Sequence[LeafRow[Indicator]], *, extra: bool) -> set[int]:
    hanging: list[int] = []
    widths = set()
    for row in rows:
        hanging += [cell.rows for cell in row.cells]
        widths.add(len(hanging) + row.columns)
        hanging = [height - 1 for height in hanging if height > 1]
    assert hanging == ([1] if extra else [])
    return widths


def evaluation(findings: int, answers: Sequence[Sequence[int]]) -> Evaluation:
    """So many findings, and recommendations that answer those numbered."""
    return filled(Evaluation, lambda _: "示例").model_copy(
        update={
            "findings": tuple(Finding(id=f"w{n}", text="示例") for n in range(1, findings + 1)),
            "recommendations": tuple(
                Recommendation(text="示例", findings=tuple(f"w{n}" for n in answered))
                for answered in answers
            ),
        }
    )


def paired(found: Sequence[Exchange]) -> list[tuple[list[int], list[int]]]:
    return [([f.number for f in e.findings], [r.number for r in e.recommendations]) for e in found]


EXCHANGES: dict[str, tuple[int, list[list[int]], list[tuple[list[int], list[int]]]]] = {
    "nothing": (0, [], []),
    "one to one": (2, [[1], [2]], [([1], [1]), ([2], [2])]),
    "crossed": (2, [[2], [1]], [([1], [2]), ([2], [1])]),
    "one answers two": (2, [[1, 2]], [([1, 2], [1])]),
    "two answer one": (1, [[1], [1]], [([1], [1, 2])]),
    "a finding without answer": (2, [[2]], [([1], []), ([2], [1])]),
    "a recommendation of its own": (1, [[], [1]], [([1], [2]), ([], [1])]),
    "a chain hangs together": (3, [[1, 2], [2, 3]], [([1, 2, 3], [1, 2])]),
    "a reference given twice": (1, [[1, 1]], [([1], [1])]),
}


@pytest.mark.parametrize("name", EXCHANGES)
def test_findings_stand_beside_what_answers_them(name: str) -> None:
    findings, answers, expected = EXCHANGES[name]
    assert paired(exchanges(evaluation(findings, answers))) == expected


@given(st.data())
def test_everything_stands_once_beside_all_it_belongs_to(data: st.DataObject) -> None:
    count = data.draw(st.integers(0, 5))
    numbers = st.lists(st.integers(1, count), max_size=3) if count else st.just([])
    answers = data.draw(st.lists(numbers, max_size=5))
    found = exchanges(evaluation(count, answers))
    assert sorted(f.number for e in found for f in e.findings) == list(range(1, count + 1))
    assert sorted(r.number for e in found for r in e.recommendations) == list(
        range(1, len(answers) + 1)
    )
    for exchange in found:
        here = {f.number for f in exchange.findings}
        assert all({at.number for at in r.answered} <= here for r in exchange.recommendations)
        assert all(
            {at.number for at in f.answers} <= {r.number for r in exchange.recommendations}
            for f in exchange.findings
        )


@given(any_of(Indicator))
def test_what_is_shown_of_a_target_says_its_sign_and_unit(indicator: Indicator) -> None:
    shown = indicator.target_shown
    assert bool(shown) == bool(indicator.target)
    if indicator.target:
        assert indicator.target in shown
        assert shown.endswith(indicator.unit or indicator.target)


@pytest.mark.parametrize(
    ("weight", "score", "lost"),
    [(10, 9, 1), (10, 10, 0), (None, 9, None), (10, None, None), (10, 12, -2)],
)
def test_points_are_lost_where_both_marks_are_printed(
    weight: int | None, score: int | None, lost: int | None
) -> None:
    found = Indicator(name="示例", weight=_decimal(weight), score=_decimal(score))
    assert found.lost == _decimal(lost)


def _decimal(number: int | None) -> Decimal | None:
    return None if number is None else Decimal(number)
