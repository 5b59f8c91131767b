"""What the audit finds in records that cannot be published: all that hangs on no unread value.

Each rule looks at two readings of the record, which differ in whatever is not known for certain.
Only what it finds in both counts, and nothing at a value that could not be read, where what is
wrong has been said. Personal data and secrecy marks are found in unread text as well.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.audit.manual import name_of
from generator.audit.registry import CHECKS
from generator.audit.runner import fault_of
from generator.audit.subject import Subject
from generator.diagnostics import Diagnostic, ordered
from generator.intake.records import FaultyRecord
from generator.model.publisher import Thresholds

_OF_WORDS = frozenset({"personal-data", "personal-data-suspected", "secrecy-mark", "secrecy-words"})
"""Rules about what is written, whether or not anything can be made of it."""


def audit_faulty(records: Iterable[FaultyRecord], thresholds: Thresholds) -> tuple[Diagnostic, ...]:
    """All results in these records, sorted by place, accepted ones marked."""
    return ordered(fault for record in records for fault in _audit(record, thresholds))


def _audit(faulty: FaultyRecord, thresholds: Thresholds) -> Iterator[Diagnostic]:
    record = faulty.readings[0]
    accepted = {
        exception.rule
        for n, exception in enumerate(record.evaluation.exceptions)
        if not faulty.partial.hangs_on(("exceptions", n))
    }
    one, other = (Subject(reading, thresholds) for reading in faulty.readings)
    for rule in CHECKS:
        found = tuple(rule.check(one))
        again = set(rule.check(other)) if found else ()
        for result in found:
            of_words = name_of(rule) in _OF_WORDS
            if result in again and (of_words or not faulty.partial.hangs_on(result.path)):
                fault = fault_of(record, rule, result)
                yield replace(fault, accepted=fault.rule in accepted)
