"""What became of results since an earlier check, as a table; the changes every format tells."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from helpers.tables import valued

from generator.desk.comparison import Present, compared
from generator.diagnostics import Change, Diagnostic, Location, Severity, count
from generator.diagnostics.formats import as_github, as_json, as_sarif, as_text

HERE = Present(frozenset({"a.yml"}), frozenset(), frozenset())
CASES = valued(Path(__file__).parent / "comparison.yml")


def results(listed: list[dict[str, Any]]) -> Iterator[Diagnostic]:
    for one in listed:
        place = Location(one.get("path", "a.yml"), one.get("line", 1))
        yield Diagnostic(
            one["rule"], Severity.WARNING, place, one.get("message", "甲"), "",
            one.get("field", ""), one.get("found", ""), accepted=one.get("accepted", False),
        )  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_results_are_known_again(case: dict[str, Any]) -> None:
    now = tuple(results(case["now"]))
    present = Present(
        frozenset(case.get("there", ("a.yml", "b.yml"))),
        frozenset(case.get("partly", ())) | frozenset(case.get("wholly", ())),
        frozenset(case.get("wholly", ())),
    )
    told = compared(tuple(results(case["before"])), now, present)
    gone = [one for one in told if one.change in (Change.MENDED, Change.UNJUDGED)]
    assert [one.change for one in told if one not in gone] == [
        Change(one["is"]) if one["is"] else None for one in case["now"]
    ]
    expected = [(one["rule"], one["is"]) for one in case.get("gone", [])]
    assert [(one.rule, one.change) for one in gone] == expected
    for one, wanted in zip(gone, case.get("gone", []), strict=True):
        assert one.message == wanted.get("message", "甲")


def test_nothing_changed_is_all_open() -> None:
    now = tuple(results([{"rule": "a", "line": n, "field": f"x.{n}"} for n in range(9)]))
    told = compared(now, now, HERE)
    assert {one.change for one in told} == {Change.OPEN}
    assert len(told) == len(now)


def test_every_format_tells_the_change() -> None:
    before = tuple(results([{"rule": "a", "field": "x"}, {"rule": "b", "field": "y"}]))
    now = tuple(results([{"rule": "b", "field": "y"}, {"rule": "c", "field": "z"}]))
    told = compared(before, now, HERE)
    lines = as_text(told).splitlines()
    assert [line.partition("【")[2].partition("】")[0] for line in lines] == [
        "已改正", "仍未处理", "新增",
    ]  # fmt: skip
    assert [one["change"] for one in json.loads(as_json(told))] == ["mended", "open", "new"]
    [run] = json.loads(as_sarif(told))["runs"]
    states = [one["baselineState"] for one in run["results"]]
    assert states == ["absent", "unchanged", "new"]
    # What is gone has no line to stand beside.
    assert "title=a:" not in as_github(told)
    assert len(as_github(told).splitlines()) == 2
    assert count(told, Severity.WARNING) == 2
