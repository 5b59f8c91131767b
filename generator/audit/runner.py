"""The rules run over a record and over all of them.

A rule yields places and words; the runner adds its name and gravity, and hands the results to the
record's own exceptions. It asks a rule only where the document has what the rule needs, and keeps
the list of what was checked.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from generator.audit.base import Result, Rule, Unjudged
from generator.audit.coverage import NOTHING_CHECKED, Checked, Coverage, Extent, checked, merged
from generator.audit.exceptions import excepted
from generator.audit.manual import name_of
from generator.audit.needs import Need
from generator.audit.rulebook import BUILT_IN, Rulebook
from generator.audit.subject import Subject
from generator.audit.verdict import weighed
from generator.catalog import Catalog, Entry
from generator.diagnostics import Diagnostic, Severity, ordered
from generator.intake.records import Record
from generator.model.publisher import Publisher, Thresholds
from generator.progress import CHECKING, SILENT, Progress


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the audit says of one record."""

    results: Sequence[Diagnostic] = ()
    coverage: Coverage = NOTHING_CHECKED


class KnownOutcomes(Protocol):
    """Asked for what the audit said of a record before it is asked again, and told what it says."""

    def recall(self, record: Record) -> Outcome | None:
        """Of a record by itself, if it is as it was; its exceptions not yet applied."""
        ...

    def learn(self, record: Record, outcome: Outcome) -> None: ...

    def recall_beside(
        self, record: Record, around: Sequence[Record]
    ) -> tuple[Diagnostic, ...] | None:
        """Of a record beside those around it, if all of them are as they were."""
        ...

    def learn_beside(
        self, record: Record, around: Sequence[Record], found: tuple[Diagnostic, ...]
    ) -> None: ...

    def recall_fault(self, record: Record, rule: str, result: Result) -> Diagnostic | None:
        """The same result of a rule over all records, at its place in the record's file."""
        ...

    def learn_fault(self, record: Record, rule: str, result: Result, fault: Diagnostic) -> None: ...


def audit(
    catalog: Catalog,
    publisher: Publisher,
    latest: date,
    book: Rulebook,
    before: KnownOutcomes | None = None,
    progress: Progress = SILENT,
) -> Mapping[str, Outcome]:
    """What is found in every record, by its path, sorted by place, accepted ones marked.

    `latest` is the last day that the site knows of. What is known from `before` is not looked for
    again.
    """
    records = {document.record.path: document.record for document in catalog.documents}
    found: dict[str, list[Diagnostic]] = {}
    coverage: dict[str, Coverage] = {}
    for document in progress.over(CHECKING, catalog.documents, len(catalog.documents)):
        record = document.record
        own = before.recall(record) if before else None
        own = own or alone(record, publisher.thresholds, book, before)
        around = catalog.around(document) if before else ()
        beside = before.recall_beside(record, around) if before else None
        if beside is None:
            beside = tuple(run_beside(document, catalog, book))
            if before:
                before.learn_beside(record, around, beside)
        found[record.path] = [*own.results, *beside]
        coverage[record.path] = own.coverage
    for record, fault in run_batch(catalog, publisher.thresholds, book, before):
        found[record.path].append(fault)
    return {
        path: Outcome(
            ordered(excepted(records[path], weighed(publisher.policy, faults), latest, book)),
            coverage[path],
        )
        for path, faults in found.items()
    }


def alone(
    record: Record, thresholds: Thresholds, book: Rulebook, before: KnownOutcomes | None
) -> Outcome:
    """What is found in a record by itself, and how far every rule could look; told to `before`."""
    outcome = run(record, thresholds, book)
    rules = (*outcome.coverage.rules, *_of_all(record, thresholds, book))
    own = Outcome(outcome.results, Coverage(rules))
    if before:
        before.learn(record, own)
    return own


def _of_all(record: Record, thresholds: Thresholds, book: Rulebook) -> Iterator[Checked]:
    """How far the rules over all records could look at this one."""
    subject, met = Subject(record, thresholds), dict[Need, bool]()
    for check in book.of_several:
        name = name_of(check)
        yield _unmet(name, check.NEEDS, subject, met) or checked(name, Extent.FULL)


def run(record: Record, thresholds: Thresholds, book: Rulebook = BUILT_IN) -> Outcome:
    """All that the rules find in a document and its items, its exceptions not yet applied."""
    subjects = subjects_of(record, thresholds)
    results: list[Diagnostic] = []
    parts = [tuple(_ask(subject, book, results)) for subject in subjects]
    return Outcome(tuple(results), merged(parts))


def subjects_of(record: Record, thresholds: Thresholds) -> tuple[Subject, ...]:
    """The document, then every item in it."""
    inner = (Subject(record, thresholds, matter) for matter in record.matter.below)
    return (Subject(record, thresholds), *inner)


def _ask(subject: Subject, book: Rulebook, results: list[Diagnostic]) -> Iterator[Checked]:
    """How far each rule could look; what it finds is added to the results."""
    met: dict[Need, bool] = {}
    for rule in book.checks:
        if unmet := refused(rule, subject, met):
            yield unmet
            continue
        unjudged: list[str] = []
        for said in rule.check(subject):
            if isinstance(said, Unjudged):
                unjudged.append(said.reason)
            else:
                results.append(fault_of(subject, rule, said))
        yield checked(rule.name, Extent.PARTLY if unjudged else Extent.FULL, tuple(unjudged))


def refused(rule: Rule, subject: Subject, met: dict[Need, bool]) -> Checked | None:
    """Why a rule is not asked; None where it is. What is known of needs is kept in `met`."""
    return _unmet(rule.name, rule.needs, subject, met)


def _unmet(
    name: str, needs: Iterable[Need], subject: Subject, met: dict[Need, bool]
) -> Checked | None:
    if name in subject.kind.unchecked:
        return checked(name, Extent.UNFIT)
    missing = []
    for need in needs:
        if need not in met:
            met[need] = need.is_met(subject)
        if not met[need]:
            if need.of_form:
                return checked(name, Extent.UNFIT)
            missing.append(need.label)
    return checked(name, Extent.LACKING, tuple(missing)) if missing else None


def run_batch(
    catalog: Catalog,
    thresholds: Thresholds,
    book: Rulebook = BUILT_IN,
    before: KnownOutcomes | None = None,
) -> Iterator[tuple[Record, Diagnostic]]:
    """All that the rules over all records find, each with the record it concerns.

    The rules live on entries and heads; a record is opened for the place of a result only, unless
    that is known.
    """
    for rule in book.batch:
        name = name_of(rule)
        for record, result in rule.check(catalog, thresholds):
            if name not in record.kind.unchecked:
                fault = before.recall_fault(record, name, result) if before else None
                if fault is None:
                    fault = _fault(record, name, rule.SEVERITY, result)
                    if before:
                        before.learn_fault(record, name, result, fault)
                yield record, fault


def run_beside(
    document: Entry, catalog: Catalog, book: Rulebook = BUILT_IN
) -> Iterator[Diagnostic]:
    """All that is found in a document beside those it has to do with."""
    for rule in book.beside:
        name = name_of(rule)
        if name not in document.kind.unchecked:
            for result in rule.check(document, catalog):
                yield _fault(document.record, name, rule.SEVERITY, result)


def fault_of(subject: Subject, rule: Rule, result: Result) -> Diagnostic:
    """A result in full, at its place in the document."""
    placed = result._replace(path=(*subject.matter.at, *result.path))
    return _fault(subject.record, rule.name, rule.page.severity, placed)


def _fault(record: Record, rule: str, severity: Severity, result: Result) -> Diagnostic:
    return record.form.fault(
        rule, result.path, result.message, result.remedy,
        found=result.found, expected=result.expected, severity=severity,
    )  # fmt: skip
