"""Every regular expression of the package takes time in proportion to the text it looks at.

What is told by a clock is told on a quiet machine, by `make promises`.
"""

import ast
import re
from collections.abc import Callable, Iterator
from inspect import getsource
from time import process_time
from types import ModuleType
from typing import Any

import pytest
from helpers import patterns

import generator
from generator.values import lazily

LENGTHS = (20, 200, 4_000)
SOON = 0.002
"""Seconds; what has looked through the longest text by then is not worth measuring."""
LATE = 0.01
"""Seconds; what has not looked through a short text by then never ends with a long one."""
TRIES = 3
GROWTH = 4
TOO_MUCH = 10
"""Growth of time where a text grows to four times its length: 4 when linear, 16 when square."""


def _full(pattern: re.Pattern[Any], text: Any) -> None:
    pattern.fullmatch(text)


def _all(pattern: re.Pattern[Any], text: Any) -> None:
    for _ in pattern.finditer(text):
        pass


Way = Callable[[re.Pattern[Any], Any], None]
WAYS: tuple[Way, ...] = (_full, _all)
"""The first comes to the end of a text or fails; the second searches, as `sub` does too."""


def seconds(way: Way, pattern: re.Pattern[Any], text: Any) -> float:
    started = process_time()
    way(pattern, text)
    return process_time() - started


def least(way: Way, pattern: re.Pattern[Any], text: Any) -> float:
    """The least of some tries: what else the machine does adds to some of them only."""
    return min(seconds(way, pattern, text) for _ in range(TRIES))


def grows_too_much(way: Way, pattern: re.Pattern[Any], text: Any) -> bool:
    """Whether a text of four times the length takes too much longer; one quick try clears it."""
    longer = text[:-1] * GROWTH + text[-1:]
    most = max(least(way, pattern, text), SOON / GROWTH) * TOO_MUCH
    return all(seconds(way, pattern, longer) >= most for _ in range(TRIES))


def slowest(pattern: re.Pattern[Any]) -> str | None:
    """The beginning of a text that takes more than linear time, if there is one."""
    for way in WAYS:
        for length in LENGTHS:
            for text in patterns.texts(pattern, length):
                if seconds(way, pattern, text) < SOON:
                    continue
                is_late = length < LENGTHS[-1] and least(way, pattern, text) >= LATE
                if is_late or grows_too_much(way, pattern, text):
                    return str(text[:60])
    return None


@pytest.mark.promises
def test_every_pattern_is_linear() -> None:
    # Finding them takes as long as running many other tests, so none is told apart beforehand.
    found = patterns.compiled(generator)
    assert {place: text for one, place in found.items() if (text := slowest(one))} == {}


@pytest.mark.promises
@pytest.mark.parametrize(
    "offender",
    [
        r"\d+x",
        r"(?:a+)+$",
        r"\s+$",
        "《[^》]*》",
        r"(\w+\s?)+!",
        r"#.*?x *\}$",
        "a.*b",
        "(?s)<.*>",
        "#(.+?) *x",
    ],
)
def test_a_square_pattern_would_be_caught(offender: str) -> None:
    assert slowest(re.compile(offender))


def others() -> Iterator[ModuleType]:
    """All modules but the one that compiles, when they are asked, patterns that others keep."""
    return (module for module in patterns.modules(generator) if module is not lazily)


def test_patterns_are_found_wherever_they_are_kept() -> None:
    for module in others():
        calls = [n for n in ast.walk(ast.parse(getsource(module))) if isinstance(n, ast.Call)]
        compiled = sum(ast.unparse(call.func) in {"re.compile", "lazily"} for call in calls)
        assert len({pattern for _, pattern in patterns.held(module)}) >= compiled, module.__name__


def test_no_pattern_is_put_together_while_a_function_runs() -> None:
    late = [
        f"{module.__name__}:{call.lineno}"
        for module in others()
        for call in patterns.built(module)
        if not isinstance(call.args[0], ast.Constant)
    ]
    assert late == []
