"""A fault on its way to a diagnostic: the text knows the place, only the tree knows the field."""

from typing import NamedTuple

from generator.diagnostics import Diagnostic, Location, Severity
from generator.source.mark import Mark
from generator.values.text import beginning, squeeze

_SHOWN = 24


class Fault(NamedTuple):
    """What is wrong at one place of a text; message and remedy without full stop."""

    rule: str
    mark: Mark
    message: str
    remedy: str
    severity: Severity = Severity.ERROR
    mend: str | None = None
    """The whole line as it was probably meant, so that reading can go on; None: pass over it."""

    def diagnostic(self, path: str, field: str = "") -> Diagnostic:
        """The fault in the file of this path, in the field as the file spells it."""
        location = Location(path, *self.mark)
        return Diagnostic(self.rule, self.severity, location, self.message, self.remedy, field)


def shorten(text: str) -> str:
    """Cut what was typed short enough to be quoted in a message."""
    line = squeeze(text[: 2 * _SHOWN])
    return line if len(line) <= _SHOWN else f"{beginning(line, _SHOWN)}…"


def syntax(mark: Mark, message: str, remedy: str, mend: str | None = None) -> Fault:
    """Name a fault of the YAML itself."""
    return Fault("yaml-syntax", mark, message, remedy, mend=mend)
