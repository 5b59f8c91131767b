"""A key that stands twice in one block: which of the two lines, or of two entries, may go."""

from collections.abc import Iterator, Sequence

from generator.diagnostics import Fix
from generator.diagnostics.fix import removal
from generator.source.indents import ENTRY, indent
from generator.source.mark import Mark
from generator.source.signs import in_brackets
from generator.values.lazily import lazily

_PAIR = lazily(
    r"(?P<key>[^\s,:{}\[\]'\"]{1,40}):\s"
    r"(?P<value>[^,{}\[\]'\"]{0,200}|\"[^\"]{0,200}\")(?=[,}])"
)
"""A key and a short value in braces."""


def readings(first: Mark, second: Mark, line: str) -> tuple[str, ...]:
    """A line with braces without the one and without the other; one where they say the same."""
    if first.line != second.line or not in_brackets(line[: first.column - 1]):
        return ()
    one, other = (_PAIR.match(line, mark.column - 1) for mark in (first, second))
    if one is None or other is None:
        return ()
    without_other = f"{line[: other.start()].rstrip(', ')}{line[other.end() :]}"
    if one["value"].strip() == other["value"].strip():
        return (without_other,)
    kept = f"{line[: one.start('value')]}{other['value'].strip()}{line[one.end() : other.start()]}"
    return without_other, f"{kept.rstrip(', ')}{line[other.end() :]}"


def removals(first: Mark, second: Mark, lines: Sequence[str]) -> Iterator[Fix]:
    """Of two lines that hold nothing else, either; the second where they say the same."""
    if first.line == second.line or not all(_is_alone(mark, lines) for mark in (first, second)):
        return
    one, other = lines[first.line - 1], lines[second.line - 1]
    is_same = one.strip() == other.strip()
    yield removal(second.line, other, one, is_sure=is_same)
    if not is_same:
        yield removal(first.line, one, other, is_sure=False)


def _is_alone(mark: Mark, lines: Sequence[str]) -> bool:
    """Whether a line is one entry, its value on it, and nothing below belongs to it."""
    line = lines[mark.line - 1]
    entry = ENTRY.match(line)
    if entry is None or not entry["key"] or entry["dashes"] or " #" in line:
        return False
    below = next(filter(str.strip, lines[mark.line :]), "")
    return bool(line[entry.end() :].strip()) and indent(below) <= indent(line)
