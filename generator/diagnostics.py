"""What is wrong in the content, said once and in one shape.

Every fault the program finds in somebody's content, from an unreadable file to a sum that does not
add up, is a `Diagnostic`. The functions at the end print the same list in four formats.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from types import MappingProxyType
from urllib.parse import quote


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


def as_text(diagnostics: Sequence[Diagnostic]) -> str:
    """One line each: `path:line:column: 错误: …；… [rule]`."""
    return "".join(f"{d}\n" for d in diagnostics)


def as_json(diagnostics: Sequence[Diagnostic]) -> str:
    """The list other programs read; its keys are a published contract."""
    return json.dumps([_flat(d) for d in diagnostics], ensure_ascii=False, indent=2) + "\n"


def as_github(diagnostics: Sequence[Diagnostic]) -> str:
    """GitHub workflow commands: the message appears beside the line of a pull request."""
    kinds = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}
    return "".join(
        f"::{kinds[d.severity]} file={_property(d.location.path)},line={d.location.line},"
        f"col={d.location.column},title={_property(d.rule)}::{_command(_sentence(d))}\n"
        for d in diagnostics
    )


def as_sarif(diagnostics: Sequence[Diagnostic]) -> str:
    """SARIF 2.1.0, for code-scanning views."""
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
    results = [
        {
            "ruleId": d.rule,
            "level": levels[d.severity],
            "message": {"text": _sentence(d)},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": quote(d.location.path)},
                        "region": {
                            "startLine": d.location.line,
                            "startColumn": d.location.column,
                        },
                    }
                }
            ],
            "suppressions": [{"kind": "inSource"}] if d.accepted else [],
        }
        for d in diagnostics
    ]
    rules = [{"id": rule} for rule in sorted({d.rule for d in diagnostics})]
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": {"name": "gongkai", "rules": rules}}, "results": results}],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


FORMATS: Mapping[str, Callable[[Sequence[Diagnostic]], str]] = MappingProxyType(
    {"text": as_text, "json": as_json, "github": as_github, "sarif": as_sarif}
)


def _flat(diagnostic: Diagnostic) -> dict[str, object]:
    keys = ("field", "message", "remedy", "found", "expected", "accepted")
    return {
        "rule": diagnostic.rule,
        "severity": diagnostic.severity.value,
        **asdict(diagnostic.location),
        **{key: getattr(diagnostic, key) for key in keys},
    }


def _sentence(diagnostic: Diagnostic) -> str:
    return "；".join(part for part in (diagnostic.message, diagnostic.remedy) if part)


def _command(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _command(text).replace(":", "%3A").replace(",", "%2C")
