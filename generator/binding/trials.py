"""Repairs that only the whole file can judge: a line shifted, its dash put or taken, cut or joined.

Each is tried. It stands where the file then reads without a fault of shape that was not there
before, and with nothing wrong in the lines that were touched.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from generator import source
from generator.binding.filling import fill
from generator.binding.fitting import told
from generator.diagnostics import Diagnostic, Fix, Severity
from generator.diagnostics.fix import between
from generator.schema.fields import Model
from generator.schema.lexicon import Lexicon
from generator.schema.vocabulary import keys_of
from generator.source import moves

_Said: TypeAlias = tuple[str, str]
_SIGNS = 500_000
"""So much is read in search of repairs of one file; the next run says the others."""
_OF_SHAPE = frozenset(("unknown-field", "wrong-shape", "duplicate-key", "missing-field"))
_OPEN = frozenset(("yaml-syntax", "wrong-shape", "duplicate-key"))
"""What a line at another place may answer better than the readings of its own."""
_TRIED = _OF_SHAPE | {"yaml-syntax", "unreadable-number", "unreadable-date", "unknown-choice"}


@dataclass(slots=True)
class Trials:
    """The repairs of one file, as long as they are worth their while."""

    text: str
    path: str
    model: type[Model]
    lexicon: Lexicon
    left: int = _SIGNS
    _wrong: dict[Fix, frozenset[_Said]] = field(default_factory=dict)
    """What is wrong with the file as each fix leaves it."""
    _whole: set[Fix] = field(default_factory=set)
    """Those with which all of the file can be read; others may only be a step."""

    def repaired(self, faults: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
        """The faults, each without a sure answer with the repairs that hold for it.

        What is mended along with another follows from it and is not said.
        """
        known = Counter(_said(fault) for fault in faults if fault.severity is Severity.ERROR)
        answered: list[Diagnostic] = []
        gone: set[_Said] = set()
        for fault in faults:
            if _said(fault) in gone and not fault.fix:
                continue
            one = self._repaired(fault, known)
            if one is not fault and one.fix:
                gone |= known.keys() - self._wrong[one.fix]
            answered.append(one)
        return tuple(one for one in answered if one.fix or _said(one) not in gone)

    def _repaired(self, fault: Diagnostic, known: Counter[_Said]) -> Diagnostic:
        is_answered = fault.fix or (fault.fixes and fault.rule not in _OPEN)
        if fault.rule not in _TRIED or fault.severity is not Severity.ERROR or is_answered:
            return fault
        lines = self.text.split("\n")
        found = [
            between(number, lines[number - 1], meant)
            for number, meant in _moves(fault, lines, self.model)
        ]
        typed = () if fault.rule == "duplicate-key" else fault.fixes  # of these all is kept first
        fixes = dict.fromkeys((*typed, *found))
        holding = {fix: len(self._wrong[fix]) for fix in fixes if self._holds(fix, fault, known)}
        good = tuple(fix for fix, left in holding.items() if left == min(holding.values()))
        good = tuple(fix for fix in good if fix.line == fault.location.line) or good
        if not good or not set(good).isdisjoint(fault.fixes):
            return fault
        if len(good) > 1:
            return replace(fault, fixes=tuple(replace(fix, is_sure=False) for fix in good))
        [only] = good
        if only not in self._whole or (_is_item(lines[only.line - 1]) and _is_item(only.result)):
            return replace(fault, fixes=(replace(only, is_sure=False),))
        return replace(
            fault, fixes=good, remedy=told(only) if "\n" in only.result else fault.remedy
        )

    def _holds(self, fix: Fix, fault: Diagnostic, known: Counter[_Said]) -> bool:
        """Whether a fix mends a fault, and the file says no new nonsense."""
        self.left -= len(self.text)
        if self.left < 0:
            return False
        reading = source.read(source.patched(self.text.encode(), [fix]) or b"", self.path)
        found = list(reading.diagnostics)
        if reading.document is not None:
            found += fill(reading.document, self.model, lexicon=self.lexicon).diagnostics
        lines = range(fix.line, fix.line + fix.added + 1)
        wrong = [one for one in found if one.severity is Severity.ERROR]
        self._wrong[fix] = frozenset(map(_said, wrong))
        if reading.document is not None:
            self._whole.add(fix)
        if sum(_said(one) == _said(fault) for one in wrong) >= known[_said(fault)]:
            return False
        return not any(
            one.location.line in lines
            or (_said(one) not in known and (one.rule in _OF_SHAPE or one.rule.startswith("yaml-")))
            for one in wrong
        )


def _is_item(line: str) -> bool:
    """Whether an entry of a list begins here; at another column it may belong to another list."""
    return line.lstrip(" ").startswith("- ")


def _said(fault: Diagnostic) -> _Said:
    return fault.rule, fault.message


def _moves(
    fault: Diagnostic, lines: Sequence[str], model: type[Model]
) -> Iterator[tuple[int, str]]:
    """Lines by their numbers, each as it may have been meant."""
    number = fault.location.line
    if number <= len(lines):
        yield from moves.cut(lines, number, keys_of(model))
        if fault.rule in _OF_SHAPE or fault.rule == "yaml-syntax":
            yield from moves.moved(lines, number)
