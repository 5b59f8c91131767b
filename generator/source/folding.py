"""Text that somebody wrapped over several lines: YAML puts a blank where a line ended.

Chinese has none between words, so that a wrapped sentence would show a gap that nobody typed. Empty
lines part paragraphs and stay; so does every blank that was typed.
"""

from collections.abc import Iterator, Sequence

import yaml

from generator.source.mark import Mark
from generator.values.text import is_wide

_FOLDED = frozenset(("", None, "'", '"', ">"))
"""Styles in which a single line end is none of the text."""


def unfolded(event: yaml.ScalarEvent, lines: Sequence[str]) -> str:
    """The text of a scalar without the blanks that folding put beside a Chinese sign."""
    text: str = event.value
    start, end = Mark.of(event.start_mark), Mark.of(event.end_mark).within(lines)
    if start.line == end.line or " " not in text or text.isascii() or event.style not in _FOLDED:
        return text
    pieces: list[str] = []
    kept = passed = 0
    for line in _typed(event, start, end, lines):
        at = text.find(line, passed)
        if at < 0:  # an escape: what follows is left as it is
            break
        blank = at - 1
        folded = passed == blank > 0 and text[blank] == " "
        if folded and (is_wide(text[blank - 1]) or is_wide(line[0])):
            pieces.append(text[kept:blank])
            kept = at
        passed = at + len(line)
    return "".join((*pieces, text[kept:]))


def _typed(event: yaml.ScalarEvent, start: Mark, end: Mark, lines: Sequence[str]) -> Iterator[str]:
    """What was typed on each line, without the blanks, signs and quotes around it."""
    quotes = 1 if event.style in ("'", '"') else 0
    for number in range(start.line + (event.style == ">"), end.line + 1):
        line = lines[number - 1]
        if number == end.line:
            line = line[: end.column - 1 - quotes]
        if number == start.line:
            line = line[start.column - 1 + quotes :]
        if line.strip():
            yield line.strip()
