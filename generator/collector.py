"""Python's collector of cycles, which would go through all that is read again and again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

_SELDOM = (10_000, 20, 100)
"""Objects until it looks at the youngest, such looks until it looks at those that stayed, and such
until it looks at all: by itself it would at 700, 10 and 10."""


def eased() -> None:
    """Let it look seldom from here on: a build's objects stay to the end, or go by themselves."""
    gc.set_threshold(*_SELDOM)


@contextmanager
def paused() -> Iterator[None]:
    """Leave it off while a whole folder is read, and keep from its sight what was read."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
        _put_away()
    finally:
        if was_on:
            gc.enable()


@cache
def _put_away() -> None:
    """Only the first time: what a preview read before its last change must go.

    A command needs until its end what it has read, and records hold no cycles.
    """
    gc.freeze()
