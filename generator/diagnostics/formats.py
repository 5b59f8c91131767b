"""One list of diagnostics in four formats: for people, programs, pull requests, code scanning."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from textwrap import dedent
from types import MappingProxyType
from urllib.parse import quote

from generator.diagnostics.diagnostic import Change, Diagnostic, Severity
from generator.diagnostics.fix import Fix
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
    """One line each: `path:line:column: 错误: …；… [rule]`; below it the corrected line."""
    return "".join(f"{d}\n{_indented(corrected(d))}" for d in diagnostics)


def as_json(diagnostics: Sequence[Diagnostic], _: Manuals = _NONE) -> str:
    """The list other programs read; its keys are a published contract."""
    return json.dumps([_flat(d) for d in diagnostics], ensure_ascii=False, indent=2) + "\n"


def as_github(diagnostics: Sequence[Diagnostic], _: Manuals = _NONE) -> str:
    """GitHub workflow commands: the message appears beside the line of a pull request.

    What stops a build is an error there whatever its severity, what is accepted only a notice.
    """
    return "".join(
        f"::{_command_of(d)} file={_property(d.location.path)},line={d.location.line},"
        f"col={d.location.column},title={_property(d.rule)}::{_command(_in_full(d))}\n"
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
        | ({"fixes": [_replacement(d, fix) for fix in d.fixes]} if d.fixes else {})
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


def corrected(diagnostic: Diagnostic) -> tuple[str, ...]:
    """What is understood, as whole lines of the file: one is the answer, of several one is."""
    word = "改为" if diagnostic.fix else "可改为"
    return tuple(f"{word}：{_line(fix)}" for fix in diagnostic.fixes)


def _line(fix: Fix) -> str:
    """The line from its first sign on; where only blanks before that change, how many there are."""
    blanks = len(fix.result) - len(fix.result.lstrip(" "))
    shifts = not fix.text.strip() and "\n" not in fix.text and fix.column <= blanks + 1
    line = dedent(fix.result).rstrip()
    return f"{line}（前面空 {blanks} 格）" if shifts else line


def _indented(lines: Sequence[str]) -> str:
    return "".join(f"    {part}\n" for line in lines for part in line.split("\n"))


def _replacement(diagnostic: Diagnostic, fix: Fix) -> dict[str, object]:
    """A fix as SARIF writes it (section 3.55): what goes, and what comes in its place."""
    region = {
        "startLine": fix.line, "startColumn": fix.column,
        "endLine": fix.line, "endColumn": fix.end,
    }  # fmt: skip
    change = {
        "artifactLocation": {"uri": quote(diagnostic.location.path)},
        "replacements": [{"deletedRegion": region, "insertedContent": {"text": fix.text}}],
    }
    return {"description": {"text": fix.result.strip()}, "artifactChanges": [change]}


def _plain(fix: Fix) -> dict[str, object]:
    """A fix for programs; of a line that goes nothing is left, which is all that they need."""
    return {name: value for name, value in asdict(fix).items() if name != "is_gone"}


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
        "fixes": [_plain(fix) for fix in diagnostic.fixes],
        "waiver": diagnostic.waiver,
        **({"change": diagnostic.change.value} if diagnostic.change else {}),
    }


def _in_full(diagnostic: Diagnostic) -> str:
    return "\n".join((diagnostic.sentence, *corrected(diagnostic)))


def _command(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _command(text).replace(":", "%3A").replace(",", "%2C")
