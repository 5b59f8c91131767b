"""For reviewers, in previews only: what the audit left open, and how much it checked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.audit.coverage import Coverage
from generator.audit.weights import gravest_first
from generator.catalog import Entry
from generator.diagnostics import Diagnostic, Severity, count
from generator.intake.records import Record
from generator.pages.addresses import RULES, Link, home_link, review_link
from generator.pages.edition import Edition
from generator.pages.views.base import View, all_notices


@dataclass(frozen=True, slots=True)
class ReviewedRecord:
    """A record with the results that still stand, the gravest first, and what was checked."""

    link: Link
    year: int
    results: Sequence[Diagnostic]
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class ReviewedDepartment:
    """A department with how many results of each severity stand, and where."""

    name: str
    errors: int
    warnings: int
    hints: int
    records: Sequence[ReviewedRecord]
    """Those with results."""
    sound: Sequence[ReviewedRecord]
    """Those without."""


@dataclass(frozen=True, kw_only=True)
class ReviewView(View):
    """The reviewer's list."""

    template = "review.md.jinja"

    departments: Sequence[ReviewedDepartment]
    rules_address: str


def views(edition: Edition) -> Iterator[ReviewView]:
    """One page."""
    catalog = edition.catalog
    departments = (
        _department(edition, department.name, catalog.by_department[department.id])
        for department in catalog.departments
    )
    yield ReviewView(
        address=review_link().address,
        title=review_link().title,
        description="预览中使用，不公开发布",
        publisher=edition.publisher,
        breadcrumb=(home_link(),),
        notices=all_notices(edition),
        rules_address=RULES,
        departments=tuple(departments),
    )


def _department(edition: Edition, name: str, entries: Sequence[Entry]) -> ReviewedDepartment:
    records = {entry.record.path: entry.record for entry in entries}.values()
    reviewed = tuple(_reviewed(edition, record) for record in records)
    results = [fault for record in reviewed for fault in record.results]
    errors, warnings, hints = (count(results, severity) for severity in Severity)
    return ReviewedDepartment(
        name, errors, warnings, hints,
        tuple(record for record in reviewed if record.results),
        tuple(record for record in reviewed if not record.results),
    )  # fmt: skip


def _reviewed(edition: Edition, record: Record) -> ReviewedRecord:
    outcome = edition.outcome(record)
    standing = [fault for fault in outcome.results if not fault.accepted]
    link = Link(record.head.title, record.address)
    return ReviewedRecord(link, record.year, gravest_first(standing), outcome.coverage)
