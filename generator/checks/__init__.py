"""The audit: one rule per module, run over a record or over all of them.

A rule yields places and words; this module adds its name and gravity, and marks what the record's
own exceptions accept. An exception that meets nothing is itself reported.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.catalog import Catalog
from generator.checks import scores_do_not_add_up, spent_over_budget, total_missing
from generator.checks.base import BatchCheck, Check, Subject
from generator.checks.manual import Manual, manual, name_of
from generator.diagnostics import Diagnostic, Severity
from generator.publisher import Thresholds
from generator.records import Record

CHECKS: tuple[Check, ...] = (
    spent_over_budget,
    scores_do_not_add_up,
    total_missing,
)
"""The rules over one record."""
BATCH_CHECKS: tuple[BatchCheck, ...] = ()
"""The rules over all records."""


def names() -> Iterator[str]:
    """The permanent name of every rule."""
    yield from map(name_of, CHECKS)
    yield from map(name_of, BATCH_CHECKS)


def manuals() -> Mapping[str, Manual]:
    """Every rule's manual page by its name, in the order of the names."""
    pages = (*map(manual, CHECKS), *map(manual, BATCH_CHECKS))
    return {page.rule: page for page in sorted(pages, key=lambda page: page.rule)}


def run(record: Record, thresholds: Thresholds) -> tuple[Diagnostic, ...]:
    """All that the rules find in one record, its exceptions not yet applied."""
    subject = Subject(record, thresholds)
    return tuple(
        record.form.fault(
            name_of(rule), result.path, result.message, result.remedy,
            found=result.found, expected=result.expected, severity=rule.SEVERITY,
        )
        for rule in CHECKS
        for result in rule.check(subject)
    )  # fmt: skip


def run_batch(catalog: Catalog, thresholds: Thresholds) -> Iterator[tuple[Record, Diagnostic]]:
    """All that the batch rules find, each with the record it concerns."""
    for rule in BATCH_CHECKS:
        for record, result in rule.check(catalog, thresholds):
            yield (
                record,
                record.form.fault(
                    name_of(rule), result.path, result.message, result.remedy,
                    found=result.found, expected=result.expected, severity=rule.SEVERITY,
                ),
            )  # fmt: skip


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
