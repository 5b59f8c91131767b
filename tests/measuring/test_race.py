"""Ratios are taken within a turn, and growth between sizes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.ground import Ground
from bench.race import BASE, Race, growth, hold
from bench.runs import Run


class Runner:
    """Takes part with costs made up beforehand."""

    def __init__(self, name: str, costs: list[float], heard: list[str], version: str = "1") -> None:
        self.name, self.version = name, version
        self._costs, self._heard = iter(costs), heard

    def prepare(self, ground: Ground) -> None:
        self._heard.append(f"{self.name} of {ground.records}")

    def turn(self, ground: Ground) -> Iterator[tuple[str, Run]]:
        del ground
        self._heard.append(self.name)
        yield self.name, Run(next(self._costs), 0, 0)


@pytest.fixture
def ground(tmp_path: Path) -> Ground:
    return Ground(tmp_path, 20)


def test_turns_alternate_and_ratios_are_paired(ground: Ground) -> None:
    heard: list[str] = []
    # A machine ten times slower in one turn: the ratio of the medians would be 11.
    ours, base = Runner("ours", [2, 30, 22], heard), Runner(BASE, [1, 10, 2], heard)
    race = hold(ground, [ours, base], 3)
    assert heard[2:] == ["ours", BASE, BASE, "ours", "ours", BASE]
    assert race.ratio("ours", [BASE]) == 3
    assert race.ratio("ours", [BASE, "ours"]) == 0.75


def test_who_is_not_installed_is_said_and_takes_no_part(ground: Ground) -> None:
    heard: list[str] = []
    absent = Runner(BASE, [], heard, version="")
    race = hold(ground, [Runner("ours", [1], heard), absent], 1)
    assert race.missing == [BASE]
    assert heard == ["ours of 20", "ours"]
    assert race.ratio("ours", [BASE]) is None


def test_a_turn_that_would_end_too_late_is_not_begun(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = iter([0.0, 0.0, 40.0, 80.0])  # the start, then before each turn
    monkeypatch.setattr("bench.race.time.monotonic", lambda: next(times))
    race = hold(ground, [Runner("ours", [1, 1, 1, 1], [])], 4, patience=100)
    assert len(race.rows["ours"]) == 2


def test_the_worst_edit_is_the_dearest_in_the_middle() -> None:
    rows = {"edit: a": [Run(9, 0, 0), Run(1, 0, 0), Run(1, 0, 0)], "edit: b": [Run(2, 0, 0)] * 3}
    race = Race(records=20, pages=50, in_memory=True, rows=rows)
    assert race.worst("edit: ") == "edit: b"
    assert race.worst("nothing") is None


def test_growth_is_the_power_of_the_records() -> None:
    races = [
        Race(records=n, pages=n, in_memory=True, rows={"ours": [Run(n**2 / 1000, 0, 0)]})
        for n in (1000, 100, 10)
    ]
    assert growth(races, "ours") == pytest.approx(2)
    assert growth(races[:1], "ours") is None
    assert growth(races, BASE) is None
