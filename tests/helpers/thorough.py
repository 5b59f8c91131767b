"""How far a proof goes: part of the way in every run, all of it in `make promises`."""

import os
from collections.abc import Iterable

import pytest

THOROUGH = bool(os.environ.get("THOROUGH"))
"""Set by `make promises`."""


def examples(full: int) -> int:
    """How many cases a property is tried on: all of them in the promises, a fifth in the tests."""
    return full if THOROUGH else full // 5


def some(cases: Iterable[object], every: int) -> list[object]:
    """Parameters of a test: each run takes one of `every`, the promises the others."""
    return [
        pytest.param(case, marks=pytest.mark.promises if number % every else ())
        for number, case in enumerate(cases)
    ]
