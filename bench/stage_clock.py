"""CPU time charged to stages, by clocks put round functions from outside.

Nothing in the program knows of it. A clock is read when a stage is entered and left, some dozens
of times for a record, where a profiler would be called for each function.
"""

import importlib
import inspect
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from types import GeneratorType, ModuleType

from bench.stage_table import REST, START, Stage

Function = Callable[..., object]


class Clock:
    """Seconds of CPU for each stage; the innermost one that is open is charged."""

    def __init__(self, now: Callable[[], float] = time.process_time) -> None:
        self._now = now
        self._open = [START]
        self._since = 0.0
        self.seconds: dict[str, float] = {}

    @property
    def stage(self) -> str:
        return self._open[-1]

    def enter(self, stage: str) -> None:
        """Open a stage inside the one that is open."""
        self._charge()
        self._open.append(stage)

    def leave(self) -> None:
        """Close the innermost stage."""
        self._charge()
        self._open.pop()

    def begin(self) -> None:
        """The build begins: what was so far is start-up."""
        self._charge()
        self._open = [REST]

    def close(self) -> None:
        """Charge what the open stage took until now."""
        self._charge()

    def _charge(self) -> None:
        now = self._now()
        self.seconds[self.stage] = self.seconds.get(self.stage, 0) + now - self._since
        self._since = now


def clocked(function: Function, stage: str, clock: Clock) -> Function:
    """A function that charges its time; so does a generator that it returns, step by step."""

    @wraps(function)
    def timed(*args: object, **named: object) -> object:
        if clock.stage == stage:  # it calls itself, or is called by its like
            return function(*args, **named)
        clock.enter(stage)
        try:
            made = function(*args, **named)
        finally:
            clock.leave()
        return _stepwise(made, stage, clock) if isinstance(made, GeneratorType) else made

    return timed


def _stepwise(steps: Iterator[object], stage: str, clock: Clock) -> Iterator[object]:
    while True:
        clock.enter(stage)
        try:
            made = next(steps)
        except StopIteration:
            return
        finally:
            clock.leave()
        yield made


def install(stages: Iterable[Stage], clock: Clock) -> tuple[str, ...]:
    """Put clocks round all targets; returns the names of the stages of which none exists."""
    absent = []
    for stage in stages:
        found = [place for target in stage.targets for place in places(target)]
        for owner, name in found:
            _put(owner, name, stage.name, clock)
        if not found:
            absent.append(stage.name)
    return tuple(absent)


def places(target: str) -> list[tuple[ModuleType | type, str]]:
    """Where a target stands: what holds it, and under which name; nowhere if it does not exist."""
    module_name, _, path = target.partition(":")
    try:
        owner: ModuleType | type = importlib.import_module(module_name)
    except ModuleNotFoundError:
        return []
    *above, name = path.split(".")
    for part in above:
        found = getattr(owner, part, None)
        if not isinstance(found, type):
            return []
        owner = found
    if name != "*":
        return [(owner, name)] if hasattr(owner, name) else []
    module = owner.__name__ if isinstance(owner, ModuleType) else owner.__module__
    return [
        (owner, own)
        for own, value in list(vars(owner).items())
        if inspect.isfunction(value) and value.__module__ == module and not own.startswith("_")
    ]


def _put(owner: ModuleType | type, name: str, stage: str, clock: Clock) -> None:
    held = inspect.getattr_static(owner, name)
    if isinstance(held, classmethod | staticmethod):
        setattr(owner, name, type(held)(clocked(held.__func__, stage, clock)))
        return
    timed = clocked(held, stage, clock)
    setattr(owner, name, timed)
    if isinstance(owner, ModuleType):
        _rebind(held, timed)


def _rebind(held: object, timed: object) -> None:
    """What other modules have imported by name is changed there too."""
    for module in list(sys.modules.values()):
        for name, value in list(getattr(module, "__dict__", {}).items()):
            if value is held:
                setattr(module, name, timed)
