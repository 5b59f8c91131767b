"""How far a long run is, for whoever waits: a bar in a terminal, lines in a log, else nothing.

Whatever goes through many things lets its stage follow (`over`). Nothing is said of a run that ends
within two seconds, nor by `SILENT`.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from typing import Protocol, TextIO, TypeVar

import click

T = TypeVar("T")
READING, CHECKING, PAGES, INDEX = "读取记录", "核对", "生成页面", "建立索引"
_PATIENCE = 2.0
"""Seconds of a run before it says anything, and between two lines of a log at least."""
_LONG = 10.0
"""Seconds after which a log has another line, however little was done."""
_STEP = 10
"""Per cent after which it has another line."""
_DRAWN = 0.1
"""Seconds between two pictures of a bar."""


class Progress(Protocol):
    """Follows a run through its stages."""

    def over(self, stage: str, things: Iterable[T], count: int) -> Iterable[T]:
        """The same things, followed as they are taken; there are about `count`."""
        ...


class _Silent:
    def over(self, stage: str, things: Iterable[T], count: int) -> Iterable[T]:
        """The things as they are."""
        del stage, count
        return things


SILENT: Progress = _Silent()
"""For runs that nobody watches."""


class Told:
    """Tells a stream of a run that begins now; `clock` counts seconds."""

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream, self._clock = stream, clock
        self._begun = clock()

    def over(self, stage: str, things: Iterable[T], count: int) -> Iterator[T]:
        """The same things, and a word of how many were taken."""
        followed = self._bar if self._stream.isatty() else self._lines
        return followed(stage, things, count)

    def _bar(self, stage: str, things: Iterable[T], count: int) -> Iterator[T]:
        """Drawn from the moment that the run is a long one, and complete at the end."""
        bar, drawn = None, 0.0
        with ExitStack() as drawing:
            for taken, thing in enumerate(things, 1):
                yield thing
                now = self._clock()
                if now - self._begun < _PATIENCE or now - drawn < _DRAWN:
                    continue
                drawn = now
                if bar is None:
                    shown = click.progressbar(length=count, label=stage, file=self._stream)
                    bar = drawing.enter_context(shown)
                bar.update(min(taken, count) - bar.pos)
            if bar is not None:
                bar.update(count - bar.pos)

    def _lines(self, stage: str, things: Iterable[T], count: int) -> Iterator[T]:
        last, step = self._begun, 0
        for taken, thing in enumerate(things, 1):
            yield thing
            now, done = self._clock(), min(100 * taken // max(count, 1), 100)
            is_further = done // _STEP > step and now - last >= _PATIENCE
            if is_further or now - last >= _LONG:
                last, step = now, done // _STEP
                click.echo(f"{stage}：{done}%（{min(taken, count)}/{count}）", file=self._stream)
