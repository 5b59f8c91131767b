"""The audit: one rule per module, run over a record or over all of them.

A rule yields places and words; this module adds its name and gravity, and marks what the record's
own exceptions accept. An exception that meets nothing is itself reported.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.catalog import Catalog
from generator.checks import (
    actual_not_comparable,
    actuals_copy_targets,
    adjustment_without_reason,
    amount_mismatch,
    amounts_disagree_in_text,
    arrival_mismatch,
    attachment_not_read,
    benefit_or_satisfaction_missing,
    copied_text,
    cost_differs_from_spending,
    date_out_of_order,
    deviation_without_reason,
    disclosure_metadata_missing,
    evidence_missing,
    execution_score_mismatch,
    execution_scored_twice,
    findings_without_recommendations,
    full_marks_with_findings,
    grade_contradicts_score,
    grade_missing,
    impossible_target,
    indicator_too_heavy,
    low_execution_without_reason,
    money_parts_do_not_add_up,
    not_applicable_scored,
    nothing_found_but_points_lost,
    numbering,
    personal_data,
    personal_data_suspected,
    points_lost_without_reason,
    published_late,
    rate_mismatch,
    ratings_without_spread,
    recommendations_without_findings,
    repeated_text,
    score_exceeds_weight,
    score_far_from_proportion,
    scores_do_not_add_up,
    secrecy_mark,
    secrecy_words,
    spent_over_budget,
    target_far_exceeded,
    target_met_points_lost,
    target_missed_full_marks,
    template_text_left,
    too_few_indicators,
    total_missing,
    unchanged_from_last_year,
    unreadable_number,
    weight_differs_from_frame,
    weights_do_not_add_up,
    year_mismatch,
)
from generator.checks.base import BatchCheck, Check, Result
from generator.checks.manual import Manual, manual, name_of
from generator.checks.sensitive import masked
from generator.checks.subject import Subject
from generator.diagnostics import Diagnostic, Severity
from generator.intake.records import Record
from generator.model.publisher import Thresholds

CHECKS: tuple[Check, ...] = (
    money_parts_do_not_add_up,
    rate_mismatch,
    arrival_mismatch,
    spent_over_budget,
    low_execution_without_reason,
    adjustment_without_reason,
    unreadable_number,
    amount_mismatch,
    cost_differs_from_spending,
    weights_do_not_add_up,
    scores_do_not_add_up,
    score_exceeds_weight,
    weight_differs_from_frame,
    execution_score_mismatch,
    execution_scored_twice,
    total_missing,
    grade_missing,
    grade_contradicts_score,
    indicator_too_heavy,
    too_few_indicators,
    benefit_or_satisfaction_missing,
    target_missed_full_marks,
    target_met_points_lost,
    points_lost_without_reason,
    score_far_from_proportion,
    deviation_without_reason,
    target_far_exceeded,
    impossible_target,
    actual_not_comparable,
    actuals_copy_targets,
    not_applicable_scored,
    findings_without_recommendations,
    recommendations_without_findings,
    nothing_found_but_points_lost,
    full_marks_with_findings,
    numbering,
    template_text_left,
    year_mismatch,
    amounts_disagree_in_text,
    repeated_text,
    date_out_of_order,
    published_late,
    disclosure_metadata_missing,
    evidence_missing,
    personal_data,
    personal_data_suspected,
    secrecy_mark,
    secrecy_words,
    attachment_not_read,
)
"""The rules over one record."""
BATCH_CHECKS: tuple[BatchCheck, ...] = (
    ratings_without_spread,
    unchanged_from_last_year,
    copied_text,
)
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
    return tuple(_fault(record, rule, result) for rule in CHECKS for result in rule.check(subject))


def run_batch(catalog: Catalog, thresholds: Thresholds) -> Iterator[tuple[Record, Diagnostic]]:
    """All that the batch rules find, each with the record it concerns."""
    for rule in BATCH_CHECKS:
        for record, result in rule.check(catalog, thresholds):
            yield record, _fault(record, rule, result)


def _fault(record: Record, rule: Check | BatchCheck, result: Result) -> Diagnostic:
    """A result in full; numbers of persons are hidden, for messages end up in public logs."""
    return record.form.fault(
        name_of(rule), result.path, masked(result.message), result.remedy,
        found=masked(result.found), expected=masked(result.expected), severity=rule.SEVERITY,
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
