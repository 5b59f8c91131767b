"""For reviewers, in previews only: everything the audit left open, by department."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.audit.weights import gravest_first
from generator.catalog import Entry
from generator.diagnostics import Diagnostic, Severity, count
from generator.pages.addresses import RULES, Link, home_link, review_link
from generator.pages.edition import Edition
from generator.pages.views.base import View, all_notices


@dataclass(frozen=True, slots=True)
class OpenRecord:
    """A record with results that still stand, the gravest first."""

    link: Link
    year: int
    results: Sequence[Diagnostic]


@dataclass(frozen=True, slots=True)
class OpenDepartment:
    """A department with how many results of each severity stand, and where."""

    name: str
    errors: int
    warnings: int
    hints: int
    records: Sequence[OpenRecord]


@dataclass(frozen=True, kw_only=True)
class ReviewView(View):
    """The reviewer's list."""

    template = "review.md.jinja"

    departments: Sequence[OpenDepartment]
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
        departments=tuple(department for department in departments if department.records),
    )


def _department(edition: Edition, name: str, entries: Sequence[Entry]) -> OpenDepartment:
    records = []
    for record in {entry.record.path: entry.record for entry in entries}.values():
        if standing := [fault for fault in edition.found(record) if not fault.accepted]:
            link = Link(record.evaluation.title, record.address)
            records.append(OpenRecord(link, record.year, gravest_first(standing)))
    results = [fault for record in records for fault in record.results]
    errors, warnings, hints = (count(results, severity) for severity in Severity)
    return OpenDepartment(name, errors, warnings, hints, records)
