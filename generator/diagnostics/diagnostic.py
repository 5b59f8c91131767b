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


class Change(StrEnum):
    """What became of a result since an earlier check."""

    NEW = "new"
    OPEN = "open"
    """It was there and still is."""
    ACCEPTED = "accepted"
    """It was open, and the record now carries an exception for it."""
    MENDED = "mended"
    UNJUDGED = "unjudged"
    """It is not found any more, in a file that can no longer be read in full."""

    @property
    def label(self) -> str:
        return _CHANGES[self]


_CHANGES = {
    Change.NEW: "新增",
    Change.OPEN: "仍未处理",
    Change.ACCEPTED: "新接受",
    Change.MENDED: "已改正",
    Change.UNJUDGED: "文件读不全，没有核对",
}
STOPS, ACCEPTED = "拦截", "已接受"
"""What marks a result that stops a build, and one that an exception of the record accepts."""
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
    stops: bool = False
    """True when it stops a build: reading failed, or the publisher's policy says so."""
    waiver: str = ""
    """Of what may be an ordinary fact: the exception to paste into the record, in YAML lines."""
    change: Change | None = None
    """What became of it since an earlier check, where there was one."""
    fixes: tuple[Fix, ...] = ()
    """What was understood: a sure one, or each of the readings among which somebody must choose."""

    @property
    def is_open(self) -> bool:
        """Whether somebody has still to look at it."""
        return not self.accepted and self.change not in (Change.MENDED, Change.UNJUDGED)

    @property
    def marks(self) -> tuple[str, ...]:
        """What every format says of its standing, in a few words each."""
        change = self.change.label if self.change else ""
        stands = ACCEPTED if self.accepted else STOPS if self.stops and self.is_open else ""
        return tuple(mark for mark in (change, stands) if mark)

    @property
    def sentence(self) -> str:
        """Its marks, what is wrong, what to do."""
        said = "；".join(part for part in (self.message, self.remedy) if part)
        return "".join(f"【{mark}】" for mark in self.marks) + said

    def __post_init__(self) -> None:
        """Hide numbers of persons: a message quotes what was typed, and ends up in public logs.

        A line that holds one is not repeated at all.
        """
        if any(fix.is_secret for fix in self.fixes):
            object.__setattr__(self, "fixes", ())
        for name in ("message", "remedy", "field", "found", "expected", "spelt", "waiver"):
            text = getattr(self, name)
            if (hidden := masked(text)) != text:
                object.__setattr__(self, name, hidden)

    @property
    def fix(self) -> Fix | None:
        """The one fix that may be made without asking."""
        only = self.fixes[0] if len(self.fixes) == 1 else None
        return only if only and only.is_sure else None

    def __str__(self) -> str:
        return f"{self.location}: {self.severity.label}: {self.sentence} [{self.rule}]"


def ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sorted by place, then gravity, each said once."""
    return tuple(
        sorted(
            dict.fromkeys(diagnostics),
            key=lambda d: (d.location, d.severity.rank, d.rule, d.field, d.message),
        )
    )


def count(diagnostics: Iterable[Diagnostic], severity: Severity) -> int:
    """How many of this severity are open: accepted and mended ones left out."""
    return sum(d.severity is severity and d.is_open for d in diagnostics)
