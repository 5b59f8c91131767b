"""The manual page of a rule, of reading and of the audit alike."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.diagnostics.diagnostic import Severity


@dataclass(frozen=True, slots=True)
class Manual:
    """What a reader learns about a rule."""

    rule: str
    title: str
    severity: Severity
    summary: str
    parts: Mapping[str, str]
    """By their headings, in the order in which they are read."""
