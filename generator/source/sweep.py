"""All slips of a file in one reading, though the YAML parser gives up at the first.

Where it gives up, the line is read as it was probably meant, and the file once more. So the parser
itself decides what is prose and what is not, and nothing is said that follows from an earlier slip.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from generator.diagnostics import Diagnostic, Fix, Location, ordered
from generator.diagnostics.fix import shared
from generator.source.document import Document, Reading
from generator.source.faults import Fault
from generator.source.indents import below, indent, level
from generator.source.mark import Mark
from generator.source.tree import Growth, grow

_AGAIN = 1_000_000
"""So many characters are read again in search of further slips; the next run says the others."""


def sweep(text: str, path: str) -> Reading:
    """Read decoded text; the document is None when its structure cannot be relied on."""
    growth = grow(text, path)
    if growth.slip is None:
        return growth.reading if growth.reading.document else replace(growth.reading, text=text)
    return _Sweep(growth, path).reading()


class _Change(NamedTuple):
    """What was put in place of a piece of a line: where, and how many characters for how many."""

    column: int
    typed: int
    meant: int


class _Sweep:
    """The lines of a file on their way to what was probably meant."""

    def __init__(self, growth: Growth, path: str) -> None:
        self._growth = growth
        self._path = path
        self._written = growth.lines
        self._lines = list(growth.lines)
        self._changes: dict[int, list[_Change]] = {}
        self._passed: set[int] = set()
        self._mended: set[Mark] = set()
        self._slips: dict[Mark, Fault] = {}
        self._fixes: dict[Mark, tuple[Fix, ...]] = {}

    def reading(self) -> Reading:
        left = _AGAIN
        while (slip := self._growth.slip) is not None and self._goes_on(slip):
            text = "\n".join(self._lines)
            left -= len(text)
            if left < 0:
                break
            self._growth = grow(text, self._path)
        said = [
            replace(fault.diagnostic(self._path, ""), fixes=tuple(self._as_meant(mark)))
            for mark, fault in self._slips.items()
        ]
        text = "\n".join(self._written)
        return Reading(None, ordered((*said, *self._others())), self._meant(), text)

    def _meant(self) -> Document | None:
        """The mended document, its places where they were typed; None where lines are left out."""
        meant = self._growth.reading.document
        if meant is None or self._passed:
            return None
        within = {
            number: tuple(slip._replace(mark=self._typed(slip.mark)) for slip in slips)
            for number, slips in meant.slips_within.items()
        }
        places = meant.places.moved(self._written, self._typed)
        return replace(meant, places=places, slips_within=within, text="\n".join(self._written))

    def _goes_on(self, slip: Fault) -> bool:
        """Note a slip and mend its line, or pass over it; False when that leads nowhere."""
        number = slip.mark.line
        if number in self._passed or (slip.rule == "yaml-root" and self._slips):
            return False
        if not self._follows(slip):
            mark = self._typed(slip.mark)
            if mark not in self._slips:
                self._slips[mark] = slip._replace(mark=mark)
                fixes = slip.fixes(self._lines[number - 1])
                self._fixes[mark] = tuple(map(self._in_typed, fixes))
        if slip.mend is None or slip.mark in self._mended:
            self._pass(number, indent(self._lines[number - 1]))
            self._blank(range(number, number + 1))
        else:
            self._mended.add(slip.mark)
            self._change(number, slip.mend)
            if slip.mend.endswith(("'", '"')):  # what stands below was a part of this value
                self._pass(number, level(slip.mend))
        return True

    def _follows(self, slip: Fault) -> bool:
        """Whether a slip is none by itself: the guess at its line, or lines left out, led to it."""
        if slip.mend is None and slip.mark.line in self._changes:
            return True
        above = slip.mark.line - 1
        while above and not self._lines[above - 1].strip() and above not in self._passed:
            above -= 1
        return above in self._passed and slip.message in {s.message for s in self._slips.values()}

    def _pass(self, number: int, outer: int) -> None:
        """Read on behind what is indented further below a line."""
        self._blank(below(self._lines, number, outer))

    def _blank(self, numbers: range) -> None:
        self._passed.update(numbers)
        for number in numbers:
            self._lines[number - 1] = ""

    def _change(self, number: int, meant: str) -> None:
        typed = self._lines[number - 1]
        same = shared(typed, meant)
        end = shared(typed[same:][::-1], meant[same:][::-1])
        change = _Change(same + 1, len(typed) - same - end, len(meant) - same - end)
        self._changes.setdefault(number, []).append(change)
        self._lines[number - 1] = meant

    def _typed(self, mark: Mark) -> Mark:
        """The place in the file as it was typed."""
        column = mark.column
        for change in reversed(self._changes.get(mark.line, [])):
            if column >= change.column + change.meant:
                column += change.typed - change.meant
            elif column > change.column:
                column = min(column, change.column + change.typed)
        return Mark(mark.line, column)

    def _in_typed(self, fix: Fix) -> Fix:
        """A fix of a line as it is read, at its place in the line as it was typed."""
        column, end = (self._typed(Mark(fix.line, at)).column for at in (fix.column, fix.end))
        return replace(fix, column=column, end=end)

    def _as_meant(self, mark: Mark) -> Iterator[Fix]:
        """What mends a slip, with the line as it will stand once all slips in it are mended."""
        line = self._lines[mark.line - 1]
        for fix in self._fixes[mark]:
            yield replace(fix, result=line) if line and len(self._fixes[mark]) == 1 else fix

    def _others(self) -> Iterator[Diagnostic]:
        """What was noted beside the slips, which say more than anything at their places."""
        for fault in self._growth.reading.diagnostics:
            location = fault.location
            mark = self._typed(Mark(location.line, location.column))
            if mark not in self._slips and fault.rule != "yaml-root":
                fixes = tuple(map(self._in_typed, fault.fixes))
                yield replace(fault, location=Location(location.path, *mark), fixes=fixes)
