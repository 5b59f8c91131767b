"""A fault on its way to a diagnostic: the text knows the place, only the tree knows the field."""

from typing import NamedTuple

from generator.diagnostics import Severity
from generator.source.mark import Mark
from generator.values.text import squeeze

_SHOWN = 24


class Fault(NamedTuple):
    """What is wrong at one place of a text; message and remedy without full stop."""

    rule: str
    mark: Mark
    message: str
    remedy: str
    severity: Severity = Severity.ERROR


def shorten(text: str) -> str:
    """Cut what was typed short enough to be quoted in a message."""
    line = squeeze(text[: 2 * _SHOWN])
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def syntax(mark: Mark, message: str, remedy: str) -> Fault:
    """Name a fault of the YAML itself."""
    return Fault("yaml-syntax", mark, message, remedy)
