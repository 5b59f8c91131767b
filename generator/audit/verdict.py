"""What becomes of results: what a record's exceptions accept, what stops a build."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.audit.registry import names
from generator.diagnostics import Diagnostic, Severity
from generator.intake.records import Record
from generator.model.publisher import Policy

ALWAYS_STOPS = frozenset({"personal-data", "secrecy-mark"})
"""Rules whose results never reach the public unless the record carries a waiver."""


def excepted(record: Record, found: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
    """Mark what the record accepts; report exceptions that name no rule or meet nothing."""
    accepted = {exception.rule for exception in record.evaluation.exceptions}
    met = {fault.rule for fault in found}
    for fault in found:
        yield replace(fault, accepted=fault.rule in accepted)
    known = set(names())
    for n, exception in enumerate(record.evaluation.exceptions):
        path = ("exceptions", n, "rule")
        if exception.rule not in known:
            yield record.form.fault(
                "unknown-rule", path, f"没有名为「{exception.rule}」的核对规则", "请核对规则名"
            )
        elif exception.rule not in met:
            yield record.form.fault(
                "exception-not-needed", path,
                f"例外「{exception.rule}」对应的问题已不存在", "请删去这条例外",
                severity=Severity.WARNING,
            )  # fmt: skip


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
