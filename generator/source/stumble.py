"""Where the YAML parser gave up, and the lines in which the cause is to be looked for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from generator.source.mark import Mark

_NEARBY = 20
"""Lines above the stumble in which its cause is looked for."""


@dataclass(frozen=True, slots=True)
class Stumble:
    """Where the parser gave up, and where what it was reading began; marks from 1."""

    lines: Sequence[str]
    problem: str
    context: str
    mark: Mark
    begin: Mark
    """Start of the construct, else of the last thing read whole."""
    last_start: Mark
    """Start of the last thing read whole."""
    last_end: Mark
    """Its end."""

    def line(self, mark: Mark) -> str:
        return self.lines[mark.line - 1]

    def sign(self, mark: Mark) -> str:
        return self.line(mark)[mark.column - 1 : mark.column]

    @property
    def nearby(self) -> range:
        """Numbers of the lines in question, the last ones of a long construct."""
        first = max(self.begin.line, self.mark.line - _NEARBY)
        return range(min(first, self.mark.line), self.mark.line + 1)

    def find(self, pattern: re.Pattern[str]) -> tuple[Mark, re.Match[str]] | None:
        """Place of the group `sign` in the first nearby line that the pattern begins."""
        for number in self.nearby:
            if found := pattern.match(self.lines[number - 1]):
                return Mark(number, found.start("sign") + 1), found
        return None


def stumble_at(error: Exception, lines: Sequence[str], last: yaml.Event | None) -> Stumble:
    """Gather what is known of a parser's error; `last` is the event before it."""
    last_end = Mark.of(last.end_mark if last else None).within(lines)
    last_start = Mark.of(last.start_mark if last else None).within(lines)
    if not isinstance(error, yaml.MarkedYAMLError):
        return Stumble(lines, "", "", last_end, last_end, last_start, last_end)
    context = error.context or ""
    # A block mapping or list begins far above its fault, any other construct is what failed.
    if error.context_mark is None or context.endswith(("block mapping", "block collection")):
        begin = _since(last)
    else:
        begin = Mark.of(error.context_mark)
    mark = Mark.of(error.problem_mark).within(lines)
    begin = begin.within(lines)
    return Stumble(lines, error.problem or "", context, mark, begin, last_start, last_end)


def _since(last: yaml.Event | None) -> Mark:
    """Where the doubtful text begins: a plain scalar may have taken in a line that was a key."""
    plain = isinstance(last, yaml.ScalarEvent) and last.implicit[0]
    if last is None:
        return Mark(1, 1)
    return Mark.of(last.start_mark if plain else last.end_mark)
