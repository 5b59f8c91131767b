"""The rules run over a record and over all of them.

A rule yields places and words; the runner adds its name and gravity, and hands the results to the
record's own exceptions.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from generator.audit.base import BatchCheck, Check, Result
from generator.audit.exceptions import excepted
from generator.audit.manual import name_of
from generator.audit.registry import BATCH_CHECKS, CHECKS
from generator.audit.subject import Subject
from generator.audit.verdict import weighed
from generator.catalog import Catalog
from generator.diagnostics import Diagnostic, ordered
from generator.intake.records import Record
from generator.model.publisher import Publisher, Thresholds


def audit(
    catalog: Catalog, publisher: Publisher, latest: date
) -> Mapping[str, Sequence[Diagnostic]]:
    """All results by the path of their record, sorted by place, accepted ones marked.

    `latest` is the last day that the site knows of.
    """
    records = {document.record.path: document.record for document in catalog.documents}
    found = {path: list(run(record, publisher.thresholds)) for path, record in records.items()}
    for record, fault in run_batch(catalog, publisher.thresholds):
        found[record.path].append(fault)
    return {
        path: ordered(excepted(records[path], weighed(publisher.policy, faults), latest))
        for path, faults in found.items()
    }


def run(record: Record, thresholds: Thresholds) -> tuple[Diagnostic, ...]:
    """All that the rules find in one record, its exceptions not yet applied.

    Rules that do not fit the kind of document are not asked.
    """
    subject, unchecked = Subject(record, thresholds), record.kind.unchecked
    return tuple(
        fault_of(record, rule, result)
        for rule in CHECKS
        if name_of(rule) not in unchecked
        for result in rule.check(subject)
    )


def run_batch(catalog: Catalog, thresholds: Thresholds) -> Iterator[tuple[Record, Diagnostic]]:
    """All that the batch rules find, each with the record it concerns."""
    for rule in BATCH_CHECKS:
        for record, result in rule.check(catalog, thresholds):
            if name_of(rule) not in record.kind.unchecked:
                yield record, fault_of(record, rule, result)


def fault_of(record: Record, rule: Check | BatchCheck, result: Result) -> Diagnostic:
    """A result in full."""
    return record.form.fault(
        name_of(rule), result.path, result.message, result.remedy,
        found=result.found, expected=result.expected, severity=rule.SEVERITY,
    )  # fmt: skip
