"""A fault on its way to a diagnostic: the text knows the place, only the tree knows the field."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.diagnostics import Diagnostic, Fix, Location, Severity
from generator.diagnostics.fix import between
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
    is_sure: bool = True
    """Whether that is the only way to read it, which whoever typed it need not be asked about."""
    readings: tuple[str, ...] = ()
    """The whole line in each way in which it may be meant, where there are several."""
    elsewhere: tuple[Fix, ...] = ()
    """What may be done in other lines as well."""

    def diagnostic(self, path: str, line: str, field: str = "") -> Diagnostic:
        """The fault in the file of this path, in the field as the file spells it."""
        return Diagnostic(
            self.rule, self.severity, Location(path, *self.mark), self.message, self.remedy, field,
            fixes=tuple(self.fixes(line)),
        )  # fmt: skip

    def fixes(self, line: str) -> Iterator[Fix]:
        """What may stand in place of its line, as that was read."""
        meant = self.readings or (() if self.mend is None else (self.mend,))
        for one in meant:
            yield between(self.mark.line, line, one, is_sure=self.is_sure and not self.readings)
        yield from self.elsewhere


def shorten(text: str) -> str:
    """Cut what was typed short enough to be quoted in a message."""
    line = squeeze(text[: 2 * _SHOWN])
    return line if len(line) <= _SHOWN else f"{beginning(line, _SHOWN)}…"


def syntax(
    mark: Mark, message: str, remedy: str, mend: str | None = None, *,
    is_sure: bool = True, readings: tuple[str, ...] = (),
) -> Fault:  # fmt: skip
    """Name a fault of the YAML itself."""
    return Fault(
        "yaml-syntax", mark, message, remedy, mend=mend, is_sure=is_sure, readings=readings
    )
