"""Every regular expression of the package takes time in proportion to the text it looks at.

What is told by a clock is told on a quiet machine, by `make promises`.
"""

import ast
import re
from collections.abc import Callable
from inspect import getsource
from time import process_time
from typing import Any

import pytest
from helpers import patterns

import generator

FOUND = patterns.compiled(generator)
LENGTHS = (20, 200, 4_000)
SOON = 0.002
"""Seconds; what has looked through the longest text by then is not worth measuring."""
LATE = 0.05
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


def assert_linear(pattern: re.Pattern[Any], lengths: tuple[int, ...]) -> None:
    for way in WAYS:
        for length in lengths:
            for text in patterns.texts(pattern, length):
                if seconds(way, pattern, text) < SOON:
                    continue
                assert length == lengths[-1] or least(way, pattern, text) < LATE, text[:60]
                assert not grows_too_much(way, pattern, text), text[:60]


@pytest.mark.promises
@pytest.mark.parametrize("pattern", [pytest.param(p, id=place) for p, place in FOUND.items()])
def test_a_pattern_is_linear(pattern: re.Pattern[Any]) -> None:
    assert_linear(pattern, LENGTHS)


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
    with pytest.raises(AssertionError):
        assert_linear(re.compile(offender), LENGTHS)


def test_patterns_are_found_wherever_they_are_kept() -> None:
    for module in patterns.modules(generator):
        calls = [n for n in ast.walk(ast.parse(getsource(module))) if isinstance(n, ast.Call)]
        compiled = sum(ast.unparse(call.func) == "re.compile" for call in calls)
        assert len({pattern for _, pattern in patterns.held(module)}) >= compiled, module.__name__


def test_no_pattern_is_put_together_while_a_function_runs() -> None:
    late = [
        f"{module.__name__}:{call.lineno}"
        for module in patterns.modules(generator)
        for call in patterns.built(module)
        if not isinstance(call.args[0], ast.Constant)
    ]
    assert late == []
