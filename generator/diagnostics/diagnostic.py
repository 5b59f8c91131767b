"""What is wrong in the content, said once and in one shape.

Every fault the program finds in somebody's content, from an unreadable file to a sum that does not
add up, is a `Diagnostic`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.diagnostics.fix import Fix
from generator.privacy.numbers import masked


class Severity(StrEnum):
    """How much a fault weighs; the policy in publisher.yml decides what it stops."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


_LABELS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.HINT: "提示"}


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a content file; line and column count characters from 1, as editors do."""

    path: str
    """Relative to the project, with forward slashes."""
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault at one place."""

    rule: str
    """Permanent, searchable name, with dashes."""
    severity: Severity
    location: Location
    message: str
    """What is wrong, in the reader's words, with the values concerned; no full stop."""
    remedy: str
    """What to do about it; no full stop."""
    field: str = ""
    """English dotted path of the value, empty for the file as a whole."""
    found: str = ""
    expected: str = ""
    accepted: bool = False
    """True when the record itself carries a dated exception for this result."""
    spelt: str = ""
    """The field as the file itself spells it: what an exception of the record names."""
    fixes: tuple[Fix, ...] = ()
    """What was understood: a sure one, or each of the readings among which somebody must choose."""

    def __post_init__(self) -> None:
        """Hide numbers of persons: a message quotes what was typed, and ends up in public logs.

        A line that holds one is not repeated at all.
        """
        if any(fix.is_secret for fix in self.fixes):
            object.__setattr__(self, "fixes", ())
        for name in ("message", "remedy", "field", "found", "expected", "spelt"):
            text = getattr(self, name)
            if (hidden := masked(text)) != text:
                object.__setattr__(self, name, hidden)

    @property
    def fix(self) -> Fix | None:
        """The one fix that may be made without asking."""
        only = self.fixes[0] if len(self.fixes) == 1 else None
        return only if only and only.is_sure else None

    def __str__(self) -> str:
        remedy = f"；{self.remedy}" if self.remedy else ""
        return f"{self.location}: {self.severity.label}: {self.message}{remedy} [{self.rule}]"


def ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sorted by place, then gravity, each said once."""
    return tuple(
        sorted(
            dict.fromkeys(diagnostics),
            key=lambda d: (d.location, d.severity.rank, d.rule, d.field, d.message),
        )
    )


def count(diagnostics: Iterable[Diagnostic], severity: Severity) -> int:
    """How many of this severity still stand, accepted ones left out."""
    return sum(d.severity is severity and not d.accepted for d in diagnostics)
