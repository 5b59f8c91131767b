"""The audit of a catalog: what the rules find, what records accept, what stops a build."""

from collections.abc import Iterable, Mapping, Sequence

from generator import checks
from generator.catalog import Catalog
from generator.diagnostics import Diagnostic, Severity, ordered
from generator.model.publisher import Policy, Thresholds

ALWAYS_STOPS = frozenset({"personal-data", "secrecy-mark"})
"""Rules whose results never reach the public unless the record carries a waiver."""


def audit(catalog: Catalog, thresholds: Thresholds) -> Mapping[str, Sequence[Diagnostic]]:
    """All results by the path of their record, sorted by place, accepted ones marked."""
    records = {entry.record.path: entry.record for entry in catalog.entries}
    found = {path: list(checks.run(record, thresholds)) for path, record in records.items()}
    for record, fault in checks.run_batch(catalog, thresholds):
        found[record.path].append(fault)
    return {
        path: ordered(checks.excepted(records[path], tuple(faults)))
        for path, faults in found.items()
    }


def stopping(policy: Policy, results: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Those results that must stop a build under this policy."""
    chosen = set(policy.stops)
    return tuple(
        fault
        for fault in results
        if not fault.accepted
        and (
            fault.rule in ALWAYS_STOPS
            or fault.rule in _INVALID
            or fault.rule in chosen
            or (fault.severity is not Severity.HINT and fault.severity.label in chosen)
        )
    )


_INVALID = frozenset({"unknown-rule"})
"""Faults of an exception itself."""
