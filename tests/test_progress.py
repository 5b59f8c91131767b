"""What a run says of how far it is."""

import io
from collections.abc import Iterator

import pytest

from generator.progress import CHECKING, READING, SILENT, Told


class Clock:
    """Seconds that pass as a test lets them."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


class Terminal(io.StringIO):
    """A stream that is one."""

    def isatty(self) -> bool:
        return True


def went(stream: io.StringIO, count: int, each: float, stage: str = READING) -> list[str]:
    """The lines said of so many things that take some seconds each."""
    clock = Clock()
    followed = Told(stream, clock).over(stage, range(count), count)
    assert list(taking(followed, clock, each)) == [*range(count)]
    return stream.getvalue().splitlines()


def taking(things: Iterator[int], clock: Clock, each: float) -> Iterator[int]:
    for thing in things:
        clock.now += each
        yield thing


@pytest.mark.parametrize("stream", [io.StringIO(), Terminal()])
def test_a_short_run_says_nothing(stream: io.StringIO) -> None:
    assert went(stream, 190, 0.01) == []


def test_a_log_has_a_line_for_every_tenth() -> None:
    lines = went(io.StringIO(), 1000, 0.05)
    assert lines[0] == "读取记录：10%（100/1000）"
    assert [line.partition("：")[2].partition("%")[0] for line in lines] == [
        str(n) for n in range(10, 101, 10)
    ]


def test_a_log_has_a_line_every_ten_seconds_where_that_is_sooner() -> None:
    lines = went(io.StringIO(), 100, 5.0)
    assert lines[:3] == ["读取记录：2%（2/100）", "读取记录：4%（4/100）", "读取记录：6%（6/100）"]
    assert len(lines) == 50


def test_a_log_is_not_flooded() -> None:
    assert len(went(io.StringIO(), 1000, 0.005)) == 2


def test_a_terminal_has_a_bar_that_ends() -> None:
    pictures = [line for line in went(Terminal(), 400, 0.01, CHECKING) if "%" in line]
    assert all("核对" in picture for picture in pictures)
    assert " 50%" in pictures[1]  # begun at two of four seconds
    assert "100%" in pictures[-1]
    assert 10 < len(pictures) < 40


def test_more_than_was_expected_ends_at_all() -> None:
    clock, log, terminal = Clock(), io.StringIO(), Terminal()
    for stream in (log, terminal):
        followed = Told(stream, clock).over(READING, range(100), 50)
        assert len(list(taking(followed, clock, 1.0))) == 100
        assert "100%" in stream.getvalue()
        assert "200%" not in stream.getvalue()


def test_the_second_stage_of_a_long_run_is_told_at_once() -> None:
    clock, log = Clock(), io.StringIO()
    told = Told(log, clock)
    assert len(list(taking(told.over(READING, range(10), 10), clock, 1.0))) == 10
    assert len(list(taking(told.over(CHECKING, range(10), 10), clock, 2.0))) == 10
    assert "核对：10%（1/10）" in log.getvalue()


def test_silence_hands_on_what_it_gets() -> None:
    things = [1, 2]
    assert SILENT.over(READING, things, 2) is things


def test_what_is_left_early_is_left(capsys: pytest.CaptureFixture[str]) -> None:
    clock, terminal = Clock(), Terminal()
    followed = Told(terminal, clock).over(READING, range(10), 10)
    next(followed)
    clock.now += 5
    next(followed)
    followed.close()  # type: ignore[attr-defined]
    assert terminal.getvalue().endswith("\n")
    assert capsys.readouterr().out == ""
