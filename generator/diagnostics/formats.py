"""One list of diagnostics in four formats: for people, programs, pull requests, code scanning."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from types import MappingProxyType
from urllib.parse import quote

from generator.diagnostics.diagnostic import Change, Diagnostic, Severity
from generator.diagnostics.manual import Manual

Manuals = Mapping[str, Manual]
"""The manual pages of all rules by name."""
_NONE: Manuals = MappingProxyType({})
_GONE = frozenset({Change.MENDED, Change.UNJUDGED})
_BASELINE = MappingProxyType(
    {
        Change.NEW: "new",
        Change.OPEN: "unchanged",
        Change.ACCEPTED: "updated",
        Change.MENDED: "absent",
        Change.UNJUDGED: "absent",
    }
)
"""What SARIF calls a change since an earlier run."""


def as_text(diagnostics: Sequence[Diagnostic], _: Manuals = _NONE) -> str:
    """One line each: `path:line:column: 错误: …；… [rule]`."""
    return "".join(f"{d}\n" for d in diagnostics)


def as_json(diagnostics: Sequence[Diagnostic], _: Manuals = _NONE) -> str:
    """The list other programs read; its keys are a published contract."""
    return json.dumps([_flat(d) for d in diagnostics], ensure_ascii=False, indent=2) + "\n"


def as_github(diagnostics: Sequence[Diagnostic], _: Manuals = _NONE) -> str:
    """GitHub workflow commands: the message appears beside the line of a pull request.

    What stops a build is an error there whatever its severity, what is accepted only a notice.
    """
    return "".join(
        f"::{_command_of(d)} file={_property(d.location.path)},line={d.location.line},"
        f"col={d.location.column},title={_property(d.rule)}::{_command(d.sentence)}\n"
        for d in diagnostics
        if d.change not in _GONE
    )


def _command_of(diagnostic: Diagnostic) -> str:
    if diagnostic.stops:
        return "error"
    kinds = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}
    return "notice" if diagnostic.accepted else kinds[diagnostic.severity]


def as_sarif(diagnostics: Sequence[Diagnostic], manuals: Manuals = _NONE) -> str:
    """SARIF 2.1.0, for code-scanning views; each rule with what its manual page says."""
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
    results = [
        {
            "ruleId": d.rule,
            "level": levels[d.severity],
            "message": {"text": d.sentence},
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
            "properties": {"stops": d.stops},
            **({"baselineState": _BASELINE[d.change]} if d.change else {}),
        }
        for d in diagnostics
    ]
    met = sorted({d.rule for d in diagnostics})
    rules = [_described(manuals[rule], levels) if rule in manuals else {"id": rule} for rule in met]
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": {"name": "gongkai", "rules": rules}}, "results": results}],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _described(page: Manual, levels: Mapping[Severity, str]) -> dict[str, object]:
    return {
        "id": page.rule,
        "name": page.title,
        "shortDescription": {"text": page.title},
        "fullDescription": {"text": page.summary},
        "help": {"text": "\n\n".join(f"{name}：{text}" for name, text in page.parts.items())},
        "defaultConfiguration": {"level": levels[page.severity]},
    }


FORMATS: Mapping[str, Callable[[Sequence[Diagnostic], Manuals], str]] = MappingProxyType(
    {"text": as_text, "json": as_json, "github": as_github, "sarif": as_sarif}
)

JSON = frozenset({"json", "sarif"})
"""The formats that are JSON."""


def _flat(diagnostic: Diagnostic) -> dict[str, object]:
    keys = ("field", "message", "remedy", "found", "expected", "accepted", "spelt", "stops")
    return {
        "rule": diagnostic.rule,
        "severity": diagnostic.severity.value,
        **asdict(diagnostic.location),
        **{key: getattr(diagnostic, key) for key in keys},
        "waiver": diagnostic.waiver,
        **({"change": diagnostic.change.value} if diagnostic.change else {}),
    }


def _command(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _command(text).replace(":", "%3A").replace(",", "%2C")
