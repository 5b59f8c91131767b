"""Python's collector of cycles, which would go through all that is read again and again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache


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
