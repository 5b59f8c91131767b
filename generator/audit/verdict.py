"""What becomes of results: what they weigh, what stops a build, what the public may read."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from generator.audit.exceptions import INVALID, NEVER_ACCEPTED, WAIVED_SINGLY
from generator.audit.rulebook import BUILT_IN, Rulebook
from generator.diagnostics import Diagnostic, Severity
from generator.model.publisher import Policy, Suspicion

SUSPECTED = "personal-data-suspected"
"""What may be quite ordinary: the publisher's policy says what it does."""
STOPPABLE = {word: severity for severity in Severity for word in (severity.label, severity.value)}
"""The gravities that a policy may name, by their words in either language."""


def weighed(policy: Policy, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Results with the gravity that the publisher gives to what may point at a person."""
    hint = policy.suspected is Suspicion.HINT
    return tuple(
        replace(fault, severity=Severity.HINT) if hint and fault.rule == SUSPECTED else fault
        for fault in found
    )


def stopping(policy: Policy, results: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Those results that must stop a build under this policy; a gravity stops graver ones too."""
    chosen = {*policy.stops, *WAIVED_SINGLY, *NEVER_ACCEPTED, *INVALID}
    if policy.suspected is Suspicion.STOP:
        chosen.add(SUSPECTED)
    lightest = max((STOPPABLE[word].rank for word in chosen if word in STOPPABLE), default=-1)
    return tuple(
        fault
        for fault in results
        if not fault.accepted and (fault.rule in chosen or fault.severity.rank <= lightest)
    )


def marked(policy: Policy, results: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The same results, those marked that must stop a build under this policy."""
    every = tuple(results)
    stops = set(stopping(policy, every))
    return tuple(replace(fault, stops=True) if fault in stops else fault for fault in every)


@lru_cache(8)  # every page asks for them
def public_rules(book: Rulebook = BUILT_IN) -> frozenset[str]:
    """The rules whose results pages may repeat: errors and warnings of the report itself.

    Never those that tell of persons, of secrets, or of what a bureau keeps to itself.
    """
    desk = {*WAIVED_SINGLY, *NEVER_ACCEPTED, SUSPECTED}
    return frozenset(
        page.rule
        for page in book.public.values()
        if page.severity is not Severity.HINT and page.rule not in desk
    )


def public(results: Iterable[Diagnostic], book: Rulebook = BUILT_IN) -> tuple[Diagnostic, ...]:
    """What pages may repeat of these results; words on exceptions are for the bureau."""
    told = public_rules(book)
    return tuple(
        fault for fault in results if fault.severity is not Severity.HINT and fault.rule in told
    )
