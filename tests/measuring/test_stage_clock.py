"""Time is charged to the innermost stage, whatever calls what."""

import sys
from collections.abc import Iterator
from types import ModuleType

import pytest

from bench.stage_clock import Clock, clocked, install, places
from bench.stage_table import STAGES, Stage


class Watch:
    """A clock that goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def work(self, seconds: float) -> float:
        self.now += seconds
        return seconds


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def clock(watch: Watch) -> Clock:
    return Clock(watch)


def test_a_stage_is_not_charged_what_another_takes_inside_it(watch: Watch, clock: Clock) -> None:
    inner = clocked(watch.work, "inner", clock)

    def outer() -> None:
        watch.work(1)
        inner(10)
        watch.work(2)

    watch.work(100)
    clock.begin()
    clocked(outer, "outer", clock)()
    watch.work(1000)
    clock.close()
    assert clock.seconds == {"start-up": 100, "outer": 3, "inner": 10, "rest": 1000}


def test_what_calls_itself_is_charged_once(watch: Watch, clock: Clock) -> None:
    def down(levels: int) -> None:
        watch.work(1)
        if levels:
            again(levels - 1)

    again = clocked(down, "down", clock)
    again(4)
    assert clock.seconds == {"start-up": 0, "down": 5}


def test_a_generator_is_charged_its_steps_and_not_what_is_done_between(
    watch: Watch, clock: Clock
) -> None:
    def steps() -> Iterator[int]:
        for n in range(3):
            watch.work(1)
            yield n
        watch.work(5)

    clock.begin()
    made = clocked(steps, "views", clock)()
    assert isinstance(made, Iterator)
    assert [n for n in made if watch.work(10)] == [0, 1, 2]
    clock.close()
    assert clock.seconds == {"start-up": 0, "views": 8, "rest": 30}


def test_a_failure_closes_its_stage(watch: Watch, clock: Clock) -> None:
    def failing() -> None:
        watch.work(1)
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - the one above
        clocked(failing, "failing", clock)()
    watch.work(2)
    clock.close()
    assert clock.seconds == {"start-up": 2, "failing": 1}


def test_clocks_stand_wherever_a_target_is_known(
    monkeypatch: pytest.MonkeyPatch, watch: Watch, clock: Clock
) -> None:
    maker, user = ModuleType("maker"), ModuleType("user")
    source = (
        "def plain(work): work(1)\n"
        "class Kind:\n"
        "    def method(self, work): work(10)\n"
        "    @classmethod\n"
        "    def made(cls, work): work(100); return cls()\n"
    )
    exec(source, vars(maker))  # noqa: S102 - a module of the test's own
    vars(user)["plain"] = vars(maker)["plain"]
    for module in (maker, user):
        monkeypatch.setitem(sys.modules, module.__name__, module)
    stages = (
        Stage("one", ("maker:plain", "maker:gone")),
        Stage("two", ("maker:Kind.*", "maker:Kind.made")),
        Stage("three", ("maker:gone", "nowhere.at_all:x", "maker:Gone.method")),
    )
    assert install(stages, clock) == ("three",)
    user.plain(watch.work)
    maker.Kind.made(watch.work).method(watch.work)
    assert clock.seconds == {"start-up": 0, "one": 1, "two": 110}


def test_the_table_names_what_there_is() -> None:
    absent = {s.name for s in STAGES if not any(places(target) for target in s.targets)}
    assert absent <= {"store"}
