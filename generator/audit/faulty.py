"""What the audit finds in records that cannot be published: all that hangs on no unread value.

Each rule looks at two readings of the record, which differ in whatever is not known for certain.
Only what it finds in both counts, and nothing at a value that could not be read, where what is
wrong has been said. Personal data and secrecy marks are found in unread text as well.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from generator.audit.base import Result, Rule
from generator.audit.criteria import PREFIX
from generator.audit.exceptions import excepted
from generator.audit.needs import PUBLISHED, WHOLE
from generator.audit.rulebook import Rulebook
from generator.audit.runner import fault_of, subjects_of
from generator.audit.subject import Subject
from generator.audit.verdict import marked, weighed
from generator.binding.partial import Partial
from generator.diagnostics import Diagnostic, ordered
from generator.intake.records import FaultyRecord, Record
from generator.model.evaluation import Evaluation
from generator.model.publisher import Publisher, Thresholds
from generator.source import At, undotted

_OF_WORDS = frozenset({"personal-data", "personal-data-suspected", "secrecy-mark", "secrecy-words"})
"""Rules about what is written, whether or not anything can be made of it."""


_OF_ANY = frozenset({WHOLE, PUBLISHED})
"""What a document has whatever kind it is of."""
_FOR_WORDS = frozenset({"numbering", "benefit-or-satisfaction-missing"})
"""Rules that look for certain words in a whole table or text: what is made up never holds them."""
_ACROSS = frozenset(
    {"figure-told-otherwise", "numbers-counted-otherwise", "grades-counted-otherwise",
     "list-told-otherwise", "evidence-fewer-than-claimed"}
)  # fmt: skip
"""Rules that hold a text against all that other parts have: of these nothing may be unread."""


def audit_faulty(
    records: Iterable[FaultyRecord], publisher: Publisher, latest: date, book: Rulebook
) -> tuple[Diagnostic, ...]:
    """All results in these records, sorted by place; marked as those of the others are."""
    found = (fault for record in records for fault in _audit(record, publisher, latest, book))
    return ordered(marked(publisher.policy, found))


def _audit(
    faulty: FaultyRecord, publisher: Publisher, latest: date, book: Rulebook
) -> Iterator[Diagnostic]:
    record, partial = _with_known_exceptions(faulty), faulty.partial
    results = weighed(publisher.policy, _certain(faulty, publisher.thresholds, book))
    for fault in excepted(record, results, latest, book):
        of_the_record = replace(fault, accepted=False) in results
        # What is left are words on exceptions; whether one meets nothing, nobody can say here.
        idle = fault.rule == "exception-not-needed"
        if of_the_record or not (idle or partial.hangs_on(undotted(fault.field)[:2])):
            yield fault


def _with_known_exceptions(faulty: FaultyRecord) -> Record:
    """The first reading; an exception that cannot be read in full accepts nothing."""
    record, partial = faulty.readings[0], faulty.partial
    exceptions = tuple(
        e.model_copy(update={"rule": ""}) if partial.hangs_on(("exceptions", n)) else e
        for n, e in enumerate(record.evaluation.exceptions)
    )
    evaluation = record.evaluation.model_copy(update={"exceptions": exceptions})
    return replace(record, evaluation=evaluation)


def _certain(faulty: FaultyRecord, thresholds: Thresholds, book: Rulebook) -> Iterator[Diagnostic]:
    """What the rules find in both readings, as far as it hangs on nothing unread."""
    kind_is_unread = faulty.partial.hangs_on(("evaluation_type",))
    first, second = (subjects_of(reading, thresholds) for reading in faulty.readings)
    others = {subject.matter.at: subject for subject in second}
    for one in first:
        if (other := others.get(one.matter.at)) is None:
            continue  # an item that only one reading has
        asked_again = {*book.plans.of(other).asked}
        for rule in book.plans.of(one).asked:
            if kind_is_unread and any(n.of_form and n not in _OF_ANY for n in rule.needs):
                continue
            found = _results(rule, one)
            again = set(_results(rule, other)) if found and rule in asked_again else ()
            for result in found:
                at = (*one.matter.at, *result.path)
                if result in again and _is_certain(rule.name, at, faulty.partial):
                    yield fault_of(one, rule, result)


def _results(rule: Rule, subject: Subject) -> tuple[Result, ...]:
    return tuple(said for said in rule.check(subject) if isinstance(said, Result))


def _is_certain(rule: str, path: At, partial: Partial[Evaluation]) -> bool:
    """Whether a result holds whatever the unread values are."""
    if rule in _OF_WORDS:
        return True
    if rule in _ACROSS and partial.left_out:
        return False
    of_whole = rule in _FOR_WORDS or (rule.startswith(PREFIX) and len(path) == 1)
    if of_whole and any(at[:1] == path[:1] for at in partial.left_out):
        return False
    return not partial.hangs_on(path)
