"""What somebody meant to type, as data: which signs of a line, and what should stand there."""

from dataclasses import dataclass

from generator.privacy.numbers import masked


@dataclass(frozen=True, slots=True, order=True)
class Fix:
    """A piece of one line and what should stand in its place.

    Line and columns count characters from 1, as editors do; `end` is the column behind the piece.
    """

    line: int
    column: int
    end: int
    text: str
    """What should stand there; it may be several lines, or nothing."""
    result: str
    """The line as it will stand, or the lines."""
    is_sure: bool = True
    """Whether there is no other reading; what is only likely waits for somebody to choose it."""

    is_gone: bool = False
    """Whether its line goes as a whole; `result` is then the line that stays."""

    @property
    def added(self) -> int:
        """How many lines more there are with it."""
        return -1 if self.is_gone else self.text.count("\n")

    @property
    def is_secret(self) -> bool:
        """Whether it would repeat the number of a person."""
        return masked(self.result) != self.result or masked(self.text) != self.text


def between(line: int, typed: str, meant: str, *, is_sure: bool = True) -> Fix:
    """The fix that makes one line of another: what they share at both ends stays."""
    same = shared(typed, meant)
    end = shared(typed[same:][::-1], meant[same:][::-1])
    text = meant[same : len(meant) - end]
    return Fix(line, same + 1, len(typed) - end + 1, text, meant, is_sure)


def removal(line: int, typed: str, kept: str, *, is_sure: bool = True) -> Fix:
    """The fix that takes a line away, of which another one stays."""
    return Fix(line, 1, len(typed) + 1, "", kept, is_sure, is_gone=True)


def shared(one: str, other: str) -> int:
    """How many signs two texts have in common at their beginning."""
    shorter = min(len(one), len(other))
    return next((n for n in range(shorter) if one[n] != other[n]), shorter)
