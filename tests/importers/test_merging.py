"""Three states of a draft: as imported, as mended, as its source is now."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.importers.merging import What, merged

ROWS: list[Any] = [{"名称": "养护率", "指标值": "95"}, {"名称": "成活率", "指标值": "90"}]
VALUES = st.recursive(
    st.text("甲乙丙", min_size=1, max_size=2),
    lambda inner: st.dictionaries(st.sampled_from(["名称", "内容", "得分"]), inner, max_size=3),
    max_leaves=6,
)
RECORDS = st.dictionaries(
    st.sampled_from(["标题", "指标", "资金"]),
    VALUES | st.lists(st.dictionaries(st.sampled_from(["名称", "得分"]), VALUES, min_size=1)),
)


def changes(*states: Any) -> list[tuple[str, What]]:
    return [(" ".join(map(str, one.at)), one.what) for one in merged(*states).changes]


@pytest.mark.parametrize(
    ("base", "mine", "new", "result", "what"),
    [
        ("1", "1", "2", "2", What.TAKEN),
        ("1", "2", "1", "2", What.KEPT),
        ("1", "2", "3", "2", What.CONFLICT),
        ("1", "2", "2", "2", None),
        (None, None, "2", "2", What.ADDED),
        (None, "2", None, "2", What.KEPT),
        ("1", "1", None, None, What.REMOVED),
        ("1", "2", None, "2", What.CONFLICT),
        ("1", None, "1", None, What.KEPT),
        ("1", None, "2", None, What.CONFLICT),
    ],
)
def test_the_table_of_what_becomes_of_a_value(
    base: str | None, mine: str | None, new: str | None, result: str | None, what: What | None
) -> None:
    states = [{} if value is None else {"标题": value} for value in (base, mine, new)]
    found = merged(*states)
    assert found.data == ({} if result is None else {"标题": result})
    assert [one.what for one in found.changes] == ([] if what is None else [what])


def test_rows_are_known_by_their_names_and_keep_their_order() -> None:
    mine: list[Any] = [{"名称": "养护率", "指标值": "96"}, ROWS[1]]
    new: list[Any] = [{"名称": "面积", "指标值": "3"}, ROWS[0], {"名称": "成活率", "指标值": "92"}]
    found = merged({"指标": ROWS}, {"指标": mine}, {"指标": new})
    assert found.data == {"指标": [new[0], mine[0], new[2]]}
    assert found.moved_to(("指标", 1, "指标值")) == ("指标", 2, "指标值")
    assert [(one.at, one.what) for one in found.changes] == [
        (("指标", 0), What.ADDED),
        (("指标", 1, "指标值"), What.KEPT),
        (("指标", 2, "指标值"), What.TAKEN),
    ]


def test_an_answer_keeps_the_problem_that_it_was_given_to() -> None:
    base: Any = {"问题": [{"编号": "w1", "内容": "甲"}], "建议": [{"内容": "子"}]}
    mine: Any = {
        "问题": [{"编号": "w1", "内容": "甲"}],
        "建议": [{"内容": "子", "对应问题": ["w1"]}],
    }
    new: Any = {
        "问题": [{"编号": "w1", "内容": "乙"}, {"编号": "w2", "内容": "甲"}],
        "建议": [{"内容": "子"}, {"内容": "丑", "对应问题": ["w1"]}],
    }
    found = merged(base, mine, new).data
    assert found["问题"] == [{"编号": "w2", "内容": "乙"}, {"编号": "w1", "内容": "甲"}]
    assert found["建议"] == [
        {"内容": "子", "对应问题": ["w1"]}, {"内容": "丑", "对应问题": ["w2"]},
    ]  # fmt: skip


@settings(max_examples=40)
@given(RECORDS, RECORDS)
def test_nothing_mended_takes_all_and_nothing_new_changes_nothing(one: Any, other: Any) -> None:
    assert dict(merged(one, one, other).data) == other or _is_only_reordered(one, other)
    kept = merged(one, other, one)
    assert kept.data == other
    assert {change.what for change in kept.changes} <= {What.KEPT}


def _is_only_reordered(one: Any, other: Any) -> bool:
    """Rows that both have keep the order of the draft."""
    found: Any = merged(one, one, other).data
    return bool(found.keys() == other.keys()) and all(
        sorted(map(_spelt, found[key])) == sorted(map(_spelt, other[key]))
        for key in found
        if found[key] != other[key]
    )


def _spelt(row: Any) -> str:
    """Alike for rows that are equal, whatever the order of their keys."""
    return json.dumps(row, sort_keys=True)
