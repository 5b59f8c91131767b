"""The rules run over a record and over all of them.

A rule yields places and words; the runner adds its name and gravity, and hands the results to the
record's own exceptions. It asks a rule only where the document has what the rule needs, and keeps
the list of what was checked.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from generator.audit.base import Result, Rule, Unjudged
from generator.audit.coverage import NOTHING_CHECKED, Checked, Coverage, Extent, checked, merged
from generator.audit.exceptions import excepted
from generator.audit.manual import name_of
from generator.audit.ordinary import offered
from generator.audit.plans import Plan
from generator.audit.rulebook import BUILT_IN, Rulebook
from generator.audit.subject import Subject
from generator.audit.verdict import marked, weighed
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
    """What is found in every record, by its path, sorted by place.

    What its exceptions accept is marked, and what stops a build. `latest` is the last day that the
    site knows of. What is known from `before` is not looked for again.
    """
    policy = publisher.policy
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
            ordered(marked(policy, excepted(records[path], weighed(policy, faults), latest, book))),
            coverage[path],
        )
        for path, faults in found.items()
    }


def alone(
    record: Record, thresholds: Thresholds, book: Rulebook, before: KnownOutcomes | None
) -> Outcome:
    """The same as `run`, told to `before`."""
    own = run(record, thresholds, book)
    if before:
        before.learn(record, own)
    return own


def run(record: Record, thresholds: Thresholds, book: Rulebook = BUILT_IN) -> Outcome:
    """What is found in a document and its items by themselves, its exceptions not yet applied.

    How far rules over several documents can look is told as well, though not what they find.
    """
    subjects = subjects_of(record, thresholds)
    plans = tuple(book.plans.of(subject) for subject in subjects)
    results: list[Diagnostic] = []
    parts = [_ask(subject, plan, results) for subject, plan in zip(subjects, plans, strict=True)]
    rules = (*merged(parts).rules, *plans[0].of_several)
    return Outcome(tuple(results), Coverage(rules))


def subjects_of(record: Record, thresholds: Thresholds) -> tuple[Subject, ...]:
    """The document, then every item in it."""
    inner = (Subject(record, thresholds, matter) for matter in record.matter.below)
    return (Subject(record, thresholds), *inner)


def _ask(subject: Subject, plan: Plan, results: list[Diagnostic]) -> Sequence[Checked]:
    """How far each rule could look; what it finds is added to the results."""
    unjudged: dict[str, list[str]] = {}
    for rule in plan.asked:
        for said in rule.check(subject):
            if isinstance(said, Unjudged):
                unjudged.setdefault(rule.name, []).append(said.reason)
            else:
                results.append(fault_of(subject, rule, said))
    if not unjudged:
        return plan.rules
    return [
        checked(can.rule, Extent.PARTLY, tuple(unjudged[can.rule])) if can.rule in unjudged else can
        for can in plan.rules
    ]


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
    for name, rule in book.named_beside:
        if name not in document.kind.unchecked:
            for result in rule.check(document, catalog):
                yield _fault(document.record, name, rule.SEVERITY, result)


def fault_of(subject: Subject, rule: Rule, result: Result) -> Diagnostic:
    """A result in full, at its place in the document."""
    placed = result._replace(path=(*subject.matter.at, *result.path))
    return _fault(subject.record, rule.name, rule.page.severity, placed)


def _fault(record: Record, rule: str, severity: Severity, result: Result) -> Diagnostic:
    fault = record.form.fault(
        rule, result.path, result.message, result.remedy,
        found=result.found, expected=result.expected, severity=severity,
        fixes=(record.form.fix(result.path, result.meant, is_sure=False),) if result.meant else (),
    )  # fmt: skip
    waiver = offered(record, fault)
    return replace(fault, waiver=waiver) if waiver else fault
